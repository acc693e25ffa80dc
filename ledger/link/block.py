"""Which pairs are worth comparing: inside an event those of one figure or one dimension; across events the same thing by its words.

Blocks keep linking near-linear. Inside an event each figure is compared with the `reach` that follow it in the order of days, which
leaves something out only where the event is large (a topic that hundreds of articles tell). Across events facts meet by keys that they
share; of a key that more facts share than `crowd` each is compared with a few others only.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from hashlib import blake2b

from ledger.link.profile import Profile

Pair = tuple[int, int]

_FEW = 3
_KEY_BYTES = 8


def find_equal_pairs(nodes: Sequence[Profile], conversion: Decimal, reach: int) -> set[Pair]:
    """Pairs of an event that share a figure: the same one, or one within `conversion` of it in another unit."""
    scales: dict[str, list[tuple[Decimal, Decimal, int]]] = {}
    for at, node in enumerate(nodes):
        for scale, low, high in node.figures:
            scales.setdefault(scale, []).append((low, high, at))
    pairs = {pair for scale, marks in scales.items() if scale.startswith("[") for pair in _sweep(sorted(marks), nodes, conversion)}
    for members in _same_figures(scales):
        pairs.update(_pairs_within(members, nodes, reach))
    return pairs


def _same_figures(scales: Mapping[str, Sequence[tuple[Decimal, Decimal, int]]]) -> Iterator[list[int]]:
    """The nodes of each figure."""
    for marks in scales.values():
        figures: dict[tuple[Decimal, Decimal], set[int]] = {}
        for low, high, at in marks:
            figures.setdefault((low, high), set()).add(at)
        yield from (sorted(members) for members in figures.values() if len(members) > 1)


def find_other_pairs(groups: Sequence[Profile], reach: int) -> set[Pair]:
    """Pairs of groups of an event of different figures and one dimension."""
    pairs = {pair for members in _dimensions(groups).values() for pair in _pairs_within(members, groups, reach)}
    return {
        (one, two) for one, two in pairs if not groups[one].figures & groups[two].figures and _may_be_one_class(groups[one], groups[two])
    }


def is_crowded(groups: Sequence[Profile], reach: int) -> bool:
    """True for an event that holds more groups of one dimension than each of them is compared with."""
    return any(len(members) > reach + 1 for members in _dimensions(groups).values())


def _dimensions(groups: Sequence[Profile]) -> dict[str, list[int]]:
    blocks: dict[str, list[int]] = {}
    for at, group in enumerate(groups):
        blocks.setdefault(group.dimension, []).append(at)
    return blocks


def shared_keys(groups: Sequence[Profile]) -> array[int]:
    """What a fact must share with one of another event to be compared with it: a figure of one thing by two words, or one thing in one
    year whatever the figure. Sorted numbers of 64 bits, since most of them nobody shares."""
    found = set()
    for group in groups:
        named = [f"{one} {two}" for one, two in _name_pairs(group)]
        for scale, low, high in group.figures:
            figure = f"{scale} {low.normalize()} {high.normalize()} "
            found.update([figure + name for name in named])
        if group.modifiers and group.heads and group.years:
            found.add("|".join([group.dimension, *(" ".join(sorted(part)) for part in (group.heads, group.modifiers, group.years))]))
    return array(
        "Q", sorted(int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=_KEY_BYTES).digest(), "big") for key in found)
    )


def _name_pairs(node: Profile) -> list[tuple[str, str]]:
    """Pairs of words that name what is counted: a word of the noun phrase with another of it, or with what is done or who does it."""
    phrase = sorted(node.heads | node.modifiers)
    others = sorted((node.outcomes | node.subjects | node.years) - set(phrase))
    return [(one, two) for at, one in enumerate(phrase) for two in [*phrase[at + 1 :], *others]]


def find_shared_pairs(keys: Sequence[Sequence[int]], events: Sequence[int], crowd: int) -> set[Pair]:
    """Pairs of facts of different events that share a key; `keys` and `events` of each fact, in the order of the facts."""
    first: dict[int, int] = {}
    shared: dict[int, list[int]] = {}
    for at, own in enumerate(keys):
        for key in own:
            before = first.setdefault(key, at)
            if before != at:
                shared.setdefault(key, [before]).append(at)
    pairs: set[Pair] = set()
    for members in shared.values():
        near = _pairs(members) if len(members) <= crowd else _next_pairs(members)
        pairs.update(pair for pair in near if events[pair[0]] != events[pair[1]])
    return pairs


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
