"""Two builds of the same articles are the same bytes, whatever the machine around them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from conftest import ROOT, Run

SURROUNDINGS = {
    "another hash seed": {"env": {"PYTHONHASHSEED": "12345"}},
    "another time zone": {"env": {"TZ": "Asia/Ho_Chi_Minh"}},
    "another locale": {"env": {"LC_ALL": "C", "LANG": "tr_TR.UTF-8"}},
    "no cache": {"env": {"FACTLEDGER_NO_CACHE": "1"}},
    "--no-cache": {"arguments": ("--no-cache",)},
    "a cache that is filled here": {"twice": True},
    "two processes, nothing from the cache": {"arguments": ("--jobs", "2", "--no-cache")},
    "two processes": {"arguments": ("--jobs", "2")},
    "files named one by one, backwards": {"backwards": True},
    "another folder to stand in": {"elsewhere": True},
}


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(ROOT / "seeds", tmp_path_factory.mktemp("same") / "articles"))


@pytest.fixture(scope="module")
def expected(articles: Path) -> dict[str, bytes]:
    """The ledger built in this process, with the surroundings as they are."""
    from ledger.pipeline import build

    build([articles], articles.parent / "first", jobs=1)
    return contents(articles.parent / "first")


@pytest.mark.parametrize("name", SURROUNDINGS)
def test_the_bytes_are_the_same_in(name: str, articles: Path, expected: dict[str, bytes], tmp_path: Path, run_process: Run) -> None:
    around = SURROUNDINGS[name]
    paths = sorted(articles.iterdir(), reverse=True) if around.get("backwards") else [articles]
    cwd = articles if around.get("elsewhere") else tmp_path
    if around.get("elsewhere"):
        paths = [Path()]
    env = {"XDG_CACHE_HOME": str(tmp_path / "cache"), **around.get("env", {})}
    if around.get("twice"):
        assert run_process("build", *paths, "--out", tmp_path / "earlier", cwd=cwd, env=env).returncode == 0
        assert (tmp_path / "cache" / "factledger" / "extractions.sqlite").stat().st_size > 0
    done = run_process("build", *paths, "--out", tmp_path / "out", *around.get("arguments", ()), cwd=cwd, env=env)
    assert (done.returncode, done.stderr) == (0, "")
    found = contents(tmp_path / "out")
    assert [file for file in expected if found.get(file) != expected[file]] == []
    assert found.keys() == expected.keys()


def test_a_rebuild_over_itself_changes_nothing(articles: Path, expected: dict[str, bytes], tmp_path: Path, run_process: Run) -> None:
    for _ in range(2):
        assert run_process("build", articles, "--out", tmp_path / "out").returncode == 0
        assert contents(tmp_path / "out") == expected


def test_the_seeds_are_built_into_the_reports_of_the_project(run_process: Run) -> None:
    done = run_process("build", "seeds", "--out", "reports", "--check", cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
