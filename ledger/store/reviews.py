"""What people wrote: reviews.csv, a row a claim (or fact) that somebody looked at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from pathlib import Path

from ledger.store.columns import REVIEW_COLUMNS, REVIEWS
from ledger.store.csvfile import csv_text, read_table, write_text


@dataclass(frozen=True, slots=True)
class Review:
    """One row of reviews.csv: every field is the text a person wrote, but for id, old_status, binding and orphaned."""

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


def read_reviews(folder: Path) -> tuple[Review, ...]:
    """The reviews of a ledger folder, in the order of the file; none where there is no reviews.csv."""
    path = folder / REVIEWS
    return tuple(Review(*row) for row in read_table(path, REVIEW_COLUMNS)) if path.exists() else ()


def write_reviews(reviews: Iterable[Review], folder: Path) -> None:
    """Write reviews.csv, sorted by id; with no reviews, its header alone."""
    rows = sorted(astuple(review) for review in reviews)
    write_text(folder / REVIEWS, csv_text(REVIEW_COLUMNS, rows))
