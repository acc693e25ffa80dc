"""Which claims of a ledger a draft is held against: those of articles on its event, and those of the same things elsewhere."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
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
_MOST_TOLD = 60
"""No article names anybody more often than this, or it names others as well."""
_SAMPLE = 2000
_LOOKED_AT = 300
_CAPITAL = re.compile(r"\b[A-ZÀ-ÖØ-Þ][^\W_]{2,40}(?:['’][^\W\d_]{1,20})?")
OWN, UNSURE, OTHER = "own", "unsure", "other"


@dataclass(frozen=True, slots=True)
class Pool:
    """Claims to compare with, by id, and how each article stands to the event of the draft: own, unsure, or other."""

    claims: tuple[Claim, ...]
    events: Mapping[str, str]


def find_pool(document: Document, claims: Sequence[Claim], index: LedgerIndex, settings: LinkSettings) -> Pool:
    """The pool for the claims of a draft. An article with the draft's own bytes is left out: a draft is no source of itself."""
    names = _draft_names(document, index)
    shares = _share_names(names, index, settings.events["name_floor"])
    if index.size <= _SMALL:
        chosen = index.every_claim()
    else:
        ranked = sorted(shares, key=lambda one: (-shares[one], one))
        chosen = index.claims_of(ranked[:_ARTICLES])
        known = {claim.claim_id for claim in chosen}
        things = sorted({(claim.kind, claim.entity.lower()) for claim in claims})
        chosen += [index.claim(key) for fact in index.facts_of(things, _THINGS) for key in fact.claim_ids if key not in known]
    own = index.articles_of_digest(document.sha256)
    chosen = [claim for claim in chosen if claim.article not in own]
    least, unknown = settings.events["share"], UNSURE if len(names) < _FEW_NAMES else OTHER
    events = {claim.article: OWN if shares.get(claim.article, 0.0) >= least else unknown for claim in chosen}
    return Pool(tuple(sorted(chosen, key=lambda claim: claim.claim_id)), events)


def _share_names(draft: Mapping[str, int], index: LedgerIndex, floor: float) -> dict[str, float]:
    """article -> the share of its names, or of the draft's where these are fewer, that both have; articles that share none are left out.

    In a large ledger the rarity of names is judged from every so many-th article.
    """
    step = max(1, len(index.articles) // _SAMPLE)
    counts = index.count_names(step)
    total = max(len(index.articles), floor)

    def weigh(names: Mapping[str, int]) -> dict[str, float]:
        return {name: math.log(1 + total / max(counts[name] * step, 1)) * (1 + math.log(count)) for name, count in names.items()}

    own = weigh(draft)
    rough = {article: math.fsum(own[name] for name in common) for article, common in index.articles_naming(own, _MOST_TOLD).items()}
    nearest = sorted(rough, key=lambda one: (-rough[one], one))[:_LOOKED_AT]
    return {article: share_of_names(own, weigh(index.names(article))) for article in nearest}


def _draft_names(document: Document, index: LedgerIndex) -> dict[str, int]:
    """The names of a draft; of a short one also the words that only open a sentence, where the ledger knows them as names."""
    names = dict(find_names(document))
    if len(names) < _FEW_NAMES:
        openers = {match.group().replace("’", "'").removesuffix("'s").lower() for match in _CAPITAL.finditer(document.text)}
        names.update((word, 1) for word in sorted(openers - names.keys()) if index.knows_name(word))
    return names
