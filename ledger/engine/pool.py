"""Where batches of sources are worked off: in this process, or in several of this machine. Either way the same bytes."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any, Protocol

from ledger.engine.packed import pack_source
from ledger.engine.work import Rules, extract_batch
from ledger.errors import LedgerError, Notice
from ledger.sources import Source

Progress = Callable[[str, int, int], None]
"""Called with the name of the stage, how many parts are done and how many there are."""


def silent(stage: str, done: int, total: int) -> None:
    """The progress of work that nobody watches."""


BATCH = 100_000
"""Bytes of text a batch: long enough to pay for its way to a worker, short enough that an interrupt is not kept waiting."""
_CLOSES_QUEUES = (3, 11, 5)
UNCHANGED = "Nothing was changed: the ledger that stood in the folder is as it was."
AHEAD = 3
"""Batches a worker that are under way at once: what is read from disk and not yet worked off stays this small."""


Work = Callable[[Sequence[Any], Rules], list[bytes]]
"""What is done with the items of a batch, by some rules: a pure function, known by its name on every machine."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Items that are worked off together (sources, or tasks of a later stage), each with its number in the build."""

    numbers: tuple[int, ...]
    items: tuple[Any, ...]
    work: Work = extract_batch


def make_batches(items: Iterable[tuple[int, Any]], size: Callable[[Any], int], most: int, work: Work) -> Iterator[Batch]:
    """Numbered items in batches that are full at `most`, by the size of each."""
    numbers: list[int] = []
    together: list[Any] = []
    filled = 0
    for number, item in items:
        numbers.append(number)
        together.append(item)
        filled += size(item)
        if filled >= most:
            yield Batch(tuple(numbers), tuple(together), work)
            numbers, together, filled = [], [], 0
    if together:
        yield Batch(tuple(numbers), tuple(together), work)


class Engine(Protocol):
    """Works off batches, in any order that it likes."""

    def run(self, batches: Iterable[Batch], rules: Rules) -> Iterator[tuple[Batch, Sequence[bytes]]]:
        """Each batch with the packed outcomes of its sources. Asks for a batch only when it has a place for it."""
        ...


class Serial:
    """One batch after the other, in this process."""

    def run(self, batches: Iterable[Batch], rules: Rules) -> Iterator[tuple[Batch, Sequence[bytes]]]:
        """Each batch with its outcomes."""
        for batch in batches:
            yield batch, batch.work(batch.items, rules)


@dataclass(frozen=True, slots=True)
class LocalPool:
    """Processes of this machine. One that dies takes nothing down but the article it died of, which is named."""

    jobs: int

    def run(self, batches: Iterable[Batch], rules: Rules) -> Iterator[tuple[Batch, Sequence[bytes]]]:
        """Each batch with its outcomes, in the order of the batches."""
        waiting = iter(batches)
        under_way: deque[tuple[Batch, Future[list[bytes]]]] = deque()
        pool = self._start()
        try:
            while True:
                while len(under_way) < self.jobs * AHEAD and (batch := next(waiting, None)) is not None:
                    under_way.append((batch, _submit(pool, batch, rules)))
                if not under_way:
                    return
                try:
                    yield under_way[0][0], under_way[0][1].result()
                    under_way.popleft()
                except BrokenExecutor:
                    _end(pool)
                    yield from _work_off_carefully([batch for batch, _ in under_way], rules)
                    under_way.clear()
                    pool = self._start()
        finally:
            _end(pool)

    def _start(self) -> ProcessPoolExecutor:
        # spawned, not forked: the same on every system, and safe beside the thread that draws the progress bar
        pool = ProcessPoolExecutor(self.jobs, mp_context=get_context("spawn"), initializer=_ignore_interrupt)
        with _born_deaf():
            for _ in range(self.jobs):
                pool.submit(os.getpid)  # a task that finds no idle process starts one
        return pool


def _end(pool: ProcessPoolExecutor) -> None:
    """Ends a pool, whatever became of its processes. Where one died, Python before 3.11.5 would wait for ever, writing to a queue that
    nobody reads (python/cpython#94777): this process' own end of it is closed, as later versions do."""
    reader = getattr(getattr(pool, "_call_queue", None), "_reader", None)
    if reader is not None and sys.version_info[:3] < _CLOSES_QUEUES:
        with suppress(OSError):
            reader.close()
    pool.shutdown(cancel_futures=True)


def _submit(pool: ProcessPoolExecutor, batch: Batch, rules: Rules) -> Future[list[bytes]]:
    try:
        return pool.submit(batch.work, batch.items, rules)
    except BrokenExecutor as error:  # the pool broke after the last result: this batch is worked off with the others
        broken: Future[list[bytes]] = Future()
        broken.set_exception(error)
        return broken


def _work_off_carefully(batches: Sequence[Batch], rules: Rules) -> Iterator[tuple[Batch, Sequence[bytes]]]:
    """Batches that were under way when a process died: one by one, so that the one it dies of is found."""
    pool = LocalPool(1)._start()
    try:
        _require_start(pool, rules)
        for batch in batches:
            outcomes: list[bytes] = []
            for item in batch.items:
                try:
                    outcomes += pool.submit(batch.work, (item,), rules).result()
                except BrokenExecutor:
                    outcomes.append(lost(item))
                    _end(pool)
                    pool = LocalPool(1)._start()
            yield batch, outcomes
    finally:
        _end(pool)


def _require_start(pool: ProcessPoolExecutor, rules: Rules) -> None:
    """Raises LedgerError where a process dies before it has seen an article."""
    try:
        pool.submit(extract_batch, (), rules).result()
    except BrokenExecutor as error:
        raise LedgerError("--jobs", "worker processes die as soon as they start", "Do without them: --jobs 1") from error


def lost(item: Any) -> bytes:
    """The outcome of an item that takes down whatever process it comes to; raises LedgerError for one that nothing stands in for."""
    if isinstance(item, Source):
        return pack_source(died(item))
    raise LedgerError(
        str(item), "the process that worked on it died, perhaps for want of memory", f"Give it more, or --jobs 1. {UNCHANGED}"
    )


def died(source: Source) -> Notice:
    """The notice of an article that takes down whatever process it comes to."""
    found = "the process that read it died, perhaps for want of memory"
    return Notice(source.article, found, "Please report this with the article; the other articles are done", unread=True)


@contextmanager
def _born_deaf() -> Iterator[None]:
    """Processes started meanwhile ignore Ctrl-C from their first moment, when they could not yet say so themselves."""
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread may set signals
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.SIG_DFL if before is None else before)


def _ignore_interrupt() -> None:
    """Ctrl-C reaches every process of the terminal; the parent alone decides what stops."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def processors() -> int:
    """How many processors this process may use: a container is often given fewer than the machine has."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1
