"""Recall and false alarms of every check on the planted errors.

    python -m bench.seeded [CHECK ...] [--errors]

With `--errors` each error that was missed and each false alarm is shown.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence

from bench.seeded.cases import Case, read_cases
from bench.seeded.scoring import Outcome, Tally, run_case, tally
from ledger.checks import CHECKS
from ledger.extract import Extractor
from ledger.pack import load_pack


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the table; the exit code is 0."""
    parser = argparse.ArgumentParser(prog="python -m bench.seeded", description="Recall and false alarms of the checks on planted errors.")
    parser.add_argument("checks", nargs="*", help="only the texts of these checks (A1 B7 ...)")
    parser.add_argument("--errors", action="store_true", help="show what was missed and what cried wolf")
    options = parser.parse_args(arguments)
    outcomes = run_cases([case for case in read_cases() if not options.checks or case.check in options.checks])
    if options.errors:
        for line in find_lines(outcomes):
            print(line)
    print(render_tallies(tally(outcomes)))
    return 0


def measure_seeded() -> tuple[Tally, ...]:
    """The tallies of all cases."""
    return tally(run_cases(read_cases()))


def run_cases(cases: Sequence[Case]) -> tuple[Outcome, ...]:
    """The outcomes of the cases, in order, with the built-in pack."""
    pack = load_pack()
    extractor = Extractor(pack)
    return tuple(run_case(case, extractor, pack) for case in cases)


def find_lines(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Each miss and each false alarm, with its case."""
    for outcome in outcomes:
        for figures, found in zip(outcome.case.flags, outcome.found, strict=True):
            if not found:
                yield f"{outcome.case.id}: missed {' / '.join(figures)}"
        for flag, surfaces in zip(outcome.false_alarms, outcome.figures, strict=True):
            yield f"{outcome.case.id}: false {flag.check} {flag.severity} [{' / '.join(surfaces)}] {flag.message} {flag.working}"


def render_tallies(tallies: Sequence[Tally]) -> str:
    """An aligned table, a line a check."""
    names = {check.id: check.name for check in CHECKS}
    head = f"{'check':24} {'planted':>8} {'found':>6} {'recall':>7} {'near':>5} {'woken':>6} {'false alarms':>13} {'precision':>10}"
    lines = [
        f"{(one.check + ' ' + names.get(one.check, '')).strip():24} {one.planted:8} {one.found:6} {one.recall:7.1f} {one.near:5} "
        f"{one.woken:6} {one.false_alarms:13} {one.precision:10.1f}"
        for one in tallies
    ]
    return "\n".join([head, *lines])


if __name__ == "__main__":
    sys.exit(main())
