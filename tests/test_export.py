"""Exports: ClaimReview, SQLite and JSON Lines say what the ledger says, the same on every run."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from conftest import Run
from ledger.export import FORMATS, export_ledger
from ledger.store import Review
from review_desk import claim_id_of, lay_out
from samples import sample_claims, sample_ledger

REVIEWS = (
    Review(
        claim_id_of("e_damage"), "Corrected", checked_value="€9.9 million", method="Official document", source="Port authority",
        source_link="the report (https://port.example/fire.pdf)", checked_by="Ann", checked_on="2026-03-05",
        note="do not publish: Brook's mobile",
        signed_off_by="Bob", signed_off_on="2026-03-06",
    ),
    Review(claim_id_of("e_dead"), "Confirmed", checked_by="Ann"),
    Review(claim_id_of("m_dead"), "Wrong"),
    Review(claim_id_of("t_rank"), "Unverifiable", conflict="Status: Unverifiable ≠ Wrong (bob.xlsx)"),
    Review(claim_id_of("t_fee"), "In review"),
    Review(claim_id_of("a_trade"), "Confirmed", binding="V-another"),
    Review("C-gone00000000", "Wrong"),
)  # fmt: skip


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_out(tmp_path_factory.mktemp("export") / "reports", reviews=REVIEWS)


def graph_of(desk: Path) -> dict[str, dict[str, Any]]:
    document = json.loads(export_ledger(desk, "claimreview"))
    assert document["@context"] == "https://schema.org"
    return {entry["@id"].removeprefix("urn:factledger:"): entry for entry in document["@graph"]}


def test_only_finished_checks_of_figures_that_still_stand_are_published(desk: Path) -> None:
    graph = graph_of(desk)
    assert {entry["reviewRating"]["alternateName"] for entry in graph.values()} == {"Corrected", "Confirmed", "Wrong", "Unverifiable"}
    assert set(graph) == {claim_id_of(key) for key in ("e_damage", "e_dead", "m_dead", "t_rank")}


def test_a_claim_review_has_what_schema_org_asks_for(desk: Path) -> None:
    entry = graph_of(desk)[claim_id_of("e_damage")]
    assert entry == {
        "@type": "ClaimReview",
        "@id": f"urn:factledger:{claim_id_of('e_damage')}",
        "claimReviewed": sample_claims()["e_damage"].sentence,
        "datePublished": "2026-03-06",
        "author": {"@type": "Person", "name": "Ann"},
        "editor": {"@type": "Person", "name": "Bob"},
        "reviewBody": "Corrected: “€9.6 million”; checked value: €9.9 million. Method: Official document",
        "citation": {"@type": "CreativeWork", "name": "Port authority", "url": "https://port.example/fire.pdf"},
        "itemReviewed": {
            "@type": "Claim",
            "text": sample_claims()["e_damage"].sentence,
            "author": {"@type": "Organization", "name": "port authority"},
            "datePublished": "2026-03-04",
            "appearance": {
                "@type": "NewsArticle",
                "identifier": "harbour/fire-evening.txt",
                "headline": "Fire at Velden harbour: 14 dead, port closed",
                "datePublished": "2026-03-04",
                "publisher": {"@type": "Organization", "name": "The Velden Courier"},
            },
        },
        "reviewRating": {"@type": "Rating", "ratingValue": 2, "bestRating": 5, "worstRating": 1, "alternateName": "Corrected"},
    }


def test_what_people_wrote_for_each_other_is_not_published(desk: Path) -> None:
    told = export_ledger(desk, "claimreview").decode()
    assert "mobile" not in told
    assert "≠" not in told


@pytest.fixture(scope="module")
def database(desk: Path) -> sqlite3.Connection:
    opened = sqlite3.connect(":memory:")
    opened.deserialize(export_ledger(desk, "sqlite"))
    return opened


def test_the_database_holds_every_table_and_its_links_hold(database: sqlite3.Connection) -> None:
    ledger = sample_ledger()
    wanted = {"articles": ledger.articles, "claims": ledger.claims, "facts": ledger.facts, "flags": ledger.flags, "rates": ledger.rates}
    for table, rows in wanted.items():
        assert database.execute(f"SELECT count(*) FROM {table}").fetchone() == (len(rows),), table
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    links = {(row[2], row[3]) for row in database.execute("PRAGMA foreign_key_list(claims)")}
    assert links == {("articles", "article"), ("facts", "fact_id")}


def test_numbers_are_numbers_with_the_exact_text_beside(database: sqlite3.Connection) -> None:
    row = database.execute("SELECT value, value_text, typeof(start), bounds_high FROM claims WHERE claim_id = ?", (claim_id_of("a_trade"),))
    assert row.fetchone() == (930000000000.0, "930000000000", "integer", None)
    total = database.execute("SELECT sum(value) FROM claims WHERE unit = 'agreement'").fetchone()
    assert total[0] >= 1050


def test_reviewed_claims_can_be_asked_for(database: sqlite3.Connection) -> None:
    rows = database.execute(
        "SELECT status, checked_by FROM reviewed_claims WHERE status IN ('Corrected', 'Stale') ORDER BY status"
    ).fetchall()
    assert rows == [("Corrected", "Ann"), ("Stale", None)]
    flags = database.execute("SELECT count(*) FROM flags JOIN flag_claims USING (flag_id) JOIN claims USING (claim_id)").fetchone()
    assert flags == (sum(len(flag.claim_ids) for flag in sample_ledger().flags),)


def test_json_lines_hold_a_claim_with_fact_flags_and_review(desk: Path) -> None:
    records = [json.loads(line) for line in export_ledger(desk, "jsonl").decode().splitlines()]
    assert len(records) == len(sample_ledger().claims)
    record = next(record for record in records if record["claim_id"] == claim_id_of("e_damage"))
    assert (record["value"], record["verdict"], record["review"]["status"]) == ("9600000", "conflict", "Corrected")
    assert "A3" in {flag["check"] for flag in record["flags"]}
    assert next(record for record in records if record["claim_id"] == claim_id_of("w_hurt"))["review"] is None


@pytest.mark.parametrize("form", FORMATS)
def test_an_export_is_the_same_bytes_every_time(form: str, desk: Path) -> None:
    assert export_ledger(desk, form) == export_ledger(desk, form)


def test_the_command_writes_a_file_or_standard_output(desk: Path, tmp_path: Path, run_command: Run) -> None:
    for form in FORMATS:
        done = run_command("export", "--ledger", desk, "--format", form, "--out", tmp_path / form)
        assert (done.returncode, done.stdout, (tmp_path / form).read_bytes()) == (0, "", export_ledger(desk, form))
    assert run_command("export", "--ledger", desk, "--format", "jsonl").stdout.encode() == export_ledger(desk, "jsonl")
    done = run_command("export", "--ledger", desk, "--format", "jsonl", "--out", tmp_path / "no" / "such" / "folder")
    assert (done.returncode, "cannot be written" in done.stderr) == (2, True)
    assert run_command("export", "--ledger", tmp_path, "--format", "jsonl").returncode == 2


def test_flags_as_sarif_follow_its_schema_and_have_lines_where_the_articles_are_there(tmp_path: Path, run_command: Run) -> None:
    articles = tmp_path / "my articles"
    articles.mkdir()
    told = "The fair of Elmet drew {} visitors in 2025, Ann Brook of Elmet said."
    (articles / "fair.md").write_text(f"The fair of Elmet.\n\n{told.format('4,250')}\n", encoding="utf-8")
    (articles / "mayor.txt").write_text(f"{told.format('5,250')}\n", encoding="utf-8")
    assert run_command("build", articles, "--out", tmp_path / "ledger").returncode == 0
    done = run_command("export", "--ledger", "ledger", "--format", "sarif", "--articles", "my articles", cwd=tmp_path)
    log = json.loads(done.stdout)
    schema = json.loads((Path(__file__).parent / "data" / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
    jsonschema.Draft4Validator(schema).validate(log)
    (run,) = log["runs"]
    conflict = next(result for result in run["results"] if result["ruleId"] == "A1")
    assert (conflict["level"], len(conflict["relatedLocations"])) == ("error", 1)
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        for location in [*result["locations"], *result.get("relatedLocations", ())]:
            place = location["physicalLocation"]
            assert place["artifactLocation"]["uri"] in ("my%20articles/fair.md", "my%20articles/mayor.txt")
            region = place["region"]
            name = place["artifactLocation"]["uri"].replace("%20", " ")
            line = (tmp_path / name).read_text(encoding="utf-8").split("\n")[region["startLine"] - 1]
            assert any(character.isdigit() for character in line[region["startColumn"] - 1 : region["endColumn"] - 1])
    bare = json.loads(export_ledger(tmp_path / "ledger", "sarif"))
    assert all("region" not in result["locations"][0]["physicalLocation"] for result in bare["runs"][0]["results"])
