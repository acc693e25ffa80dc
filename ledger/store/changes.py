"""What moved since the last ledger: changes.csv, a row a change. There from the first rebuild that moved something."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from pathlib import Path

from ledger.store.csvfile import csv_text, read_table, write_text

CHANGES = "changes.csv"
CHANGE_COLUMNS = ("change", "article", "what", "note", "cause", "quote", "id")


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is not as it was: `change` is its sort ("Figures changed"), `what` tells it, `id` is of the claim, fact or flag."""

    change: str
    article: str
    what: str
    note: str
    cause: str
    quote: str
    id: str


def read_changes(folder: Path) -> tuple[Change, ...]:
    """The changes that a ledger folder tells, in order; none where nothing has moved yet."""
    path = folder / CHANGES
    return tuple(Change(*row) for row in read_table(path, CHANGE_COLUMNS)) if path.exists() else ()


def write_changes(changes: Iterable[Change], folder: Path) -> None:
    """Write changes.csv in the order given; no file where there are none."""
    rows = [astuple(change) for change in changes]
    if rows:
        write_text(folder / CHANGES, csv_text(CHANGE_COLUMNS, rows))
