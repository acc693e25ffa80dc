"""Correlation clustering: the partition whose inner pairs weigh most, found greedily and then mended by single moves.

Connected components chain unlike claims into one blob; an average over all pairs of two clusters does not. The nodes are 0 .. n-1 in
sorted order of their ids, and ties go to the smaller numbers, so the result depends on nothing else.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable, Mapping, Sequence

Weights = Mapping[tuple[int, int], float]
"""(smaller node, larger node) -> log-odds above the threshold; -inf forbids. A pair that is not there weighs `unseen`."""

Neighbours = dict[int, list[tuple[int, float]]]
Link = tuple[float, int]

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
    neighbours = _neighbours(nodes, weights)
    clusters = _average_link([[node] for node in nodes], neighbours, unseen)
    for _ in range(_ROUNDS):
        merged = _average_link(_move_nodes(clusters, neighbours, unseen), neighbours, unseen)
        if merged == clusters:
            break
        clusters = merged
    return clusters


def _neighbours(nodes: Sequence[int], weights: Weights) -> Neighbours:
    """The weighed pairs of each node, among these nodes; in a large graph looked up pair by pair only where that is less work."""
    found: Neighbours = {node: [] for node in nodes}
    pairs: Iterable[tuple[int, int]] = weights
    if len(nodes) * len(nodes) < 2 * len(weights):
        pairs = [(one, other) for at, one in enumerate(nodes) for other in nodes[at + 1 :] if (one, other) in weights]
    for one, other in pairs:
        if one in found and other in found:
            weight = weights[one, other]
            found[one].append((other, weight))
            found[other].append((one, weight))
    return found


def _average_link(clusters: Sequence[Sequence[int]], neighbours: Neighbours, unseen: float) -> list[list[int]]:
    """Merges, best average first, for as long as the best average is above 0. Clusters without a weighed pair never meet."""
    alive: dict[int, list[int]] = {at: list(nodes) for at, nodes in enumerate(clusters)}
    links = _links_between(alive, neighbours)
    heap: list[tuple[float, int, int]] = []
    for one, found in links.items():
        for other, link in found.items():
            if one < other:
                _offer(heap, link, unseen, (one, other), alive)
    heapq.heapify(heap)
    fresh = len(clusters)
    while heap:
        _, one, other = heapq.heappop(heap)
        if one not in alive or other not in alive:
            continue
        alive[fresh] = sorted(alive.pop(one) + alive.pop(other))
        links[fresh] = _merge_links(links.pop(one), links.pop(other), alive)
        for third, link in links[fresh].items():
            links[third][fresh] = link
            _offer(heap, link, unseen, (third, fresh), alive)
        fresh += 1
    return sorted(alive.values())


def _links_between(alive: Mapping[int, Sequence[int]], neighbours: Neighbours) -> dict[int, dict[int, Link]]:
    """cluster -> other cluster -> the sum and the number of the weighed pairs between them."""
    home = {node: at for at, nodes in alive.items() for node in nodes}
    links: dict[int, dict[int, Link]] = {at: {} for at in alive}
    for node, found in neighbours.items():
        here = links[home[node]]
        for other, weight in found:
            if home[other] != home[node]:
                total, count = here.get(home[other], (0.0, 0))
                here[home[other]] = total + weight, count + 1
    return links


def _merge_links(one: Mapping[int, Link], other: Mapping[int, Link], alive: Mapping[int, Sequence[int]]) -> dict[int, Link]:
    """The links of two merged clusters to the clusters that are left."""
    merged: dict[int, Link] = {}
    for third in sorted({*one, *other}):
        if third in alive:
            (first, some), (second, more) = one.get(third, (0.0, 0)), other.get(third, (0.0, 0))
            merged[third] = first + second, some + more
    return merged


def _offer(
    heap: list[tuple[float, int, int]], link: Link, unseen: float, pair: tuple[int, int], alive: Mapping[int, Sequence[int]]
) -> None:
    """Puts a pair of clusters on the heap if its average is above 0; rounded, so that equal averages tie whatever the order of the sum."""
    total, count = link
    size = len(alive[pair[0]]) * len(alive[pair[1]])
    average = (total + unseen * (size - count)) / size
    if average > _PARTICLE:
        heapq.heappush(heap, (-round(average, 9), *pair))


def _move_nodes(clusters: Sequence[Sequence[int]], neighbours: Neighbours, unseen: float) -> list[list[int]]:
    """Each node in turn goes to the cluster where it weighs most, or stands alone; no move without a gain."""
    groups = [list(nodes) for nodes in clusters]
    home = {node: at for at, nodes in enumerate(groups) for node in nodes}
    for node in sorted(home):
        known: dict[int, list[float]] = {}
        for other, weight in neighbours[node]:
            known.setdefault(home[other], []).append(weight)
        here, own = home[node], known.get(home[node], [])
        stay = math.fsum(own) + unseen * (len(groups[here]) - 1 - len(own))
        gains = [(math.fsum(found) + unseen * (len(groups[at]) - len(found)) - stay, -at) for at, found in known.items() if at != here]
        gain, to = max([*gains, (0.0, -here), (-stay, -len(groups))])
        if gain > _PARTICLE:
            groups[here].remove(node)
            if -to == len(groups):
                groups.append([])
            groups[-to] = sorted([*groups[-to], node])
            home[node] = -to
    return sorted(nodes for nodes in groups if nodes)
