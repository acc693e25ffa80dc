"""Compiled twins: found only while they are made of the sources as they stand, and of the same results."""

from __future__ import annotations

import ast
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from conftest import ROOT
from ledger.native import MANIFEST, TwinFinder, fresh_twins, source_digest

TWINS = ROOT / "build" / "native"


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"scripts_{name}", ROOT / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def compiler() -> ModuleType:
    """scripts/native.py."""
    return script("native")


@pytest.fixture(scope="module")
def teller() -> ModuleType:
    """scripts/native_sources.py."""
    return script("native_sources")


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the package's sources."""
    return shutil.copytree(ROOT / "ledger", tmp_path / "ledger", ignore=shutil.ignore_patterns("__pycache__"))


@pytest.fixture
def twins(tmp_path: Path, package: Path) -> Path:
    """A folder that tells of a twin of one module, made of that copy."""
    return write_manifest(tmp_path / "twins", source_digest(package))


def write_manifest(folder: Path, digest: str, suffix: str = EXTENSION_SUFFIXES[0]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    told = {"digest": digest, "suffix": suffix, "files": {"ledger.extract.mentions": "ledger/extract/mentions.so"}}
    (folder / MANIFEST).write_text(json.dumps(told), encoding="utf-8")
    return folder


def loaded(tmp_path: Path, **env: str) -> str:
    """The file that a fresh process takes a hot module from."""
    program = "import ledger.extract.mentions as module; print(module.__file__)"
    around = {**os.environ, "PYTHONPATH": str(ROOT), **env}
    return subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env=around, cwd=tmp_path
    ).stdout.strip()


def test_twins_are_fresh_while_their_sources_stand(package: Path, twins: Path) -> None:
    assert fresh_twins(twins, package) == {"ledger.extract.mentions": "ledger/extract/mentions.so"}


@pytest.mark.parametrize("source", ["extract/mentions.py", "sources/tokens.py", "model.py"])
def test_an_edited_source_is_never_hidden_by_its_twin(package: Path, twins: Path, source: str) -> None:
    with (package / source).open("a", encoding="utf-8") as file:
        file.write("\n# edited\n")
    assert fresh_twins(twins, package) == {}
    assert TwinFinder(twins, package).find_spec("ledger.extract.mentions") is None


def test_a_new_or_a_removed_source_makes_twins_stale(package: Path, twins: Path) -> None:
    (package / "extract" / "newcomer.py").write_text('"""New."""\n', encoding="utf-8")
    assert fresh_twins(twins, package) == {}


def test_line_ends_and_other_floors_leave_twins_fresh(package: Path, twins: Path) -> None:
    mentions = package / "extract" / "mentions.py"
    mentions.write_bytes(mentions.read_bytes().replace(b"\n", b"\r\n"))
    (package / "listing.py").write_text('"""Edited."""\n', encoding="utf-8")
    assert fresh_twins(twins, package) != {}


def test_twins_of_another_python_are_left_alone(package: Path, tmp_path: Path) -> None:
    assert fresh_twins(write_manifest(tmp_path / "other", source_digest(package), ".cpython-399-other.so"), package) == {}


@pytest.mark.parametrize("written", ["", "[]", "{}", '{"digest": 1, "suffix": 2}', "\0"])
def test_a_broken_manifest_is_as_none(package: Path, tmp_path: Path, written: str) -> None:
    (tmp_path / MANIFEST).write_text(written, encoding="utf-8")
    assert fresh_twins(tmp_path, package) == {}


def test_the_finder_answers_for_twins_only(package: Path, twins: Path) -> None:
    finder = TwinFinder(twins, package)
    spec = finder.find_spec("ledger.extract.mentions")
    assert spec is not None
    assert spec.origin == str(twins / "ledger/extract/mentions.so")
    assert [finder.find_spec(name) for name in ("ledger.extract.units", "ledger.cli", "json")] == [None, None, None]


def test_the_finder_reads_nothing_before_extraction_is_imported(tmp_path: Path) -> None:
    finder = TwinFinder(tmp_path / "not there", tmp_path)
    assert finder.find_spec("ledger.cli") is None
    assert finder._files is None


def test_every_module_named_for_compiling_is_there(compiler: ModuleType) -> None:
    here = {path.stem for path in (ROOT / "ledger" / "extract").glob("*.py")}
    assert sorted(compiler.COLD - here) == []
    assert [path for path in compiler.hot_modules() if not (ROOT / path).is_file()] == []


def test_constants_are_told_to_the_compiler(teller: ModuleType) -> None:
    source = (
        teller.FUTURE + "\n_LEAST = 3\nNAMES: frozenset[str] = frozenset(\n)\nKIND: Final = 1\nlower = 2\n\ndef f() -> None:\n    X = 1\n"
    )
    told = teller.with_constants(source)
    assert told.splitlines()[0] == "from __future__ import annotations; from typing import Final"
    lines = ["_LEAST: Final = 3", "NAMES: Final[frozenset[str]] = frozenset(", ")", "KIND: Final = 1", "lower = 2"]
    assert told.splitlines()[2:7] == lines
    assert told.splitlines()[7:] == source.splitlines()[7:]
    assert teller.with_constants(teller.FUTURE + "lower = 2\n") == teller.FUTURE + "lower = 2\n"


def test_no_constant_of_a_hot_module_is_set_twice(compiler: ModuleType, teller: ModuleType) -> None:
    for path in compiler.hot_modules():
        names = [found[1] for found in teller.CONSTANT.finditer((ROOT / path).read_text(encoding="utf-8"))]
        assert sorted(names) == sorted(set(names)), path


DATACLASSES = """
from dataclasses import dataclass, field, replace

@dataclass(frozen=True, slots=True)
class Span:
    '''A span.'''

    first: int
    marks: tuple[str, ...] = ()
    '''Its marks.'''

    @property
    def next(self) -> int:
        return self.first + 1

@dataclass(slots=True)
class Found:
    spans: list[Span] = field(default_factory=list)

@dataclass(frozen=True, slots=True)
class Even:
    number: int

    def __post_init__(self) -> None:
        assert self.number % 2 == 0
"""


def test_dataclasses_are_made_as_before_by_an_init_of_their_own(teller: ModuleType) -> None:
    told = teller.with_inits(DATACLASSES)
    assert told.count("def __init__") == 2
    made: dict[str, Any] = {"__name__": __name__}
    exec(compile(told, "made", "exec"), made)
    span, one, two = made["Span"](1, marks=("a",)), made["Found"](), made["Found"]()
    assert (span.first, span.marks, span.next, made["Span"](2).marks) == (1, ("a",), 2, ())
    assert made["replace"](span, first=5) == made["Span"](5, ("a",))
    assert hash(span) == hash(made["Span"](1, ("a",)))
    assert repr(span) == "Span(first=1, marks=('a',))"
    one.spans.append(span)
    assert two.spans == []
    assert made["Even"](2).number == 2


def test_no_hot_module_looks_into_an_unpacked_tuple(compiler: ModuleType) -> None:
    """mypyc stops at `x in (*words, "and")`: a constant set says it as well, and is faster."""
    found = []
    for path in compiler.hot_modules():
        for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
            asked = node.comparators if isinstance(node, ast.Compare) else []
            if any(isinstance(part, ast.Starred) for listed in asked for part in getattr(listed, "elts", ())):
                found.append(f"{path}:{node.lineno}")
    assert found == []


def test_without_a_compiler_one_line_says_what_runs_instead(
    compiler: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CC", "no-such-compiler")
    monkeypatch.delenv("FACTLEDGER_NATIVE", raising=False)
    assert compiler.main(["--out", str(tmp_path / "twins")]) == 0
    told = "No C compiler (no-such-compiler) was found: extraction runs as plain Python (the same results at about half the speed).\n"
    assert capsys.readouterr().out == told
    assert not (tmp_path / "twins").exists()


def test_stale_twins_are_named_and_left_where_only_missing_ones_are_made(
    compiler: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stale = write_manifest(tmp_path / "twins", "0" * 64)
    assert compiler.main(["--if-missing", "--out", str(stale)]) == 0
    assert "`make native` compiles them anew" in capsys.readouterr().out
    assert json.loads((stale / MANIFEST).read_text(encoding="utf-8"))["digest"] == "0" * 64


def test_twins_can_be_turned_off(tmp_path: Path) -> None:
    assert loaded(tmp_path, FACTLEDGER_NATIVE="0") == str(ROOT / "ledger" / "extract" / "mentions.py")


@pytest.mark.skipif(not fresh_twins(TWINS), reason="no compiled twins of these sources: `make native` makes them")
def test_twins_are_loaded_and_give_the_same_bytes_as_their_sources(tmp_path: Path) -> None:
    assert loaded(tmp_path, FACTLEDGER_NATIVE="1") == str(TWINS / f"ledger/extract/mentions{EXTENSION_SUFFIXES[0]}")
    folders = [path for path in (ROOT / "seeds", ROOT / "tests" / "texts", ROOT / "README.md") if path.exists()]
    command = [sys.executable, "-m", "ledger", "extract", *map(str, folders), "--format", "jsonl"]
    compiled, plain = (
        subprocess.run(command, capture_output=True, check=True, cwd=ROOT, env={**os.environ, "FACTLEDGER_NATIVE": turned}).stdout
        for turned in ("1", "0")
    )
    assert compiled.count(b"\n") > 100
    assert compiled == plain
