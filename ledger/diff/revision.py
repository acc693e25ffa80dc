"""A ledger of an earlier revision, out of git: `git:REV:path`, where path is the folder from the repository's root (./ from here)."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ledger.errors import LedgerError
from ledger.store.columns import MANIFEST, TABLES
from ledger.store.parquet import LARGE, SUFFIX

FORM = "Write git:REVISION:FOLDER, as in git:main:reports"


@contextmanager
def revision_folder(place: str) -> Iterator[Path]:
    """A folder, gone at the end, with the tables that the revision holds."""
    revision, colon, path = place.removeprefix("git:").partition(":")
    if not (revision and colon):
        raise LedgerError(place, "a revision or a folder is missing", FORM)
    commit = _resolve(place, revision)
    with tempfile.TemporaryDirectory(prefix="factledger-") as made:
        folder = Path(made)
        _require_folder(place, commit, path)
        for name in (MANIFEST, *(f"{table}.csv" for table in TABLES), *(f"{table}{SUFFIX}" for table in LARGE)):
            done = _git("cat-file", "blob", f"{commit}:{path.rstrip('/')}/{name}" if path.strip("/") else f"{commit}:{name}")
            if done.returncode == 0:
                (folder / name).write_bytes(done.stdout)
        yield folder


def _resolve(place: str, revision: str) -> str:
    # --end-of-options: a revision that begins with a dash is a name, never an option
    done = _git("rev-parse", "--quiet", "--verify", "--end-of-options", f"{revision}^{{commit}}")
    if done.returncode == 0:
        return done.stdout.decode().strip()
    if _git("rev-parse", "--git-dir").returncode != 0:
        raise LedgerError(place, "this is no git repository", "Change into the repository, or give a folder")
    todo = "Look at `git log` or `git branch -a`; a shallow clone needs `git fetch` first"
    raise LedgerError(place, f"git knows no revision {revision!r}", todo)


def _require_folder(place: str, commit: str, path: str) -> None:
    tree = f"{commit}:{path.rstrip('/')}" if path.strip("/") else f"{commit}^{{tree}}"
    done = _git("cat-file", "-t", tree)
    if done.returncode != 0:
        raise LedgerError(place, f"there is no folder {path!r} at that revision", FORM)
    if done.stdout.strip() != b"tree":
        raise LedgerError(place, f"{path!r} is a file at that revision, not a ledger folder", FORM)


def _git(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(("git", *arguments), capture_output=True, check=False)
    except FileNotFoundError:
        raise LedgerError("git", "the program is not installed", "Install git, or give two folders") from None
