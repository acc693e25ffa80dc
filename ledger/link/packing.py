"""Groups of claims as plain lists and back: facts of an event wait so for those of others, which most never meet.

What is packed is all that a comparison across events reads: of the claims their figures and sentences, and nothing that only tells claims
of one event apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
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


class Packer:
    """Packs the facts of one event: texts and vectors of words once each, however many groups have them."""

    def __init__(self) -> None:
        self._texts: dict[str, int] = {}
        self._vectors: dict[int, int] = {}
        self._packed: list[Any] = []
        self._held: list[Vector] = []
        """Vectors by which others are known again: they must not make room for others meanwhile."""

    def pack(self, facts: Sequence[Sequence[Profile]]) -> list[Any]:
        """The groups of each fact, as JSON holds them."""
        groups = [[self._pack(group) for group in fact] for fact in facts]
        return [list(self._texts), self._packed, groups]

    def _text(self, text: str) -> int:
        return self._texts.setdefault(text, len(self._texts))

    def _pack(self, group: Profile) -> list[Any]:
        return [
            [_pack_claim(claim, self._text) for claim in group.claims],
            sorted([self._text(scale), str(low), str(high)] for scale, low, high in group.figures),
            self._vector(group.near),
            self._vector(group.words),
            [sorted(self._text(text) for text in getattr(group, name)) for name in _TEXTS],
            [sorted(getattr(group, name)) for name in _TRUTHS],
            [getattr(group, name) for name in _PLAIN],
            sorted(group.days),
            sorted([self._text(text) for text in sole] for sole in group.soles),
        ]

    def _vector(self, vector: Vector) -> int:
        """The number of a vector; its weights stay in their order, since a sum of floats depends on it."""
        known = self._vectors.get(id(vector))
        if known is None:
            known = self._vectors[id(vector)] = len(self._packed)
            self._packed.append([[self._text(stem) for stem in vector], list(vector.values())])
            self._held.append(vector)
        return known


@dataclass(slots=True)
class Shared:
    """What the groups of many events share."""

    texts: dict[str, str] = field(default_factory=dict)
    sets: dict[frozenset[Any], frozenset[Any]] = field(default_factory=dict)

    def set_of(self, items: Iterable[Any]) -> frozenset[Any]:
        """A set, the same for the same items."""
        found = frozenset(items)
        return self.sets.setdefault(found, found)


def unpack_groups(packed: Sequence[Any], wanted: Iterable[int], event: int, shared: Shared) -> dict[int, list[Profile]]:
    """The groups of some facts, by their places, as those of an event of that number; they have no twins."""
    texts, vectors, groups = packed
    words = [shared.texts.setdefault(text, text) for text in texts]
    unpacked: dict[int, Vector] = {}

    def vector(number: int) -> Vector:
        if number not in unpacked:
            stems, weights = vectors[number]
            unpacked[number] = dict(zip([words[stem] for stem in stems], weights, strict=True))
        return unpacked[number]

    events = frozenset((event,))
    return {at: [_unpack(one, words, vector, events, shared.set_of) for one in groups[at]] for at in wanted}


def _unpack(
    packed: Sequence[Any],
    words: Sequence[str],
    vector: Callable[[int], Vector],
    events: frozenset[int],
    set_of: Callable[[Iterable[Any]], frozenset[Any]],
) -> Profile:
    claims, figures, near, sentence, texts, truths, plain, days, soles = packed
    told: dict[str, Any] = {name: set_of([words[text] for text in found]) for name, found in zip(_TEXTS, texts, strict=True)}
    told |= {name: set_of(found) for name, found in zip(_TRUTHS, truths, strict=True)}
    told |= zip(_PLAIN, plain, strict=True)
    return Profile(
        claims=tuple(_unpack_claim(claim, words) for claim in claims),
        figures=set_of((words[scale], Decimal(low), Decimal(high)) for scale, low, high in figures),
        near=vector(near),
        words=vector(sentence),
        events=events,
        days=set_of(days),
        soles=set_of(tuple([words[text] for text in sole]) for sole in soles),
        **told,
    )


def _pack_claim(claim: Claim, words: Numbered) -> list[Any]:
    ends = (getattr(claim, name) for name in _NUMBERS)
    return [*(words(getattr(claim, name)) for name in _CLAIM), *(None if end is None else str(end) for end in ends)]


def _unpack_claim(packed: Sequence[Any], words: Sequence[str]) -> Claim:
    claim_id, article, kind, unit, qualifier, sentence = (words[cell] for cell in packed[: len(_CLAIM)])
    value, low, high = (None if cell is None else Decimal(cell) for cell in packed[len(_CLAIM) :])
    return Claim(claim_id, article, "", 0, 0, "", value, low, high, kind, unit, qualifier=qualifier, sentence=sentence)
