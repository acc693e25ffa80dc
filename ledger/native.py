"""Compiled twins: modules of extraction as machine code, which stand in for their sources for as long as they are made of them.

`scripts/native.py` compiles them with mypyc, into build/native of a checkout or into the wheel. The results are the same, byte
for byte; FACTLEDGER_NATIVE=0 turns them off. A twin never hides an edited source: where a digest differs, plain Python runs.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from importlib.machinery import EXTENSION_SUFFIXES, ModuleSpec
from importlib.util import spec_from_file_location
from pathlib import Path
from types import ModuleType

PACKAGE = Path(__file__).parent
MANIFEST = "native.json"
GROUP = "ledger_native__mypyc"
"""The library that holds the code of all twins."""
_FOLDERS = (PACKAGE / "_native", PACKAGE.parent / "build" / "native")
"""Where twins may lie: in an installed wheel, and beside a checkout."""
_TWINNED = ("ledger.extract.", "ledger.sources.", GROUP)
_SOURCES = ("extract/*.py", "sources/*.py", "pack/*.py", "model.py", "interval.py", "errors.py")
"""What the twins are made of, or of whose types they take knowledge."""


def source_digest(package: Path = PACKAGE) -> str:
    """The SHA-256 of the sources that the twins depend on, line ends folded."""
    from hashlib import sha256

    digest = sha256()
    for path in sorted(path for pattern in _SOURCES for path in package.glob(pattern)):
        digest.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()


def fresh_twins(folder: Path, package: Path = PACKAGE) -> Mapping[str, str]:
    """Module -> file of the twins in a folder; empty where they are of other sources or of another Python, or are not there."""
    import json

    try:
        told = json.loads((folder / MANIFEST).read_bytes())
        fresh = told["suffix"] == EXTENSION_SUFFIXES[0] and told["digest"] == source_digest(package)
        return dict(told["files"]) if fresh else {}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


class TwinFinder:
    """An import finder for the twins in a folder, which looks there when the first module that may have a twin is imported."""

    def __init__(self, folder: Path, package: Path = PACKAGE) -> None:
        self.folder, self._package = folder, package
        self._files: Mapping[str, str] | None = None

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None) -> ModuleSpec | None:
        """The twin of a module, or None where it has no fresh one."""
        if not name.startswith(_TWINNED):
            return None
        if self._files is None:
            self._files = fresh_twins(self.folder, self._package)
        file = self._files.get(name)
        return None if file is None else spec_from_file_location(name, self.folder / file)


def install() -> None:
    """Let imports find twins, where some lie, before their sources."""
    if os.environ.get("FACTLEDGER_NATIVE") != "0":
        folder = next((folder for folder in _FOLDERS if (folder / MANIFEST).is_file()), None)
        if folder is not None:
            sys.meta_path.insert(0, TwinFinder(folder))
