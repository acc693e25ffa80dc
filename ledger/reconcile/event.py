"""An event as the parent of a build sees it: what its worker packed, unpacked as far as somebody asks."""

from __future__ import annotations

import csv
import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from ledger.engine.packed import EventIndex, Memo, unframe, unpack_outcomes
from ledger.link.inside import Told
from ledger.link.packing import unpack_groups
from ledger.link.profile import Profile
from ledger.model import Claim
from ledger.reconcile.task import unpack_rows
from ledger.store.rows import parse_claim


class ReconciledEvent:
    """The outcome of one event. Raises ValueError for bytes that `reconcile_event` did not write."""

    def __init__(self, packed: bytes, number: int, memo: Memo) -> None:
        index, self._rows, self._groups = unframe(packed, 3)
        (told,) = unpack_outcomes(index, memo)
        if not isinstance(told, EventIndex):
            raise ValueError(f"no packed event (a {type(told).__name__})")
        self.index = told
        self.number = number
        self._unpacked: tuple[Sequence[str], Sequence[Any]] | None = None
        self._unpacked_rows: Rows | None = None
        self._places: dict[str, int] | None = None

    @property
    def facts(self) -> Sequence[Told]:
        """The facts as the event alone tells them."""
        one = self.index
        return [Told(*parts) for parts in zip(one.facts, one.strongest, one.keys, strict=True)]

    def groups_of(self, at: int) -> list[Profile]:
        """The groups of a fact; all of an event are unpacked at once, and kept until `forget`."""
        if self._unpacked is None:
            words, groups = json.loads(zlib.decompress(self._groups).decode("utf-8", "surrogatepass"))
            self._unpacked = words, groups
        words, groups = self._unpacked
        return unpack_groups(groups[at], words, self.number)

    def claims_of(self, at: int) -> list[Claim]:
        """The claims of a fact."""
        return self.claims(self.index.facts[at].claim_ids)

    def claims(self, ids: Iterable[str]) -> list[Claim]:
        """Claims of the event, read off their rows."""
        rows = self.rows.claims
        if self._places is None:
            self._places = {claim_id: at for at, claim_id in enumerate(chain.from_iterable(self.index.claim_ids))}
        lines = [f"{claim_id},," + rows[self._places[claim_id]].decode() for claim_id in ids]
        return [parse_claim(row) for row in csv.reader(chain.from_iterable(line.splitlines(keepends=True) for line in lines), strict=True)]

    @property
    def rows(self) -> Rows:
        """The rows of its tables."""
        if self._unpacked_rows is None:
            one = self.index
            self._unpacked_rows = Rows(unpack_rows(self._rows), len(one.articles), sum(map(len, one.claim_ids)))
        return self._unpacked_rows

    def forget(self) -> None:
        """Lets go of what was unpacked."""
        self._unpacked = self._unpacked_rows = self._places = None


@dataclass(slots=True, init=False)
class Rows:
    """The rows of an event as they stand in the tables; of a claim what is behind the id of its fact."""

    articles: Sequence[bytes]
    coverage: Sequence[bytes]
    claims: Sequence[bytes]
    links: Sequence[bytes]

    def __init__(self, rows: Sequence[bytes], articles: int, claims: int) -> None:
        ends = articles, 2 * articles, 2 * articles + claims
        self.articles, self.coverage = rows[: ends[0]], rows[ends[0] : ends[1]]
        self.claims, self.links = rows[ends[1] : ends[2]], rows[ends[2] :]
