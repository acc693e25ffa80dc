"""The ledger folder: written aside first, then put in place file by file, with a way back if that is interrupted.

The folder itself is never renamed: it may be a mounted volume, a git work tree or somebody's current directory, and it may
hold files that are not the ledger's.
"""

from __future__ import annotations

import csv
import io
import shutil
import tempfile
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from ledger.errors import LedgerError

REVIEWS = "reviews.csv"
"""What people wrote: created where it is missing; a build only sets what became stale in it."""
SEAL = "manifest.json"
"""Replaced last: a manifest that fits the tables says that the folder is whole."""


@contextmanager
def written_aside(out: Path) -> Iterator[Path]:
    """A new folder inside OUT, on the same file system, to write a ledger into; gone at the end, whatever happens.

    OUT is created where it does not exist, and removed again if nothing came to stand in it.
    """
    existed = out.exists()
    if existed and not out.is_dir():
        raise LedgerError(str(out), "is a file, not a folder", "Give another folder with --out.")
    aside = None
    try:
        out.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=".new-", dir=out))
        yield aside
    except OSError as error:
        raise LedgerError(str(error.filename or out), f"cannot be written ({error.strerror or error})", "Nothing was changed.") from error
    finally:
        if aside is not None:
            shutil.rmtree(aside, ignore_errors=True)
        if not existed and out.is_dir() and not any(out.iterdir()):
            out.rmdir()


def put_in_place(aside: Path, out: Path, keep: Collection[str] = (REVIEWS,), own: Collection[str] = ()) -> None:
    """Moves every file of `aside` over the one in `out`, but for those of `keep` that are there already; what `own` names and
    `aside` has not is removed.

    On an error or an interrupt the earlier files come back, all of them.
    """
    names = [name for name in _names(aside) if name not in keep or not (out / name).exists()]
    gone = [name for name in sorted(own) if (out / name).exists() and not (aside / name).exists()]
    kept = aside / ".earlier"
    kept.mkdir()
    for name in [*names, *gone]:
        if (out / name).exists():
            shutil.copy2(out / name, kept / name)
    try:
        for name in gone:
            (out / name).unlink()
        for name in names:
            (aside / name).replace(out / name)
    except BaseException:  # an interrupt too: half of one ledger and half of another is no ledger
        _put_back(kept, out, [name for name in [*names, *gone] if not (aside / name).exists()])
        raise


def _put_back(kept: Path, out: Path, replaced: Sequence[str]) -> None:
    for name in replaced:
        if (kept / name).exists():
            (kept / name).replace(out / name)
        else:
            (out / name).unlink(missing_ok=True)


def find_differences(fresh: Path, out: Path) -> list[str]:
    """A line for each file of `out` that is not what a build gives now, with the place of the first difference."""
    return [f"{name}: {found}" for name in _names(fresh) if name != REVIEWS and (found := _difference(fresh / name, out / name))]


def _names(folder: Path) -> list[str]:
    return sorted((path.name for path in folder.iterdir() if path.is_file()), key=lambda name: (name == SEAL, name))


def _difference(fresh: Path, found: Path) -> str:
    """What is first different in `found`, or ""."""
    if not found.is_file():
        return "is missing"
    new, old = fresh.read_bytes(), found.read_bytes()
    if new == old:
        return ""
    sizes = f"differs ({len(old)} bytes, a build gives {len(new)})"
    if fresh.suffix == ".csv":
        return _table_difference(_rows(new), _rows(old)) or sizes
    if fresh.suffix == ".json":
        return _line_difference(_lines(new), _lines(old)) or sizes
    return sizes


def _lines(content: bytes) -> list[str]:
    return content.decode("utf-8", "replace").splitlines()


def _rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8", "replace"), newline="")))


def _line_difference(new: Sequence[str], old: Sequence[str]) -> str:
    for number, (new_line, old_line) in enumerate(zip(new, old, strict=False), start=1):
        if new_line != old_line:
            return f"line {number} is {_shown(old_line.strip())}, a build gives {_shown(new_line.strip())}"
    return f"has {len(old)} lines, a build gives {len(new)}" if len(new) != len(old) else ""


def _table_difference(new: Sequence[Sequence[str]], old: Sequence[Sequence[str]]) -> str:
    """The first row that differs, by its id, and the first column of it."""
    for number, (new_row, old_row) in enumerate(zip(new, old, strict=False)):
        if new_row == old_row:
            continue
        if number == 0 or new_row[:1] != old_row[:1] or len(new_row) != len(old_row):
            return f"row {number} is {_shown(','.join(old_row))}, a build gives {_shown(','.join(new_row))}"
        at = next(at for at, cells in enumerate(zip(new_row, old_row, strict=True)) if cells[0] != cells[1])
        return f"row {number} ({old_row[0]}), {new[0][at]}: is {_shown(old_row[at])}, a build gives {_shown(new_row[at])}"
    return f"has {len(old) - 1} rows, a build gives {len(new) - 1}" if len(new) != len(old) else ""


def _shown(text: str, width: int = 80) -> str:
    return f"“{text}”" if len(text) <= width else f"“{text[: width - 1]}…”"
