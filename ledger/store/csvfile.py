"""RFC 4180 tables on disk: UTF-8, LF, a field quoted where it holds CR, LF, comma or quote.

The standard writer leaves a lone CR bare in some versions of Python, so the few lines of writing are our own; reading is the
standard reader in its strict form.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ledger.errors import LedgerError

_QUOTED = re.compile(r'[",\r\n]')
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONFLICT = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")
_LONGEST_FIELD = 2**31 - 1

REBUILD = "Run `factledger build` again to write the folder anew"


def csv_text(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A whole table as text, its header first."""
    return "".join([_line(header), *map(_line, rows)])


def write_csv(path: Path, header: Sequence[str], chunks: Iterable[Sequence[Sequence[str]]]) -> Iterator[Sequence[Sequence[str]]]:
    """Writes chunks of rows below a header, and hands them on."""
    with path.open("wb") as file:
        file.write(_encoded(_line(header)))
        for chunk in chunks:
            file.write(_encoded("".join(map(_line, chunk))))
            yield chunk


def _encoded(text: str) -> bytes:
    return _SURROGATE.sub("\ufffd", text).encode("utf-8")


def encoded_line(row: Sequence[str]) -> bytes:
    """A row as it stands in a file, its line end included."""
    return _encoded(_line(row))


def _line(row: Sequence[str]) -> str:
    line = ",".join(row)
    if line.count(",") != len(row) - 1 or _QUOTED.search(line.replace(",", "")) is not None:
        line = ",".join([f'"{cell.replace(chr(34), chr(34) * 2)}"' if _QUOTED.search(cell) else cell for cell in row])
    return f"{line}\n"


def parse_rows(lines: str) -> Iterator[list[str]]:
    """The cells of rows as `encoded_line` wrote them; raises csv.Error for what is no csv."""
    csv.field_size_limit(_LONGEST_FIELD)
    return csv.reader(io.StringIO(lines, newline=""), strict=True)


def write_text(path: Path, text: str) -> None:
    """Write UTF-8 with LF. Half a surrogate pair, which no encoding can carry, becomes U+FFFD."""
    path.write_bytes(_encoded(text))


def read_text(path: Path) -> str:
    """The text of a file of a ledger folder, a byte order mark left out; raises LedgerError where there is none."""
    try:
        return read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise LedgerError(str(path), f"byte {error.start + 1} is no UTF-8", f"Save the file as UTF-8, or: {REBUILD}") from None


def read_bytes(path: Path) -> bytes:
    """What a file of a ledger folder holds; raises LedgerError where there is none."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise LedgerError(str(path), "the file is missing, so this is no whole ledger folder", REBUILD) from None
    except OSError as error:
        raise LedgerError(str(path), f"the file cannot be read ({error.strerror})", "Check the path and its permissions") from None


def parquet_twin(path: Path) -> Path | None:
    """The Parquet file that stands in the place of a csv file, or None."""
    twin = path.with_suffix(".parquet")
    return twin if not path.exists() and twin.exists() else None


def read_table(path: Path, columns: Sequence[str]) -> list[list[str]]:
    """The rows of a csv file, their cells in the order of `columns`; the file may order them otherwise or hold more. Where there is a
    Parquet file of that name in its place, the rows of that.

    Raises LedgerError, naming file and line, for the marks of a merge conflict, a row of the wrong length or a missing column.
    """
    if (twin := parquet_twin(path)) is not None:
        from ledger.store.parquet import read_parquet

        return read_parquet(twin, columns)
    rows = _parse(path, read_text(path))
    if not rows:
        raise LedgerError(str(path), "the file is empty", REBUILD)
    header, body = rows[0], rows[1:]
    missing = [column for column in columns if column not in header]
    if missing:
        raise LedgerError(str(path), f"column {', '.join(missing)} is missing", REBUILD)
    if header == list(columns):
        return body
    order = [header.index(column) for column in columns]
    return [[row[at] for at in order] for row in body]


def _parse(path: Path, text: str) -> list[list[str]]:
    csv.field_size_limit(_LONGEST_FIELD)  # the default refuses a field over 131,072 characters, which one unbroken text can be
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[list[str]] = []
    shared: dict[str, str] = {}  # most cells of a large table say what others say
    width = 0
    try:
        for row in reader:
            if len(row) != width and row:
                _require_whole(f"{path}:{reader.line_num}", row, width)
                width = len(row)
            if row:
                rows.append([shared.setdefault(cell, cell) for cell in row])
    except csv.Error as error:
        raise LedgerError(f"{path}:{reader.line_num}", f"the line is no csv ({error})", REBUILD) from None
    return rows


def _require_whole(where: str, row: Sequence[str], width: int) -> None:
    if row[0].startswith(_CONFLICT):
        raise LedgerError(where, f"a merge left its mark {row[0][:7]}", f"Settle the conflict, or: {REBUILD}")
    if width:
        raise LedgerError(where, f"{len(row)} fields where the header has {width}", REBUILD)
