"""One measured run in a process of its own, so that its memory is its own: prints what it cost as JSON.

python -m bench.scale_runs build ARTICLES OUT [--jobs N] [--scheduler ADDR] [--cache FOLDER] [--tables FORM]
python -m bench.scale_runs extract ARTICLES [--jobs N] [--scheduler ADDR]
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path


class Stages:
    """The progress of a build that notes how much CPU each stage took, in this process."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._stage, self._since = "start", time.process_time()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Counts what passed since the last call to the stage of that call."""
        now = time.process_time()
        self.seconds[self._stage] += now - self._since
        self._stage, self._since = stage, now


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs and prints."""
    options = _parser().parse_args(arguments)
    if options.cache is not None:
        os.environ["XDG_CACHE_HOME"] = str(options.cache)
    stages, began = Stages(), time.perf_counter()
    claims, facts = build(options, stages) if options.what == "build" else extract(options, stages)
    wall = time.perf_counter() - began
    stages("end", 1, 1)
    used = os.times()
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * max(options.jobs or 1, 1)
    cost = {
        "claims": claims,
        "facts": facts,
        "wall": wall,
        "own": time.process_time(),
        "cpu": used.user + used.system + used.children_user + used.children_system,
        "peak": peak(),
        "workers": children / 1024,
        "stages": stages.seconds,
    }
    print(json.dumps(cost))
    return 0


def peak() -> float:
    """The most memory that this process ever held, in MB; what `getrusage` tells is also that of whoever started it."""
    status = Path("/proc/self/status")
    if status.exists():
        most = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(most.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def build(options: argparse.Namespace, stages: Stages) -> tuple[int, int]:
    """A whole build; the numbers of its claims and facts."""
    from ledger.pipeline import build as build_ledger

    report = build_ledger(
        [options.articles],
        options.out,
        jobs=options.jobs,
        scheduler=options.scheduler,
        cache=options.cache is not None,
        tables=options.tables,
        progress=stages,
    )
    return len(report.ledger.claims), len(report.ledger.facts)


def extract(options: argparse.Namespace, stages: Stages) -> tuple[int, int]:
    """Reading and extraction alone; the number of claims, and no facts."""
    from ledger.engine.packed import Memo, Packed
    from ledger.pack import load_pack
    from ledger.pipeline import choose_engine, extract_paths

    engine = choose_engine(options.jobs, options.scheduler)
    found = extract_paths([options.articles], load_pack(), engine, out=Path("none"), cache=False, progress=stages)
    return sum(len(one.reading(Memo()).extraction.claims) for one in found if isinstance(one, Packed)), 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.scale_runs")
    parser.add_argument("what", choices=("build", "extract"))
    parser.add_argument("articles", type=Path)
    parser.add_argument("out", type=Path, nargs="?", default=Path("none"))
    parser.add_argument("--jobs", type=int)
    parser.add_argument("--scheduler", default="")
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--tables", default="csv")
    return parser


if __name__ == "__main__":
    sys.exit(main())
