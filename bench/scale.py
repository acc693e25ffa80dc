"""Scale: builds of made-up newsrooms of growing size, the cache, the pool, a cluster, the readers, and what a user would pick instead.

    python -m bench.scale [--sizes 100 1000 3000] [--full]

--full goes on to 10,000, 20,000 and 50,000 articles, which takes an hour.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.newsroom import write_newsroom
from bench.results import table
from bench.side_by_side import ADAPTERS, find_environment, said_by

SIZES = (100, 1_000, 3_000)
FULL = (10_000, 20_000, 50_000)
STAGES = ("extract", "link", "check", "write")
ROOT = Path(__file__).resolve().parent.parent
Cost = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Scale:
    """Every run by its name; a name with a size in it for each size."""

    sizes: tuple[int, ...]
    builds: Mapping[int, Cost]
    runs: Mapping[str, Cost]
    same: bool
    """True where serial, pooled, cached and clustered builds gave the same bytes."""
    peer: Cost | str = "not asked"
    """quantulum3 and pandas on the smallest newsroom, or why there is none."""


def measure_scale(sizes: Sequence[int] = SIZES) -> Scale:
    """All runs, the largest size for all that is measured at one size only."""
    sizes = tuple(sorted(sizes))
    with tempfile.TemporaryDirectory(prefix="factledger-scale-") as made:
        here = Path(made)
        folders = {size: here / f"articles-{size}" for size in sizes}
        for size, folder in folders.items():
            write_newsroom(folder, size)
        builds = {size: run("build", folder, here / f"out-{size}", "--jobs", 1) for size, folder in folders.items()}
        largest = sizes[-1]
        articles, out = folders[largest], here / f"out-{largest}"
        runs, same = _compare_engines(articles, out, here)
        runs |= _read(articles, out, here)
        runs |= rebuild(articles, here)
        return Scale(sizes, builds, runs, same, _run_peer(folders[sizes[0]], here))


def _compare_engines(articles: Path, serial: Path, here: Path) -> tuple[dict[str, Cost], bool]:
    """Extraction in one process, in two and on two workers of a cluster; then whole builds, whose bytes are compared."""
    runs = {"extract serial": run("extract", articles, "--jobs", 1), "extract pool": run("extract", articles, "--jobs", 2)}
    runs["build pool"] = run("build", articles, here / "pooled", "--jobs", 2)
    same = contents(serial) == contents(here / "pooled")
    with cluster() as address:
        run("extract", articles, "--scheduler", address)  # the workers' first imports are no cost of a batch
        runs["extract cluster"] = run("extract", articles, "--scheduler", address)
        run("build", articles, here / "clustered", "--scheduler", address)
    return runs, same and contents(serial) == contents(here / "clustered")


def _read(articles: Path, out: Path, here: Path) -> dict[str, Cost]:
    """What the readers of a ledger cost: check of one article, diff with itself, and all tables as Parquet."""
    draft = min(articles.rglob("*.txt"))
    run("build", articles, here / "parquet", "--jobs", 2, "--tables", "parquet")
    found = {
        "check": ledger_command("check", draft, "--ledger", out, "--fail-level", "never"),
        "diff": ledger_command("diff", out, out),
        "diff parquet": ledger_command("diff", here / "parquet", here / "parquet"),
    }
    sizes = {
        name: sum((folder / f"{table}.{name}").stat().st_size for table in ("claims", "facts", "coverage", "links"))
        for name, folder in (("csv", out), ("parquet", here / "parquet"))
    }
    return found | {"sizes": sizes}


def rebuild(articles: Path, here: Path) -> dict[str, Cost]:
    """A build that fills the cache, then one after one article changed."""
    out, cache = here / "rebuilt", here / "cache"
    first = run("build", articles, out, "--jobs", 1, "--cache", cache)
    changed = min(articles.rglob("*.txt"))
    changed.write_bytes(changed.read_bytes().replace(b"people", b"persons") + b"\nThe council met for 3 hours.\n")
    again = run("build", articles, out, "--jobs", 1, "--cache", cache)
    return {"cache filled": first, "one changed": again}


def _run_peer(articles: Path, here: Path) -> Cost | str:
    """quantulum3 in its own environment, then pandas here: equal value and unit are one group."""
    python = find_environment("quantulum3")
    if isinstance(python, str):
        return python
    import pandas

    found = here / "quantities.jsonl"
    around = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONDONTWRITEBYTECODE")}
    told = said_by([str(python), "-W", "ignore", str(ADAPTERS / "groupby_quantulum3.py"), str(articles), str(found)], around)
    if isinstance(told, str):
        return told
    began = time.process_time()
    frame = pandas.DataFrame(map(json.loads, found.read_text(encoding="utf-8").splitlines()), columns=["article", "value", "unit"])
    groups = frame.groupby(["value", "unit"])["article"].nunique()
    cost = json.loads(told[-1])
    return {**cost, "cpu": cost["cpu"] + time.process_time() - began, "found": len(frame), "groups": len(groups)}


def run(*words: object) -> Cost:
    """A run of bench.scale_runs in a process of its own."""
    return _json_of([sys.executable, "-m", "bench.scale_runs", *map(str, words)], {})


def ledger_command(*words: object) -> Cost:
    """The CPU and memory of a factledger command."""
    code = (
        "import json, os, resource, runpy, sys\nsys.argv = ['factledger', *sys.argv[1:]]\nsys.stdout = open(os.devnull, 'w')\n"
        "try:\n    runpy.run_module('ledger', run_name='__main__')\nexcept SystemExit:\n    pass\n"
        "used, peak = os.times(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024\n"
        "print(json.dumps({'cpu': used.user + used.system, 'peak': peak}), file=sys.__stdout__)\n"
    )
    return _json_of([sys.executable, "-c", code, *map(str, words)], {})


def _json_of(command: Sequence[str], environment: Mapping[str, str]) -> Cost:
    around = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", env=around, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(command[:4])} ended with exit code {done.returncode}:\n{done.stderr[-2000:]}")
    found: Cost = json.loads(done.stdout.splitlines()[-1])
    return found


@contextmanager
def cluster() -> Iterator[str]:
    """A Dask scheduler with two workers of one thread on loopback."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{listener.getsockname()[1]}"
    common = ["--host", "127.0.0.1", "--no-dashboard"]
    worker = ["worker", address, "--no-nanny", "--nthreads", "1", "--local-directory", tempfile.gettempdir(), *common]
    commands = [["scheduler", "--port", address.rpartition(":")[2], *common], worker, worker]
    around = {**os.environ, "PYTHONPATH": str(ROOT)}
    started = [
        subprocess.Popen([sys.executable, "-m", "dask", *one], cwd=ROOT, env=around, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for one in commands
    ]
    try:
        _wait_for(address)
        yield address
    finally:
        for process in reversed(started):
            process.kill()
            process.wait()


def _wait_for(address: str) -> None:
    from distributed import Client

    for attempt in range(60):
        try:
            with Client(address, timeout=2, set_as_default=False) as client:
                client.wait_for_workers(2, timeout=60)
                return
        except OSError:
            if attempt == 59:
                raise


def contents(folder: Path) -> dict[str, bytes]:
    """The files of a folder by name."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def growth(scale: Scale, stage: str) -> float:
    """The exponent k of cost ~ articles^k between the last two sizes."""
    one, other = scale.sizes[-2:]
    costs = [max(scale.builds[size]["stages"].get(stage, 0.0), 1e-3) for size in (one, other)]
    return round(math.log(costs[1] / costs[0]) / math.log(other / one), 2)


def render_scale_section(scale: Scale) -> str:
    """The section of results.md."""
    head = ["articles", "claims", "articles/s", *(f"{stage}, s" for stage in STAGES), "peak MB"]
    rows = [_build_row(size, scale.builds[size]) for size in scale.sizes]
    if len(scale.sizes) > 1:
        rows.append(["grows as n^", "", "", *(f"{growth(scale, stage):.2f}" for stage in STAGES), ""])
    told = "Made-up newsrooms of about 2 KB an article (`bench/newsroom.py`); CPU seconds of one process, nothing cached. Goal: n^1.15.\n"
    return "\n".join(["## Scale: whole builds\n", told, table(head, rows), *_engine_tables(scale)])


def _build_row(size: int, cost: Cost) -> list[str]:
    stages = [f"{cost['stages'].get(stage, 0.0):.1f}" for stage in STAGES]
    return [f"{size:,}", f"{cost['claims']:,}", f"{size / cost['cpu']:.0f}", *stages, f"{cost['peak']:.0f}"]


def _engine_tables(scale: Scale) -> list[str]:
    size, runs = scale.sizes[-1], scale.runs
    serial, pool, clustered = (runs[f"extract {name}"]["wall"] for name in ("serial", "pool", "cluster"))
    first, again = runs["cache filled"]["cpu"], runs["one changed"]["cpu"]
    sizes = runs["sizes"]
    rows = [
        ["extraction: two processes against one, times as fast", f"{serial / pool:.2f}", "1.7"],
        ["extraction: two Dask workers against two processes, times as fast", f"{pool / clustered:.2f}", ""],
        ["the same bytes from one process, two, and Dask", "yes" if scale.same else "NO", "yes"],
        ["rebuild after one changed article, percent of a full build's CPU", f"{100 * again / first:.0f}", "10"],
        [
            "of them extraction, percent of a full build's",
            f"{100 * _extract(runs['one changed']) / _extract(runs['cache filled']):.0f}",
            "",
        ],
        ["`check` of one article, s of CPU", f"{runs['check']['cpu']:.1f}", ""],
        ["`diff` of the ledger with itself, s of CPU", f"{runs['diff']['cpu']:.1f}", ""],
        ["the same from Parquet, s of CPU", f"{runs['diff parquet']['cpu']:.1f}", ""],
        ["Parquet against csv, percent of the bytes", f"{100 * sizes['parquet'] / sizes['csv']:.0f}", ""],
    ]
    told = f"### At {size:,} articles\n"
    return [told, table(["", "measured", "goal"], rows), _peer_lines(scale)]


def _extract(cost: Cost) -> float:
    return float(cost["stages"].get("extract", 0.0))


def _peer_lines(scale: Scale) -> str:
    peer, size = scale.peer, scale.sizes[0]
    if isinstance(peer, str):
        return f"quantulum3 and pandas beside it: skipped, {peer}.\n"
    own = scale.builds[size]
    rows = [
        ["factledger build", f"{size / own['cpu']:.1f}", f"{own['claims']:,}", f"{own['facts']:,}", f"{own['peak']:.0f}"],
        ["quantulum3 + pandas", f"{size / peer['cpu']:.1f}", f"{peer['found']:,}", f"{peer['groups']:,}", f"{peer['peak']:.0f}"],
    ]
    return table([f"{size} articles, one core", "articles/s", "figures", "facts or groups", "peak MB"], rows)


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the section."""
    parser = argparse.ArgumentParser(prog="python -m bench.scale", description="Whole builds of made-up newsrooms.")
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--full", action="store_true", help="10,000, 20,000 and 50,000 articles, too")
    options = parser.parse_args(arguments)
    print(render_scale_section(measure_scale([*options.sizes, *(FULL if options.full else ())])))
    return 0


if __name__ == "__main__":
    sys.exit(main())
