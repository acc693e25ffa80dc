"""Which articles of many share enough shingles to be compared, with numpy: whole numbers in arrays, the same on every machine.

`ledger/link/reprints.py` says what is asked for, and does the same in plain Python for few articles, which an import of numpy would
take longer for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Numbers: TypeAlias = NDArray[np.int64]
Hashes: TypeAlias = NDArray[np.uint64]

_PAIRS = 1 << 17
"""About so many pairs with a common shingle are counted at a time; in all there are some hundred for each article."""


def propose(shingles: Sequence[Sequence[int]], every: int, common: int, hint: float) -> Iterator[tuple[int, list[int]]]:
    """Each article with the later ones that share at least `hint` of its sampled shingles, or of theirs, in order.

    Every so many-th shingle is sampled; one that more than `common` articles hold is not counted.
    """
    samples = [_sample(hashes, every) for hashes in shingles]
    sizes = np.array([len(sample) for sample in samples])
    sampled = np.concatenate(samples)
    del samples  # here and below: what is not needed any more would be the larger part of all memory
    holders, followers = _find_holders(sampled, sizes, common)
    del sampled
    for places in _split(holders, followers):
        ones, others, counts = _count_pairs(holders, followers, places, len(sizes))
        enough = (counts >= hint * np.minimum(sizes[ones], sizes[others])) & (ones < others)
        for one, pairs in groupby(zip(ones[enough].tolist(), others[enough].tolist(), strict=True), key=itemgetter(0)):
            yield one, [other for _, other in pairs]


def _sample(hashes: Sequence[int], every: int) -> Hashes:
    """Every so many-th shingle of an article."""
    found = np.array(hashes, dtype=np.uint64)
    sample: Hashes = found[found % np.uint64(every) == 0]
    return sample


def _find_holders(sampled: Hashes, sizes: Numbers, common: int) -> tuple[Numbers, Numbers]:
    """The articles that hold a shingle that others hold, shingle by shingle and in order; how many with the same one follow each."""
    order = np.argsort(sampled, kind="stable")
    starts = _run_starts(sampled[order])
    lengths = np.diff(np.append(starts, len(order)))
    shared = (lengths > 1) & (lengths <= common)
    places = order[np.repeat(shared, lengths)]
    del order
    holders = np.searchsorted(np.cumsum(sizes), places, side="right")
    lengths = lengths[shared]
    return holders, np.repeat(np.cumsum(lengths), lengths) - np.arange(1, len(places) + 1)


def _split(holders: Numbers, followers: Numbers) -> Iterator[Numbers]:
    """The places of articles that others follow, article by article, in parts that whole articles and not too many pairs fall into."""
    places = np.argsort(holders, kind="stable")
    places = places[followers[places] > 0]
    pairs, ordered = np.cumsum(followers[places]), holders[places]
    start = 0
    while start < len(places):
        last = max(int(np.searchsorted(pairs, pairs[start] + _PAIRS)) - 1, start)
        end = int(np.searchsorted(ordered, ordered[last], side="right"))
        yield places[start:end]
        start = end


def _count_pairs(holders: Numbers, followers: Numbers, places: Numbers, articles: int) -> tuple[Numbers, Numbers, Numbers]:
    """Earlier article, later article and how many shingles they share, in order, of the articles in some places and what follows them."""
    reach = followers[places]
    before = np.cumsum(reach) - reach
    others = holders[np.repeat(places + 1 - before, reach) + np.arange(reach.sum())]
    pairs = np.sort(np.repeat(holders[places], reach) * articles + others)
    starts = _run_starts(pairs)
    ones, others = np.divmod(pairs[starts], articles)
    return ones, others, np.diff(np.append(starts, len(pairs)))


def _run_starts(found: NDArray[np.int64] | Hashes) -> Numbers:
    """Where runs of equal numbers begin in sorted ones."""
    return np.flatnonzero(np.concatenate((np.ones(min(len(found), 1), dtype=bool), found[1:] != found[:-1])))
