"""What make bench reads out of the scorers' answers, and the page it writes."""

from __future__ import annotations

import os
import sys
from typing import Any

import pytest

from bench.results import render_results, table
from bench.scores import Score, extraction_scores, field_scores, reconcile_scores
from bench.side_by_side import PeerRun, find_environment, peer_names, said_by, with_runs
from bench.speed import Speed
from bench.suites import find_suites, read_peers, why_missing

PEERS: dict[str, Any] = {
    "group": [{"name": "two sets", "sets": ["a", "b"], "quantulum3": [54, 53], "goal": [95, 92]}],
    "unread_goal": {"two sets": [93, 85]},
    "speed": {"quantulum3": "33", "goal": 1000},
    "start": {"cqe": "5", "goal": 0.5},
    "reconcile": [
        {"measure": "pairs F1", "path": ["pairs_all", "f1"], "baseline": 51.7, "goal": 78},
        {"measure": "not_claim rate", "path": ["not_claim_rate"], "lower": True, "goal": 3},
    ],
    "fields": {"head": 90, "found": 0},
    "fields_at_most": {"speaker false": 5, "place false": 100},
}


def answer(gold: int, found: int, **hits: int) -> dict[str, Any]:
    """What the extraction scorer says of a set."""
    return {"gold": gold, "pred": found, "levels": {level.replace("_", "+"): {"tp": tp} for level, tp in hits.items()}}


def test_extraction_scores_pool_the_sets_of_a_group() -> None:
    found = {"a": answer(10, 10, value=9, value_unit=5), "b": answer(10, 10, value=3, value_unit=1)}
    assert list(extraction_scores(found, PEERS, "read")) == [
        Score("extraction", "two sets", "value", "read", 60.0),
        Score("extraction", "two sets", "value + unit", "read", 30.0),
    ]


def test_a_level_that_the_gold_does_not_have_is_no_score() -> None:
    found = {"a": {"gold": 1, "pred": 1, "levels": {"value": {"tp": 1}, "value+change": None}}}
    assert [score.measure for score in extraction_scores(found, PEERS, "all")] == ["value"]


def test_reconcile_scores_are_percent_and_know_which_way_is_better() -> None:
    total = {"pairs_all": {"f1": 0.66149}, "not_claim_rate": 0.0311}
    assert list(reconcile_scores(total, PEERS, "all")) == [
        Score("reconcile", "news clusters", "pairs F1", "all", 66.1),
        Score("reconcile", "news clusters", "not_claim rate", "all", 3.1, lower=True),
    ]


def test_a_field_without_a_gold_claim_is_no_score() -> None:
    found = {"head": {"rate": 0.9137}, "found": {"rate": None}, "speaker false": {"rate": 0.04}}
    assert [(score.measure, score.value, score.lower) for score in field_scores(found, PEERS, "all")] == [
        ("head", 91.4, False),
        ("speaker false", 4.0, True),
    ]


def test_every_score_has_a_name_of_its_own() -> None:
    assert Score("fields", "news clusters", "head", "unread", 1.0).key == "fields | news clusters | head | unread"


def test_a_table_has_even_columns() -> None:
    assert table(["set", "F1"], [["NewsQuant", "96"]]) == "| set       | F1  |\n| --------- | --- |\n| NewsQuant | 96  |\n"


def test_the_results_set_ours_beside_the_others() -> None:
    scores = [
        Score("extraction", "two sets", "value", "all", 96.0),
        Score("extraction", "two sets", "value + unit", "all", 90.5),
        Score("reconcile", "news clusters", "pairs F1", "all", 78.1),
        Score("reconcile", "news clusters", "not_claim rate", "all", 2.0, lower=True),
        Score("fields", "news clusters", "speaker false", "unread", 4.0, lower=True),
    ]
    lines = render_results(scores, Speed(2000, 1100, 1.02, 0.31, 1.4, "5 to"), PEERS).splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")]
    assert ["two sets", "96.0 / 90.5", "", "", "95 / 92 (unread 93 / 85)", "54 / 53 †", "", ""] in rows
    assert ["KB/s of CPU, one core: news sentences", "1100", "1000 or more", "33 †", "", ""] in rows
    assert ["start of `extract`, s", "0.31", "under 0.5", "", "", "5 †"] in rows
    assert ['hostile line of 2 MB, the dearest ("5 to"): cost of a KB / that of news', "1.4", "about 1", "", "", ""] in rows
    assert ["pairs F1", "78.1", "", "", "78", "51.7"] in rows
    assert ["not_claim rate", "2.0", "", "", "at most 3", ""] in rows
    assert ["speaker false", "", "", "4.0", "at most 5"] in rows
    assert ["place false", "", "", "", ""] in rows


def test_what_a_peer_reached_in_this_run_stands_unmarked_in_place_of_what_was_published() -> None:
    runs: dict[str, PeerRun | str] = {
        "quantulum3": PeerRun({("two sets", "value"): 51.2, ("two sets", "value + unit"): 50.0}, 21.25, 2.31),
        "cqe": "python3.11 was not found",
    }
    lines = render_results([], Speed(2000, 1100, 1.02, 0.31), with_runs(PEERS, runs)).splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")]
    assert ["two sets", "", "", "", "95 / 92 (unread 93 / 85)", "51.2 / 50.0", "", ""] in rows
    assert ["KB/s of CPU, one core: news sentences", "1100", "1000 or more", "21.2", "", ""] in rows
    assert ["start of `extract`, s", "0.31", "under 0.5", "2.3", "", "5 †"] in rows
    assert "Measured in this run, in environments of their own: quantulum3 0.10." in lines
    assert "† as published, not measured in this run." in lines


def test_peers_that_are_left_out_are_named_with_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTLEDGER_PEERS", "0")
    assert [find_environment(name) for name in peer_names()] == ["left out (FACTLEDGER_PEERS=0)"] * 3


def test_a_program_that_fails_is_told_in_its_last_line() -> None:
    command = [sys.executable, "-c", "import sys; sys.exit('first\\nno such package')"]
    assert said_by(command, os.environ) == "no such package"
    assert said_by([sys.executable, "-c", "print(1); print(2)"], os.environ) == ["1", "2"]
    assert said_by(["/no/such/program"], os.environ) == "program: FileNotFoundError"


@pytest.mark.skipif(find_suites() is None, reason=why_missing())
def test_an_error_line_tells_what_was_missed_and_what_is_extra() -> None:
    from bench.errors import error_line

    suites = find_suites()
    assert suites is not None
    scorer = suites.script("score_extraction")
    record = {
        "id": "ours-1",
        "text": "The tug moved\n350 crates and 2 to 3 men.",
        "has": ["value", "unit"],
        "scope": ["all"],
        "count_nouns": True,
    }
    gold = [{"value": 350.0, "unit": "crate"}, {"value_low": 2.0, "value_high": 3.0, "unit": "man"}]
    found = [{"value": 350.0, "unit": "tug", "change": ">"}, {"value_low": 2.0, "value_high": 3.0, "unit": "man"}]
    line = error_line(scorer, record, (gold, found), "value+unit")
    assert line == "ours-1 | The tug moved 350 crates and 2 to 3 men. | missed 350 [crate] | extra 350 [tug]>"
    assert error_line(scorer, record, (gold, found), "value") == ""
    assert error_line(scorer, record, (gold, gold[:1]), "value") == f"ours-1 | {record['text']!s} | missed 2..3 [man]".replace("\n", " ")


def test_the_peers_name_every_measure_that_results_show() -> None:
    peers = read_peers()
    assert all(len(group["goal"]) in (1, 2) for group in peers["group"])
    assert {"speed", "start", "reconcile", "fields", "fields_at_most"} <= peers.keys()
