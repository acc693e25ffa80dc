"""Correlation clustering: the partition whose inner pairs weigh most, found greedily and then mended by single moves.

Connected components chain unlike claims into one blob; an average over all pairs of two clusters does not. The nodes are 0 .. n-1 in
sorted order of their ids, and ties go to the smaller numbers, so the result depends on nothing else.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

Weights = Mapping[tuple[int, int], float]
"""(smaller node, larger node) -> log-odds above the threshold; -inf forbids. A pair that is not there weighs `unseen`."""

Neighbours = Sequence[Mapping[int, float]]
"""The nodes of a component, numbered anew from 0 in their order: the others there -> the weight of the pair."""
Offer = tuple[float, int, int]
"""(minus the average weight, smaller cluster, larger cluster): the best is the smallest."""

FORBIDDEN = -math.inf
_ROUNDS = 20
_PARTICLE = 1e-9


def cluster(count: int, weights: Weights, unseen: float = -1.0) -> list[list[int]]:
    """Clusters of 0 .. count-1, each sorted, sorted by first member; only nodes that positive pairs connect can meet.

    `unseen` is at most 0: what is known of nothing speaks for nothing.
    """
    components = _components(count, weights)
    neighbours = _neighbours(count, components, weights)
    found: list[list[int]] = []
    for nodes in components:
        if len(nodes) == 1:
            found.append(nodes)
        else:
            found += [[nodes[at] for at in inner] for inner in _cluster_component([neighbours[node] for node in nodes], unseen)]
    return sorted(found)


def total_weight(clusters: Sequence[Sequence[int]], weights: Weights, unseen: float = -1.0) -> float:
    """The sum over all pairs inside clusters: what clustering tries to make large."""
    return math.fsum(weights.get((one, other), unseen) for nodes in clusters for at, one in enumerate(nodes) for other in nodes[at + 1 :])


def _components(count: int, weights: Weights) -> list[list[int]]:
    """Nodes joined by positive pairs, however indirectly."""
    parent = list(range(count))
    for (one, other), weight in weights.items():
        if weight > 0 and parent[one] != parent[other]:
            first, second = _root(parent, one), _root(parent, other)
            parent[max(first, second)] = min(first, second)
    groups: dict[int, list[int]] = {}
    for node in range(count):
        groups.setdefault(_root(parent, node), []).append(node)
    return list(groups.values())


def _root(parent: list[int], node: int) -> int:
    """Where the chain of parents ends; it is shortened on the way."""
    while parent[node] != node:
        parent[node] = parent[parent[node]]
        node = parent[node]
    return node


def _neighbours(count: int, components: Sequence[Sequence[int]], weights: Weights) -> list[dict[int, float]]:
    """Of each node the others of its component with a weighed pair, by their place in it -> the weight; in order, as sums are taken so."""
    home, place = [0] * count, [0] * count
    for number, nodes in enumerate(components):
        for at, node in enumerate(nodes):
            home[node], place[node] = number, at
    found: list[dict[int, float]] = [{} for _ in range(count)]
    for pair in sorted(weights):
        one, other = pair
        if home[one] == home[other]:
            found[one][place[other]] = found[other][place[one]] = weights[pair]
    return found


def _cluster_component(neighbours: Neighbours, unseen: float) -> list[list[int]]:
    """Greedy average link, then single moves and merges until nothing gains; nodes that all attract each other need neither."""
    everything = range(len(neighbours))
    if _all_attract(neighbours):
        return [list(everything)]
    clusters = _average_link([[node] for node in everything], everything, neighbours, unseen)
    fresh: Set[int] = frozenset(everything)
    for _ in range(_ROUNDS):
        moved, stirred = _move_nodes(clusters, fresh, neighbours, unseen)
        if moved == clusters:  # what no move changed no merge changes either
            break
        merged = _average_link(moved, [at for at, nodes in enumerate(moved) if nodes[0] in stirred], neighbours, unseen)
        if merged == clusters:
            break
        known = set(map(tuple, moved))
        fresh = stirred.union(*[nodes for nodes in merged if tuple(nodes) not in known])
        clusters = merged
    return clusters


def _all_attract(neighbours: Neighbours) -> bool:
    """True where every pair weighs more than nothing: whatever is merged first, all of them end in one cluster."""
    others = len(neighbours) - 1
    return all(len(found) == others and all(weight > _PARTICLE for weight in found.values()) for found in neighbours)


def _average_link(clusters: Sequence[Sequence[int]], fresh: Iterable[int], neighbours: Neighbours, unseen: float) -> list[list[int]]:
    """Merges, best average first, for as long as the best average is above 0. Clusters without a weighed pair never meet.

    Two clusters together weigh with a third no more than the better of them did. So the offers of the two stand for those of both, and
    are reckoned anew only where one of them comes out best: most never do. `fresh` are the clusters that have offers to make.
    """
    table = _Table(clusters, neighbours, unseen)
    offers = _first_offers(neighbours) if len(clusters) == len(neighbours) else list(table.offers(fresh))
    offers.sort(reverse=True)
    renewed: list[Offer] = []
    known: set[tuple[int, int]] = set()
    while offers or renewed:
        _, one, other = heapq.heappop(renewed) if renewed and (not offers or renewed[0] < offers[-1]) else offers.pop()
        first, second = table.heir(one), table.heir(other)
        if first == one and second == other:
            table.merge(one, other)
        elif first != second:
            pair = (first, second) if first < second else (second, first)
            if pair not in known:
                known.add(pair)
                average = table.average(*pair)
                if average > _PARTICLE:
                    heapq.heappush(renewed, (-round(average, 9), *pair))
    return sorted([sorted(nodes) for nodes in table.groups if nodes])


class _Table:
    """Clusters as they merge. A merged one gets the next number and leaves the two that it is made of empty."""

    __slots__ = ("_heirs", "_neighbours", "_pulls", "_unseen", "groups")

    def __init__(self, clusters: Sequence[Sequence[int]], neighbours: Neighbours, unseen: float) -> None:
        self.groups = [set(nodes) for nodes in clusters]
        self._heirs = list(range(len(clusters)))
        self._neighbours, self._unseen = neighbours, unseen
        self._pulls: dict[int, dict[int, float]] = {}
        """Cluster -> node -> how much more the pairs between them weigh than unseen ones would. Two clusters are then weighed by looking
        up the nodes of the smaller one, and a merge adds the smaller to the larger."""

    def heir(self, own: int) -> int:
        """The cluster that a cluster has become part of; itself, where it stands."""
        heir = self._heirs[own]
        if self._heirs[heir] != heir:
            heir = self._heirs[own] = _root(self._heirs, heir)
        return heir

    def offers(self, fresh: Iterable[int]) -> Iterator[Offer]:
        """The pairs of fresh clusters with others whose average is above 0; rounded, so that equal ones tie whatever the order of a sum."""
        home = _homes(self.groups, len(self._neighbours))
        for own in fresh:
            for other in {home[node] for node in self._pull(own)} - {own}:
                average = self.average(own, other)
                if average > _PARTICLE:
                    yield -round(average, 9), min(own, other), max(own, other)

    def average(self, one: int, other: int) -> float:
        """The average weight of the pairs between two clusters."""
        large, small = self._by_size(one, other)
        pull, nodes = self._pull(large), self.groups[small]
        size = len(self.groups[large]) * len(nodes)
        return (math.fsum([pull[node] for node in nodes if node in pull]) + self._unseen * size) / size

    def merge(self, one: int, other: int) -> None:
        """Make two clusters one."""
        large, small = self._by_size(one, other)
        pull, more = self._pull(large), self._pulls.pop(small, None)
        nodes = self.groups[large]
        if more is None:
            for node in self.groups[small]:
                _add(pull, self._neighbours[node], self._unseen)
        else:
            _add(pull, more, 0.0)
        nodes |= self.groups[small]
        self.groups[large], self.groups[small] = set(), set()
        self._pulls[len(self.groups)] = self._pulls.pop(large)
        self._heirs[one] = self._heirs[other] = len(self.groups)
        self._heirs.append(len(self.groups))
        self.groups.append(nodes)

    def _by_size(self, one: int, other: int) -> tuple[int, int]:
        return (other, one) if len(self.groups[one]) < len(self.groups[other]) else (one, other)

    def _pull(self, own: int) -> dict[int, float]:
        pull = self._pulls.get(own)
        if pull is None:
            pull = self._pulls[own] = {}
            for node in self.groups[own]:
                _add(pull, self._neighbours[node], self._unseen)
        return pull


def _add(pull: dict[int, float], weights: Mapping[int, float], unseen: float) -> None:
    """Add to a pull what weights are above `unseen`."""
    if not pull:
        pull.update({node: weight - unseen for node, weight in weights.items()})
        return
    for node, weight in weights.items():
        more = weight - unseen
        pull[node] = pull[node] + more if node in pull else more


def _first_offers(neighbours: Neighbours) -> list[Offer]:
    """The offers of clusters of one node each."""
    return [
        (-round(weight, 9), node, other)
        for node, weights in enumerate(neighbours)
        for other, weight in weights.items()
        if weight > _PARTICLE and other > node
    ]


def _homes(clusters: Iterable[Iterable[int]], count: int) -> list[int]:
    """Node -> the number of its cluster."""
    home = [0] * count
    for at, nodes in enumerate(clusters):
        for node in nodes:
            home[node] = at
    return home


def _move_nodes(
    clusters: Sequence[Sequence[int]], fresh: Set[int], neighbours: Neighbours, unseen: float
) -> tuple[list[list[int]], set[int]]:
    """Each node in turn goes to the cluster where it weighs most, or stands alone; no move without a gain. Also all nodes of the
    clusters that changed.

    `fresh` are those of the clusters that changed since the last time: a node to which none of these is known would stay again.
    """
    groups = [set(nodes) for nodes in clusters]
    home = _homes(clusters, len(neighbours))
    stirred: set[int] = set()
    for node, weights in enumerate(neighbours):
        if node not in fresh and node not in stirred and fresh.isdisjoint(weights) and stirred.isdisjoint(weights):
            continue
        here = home[node]
        own = [weights[other] for other in weights.keys() & groups[here]]
        stay = math.fsum(own) + unseen * (len(groups[here]) - 1 - len(own))
        if stay >= 0 and _most_hoped(weights, home, here) <= stay:
            continue
        known: dict[int, list[float]] = {}
        for other, weight in weights.items():
            known.setdefault(home[other], []).append(weight)
        gains = [(math.fsum(found) + unseen * (len(groups[at]) - len(found)) - stay, -at) for at, found in known.items() if at != here]
        gain, to = max([*gains, (0.0, -here), (-stay, -len(groups))])
        if gain > _PARTICLE:
            groups[here].remove(node)
            if -to == len(groups):
                groups.append(set())
            groups[-to].add(node)
            home[node] = -to
            stirred.update(groups[here], groups[-to])
    return sorted([sorted(nodes) for nodes in groups if nodes]), stirred


def _most_hoped(weights: Mapping[int, float], home: Sequence[int], here: int) -> float:
    """No other cluster can weigh more with a node than its pairs above 0 do; made a little larger than all that rounding may take away."""
    hopes: dict[int, float] = {}
    for other, weight in weights.items():
        if weight > 0:
            at = home[other]
            hopes[at] = hopes[at] + weight if at in hopes else weight
    hopes.pop(here, None)
    return max(hopes.values(), default=0.0) * (1 + _PARTICLE)
