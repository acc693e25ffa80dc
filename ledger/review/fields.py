"""One review merged three ways, field by field: as handed out, as returned, as it is now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ledger.errors import Notice
from ledger.review.cells import comparable, parse_day, status_name
from ledger.review.combine import disagreement, merge_lines, with_lines
from ledger.review.terms import DAYS, FIELDS, HEADERS, LINES, NEW, STALE, said_status
from ledger.store.reviews import Review


@dataclass(frozen=True, slots=True)
class Seen:
    """What the person who returned a row had looked at."""

    binding: str
    article: str
    quote: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that two people filled with different texts. `stands` is what the review keeps, `returned` what the workbook says."""

    id: str
    column: str
    stands: str
    returned: str
    workbook: str

    def __str__(self) -> str:
        return f"{self.id}, {self.column}: “{self.stands}” stands, {self.workbook} says “{self.returned}”"


@dataclass(slots=True)
class MergedReview:
    """A review after its row was merged in."""

    review: Review
    conflicts: list[Conflict] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)


def merge_review(now: Review, base: Mapping[str, str] | None, cells: Mapping[str, str], seen: Seen, who: str, where: str) -> MergedReview:
    """The review with what a returned row changed in it.

    `base` holds the fields as they were shown when the workbook was handed out, with `binding`; None where that is not known.
    A column that the row does not have changes nothing.
    """
    merged = MergedReview(now)
    texts = {name: cells[header] for name, header in HEADERS.items() if header in cells}
    if "status" in texts:
        _merge_status(merged, base, texts["status"], seen, who, where)
    for name in FIELDS:
        if name == "status" or name not in texts:
            continue
        if name in LINES:
            _merge_lines(merged, base, name, texts[name])
        else:
            _merge_text(merged, base, name, texts[name], who, where)
    lines = [disagreement(_field(one.column), one.stands, one.returned, who) for one in merged.conflicts]
    review = replace(merged.review, conflict=with_lines(merged.review.conflict, lines))
    if not review.binding and review != now:
        review = replace(review, binding=seen.binding, article=seen.article, quote=seen.quote)
    merged.review = review
    return merged


def _field(column: str) -> str:
    return next(name for name, header in HEADERS.items() if header == column)


def _merge_status(merged: MergedReview, base: Mapping[str, str] | None, text: str, seen: Seen, who: str, where: str) -> None:
    now = merged.review
    status = status_name(text)
    base_status = None if base is None else status_name(base.get("status", ""))
    if comparable(text) == comparable((base or {}).get("status", "") or NEW) or (base is not None and status == base_status):
        return
    if status is None or (status == STALE and now.status != STALE):
        merged.review = replace(now, note=with_lines(now.note, [f"Status as written: {text}"]))
        found = f"“{text}” is no status" if status is None else "only the program sets Stale"
        merged.notices.append(Notice(where, found, "The words are kept in the note, the status is as it was"))
        return
    said = said_status(now)
    if status == STALE or (base is None and not status) or (status == said and now.status != STALE):
        return
    settled = base is None or said != (base.get("old_status") or base_status) or now.binding != base.get("binding", now.binding)
    if said and settled and status != said:
        merged.conflicts.append(Conflict(now.id, HEADERS["status"], said, status or NEW, who))
        return
    merged.review = replace(now, status=status, old_status="", binding=seen.binding, article=seen.article, quote=seen.quote)


def _merge_lines(merged: MergedReview, base: Mapping[str, str] | None, name: str, text: str) -> None:
    before = None if base is None else base.get(name, "")
    if before is None or comparable(text) != comparable(before):
        now = merged.review
        merged.review = replace(now, **{name: merge_lines(before, getattr(now, name), text)})


def _merge_text(merged: MergedReview, base: Mapping[str, str] | None, name: str, text: str, who: str, where: str) -> None:
    now = merged.review
    stands = getattr(now, name)
    if name in DAYS and text:
        text = _day(merged, name, text, where)
    before = None if base is None else base.get(name, "")
    if comparable(text) in (comparable(stands), comparable(before if before is not None else "")):
        return
    if not stands or (before is not None and comparable(before) == comparable(stands)):
        merged.review = replace(now, **{name: text})
    elif text:
        merged.conflicts.append(Conflict(now.id, HEADERS[name], stands, text, who))


def _day(merged: MergedReview, name: str, text: str, where: str) -> str:
    """A day as ISO, or as it was typed where it cannot be told."""
    day = parse_day(text)
    if not day and text != getattr(merged.review, name):
        merged.notices.append(Notice(where, f"{HEADERS[name]} “{text}” is no plain day", "It is kept as typed; write it as 2026-03-05"))
    return day or text
