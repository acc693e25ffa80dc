"""An event as the parent of a build sees it: what its worker packed, unpacked as far as somebody asks."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Sequence
from itertools import chain

from ledger.engine.packed import EventIndex, Memo, unframe, unpack_outcomes
from ledger.link.inside import Told
from ledger.link.packing import Shared, unpack_groups
from ledger.link.profile import Profile
from ledger.model import Claim
from ledger.reconcile.task import unpack_rows
from ledger.store.csvfile import parse_rows
from ledger.store.rows import parse_claim

_SECTIONS = ("articles", "claims", "near", "links")


class ReconciledEvent:
    """The outcome of one event. Raises ValueError for bytes that `reconcile_event` did not write."""

    def __init__(self, packed: bytes, number: int, memo: Memo) -> None:
        index, *self._sections, self._groups = unframe(packed, 2 + len(_SECTIONS))
        (told,) = unpack_outcomes(index, memo)
        if not isinstance(told, EventIndex):
            raise ValueError(f"no packed event (a {type(told).__name__})")
        self.index = told
        self.number = number
        self._rows: dict[str, list[bytes]] = {}
        self._places: dict[str, int] = {}

    @property
    def facts(self) -> Sequence[Told]:
        """The facts as the event alone tells them."""
        one = self.index
        return [Told(*parts) for parts in zip(one.facts, one.strongest, one.keys, strict=True)]

    def groups_of(self, wanted: Iterable[int], shared: Shared) -> dict[int, list[Profile]]:
        """The groups of some facts, by their places."""
        return unpack_groups(json.loads(zlib.decompress(self._groups).decode("utf-8", "surrogatepass")), wanted, self.number, shared)

    def claims_of(self, at: int) -> list[Claim]:
        """The claims of a fact."""
        return self.claims(self.index.facts[at].claim_ids)

    def claims(self, ids: Iterable[str]) -> list[Claim]:
        """Claims of the event, read off their rows."""
        rows = self.rows("claims")
        self._places = self._places or {claim_id: at for at, claim_id in enumerate(chain.from_iterable(self.index.claim_ids))}
        text = "".join([f"{claim_id},," + rows[self._places[claim_id]].decode() for claim_id in ids])
        return [parse_claim(row) for row in parse_rows(text)]

    def rows(self, section: str) -> list[bytes]:
        """Rows of its tables as they stand in the files: of `articles` those of coverage behind them (all of an article in one), of
        `claims` what is behind the ids of claim and fact; `near` are the links between facts, `links` the others."""
        found = self._rows.get(section)
        if found is None:
            found = self._rows[section] = unpack_rows(self._sections[_SECTIONS.index(section)])
        return found

    def forget(self) -> None:
        """Lets go of what was unpacked."""
        self._rows, self._places = {}, {}
