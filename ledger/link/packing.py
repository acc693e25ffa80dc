"""Groups of claims as plain lists and back: facts of an event wait so for those of others, which most never meet.

What is packed is all that a comparison across events reads: of the claims their figures and sentences, and nothing that only tells claims
of one event apart.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from ledger.link.profile import Profile
from ledger.link.words import Vector
from ledger.model import Claim

_TEXTS = (
    *("classes", "heads", "modifiers", "outcomes", "subjects", "places", "years", "scopes", "roles", "aspects", "units", "articles"),
    *("kin", "models", "sizes"),
)
_TRUTHS = ("backgrounds", "besides", "parts", "mains")
_PLAIN = ("dimension", "rivals", "lead", "ages", "summary", "teaser")
_NUMBERS = ("value", "low", "high")
_CLAIM = ("claim_id", "article", "kind", "unit", "qualifier", "sentence")
Numbered = Callable[[str], int]
"""The number of a text in a table of texts."""


def pack_groups(groups: Sequence[Profile], words: Numbered) -> list[Any]:
    """The groups of a fact, as JSON holds them."""
    return [_pack(group, words) for group in groups]


def unpack_groups(packed: Sequence[Any], words: Sequence[str], event: int) -> list[Profile]:
    """The groups that were packed, as those of an event of that number; they have no twins."""
    return [_unpack(one, words, frozenset((event,))) for one in packed]


def _pack(group: Profile, words: Numbered) -> list[Any]:
    return [
        [_pack_claim(claim, words) for claim in group.claims],
        sorted([words(scale), str(low), str(high)] for scale, low, high in group.figures),
        _pack_vector(group.near, words),
        _pack_vector(group.words, words),
        [sorted(words(text) for text in getattr(group, name)) for name in _TEXTS],
        [sorted(getattr(group, name)) for name in _TRUTHS],
        [getattr(group, name) for name in _PLAIN],
        sorted(group.days),
        sorted([words(text) for text in sole] for sole in group.soles),
    ]


def _unpack(packed: Sequence[Any], words: Sequence[str], events: frozenset[int]) -> Profile:
    claims, figures, near, sentence, texts, truths, plain, days, soles = packed
    told: dict[str, Any] = {name: frozenset([words[text] for text in found]) for name, found in zip(_TEXTS, texts, strict=True)}
    told |= {name: frozenset(found) for name, found in zip(_TRUTHS, truths, strict=True)}
    told |= zip(_PLAIN, plain, strict=True)
    return Profile(
        claims=tuple(_unpack_claim(claim, words) for claim in claims),
        figures=frozenset((words[scale], Decimal(low), Decimal(high)) for scale, low, high in figures),
        near=_unpack_vector(near, words),
        words=_unpack_vector(sentence, words),
        events=events,
        days=frozenset(days),
        soles=frozenset(tuple([words[text] for text in sole]) for sole in soles),
        **told,
    )


def _pack_vector(vector: Vector, words: Numbered) -> list[Any]:
    """The weights in the order of the vector: a sum of floats depends on it."""
    return [[words(stem) for stem in vector], list(vector.values())]


def _unpack_vector(packed: Sequence[Any], words: Sequence[str]) -> Mapping[str, float]:
    stems, weights = packed
    return dict(zip([words[stem] for stem in stems], weights, strict=True))


def _pack_claim(claim: Claim, words: Numbered) -> list[Any]:
    ends = (getattr(claim, name) for name in _NUMBERS)
    return [*(words(getattr(claim, name)) for name in _CLAIM), *(None if end is None else str(end) for end in ends)]


def _unpack_claim(packed: Sequence[Any], words: Sequence[str]) -> Claim:
    claim_id, article, kind, unit, qualifier, sentence = (words[cell] for cell in packed[: len(_CLAIM)])
    value, low, high = (None if cell is None else Decimal(cell) for cell in packed[len(_CLAIM) :])
    return Claim(claim_id, article, "", 0, 0, "", value, low, high, kind, unit, qualifier=qualifier, sentence=sentence)
