"""A returned workbook merged into the reviews: as handed out, as returned, as it is now. No word of anybody is overwritten unseen."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ledger.errors import Notice
from ledger.model import Claim
from ledger.review.binding import binding_of, binding_of_texts, settle
from ledger.review.combine import with_lines
from ledger.review.fields import Conflict, Seen, merge_review
from ledger.review.proposals import Proposal, find_proposals
from ledger.review.returned import Handed, ReturnedRow, ReturnedWorkbook
from ledger.review.terms import CLAIMS, FIELDS, HEADERS, ORPHANS, REMARK, is_written
from ledger.store.reviews import LogLine, Review

Shown = Callable[[str, str], Mapping[str, str]]
"""(sheet, key) -> header -> text of a row as the workbook of the ledger now shows it; empty for a row that is gone."""
Owner = Callable[[str, str], str]
"""(sheet, key) -> the claim that a row of any sheet is chiefly about; "" for none."""


@dataclass(frozen=True, slots=True)
class MergeReport:
    """The reviews after an import, and what a person should hear of it."""

    reviews: tuple[Review, ...]
    changed: tuple[str, ...]
    """Ids of the reviews that it began or changed, sorted."""
    conflicts: tuple[Conflict, ...]
    proposals: tuple[Proposal, ...]
    notices: tuple[Notice, ...]
    log: tuple[LogLine, ...]


@dataclass(slots=True)
class _Merge:
    """The merge at work: what stands so far."""

    book: ReturnedWorkbook
    claims: Mapping[str, Claim]
    now: dict[str, Review]
    homes: Mapping[str, str]
    """Claim id of the workbook -> the claim that is it now, for those that go by another id."""
    conflicts: list[Conflict] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    def handed(self, row: ReturnedRow) -> Handed | None:
        return self.book.handed.get((row.sheet, row.key)) if self.book.handed is not None else None


def merge_workbook(book: ReturnedWorkbook, reviews: Sequence[Review], claims: Sequence[Claim], shown: Shown, owner: Owner) -> MergeReport:
    """What the reviews are once a returned workbook is merged into them; they are settled on the claims.

    A field that only the workbook changed takes its text; one that both changed keeps what stands, and the other text stands
    beside it under `conflict`. Words in added columns and rows, and comments, go into notes; edited machine cells become proposals.
    """
    before = settle(reviews, claims)
    merge = _Merge(book, {claim.claim_id: claim for claim in claims}, {review.id: review for review in before}, _homes(book, claims))
    for row in book.rows:
        if row.sheet in (CLAIMS, ORPHANS):
            _merge_row(merge, row)
    proposals = _add_proposals(merge, shown, owner)
    _add_words_beside(merge, owner)
    after = settle((review for review in merge.now.values() if is_written(review)), claims)
    log = tuple(_log(before, after, book.name))
    changed = tuple(sorted({line.id for line in log}))
    notices = (*merge.notices, *_notices_of_book(book))
    return MergeReport(after, changed, tuple(merge.conflicts), proposals, notices, log)


def _homes(book: ReturnedWorkbook, claims: Sequence[Claim]) -> dict[str, str]:
    """Where the claims of the workbook that are gone are now: the one new claim with the same figure, unit and sentence."""
    if book.handed is None:
        return {}
    known = {key for sheet, key in book.handed if sheet == CLAIMS}
    bound: dict[str, list[str]] = {}
    for claim in claims:
        if claim.claim_id not in known:
            bound.setdefault(binding_of(claim), []).append(claim.claim_id)
    here = {claim.claim_id for claim in claims}
    gone = {key: handed.binding for (sheet, key), handed in book.handed.items() if sheet == CLAIMS and key not in here}
    found = {key: bound[binding][0] for key, binding in gone.items() if len(bound.get(binding, ())) == 1}
    wanted = Counter(found.values())
    return {key: home for key, home in found.items() if wanted[home] == 1}


def _merge_row(merge: _Merge, row: ReturnedRow) -> None:
    if not row.key:
        _keep_loose_row(merge, row)
        return
    handed = merge.handed(row)
    base = None if merge.book.handed is None else handed.review if handed else {}
    review_id = merge.homes.get(row.key, row.key)
    now = merge.now.get(review_id, Review(review_id))
    where = f"{merge.book.name}, {row.sheet}, row {row.number}"
    merged = merge_review(now, base, row.cells, _seen(merge, row, handed), merge.book.name, where)
    lines = [f"{header or 'Beside the row'}: {text}" for header, text in row.more]
    lines += [f"Comment on {header}: {text}" for header, text in row.comments]
    review = replace(merged.review, note=with_lines(merged.review.note, lines))
    merge.conflicts += merged.conflicts
    merge.notices += merged.notices
    if is_written(review) or now.id in merge.now:
        merge.now[review_id] = review


def _seen(merge: _Merge, row: ReturnedRow, handed: Handed | None) -> Seen:
    """What the person had before them: the figure and sentence of the day the workbook was handed out."""
    claim = merge.claims.get(merge.homes.get(row.key, row.key))
    if handed is not None and handed.binding:
        binding = handed.binding
    elif {"Exact value", "Unit", "Sentence"} <= row.cells.keys():
        binding = binding_of_texts(row.cells["Exact value"], row.cells["Unit"], row.cells["Sentence"])
    else:
        binding = binding_of(claim) if claim else ""
    same = claim is not None and binding == binding_of(claim)
    quote = claim.sentence if claim is not None and same else row.cells.get("Sentence", row.cells.get("Quote", ""))
    return Seen(binding, claim.article if claim is not None and same else row.cells.get("Article", ""), quote)


def _keep_loose_row(merge: _Merge, row: ReturnedRow) -> None:
    """A row that somebody inserted, with words but no id: its words are kept as a remark."""
    fields = {name: row.cells.get(HEADERS[name], "") for name in FIELDS}
    machine = [f"{header}: {text}" for header, text in row.cells.items() if text and header not in HEADERS.values()]
    lines = [f"{header or 'Beside the row'}: {text}" for header, text in (*row.more, *row.comments)]
    fields["note"] = with_lines(fields["note"], [*machine, *lines])
    if not any(text for name, text in fields.items() if not (name == "status" and text in ("", "New"))):
        return
    _remark(merge, row.sheet, row.cells.get("Article", ""), row.cells.get("Sentence", ""), fields)
    found = "the row has words but no Claim ID"
    where = f"{merge.book.name}, {row.sheet}, row {row.number}"
    merge.notices.append(Notice(where, found, "They are kept under Orphaned reviews"))


def _remark(merge: _Merge, place: str, article: str, quote: str, fields: Mapping[str, str]) -> None:
    told = "\n".join((place, article, quote, *(f"{name}={fields.get(name, '')}" for name in FIELDS)))
    remark_id = REMARK + hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:12]
    merge.now[remark_id] = Review(remark_id, article=article, quote=quote or place, orphaned="yes", **fields)


def _add_proposals(merge: _Merge, shown: Shown, owner: Owner) -> tuple[Proposal, ...]:
    proposals, notices = find_proposals(merge.book, shown, owner, merge.homes)
    merge.notices += notices
    for proposal in proposals:
        if proposal.id:
            review = merge.now.get(proposal.id) or _fresh(merge, proposal.id)
            merge.now[proposal.id] = replace(review, proposed=with_lines(review.proposed, [proposal.line]))
        else:
            _remark(merge, proposal.place, proposal.article, "", {"proposed": proposal.line})
    return proposals


def _fresh(merge: _Merge, claim_id: str) -> Review:
    claim = merge.claims.get(claim_id)
    return Review(claim_id) if claim is None else Review(claim_id, binding=binding_of(claim), article=claim.article, quote=claim.sentence)


def _add_words_beside(merge: _Merge, owner: Owner) -> None:
    """Comments and added columns on the other sheets: into the note of the claim they are chiefly about, else a remark."""
    for row in merge.book.rows:
        if row.sheet in (CLAIMS, ORPHANS):
            continue
        words = [f"{row.sheet}, {header or 'beside the row'}: {text}" for header, text in row.more]
        words += [f"Comment on {row.sheet}, {header}: {text}" for header, text in row.comments]
        if words:
            _put_words(merge, owner(row.sheet, row.key) if row.key else "", f"{row.sheet}, row {row.number}", words)
    for place, text in merge.book.elsewhere:
        _put_words(merge, "", place, [f"Comment: {text}"])


def _put_words(merge: _Merge, claim_id: str, place: str, words: Sequence[str]) -> None:
    if not claim_id:
        _remark(merge, place, "", place, {"note": "\n".join(words)})
        return
    review = merge.now.get(claim_id) or _fresh(merge, claim_id)
    merge.now[claim_id] = replace(review, note=with_lines(review.note, words))


def _log(before: Sequence[Review], after: Sequence[Review], workbook: str) -> list[LogLine]:
    """What changed in the fields that people fill, by id."""
    old = {review.id: review for review in before}
    new = {review.id: review for review in after}
    lines = []
    for review_id in sorted(old.keys() | new.keys()):
        one, other = old.get(review_id, Review(review_id)), new.get(review_id, Review(review_id))
        pairs = ((name, getattr(one, name), getattr(other, name)) for name in (*FIELDS, "old_status"))
        lines += [LogLine(review_id, name, text, said, workbook) for name, text, said in pairs if text != said]
    return lines


def _notices_of_book(book: ReturnedWorkbook) -> list[Notice]:
    notices = [
        Notice(f"{book.name}, sheet {title}", "the sheet is not the ledger's, so it was not read", "It stays in that file")
        for title in book.left_out
    ]
    if book.handed is None:
        found = "the hidden sheet _meta is gone, so what was handed out is not known"
        notices.append(Notice(book.name, found, "Every text that differs from the reviews counts as a change"))
    return notices
