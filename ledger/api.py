"""The Python API: a ledger as typed records and pandas frames, and the claims of a text. docs/api.md shows it at work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from ledger.errors import LedgerError
from ledger.export.reading import read_reviewed
from ledger.lookup import lookup_of
from ledger.model import Article, Claim, Fact, Flag, Ledger, Rate, Uncounted
from ledger.store import Review

if TYPE_CHECKING:
    import pandas as pd

    from ledger.extract import Extractor
    from ledger.pack import RulePack


@dataclass(frozen=True)
class OpenLedger:
    """A ledger folder, read: every list is a tuple of frozen records, sorted by id. Nothing is written through it."""

    folder: Path
    ledger: Ledger = field(repr=False)
    reviews: tuple[Review, ...] = field(repr=False)

    @property
    def articles(self) -> tuple[Article, ...]:
        """What was read."""
        return self.ledger.articles

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every mention of a figure."""
        return tuple(self.ledger.claims)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What the claims are about, linked across articles."""
        return self.ledger.facts

    @property
    def flags(self) -> tuple[Flag, ...]:
        """What does not fit."""
        return self.ledger.flags

    @property
    def rates(self) -> tuple[Rate, ...]:
        """The exchange rates that bracketed conversions imply."""
        return self.ledger.rates

    @property
    def coverage(self) -> tuple[Uncounted, ...]:
        """The numbers that are no claims, and why."""
        return tuple(self.ledger.uncounted)

    @cached_property
    def _claim_by_id(self) -> Mapping[str, Claim]:
        return lookup_of(self.ledger).claims

    @cached_property
    def _fact_by_claim(self) -> Mapping[str, Fact]:
        return {claim_id: fact for fact in self.ledger.facts for claim_id in fact.claim_ids}

    def claim(self, claim_id: str) -> Claim:
        """The claim of an id; raises KeyError for another."""
        return self._claim_by_id[claim_id]

    def claims_of(self, of: Fact | Flag) -> tuple[Claim, ...]:
        """The claims of a fact or a flag, in the order of their articles and places."""
        found = (self._claim_by_id[claim_id] for claim_id in of.claim_ids)
        return tuple(sorted(found, key=lambda claim: (claim.article, claim.start, claim.end)))

    def fact_of(self, claim: Claim) -> Fact | None:
        """The fact that a claim tells."""
        return self._fact_by_claim.get(claim.claim_id)

    def flags_of(self, of: Claim | Fact) -> tuple[Flag, ...]:
        """The flags that name a claim or a fact."""
        if isinstance(of, Claim):
            return tuple(flag for flag in self.ledger.flags if of.claim_id in flag.claim_ids)
        return tuple(flag for flag in self.ledger.flags if flag.fact_id == of.fact_id)

    def frame(self, table: str = "claims") -> pd.DataFrame:
        """A table as a pandas frame: articles, claims, facts, flags, coverage, rates, links or reviews."""
        from ledger.store.frames import FRAMES, ledger_frame

        if table not in FRAMES:
            raise LedgerError(str(self.folder), f"there is no table {table!r}", f"Ask for one of {', '.join(FRAMES)}")
        return ledger_frame(self.ledger, table, self.reviews)


def open_ledger(folder: str | Path) -> OpenLedger:
    """The ledger that `factledger build` wrote into a folder; raises LedgerError where there is none, or half of one."""
    reviewed = read_reviewed(Path(folder))
    return OpenLedger(Path(folder), reviewed.ledger, reviewed.reviews)


def extract_claims(
    text: str, *, published: date | str | None = None, article: str = "text", rules: Sequence[str | Path] = ()
) -> tuple[Claim, ...]:
    """The claims of a text, in text order; `text[claim.start:claim.end] == claim.surface`.

    `published` (a day, or ISO text) lets words such as "last year" be understood; `rules` are rule folders of your own. The
    first call reads the rules; later ones with the same rules are quick.
    """
    from ledger.sources import make_document, make_source_rules

    day = date.fromisoformat(published) if isinstance(published, str) else published
    pack, extractor = _extractor(tuple(Path(folder) for folder in rules))
    return extractor.extract(make_document(text, article, published=day, rules=make_source_rules(pack))).claims


@lru_cache(maxsize=4)
def _extractor(rules: tuple[Path, ...]) -> tuple[RulePack, Extractor]:
    from ledger.extract import Extractor
    from ledger.pack import load_pack

    pack = load_pack(rules)
    return pack, Extractor(pack)
