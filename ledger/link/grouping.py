"""From claims to groups of claims: mentions of one figure first, then groups of different figures.

Stage 1 joins bracketed conversions and mentions of one figure; stage 2 joins its groups where the words say that they tell one quantity
although the figures differ. Both are correlation clusterings of summed weights.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ledger.link.block import Pair, find_equal_pairs, find_other_pairs, is_crowded
from ledger.link.cluster import FORBIDDEN, cluster
from ledger.link.compare import Comparer, gainsay
from ledger.link.comparers import Comparers
from ledger.link.merge import Sets, merge_profiles
from ledger.link.profile import Profile
from ledger.link.settings import LinkSettings
from ledger.model import Claim

Apart = tuple[Profile, Profile, float]
"""Two groups that ended in different facts, and what the pair weighs."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """Facts to be, each as its groups of one figure; and the pairs that were compared and kept apart, with their weights."""

    facts: tuple[tuple[Profile, ...], ...]
    strongest: tuple[float, ...]
    """Beside each fact, the weight of its strongest link between different figures; -inf where it has one figure only."""
    apart: tuple[Apart, ...]
    """Pairs that ended in different facts though they came near a link, of one figure or of several, and what they weighed."""
    crowded: bool = False
    """True where the event was too large to compare every pair of its groups."""


def group_claims(profiles: Mapping[str, Profile], comparers: Comparers, settings: LinkSettings) -> Grouping:
    """The grouping of the claims of one event."""
    equal, other = comparers.equal, comparers.other
    limits = settings.thresholds
    reach = int(limits["reach"])
    nodes = join_conversions(profiles)
    first = _score(find_equal_pairs(nodes, Decimal(str(limits["conversion"])), reach), nodes, equal)
    found = cluster(len(nodes), _above(first, limits["equal"]), limits["unseen"])
    first = _near(first, limits["near_miss"])
    groups = _merge(nodes, found)
    second = _score(find_other_pairs(groups, reach), groups, other)
    found = cluster(len(groups), _above(second, limits["link"]), limits["unseen"])
    facts = tuple(tuple(groups[number] for number in numbers) for numbers in found)
    strongest = tuple([_strongest(numbers, second) for numbers in found])
    apart = tuple(_find_apart(facts, (first, nodes), (_near(second, limits["near_miss"]), groups)))
    return Grouping(facts, strongest, apart, is_crowded(groups, reach))


def join_conversions(profiles: Mapping[str, Profile]) -> list[Profile]:
    """Each bracketed amount joined to the amount it converts; sorted by key."""
    parts: dict[str, list[Profile]] = {}
    for claim_id in sorted(profiles):
        parts.setdefault(_converted(profiles[claim_id].claims[0], profiles), []).append(profiles[claim_id])
    known: Sets = {}
    return sorted((merge_profiles(part, known) for part in parts.values()), key=lambda profile: profile.key)


def _converted(claim: Claim, profiles: Mapping[str, Profile]) -> str:
    """The id of the amount at the root of a chain of conversions; a chain that runs in a circle ends where it began."""
    seen = {claim.claim_id}
    while claim.converts in profiles and claim.converts not in seen:
        seen.add(claim.converts)
        claim = profiles[claim.converts].claims[0]
    return claim.claim_id


def _score(pairs: set[Pair], nodes: Sequence[Profile], comparer: Comparer) -> dict[Pair, float]:
    return {pair: pair_score(nodes[pair[0]], nodes[pair[1]], comparer) for pair in sorted(pairs)}


def pair_score(left: Profile, right: Profile, comparer: Comparer) -> float:
    """The weight of a pair; two different figures in one sentence are never one quantity, unless two sources are told apart there."""
    if not left.sentences.isdisjoint(right.sentences) and left.figures.isdisjoint(right.figures) and not gainsay(left, right):
        return FORBIDDEN
    return comparer.score(left, right)


def _above(scores: Mapping[Pair, float], threshold: float) -> dict[Pair, float]:
    return {pair: score - threshold for pair, score in scores.items()}


def _near(scores: Mapping[Pair, float], least: float) -> dict[Pair, float]:
    """The pairs that may be told as near misses: those of most are too far apart, and go to make room."""
    return {pair: score for pair, score in scores.items() if score >= least}


def _merge(nodes: Sequence[Profile], found: Sequence[Sequence[int]]) -> list[Profile]:
    known: Sets = {}
    return sorted((merge_profiles([nodes[number] for number in numbers], known) for numbers in found), key=lambda profile: profile.key)


def _strongest(numbers: Sequence[int], scores: Mapping[Pair, float]) -> float:
    """The weight of the strongest pair inside a fact."""
    if len(numbers) == 1:
        return FORBIDDEN
    return max([scores.get((one, two), FORBIDDEN) for at, one in enumerate(numbers) for two in numbers[at + 1 :]])


def _find_apart(facts: Sequence[Sequence[Profile]], *stages: tuple[Mapping[Pair, float], Sequence[Profile]]) -> Iterator[Apart]:
    """The pairs of both stages that ended in different facts."""
    home = {claim.claim_id: at for at, groups in enumerate(facts) for group in groups for claim in group.claims}
    for scores, nodes in stages:
        homes = [home[node.key] for node in nodes]
        for (one, two), score in scores.items():
            if homes[one] != homes[two]:
                yield nodes[one], nodes[two], score
