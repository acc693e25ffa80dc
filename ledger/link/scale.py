"""The common scales of units: which units can be compared, and how a figure reads in the base unit of its dimension."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ledger.extract.units import read_parts
from ledger.interval import Interval
from ledger.model import Claim
from ledger.pack import RulePack


@dataclass(frozen=True, slots=True)
class Scale:
    """A unit's dimension, with factor and offset to its base unit: base = figure * factor + offset.

    `currency` is what an amount of money is counted in (USD for cents of it, "USD / share"), `common` names the scale of a
    currency that can be told in others, since the articles print a rate.
    """

    dimension: str
    factor: Decimal = Decimal(1)
    offset: Decimal = Decimal(0)
    common: str = ""
    currency: str = ""

    def base(self, number: Decimal) -> Decimal:
        """The number in the base unit."""
        return number * self.factor + self.offset

    def base_interval(self, interval: Interval) -> Interval:
        """The interval in the base unit."""
        scaled = interval.scaled(self.factor)
        low = None if scaled.low is None else scaled.low + self.offset
        high = None if scaled.high is None else scaled.high + self.offset
        return Interval(low, high, scaled.closed)


Measure = Callable[[str, str], Scale]
"""(kind, unit) -> its scale."""


def make_measure(scales: Mapping[str, Scale]) -> Measure:
    """A measure over the units of the pack; every other kind is one scale, an unknown unit has a scale of its own.

    A bare number ("the toll rose to 12") may be a count whose noun was not found, so `index` and `count` are one scale.
    """
    known: dict[tuple[str, str], Scale] = {}

    def measure(kind: str, unit: str) -> Scale:
        if (kind, unit) not in known:
            known[kind, unit] = _scale_of(scales, kind, unit)
        return known[kind, unit]

    return measure


def yardstick_of(unit: str) -> str:
    """The currency that amounts must share to be compared: "$150 million a year" is told as "annual savings of $150 million", too.

    >>> yardstick_of("USD / year"), yardstick_of("EUR")
    ('USD', 'EUR')
    """
    return unit.partition(" / ")[0]


SHARE = Scale("percent", Decimal(100))


def scale_of(claim: Claim, measure: Measure) -> Scale:
    """The scale of a claim's figure; a fraction of a whole ("two thirds of voters") is told in percent elsewhere."""
    return SHARE if claim.kind == "ratio" and claim.aspect == "share" else measure(claim.kind, claim.unit)


def _scale_of(scales: Mapping[str, Scale], kind: str, unit: str) -> Scale:
    if kind == "physical":
        return scales.get(unit, Scale(f"unit {unit}"))
    if kind != "currency":
        return Scale("count" if kind == "index" else kind)
    money, slash, per = unit.partition(" / ")
    part = scales.get(money)
    return Scale("currency", part.factor, currency=part.currency + slash + per) if part else Scale("currency", currency=unit)


def read_scales(pack: RulePack) -> dict[str, Scale]:
    """canonical unit -> its scale, from the `scale` tables of the pack's units (dimension, factor, the offset of temperatures), and
    from the parts of its currencies."""
    scales: dict[str, Scale] = {}
    for rule in pack.rules.get("units", ()):
        for unit, (dimension, factor, *offset) in rule.fields.get("scale", {}).items():
            scales[unit] = Scale(str(dimension), _parse_number(factor), _parse_number(offset[0]) if offset else Decimal(0))
    for unit, (whole, worth) in read_parts(pack).items():
        scales[unit] = Scale("currency", worth, currency=whole)
    return scales


def _parse_number(text: str) -> Decimal:
    """A decimal or a fraction ("5/9") to 28 significant digits."""
    top, _, bottom = str(text).partition("/")
    return Decimal(top) / Decimal(bottom or 1)
