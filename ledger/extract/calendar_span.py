"""Spans of the calendar: what a date in a text stands for, and how it is written as ISO."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
_WIDTHS = {"day": 10, "week": 10, "month": 7, "quarter": 7, "half": 7}
"""How much of an ISO date a grain takes; a year and more take 4."""


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date or a clock time at tokens [first, last). `low` and `high` are its first and last day, None where unknown."""

    first: int
    last: int
    kind: str
    """"date" or "time"."""
    low: date | None = None
    high: date | None = None
    iso: str = ""
    """"2025", "2026-02", "2026-02-14", an interval of two of these, "2026/.." for from 2026 on; "" where it cannot be resolved."""
    relative: bool = False
    """True where the words need the publication date, or another date of the text."""
    sure: bool = True
    """False for a bare four-digit number that is a year only because nothing speaks against it."""
    grain: str = ""
    """The finest part that is told: day, week, month, quarter, half, year, decade, century."""
    shift: int | None = None
    """For words that lean on another date ("a year earlier" -1, "the same year" 0): how many grains away; else None."""


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year + month // 12, month % 12 + 1, 1) - ONE_DAY if (year, month) < (9999, 12) else date.max


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def iso_of(low: date | None, high: date | None, grain: str) -> str:
    """The contract's ISO date or interval of whole grains.

    >>> iso_of(date(2026, 1, 1), date(2026, 3, 31), "quarter")
    '2026-01/2026-03'
    """
    if low is None or high is None:
        return ""
    width = _WIDTHS.get(grain, 4)
    left, right = low.isoformat()[:width], high.isoformat()[:width]
    return left if left == right else f"{left}/{right}"


def year_days(low: int, high: int | None = None) -> tuple[date, date]:
    """The first day of one year and the last of another (or of the same)."""
    return date(low, 1, 1), date(high if high is not None else low, 12, 31)


def month_days(year: int, low: int, high: int | None = None) -> tuple[date, date]:
    """The first day of one month and the last of another (or of the same), months in one year."""
    return date(year, low, 1), month_end(year, high if high is not None else low)


def shifted(low: date, high: date, grain: str, by: int) -> tuple[date, date] | None:
    """The days that lie `by` grains away, or None where the calendar ends. A grain of years keeps month and day."""
    if grain in ("day", "week"):
        step = timedelta(days=by * (7 if grain == "week" else 1))
        return low + step, high + step
    months = by * {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}.get(grain, 12)
    first, last = _months_on(low, months), _months_on(high + ONE_DAY, months)
    return None if first is None or last is None else (first, last - ONE_DAY)


def _months_on(day: date, months: int) -> date | None:
    index = day.year * 12 + day.month - 1 + months
    if not 12 <= index < 12 * 9999:
        return None
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, month_end(year, month).day))
