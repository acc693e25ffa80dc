"""A returned workbook comes home: read, merged into reviews.csv, and a new workbook written. The returned file stays as it is."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from ledger.engine.folder import REVIEWS, put_in_place, written_aside
from ledger.errors import LedgerError, Notice
from ledger.lookup import lookup_of
from ledger.model import Ledger
from ledger.report.workbook import render_workbook, workbook_cells
from ledger.report.workbook.package import MAKER
from ledger.review.binding import settle_on
from ledger.review.merge import MergeReport, merge_workbook
from ledger.review.returned import ReturnedWorkbook, read_workbook
from ledger.review.status import ReviewStatus, own_sign_offs, review_status
from ledger.review.terms import CLAIMS
from ledger.store import Review, read_ledger, read_reviews, write_reviews
from ledger.store.changes import read_changes
from ledger.store.reviews import read_log, write_log

WORKBOOK = "ledger.xlsx"


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did: the merge, the reviews it touched that one person checked and signed off, the copy it kept."""

    merge: MergeReport
    own_sign_offs: tuple[Review, ...]
    notices: tuple[Notice, ...]


def import_review(workbook: Path, folder: Path) -> ImportReport:
    """Merges a returned workbook into the reviews of a ledger folder and writes its workbook anew.

    Raises LedgerError, with nothing changed, for a file that cannot be read, is of another ledger, or comes while somebody
    else writes the reviews.
    """
    ledger, reviews, told = read_ledger(folder), read_reviews(folder), reviews_bytes(folder)
    cells = workbook_cells(ledger, reviews)
    book = read_workbook(workbook, cells.headers)
    partly = _require_same_ledger(workbook, book, ledger, {review.id for review in reviews})
    merge = merge_workbook(book, reviews, ledger.claims, cells.shown, cells.claim_of)
    kept = keep_edited(folder)
    with written_aside(folder) as aside:
        write_reviews(merge.reviews, aside)
        if log := (*read_log(folder), *merge.log):
            write_log(log, aside)
        (aside / WORKBOOK).write_bytes(render_workbook(ledger, merge.reviews, changes=read_changes(folder)))
        require_same_reviews(folder, told)
        put_in_place(aside, folder, keep=())
    touched = [review for review in merge.reviews if review.id in merge.changed]
    return ImportReport(merge, own_sign_offs(touched), (*merge.notices, *partly, *kept))


def status_of(folder: Path) -> ReviewStatus:
    """Who has done what in a ledger folder."""
    ledger = read_ledger(folder)
    return review_status(settle_on(read_reviews(folder), lookup_of(ledger)), len(ledger.claims))


def _require_same_ledger(workbook: Path, book: ReturnedWorkbook, ledger: Ledger, reviewed: Collection[str]) -> list[Notice]:
    """A notice where less than half of the workbook is of this ledger; raises LedgerError where none is."""
    ids = {key for sheet, key in book.handed or () if sheet == CLAIMS} or {row.key for row in book.rows if row.sheet == CLAIMS and row.key}
    claims = lookup_of(ledger).claims
    known = sum(one in claims or one in reviewed for one in ids)
    titles = {(article.article, article.title) for article in ledger.articles if article.title}
    same = any((row.key, row.cells.get("Title", "")) in titles for row in book.rows if row.sheet == "Articles")
    if ids and not known and not same:
        found = f"the workbook is of another ledger: none of its {len(ids):,} claims is in this one"
        raise LedgerError(str(workbook), found, "Give with --ledger the folder it was made from")
    if 2 * known >= len(ids):
        return []
    found = f"only {known:,} of its {len(ids):,} claims are in the ledger now"
    return [Notice(workbook.name, found, "What was written about the others stands under Orphaned reviews")]


def keep_edited(folder: Path) -> list[Notice]:
    """Copies the workbook of a folder beside itself where another program saved it since, so that no mark in it is lost."""
    path = folder / WORKBOOK
    if not path.is_file() or _is_ours(path):
        return []
    copy = folder / f"returned-{hashlib.sha256(path.read_bytes()).hexdigest()[:12]}.xlsx"
    if not copy.exists():
        shutil.copyfile(path, copy)
    todo = f"It is kept as {copy.name}; bring what was written in it home with `factledger review import`"
    return [Notice(str(path), "somebody edited it", todo)]


def _is_ours(path: Path) -> bool:
    """True for a workbook as the program wrote it: every other program signs its own name."""
    try:
        with ZipFile(path) as parts:
            return MAKER.encode() in parts.read("docProps/app.xml")
    except (BadZipFile, KeyError, OSError, RuntimeError):
        return False


def reviews_bytes(folder: Path) -> bytes:
    """reviews.csv as it is; nothing where there is none."""
    path = folder / REVIEWS
    return path.read_bytes() if path.exists() else b""


def require_same_reviews(folder: Path, told: bytes) -> None:
    """Raises LedgerError where the reviews are not those that were read: somebody else is writing them."""
    if reviews_bytes(folder) != told:
        raise LedgerError(str(folder / REVIEWS), "somebody changed the reviews meanwhile, so nothing was written", "Run the command again")
