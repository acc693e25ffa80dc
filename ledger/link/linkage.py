"""Linking: the claims of all articles become facts, each a quantity of one thing, with a verdict and with the reasons written down."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count, pairwise
from types import MappingProxyType

from ledger.collection import uncollected
from ledger.link.compare import Comparer
from ledger.link.events import find_events
from ledger.link.exchange import find_worths, with_worths
from ledger.link.facts import make_fact
from ledger.link.figures import Figure, relate
from ledger.link.grouping import Apart, group_claims
from ledger.link.ids import assign_ids
from ledger.link.profile import Profile, make_profiles
from ledger.link.reprints import find_reprints
from ledger.link.scale import Measure, make_measure, read_scales
from ledger.link.settings import LinkSettings, make_settings
from ledger.link.twins import mark_twins
from ledger.link.verdict import find_disputes, judge, make_figure
from ledger.model import Claim, Comparison, Extraction, Fact
from ledger.pack import RulePack

_ALL_PAIRS = 5
"""A fact of more mentions is explained by one pair a mention, not by all of them."""
_NEAR_MISSES = 1


@dataclass(frozen=True, slots=True)
class Linkage:
    """What linking says of a corpus: facts by id, copy -> original, and the comparisons inside facts and just outside them."""

    facts: tuple[Fact, ...]
    reprints: Mapping[str, str]
    comparisons: tuple[Comparison, ...]
    crowded: int = 0
    """How many events were too large to compare every pair of their figures."""


@uncollected()
def link(
    extractions: Sequence[Extraction], pack: RulePack, earlier: Mapping[str, tuple[str, ...]], reprints: dict[str, str] | None = None
) -> Linkage:
    """The linkage of all claims; the order of the extractions does not matter. `earlier` is fact id -> claim ids of the last build.

    `reprints` are those of `find_copies`, where somebody asked for them before and has let go of the shingles.
    """
    settings = make_settings(pack.link)
    ordered = sorted(extractions, key=lambda extraction: extraction.article.article)
    articles = [extraction.article for extraction in ordered]
    measure = make_measure(read_scales(pack))
    measure = with_worths(measure, find_worths((claim for one in ordered for claim in one.claims), measure))
    if reprints is None:
        reprints = find_reprints(articles, settings.reprints)
    events = find_events(articles, reprints, settings.events)
    profiles = _make_all_profiles(ordered, events, settings, measure)
    equal, other = make_comparers(settings, measure)
    grouping = group_claims(profiles, equal, other, settings)
    published = {article.article: article.published for article in articles}
    told, apart, crowded = list(grouping.facts), list(grouping.apart), grouping.crowded
    groups = [[claim for group in fact for claim in group.claims] for fact in told]
    ids = assign_ids([[claim.claim_id for claim in claims] for claims in groups], earlier)
    facts = []
    for fact_id, claims, weight in zip(ids, groups, grouping.strongest, strict=True):
        disputes = find_disputes(claims, measure, settings.verdict) if len(claims) > 1 else ()
        verdict = judge(claims, disputes, published, measure)
        facts.append(make_fact(fact_id, claims, verdict if weight >= settings.thresholds["flag"] else unsure(verdict), published, reprints))
    del grouping  # what is compared below is used up meanwhile
    return Linkage(
        facts=tuple(sorted(facts, key=lambda fact: fact.fact_id)),
        reprints=MappingProxyType(reprints),
        comparisons=_find_comparisons(told, apart, profiles, (equal, other)),
        crowded=crowded,
    )


def find_copies(extractions: Iterable[Extraction], pack: RulePack) -> dict[str, str]:
    """article -> the article it reprints."""
    return find_reprints([one.article for one in extractions], make_settings(pack.link).reprints)


def unsure(verdict: str) -> str:
    """What becomes of a verdict where the mentions may after all tell two things: a conflict is no more than a nuance of scope."""
    return "nuance" if verdict in ("conflict", "superseded") else verdict


def make_comparers(settings: LinkSettings, measure: Measure) -> tuple[Comparer, Comparer]:
    """What weighs mentions of one figure, and what weighs groups of different figures."""
    compatible = _make_compatible(settings, measure)
    return Comparer(settings.equal, compatible), Comparer(settings.other, compatible, settings.thresholds["near_miss"])


def _make_compatible(settings: LinkSettings, measure: Measure) -> Callable[[Profile, Profile], bool]:
    """Whether some mention of one group can hold beside some mention of the other."""
    known: dict[tuple[str, ...], list[Figure]] = {}

    def figures_of(profile: Profile) -> list[Figure]:
        key = tuple([claim.claim_id for claim in profile.claims])
        found = known.get(key)
        if found is None:
            found = known[key] = list(dict.fromkeys(make_figure(claim, measure) for claim in profile.claims))
        return found

    def compatible(left: Profile, right: Profile) -> bool:
        rights = figures_of(right)
        return any(relate(one, two, settings.verdict).kind in ("nuance", "rounding") for one in figures_of(left) for two in rights)

    return compatible


def _make_all_profiles(
    extractions: Sequence[Extraction], events: Mapping[str, int], settings: LinkSettings, measure: Measure
) -> dict[str, Profile]:
    """Profiles of all claims, worked out event by event."""
    told: dict[int, list[Claim]] = {}
    for extraction in extractions:
        told.setdefault(events[extraction.article.article], []).extend(extraction.claims)
    days = {
        one.article.article: frozenset((one.article.published.toordinal(),)) for one in extractions if one.article.published is not None
    }
    profiles: dict[str, Profile] = {}
    twins = count(1)
    for event, claims in sorted(told.items()):
        made = make_profiles(claims, settings, measure, event, days)
        mark_twins(made.values(), twins)
        profiles.update(made)
    return profiles


def _find_comparisons(
    facts: list[tuple[Profile, ...]], apart: list[Apart], profiles: dict[str, Profile], comparers: tuple[Comparer, Comparer]
) -> tuple[Comparison, ...]:
    """The near misses between facts and the links inside them, sorted by left and right id.

    All that is given is used up: profiles and comparisons together would be the largest thing in a build.
    """
    found = [_compare(one, two, comparers) for one, two in _nearest_misses(apart)]
    apart.clear()
    facts.sort(key=lambda fact: min(fact[0].events), reverse=True)  # as they were made: so that whole stretches of memory come free
    while facts:
        fact = facts.pop()
        found += [_compare(one, two, comparers) for one, two in _telling_pairs(fact, profiles)]
        for group in fact:
            for claim in group.claims:
                del profiles[claim.claim_id]
    return tuple(sorted(found, key=lambda comparison: (comparison.left, comparison.right)))


def _compare(left: Profile, right: Profile, comparers: tuple[Comparer, Comparer]) -> Comparison:
    equal, other = comparers
    return (equal if left.figures & right.figures else other).compare(left, right)


def _telling_pairs(fact: Sequence[Profile], profiles: Mapping[str, Profile]) -> Iterator[tuple[Profile, Profile]]:
    """All pairs of mentions of a small fact; of a large one each mention with the first of its figure, and the figures with each other."""
    claims = sorted(claim.claim_id for group in fact for claim in group.claims)
    if len(claims) <= _ALL_PAIRS:
        yield from ((profiles[one], profiles[two]) for at, one in enumerate(claims) for two in claims[at + 1 :])
        return
    for group in fact:
        yield from ((profiles[group.key], profiles[claim.claim_id]) for claim in group.claims[1:])
    yield from ((profiles[one.key], profiles[two.key]) for one, two in pairwise(fact))


def _nearest_misses(apart: Sequence[Apart]) -> Iterator[tuple[Profile, Profile]]:
    """For each group the few pairs that came nearest to a link and did not make it."""
    rivals: dict[str, list[tuple[float, str, str]]] = {}
    pairs = {}
    for left, right, weight in apart:
        if not math.isinf(weight):
            pairs[left.key, right.key] = left, right
            for key in (left.key, right.key):
                rivals.setdefault(key, []).append((-weight, left.key, right.key))
    chosen = {(left, right) for marks in rivals.values() for _, left, right in sorted(marks)[:_NEAR_MISSES]}
    yield from (pairs[pair] for pair in sorted(chosen))
