"""Intervals of Decimals with open or closed ends; an absent end is unbounded."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers from `low` to `high`; None is unbounded, `closed` is one of "[]", "[)", "(]", "()".

    >>> str(Interval(None, Decimal(350), "(]"))
    '(-inf, 350]'
    """

    low: Decimal | None
    high: Decimal | None
    closed: str = "[]"

    def __post_init__(self) -> None:
        if self.closed not in ("[]", "[)", "(]", "()"):
            raise ValueError(f"closed is one of [] [) (] (), not {self.closed!r}")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low {self.low} is above high {self.high}")

    def __str__(self) -> str:
        left = "(-inf" if self.low is None else f"{self.closed[0]}{self.low}"
        right = "+inf)" if self.high is None else f"{self.high}{self.closed[1]}"
        return f"{left}, {right}"

    def __contains__(self, number: Decimal) -> bool:
        return self.overlaps(Interval(number, number))

    def overlaps(self, other: Interval) -> bool:
        """True where some number lies in both. Symmetric."""
        return self.intersection(other) is not None

    def intersection(self, other: Interval) -> Interval | None:
        """The numbers in both, or None."""
        low, left = _tighter(self.low, self.closed[0], other.low, other.closed[0], lower=True)
        high, right = _tighter(self.high, self.closed[1], other.high, other.closed[1], lower=False)
        if low is not None and high is not None and (low > high or (low == high and left + right != "[]")):
            return None
        return Interval(low, high, left + right)

    def scaled(self, factor: Decimal) -> Interval:
        """The interval times a factor; a negative factor swaps the ends."""
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        if factor >= 0:
            return Interval(low, high, self.closed)
        mirrored = ("[" if self.closed[1] == "]" else "(") + ("]" if self.closed[0] == "[" else ")")
        return Interval(high, low, mirrored)


def _tighter(a: Decimal | None, a_mark: str, b: Decimal | None, b_mark: str, *, lower: bool) -> tuple[Decimal | None, str]:
    """The end that cuts off more; an absent end cuts nothing; of equal ends the open one cuts more."""
    if a is None or b is None:
        return (b, b_mark) if a is None else (a, a_mark)
    if a == b:
        return a, a_mark if a_mark in "()" else b_mark
    return (a, a_mark) if (a > b) == lower else (b, b_mark)


def around(value: Decimal, half_width: Decimal) -> Interval:
    """The closed interval of `half_width` on either side of `value`."""
    return Interval(value - half_width, value + half_width)


def plain(number: Decimal) -> str:
    """A number as plain decimals, without exponent or idle zeros.

    >>> plain(Decimal("9.3E+11")), plain(Decimal("2.50")), plain(Decimal("-0"))
    ('930000000000', '2.5', '0')
    """
    text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
