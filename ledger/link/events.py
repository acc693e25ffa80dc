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
    weights = _name_weights(ordered, settings["name_floor"])
    vectors = [_weigh_names(article, weights) for article in ordered]
    totals = [math.fsum(vector.values()) for vector in vectors]
    scores: dict[tuple[int, int], float] = {}
    days = [article.published.toordinal() if article.published is not None else None for article in ordered]
    copies = _copies(ordered, reprints)
    share, late, near = settings["share"], settings["late"], settings["days"]
    for pair in sorted(_propose(ordered) | copies):
        one, other = pair
        if pair in copies:
            scores[pair] = 1.0
        else:
            first, last = days[one], days[other]
            apart = late if first is not None and last is not None and abs(first - last) > near else 0.0
            scores[pair] = _share(vectors[one], vectors[other], min(totals[one], totals[other])) - share - apart
    found = cluster(len(ordered), scores, -share)
    return {ordered[node].article: number for number, nodes in enumerate(found) for node in nodes}


def share_of_names(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    """The weight of the names in both over the weight of the poorer article's names."""
    return _share(left, right, min(math.fsum(left.values()), math.fsum(right.values())))


def _share(left: Mapping[str, float], right: Mapping[str, float], poorer: float) -> float:
    """The weight of the names in both over `poorer`, the weight of the poorer article's names."""
    if not poorer:
        return 0.0
    return math.fsum([min(left[name], right[name]) for name in left.keys() & right.keys()]) / poorer


def _name_weights(articles: Sequence[Article], floor: float) -> dict[str, float]:
    """log(1 + articles / articles with the name), as if at least `floor` articles were known."""
    counts: dict[str, int] = {}
    for article in articles:
        for name, _ in article.names:
            counts[name] = counts.get(name, 0) + 1
    total = max(len(articles), floor)
    return {name: math.log(1 + total / count) for name, count in counts.items()}


def _weigh_names(article: Article, weights: Mapping[str, float]) -> dict[str, float]:
    """Names by rarity and, less than proportionally, by how often the article says them."""
    return {name: weights[name] * (1 + math.log(count)) for name, count in article.names}


def _propose(articles: Sequence[Article]) -> set[tuple[int, int]]:
    """Pairs of articles that share a name, the rarest names first for as long as the budget lasts."""
    holders: dict[str, list[int]] = {}
    for at, article in enumerate(articles):
        for name, _ in article.names:
            holders.setdefault(name, []).append(at)
    pairs: set[tuple[int, int]] = set()
    for name in sorted(holders, key=lambda name: (len(holders[name]), name)):
        sharing = holders[name]
        if len(pairs) > _PAIRS * len(articles):
            break
        if len(sharing) > _COMMON:
            pairs.update(_near_pairs(sharing, articles))
        else:
            pairs.update((one, other) for n, one in enumerate(sharing) for other in sharing[n + 1 :])
    return pairs


def _copies(articles: Sequence[Article], reprints: Mapping[str, str]) -> set[tuple[int, int]]:
    """Pairs of a reprint and its original."""
    numbers = {article.article: at for at, article in enumerate(articles)}
    known = [(numbers[copy], numbers[original]) for copy, original in reprints.items() if copy in numbers and original in numbers]
    return {(min(pair), max(pair)) for pair in known}


def _near_pairs(sharing: Sequence[int], articles: Sequence[Article]) -> Iterator[tuple[int, int]]:
    """Each article with the few that follow it in the order of days: what holds a topic of a thousand articles together."""
    ordered = sorted(sharing, key=lambda at: (articles[at].published or date.min, at))
    return ((min(one, other), max(one, other)) for n, one in enumerate(ordered) for other in ordered[n + 1 : n + 1 + _FEW])
