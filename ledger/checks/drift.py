"""Rounding that drifted: 9.6, then "10", then "more than 10"."""

from __future__ import annotations

from collections.abc import Iterable

from ledger.link.figures import last_place, rounding_interval
from ledger.link.profile import figure_of
from ledger.model import Claim

_LOWER = frozenset({"more_than", "at_least"})
_UPPER = frozenset({"less_than", "at_most", "nearly"})


def first_of_each(claims: Iterable[Claim]) -> list[Claim]:
    """The first claim of each figure, unit and hedge: what stands for all of its kind in a fact of many mentions."""
    firsts: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        firsts.setdefault((figure_of(claim), claim.value is None, claim.unit, claim.qualifier), claim)
    return list(firsts.values())


def is_drift(bound: Claim, exact: Claim) -> bool:
    """True where a hedge shuts out the very figure that its own figure rounds: "more than 10" beside a plain 9.6."""
    figure, other = figure_of(bound)[0], figure_of(exact)[0]
    hedges = set(bound.qualifier.split(";"))
    if exact.qualifier or bound.unit != exact.unit or bound.value is None or exact.value is None or figure == other:
        return False
    near = abs(figure - other) * 10 <= abs(figure)
    rounds = near and other in rounding_interval(figure) and last_place(figure) > last_place(other)
    return rounds and bool((hedges & _LOWER and other < figure) or (hedges & _UPPER and other > figure))
