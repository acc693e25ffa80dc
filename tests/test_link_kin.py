"""Which articles are compared, copies or of one event: the fast ways against plain ones that say no more than what is asked for."""

from __future__ import annotations

import math
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.link import events, holders, reprints
from ledger.link.cluster import FORBIDDEN, cluster
from ledger.link.events import find_events, share_of_names
from ledger.link.reprints import find_reprints
from ledger.model import Article
from link_samples import make_article

COPIES = {"share": 0.6, "least": 3.0}
GATE = {"share": 0.12, "days": 21.0, "late": 0.08, "name_floor": 60.0}
PARTICLE = 1e-9


def plain_reprints(articles: Sequence[Article]) -> dict[str, str]:
    """What find_reprints is to find, pair by pair."""
    ordered = sorted(
        (article for article in articles if len(article.shingles) >= COPIES["least"]),
        key=lambda article: (str(article.published or "9999"), -article.characters, article.article),
    )
    whole = [set(article.shingles) for article in ordered]
    sampled = [{shingle for shingle in hashes if shingle % 4 == 0} for hashes in whole]
    rare = [{shingle for shingle in hashes if sum(shingle in other for other in sampled) <= reprints._COMMON} for hashes in sampled]
    originals: dict[str, str] = {}
    for one, other in combinations(range(len(ordered)), 2):
        copy, shared = ordered[other].article, len(rare[one] & rare[other])
        hinted = shared > 0 and shared >= reprints._HINT * min(len(sampled[one]), len(sampled[other]))
        alike = len(whole[one] & whole[other]) >= COPIES["share"] * min(len(whole[one]), len(whole[other]))
        if hinted and alike and copy not in originals:
            originals[copy] = originals.get(ordered[one].article, ordered[one].article)
    return originals


@st.composite
def texts(draw: st.DrawFn) -> list[Article]:
    """Articles that take long stretches from a few stories, so that many are copies, nearly so, or share a little."""
    found = []
    for number in range(draw(st.integers(1, 9))):
        shingles: set[int] = set()
        for story in draw(st.lists(st.integers(0, 3), max_size=2)):
            start, length = draw(st.integers(0, 40)), draw(st.integers(0, 60))
            shingles |= {(story << 50) + 7 * at for at in range(start, start + length)}
        day = draw(st.sampled_from(["", "2026-03-01", "2026-03-02"]))
        article = make_article(f"{number}.txt", published=day, characters=draw(st.integers(1, 3)))
        found.append(replace(article, shingles=array("Q", sorted(shingles)) if shingles else ()))
    return found


@settings(max_examples=100)
@given(texts(), st.sampled_from([2, 3, 100]), st.sampled_from([0.1, 0.5]), st.sampled_from([1, 20, 1 << 17]), st.randoms())
def test_both_searches_find_the_reprints_that_a_plain_one_finds(
    articles: list[Article], common: int, hint: float, part: int, chance: Any
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reprints, "_COMMON", common)
        patch.setattr(reprints, "_HINT", hint)
        patch.setattr(holders, "_PAIRS", part)
        expected = plain_reprints(articles)
        for least in (1, 1 << 60):  # from so many shingles on numpy does it
            patch.setattr(reprints, "_MANY", least)
            assert find_reprints(articles, COPIES) == expected
            assert find_reprints(chance.sample(articles, len(articles)), COPIES) == expected


@pytest.mark.parametrize("least", [1, 1 << 60])
@pytest.mark.parametrize(("count", "copies"), [(reprints._COMMON, reprints._COMMON - 1), (reprints._COMMON + 1, 0)])
def test_what_more_than_so_many_articles_hold_is_boilerplate(least: int, count: int, copies: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reprints, "_MANY", least)
    articles = [make_article(f"{number:03}.txt", shingles=range(0, 200, 4)) for number in range(count)]
    assert find_reprints(articles, COPIES) == {f"{number:03}.txt": "000.txt" for number in range(1, copies + 1)}


@pytest.mark.parametrize("least", [1, 1 << 60])
def test_a_pair_that_shares_a_tenth_of_its_sample_is_compared(least: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reprints, "_MANY", least)
    odd = range(1, 400, 2)  # shared, and not sampled
    own = [range(base, base + 36, 4) for base in (1000, 2000)]
    for shared, found in (([0], {"b.txt": "a.txt"}), ([], {})):
        articles = [make_article(f"{name}.txt", shingles=[*shared, *odd, *rest]) for name, rest in zip("ab", own, strict=True)]
        assert find_reprints(articles, COPIES) == found


def plain_events(articles: Sequence[Article], copies: Mapping[str, str]) -> dict[str, int]:
    """What find_events is to find: every pair that is proposed is weighed by itself."""
    ordered = sorted(articles, key=lambda article: article.article)
    saying = {name: [at for at, one in enumerate(ordered) if name in dict(one.names)] for one in ordered for name, _ in one.names}
    proposed: set[tuple[int, int]] = set()
    for name in sorted(saying, key=lambda name: (len(saying[name]), name)):
        if len(proposed) > events._PAIRS * len(ordered):
            break
        line = saying[name]
        if len(line) > events._COMMON:
            line = sorted(line, key=lambda at: (ordered[at].published or date.min, at))
            proposed |= {
                (min(pair), max(pair)) for at in range(len(line)) for pair in ((line[at], to) for to in line[at + 1 :][: events._FEW])
            }
        else:
            proposed |= set(combinations(line, 2))
    total = max(len(ordered), GATE["name_floor"])
    vectors = [{name: math.log(1 + total / len(saying[name])) * (1 + math.log(count)) for name, count in one.names} for one in ordered]
    scores = {}
    for one, other in proposed:
        days = [ordered[at].published for at in (one, other)]
        late = days[0] is not None and days[1] is not None and abs((days[0] - days[1]).days) > GATE["days"]
        scores[one, other] = share_of_names(vectors[one], vectors[other]) - GATE["share"] - (GATE["late"] if late else 0.0)
    places = {article.article: at for at, article in enumerate(ordered)}
    for copy, original in copies.items():
        scores[min(places[copy], places[original]), max(places[copy], places[original])] = 1.0
    found = cluster(len(ordered), scores, -GATE["share"])
    return {ordered[node].article: number for number, nodes in enumerate(found) for node in nodes}


@st.composite
def newsrooms(draw: st.DrawFn) -> tuple[list[Article], dict[str, str]]:
    """Articles with names of which some are common, and who copied whom."""
    count = draw(st.integers(1, 14))
    found = []
    for number in range(count):
        names = draw(st.dictionaries(st.sampled_from("abcdefghij"), st.integers(1, 4), max_size=6))
        day = draw(st.none() | st.integers(0, 40))
        article = replace(make_article(f"{number:02}.txt"), names=tuple(sorted(names.items())))
        found.append(article if day is None else replace(article, published=date(2026, 3, 1) + timedelta(day)))
    pairs = draw(st.dictionaries(st.integers(0, count - 1), st.integers(0, count - 1), max_size=3))
    return found, {found[copy].article: found[original].article for copy, original in pairs.items() if copy != original}


@settings(max_examples=100)
@given(newsrooms(), st.sampled_from([2, 4, 200]), st.integers(1, 3), st.sampled_from([1, 2, 20]), st.randoms())
def test_the_event_gate_is_that_of_pairs_weighed_one_by_one(
    newsroom: tuple[list[Article], dict[str, str]], common: int, few: int, budget: int, chance: Any
) -> None:
    articles, copies = newsroom
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(events, "_COMMON", common)
        patch.setattr(events, "_FEW", few)
        patch.setattr(events, "_PAIRS", budget)
        expected = plain_events(articles, copies)
        assert find_events(articles, copies, GATE) == expected
        assert find_events(chance.sample(articles, len(articles)), copies, GATE) == expected


def plain_clusters(count: int, weights: Mapping[tuple[int, int], float], unseen: float) -> list[list[int]]:
    """What cluster is to find: after each merge every average is taken anew, and in each round every node is asked."""
    clusters = [[node] for node in range(count)]
    while True:
        before, clusters = clusters, plain_merges(clusters, weights, unseen)
        moved = plain_moves(clusters, weights, unseen)
        if moved in (clusters, before):
            return clusters
        clusters = moved


def plain_merges(clusters: list[list[int]], weights: Mapping[tuple[int, int], float], unseen: float) -> list[list[int]]:
    groups = dict(enumerate(clusters))
    for fresh in range(len(groups), 2 * len(groups)):
        offers = []
        for one, other in combinations(groups, 2):
            pairs = [(min(pair), max(pair)) for pair in ((left, right) for left in groups[one] for right in groups[other])]
            average = math.fsum(weights.get(pair, unseen) for pair in pairs) / len(pairs)
            if average > PARTICLE:
                offers.append((-round(average, 9), one, other))
        if not offers:
            break
        _, one, other = min(offers)
        groups[fresh] = groups.pop(one) + groups.pop(other)
    return sorted(sorted(nodes) for nodes in groups.values())


def plain_moves(clusters: list[list[int]], weights: Mapping[tuple[int, int], float], unseen: float) -> list[list[int]]:
    groups = [set(nodes) for nodes in clusters]
    for node in sorted(node for nodes in clusters for node in nodes):
        here = next(at for at, nodes in enumerate(groups) if node in nodes)
        sums = [
            math.fsum(weights.get((min(node, other), max(node, other)), unseen) for other in nodes if other != node)
            for nodes in [*groups, ()]
        ]
        gain, to = max((0.0 if at == here else total - sums[here], -at) for at, total in enumerate(sums))
        if gain > PARTICLE:
            groups[here].remove(node)
            groups += [set()] if -to == len(groups) else []
            groups[-to].add(node)
    return sorted(sorted(nodes) for nodes in groups if nodes)


@st.composite
def graphs(draw: st.DrawFn) -> tuple[int, dict[tuple[int, int], float]]:
    """Weights in quarters, of which all sums are exact and many are equal."""
    count = draw(st.integers(1, 12))
    weight = st.integers(-12, 16).map(lambda number: number / 4) | st.just(FORBIDDEN)
    pairs = [(one, other) for one in range(count) for other in range(one + 1, count)]
    return count, draw(st.dictionaries(st.sampled_from(pairs), weight)) if pairs else {}


@settings(max_examples=150)
@given(graphs(), st.sampled_from([-1.0, -0.125, 0.0]), st.randoms())
def test_offers_reckoned_late_merge_what_all_averages_would(
    graph: tuple[int, dict[tuple[int, int], float]], unseen: float, chance: Any
) -> None:
    count, weights = graph
    assert cluster(count, weights, unseen) == plain_clusters(count, weights, unseen)
    assert cluster(count, dict(chance.sample(list(weights.items()), len(weights))), unseen) == cluster(count, weights, unseen)
