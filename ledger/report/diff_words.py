"""What a diff says in the words of a newsroom, and texts of strangers made safe to print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from ledger.diff.changes import ClaimChange, LedgerDiff
from ledger.model import Claim, Fact
from ledger.report.page_words import amount_words, hedge_words, interval_words, number_words, period_words, plural, range_words, unit_words

SORT_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "value": "another figure",
        "precision": "precision",
        "wording": "wording",
        "bounds": "what the words allow",
        "about": "what it is about",
        "section": "section",
        "source": "source",
        "context": "words around",
        "fact": "moved to another fact",
    }
)
CAUSE_WORDS: Mapping[str, str] = MappingProxyType(
    {"articles": "articles", "rules": "rule pack", "either": "articles or rule pack", "program": "another version of factledger"}
)
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
_QUOTE = 110
_TAIL = 12
"""So few characters at the end of a sentence are not worth cutting."""


def clean(text: str) -> str:
    """A text on one line that no terminal obeys: control and direction characters become spaces, runs of space one.

    >>> clean("twelve\\x1b[2J boats\\nburned")
    'twelve [2J boats burned'
    """
    return " ".join(_UNSAFE.sub(" ", text).split())


def count_words(count: int, one: str, many: str = "") -> str:
    """A count with its noun: "1 figure", "1,200 figures"."""
    return f"{count:,} {one if count == 1 else many or plural(one)}"


def figure_words(claim: Claim) -> str:
    """A claim in short: "nearly 350 cooperation agreements", "930 billion USD (import-export turnover)"."""
    told = f"{hedge_words(claim.qualifier)} {amount_words(claim)}".strip()
    if not claim.entity or claim.entity == claim.unit != "people" and claim.kind not in ("count", "index"):
        return clean(told)
    if claim.kind in ("count", "index"):
        return clean(f"{told} {claim.entity if claim.value == 1 else plural(claim.entity)}")
    return clean(f"{told} ({claim.entity})")


def fact_words(fact: Fact) -> str:
    """A fact in short: its value and what it is of, with period and subject where they are known."""
    known = fact.value if fact.value is not None else fact.low if fact.low == fact.high else None
    number = number_words(known) if known is not None else range_words(fact.low, fact.high)
    unit = unit_words(fact.kind, fact.unit, singular=known == 1)
    noun = fact.entity if known == 1 else plural(fact.entity)
    told = f"{number} {noun}" if fact.kind in ("count", "index") else f"{number}{unit}" + (f" ({fact.entity})" if fact.entity else "")
    more = ", ".join(word for word in (fact.subject, period_words(fact.period) if fact.period else "") if word)
    return clean(f"{told}, {more}" if more else told)


def quote_words(claim: Claim) -> str:
    """The sentence of a claim, cut to what stands around the figure."""
    sentence, surface = clean(claim.sentence), clean(claim.surface)
    if len(sentence) <= _QUOTE:
        return f"“{sentence}”"
    at = max(sentence.find(surface), 0)
    start = max(0, min(at - _QUOTE // 2, len(sentence) - _QUOTE))
    end = start + _QUOTE
    start = sentence.rfind(" ", 0, start) + 1 if start else 0
    found = sentence.find(" ", end)
    end = len(sentence) if found < 0 or len(sentence) - found < _TAIL else found
    return f"“{'…' if start else ''}{sentence[start:end]}{'…' if end < len(sentence) else ''}”"


def changed_words(change: ClaimChange) -> tuple[str, str]:
    """The two sides of a changed claim, with what differs told on both."""
    old, new = change.old, change.new
    assert old is not None
    assert new is not None
    before, after = figure_words(old), figure_words(new)
    if "bounds" in change.sorts:
        before, after = _allowed(old, before), _allowed(new, after)
    if before == after and "wording" in change.sorts:
        before, after = clean(f"“{old.surface}”"), clean(f"“{new.surface}”")
    return before, after


def _allowed(claim: Claim, told: str) -> str:
    """A figure with what its words allow, and what a reader takes them as where that is narrower."""
    allows, taken = interval_words(claim.bounds), interval_words(claim.expected)
    return f"{told} [{'; '.join(dict.fromkeys(part for part in (allows, taken) if part)) or 'anything'}]"


def turn_words(before: str, after: str) -> str:
    """Two sides as one phrase, with what both end in told once.

    >>> turn_words("nearly 350 agreements", "360 agreements"), turn_words("350", "350"), turn_words("9 boats", "12 cars")
    ('nearly 350 → 360 agreements', '350', '9 boats → 12 cars')
    """
    if before == after:
        return after
    left, right = before.split(" "), after.split(" ")
    while len(left) > 1 and len(right) > 1 and left[-1] == right[-1]:
        left.pop()
        right.pop()
    return f"{' '.join(left)} → {after}"


def detail_words(change: ClaimChange) -> str:
    """The columns of a changed claim that its figure does not show: "section: headline → body; speaker: none → Ana Brook"."""
    told = [
        f"{cell.column.replace('_', ' ')}: {clean(cell.old) or 'none'} → {clean(cell.new) or 'none'}"
        for cell in change.cells
        if cell.column not in ("value", "low", "high", "unit", "kind", "surface", "precision", "sentence", "fact_id")
        and not cell.column.startswith(("bounds_", "expected_", "qualifier"))
    ]
    return "; ".join(told)


def _uncounted(count: int) -> str:
    if count == 1:
        return "1 number that is no claim came or went"
    return f"{count_words(count, 'number')} that are no claims came or went" if count else ""


def summary_parts(diff: LedgerDiff) -> list[str]:
    """What changed, counted, a part a phrase; empty where nothing did."""
    parts = [
        _counted("article", [one.change for one in diff.articles], ("added", "removed", "moved", "edited", "described")),
        _figures(diff),
        _counted("fact", [one.change for one in diff.facts], ("added", "removed", "changed", "split", "merged", "regrouped")),
        f"{count_words(len(diff.verdicts), 'verdict')} turned" if diff.verdicts else "",
        _counted("flag", [one.change for one in diff.flags], ("added", "removed", "changed"), {"added": "new", "removed": "gone"}),
        _uncounted(sum(one.count for one in diff.coverage)),
        "the rule pack changed" if diff.rules_changed else "",
    ]
    return [part for part in parts if part]


def _figures(diff: LedgerDiff) -> str:
    told = _counted("figure", [one.change for one in diff.claims], ("added", "removed", "changed"))
    silent = len(diff.corrections)
    return f"{told} ({count_words(silent, 'silent correction')})" if silent else told


def _counted(noun: str, found: Sequence[str], order: Iterable[str], words: Mapping[str, str] | None = None) -> str:
    """ "3 figures: 1 added, 2 changed", or nothing."""
    parts = [f"{found.count(change):,} {(words or {}).get(change, change)}" for change in order if change in found]
    return f"{count_words(len(found), noun)}: {', '.join(parts)}" if parts else ""


def cause_counts(diff: LedgerDiff) -> list[tuple[str, int]]:
    """(cause in words, how many changes of figures, facts, verdicts and flags it has) for the causes that occur."""
    causes = [one.cause for part in (diff.claims, diff.facts, diff.verdicts, diff.flags) for one in part]
    return [(words, causes.count(cause)) for cause, words in CAUSE_WORDS.items() if cause in causes]


def same_words(diff: LedgerDiff) -> str:
    """The one line for two ledgers without a difference."""
    names = {"articles": "article", "claims": "figure", "facts": "fact", "flags": "flag"}
    told = ", ".join(count_words(diff.totals[table][1], noun) for table, noun in names.items())
    other = f"; {count_words(diff.renumbered, 'fact')} under another id" if diff.renumbered else ""
    asked = "" if len(diff.parts) == 7 else f" in {', '.join(diff.parts)}"
    return f"No difference{asked}: {told}{other}."
