"""All sources of a build -> what was read and extracted of each: from the cache, else by an engine, batch by batch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from ledger.engine.cache import ExtractionCache
from ledger.engine.packed import Memo, Packed, open_source
from ledger.engine.pool import BATCH, Batch, Engine, LocalPool, Progress, Serial, make_batches, processors
from ledger.engine.work import Rules, extract_batch
from ledger.errors import Notice
from ledger.sources import Source

WORTH_A_POOL = 2_000_000
"""Bytes of text below which starting processes costs more than it saves."""


@dataclass(slots=True)
class _Told:
    """What has been found so far, by the number of the source."""

    progress: Progress
    total: int
    cache: ExtractionCache | None
    memo: Memo = field(default_factory=Memo)
    found: dict[int, Packed | Notice] = field(default_factory=dict)
    keys: dict[int, bytes] = field(default_factory=dict)

    def tell(self, number: int, outcome: Packed | Notice) -> None:
        """Notes the outcome of a source."""
        self.found[number] = outcome
        self.progress("extract", len(self.found), max(self.total, len(self.found)))

    def recall(self, number: int, source: Source) -> bool:
        """True where the cache knew the source."""
        if self.cache is None:
            return False
        key = self.cache.key(source)
        packed = self.cache.read(key)
        if packed is not None:
            try:
                self.tell(number, open_source(packed, self.memo))
            except ValueError:
                packed = None
        if packed is None:
            self.keys[number] = key
        return packed is not None

    def keep(self, batch: Batch, packed: Sequence[bytes]) -> None:
        """Notes what an engine found, and writes it to the cache: all but what could not be read, which may be mended elsewhere."""
        for number, one in zip(batch.numbers, packed, strict=True):
            self.tell(number, open_source(one, self.memo))
        if self.cache is not None:
            sound = [number for number in batch.numbers if isinstance(self.found[number], Packed)]
            bodies = dict(zip(batch.numbers, packed, strict=True))
            self.cache.write([(self.keys[number], bodies[number]) for number in sound])
            for number in batch.numbers:
                del self.keys[number]


def extract_all(
    sources: Iterable[Source | Notice], total: int, rules: Rules, engine: Engine | None, cache: ExtractionCache | None, progress: Progress
) -> list[Packed | Notice]:
    """The outcomes of all sources, in their order. `total` is how many there are about, for the progress.

    Without an engine it is this process for little text that the cache does not know, and every processor for much.
    """
    told = _Told(progress, total, cache)
    progress("extract", 0, total)
    batches = make_batches(_unknown(sources, told), lambda source: len(source.content), BATCH, extract_batch)
    if engine is None:
        engine, batches = _choose(batches)
    for batch, packed in engine.run(batches, rules):
        told.keep(batch, packed)
    progress("extract", len(told.found), len(told.found))
    return [told.found[number] for number in sorted(told.found)]


def _unknown(sources: Iterable[Source | Notice], told: _Told) -> Iterator[tuple[int, Source]]:
    """The sources that somebody has to work off; the others are told at once."""
    for number, source in enumerate(sources):
        if isinstance(source, Notice):
            told.tell(number, source)
        elif not told.recall(number, source):
            yield number, source


def _choose(batches: Iterator[Batch]) -> tuple[Engine, Iterator[Batch]]:
    """The engine that fits the text, and the batches with those that were looked at in front."""
    seen: list[Batch] = []
    size = 0
    for batch in batches:
        seen.append(batch)
        size += sum(len(source.content) for source in batch.items)
        if size >= WORTH_A_POOL and processors() > 1:
            return LocalPool(processors()), chain(seen, batches)
    return Serial(), iter(seen)
