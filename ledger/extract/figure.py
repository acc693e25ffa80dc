"""A figure: a quantity at a place, built up by the stages of the extraction."""

from __future__ import annotations

from decimal import Decimal

from ledger.extract.measure_lexicon import Measure, Part
from ledger.extract.numeral import ONE, Numeral


class Figure:
    """A quantity at a place: tokens `first` to `last` (half-open), magnitude, kind and unit."""

    __slots__ = (
        "adjectival", "base", "converts", "currency_prefix", "direction", "entity", "first", "head", "high", "index",
        "kind", "last", "low", "measure_first", "noun_class", "noun_first", "noun_last", "numeral_first", "numeral_last",
        "ordinal", "part", "per", "qualifiers", "range_order", "raw", "role", "rules", "scale", "scope", "shared", "spelled", "step",
        "unit", "value", "weight", "words_first", "words_last",
    )  # fmt: skip

    def __init__(self, numeral: Numeral) -> None:
        self.first, self.last = numeral.first, numeral.last
        self.numeral_first, self.numeral_last = numeral.first, numeral.last
        self.value, self.low, self.high = numeral.value, numeral.low, numeral.high
        self.step, self.scale, self.raw = numeral.step, numeral.scale, numeral.raw
        self.spelled, self.ordinal, self.role = numeral.spelled, numeral.ordinal, numeral.role
        self.kind, self.unit, self.per = "", "", ""
        self.currency_prefix = False
        self.part: Part | None = None
        """What its unit is worth of a currency, for cents, pence and the like."""
        self.adjectival = False
        self.measure_first = numeral.last
        self.range_order = 0  # 1 for a range written upwards, -1 downwards
        self.index = -1
        self.converts: Figure | None = None
        self.shared: Figure | None = None
        """The figure whose unit and noun this one took over."""
        self.qualifiers: list[str] = ["at_least"] if numeral.role == "digits" else []
        self.words_first, self.words_last = numeral.first, numeral.last  # with the hedges
        self.noun_first, self.noun_last, self.head = -1, -1, -1
        self.entity, self.noun_class = "", ""
        self.direction, self.weight, self.base, self.scope = "", "core", "", ""
        self.rules: list[str] = []

    @property
    def bare(self) -> bool:
        """True for a number without currency, percent or unit."""
        return not self.kind

    @property
    def is_range(self) -> bool:
        """True for two ends and no one value."""
        return self.value is None

    def become(self, value: Decimal, step: Decimal, last: int) -> None:
        """Take a new magnitude, which is told up to token `last`."""
        self.value = self.low = self.high = value
        self.step, self.last = step, last

    def times(self, factor: Decimal) -> None:
        """Scale the whole figure (a shared scale word, a part of a currency)."""
        self.value = None if self.value is None else self.value * factor
        self.low = None if self.low is None else self.low * factor
        self.high = None if self.high is None else self.high * factor
        self.step *= factor

    def negate(self) -> None:
        """Turn the sign."""
        self.value = None if self.value is None else -self.value
        low = None if self.low is None else -self.low
        self.low = None if self.high is None else -self.high
        self.high = low

    def take_measure(self, measure: Measure) -> None:
        """Give the figure its unit; its tokens go on to the end of it."""
        self.measure_first = self.last
        self.kind, self.unit, self.last = measure.kind, measure.unit, measure.last
        self.adjectival = measure.hyphen
        self.part = measure.part
        if measure.factor != ONE:
            self.times(measure.factor)
