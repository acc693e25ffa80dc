"""The sheet Guide: how to use the workbook and hand it back, and what every word and column of it means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from ledger.report.page_words import SEVERITY_WORDS, VERDICT_WORDS
from ledger.report.workbook.arrange import severity_words, verdict_words
from ledger.report.workbook.frame import protect, set_up_print
from ledger.report.workbook.grid import Grid
from ledger.report.workbook.style import FACE, INK, QUIET, RULE, SIZE, SLATE
from ledger.review.terms import STATUSES

STEPS = (
    ("Begin with Facts", "The worst stand first. Each row is one quantity, with all its wordings. The link under Mentions leads on."),
    ("Check on Claims", "Mentions of one fact stand together. Fill the shaded columns, Status to Signed off on; the rest is locked."),
    ("Sign off", "Another person than the one who checked fills Signed off by. The cell warns where the names are the same."),
    ("Filter", "The arrows in the header row filter every sheet. To sort, first choose Review, Unprotect sheet; there is no password."),
    ("Hand it back", "Save as xlsx, then: factledger review import WORKBOOK --ledger DIR. Rows are known by Claim ID, in any order."),
    ("If you disagree", "Where two people wrote different things, both stand under Disagreement. Write what holds, then empty that cell."),
    ("If the program errs", "Type over the locked cell (unprotect first) or comment on it: that comes home as a proposal or a note."),
    ("If the article changes", "A checked figure that changes is Stale; one that is gone stands under Orphaned reviews."),
    ("Print", "Sheets go to A4 across, their most-read columns only, with the header on every page."),
    ("Colours", "Every colour repeats a word in the same cell; nothing is lost in black and white."),
)  # fmt: skip
LIMITS = (
    ("Exact values", "A number in a cell holds 15 digits; the columns Exact value hold all of them as text."),
    ("Text", "Text that begins with = + - @ is text and never runs. Characters that cannot be seen are shown as signs, such as ⟨U+202E⟩."),
    ("Long text", "A cell holds 32,767 characters; longer text ends in a mark that says so and stands whole in the csv files."),
    ("The record", "The csv files beside this workbook are the record; the workbook is a view of them and is written anew by each build."),
)


def write_guide(sheet: Worksheet, grids: Sequence[Grid[Any]]) -> None:
    """The sheet Guide, with every column of the grids."""
    for letter, width in (("A", 26), ("B", 92), ("C", 34)):
        sheet.column_dimensions[letter].width = width
    sheet.sheet_view.showGridLines = False
    _put(sheet, 1, ("Guide", "", ""), bold=True, size=18, colour=SLATE)
    sheet.row_dimensions[1].height = 30
    row = 2
    for title, second, third, lines in _parts(grids):
        row = _write_part(sheet, row + 1, (title, second, third), lines)
    set_up_print(sheet)
    protect(sheet)


def _parts(grids: Sequence[Grid[Any]]) -> Iterator[tuple[str, str, str, list[tuple[str, str, str]]]]:
    yield "How to use it", "", "", [(name, text, "") for name, text in STEPS]
    yield "Verdicts", "of a fact", "", [(verdict_words(verdict), meaning, "") for verdict, (_, meaning) in VERDICT_WORDS.items()]
    yield "Severities", "of a flag", "", [(severity_words(severity), meaning, "") for severity, (_, meaning) in SEVERITY_WORDS.items()]
    statuses = [
        *STATUSES,
        ("Stale", "set by the program: the figure or its sentence changed after the check; the old status stands beside it"),
    ]
    yield "Statuses", "of a review", "", [(status, meaning, "") for status, meaning in statuses]
    yield "Good to know", "", "", [(name, text, "") for name, text in LIMITS]
    for grid in grids:
        lines = [(column.header, column.meaning, column.machine) for column in grid.columns]
        yield f"Columns of {grid.title}", "", f"in {grid.table}", lines


def _write_part(sheet: Worksheet, row: int, titles: tuple[str, str, str], lines: Sequence[tuple[str, str, str]]) -> int:
    """Writes a heading and its lines; the row after them."""
    _put(sheet, row, titles, bold=True, colour="FFFFFF")
    for column in (1, 2, 3):
        sheet.cell(row, column).fill = PatternFill("solid", fgColor=SLATE)
    for number, line in enumerate(lines, start=row + 1):
        _put(sheet, number, line)
        sheet.cell(number, 1).font = Font(name=FACE, size=SIZE, bold=True, color=INK)
        sheet.cell(number, 3).font = Font(name=FACE, size=9, color=QUIET)
        for column in (1, 2, 3):
            sheet.cell(number, column).border = Border(bottom=Side(style="thin", color=RULE))
    return row + 1 + len(lines)


def _put(sheet: Worksheet, row: int, texts: tuple[str, str, str], *, bold: bool = False, size: float = SIZE, colour: str = INK) -> None:
    for column, text in enumerate(texts, start=1):
        cell = sheet.cell(row, column, text or None)
        cell.font = Font(name=FACE, size=size, bold=bold, color=colour)
        cell.alignment = Alignment(horizontal="left", wrap_text=True, vertical="top", indent=1)
