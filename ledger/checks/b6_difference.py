"""B6 difference: a stated difference is not the one figure less the other ("from 100 to 120 boats, 30 more")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.reading import are_alike, find_moves, find_sentences, reach
from ledger.checks.spots import Spot
from ledger.checks.words import quote
from ledger.interval import Interval, plain
from ledger.link.profile import figure_of
from ledger.link.scale import Measure
from ledger.model import Claim

_BEFORE = re.compile(
    r"(?:\b(?:an?\s(?:increase|rise|gain|jump|decrease|drop|fall|decline|difference|loss)\sof|up|down|by)|[,–-]\s(?:up|down))(?:\s\w+)?\s*$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"^(?:\s\w+){0,1}\s(?:more|fewer|less|higher|lower)\b(?!\s+than)", re.IGNORECASE)
_LEAD = re.compile(r"^(?:\s(?!and\b|but\b|while\b)[\w’'-]+){0,8}\s?[,(–-]\s?(?:or\s)?$")
_THAN = re.compile(
    r"^(?:\s[\w’'-]+)?\s(?:more|fewer|less|higher|lower|further|longer|shorter|taller|above|below)"
    r"(?:\sthan)?(?:\s(?:the|its|their|her|his|a|an|last|previous|old|best|planned|expected|first|original|year’s|year's|of))*"
    r"(?:\s(?:in|a)\s[^,;.]{1,20},\swhen\s(?:there\swere|it\s(?:had|was)|they\s(?:had|were)))?\s$",
    re.IGNORECASE,
)
_BEAT = re.compile(r"\b(?:beat|beats|defeated|won|wins|lost|ahead|lead|led)\b", re.IGNORECASE)
_BY = re.compile(r"\bby\s$")
_SCORE = re.compile(r"^(?:\s\w+)?\s(?:to|against)\s$")


@dataclass(frozen=True, slots=True)
class _Stated:
    """A difference as told, the two levels it lies between with what they allow."""

    difference: Claim
    levels: tuple[Claim, ...]
    one: Decimal
    two: Decimal
    reaches: tuple[Interval, Interval]


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """A finding for each sentence with two levels and a difference between them that is another one."""
    for sentence, spots in find_sentences(corpus):
        for stated in (*_of_moves(sentence, spots, int(settings["distance"])), *_of_more(sentence, spots), *_of_margins(sentence, spots)):
            finding = _judge(stated, corpus.measure)
            if finding is not None:
                yield finding


def _of_moves(sentence: str, spots: Sequence[Spot], distance: int) -> Iterator[_Stated]:
    """ "from 100 to 120 boats, an increase of 30": one move, and one difference close to it."""
    moves = list(find_moves(sentence, spots))
    if len(moves) != 1:
        return
    move = moves[0]
    for spot in spots:
        gap = max(spot.start - move.end, move.start - spot.end)
        says = _BEFORE.search(sentence[: spot.start]) or _AFTER.match(sentence[spot.end :])
        if spot.claim not in move.claims and spot.claim.value is not None and says and 0 <= gap <= distance:
            yield _Stated(spot.claim, move.claims, move.old, move.new, (move.old_reach, move.new_reach))


def _of_more(sentence: str, spots: Sequence[Spot]) -> Iterator[_Stated]:
    """ "84 schools, 12 fewer than in 2015, when there were 90": the level, the difference and the other level in a row."""
    for one, difference, two in zip(spots, spots[1:], spots[2:], strict=False):
        if _LEAD.match(sentence[one.end : difference.start]) and _THAN.match(sentence[difference.end : two.start]):
            yield _stated(difference.claim, one.claim, two.claim)


def _of_margins(sentence: str, spots: Sequence[Spot]) -> Iterator[_Stated]:
    """ "beat Moss by 1,200 votes, with 8,450 votes to 7,950"."""
    for margin, one, two in zip(spots, spots[1:], spots[2:], strict=False):
        beaten = _BEAT.search(sentence[: margin.start]) and _BY.search(sentence[: margin.start])
        if beaten and _SCORE.match(sentence[one.end : two.start]) and one.start - margin.end < 20:
            yield _stated(margin.claim, one.claim, two.claim)


def _stated(difference: Claim, one: Claim, two: Claim) -> _Stated:
    return _Stated(difference, (one, two), figure_of(one)[0], figure_of(two)[0], (reach(one), reach(two)))


def _judge(stated: _Stated, measure: Measure) -> Finding | None:
    level, claim = stated.levels[0], stated.difference
    factor = _factor(level, stated.levels[-1], claim, measure)
    possible = _possible(*stated.reaches)
    if factor is None or possible.overlaps(reach(claim).scaled(factor)):
        return None
    exact = abs(stated.two - stated.one)
    working = f"|{plain(stated.two)} - {plain(stated.one)}| = {plain(exact)}, where {quote(claim)} is stated"
    message = f"Between {plain(stated.one)} and {plain(stated.two)} lie {plain(exact)}, not {quote(claim)}"
    return Finding((*stated.levels, claim), message, working)


def _factor(one: Claim, two: Claim, difference: Claim, measure: Measure) -> Decimal | None:
    """What turns the difference into the levels' unit; None where they have no unit in common."""
    if not are_alike(one, two):
        return None
    if one.kind == "percent":
        return Decimal(1) if difference.kind == "percentage_point" else None
    if one.unit == difference.unit or "index" in (one.kind, difference.kind) and {one.kind, difference.kind} <= {"count", "index"}:
        return Decimal(1)
    if difference.unit == "degree" and one.unit.startswith("degree_"):
        return Decimal(1)
    if one.kind != "physical" or difference.kind != "physical":
        return None
    scale, other = measure(one.kind, one.unit), measure(difference.kind, difference.unit)
    return other.factor / scale.factor if scale.dimension == other.dimension and not scale.offset and not other.offset else None


def _possible(old: Interval, new: Interval) -> Interval:
    """The differences that the rounded ends allow."""
    if old.low is None or old.high is None or new.low is None or new.high is None:
        return Interval(None, None)
    ends = sorted((abs(new.high - old.low), abs(new.low - old.high)))
    return Interval(0 * ends[0] if old.overlaps(new) else ends[0], ends[1])


CHECK = Check("B6", "difference", find)
