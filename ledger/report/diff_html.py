"""A diff as one page that needs nothing else and runs nothing."""

from __future__ import annotations

import base64
import hashlib
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ledger.diff.changes import LedgerDiff
from ledger.report.diff_rows import diff_sections
from ledger.report.diff_words import cause_counts, clean, same_words, summary_parts

MOST_ROWS = 2_000
"""Rows of one list before a browser tires; the rest is counted."""
OPEN_ROWS = 40
"""A list with more rows starts folded."""


def render_html(diff: LedgerDiff) -> str:
    """The whole page: no script, no network; every text of an article is escaped."""
    style = resources.files("ledger.report").joinpath("templates", "diff.css").read_text(encoding="utf-8").strip()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    environment = Environment(
        loader=PackageLoader("ledger.report"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    page = environment.get_template("diff.html").render(
        style=Markup(style),  # noqa: S704 - our own file
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
        old=clean(diff.old_name),
        new=clean(diff.new_name),
        same="" if diff.differs else same_words(diff),
        parts=summary_parts(diff),
        causes=cause_counts(diff),
        totals=diff.totals,
        sections=diff_sections(diff),
        most=MOST_ROWS,
        few=OPEN_ROWS,
        signs={"+": "added", "-": "removed", "~": "changed", ">": "moved"},
    )
    return page if page.endswith("\n") else f"{page}\n"
