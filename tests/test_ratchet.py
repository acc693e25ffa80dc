"""The ratchet of make bench: what breaches it, what tightens it, and that nothing is lowered without a written reason."""

from __future__ import annotations

from hashlib import sha1
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench import run
from bench.ratchet import (
    Breach,
    Floors,
    Pin,
    Regression,
    find_breaches,
    loosen,
    parse_floors,
    read_floors,
    render_floors,
    tighten,
    write_floors,
)
from bench.run import OWN, main, settle
from bench.suites import SLICES, SLICES_READ, clusters_of, find_suites, is_unread, pooled_f1, read_peers, records_of, why_missing

NAMES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
VALUES = st.integers(0, 1000).map(lambda tenths: tenths / 10)
PINS = st.dictionaries(NAMES, st.builds(Pin, VALUES, st.booleans()), max_size=6)
REGRESSIONS = st.lists(st.builds(Regression, NAMES, VALUES, st.none() | VALUES, NAMES), max_size=3)
FLOORS = st.builds(lambda pins, record: Floors(pins, tuple(record)), PINS, REGRESSIONS)


def same_senses(floors: Floors, measured: dict[str, Pin]) -> dict[str, Pin]:
    """The measured pins with the floors' sense of better."""
    return {key: Pin(pin.value, floors.pins[key].lower if key in floors.pins else pin.lower) for key, pin in measured.items()}


@pytest.mark.parametrize(
    ("pin", "value", "breached"),
    [
        (Pin(90.0), 89.9, True),
        (Pin(90.0), 90.0, False),
        (Pin(90.0), 90.1, False),
        (Pin(3.0, lower=True), 3.1, True),
        (Pin(3.0, lower=True), 3.0, False),
        (Pin(3.0, lower=True), 2.9, False),
    ],
)
def test_a_floor_is_breached_from_below_and_a_ceiling_from_above(pin: Pin, value: float, breached: bool) -> None:
    assert pin.breached_by(value) is breached


def test_a_score_that_fell_or_went_missing_is_told() -> None:
    floors = Floors({"a": Pin(90.0), "b": Pin(3.0, lower=True), "c": Pin(50.0)})
    breaches = find_breaches(floors, {"a": Pin(89.0), "b": Pin(2.0, lower=True), "new": Pin(1.0)})
    assert [str(breach) for breach in breaches] == ["a: is 89.0, pinned at at least 90.0", "c: was not measured, pinned at at least 50.0"]


@given(FLOORS)
def test_floors_read_back_as_written(floors: Floors) -> None:
    assert parse_floors(render_floors(floors)) == floors


@given(FLOORS)
def test_floors_are_written_the_same_whatever_their_order(floors: Floors) -> None:
    shuffled = Floors(dict(reversed(list(floors.pins.items()))), floors.regressions)
    assert render_floors(shuffled) == render_floors(floors)


@given(FLOORS, PINS)
def test_tightening_never_loosens_a_pin_nor_forgets_one(floors: Floors, measured: dict[str, Pin]) -> None:
    measured = same_senses(floors, measured)
    tight = tighten(floors, measured)
    assert tight.pins.keys() == floors.pins.keys() | measured.keys()
    assert not any(pin.breached_by(tight.pins[score].value) for score, pin in floors.pins.items())
    assert not any(score not in floors.pins and pin != tight.pins[score] for score, pin in measured.items())
    assert tight.regressions == floors.regressions


@given(FLOORS, PINS)
def test_after_loosening_nothing_is_breached_and_every_breach_is_on_record(floors: Floors, measured: dict[str, Pin]) -> None:
    measured = same_senses(floors, measured)
    breaches = find_breaches(floors, measured)
    loose = loosen(floors, breaches, "the gold was mended")
    assert find_breaches(loose, measured) == ()
    added = loose.regressions[len(floors.regressions) :]
    assert added == tuple(Regression(breach.score, breach.pin.value, breach.measured, "the gold was mended") for breach in breaches)


@pytest.mark.parametrize("reason", ["", "  "])
def test_loosening_takes_a_reason(reason: str) -> None:
    with pytest.raises(ValueError, match="needs a reason"):
        loosen(Floors({"a": Pin(1.0)}), [Breach("a", Pin(1.0), 0.0)], reason)


@pytest.fixture
def floors_file(tmp_path: Path) -> Path:
    path = tmp_path / "floors.toml"
    write_floors(path, Floors({"a": Pin(90.0), "b": Pin(3.0, lower=True)}))
    return path


GOOD = {"a": Pin(91.0), "b": Pin(2.5, lower=True)}
BAD = {"a": Pin(89.0), "b": Pin(2.5, lower=True)}


def test_a_run_without_update_leaves_the_floors_alone(floors_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = floors_file.read_bytes()
    assert settle(floors_file, GOOD, update=False, reason=None) == 0
    assert capsys.readouterr().out == "2 scores, none below its floor; 2 better, 0 new. Pin them with --update.\n"
    assert floors_file.read_bytes() == before


def test_update_tightens(floors_file: Path) -> None:
    assert settle(floors_file, GOOD, update=True, reason=None) == 0
    assert read_floors(floors_file) == Floors(GOOD)


@pytest.mark.parametrize("update", [False, True])
def test_a_score_below_its_floor_fails_and_update_refuses_to_lower_it(
    floors_file: Path, capsys: pytest.CaptureFixture[str], update: bool
) -> None:
    before = floors_file.read_bytes()
    assert settle(floors_file, BAD, update=update, reason=None) == 1
    assert capsys.readouterr().err.startswith("a: is 89.0, pinned at at least 90.0\n1 scores fell.")
    assert floors_file.read_bytes() == before


def test_a_regression_with_a_reason_is_written_down(floors_file: Path) -> None:
    assert settle(floors_file, BAD, update=True, reason="years are no quantities any more") == 0
    assert read_floors(floors_file) == Floors(BAD, (Regression("a", 90.0, 89.0, "years are no quantities any more"),))
    assert settle(floors_file, BAD, update=False, reason=None) == 0


def test_the_first_update_pins_everything(tmp_path: Path) -> None:
    assert settle(tmp_path / "floors.toml", GOOD, update=True, reason=None) == 0
    assert read_floors(tmp_path / "floors.toml") == Floors(GOOD)


@pytest.mark.parametrize("arguments", [["--allow-regression", "why"], ["--update", "--allow-regression", " "]])
def test_a_regression_is_allowed_only_with_update_and_a_reason(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(arguments)
    assert "--allow-regression takes a reason, and goes with --update" in capsys.readouterr().err


def test_without_the_benchmark_only_the_projects_own_texts_are_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FACTLEDGER_BENCH", str(tmp_path))
    own = {key: pin for key, pin in read_floors(run.FLOORS).pins.items() if key.startswith(OWN)}
    monkeypatch.setattr("bench.run.measure_own", lambda: own)
    assert main([]) == 0
    assert capsys.readouterr().out == f"{why_missing()}\n{len(own)} scores, none below its floor; 0 better, 0 new.\n"


# the parts


@given(st.sets(st.text(max_size=8), max_size=30))
def test_read_and_unread_share_out_the_texts(ids: set[str]) -> None:
    records = [{"id": name} for name in sorted(ids)]
    read, unread = records_of(records, "read"), records_of(records, "unread")
    assert sorted(record["id"] for record in read + unread) == sorted(ids)
    assert records_of(records, "all") == records


def test_the_slices_not_read_yet_are_the_upper_hashes() -> None:
    names = [f"text-{number}" for number in range(3000)]
    share = 1 - SLICES_READ / SLICES
    assert 0.8 * share < sum(map(is_unread, names)) / len(names) < 1.2 * share
    unread = [int(sha1(name.encode()).hexdigest(), 16) / 2**160 for name in names if is_unread(name)]
    assert min(unread) >= SLICES_READ / SLICES
    assert max(int(sha1(name.encode()).hexdigest(), 16) / 2**160 for name in names if not is_unread(name)) < SLICES_READ / SLICES


@given(st.sets(st.text(min_size=1, max_size=6), min_size=4, max_size=20))
def test_four_clusters_are_set_aside_whatever_their_order(names: set[str]) -> None:
    listed = sorted(names)
    unread = clusters_of(listed, "unread")
    assert len(unread) == 4
    assert set(clusters_of(listed, "read")) == names - set(unread)
    assert clusters_of(listed[::-1], "unread") == unread


def test_pooled_sets_count_as_one() -> None:
    one = {"gold": 8, "pred": 10, "levels": {"value": {"tp": 6}}}
    two = {"gold": 2, "pred": 0, "levels": {"value": {"tp": 0}}}
    assert pooled_f1({"one": one, "two": two}, ["one", "two", "gone"], "value") == 60.0
    assert pooled_f1({"one": one}, ["one"], "value+unit") is None


@pytest.mark.skipif(find_suites() is None, reason=why_missing())
def test_every_set_of_the_benchmark_is_in_one_group_of_the_peers() -> None:
    suites = find_suites()
    assert suites is not None
    assert sorted(name for group in read_peers()["group"] for name in group["sets"]) == sorted(suites.sets)
