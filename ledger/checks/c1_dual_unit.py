"""C1 dual-unit: a bracketed conversion that the printed figure cannot be ("100 km (50 miles)")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.reading import find_sentences
from ledger.checks.words import quote, short
from ledger.interval import Interval
from ledger.link.figures import last_place
from ledger.link.profile import figure_of
from ledger.model import Claim

_FRACTION = re.compile(r"\d\s?/\s?\d|[¼½¾⅓⅔]|\b(?:half|third|quarter|fifth)s?\b", re.IGNORECASE)
_OR = re.compile(r"^,\sor\s(?:about\s|roughly\s|some\s|nearly\s|almost\s)?$", re.IGNORECASE)
_CLOSED = re.compile(r"^\s?(?:[,.;]|$)")


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """A finding for each converted physical amount, or amount in cents, whose interval misses its original's in base units."""
    for source, claim in find_pairs(corpus):
        if claim.kind != source.kind or claim.kind not in ("physical", "currency") or claim.unit == source.unit:
            continue
        scale, other = corpus.measure(claim.kind, claim.unit), corpus.measure(source.kind, source.unit)
        if (scale.dimension, scale.currency) != (other.dimension, other.currency):
            continue
        slack = Decimal(str(settings["zeros"]))
        first, second = other.base_interval(rounded(source, slack)), scale.base_interval(rounded(claim, slack))
        if not first.overlaps(second):
            exact = (other.base(figure_of(source)[0]) - scale.offset) / scale.factor
            working = (
                f"{figure_of(source)[0]} {source.unit} = {short(exact, 4)} {claim.unit}; in base units {_show(first)} and {_show(second)}"
            )
            yield Finding((source, claim), f"{quote(source)} is not {quote(claim)}", working)


def find_pairs(corpus: Corpus) -> Iterator[tuple[Claim, Claim]]:
    """(amount, its conversion): in brackets, or between commas behind "or"."""
    for claim in corpus.claims:
        source = corpus.claim.get(claim.converts)
        if source is not None:
            yield source, claim
    for sentence, spots in find_sentences(corpus):
        for one, two in pairwise(spots):
            apposed = _OR.match(sentence[one.end : two.start]) and _CLOSED.match(sentence[two.end :])
            if apposed and not two.claim.converts and two.claim.value is not None and one.claim.value is not None:
                yield one.claim, two.claim


def rounded(claim: Claim, slack: Decimal) -> Interval:
    """What the printed figure stands for: half a unit of its last digit that is not zero, but of trailing zeros at most `slack` of it.

    "About" and fractions ("a third of an inch") reach as far as `slack`. So 60 miles reaches from 55 to 65, and 100 km from 90 to 110:
    a newsroom rounds 97 km to 100, not 62 miles to 50.
    """
    low, high = figure_of(claim)
    loose = "about" in claim.qualifier.split(";") or bool(_FRACTION.search(claim.surface))
    least = slack if loose else Decimal(0)
    return Interval(low - max(_half(low, claim, slack), abs(low) * least), high + max(_half(high, claim, slack), abs(high) * least))


def _half(end: Decimal, claim: Claim, slack: Decimal) -> Decimal:
    place = last_place(end)
    if place <= claim.precision:
        return min(place, claim.precision) / 2
    return max(min(place / 2, abs(end) * slack), claim.precision / 2)


def _show(interval: Interval) -> str:
    low, high = interval.low, interval.high
    return f"[{'' if low is None else short(low, 5)}, {'' if high is None else short(high, 5)}]"


CHECK = Check("C1", "dual-unit", find)
