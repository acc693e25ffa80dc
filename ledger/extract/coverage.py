"""The numbers of a block that are no claims: those with a reason, and every other digit run and number word."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from ledger.extract.found import BlockFigures
from ledger.model import Uncounted, unfrozen
from ledger.sources.tokens import NUMBER, Block

_OPEN_ROW = unfrozen(Uncounted)


def find_uncounted(article: str, found: BlockFigures) -> list[Uncounted]:
    """The rows of coverage.csv for a block, in text order; no token of a claim is among them."""
    candidates, kinds = found.candidates, found.block.kinds
    taken = {token for figure in found.figures for token in range(figure.first, figure.last)}
    rows: list[tuple[int, int, str]] = []
    for first, last, reason in found.uncounted:
        for start, stop in _free_runs(first, last, taken):
            at = bisect_left(candidates, start)
            if at < len(candidates) and candidates[at] < stop:
                rows.append((start, stop, reason))
                taken.update(range(start, stop))
    rest = [_row(article, found.block, at, at + 1, "unparsed" if kinds[at] == NUMBER else "idiom") for at in candidates if at not in taken]
    if not rows:
        return rest
    rest += [_row(article, found.block, first, last, reason) for first, last, reason in rows]
    rest.sort(key=attrgetter("start"))
    return rest


def _free_runs(first: int, last: int, taken: set[int]) -> list[tuple[int, int]]:
    """The runs of tokens, half-open, that nothing has taken yet."""
    runs: list[tuple[int, int]] = []
    start = first
    for token in range(first, last):
        if token in taken:
            if start < token:
                runs.append((start, token))
            start = token + 1
    return [*runs, (start, last)] if start < last else runs


def _row(article: str, block: Block, first: int, last: int, reason: str) -> Uncounted:
    start, end = block.starts[first], block.ends[last - 1]
    row = _OPEN_ROW(article, start, end, block.text[start:end], reason)
    row.__class__ = Uncounted
    return row
