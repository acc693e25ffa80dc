"""The commands as a user meets them: what they print, where, and the exit codes of the contract."""

from __future__ import annotations

import csv
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from conftest import Run
from ledger.cli import cli
from ledger.extract import Extractor
from ledger.model import Document, Extraction
from ledger.store.columns import CLAIM_COLUMNS

STORY = """Port opens third quay

RIVERTON, March 3, 2026 - The port handled 420 ships in 2025, the harbour master said on Tuesday.
A new quay cost nearly 18 million USD and took 14 months to build.
"""
OTHER = """Record year for the port

Riverton, March 4, 2026 - Nearly 420 ships were handled by the port in 2025.
"""


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "quay.txt").write_text(STORY, encoding="utf-8")
    (folder / "record.txt").write_text(OTHER, encoding="utf-8")
    return folder


def json_lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def texts(*lines: str) -> str:
    return "".join(json.dumps({"id": f"t{number}", "text": line}) + "\n" for number, line in enumerate(lines))


class TestBuild:
    def test_it_writes_the_folder_and_a_summary(self, articles: Path, run_command: Run) -> None:
        done = run_command("build", articles, "--out", "out")
        assert (done.returncode, done.stderr) == (0, "")
        rows = {line.split()[0]: line.split()[1] for line in done.stdout.splitlines() if line[:1].isupper()}
        assert rows["Articles"] == "2"
        assert {"Claims", "Facts", "Conflicts", "Flags", "Coverage"} <= rows.keys()
        tables = ("articles", "claims", "coverage", "facts", "flags", "links", "rates", "reviews")
        expected = {*(f"{table}.csv" for table in tables), "ledger.html", "ledger.xlsx", "manifest.json"}
        assert {path.name for path in (articles.parent / "out").iterdir()} == expected

    def test_quiet_says_nothing_where_all_is_well(self, articles: Path, run_command: Run) -> None:
        done = run_command("build", articles, "--out", "out", "--quiet")
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")

    def test_the_default_path_is_seeds_and_the_default_out_is_reports(self, articles: Path, run_command: Run) -> None:
        articles.rename(articles.parent / "seeds")
        assert run_command("build").returncode == 0
        assert (articles.parent / "reports" / "claims.csv").is_file()

    def test_the_fail_level_decides_the_exit_code(self, articles: Path, run_command: Run) -> None:
        done = run_command("build", articles, "--out", "out", "--quiet", "--fail-level", "warning")
        severities = {row["severity"] for row in csv.DictReader((articles.parent / "out" / "flags.csv").read_text().splitlines())}
        assert severities & {"error", "warning"}
        assert done.returncode == 1
        assert run_command("build", articles, "--out", "out", "--quiet").returncode == 0

    def test_check_tells_a_fresh_ledger_from_a_stale_one_and_writes_nothing(self, articles: Path, run_command: Run) -> None:
        out = articles.parent / "out"
        assert run_command("build", articles, "--out", out, "--check").returncode == 1
        assert not out.exists()
        run_command("build", articles, "--out", out)
        fresh = run_command("build", articles, "--out", out, "--check")
        assert (fresh.returncode, fresh.stdout) == (0, f"{out} is what the articles give.\n")
        (articles / "quay.txt").write_text(STORY.replace("420", "425"), encoding="utf-8")
        before = {path.name: path.read_bytes() for path in out.iterdir()}
        stale = run_command("build", articles, "--out", out, "--check")
        assert stale.returncode == 1
        assert "claims.csv: row " in stale.stdout
        assert "is stale" in stale.stderr
        assert {path.name: path.read_bytes() for path in out.iterdir()} == before

    def test_a_ledger_inside_the_articles_is_not_read_as_an_article(self, articles: Path, run_command: Run) -> None:
        for _ in range(2):
            done = run_command("build", ".", "--out", "reports", cwd=articles)
            assert (done.returncode, done.stderr) == (0, "")
        listed = list(csv.DictReader((articles / "reports" / "articles.csv").read_text().splitlines()))
        assert [row["article"] for row in listed] == ["quay.txt", "record.txt"]

    def test_an_interrupt_leaves_the_earlier_ledger(self, articles: Path, run_command: Run) -> None:
        out = articles.parent / "out"
        run_command("build", articles, "--out", out)
        before = {path.name: path.read_bytes() for path in out.iterdir()}
        for number in range(300):
            (articles / f"more{number}.txt").write_text(STORY * 20, encoding="utf-8")
        process = subprocess.Popen(
            [sys.executable, "-m", "ledger", "build", str(articles), "--out", str(out), "--jobs", "1"], stderr=subprocess.PIPE, text=True
        )
        time.sleep(1.5)
        process.send_signal(signal.SIGTERM)
        message = process.communicate(timeout=60)[1]
        assert (process.returncode, message.strip()) == (130, "factledger: stopped; nothing was changed.")
        assert {path.name: path.read_bytes() for path in out.iterdir()} == before


class TestExtract:
    def test_texts_give_one_line_each_in_order_with_the_columns_of_the_contract(self, run_command: Run) -> None:
        done = run_command(
            "extract", "-", "--texts", stdin=texts("It cost 2.50 euros.", "No figure here.", "Nearly 350 agreements were signed.")
        )
        answers = json_lines(done.stdout)
        assert (done.returncode, [answer["id"] for answer in answers]) == (0, ["t0", "t1", "t2"])
        (price,), none, (agreements,) = (answer["claims"] for answer in answers)  # type: ignore[misc]
        assert none == []
        assert list(price) == [column for column in CLAIM_COLUMNS if column != "fact_id"]
        assert (price["value"], price["unit"], price["kind"], price["speaker"]) == ("2.5", "EUR", "currency", None)
        assert (agreements["surface"], agreements["start"], agreements["end"]) == ("350", 7, 10)
        assert (agreements["bounds_low"], agreements["bounds_high"], agreements["qualifier"]) == (None, "350", "nearly")

    def test_a_bad_line_is_told_with_its_number_and_the_rest_is_answered(self, run_command: Run) -> None:
        done = run_command("extract", "-", "--texts", stdin=texts("A 5 km run.") + "oops\n" + texts("A 6 km run."))
        assert (done.returncode, len(done.stdout.splitlines())) == (3, 2)
        assert done.stderr.startswith("unread: standard input:2: is no JSON")

    def test_a_text_that_breaks_the_extractor_does_not_cost_the_others(self, run_command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        real = Extractor.extract

        def extract(self: Extractor, document: Document, *, fingerprint: bool = True) -> Extraction:
            if document.article == "t0":
                raise ZeroDivisionError
            return real(self, document, fingerprint=fingerprint)

        monkeypatch.setattr(Extractor, "extract", extract)
        done = run_command("extract", "-", "--texts", stdin=texts("A 5 km run.", "A 6 km run."))
        assert [answer["id"] for answer in json_lines(done.stdout)] == ["t1"]
        assert (done.returncode, done.stderr.split(" (")[0]) == (3, "unread: t0: extraction broke down")

    def test_the_publication_date_of_a_text_resolves_its_relative_words(self, run_command: Run) -> None:
        line = {"id": 1, "text": "Last year 90 ships called.", "published": "2026-03-03"}
        (answer,) = json_lines(run_command("extract", "-", "--texts", stdin=json.dumps(line)).stdout)
        assert answer["id"] == 1
        assert answer["claims"][0]["period"] == "2025"  # type: ignore[index]

    def test_half_a_surrogate_pair_comes_out_as_its_escape(self, run_command: Run) -> None:
        done = run_command("extract", "-", "--texts", stdin='{"id": "s", "text": "\\ud83d 5 boats sank."}\n')
        (answer,) = json_lines(done.stdout)
        assert done.returncode == 0
        assert answer["claims"][0]["sentence"].startswith("\ud83d")  # type: ignore[index]

    def test_an_article_gives_a_claim_a_line(self, articles: Path, run_command: Run) -> None:
        done = run_command("extract", articles, "--format", "jsonl")
        claims = json_lines(done.stdout)
        assert [(claim["article"], claim["surface"]) for claim in claims if claim["unit"] == "ship"] == [
            ("quay.txt", "420"),
            ("record.txt", "420"),
        ]
        assert STORY[int(str(claims[0]["start"])) : int(str(claims[0]["end"]))] == claims[0]["surface"]

    def test_csv_has_the_same_columns_and_cells(self, articles: Path, run_command: Run) -> None:
        as_json = json_lines(run_command("extract", articles, "--format", "jsonl").stdout)
        as_csv = list(csv.DictReader(run_command("extract", articles, "--format", "csv").stdout.splitlines()))
        assert [{key: str(value) if value is not None else "" for key, value in claim.items()} for claim in as_json] == as_csv

    def test_text_counts_lines_and_columns_from_one(self, articles: Path, run_command: Run) -> None:
        lines = run_command("extract", articles / "quay.txt", "--format", "text").stdout.splitlines()
        assert any(line.startswith("quay.txt:3:44  420  =  420 ship") for line in lines), lines

    def test_standard_input_is_one_article(self, run_command: Run) -> None:
        done = run_command("extract", "-", "--format", "jsonl", stdin="The bridge is 120 metres long.\n")
        (claim,) = json_lines(done.stdout)
        assert (claim["value"], claim["unit"]) == ("120", "meter")

    def test_a_closed_pipe_is_no_error(self, articles: Path) -> None:
        (articles / "long.txt").write_text(STORY * 2000, encoding="utf-8")
        command = f"{sys.executable} -m ledger extract {articles} --format text | head -n 1"
        done = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, text=True)
        assert (done.stderr, len(done.stdout.splitlines()), done.returncode) == ("", 1, 141)

    def test_heavy_libraries_stay_out_of_its_way(self) -> None:
        code = """
import sys
from ledger.cli import main
sys.argv = ["factledger", "extract", "-", "--texts"]
try:
    main()
finally:
    heavy = {"pint", "pandas", "numpy", "openpyxl", "rich", "jinja2", "trafilatura", "docx", "pypdf", "starlette", "dask"}
    print(sorted(heavy & set(sys.modules)), file=sys.stderr)
"""
        done = subprocess.run([sys.executable, "-c", code], input=texts("It cost 2.50 euros."), capture_output=True, text=True)
        assert (json_lines(done.stdout)[0]["claims"][0]["unit"], done.stderr) == ("EUR", "[]\n")


class TestExplain:
    @pytest.fixture
    def ledger(self, articles: Path, run_command: Run) -> Path:
        run_command("build", articles, "--out", "out", "--quiet")
        return articles.parent / "out"

    @pytest.mark.parametrize("table", ["facts", "claims", "flags"])
    def test_it_knows_facts_claims_and_flags(self, ledger: Path, table: str, run_command: Run) -> None:
        identifier = (ledger / f"{table}.csv").read_text(encoding="utf-8").splitlines()[1].split(",")[0]
        done = run_command("explain", identifier, "--ledger", ledger)
        assert (done.returncode, done.stderr) == (0, "")
        assert identifier in done.stdout

    def test_an_unknown_id_is_bad_usage(self, ledger: Path, run_command: Run) -> None:
        done = run_command("explain", "F-000000000000", "--ledger", ledger)
        assert (done.returncode, done.stdout) == (2, "")
        assert "F-000000000000" in done.stderr

    def test_a_folder_that_is_no_ledger_is_bad_usage(self, articles: Path, run_command: Run) -> None:
        done = run_command("explain", "F-000000000000", "--ledger", articles)
        assert done.returncode == 2
        assert "manifest.json is missing" in done.stderr


class TestRules:
    def test_list_names_every_rule_with_its_proofs(self, run_command: Run) -> None:
        done = run_command("rules", "list")
        names = [line.split()[0] for line in done.stdout.splitlines()]
        assert done.returncode == 0
        assert "qualifiers/nearly" in names
        assert len(names) == len(set(names))

    def test_the_built_in_rules_keep_their_word(self, run_command: Run) -> None:
        done = run_command("rules", "test")
        assert done.stdout.splitlines()[-1].endswith(" examples, 0 failed"), done.stdout[-3000:]
        assert done.returncode == 0

    def test_a_rule_that_fails_its_example_is_named_with_exit_1(self, tmp_path: Path, run_command: Run) -> None:
        (tmp_path / "mine").mkdir()
        rule = '[[rule]]\nid = "mine"\nbefore = ["a whisker under"]\nbounds = ["", "1]"]\nexpected = ["[0.9", "1]"]\n'
        proofs = '[[rule.example]]\ntext = "It drew {900} visitors."\nqualifier = "mine"\n[[rule.counterexample]]\ntext = "A whisker."\n'
        (tmp_path / "mine" / "qualifiers.toml").write_text(rule + proofs, encoding="utf-8")
        done = run_command("rules", "test", "--rules", "mine")
        assert done.returncode == 1
        assert "mine/qualifiers.toml [mine]: It drew {900} visitors." in done.stdout
        assert re.fullmatch(r"\d+ examples, [1-9]\d* failed", done.stdout.splitlines()[-1])


class TestUsage:
    @pytest.mark.parametrize(
        "arguments", [("nonsense",), ("build", "--nonsense"), ("build", "--jobs", "0"), ("extract", "--format", "xml"), ("explain", "F-1")]
    )
    def test_bad_usage_is_exit_2_with_a_hint(self, arguments: tuple[str, ...], run_command: Run) -> None:
        done = run_command(*arguments)
        assert (done.returncode, done.stdout) == (2, "")
        assert "Usage:" in done.stderr

    def test_every_command_has_help(self, run_command: Run) -> None:
        for name in (*cli.commands, "rules list", "rules test"):
            done = run_command(*name.split(), "--help")
            assert (done.returncode, done.stderr) == (0, ""), name

    def test_a_bug_is_told_as_one_without_a_traceback(self, articles: Path) -> None:
        code = (
            "import ledger.pipeline as p, ledger.cli as c\n"
            "def broken(*a, **k): raise ZeroDivisionError('oops')\n"
            f"p.build = broken\nc.main(['build', {str(articles)!r}])"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
        assert done.returncode == 2
        assert "this is a bug in factledger" in done.stderr
        assert "Traceback" not in done.stderr
        shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env={**os.environ, "FACTLEDGER_DEBUG": "1"})
        assert "Traceback" in shown.stderr
