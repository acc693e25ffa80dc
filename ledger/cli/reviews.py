"""review and textconv: the workbook that people write in."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ledger.cli.common import FINDINGS, ledger_option, show_notices


@click.group()
def review() -> None:
    """What fact-checkers wrote in the workbook: bring it home, and see who has done what."""


@review.command("import")
@click.argument("workbook", type=click.Path(path_type=Path))
@ledger_option
def import_workbook(workbook: Path, folder: Path) -> None:
    """Merge a returned workbook into the reviews of a ledger, and write its workbook anew.

    The returned file stays as it is. Exit 1 where two people disagree: both texts are kept and listed.
    """
    from ledger.engine.roundtrip import import_review
    from ledger.report.review_text import render_import

    report = import_review(workbook, folder)
    show_notices(report.notices)
    click.echo(render_import(report.merge, report.own_sign_offs, workbook.name))
    if report.merge.conflicts:
        sys.exit(FINDINGS)


@review.command("status")
@ledger_option
def show_review_status(folder: Path) -> None:
    """Who has checked and signed off how much, and what is stale, disputed, proposed or orphaned."""
    from ledger.engine.roundtrip import status_of
    from ledger.report.review_text import render_status

    click.echo(render_status(status_of(folder)))


@click.command()
@click.argument("workbook", type=click.Path(path_type=Path, dir_okay=False))
def textconv(workbook: Path) -> None:
    """A workbook as text, for git: git config diff.factledger.textconv "factledger textconv"."""
    from ledger.report.sheet_text import find_sheet_lines

    for line in find_sheet_lines(workbook):
        click.echo(line)
