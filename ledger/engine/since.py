"""What moved since the ledger that stands in OUT: for the sheet Changes, and for reviews whose claim goes by another id now."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from ledger.diff import Edition, diff_editions, make_edition
from ledger.diff.matching import match_claims
from ledger.diff.renames import match_articles
from ledger.errors import LedgerError
from ledger.model import Ledger
from ledger.report.workbook.changes import changes_of
from ledger.store import ledger_rows
from ledger.store.changes import Change, read_changes


@dataclass(frozen=True, slots=True)
class Since:
    """The changes to show, and old claim id -> new claim id of those that were asked for."""

    changes: tuple[Change, ...] = ()
    moved: dict[str, str] = field(default_factory=dict)


def since_last(out: Path, ledger: Ledger, reviewed: Collection[str]) -> Since:
    """What moved since the ledger in `out`; where nothing did, the changes that it tells itself still hold.

    `reviewed` are the claim ids that somebody wrote about. Nothing where there is no ledger, or none that can be read.
    """
    try:
        before, told = make_edition("before", out), read_changes(out)
    except LedgerError:
        return Since()
    after = _edition(ledger)
    lost = [claim_id for claim_id in reviewed if claim_id not in after.claims]
    pairs = match_claims(before, after, match_articles(before, after)) if any(one in before.claims for one in lost) else {}
    moved = {claim_id: pairs[claim_id] for claim_id in lost if claim_id in pairs}
    if before == _named(after, before.name):
        return Since(told, moved)
    return Since(changes_of(diff_editions(before, after)) or told, moved)


def _edition(ledger: Ledger) -> Edition:
    rows = ledger_rows(ledger)
    articles, claims, facts, flags = ({row[0]: row for row in rows[table]} for table in ("articles", "claims", "facts", "flags"))
    return Edition("after", ledger.rules_digest, articles, claims, facts, flags, rows["coverage"])


def _named(edition: Edition, name: str) -> Edition:
    return Edition(name, edition.rules, edition.articles, edition.claims, edition.facts, edition.flags, edition.coverage)
