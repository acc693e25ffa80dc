"""The planted errors: every text reads well, and the checks find no less and cry no more than was reached."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.ratchet import read_floors
from bench.seeded.__main__ import main, run_cases
from bench.seeded.cases import Case, read_cases
from bench.seeded.report import render_seeded, seeded_scores
from bench.seeded.scoring import Outcome, tally
from ledger.checks import CHECKS

LEAST_EACH = 10


@pytest.fixture(scope="module")
def outcomes() -> tuple[Outcome, ...]:
    """All cases: some seconds."""
    return run_cases(read_cases())


def test_each_check_has_ten_planted_errors_and_ten_near_misses() -> None:
    cases = read_cases()
    planted = {check.id: sum(len(case.flags) for case in cases if case.check == check.id) for check in CHECKS}
    near = {check.id: sum(not case.flags for case in cases if case.check == check.id) for check in CHECKS}
    few = [check.id for check in CHECKS if planted[check.id] < LEAST_EACH or near[check.id] < LEAST_EACH]
    assert few == []


def test_no_check_falls_below_its_floor(outcomes: tuple[Outcome, ...]) -> None:
    pins = read_floors(Path(__file__).parent.parent / "bench" / "floors.toml").pins
    scores = {score.key: score.value for score in seeded_scores(tally(outcomes))}
    fallen = {key: (value, pins[key].value) for key, value in scores.items() if key in pins and pins[key].breached_by(value)}
    assert fallen == {}
    assert scores.keys() <= pins.keys()


def test_flags_are_right_nineteen_times_in_twenty(outcomes: tuple[Outcome, ...]) -> None:
    (*_, whole) = tally(outcomes)
    assert whole.precision >= 95.0
    assert whole.recall >= 90.0


def test_a_missed_error_and_a_false_alarm_are_counted() -> None:
    stories = "The fleet fell from 12 boats to 15 boats.", "The fleet rose from 12 boats to 15 boats."
    cases = [
        Case("B9/found", "B9", stories[:1], (None,), ("",), (("12", "15"),)),
        Case("B9/missed", "B9", stories[1:], (None,), ("",), (("12", "15"),)),
        Case("B9/near", "B9", stories[:1], (None,), ("",), ()),
    ]
    outcomes = run_cases(cases)
    assert [outcome.found for outcome in outcomes] == [(True,), (False,), ()]
    (one, whole) = tally(outcomes)
    assert (one.check, one.planted, one.found, one.near, one.woken, one.false_alarms) == ("B9", 2, 1, 1, 1, 1)
    assert (one.recall, one.precision, whole.check, whole.precision) == (50.0, 50.0, "all", 50.0)


def test_the_section_has_a_line_a_check_in_the_order_of_the_catalogue(outcomes: tuple[Outcome, ...]) -> None:
    lines = [line for line in render_seeded(tally(outcomes)).splitlines() if line.startswith("| ")][2:]
    assert [line.split()[1] for line in lines] == [*(check.id for check in CHECKS), "all"]


def test_the_command_shows_what_went_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["A9", "--errors"]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert any(line.startswith("A9/") for line in printed)
    assert printed[-1].startswith("all")


def test_a_text_without_its_figure_is_refused(tmp_path: Path) -> None:
    (tmp_path / "B9.toml").write_text('[[case]]\nid = "one"\ntexts = ["It fell."]\nflags = [["12"]]\n', encoding="utf-8")
    with pytest.raises(ValueError, match="B9/one: no text has '12'"):
        read_cases(tmp_path)


def test_two_cases_of_one_name_are_refused(tmp_path: Path) -> None:
    (tmp_path / "B9.toml").write_text('[[case]]\nid = "one"\ntexts = ["It fell."]\n' * 2, encoding="utf-8")
    with pytest.raises(ValueError, match="two cases have one id: B9/one"):
        read_cases(tmp_path)
