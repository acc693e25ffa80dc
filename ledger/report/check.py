"""A check in the format that was asked for."""

from __future__ import annotations

from collections.abc import Sequence

from ledger.draft.marks import DraftCheck


def render_check(checks: Sequence[DraftCheck], form: str, *, ledger: str = "", colour: bool = False, quiet: bool = False) -> str:
    """The checks as text, json, sarif, github or html; what one format needs, another does not import."""
    if form == "json":
        from ledger.report.check_json import render_json

        return render_json(checks, ledger)
    if form == "sarif":
        from ledger.report.check_sarif import render_sarif

        return render_sarif(checks)
    if form == "github":
        from ledger.report.check_github import render_github

        return render_github(checks)
    if form == "html":
        from ledger.report.check_html import render_html

        return render_html(checks)
    from ledger.report.check_text import render_text

    return render_text(checks, colour=colour, quiet=quiet)
