"""build: what it makes of articles, whose ids it keeps, and that the ways of running it give the same ledger."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ledger.errors import Notice
from ledger.model import Flag
from ledger.pipeline import build, read_earlier_ids
from ledger.reconcile.whole import with_flags
from ledger.report.terminal import render_notices, summary_rows
from ledger.store import read_ledger
from samples import sample_ledger

FERRY = "Ferry line grows\n\nThe ferry carried 5,200 passengers in 2025, the line said. Its {boats} boats made 730 trips.\n"
QUAYS = "Islands by boat\n\nSome 5,200 passengers took the ferry in 2025.\n"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "ferry.txt").write_text(FERRY.format(boats=4), encoding="utf-8")
    (folder / "quays.txt").write_text(QUAYS, encoding="utf-8")
    return folder


def test_what_is_written_reads_back_as_what_was_built(articles: Path, tmp_path: Path) -> None:
    report = build([articles], tmp_path / "out")
    stored = read_ledger(tmp_path / "out")
    assert stored.claims == report.ledger.claims
    assert stored.facts == report.ledger.facts
    assert stored.flags == report.ledger.flags
    assert {claim.surface for claim in stored.claims} >= {"5,200", "4", "730"}
    assert report.notices == ()


def test_every_claim_is_of_one_fact_and_every_flag_of_a_fact_that_names_it(articles: Path, tmp_path: Path) -> None:
    ledger = build([articles], tmp_path / "out").ledger
    assert sorted(claim_id for fact in ledger.facts for claim_id in fact.claim_ids) == [claim.claim_id for claim in ledger.claims]
    named = {fact.fact_id: set(fact.flag_ids) for fact in ledger.facts}
    assert all(flag.flag_id in named[flag.fact_id] for flag in ledger.flags if flag.fact_id)


def test_a_fact_keeps_its_id_when_its_figure_changes(articles: Path, tmp_path: Path) -> None:
    before = build([articles], tmp_path / "out").ledger
    (articles / "ferry.txt").write_text(FERRY.format(boats=6), encoding="utf-8")
    after = build([articles], tmp_path / "out").ledger
    boats = [next(fact for fact in ledger.facts if fact.unit == "boat") for ledger in (before, after)]
    assert [str(fact.value) for fact in boats] == ["4", "6"]
    assert boats[0].fact_id == boats[1].fact_id
    assert {fact.fact_id for fact in before.facts} == {fact.fact_id for fact in after.facts}


def test_the_ids_of_the_ledger_in_out_are_inherited(articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    fact = build([articles], out).ledger.facts[0]
    text = (out / "facts.csv").read_text(encoding="utf-8").replace(fact.fact_id, "F-0123456789ab")
    (out / "facts.csv").write_text(text, encoding="utf-8")
    assert read_earlier_ids(out)[0]["F-0123456789ab"] == fact.claim_ids
    renamed = next(one for one in build([articles], out).ledger.facts if one.claim_ids == fact.claim_ids)
    assert renamed.fact_id == "F-0123456789ab"


def test_progress_ends_each_stage_with_all_of_it_done(articles: Path, tmp_path: Path) -> None:
    seen: dict[str, tuple[int, int]] = {}
    build([articles], tmp_path / "out", progress=lambda stage, done, total: seen.update({stage: (done, total)}))
    assert list(seen) == ["read", "extract", "link", "check", "write"]
    assert seen["extract"] == (2, 2)
    assert seen["link"] == (2, 2)  # each article is an event of its own
    assert seen["check"] == seen["write"] == (1, 1)


def test_facts_name_their_flags_in_order() -> None:
    ledger = sample_ledger()
    fact, other = ledger.facts[:2]
    flags = [Flag(flag_id, "A1", "error", fact.fact_id, (), "", "") for flag_id in ("G-2", "G-1")]
    bare = [replace(one, flag_ids=("G-9",)) for one in (other, fact)]
    assert [one.flag_ids for one in with_flags(bare, flags)] == [("G-1", "G-2"), ()]


def test_the_summary_counts_what_the_ledger_holds() -> None:
    ledger = sample_ledger()
    rows = {name: (count, made_of.plain) for name, count, made_of in summary_rows(ledger)}
    assert rows["Articles"] == (len(ledger.articles), "1 reprint")
    assert rows["Claims"][0] == len(ledger.claims)
    assert rows["Conflicts"][0] == sum(fact.verdict == "conflict" for fact in ledger.facts)
    assert rows["Flags"][0] == len(ledger.flags)
    assert rows["Coverage"][0] == len(ledger.claims) + len(ledger.uncounted)


def test_notices_tell_the_unread_first() -> None:
    told = render_notices([Notice("a.txt", "is long", "Look"), Notice("b.txt", "is empty", "Fill it", unread=True)])
    assert told.plain == "unread: b.txt: is empty. Fill it\nnote: a.txt: is long. Look"
