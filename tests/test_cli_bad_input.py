"""Bad input: a clear message, the right exit code, the rest built, no traceback, and the earlier reports untouched."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from conftest import Run

GOOD = "Mill reopens\n\nThe mill hired 64 people in 2025, the mayor said.\n"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "mill.txt").write_text(GOOD, encoding="utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def built(folder: Path) -> list[str]:
    return [row["article"] for row in csv.DictReader((folder / "articles.csv").read_text(encoding="utf-8").splitlines())]


def test_an_empty_folder_is_exit_2_and_makes_nothing(tmp_path: Path, run_command: Run) -> None:
    (tmp_path / "empty").mkdir()
    done = run_command("build", "empty")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("factledger: empty: no articles are there.")
    assert not (tmp_path / "reports").exists()


def test_a_path_that_is_not_there_is_exit_2(tmp_path: Path, run_command: Run) -> None:
    done = run_command("build", "absent")
    assert done.returncode == 2
    assert "absent" in done.stderr
    assert not (tmp_path / "reports").exists()


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.txt", b"", 3),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x02\x00" + bytes(range(256)) * 8, 3),
        ("wordless.txt", b"The mill has a new door. Nobody minds.\n", 0),
    ],
)
def test_one_bad_file_is_named_and_the_rest_is_built(articles: Path, run_command: Run, name: str, content: bytes, code: int) -> None:
    (articles / name).write_bytes(content)
    done = run_command("build", articles, "--out", "out")
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert (name in done.stderr) == (code == 3)
    expected = ["mill.txt"] if code else ["mill.txt", name]
    assert built(articles.parent / "out") == expected


def test_only_unreadable_inputs_leave_the_earlier_reports_alone(articles: Path, run_command: Run) -> None:
    out = articles.parent / "out"
    run_command("build", articles, "--out", out)
    before = contents(out)
    (articles / "mill.txt").write_bytes(b"")
    done = run_command("build", articles, "--out", out)
    assert done.returncode == 2
    assert "mill.txt" in done.stderr
    assert contents(out) == before


def test_two_files_of_one_name_are_two_articles(articles: Path, run_command: Run) -> None:
    for folder in ("north", "south"):
        (articles / folder).mkdir()
        (articles / folder / "mill.txt").write_text(GOOD.replace("64", folder == "north" and "70" or "80"), encoding="utf-8")
    done = run_command("build", articles / "north", articles / "south", "--out", "out")
    assert done.returncode == 0
    assert built(articles.parent / "out") == ["north/mill.txt", "south/mill.txt"]


def test_a_file_given_twice_is_one_article(articles: Path, run_command: Run) -> None:
    done = run_command("build", articles, articles / "mill.txt", "--out", "out")
    assert done.returncode == 0
    assert built(articles.parent / "out") == ["mill.txt"]


def test_every_mistake_of_a_broken_pack_is_told_and_the_reports_stay(articles: Path, run_command: Run) -> None:
    out = articles.parent / "out"
    run_command("build", articles, "--out", out)
    before = contents(out)
    pack = articles.parent / "pack"
    pack.mkdir()
    (pack / "qualifiers.toml").write_text('[[rule]]\nid = "bare"\nbefore = ["bare"]\n', encoding="utf-8")
    (pack / "numerals.toml").write_text("[[rule]\n", encoding="utf-8")
    done = run_command("build", articles, "--out", out, "--rules", pack)
    assert (done.returncode, done.stdout) == (2, "")
    assert "qualifiers.toml [bare]" in done.stderr
    assert "numerals.toml" in done.stderr
    assert "Traceback" not in done.stderr
    assert contents(out) == before


def test_an_earlier_ledger_that_cannot_be_read_costs_its_ids_and_not_the_build(articles: Path, run_command: Run) -> None:
    out = articles.parent / "out"
    run_command("build", articles, "--out", out)
    (out / "facts.csv").write_text("<<<<<<< ours\n", encoding="utf-8")
    (out / "reviews.csv").write_text("what somebody wrote", encoding="utf-8")
    done = run_command("build", articles, "--out", out)
    assert done.returncode == 0
    assert "Fact ids start anew" in done.stderr
    assert built(out) == ["mill.txt"]
    assert (out / "reviews.csv").read_text(encoding="utf-8") == "what somebody wrote"


def test_an_out_that_is_a_file_is_refused(articles: Path, run_command: Run) -> None:
    (articles.parent / "out").write_text("a file", encoding="utf-8")
    done = run_command("build", articles, "--out", "out")
    assert done.returncode == 2
    assert "is a file, not a folder" in done.stderr
