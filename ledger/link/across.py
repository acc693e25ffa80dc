"""Linking across events: facts of two events that tell one thing, a population or a record, become one fact.

Each event's facts are settled before they meet those of others, so that an event costs the same in whatever archive it stands, and
what one event keeps apart no other joins.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from ledger.link.block import Pair
from ledger.link.cluster import FORBIDDEN, cluster
from ledger.link.comparers import Comparers
from ledger.link.profile import Profile

Groups = Callable[[int], Sequence[Profile]]
"""The groups of a fact, by its number; each knows its event, and has no twin."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """How two facts of different events fit: the pair of groups that fits best, what it weighs, and by how much that is above a link."""

    groups: Pair
    weight: float
    above: float
    equal: bool
    """True where the two groups tell one figure."""


@dataclass(frozen=True, slots=True)
class Across:
    """What became of the facts of all events, by their numbers."""

    facts: tuple[tuple[int, ...], ...]
    """The facts that are one; most stand alone."""
    joined: tuple[Pair, ...]
    """Of facts that are one, the pairs that tell why."""
    missed: tuple[Pair, ...]
    """The pairs that came nearest to a link and did not make it."""


def find_meetings(pairs: Iterable[Pair], groups: Groups, comparers: Comparers, thresholds: Mapping[str, float]) -> dict[Pair, Meeting]:
    """How the facts of each pair fit."""
    return {pair: _meet(groups(pair[0]), groups(pair[1]), comparers, thresholds) for pair in sorted(pairs)}


def _meet(left: Sequence[Profile], right: Sequence[Profile], comparers: Comparers, thresholds: Mapping[str, float]) -> Meeting:
    """Facts meet by a figure that both tell; only where they share none by what they tell of one thing and year."""
    pairs = [(one, two) for one in range(len(left)) for two in range(len(right))]
    equal = [pair for pair in pairs if left[pair[0]].figures & right[pair[1]].figures]
    comparer, threshold = (comparers.equal, thresholds["equal"]) if equal else (comparers.other, thresholds["link"])
    weight, one, two = max((comparer.score(left[one], right[two]), -one, -two) for one, two in equal or pairs)
    return Meeting((-one, -two), weight, weight - threshold, bool(equal))


def join_across(events: Sequence[int], meetings: Mapping[Pair, Meeting], thresholds: Mapping[str, float]) -> Across:
    """Which facts are one; `events` is the event of each fact, in the order of the facts."""
    weights = {pair: meeting.above for pair, meeting in meetings.items()}
    weights.update(dict.fromkeys(_kept_apart(events, meetings), FORBIDDEN))
    found = tuple(tuple(numbers) for numbers in cluster(len(events), weights, thresholds["unseen"]))
    home = {number: at for at, numbers in enumerate(found) if len(numbers) > 1 for number in numbers}
    near = {
        pair: one.weight
        for pair, one in meetings.items()
        if one.weight >= thresholds["near_miss"] and home.get(pair[0], -1 - pair[0]) != home.get(pair[1], -1 - pair[1])
    }
    return Across(found, tuple(_find_joined(found, meetings)), tuple(sorted(_find_nearest(near))))


def _kept_apart(events: Sequence[int], meetings: Mapping[Pair, Meeting]) -> set[Pair]:
    """Facts of one event that a fact of another could join."""
    drawn: dict[int, dict[int, list[int]]] = {}
    for (one, two), meeting in meetings.items():
        if meeting.above > 0:
            drawn.setdefault(one, {}).setdefault(events[two], []).append(two)
            drawn.setdefault(two, {}).setdefault(events[one], []).append(one)
    return {pair for by_event in drawn.values() for numbers in by_event.values() for pair in combinations(sorted(numbers), 2)}


def _find_joined(found: Iterable[Sequence[int]], meetings: Mapping[Pair, Meeting]) -> Iterator[Pair]:
    """Each fact but the first with the one before it that it fits best."""
    for numbers in found:
        for at, later in enumerate(numbers):
            earlier = [(meetings[one, later].above, -one) for one in numbers[:at] if (one, later) in meetings]
            if earlier:
                yield -max(earlier)[1], later


def _find_nearest(near: Mapping[Pair, float]) -> set[Pair]:
    """For each fact the pair that weighs most."""
    best: dict[int, tuple[float, Pair]] = {}
    for pair, weight in near.items():
        for number in pair:
            best[number] = min(best.get(number, (math.inf, pair)), (-weight, pair))
    return {pair for _, pair in best.values()}
