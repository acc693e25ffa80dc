"""The ledger folder is replaced as a whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from ledger.engine.folder import find_differences, put_in_place, written_aside
from ledger.errors import LedgerError

OLD = {"claims.csv": "old claims\n", "facts.csv": "old facts\n", "manifest.json": "old\n", "reviews.csv": "id\nC-1\n", "notes.txt": "mine"}
NEW = {
    "claims.csv": "new claims\n",
    "facts.csv": "new facts\n",
    "flags.csv": "new flags\n",
    "manifest.json": "new\n",
    "reviews.csv": "id\n",
}


def fill(folder: Path, files: dict[str, str]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def contents(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*") if path.is_file()}


def test_new_files_replace_the_old_ones_and_leave_what_people_wrote(tmp_path: Path) -> None:
    out = fill(tmp_path / "reports", OLD)
    with written_aside(out) as aside:
        fill(aside, NEW)
        assert contents(out).items() >= OLD.items()
        put_in_place(aside, out)
    assert contents(out) == {**OLD, **NEW, "reviews.csv": OLD["reviews.csv"]}


def test_a_first_build_begins_the_reviews(tmp_path: Path) -> None:
    out = tmp_path / "deep" / "reports"
    with written_aside(out) as aside:
        put_in_place(fill(aside, NEW), out)
    assert contents(out) == NEW


@pytest.mark.parametrize("failing", ["claims.csv", "flags.csv", "manifest.json"])
@pytest.mark.parametrize("failure", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_an_error_or_interrupt_half_way_brings_every_old_file_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str, failure: BaseException
) -> None:
    out = fill(tmp_path / "reports", OLD)
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if self.name == failing and ".earlier" not in self.parts:
            raise failure
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises((LedgerError, KeyboardInterrupt)), written_aside(out) as aside:
        put_in_place(fill(aside, NEW), out)
    assert contents(out) == OLD


def test_a_failure_before_the_ledger_is_whole_leaves_no_trace(tmp_path: Path) -> None:
    old, fresh = fill(tmp_path / "old", OLD), tmp_path / "fresh"
    for out in (old, fresh):
        with pytest.raises(KeyboardInterrupt), written_aside(out) as aside:
            fill(aside, {"claims.csv": "half"})
            raise KeyboardInterrupt
    assert contents(old) == OLD
    assert not fresh.exists()


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "reports").write_text("a file", encoding="utf-8")
    with pytest.raises(LedgerError, match="is a file, not a folder"), written_aside(tmp_path / "reports"):
        pass


def test_a_difference_is_named_with_its_row_and_column(tmp_path: Path) -> None:
    out = fill(tmp_path / "out", {**NEW, "claims.csv": "id,value\nC-1,350\n", "ledger.xlsx": "zip", "reviews.csv": "written by a person"})
    fresh = fill(tmp_path / "fresh", {**NEW, "claims.csv": "id,value\nC-1,400\n", "ledger.xlsx": "zip!", "articles.csv": "a\n"})
    assert find_differences(fresh, out) == [
        "articles.csv: is missing",
        "claims.csv: row 1 (C-1), value: is “350”, a build gives “400”",
        "ledger.xlsx: differs (3 bytes, a build gives 4)",
    ]


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("a.csv", "id\n1\n", "id\n1\n2\n", "has 1 rows, a build gives 2"),
        ("a.csv", "id,x\n1,a\n", "id,x\n2,a\n", "row 1 is “1,a”, a build gives “2,a”"),
        ("a.csv", "id,x\r\n1,a\r\n", "id,x\n1,a\n", "differs (11 bytes, a build gives 9)"),
        ("manifest.json", '{\n "schema": 1\n}', '{\n "schema": 2\n}', 'line 2 is “"schema": 1”, a build gives “"schema": 2”'),
        ("manifest.json", "{}", "{}\n{}", "has 1 lines, a build gives 2"),
    ],
)
def test_each_kind_of_difference_has_its_words(tmp_path: Path, name: str, old: str, new: str, told: str) -> None:
    out, fresh = fill(tmp_path / "out", {}), fill(tmp_path / "fresh", {})
    (out / name).write_bytes(old.encode())
    (fresh / name).write_bytes(new.encode())
    assert find_differences(fresh, out) == [f"{name}: {told}"]
    assert find_differences(fresh, fresh) == []
