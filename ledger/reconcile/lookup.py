"""A ledger whose claims stay packed: what its views ask for is unpacked at that moment, and its tables are put together from rows."""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import Generic, TypeVar, overload

from ledger.model import Claim, Comparison, Fact, Uncounted
from ledger.reconcile.book import Book
from ledger.reconcile.event import ReconciledEvent
from ledger.store.csvfile import encoded_line, parse_rows
from ledger.store.rows import comparison_row, parse_comparison

R = TypeVar("R")
_HELD = 500
"""Events that stay unpacked while claims are asked for in an order of their own."""
_KEPT = 100_000
"""Claims that are kept once they are made: more than the views show of a large ledger."""


class PackedLookup:
    """The look-up (model.Lookup) of a build. `facts` are the ledger's, `across` its comparisons between events."""

    def __init__(self, book: Book, events: Sequence[ReconciledEvent], facts: Sequence[Fact], across: Sequence[Comparison]) -> None:
        self._book, self._events, self._facts, self._across = book, events, facts, across

    @cached_property
    def claims(self) -> Claims:
        """Claim id -> claim."""
        return Claims(self._events)

    @cached_property
    def claim_counts(self) -> Mapping[str, int]:
        """Article -> how many claims it holds."""
        return {article: len(ids) for article, ids in self._by_article()}

    @cached_property
    def idle(self) -> frozenset[str]:
        """The ids of idle claims."""
        return frozenset(chain.from_iterable(event.index.idle for event in self._events))

    @cached_property
    def minor(self) -> int:
        """How many claims are minor."""
        return sum(event.index.minor for event in self._events)

    @cached_property
    def reasons(self) -> Mapping[str, int]:
        """Reason -> how many numbers are no claims for it."""
        found: Counter[str] = Counter()
        for event in self._events:
            found.update(dict(event.index.reasons))
        return found

    @cached_property
    def unparsed(self) -> Sequence[Uncounted]:
        """The numbers of no known sense."""
        found = chain.from_iterable(event.index.unparsed for event in self._events)
        return sorted(found, key=lambda one: (one.article, one.start))

    def prepare(self, ids: Iterable[str]) -> None:
        """Makes the claims of these ids, event by event."""
        self.claims.prepare(ids)

    def article_of(self, claim_id: str) -> str:
        """The article of a claim, "" for an unknown id."""
        return self._article_of.get(claim_id, "")

    def claims_of(self, article: str) -> Sequence[Claim]:
        """The claims of an article."""
        return tuple(self._book.claims(article).values()) if article in self._book else ()

    def uncounted_of(self, article: str) -> Sequence[Uncounted]:
        """The numbers of an article that are no claims."""
        return sorted(self._book.reading(article).extraction.uncounted, key=lambda one: one.start) if article in self._book else ()

    def near_of(self, fact_id: str) -> Sequence[Comparison]:
        """The comparisons that lead from a fact to another one, the nearest first."""
        found = [one if isinstance(one, Comparison) else self._comparison(*one) for one in self._near.get(fact_id, ())]
        return sorted(found, key=lambda pair: (-pair.weight, pair.left, pair.right))

    @property
    def comparisons(self) -> Iterator[Comparison]:
        """All comparisons, by their claims."""
        return (parse_comparison(row) for row in _cells(self._link_lines()))

    def lines(self, table: str) -> Iterator[bytes] | None:
        """The rows of a large table, each as it stands in its csv file, in its order; of coverage those of an article together."""
        makers = {"claims": self._claim_lines, "links": self._link_lines}
        if table in makers:
            return makers[table]()
        return self._article_lines(table) if table in ("articles", "coverage") else None

    def _link_lines(self) -> Iterator[bytes]:
        own = (encoded_line(comparison_row(one)) for one in self._across)
        yield from sorted(chain(own, *(event.rows(name) for event in self._each_event() for name in ("near", "links"))))

    def _article_lines(self, table: str) -> Iterator[bytes]:
        rows: dict[str, bytes] = {}
        for event in self._each_event():
            names, both = event.index.articles, event.rows("articles")
            rows.update(zip(names, both[: len(names)] if table == "articles" else both[len(names) :], strict=True))
        yield from (rows[article] for article in sorted(rows))

    def _claim_lines(self) -> Iterator[bytes]:
        home = {claim_id: fact.fact_id for fact in self._facts for claim_id in fact.claim_ids}
        found = []
        for event in self._each_event():
            ids = chain.from_iterable(event.index.claim_ids)
            found += [f"{one},{home.get(one, '')},".encode() + row for one, row in zip(ids, event.rows("claims"), strict=True)]
        yield from sorted(found)

    def _each_event(self) -> Iterator[ReconciledEvent]:
        """Each event, which lets go of its rows."""
        for event in self._events:
            yield event
            event.forget()

    @cached_property
    def _article_of(self) -> dict[str, str]:
        owners = {claim_id: article for article, ids in self._by_article() for claim_id in ids}
        return {claim_id: owners[claim_id] for claim_id in sorted(owners)}

    def _by_article(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        for event in self._events:
            yield from zip(event.index.articles, event.index.claim_ids, strict=True)

    @cached_property
    def _near(self) -> Mapping[str, Sequence[Comparison | tuple[int, int]]]:
        """Fact id -> its comparisons with other facts: those of an event as (event, number of the row)."""
        home = {claim_id: fact.fact_id for fact in self._facts for claim_id in fact.claim_ids}
        found: dict[str, list[Comparison | tuple[int, int]]] = {}
        for number, event in enumerate(self._events):
            for at, (left, right, _) in enumerate(event.index.near):
                _note(found, home[left], home[right], (number, at))
        for one in self._across:
            _note(found, home[one.left], home[one.right], one)
        return found

    def _comparison(self, event: int, at: int) -> Comparison:
        (row,) = _cells([self.claims.event(event).rows("near")[at]])
        return parse_comparison(row)


def _note(found: dict[str, list[R]], left: str, right: str, one: R) -> None:
    if left != right:
        found.setdefault(left, []).append(one)
        found.setdefault(right, []).append(one)


def _cells(lines: Sequence[bytes] | Iterator[bytes]) -> Iterator[list[str]]:
    """The cells of rows of csv."""
    for line in lines:
        yield from parse_rows(line.decode())


class Claims(Mapping[str, Claim]):
    """The claims of some events by id, in the order of the ids; each is made when it is asked for."""

    def __init__(self, events: Sequence[ReconciledEvent]) -> None:
        self._events = events
        owners = {claim_id: number for number, event in enumerate(events) for ids in event.index.claim_ids for claim_id in ids}
        self._owners = {claim_id: owners[claim_id] for claim_id in sorted(owners)}
        self._made: dict[str, Claim] = {}
        self._open: OrderedDict[int, None] = OrderedDict()
        """The events whose rows are unpacked, the one that was asked last at the end."""

    def __getitem__(self, claim_id: str) -> Claim:
        claim = self._made.get(claim_id)
        if claim is None:
            self.make((claim_id,), self._owners[claim_id])
            claim = self._made[claim_id]
        return claim

    def __contains__(self, claim_id: object) -> bool:
        return claim_id in self._owners

    def __iter__(self) -> Iterator[str]:
        return iter(self._owners)

    def __len__(self) -> int:
        return len(self._owners)

    def prepare(self, ids: Iterable[str]) -> None:
        """Makes several claims, event by event: in another order an event would be unpacked again and again."""
        wanted: dict[int, list[str]] = {}
        for claim_id in ids:
            if claim_id in self._owners and claim_id not in self._made:
                wanted.setdefault(self._owners[claim_id], []).append(claim_id)
        for number, own in sorted(wanted.items()):
            self.make(own, number)

    def make(self, ids: Sequence[str], number: int) -> None:
        """Makes claims of an event, and keeps them for as long as there is room."""
        if len(self._made) + len(ids) > _KEPT:
            self._made.clear()
        self._made.update(zip(ids, self.event(number).claims(ids), strict=True))

    def event(self, number: int) -> ReconciledEvent:
        """An event, whose rows stay unpacked while it is asked for among few others."""
        event = self._events[number]
        self._open[number] = None
        self._open.move_to_end(number)
        if len(self._open) > _HELD:
            self._events[self._open.popitem(last=False)[0]].forget()
        return event


class Unpacked(Sequence[R], Generic[R]):
    """A sequence that is made when somebody first looks into it; its length is known."""

    def __init__(self, length: int, make: Callable[[], Sequence[R]]) -> None:
        self._length, self._make = length, make

    @cached_property
    def _rows(self) -> Sequence[R]:
        return tuple(self._make())

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, at: int) -> R: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[R]: ...
    def __getitem__(self, at: int | slice) -> R | Sequence[R]:
        return self._rows[at]

    def __iter__(self) -> Iterator[R]:
        return iter(self._rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._rows == tuple(other)

    def __hash__(self) -> int:
        return hash(self._rows)
