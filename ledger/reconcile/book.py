"""The articles of a build, packed: read one by one as somebody asks for them, and let go again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from ledger.engine.packed import Memo, Packed, Reading, read_body
from ledger.model import Claim, Document

_HELD = 64
"""Readings that are kept: a view that walks through an article, or through a fact, asks for the same ones again and again."""
V = TypeVar("V")


class Book:
    """Packed articles by name, in the order of their names."""

    def __init__(self, articles: Sequence[Packed]) -> None:
        self._bodies = {one.head.article.article: one.body for one in articles}
        self._held: OrderedDict[str, tuple[Reading, dict[str, Claim]]] = OrderedDict()

    def __contains__(self, article: str) -> bool:
        return article in self._bodies

    def __iter__(self) -> Iterator[str]:
        return iter(self._bodies)

    def __len__(self) -> int:
        return len(self._bodies)

    def body(self, article: str) -> bytes:
        """What was read and extracted of an article, packed."""
        return self._bodies[article]

    def reading(self, article: str) -> Reading:
        """The same, unpacked."""
        return self._open(article)[0]

    def claims(self, article: str) -> Mapping[str, Claim]:
        """The claims of an article, by id and in the order of the ids."""
        return self._open(article)[1]

    def _open(self, article: str) -> tuple[Reading, dict[str, Claim]]:
        found = self._held.get(article)
        if found is None:
            reading = read_body(self._bodies[article], Memo())
            claims = sorted(reading.extraction.claims, key=lambda claim: claim.claim_id)
            found = self._held[article] = reading, {claim.claim_id: claim for claim in claims}
            if len(self._held) > _HELD:
                self._held.popitem(last=False)
        else:
            self._held.move_to_end(article)
        return found


class Kept(Mapping[str, V]):
    """article -> something of what was read of it, unpacked when it is asked for."""

    def __init__(self, book: Book, part: Callable[[Document], V]) -> None:
        self._book, self._part = book, part

    def __getitem__(self, article: str) -> V:
        if article not in self._book:
            raise KeyError(article)
        return self._part(self._book.reading(article).document)

    def __iter__(self) -> Iterator[str]:
        return iter(self._book)

    def __len__(self) -> int:
        return len(self._book)
