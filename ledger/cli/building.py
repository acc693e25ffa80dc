"""build and extract: what is made of articles."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ledger.cli.common import FINDINGS, LEVELS, UNREAD, rules_option, show_notices

if TYPE_CHECKING:
    from ledger.model import Ledger
    from ledger.pipeline import BuildReport


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--out", default="reports", show_default=True, metavar="DIR", type=click.Path(path_type=Path), help="The ledger folder.")
@rules_option
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Processes; without it one for little text, every core for much.")
@click.option("--scheduler", metavar="ADDR", default="", help="Extract on the Dask cluster of this scheduler, as in tcp://host:8786.")
@click.option(
    "--tables",
    type=click.Choice(("csv", "parquet", "both")),
    default="csv",
    show_default=True,
    help="The large tables as Parquet files instead, or as well.",
)
@click.option("--no-cache", is_flag=True, help="Extract every article anew, and keep nothing for the next build.")
@click.option(
    "--fail-level", type=click.Choice(LEVELS), default="never", show_default=True, help="Exit 1 on flags of this severity or above."
)
@click.option("--check", is_flag=True, help="Write nothing; say whether OUT is what the articles give now (exit 1 where not).")
@click.option("-q", "--quiet", is_flag=True, help="No progress and no summary; notices only.")
def build(
    paths: Sequence[str],
    out: Path,
    rules: Sequence[Path],
    jobs: int | None,
    scheduler: str,
    tables: str,
    no_cache: bool,
    fail_level: str,
    check: bool,
    quiet: bool,
) -> None:
    """Articles into a ledger folder: tables, workbook and page.

    PATH: files or folders of .txt, .md, .html and .jsonl articles, or - for standard input; without one, seeds/.
    """
    if scheduler and jobs is not None:
        raise click.UsageError("Give --jobs (processes of this machine) or --scheduler (a cluster), not both.")
    from rich.console import Console

    from ledger.pipeline import build as build_ledger
    from ledger.report.terminal import shown_progress

    with shown_progress(Console(stderr=True, quiet=quiet)) as progress:
        report = build_ledger(
            paths or ("seeds",),
            out,
            rules=rules,
            jobs=jobs,
            scheduler=scheduler,
            cache=not no_cache,
            tables=tables,
            check=check,
            progress=progress,
        )
    show_notices(report.notices)
    _show_build(report, out, check=check, quiet=quiet)
    if report.unread:
        sys.exit(UNREAD)
    if report.differences or _reaches(report.ledger, fail_level):
        sys.exit(FINDINGS)


def _show_build(report: BuildReport, out: Path, *, check: bool, quiet: bool) -> None:
    if check:
        _show_differences(report.differences, out, quiet=quiet)
    elif not quiet:
        from rich.console import Console

        from ledger.report.terminal import render_summary

        Console(highlight=False).print(render_summary(report.ledger), soft_wrap=True)
        click.echo(f"Written to {out}: open {out / 'ledger.xlsx'} or {out / 'ledger.html'}.")


def _show_differences(differences: Sequence[str], out: Path, *, quiet: bool) -> None:
    for difference in differences:
        click.echo(difference)
    if differences:
        click.echo(f"{out} is stale: run `factledger build` with the same paths to write it anew.", err=True)
    elif not quiet:
        click.echo(f"{out} is what the articles give.")


def _reaches(ledger: Ledger, level: str) -> bool:
    counted = LEVELS[: LEVELS.index(level) + 1]
    return level != "never" and any(flag.severity in counted for flag in ledger.flags)


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH...|-]")
@click.option("--texts", is_flag=True, help='The input is JSON Lines {"id","text"[,"published"]}; one line a text comes out, in order.')
@click.option("--format", "form", type=click.Choice(("jsonl", "csv", "text")), help="Default: jsonl with --texts or in a pipe, else text.")
@rules_option
def extract(paths: Sequence[str], texts: bool, form: str | None, rules: Sequence[Path]) -> None:
    """The claims of articles or texts, without reconciling them.

    PATH: files or folders; - or nothing reads standard input.
    """
    from ledger.listing import write_claims, write_texts

    if not paths and sys.stdin.isatty():
        raise click.UsageError("Nothing to read: give files or folders, or pipe a text in.")
    form = form or ("text" if sys.stdout.isatty() and not texts else "jsonl")
    write = write_texts if texts else write_claims
    notices = write(paths or ("-",), sys.stdout, form=form, rules=rules)
    show_notices(notices)
    if any(notice.unread for notice in notices):
        sys.exit(UNREAD)
