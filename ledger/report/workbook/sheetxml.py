"""The rows and links of a grid as the XML of a sheet.

openpyxl writes the frame of the workbook (styles, columns, print set-up, drop-downs, charts). Its cells cost 25 microseconds
each, 42 seconds for 50,000 claims, and differ to the byte with and without lxml; written here they cost three.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import repeat
from typing import Any
from xml.sax.saxutils import quoteattr

from openpyxl.utils import get_column_letter

from ledger.report.workbook.cellxml import LINE, MARGIN, TALLEST, cell_xml, characters_per_line
from ledger.report.workbook.grid import Cell, Column, Grid
from ledger.report.workbook.handed import is_marked, mark_of
from ledger.report.workbook.safe import markup
from ledger.report.workbook.style import StyleBook, is_right

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEADER_HEIGHT = 33
_ROWS_PER_PIECE = 500
_REMEMBERED = 10_000
"""Cells of one column whose XML is kept: most columns repeat a few words."""


_Entry = tuple[str, int, str]
"""What follows `<c r="A1"` for a cell, the lines of its text, and its mark."""


class _ColumnXml:
    """Writes the cells of one column, many rows at a time: to go through the rows cell by cell took a third of the workbook's time."""

    def __init__(self, letter: str, column: Column[Any], styles: StyleBook, marked: bool) -> None:
        self.letter, self.column, self.marked = letter, column, marked
        self._styles, self._fits = styles, characters_per_line(column.width)
        self._known: dict[tuple[object, ...], _Entry] = {}
        """Cells met before, by what they are made of."""

    def entries(self, rows: Sequence[Any], firsts: Sequence[bool], linked: int) -> tuple[list[_Entry], list[tuple[int, str]]]:
        """The cells of the rows, and (place in the rows, target) of the links among the first `linked`."""
        if self.column.by is not None:
            return self._shared(rows, firsts, self.column.by), []
        found, links = [], []
        make, known = self.column.cell, self._known
        for at, (row, first) in enumerate(zip(rows, firsts, strict=True)):
            cell = make(row)
            live = cell.link != "" and at < linked
            if live:
                links.append((at, cell.link))
            key = (cell.value, cell.role, cell.tone, first, live)
            found.append(known.get(key) or self._make(key, cell, first, live))
        return found, links

    def _shared(self, rows: Sequence[Any], firsts: Sequence[bool], by: Callable[[Any], object]) -> list[_Entry]:
        keys = list(zip(firsts, map(by, rows), strict=True))
        found = list(map(self._known.get, keys))
        if None in found:
            for at, (key, row) in enumerate(zip(keys, rows, strict=True)):
                if found[at] is None:
                    found[at] = self._known.get(key) or self._make(key, self.column.cell(row), key[0], live=False)
        return found  # type: ignore[return-value]

    def _make(self, key: tuple[object, ...], cell: Cell, first: bool, live: bool) -> _Entry:
        entry = (*cell_xml(cell, self._styles, first, live, self._fits), mark_of(cell.value) if self.marked else "")
        if len(self._known) < _REMEMBERED:
            self._known[key] = entry
        return entry


class SheetXml:
    """Writes one grid. `rows()` must be exhausted before `links()` and `relations()` know what they hold."""

    def __init__(self, grid: Grid[Any], styles: StyleBook) -> None:
        self.grid, self.styles = grid, styles
        self.letters = [get_column_letter(number) for number in range(1, len(grid.columns) + 1)]
        self._columns = [
            _ColumnXml(letter, column, styles, is_marked(grid.title, column))
            for letter, column in zip(self.letters, grid.columns, strict=True)
        ]
        self.marks: list[str] = []
        """The marks of the rows written so far, which the hidden sheet keeps."""
        self._links: list[str] = []
        self._targets: list[str] = []

    @property
    def dimension(self) -> str:
        """The range of cells in use."""
        return f"A1:{self.letters[-1]}{self.grid.shown + 1}"

    def rows(self) -> Iterator[str]:
        """The `sheetData` element, in pieces."""
        yield f"<sheetData>{self._header()}"
        for start in range(0, self.grid.shown, _ROWS_PER_PIECE):
            yield self._piece(start, self.grid.rows[start : min(start + _ROWS_PER_PIECE, self.grid.shown)])
        yield "</sheetData>"

    def links(self) -> str:
        """The `hyperlinks` element, or nothing."""
        return f'<hyperlinks xmlns:r="{RELATIONS}">{"".join(self._links)}</hyperlinks>' if self._links else ""

    def relations(self) -> str:
        """The relationships part of the sheet's links that lead outside, or nothing."""
        if not self._targets:
            return ""
        rows = "".join(
            f'<Relationship Id="rId{number}" Type="{RELATIONS}/hyperlink" Target={quoteattr(target)} TargetMode="External"/>'
            for number, target in enumerate(self._targets, start=1)
        )
        kind = "http://schemas.openxmlformats.org/package/2006/relationships"
        return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="{kind}">{rows}</Relationships>'

    def ignored_errors(self) -> str:
        """The `ignoredErrors` element: figures stand as text on purpose ("350", 930000000000), so Excel need not mark them."""
        body = f"A2:{self.letters[-1]}{self.grid.shown + 1}"
        return f'<ignoredErrors><ignoredError sqref="{body}" numberStoredAsText="1"/></ignoredErrors>' if self.grid.shown else ""

    def _header(self) -> str:
        cells = []
        for letter, column, right in zip(self.letters, self.grid.columns, self._right_columns(), strict=True):
            style = self.styles.headers[column.machine.startswith("reviews."), right]
            cells.append(f'<c r="{letter}1" s="{style}" t="inlineStr"><is><t>{markup(column.header)}</t></is></c>')
        return f'<row r="1" ht="{_HEADER_HEIGHT}" customHeight="1">{"".join(cells)}</row>'

    def _right_columns(self) -> list[bool]:
        """Which columns hold figures, as their first row shows."""
        return [bool(self.grid.rows) and is_right(column.cell(self.grid.rows[0]).role) for column in self.grid.columns]

    def _piece(self, start: int, rows: Sequence[Any]) -> str:
        """Some rows, each as high as its longest text needs.

        The height is stated as the last automatic one, not as fixed: a spreadsheet opens without measuring 50,000 rows,
        and still fits a row anew when somebody writes in it.
        """
        numbers = range(start + 2, start + 2 + len(rows))
        firsts = [bool(self.grid.starts(row)) for row in rows]
        ends = [f'{number}"' for number in numbers]
        parts: list[Iterable[str]] = []
        lines, marks, links = [], [], []
        for at, column in enumerate(self._columns):
            entries, targets = column.entries(rows, firsts, self.grid.linked_rows - start)
            links += [(place, at, target) for place, target in targets]
            xml, needed, told = zip(*entries, strict=True)
            parts += [repeat(f'<c r="{column.letter}', len(rows)), ends, xml]
            lines.append(needed)
            if column.marked:
                marks.append(told)
        for place, at, target in sorted(links):
            self._link(f"{self.letters[at]}{numbers[place]}", target)
        self.marks += map("".join, zip(*marks, strict=True)) if marks else [""] * len(rows)
        heights = [min(TALLEST, most * LINE + MARGIN) for most in map(max, zip(*lines, strict=True))]
        cells = map("".join, zip(*parts, strict=True))  # in C, as is all that is done for every cell
        return "".join([f'<row r="{end} ht="{height}">{row}</row>' for end, height, row in zip(ends, heights, cells, strict=True)])

    def _link(self, place: str, link: str) -> None:
        if link.startswith("#"):
            self._links.append(f'<hyperlink ref="{place}" location={quoteattr(link[1:])}/>')
        else:
            self._targets.append(link)
            self._links.append(f'<hyperlink ref="{place}" r:id="rId{len(self._targets)}"/>')
