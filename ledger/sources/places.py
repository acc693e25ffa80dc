"""Which files to read, and under which names: paths and folders become files in sorted article order."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ledger.errors import LedgerError

SUFFIXES = frozenset((".txt", ".md", ".markdown", ".text", ".html", ".htm", ".xhtml", ".docx", ".pdf", ".jsonl", ".ndjson"))
STDIN = "-"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file and the name its article goes by: its path relative to the common folder of the inputs, with "/"."""

    article: str
    path: Path
    named: bool
    """True where the path itself was given, not only its folder."""


def find_files(paths: Sequence[Path | str], skip: Path | None = None) -> list[SourceFile]:
    """The files of the given paths by article, each once. Hidden files and files of unknown suffix inside a folder are left out,
    and so is all below `skip`. Raises LedgerError where a path is not there."""
    given = [Path(path) for path in paths if str(path) != STDIN]
    for path in given:
        if not path.exists():
            raise LedgerError(str(path), "there is no such file or folder", "Check the path")
    roots = [_absolute(path if path.is_dir() else path.parent) for path in given]
    if not roots:
        return []
    common = Path(os.path.commonpath(roots))
    found: dict[Path, SourceFile] = {}
    for path in given:
        for file in [path] if not path.is_dir() else _inside(path, skip):
            absolute = _absolute(file)
            named = not path.is_dir() or (absolute in found and found[absolute].named)
            found[absolute] = SourceFile(absolute.relative_to(common).as_posix(), file, named)
    return sorted(_once(found), key=lambda source: source.article)


def _absolute(path: Path) -> Path:
    """The path from the root, without "..", and without following links: names stay as the user gave them."""
    return Path(os.path.normpath(path.absolute()))


def _inside(folder: Path, skip: Path | None) -> Iterator[Path]:
    """The files below a folder that may be articles."""
    barred = skip.resolve() if skip is not None else None
    for place, folders, names in os.walk(folder):
        here = Path(place)
        folders[:] = sorted(name for name in folders if not name.startswith(".") and (here / name).resolve() != barred)
        for name in sorted(names):
            if not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES:
                yield here / name


def _once(found: dict[Path, SourceFile]) -> list[SourceFile]:
    """Each file once, also where two paths lead to it: the first by article name stays."""
    kept: dict[Path, SourceFile] = {}
    for source in sorted(found.values(), key=lambda source: source.article):
        kept.setdefault(source.path.resolve(), source)
    return list(kept.values())
