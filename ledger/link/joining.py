"""From the facts of each event to the facts of a ledger: those that two events tell become one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Protocol

from ledger.link.across import Meeting, find_meetings, join_across
from ledger.link.block import Pair, find_shared_pairs
from ledger.link.cluster import FORBIDDEN
from ledger.link.inside import EventLinker, Published, Told
from ledger.link.packing import Shared
from ledger.link.profile import Profile
from ledger.model import Claim, Comparison, Fact


class Event(Protocol):
    """What linking made of one event, however it is kept."""

    @property
    def facts(self) -> Sequence[Told]: ...
    def groups_of(self, wanted: Iterable[int], shared: Shared) -> Mapping[int, Sequence[Profile]]:
        """The groups of some facts by their places in `facts`; `shared` holds what they have in common with those of other events."""
        ...

    def claims_of(self, at: int) -> Sequence[Claim]:
        """The claims of a fact."""
        ...


Place = tuple[int, int]
"""An event, and the place of a fact in it."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What an earlier joining found of events that are as they were, by the places of their facts.

    It holds for one set of rules and of currencies' worths, and spares time alone.
    """

    meetings: dict[tuple[Place, Place], Meeting] = field(default_factory=dict)
    comparisons: dict[tuple[Place, Place], Comparison] = field(default_factory=dict)
    facts: dict[tuple[Place, ...], Fact] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Joined:
    """The facts of all events, by their first claim and without ids, and the comparisons between those of different events."""

    facts: tuple[Fact, ...]
    homes: tuple[tuple[Place, ...], ...]
    """Beside each fact the places of those it was made of."""
    comparisons: tuple[Comparison, ...]
    shown: tuple[Pair, ...] = ()
    """Beside each comparison the numbers of the two facts among `places`."""
    places: tuple[Place, ...] = ()
    """The facts of all events, by their first claim."""
    meetings: Mapping[Pair, Meeting] = field(default_factory=dict)
    """How pairs of them fit."""


def join_events(
    events: Sequence[Event], linker: EventLinker, published: Published, reprints: Mapping[str, str], memory: Memory | None = None
) -> Joined:
    """The facts of the events, joined where two tell one thing. `published` and `reprints` of all articles."""
    rows = [((event, at), told) for event, one in enumerate(events) for at, told in enumerate(one.facts)]
    rows.sort(key=lambda row: row[1].fact.claim_ids[0])
    return _Joining(events, linker, rows, memory or Memory()).join(published, reprints)


@dataclass(frozen=True, slots=True)
class _Joining:
    """Facts of many events on their way to be one another's; a fact goes by its number among `rows`."""

    events: Sequence[Event]
    linker: EventLinker
    rows: Sequence[tuple[Place, Told]]
    memory: Memory
    known: dict[int, Sequence[Profile]] = field(default_factory=dict)
    """The groups of facts that are compared."""
    shared: Shared = field(default_factory=Shared)

    def join(self, published: Published, reprints: Mapping[str, str]) -> Joined:
        """The joined facts."""
        thresholds = self.linker.settings.thresholds
        numbers = [place[0] for place, _ in self.rows]
        pairs = find_shared_pairs([told.keys for _, told in self.rows], numbers, int(thresholds["crowd"]))
        meetings = self._find_meetings(pairs)
        across = join_across(numbers, meetings, thresholds)
        homes = tuple(tuple(self.rows[number][0] for number in members) for members in across.facts)
        facts = tuple([self._fact(members, home, meetings, published, reprints) for members, home in zip(across.facts, homes, strict=True)])
        shown = (*across.joined, *across.missed)
        self._unpack([pair for pair in shown if self._places(pair) not in self.memory.comparisons])
        comparisons = tuple([self._compare(pair, meetings[pair].groups) for pair in shown])
        self.linker.priced.comparers.forget()
        return Joined(facts, homes, comparisons, shown, tuple(place for place, _ in self.rows), meetings)

    def _places(self, pair: Pair) -> tuple[Place, Place]:
        return self.rows[pair[0]][0], self.rows[pair[1]][0]

    def _find_meetings(self, pairs: Iterable[Pair]) -> dict[Pair, Meeting]:
        """How the facts of each pair fit."""
        found = {pair: self.memory.meetings.get(self._places(pair)) for pair in sorted(pairs)}
        unknown = [pair for pair, meeting in found.items() if meeting is None]
        self._unpack(unknown)
        met = find_meetings(unknown, self._groups, self.linker.priced.comparers, self.linker.settings.thresholds)
        return {pair: meeting or met[pair] for pair, meeting in found.items()}

    def _compare(self, pair: Pair, groups: Pair) -> Comparison:
        """Why two facts are one, or are not, by the groups of theirs that fit best."""
        known = self.memory.comparisons.get(self._places(pair))
        if known is not None:
            return known
        return self.linker.priced.comparers.compare(self._groups(pair[0])[groups[0]], self._groups(pair[1])[groups[1]])

    def _unpack(self, pairs: Iterable[Pair]) -> None:
        """Fetches the groups of the facts of some pairs, event by event."""
        wanted: dict[int, dict[int, int]] = {}
        for number in dict.fromkeys(number for pair in pairs for number in pair):
            if number not in self.known:
                event, at = self.rows[number][0]
                wanted.setdefault(event, {})[at] = number
        for event, numbers in sorted(wanted.items()):
            for at, groups in self.events[event].groups_of(numbers, self.shared).items():
                self.known[numbers[at]] = groups
                for group in groups:  # as those of one event among others; a twin's number means something in its own event only
                    group.events, group.twin = frozenset((event,)), 0

    def _groups(self, number: int) -> Sequence[Profile]:
        return self.known[number]

    def _fact(
        self,
        members: Sequence[int],
        home: tuple[Place, ...],
        meetings: Mapping[Pair, Meeting],
        published: Published,
        reprints: Mapping[str, str],
    ) -> Fact:
        """The row of a fact, or of several that are one."""
        told = [self.rows[number][1] for number in members]
        if len(told) == 1:
            return told[0].fact
        known = self.memory.facts.get(home)
        if known is not None:
            return known
        claims = [claim for event, at in home for claim in self.events[event].claims_of(at)]
        between = [meetings[pair].weight for pair in combinations(members, 2) if pair in meetings and not meetings[pair].equal]
        strongest = max([*between, *(one.strongest for one in told)], default=FORBIDDEN)
        return self.linker.make_fact(claims, strongest, self.linker.priced, published, reprints)
