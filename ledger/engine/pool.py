"""Extraction of many documents, in this process or in several; either way the same results in the same order."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from ledger.errors import LedgerError, Notice
from ledger.extract import Extractor
from ledger.model import Document, Extraction

if TYPE_CHECKING:
    from ledger.pack import RulePack

Progress = Callable[[str, int, int], None]
"""Called with the name of the stage, how many parts are done and how many there are."""
Extracted = Extraction | Notice

WORTH_A_POOL = 2_000_000
"""Characters of text below which starting processes costs more than it saves."""
BATCHES_A_JOB = 8


def extract_all(documents: Sequence[Document], pack: RulePack, jobs: int | None, progress: Progress) -> list[Extracted]:
    """One result a document, in the order of `documents`: what was extracted, or a Notice where extraction broke down.

    `jobs` None means one process for little text and every core for much.
    """
    jobs = min(jobs or _jobs_for(documents), len(documents))
    results = _pooled(documents, pack, jobs) if jobs > 1 else _serial(documents, pack)
    found: list[Extracted] = []
    progress("extract", 0, len(documents))
    for result in results:
        found.append(result)
        progress("extract", len(found), len(documents))
    return found


def extract_batch(documents: Sequence[Document], pack: RulePack) -> list[Extracted]:
    """The results of one batch; depends on its arguments only, so it may run in any process."""
    return list(_serial(documents, pack))


def _serial(documents: Sequence[Document], pack: RulePack) -> Iterator[Extracted]:
    extractor = Extractor(pack)
    for document in documents:
        yield extract_one(document, extractor)


def extract_one(document: Document, extractor: Extractor, *, fingerprint: bool = True) -> Extracted:
    """What is extracted from a document, or a Notice where extraction broke down (FACTLEDGER_DEBUG=1 shows where)."""
    try:
        return extractor.extract(document, fingerprint=fingerprint)
    except Exception as error:  # one article that breaks the extractor must not cost the others
        if os.environ.get("FACTLEDGER_DEBUG"):
            raise
        found = f"extraction broke down ({type(error).__name__}: {error})"
        return Notice(document.article, found, "Please report this with the article; the other articles are done", unread=True)


def _jobs_for(documents: Sequence[Document]) -> int:
    much = sum(len(document.text) for document in documents) >= WORTH_A_POOL
    return (os.cpu_count() or 1) if much else 1


def _pooled(documents: Sequence[Document], pack: RulePack, jobs: int) -> Iterator[Extracted]:
    from concurrent.futures import ProcessPoolExecutor  # a build of five articles does not pay for this
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    size = -(-len(documents) // (jobs * BATCHES_A_JOB))
    batches = [documents[first : first + size] for first in range(0, len(documents), size)]
    # spawned, not forked: the same on every system, and safe beside the thread that draws the progress bar
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_ignore_interrupt)
    try:
        for batch in pool.map(extract_batch, batches, [pack] * len(batches)):
            yield from batch
    except BrokenProcessPool as error:
        raise LedgerError("--jobs", "a worker process died, perhaps for want of memory", "Try fewer: --jobs 1") from error
    finally:
        pool.shutdown(cancel_futures=True)


def _ignore_interrupt() -> None:
    """Ctrl-C reaches every process of the terminal; the parent alone decides what stops."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
