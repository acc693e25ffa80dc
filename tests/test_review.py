"""The round trip: what people wrote comes home by id, nothing of it is lost, and it is known what became of the figure."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from conftest import Run
from ledger.engine.roundtrip import import_review, status_of
from ledger.model import Ledger
from ledger.report.review_text import render_status
from ledger.report.workbook import render_workbook
from ledger.review.binding import binding_of, settle
from ledger.review.cells import cell_text, status_name
from ledger.review.combine import merge_lines
from ledger.store import Review, read_reviews, write_reviews
from ledger.store.reviews import read_log
from review_desk import all_words, bring_home, claim_id_of, column_of, fill, hand_out, lay_out, returned, review_of
from samples import sample_claims, sample_ledger

ANN = {"Status": "Confirmed", "Checked by": "Ann", "Checked on": "2026-03-05", "Source": "Port authority", "Note": "Rang Ms Brook"}
MORNING = datetime(2026, 3, 5)  # noqa: DTZ001 (a spreadsheet knows no zones)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return lay_out(tmp_path / "reports")


def with_claim(key: str, **changes: object) -> Ledger:
    """The sample with one claim changed."""
    ledger, wanted = sample_ledger(), claim_id_of(key)
    claims = tuple(dataclasses.replace(claim, **changes) if claim.claim_id == wanted else claim for claim in ledger.claims)  # type: ignore[arg-type]
    return dataclasses.replace(ledger, claims=claims)


# --- home by id


def test_marks_come_home_and_a_new_workbook_shows_them(desk: Path) -> None:
    report = import_review(fill(hand_out(desk, "ann.xlsx"), {"e_damage": ANN}), desk)
    review = review_of(desk, "e_damage")
    assert (review.status, review.checked_by, review.checked_on, review.note) == ("Confirmed", "Ann", "2026-03-05", "Rang Ms Brook")
    assert (review.binding, review.article) == (binding_of(sample_claims()["e_damage"]), "harbour/fire-evening.txt")
    assert review.quote == sample_claims()["e_damage"].sentence
    assert (report.merge.changed, report.merge.conflicts, report.notices) == ((review.id,), (), ())
    row = pd.read_excel(desk / "ledger.xlsx", sheet_name="Claims", engine="openpyxl").set_index("Claim ID").loc[review.id]
    assert (row["Status"], row["Note"]) == ("Confirmed", "Rang Ms Brook")


def test_the_returned_file_is_not_touched_and_a_second_import_changes_nothing(desk: Path) -> None:
    path = fill(hand_out(desk, "ann.xlsx"), {"e_damage": ANN, "e_dead": {"Value": 15, "Note": "two lines\nof note"}})
    before = path.read_bytes()
    import_review(path, desk)
    first = {file.name: file.read_bytes() for file in desk.iterdir()}
    report = import_review(path, desk)
    assert report.merge.changed == ()
    assert path.read_bytes() == before
    assert {file.name: file.read_bytes() for file in desk.iterdir()} == first


def shuffle(sheet: Worksheet) -> None:
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    for number, row in enumerate(sorted(rows, key=lambda row: str(row[-1])), start=2):
        for column, value in enumerate(row, start=1):
            sheet.cell(number, column).value = value


def insert_rows(sheet: Worksheet) -> None:
    sheet.insert_rows(1, 2)
    sheet["A1"] = "Checked in March"
    sheet.insert_rows(6)


def delete_most_rows(sheet: Worksheet) -> None:
    wanted = claim_id_of("e_damage")
    for number in range(sheet.max_row, 1, -1):
        if sheet.cell(number, sheet.max_column).value != wanted:
            sheet.delete_rows(number)


def move_columns(sheet: Worksheet) -> None:
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(reversed(row), start=1):
            sheet.cell(number, column).value = value


def shout_headers(sheet: Worksheet) -> None:
    for cell in sheet[1]:
        cell.value = f" {str(cell.value).upper()} "


def insert_columns(sheet: Worksheet) -> None:
    sheet.insert_cols(3, 2)


@pytest.mark.parametrize("rough", [shuffle, insert_rows, delete_most_rows, move_columns, shout_headers, insert_columns])
def test_rows_and_columns_may_stand_anywhere(desk: Path, rough: Callable[[Worksheet], None]) -> None:
    report = returned(desk, "ann.xlsx", {"e_damage": ANN}, lambda book: rough(book["Claims"]))
    assert review_of(desk, "e_damage").note == "Rang Ms Brook"
    assert report.changed[-1] == claim_id_of("e_damage")
    assert report.proposals == ()
    assert [review.status for review in read_reviews(desk) if review.status] == ["Confirmed"]


def test_a_copy_that_pandas_wrote_comes_home(desk: Path) -> None:
    path = fill(hand_out(desk, "ann.xlsx"), {"e_damage": ANN})
    frames = pd.read_excel(path, sheet_name=None, engine="openpyxl")
    frames["Claims"] = frames["Claims"].sort_values("Figure")
    with pd.ExcelWriter(path) as writer:
        for title, frame in frames.items():
            frame.to_excel(writer, sheet_name=title)  # with its index, as people do
    report = bring_home(path, desk)
    assert (report.changed, report.proposals, report.notices) == ((claim_id_of("e_damage"),), (), ())
    assert review_of(desk, "e_damage").note == "Rang Ms Brook"


def test_one_sheet_that_pandas_wrote_comes_home_without_the_hidden_ones(desk: Path) -> None:
    path = fill(hand_out(desk, "ann.xlsx"), {"e_damage": ANN})
    frame = pd.read_excel(path, sheet_name="Claims", engine="openpyxl")
    frame[["Claim ID", "Sentence", "Status", "Note", "Exact value", "Unit"]].to_excel(path, index=False)
    report = bring_home(path, desk)
    assert review_of(desk, "e_damage").status == "Confirmed"
    assert report.proposals == ()
    assert [notice.found for notice in report.notices] == ["the hidden sheet _meta is gone, so what was handed out is not known"]


def test_sheets_of_their_own_are_named_and_left_alone(desk: Path) -> None:
    report = returned(desk, "ann.xlsx", {"e_damage": ANN}, lambda book: book.create_sheet("Scratch").append(["=1+1"]))
    assert [str(notice) for notice in report.notices] == [
        "ann.xlsx, sheet Scratch: the sheet is not the ledger's, so it was not read. It stays in that file"
    ]


def test_a_deleted_column_or_row_deletes_nothing(desk: Path) -> None:
    returned(desk, "ann.xlsx", {"e_damage": ANN})
    returned(desk, "bob.xlsx", {}, lambda book: book["Claims"].delete_cols(column_of(book["Claims"], "Note")))
    returned(desk, "cy.xlsx", {}, lambda book: book["Claims"].delete_rows(2, 30))
    assert review_of(desk, "e_damage").note == "Rang Ms Brook"


# --- what people type


TYPED_DAYS: list[tuple[object, str]] = [
    ("5 March 2026", "2026-03-05"), ("Thu, 5 Mar 2026", "2026-03-05"), ("March 5th, 2026", "2026-03-05"), ("05.03.2026", "2026-03-05"),
    ("25/03/2026", "2026-03-25"), ("03/25/2026", "2026-03-25"), ("2026-03-05 00:00:00", "2026-03-05"), (46086, "2026-03-05"),
    (MORNING, "2026-03-05"), (date(2026, 3, 5), "2026-03-05"), ("04/03/2026", "04/03/2026"), ("last week", "last week"),
]  # fmt: skip


def test_days_are_read_as_people_type_them(desk: Path) -> None:
    keys = list(sample_claims())[: len(TYPED_DAYS)]
    report = returned(desk, "ann.xlsx", {key: {"Checked on": typed} for key, (typed, _) in zip(keys, TYPED_DAYS, strict=True)})
    assert [review_of(desk, key).checked_on for key in keys] == [read for _, read in TYPED_DAYS]
    assert {notice.found for notice in report.notices} == {f"Checked on “{day}” is no plain day" for day in ("04/03/2026", "last week")}


def test_statuses_in_another_case_and_words_that_are_none(desk: Path) -> None:
    report = returned(
        desk, "ann.xlsx", {"e_dead": {"Status": " needs SOURCE "}, "e_hurt": {"Status": "looks fine"}, "m_hurt": {"Status": "Stale"}}
    )
    assert (review_of(desk, "e_dead").status, review_of(desk, "e_hurt").status) == ("Needs source", "")
    assert review_of(desk, "e_hurt").note == "Status as written: looks fine"
    assert {notice.found for notice in report.notices} == {"“looks fine” is no status", "only the program sets Stale"}
    assert status_name("extraction_error") == "Extraction error"


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [(9.6, "General", "9.6"), (9600000.0, "General", "9600000"), (0.12, "0%", "12%"), (1e21, "General", "1" + "0" * 21),
     (True, "General", "TRUE"), (" €96m ", "@", "€96m"), (MORNING.replace(hour=14, minute=30), "General", "2026-03-05 14:30:00")],
)  # fmt: skip
def test_a_checked_value_is_kept_as_it_is_seen(value: object, form: str, text: str) -> None:
    assert cell_text(value, form) == text


def test_a_formula_that_somebody_typed_is_kept(desk: Path) -> None:
    import_review(fill(hand_out(desk, "ann.xlsx"), {"e_dead": {"Checked value": "=9+5"}}), desk)
    assert review_of(desk, "e_dead").checked_value == "=9+5"
    assert openpyxl.load_workbook(desk / "ledger.xlsx")["Claims"].max_row == 39  # and it opens again, the formula as text


def test_a_link_under_other_words_is_kept_with_them(desk: Path) -> None:
    def link(book: openpyxl.Workbook) -> None:
        sheet = book["Claims"]
        cell = sheet.cell(2, column_of(sheet, "Source link"))
        cell.value = "the register"
        cell.hyperlink = "https://register.example/7?a=1&b=2"

    report = returned(desk, "ann.xlsx", {}, link)
    [review_id] = report.changed
    assert review_of(desk, review_id).source_link == "the register (https://register.example/7?a=1&b=2)"


def test_comments_added_columns_and_inserted_rows_are_kept(desk: Path) -> None:
    def scribble(book: openpyxl.Workbook) -> None:
        claims, facts = book["Claims"], book["Facts"]
        claims.cell(2, 1).comment = Comment("Is this the insured\nsum only?", "Bob")
        claims.cell(1, 60).value = "Phone"
        claims.cell(2, 60).value = "555 0134"
        facts.cell(2, 1).comment = Comment("Two figures, one fire", "Bob")
        book["Summary"]["B2"].comment = Comment("Good overview", "Bob")
        claims.append([None, "A figure that the program missed: 4 cranes", None, None, None, None, None, "harbour/fire-wire.txt", "Wrong"])

    report = import_review(fill(hand_out(desk, "ann.xlsx"), {}, scribble), desk)
    first = str(openpyxl.load_workbook(desk / "ledger.xlsx")["Claims"].cell(2, 44).value)
    note = review_of(desk, first).note.splitlines()
    assert note == [
        "Phone: 555 0134",
        "Comment on Figure: Bob: Is this the insured sum only?",
        "Comment on Facts, What is counted: Bob: Two figures, one fire",
    ]
    remarks = {review.quote: review for review in read_reviews(desk) if review.id.startswith("N-")}
    assert remarks["Summary!B2"].note == "Comment: Bob: Good overview"
    missed = remarks["A figure that the program missed: 4 cranes"]
    assert (missed.status, missed.article) == ("Wrong", "harbour/fire-wire.txt")
    assert [notice.found for notice in report.notices] == ["the row has words but no Claim ID"]
    shown = pd.read_excel(desk / "ledger.xlsx", sheet_name="Orphaned reviews", engine="openpyxl")
    assert set(shown["Claim ID"]) == {remark.id for remark in remarks.values()}


def test_an_edited_machine_cell_is_a_proposed_correction_with_its_column(desk: Path) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        book["Articles"].cell(2, 1).value = "Fire at Velden harbour kills 14"

    report = import_review(fill(hand_out(desk, "ann.xlsx"), {"e_dead": {"Value": 15, "What is counted": "dockers"}}, edit), desk).merge
    assert review_of(desk, "e_dead").proposed == "What is counted: people → dockers\nValue: 14 → 15"
    assert [(one.sheet, one.column, one.after) for one in report.proposals] == [
        ("Claims", "What is counted", "dockers"), ("Claims", "Value", "15"), ("Articles", "Title", "Fire at Velden harbour kills 14"),
    ]  # fmt: skip
    assert sample_claims()["e_dead"].value == Decimal(14)
    row = pd.read_excel(desk / "ledger.xlsx", sheet_name="Claims", engine="openpyxl").set_index("Claim ID").loc[claim_id_of("e_dead")]
    assert (row["Value"], row["Proposed correction"]) == (14, "What is counted: people → dockers\nValue: 14 → 15")


def test_a_figure_that_a_rebuild_changed_is_no_proposal(desk: Path) -> None:
    path = fill(hand_out(desk, "ann.xlsx"), {"m_damage": ANN, "e_dead": {"Unit": "dockers"}})
    lay_out(desk, with_claim("e_dead", value=Decimal(15), low=Decimal(15), high=Decimal(15), surface="15"))
    report = bring_home(path, desk)
    assert [str(proposal) for proposal in report.proposals] == [f"{claim_id_of('e_dead')}, Unit: people → dockers"]


# --- two people


def test_two_people_who_check_different_claims_both_come_home(desk: Path) -> None:
    ann, bob = hand_out(desk, "ann.xlsx"), hand_out(desk, "bob.xlsx")
    bring_home(fill(ann, {"e_damage": ANN}), desk)
    report = bring_home(fill(bob, {"e_dead": {**ANN, "Checked by": "Bob"}, "e_damage": {"Note": "Seen the report"}}), desk)
    assert report.conflicts == ()
    assert review_of(desk, "e_damage").note == "Rang Ms Brook\nSeen the report"
    assert (review_of(desk, "e_damage").checked_by, review_of(desk, "e_dead").checked_by) == ("Ann", "Bob")


def test_two_people_who_disagree_are_both_kept_and_listed(desk: Path, run_command: Run) -> None:
    ann, bob = hand_out(desk, "ann.xlsx"), hand_out(desk, "bob.xlsx")
    fill(ann, {"e_damage": {"Status": "Confirmed", "Checked value": "9.6m"}})
    fill(bob, {"e_damage": {"Status": "Wrong", "Checked value": "96m"}})
    assert run_command("review", "import", ann, "--ledger", desk).returncode == 0
    done = run_command("review", "import", bob, "--ledger", desk)
    wanted = claim_id_of("e_damage")
    assert done.returncode == 1
    assert f"conflict: {wanted}, Status: “Confirmed” stands, bob.xlsx says “Wrong”" in done.stdout
    assert f"conflict: {wanted}, Checked value: “9.6m” stands, bob.xlsx says “96m”" in done.stdout
    review = review_of(desk, "e_damage")
    assert (review.status, review.checked_value) == ("Confirmed", "9.6m")
    assert review.conflict == "Status: Confirmed ≠ Wrong (bob.xlsx)\nChecked value: 9.6m ≠ 96m (bob.xlsx)"
    assert "Disagreements: two people wrote different things (1)" in run_command("review", "status", "--ledger", desk).stdout


def test_a_disagreement_is_settled_in_the_next_workbook(desk: Path) -> None:
    ann, bob = hand_out(desk, "ann.xlsx"), hand_out(desk, "bob.xlsx")
    bring_home(fill(ann, {"e_damage": {"Status": "Confirmed"}}), desk)
    bring_home(fill(bob, {"e_damage": {"Status": "Wrong"}}), desk)
    report = returned(desk, "chief.xlsx", {"e_damage": {"Status": "Wrong", "Disagreement": None}})
    assert (review_of(desk, "e_damage").status, review_of(desk, "e_damage").conflict, report.conflicts) == ("Wrong", "", ())
    assert "Status: Confirmed ≠ Wrong (bob.xlsx)" in all_words(desk)  # the log remembers


def test_a_text_that_one_person_replaces_is_in_the_log(desk: Path) -> None:
    returned(desk, "ann.xlsx", {"e_damage": ANN})
    returned(desk, "bob.xlsx", {"e_damage": {"Source": "Insurer", "Note": None}})
    assert (review_of(desk, "e_damage").source, review_of(desk, "e_damage").note) == ("Insurer", "")
    assert [(line.column, line.before, line.after) for line in read_log(desk) if line.workbook == "bob.xlsx"] == [
        ("source", "Port authority", "Insurer"), ("note", "Rang Ms Brook", ""),
    ]  # fmt: skip


def test_the_checker_who_signs_off_is_warned_of(desk: Path, run_command: Run) -> None:
    path = fill(hand_out(desk, "ann.xlsx"), {"e_damage": {**ANN, "Signed off by": " ANN "}})
    done = run_command("review", "import", path, "--ledger", desk)
    assert f"warning: {claim_id_of('e_damage')}: Ann checked it and signed it off too" in done.stdout
    assert done.returncode == 0
    assert "Checked and signed off by one person (1)" in run_command("review", "status", "--ledger", desk).stdout


def test_lines_of_two_people_stand_together() -> None:
    assert merge_lines("a\nb", "a\nb\nc", "b\nd") == "b\nc\nd"
    assert merge_lines(None, "a", "a ") == "a"


# --- when the figure changes


def test_a_changed_figure_makes_the_review_stale_and_it_comes_back(desk: Path) -> None:
    returned(desk, "ann.xlsx", {"e_dead": ANN})
    changed = with_claim("e_dead", value=Decimal(15), low=Decimal(15), high=Decimal(15), surface="15")
    [stale] = settle(read_reviews(desk), changed.claims)
    assert (stale.status, stale.old_status, stale.note, stale.quote) == (
        "Stale",
        "Confirmed",
        ANN["Note"],
        sample_claims()["e_dead"].sentence,
    )
    assert settle([stale], changed.claims) == (stale,)
    assert settle([stale], sample_ledger().claims) == read_reviews(desk)


@pytest.mark.parametrize("change", [{"unit": "dog"}, {"sentence": "Fourteen, or 14, they say"}])
def test_a_changed_unit_or_sentence_does_so_too(desk: Path, change: dict[str, str]) -> None:
    returned(desk, "ann.xlsx", {"e_dead": ANN})
    assert settle(read_reviews(desk), with_claim("e_dead", **change).claims)[0].status == "Stale"


def test_a_review_of_a_claim_that_is_gone_is_orphaned_and_finds_home_again(desk: Path) -> None:
    returned(desk, "ann.xlsx", {"e_dead": ANN})
    claims = sample_ledger().claims
    without = [claim for claim in claims if claim.claim_id != claim_id_of("e_dead")]
    [orphan] = settle(read_reviews(desk), without)
    assert (orphan.orphaned, orphan.status, orphan.note) == ("yes", "Confirmed", ANN["Note"])
    renamed = [dataclasses.replace(claim, claim_id="C-0123456789ab") if claim.claim_id == orphan.id else claim for claim in claims]
    [home] = settle([orphan], renamed)
    assert (home.id, home.orphaned, home.status) == ("C-0123456789ab", "", "Confirmed")
    [moved] = settle([dataclasses.replace(orphan, article="old.txt")], renamed, {orphan.id: "C-0123456789ab"})
    assert (moved.id, moved.article) == ("C-0123456789ab", "harbour/fire-evening.txt")


def test_a_mark_on_a_workbook_from_before_the_change_is_stale_at_once(desk: Path) -> None:
    path = fill(hand_out(desk, "ann.xlsx"), {"e_dead": ANN})
    lay_out(desk, with_claim("e_dead", value=Decimal(15), low=Decimal(15), high=Decimal(15), surface="15"))
    bring_home(path, desk)
    review = review_of(desk, "e_dead")
    assert (review.status, review.old_status, review.checked_by) == ("Stale", "Confirmed", "Ann")


def test_a_stale_review_that_is_checked_again_is_fresh(desk: Path) -> None:
    returned(desk, "ann.xlsx", {"e_dead": ANN})
    changed = with_claim("e_dead", value=Decimal(15), low=Decimal(15), high=Decimal(15), surface="15")
    lay_out(desk, changed, settle(read_reviews(desk), changed.claims))
    returned(desk, "bob.xlsx", {"e_hurt": {"Note": "untouched: the stale one stays as it is"}})
    assert review_of(desk, "e_dead").status == "Stale"
    returned(desk, "cy.xlsx", {"e_dead": {"Status": "Confirmed", "Checked by": "Cy"}})
    review = review_of(desk, "e_dead")
    assert (review.status, review.old_status, review.checked_by, review.note) == ("Confirmed", "", "Cy", ANN["Note"])


def test_two_rows_of_one_id_as_a_merge_of_branches_leaves_them_become_one(desk: Path) -> None:
    one, other = Review(claim_id_of("e_dead"), "Confirmed", note="a"), Review(claim_id_of("e_dead"), "Wrong", note="b", source="register")
    [both] = settle([one, other], sample_ledger().claims)
    assert (both.status, both.note, both.source) == ("Confirmed", "a\nb", "register")
    assert both.conflict == "Status: Confirmed ≠ Wrong (two rows of reviews.csv)"


def test_an_added_column_of_reviews_csv_goes_into_the_note(desk: Path) -> None:
    write_reviews([Review("C-1", "Confirmed", note="seen")], desk)
    header, row = (desk / "reviews.csv").read_text(encoding="utf-8").splitlines()
    (desk / "reviews.csv").write_text(f"{header},desk\n{row},sport\n", encoding="utf-8")
    assert read_reviews(desk)[0].note == "seen\ndesk: sport"


# --- who has done what


def test_the_status_counts_people_and_lists_what_waits(desk: Path) -> None:
    returned(desk, "ann.xlsx", {"e_damage": ANN, "e_dead": {"Status": "Wrong", "Checked by": "ann"}, "t_rank": {"Signed off by": "Bob"}})
    told = render_status(status_of(desk))
    assert told.splitlines() == [
        "38 claims", "  New                     36", "  Confirmed                1", "  Wrong                    1", "",
        "         checked  signed off", "  Ann          2           0", "  Bob          0           1",
    ]  # fmt: skip


def test_an_edited_workbook_in_the_folder_is_kept_before_it_is_written_over(desk: Path) -> None:
    fill(desk / "ledger.xlsx", {"e_dead": {"Note": "typed into the folder's own copy"}})
    edited = (desk / "ledger.xlsx").read_bytes()
    path = fill(Path(shutil.copyfile(desk / "ledger.xlsx", desk.parent / "ann.xlsx")), {"e_damage": ANN})
    report = import_review(path, desk)
    [copy] = desk.glob("returned-*.xlsx")
    assert copy.read_bytes() == edited
    assert [notice.found for notice in report.notices] == ["somebody edited it"]
    assert review_of(desk, "e_dead").note == "typed into the folder's own copy"


def test_the_bytes_after_an_import_are_those_of_a_build(desk: Path) -> None:
    import_review(fill(hand_out(desk, "ann.xlsx"), {"e_damage": ANN}), desk)
    assert (desk / "ledger.xlsx").read_bytes() == render_workbook(sample_ledger(), read_reviews(desk))


def test_a_copy_made_in_the_middle_of_the_ledger_keeps_both(desk: Path, tmp_path: Path) -> None:
    """Ann's first copy, then Ann's second: what she added meanwhile is no disagreement with herself."""
    path = fill(hand_out(desk, "ann.xlsx"), {"e_damage": ANN})
    bring_home(path, desk)
    later = fill(Path(shutil.copyfile(path, tmp_path / "later.xlsx")), {"e_damage": {"Status": "Corrected", "Checked value": "9.7m"}})
    report = bring_home(later, desk)
    assert [conflict.column for conflict in report.conflicts] == ["Status"]
    assert "Corrected" in review_of(desk, "e_damage").conflict
