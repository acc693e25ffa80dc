"""How messages name figures, articles and hedges."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal

from ledger.interval import plain
from ledger.model import Claim


def quote(claim: Claim) -> str:
    """The figure as printed, with its hedges and what it counts: "nearly 350 (cooperation agreement)"."""
    hedges = claim.qualifier.replace(";", " ").replace("_", " ")
    entity = f" ({claim.entity})" if claim.entity else ""
    return f"{hedges} {' '.join(claim.surface.split())}{entity}".strip()


def said(claim: Claim) -> str:
    """The figure as printed and the article that prints it."""
    return f"{quote(claim)} in {claim.article}"


def listed(parts: list[str]) -> str:
    """Parts as an English list: "a", "a and b", "a, b and c"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def short(number: Decimal, digits: int = 6) -> str:
    """A computed number as plain decimals with at most so many significant digits.

    >>> short(Decimal(350) / 3), short(Decimal("140.0"))
    ('116.667', '140')
    """
    if not number:
        return "0"
    place = min(number.adjusted() - digits + 1, 0)
    return plain(number.quantize(Decimal(1).scaleb(place), rounding=ROUND_HALF_EVEN))
