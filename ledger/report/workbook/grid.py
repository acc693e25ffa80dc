"""A sheet as a grid: its columns, each with the cell it makes of a row, and the rows. Nothing here knows the file format."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, NamedTuple, TypeVar

MOST_ROWS = 1_048_576
"""The rows of a sheet, its header among them."""
MOST_LINKS = 65_530
"""The links that Excel keeps in one sheet."""

R = TypeVar("R")
"""What a row is made of. Give columns their type by annotation: subscripting a frozen class with slots fails at run time."""


class Rich(NamedTuple):
    """Text with its middle in bold."""

    before: str
    strong: str
    after: str


class Cell(NamedTuple):
    """What stands in a cell and how it looks.

    `role` names a look (style.ROLES), `tone` a verdict or severity that colours it. A link is `#Sheet!A1` or a target outside.
    """

    value: str | Decimal | int | Rich | None
    role: str = "text"
    tone: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column: its header in a newsroom's words, the csv column it shows, and what it means."""

    header: str
    width: float
    machine: str
    meaning: str
    cell: Callable[[R], Cell]
    linked: bool = False
    """True where its cells may carry a link."""
    by: Callable[[R], object] | None = None
    """What its cells are made of, where many rows are alike in it: cells without a link that are made once for all of them."""


@dataclass(frozen=True, slots=True)
class Grid(Generic[R]):
    """A sheet: columns and rows, how many columns stay in view and go to paper, and which rows begin a group."""

    title: str
    columns: Sequence[Column[R]]
    rows: Sequence[R]
    table: str
    """Where all the rows are, should the sheet not hold them."""
    frozen: int = 1
    printed: int = 0
    starts: Callable[[R], bool] = lambda _: False
    total: int = 0
    """How many rows the table has, where the sheet was given only those for a first look."""

    @property
    def shown(self) -> int:
        """How many rows the sheet has room for."""
        return min(len(self.rows), MOST_ROWS - 1)

    @property
    def linked_rows(self) -> int:
        """How many rows carry their links before the sheet holds no more."""
        links = sum(column.linked for column in self.columns)
        return min(self.shown, MOST_LINKS // links) if links else self.shown

    def left_out(self) -> list[str]:
        """What the sheet could not hold, and where it is; usually nothing."""
        notes = []
        if len(self.rows) < self.total:
            notes.append(
                f"{self.title} holds {len(self.rows):,} of {self.total:,} rows: what is in conflict, flagged or told most, and what was "
                f"reviewed. All of them are in the table {self.table.removesuffix('.csv')} beside this file."
            )
        if self.shown < len(self.rows):
            notes.append(
                f"{self.title} shows {self.shown:,} of {len(self.rows):,} rows, all a sheet can hold. All of them are in {self.table}."
            )
        if self.linked_rows < self.shown:
            notes.append(
                f"{self.title} has links in its first {self.linked_rows:,} rows, all a sheet can hold. "
                f"Below, find a row by its id; ledger.html and {self.table} have them all."
            )
        return notes
