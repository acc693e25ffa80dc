"""What moved since the last ledger, told from the tables on disk: a table that is the same is not read."""

from __future__ import annotations

from pathlib import Path

import pytest

from ledger.engine import since
from ledger.pipeline import build
from ledger.store.changes import read_changes

ONE = "Two ferries\n\nThe port of Quinwick will get 2 new ferries for 14 million dollars.\n"
TWO = "Quays\n\nQuinwick will mend 9 quays by 2031, the harbour master said.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles and their ledger in `out`."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "one.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "in" / "two.txt").write_text(TWO, encoding="utf-8")
    build([tmp_path / "in"], tmp_path / "out", cache=False)
    return tmp_path


def rebuild(folder: Path, one: str = ONE) -> list[str]:
    """The texts of the changes after another build."""
    (folder / "in" / "one.txt").write_text(one, encoding="utf-8")
    build([folder / "in"], folder / "out", cache=False)
    return [change.what for change in read_changes(folder / "out")]


def test_an_equal_ledger_is_told_by_its_bytes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moved = rebuild(folder, ONE.replace("14 million", "15 million"))
    assert len(moved) >= 1

    def unread(*asked: object) -> None:
        raise AssertionError("the rows of an equal ledger were read")

    monkeypatch.setattr(since, "make_edition", unread)
    assert rebuild(folder, ONE.replace("14 million", "15 million")) == moved


def test_a_changed_figure_is_told_with_what_it_was(folder: Path) -> None:
    moved = rebuild(folder, ONE.replace("14 million", "15 million"))
    assert any("14" in what and "15" in what for what in moved), moved


def test_a_table_that_cannot_be_read_tells_nothing_and_costs_no_build(folder: Path) -> None:
    (folder / "out" / "claims.csv").write_text("<<<<<<< ours\n", encoding="utf-8")
    assert rebuild(folder, ONE.replace("14 million", "15 million")) == []
