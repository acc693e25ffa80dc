"""One numeral: its tokens, its value or range, its last written digit. What every reader of numbers makes and changes."""

from __future__ import annotations

from decimal import Decimal

ONE = Decimal(1)
HYPHENS = frozenset("-‐‑‒–")
"""Marks that may join the words of one number: twenty-one, half-a-dozen."""


def step_of(decimals: int) -> Decimal:
    """One unit of the last of so many decimals.

    >>> step_of(0), step_of(2)
    (Decimal('1'), Decimal('0.01'))
    """
    return ONE.scaleb(-decimals)


class Numeral:
    """One numeral: tokens `first` to `last` (half-open), its value or range, and one unit of its last written digit."""

    __slots__ = ("first", "high", "last", "low", "ordinal", "raw", "role", "scale", "spelled", "step", "tail", "value")

    def __init__(self, first: int, last: int, value: Decimal | None, step: Decimal = ONE, *, spelled: bool = False, role: str = "") -> None:
        self.first, self.last = first, last
        self.value, self.low, self.high = value, value, value
        self.step = step
        self.raw = value
        """The figure before its scale word: 26 in "26 million"."""
        self.scale = ONE
        self.spelled = spelled
        self.ordinal = False
        self.tail: Decimal | None = None
        """What stands behind the last "and" of a number in words: 3 in "one hundred and three"."""
        self.role = role
        """"" for a plain number; vague, tuple, fraction, fold, multiplier, ordinal for the words that need more."""

    def become(self, value: Decimal, step: Decimal, last: int) -> None:
        """Take a new value, which is read up to token `last`."""
        self.value = self.low = self.high = self.raw = value
        self.step, self.last = step, last

    def add(self, amount: Decimal, step: Decimal, last: int) -> None:
        """Take in what is said behind: the half of "two and a half"."""
        assert self.value is not None
        self.become(self.value + amount, step, last)

    def times(self, factor: Decimal, last: int) -> None:
        """Take in a scale word that ends before token `last`."""
        self.value = None if self.value is None else self.value * factor
        self.low = None if self.low is None else self.low * factor
        self.high = None if self.high is None else self.high * factor
        self.step *= factor
        self.scale *= factor
        self.last = last
