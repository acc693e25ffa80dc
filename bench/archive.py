"""An archive: 20,000 articles built in one process, in two and on a cluster, and 10,000 rebuilt after one changed.

    python -m bench.archive [--articles 20000] [--rebuilt 10000] [--update]

Takes ten minutes on a quiet machine, so `make bench` does not run it: --update keeps the section in bench/archive.md, which the results
take over as it stands.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.newsroom import write_newsroom
from bench.results import table
from bench.scale import Cost, cluster, contents, rebuild, run
from bench.suites import HERE

SECTION = HERE / "archive.md"
ARTICLES, REBUILT = 20_000, 10_000
STAGES = ("extract", "link", "check", "write")


@dataclass(frozen=True, slots=True)
class Archive:
    """The runs by name, and whether their ledgers were the same bytes."""

    articles: int
    builds: Mapping[str, Cost]
    same: bool
    rebuilt: int
    runs: Mapping[str, Cost]


def measure_archive(articles: int, rebuilt: int) -> Archive:
    """Builds everything in a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="factledger-archive-") as made:
        here = Path(made)
        write_newsroom(here / "articles", articles)
        builds = {
            "two processes": run("build", here / "articles", here / "two", "--jobs", 2),
            "one process": run("build", here / "articles", here / "one", "--jobs", 1),
        }
        with cluster() as address:
            builds["two Dask workers"] = run("build", here / "articles", here / "dask", "--scheduler", address)
        first = contents(here / "one")
        same = all(contents(here / name) == first for name in ("two", "dask"))
        write_newsroom(here / "smaller", rebuilt)
        return Archive(articles, builds, same, rebuilt, rebuild(here / "smaller", here))


def render_archive(archive: Archive) -> str:
    """The section of the results."""
    head = ["built in", "wall, s", "CPU of the parent, s", *(f"{stage}, s" for stage in STAGES), "peak MB of the parent"]
    rows = [_row(name, cost) for name, cost in archive.builds.items()]
    claims = archive.builds["one process"]["claims"]
    first, again = archive.runs["cache filled"], archive.runs["one changed"]
    share = 100 * again["cpu"] / first["cpu"]
    rebuilt = [
        ["the first build, s of CPU", f"{first['cpu']:.1f}", ""],
        ["after one changed article, s of CPU", f"{again['cpu']:.1f}", ""],
        ["the same, percent", f"{share:.0f}", "10"],
        *([f"of it {stage}, s", f"{again['stages'].get(stage, 0.0):.1f}", ""] for stage in STAGES),
    ]
    parts = [
        f"## An archive of {archive.articles:,} articles\n",
        (
            f"{claims:,} claims; nothing cached. Goals: under 120 s in two processes, under 1 GB, the same bytes in all three: "
            f"{'yes' if archive.same else 'NO'}. Stages are CPU seconds of the parent; workers have theirs.\n"
        ),
        table(head, rows),
        f"### {archive.rebuilt:,} articles, built again in one process\n",
        table(["", "measured", "goal"], rebuilt),
        (
            f"Measured apart (`python -m bench.archive --update`) with Python {platform.python_version()} on {platform.system()} "
            f"{platform.machine()}, {os.cpu_count()} cores.\n"
        ),
    ]
    return "\n".join(parts)


def _row(name: str, cost: Cost) -> list[str]:
    stages = [f"{cost['stages'].get(stage, 0.0):.1f}" for stage in STAGES]
    return [name, f"{cost['wall']:.0f}", f"{cost['own']:.0f}", *stages, f"{cost['peak']:.0f}"]


def read_archive() -> list[str]:
    """The section that was kept, if there is one."""
    return [SECTION.read_text(encoding="utf-8")] if SECTION.exists() else []


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the section, and keeps it where that is asked for."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.archive", description="A whole archive: time, memory, the same bytes, a rebuild."
    )
    parser.add_argument("--articles", type=int, default=ARTICLES)
    parser.add_argument("--rebuilt", type=int, default=REBUILT)
    parser.add_argument("--update", action="store_true", help="keep the section for the results")
    options = parser.parse_args(arguments)
    section = render_archive(measure_archive(options.articles, options.rebuilt))
    print(section)
    if options.update:
        SECTION.write_text(section, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
