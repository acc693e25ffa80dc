"""Extraction: a document becomes claims, and every number that is none is named for what it is."""

from __future__ import annotations

from ledger.extract.extractor import Extractor

__all__ = ["Extractor"]
