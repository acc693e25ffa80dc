"""A1 value-conflict: mentions of one fact that cannot both hold.

Error where the words' bounds exclude each other, warning where only a reader's expectation does ("at least 12 dead" beside "15 dead").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ledger.checks.corpus import Corpus
from ledger.checks.drift import is_drift
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.slips import is_scale_slip, is_unit_slip
from ledger.checks.words import listed, said
from ledger.interval import Interval
from ledger.link.figures import rounding_interval
from ledger.link.profile import figure_of
from ledger.link.scale import Measure, scale_of
from ledger.link.verdict import Dispute, are_years_apart, find_disputes
from ledger.model import Claim

_EXACT = frozenset({"count", "rank"})
_DAYS = frozenset({"day", "night", "week", "month", "year", "season"})


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """One finding a fact with verdict conflict, on its conflicting mentions; slips and drifts are A3's, A4's and A12's.

    Figures of two years are two things."""
    for fact in corpus.facts:
        if fact.verdict != "conflict":
            continue
        disputes = find_disputes(corpus.claims_of(fact), corpus.measure, settings["figures"])
        clashes = [dispute for dispute in disputes if dispute.relation.kind == "conflict" and not _is_slip(dispute)]
        if clashes:
            yield make_finding(clashes, corpus.measure)


def _is_slip(dispute: Dispute) -> bool:
    one, two = dispute.left, dispute.right
    if one.kind == two.kind == "rank" and {one.entity.rpartition(" ")[2], two.entity.rpartition(" ")[2]} <= _DAYS:
        return True  # "the seventh straight day", and a day later the eighth
    return are_years_apart(one, two) or is_scale_slip(one, two) or is_unit_slip(one, two) or is_drift(one, two) or is_drift(two, one)


def make_finding(clashes: Sequence[Dispute], measure: Measure) -> Finding:
    """The finding of one fact's clashes: each figure once, in text order, and each clash as a line of arithmetic."""
    claims = sorted({claim.claim_id: claim for clash in clashes for claim in (clash.left, clash.right)}.values(), key=_by_figure)
    hard = any(excludes(clash.left, clash.right, measure) for clash in clashes)
    told = _one_of_each(claims)
    message = f"These cannot {'both' if len(told) == 2 else 'all'} hold: {listed([said(claim) for claim in told])}"
    working = "; ".join(clash.relation.working for clash in clashes)
    return Finding(tuple(claims), message, working, "severity" if hard else "expected_severity")


def _one_of_each(claims: Sequence[Claim]) -> list[Claim]:
    """The first mention of each figure and hedge: what a message names."""
    firsts: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        firsts.setdefault((*figure_of(claim), claim.kind, claim.qualifier), claim)
    return list(firsts.values())


def excludes(left: Claim, right: Claim, measure: Measure) -> bool:
    """True where the bounds of the two, opened by rounding where they measure, have no number in common.

    Never for two currencies: a rate lies between them that neither article may have used. Cents and dollars are one."""
    scales = [scale_of(claim, measure) for claim in (left, right)]
    if scales[0].currency != scales[1].currency:
        return False
    first, second = (scale.base_interval(allowed(claim)) for scale, claim in zip(scales, (left, right), strict=True))
    return not first.overlaps(second)


def allowed(claim: Claim) -> Interval:
    """What the words allow; a measured point stands for all that rounds to it."""
    bounds = claim.bounds
    low, high = figure_of(claim)
    if bounds.low is None and bounds.high is None:
        bounds = Interval(low, high)
    if claim.kind in _EXACT or low != high or bounds.low != bounds.high:
        return bounds
    return rounding_interval(low)


def _by_figure(claim: Claim) -> tuple[object, ...]:
    return (*figure_of(claim), claim.article, claim.start)


CHECK = Check("A1", "value-conflict", find, scope="fact")
