"""A sentence as the checks read it: its figures in order, the words between them, and moves from one figure to another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from ledger.checks.corpus import Corpus
from ledger.checks.spots import Spot
from ledger.checks.words import short
from ledger.interval import Interval, around
from ledger.link.figures import last_place
from ledger.link.profile import figure_of
from ledger.model import Claim

_LOWER = frozenset({"more_than", "at_least"})
_UPPER = frozenset({"less_than", "at_most", "nearly"})
_LEVELS = frozenset({"count", "currency", "physical", "percent", "index"})
_FROM = re.compile(
    r"\bfrom(?:\s(?:about|around|some|nearly|almost|over|just|only|a|the|last|year's|record|previous|revised)){0,3}\s*$", re.IGNORECASE
)
_TO = re.compile(
    r"^(?:\s(?!and\b)[\w’'-]+){0,4}?\s*,?\s*to(?:\s(?:about|around|some|nearly|almost|over|just|only|a|the)){0,3}\s*$", re.IGNORECASE
)
_FROM_BETWEEN = re.compile(
    r"^(?:\s(?!and\b)[\w’'-]+){0,4}?\s*,?\s*from(?:\s(?:about|around|some|nearly|almost|over|just|only|a|the)){0,3}\s*$", re.IGNORECASE
)
_TO_BEFORE = re.compile(r"\bto(?:\s(?:about|around|some|nearly|almost|over|just|only|a|the)){0,2}\s*$", re.IGNORECASE)
_COMPARED = re.compile(
    r"^(?:\s(?!and\b|while\b|but\b)[\w’'-]+){0,8}?\s*[,(]?\s(?:compared\s(?:with|to)|as\sagainst|up\sfrom|down\sfrom)"
    r"(?:\s(?:about|around|some|nearly|almost|over|just|only|a|the)){0,3}\s*$",
    re.IGNORECASE,
)
_BY_CHANGE = re.compile(
    r"^(?:\s(?!and\b|while\b|but\b)[\w’'-]+){0,8}?\s*[,(]?\s(?:up|down|(?:an?\s)?(?:rise|increase|gain|jump|fall|drop|decline|decrease)\sof)"
    r"(?:\s(?:about|around|some|nearly|almost|over|just|only|by)){0,2}\s\x00\s(?:from|on|compared\s(?:with|to))"
    r"(?:\s(?:about|around|some|nearly|almost|over|just|only|a|the)){0,3}\s*$",
    re.IGNORECASE,
)
_COUNTS = frozenset({"count", "index"})
_ROUND_COUNT = 100
_RANGE_SPLIT = re.compile(r"\s(?:to|and|-|–|—)\s", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Move:
    """A change from one level to another, "from 100 to 120": both ends with what their figures allow, and where it stands."""

    claims: tuple[Claim, ...]
    old: Decimal
    new: Decimal
    start: int
    end: int
    sentence: str

    @property
    def old_reach(self) -> Interval:
        """What the old level allows."""
        return around(self.old, slack_of(self.old, self.claims[0]))

    @property
    def new_reach(self) -> Interval:
        """What the new level allows."""
        return around(self.new, slack_of(self.new, self.claims[-1]))

    @property
    def before(self) -> str:
        """The sentence up to the move."""
        return self.sentence[: self.start]

    @property
    def after(self) -> str:
        """The sentence behind the move."""
        return self.sentence[self.end :]


def find_sentences(corpus: Corpus) -> Iterator[tuple[str, tuple[Spot, ...]]]:
    """Every sentence with a figure, and its figures in order; teasers and boilerplate are other stories' and are left out."""
    return iter(corpus.spotted)


def find_moves(sentence: str, spots: Sequence[Spot]) -> Iterator[Move]:
    """Moves in a sentence: "from 5 to 7", whether read as a range or as two figures, and "to 7 from 5"."""
    for spot in spots:
        if spot.claim.value is None and spot.claim.kind in _LEVELS:
            move = _move_of_range(sentence, spot)
            if move is not None:
                yield move
    changes = [spot for spot in spots if is_change(spot.claim)]
    for one, two in pairwise([spot for spot in spots if spot not in changes]):
        if _are_levels(one.claim, two.claim):
            forward = _direction(sentence, one, two, changes)
            if forward is not None:
                yield _move(sentence, one, two, *((one.claim, two.claim) if forward else (two.claim, one.claim)))


def _direction(sentence: str, one: Spot, two: Spot, changes: Sequence[Spot]) -> bool | None:
    """True for a move from the first of two levels to the second, False for the other way, None where no words make a move of them."""
    between = gap_of(sentence, one, two, changes)
    if _FROM.search(sentence[: one.start]) and _TO.match(between):
        return True
    if _TO_BEFORE.search(sentence[: one.start]) and _FROM_BETWEEN.match(between):
        return False
    return False if _COMPARED.match(between) or _BY_CHANGE.match(between) else None


def gap_of(sentence: str, one: Spot, two: Spot, marked: Sequence[Spot] = ()) -> str:
    """The words between two figures, each of the marked figures among them as one NUL."""
    inside = [spot for spot in marked if one.end <= spot.start and spot.end <= two.start]
    words, at = "", one.end
    for spot in inside:
        words += sentence[at : spot.start] + "\x00"
        at = spot.end
    return words + sentence[at : two.start]


def is_change(claim: Claim) -> bool:
    """True for a change in percent or points."""
    return claim.kind in ("percent", "percentage_point") and (claim.aspect == "change" or claim.kind == "percentage_point")


def are_alike(one: Claim, two: Claim) -> bool:
    """True for figures on one scale: the same unit (a rate's "a year" aside), or two counts, one of which may lack its noun."""
    if one.kind in _COUNTS and two.kind in _COUNTS:
        return one.unit == two.unit or "index" in (one.kind, two.kind) or bool(one.noun_class and one.noun_class == two.noun_class)
    return one.kind == two.kind and one.unit.split(" / ")[0] == two.unit.split(" / ")[0]


def _are_levels(one: Claim, two: Claim) -> bool:
    same = one.kind in _LEVELS and (one.kind in _COUNTS and two.kind in _COUNTS or one.kind == two.kind and one.unit == two.unit)
    return same and one.value is not None and two.value is not None and one.aspect != "change" and two.aspect != "change"


def _move(sentence: str, one: Spot, two: Spot, old: Claim, new: Claim) -> Move:
    return Move((one.claim, two.claim), figure_of(old)[0], figure_of(new)[0], one.start, two.end, sentence)


def _move_of_range(sentence: str, spot: Spot) -> Move | None:
    """The move of a range behind "from": the order of its ends is read off the printed digits."""
    rising = rises(spot.claim) if _FROM.search(sentence[: spot.start]) else None
    if rising is None:
        return None
    low, high = figure_of(spot.claim)
    old, new = (low, high) if rising else (high, low)
    return Move((spot.claim,), old, new, spot.start, spot.end, sentence)


def rises(claim: Claim) -> bool | None:
    """Whether a range is printed from low to high, read off its digits; None where these cannot tell."""
    parts = _RANGE_SPLIT.split(claim.surface)
    numbers = [_NUMBER.search(part) for part in parts]
    low, high = figure_of(claim)
    if len(parts) != 2 or numbers[0] is None or numbers[1] is None or low <= 0:
        return None
    first, second = (Decimal(number.group().replace(",", "")) for number in numbers if number is not None)
    rising = _has_digits(first, low) and _has_digits(second, high)
    falling = _has_digits(first, high) and _has_digits(second, low)
    return None if rising == falling else rising


def _has_digits(printed: Decimal, number: Decimal) -> bool:
    """True where the number is what was printed, times a scale."""
    return printed.normalize().as_tuple().digits == number.normalize().as_tuple().digits


def reach(claim: Claim) -> Interval:
    """What a figure allows in arithmetic: rounding, opened by its hedges; a plain count that does not end in two zeros is exact."""
    low, high = figure_of(claim)
    hedges = frozenset(claim.qualifier.split(";"))
    slack = Decimal("0.1") * abs(high) if "about" in hedges else slack_of(high, claim)
    return Interval(None if hedges & _UPPER else low - slack, None if hedges & _LOWER else high + slack)


def slack_of(number: Decimal, claim: Claim) -> Decimal:
    """How far rounding may move a figure of this claim: half a unit of its last written digit, of trailing zeros at most a fiftieth."""
    place = last_place(number)
    if claim.kind in _COUNTS and claim.precision >= 1 and place < _ROUND_COUNT:
        return Decimal(0)
    zeros = min(place / 2, abs(number) / 50) if place > claim.precision else Decimal(0)
    return max(zeros, min(claim.precision, place) / 2)


def show(interval: Interval) -> str:
    """An interval for a working: "8.3 to 8.5"."""
    low = "any less" if interval.low is None else short(interval.low, 4)
    high = "any more" if interval.high is None else short(interval.high, 4)
    return f"{low} to {high}"
