"""A real Dask scheduler with two real workers on loopback: the same bytes, whatever happens to them."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bench.newsroom import write_newsroom
from conftest import Run
from ledger.engine import extraction
from ledger.errors import LedgerError
from ledger.pipeline import build

pytest.importorskip("distributed", reason="the extra cluster is not installed")
pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parent.parent
DASK = [sys.executable, "-W", "ignore", "-m", "dask"]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def start(*command: str, path: Path = ROOT) -> subprocess.Popen[bytes]:
    around = {**os.environ, "PYTHONPATH": str(path), "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"}
    return subprocess.Popen([*DASK, *command], cwd=path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=around)


def stop(*processes: subprocess.Popen[bytes]) -> None:
    for process in processes:
        process.kill()
    for process in processes:
        process.wait()


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def cluster(path: Path = ROOT) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of a scheduler, and its process before those of two workers."""
    address = f"tcp://127.0.0.1:{free_port()}"
    processes = [start("scheduler", "--host", "127.0.0.1", "--port", address.rpartition(":")[2], "--no-dashboard")]
    worker = ("worker", address, "--no-dashboard", "--no-nanny", "--nthreads", "1", "--host", "127.0.0.1", "--local-directory", "/tmp")
    processes += [start(*worker, path=path) for _ in range(2)]
    try:
        yield address, processes
    finally:
        stop(*processes)


@pytest.fixture(scope="module")
def running() -> Iterator[str]:
    with cluster() as (address, _):
        yield address


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cluster") / "articles"
    write_newsroom(folder, 30)
    return folder


@pytest.fixture(scope="module")
def expected(articles: Path) -> dict[str, bytes]:
    build([articles], articles.parent / "serial", jobs=1, cache=False)
    return contents(articles.parent / "serial")


def test_a_cluster_gives_the_bytes_of_one_process(running: str, articles: Path, expected: dict[str, bytes], run_process: Run) -> None:
    out = articles.parent / "clustered"
    done = run_process("build", articles, "--out", out, "--scheduler", running, "--no-cache")
    assert (done.returncode, done.stderr) == (0, "")
    assert contents(out) == expected


def wait_for_workers(address: str) -> None:
    from distributed import Client

    for attempt in range(40):
        try:
            with Client(address, timeout=2, set_as_default=False) as client:
                client.wait_for_workers(2, timeout=30)
                return
        except OSError:
            assert attempt < 39
            time.sleep(0.5)


def after(articles: int, act: Callable[[], None]) -> Callable[[str, int, int], None]:
    """A progress that acts once, when so many articles are extracted and others are not."""
    left = [act]

    def progress(stage: str, done: int, total: int) -> None:
        if stage == "extract" and articles <= done < total and left:
            left.pop()()

    return progress


def test_a_worker_that_is_killed_in_the_middle_costs_nothing(
    articles: Path, expected: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extraction, "BATCH", 1)
    with cluster() as (address, (_, worker, other)):
        wait_for_workers(address)
        build([articles], tmp_path / "out", scheduler=address, cache=False, progress=after(5, worker.kill))
        assert (worker.wait(), other.poll()) == (-9, None)
    assert contents(tmp_path / "out") == expected


def test_a_scheduler_that_goes_leaves_the_old_ledger_whole(
    articles: Path, expected: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extraction, "BATCH", 1)
    build([articles], tmp_path / "out", cache=False)
    (articles.parent / "more").mkdir()
    write_newsroom(articles.parent / "more", 40, seed=2)
    with cluster() as (address, (scheduler, *_)):
        wait_for_workers(address)
        with pytest.raises(LedgerError, match="the cluster was lost in the middle of the build") as told:
            build([articles.parent / "more"], tmp_path / "out", scheduler=address, cache=False, progress=after(5, scheduler.kill))
    assert told.value.exit_code == 2
    assert (told.value.where, "is as it was" in told.value.todo) == (f"--scheduler {address}", True)
    assert contents(tmp_path / "out") == expected


def test_no_scheduler_is_told_with_what_to_do(articles: Path, tmp_path: Path, run_process: Run) -> None:
    address = f"tcp://127.0.0.1:{free_port()}"
    done = run_process("build", articles, "--out", tmp_path / "out", "--scheduler", address, "--no-cache")
    assert done.returncode == 2
    assert done.stderr.startswith(f"factledger: --scheduler {address}: no Dask scheduler answers there. Check the address")
    assert not (tmp_path / "out").exists()


def test_workers_of_another_version_are_told_as_such(articles: Path, tmp_path: Path, run_process: Run) -> None:
    """The workers run a copy of the program in which a file that extracts is not the same."""
    other = tmp_path / "other"
    shutil.copytree(ROOT / "ledger", other / "ledger", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "rules", other / "rules")
    code = other / "ledger" / "extract" / "counts.py"
    code.write_text(code.read_text(encoding="utf-8") + "\n# another version\n", encoding="utf-8")
    with cluster(path=other) as (address, _):
        wait_for_workers(address)
        done = run_process("build", articles, "--out", tmp_path / "out", "--scheduler", address, "--no-cache")
    assert done.returncode == 2
    assert "a worker runs another version of factledger or of its libraries" in done.stderr
    assert "Install the same version on every worker." in done.stderr


def test_jobs_and_a_cluster_do_not_go_together(articles: Path, run_command: Run) -> None:
    done = run_command("build", articles, "--jobs", "2", "--scheduler", "tcp://127.0.0.1:1")
    assert done.returncode == 2
    assert "not both" in done.stderr
