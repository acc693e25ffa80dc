"""The common scales of units: which units can be compared, and how a figure reads in the base unit of its dimension."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from ledger.interval import Interval


@dataclass(frozen=True, slots=True)
class Scale:
    """A unit's dimension, with factor and offset to its base unit: base = figure * factor + offset."""

    dimension: str
    factor: Decimal = Decimal(1)
    offset: Decimal = Decimal(0)

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


def make_measure() -> Measure:
    """A measure that remembers what it was asked; every currency is a scale of its own, counts are one scale."""
    known: dict[tuple[str, str], Scale] = {}

    def measure(kind: str, unit: str) -> Scale:
        if (kind, unit) not in known:
            known[kind, unit] = _find_scale(kind, unit)
        return known[kind, unit]

    return measure


def _find_scale(kind: str, unit: str) -> Scale:
    if kind != "physical":
        return Scale(kind)
    return Scale(f"physical {unit}")
