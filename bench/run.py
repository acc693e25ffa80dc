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
OWN = "seeded | "
"""The scores that are measured on texts of this project."""
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
        return settle(FLOORS, measure_own(), update=options.update, reason=options.allow_regression, suite=OWN)
    measured = measure(suites, options.cmd)
    return settle(FLOORS, measured, update=options.update, reason=options.allow_regression)


def measure_own() -> dict[str, Pin]:
    """What needs no benchmark beside the checkout: the planted errors, printed."""
    from bench.seeded.__main__ import measure_seeded, render_tallies
    from bench.seeded.report import seeded_scores

    tallies = measure_seeded()
    print(render_tallies(tallies))
    return {score.key: Pin(score.value, score.lower) for score in seeded_scores(tallies)}


def measure(suites: Suites, command: str | None) -> dict[str, Pin]:
    """Every score as a pin, after writing and printing the results."""
    # imported here, so that the ratchet and its tests need no extractor
    from bench.archive import read_archive
    from bench.draft import draft_scores, measure_draft, render_draft_section
    from bench.idle import idle_scores, measure_idle, render_idle_section
    from bench.linking_cost import measure_costs, render_cost_section
    from bench.own_texts import measure_own_texts, render_own_section
    from bench.results import render_results
    from bench.scale import measure_scale, render_scale_section
    from bench.scores import installed_command, predict, score_all
    from bench.seeded.__main__ import measure_seeded
    from bench.seeded.report import render_seeded, seeded_scores
    from bench.side_by_side import run_peers, with_runs
    from bench.speed import measure_speed
    from bench.workbook_cost import measure_workbook, render_workbook_section
    from ledger.pack import load_pack

    command = command or installed_command()
    with tempfile.TemporaryDirectory() as folder:
        predict(suites, Path(folder), command)
        scores = score_all(suites, Path(folder))
    runs = run_peers(suites)
    for name, why in runs.items():
        if isinstance(why, str):
            print(f"{name} was not measured: {why}")
    tallies, idle, drafts = measure_seeded(), measure_idle(suites), measure_draft(suites)
    own = measure_own_texts(suites)
    sections = [
        render_seeded(tallies),
        render_idle_section(idle),
        render_draft_section(drafts),
        render_own_section(own),
        render_cost_section(measure_costs(load_pack())),
    ]
    sections.append(render_workbook_section(measure_workbook()))
    sections.append(render_scale_section(measure_scale()))
    sections += read_archive()
    text = render_results(scores, measure_speed(suites, command), with_runs(read_peers(), runs), sections)
    RESULTS.write_text(text, encoding="utf-8", newline="\n")
    print(text)
    measured = [*scores, *seeded_scores(tallies), *idle_scores(idle), *draft_scores(drafts), *own]
    return {score.key: Pin(score.value, score.lower) for score in measured}


def settle(path: Path, measured: dict[str, Pin], *, update: bool, reason: str | None, suite: str = "") -> int:
    """Compares with the floors, tightens them with `update`, loosens them with a reason; the exit code.

    With `suite` the floors of other suites are neither asked nor touched.
    """
    floors = read_floors(path)
    breaches = tuple(breach for breach in find_breaches(floors, measured) if breach.score.startswith(suite))
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
