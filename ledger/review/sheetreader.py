"""The cells of a workbook as text, straight from its parts.

openpyxl's reader was tried: it takes a minute for 50,000 claims, and half a minute for the empty rows between the last mark and
row 1,048,576 that LibreOffice writes. This one takes what stands there and no more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import IO
from xml.etree.ElementTree import Element, iterparse
from zipfile import ZipFile

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.cell import column_index_from_string
from openpyxl.utils.datetime import CALENDAR_MAC_1904, WINDOWS_EPOCH, from_excel

from ledger.review.cells import cell_text
from ledger.review.parts import find_relations, named, read_xml

_WIDEST = 400
"""The columns of a sheet that are read; ours have about fifty."""


class SheetReader:
    """Reads the sheets of a file that `openfile` has found sound."""

    def __init__(self, package: ZipFile) -> None:
        self.package = package
        book = read_xml(package, "xl/workbook.xml")
        targets = {name: target for name, _, target in find_relations(package, "xl/workbook.xml")}
        self.parts = {
            sheet.get("name", ""): targets[name]
            for sheet in named(book, "sheet")
            for key, name in sheet.attrib.items()
            if key.endswith("}id") and targets.get(name) in package.NameToInfo
        }
        """title -> the part that holds the sheet"""
        since_1904 = any(one.get("date1904") in ("1", "true") for one in named(book, "workbookPr"))
        self._epoch = CALENDAR_MAC_1904 if since_1904 else WINDOWS_EPOCH
        kinds = {kind.rpartition("/")[2]: target for _, kind, target in find_relations(package, "xl/workbook.xml")}
        self._strings = self._read_strings(kinds.get("sharedStrings", ""))
        self._formats = self._read_formats(kinds.get("styles", ""))

    def rows(self, title: str) -> dict[int, list[str]]:
        """row number (from 1) -> the texts of its cells, the rows without any left out."""
        with self.package.open(self.parts[title]) as stream:
            return {number: row for number, row in self._rows(stream) if any(row)}

    def _rows(self, stream: IO[bytes]) -> Iterator[tuple[int, list[str]]]:
        number = 0
        for element in _ends(stream, "row"):
            number = int(element.get("r", number + 1))
            cells: list[str] = []
            for cell in element:
                place = cell.get("r", "")
                if not len(cell) and place:
                    continue
                at = _column(place.rstrip("0123456789")) if place else len(cells)
                if at < _WIDEST:
                    cells.extend([""] * (at + 1 - len(cells)))
                    cells[at] = self._text(cell)
            yield number, cells

    def _text(self, cell: Element) -> str:
        found = {_local(child.tag): child for child in cell}
        value, kind = (found["v"].text or "") if "v" in found else "", cell.get("t", "n")
        if kind == "inlineStr" or (kind != "s" and not value and "is" in found):
            text = cell_text(_string(found["is"])) if "is" in found else ""
        elif kind == "s":
            text = self._strings[int(value)] if value.isdecimal() and int(value) < len(self._strings) else ""
        elif kind == "b":
            text = "TRUE" if value == "1" else "FALSE" if value else ""
        elif kind == "n":
            text = self._number(value, cell.get("s", ""))
        else:
            text = cell_text(datetime.fromisoformat(value)) if kind == "d" and value else cell_text(value)
        formula = found["f"].text if "f" in found else ""
        return text if not formula else f"{text} (={formula})" if text else f"={formula}"

    def _number(self, value: str, style: str) -> str:
        if not value:
            return ""
        code = self._formats[int(style)] if style.isdecimal() and int(style) < len(self._formats) else "General"
        number = float(value)
        if is_date_format(code):
            try:
                return cell_text(from_excel(number, self._epoch))
            except (ValueError, OverflowError):
                return cell_text(number)
        return cell_text(number, code)

    def _read_strings(self, part: str) -> Sequence[str]:
        if part not in self.package.NameToInfo:
            return ()
        with self.package.open(part) as stream:
            return [cell_text(_string(element)) for element in _ends(stream, "si")]

    def _read_formats(self, part: str) -> Sequence[str]:
        """The number format of each style of a cell."""
        if part not in self.package.NameToInfo:
            return ()
        root = read_xml(self.package, part)
        own = {one.get("numFmtId", ""): one.get("formatCode", "General") for one in named(root, "numFmt")}
        styles = next(named(root, "cellXfs"), None)
        codes: Mapping[int, str] = BUILTIN_FORMATS
        ids = [one.get("numFmtId", "0") for one in named(styles, "xf")] if styles is not None else []
        return [own.get(one) or codes.get(int(one) if one.isdecimal() else 0, "General") for one in ids]


def _ends(stream: IO[bytes], name: str) -> Iterator[Element]:
    """The elements of a local name as they end, each forgotten once it was used."""
    wanted = ""
    for _, element in iterparse(stream):  # noqa: S314 (openfile refuses document types)
        if element.tag == wanted or (not wanted and _local(element.tag) == name):
            wanted = element.tag
            yield element
            element.clear()


@lru_cache(maxsize=256)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _string(element: Element) -> str:
    """The text of a string of one or several runs; how it is pronounced is left out."""
    runs = []
    for child in element:
        name = _local(child.tag)
        if name == "t":
            runs.append(child.text or "")
        elif name == "r":
            runs += [run.text or "" for run in child if _local(run.tag) == "t"]
    return "".join(runs)


@lru_cache(maxsize=1024)
def _column(letters: str) -> int:
    """The column of a place from 0; one that is none lies beyond those that are read."""
    return column_index_from_string(letters) - 1 if letters.isascii() and letters.isalpha() and len(letters) <= 3 else _WIDEST
