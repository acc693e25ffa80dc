"""What people wrote: reviews.csv, a row a claim that somebody looked at, and reviews-log.csv, what each import changed in it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from pathlib import Path

from ledger.errors import LedgerError
from ledger.store.columns import LOG_COLUMNS, REVIEW_COLUMNS, REVIEW_LOG, REVIEWS
from ledger.store.csvfile import csv_text, read_table, read_text, write_text

_OURS = ("proposed", "conflict")
"""Columns that a file of an earlier version does not have."""
_MEND = "Mend the file by hand, or bring it back from version control; it is left as it is"


@dataclass(frozen=True, slots=True)
class Review:
    """One row of reviews.csv: every field is the text a person wrote, but for id, old_status, binding, article, quote and orphaned.

    `binding` names the figure and sentence that were looked at; `article` and `quote` say where that was. `proposed` and
    `conflict` hold a line each correction or disagreement. An id `N-...` is of words that stood beside no claim.
    """

    id: str
    status: str = ""
    old_status: str = ""
    checked_value: str = ""
    method: str = ""
    source: str = ""
    source_link: str = ""
    checked_by: str = ""
    checked_on: str = ""
    note: str = ""
    signed_off_by: str = ""
    signed_off_on: str = ""
    binding: str = ""
    article: str = ""
    quote: str = ""
    orphaned: str = ""
    proposed: str = ""
    conflict: str = ""


@dataclass(frozen=True, slots=True)
class LogLine:
    """One row of reviews-log.csv: what a workbook changed in one column of one review."""

    id: str
    column: str
    before: str
    after: str
    workbook: str


def read_reviews(folder: Path) -> tuple[Review, ...]:
    """The reviews of a ledger folder, in the order of the file; none where there is no reviews.csv.

    A column that the table does not know goes into the note, under its name.
    """
    path = folder / REVIEWS
    if not path.exists():
        return ()
    header = _header(path)
    missing = [column for column in REVIEW_COLUMNS if column not in header and column not in _OURS]
    if missing:
        raise LedgerError(str(path), f"column {', '.join(missing)} is missing", _MEND)
    return tuple(_make_review(dict(zip(header, row, strict=True))) for row in read_table(path, header))


def _header(path: Path) -> Sequence[str]:
    header = next(csv.reader(io.StringIO(read_text(path), newline="")), [])
    twice = sorted({column for column in header if header.count(column) > 1})
    if not header or twice:
        raise LedgerError(str(path), f"column {twice[0]!r} stands there twice" if twice else "the file is empty", _MEND)
    return header


def _make_review(cells: Mapping[str, str]) -> Review:
    review = Review(**{column: cells.get(column, "") for column in REVIEW_COLUMNS})
    more = [f"{column}: {cell}" for column, cell in cells.items() if column not in REVIEW_COLUMNS and cell]
    return replace(review, note="\n".join([review.note, *more] if review.note else more)) if more else review


def reviews_text(reviews: Iterable[Review]) -> str:
    """The text of reviews.csv, sorted by id; with no reviews, its header alone."""
    return csv_text(REVIEW_COLUMNS, sorted(astuple(review) for review in reviews))


def write_reviews(reviews: Iterable[Review], folder: Path) -> None:
    """Write reviews.csv, sorted by id; with no reviews, its header alone."""
    write_text(folder / REVIEWS, reviews_text(reviews))


def read_log(folder: Path) -> tuple[LogLine, ...]:
    """What imports changed in the reviews of a ledger folder, the oldest first."""
    path = folder / REVIEW_LOG
    return tuple(LogLine(*row) for row in read_table(path, LOG_COLUMNS)) if path.exists() else ()


def write_log(lines: Iterable[LogLine], folder: Path) -> None:
    """Write reviews-log.csv in the order given."""
    write_text(folder / REVIEW_LOG, csv_text(LOG_COLUMNS, [astuple(line) for line in lines]))
