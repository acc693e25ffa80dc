"""`factledger diff` as a user runs it: folders and revisions, exit codes, and what it says of bad input."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Run
from diff_samples import figure, with_claim
from ledger.store import write_tables
from samples import sample_ledger

Git = Callable[..., str]


@pytest.fixture
def git(tmp_path: Path) -> Git:
    """A function that runs git in tmp_path, which it makes a repository."""

    def run(*arguments: str) -> str:
        identity = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main")
        done = subprocess.run(["git", *identity, *arguments], cwd=tmp_path, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

    run("init", "--quiet")
    return run


@pytest.fixture
def ledgers(tmp_path: Path) -> Path:
    """tmp_path with two ledgers, `old` and `new`, that differ in one figure."""
    write_tables(sample_ledger(), tmp_path / "old")
    write_tables(with_claim(sample_ledger(), "t_partners", **figure("19")), tmp_path / "new")
    return tmp_path


def test_exit_codes_tell_alike_from_different(ledgers: Path, run_command: Run) -> None:
    same = run_command("diff", "old", "old")
    assert (same.returncode, same.stdout, same.stderr) == (0, "No difference: 5 articles, 38 figures, 22 facts, 8 flags.\n", "")
    other = run_command("diff", "old", "new")
    assert (other.returncode, other.stdout.splitlines()[0], other.stderr) == (1, "old → new", "")
    assert run_command("diff", "old", "new", "--exit-zero").returncode == 0
    assert run_command("diff", "old", "new", "--only", "verdicts").returncode == 0
    assert run_command("diff", "old", "new", "--only", "verdicts", "--only", "claims").returncode == 1


def test_names_stand_in_for_places(ledgers: Path, run_command: Run) -> None:
    found = json.loads(run_command("diff", "old", "new", "--format", "json", "--names", "main", "draft").stdout)
    assert (found["old"]["name"], found["new"]["name"]) == ("main", "draft")


def test_all_formats_are_written_at_once(ledgers: Path, run_command: Run) -> None:
    printed = run_command("diff", "old", "new", "--out", "found").stdout
    forms = {"diff.txt": "text", "diff.json": "json", "diff.md": "markdown", "diff.html": "html"}
    assert sorted(path.name for path in (ledgers / "found").iterdir()) == sorted(forms)
    for name, form in forms.items():
        assert (ledgers / "found" / name).read_text(encoding="utf-8") == run_command("diff", "old", "new", "--format", form).stdout
    assert (ledgers / "found" / "diff.txt").read_text(encoding="utf-8") == printed


def test_a_pipe_gets_no_colour(ledgers: Path, run_process: Run) -> None:
    assert "\x1b" not in run_process("diff", "old", "new", env={"TERM": "xterm-256color"}).stdout


def test_a_revision_is_compared_with_a_folder_and_another_revision(ledgers: Path, git: Git, run_command: Run) -> None:
    (ledgers / "old").rename(ledgers / "reports")
    git("add", "reports")
    git("commit", "--quiet", "-m", "first")
    write_tables(with_claim(sample_ledger(), "t_partners", **figure("19")), ledgers / "reports")
    changed = run_command("diff", "git:HEAD:reports", "reports")
    assert changed.returncode == 1
    assert changed.stdout.splitlines()[0] == "git:HEAD:reports → reports"
    assert "17 → 19 partners" in changed.stdout
    git("commit", "--quiet", "-am", "second")
    assert run_command("diff", "git:HEAD:reports/", "reports").returncode == 0
    assert (
        run_command("diff", "git:main~1:reports", "git:main:reports").stdout.splitlines()[2]
        == "  1 figure: 1 changed (1 silent correction)"
    )
    assert git("status", "--porcelain", "--", "reports") == ""


@pytest.mark.parametrize(
    ("place", "says"),
    [
        ("git:absent:reports", "git knows no revision 'absent'"),
        ("git:--output=x:reports", "git knows no revision '--output=x'"),
        ("git:HEAD:absent", "there is no folder 'absent' at that revision"),
        ("git:HEAD:old/facts.csv", "is a file at that revision"),
        ("git:HEAD", "a revision or a folder is missing"),
        ("git:HEAD:other", "git:HEAD:other: no ledger is here"),
    ],
)
def test_a_bad_revision_is_named(ledgers: Path, git: Git, run_command: Run, place: str, says: str) -> None:
    (ledgers / "other").mkdir()
    (ledgers / "other" / "notes.txt").write_text("no ledger")
    git("add", ".")
    git("commit", "--quiet", "-m", "first")
    done = run_command("diff", place, "new")
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert not (ledgers / "x").exists()


def test_a_revision_outside_a_repository_is_refused(ledgers: Path, run_process: Run) -> None:
    done = run_process("diff", "git:HEAD:old", "new", env={"GIT_CEILING_DIRECTORIES": str(ledgers.parent)})
    assert (done.returncode, "this is no git repository" in done.stderr) == (2, True)


def cut_short(folder: Path) -> None:
    lines = (folder / "claims.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (folder / "claims.csv").write_text("".join(lines[:-3]), encoding="utf-8")


def conflict(folder: Path) -> None:
    lines = (folder / "facts.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (folder / "facts.csv").write_text("".join([lines[0], "<<<<<<< ours\n", lines[1], "=======\n", *lines[1:]]), encoding="utf-8")


def twice(folder: Path) -> None:
    lines = (folder / "flags.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (folder / "flags.csv").write_text("".join([*lines[:-1], lines[1]]), encoding="utf-8")


def no_number(folder: Path) -> None:
    text = (folder / "claims.csv").read_text(encoding="utf-8")
    (folder / "claims.csv").write_text(text.replace(",19,19,19,19,", ",19,nineteen,19,19,"), encoding="utf-8")


def other_schema(folder: Path) -> None:
    (folder / "manifest.json").write_text((folder / "manifest.json").read_text().replace('"schema": 1', '"schema": 99'))


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda folder: (folder / "manifest.json").unlink(), "no ledger is here, or only half of one"),
        (lambda folder: (folder / "facts.csv").unlink(), "facts.csv: the file is missing"),
        (cut_short, "claims.csv: 35 rows, where manifest.json counts 38"),
        (conflict, "facts.csv:2: a merge left its mark <<<<<<<"),
        (twice, "stands there twice, as after a merge"),
        (no_number, "cannot be read: 'nineteen' is no plain decimal number"),
        (other_schema, "the ledger has schema 99, this program reads 1"),
    ],
)
def test_a_ledger_that_cannot_be_trusted_is_refused(ledgers: Path, run_command: Run, spoil: Callable[[Path], None], says: str) -> None:
    spoil(ledgers / "new")
    done = run_command("diff", "old", "new")
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert "bug" not in done.stderr


def test_a_folder_that_is_not_there_is_named(ledgers: Path, run_command: Run) -> None:
    done = run_command("diff", "absent", "new")
    assert (done.returncode, done.stderr.startswith("factledger: absent: there is no such folder.")) == (2, True)
