"""Can two stated figures both hold? Rounding, truncation, hedges and conversions, judged on Decimals.

The conventions: a plain count is exact; a measured or scaled figure may be rounded at its last digit that is not zero (a final 5 stands
for 2.5 either way) or cut there; "about" is a tenth either way; a lower bound holds beside a figure only when it is that figure cut to
one or two digits ("more than 300" beside 316), an upper bound likewise rounded up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

from ledger.interval import Interval, plain
from ledger.link.scale import Scale

_LOWER = frozenset({"more_than", "at_least"})
_UPPER = frozenset({"less_than", "at_most", "nearly"})
_ABOUT = frozenset({"about"})
_MARKS = _LOWER | _UPPER | _ABOUT
_FOUR_DIGITS = Context(prec=4)


@dataclass(frozen=True, slots=True)
class Figure:
    """A stated figure: ends in the stated unit, hedges, whether it counts things, and its unit's place among others.

    `yardstick` is what figures must share to be compared at all (a dimension or a currency), `scale` leads to its base unit.
    """

    low: Decimal
    high: Decimal
    hedges: frozenset[str]
    counts: bool
    unit: str
    yardstick: str
    scale: Scale

    @property
    def is_range(self) -> bool:
        return self.low != self.high

    @property
    def marks(self) -> frozenset[str]:
        """The hedges that move an end of what the figure allows."""
        return self.hedges & _MARKS


@dataclass(frozen=True, slots=True)
class Relation:
    """How two figures stand to each other: same, nuance, rounding, conflict, or unknown (no common scale); and why."""

    kind: str
    working: str


def relate(left: Figure, right: Figure, settings: Mapping[str, float]) -> Relation:
    """The relation of two figures of one quantity. Symmetric."""
    if _order(left) > _order(right):
        left, right = right, left
    if left.yardstick != right.yardstick:
        return Relation("unknown", f"{left.unit} and {right.unit} have no common scale")
    if left.unit != right.unit and left.scale != right.scale:
        return _relate_units(left, right, settings)
    if (left.low, left.high) == (right.low, right.high):
        if left.marks == right.marks:
            return Relation("same", f"{_show(left)} = {_show(right)}")
        return Relation("nuance", f"{_show(left)} beside {_show(right)}")
    if left.is_range or right.is_range:
        return _relate_ranges(left, right, settings)
    for test in (_relate_bounds, _relate_about, _relate_points):
        relation = test(left, right, settings)
        if relation is not None:
            return relation
    return Relation("conflict", f"{_show(left)} is not {_show(right)}")


def _order(figure: Figure) -> tuple[str, str, Decimal, Decimal, list[str]]:
    return (figure.yardstick, figure.unit, figure.low, figure.high, sorted(figure.hedges))


def rounding_interval(value: Decimal) -> Interval:
    """What a written figure stands for when rounded at its last digit that is not zero; a final 5 stands for 2.5 either way.

    >>> str(rounding_interval(Decimal("1500"))), str(rounding_interval(Decimal("9.6")))
    ('[1250, 1750]', '[9.55, 9.65]')
    """
    step = last_place(value)
    half = step * (Decimal("2.5") if (abs(value) / step) % 10 == 5 else Decimal("0.5"))
    return Interval(_trim(value - half), _trim(value + half))


def last_place(value: Decimal) -> Decimal:
    """One unit of the last digit that is not zero: 1500 -> 100, 9.60 -> 0.1, 0 -> 1."""
    if not value:
        return Decimal(1)
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def is_cut(short: Decimal, full: Decimal, *, digits: int = 2, upward: bool = False) -> bool:
    """True where `short` is `full` cut (or raised) to its first one to `digits` digits.

    >>> is_cut(Decimal(300), Decimal(316)), is_cut(Decimal(100000), Decimal(200000))
    (True, False)
    """
    if full <= 0 or short <= 0:
        return False
    top = full.adjusted()
    mode = ROUND_CEILING if upward else ROUND_FLOOR
    return any((full / (unit := Decimal(1).scaleb(top - kept))).to_integral_value(mode) * unit == short for kept in range(digits))


def _relate_units(left: Figure, right: Figure, settings: Mapping[str, float]) -> Relation:
    """Two units of one dimension: either may be the rounded one, so both intervals are opened."""
    first, second = (figure.scale.base_interval(_reach(figure, settings, loose=True)) for figure in (left, right))
    if left.marks == right.marks and _in_base(left) == _in_base(right):
        return Relation("same", f"{_show(left)} = {_show(right)}")
    if not left.scale.common:
        kind = "rounding" if first.overlaps(second) else "conflict"
        return Relation(kind, f"{_show(left)} stands for {first}, {_show(right)} for {second} in base units")
    first, second = (_rounded(_stretched(one, _decimal(settings["rate"]) / 2)) for one in (first, second))
    kind = "rounding" if first.overlaps(second) else "conflict"
    money = left.yardstick.strip("[]")
    return Relation(kind, f"by the rates in the articles {_show(left)} stands for {first} {money}, {_show(right)} for {second}")


def _in_base(figure: Figure) -> tuple[Decimal, Decimal]:
    return figure.scale.base(figure.low), figure.scale.base(figure.high)


def _stretched(interval: Interval, share: Decimal) -> Interval:
    """The interval with both ends moved out by a share of them: what an uncertain rate leaves open. Amounts of money are above 0."""
    low = None if interval.low is None else interval.low * (1 - share)
    high = None if interval.high is None else interval.high * (1 + share)
    return Interval(low, high, interval.closed)


def _rounded(interval: Interval) -> Interval:
    """The ends to four digits: more would pretend to a rate that nobody printed."""
    low, high = (None if end is None else _trim(end.normalize(_FOUR_DIGITS)) for end in (interval.low, interval.high))
    return Interval(low, high, interval.closed)


def _relate_ranges(left: Figure, right: Figure, settings: Mapping[str, float]) -> Relation:
    """A range or a vague word beside another figure: they hold together where they overlap."""
    first, second = (_reach(figure, settings, loose=False) for figure in (left, right))
    kind = "rounding" if first.overlaps(second) else "conflict"
    return Relation(kind, f"{_show(left)} allows {first}, {_show(right)} allows {second}")


def _relate_bounds(left: Figure, right: Figure, settings: Mapping[str, float]) -> Relation | None:
    """A lower or upper bound beside a figure (or another bound): it must be that figure cut short; None where neither is a bound."""
    if not (left.hedges | right.hedges) & (_LOWER | _UPPER):
        return None
    for bound, other in ((left, right), (right, left)):
        if bound.hedges & _LOWER and bound.low < other.low and is_cut(bound.low, other.low):
            return Relation("rounding", f"{_show(bound)}: {plain(other.low)} cut short")
        if bound.hedges & _UPPER and bound.low > other.low and _fits_under(bound, other, settings):
            return Relation("rounding", f"{_show(bound)}: {plain(other.low)} rounded up")
    return Relation("conflict", f"{_show(left)} beside {_show(right)}: neither is the other cut short")


def _fits_under(bound: Figure, other: Figure, settings: Mapping[str, float]) -> bool:
    near = "nearly" in bound.hedges and other.low >= bound.low * (1 - _decimal(settings["about"]))
    return near or is_cut(bound.low, other.low, upward=True)


def _relate_about(left: Figure, right: Figure, settings: Mapping[str, float]) -> Relation | None:
    """A figure that is only about right; None where neither is."""
    if not (left.hedges | right.hedges) & _ABOUT:
        return None
    spread = _decimal(settings["about"])
    for figure, other in ((left, right), (right, left)):
        if figure.hedges & _ABOUT and abs(figure.low - other.low) <= abs(figure.low) * spread:
            return Relation("rounding", f"{_show(figure)}: {plain(other.low)} is within {plain(spread * 100)}%")
    return Relation("conflict", f"{plain(left.low)} and {plain(right.low)} are more than {plain(spread * 100)}% apart")


def _relate_points(left: Figure, right: Figure, settings: Mapping[str, float]) -> Relation | None:
    """Two plain figures."""
    low, high = left.low, right.low
    apart = (high - low) / max(abs(low), abs(high))
    if apart > _decimal(settings["conflict_ratio"]):
        return Relation("conflict", f"{plain(low)} and {plain(high)} are {percent(apart)} apart")
    if left.counts and right.counts:
        return _relate_counts(low, high, apart, settings)
    if last_place(low) == last_place(high) and not _ends_in_five(low) and not _ends_in_five(high):
        return Relation("conflict", f"{plain(low)} and {plain(high)} are written to the same place")
    for one, other in ((low, high), (high, low)):
        if other in rounding_interval(one) or (last_place(one) > last_place(other) and _is_truncated(one, other)):
            return Relation(
                "rounding", f"{plain(one)} stands for {rounding_interval(one)}, which holds {plain(other)}, or is {plain(other)} cut"
            )
    return None


def _relate_counts(low: Decimal, high: Decimal, apart: Decimal, settings: Mapping[str, float]) -> Relation | None:
    """Counts are exact, unless one ends in two zeros and lies close."""
    rounded = any(last_place(value) >= 100 for value in (low, high)) and last_place(low) != last_place(high)
    if rounded and apart <= _decimal(settings["rounding_ratio"]):
        return Relation("rounding", f"{plain(low)} and {plain(high)} are {percent(apart)} apart and one is round")
    return None


def _is_truncated(short: Decimal, full: Decimal) -> bool:
    step = last_place(short)
    return (full / step).to_integral_value(ROUND_FLOOR) * step == short


def _ends_in_five(value: Decimal) -> bool:
    return (abs(value) / last_place(value)) % 10 == 5


def _reach(figure: Figure, settings: Mapping[str, float], *, loose: bool) -> Interval:
    """What a figure allows: opened by its hedges, and where `loose` by rounding."""
    low: Decimal | None = figure.low
    high: Decimal | None = figure.high
    if loose and not figure.is_range:
        rounded = rounding_interval(figure.low)
        most = max(abs(figure.low) * _decimal(settings["zeros"]), min(last_place(figure.low), Decimal(1)) / 2)
        low, high = max(rounded.low or figure.low, figure.low - most), min(rounded.high or figure.low, figure.low + most)
    spread = _decimal(settings["about"])
    if figure.hedges & _ABOUT:
        low, high = min(figure.low * (1 - spread), low or figure.low), max(figure.high * (1 + spread), high or figure.high)
    if figure.hedges & _LOWER:
        high = None if figure.is_range or not loose else figure.high * (1 + spread)
    if figure.hedges & _UPPER:
        low = None if figure.is_range or not loose else figure.low * (1 - spread)
    return Interval(low, high)


def percent(share: Decimal) -> str:
    """A share as a percentage with one decimal: 0.125 -> "12.5%"."""
    return f"{plain((share * 100).quantize(Decimal('0.1')))}%"


def _show(figure: Figure) -> str:
    ends = plain(figure.low) if not figure.is_range else f"{plain(figure.low)} to {plain(figure.high)}"
    hedges = "".join(f"{hedge.replace('_', ' ')} " for hedge in sorted(figure.marks))
    return f"{hedges}{ends} {figure.unit}".strip()


def _decimal(number: float) -> Decimal:
    return Decimal(str(number))


def _trim(number: Decimal) -> Decimal:
    return Decimal(plain(number))
