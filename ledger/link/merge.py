"""Profiles of claims that are one figure become the profile of their group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from ledger.link.profile import Profile
from ledger.link.words import sum_vectors

T = TypeVar("T")
Sets = dict[frozenset[Any], frozenset[Any]]
"""Sets handed out before: groups share theirs."""


def merge_profiles(parts: Sequence[Profile], known: Sets) -> Profile:
    """The group of all claims of the parts, in claim order; its vectors are the sums of theirs, of length 1."""
    if len(parts) == 1:
        return parts[0]

    def _main(sets: Iterable[frozenset[str]]) -> frozenset[str]:
        found = _most(sets)
        return known.setdefault(found, found)

    def _union(sets: Iterable[frozenset[T]]) -> frozenset[T]:
        found = _all(sets)
        return known.setdefault(found, found)

    claims = tuple(sorted((claim for part in parts for claim in part.claims), key=lambda claim: claim.claim_id))
    return Profile(
        claims=claims,
        dimension=parts[0].dimension,
        figures=_union([part.figures for part in parts]),
        near=sum_vectors([(part.near, len(part.claims)) for part in parts]),
        words=sum_vectors([(part.words, len(part.claims)) for part in parts]),
        classes=_main(part.classes for part in parts),
        heads=_main(part.heads for part in parts),
        modifiers=_main(part.modifiers for part in parts),
        outcomes=_main(part.outcomes for part in parts),
        subjects=_main(part.subjects for part in parts),
        places=_main(part.places for part in parts),
        years=_main(part.years for part in parts),
        scopes=_main(part.scopes for part in parts),
        backgrounds=_union([part.backgrounds for part in parts]),
        besides=_union([part.besides for part in parts]),
        parts=_union([part.parts for part in parts]),
        mains=_union([part.mains for part in parts]),
        roles=_main(part.roles for part in parts),
        aspects=_main(part.aspects for part in parts),
        units=_union([part.units for part in parts]),
        articles=_union([part.articles for part in parts]),
        events=_union([part.events for part in parts]),
        sentences=_union([part.sentences for part in parts]),
        soles=_union([part.soles for part in parts]),
        rivals=min(part.rivals for part in parts),
        kin=_union([part.kin for part in parts]),
        models=_main(part.models for part in parts),
        sizes=_main(part.sizes for part in parts),
        lead=any(part.lead for part in parts),
        ages=any(part.ages for part in parts),
        days=_union([part.days for part in parts]),
        stories=_union([part.stories for part in parts]),
        summary=all(part.summary for part in parts),
        teaser=all(part.teaser for part in parts),
    )


def _most(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    """What at least a third of the sets that hold anything hold: one misread mention does not speak for a group."""
    told = [one for one in sets if one]
    if not told or all(one is told[0] for one in told):
        return told[0] if told else frozenset()
    counts = Counter(item for one in told for item in one)
    return frozenset(item for item, count in counts.items() if 3 * count >= len(told))


def _all(sets: Iterable[frozenset[T]]) -> frozenset[T]:
    """All that the sets hold; one of them where they are one."""
    first, *others = sets
    return first if all(one is first for one in others) else first.union(*others)
