"""What several test files share: the command as a user runs it, and the programs that open what it wrote."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run_command(tmp_path: Path) -> Run:
    """A function that runs `factledger` in a process of its own, in tmp_path, and gives its exit code and output."""

    def run(
        *arguments: str | Path, cwd: Path = tmp_path, stdin: str | bytes = "", env: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-W", "error", "-m", "ledger", *map(str, arguments)],
            cwd=cwd,
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            env={**os.environ, **(env or {})},
            timeout=120,
        )
        return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture(scope="session")
def soffice() -> str:
    """LibreOffice's program, or a skip that says what is missing."""
    return _program("LibreOffice", "soffice", "libreoffice")


@pytest.fixture(scope="session")
def pdftoppm() -> str:
    """Poppler's pdftoppm, or a skip that says what is missing."""
    return _program("poppler-utils", "pdftoppm")


@pytest.fixture(scope="session")
def chromium() -> str:
    """Chromium's program, or a skip that says what is missing."""
    return _program("Chromium", "chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of specifications, benches and real seeds beside the checkout, or a skip."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("../shared is not here: its articles and benches are not part of the project")
    return folder


def _program(called: str, *names: str) -> str:
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        pytest.skip(f"{called} is not installed: `make system` as root installs it, else do it by hand")
    return found
