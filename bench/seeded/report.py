"""What make bench takes from the planted errors: scores for the ratchet, and a section of results.md."""

from __future__ import annotations

from collections.abc import Sequence

from bench.results import table
from bench.scores import Score
from bench.seeded.scoring import Tally
from ledger.checks import CHECKS

INTRO = """\
Stories of our own with an error planted for each check, and near misses that must pass in silence (`python -m bench.seeded --errors`
lists what goes wrong). A flag of any other check on any of these texts is a false alarm too. The checks were mended on these texts:
read this as a floor that holds, not as what new texts will show.
"""


def seeded_scores(tallies: Sequence[Tally]) -> list[Score]:
    """Recall and precision of each check and of all."""
    return [
        Score("seeded", one.check, measure, "all", value)
        for one in tallies
        for measure, value in (("recall", one.recall), ("precision", one.precision))
    ]


def render_seeded(tallies: Sequence[Tally]) -> str:
    """The section: a table with a line a check."""
    names = {check.id: check.name for check in CHECKS}
    rows = [
        [
            f"{one.check} {names.get(one.check, '')}".strip(),
            *(str(value) for value in (one.planted, one.found, one.recall, one.near, one.woken, one.false_alarms, one.precision)),
        ]
        for one in tallies
    ]
    head = ["check", "planted", "found", "recall", "near misses", "woken", "false alarms", "precision (goal 95)"]
    return "\n".join(["## Planted errors: what the checks find\n", INTRO, table(head, rows)])
