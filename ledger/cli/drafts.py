"""check: an editor's draft before it runs."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import click

from ledger.cli.common import FINDINGS, LEVELS, UNREAD, rules_option, show_notices


@click.command()
@click.argument("drafts", nargs=-1, metavar="[DRAFT|-]...")
@click.option("-e", "sentences", multiple=True, metavar="TEXT", help="Check this sentence; may be given more than once.")
@click.option("--ledger", "folder", metavar="DIR", type=click.Path(path_type=Path), help="What `build` wrote.  [default: reports]")
@click.option("--format", "form", type=click.Choice(("text", "json", "sarif", "github", "html")), help="Default: text.")
@click.option("--fail-level", type=click.Choice(LEVELS), help="Exit 1 on findings of this severity or above.  [default: error]")
@rules_option
@click.option("--baseline", metavar="FILE", type=click.Path(path_type=Path), help="Findings seen and accepted, bound to their figures.")
@click.option("--write-baseline", metavar="FILE", type=click.Path(path_type=Path), help="Accept what is found now: write it to FILE.")
@click.option("--today", type=click.DateTime(("%Y-%m-%d",)), metavar="DAY", help="The day for ignore comments with a last day.")
@click.option("-q", "--quiet", is_flag=True, help="Text: errors and warnings only.")
def check(form: str | None, fail_level: str | None, quiet: bool, **asked: Any) -> None:
    """An editor's draft: each figure against the ledger, and against the draft itself.

    DRAFT: .txt, .md, .html, .docx or .pdf files, or - for standard input. Settings may stand in ledger.toml or in pyproject.toml
    under [tool.factledger]. Exit 1 where something reaches the fail level.
    """
    from ledger.draft import reaches
    from ledger.draft.run import make_request, run_check
    from ledger.draft.settings import find_settings
    from ledger.report.check import render_check

    settings = find_settings(Path.cwd())
    run = run_check(make_request(**asked), settings)
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    text = render_check(run.checks, form or settings.format or "text", ledger=run.ledger, colour=colour, quiet=quiet)
    click.echo(text, nl=False, color=colour)
    show_notices(run.notices)
    if run.unread:
        sys.exit(UNREAD)
    if reaches(run.checks, fail_level or settings.fail_level or "error") and not asked["write_baseline"]:
        sys.exit(FINDINGS)
