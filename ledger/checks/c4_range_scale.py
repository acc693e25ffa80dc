"""C4 range-scale: a range whose scale word stands at one end only, though both ends carry a currency ("between $26 and $31 million")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.interval import plain
from ledger.link.profile import figure_of

_SCALES = r"thousand|million|billion|trillion|mn|bn|[mbk]"
_DIGIT = re.compile(r"\d")
_LONG = 4
"""A first figure of so many digits has its own scale: "between £900,000 and £1.2 million"."""
_ENDS = re.compile(
    rf"""
    (?P<first>[$€£¥₹₩₫]\s?[\d.,]{{1,20}}) \s? (?P<first_scale>{_SCALES})? \b
    .{{0,12}}?                                    # to, and, a dash
    [$€£¥₹₩₫]\s?[\d.,]{{1,20}} [\s-]? (?P<second_scale>{_SCALES}) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """A finding for each such range; "$26-31 million" plainly shares its scale and is left alone."""
    for claim in corpus.claims:
        if claim.kind != "currency" or claim.value is not None:
            continue
        match = _ENDS.search(claim.surface)
        if match and not match["first_scale"] and len(_DIGIT.findall(match["first"])) < _LONG:
            low, high = figure_of(claim)
            first, scale = match["first"], match["second_scale"]
            message = f'"{claim.surface}" leaves the scale of its first figure open: say "{first} {scale}" if that is meant'
            yield Finding((claim,), message, f"read as {plain(low)} to {plain(high)} {claim.unit}; as printed {first} has no {scale}")


CHECK = Check("C4", "range-scale", find)
