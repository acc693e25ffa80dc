"""Which articles are one wire story: most shingles of the shorter one stand in the other, digits masked, so that a changed figure
hides nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise

from ledger.model import Article

_SAMPLE = 4
"""Every so many-th shingle proposes pairs; the share itself is counted over all of them."""
_COMMON = 100
"""A shingle that more articles hold is boilerplate."""
_HINT = 0.1
"""A pair that shares less than this of its sampled shingles is not compared: a quotation in both, far from a reprint."""
_MANY = 1_000_000
"""From so many shingles on, those of some thousand articles, numpy saves more than its import takes."""


def find_reprints(articles: Sequence[Article], settings: Mapping[str, float]) -> dict[str, str]:
    """article -> the article it reprints: the earliest published of its kin, else the one with most text, else the first by name.

    A chain of reprints names one original. Articles with fewer than `least` shingles are too short to tell.
    """
    ordered = sorted((article for article in articles if len(article.shingles) >= settings["least"]), key=_seniority)
    originals: dict[int, int] = {}
    for one, others in _propose([article.shingles for article in ordered]):
        shingles = frozenset(ordered[one].shingles)
        for other in others:
            theirs = ordered[other].shingles
            if other not in originals and len(shingles.intersection(theirs)) >= settings["share"] * min(len(shingles), len(theirs)):
                originals[other] = originals.get(one, one)
    return {ordered[copy].article: ordered[original].article for copy, original in sorted(originals.items())}


def _seniority(article: Article) -> tuple[str, int, str]:
    """Sorts the likeliest original first; an article without a date comes after those that have one."""
    return (article.published.isoformat() if article.published else "9999", -article.characters, article.article)


def _propose(shingles: Sequence[Sequence[int]]) -> Iterator[tuple[int, list[int]]]:
    """Each senior with the juniors that share enough of its sampled shingles, or of theirs; one senior at a time, for memory's sake."""
    if sum(map(len, shingles)) >= _MANY:
        from ledger.link.holders import propose  # numpy

        yield from propose(shingles, _SAMPLE, _COMMON, _HINT)
        return
    samples = [[shingle for shingle in hashes if shingle % _SAMPLE == 0] for hashes in shingles]
    holders = _find_holders(samples)
    for one, sample in enumerate(samples):
        shared = Counter(chain.from_iterable(holders[shingle] for shingle in sample if shingle in holders))
        enough = [other for other, count in shared.items() if other > one and count >= _HINT * min(len(sample), len(samples[other]))]
        if enough:
            yield one, sorted(enough)


def _find_holders(samples: Sequence[Sequence[int]]) -> dict[int, list[int]]:
    """Shingle -> the articles that hold it, of shingles that several do and that are no boilerplate."""
    counted = sorted(chain.from_iterable(samples))  # a dictionary of them all would be the largest thing in a build
    holders: dict[int, list[int]] = {shingle: [] for shingle, next_one in pairwise(counted) if shingle == next_one}
    for at, sample in enumerate(samples):
        for shingle in sample:
            if shingle in holders:
                holders[shingle].append(at)
    return {shingle: found for shingle, found in holders.items() if len(found) <= _COMMON}
