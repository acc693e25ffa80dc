"""A workbook of more claims than a person reads: what to look at first, what was reviewed, and a word about the rest."""

from __future__ import annotations

import importlib
import io

import openpyxl
import pytest

from ledger.report.workbook import render_workbook
from ledger.store import Review
from samples import sample_ledger

Rows = list[list[str]]


def sheets_of(monkeypatch: pytest.MonkeyPatch, reviews: tuple[Review, ...] = ()) -> dict[str, Rows]:
    """The sheets of a workbook that has room for six mentions."""
    monkeypatch.setattr(importlib.import_module("ledger.report.workbook.arrange"), "MOST_CLAIMS", 6)
    book = openpyxl.load_workbook(io.BytesIO(render_workbook(sample_ledger(), reviews)))
    return {sheet.title: [["" if cell is None else str(cell) for cell in row] for row in sheet.values] for sheet in book.worksheets}


def column(rows: Rows, header: str) -> list[str]:
    return [row[rows[0].index(header)] for row in rows[1:]]


def test_it_holds_whole_facts_in_conflict_or_flagged_first(monkeypatch: pytest.MonkeyPatch) -> None:
    ledger, sheets = sample_ledger(), sheets_of(monkeypatch)
    shown = set(column(sheets["Claims"], "Claim ID"))
    assert 0 < len(shown) <= 6 < len(ledger.claims)
    facts = {fact.fact_id: fact for fact in ledger.facts}
    listed = column(sheets["Facts"], "Fact ID")
    assert {claim_id for fact_id in listed for claim_id in facts[fact_id].claim_ids} == shown
    assert any(facts[fact_id].verdict == "conflict" for fact_id in listed)


def test_the_first_look_is_shorter_than_what_a_workbook_could_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.import_module("ledger.report.workbook.arrange"), "FIRST_LOOK", 3)
    assert 0 < len(column(sheets_of(monkeypatch)["Claims"], "Claim ID")) <= 3


def test_what_was_reviewed_is_always_there(monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = sample_ledger()
    sheets = sheets_of(monkeypatch, tuple(Review(claim.claim_id, status="Confirmed") for claim in ledger.claims))
    assert sorted(column(sheets["Claims"], "Claim ID")) == [claim.claim_id for claim in ledger.claims]


def test_the_summary_counts_everything_and_says_where_the_rest_is(monkeypatch: pytest.MonkeyPatch) -> None:
    ledger, sheets = sample_ledger(), sheets_of(monkeypatch)
    summary = [cell for row in sheets["Summary"] for cell in row if cell]
    shown = len(sheets["Claims"]) - 1
    note = f"Claims holds {shown} of {len(ledger.claims)} rows: what is in conflict, flagged or told most, and what was reviewed."
    assert any(cell.startswith(note) and cell.endswith("All of them are in the table claims beside this file.") for cell in summary)
    assert summary[summary.index("New") + 1] == str(len(ledger.claims))


def test_the_sheet_of_articles_counts_all_claims(monkeypatch: pytest.MonkeyPatch) -> None:
    ledger, sheets = sample_ledger(), sheets_of(monkeypatch)
    assert sum(int(number) for number in column(sheets["Articles"], "Claims")) == len(ledger.claims)
