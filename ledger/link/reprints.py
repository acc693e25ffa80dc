"""Which articles are one wire story: most shingles of the shorter one stand in the other, digits masked, so that a changed figure
hides nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ledger.model import Article

_SAMPLE = 4
"""Every so many-th shingle proposes pairs; the share itself is counted over all of them."""
_COMMON = 100
"""A shingle that more articles hold is boilerplate."""


def find_reprints(articles: Sequence[Article], settings: Mapping[str, float]) -> dict[str, str]:
    """article -> the article it reprints: the earliest published of its kin, else the one with most text, else the first by name.

    A chain of reprints names one original. Articles with fewer than `least` shingles are too short to tell.
    """
    ordered = sorted((article for article in articles if len(article.shingles) >= settings["least"]), key=_seniority)
    shingles = [frozenset(article.shingles) for article in ordered]
    originals: dict[int, int] = {}
    for one, other in sorted(_propose(shingles)):
        shared = len(shingles[one] & shingles[other]) / min(len(shingles[one]), len(shingles[other]))
        if other not in originals and shared >= settings["share"]:
            originals[other] = originals.get(one, one)
    return {ordered[copy].article: ordered[original].article for copy, original in sorted(originals.items())}


def _seniority(article: Article) -> tuple[str, int, str]:
    """Sorts the likeliest original first; an article without a date comes after those that have one."""
    return (article.published.isoformat() if article.published else "9999", -article.characters, article.article)


def _propose(shingles: Sequence[frozenset[int]]) -> set[tuple[int, int]]:
    """Pairs that share a sampled shingle, (senior, junior)."""
    holders: dict[int, list[int]] = {}
    for at, hashes in enumerate(shingles):
        for shingle in hashes:
            if shingle % _SAMPLE == 0:
                holders.setdefault(shingle, []).append(at)
    return {(one, other) for at in holders.values() if len(at) <= _COMMON for n, one in enumerate(at) for other in at[n + 1 :]}
