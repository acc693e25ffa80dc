"""Which claims of a ledger a draft is held against: those of articles on its event, and those of the same things elsewhere."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ledger.draft.index import LedgerIndex
from ledger.extract.fingerprint import find_names
from ledger.link.events import share_of_names
from ledger.link.settings import LinkSettings
from ledger.model import Claim, Document

_SMALL = 3000
"""A ledger of up to so many claims is looked through whole."""
_ARTICLES = 40
"""Of a larger one, so many articles at most: those nearest to the draft by their names."""
_THINGS = 60
"""A thing that more facts than this count proposes none of them."""
_FEW_NAMES = 4
_CAPITAL = re.compile(r"[^\W\d_][^\W_]+(?:['’][^\W\d_]+)*")
OWN, UNSURE, OTHER = "own", "unsure", "other"


@dataclass(frozen=True, slots=True)
class Pool:
    """Claims to compare with, by id, and how each article stands to the event of the draft: own, unsure, or other."""

    claims: tuple[Claim, ...]
    events: Mapping[str, str]


def find_pool(document: Document, claims: Sequence[Claim], index: LedgerIndex, settings: LinkSettings) -> Pool:
    """The pool for the claims of a draft."""
    shares = _share_names(document, index, settings)
    events = _judge_events(shares, index, settings)
    if index.size <= _SMALL:
        chosen = [index.claim(key) for key in sorted(index.rows)]
    else:
        ranked = sorted((article for article, (share, _) in shares.items() if share > 0), key=lambda one: (-shares[one][0], one))
        chosen = index.claims_of(ranked[:_ARTICLES])
        known = {claim.claim_id for claim in chosen}
        chosen += [index.claim(key) for key in sorted(_same_things(claims, index) - known)]
    own = {article for article, digest in index.digests.items() if digest == document.sha256}
    chosen = [claim for claim in chosen if claim.article not in own]  # a draft is no source of itself
    return Pool(tuple(chosen), {claim.article: events.get(claim.article, OTHER) for claim in chosen})


def _same_things(claims: Iterable[Claim], index: LedgerIndex) -> set[str]:
    """Claim ids of facts that count the same thing by name, wherever they stand."""
    found: set[str] = set()
    for claim in claims:
        facts = index.entities.get((claim.kind, claim.entity.lower()), ())
        if len(facts) <= _THINGS:
            found.update(key for fact in facts for key in index.facts[fact].claim_ids)
    return found


def _share_names(document: Document, index: LedgerIndex, settings: LinkSettings) -> dict[str, tuple[float, int]]:
    """article -> (share of names in common with the draft, names in the draft)."""
    counts = Counter(name for names in index.names.values() for name, _ in names)
    total = max(len(index.names), settings.events["name_floor"])
    weights = {name: math.log(1 + total / count) for name, count in counts.items()}
    own = _draft_names(document, counts)
    unknown = math.log(1 + total)
    draft = {name: weights.get(name, unknown) * (1 + math.log(count)) for name, count in own.items()}
    shares = {}
    for article, names in index.names.items():
        if any(name in draft for name, _ in names):
            vector = {name: weights[name] * (1 + math.log(count)) for name, count in names}
            shares[article] = (share_of_names(draft, vector), len(own))
        else:
            shares[article] = (0.0, len(own))
    return shares


def _draft_names(document: Document, known: Mapping[str, int]) -> dict[str, int]:
    """The names of a draft; a word that only opens a sentence is one where the ledger knows it as a name."""
    names = dict(find_names(document))
    for match in _CAPITAL.finditer(document.text):
        word = match.group().replace("’", "'").removesuffix("'s").lower()
        if match.group()[0].isupper() and word in known:
            names.setdefault(word, 1)
    return names


def _judge_events(shares: Mapping[str, tuple[float, int]], index: LedgerIndex, settings: LinkSettings) -> dict[str, str]:
    """own where enough names are shared; unsure where the draft has too few names to tell; else other."""
    judged = {}
    for article, (share, names) in shares.items():
        if share >= settings.events["share"]:
            judged[article] = OWN
        else:
            judged[article] = UNSURE if names < _FEW_NAMES else OTHER
    return judged
