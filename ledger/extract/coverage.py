"""The numbers of a block that are no claims: those with a reason, and every other digit run and number word."""

from __future__ import annotations

from collections.abc import Container

from ledger.extract.found import BlockFigures
from ledger.model import Uncounted
from ledger.sources.tokens import NUMBER


def find_uncounted(article: str, found: BlockFigures, number_words: Container[str]) -> list[Uncounted]:
    """The rows of coverage.csv for a block, in text order; no token of a claim is among them."""
    block = found.block
    taken: set[int] = set()
    for figure in found.figures:
        taken.update(range(min(figure.words_first, figure.first), max(figure.last, figure.words_last)))
    rows: dict[int, tuple[int, str]] = {}
    for first, last, reason in found.uncounted:
        for run_first, run_last in _free_runs(range(first, last), taken):
            if _holds_number(found, run_first, run_last, number_words):
                rows[run_first] = (run_last, reason)
                taken.update(range(run_first, run_last))
    for at, (kind, low) in enumerate(zip(block.kinds, block.lows, strict=True)):
        if at not in taken and (kind == NUMBER or low in number_words):
            rows[at] = (at + 1, "unparsed" if kind == NUMBER else "idiom")
    return [_row(article, found, first, *rows[first]) for first in sorted(rows)]


def _free_runs(tokens: range, taken: set[int]) -> list[tuple[int, int]]:
    """The runs of tokens that nothing has taken yet."""
    runs: list[tuple[int, int]] = []
    for token in tokens:
        if token in taken:
            continue
        if runs and runs[-1][1] == token:
            runs[-1] = (runs[-1][0], token + 1)
        else:
            runs.append((token, token + 1))
    return runs


def _holds_number(found: BlockFigures, first: int, last: int, number_words: Container[str]) -> bool:
    block = found.block
    return any(block.kinds[at] == NUMBER or block.lows[at] in number_words for at in range(first, last))


def _row(article: str, found: BlockFigures, first: int, last: int, reason: str) -> Uncounted:
    block = found.block
    start, end = block.starts[first], block.ends[last - 1]
    return Uncounted(article, start, end, block.text[start:end], reason)
