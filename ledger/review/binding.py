"""A review is bound to what was looked at, value + unit + sentence, and is settled on the ledger as it is now."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from ledger.interval import plain
from ledger.lookup import Lookup, TupleLookup
from ledger.model import Claim
from ledger.review.combine import combine
from ledger.review.terms import REMARK, STALE, said_status
from ledger.store.reviews import Review


def figure_text(low: Decimal | None, value: Decimal | None, high: Decimal | None) -> str:
    """A figure as exact text: its value, or its two ends with a dash between.

    >>> figure_text(Decimal(80), None, Decimal(85)), figure_text(Decimal(350), Decimal(350), Decimal(350))
    ('80–85', '350')
    """
    if value is not None:
        return plain(value)
    return "–".join("…" if end is None else plain(end) for end in (low, high)) if (low, high) != (None, None) else ""


def binding_of(claim: Claim) -> str:
    """`V-` and 12 hex that change when the value, the unit or the sentence of a claim does."""
    return binding_of_texts(figure_text(claim.low, claim.value, claim.high), claim.unit.replace("_", " "), claim.sentence)


def binding_of_texts(figure: str, unit: str, sentence: str) -> str:
    """The binding of a claim as the workbook shows it: exact figure, unit, sentence."""
    words = "\n".join(" ".join(text.split()) for text in (figure, unit, sentence))
    return f"V-{hashlib.sha256(words.encode('utf-8', 'replace')).hexdigest()[:12]}"


def settle(reviews: Iterable[Review], claims: Sequence[Claim], moved: Mapping[str, str] | None = None) -> tuple[Review, ...]:
    """The reviews as they stand on these claims, by id; `settle_on` says how."""
    return settle_on(reviews, TupleLookup(claims), moved)


def settle_on(reviews: Iterable[Review], lookup: Lookup, moved: Mapping[str, str] | None = None) -> tuple[Review, ...]:
    """The reviews as they stand on a ledger's claims, by id: none is dropped and no word of any is changed but its status.

    A review whose figure or sentence is not the one that was looked at becomes Stale, and takes its status back when they return.
    One whose claim is gone moves to the claim that `moved` (old id -> new id) names, else to the one claim of its article with the
    same figure and sentence, else it is orphaned. Rows of one id, as a merge of branches leaves them, become one with both's words.
    """
    by_id = lookup.claims
    found: dict[str, Review] = {}
    waiting: list[Review] = []
    for review in sorted(reviews, key=lambda one: one.id):
        if review.id in by_id or review.id.startswith(REMARK):
            _add(found, review)
        else:
            waiting.append(review)
    articles = {review.article: None for review in waiting}
    bound = _claims_by_binding(claim for article in articles for claim in lookup.claims_of(article))
    for review in waiting:
        _add(found, replace(review, id=_new_home(review, found, by_id, bound, moved or {})))
    return tuple(_settled(review, by_id.get(review.id)) for _, review in sorted(found.items()))


def _add(found: dict[str, Review], review: Review) -> None:
    earlier = found.get(review.id)
    found[review.id] = review if earlier is None else combine(earlier, review)


def _claims_by_binding(claims: Iterable[Claim]) -> dict[tuple[str, str], list[str]]:
    """(article, binding) -> claim ids."""
    bound: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for claim in claims:
        bound[claim.article, binding_of(claim)].append(claim.claim_id)
    return dict(bound)


def _new_home(
    review: Review,
    taken: Mapping[str, Review],
    by_id: Mapping[str, Claim],
    bound: Mapping[tuple[str, str], Sequence[str]],
    moved: Mapping[str, str],
) -> str:
    """The id of the claim that a review without one goes to; its own where there is none that is free."""
    target = moved.get(review.id, "")
    if target in by_id and target not in taken:
        return target
    free = [claim_id for claim_id in bound.get((review.article, review.binding), ()) if claim_id not in taken]
    return free[0] if len(free) == 1 else review.id


def _settled(review: Review, claim: Claim | None) -> Review:
    if claim is None:
        return review if review.id.startswith(REMARK) else replace(review, orphaned="yes")
    now = binding_of(claim)
    status = said_status(review)
    if review.binding == now or not review.binding:
        return replace(review, status=status, old_status="", binding=now, article=claim.article, quote=claim.sentence, orphaned="")
    stale = STALE if status else ""
    return replace(review, status=stale, old_status=status, article=claim.article, orphaned="")
