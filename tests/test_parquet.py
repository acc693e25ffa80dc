"""Tables as Parquet: the same cells, the same bytes at every build, and every reader reads them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bench.newsroom import write_newsroom
from conftest import Run
from ledger.errors import LedgerError
from ledger.store import read_ledger, read_rows
from ledger.store import tables as storing
from ledger.store.columns import TABLES
from ledger.store.parquet import LARGE, read_parquet
from ledger.store.tables import write_tables
from samples import sample_ledger

parquet = pytest.importorskip("pyarrow.parquet", reason="the extra tables is not installed")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("parquet") / "articles"
    write_newsroom(folder, 12)
    return folder


@pytest.fixture(scope="module")
def built(articles: Path) -> dict[str, Path]:
    """form -> the ledger folder of the articles in that form."""
    from ledger.pipeline import build

    folders = {form: articles.parent / form for form in ("csv", "parquet", "both")}
    for form, folder in folders.items():
        build([articles], folder, tables=form)
    return folders


def test_the_large_tables_stand_instead_of_or_beside_their_csv_files(built: dict[str, Path]) -> None:
    names = {form: {path.name for path in folder.iterdir()} for form, folder in built.items()}
    csv_files, parquet_files = {f"{table}.csv" for table in LARGE}, {f"{table}.parquet" for table in LARGE}
    assert names["parquet"] == names["csv"] - csv_files | parquet_files
    assert names["both"] == names["csv"] | parquet_files


def test_every_other_file_is_the_same(built: dict[str, Path]) -> None:
    files = {form: contents(folder) for form, folder in built.items()}
    for form in ("parquet", "both"):
        assert [name for name in files["csv"] if name in files[form] and files["csv"][name] != files[form][name]] == []
    assert all(files["parquet"][f"{table}.parquet"] == files["both"][f"{table}.parquet"] for table in LARGE)


def test_both_forms_hold_the_same_cells(built: dict[str, Path]) -> None:
    assert read_rows(built["parquet"], TABLES) == read_rows(built["csv"], TABLES)
    assert read_ledger(built["parquet"]) == read_ledger(built["csv"])


def test_the_columns_are_those_of_the_csv_file_and_whole_numbers_are_numbers(built: dict[str, Path]) -> None:
    for table in LARGE:
        schema = parquet.read_schema(built["parquet"] / f"{table}.parquet")
        assert tuple(schema.names) == TABLES[table]
    types = {field.name: str(field.type) for field in parquet.read_schema(built["parquet"] / "claims.parquet")}
    assert (types["start"], types["value"], types["entity"]) == ("int64", "string", "string")


def test_two_builds_are_the_same_bytes(built: dict[str, Path], articles: Path, tmp_path: Path, run_process: Run) -> None:
    done = run_process("build", articles, "--out", tmp_path / "out", "--tables", "parquet", "--jobs", "2", env={"PYTHONHASHSEED": "7"})
    assert (done.returncode, done.stderr) == (0, "")
    assert contents(tmp_path / "out") == contents(built["parquet"])


def test_a_build_in_the_other_form_leaves_no_file_of_the_first_behind(built: dict[str, Path], articles: Path, tmp_path: Path) -> None:
    from ledger.pipeline import build

    out = tmp_path / "out"
    shutil.copytree(built["csv"], out)
    for form in ("parquet", "csv", "both", "parquet"):
        build([articles], out, tables=form)
        assert contents(out) == contents(built[form])


def test_rows_in_several_chunks_are_the_same_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storing, "_CHUNK", 3)
    ledger = sample_ledger()
    for form in ("csv", "both", "parquet"):
        write_tables(ledger, tmp_path / form, form=form)
    monkeypatch.undo()
    write_tables(ledger, tmp_path / "whole")
    assert contents(tmp_path / "csv") == contents(tmp_path / "whole")
    assert read_rows(tmp_path / "parquet", TABLES) == read_rows(tmp_path / "whole", TABLES)


COMMANDS = {
    "diff": ("diff", "{ledger}", "{ledger}", "--format", "json", "--names", "one", "other"),
    "check": ("check", "{draft}", "--ledger", "{ledger}", "--fail-level", "never"),
    "jsonl": ("export", "--ledger", "{ledger}", "--format", "jsonl"),
    "claimreview": ("export", "--ledger", "{ledger}", "--format", "claimreview"),
    "status": ("review", "status", "--ledger", "{ledger}"),
    "explain": ("explain", "{fact}", "--ledger", "{ledger}"),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_reader_reads_both(name: str, built: dict[str, Path], articles: Path, run_command: Run) -> None:
    told = {}
    draft = min(articles.rglob("*.txt"))
    fact = read_ledger(built["csv"]).facts[0].fact_id
    for form in ("csv", "parquet"):
        words = [word.format(ledger=built[form], draft=draft, fact=fact) for word in COMMANDS[name]]
        done = run_command(*words)
        told[form] = (done.returncode, done.stdout.replace(str(built[form]), "LEDGER"), done.stderr)
    assert told["csv"] == told["parquet"]
    assert told["csv"][0] == 0


def test_a_diff_of_both_forms_finds_no_difference(built: dict[str, Path], run_command: Run) -> None:
    for one, other in (("csv", "parquet"), ("parquet", "csv")):
        done = run_command("diff", built[one], built[other])
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith("No difference")


@pytest.mark.parametrize("words", [("diff", "{ledger}", "{ledger}"), ("check", "-e", "Some 350 ships.", "--ledger", "{ledger}")])
def test_without_its_reader_the_command_ends_with_what_to_install(
    words: tuple[str, ...], built: dict[str, Path], run_command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("pyarrow", "pyarrow.parquet"):
        monkeypatch.setitem(sys.modules, module, None)
    done = run_command(*(word.format(ledger=built["parquet"]) for word in words))
    assert (done.returncode, done.stdout) == (2, "")
    assert 'Install it: pip install "fact-ledger[tables]"' in done.stderr


def test_a_diff_from_git_reads_them(built: dict[str, Path], tmp_path: Path, run_command: Run) -> None:
    shutil.copytree(built["parquet"], tmp_path / "reports")
    for words in (("init", "-q"), ("add", "."), ("-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-qm", "one")):
        subprocess.run(("git", *words), cwd=tmp_path, check=True, capture_output=True)
    done = run_command("diff", "git:HEAD:reports", built["csv"])
    assert done.returncode == 0, done.stdout


def test_a_returned_workbook_comes_home(built: dict[str, Path], tmp_path: Path, run_command: Run) -> None:
    out = tmp_path / "out"
    shutil.copytree(built["parquet"], out)
    before = contents(out)
    done = run_command("review", "import", out / "ledger.xlsx", "--ledger", out)
    assert done.returncode == 0, done.stderr
    assert contents(out) == before


def test_a_file_that_is_none_is_told_with_what_to_do(built: dict[str, Path], tmp_path: Path) -> None:
    shutil.copytree(built["parquet"], tmp_path / "out")
    (tmp_path / "out" / "claims.parquet").write_bytes(b"PAR1 and no more")
    with pytest.raises(LedgerError, match=r"no Parquet file that can be read.*factledger build"):
        read_ledger(tmp_path / "out")
    with pytest.raises(LedgerError, match="column bounds is missing"):
        read_parquet(built["parquet"] / "claims.parquet", ("bounds",))
