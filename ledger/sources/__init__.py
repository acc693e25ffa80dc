"""Sources: one reader a format makes a Document of a file; sections and sentences say what stands where in it."""

from __future__ import annotations

from ledger.sources.cues import SourceRules, make_source_rules
from ledger.sources.documents import make_document
from ledger.sources.readers import Source, find_sources, read_content, read_documents, read_source

__all__ = [
    "Source",
    "SourceRules",
    "find_sources",
    "make_document",
    "make_source_rules",
    "read_content",
    "read_documents",
    "read_source",
]
