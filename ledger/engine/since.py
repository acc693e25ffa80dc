"""What moved since the ledger that stands in OUT: for the sheet Changes, and for reviews whose claim goes by another id now."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from filecmp import cmp
from pathlib import Path

from ledger.diff import diff_editions, make_edition
from ledger.diff.editions import READ
from ledger.diff.matching import match_claims
from ledger.diff.renames import match_articles
from ledger.errors import LedgerError
from ledger.report.workbook.changes import changes_of
from ledger.store.changes import Change, read_changes
from ledger.store.columns import MANIFEST


@dataclass(frozen=True, slots=True)
class Since:
    """The changes to show, and old claim id -> new claim id of those that were asked for."""

    changes: tuple[Change, ...] = ()
    moved: dict[str, str] = field(default_factory=dict)


def since_last(out: Path, fresh: Path, reviewed: Collection[str]) -> Since:
    """What moved from the ledger in `out` to the one whose tables stand in `fresh`; where nothing did, the changes that the former
    tells itself still hold.

    `reviewed` are the claim ids that somebody wrote about. Nothing where there is no ledger, or none that can be read.
    """
    try:
        if _is_same(out, fresh):
            return Since(read_changes(out))
        before, told = make_edition("before", out), read_changes(out)
    except LedgerError:
        return Since()
    after = make_edition("after", fresh, before)
    lost = [claim_id for claim_id in reviewed if claim_id not in after.claims]
    pairs = match_claims(before, after, match_articles(before, after)) if any(one in before.claims for one in lost) else {}
    moved = {claim_id: pairs[claim_id] for claim_id in lost if claim_id in pairs}
    return Since(changes_of(diff_editions(before, after)) or told, moved)


def _is_same(out: Path, fresh: Path) -> bool:
    """True where every file that a diff reads is the same in both folders: that needs no reading of rows."""
    names = [MANIFEST, *(path.name for table in READ for path in fresh.glob(f"{table}.*"))]
    return all((out / name).is_file() and cmp(out / name, fresh / name, shallow=False) for name in names)
