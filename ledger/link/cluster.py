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

Neighbours = dict[int, list[tuple[int, float]]]
Link = tuple[float, int]
Offer = tuple[float, int, int]
"""(minus the average weight, smaller cluster, larger cluster): what a heap gives out best first."""

FORBIDDEN = -math.inf
_ROUNDS = 20
_PARTICLE = 1e-9


def cluster(count: int, weights: Weights, unseen: float = -1.0) -> list[list[int]]:
    """Clusters of 0 .. count-1, each sorted, sorted by first member; only nodes that positive pairs connect can meet."""
    components = _components(count, weights)
    neighbours = _neighbours(components, weights)
    found: list[list[int]] = []
    for nodes in components:
        found += [nodes] if len(nodes) == 1 else _cluster_component({node: neighbours[node] for node in nodes}, unseen)
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
            first, second = root(one), root(other)
            parent[max(first, second)] = min(first, second)
    groups: dict[int, list[int]] = {}
    for node in range(count):
        groups.setdefault(root(node), []).append(node)
    return list(groups.values())


def _neighbours(components: Sequence[Sequence[int]], weights: Weights) -> Neighbours:
    """The weighed pairs of each node with others of its component, in the order of the nodes."""
    home = {node: at for at, nodes in enumerate(components) for node in nodes}
    found: Neighbours = {node: [] for node in home}
    for pair in sorted(weights):
        one, other = pair
        if home[one] == home[other]:
            weight = weights[pair]
            found[one].append((other, weight))
            found[other].append((one, weight))
    return found


def _cluster_component(neighbours: Neighbours, unseen: float) -> list[list[int]]:
    """Greedy average link, then single moves and merges until nothing gains; nodes that all attract each other need neither."""
    if _all_attract(neighbours):
        return [sorted(neighbours)]
    clusters = _average_link([[node] for node in neighbours], neighbours, unseen)
    for _ in range(_ROUNDS):
        moved = _move_nodes(clusters, neighbours, unseen)
        if moved == clusters:  # what no move changed no merge changes either
            break
        clusters, before = _average_link(moved, neighbours, unseen), clusters
        if clusters == before:
            break
    return clusters


def _all_attract(neighbours: Neighbours) -> bool:
    """True where every pair weighs more than nothing: whatever is merged first, all of them end in one cluster."""
    others = len(neighbours) - 1
    return all(len(found) == others and all(weight > _PARTICLE for _, weight in found) for found in neighbours.values())


def _average_link(clusters: Sequence[Sequence[int]], neighbours: Neighbours, unseen: float) -> list[list[int]]:
    """Merges, best average first, for as long as the best average is above 0. Clusters without a weighed pair never meet."""
    alive: dict[int, list[int]] = {at: list(nodes) for at, nodes in enumerate(clusters)}
    sizes = {at: len(nodes) for at, nodes in alive.items()}
    links = _links_between(alive, neighbours)
    heap: list[Offer] = []
    for one, found in links.items():
        heap += [offer for offer in _offers(one, found, sizes, unseen) if offer[1] == one]
    heapq.heapify(heap)
    fresh = len(clusters)
    while heap:
        _, one, other = heapq.heappop(heap)
        if one not in alive or other not in alive:
            continue
        alive[fresh] = sorted(alive.pop(one) + alive.pop(other))
        sizes[fresh] = len(alive[fresh])
        merged = links[fresh] = _merge_links(links.pop(one), links.pop(other), alive)
        for third, link in merged.items():
            links[third][fresh] = link
        for offer in _offers(fresh, merged, sizes, unseen):
            heapq.heappush(heap, offer)
        fresh += 1
    return sorted(alive.values())


def _links_between(alive: Mapping[int, Sequence[int]], neighbours: Neighbours) -> dict[int, dict[int, Link]]:
    """cluster -> other cluster -> the sum and the number of the weighed pairs between them."""
    home = {node: at for at, nodes in alive.items() for node in nodes}
    links: dict[int, dict[int, Link]] = {at: {} for at in alive}
    for node, found in neighbours.items():
        own = home[node]
        here = links[own]
        for other, weight in found:
            at = home[other]
            if at != own:
                known = here.get(at)
                here[at] = (weight, 1) if known is None else (known[0] + weight, known[1] + 1)
    return links


def _merge_links(one: Mapping[int, Link], other: Mapping[int, Link], alive: Mapping[int, Sequence[int]]) -> dict[int, Link]:
    """The links of two merged clusters to the clusters that are left."""
    merged = {third: link for third, link in one.items() if third in alive}
    for third, link in other.items():
        if third in alive:
            known = merged.get(third)
            merged[third] = link if known is None else (known[0] + link[0], known[1] + link[1])
    return merged


def _offers(own: int, links: Mapping[int, Link], sizes: Mapping[int, int], unseen: float) -> list[Offer]:
    """The pairs of a cluster with others whose average is above 0; rounded, so that equal averages tie whatever the order of the sum."""
    found: list[Offer] = []
    for other, (total, count) in links.items():
        size = sizes[own] * sizes[other]
        average = (total + unseen * (size - count)) / size
        if average > _PARTICLE:
            found.append((-round(average, 9), min(own, other), max(own, other)))
    return found


def _move_nodes(clusters: Sequence[Sequence[int]], neighbours: Neighbours, unseen: float) -> list[list[int]]:
    """Each node in turn goes to the cluster where it weighs most, or stands alone; no move without a gain."""
    groups = [list(nodes) for nodes in clusters]
    home = {node: at for at, nodes in enumerate(groups) for node in nodes}
    for node in sorted(home):
        known: dict[int, list[float]] = {}
        for other, weight in neighbours[node]:
            known.setdefault(home[other], []).append(weight)
        here, own = home[node], known.get(home[node], [])
        if len(known) == 1 and 0 < len(own) == len(groups[here]) - 1 and min(own) > 0:
            continue  # only its own cluster knows it, and all of that likes it
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
