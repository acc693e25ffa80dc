"""The round trip with LibreOffice's own hands: copies are opened, sorted, filtered, edited and saved by it, and come home."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader

from conftest import Run
from ledger.pipeline import build
from ledger.store import Review, read_ledger, read_reviews
from office_hands import SOFFICE, Order, edit_in_office
from review_desk import bring_home, claim_id_of, hand_out, lay_out, review_of

pytestmark = [pytest.mark.office, pytest.mark.skipif(SOFFICE is None, reason="soffice (LibreOffice) is not installed")]

HARBOUR = """Harbour opens its new quay

The harbour of Velden handled 4,300 containers in March 2026, the port office said.
The new quay cost 18.5 million euros and gave work to 210 dockers.
A ferry brings 1,150 passengers a day. Two cranes came from Larria.
"""
MARKET = """Fish market moves

The market sold 64 tonnes of fish in March 2026. Rents rose 12 percent.
"""


def typed(claim_id: str, **cells: str) -> list[Order]:
    return [("type", "Claims", claim_id, header.replace("_", " "), text) for header, text in cells.items()]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return lay_out(tmp_path / "reports")


def test_a_copy_that_libreoffice_sorted_filtered_and_edited_comes_home(desk: Path) -> None:
    damage = claim_id_of("e_damage")
    orders: list[Order] = [
        ("unprotect", "Claims"), ("sort", "Claims", "Article"), ("insert rows", "Claims", "5", "2"), ("move column", "Claims", "Note"),
        ("delete row", "Claims", claim_id_of("w_hurt"), "Figure"), ("comment", "Claims", damage, "Value", "Net or gross?"),
        *typed(damage, Status=" confirmed", Checked_value="9.6", Checked_on="5 March 2026", Note="Rang her\\nagain", Value="9700000"),
        ("filter", "Claims", "Part of article", "Body"),
    ]  # fmt: skip
    report = bring_home(edit_in_office(hand_out(desk, "out.xlsx"), desk.parent / "ann.xlsx", orders), desk)
    review = review_of(desk, "e_damage")
    assert (review.status, review.checked_value, review.checked_on) == ("Confirmed", "9.6", "2026-03-05")
    assert review.note == "Rang her\nagain\nComment on Value: Net or gross?"
    assert review.proposed == "Value: 9600000 → 9700000"
    assert (report.changed, report.conflicts, report.notices) == ((damage,), (), ())


def test_a_copy_that_went_through_opendocument_and_back_comes_home(desk: Path) -> None:
    damage = claim_id_of("e_damage")
    ods = edit_in_office(hand_out(desk, "out.xlsx"), desk.parent / "ann.ods", [])
    back = edit_in_office(ods, desk.parent / "ann.xlsx", typed(damage, Status="Wrong", Note="Über 90 €, – see „Bericht“"))
    report = bring_home(back, desk)
    assert (review_of(desk, "e_damage").status, review_of(desk, "e_damage").note) == ("Wrong", "Über 90 €, – see „Bericht“")
    assert (report.changed, report.proposals, report.notices) == ((damage,), (), ())


def test_a_full_cycle_leaves_every_mark_where_it_belongs(tmp_path: Path, run_command: Run) -> None:
    articles, desk = tmp_path / "articles", tmp_path / "reports"
    articles.mkdir()
    (articles / "harbour.txt").write_text(HARBOUR, encoding="utf-8")
    (articles / "market.txt").write_text(MARKET, encoding="utf-8")
    build([articles], desk, jobs=1)
    ids = {claim.surface: claim.claim_id for claim in read_ledger(desk).claims}
    ann = edit_in_office(hand_out(desk, "a.xlsx"), tmp_path / "ann.xlsx", [
        *typed(ids["4,300"], Status="Confirmed", Checked_by="Ann", Source="Port office"),
        *typed(ids["18.5 million euros"], Status="Confirmed", Checked_by="Ann"),
        *typed(ids["210"], Status="Confirmed", Checked_by="Ann", Note="Ann counted"),
        *typed(ids["64 tonnes"], Status="Confirmed", Checked_by="Ann"),
    ])  # fmt: skip
    bob = edit_in_office(hand_out(desk, "b.xlsx"), tmp_path / "bob.xlsx", [
        ("unprotect", "Claims"), ("sort", "Claims", "Figure"),
        *typed(ids["18.5 million euros"], Status="Wrong", Checked_by="Bob"),
        *typed(ids["1,150"], Status="Needs source", Note="Bob asks the ferry"),
    ])  # fmt: skip
    assert run_command("review", "import", ann, "--ledger", desk).returncode == 0
    assert run_command("review", "import", bob, "--ledger", desk).returncode == 1
    edited = HARBOUR.replace("4,300", "4,700").replace("A ferry brings 1,150 passengers a day. ", "")
    (articles / "harbour.txt").write_text(edited, encoding="utf-8")
    (articles / "market.txt").rename(articles / "fish.txt")
    build([articles], desk, jobs=1)
    reviews = {review.note or review.source or review.checked_by + review.article: review for review in read_reviews(desk)}
    assert {words: (review.status, review.old_status, review.orphaned) for words, review in reviews.items()} == {
        "Port office": ("Stale", "Confirmed", ""),
        "Annharbour.txt": ("Confirmed", "", ""),
        "Ann counted": ("Confirmed", "", ""),
        "Annfish.txt": ("Confirmed", "", ""),
        "Bob asks the ferry": ("Needs source", "", "yes"),
    }
    assert "Status: Confirmed ≠ Wrong (bob.xlsx)" in reviews["Annharbour.txt"].conflict
    assert run_command("build", articles, "--out", desk, "--check").returncode == 0
    _look_at(desk, reviews["Port office"], tmp_path)


def _look_at(desk: Path, stale: Review, folder: Path) -> None:
    """What a person sees: the sheets on paper, and the changes."""
    paper = edit_in_office(desk / "ledger.xlsx", folder / "ledger.pdf", [])
    text = "\n".join(page.extract_text() for page in PdfReader(paper).pages)
    for words in ("Stale", "Confirmed", "Orphaned reviews", "Silent corrections", "4,300"):
        assert words in text, words
    sheet = openpyxl.load_workbook(desk / "ledger.xlsx")["Claims"]
    headers = [cell.value for cell in sheet[1]]
    [row] = [row for row in sheet.iter_rows(min_row=2, values_only=True) if row[-1] == stale.id]
    assert [row[headers.index(header)] for header in ("Figure", "Status", "Status before")] == ["4,700", "Stale", "Confirmed"]
