"""C2 implied-rate: a bracketed conversion whose exchange rate is far from the corpus' other rates of the same two currencies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from statistics import median

from ledger.checks.c1_dual_unit import rounded
from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.words import quote, short
from ledger.interval import Interval
from ledger.model import Rate


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """A finding for each rate off its fellows; with fewer than `least_others` of these a rate only stands on the Rates sheet.

    Error where even the loosely rounded figures cannot give any of the others' rates, warning where the printed figures
    miss the others' median by more than `spread`.
    """
    for rate in corpus.rates:
        others = [other for other in corpus.rates if (other.base, other.quote) == (rate.base, rate.quote) and other is not rate]
        if len(others) < int(settings["least_others"]):
            continue
        finding = _judge(corpus, rate, others, settings)
        if finding is not None:
            yield finding


def _judge(corpus: Corpus, rate: Rate, others: Sequence[Rate], settings: Settings) -> Finding | None:
    middle = median(other.rate for other in others)
    spread = Decimal(str(settings["spread"]))
    loose = _loose(corpus, rate, Decimal(str(settings["zeros"])))
    strict = Interval(rate.low, rate.high)
    band = Interval(middle * (1 - spread), middle * (1 + spread))
    if not loose.overlaps(band) and not any(loose.overlaps(Interval(other.low, other.high)) for other in others):
        severity = "severity"
    elif not strict.overlaps(band):
        severity = "strict_severity"
    else:
        return None
    claim, source = corpus.claim[rate.claim_id], corpus.claim[rate.converted_id]
    pair = f"{rate.base} per {rate.quote}"
    message = (
        f"{quote(source)} given as {quote(claim)} makes {short(rate.rate, 5)} {pair}; the other conversions make about {short(middle, 5)}"
    )
    working = (
        f"{short(rate.rate)} {pair}, from {short(rate.low, 5)} to {short(rate.high, 5)} as printed and {_show(loose)} loosely rounded;"
        f" median of {len(others)} others {short(middle)}, {short(spread * 100)}% either way"
    )
    return Finding((source, claim), message, working, severity)


def _loose(corpus: Corpus, rate: Rate, slack: Decimal) -> Interval:
    """The rates that the figures allow when their trailing zeros are roundings."""
    one, two = corpus.claim[rate.claim_id], corpus.claim[rate.converted_id]
    dear, cheap = (one, two) if one.unit == rate.quote else (two, one)
    bottom, top = rounded(dear, slack), rounded(cheap, slack)
    if top.low is None or top.high is None or bottom.low is None or bottom.high is None or bottom.low <= 0:
        return Interval(rate.low, rate.high)
    return Interval(min(rate.low, top.low / bottom.high), max(rate.high, top.high / bottom.low))


def _show(interval: Interval) -> str:
    return f"from {short(interval.low or Decimal(0), 5)} to {short(interval.high or Decimal(0), 5)}"


CHECK = Check("C2", "implied-rate", find, scope="corpus")
