"""The Python API: what docs/api.md says is run, and importing the package stays cheap."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

import ledger
from conftest import ROOT
from ledger.pipeline import build
from review_desk import lay_out
from samples import sample_ledger

DOCUMENT = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")


def test_the_examples_of_the_document_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "articles").mkdir()
    told = re.findall(r"^(\w+\.txt) +(.+)$", DOCUMENT, re.MULTILINE)
    assert [name for name, _ in told] == ["harbour.txt", "radio.txt"]
    for name, text in told:
        (tmp_path / "articles" / name).write_text(f"{text}\n", encoding="utf-8")
    build([tmp_path / "articles"], tmp_path / "reports", jobs=1)
    monkeypatch.chdir(tmp_path)
    examples = "\n".join(re.findall(r"```pycon\n(.*?)```", DOCUMENT, re.DOTALL))
    said: list[str] = []
    runner = doctest.DocTestRunner()
    runner.run(doctest.DocTestParser().get_doctest(examples, {}, "docs/api.md", None, None), out=said.append)
    assert (runner.failures, runner.tries > 10) == (0, True), "".join(said)


def test_frames_have_the_columns_and_kinds_of_their_tables(tmp_path: Path) -> None:
    reports = ledger.open(lay_out(tmp_path / "reports"))
    claims = reports.frame()
    assert list(claims.columns[:7]) == ["claim_id", "fact_id", "article", "section", "start", "end", "surface"]
    assert [type(value) for value in claims["value"].dropna()] == [Decimal] * 37
    assert (claims["start"].dtype, reports.frame("articles")["published"].dtype.kind) == ("int64", "M")
    for table in ("articles", "facts", "flags", "coverage", "rates", "links", "reviews"):
        assert len(reports.frame(table)) == len(getattr(reports, table, reports.ledger.comparisons)), table
    with pytest.raises(ledger.LedgerError, match="there is no table 'claim'"):
        reports.frame("claim")


def test_records_know_their_neighbours(tmp_path: Path) -> None:
    reports = ledger.open(str(lay_out(tmp_path / "reports")))
    fact = max(reports.facts, key=lambda fact: fact.mentions)
    for claim in reports.claims_of(fact):
        assert reports.fact_of(claim) == fact
        assert reports.claim(claim.claim_id) == claim
    flag = next(flag for flag in reports.flags if flag.fact_id)
    assert flag in reports.flags_of(next(fact for fact in reports.facts if fact.fact_id == flag.fact_id))
    assert all(flag in reports.flags_of(claim) for claim in reports.claims_of(flag))
    assert len(reports.claims) == len(sample_ledger().claims)


@pytest.mark.parametrize(
    "first", ["import ledger.extract", "from ledger.extract import Extractor", "import ledger.pipeline", "from ledger import extract", ""]
)
def test_extract_is_a_function_whoever_imports_its_room_first(first: str) -> None:
    code = f"{first}\nimport ledger\nprint([c.surface for c in ledger.extract('It cost 5 euros.')], ledger.extract.Extractor.__name__)"
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['5 euros'] Extractor"


def test_importing_the_package_imports_nothing_of_it() -> None:
    code = "import sys, ledger; ledger.open; print(sorted({'pandas', 'pint', 'openpyxl', 'numpy', 'jinja2'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
    assert not hasattr(ledger, "no_such_name")
