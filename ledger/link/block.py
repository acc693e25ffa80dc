"""Which pairs are worth comparing: the same figure, or one dimension and noun class inside one event; and telling words across events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from ledger.link.compare import Comparer
from ledger.link.profile import Profile

Pair = tuple[int, int]


def find_equal_pairs(nodes: Sequence[Profile], conversion: Decimal) -> set[Pair]:
    """Pairs that share a figure: the same one, or one within `conversion` of it that is written in another unit."""
    scales: dict[str, list[tuple[Decimal, Decimal, int]]] = {}
    for at, node in enumerate(nodes):
        for scale, low, high in node.figures:
            scales.setdefault(scale, []).append((low, high, at))
    return {pair for marks in scales.values() for pair in _sweep(sorted(marks), nodes, conversion)}


def _sweep(marks: Sequence[tuple[Decimal, Decimal, int]], nodes: Sequence[Profile], conversion: Decimal) -> Iterator[Pair]:
    """Neighbours along one scale, nearest first; figures that differ count only between unlike units."""
    for at, (low, high, one) in enumerate(marks):
        for other_low, other_high, two in marks[at + 1 :]:
            if other_low != low and other_low > low + abs(low) * conversion:
                break
            same = (low, high) == (other_low, other_high)
            near = abs(other_high - high) <= abs(high) * conversion and not nodes[one].units & nodes[two].units
            if one != two and (same or near):
                yield (one, two) if one < two else (two, one)


def find_other_pairs(groups: Sequence[Profile], comparer: Comparer) -> set[Pair]:
    """Pairs of groups of different figures in one dimension."""
    blocks: dict[str, list[int]] = {}
    for at, group in enumerate(groups):
        blocks.setdefault(group.dimension, []).append(at)
    return {(one, two) for members in blocks.values() for at, one in enumerate(members) for two in members[at + 1 :] if not groups[one].figures & groups[two].figures}
