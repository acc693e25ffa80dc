"""Which articles tell one event: they share names, weighed by how rare these are; more of them where months lie between.

Without this gate nearly half of all pairs of equal value and unit would join two events. Articles are clustered by average link,
since connected components chain a newsroom's whole week into one event.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from ledger.link.cluster import cluster
from ledger.model import Article

_COMMON = 200
"""Of a name that more articles than this share each is compared with a few others only, those nearest in time."""
_FEW = 20
_PAIRS = 20
"""About so many pairs an article are compared, those of the rarest names first."""


def find_events(articles: Sequence[Article], reprints: Mapping[str, str], settings: Mapping[str, float]) -> dict[str, int]:
    """article -> number of its event, numbered in the order of their first articles."""
    ordered = sorted(articles, key=lambda article: article.article)
    holders = _find_holders(ordered)
    weights = _name_weights(holders, len(ordered), settings["name_floor"])
    vectors = [_weigh_names(article, weights) for article in ordered]
    days = [article.published.toordinal() if article.published is not None else None for article in ordered]
    share, late, near = settings["share"], settings["late"], settings["days"]
    scores: dict[tuple[int, int], float] = {}
    for one, shares in enumerate(_shares(_propose(ordered, holders), vectors)):
        first = days[one]
        for other in sorted(shares):
            last = days[other]
            apart = late if first is not None and last is not None and abs(first - last) > near else 0.0
            scores[one, other] = shares[other] - share - apart
    scores |= dict.fromkeys(sorted(_copies(ordered, reprints)), 1.0)
    found = cluster(len(ordered), scores, -share)
    return {ordered[node].article: number for number, nodes in enumerate(found) for node in nodes}


def share_of_names(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    """The weight of the names in both over the weight of the poorer article's names."""
    poorer = min(math.fsum(left.values()), math.fsum(right.values()))
    return math.fsum([min(left[name], right[name]) for name in left.keys() & right.keys()]) / poorer if poorer else 0.0


def _shares(partners: Sequence[set[int]], vectors: Sequence[Mapping[str, float]]) -> Iterator[dict[int, float]]:
    """Of each article the later ones that it is to be compared with -> `share_of_names` of the two.

    All later ones at once, name by name: the names that two articles share are few beside those that they have.
    """
    weighed: dict[str, dict[int, float]] = {}
    for at, vector in enumerate(vectors):
        for name, weight in vector.items():
            weighed.setdefault(name, {})[at] = weight
    totals = [math.fsum(vector.values()) for vector in vectors]
    for one, others in enumerate(partners):
        shared: dict[int, list[float]] = {other: [] for other in others}
        for name, weight in vectors[one].items() if others else ():
            theirs = weighed[name]
            for other in others & theirs.keys():
                shared[other].append(min(weight, theirs[other]))
        total = totals[one]
        yield {other: math.fsum(found) / min(total, totals[other]) if found else 0.0 for other, found in shared.items()}


def _find_holders(articles: Sequence[Article]) -> dict[str, list[int]]:
    """Name -> the articles that say it."""
    holders: dict[str, list[int]] = {}
    for at, article in enumerate(articles):
        for name, _ in article.names:
            holders.setdefault(name, []).append(at)
    return holders


def _name_weights(holders: Mapping[str, Sequence[int]], articles: int, floor: float) -> dict[str, float]:
    """log(1 + articles / articles with the name), as if at least `floor` articles were known."""
    total = max(articles, floor)
    return {name: math.log(1 + total / len(found)) for name, found in holders.items()}


def _weigh_names(article: Article, weights: Mapping[str, float]) -> dict[str, float]:
    """Names by rarity and, less than proportionally, by how often the article says them."""
    return {name: weights[name] * (1 + math.log(count)) for name, count in article.names}


def _propose(articles: Sequence[Article], holders: Mapping[str, Sequence[int]]) -> list[set[int]]:
    """Of each article the later ones that share a name with it, the rarest names first for as long as the budget lasts."""
    partners: list[set[int]] = [set() for _ in articles]
    left = _PAIRS * len(articles)
    for name in sorted(holders, key=lambda name: (len(holders[name]), name)):
        sharing = holders[name]
        if left < 0:
            break
        for one, others in _near(sharing, articles) if len(sharing) > _COMMON else _all(sharing):
            known = partners[one]
            left += len(known)
            known.update(others)
            left -= len(known)
    return partners


def _copies(articles: Sequence[Article], reprints: Mapping[str, str]) -> set[tuple[int, int]]:
    """Pairs of a reprint and its original."""
    numbers = {article.article: at for at, article in enumerate(articles)}
    known = [(numbers[copy], numbers[original]) for copy, original in reprints.items() if copy in numbers and original in numbers]
    return {(min(pair), max(pair)) for pair in known}


def _all(sharing: Sequence[int]) -> Iterator[tuple[int, Sequence[int]]]:
    """Each article with all that follow it."""
    return ((one, sharing[at:]) for at, one in enumerate(sharing, start=1))


def _near(sharing: Sequence[int], articles: Sequence[Article]) -> Iterator[tuple[int, Sequence[int]]]:
    """Each article with the few that follow it in the order of days: what holds a topic of a thousand articles together."""
    ordered = sorted(sharing, key=lambda at: (articles[at].published or date.min, at))
    return ((min(one, other), (max(one, other),)) for n, one in enumerate(ordered) for other in ordered[n + 1 : n + 1 + _FEW])
