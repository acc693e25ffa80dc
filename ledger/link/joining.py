"""From the facts of each event to the facts of a ledger: those that two events tell become one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Protocol

from ledger.link.across import Meeting, find_meetings, join_across
from ledger.link.block import Pair, find_shared_pairs
from ledger.link.cluster import FORBIDDEN
from ledger.link.inside import EventLinker, Published, Told
from ledger.link.profile import Profile
from ledger.model import Claim, Comparison, Fact


class Event(Protocol):
    """What linking made of one event, however it is kept."""

    @property
    def facts(self) -> Sequence[Told]: ...
    def groups_of(self, at: int) -> Sequence[Profile]:
        """The groups of a fact, by its place in `facts`."""
        ...

    def claims_of(self, at: int) -> Sequence[Claim]:
        """The claims of a fact."""
        ...


@dataclass(frozen=True, slots=True)
class Joined:
    """The facts of all events, by their first claim and without ids, and the comparisons between those of different events."""

    facts: tuple[Fact, ...]
    homes: tuple[tuple[tuple[int, int], ...], ...]
    """Beside each fact (event, place in it) of the facts it was made of."""
    comparisons: tuple[Comparison, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """A fact of one event, and where it stands."""

    event: int
    at: int
    told: Told


def join_events(events: Sequence[Event], linker: EventLinker, published: Published, reprints: Mapping[str, str]) -> Joined:
    """The facts of the events, joined where two tell one thing. `published` and `reprints` of all articles."""
    rows = [_Row(event, at, told) for event, one in enumerate(events) for at, told in enumerate(one.facts)]
    rows.sort(key=lambda row: row.told.fact.claim_ids[0])
    thresholds = linker.settings.thresholds
    numbers = [row.event for row in rows]
    pairs = find_shared_pairs([row.told.keys for row in rows], numbers, int(thresholds["crowd"]))
    known: dict[int, Sequence[Profile]] = {}

    def groups(number: int) -> Sequence[Profile]:
        found = known.get(number)
        if found is None:
            found = known[number] = [_as_of(group, rows[number].event) for group in events[rows[number].event].groups_of(rows[number].at)]
        return found

    comparers = linker.priced.comparers
    meetings = find_meetings(pairs, groups, comparers, thresholds)
    across = join_across(numbers, meetings, thresholds)
    facts = []
    for members in across.facts:
        told = [rows[number] for number in members]
        facts.append(told[0].told.fact if len(told) == 1 else _make_fact(told, meetings, members, events, linker, published, reprints))
    shown = [*across.joined, *across.missed]
    comparisons = [
        comparers.compare(groups(one)[meetings[one, two].groups[0]], groups(two)[meetings[one, two].groups[1]]) for one, two in shown
    ]
    comparers.forget()
    return Joined(tuple(facts), tuple(tuple((rows[n].event, rows[n].at) for n in members) for members in across.facts), tuple(comparisons))


def _as_of(group: Profile, event: int) -> Profile:
    """The group as one of its event among others; a twin's number means something in its own event only."""
    group.events = frozenset((event,))
    group.twin = 0
    return group


def _make_fact(
    told: Sequence[_Row],
    meetings: Mapping[Pair, Meeting],
    members: Sequence[int],
    events: Sequence[Event],
    linker: EventLinker,
    published: Published,
    reprints: Mapping[str, str],
) -> Fact:
    """The row of facts of several events that are one."""
    claims = [claim for row in told for claim in events[row.event].claims_of(row.at)]
    between = [meetings[pair].weight for pair in combinations(members, 2) if pair in meetings and not meetings[pair].equal]
    strongest = max([*between, *(row.told.strongest for row in told)], default=FORBIDDEN)
    return linker.make_fact(claims, strongest, linker.priced, published, reprints)
