"""The texts: one file a check, each case an error that was planted or a near miss that must pass in silence."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
KEYS = {"id", "texts", "published", "publishers", "flags", "also", "rates"}


@dataclass(frozen=True, slots=True)
class Case:
    """A small corpus and what must be said of it; `flags` is empty for a near miss."""

    id: str
    check: str
    texts: tuple[str, ...]
    published: tuple[date | None, ...]
    publishers: tuple[str, ...]
    flags: tuple[tuple[str, ...], ...]
    """The figures of each planted error, as they are written; none for words without a figure."""
    also: tuple[str, ...] = ()
    """Other checks that are right to speak here."""
    rates: tuple[str, ...] = ()
    """Reference rates that the user gives, for C3."""


def read_cases(folder: Path = HERE) -> tuple[Case, ...]:
    """All cases in the order of the catalogue, then of the file; ValueError names what a file has wrong."""
    files = sorted(folder.glob("*.toml"), key=lambda path: check_order(path.stem))
    cases = [_make_case(path.stem, table) for path in files for table in tomllib.loads(path.read_text(encoding="utf-8"))["case"]]
    names = [case.id for case in cases]
    doubles = sorted({name for name in names if names.count(name) > 1})
    if doubles:
        raise ValueError(f"two cases have one id: {', '.join(doubles)}")
    return tuple(cases)


def check_order(check: str) -> tuple[str, int]:
    """Sorts A2 before A10."""
    return check[0], int(check[1:])


def _make_case(check: str, table: Mapping[str, Any]) -> Case:
    name = f"{check}/{table['id']}"
    unknown = sorted(table.keys() - KEYS)
    if unknown:
        raise ValueError(f"{name}: unknown keys {', '.join(unknown)}")
    texts = tuple(text.strip() + "\n" for text in table["texts"])
    flags = tuple(tuple(figures) for figures in table.get("flags", ()))
    for figure in (figure for figures in flags for figure in figures):
        if not any(figure in text for text in texts):
            raise ValueError(f"{name}: no text has {figure!r}")
    return Case(
        id=name,
        check=check,
        texts=texts,
        published=tuple(date.fromisoformat(day) if day else None for day in table.get("published", [""] * len(texts))),
        publishers=tuple(table.get("publishers", [""] * len(texts))),
        flags=flags,
        also=tuple(table.get("also", ())),
        rates=tuple(table.get("rates", ())),
    )
