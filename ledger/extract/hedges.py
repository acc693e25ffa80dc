"""Hedges around a figure: canonical qualifiers, and the intervals that the words allow and a reader assumes."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ledger.extract.figure import Figure
from ledger.extract.grammar_words import GrammarWords, make_grammar_words
from ledger.extract.phrases import PhraseTable
from ledger.interval import Interval
from ledger.pack import RulePack
from ledger.sources.tokens import MARK, NUMBER, WORD, Block

_SIGNS = {"<": "more_than", ">": "less_than", "≤": "at_least", "≥": "at_most"}
"""What a sign behind a number says of the letter behind it."""
_BRINGING = frozenset(("bring", "brings", "brought", "bringing", "added", "adds", "adding", "catch", "caught", "catching"))
"""Verbs with which "up to" tells what is reached: "brought them up to 40"."""
_BOUNDS = frozenset(("at_least", "at_most", "more_than", "less_than"))
_LIMITS = frozenset(("minimum", "maximum", "max"))
_HYPHENS = frozenset("-‑")
_MOST_HEDGES = 4
_DURATIONS = frozenset(("year", "month", "week", "day", "decade", "hour", "century", "fortnight"))
_OPENS_AMOUNT = frozenset(("a", "an", "the", "one"))
_ENDS_AMOUNT = frozenset(("%", "percent", "cent", "million", "billion", "trillion", "thousand", "hundred", "bn", "m", "euro"))
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Hedge:
    """One qualifier rule: its canonical name ("" where the words add nothing) and its intervals as multiples of the magnitude."""

    name: str
    rule: str
    bounds: tuple[str, str]
    expected: tuple[str, str]


@dataclass(frozen=True, slots=True)
class HedgeLexicon:
    """The phrases that stand before and behind a figure."""

    before: PhraseTable[Hedge]
    after: PhraseTable[Hedge]
    by_name: dict[str, Hedge]
    behind: dict[str, frozenset[str]]
    """Words that hedge only behind these ("a record")."""
    not_behind: dict[str, frozenset[str]]
    """Words that do not hedge behind these ("talked about")."""
    numbers: frozenset[str]
    """Number words: what stands behind "5 and above" and is one of them is the next figure."""
    grammar: GrammarWords


def make_hedge_lexicon(pack: RulePack) -> HedgeLexicon:
    """The phrases of the pack's `qualifiers` rules."""
    before: list[tuple[str, Hedge]] = []
    after: list[tuple[str, Hedge]] = []
    by_name: dict[str, Hedge] = {}
    behind: dict[str, frozenset[str]] = {}
    not_behind: dict[str, frozenset[str]] = {}
    for rule in pack.rules.get("qualifiers", ()):
        fields: Any = rule.fields
        hedge = Hedge(fields.get("canonical", rule.id), rule.id, tuple(fields["bounds"]), tuple(fields["expected"]))
        by_name[hedge.name] = hedge
        before += [(phrase, hedge) for phrase in fields.get("before", ())]
        after += [(phrase, hedge) for phrase in fields.get("after", ())]
        behind.update({word: frozenset(others) for word, others in fields.get("behind", {}).items()})
        not_behind.update({word: frozenset(others) for word, others in fields.get("not_behind", {}).items()})
    words: list[Any] = [rule.fields.get("words", {}) for rule in pack.rules.get("numerals", ())]
    numbers = _OPENS_AMOUNT.union(*words)
    return HedgeLexicon(PhraseTable(before), PhraseTable(after), by_name, behind, not_behind, numbers, make_grammar_words(pack))


def find_hedges(block: Block, figure: Figure, lexicon: HedgeLexicon, first: int) -> None:
    """Add to the figure the qualifiers around it, in text order; `first` is the sentence's first token."""
    hedges = _hedges_before(block, figure, lexicon, first)
    tail = _hedge_after(block, figure, lexicon, figure.last)
    if tail is None and figure.numeral_last < figure.last:
        tail = _hedge_after(block, figure, lexicon, figure.numeral_last)  # "20 or more miles"
    if tail is not None:
        hedges = [hedge for hedge in hedges if hedge.name != "exactly" or tail.name not in _BOUNDS]  # "equal to 5,000 or less"
        hedges.append(tail)
    for hedge in hedges:
        if hedge.name and hedge.name not in figure.qualifiers:
            figure.qualifiers.append(hedge.name)
            figure.rules.append("qualifiers/" + hedge.rule)


def _hedges_before(block: Block, figure: Figure, lexicon: HedgeLexicon, first: int) -> list[Hedge]:
    """The hedges that end before the figure, in text order: "at least an estimated 50"."""
    lows, at, found = block.lows, figure.first, []
    for _ in range(_MOST_HEDGES):
        hit, end = lexicon.before.left(lows, at), at
        if hit is None and at - 1 > first and lows[at - 1] in lexicon.grammar.filler:
            hit, end = lexicon.before.left(lows, at - 1), at - 1
        if hit is None or hit[0] < first or not _is_hedge(block, hit[0], end, figure, lexicon):
            break
        at = hit[0]
        found.append(hit[1])
    figure.words_first = at
    return found[::-1]


def _is_hedge(block: Block, start: int, end: int, figure: Figure, lexicon: HedgeLexicon) -> bool:
    """True where a word hedges this figure and is no plain preposition or adverb of something else."""
    if end - start > 1:
        return block.lows[start:end] != ["up", "to"] or _BRINGING.isdisjoint(block.lows[max(0, start - 3) : start])
    low = block.lows[start]
    before = block.lows[start - 1] if start > 0 else ""
    if before in _HYPHENS and start > 1 and block.kinds[start - 2] == NUMBER and block.glued(start):
        return False  # "a 5-under 67"
    only = lexicon.behind.get(low)
    if only is not None and before and before not in only:
        return False
    if before in lexicon.not_behind.get(low, _NONE):
        return False
    return low != "over" or not _spans_time(block, start - 1, figure, lexicon)


def _spans_time(block: Block, at: int, figure: Figure, lexicon: HedgeLexicon) -> bool:
    """True for "fell over three years" and "$2 billion over five years", where "over" is no hedge; "lasted over three years" is one."""
    before = block.lows[at] if at >= 0 else ""
    if figure.unit not in _DURATIONS or figure.adjectival or figure.entity == "age" or before in lexicon.grammar.lasting:
        return False
    return before.endswith(("s", "d", "ing")) or before in _ENDS_AMOUNT or (at >= 0 and block.kinds[at] == NUMBER)


def _hedge_after(block: Block, figure: Figure, lexicon: HedgeLexicon, at: int) -> Hedge | None:
    """The hedge straight behind a figure or its number: "5 or more", "20-plus", "100+"."""
    if at >= len(block):
        return None
    if block.lows[at] in _SIGNS and at + 1 < len(block) and block.kinds[at + 1] == WORD and len(block.words[at + 1]) == 1:
        return lexicon.by_name[_SIGNS[block.lows[at]]]  # "30 < x"
    hyphen = at + 1 < len(block) and block.lows[at] in _HYPHENS
    hit = lexicon.after.right(block.lows, at) or (lexicon.after.right(block.lows, at + 1) if hyphen else None)
    if hit is None:
        return None
    last, hedge = hit
    low = block.lows[at]
    if last < len(block) and (block.lows[last] == "than" or (block.lows[last] == "to" and block.lows[last - 1] == "up")):
        return None  # "less than 30 and more than 20", "more than 10 and up to 20": the next figure's
    if low in _LIMITS and last < len(block) and block.kinds[last] == WORD:
        return None  # "20 minimum wage workers"
    if low == "+":
        if not block.glued(at):
            return None
        figure.last = max(figure.last, last)
    elif low in ("plus", "and") and last < len(block) and (block.lows[last] == "or" or _opens_figure(block, last, lexicon)):
        return None
    figure.words_last = max(figure.last, last)
    return hedge


def _opens_figure(block: Block, at: int, lexicon: HedgeLexicon) -> bool:
    """True where another amount begins: "200 plus a deposit", "above one quarter and below a half"."""
    marked = block.kinds[at] == MARK and at + 1 < len(block) and block.kinds[at + 1] == NUMBER and block.glued(at + 1)
    return marked or block.kinds[at] == NUMBER or block.lows[at] in lexicon.numbers or block.lows[at] in lexicon.grammar.extra


def make_intervals(figure: Figure, lexicon: HedgeLexicon) -> tuple[Interval, Interval]:
    """(bounds, expected) of a figure: what its words allow, what a reader assumes.

    A plain count is a point; measured and scaled figures, and those with hedges, are widened by the hedge alone here:
    the half unit of the last written digit is the checks' tolerance (Claim.precision).
    """
    low, high = figure.low, figure.high
    if low is None or high is None:
        return Interval(None, None), Interval(None, None)
    bounds = expected = Interval(low, high)
    for name in figure.qualifiers:
        hedge = lexicon.by_name.get(name)
        if hedge is not None:
            bounds = _stretch(hedge.bounds, bounds)
            expected = _stretch(hedge.expected, expected)
    return bounds, expected


def _stretch(sides: tuple[str, str], interval: Interval) -> Interval:
    """The interval of a hedge laid over the figure's own: each side as a multiple of that end."""
    left, right = sides
    low, low_open = _end(left, interval.low)
    high, high_open = _end(right, interval.high)
    if low is not None and high is not None and low > high:
        low, high, low_open, high_open = high, low, high_open, low_open  # a negative magnitude
    return Interval(low, high, ("(" if low_open else "[") + (")" if high_open else "]"))


def _end(side: str, end: Decimal | None) -> tuple[Decimal | None, bool]:
    """One end, and whether it is open."""
    if not side or end is None:
        return None, True
    opened = side.startswith("(") or side.endswith(")")
    return Decimal(side.strip("[]()")) * end, opened
