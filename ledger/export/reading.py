"""A ledger and what people wrote about it, read together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ledger.lookup import lookup_of
from ledger.model import Fact, Flag, Ledger
from ledger.review.binding import settle_on
from ledger.store import Review, read_ledger, read_reviews


@dataclass(frozen=True, slots=True)
class ReviewedLedger:
    """A ledger with its reviews, settled on its claims and sorted by id."""

    ledger: Ledger
    reviews: tuple[Review, ...]

    def fact_of(self) -> Mapping[str, Fact]:
        """claim id -> its fact."""
        return {claim_id: fact for fact in self.ledger.facts for claim_id in fact.claim_ids}

    def flags_of(self) -> Mapping[str, list[Flag]]:
        """claim id -> the flags that name it, by id."""
        found: defaultdict[str, list[Flag]] = defaultdict(list)
        for flag in sorted(self.ledger.flags, key=lambda flag: flag.flag_id):
            for claim_id in flag.claim_ids:
                found[claim_id].append(flag)
        return dict(found)


def read_reviewed(folder: Path) -> ReviewedLedger:
    """The ledger and the reviews of a folder; raises LedgerError where one of them cannot be read."""
    ledger = read_ledger(folder)
    return ReviewedLedger(ledger, settle_on(read_reviews(folder), lookup_of(ledger)))
