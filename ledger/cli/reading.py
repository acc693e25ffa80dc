"""explain, diff and export: what a ledger folder tells."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from ledger.cli.common import FINDINGS, ledger_option
from ledger.errors import LedgerError


@click.command()
@click.argument("identifier", metavar="ID")
@ledger_option
def explain(identifier: str, folder: Path) -> None:
    """Why claims are one fact, what a flag computed, what kept near misses apart.

    ID: of a fact (F-...), a claim (C-...) or a flag (G-...).
    """
    from ledger.link.explain import render_explanation
    from ledger.store import read_ledger

    click.echo(render_explanation(read_ledger(folder), identifier))


@click.command()
@click.argument("old")
@click.argument("new")
@click.option("--format", "form", type=click.Choice(("text", "json", "markdown", "html")), default="text", show_default=True)
@click.option(
    "--only",
    multiple=True,
    type=click.Choice(("articles", "claims", "facts", "verdicts", "flags", "coverage", "rules")),
    help="This part alone; may be given more than once.",
)
@click.option("--names", nargs=2, metavar="OLD NEW", help="What to call the two ledgers, in place of where they are.")
@click.option("--out", metavar="DIR", type=click.Path(path_type=Path), help="Write diff.txt, .json, .md and .html there, too.")
@click.option("--exit-zero", is_flag=True, help="Exit 0 on a difference, too.")
def diff(old: str, new: str, form: str, only: Sequence[str], names: tuple[str, str] | None, out: Path | None, exit_zero: bool) -> None:
    """What moved between two ledgers, figure by figure, and whether the articles or the rules moved it.

    OLD, NEW: ledger folders, or git:REVISION:FOLDER as in git:main:reports. Exit 1 where they differ.
    """
    from ledger.diff import diff_places
    from ledger.report.diff import render_diff, write_diff

    found = diff_places(old, new, only=only, names=names)
    if out is not None:
        write_diff(found, out)
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    click.echo(render_diff(found, form, colour=colour), nl=False, color=colour)
    if found.differs and not exit_zero:
        sys.exit(FINDINGS)


@click.command()
@ledger_option
@click.option("--format", "form", type=click.Choice(("claimreview", "sqlite", "jsonl", "sarif")), required=True)
@click.option("--articles", default="", metavar="DIR", help="sarif: the folder that `build` read, so that the flags have lines.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Without it: standard output.")
def export(folder: Path, form: str, articles: str, out: Path | None) -> None:
    """A ledger for other programs.

    \b
    claimreview  the reviewed claims as schema.org ClaimReview (JSON-LD)
    sqlite       every table as a database, ready for Datasette
    jsonl        a claim a line, with its fact, its flags and its review
    sarif        the flags, for code hosts that show them beside the articles
    """
    from ledger.export import export_ledger

    content = export_ledger(folder, form, articles)
    if out is not None:
        _write_file(out, content)
    elif form == "sqlite" and sys.stdout.isatty():
        raise click.UsageError("A database is nothing to read on a terminal: give --out FILE.")
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)


def _write_file(out: Path, content: bytes) -> None:
    try:
        out.write_bytes(content)
    except OSError as error:
        raise LedgerError(str(out), f"cannot be written ({error.strerror or error})", "Give another file with --out.") from error
