"""The rows and links of a grid as the XML of a sheet.

openpyxl writes the frame of the workbook (styles, columns, print set-up, drop-downs, charts). Its cells cost 25 microseconds
each, 42 seconds for 50,000 claims, and differ to the byte with and without lxml; written here they cost one or two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any
from xml.sax.saxutils import quoteattr

from openpyxl.utils import get_column_letter

from ledger.report.workbook.grid import Cell, Grid, Rich
from ledger.report.workbook.safe import LONGEST, cut, is_runnable, markup, visible
from ledger.report.workbook.style import FACE, INK, MOST_DECIMALS, SIZE, StyleBook, is_right

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEADER_HEIGHT = 33
_LINE, _MARGIN, _TALLEST = 12.75, 3.0, 409.0
"""Points: a line of text, the room around it, and the tallest row there is."""
_WIDE, _CHARACTERS_PER_WIDTH, _CHARACTERS_PER_WIDE = 30, 1.12, 1.24
"""Characters of the face in one unit of column width, on the safe side; in a wide column narrow and broad letters even out."""
_STRONG = f'<rPr><b/><sz val="{SIZE}"/><color rgb="FF{INK}"/><rFont val="{FACE}"/></rPr>'
_LINES_PER_CHUNK = 500
_LARGEST = Decimal(10) ** 15
_DOUBLE = Decimal("1.7E+308")


class SheetXml:
    """Writes one grid. `rows()` must be exhausted before `links()` and `relations()` know what they hold."""

    def __init__(self, grid: Grid[Any], styles: StyleBook) -> None:
        self.grid, self.styles = grid, styles
        self.letters = [get_column_letter(number) for number in range(1, len(grid.columns) + 1)]
        self._room = [characters_per_line(column.width) for column in grid.columns]
        self._links: list[str] = []
        self._targets: list[str] = []

    @property
    def dimension(self) -> str:
        """The range of cells in use."""
        return f"A1:{self.letters[-1]}{self.grid.shown + 1}"

    def rows(self) -> Iterator[str]:
        """The `sheetData` element, in pieces."""
        yield f"<sheetData>{self._header()}"
        lines: list[str] = []
        makers = [column.cell for column in self.grid.columns]
        for number, row in enumerate(self.grid.rows[: self.grid.shown], start=2):
            lines.append(self._row(number, [make(row) for make in makers], self.grid.starts(row)))
            if len(lines) == _LINES_PER_CHUNK:
                yield "".join(lines)
                lines.clear()
        yield "".join([*lines, "</sheetData>"])

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

    def _row(self, number: int, cells: Sequence[Cell], first: bool) -> str:
        linked = number - 1 <= self.grid.linked_rows
        written = []
        for letter, cell in zip(self.letters, cells, strict=True):
            place = f"{letter}{number}"
            live = bool(cell.link) and linked
            if live:
                self._link(place, cell.link)
            written.append(self._cell(place, cell._replace(role="link") if live else cell, first))
        height = row_height(cells, self._room)
        return f'<row r="{number}" ht="{height}">{"".join(written)}</row>'

    def _cell(self, place: str, cell: Cell, first: bool) -> str:
        value, ids = cell.value, self.styles.ids
        if isinstance(value, str) and value:
            text = cut(visible(value))
            style = ids[cell.role, cell.tone, first, not cell.tone and is_runnable(text)]
            return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{markup(text)}</t></is></c>'
        if isinstance(value, Decimal):
            return self._number(place, value, cell.role == "link", first)
        if isinstance(value, Rich):
            text = "".join(value)
            return f'<c r="{place}" s="{ids[cell.role, "", first, is_runnable(text)]}" t="inlineStr"><is>{rich_runs(value)}</is></c>'
        return f'<c r="{place}" s="{ids[cell.role, "", first, False]}"/>'

    def _number(self, place: str, number: Decimal, linked: bool, first: bool) -> str:
        role = "number_link" if linked else number_role(number)
        start = f'<c r="{place}" s="{self.styles.ids[role, "", first, False]}"'
        if abs(number) > _DOUBLE:
            return f"{start}/>"
        return f"{start}><v>{repr(float(number)).removesuffix('.0')}</v></c>"

    def _link(self, place: str, link: str) -> None:
        if link.startswith("#"):
            self._links.append(f'<hyperlink ref="{place}" location={quoteattr(link[1:])}/>')
        else:
            self._targets.append(link)
            self._links.append(f'<hyperlink ref="{place}" r:id="rId{len(self._targets)}"/>')


def characters_per_line(width: float) -> int:
    """How many characters surely fit into a line of a column."""
    return max(1, int(width * (_CHARACTERS_PER_WIDE if width >= _WIDE else _CHARACTERS_PER_WIDTH)) - 1)


def row_height(cells: Sequence[Cell], room: Sequence[int]) -> float:
    """The height at which every text of a row can be read, from the characters that fit into a line of each column.

    Stated as the last automatic height, not as a fixed one: a spreadsheet opens without measuring 50,000 rows, and still
    fits a row anew when somebody writes in it.
    """
    most = 1
    for cell, fits in zip(cells, room, strict=True):
        value = cell.value
        if isinstance(value, Rich):
            value = "".join(value)
        if isinstance(value, str) and (len(value) > fits or "\n" in value):
            most = max(most, sum(-(-len(line) // fits) or 1 for line in value.split("\n")))
    return min(_TALLEST, most * _LINE + _MARGIN)


def number_role(number: Decimal) -> str:
    """The look that shows a number's written decimals; a long quotient shows six digits, a very large number an exponent.

    >>> number_role(Decimal("46.50")), number_role(Decimal(7) / 3), number_role(Decimal("9.3E+20"))
    ('number1', 'number5', 'number_large')
    """
    exponent = number.normalize().as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    if decimals > MOST_DECIMALS:
        decimals = max(0, 5 - number.adjusted())
    return f"number{decimals}" if abs(number) < _LARGEST and decimals <= MOST_DECIMALS else "number_large"


def rich_runs(rich: Rich) -> str:
    """The three runs of a text with a bold middle; a text too long for a cell is cut around its middle."""
    before, strong, after = (visible(part) for part in rich)
    if len(before) + len(strong) + len(after) > LONGEST // 2:
        half = LONGEST // 4
        before = before if len(before) <= half else f"… [cut] {before[-half + 10 :]}"
        strong, after = cut(strong, half), cut(after, half)
    runs = [f'<r>{_STRONG if bold else ""}<t xml:space="preserve">{markup(text)}</t></r>' for text, bold in
            ((before, False), (strong, True), (after, False)) if text]  # fmt: skip
    return "".join(runs)
