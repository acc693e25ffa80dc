"""Fact ids that outlive the renaming of an article: claim ids hold the article's name, so a build would lose their history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from ledger.diff.renames import pair_by_hash
from ledger.errors import LedgerError
from ledger.model import Extraction
from ledger.store.csvfile import read_table

Earlier = Mapping[str, tuple[str, ...]]


def carry_ids(earlier: Earlier, folder: Path, extractions: Sequence[Extraction]) -> Earlier:
    """`earlier` (fact id -> claim ids of the ledger in a folder) with the claims of renamed articles under their new ids.

    An article is renamed where its name is gone and its very text has come under another one. A table that cannot be read changes nothing.
    """
    if not earlier:
        return earlier
    try:
        moved = _renamed(folder, extractions)
        ids = _new_ids(folder, extractions, moved) if moved else {}
    except LedgerError:
        return earlier
    return {fact_id: tuple(ids.get(one, one) for one in claims) for fact_id, claims in earlier.items()} if ids else earlier


def _renamed(folder: Path, extractions: Sequence[Extraction]) -> dict[str, str]:
    before: dict[str, str] = {row[0]: row[1] for row in read_table(folder / "articles.csv", ("article", "sha256"))}
    after = {one.article.article: one.article.sha256 for one in extractions}
    gone = {name: digest for name, digest in before.items() if name not in after}
    came = {name: digest for name, digest in after.items() if name not in before}
    return pair_by_hash(gone, came)


def _new_ids(folder: Path, extractions: Sequence[Extraction], moved: Mapping[str, str]) -> dict[str, str]:
    """Old claim id -> new claim id, by the place in the text, which is the same."""
    wanted = set(moved.values())
    places = {
        (claim.article, str(claim.start), str(claim.end)): claim.claim_id
        for one in extractions
        if one.article.article in wanted
        for claim in one.claims
    }
    rows = read_table(folder / "claims.csv", ("claim_id", "article", "start", "end"))
    found = {row[0]: places.get((moved.get(row[1], ""), row[2], row[3])) for row in rows if row[1] in moved}
    return {old: new for old, new in found.items() if new is not None}
