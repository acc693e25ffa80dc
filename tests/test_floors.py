"""The house has one direction: a file imports its own room and lower floors only (DESIGN: the floors)."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "ledger"
ROOMS = (
    ("interval", "errors", "native", "collection"),  # F0
    ("model",),
    ("lookup",),
    ("pack",),  # F1
    ("sources",),  # F2
    ("extract",),  # F3
    ("link",),  # F4
    ("checks",),  # F5
    ("store",),  # F6
    ("review", "diff", "draft"),
    ("report", "export"),  # F7
    ("desk",),
    ("engine",),  # F8
    ("reconcile",),
    ("pipeline", "listing", "rule_examples", "layout", "api"),
    ("cli",),  # F9
    ("__main__",),
)
FLOOR = {room: floor for floor, rooms in enumerate(ROOMS) for room in rooms}
FILES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> Iterator[tuple[int, str]]:
    """(line, room) of every import from the package, also those inside functions and under TYPE_CHECKING."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: a relative import hides its floor"
            modules = [node.module or ""] if node.module != "ledger" else [f"ledger.{name.name}" for name in node.names]
        elif isinstance(node, ast.Import):
            modules = [name.name for name in node.names]
        else:
            continue
        yield from ((node.lineno, module.split(".")[1]) for module in modules if module.startswith("ledger."))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_file_imports_its_own_room_and_lower_floors_only(path: Path) -> None:
    room = room_of(path)
    assert room in FLOOR, f"{room} has no floor: give it one in ROOMS and in docs/decisions.md"
    upward = [f"line {line}: {found}" for line, found in imported_rooms(path) if found != room and FLOOR[found] >= FLOOR[room]]
    assert upward == []


@pytest.mark.parametrize(
    ("library", "rooms"),
    [
        ("pint", {"extract", "checks"}),
        ("pandas", {"store", "report", "api"}),
        ("openpyxl", {"store", "report", "review"}),
        ("click", {"cli"}),
        ("rich", {"report", "cli"}),
        ("jinja2", {"report", "desk"}),
    ],
)
def test_a_library_is_known_in_few_rooms(library: str, rooms: set[str]) -> None:
    users = {room_of(path) for path in FILES if library in set(_outside_imports(path))}
    assert users <= rooms


def _outside_imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield (node.module or "").split(".")[0]
        elif isinstance(node, ast.Import):
            yield from (name.name.split(".")[0] for name in node.names)


@pytest.mark.parametrize("module", ["ledger.cli", "ledger.listing"])
def test_help_and_extract_do_not_pay_for_what_they_do_not_use(module: str) -> None:
    heavy = "{'pint', 'pandas', 'numpy', 'openpyxl', 'rich', 'jinja2', 'trafilatura', 'multiprocessing', 'rapidfuzz'}"
    code = f"import sys, {module}; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
