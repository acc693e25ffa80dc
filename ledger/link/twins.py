"""Twins: claims of one event that say the same in the same words, as reprints and outlets with one source do.

What is compared with one of them need not be compared with the other: a comparison reads nothing of a claim but its profile and its
sentence. Only inside one article does it matter which claim it is.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import fields
from operator import attrgetter

from ledger.link.profile import Profile

_OF_ARTICLE = frozenset({"claims", "articles", "sentences", "stories", "near", "words", "fields", "twin", "spelt"})
"""What differs between twins, or follows from what is compared."""
_rest_of = attrgetter(*(one.name for one in fields(Profile) if one.name not in _OF_ARTICLE))


def mark_twins(profiles: Iterable[Profile], numbers: Iterator[int]) -> None:
    """Gives the profiles of one event, one claim each, their `twin`: a number for twins, a negative one for a claim that has none."""
    groups: dict[Hashable, list[Profile]] = {}
    for profile in profiles:
        groups.setdefault(_likeness(profile), []).append(profile)
    for group in groups.values():
        number = next(numbers)
        for profile in group:
            profile.twin = number if len(group) > 1 else -number


def twin_key(left: Profile, right: Profile) -> tuple[int, int] | None:
    """What two comparisons must share to come out alike, where that can happen at all; None within an article, and for groups."""
    one, other = left.twin, right.twin
    if not one or not other or (one < 0 and other < 0) or not left.articles.isdisjoint(right.articles):
        return None
    return one, other


def _likeness(profile: Profile) -> Hashable:
    """All that a comparison with a claim of another article reads; `make_profiles` gives one sentence and figure one vector."""
    claim = profile.claims[0]
    return (claim.sentence, id(profile.near), claim.kind, claim.unit, claim.qualifier, _rest_of(profile))
