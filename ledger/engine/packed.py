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
from dataclasses import dataclass, field, fields
from datetime import date
from decimal import Decimal
from typing import Any

from ledger.errors import Notice
from ledger.interval import Interval
from ledger.model import Article, Claim, Document, Extraction, Section, Uncounted, Wording


@dataclass(frozen=True, slots=True)
class Reading:
    """A document and what was extracted from it."""

    document: Document
    extraction: Extraction


Outcome = Reading | Notice
_PACKED: tuple[type, ...] = (Reading, Notice, Document, Section, Extraction, Article, Claim, Uncounted, Wording)
_OUTCOMES = (Reading, Notice)
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


def pack_outcomes(outcomes: Iterable[Outcome]) -> bytes:
    """The outcomes of one source as bytes; equal outcomes give equal bytes."""
    table: dict[str, int] = {}

    def words(text: str) -> int:
        return table.setdefault(text, len(table))

    rows = [[_OUTCOMES.index(type(one)), _pack(one, words)] for one in outcomes]
    body = json.dumps([list(table), rows], ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(body.encode("utf-8", "surrogatepass"), 1)


def unpack_outcomes(packed: bytes, memo: Memo) -> tuple[Outcome, ...]:
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
