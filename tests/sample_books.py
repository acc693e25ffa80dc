"""What the tests of the workbook share: the sample with reviews, and ways to find rows, columns and links."""

from __future__ import annotations

import dataclasses
import io
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from ledger.model import Article, Claim, Ledger
from ledger.report.workbook import render_workbook
from ledger.store import Review
from samples import sample_claims


def reviews() -> list[Review]:
    claims = sample_claims()
    return [
        Review(claims["e_damage"].claim_id, "Corrected", checked_value="€96m", checked_by="Ann", note="Read out\nover the phone",
               signed_off_by="ann "),
        Review(claims["m_damage"].claim_id, "Confirmed", source_link="https://insurer.example/9", checked_on="2026-03-05"),
        Review(claims["a_accords"].claim_id, "Stale", "Confirmed"),
        Review("C-gone00000000", "Wrong", note="=kept as it was", quote="the lost sentence"),
    ]  # fmt: skip


def rows_of(sheet: Worksheet) -> list[dict[str, Any]]:
    headers, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, headers), row, strict=True)) for row in rows]


def row_of(book: openpyxl.Workbook, key: str) -> dict[str, Any]:
    claim_id = sample_claims()[key].claim_id
    return next(row for row in rows_of(book["Claims"]) if row["Claim ID"] == claim_id)


def place_of(book: openpyxl.Workbook, key: str) -> int:
    claim_id = sample_claims()[key].claim_id
    return next(number for number, row in enumerate(rows_of(book["Claims"]), start=2) if row["Claim ID"] == claim_id)


def letter_of(sheet: Worksheet, header: str) -> str:
    return next(cell.column_letter for cell in sheet[1] if cell.value == header)


def link_of(cell: Any) -> str:
    """Where a cell leads: a place in the workbook or a target outside."""
    return str(cell.hyperlink.location or cell.hyperlink.target)


def book_of(*claims: Claim, **changes: Any) -> openpyxl.Workbook:
    ledger = Ledger((Article("a.txt", "A", None, "", "en", "00", 5),), claims, (), (), ())
    return openpyxl.load_workbook(io.BytesIO(render_workbook(dataclasses.replace(ledger, **changes))), rich_text=True)
