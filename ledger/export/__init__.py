"""A ledger for other programs: ClaimReview for the web, a database for Datasette, JSON Lines for scripts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from ledger.export.claimreview import render_claimreview
from ledger.export.database import render_database
from ledger.export.jsonlines import render_jsonlines
from ledger.export.reading import ReviewedLedger, read_reviewed
from ledger.export.sarif import render_sarif
from ledger.store import read_ledger

FORMATS: Mapping[str, Callable[[ReviewedLedger], bytes]] = {
    "claimreview": render_claimreview,
    "sqlite": render_database,
    "jsonl": render_jsonlines,
}


SARIF = "sarif"


def export_ledger(folder: Path, form: str, articles: str = "") -> bytes:
    """The ledger of a folder, with what people wrote, as the bytes of one of FORMATS, or its flags as SARIF: the same for the same folder.

    `articles` is for SARIF: the folder that the articles' names are seen from, to give the flags lines.
    """
    return render_sarif(read_ledger(folder), articles) if form == SARIF else FORMATS[form](read_reviewed(folder))


__all__ = [
    "FORMATS",
    "SARIF",
    "ReviewedLedger",
    "export_ledger",
    "read_reviewed",
    "render_claimreview",
    "render_database",
    "render_jsonlines",
    "render_sarif",
]
