"""ledger.xlsx: the ledger as the workbook a fact-checker works in. A pure function of the ledger and its reviews."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from ledger.model import Ledger
from ledger.report.workbook.arrange import arrange
from ledger.report.workbook.frame import add_frame, add_lists, add_review_rules
from ledger.report.workbook.grid import Grid
from ledger.report.workbook.guide import write_guide
from ledger.report.workbook.package import pack_workbook
from ledger.report.workbook.sheets import make_grids
from ledger.report.workbook.sheetxml import SheetXml
from ledger.report.workbook.style import StyleBook
from ledger.report.workbook.summary import write_summary
from ledger.store.columns import SCHEMA
from ledger.store.reviews import Review

_MADE = datetime(1980, 1, 1)  # noqa: DTZ001 (the file names no zone, and no clock reaches it)


def render_workbook(ledger: Ledger, reviews: Iterable[Review] = (), articles_at: str = "") -> bytes:
    """The bytes of ledger.xlsx, the same for the same ledger and reviews.

    `articles_at` is the way from the workbook's folder to the common folder of the articles ("../seeds"); without it, a claim
    whose article has no web address links to its place in ledger.html. The articles' texts are not needed.
    """
    arranged = arrange(ledger, reviews, articles_at)
    grids = make_grids(arranged)
    workbook = _make_frame(grids)
    write_summary(workbook["Summary"], arranged, [note for grid in grids for note in grid.left_out()])
    write_guide(workbook["Guide"], grids)
    add_lists(workbook)
    _write_meta(workbook["_meta"], ledger, grids)
    styles = StyleBook(workbook)
    return pack_workbook(workbook, {grid.title: SheetXml(grid, styles) for grid in grids})


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


def _write_meta(sheet: Worksheet, ledger: Ledger, grids: Iterable[Grid[Any]]) -> None:
    """What a returned workbook is recognised by."""
    sheet.append(["Key", "Value"])
    sheet.append(["schema", str(SCHEMA)])
    sheet.append(["rules", ledger.rules_digest])
    for grid in grids:
        sheet.append([f"rows of {grid.title}", str(len(grid.rows))])


__all__ = ["render_workbook"]
