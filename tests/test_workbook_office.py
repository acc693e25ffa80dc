"""The workbook in LibreOffice, really: it opens, prints, saves and comes back with every cell as it was."""

from __future__ import annotations

import dataclasses
import shutil
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from ledger.report.workbook import render_workbook
from ledger.store import Review
from samples import sample_ledger

SOFFICE = shutil.which("soffice")
pytestmark = [pytest.mark.office, pytest.mark.skipif(SOFFICE is None, reason="soffice (LibreOffice) is not installed")]
SHEETS = ("Facts", "Claims", "Flags", "Articles", "Rates", "Coverage")
ODD = "=1+1 #N/A _x0041_ bell\x07"


def convert(source: Path, form: str, folder: Path) -> Path:
    """The file as LibreOffice writes it in another form; each run has a profile of its own."""
    profile = folder / "profile"
    command = [
        str(SOFFICE),
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--convert-to",
        form,
        "--outdir",
        str(folder),
        str(source),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    written = folder / f"{source.stem}.{form}"
    assert written.exists()
    return written


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    ledger = sample_ledger()
    odd = dataclasses.replace(ledger.claims[0], entity=ODD)
    path = tmp_path_factory.mktemp("ours") / "ledger.xlsx"
    reviews = [Review(odd.claim_id, "Confirmed", checked_value="=2+2", checked_by="Ann", checked_on="2026-03-05", signed_off_by=" ann")]
    path.write_bytes(render_workbook(dataclasses.replace(ledger, claims=(odd, *ledger.claims[1:])), reviews))
    return path


@pytest.fixture(scope="module")
def resaved(ours: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return convert(ours, "xlsx", tmp_path_factory.mktemp("resaved"))


def cells_of(sheet: Worksheet) -> list[list[Any]]:
    """The values of a sheet; LibreOffice may write a figure that was a whole number as one with a point."""
    return [[float(value) if isinstance(value, int) else value for value in row] for row in sheet.iter_rows(values_only=True)]


def test_every_cell_comes_back_from_libreoffice_as_it_was(ours: Path, resaved: Path) -> None:
    before, after = openpyxl.load_workbook(ours), openpyxl.load_workbook(resaved)
    assert after.sheetnames == before.sheetnames
    for title in SHEETS:
        expected = [[cell.replace("_x005F_", "_") if isinstance(cell, str) else cell for cell in row] for row in cells_of(before[title])]
        found = [[cell.replace("_x005F_", "_") if isinstance(cell, str) else cell for cell in row] for row in cells_of(after[title])]
        assert found == expected, title


def test_no_cell_is_an_error_or_a_formula_after_libreoffice_recalculated(resaved: Path) -> None:
    book = openpyxl.load_workbook(resaved)
    types = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert types <= {"s", "n", "inlineStr"}


def test_filter_protection_lists_and_links_survive_libreoffice(resaved: Path) -> None:
    book = openpyxl.load_workbook(resaved)
    sheet = book["Claims"]
    assert (sheet.auto_filter.ref, sheet.protection.sheet) == ("A1:AR39", True)  # without a window, LibreOffice keeps no panes
    assert {rule.type for rule in sheet.data_validations.dataValidation} >= {"list", "custom"}
    assert sheet["I2"].protection.locked is False
    assert sheet["A2"].protection.locked is True
    linked = [cell.hyperlink for cell in sheet["C"][1:]]
    assert all(link is not None and "Facts" in str(link.location) for link in linked)
    assert book["_lists"].sheet_state == "hidden"


def test_the_pages_on_paper_show_title_sentence_and_word_for_every_colour(ours: Path, tmp_path: Path) -> None:
    pages = [page.extract_text() for page in PdfReader(convert(ours, "pdf", tmp_path)).pages]
    text = "\n".join(pages)
    assert "Ledger of figures" in pages[0]
    assert "Flags by check" in pages[0]
    for words in ("conflict", "superseded", "Told as", "What does not fit", "Why it is no claim", "How to use it"):
        assert words in text, words
    assert not any(error in text for error in ("#REF!", "#NAME?", "#VALUE!", "Err:5", "###"))
    wide = [page for page in PdfReader(convert(ours, "pdf", tmp_path)).pages if page.mediabox.width > page.mediabox.height]
    assert len(wide) == len(pages)


def test_an_opendocument_copy_shows_odd_text_as_it_was_written(ours: Path, tmp_path: Path) -> None:
    rows = CalamineWorkbook.from_path(str(convert(ours, "ods", tmp_path))).get_sheet_by_name("Claims").to_python()
    [row] = [row for row in rows if "#N/A" in str(row[4])]
    assert row[4] == "=1+1 #N/A _x0041_ bell␇"
    assert row[10] == "=2+2"
