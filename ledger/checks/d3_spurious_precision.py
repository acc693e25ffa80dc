"""D3 spurious-precision: "about" before a figure with many digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.words import quote
from ledger.interval import plain
from ledger.link.profile import figure_of
from ledger.model import Claim

_YEAR = re.compile(r"^1\d{3}$|^20\d\d$")
"""A year that was taken for a figure: "restored about 1897"."""


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """A finding for each point figure with a hedge of `hedges` and `digits` significant digits or more; no conversions."""
    hedges, digits = frozenset(settings["hedges"]), int(settings["digits"])
    for claim in corpus.claims:
        own = claim.section not in ("teaser", "boilerplate") and not claim.converts and claim.value is not None
        if own and not _YEAR.match(claim.surface) and hedges & set(claim.qualifier.split(";")) and count_digits(claim) >= digits:
            working = f"{plain(figure_of(claim)[0])} has {count_digits(claim)} significant digits"
            yield Finding((claim,), f'"{quote(claim)}" is hedged and exact at once', working)


def count_digits(claim: Claim) -> int:
    """The significant digits of a point figure: 1234500 has 5."""
    return len(figure_of(claim)[0].normalize().as_tuple().digits)


CHECK = Check("D3", "spurious-precision", find, style=True)
