"""The numbers of a block that are no claims: those with a reason, and every other digit run and number word."""

from __future__ import annotations

from ledger.extract.found import BlockFigures
from ledger.model import Uncounted
from ledger.sources.tokens import NUMBER


def find_uncounted(article: str, found: BlockFigures) -> list[Uncounted]:
    """The rows of coverage.csv for a block, in text order; no token of a claim is among them."""
    claimed = {token for figure in found.figures for token in range(figure.first, figure.last)}
    rest = {at for at in found.candidates if at not in claimed}
    rows: dict[int, tuple[int, str]] = {}
    for first, last, reason in found.uncounted:
        for run in _free_runs(first, last, claimed):
            if not rest.isdisjoint(run):
                rows[run.start] = (run.stop, reason)
                rest.difference_update(run)
                claimed.update(run)
    for at in rest:
        rows[at] = (at + 1, "unparsed" if found.block.kinds[at] == NUMBER else "idiom")
    return [_row(article, found, first, *rows[first]) for first in sorted(rows)]


def _free_runs(first: int, last: int, taken: set[int]) -> list[range]:
    """The runs of tokens that nothing has taken yet."""
    if taken.isdisjoint(range(first, last)):
        return [range(first, last)]
    runs: list[range] = []
    for token in range(first, last):
        if token in taken:
            continue
        if runs and runs[-1].stop == token:
            runs[-1] = range(runs[-1].start, token + 1)
        else:
            runs.append(range(token, token + 1))
    return runs


def _row(article: str, found: BlockFigures, first: int, last: int, reason: str) -> Uncounted:
    block = found.block
    start, end = block.starts[first], block.ends[last - 1]
    return Uncounted(article, start, end, block.text[start:end], reason)
