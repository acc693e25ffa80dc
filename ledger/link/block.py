"""Which pairs are worth comparing: inside one event, one figure or one dimension; across events, the same thing by its words.

Blocks keep linking near-linear: of words that more groups share than `crowd` each group is
compared with a few others only.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from decimal import Decimal

from ledger.link.profile import Profile

Pair = tuple[int, int]

_FEW = 3


def find_equal_pairs(nodes: Sequence[Profile], conversion: Decimal, crowd: int) -> set[Pair]:
    """Pairs that share a figure: inside an event the same one, or one within `conversion` of it in another unit; across events the
    same one of the same thing by two words."""
    scales: dict[tuple[int, str], list[tuple[Decimal, Decimal, int]]] = {}
    wordings: dict[Hashable, list[int]] = {}
    for at, node in enumerate(nodes):
        keys = _name_pairs(node)
        for scale, low, high in node.figures:
            for event in node.events:
                scales.setdefault((event, scale), []).append((low, high, at))
            for key in keys:
                wordings.setdefault((scale, low, high, key), []).append(at)
    pairs = {pair for (_, scale), marks in scales.items() for pair in _sweep(scale, sorted(marks), nodes, conversion)}
    return pairs | set(_cross_pairs(wordings, nodes, crowd))


def _name_pairs(node: Profile) -> list[tuple[str, str]]:
    """Pairs of words that name what is counted: a word of the noun phrase with another of it, or with what is done or who does it."""
    phrase = sorted(node.heads | node.modifiers)
    others = sorted((node.outcomes | node.subjects | node.years) - set(phrase))
    return [(one, two) for at, one in enumerate(phrase) for two in [*phrase[at + 1 :], *others]]


def find_other_pairs(groups: Sequence[Profile], crowd: int) -> set[Pair]:
    """Pairs of groups of different figures: of one dimension inside an event; across events also of one thing in one year."""
    blocks: dict[Hashable, list[int]] = {}
    things: dict[Hashable, list[int]] = {}
    for at, group in enumerate(groups):
        for event in group.events:
            blocks.setdefault((event, group.dimension), []).append(at)
        if group.modifiers and group.heads and group.years:
            things.setdefault((group.dimension, group.heads, group.modifiers, group.years), []).append(at)
    pairs = {pair for members in blocks.values() for pair in _pairs(members)}
    pairs.update(_cross_pairs(things, groups, crowd))
    return {
        (one, two) for one, two in pairs if not groups[one].figures & groups[two].figures and _may_be_one_class(groups[one], groups[two])
    }


def _sweep(scale: str, marks: Sequence[tuple[Decimal, Decimal, int]], nodes: Sequence[Profile], conversion: Decimal) -> Iterator[Pair]:
    """Neighbours along one scale; figures that differ count only between unlike units of a physical dimension."""
    measured = scale.startswith("[")
    for at, (low, high, one) in enumerate(marks):
        for later in range(at + 1, len(marks)):
            other_low, other_high, two = marks[later]
            if other_low != low and other_low > low + abs(low) * conversion:
                break
            same = (low, high) == (other_low, other_high)
            near = measured and abs(other_high - high) <= abs(high) * conversion and not nodes[one].units & nodes[two].units
            if one != two and (same or near):
                yield (one, two) if one < two else (two, one)


def _cross_pairs(blocks: Mapping[Hashable, Sequence[int]], nodes: Sequence[Profile], crowd: int) -> Iterator[Pair]:
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


def _may_be_one_class(left: Profile, right: Profile) -> bool:
    """True unless both have a noun class and share none; an unknown class meets all."""
    return not left.classes or not right.classes or bool(left.classes & right.classes)
