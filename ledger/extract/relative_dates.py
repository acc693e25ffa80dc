"""Words that lean on the publication date: weekdays, "yesterday", "last year", "the previous month", "a year earlier"."""

from __future__ import annotations

from datetime import date, timedelta

from ledger.extract.calendar_span import DateSpan, iso_of, month_days, shifted, year_days
from ledger.extract.scan import DASHES, Scan

_BETWEEN = frozenset(("fiscal", "financial", "calendar", "school", "academic", "full", "whole", "entire", "business", "model"))
_SEASON_END = {"spring": 5, "summer": 8, "autumn": 11, "fall": 11, "winter": 2}


def find_weekday(scan: Scan, at: int) -> DateSpan | None:
    """The latest such day up to publication, or the coming one after "next"; a loose surface needs a number behind it."""
    number, firm = scan.lexicon.weekdays[scan.lows[at]]
    if not scan.words[at][0].isupper():
        return None
    if not firm and not _beside_date(scan, at):
        return None
    before = scan.low(at - 1)
    first, last = at, at + 1
    if not firm and scan.low(last) == "." and scan.glued(last):
        last += 1
    if before in ("last", "next", "this", "coming"):
        first = at - 1
    if scan.published is None:
        return DateSpan(first, last, "date", relative=True, grain="day")
    day = _weekday(scan.published, number, before)
    return DateSpan(first, last, "date", day, day, day.isoformat(), True, True, "day")


def _beside_date(scan: Scan, at: int) -> bool:
    """True where an abbreviated day stands before a month or a number, or after "on"."""
    here = at + 1
    while scan.low(here) in (",", "."):
        here += 1
    return scan.low(here) in scan.lexicon.months or scan.day(here) is not None or scan.low(at - 1) == "on"


def _weekday(published: date, number: int, before: str) -> date:
    back = (published.isoweekday() - number) % 7
    if before in ("next", "coming"):
        return published + timedelta(days=7 - back if back else 7)
    return published - timedelta(days=back or (7 if before == "last" else 0))


def find_day_word(scan: Scan, at: int) -> DateSpan:
    """today, yesterday, tomorrow."""
    if scan.published is None:
        return DateSpan(at, at + 1, "date", relative=True, grain="day")
    day = scan.published + timedelta(days=scan.lexicon.days[scan.lows[at]])
    return DateSpan(at, at + 1, "date", day, day, day.isoformat(), True, True, "day")


def find_relative(scan: Scan, at: int) -> DateSpan | None:
    """ "last year", "the past decade", "this fiscal year", "the previous month", "next May"; None before other words."""
    sense = scan.lexicon.relatives[scan.lows[at]]
    here = at + 1
    while scan.low(here) in _BETWEEN or (scan.low(here) in DASHES and scan.glued(here)):
        here += 1
    low = scan.low(here)
    stretch = scan.lexicon.stretches.get(low)
    if stretch is None or (low in ("fall", "spring", "day", "half", "season") and sense == "past"):
        return None
    if scan.lows[at] == "that" and (low != "year" or scan.low(here + 1) in ("that", "the", "a", "will", "has")):
        return None
    if sense in ("before", "after", "same"):
        grain = {"weekend": "week", "season": "year"}.get(stretch, stretch)
        return DateSpan(at, here + 1, "date", relative=True, grain=grain, shift={"before": -1, "after": 1, "same": 0}[sense])
    days = None if scan.published is None else _stretch_days(stretch, low.rstrip("s").rstrip("'’"), sense, scan.published)
    if days is None:
        return DateSpan(at, here + 1, "date", relative=True, grain=stretch)
    grain = {"weekend": "day", "season": "year", "decade": "year"}.get(stretch, stretch)
    return DateSpan(at, here + 1, "date", days[0], days[1], iso_of(*days, grain), True, True, grain)


def _stretch_days(stretch: str, word: str, sense: str, published: date) -> tuple[date, date] | None:
    """First and last day of the stretch that the words mean on the day of publication, or None."""
    by = {"last": -1, "this": 0, "next": 1, "past": -1}[sense]
    if stretch == "day":
        return (published, published) if sense == "this" else (published + timedelta(days=by),) * 2 if word == "night" else None
    if stretch == "season":
        return _season_days(word, by, published)
    if stretch == "decade":
        return year_days(published.year - 10, published.year) if by == -1 else None
    if sense == "past" and stretch == "year" and published.month > 3:
        # in the first months of a year the past year is the one just over; later it is the twelve months gone
        return shifted(*month_days(published.year - 1, published.month), "month", 0) and (
            month_days(published.year - 1, published.month)[0],
            month_days(published.year, published.month)[1],
        )
    return shifted(*_around(stretch, published), stretch, by)


def _around(stretch: str, published: date) -> tuple[date, date]:
    """The week, weekend, month, quarter, half or year that holds the day of publication (a weekend: of that week)."""
    monday = published - timedelta(days=published.weekday())
    if stretch == "week":
        return monday, monday + timedelta(days=6)
    if stretch == "weekend":
        return monday + timedelta(days=5), monday + timedelta(days=6)
    width = {"month": 1, "quarter": 3, "half": 6}.get(stretch, 12)
    month = (published.month - 1) // width * width + 1
    return month_days(published.year, month, month + width - 1)


def _season_days(word: str, by: int, published: date) -> tuple[date, date] | None:
    """The year of a season: of the last one that is over, of this year's, or of the next."""
    end = _SEASON_END.get(word)
    if end is None:
        return None
    over = published.month > end
    year = published.year + (0 if by == 0 or (by == -1) == over else by)
    return year_days(year)


def find_offset(scan: Scan, at: int, floor: int) -> DateSpan | None:
    """ "a year earlier", "the month before", "a week ago": before "earlier", "ago" and the like at a token; None without a stretch."""
    grain = scan.lexicon.stretches.get(scan.low(at - 1))
    if grain not in ("day", "week", "month", "year", "decade", "quarter") or at - 2 < floor or scan.low(at - 2) not in ("a", "the"):
        return None
    by = scan.lexicon.offsets[scan.lows[at]]
    if scan.lows[at] in ("before", "after") and scan.low(at - 2) == "a" and scan.is_word(at + 1) and scan.low(at + 1) != "when":
        return None
    if scan.lows[at] == "ago" and scan.published is not None:
        days = shifted(*_around(grain, scan.published), grain, by) if grain != "day" else (scan.published - timedelta(days=1),) * 2
        if days is not None:
            return DateSpan(at - 2, at + 1, "date", days[0], days[1], iso_of(*days, grain), True, True, grain)
    return DateSpan(at - 2, at + 1, "date", relative=True, grain=grain, shift=by)
