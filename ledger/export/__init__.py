"""A ledger for other programs: ClaimReview for the web, a database for Datasette, JSON Lines for scripts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from ledger.export.claimreview import render_claimreview
from ledger.export.database import render_database
from ledger.export.jsonlines import render_jsonlines
from ledger.export.reading import ReviewedLedger, read_reviewed

FORMATS: Mapping[str, Callable[[ReviewedLedger], bytes]] = {
    "claimreview": render_claimreview,
    "sqlite": render_database,
    "jsonl": render_jsonlines,
}


def export_ledger(folder: Path, form: str) -> bytes:
    """The ledger of a folder, with what people wrote, as the bytes of one of FORMATS: the same for the same folder."""
    return FORMATS[form](read_reviewed(folder))


__all__ = ["FORMATS", "ReviewedLedger", "export_ledger", "read_reviewed", "render_claimreview", "render_database", "render_jsonlines"]
