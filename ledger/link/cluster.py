"""Correlation clustering: the partition whose inner pairs weigh most, found greedily and then mended by single moves.

Connected components chain unlike claims into one blob; an average over all pairs of two clusters does not. The nodes are 0 .. n-1 in
sorted order of their ids, and ties go to the smaller numbers, so the result depends on nothing else.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Mapping, Sequence

Weights = Mapping[tuple[int, int], float]
"""(smaller node, larger node) -> log-odds above the threshold; -inf forbids. A pair that is not there weighs `unseen`."""

FORBIDDEN = -math.inf
_ROUNDS = 20
_PARTICLE = 1e-9


def cluster(count: int, weights: Weights, unseen: float = -1.0) -> list[list[int]]:
    """Clusters of 0 .. count-1, each sorted, sorted by first member; only nodes that positive pairs connect can meet."""
    found: list[list[int]] = []
    for nodes in _components(count, weights):
        found += [nodes] if len(nodes) == 1 else _cluster_component(nodes, weights, unseen)
    return sorted(found)


def total_weight(clusters: Sequence[Sequence[int]], weights: Weights, unseen: float = -1.0) -> float:
    """The sum over all pairs inside clusters: what clustering tries to make large."""
    return math.fsum(weights.get((one, other), unseen) for nodes in clusters for at, one in enumerate(nodes) for other in nodes[at + 1 :])


def _components(count: int, weights: Weights) -> list[list[int]]:
    """Nodes joined by positive pairs, however indirectly."""
    parent = list(range(count))

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for (one, other), weight in weights.items():
        if weight > 0:
            first, second = sorted((root(one), root(other)))
            parent[second] = first
    groups: dict[int, list[int]] = {}
    for node in range(count):
        groups.setdefault(root(node), []).append(node)
    return list(groups.values())


def _cluster_component(nodes: Sequence[int], weights: Weights, unseen: float) -> list[list[int]]:
    """Greedy average link, then single moves and merges until nothing gains."""
    clusters = _average_link(nodes, weights, unseen)
    for _ in range(_ROUNDS):
        moved = _move_nodes(clusters, weights, unseen)
        merged = _average_link_clusters(moved, weights, unseen)
        if merged == clusters:
            break
        clusters = merged
    return clusters


def _average_link(nodes: Sequence[int], weights: Weights, unseen: float) -> list[list[int]]:
    return _average_link_clusters([[node] for node in nodes], weights, unseen)


def _average_link_clusters(clusters: Sequence[Sequence[int]], weights: Weights, unseen: float) -> list[list[int]]:
    """Merges, best average first, for as long as the best average is above 0."""
    alive: dict[int, list[int]] = {at: list(nodes) for at, nodes in enumerate(clusters)}
    sums: dict[tuple[int, int], float] = {}
    heap: list[tuple[float, int, int]] = []
    for one in range(len(clusters)):
        for other in range(one + 1, len(clusters)):
            sums[one, other] = _between(clusters[one], clusters[other], weights, unseen)
            _offer(heap, sums, alive, one, other)
    fresh = len(clusters)
    while heap:
        _, one, other = heapq.heappop(heap)
        if one not in alive or other not in alive:
            continue
        left, right = alive.pop(one), alive.pop(other)
        for third in alive:
            sums[third, fresh] = sums[_ordered(one, third)] + sums[_ordered(other, third)]
        alive[fresh] = sorted(left + right)
        for third in [node for node in alive if node != fresh]:
            _offer(heap, sums, alive, third, fresh)
        fresh += 1
    return sorted(alive.values())


def _offer(
    heap: list[tuple[float, int, int]], sums: Mapping[tuple[int, int], float], alive: Mapping[int, Sequence[int]], one: int, other: int
) -> None:
    """Puts a pair of clusters on the heap if its average is above 0; rounded, so that equal averages tie whatever the order of the sum."""
    average = sums[one, other] / (len(alive[one]) * len(alive[other]))
    if average > _PARTICLE:
        heapq.heappush(heap, (-round(average, 9), one, other))


def _ordered(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _between(left: Sequence[int], right: Sequence[int], weights: Weights, unseen: float) -> float:
    return math.fsum(weights.get(_ordered(one, other), unseen) for one in left for other in right)


def _move_nodes(clusters: Sequence[Sequence[int]], weights: Weights, unseen: float) -> list[list[int]]:
    """Each node in turn goes to the cluster where it weighs most, or stands alone; no move without a gain."""
    groups = [list(nodes) for nodes in clusters]
    for node in sorted(node for nodes in clusters for node in nodes):
        home = next(at for at, nodes in enumerate(groups) if node in nodes)
        stay = _between([node], [other for other in groups[home] if other != node], weights, unseen)
        gains = [(0.0 if at == home else _between([node], nodes, weights, unseen) - stay, -at) for at, nodes in enumerate(groups)]
        gains.append((-stay, -len(groups)))
        gain, to = max(gains)
        if gain > _PARTICLE:
            groups[home].remove(node)
            if -to == len(groups):
                groups.append([node])
            else:
                groups[-to] = sorted([*groups[-to], node])
    return sorted(nodes for nodes in groups if nodes)
