"""Texts of two people about one figure, brought together without losing a word of either."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ledger.review.terms import FIELDS, HEADERS, LINES, said_status
from ledger.store.reviews import Review


def folded(text: str) -> str:
    """A text for comparing: white space folded, ends trimmed."""
    return " ".join(text.split())


def with_lines(text: str, lines: Iterable[str]) -> str:
    """A text with further lines at its end, those left out that it has already."""
    known = {folded(line) for line in text.splitlines()}
    new: list[str] = []
    for line in lines:
        if folded(line) and folded(line) not in known:
            known.add(folded(line))
            new.append(line)
    return "\n".join([text, *new] if text.strip() else new) if new else text


def merge_lines(base: str | None, now: str, returned: str) -> str:
    """Lines merged three ways: what was added on either side stays, what the returned text took out goes.

    >>> merge_lines("call back", "call back\\nleft a message", "call back\\nsee p. 4")
    'call back\\nleft a message\\nsee p. 4'
    """
    before = {folded(line) for line in (base or "").splitlines()}
    kept = {folded(line) for line in returned.splitlines()}
    gone = before - kept
    left = "\n".join(line for line in now.split("\n") if folded(line) not in gone) if gone else now
    return with_lines(left, (line for line in returned.splitlines() if folded(line) not in before))


def disagreement(field: str, stands: str, other: str, who: str) -> str:
    """The line that keeps both values of a field in the review."""
    return f"{HEADERS[field]}: {folded(stands) or 'empty'} ≠ {folded(other) or 'empty'} ({who})"


def combine(one: Review, other: Review) -> Review:
    """Two rows of one id as one: an empty field takes the other's text, lines stand together, what differs is a disagreement."""
    lines: list[str] = []
    changes: dict[str, str] = {}
    for field in FIELDS:
        if field in LINES:
            changes[field] = merge_lines(None, getattr(one, field), getattr(other, field))
            continue
        stands, said = (said_status(review) if field == "status" else getattr(review, field) for review in (one, other))
        if not stands:
            changes[field] = said
        elif said and folded(said) != folded(stands):
            lines.append(disagreement(field, stands, said, "two rows of reviews.csv"))
    if "status" in changes:  # the binding goes with the status
        changes |= {name: getattr(other, name) for name in ("binding", "article", "quote", "old_status") if getattr(other, name)}
        changes["status"] = other.status
    changes["conflict"] = with_lines(changes["conflict"], lines)
    return replace(one, **changes)
