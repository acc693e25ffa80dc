"""What several test files share: the command as a user runs it."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from ledger.cli import main

ROOT = Path(__file__).resolve().parent.parent
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A function that runs `factledger` in tmp_path, in this process, and gives its exit code and output."""

    def run(*arguments: str | Path, cwd: Path = tmp_path, stdin: str | bytes = "") -> subprocess.CompletedProcess[str]:
        words = [str(argument) for argument in arguments]
        given = io.TextIOWrapper(io.BytesIO(stdin.encode() if isinstance(stdin, str) else stdin), encoding="utf-8")
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
        earlier = signal.getsignal(signal.SIGTERM)
        with monkeypatch.context() as patch:
            patch.chdir(cwd)
            for name, stream in (("stdin", given), ("stdout", out), ("stderr", err)):
                patch.setattr(sys, name, stream)
            with pytest.raises(SystemExit) as stop:
                main(words)
        signal.signal(signal.SIGTERM, earlier)
        printed, told = (stream.buffer.getvalue().decode() for stream in (out, err))  # type: ignore[attr-defined]
        return subprocess.CompletedProcess(words, int(stop.value.code or 0), printed, told)

    return run


@pytest.fixture
def run_process(tmp_path: Path) -> Run:
    """A function that runs `factledger` in tmp_path, in a process of its own, and gives its exit code and output."""

    def run(
        *arguments: str | Path, cwd: Path = tmp_path, stdin: str = "", env: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-W", "error", "-m", "ledger", *map(str, arguments)]
        around = {**os.environ, **(env or {})}
        done = subprocess.run(command, cwd=cwd, input=stdin.encode(), capture_output=True, env=around, timeout=120)
        return subprocess.CompletedProcess(command, done.returncode, done.stdout.decode(), done.stderr.decode())

    return run
