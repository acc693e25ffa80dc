"""Linking inside one event: its claims become facts with verdicts and reasons. A pure function of the event's articles and the rules."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count, pairwise

from ledger.link.block import shared_keys
from ledger.link.comparers import Comparers, make_comparers
from ledger.link.exchange import Worths, with_worths
from ledger.link.facts import make_fact
from ledger.link.grouping import Apart, group_claims
from ledger.link.profile import Profile, make_profiles
from ledger.link.scale import Measure
from ledger.link.settings import LinkSettings
from ledger.link.twins import mark_twins
from ledger.link.verdict import find_disputes, judge
from ledger.model import Claim, Comparison, Extraction, Fact

_ALL_PAIRS = 5
"""A fact of more mentions is explained by one pair a mention, not by all of them."""
_NEAR_MISSES = 1
Published = Mapping[str, date | None]
"""article -> the day it appeared, where that is known."""


@dataclass(frozen=True, slots=True)
class Told:
    """A fact as one event tells it."""

    fact: Fact
    """Its row, still without an id."""
    strongest: float
    """The weight of its strongest link between different figures; -inf where it has one figure only."""
    keys: Sequence[int]
    """What it shares with facts of other events that it must be compared with."""


@dataclass(frozen=True, slots=True)
class EventLinks:
    """What linking says of one event: facts by their first claim, and the comparisons inside them and just outside."""

    facts: tuple[Told, ...]
    groups: tuple[tuple[Profile, ...], ...]
    """Beside each fact its mentions, those of one figure together."""
    comparisons: tuple[Comparison, ...]
    crowded: bool = False
    """True where the event was too large to compare every pair of its figures."""

    def groups_of(self, wanted: Iterable[int], shared: object = None) -> dict[int, tuple[Profile, ...]]:
        """The groups of some facts, by their places."""
        return {at: self.groups[at] for at in wanted}

    def claims_of(self, at: int) -> list[Claim]:
        """The claims of a fact."""
        return _claims_of(self.groups[at])


@dataclass(frozen=True, slots=True)
class Gauge:
    """What figures are measured by, and what weighs pairs by that measure."""

    measure: Measure
    comparers: Comparers


@dataclass(frozen=True, slots=True)
class EventLinker:
    """Links event after event by the same rules."""

    settings: LinkSettings
    plain: Gauge
    """For an event that tells amounts of one currency at most."""
    priced: Gauge
    """Currencies that the articles convert have a common scale here."""
    worths: Worths

    def link(self, event: Sequence[Extraction], reprints: Mapping[str, str]) -> EventLinks:
        """The links of an event, its articles in order. `reprints`: copy -> original, of its articles at least."""
        claims = [claim for one in event for claim in one.claims]
        gauge = self.gauge(claims)
        published = {one.article.article: one.article.published for one in event}
        days = {name: frozenset((day.toordinal(),)) for name, day in published.items() if day is not None}
        profiles = make_profiles(claims, self.settings, gauge.measure, days=days)
        mark_twins(profiles.values(), count(1))
        grouping = group_claims(profiles, gauge.comparers, self.settings)
        facts = tuple(
            Told(self.make_fact(_claims_of(groups), strongest, gauge, published, reprints), strongest, shared_keys(groups))
            for groups, strongest in zip(grouping.facts, grouping.strongest, strict=True)
        )
        pairs = [*_nearest_misses(grouping.apart), *(pair for groups in grouping.facts for pair in _telling_pairs(groups, profiles))]
        comparisons = tuple(gauge.comparers.compare(left, right) for left, right in pairs)
        gauge.comparers.forget()
        return EventLinks(facts, grouping.facts, comparisons, grouping.crowded)

    def gauge(self, claims: Iterable[Claim]) -> Gauge:
        """What measures these claims: the worth of a currency counts only beside another one."""
        units = {claim.unit for claim in claims if claim.kind == "currency"} if self.worths else set()
        currencies = {self.plain.measure("currency", unit).currency for unit in units}
        return self.priced if len(currencies & self.worths.keys()) > 1 else self.plain

    def make_fact(self, claims: Sequence[Claim], strongest: float, gauge: Gauge, published: Published, reprints: Mapping[str, str]) -> Fact:
        """The row of a fact, without its id; where its strongest link is weak, its mentions may after all tell two things."""
        disputes = find_disputes(claims, gauge.measure, self.settings.verdict) if len(claims) > 1 else ()
        verdict = judge(claims, disputes, published, gauge.measure)
        return make_fact("", claims, verdict if strongest >= self.settings.thresholds["flag"] else unsure(verdict), published, reprints)


def make_linker(settings: LinkSettings, measure: Measure, worths: Worths) -> EventLinker:
    """The linker of some settings; `worths` as `find_worths` gives them."""
    priced = with_worths(measure, worths)
    return EventLinker(settings, Gauge(measure, make_comparers(settings, measure)), Gauge(priced, make_comparers(settings, priced)), worths)


def _claims_of(groups: Sequence[Profile]) -> list[Claim]:
    return [claim for group in groups for claim in group.claims]


def unsure(verdict: str) -> str:
    """What becomes of a verdict where the mentions may after all tell two things: a conflict is no more than a nuance of scope."""
    return "nuance" if verdict in ("conflict", "superseded") else verdict


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
