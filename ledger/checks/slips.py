"""Figures that differ in one telling way only: by a power of ten, or by the unit behind the same digits."""

from __future__ import annotations

from decimal import Decimal

from ledger.link.figures import last_place
from ledger.link.profile import figure_of
from ledger.model import Claim

_LEAST_DIGITS = 2


def is_scale_slip(left: Claim, right: Claim) -> bool:
    """True for points in one unit whose digits are the same and whose size differs by 10^n: 9.6 million and 9.6 billion.

    A single digit (3 and 30) proves nothing unless a scale word stands in both.
    """
    (low, low_end), (high, high_end) = sorted((figure_of(left), figure_of(right)))
    if left.unit != right.unit or low != low_end or high != high_end or low <= 0 or low == high:
        return False
    if low.normalize().as_tuple().digits != high.normalize().as_tuple().digits:
        return False
    digits = len(low.normalize().as_tuple().digits)
    return digits >= _LEAST_DIGITS or (_is_scaled(left) and _is_scaled(right))


def power_of_ten(left: Claim, right: Claim) -> int:
    """n of the larger figure = the smaller * 10^n."""
    low, high = sorted((figure_of(left)[0], figure_of(right)[0]))
    return high.adjusted() - low.adjusted()


def is_unit_slip(left: Claim, right: Claim) -> bool:
    """True for the same written figure in two unlike units or currencies, neither converting the other; not for "$5 million a year" beside
    $5 million, which other words make a yearly sum."""
    linked = left.converts == right.claim_id or right.converts == left.claim_id
    measured = left.kind == right.kind and left.kind in ("currency", "physical")
    rated = f"{left.unit} / " in right.unit or f"{right.unit} / " in left.unit
    return measured and not linked and left.unit != right.unit and not rated and figure_of(left) == figure_of(right)


def _is_scaled(claim: Claim) -> bool:
    """True where a scale word stands in the figure ("3 million")."""
    low, _ = figure_of(claim)
    return low >= 1000 and any(letter.isalpha() for letter in claim.surface) and last_place(low) >= Decimal(1000)
