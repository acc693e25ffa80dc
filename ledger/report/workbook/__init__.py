"""ledger.xlsx: the ledger as the workbook a fact-checker works in. A pure function of the ledger and its reviews."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from openpyxl import Workbook

from ledger.model import Ledger
from ledger.report.workbook.arrange import arrange
from ledger.report.workbook.frame import add_frame, add_lists, add_review_rules
from ledger.report.workbook.grid import Grid
from ledger.report.workbook.guide import write_guide
from ledger.report.workbook.handed import claim_of_row, known_headers, meta_grid, shown_rows
from ledger.report.workbook.package import pack_workbook
from ledger.report.workbook.sheets import make_grids
from ledger.report.workbook.sheetxml import SheetXml
from ledger.report.workbook.style import StyleBook
from ledger.report.workbook.summary import write_summary
from ledger.store.changes import Change
from ledger.store.reviews import Review

_MADE = datetime(1980, 1, 1)  # noqa: DTZ001 (the file names no zone, and no clock reaches it)


def render_workbook(ledger: Ledger, reviews: Iterable[Review] = (), articles_at: str = "", changes: Sequence[Change] = ()) -> bytes:
    """The bytes of ledger.xlsx, the same for the same ledger, reviews and changes.

    `articles_at` is the way from the workbook's folder to the common folder of the articles ("../seeds"); without it, a claim
    whose article has no web address links to its place in ledger.html. The articles' texts are not needed.
    """
    arranged = arrange(ledger, reviews, articles_at)
    grids = make_grids(arranged, changes)
    workbook = _make_frame(grids)
    write_summary(workbook["Summary"], arranged, [note for grid in grids for note in grid.left_out()])
    write_guide(workbook["Guide"], grids)
    add_lists(workbook)
    styles = StyleBook(workbook)
    sheets = {grid.title: SheetXml(grid, styles) for grid in grids}
    # the hidden sheet is the last of the file, so the marks of all other rows are known when it is written
    meta = meta_grid(ledger, grids, {title: sheet.marks for title, sheet in sheets.items()})
    return pack_workbook(workbook, {**sheets, meta.title: SheetXml(meta, styles)})


def _make_frame(grids: Iterable[Grid[Any]]) -> Workbook:
    workbook = Workbook()
    workbook.properties.creator = workbook.properties.lastModifiedBy = "factledger"
    workbook.properties.title = "Ledger of figures"
    workbook.properties.created = workbook.properties.modified = _MADE
    first = workbook.worksheets[0]
    first.title = "Summary"
    for grid in grids:
        sheet = workbook.create_sheet(grid.title)
        add_frame(sheet, grid)
        if grid.title == "Claims":
            add_review_rules(sheet, grid)
    workbook.create_sheet("Guide")
    for title in ("_lists", "_meta"):
        workbook.create_sheet(title).sheet_state = "hidden"
    return workbook


@dataclass(frozen=True, slots=True)
class WorkbookCells:
    """What the workbook of a ledger shows, for comparing a returned one with it."""

    headers: Mapping[str, Sequence[str]]
    """sheet -> its headers."""
    shown: Callable[[str, str], Mapping[str, str]]
    """(sheet, key) -> header -> text of the machine's cells of a row; empty for no such row."""
    claim_of: Callable[[str, str], str]
    """(sheet, key) -> the claim that a row is chiefly about, "" for none."""


def workbook_cells(ledger: Ledger, reviews: Iterable[Review] = ()) -> WorkbookCells:
    """The texts of the workbook's cells, by sheet, id and header."""
    arranged = arrange(ledger, reviews)
    grids = make_grids(arranged)
    return WorkbookCells(known_headers(grids), shown_rows(grids), claim_of_row(arranged))


__all__ = ["WorkbookCells", "render_workbook", "workbook_cells"]
