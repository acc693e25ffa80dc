"""What was read of a source, as bytes and back: how results travel from a worker, and what the cache holds.

JSON, deflated, with the text of every field in one list: small, and safe to read wherever it comes from. The types of the model
tell how each field is written, so a field that is added there is packed without a word here.
"""

from __future__ import annotations

import json
import zlib
from array import array
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from decimal import Decimal
from typing import Any

from ledger.errors import Notice
from ledger.interval import Interval
from ledger.model import Article, Claim, Comparison, Document, Extraction, Fact, Flag, Section, Uncounted, Wording


@dataclass(frozen=True, slots=True)
class Reading:
    """A document and what was extracted from it."""

    document: Document
    extraction: Extraction


@dataclass(frozen=True, slots=True)
class Head:
    """What a ledger asks of every article, whatever becomes of its claims."""

    article: Article
    units: tuple[str, ...]
    """The units of its amounts of money, sorted."""
    converts: bool
    """True where one of its amounts converts another."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A reading as bytes, with its head: most of an archive stays so, and is unpacked where somebody looks at it."""

    head: Head
    body: bytes = field(repr=False)

    def reading(self, memo: Memo) -> Reading:
        """The reading; its article without the shingles, which the head has."""
        return read_body(self.body, memo)


@dataclass(frozen=True, slots=True)
class EventIndex:
    """What a ledger asks of an event that is reconciled: all but the text of its rows."""

    articles: tuple[str, ...]
    claim_ids: tuple[tuple[str, ...], ...]
    """Beside each article its claims, by id."""
    idle: tuple[str, ...]
    """Ids of claims that press nobody (ledger/lookup.py)."""
    minor: int
    facts: tuple[Fact, ...]
    strongest: tuple[float, ...]
    """Beside each fact the weight of its strongest link between different figures."""
    keys: tuple[Sequence[int], ...]
    """Beside each fact what it shares with facts of other events that it must be compared with."""
    flags: tuple[Flag, ...]
    """The flags of the event alone; a fact is told by its place in `facts`."""
    reasons: tuple[tuple[str, int], ...]
    """Reason -> how many numbers are no claims for it."""
    unparsed: tuple[Uncounted, ...]
    near: tuple[tuple[str, str, float], ...]
    """The comparisons between facts: left, right, weight; the first of the event's."""
    links: int
    """How many comparisons there are."""
    distant: tuple[tuple[str, ...], ...]
    """(key, claim id) of claims that a check compares with those of any other event that share the key."""
    crowded: bool


Outcome = Reading | Notice
_PACKED: tuple[type, ...] = (
    *(Reading, Notice, Document, Section, Extraction, Article, Claim, Uncounted, Wording, Head, Fact, Flag, EventIndex, Comparison),
)
_OUTCOMES: tuple[type, ...] = (Reading, Notice, Head, EventIndex)
_SIZE_BYTES = 4
_SHARED_LENGTH = 40
"""Texts up to this length are kept once however many articles say them."""


@dataclass(slots=True)
class Memo:
    """Values that many claims share, kept once while many sources are unpacked."""

    texts: dict[str, str] = field(default_factory=dict)
    decimals: dict[str, Decimal] = field(default_factory=dict)
    intervals: dict[tuple[str | None, str | None, str], Interval] = field(default_factory=dict)

    def text(self, text: str) -> str:
        """The text, as it was first seen if it is short."""
        return self.texts.setdefault(text, text) if len(text) <= _SHARED_LENGTH else text

    def decimal(self, written: str) -> Decimal:
        """The number that is written."""
        number = self.decimals.get(written)
        if number is None:
            number = self.decimals[written] = Decimal(written)
        return number

    def interval(self, low: str | None, high: str | None, closed: str) -> Interval:
        """The interval of two written ends."""
        key = (low, high, closed)
        found = self.intervals.get(key)
        if found is None:
            ends = [None if end is None else self.decimal(end) for end in (low, high)]
            found = self.intervals[key] = Interval(ends[0], ends[1], closed)
        return found


@dataclass(slots=True)
class _Unpacking:
    """The texts of one source beside the memo of all."""

    words: Sequence[str]
    memo: Memo


Words = Callable[[str], int]


def pack_source(outcome: Outcome) -> bytes:
    """The outcome of one source as bytes that `open_source` reads."""
    if isinstance(outcome, Notice):
        return frame(b"", pack_outcomes((outcome,)))
    claims = outcome.extraction.claims
    units = tuple(sorted({claim.unit for claim in claims if claim.kind == "currency"}))
    head = Head(outcome.extraction.article, units, any(claim.converts for claim in claims))
    article = replace(outcome.extraction.article, shingles=())
    return frame(pack_outcomes((head,)), pack_outcomes((replace(outcome, extraction=replace(outcome.extraction, article=article)),)))


def open_source(packed: bytes, memo: Memo) -> Packed | Notice:
    """What `pack_source` packed. Raises ValueError for bytes that it did not write."""
    head, body = unframe(packed, 2)
    (one,) = unpack_outcomes(head or body, memo)
    if isinstance(one, Head) == bool(head) and isinstance(one, Head | Notice):
        return Packed(one, body) if isinstance(one, Head) else one
    raise ValueError(f"no packed outcome (a {type(one).__name__})")


def read_body(body: bytes, memo: Memo) -> Reading:
    """The reading of a `Packed`."""
    (one,) = unpack_outcomes(body, memo)
    if not isinstance(one, Reading):
        raise ValueError(f"no packed outcome (a {type(one).__name__}, not a reading)")
    return one


def frame(*parts: bytes) -> bytes:
    """Parts in one, each but the last behind its length."""
    return b"".join([*(len(part).to_bytes(_SIZE_BYTES, "big") + part for part in parts[:-1]), parts[-1]])


def unframe(whole: bytes, count: int) -> list[bytes]:
    """The parts of `frame`. Raises ValueError where they are not all there."""
    parts, at = [], 0
    for _ in range(count - 1):
        size = int.from_bytes(whole[at : at + _SIZE_BYTES], "big")
        at += _SIZE_BYTES
        if at + size > len(whole):
            raise ValueError("no packed outcome (cut short)")
        parts.append(whole[at : at + size])
        at += size
    return [*parts, whole[at:]]


def pack_outcomes(outcomes: Iterable[object]) -> bytes:
    """Outcomes (or heads, or indices of events) as bytes; equal ones give equal bytes."""
    table: dict[str, int] = {}

    def words(text: str) -> int:
        return table.setdefault(text, len(table))

    rows = [[_OUTCOMES.index(type(one)), _pack(one, words)] for one in outcomes]
    body = json.dumps([list(table), rows], ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(body.encode("utf-8", "surrogatepass"), 1)


def unpack_outcomes(packed: bytes, memo: Memo) -> tuple[Any, ...]:
    """The outcomes that were packed. Raises ValueError for bytes that `pack_outcomes` did not write."""
    try:
        texts, rows = json.loads(zlib.decompress(packed).decode("utf-8", "surrogatepass"))
        told = _Unpacking([memo.text(text) for text in texts], memo)
        return tuple(_unpack(_OUTCOMES[kind], row, told) for kind, row in rows)
    except (zlib.error, ValueError, TypeError, LookupError, ArithmeticError) as error:
        raise ValueError(f"no packed outcome ({type(error).__name__}: {error})") from error


def _pack(one: Any, words: Words) -> list[Any]:
    return [write(getattr(one, name), words) for name, write, _ in _LAYOUT[type(one)]]


def _unpack(kind: type, row: Sequence[Any], told: _Unpacking) -> Any:
    layout = _LAYOUT[kind]
    if len(row) != len(layout):
        raise ValueError(f"{kind.__name__} has {len(layout)} fields, not {len(row)}")
    words = told.words
    return kind(*[words[cell] if read is None else read(cell, told) for (_, _, read), cell in zip(layout, row, strict=True)])


def _pack_interval(one: Interval, words: Words) -> list[Any]:
    return [_pack_decimal(one.low, words), _pack_decimal(one.high, words), one.closed]


def _unpack_interval(cell: Sequence[Any], told: _Unpacking) -> Interval:
    low, high, closed = cell
    return told.memo.interval(None if low is None else told.words[low], None if high is None else told.words[high], closed)


def _pack_decimal(number: Decimal | None, words: Words) -> int | None:
    return None if number is None else words(str(number))


def _unpack_decimal(cell: int | None, told: _Unpacking) -> Decimal | None:
    return None if cell is None else told.memo.decimal(told.words[cell])


def _as_it_is(value: Any, _: object) -> Any:
    return value


def _pack_hashes(hashes: Sequence[int], _: Words) -> str:
    return b64encode(array("Q", hashes).tobytes()).decode("ascii")


def _unpack_hashes(cell: str, _: _Unpacking) -> Sequence[int]:
    return array("Q", b64decode(cell)) if cell else ()


def _pack_day(day: date | None, _: Words) -> str | None:
    return None if day is None else day.isoformat()


def _unpack_day(cell: str | None, _: _Unpacking) -> date | None:
    return None if cell is None else date.fromisoformat(cell)


def _several(kind: type) -> tuple[Callable[[Any, Words], Any], Callable[[Any, _Unpacking], Any]]:
    return (
        lambda many, words: [_pack(one, words) for one in many],
        lambda rows, told: tuple(_unpack(kind, row, told) for row in rows),
    )


def _single(kind: type) -> tuple[Callable[[Any, Words], Any], Callable[[Any, _Unpacking], Any]]:
    return _pack, lambda row, told: _unpack(kind, row, told)


_FORMS: dict[str, tuple[Callable[[Any, Words], Any], Callable[[Any, _Unpacking], Any] | None]] = {
    "str": (lambda text, words: words(text), None),
    "int": (_as_it_is, _as_it_is),
    "bool": (_as_it_is, _as_it_is),
    "date | None": (_pack_day, _unpack_day),
    "Decimal": (_pack_decimal, _unpack_decimal),
    "Decimal | None": (_pack_decimal, _unpack_decimal),
    "Interval": (_pack_interval, _unpack_interval),
    "Sequence[int]": (_pack_hashes, _unpack_hashes),
    "float": (_as_it_is, _as_it_is),
    "tuple[float, ...]": (lambda floats, _: list(floats), lambda cells, _: tuple(cells)),
    "tuple[Sequence[int], ...]": (
        lambda many, words: [_pack_hashes(one, words) for one in many],
        lambda cells, told: tuple(_unpack_hashes(cell, told) for cell in cells),
    ),
    "tuple[tuple[str, ...], ...]": (
        lambda many, words: [[words(text) for text in texts] for texts in many],
        lambda rows, told: tuple(tuple(told.words[cell] for cell in cells) for cells in rows),
    ),
    "tuple[tuple[str, str, float], ...]": (
        lambda many, words: [[words(one), words(other), weight] for one, other, weight in many],
        lambda rows, told: tuple((told.words[one], told.words[other], weight) for one, other, weight in rows),
    ),
    "tuple[tuple[str, float, str], ...]": (
        lambda many, words: [[words(one), weight, words(other)] for one, weight, other in many],
        lambda rows, told: tuple((told.words[one], weight, told.words[other]) for one, weight, other in rows),
    ),
    "tuple[str, ...]": (
        lambda texts, words: [words(text) for text in texts],
        lambda cells, told: tuple(told.words[cell] for cell in cells),
    ),
    "tuple[tuple[str, int], ...]": (
        lambda pairs, words: [[words(text), count] for text, count in pairs],
        lambda cells, told: tuple((told.words[text], count) for text, count in cells),
    ),
    **{f"tuple[{kind.__name__}, ...]": _several(kind) for kind in _PACKED},
    **{kind.__name__: _single(kind) for kind in _PACKED},
}
_LAYOUT = {kind: [(one.name, *_FORMS[str(one.type)]) for one in fields(kind) if one.init] for kind in _PACKED}
"""Type -> (field, how it is written, how it is read; None for a text), in order."""
