"""What mypyc is given: the sources, with two things told that it cannot know. Each says what the code does anyway.

A constant of a module is one: `_LEAST = 3` becomes `_LEAST: Final = 3`, and is read from where it lies instead of looked up by its
name. A dataclass gets its `__init__` written out: the one that Python makes sets each field through the class, twenty times as slow.
"""

from __future__ import annotations

import ast
import re
import shutil
from pathlib import Path

FUTURE = "from __future__ import annotations\n"
CONSTANT = re.compile(r"^(_?[A-Z][A-Z0-9_]*)(?:: (?!Final)([^=\n]+))? = ", re.MULTILINE)


def write_sources(package: Path, copy: Path) -> None:
    """A copy of the package to compile."""
    shutil.copytree(package, copy, ignore=shutil.ignore_patterns("__pycache__", "_native"))
    for folder in ("extract", "sources"):
        for path in sorted((copy / folder).glob("*.py")):
            source = path.read_text(encoding="utf-8")
            path.write_text(with_constants(with_inits(source)), encoding="utf-8")


def with_constants(source: str) -> str:
    """A source whose constants say that they are. Lines stay where they are."""
    told = CONSTANT.sub(lambda found: f"{found[1]}: Final[{found[2]}] = " if found[2] else f"{found[1]}: Final = ", source)
    return told.replace(FUTURE, FUTURE.replace("\n", "; from typing import Final\n"), 1) if told != source else source


def with_inits(source: str) -> str:
    """A source whose dataclasses bring their own `__init__`. In the twin a frozen one is no longer so: that none is set is for mypy to see."""
    lines = source.split("\n")
    for node in reversed(ast.parse(source).body):
        init = _init(node) if isinstance(node, ast.ClassDef) and not node.bases else ""
        at = next((mark.lineno - 1 for mark in getattr(node, "decorator_list", ()) if init), 0)
        if init and lines[at] in ("@dataclass(frozen=True, slots=True)", "@dataclass(slots=True)"):
            lines.insert(node.end_lineno or 0, init)
            lines[at] = "@dataclass(unsafe_hash=True, init=False)" if "frozen" in lines[at] else "@dataclass(init=False)"
    return "\n".join(lines)


def _init(node: ast.ClassDef) -> str:
    """The `__init__` of a dataclass on two lines; "" for one that has its own way of being made."""
    if any(isinstance(part, ast.FunctionDef) and part.name.endswith("init__") for part in node.body):
        return ""
    taken, sets = [], []
    for part in node.body:
        if not isinstance(part, ast.AnnAssign) or not isinstance(part.target, ast.Name):
            continue
        name, kind = part.target.id, ast.unparse(part.annotation)
        made = _factory(part.value)
        default = "" if part.value is None else f" = {ast.unparse(part.value)}"
        taken.append(f"{name}: {kind} | None = None" if made else f"{name}: {kind}{default}")
        sets.append(f"self.{name} = {made}() if {name} is None else {name}" if made else f"self.{name} = {name}")
    return f"    def __init__(self, {', '.join(taken)}) -> None:\n        {'; '.join(sets)}" if sets else ""


def _factory(value: ast.expr | None) -> str:
    """The factory of a field that has one."""
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id == "field":
        return next(ast.unparse(keyword.value) for keyword in value.keywords if keyword.arg == "default_factory")
    return ""
