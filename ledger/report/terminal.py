"""The terminal's view of a build: progress while it runs, a table when it is done. Everything goes to the given console."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from ledger.errors import Notice
from ledger.lookup import lookup_of
from ledger.model import SEVERITIES, UNCOUNTED_REASONS, VERDICTS, Ledger

STAGES = {"read": "Reading", "extract": "Extracting", "link": "Linking", "check": "Checking", "write": "Writing"}
_STYLES = {"error": "bold red", "warning": "yellow", "info": "cyan", "conflict": "bold red"}


class RateColumn(ProgressColumn):
    """How many parts a second are done, once that can be told."""

    def render(self, task: Task) -> Text:
        """The rate, as in "412/s"; nothing for a stage that is one part."""
        return Text(f"{task.speed:,.0f}/s" if task.speed and (task.total or 0) > 1 else "", style="progress.data.speed")


@contextmanager
def shown_progress(console: Console) -> Iterator[Callable[[str, int, int], None]]:
    """A function to call with stage, parts done and parts in all; it draws one bar a stage, on a terminal only."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description:<10}"),
        BarColumn(),
        MofNCompleteColumn(),
        RateColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bars:
        tasks: dict[str, TaskID] = {}

        def show(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(STAGES.get(stage, stage), total=total or None)
            bars.update(tasks[stage], completed=done, total=total or None)

        yield show


def render_summary(ledger: Ledger) -> Text:
    """What a build made, a line a thing: counts on the left, what they are made of on the right."""
    rows = summary_rows(ledger)
    wide = max(len(f"{count:,}") for _, count, _ in rows)
    lines = [Text.assemble((f"{name:<9}", "bold"), f"  {count:>{wide},}  ", made_of) for name, count, made_of in rows]
    for line in lines:
        line.rstrip()
    return Text("\n").join(lines)


def summary_rows(ledger: Ledger) -> list[tuple[str, int, Text]]:
    """(name, count, what it is made of) for articles, claims, facts, conflicts, flags and the numbers that are no claims."""
    lookup = lookup_of(ledger)
    several = sum(fact.mentions > 1 for fact in ledger.facts)
    verdicts = Counter(fact.verdict for fact in ledger.facts)
    severities = Counter(flag.severity for flag in ledger.flags)
    return [
        ("Articles", len(ledger.articles), _parts([(len(ledger.reprints), "reprint")])),
        ("Claims", len(ledger.claims), _parts([(lookup.minor, "minor")])),
        ("Facts", len(ledger.facts), _parts([(several, "with several mentions"), *((verdicts[name], name) for name in VERDICTS[1:-2])])),
        ("Conflicts", verdicts["conflict"], _parts([(verdicts["superseded"], "superseded")])),
        ("Flags", len(ledger.flags), _parts([(severities[name], name) for name in SEVERITIES])),
        ("Coverage", len(ledger.claims) + len(ledger.uncounted), _coverage(ledger, lookup.reasons)),
    ]


def _coverage(ledger: Ledger, reasons: Mapping[str, int]) -> Text:
    named = [(reasons.get(reason, 0), reason.replace("_", " ")) for reason in UNCOUNTED_REASONS]
    return _parts([(len(ledger.claims), "claims"), *named])


def _parts(parts: Sequence[tuple[int, str]]) -> Text:
    text = Text()
    for count, name in parts:
        if count:
            text.append(", " if text else "").append(f"{count:,} {name}", style=_STYLES.get(name, ""))
    return text


def render_notices(notices: Sequence[Notice]) -> Text:
    """One line a notice: those that could not be read first."""
    lines = [f"{'unread' if notice.unread else 'note'}: {notice}" for notice in sorted(notices, key=lambda one: (not one.unread, str(one)))]
    return Text("\n".join(lines))
