"""Finds the dates and clock times of a block: one look at each token, a short walk from each that may open one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ledger.extract import date_lexicon as words
from ledger.extract.calendar_span import DateSpan
from ledger.extract.clock import find_noon, find_spoken_time, find_time
from ledger.extract.date_lexicon import DateLexicon, make_date_lexicon
from ledger.extract.date_walks import find_figure_date, find_month_date
from ledger.extract.dates_of_years import of_year_beside
from ledger.extract.relative_dates import find_day_word, find_offset, find_relative, find_weekday
from ledger.extract.scan import DASHES, Scan
from ledger.extract.year_walks import find_century, find_era_year, find_first_of, find_q_mark, find_quarter, find_year
from ledger.sources.tokens import NUMBER, Block

_NOWHERE: frozenset[int] = frozenset()
__all__ = ["DateLexicon", "DateSpan", "find_dates", "make_date_lexicon"]


def find_dates(block: Block, lexicon: DateLexicon, published: date | None, tables: frozenset[int] = _NOWHERE) -> list[DateSpan]:
    """The dates and times of the block in order, without overlap. Durations and ages are none; relative words are resolved
    where the publication date is known. A span whose `sure` is False is a bare number that may be a quantity after all.
    None begins at a token of `tables`."""
    anchors = lexicon.anchors
    open_at = [at for at, (low, kind) in enumerate(zip(block.lows, block.kinds, strict=True)) if kind == NUMBER or low in anchors]
    if tables:
        open_at = [at for at in open_at if at not in tables]
    if not open_at:
        return []
    scan = Scan(block, lexicon, published)
    spans: list[DateSpan] = []
    floor = 0
    for at in open_at:
        if at < floor:
            continue
        span = _from_number(scan, at, floor) if block.kinds[at] == NUMBER else _from_word(scan, at, floor)
        if span is None:
            continue
        span = _widened(scan, span, floor)
        if span.first < floor:
            continue
        if spans and _says_the_same(scan, spans[-1], span):
            span = replace(span, first=spans.pop().first, relative=False)
        elif spans and (joined := of_year_beside(scan, spans, span)) is not None:
            spans.pop()
            span = joined
        spans.append(span)
        floor = span.last
    return spans


def _from_number(scan: Scan, at: int, floor: int) -> DateSpan | None:
    if "," in scan.words[at]:
        return None
    span = find_time(scan, at, floor) or find_figure_date(scan, at)
    if span is not None:
        return span
    if scan.low(at + 1) in scan.lexicon.eras or scan.low(at + 3) in scan.lexicon.eras:
        span = find_era_year(scan, at, floor)
    return span or find_year(scan, at, floor)


def _from_word(scan: Scan, at: int, floor: int) -> DateSpan | None:
    role = scan.lexicon.anchors[scan.lows[at]]
    if role == words.RELATIVE:
        return find_relative(scan, at)
    if role == words.MONTH:
        return find_month_date(scan, at, floor)
    if role == words.WEEKDAY:
        return find_weekday(scan, at)
    if role == words.DAY:
        return find_day_word(scan, at)
    if role == words.NOON:
        return find_noon(at)
    walk = {
        words.QUARTER: find_quarter,
        words.CENTURY: find_century,
        words.FIRST_OF: find_first_of,
        words.OFFSET: find_offset,
        words.HOUR: find_spoken_time,
        words.Q_MARK: find_q_mark,
        words.ERA: find_era_year,
    }[role]
    return walk(scan, at, floor)


def _widened(scan: Scan, span: DateSpan, floor: int) -> DateSpan:
    """The span with "mid-", "early", "end of", "fiscal" before it, and "onward" after a year that "from" opens."""
    first = span.first
    if span.kind != "date" or span.relative:
        return span
    parts = scan.lexicon.parts
    while first > floor:
        here = first - 1
        if scan.low(here) in DASHES or scan.low(here) in ("of", "the"):
            if here - 1 < floor or scan.low(here - 1) not in parts:
                break
            here -= 1
        if scan.low(here) not in parts or here < floor:
            break
        first = here
    if span.grain == "year" and scan.low(span.last) in scan.lexicon.onward and scan.low(first - 1) == "from":
        iso = span.iso.split("/")[0] + "/.."
        return replace(span, first=first, last=span.last + 1, high=None, iso=iso, sure=True)
    return span if first == span.first else replace(span, first=first, sure=True)


def _says_the_same(scan: Scan, left: DateSpan, right: DateSpan) -> bool:
    """True for a weekday and its date side by side: "Tuesday, February 10", "Tue Jul 02 2013"."""
    if right.grain != "day" or left.grain != "day" or not left.relative or scan.low(left.first) not in scan.lexicon.weekdays:
        return False
    if scan.low(right.first) in scan.lexicon.weekdays:
        return False
    gap = scan.lows[left.last : right.first]
    return len(gap) <= 1 and all(low in (",", "(", "the") for low in gap)
