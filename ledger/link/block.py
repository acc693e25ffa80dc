"""Which pairs are worth comparing: inside one event, one figure or one dimension; across events, the same thing by its words.

Blocks keep linking near-linear: of words that more groups share than `crowd` each group is compared with a few others only, and inside
one event each with the `reach` that follow it in the order of days. An event must be large for that to leave anything out (a topic
that hundreds of articles tell); `count_crowds` tells where it did.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ledger.link.profile import Profile

Pair = tuple[int, int]

_FEW = 3
_NAME_BITS = 32


@dataclass(frozen=True, slots=True)
class Limits:
    """How many share a word before it proposes few pairs only, and how many that follow each is compared with inside an event."""

    crowd: int
    reach: int


def find_equal_pairs(nodes: Sequence[Profile], conversion: Decimal, limits: Limits) -> set[Pair]:
    """Pairs that share a figure: inside an event the same one, or one within `conversion` of it in another unit; across events the
    same one of the same thing by two words."""
    scales: dict[tuple[int, str], list[tuple[Decimal, Decimal, int]]] = {}
    for at, node in enumerate(nodes):
        for scale, low, high in node.figures:
            for event in node.events:
                scales.setdefault((event, scale), []).append((low, high, at))
    pairs = {pair for (_, scale), marks in scales.items() if scale.startswith("[") for pair in _sweep(sorted(marks), nodes, conversion)}
    for members in _same_figures(scales):
        pairs.update(_pairs_within(members, nodes, limits.reach))
    scales.clear()
    pairs.update(_cross_pairs(_shared_wordings(nodes), nodes, limits.crowd))
    return pairs


def _shared_wordings(nodes: Sequence[Profile]) -> dict[int, list[int]]:
    """The nodes of each figure of each thing by two words, of those that several have. Most have one: they are held as numbers."""
    figures: dict[tuple[str, Decimal, Decimal], int] = {}
    names: dict[tuple[str, str], int] = {}
    first: dict[int, int] = {}
    shared: dict[int, list[int]] = {}
    for at, node in enumerate(nodes):
        numbers = [names.setdefault(pair, len(names)) for pair in _name_pairs(node)]
        for figure in node.figures:
            own = figures.setdefault(figure, len(figures)) << _NAME_BITS
            for number in numbers:
                before = first.setdefault(own | number, at)
                if before != at:
                    shared.setdefault(own | number, [before]).append(at)
    return shared


def _same_figures(scales: Mapping[tuple[int, str], Sequence[tuple[Decimal, Decimal, int]]]) -> Iterator[list[int]]:
    """The nodes of each figure of each event."""
    for marks in scales.values():
        figures: dict[tuple[Decimal, Decimal], set[int]] = {}
        for low, high, at in marks:
            figures.setdefault((low, high), set()).add(at)
        yield from (sorted(members) for members in figures.values() if len(members) > 1)


def count_crowds(groups: Sequence[Profile], limits: Limits) -> int:
    """How many events hold more groups of one dimension than each of them is compared with."""
    blocks: dict[tuple[int, str], int] = {}
    for group in groups:
        for event in group.events:
            blocks[event, group.dimension] = blocks.get((event, group.dimension), 0) + 1
    return len({event for (event, _), count in blocks.items() if count > limits.reach + 1})


def _name_pairs(node: Profile) -> list[tuple[str, str]]:
    """Pairs of words that name what is counted: a word of the noun phrase with another of it, or with what is done or who does it."""
    phrase = sorted(node.heads | node.modifiers)
    others = sorted((node.outcomes | node.subjects | node.years) - set(phrase))
    return [(one, two) for at, one in enumerate(phrase) for two in [*phrase[at + 1 :], *others]]


def find_other_pairs(groups: Sequence[Profile], limits: Limits) -> set[Pair]:
    """Pairs of groups of different figures: of one dimension inside an event; across events also of one thing in one year."""
    blocks: dict[Hashable, list[int]] = {}
    things: dict[Hashable, list[int]] = {}
    for at, group in enumerate(groups):
        for event in group.events:
            blocks.setdefault((event, group.dimension), []).append(at)
        if group.modifiers and group.heads and group.years:
            things.setdefault((group.dimension, group.heads, group.modifiers, group.years), []).append(at)
    pairs = {pair for members in blocks.values() for pair in _pairs_within(members, groups, limits.reach)}
    pairs.update(_cross_pairs(things, groups, limits.crowd))
    return {
        (one, two) for one, two in pairs if not groups[one].figures & groups[two].figures and _may_be_one_class(groups[one], groups[two])
    }


def _sweep(marks: Sequence[tuple[Decimal, Decimal, int]], nodes: Sequence[Profile], conversion: Decimal) -> Iterator[Pair]:
    """Neighbours along one scale of a physical dimension whose figures differ, between unlike units."""
    for at, (low, high, one) in enumerate(marks):
        for later in range(at + 1, len(marks)):
            other_low, other_high, two = marks[later]
            if other_low != low and other_low > low + abs(low) * conversion:
                break
            near = abs(other_high - high) <= abs(high) * conversion and not nodes[one].units & nodes[two].units
            if one != two and near:
                yield (one, two) if one < two else (two, one)


def _cross_pairs(blocks: Mapping[Any, Sequence[int]], nodes: Sequence[Profile], crowd: int) -> Iterator[Pair]:
    """Pairs of a block that stand in different events; in a crowded block each proposes only the next few."""
    for members in blocks.values():
        pairs = _pairs(members) if len(members) <= crowd else _next_pairs(members)
        yield from (pair for pair in pairs if not nodes[pair[0]].events & nodes[pair[1]].events)


def _pairs(members: Sequence[int]) -> Iterator[Pair]:
    """All pairs of a list of ascending numbers."""
    return ((one, two) for at, one in enumerate(members) for two in members[at + 1 :])


def _next_pairs(members: Sequence[int]) -> Iterator[Pair]:
    """Each of a list of ascending numbers with the few that follow it."""
    return ((one, two) for at, one in enumerate(members) for two in members[at + 1 : at + 1 + _FEW])


def _pairs_within(members: Sequence[int], nodes: Sequence[Profile], reach: int) -> Iterator[Pair]:
    """All pairs of a block of one event; in one too large for that each with the `reach` that follow it in the order of days."""
    if len(members) <= reach + 1:
        return _pairs(members)
    ordered = sorted(members, key=lambda at: (min(nodes[at].days, default=0), nodes[at].key))
    return ((min(one, two), max(one, two)) for at, one in enumerate(ordered) for two in ordered[at + 1 : at + 1 + reach])


def _may_be_one_class(left: Profile, right: Profile) -> bool:
    """True unless both have a noun class and share none; an unknown class meets all. Amounts and measures have nouns of many classes."""
    return left.dimension != "count" or not left.classes or not right.classes or bool(left.classes & right.classes)
