"""The workbook: nothing in it runs, everything in it can be read again, and its bytes never change."""

from __future__ import annotations

import dataclasses
import hashlib
import io
import os
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from ledger.report.workbook import render_workbook
from ledger.report.workbook.cellxml import cell_xml
from ledger.report.workbook.grid import MOST_ROWS, Cell, Column, Grid, Rich
from ledger.report.workbook.safe import LONGEST, cut, visible
from ledger.report.workbook.style import StyleBook
from ledger.store import read_ledger, write_tables
from sample_books import book_of, reviews, rows_of
from samples import sample_claims, sample_ledger

ROOT = Path(__file__).parent.parent
BLANK = openpyxl.Workbook()
BLANK.create_sheet("_meta")
STYLES = StyleBook(BLANK)
LINKS_LEFT_OUT = (
    "Claims has links in its first 32,765 rows, all a sheet can hold. "
    "Below, find a row by its id; ledger.html and claims.csv have them all."
)
ODD_TEXTS = ["=1+1", "+1", "-1", "@SUM(A1)", "\tcmd", "#N/A", "#REF!", "TRUE", "1e3", "=cmd|'/c calc'!A1", " =1"]
NUMBERS = {"350": "#,##0", "2.50": "#,##0.0", "0.0001": "#,##0.0000", "9.3E+11": "#,##0", "1E+15": "0.00E+00", "1E-12": "0.00E+00"}


@pytest.fixture(scope="module")
def written() -> bytes:
    return render_workbook(sample_ledger(), reviews())


@pytest.fixture(scope="module")
def book(written: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(written), rich_text=True)


# --- safety


@pytest.fixture(scope="module")
def odd_rows() -> dict[str, tuple[Any, ...]]:
    """Claim id -> the cells of its row, for one claim each odd text."""
    claim = sample_claims()["e_dead"]
    odd = [
        dataclasses.replace(claim, claim_id=text, entity=text, sentence=f"{text} 14", surface="14", start=1, sentence_start=0)
        for text in ODD_TEXTS
    ]
    sheet = book_of(*odd)["Claims"]
    return {str(row[-1].value): row for row in sheet.iter_rows(min_row=2)}


@pytest.mark.parametrize("text", ODD_TEXTS)
def test_text_that_looks_like_a_formula_or_an_error_stays_text(odd_rows: dict[str, tuple[Any, ...]], text: str) -> None:
    row = odd_rows[text]
    assert (row[4].value, row[4].data_type) == (text, "s")
    assert row[4].quotePrefix == (text[0] in "=+-@\t")
    assert str(row[1].value) == f"{text} 14"


def test_no_cell_holds_a_formula_and_nothing_leads_outside_unseen(written: bytes) -> None:
    with ZipFile(io.BytesIO(written)) as parts:
        names = parts.namelist()
        sheets = [parts.read(name).decode() for name in names if name.startswith("xl/worksheets/sheet")]
    assert not [name for name in names if "vba" in name.lower() or "externalLink" in name or "connection" in name]
    assert not [sheet for sheet in sheets if "<f>" in sheet or "<f " in sheet]


def test_control_characters_are_shown() -> None:
    claim = dataclasses.replace(
        sample_claims()["e_dead"], entity="bell\x07 nul\x00 del\x7f", place="c1\x85 bidi\u202e", speaker="\ud83d cut \uffff"
    )
    sheet = book_of(claim)["Claims"]
    row = rows_of(sheet)[0]
    assert (row["What is counted"], row["Where"], row["Said by"]) == ("bell␇ nul␀ del␡", "c1⟨U+0085⟩ bidi⟨U+202E⟩", "\ufffd cut \ufffd")


def test_an_escape_of_the_file_format_is_shown_as_it_was_written(written: bytes) -> None:
    assert visible("a_x0041_b") == "a_x005F_x0041_b"
    assert visible("a_x_0041 _x00_") == "a_x_0041 _x00_"


def test_long_text_is_cut_with_a_mark_that_says_so() -> None:
    claim = dataclasses.replace(
        sample_claims()["e_dead"], entity="word " * 9_000, sentence="tail " * 9_000 + "14 end", start=45_000, sentence_start=0
    )
    row = rows_of(book_of(claim)["Claims"])[0]
    assert row["What is counted"].endswith("wo … [cut here: 45,000 characters in all, the whole text is in the csv table]")
    assert len(row["What is counted"]) == LONGEST
    assert [str(part)[:11] for part in row["Sentence"]] == ["… [cut]  ta", "14", " end"]


def test_the_exact_value_stands_beside_the_fifteen_digits_of_a_cell() -> None:
    value = Decimal("1234567890123456789.123")
    row = rows_of(book_of(dataclasses.replace(sample_claims()["e_dead"], value=value, low=value, high=value))["Claims"])[0]
    assert (row["Exact value"], row["Value"]) == ("1234567890123456789.123", 1.23456789012346e18)


def test_a_number_that_no_cell_can_hold_is_left_to_its_exact_text() -> None:
    value = Decimal("1E+400")
    row = rows_of(book_of(dataclasses.replace(sample_claims()["e_dead"], value=value, low=value, high=value))["Claims"])[0]
    assert (row["Value"], row["Exact value"]) == (None, "1" + "0" * 400)


def test_numbers_show_their_written_decimals() -> None:
    claim = sample_claims()["e_dead"]
    claims = [dataclasses.replace(claim, claim_id=text, start=number, value=Decimal(text)) for number, text in enumerate(NUMBERS)]
    shown = {row[-1].value: row[5].number_format for row in book_of(*claims)["Claims"].iter_rows(min_row=2)}
    assert shown == NUMBERS


def test_what_a_sheet_cannot_hold_is_said_with_where_it_is() -> None:
    column: Column[int] = Column("A", 9, "a", "", lambda number: Cell(None), True)
    assert Grid("Claims", (column, column), range(10), "claims.csv").left_out() == []
    notes = Grid("Claims", (column, column), range(2_000_000), "claims.csv").left_out()
    assert notes == [
        f"Claims shows {MOST_ROWS - 1:,} of 2,000,000 rows, all a sheet can hold. All of them are in claims.csv.",
        LINKS_LEFT_OUT,
    ]


@given(st.text(alphabet=st.characters(), max_size=60))
def test_visible_text_holds_nothing_that_xml_refuses(text: str) -> None:
    shown = visible(text)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ufffe\uffff\ud800-\udfff]", shown)
    assert visible(text.replace("_", "")) == "".join(map(visible, text.replace("_", "")))


@given(st.text(alphabet="ab😀\n", min_size=1, max_size=50), st.integers(100, 200))
def test_cut_text_fits_its_room(text: str, room: int) -> None:
    long = text * 40
    kept = cut(long, room)
    assert len(kept.encode("utf-16-le")) // 2 <= room or kept == long
    assert kept == long or kept.endswith("characters in all, the whole text is in the csv table]")


@given(st.text(max_size=30), st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20))
def test_any_text_and_number_can_be_read_again(text: str, value: Decimal) -> None:
    told, _ = cell_xml(Cell(text), STYLES, first=False, live=False, fits=20)
    assert "".join(ElementTree.fromstring(f"<c{told}").itertext()) == visible(text)
    bold, _ = cell_xml(Cell(Rich(text, "7", text)), STYLES, first=True, live=True, fits=20)
    assert "".join(ElementTree.fromstring(f"<c{bold}").itertext()) == f"{visible(text)}7{visible(text)}"
    number, lines = cell_xml(Cell(value), STYLES, first=False, live=False, fits=20)
    assert float("".join(ElementTree.fromstring(f"<c{number}").itertext())) == pytest.approx(float(value), rel=1e-14)
    assert lines == 1


# --- the same bytes, and other readers


def test_two_builds_give_the_same_bytes(written: bytes) -> None:
    assert render_workbook(sample_ledger(), reviews()) == written


def test_the_order_of_the_ledger_does_not_reach_the_bytes(written: bytes) -> None:
    ledger = sample_ledger()
    turned = dataclasses.replace(ledger, claims=ledger.claims[::-1], facts=ledger.facts[::-1], flags=ledger.flags[::-1])
    assert render_workbook(turned, reviews()[::-1]) == written


def test_a_ledger_read_from_its_tables_gives_the_same_bytes(written: bytes, tmp_path: Path) -> None:
    write_tables(sample_ledger(), tmp_path)
    assert render_workbook(read_ledger(tmp_path), reviews()) == written


def test_another_hash_seed_time_zone_and_xml_writer_give_the_same_bytes() -> None:
    script = (
        "import sys, hashlib; from samples import sample_ledger; from ledger.report.workbook import render_workbook; "
        "print(hashlib.sha256(render_workbook(sample_ledger())).hexdigest())"
    )
    environment = {
        **os.environ,
        "PYTHONHASHSEED": "7",
        "OPENPYXL_LXML": "False",
        "TZ": "Asia/Tokyo",
        "PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}",
    }
    run = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == hashlib.sha256(render_workbook(sample_ledger())).hexdigest()


def test_no_moment_of_saving_reaches_the_file(written: bytes) -> None:
    with ZipFile(io.BytesIO(written)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = parts.read("docProps/core.xml").decode()
    assert re.findall(r">(\d{4}-[^<]*)<", core) == ["1980-01-01T00:00:00Z"] * 2


def test_pandas_and_calamine_read_what_openpyxl_reads(written: bytes, book: openpyxl.Workbook) -> None:
    calamine = CalamineWorkbook.from_filelike(io.BytesIO(written))
    assert calamine.sheet_names == book.sheetnames
    for title in ("Facts", "Claims", "Flags", "Articles", "Rates", "Coverage"):
        ours = [["" if value is None else str(value) if not isinstance(value, int | float) else float(value) for value in row]
                for row in book[title].iter_rows(values_only=True)]  # fmt: skip
        assert calamine.get_sheet_by_name(title).to_python() == ours
        frame = pd.read_excel(io.BytesIO(written), sheet_name=title, engine="openpyxl")
        assert [str(column) for column in frame.columns] == ours[0]
        assert len(frame) == len(ours) - 1


@pytest.mark.slow
def test_fifty_thousand_claims_fit_a_workbook() -> None:
    ledger = sample_ledger()
    claims = tuple(
        dataclasses.replace(claim, claim_id=f"C-{copy:06x}{number:06x}")
        for copy in range(1_316)
        for number, claim in enumerate(ledger.claims)
    )
    many = dataclasses.replace(ledger, claims=claims, facts=(), flags=(), rates=(), reprints=MappingProxyType({}))
    written = render_workbook(many)
    assert len(CalamineWorkbook.from_filelike(io.BytesIO(written)).get_sheet_by_name("Claims").to_python()) == 50_009
