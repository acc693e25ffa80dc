"""A returned workbook as rows known by their ids, with what stood in each when the workbook was handed out."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree.ElementTree import ParseError

from openpyxl.utils import get_column_letter

from ledger.errors import LedgerError
from ledger.review.cells import comparable
from ledger.review.openfile import open_package
from ledger.review.parts import SheetParts, read_sheet_parts
from ledger.review.sheetreader import SheetReader
from ledger.review.terms import CLAIMS, HEADERS, KEYS, META, META_HEADERS, OWN_SHEETS
from ledger.store.columns import SCHEMA

_HEADER_WITHIN = 60
_COUNTING = ("", "index", "row", "no", "no.")


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """One row: its sheet, number (from 1) and key, the text of its known columns, and what people put beside them."""

    sheet: str
    number: int
    key: str
    cells: Mapping[str, str]
    """header -> text, for every column of ours that the sheet still has."""
    more: tuple[tuple[str, str], ...] = ()
    """(header, text) of columns that somebody added."""
    comments: tuple[tuple[str, str], ...] = ()
    """(header, text)."""


@dataclass(frozen=True, slots=True)
class Handed:
    """What a row was when the workbook was handed out: the marks of its cells, the claim's binding, the review as shown."""

    marks: str = ""
    binding: str = ""
    review: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReturnedWorkbook:
    """All that a returned workbook says. `handed` is None where its hidden sheet is gone."""

    name: str
    rows: tuple[ReturnedRow, ...]
    handed: Mapping[tuple[str, str], Handed] | None
    columns: Mapping[str, Sequence[str]]
    """sheet -> the headers that its marks speak of, in order."""
    elsewhere: tuple[tuple[str, str], ...] = ()
    """(place, text) of comments that stand in no row of the ledger."""
    left_out: tuple[str, ...] = ()
    """Titles of the sheets that somebody added."""


def read_workbook(path: Path, known: Mapping[str, Sequence[str]]) -> ReturnedWorkbook:
    """The rows of a returned workbook, by header and id, wherever they stand.

    `known` names the columns of each sheet as they are written now. Raises LedgerError for a file that is no workbook of a
    ledger, is of another schema, damaged, protected or dangerous.
    """
    package = open_package(path)
    try:
        reader = SheetReader(package)
        handed, columns = _read_meta(path, reader)
        names = {title: [*known.get(title, ()), *columns.get(title, ())] for title in KEYS}
        return _read_sheets(path, reader, handed, columns, names)
    except (ParseError, ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError) as error:
        found = f"the workbook cannot be read ({type(error).__name__}: {error})"
        raise LedgerError(str(path), found, "Open it, save it again as xlsx, and import that file") from None


def _read_sheets(
    path: Path,
    reader: SheetReader,
    handed: Mapping[tuple[str, str], Handed] | None,
    columns: Mapping[str, Sequence[str]],
    names: Mapping[str, Sequence[str]],
) -> ReturnedWorkbook:
    rows: list[ReturnedRow] = []
    elsewhere: list[tuple[str, str]] = []
    left_out: list[str] = []
    for title, part in reader.parts.items():
        if title == META:
            continue
        beside = read_sheet_parts(reader.package, part)
        texts = reader.rows(title)
        name, header_row, header = _find_header(title, texts, names)
        if name:
            rows += _rows(name, header_row, header, texts, beside, {*names[name], *HEADERS.values(), *KEYS[name]})
        elif title not in OWN_SHEETS:
            left_out.append(title)
        read = {row.number for row in rows if name and row.sheet == name}
        elsewhere += [(f"{title}!{place}", text) for place, text in beside.comments.items() if _row_of(place) not in read]
    if not any(row.sheet == CLAIMS for row in rows) and handed is None:
        found = "no sheet has a column Claim ID beside Status, so this is no workbook of a ledger"
        raise LedgerError(str(path), found, "Give the workbook that `factledger build` wrote, as it came back")
    return ReturnedWorkbook(path.name, tuple(rows), handed, columns, tuple(elsewhere), tuple(left_out))


def _find_header(title: str, texts: Mapping[int, Sequence[str]], names: Mapping[str, Sequence[str]]) -> tuple[str, int, list[str]]:
    """Which of our sheets this is, its header row and headers; by title first, then by its columns (pandas names it Sheet1)."""
    named = next((name for name in KEYS if name.lower() == title.strip().lower()), "")
    if not named and title in OWN_SHEETS:
        return "", 0, []
    ours = {name.lower(): name for name in (*HEADERS.values(), *KEYS[named or CLAIMS], *names[named or CLAIMS])}
    for number, row in list(texts.items())[:_HEADER_WITHIN]:
        folded = [" ".join(text.split()) for text in row]
        header = [ours.get(text.lower(), text) for text in folded]
        if set(KEYS[named or CLAIMS] if named else ("Claim ID", "Status", "Sentence")) <= set(header):
            return named or CLAIMS, number, header
    return "", 0, []


def _rows(
    sheet: str, header_row: int, header: list[str], texts: Mapping[int, list[str]], beside: SheetParts, known: Collection[str]
) -> Iterator[ReturnedRow]:
    first: dict[str, int] = {}
    for at, name in enumerate(header):
        if name in known:
            first.setdefault(name, at)
    notes: dict[int, list[tuple[str, str]]] = {}
    for place, text in beside.comments.items():
        notes.setdefault(_row_of(place), []).append((_header_at(header, place.rstrip("0123456789")), text))
    ours = set(first.values()) | _counting_columns(header, texts, header_row)
    for number in sorted(texts.keys() | notes.keys()):
        if number > header_row:
            row = texts.get(number, [])
            cells = {name: _linked(row, at, name, number, beside) for name, at in first.items()}
            more = tuple((header[at] if at < len(header) else "", text) for at, text in enumerate(row) if text and at not in ours)
            yield ReturnedRow(sheet, number, row_key(sheet, cells), cells, more, tuple(sorted(notes.get(number, ()))))


def row_key(sheet: str, cells: Mapping[str, str]) -> str:
    """What a row is known by: the text of its key cells; "" where one of them is empty."""
    texts = [comparable(cells.get(name, "")) for name in KEYS[sheet]]
    return " @ ".join(texts) if all(texts) else ""


def _linked(row: Sequence[str], at: int, name: str, number: int, beside: SheetParts) -> str:
    """The text of a cell; in a column that people fill, with the address that its link leads to."""
    text = row[at] if at < len(row) else ""
    if name not in HEADERS.values() or not beside.links:
        return text
    target = beside.links.get(f"{get_column_letter(at + 1)}{number}", "")
    return f"{text} ({target})" if text and target and comparable(target).rstrip("/") not in comparable(text) else text or target


def _counting_columns(header: Sequence[str], texts: Mapping[int, Sequence[str]], header_row: int) -> set[int]:
    """Columns without a name that only count the rows, as a program adds them; their numbers are nobody's words."""
    found = set()
    for at, name in enumerate(header):
        if name.lower() in _COUNTING or name.startswith("Unnamed:"):
            column = [row[at] for number, row in texts.items() if number > header_row and at < len(row) and row[at]]
            if column and all(text.isdecimal() for text in column) and len(set(column)) == len(column):
                found.add(at)
    return found


def _row_of(place: str) -> int:
    digits = place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return int(digits) if digits.isdecimal() else 0


def _header_at(header: Sequence[str], letters: str) -> str:
    at = next((at for at in range(len(header)) if get_column_letter(at + 1) == letters), -1)
    return header[at] if at >= 0 and header[at] else f"column {letters}"


def _meta_rows(reader: SheetReader) -> Iterator[list[str]]:
    """The cells of the hidden sheet in our order, wherever another program put them."""
    rows = list(reader.rows(META).values())
    header = next((row for row in rows if set(META_HEADERS) <= set(row)), list(META_HEADERS))
    places = [header.index(name) for name in META_HEADERS]
    yield from ([row[at] if at < len(row) else "" for at in places] for row in rows)


def _read_meta(path: Path, reader: SheetReader) -> tuple[dict[tuple[str, str], Handed] | None, dict[str, list[str]]]:
    """What the hidden sheet remembers of the day the workbook was handed out."""
    if META not in reader.parts:
        return None, {}
    handed: dict[tuple[str, str], Handed] = {}
    columns: dict[str, list[str]] = {}
    pieces: dict[tuple[str, str], str] = {}
    schema = ""
    for key, value, marks, binding, review in _meta_rows(reader):
        if key == "schema":
            schema = value
        elif key.startswith("columns of "):
            columns[key.removeprefix("columns of ")] = json.loads(value)
        elif key in KEYS:
            at = key, comparable(value)
            pieces[at] = pieces.get(at, "") + review[1:-1]  # within < and >, so that no blank at an end is lost
            if at not in handed:
                handed[at] = Handed(marks.removeprefix("m:"), binding)
    if schema != str(SCHEMA):
        found = f"the workbook has schema {schema or 'unknown'}, this program reads {SCHEMA}"
        todo = "Copy its marks into a workbook that this version wrote, or import it with the version it is from"
        raise LedgerError(str(path), found, todo)
    return {at: Handed(one.marks, one.binding, json.loads(pieces[at] or "{}")) for at, one in handed.items()}, columns
