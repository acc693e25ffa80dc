"""Dates that take their year from the words beside them: "in April last year", "on 5 May this year", "last year, in the spring"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from ledger.extract.calendar_span import DateSpan, day_of, iso_of, month_end
from ledger.extract.scan import Scan

_PARTS = frozenset(("day", "month", "quarter", "half"))
_BEHIND = frozenset(("of", "in", "the", ","))
_BEFORE = frozenset((",", "in", "on", "during", "by", "the", "early", "late", "mid", "-"))
_GAP = 3
"""Tokens that may stand between "last year" and the month behind it: ", in early"."""
_TOLD = 8
"""How many dates back "the year before" looks for a year."""


def of_year_beside(scan: Scan, before: Sequence[DateSpan], right: DateSpan) -> DateSpan | None:
    """One span for the last of the dates before and the one behind it where one is the year, or the week, of the other, else None.

    "The year before" counts from the last year that the text has told; where it has told none the date stays unresolved.
    """
    left = before[-1]
    if not (left.relative and right.relative) or left.kind != "date" or right.kind != "date":
        return None
    gap = scan.lows[left.last : right.first]
    if _takes_year(scan, left) and right.grain == "year" and _is_bare(gap, _BEHIND, 2) and not _owns(scan, right):
        return _moved(left, _year_of(right, before), left.first, right.last)
    if left.grain == "year" and _takes_year(scan, right) and _is_bare(gap, _BEFORE, _GAP) and not _owns(scan, left):
        return _moved(right, _year_of(left, before), left.first, right.last)
    if left.grain == "day" and right.grain == "week" and not gap and scan.low(left.first) in scan.lexicon.weekdays:
        return _in_week(left, right)
    return None


def _takes_year(scan: Scan, span: DateSpan) -> bool:
    """True for a month, a day of one, a quarter or a half; "last April" and weekdays have their year."""
    if span.grain not in _PARTS or span.shift is not None or scan.low(span.first) in scan.lexicon.relatives:
        return False
    if scan.low(span.first - 1) in scan.lexicon.relatives:
        return False
    return any(scan.low(at) in scan.lexicon.months or scan.low(at).startswith(("quarter", "half")) for at in range(span.first, span.last))


def _is_bare(gap: list[str], words: frozenset[str], most: int) -> bool:
    return len(gap) <= most and all(low in words for low in gap)


def _owns(scan: Scan, year: DateSpan) -> bool:
    """True for "last year's weakest month": the words tell of another thing."""
    return scan.low(year.last - 1).endswith(("'s", "’s"))


def _year_of(year: DateSpan, before: Sequence[DateSpan]) -> int | None:
    """The year that the words mean, or None where they lean on a year that is not told or cover two."""
    if year.shift is None:
        return year.low.year if year.low is not None and year.high is not None and year.low.year == year.high.year else None
    for other in reversed(before[-_TOLD:]):
        if other.low is not None and not other.relative:
            return other.low.year + year.shift
    return None


def _moved(part: DateSpan, year: int | None, first: int, last: int) -> DateSpan:
    """The part in another year, over both spans' tokens; without days where the year is unknown or has no such day."""
    bare = replace(part, first=first, last=last, low=None, high=None, iso="")
    if part.low is None or part.high is None or year is None:
        return bare
    low, high = _in_year(part.low, year + part.low.year - part.high.year), _in_year(part.high, year)
    if low is None or high is None:
        return bare
    return replace(bare, low=low, high=high, iso=iso_of(low, high, part.grain))


def _in_year(day: date, year: int) -> date | None:
    """The same day of another year; the last of a month stays the last."""
    if not 1 <= year <= 9999:
        return None
    if (day + timedelta(days=1)).day == 1:
        return month_end(year, day.month)
    return day_of(year, day.month, day.day)


def _in_week(weekday: DateSpan, week: DateSpan) -> DateSpan:
    """The weekday of the week that is told: "Monday last week"."""
    if weekday.low is None or week.low is None:
        return replace(weekday, last=week.last)
    day = week.low + timedelta(days=weekday.low.weekday())
    return replace(weekday, last=week.last, low=day, high=day, iso=day.isoformat())
