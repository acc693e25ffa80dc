"""B8 per-capita: a total over its count is not the stated average."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.reading import are_alike, find_sentences, reach
from ledger.checks.spots import Spot
from ledger.checks.words import quote, short
from ledger.interval import Interval, plain
from ledger.link.profile import figure_of
from ledger.model import Claim

_BEFORE = re.compile(
    r"(?:\b(?:an?|the)\saverage\sof|[,(]\s?or|\baveraging|\bon\saverage|\bget|\breceive|\bpay|[,(–-])\s?(?:about\s|some\s|roughly\s|nearly\s)?$",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"^(?:\s[\w’'-]+){0,2}?\s(?:(?P<each>each|apiece|a\shead)|(?:per|for\seach|for\severy|an?)\s(?P<noun>[\w-]+))\b", re.IGNORECASE
)
_PER = re.compile(r"\b(?:per|an?)\s(?P<noun>[\w-]+)$", re.IGNORECASE)
_PEOPLE = frozenset({"person", "resident", "inhabitant", "citizen", "head", "capita", "man", "woman", "child", "worker", "employee"})
_OPEN = re.compile(r"\b(?:including|of\swhich|of\swhom|at\sleast|up\sto|between|minimum|most|least)\b", re.IGNORECASE)


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """A finding for each sentence of a total, a count and then an average ("or 250 trees per park", "$40,000 each") that do not fit.

    The noun behind "per" is the count's own; a sentence with more figures is left alone.
    """
    slack = Decimal(str(settings["slack"]))
    for sentence, spots in find_sentences(corpus):
        figures = [spot for spot in spots if spot.claim.kind != "rank"]
        if len(figures) != 3 or _OPEN.search(sentence):
            continue
        average = figures[-1]
        noun = _noun_of(sentence, average)
        if noun is not None and _BEFORE.search(sentence[: average.start]):
            finding = _judge(figures[:2], average.claim, noun, slack)
            if finding is not None:
                yield finding


def _noun_of(sentence: str, average: Spot) -> str | None:
    """What the average is for one of: the noun behind "per", "" for "each" and "on average", None where it is no average."""
    inside = _PER.search(average.claim.surface)
    if inside:
        return inside["noun"].lower()
    behind = _EACH.match(sentence[average.end :])
    if behind is None:
        return None
    return "" if behind["each"] else behind["noun"].lower()


def _judge(others: Sequence[Spot], average: Claim, noun: str, slack: Decimal) -> Finding | None:
    pairs = [(one.claim, two.claim) for one, two in (tuple(others), tuple(reversed(others))) if _fit(one.claim, two.claim, average, noun)]
    if len(pairs) != 1:
        return None
    total, count = pairs[0]
    top, bottom = reach(total), reach(count)
    if top.low is None or top.high is None or bottom.low is None or bottom.high is None or bottom.low <= 0:
        return None
    possible = Interval(top.low / bottom.high * (1 - slack), top.high / bottom.low * (1 + slack))
    if possible.overlaps(reach(average)):
        return None
    exact = figure_of(total)[0] / figure_of(count)[0]
    working = f"{plain(figure_of(total)[0])} / {plain(figure_of(count)[0])} = {short(exact, 6)}, where {quote(average)} is stated"
    return Finding((total, count, average), f"{quote(total)} over {quote(count)} is not {quote(average)} each", working)


def _fit(total: Claim, count: Claim, average: Claim, noun: str) -> bool:
    """True where the average is in the total's unit, and the count counts what the average is for one of."""
    if total.value is None or count.value is None or not are_alike(total, average) or figure_of(total)[0] <= figure_of(average)[0]:
        return False
    counted = count.kind == "count" and (not noun or noun == count.unit or _share_class(noun, count))
    return counted or (count.unit == noun and count.kind == "physical")


def _share_class(noun: str, count: Claim) -> bool:
    people = noun in _PEOPLE and count.unit in _PEOPLE | {"people"}
    return people or noun in count.entity.lower().replace("s ", " ").split()


CHECK = Check("B8", "per-capita", find)
