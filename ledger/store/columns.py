"""The tables of a ledger folder: their files and columns, in order. CONTRACT.md fixes the names; ours follow at the end."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

SCHEMA = 1
"""The version of the tables; another number in manifest.json is another program's ledger."""

MANIFEST = "manifest.json"
REVIEWS = "reviews.csv"

CLAIM_COLUMNS = (
    "claim_id", "fact_id", "article", "section", "start", "end", "surface", "value", "low", "high", "kind", "unit", "entity", "aspect",
    "direction", "qualifier", "bounds_low", "bounds_high", "bounds_closed", "role", "period", "base_period", "place", "subject", "outcome",
    "scope", "background", "speaker", "weight", "sentence",
)  # fmt: skip
"""The columns of the contract: those of a claim in JSON, but for fact_id."""

CLAIM_EXTRAS = (
    "expected_low", "expected_high", "expected_closed", "precision", "noun_class", "converts", "sentence_start", "block", "story", "quoted",
    "rules",
)  # fmt: skip
"""What linking and the checks need besides, so that a claim reads back whole."""

TABLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "articles": (
            "article", "title", "published", "publisher", "language", "sha256", "characters", "claims", "reprint_of", "url", "names",
        ),
        "claims": CLAIM_COLUMNS + CLAIM_EXTRAS,
        "facts": (
            "fact_id", "kind", "unit", "entity", "aspect", "role", "period", "subject", "value", "low", "high", "mentions", "articles",
            "independent_sources", "verdict", "claim_ids", "flag_ids",
        ),
        "flags": ("flag_id", "check", "severity", "fact_id", "claim_ids", "article", "message", "working"),
        "coverage": ("article", "start", "end", "surface", "reason"),
        "rates": ("article", "claim_id", "converted_id", "base", "quote", "low", "rate", "high"),
        "links": ("left", "right", "weight", "terms"),
    }
)  # fmt: skip
"""Table -> columns; the file is the table's name and .csv."""

WHOLE_NUMBERS = frozenset(("start", "end", "sentence_start", "block", "story", "mentions", "articles", "independent_sources", "characters"))
"""Columns that hold whole numbers in every row."""

REVIEW_COLUMNS = (
    "id", "status", "old_status", "checked_value", "method", "source", "source_link", "checked_by", "checked_on", "note", "signed_off_by",
    "signed_off_on", "binding", "article", "quote", "orphaned", "proposed", "conflict",
)  # fmt: skip
"""The columns of the contract, then ours: corrections that people proposed, and what two people disagree on."""

REVIEW_LOG = "reviews-log.csv"
LOG_COLUMNS = ("id", "column", "before", "after", "workbook")
