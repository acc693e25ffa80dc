"""What the tests of the round trip share: a ledger folder with its workbook, copies handed out, and hands that edit them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from ledger.model import Ledger
from ledger.report.workbook import render_workbook, workbook_cells
from ledger.review.merge import MergeReport, merge_workbook
from ledger.review.returned import read_workbook
from ledger.store import Review, read_ledger, read_reviews, write_reviews, write_tables
from ledger.store.reviews import read_log, write_log
from samples import sample_claims, sample_ledger

Edits = Mapping[str, Mapping[str, Any]]
"""Key of a sample claim, or a claim id -> header -> what somebody types."""


def lay_out(folder: Path, ledger: Ledger | None = None, reviews: tuple[Review, ...] = ()) -> Path:
    """A ledger folder as `build` leaves it."""
    ledger = ledger or sample_ledger()
    write_tables(ledger, folder)
    write_reviews(reviews, folder)
    (folder / "ledger.xlsx").write_bytes(render_workbook(ledger, reviews) if reviews or ledger != sample_ledger() else _untouched())
    return folder


@cache
def _untouched() -> bytes:
    return render_workbook(sample_ledger())


def hand_out(folder: Path, name: str) -> Path:
    """A copy of the workbook, as sent to somebody."""
    path = folder.parent / name
    if reviews := read_reviews(folder):
        path.write_bytes(render_workbook(read_ledger(folder), reviews))
        return path
    return Path(shutil.copyfile(folder / "ledger.xlsx", path))


def claim_id_of(key: str) -> str:
    claims = sample_claims()
    return claims[key].claim_id if key in claims else key


def fill(path: Path, edits: Edits, then: Callable[[openpyxl.Workbook], None] | None = None) -> Path:
    """Types into the sheet Claims of a workbook, as a person would with openpyxl's hands, and saves it in place."""
    book = openpyxl.load_workbook(path)
    sheet = book["Claims"]
    columns = {str(cell.value): cell.column for cell in sheet[1]}
    rows = {str(sheet.cell(number, columns["Claim ID"]).value): number for number in range(2, sheet.max_row + 1)}
    for key, cells in edits.items():
        for header, value in cells.items():
            sheet.cell(rows[claim_id_of(key)], columns[header]).value = value
    if then is not None:
        then(book)
    book.save(path)
    return path


def bring_home(path: Path, folder: Path) -> MergeReport:
    """Merges a workbook into the reviews as `review import` does, without writing the folder's own workbook anew."""
    ledger, reviews = read_ledger(folder), read_reviews(folder)
    cells = workbook_cells(ledger, reviews)
    merge = merge_workbook(read_workbook(path, cells.headers), reviews, ledger.claims, cells.shown, cells.claim_of)
    write_reviews(merge.reviews, folder)
    write_log((*read_log(folder), *merge.log), folder)
    return merge


def returned(folder: Path, name: str, edits: Edits, then: Callable[[openpyxl.Workbook], None] | None = None) -> MergeReport:
    """Hands a copy out, fills it and brings it home."""
    return bring_home(fill(hand_out(folder, name), edits, then), folder)


def review_of(folder: Path, key: str) -> Review:
    wanted = claim_id_of(key)
    return next((review for review in read_reviews(folder) if review.id == wanted), Review(wanted))


def column_of(sheet: Worksheet, header: str) -> int:
    return next(int(cell.column) for cell in sheet[1] if cell.value == header)


def all_words(folder: Path) -> str:
    """Every text of reviews.csv and its log: where a word that somebody wrote must be found."""
    return "\n".join((folder / name).read_text(encoding="utf-8") for name in ("reviews.csv", "reviews-log.csv") if (folder / name).exists())
