"""Fact ids that outlive the renaming of an article: claim ids hold the article's name, so a build would lose their history."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from ledger.diff.renames import pair_by_hash
from ledger.errors import LedgerError
from ledger.model import Article, Claim
from ledger.store.csvfile import read_table

Earlier = Mapping[str, tuple[str, ...]]


Claims = Callable[[str], Iterable[Claim]]
"""The claims of an article."""


def carry_ids(earlier: Earlier, folder: Path, articles: Sequence[Article], claims_of: Claims) -> Earlier:
    """`earlier` (fact id -> claim ids of the ledger in a folder) with the claims of renamed articles under their new ids.

    An article is renamed where its name is gone and its very text has come under another one. A table that cannot be read changes nothing.
    """
    if not earlier:
        return earlier
    try:
        moved = _renamed(folder, articles)
        ids = _new_ids(folder, claims_of, moved) if moved else {}
    except LedgerError:
        return earlier
    return {fact_id: tuple(ids.get(one, one) for one in claims) for fact_id, claims in earlier.items()} if ids else earlier


def _renamed(folder: Path, articles: Sequence[Article]) -> dict[str, str]:
    before: dict[str, str] = {row[0]: row[1] for row in read_table(folder / "articles.csv", ("article", "sha256"))}
    after = {one.article: one.sha256 for one in articles}
    gone = {name: digest for name, digest in before.items() if name not in after}
    came = {name: digest for name, digest in after.items() if name not in before}
    return pair_by_hash(gone, came)


def _new_ids(folder: Path, claims_of: Claims, moved: Mapping[str, str]) -> dict[str, str]:
    """Old claim id -> new claim id, by the place in the text, which is the same."""
    places = {
        (claim.article, str(claim.start), str(claim.end)): claim.claim_id
        for article in sorted(set(moved.values()))
        for claim in claims_of(article)
    }
    rows = read_table(folder / "claims.csv", ("claim_id", "article", "start", "end"))
    found = {row[0]: places.get((moved.get(row[1], ""), row[2], row[3])) for row in rows if row[1] in moved}
    return {old: new for old, new in found.items() if new is not None}
