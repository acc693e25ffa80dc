"""Who has done what: the reviews counted by status and by person, and what waits for somebody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ledger.review.combine import folded
from ledger.review.terms import NEW, REMARK, STALE, STATUSES
from ledger.store.reviews import Review


@dataclass(frozen=True, slots=True)
class ReviewStatus:
    """How far the check of a ledger has come."""

    claims: int
    statuses: tuple[tuple[str, int], ...]
    """(status, claims) in the order of the list, New first, Stale last; those that nobody has are left out."""
    people: tuple[tuple[str, int, int], ...]
    """(name, claims checked, claims signed off) by name."""
    stale: tuple[Review, ...]
    orphaned: tuple[Review, ...]
    conflicts: tuple[Review, ...]
    proposed: tuple[Review, ...]
    own_sign_offs: tuple[Review, ...]


def review_status(reviews: Iterable[Review], claims: int) -> ReviewStatus:
    """The reviews of a ledger with so many claims, counted; the lists are by id."""
    every = sorted(reviews, key=lambda review: review.id)
    here = [review for review in every if not review.orphaned and not review.id.startswith(REMARK)]
    counts = Counter(review.status or NEW for review in here)
    counts[NEW] += claims - len(here)
    order = [*(name for name, _ in STATUSES), STALE]
    names = sorted((name for name in counts if counts[name]), key=lambda name: (order.index(name) if name in order else len(order), name))
    return ReviewStatus(
        claims=claims,
        statuses=tuple((name, counts[name]) for name in names),
        people=_people(every),
        stale=tuple(review for review in here if review.status == STALE),
        orphaned=tuple(review for review in every if review.orphaned),
        conflicts=tuple(review for review in every if review.conflict),
        proposed=tuple(review for review in every if review.proposed),
        own_sign_offs=own_sign_offs(every),
    )


def _people(reviews: Sequence[Review]) -> tuple[tuple[str, int, int], ...]:
    """Names in the spelling that is found most; case and blanks tell nobody apart."""
    spellings: dict[str, Counter[str]] = {}
    checked: Counter[str] = Counter()
    signed: Counter[str] = Counter()
    for review in reviews:
        for name, counts in ((review.checked_by, checked), (review.signed_off_by, signed)):
            if folded(name):
                spellings.setdefault(folded(name).casefold(), Counter())[folded(name)] += 1
                counts[folded(name).casefold()] += 1
    shown = {key: min(found, key=lambda name: (-found[name], name)) for key, found in spellings.items()}
    return tuple((shown[key], checked[key], signed[key]) for key in sorted(shown))


def own_sign_offs(reviews: Iterable[Review]) -> tuple[Review, ...]:
    """The reviews that were signed off by the one who checked."""
    pairs = ((review, folded(review.checked_by).casefold(), folded(review.signed_off_by).casefold()) for review in reviews)
    return tuple(review for review, checker, signer in pairs if checker and checker == signer)
