"""Exchange rates that bracketed conversions imply: "2 million VND (77 USD)" says 25,974 VND for a dollar."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from statistics import median

from ledger.interval import Interval
from ledger.link.profile import figure_of
from ledger.model import Claim, Rate

_DIGITS = 12
_HEDGE_WORDS = 2


def find_rates(claims: Iterable[Claim]) -> tuple[Rate, ...]:
    """The rate of every amount that converts another currency's; sorted by article and claim id.

    Of two currencies the dearer one is the quote, so that a pair reads the same way throughout: so many `base` for one `quote`.
    """
    known = {claim.claim_id: claim for claim in claims}
    pairs = [
        (claim, known[claim.converts]) for claim in known.values() if claim.converts in known and _can_tell(claim, known[claim.converts])
    ]
    dearer = _dearer(pairs)
    rates = [_make_rate(claim, source, dearer[_both(claim, source)]) for claim, source in pairs]
    return tuple(sorted(rates, key=lambda rate: (rate.article, rate.claim_id)))


def _can_tell(claim: Claim, source: Claim) -> bool:
    """Two points of different currencies (cents and pence give no rate), neither of them 0 or in doubt about its sign."""
    money = claim.kind == source.kind == "currency" and claim.unit != source.unit
    money = money and all(one.unit.partition(" / ")[0].isupper() for one in (claim, source))
    return money and opens_bracket(source, claim) and all(one.value is not None and one.value > 0 for one in (claim, source))


def opens_bracket(source: Claim, claim: Claim) -> bool:
    """False where more than a hedge stands between an amount and the bracketed one: "(the bank gave $1 million of it)"."""
    between = claim.sentence[source.end - source.sentence_start : claim.start - claim.sentence_start]
    return "(" not in between or len(between.split("(", 1)[1].split()) <= _HEDGE_WORDS


def _both(claim: Claim, source: Claim) -> tuple[str, str]:
    return (min(claim.unit, source.unit), max(claim.unit, source.unit))


def _dearer(pairs: Sequence[tuple[Claim, Claim]]) -> Mapping[tuple[str, str], str]:
    """For each two currencies the one of which fewer are paid, by the median of all conversions."""
    ratios: dict[tuple[str, str], list[Decimal]] = {}
    for claim, source in pairs:
        first, second = sorted((claim, source), key=lambda one: one.unit)
        ratios.setdefault(_both(claim, source), []).append(figure_of(first)[0] / figure_of(second)[0])
    return {both: both[1] if median(found) >= 1 else both[0] for both, found in ratios.items()}


def _make_rate(claim: Claim, source: Claim, quote: str) -> Rate:
    """The quotient of the printed figures, and the least and greatest that rounding at their last written digits allows."""
    dear, cheap = (claim, source) if claim.unit == quote else (source, claim)
    bottom, top = written_interval(dear), written_interval(cheap)
    if bottom.low is None or bottom.high is None or top.low is None or top.high is None:
        raise ValueError("a printed figure has both ends")
    return Rate(
        article=claim.article,
        claim_id=claim.claim_id,
        converted_id=source.claim_id,
        base=cheap.unit,
        quote=dear.unit,
        low=_divide(top.low, bottom.high),
        rate=_divide(figure_of(cheap)[0], figure_of(dear)[0]),
        high=_divide(top.high, bottom.low),
    )


def written_interval(claim: Claim) -> Interval:
    """Half a unit of the last written digit either way; never down to zero."""
    low, high = figure_of(claim)
    half = min(claim.precision, low) / 2
    return Interval(low - half, high + half)


def _divide(top: Decimal, bottom: Decimal) -> Decimal:
    """The quotient to twelve significant digits."""
    with localcontext() as context:
        context.prec = _DIGITS
        context.rounding = ROUND_HALF_EVEN
        return top / bottom
