"""The rows and links of a grid as the XML of a sheet.

openpyxl writes the frame of the workbook (styles, columns, print set-up, drop-downs, charts). Its cells cost 25 microseconds
each, 42 seconds for 50,000 claims, and differ to the byte with and without lxml; written here they cost three.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from xml.sax.saxutils import quoteattr

from openpyxl.utils import get_column_letter

from ledger.report.workbook.cellxml import LINE, MARGIN, TALLEST, cell_xml, characters_per_line
from ledger.report.workbook.grid import Cell, Grid
from ledger.report.workbook.handed import is_marked, mark_of
from ledger.report.workbook.safe import markup
from ledger.report.workbook.style import StyleBook, is_right

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEADER_HEIGHT = 33
_ROWS_PER_PIECE = 500
_REMEMBERED = 3_000
"""Cells of one column whose XML is kept: most columns repeat a few words."""


_Key = tuple[object, str, str, bool, bool]
_ColumnWriter = tuple[str, Callable[[Any], Cell], int, dict[_Key, tuple[str, int, str]], bool]
"""A column's letter, what makes its cells, the characters in a line, the XML of cells met before, and whether they are marked."""


class SheetXml:
    """Writes one grid. `rows()` must be exhausted before `links()` and `relations()` know what they hold."""

    def __init__(self, grid: Grid[Any], styles: StyleBook) -> None:
        self.grid, self.styles = grid, styles
        self.letters = [get_column_letter(number) for number in range(1, len(grid.columns) + 1)]
        makers = [column.cell for column in grid.columns]
        room = [characters_per_line(column.width) for column in grid.columns]
        marked = [is_marked(grid.title, column) for column in grid.columns]
        self._columns: list[_ColumnWriter] = list(zip(self.letters, makers, room, ({} for _ in makers), marked, strict=True))
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
        last_linked = self.grid.linked_rows + 1
        rows: list[str] = []
        for number, row in enumerate(self.grid.rows[: self.grid.shown], start=2):
            rows.append(self._row(number, row, self.grid.starts(row), number <= last_linked))
            if len(rows) == _ROWS_PER_PIECE:
                yield "".join(rows)
                rows.clear()
        yield "".join([*rows, "</sheetData>"])

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

    def _row(self, number: int, row: object, first: bool, linked: bool) -> str:
        """A row, as high as its longest text needs.

        The height is stated as the last automatic one, not as fixed: a spreadsheet opens without measuring 50,000 rows,
        and still fits a row anew when somebody writes in it.
        """
        cells, marks, most = [], [], 1
        for letter, make, fits, known, marked in self._columns:
            cell = make(row)
            live = linked and cell.link != ""
            key = (cell.value, cell.role, cell.tone, first, live)
            found = known.get(key)
            if found is None:
                found = (*cell_xml(cell, self.styles, first, live, fits), mark_of(cell.value) if marked else "")
                if len(known) < _REMEMBERED:
                    known[key] = found
            xml, lines, mark = found
            if lines > most:
                most = lines
            if live:
                self._link(f"{letter}{number}", cell.link)
            cells.append(f'<c r="{letter}{number}"{xml}')
            marks.append(mark)
        self.marks.append("".join(marks))
        height = min(TALLEST, most * LINE + MARGIN)
        return f'<row r="{number}" ht="{height}">{"".join(cells)}</row>'

    def _link(self, place: str, link: str) -> None:
        if link.startswith("#"):
            self._links.append(f'<hyperlink ref="{place}" location={quoteattr(link[1:])}/>')
        else:
            self._targets.append(link)
            self._links.append(f'<hyperlink ref="{place}" r:id="rId{len(self._targets)}"/>')
