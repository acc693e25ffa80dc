"""B1 sum: listed parts do not add up to the total stated with them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.reading import Spot, find_sentences, reach
from ledger.checks.words import quote
from ledger.interval import Interval, plain
from ledger.link.profile import figure_of
from ledger.model import Claim

_KINDS = frozenset({"count", "currency", "physical"})
_TOTAL_BEFORE = re.compile(
    r"\b(?:a\stotal\sof|totalling|totaling|adding\sup\sto|which\smakes|for\sa\stotal\sof)\s(?:\w+\s)?$", re.IGNORECASE
)
_TOTAL_AFTER = re.compile(r"^(?:\s[\w’'-]+){0,3}\s(?:in\sall|in\stotal|altogether)\b", re.IGNORECASE)
_COLON = re.compile(r"^(?:\s[\w’'-]+){0,6}\s?(?::|–|—|\s-)\s(?:\w+\s)?$")
_LIST = re.compile(
    r"^(?:[\s-][\w’'-]+){0,6}(?:,|;|,?\s(?:and|plus))(?:\sand|\splus)?\s(?:another\s|the\sother\s|a\s|some\s)?$", re.IGNORECASE
)
_TAIL = re.compile(
    r"^(?:[\s-][\w’'-]+){0,6}\s*(?:[.;)–—]|,\s(?:a\stotal|for\sa\stotal|totall?ing|which\smakes|or\s\d|in\sall)|$)", re.IGNORECASE
)
_OPEN = re.compile(r"\b(?:including|among|such\sas|at\sleast|e\.g\.|for\sexample|of\sthem|of\swhom|mostly|mainly|more)\b", re.IGNORECASE)


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """A finding for each total with its own list: "18 people: 10 men, 5 women and 4 children", "3 and 5, 9 in all".

    A list that may be open ("including") or whose members count unlike things is left alone.
    """
    for sentence, spots in find_sentences(corpus):
        numbers = [spot for spot in spots if spot.claim.value is not None and spot.claim.kind in _KINDS and not spot.claim.converts]
        for total, parts in _totals(sentence, numbers):
            finding = _judge(total.claim, [part.claim for part in parts])
            if finding is not None:
                yield finding


def _totals(sentence: str, spots: Sequence[Spot]) -> Iterator[tuple[Spot, Sequence[Spot]]]:
    """Totals with the two or more listed parts that they introduce or close."""
    if _OPEN.search(sentence):
        return
    for at, total in enumerate(spots):
        behind, ahead = spots[at + 1 :], spots[:at]
        opens = bool(behind) and bool(_COLON.match(sentence[total.end : behind[0].start]))
        closes = bool(_TOTAL_BEFORE.search(sentence[: total.start]) or _TOTAL_AFTER.match(sentence[total.end :]))
        if opens and _is_list(sentence, behind) and _TAIL.match(sentence[behind[-1].end :]):
            yield total, behind
        elif closes and at == len(spots) - 1 and _is_list(sentence, ahead):
            yield total, ahead


def _is_list(sentence: str, parts: Sequence[Spot]) -> bool:
    """Two parts or more, with commas or "and" between them and nothing else."""
    between = [sentence[one.end : two.start] for one, two in pairwise(parts)]
    return len(parts) > 1 and all(_LIST.match(words) for words in between)


def _judge(total: Claim, parts: Sequence[Claim]) -> Finding | None:
    alike = {part.kind for part in (*parts, total)} == {total.kind} and (
        total.kind == "count" or {part.unit for part in parts} == {total.unit}
    )
    if not alike or not _one_sort(total, parts):
        return None
    lows, highs = [reach(part).low for part in parts], [reach(part).high for part in parts]
    low = None if None in lows else sum((end for end in lows if end is not None), Decimal(0))
    high = None if None in highs else sum((end for end in highs if end is not None), Decimal(0))
    if Interval(low, high).overlaps(reach(total)):
        return None
    figures = [figure_of(part)[0] for part in parts]
    exact = sum(figures, Decimal(0))
    working = f"{' + '.join(plain(figure) for figure in figures)} = {plain(exact)}, where {quote(total)} is stated"
    return Finding((total, *parts), f"The parts make {plain(exact)}, not {quote(total)}", working)


def _one_sort(total: Claim, parts: Sequence[Claim]) -> bool:
    """True where all parts count things of the total's class, or things without a class under a total of their own noun."""
    if total.kind != "count":
        return True
    classes = {part.noun_class for part in (*parts, total)}
    return (len(classes) == 1 and "" not in classes) or {part.unit for part in parts} == {total.unit}


CHECK = Check("B1", "sum", find)
