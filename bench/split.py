"""Writes the read and the unread half of the benchmark and scores both.

    python -m bench.split OUT [--no-reconcile] [--cmd "factledger"]

OUT/gold/read and OUT/gold/unread hold the gold of each half (extraction/*.jsonl, gold.json, fields.json),
OUT/clusters/read and OUT/clusters/unread the articles of the clusters, OUT/extraction, OUT/reconcile.json and
OUT/ledgers the predictions. Nothing of it belongs into the repository.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.results import table
from bench.scores import Score, installed_command, predict, score_all
from bench.suites import PARTS, Suites, clusters_of, find_suites, why_missing


def main(arguments: Sequence[str] | None = None) -> int:
    """Splits, runs and scores; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bench.split", description="The read and the unread half of the benchmark, scored.")
    parser.add_argument("out", type=Path, help="a folder that is not there yet")
    parser.add_argument("--no-reconcile", action="store_true", help="the extraction sets alone")
    parser.add_argument("--cmd", help="the command to measure (default: the factledger of this environment)")
    options = parser.parse_args(arguments)
    suites = find_suites()
    if suites is None:
        print(why_missing())
        return 0
    options.out.mkdir(parents=True)
    write_clusters(suites, options.out / "clusters")
    predict(suites, options.out, options.cmd or installed_command(), reconcile=not options.no_reconcile)
    print(render_halves(score_all(suites, options.out, reconcile=not options.no_reconcile)))
    return 0


def write_clusters(suites: Suites, folder: Path) -> None:
    """The articles of each half: folder/read/CLUSTER and folder/unread/CLUSTER."""
    for part in ("read", "unread"):
        for name in clusters_of(suites.clusters, part):
            shutil.copytree(suites.folder / "reconcile" / "dev" / name, folder / part / name)


def render_halves(scores: Sequence[Score]) -> str:
    """A table with one line a score and one column a part."""
    found = {(score.suite, score.name, score.measure, score.part): score.value for score in scores}
    names = list(dict.fromkeys(key[:3] for key in found))
    return table(["suite", "set", "measure", *PARTS], [[*name, *(str(found.get((*name, part), "")) for part in PARTS)] for name in names])


if __name__ == "__main__":
    sys.exit(main())
