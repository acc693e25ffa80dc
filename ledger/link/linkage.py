"""From claims to groups of claims: mentions of one figure first, then groups of different figures.

Stage 1 joins bracketed conversions and mentions of one figure; stage 2 joins its groups where the words say that they tell one quantity
although the figures differ. Both are correlation clusterings of summed weights.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from ledger.link.block import Pair, find_equal_pairs, find_other_pairs
from ledger.link.cluster import FORBIDDEN, cluster
from ledger.link.compare import Comparer
from ledger.link.profile import Profile, merge_profiles
from ledger.link.settings import LinkSettings
from ledger.model import Claim


@dataclass(frozen=True, slots=True)
class Grouping:
    """Claims that are one quantity, as groups of one figure each, and what every comparison of stage 2 weighed."""

    facts: tuple[tuple[Profile, ...], ...]
    weights: Mapping[tuple[str, str], float] = field(default_factory=dict)
    """(key, key) of two groups of different figures -> log-odds that they are one quantity."""


def group_claims(profiles: Mapping[str, Profile], equal: Comparer, other: Comparer, settings: LinkSettings) -> Grouping:
    """The grouping of the profiles' claims; `equal` weighs mentions of one figure, `other` groups of different figures."""
    nodes = join_conversions(profiles)
    groups = _join_equal(nodes, equal, settings)
    pairs = find_other_pairs(groups, other)
    scores = {pair: pair_score(groups[pair[0]], groups[pair[1]], other) for pair in sorted(pairs)}
    threshold = settings.thresholds["link"]
    found = cluster(len(groups), {pair: score - threshold for pair, score in scores.items()}, settings.thresholds["unseen"])
    facts = tuple(tuple(groups[node] for node in nodes) for nodes in found)
    return Grouping(facts, {(groups[one].key, groups[two].key): score for (one, two), score in scores.items()})


def join_conversions(profiles: Mapping[str, Profile]) -> list[Profile]:
    """Each bracketed amount joined to the amount it converts; sorted by key."""
    parts: dict[str, list[Profile]] = {}
    for claim_id in sorted(profiles):
        parts.setdefault(_converted(profiles[claim_id].claims[0], profiles), []).append(profiles[claim_id])
    return sorted((merge_profiles(part) for part in parts.values()), key=lambda profile: profile.key)


def _converted(claim: Claim, profiles: Mapping[str, Profile]) -> str:
    """The id of the amount at the root of a chain of conversions; a chain that runs in a circle ends where it began."""
    seen = {claim.claim_id}
    while claim.converts in profiles and claim.converts not in seen:
        seen.add(claim.converts)
        claim = profiles[claim.converts].claims[0]
    return claim.claim_id


def _join_equal(nodes: Sequence[Profile], comparer: Comparer, settings: LinkSettings) -> list[Profile]:
    """Stage 1: groups of mentions of one figure, sorted by key."""
    threshold = settings.thresholds["equal"]
    pairs = find_equal_pairs(nodes, Decimal(str(settings.thresholds["conversion"])))
    weights = {(one, two): pair_score(nodes[one], nodes[two], comparer) - threshold for one, two in sorted(pairs)}
    found = cluster(len(nodes), weights, settings.thresholds["unseen"])
    return sorted((merge_profiles([nodes[node] for node in members]) for members in found), key=lambda profile: profile.key)


def pair_score(left: Profile, right: Profile, comparer: Comparer) -> float:
    """The weight of a pair; two different figures in one sentence are never one quantity."""
    if left.sentences & right.sentences and not left.figures & right.figures:
        return FORBIDDEN
    return comparer.score(left, right)
