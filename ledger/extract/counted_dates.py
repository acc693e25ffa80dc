"""Stretches of time that a number tells: "two years ago", "over the past five years"; the number stays a quantity as well."""

from __future__ import annotations

from datetime import date

from ledger.extract.calendar_span import DateSpan, iso_of, month_days, shifted, year_days
from ledger.extract.date_lexicon import DateLexicon
from ledger.sources.tokens import Block

_GRAINS = {"years": "year", "months": "month", "days": "day"}


def counted_back(block: Block, lexicon: DateLexicon, published: date | None) -> list[DateSpan]:
    """The stretches of the block, in order; none where the publication date is unknown."""
    if published is None:
        return []
    found: list[DateSpan] = []
    for at, low in enumerate(block.lows):
        if low == "ago" and at > 1:
            number, grain = _number(block, lexicon, at - 2), _GRAINS.get(block.lows[at - 1], "")
            span = _ago(at, number, grain, published) if number and grain else None
        elif low in ("past", "last") and at + 2 < len(block):
            number, grain = _number(block, lexicon, at + 1), _GRAINS.get(block.lows[at + 2], "")
            span = _past(at, number, grain, published) if number and grain else None
        else:
            continue
        if span is not None:
            found.append(span)
    return found


def _number(block: Block, lexicon: DateLexicon, at: int) -> int:
    word = block.words[at]
    return int(word) if len(word) <= 3 and word.isdecimal() else lexicon.hours.get(block.lows[at], 0)


def _ago(at: int, number: int, grain: str, published: date) -> DateSpan | None:
    days = shifted(*_now(grain, published), grain, -number)
    return None if days is None else DateSpan(at - 2, at + 1, "date", *days, iso_of(*days, grain), True, grain=grain)


def _past(at: int, number: int, grain: str, published: date) -> DateSpan | None:
    low, high = _now(grain, published)
    days = shifted(low, high, grain, -number)
    return None if days is None else DateSpan(at, at + 3, "date", days[0], high, iso_of(days[0], high, grain), True, grain=grain)


def _now(grain: str, published: date) -> tuple[date, date]:
    if grain == "year":
        return year_days(published.year)
    return month_days(published.year, published.month) if grain == "month" else (published, published)
