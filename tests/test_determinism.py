"""Two builds of the same articles are the same bytes, whatever the machine around them."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT, Run

TURKISH = {"LC_ALL": "C", "LANG": "tr_TR.UTF-8"}
SURROUNDINGS: dict[str, dict[str, Any]] = {
    "two processes, another hash seed and time zone, files named one by one, backwards, an empty cache": {
        "env": {"PYTHONHASHSEED": "12345", "TZ": "Asia/Ho_Chi_Minh"}, "arguments": ("--jobs", "2"), "backwards": True,
    },
    "everything from a filled cache, another locale, another folder to stand in": {
        "env": TURKISH, "arguments": ("--jobs", "1"), "filled": True, "elsewhere": True,
    },
    "--no-cache beside a filled cache, another hash seed, time zone and locale": {
        "env": {**TURKISH, "PYTHONHASHSEED": "7", "TZ": "America/St_Johns"}, "arguments": ("--no-cache",), "filled": True,
    },
    "one process, the cache turned off, another folder, files backwards": {
        "env": {"FACTLEDGER_NO_CACHE": "1"}, "arguments": ("--jobs", "1"), "elsewhere": True, "backwards": True,
    },
    "two processes, a filled cache, over the ledger of an earlier build": {
        "env": {"PYTHONHASHSEED": "3"}, "arguments": ("--jobs", "2"), "filled": True, "again": True,
    },
}  # fmt: skip
"""Several differences a row, since a build costs seconds: the rows that fail together tell which one it is."""


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(ROOT / "seeds", tmp_path_factory.mktemp("same") / "articles"))


@pytest.fixture(scope="module")
def expected(articles: Path) -> dict[str, bytes]:
    """The ledger built in this process, with the surroundings as they are; it fills a cache beside the articles."""
    from ledger.pipeline import build

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(articles.parent / "filled"))
        patch.delenv("FACTLEDGER_NO_CACHE", raising=False)
        build([articles], articles.parent / "first", jobs=1)
    return contents(articles.parent / "first")


@pytest.mark.parametrize("name", SURROUNDINGS)
def test_the_bytes_are_the_same_with(name: str, articles: Path, expected: dict[str, bytes], tmp_path: Path, run_process: Run) -> None:
    around = SURROUNDINGS[name]
    cwd = articles if around.get("elsewhere") else tmp_path
    paths = sorted(articles.iterdir(), reverse=True) if around.get("backwards") else [articles]
    if around.get("elsewhere"):
        paths = [path.relative_to(articles) for path in paths]
    cache = tmp_path / "cache"
    if around.get("filled"):
        shutil.copytree(articles.parent / "filled", cache)
        assert (cache / "factledger" / "extractions.sqlite").stat().st_size > 0
    if around.get("again"):
        shutil.copytree(articles.parent / "first", tmp_path / "out")
    env = {"XDG_CACHE_HOME": str(cache), **around["env"]}
    done = run_process("build", *paths, "--out", tmp_path / "out", *around["arguments"], cwd=cwd, env=env)
    assert (done.returncode, done.stderr) == (0, "")
    found = contents(tmp_path / "out")
    assert [file for file in expected if found.get(file) != expected[file]] == []
    assert found.keys() == expected.keys()


def test_the_seeds_are_built_into_the_reports_of_the_project(run_process: Run) -> None:
    done = run_process("build", "seeds", "--out", "reports", "--check", cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
