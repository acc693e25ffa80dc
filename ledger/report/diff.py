"""A diff in the format that was asked for."""

from __future__ import annotations

from pathlib import Path

from ledger.diff.changes import LedgerDiff
from ledger.errors import LedgerError
from ledger.store.csvfile import write_text

FILES = {"text": "diff.txt", "json": "diff.json", "markdown": "diff.md", "html": "diff.html"}
"""format -> its file, where all of them are written."""


def write_diff(diff: LedgerDiff, folder: Path) -> None:
    """Writes the diff in every format into a folder, which is made where it is missing."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for form, name in FILES.items():
            write_text(folder / name, render_diff(diff, form))
    except OSError as error:
        raise LedgerError(str(folder), f"cannot be written ({error.strerror or error})", "Give another folder with --out") from None


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
