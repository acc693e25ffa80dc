"""make bench: scores, speed, bench/results.md, and the ratchet.

    python -m bench.run [--update] [--allow-regression "why"] [--cmd "factledger"]

Exit code 1 where a score is worse than its floor in bench/floors.toml.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.ratchet import Floors, Pin, find_breaches, loosen, read_floors, tighten, write_floors
from bench.suites import HERE, Suites, find_suites, read_peers, why_missing

FLOORS = HERE / "floors.toml"
RESULTS = HERE / "results.md"


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs everything; the exit code."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.allow_regression is not None and not (options.update and options.allow_regression.strip()):
        parser.error("--allow-regression takes a reason, and goes with --update")
    suites = find_suites()
    if suites is None:
        print(why_missing())
        return 0
    measured = measure(suites, options.cmd)
    return settle(FLOORS, measured, update=options.update, reason=options.allow_regression)


def measure(suites: Suites, command: str | None) -> dict[str, Pin]:
    """Every score as a pin, after writing and printing the results."""
    # imported here, so that the ratchet and its tests need no extractor
    from bench.results import render_results
    from bench.scores import installed_command, predict, score_all
    from bench.speed import measure_speed

    command = command or installed_command()
    with tempfile.TemporaryDirectory() as folder:
        predict(suites, Path(folder), command)
        scores = score_all(suites, Path(folder))
    text = render_results(scores, measure_speed(suites, command), read_peers())
    RESULTS.write_text(text, encoding="utf-8", newline="\n")
    print(text)
    return {score.key: Pin(score.value, score.lower) for score in scores}


def settle(path: Path, measured: dict[str, Pin], *, update: bool, reason: str | None) -> int:
    """Compares with the floors, tightens them with `update`, loosens them with a reason; the exit code."""
    floors = read_floors(path)
    breaches = find_breaches(floors, measured)
    for breach in breaches:
        print(breach, file=sys.stderr)
    if breaches and not reason:
        print(f"{len(breaches)} scores fell. To accept that: --update --allow-regression 'why'.", file=sys.stderr)
        return 1
    if update:
        write_floors(path, tighten(loosen(floors, breaches, reason) if breaches and reason else floors, measured))
    else:
        print(_news(floors, measured))
    return 0


def _news(floors: Floors, measured: dict[str, Pin]) -> str:
    new = len(measured.keys() - floors.pins.keys())
    better = sum(pin.value != floors.pins[score].value for score, pin in measured.items() if score in floors.pins)
    told = f"{len(measured)} scores, none below its floor; {better} better, {new} new."
    return told + (" Pin them with --update." if better or new else "")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.run", description="Scores and speed on the benchmark, held by a ratchet.")
    parser.add_argument("--update", action="store_true", help="raise the floors to what was measured")
    parser.add_argument("--allow-regression", metavar="WHY", help="with --update: lower the floors that were missed, and keep the reason")
    parser.add_argument("--cmd", help="the command to measure (default: the factledger of this environment)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
