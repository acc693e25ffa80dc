"""The verdict on a fact: what its mentions say of one another, pair by pair."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from ledger.link.figures import Figure, Relation, relate
from ledger.link.profile import figure_of, find_years
from ledger.link.scale import SHARE, Measure, Scale, scale_of, yardstick_of
from ledger.model import Claim

_EXACT_KINDS = frozenset({"count", "rank"})


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two claims of one fact and how their figures stand to each other."""

    left: Claim
    right: Claim
    relation: Relation


@lru_cache(maxsize=1_000)
def find_hedges(qualifier: str) -> frozenset[str]:
    """The hedges of a qualifier, the same set for the same words: figures are made by the hundred thousand."""
    return frozenset(qualifier.split(";")) - {""}


def make_figure(claim: Claim, measure: Measure) -> Figure:
    """The claim's figure as stated; a fraction of a whole in percent."""
    low, high = figure_of(claim)
    hedges = find_hedges(claim.qualifier)
    scale = scale_of(claim, measure)
    if scale is SHARE:
        return Figure(scale.base(low), scale.base(high), hedges, False, "percent", scale.dimension, Scale(scale.dimension))
    yardstick = scale.common or yardstick_of(scale.currency) or scale.dimension
    return Figure(low, high, hedges, claim.kind in _EXACT_KINDS, claim.unit, yardstick, scale)


def find_disputes(claims: Sequence[Claim], measure: Measure, settings: Mapping[str, float]) -> tuple[Dispute, ...]:
    """Every pair of unlike mentions with its relation; mentions of one wording (figure, unit, hedges) stand for each other."""
    written = {(claim.kind, claim.unit, claim.value, claim.low, claim.high, claim.qualifier) for claim in claims}
    if len(written) == 1:
        return ()
    wordings: dict[Figure, Claim] = {}
    for claim in sorted(claims, key=lambda claim: claim.claim_id):
        wordings.setdefault(make_figure(claim, measure), claim)
    figures = sorted(wordings, key=lambda figure: wordings[figure].claim_id)
    return tuple(
        Dispute(wordings[one], wordings[other], relate(one, other, settings))
        for at, one in enumerate(figures)
        for other in figures[at + 1 :]
    )


def judge(claims: Sequence[Claim], disputes: Sequence[Dispute], published: Mapping[str, date | None], measure: Measure) -> str:
    """One of model.VERDICTS for the claims of a fact."""
    if len(claims) == 1:
        return "single"
    kinds = {"nuance" if are_years_apart(dispute.left, dispute.right) else dispute.relation.kind for dispute in disputes}
    if "conflict" in kinds:
        return "superseded" if _is_superseded(claims, disputes, published, measure) else "conflict"
    if "nuance" in kinds:
        return "nuance"
    return "rounding" if kinds & {"rounding", "unknown"} else "agree"


def are_years_apart(left: Claim, right: Claim) -> bool:
    """True where both tell their years, and these differ: two figures of two years contradict each other no more than two scopes do."""
    ones, others = find_years(left.period), find_years(right.period)
    return bool(ones and others) and ones.isdisjoint(others)


def _is_superseded(claims: Sequence[Claim], disputes: Sequence[Dispute], published: Mapping[str, date | None], measure: Measure) -> bool:
    """True where every conflict is between days, and no figure comes back after another took its place."""
    days: dict[Figure, list[date]] = {}
    for claim in claims:
        day = published.get(claim.article)
        if day is None:
            return False
        days.setdefault(make_figure(claim, measure), []).append(day)
    for dispute in disputes:
        if dispute.relation.kind == "conflict" and not are_years_apart(dispute.left, dispute.right):
            first, second = (days[make_figure(claim, measure)] for claim in (dispute.left, dispute.right))
            if not (max(first) < min(second) or max(second) < min(first)):
                return False
    return True
