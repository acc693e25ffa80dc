"""The compiled pack on disk: JSON, keyed by the bytes of every file; a broken or foreign file is as good as none."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from ledger.pack.files import PackFile

FORMAT = "1"
"""Counts up with every change of the plain form or of what is checked."""


def cache_key(files: Sequence[PackFile], code: str) -> str:
    """sha256 over every file's place and bytes, and over `code`, which stands for the loader."""
    digest = sha256(f"{FORMAT}\0{code}\0".encode())
    for file in files:
        digest.update(f"{file.layer}\0{file.shown}\0{len(file.content)}\0".encode("utf-8", "surrogateescape"))
        digest.update(file.content)
    return digest.hexdigest()


def cache_folder() -> Path | None:
    """The user's cache folder, or None where FACTLEDGER_NO_CACHE is set."""
    if os.environ.get("FACTLEDGER_NO_CACHE", "") not in ("", "0"):
        return None
    from platformdirs import user_cache_path

    return user_cache_path("factledger", appauthor=False)


def cache_path(folder: Path, roots: Sequence[Path]) -> Path:
    """One file for each set of rule folders, so that edits overwrite it and the cache does not grow."""
    names = "\0".join(str(root.absolute()) for root in roots)
    return folder / f"pack-{sha256(names.encode('utf-8', 'surrogateescape')).hexdigest()[:16]}.json"


def read_cache(path: Path, key: str) -> dict[str, Any] | None:
    """The plain pack kept under this key, or None."""
    try:
        head, _, body = path.read_bytes().partition(b"\n")
        seal = head.decode("ascii").split(" ")
        if seal != [key, sha256(body).hexdigest()]:
            return None
        plain = json.loads(body)
    except (OSError, ValueError):
        return None
    return plain if isinstance(plain, dict) else None


def write_cache(path: Path, key: str, plain: dict[str, Any]) -> None:
    """Writes the plain pack aside and moves it into place; a folder that cannot be written is left alone."""
    import tempfile  # needed only where the cache is stale

    body = json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, aside = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".tmp")
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(f"{key} {sha256(body).hexdigest()}\n".encode() + body)
            Path(aside).replace(path)
        except OSError:
            Path(aside).unlink(missing_ok=True)
            raise
