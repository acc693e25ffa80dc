"""Files that are no returned workbook of this ledger: a clear error, exit 2, and the reviews as they were."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest

from conftest import Run
from ledger.engine import roundtrip
from ledger.engine.roundtrip import import_review
from ledger.errors import LedgerError
from ledger.model import Ledger
from ledger.report.workbook import render_workbook
from ledger.store import Review, write_reviews
from review_desk import fill, hand_out, lay_out
from samples import sample_ledger


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_out(tmp_path_factory.mktemp("desk") / "reports", reviews=(Review("C-gone00000000", "Wrong", note="precious"),))


def repacked(content: bytes, **parts: bytes | None) -> bytes:
    """A zip with parts put in the place of others, or added."""
    packed = io.BytesIO()
    names = {name.replace("__", "/").replace("_xml", ".xml"): part for name, part in parts.items()}
    with ZipFile(io.BytesIO(content)) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            if name not in names:
                target.writestr(name, source.read(name))
        for name, part in names.items():
            if part is not None:
                target.writestr(name, part)
    return packed.getvalue()


def of_another_ledger(content: bytes) -> bytes:
    ledger = sample_ledger()
    claims = tuple(dataclasses.replace(claim, claim_id=f"C-other{number:07}") for number, claim in enumerate(ledger.claims))
    articles = tuple(dataclasses.replace(article, article=f"other/{article.article}") for article in ledger.articles)
    return render_workbook(Ledger(articles, claims, (), (), ()))


def of_an_older_schema(content: bytes) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(content))
    book["_meta"]["B2"] = "0"
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def of_no_ledger(content: bytes) -> bytes:
    book = openpyxl.Workbook()
    book.active.append(["Name", "Shift"])  # type: ignore[union-attr]
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def bomb(content: bytes) -> bytes:
    return repacked(content, xl__worksheets__sheet3_xml=b"<worksheet>" + b" " * 120_000_000 + b"</worksheet>")


def entities(content: bytes) -> bytes:
    laughs = b'<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><worksheet>&b;</worksheet>'
    return repacked(content, xl__worksheets__sheet3_xml=laughs)


BAD: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "another ledger": (of_another_ledger, "the workbook is of another ledger: none of its 38 claims is in this one"),
    "older schema": (of_an_older_schema, "the workbook has schema 0, this program reads 1"),
    "no ledger": (of_no_ledger, "so this is no workbook of a ledger"),
    "password": (lambda content: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + content, "protected by a password"),
    "truncated": (lambda content: content[: len(content) // 2], "damaged or cut short"),
    "flipped": (lambda content: content[:20_000] + b"\0" * 3_000 + content[23_000:], "damaged or cut short"),
    "bomb": (bomb, "the file unpacks to 12"),
    "entities": (entities, "xl/worksheets/sheet3.xml declares a document type"),
    "csv": (lambda content: b"Claim ID,Status\nC-1,Confirmed\n", "the file is text, as a csv"),
    "web page": (lambda content: b"<html><table></table></html>", "a web page or XML"),
    "empty": (lambda content: b"", "the file is empty"),
    "picture": (lambda content: b"\x89PNG\r\n\0\0\0", "no xlsx workbook"),
    "other zip": (lambda content: repacked(content, xl__workbook_xml=None), "without a workbook in it"),
    "broken sheet": (lambda content: repacked(content, xl__worksheets__sheet3_xml=b"<worksheet><sheetData><row>"), "cannot be read"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_a_clear_error_and_changes_nothing(name: str, desk: Path, tmp_path: Path, run_command: Run) -> None:
    spoil, found = BAD[name]
    path = tmp_path / "returned.xlsx"
    path.write_bytes(spoil((desk / "ledger.xlsx").read_bytes()))
    before = {file.name: file.read_bytes() for file in desk.iterdir()}
    done = run_command("review", "import", path, "--ledger", desk)
    assert (done.returncode, done.stdout) == (2, "")
    assert found in done.stderr
    assert str(path) in done.stderr
    assert "bug" not in done.stderr
    assert {file.name: file.read_bytes() for file in desk.iterdir()} == before


def test_a_file_that_is_not_there_and_a_folder_that_is_no_ledger(tmp_path: Path, desk: Path, run_command: Run) -> None:
    done = run_command("review", "import", tmp_path / "none.xlsx", "--ledger", desk)
    assert (done.returncode, "cannot be read (No such file or directory)" in done.stderr) == (2, True)
    done = run_command("review", "import", desk / "ledger.xlsx", "--ledger", tmp_path)
    assert (done.returncode, "no ledger is here" in done.stderr) == (2, True)
    assert run_command("review", "status", "--ledger", tmp_path).returncode == 2


def test_reviews_that_somebody_writes_meanwhile_are_not_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = lay_out(tmp_path / "reports")
    path = fill(hand_out(desk, "ann.xlsx"), {"e_dead": {"Note": "Ann's"}})
    real = roundtrip.merge_workbook

    def slow(*arguments: object) -> object:
        write_reviews([Review("C-1", note="Bob's, at the same moment")], desk)
        return real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(roundtrip, "merge_workbook", slow)
    with pytest.raises(LedgerError, match="somebody changed the reviews meanwhile"):
        import_review(path, desk)
    assert "at the same moment" in (desk / "reviews.csv").read_text(encoding="utf-8")


def test_a_ledger_that_kept_few_of_the_claims_says_so(tmp_path: Path) -> None:
    desk = lay_out(tmp_path / "reports")
    path = fill(hand_out(desk, "ann.xlsx"), {"e_dead": {"Status": "Confirmed"}})
    ledger = sample_ledger()
    lay_out(desk, Ledger(ledger.articles[3:], tuple(claim for claim in ledger.claims if claim.article.startswith("trade/m")), (), (), ()))
    report = import_review(path, desk)
    assert [notice.found for notice in report.notices] == ["only 7 of its 38 claims are in the ledger now"]
    [orphan] = report.merge.reviews
    assert (orphan.orphaned, orphan.status, orphan.article) == ("yes", "Confirmed", "harbour/fire-evening.txt")
