"""A diff narrowed to some of its parts."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from ledger.diff.changes import PARTS, LedgerDiff


def only_parts(diff: LedgerDiff, wanted: Collection[str]) -> LedgerDiff:
    """The diff with the wanted parts alone; all of it where none is named."""
    if not wanted:
        return diff
    parts = tuple(part for part in PARTS if part in wanted)
    return replace(
        diff,
        parts=parts,
        articles=diff.articles if "articles" in parts else (),
        claims=diff.claims if "claims" in parts else (),
        facts=diff.facts if "facts" in parts else (),
        verdicts=diff.verdicts if "verdicts" in parts else (),
        flags=diff.flags if "flags" in parts else (),
        coverage=diff.coverage if "coverage" in parts else (),
    )
