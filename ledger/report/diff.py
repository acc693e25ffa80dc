"""A diff in the format that was asked for."""

from __future__ import annotations

from ledger.diff.changes import LedgerDiff


def render_diff(diff: LedgerDiff, form: str, *, colour: bool = False) -> str:
    """The diff as text, json, markdown or html; only text knows colour. What one format needs, another does not import."""
    if form == "json":
        from ledger.report.diff_json import render_json

        return render_json(diff)
    if form == "markdown":
        from ledger.report.diff_markdown import render_markdown

        return render_markdown(diff)
    if form == "html":
        from ledger.report.diff_html import render_html

        return render_html(diff)
    from ledger.report.diff_text import render_text

    return render_text(diff, colour=colour)
