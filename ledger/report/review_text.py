"""The round trip on the terminal: what an import did, and who has done what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from ledger.review.merge import MergeReport
from ledger.review.status import ReviewStatus
from ledger.review.terms import REMARK
from ledger.store import Review

_MOST = 20
_LONGEST = 100


def render_import(merge: MergeReport, own: Sequence[Review], name: str) -> str:
    """What came home, the disagreements with both values, the proposed corrections, and a warning where one person did both."""
    lines = [f"{name}: {_count(len(merge.changed), 'review')} changed." if merge.changed else f"{name}: nothing new."]
    lines += [f"conflict: {conflict}" for conflict in merge.conflicts]
    lines += _listed("proposed", [str(proposal) for proposal in merge.proposals])
    lines += [f"warning: {review.id}: {review.checked_by.strip()} checked it and signed it off too" for review in own]
    if merge.conflicts:
        lines.append(f"{_count(len(merge.conflicts), 'disagreement')}: both texts are kept. Write what holds, then empty Disagreement.")
    return "\n".join(lines)


def _listed(word: str, rows: Sequence[str]) -> Iterator[str]:
    yield from (f"{word}: {row}" for row in rows[:_MOST])
    if len(rows) > _MOST:
        yield f"{word}: and {len(rows) - _MOST:,} more, in the column Proposed correction"


def render_status(status: ReviewStatus) -> str:
    """The counts by status and person, then each review that waits for somebody."""
    lines = [f"{_count(status.claims, 'claim')}"]
    lines += [f"  {name:<18}{count:>8,}" for name, count in status.statuses]
    if status.people:
        wide = max(len(name) for name, _, _ in status.people) + 2
        lines += ["", f"  {'':<{wide}}{'checked':>9}{'signed off':>12}"]
        lines += [f"  {name:<{wide}}{checked:>9,}{signed:>12,}" for name, checked, signed in status.people]
    lines += _waiting("Stale: the figure or its sentence changed after the check", status.stale, _stale_words)
    lines += _waiting("Disagreements: two people wrote different things", status.conflicts, lambda review: review.conflict)
    lines += _waiting("Proposed corrections", status.proposed, lambda review: review.proposed)
    lines += _waiting("Checked and signed off by one person", status.own_sign_offs, lambda review: review.checked_by.strip())
    lines += _waiting("Orphaned: what they speak of is no longer in the ledger", status.orphaned, _orphan_words)
    return "\n".join(lines)


def _stale_words(review: Review) -> str:
    return f"was {review.old_status}: {review.quote}"


def _orphan_words(review: Review) -> str:
    place = "" if review.id.startswith(REMARK) else f"{review.article}: "
    return f"{review.status or 'no status'}; {place}{review.quote or review.note}"


def _waiting(title: str, reviews: Sequence[Review], words: Callable[[Review], str]) -> Iterable[str]:
    if not reviews:
        return []
    rows = [f"  {review.id}  {_short(words(review))}" for review in reviews]
    more = [f"  and {len(rows) - _MOST:,} more, in reviews.csv"] if len(rows) > _MOST else []
    return ["", f"{title} ({len(reviews):,})", *rows[:_MOST], *more]


def _short(text: str) -> str:
    line = "; ".join(part.strip() for part in text.splitlines() if part.strip())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
