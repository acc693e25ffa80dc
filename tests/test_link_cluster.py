"""Correlation clustering against a naive oracle that tries every partition."""

from __future__ import annotations

import math
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.link.cluster import FORBIDDEN, cluster, total_weight


def partitions(nodes: list[int]) -> Iterator[list[list[int]]]:
    """Every partition of the nodes."""
    if not nodes:
        yield []
        return
    first, rest = nodes[0], nodes[1:]
    for part in partitions(rest):
        yield [[first], *part]
        for at in range(len(part)):
            yield [*part[:at], [first, *part[at]], *part[at + 1 :]]


@st.composite
def graphs(draw: st.DrawFn, most: int = 6) -> tuple[int, dict[tuple[int, int], float]]:
    count = draw(st.integers(1, most))
    pairs = [(one, two) for one in range(count) for two in range(one + 1, count)]
    weights = {pair: draw(st.one_of(st.integers(-8, 8).map(lambda number: number / 2), st.just(FORBIDDEN))) for pair in pairs}
    return count, weights


@settings(max_examples=150)
@given(graphs())
def test_no_single_move_or_merge_is_better(graph: tuple[int, dict[tuple[int, int], float]]) -> None:
    count, weights = graph
    found = cluster(count, weights)
    best = total_weight(found, weights)
    assert sorted(node for nodes in found for node in nodes) == list(range(count))
    assert not math.isinf(best)
    for other in partitions(list(range(count))):
        if _one_step(found, other):
            assert total_weight(other, weights) <= best + 1e-6


@settings(max_examples=150)
@given(graphs(5))
def test_the_partition_is_nearly_as_good_as_the_best_of_all(graph: tuple[int, dict[tuple[int, int], float]]) -> None:
    count, weights = graph
    oracle = max(total_weight(part, weights) for part in partitions(list(range(count))))
    found = total_weight(cluster(count, weights), weights)
    assert found <= oracle + 1e-9
    assert found >= 0.5 * oracle - 1e-9


@given(graphs())
def test_the_order_of_the_pairs_does_not_matter(graph: tuple[int, dict[tuple[int, int], float]]) -> None:
    count, weights = graph
    assert cluster(count, weights) == cluster(count, dict(reversed(list(weights.items()))))


def test_a_chain_of_near_pairs_is_cut_where_its_ends_are_far_apart() -> None:
    assert cluster(3, {(0, 1): 2.0, (1, 2): 1.0, (0, 2): -5.0}) == [[0, 1], [2]]


def test_a_forbidden_pair_never_shares_a_cluster() -> None:
    assert cluster(3, {(0, 1): 9.0, (1, 2): 9.0, (0, 2): FORBIDDEN}) == [[0, 1], [2]]


def test_nodes_without_pairs_stand_alone() -> None:
    assert cluster(3, {}) == [[0], [1], [2]]


def _one_step(found: list[list[int]], other: list[list[int]]) -> bool:
    """True where `other` is `found` with one node moved or two clusters merged."""
    one = {frozenset(nodes) for nodes in found}
    two = {frozenset(nodes) for nodes in other}
    gone, new = one - two, two - one
    merged = len(new) == 1 and len(gone) == 2
    left = [min((part - whole for part in gone), key=len, default=frozenset()) for whole in new]
    moved = len(gone) <= 2 and len(new) <= 2 and any(len(part ^ whole) == 1 for part in gone for whole in new) and bool(left)
    return merged or (moved and len(gone) == 2 == len(new))
