"""What a currency is worth in another, by the conversions that the articles themselves print: "2 million euros (£1.7m; $2.6m)".

Without a printed conversion two currencies have no common scale; with one, £88m and 103m euros can be told to be one amount.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from statistics import median

from ledger.link.scale import Measure, Scale
from ledger.model import Claim

Worths = Mapping[str, tuple[str, Decimal]]
"""currency -> (the currency that its group is told in, what one unit is worth in that)."""
_DIGITS = 12


def find_worths(claims: Iterable[Claim], measure: Measure) -> dict[str, tuple[str, Decimal]]:
    """currency -> (the currency that its group is told in, what one unit is worth in that), for currencies that conversions join.

    A group is told in its first currency by name; a chain of conversions is followed by its most frequent links.
    """
    ratios = _find_ratios(claims, measure)
    joined: dict[str, list[tuple[int, str, Decimal]]] = {}
    for (one, other), found in ratios.items():
        middle = median(found)
        joined.setdefault(one, []).append((-len(found), other, middle))
        joined.setdefault(other, []).append((-len(found), one, _divide(Decimal(1), middle)))
    worths: dict[str, tuple[str, Decimal]] = {}
    for start in sorted(joined):
        if start not in worths:
            worths[start] = start, Decimal(1)
            reached = [start]
            for here in reached:
                for _, there, ratio in sorted(joined[here]):
                    if there not in worths:
                        worths[there] = start, _divide(worths[here][1], ratio)
                        reached.append(there)
    return worths


def with_worths(measure: Measure, worths: Worths) -> Measure:
    """The measure, with the currencies of a group on one scale."""
    known: dict[str, Scale] = {}

    def measured(kind: str, unit: str) -> Scale:
        scale = known.get(unit) or measure(kind, unit)
        if kind != "currency" or scale.currency not in worths or unit in known:
            return scale
        root, worth = worths[scale.currency]
        known[unit] = Scale("currency", scale.factor * worth, common=f"[{root}]", currency=scale.currency)
        return known[unit]

    return measured


def _find_ratios(claims: Iterable[Claim], measure: Measure) -> dict[tuple[str, str], list[Decimal]]:
    """(currency, other currency), in the order of their names -> the ratios of amounts that convert one another."""
    known: dict[str, tuple[str, str, Decimal]] = {}
    for claim in claims:
        if claim.kind == "currency" and claim.value is not None and claim.value > 0:
            scale = measure(claim.kind, claim.unit)
            known[claim.claim_id] = claim.converts, scale.currency, claim.value * scale.factor
    ratios: dict[tuple[str, str], list[Decimal]] = {}
    for converts, currency, amount in known.values():
        _, other, worth = known.get(converts, ("", currency, amount))
        if other != currency:
            (first, low), (second, high) = sorted(((currency, amount), (other, worth)))
            ratios.setdefault((first, second), []).append(_divide(high, low))
    return ratios


def _divide(top: Decimal, bottom: Decimal) -> Decimal:
    """The quotient to twelve significant digits."""
    with localcontext() as context:
        context.prec = _DIGITS
        context.rounding = ROUND_HALF_EVEN
        return top / bottom
