"""Tables of a ledger as the bytes of their lines, for those who need few of the rows: a file of 80 MB is cut in a tenth of a second.

A line is decoded and cut into cells when it is asked for. A table with line breaks inside its cells, or with other columns, is read
in the ordinary, slower way, and its rows written as lines again.
"""

from __future__ import annotations

import csv
import io
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ledger.errors import LedgerError
from ledger.store.columns import TABLES
from ledger.store.csvfile import REBUILD, csv_text, parquet_twin, read_bytes, read_table

Cut = Mapping[bytes, list[str]]
"""A line of a table -> its cells."""
_CUT = "the ledger was cut short or changed by hand"


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a table, each a line of csv, in the order of the file; found by bisection where that is the order of their ids."""

    lines: Sequence[bytes]
    ordered: bool
    by_id: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    """Filled where the lines are not in the order of their ids."""

    def __len__(self) -> int:
        return len(self.lines)

    def find(self, key: str) -> bytes | None:
        """The row with that id, or None."""
        if not self.ordered:
            return self.by_id.get(key)
        start = f"{key},".encode()
        at = bisect_left(self.lines, start)
        return self.lines[at] if at < len(self.lines) and self.lines[at].startswith(start) else None


def split_line(line: bytes) -> list[str]:
    """The cells of a row; raises ValueError for bytes that are no UTF-8 and for quotation marks that do not close."""
    text = line.decode()
    if '"' not in text:
        return text.split(",")
    try:
        return next(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        raise ValueError(f"the line is no csv ({error})") from None


def quote_cell(cell: str) -> bytes:
    """A cell as it stands in the file."""
    return csv_text((cell,), ()).removesuffix("\n").encode()


def read_lines(folder: Path, table: str, counted: object) -> Rows:
    """The rows of a table; raises LedgerError where they are not as many as the manifest counts, or where a merge left its marks."""
    path = folder / f"{table}.csv"
    lines = _content(path, TABLES[table]).split(b"\n")
    if lines[-1] == b"":
        lines.pop()
    header = lines.pop(0) if lines else b""
    plain = header == ",".join(TABLES[table]).encode()
    if plain and len(lines) == counted and (table == "articles" or lines == sorted(lines)):  # no cell holds a line end
        return Rows(lines, ordered=table != "articles")
    rows = read_table(path, TABLES[table])
    if len(rows) != counted:
        raise LedgerError(str(path), f"{len(rows)} rows, where manifest.json counts {counted}: {_CUT}", REBUILD)
    keyed = {row[0]: csv_text(row, ()).removesuffix("\n").encode() for row in rows}
    if len(keyed) != len(rows):
        raise LedgerError(str(path), "a row stands there twice, as after a merge", REBUILD)
    return Rows(tuple(keyed.values()), ordered=False, by_id=keyed)


def read_shared(folder: Path, table: str, counted: object, known: Cut) -> tuple[list[list[str]], Cut]:
    """The rows of a table, and each line's row; a line `known` from another ledger's table is not cut again and is that very row.

    Raises LedgerError as `read_table` does, and where the rows are not as many as the manifest counts.
    """
    path, columns = folder / f"{table}.csv", TABLES[table]
    lines = _content(path, columns).split(b"\n")
    if len(lines) == _count(counted) + 2 and lines[-1] == b"" and lines[0] == ",".join(columns).encode():
        del lines[0], lines[-1]
        fresh = [line for line in lines if line not in known] if known else lines
        rows = _split_lines(fresh)
        if len(rows) == len(fresh) and all(len(row) == len(columns) for row in rows):
            cut = dict(zip(fresh, rows, strict=True))
            return ([known.get(line) or cut[line] for line in lines] if known else rows), cut
    found = read_table(path, columns)
    if len(found) != counted:
        raise LedgerError(str(path), f"{len(found)} rows, where manifest.json counts {counted}: {_CUT}", REBUILD)
    return found, {}


def _content(path: Path, columns: Sequence[str]) -> bytes:
    """The bytes of a table's csv file; those it would have, where the table stands there as Parquet."""
    return read_bytes(path) if parquet_twin(path) is None else csv_text(columns, read_table(path, columns)).encode()


def _count(counted: object) -> int:
    return counted if isinstance(counted, int) else -1


def _split_lines(lines: Sequence[bytes]) -> list[list[str]]:
    """The cells of lines; fewer rows than lines where a line is no row, or no UTF-8, or no csv."""
    try:
        return list(csv.reader(map(bytes.decode, lines), strict=True))
    except (ValueError, csv.Error):
        return []
