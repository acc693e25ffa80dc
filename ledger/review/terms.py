"""The words of a review: its columns and their headers, the statuses, and the sheets with the header each row is known by."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ledger.store.reviews import Review

NEW, STALE = "New", "Stale"
STATUSES = (
    (NEW, "nobody has looked at it yet"),
    ("In review", "somebody is at work on it"),
    ("Confirmed", "checked against a source, the figure stands"),
    ("Corrected", "checked, and the right figure stands under Checked value"),
    ("Wrong", "checked and wrong, no right figure known"),
    ("Unverifiable", "no source can settle it"),
    ("Needs source", "a source is still being looked for"),
    ("Extraction error", "the program misread the text; the article does not say this"),
)
"""The statuses a person may set; only the program sets Stale. New is an empty cell in reviews.csv."""

HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "status": "Status",
        "checked_value": "Checked value",
        "method": "Method",
        "source": "Source",
        "source_link": "Source link",
        "checked_by": "Checked by",
        "checked_on": "Checked on",
        "note": "Note",
        "signed_off_by": "Signed off by",
        "signed_off_on": "Signed off on",
        "proposed": "Proposed correction",
        "conflict": "Disagreement",
    }
)
"""Column of reviews.csv that people fill -> its header in the workbook."""
FIELDS = tuple(HEADERS)
DAYS = ("checked_on", "signed_off_on")
LINES = ("note", "proposed", "conflict")
"""Fields that hold a line each remark: two people's lines stand together."""

CLAIMS, ORPHANS, META = "Claims", "Orphaned reviews", "_meta"
KEYS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Facts": ("Fact ID",),
        CLAIMS: ("Claim ID",),
        "Flags": ("Flag ID",),
        "Articles": ("Article",),
        "Rates": ("Claim ID",),
        "Coverage": ("Article", "From character"),
        ORPHANS: ("Claim ID",),
    }
)
"""Sheet -> the headers of the cells that a row is known by."""
META_HEADERS = ("Key", "Value", "Marks", "Binding", "Review")
OWN_SHEETS = (*KEYS, "Summary", "Changes", "Guide", "_lists", META)
REMARK = "N-"
"""The first letters of the id of words that stand beside no claim."""


def is_written(review: Review) -> bool:
    """True where a person's word stands in a review."""
    return any(getattr(review, field) for field in FIELDS)


def said_status(review: Review) -> str:
    """The status that a person gave, also where the program has set Stale since."""
    return review.old_status if review.status == STALE else review.status
