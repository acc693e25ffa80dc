"""`factledger init`: a new repository that builds at once, says what to do next, and never overwrites."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
import yaml

from conftest import ROOT, Run
from ledger.errors import LedgerError
from ledger.layout import default_options

LAID_OUT = [
    "ledger.toml",
    "articles/example.txt",
    "rules/pack.toml",
    "rules/en/qualifiers.toml",
    ".gitattributes",
    ".gitignore",
    ".github/workflows/ledger.yml",
]


def test_it_lays_out_a_repository_and_says_what_to_do_next(tmp_path: Path, run_command: Run) -> None:
    done = run_command("init", "desk")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert [line.split() for line in lines[: len(LAID_OUT)]] == [["written", path] for path in LAID_OUT]
    assert sorted(path.relative_to(tmp_path / "desk").as_posix() for path in (tmp_path / "desk").rglob("*") if path.is_file()) == sorted(
        LAID_OUT
    )
    steps = lines[lines.index("Next:") + 1 :]
    assert [step.split("#")[0].strip() for step in steps[:3]] == ["cd desk", "factledger rules test", "factledger build"]


def test_the_next_steps_work_as_they_are_told(tmp_path: Path, run_command: Run) -> None:
    run_command("init", "desk")
    tested = run_command("rules", "test", cwd=tmp_path / "desk")
    assert (tested.returncode, tested.stdout.splitlines()[-1].endswith(" examples, 0 failed")) == (0, True)
    assert run_command("build", "--quiet", cwd=tmp_path / "desk").returncode == 0
    rows = list(csv.DictReader((tmp_path / "desk" / "reports" / "claims.csv").read_text(encoding="utf-8").splitlines()))
    visitors = next(row for row in rows if row["surface"] == "4,000")
    assert (visitors["article"], visitors["qualifier"], visitors["bounds_high"]) == ("example.txt", "nearly", "4000")


def test_the_first_rule_is_what_reads_the_hedge(tmp_path: Path, run_command: Run) -> None:
    text = "The fair drew a short 4,000 visitors."
    run_command("init")
    (with_rule,) = (json.loads(line) for line in run_command("extract", "-", stdin=text).stdout.splitlines())
    (tmp_path / "ledger.toml").unlink()
    (without,) = (json.loads(line) for line in run_command("extract", "-", stdin=text).stdout.splitlines())
    assert (with_rule["qualifier"], without["qualifier"]) == ("nearly", None)


def test_what_is_there_is_kept(tmp_path: Path, run_command: Run) -> None:
    (tmp_path / "ledger.toml").write_text('articles = ["texts"]\n', encoding="utf-8")
    first = run_command("init").stdout.splitlines()[0]
    assert first.split() == ["kept,", "was", "there", "ledger.toml"]
    assert (tmp_path / "ledger.toml").read_text(encoding="utf-8") == 'articles = ["texts"]\n'
    assert all(line.startswith("  kept") for line in run_command("init").stdout.splitlines()[: len(LAID_OUT)])


@pytest.mark.parametrize(
    ("options", "path", "source"),
    [
        ((), ".github/workflows/ledger.yml", "your-organisation/factledger@main"),
        (("--source", "press/factledger@v1"), ".github/workflows/ledger.yml", "press/factledger@v1"),
        (("--ci", "gitlab", "--source", "press/factledger"), ".gitlab-ci.yml", "press/factledger"),
    ],
)
def test_the_ci_file_gets_factledger_from_the_source(
    tmp_path: Path, run_command: Run, options: tuple[str, ...], path: str, source: str
) -> None:
    run_command("init", *options)
    found = yaml.safe_load((tmp_path / path).read_text(encoding="utf-8"))
    if path.startswith(".github"):
        step = found["jobs"]["ledger"]["steps"][1]
        assert step["uses"] == source
        assert set(step["with"]) <= set(yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"])
    else:
        assert found["include"] == [{"project": source, "file": "/ci/gitlab.yml"}]
        assert (ROOT / "ci" / "gitlab.yml").is_file()


def test_no_ci_file_where_none_is_wanted(tmp_path: Path, run_command: Run) -> None:
    run_command("init", "--ci", "none")
    assert not (tmp_path / ".github").exists()


class TestSettings:
    @pytest.fixture(autouse=True)
    def without_views(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The workbook and the page are four fifths of a build, and settings do not reach them."""
        monkeypatch.setattr("ledger.pipeline.render_workbook", lambda *_, **__: b"")
        monkeypatch.setattr("ledger.pipeline.write_page", lambda _, path: path.write_bytes(b""))

    def test_the_command_line_has_the_last_word(self, tmp_path: Path, run_command: Run) -> None:
        run_command("init")
        (tmp_path / "other").mkdir()
        (tmp_path / "other" / "mill.txt").write_text("The mill hired 64 people in 2025.\n", encoding="utf-8")
        assert run_command("build", "other", "--out", "elsewhere", "--quiet").returncode == 0
        assert "mill.txt" in (tmp_path / "elsewhere" / "articles.csv").read_text(encoding="utf-8")
        assert not (tmp_path / "reports").exists()

    def test_other_commands_know_where_the_ledger_is(self, tmp_path: Path, run_command: Run) -> None:
        run_command("init")
        run_command("build", "--quiet")
        fact = (tmp_path / "reports" / "facts.csv").read_text(encoding="utf-8").splitlines()[1].split(",")[0]
        assert run_command("explain", fact).returncode == 0

    def test_there_is_nothing_to_say_without_a_file(self, tmp_path: Path) -> None:
        assert default_options(tmp_path) == {}

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("articles = [", "it cannot be read"),
            ('article = ["a"]', "there is no setting 'article'"),
            ('articles = "a"', "articles is 'a' and should be a list of texts"),
            ("rules = [1]", "rules is [1] and should be a list of texts"),
            ('ledger = ["a"]', "ledger is ['a'] and should be a text"),
        ],
    )
    def test_a_mistake_is_named(self, tmp_path: Path, run_command: Run, text: str, found: str) -> None:
        (tmp_path / "ledger.toml").write_text(text, encoding="utf-8")
        with pytest.raises(LedgerError, match=r"ledger\.toml"):
            default_options(tmp_path)
        done = run_command("build")
        assert (done.returncode, done.stdout) == (2, "")
        assert found in done.stderr
