"""Machine cells that somebody changed: each becomes a proposed correction, with the name of its column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from ledger.errors import Notice
from ledger.review.cells import comparable, mark, marks
from ledger.review.returned import ReturnedRow, ReturnedWorkbook
from ledger.review.terms import CLAIMS, KEYS, ORPHANS

_EMPTIED = "emptied"
_SHORT = 80
_MANY, _MOST = 20, 0.5
"""A column that differs in more than half of at least 20 rows was changed by a program, not by a person."""
_LOST_BY_PANDAS = frozenset("#N/A|#N/A N/A|#NA|-1.#IND|-1.#QNAN|-NaN|-nan|1.#IND|1.#QNAN|<NA>|N/A|NA|NULL|NaN|None|n/a|nan|null".split("|"))
"""Words that pandas reads as an empty cell."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A changed machine cell. `id` is the claim concerned, or "" where there is none."""

    id: str
    sheet: str
    column: str
    before: str
    after: str
    place: str
    article: str = ""

    @property
    def line(self) -> str:
        """The line that stands in the review: "Value: 350 → 360"."""
        column = self.column if self.sheet == CLAIMS else f"{self.sheet}, {self.column}"
        before = self.before if len(self.before) <= _SHORT else f"{self.before[: _SHORT - 1]}…"
        return f"{column}: {before or 'empty'} → {self.after or _EMPTIED}"

    def __str__(self) -> str:
        return f"{self.id or self.place}, {self.line}"


def find_proposals(
    book: ReturnedWorkbook,
    shown: Callable[[str, str], Mapping[str, str]],
    owner: Callable[[str, str], str],
    homes: Mapping[str, str],
) -> tuple[tuple[Proposal, ...], list[Notice]]:
    """The edited machine cells in the order of the workbook, and a notice of every column that a program rewrote."""
    found: list[Proposal] = []
    for row in book.rows:
        if row.key and row.sheet != ORPHANS:
            found += _edits(book, row, shown, owner, homes)
    rows = Counter(row.sheet for row in book.rows if row.key)
    counts = Counter((one.sheet, one.column) for one in found)
    rewritten = {at for at, count in counts.items() if rows[at[0]] >= _MANY and count > _MOST * rows[at[0]]}
    notices = [
        Notice(f"{book.name}, {sheet}", f"{column} differs in {counts[sheet, column]:,} rows, as no person changes it",
               "These differences were left out") for sheet, column in sorted(rewritten)
    ]  # fmt: skip
    return tuple(one for one in found if (one.sheet, one.column) not in rewritten), notices


def _edits(
    book: ReturnedWorkbook,
    row: ReturnedRow,
    shown: Callable[[str, str], Mapping[str, str]],
    owner: Callable[[str, str], str],
    homes: Mapping[str, str],
) -> Iterator[Proposal]:
    columns = book.columns.get(row.sheet, ())
    handed = book.handed.get((row.sheet, row.key)) if book.handed is not None else None
    known = handed.marks if handed else ""
    if known and known == marks(row.cells.get(column, "") for column in columns):
        return
    key = homes.get(row.key, row.key)
    now = shown(row.sheet, key)
    unchanged = bool(known) and known == marks(now.get(column, "") for column in columns)
    for at, column in enumerate(columns if known else now):
        if column not in row.cells or column in KEYS[row.sheet]:
            continue
        text, current = row.cells[column], now.get(column, "")
        as_handed = bool(known) and not unchanged and mark(text) == known[2 * at : 2 * at + 2]
        if comparable(text) == comparable(current) or as_handed or (not text and current in _LOST_BY_PANDAS):
            continue
        place, article = f"{row.sheet}, row {row.number}", row.cells.get("Article", "")
        yield Proposal(owner(row.sheet, key), row.sheet, column, current, text, place, article)
