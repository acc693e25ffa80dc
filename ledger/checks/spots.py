"""Where the figures of a sentence stand in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ledger.link.words import find_figure
from ledger.model import Claim


@dataclass(frozen=True, slots=True)
class Spot:
    """A claim and where it stands in its sentence (white space folded)."""

    claim: Claim
    start: int
    end: int


def find_spots(claims: Sequence[Claim]) -> tuple[Spot, ...]:
    """The claims of one sentence with their places in it, in text order; a surface that is not found there is left out."""
    spots = []
    for claim in sorted(claims, key=lambda one: (one.start, one.end)):
        start, end = find_figure(claim.sentence, claim.surface, claim.start - claim.sentence_start)
        if end > start:
            spots.append(Spot(claim, start, end))
    return tuple(spots)
