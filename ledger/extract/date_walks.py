"""Dates around a month name, and dates in figures alone: "Feb. 11 to 13, 2026", "2 July", "May 2012", "28/01/2026"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.extract.calendar_span import DateSpan, day_of, iso_of, month_days, month_end
from ledger.extract.scan import DASHES, SUFFIXES, Scan, looks_ahead

_TO = frozenset(("to", "through", "until", "till", "thru", *DASHES))
_TO_AND = _TO | {"and"}
_TO_AND_OR = _TO_AND | {"or", "&"}
_MONTH_LEFT = frozenset(
    "in since by until till from during last next this early late mid of through to between and before after every each "
    "throughout for around on , ( - – —".split()
)


@dataclass(frozen=True, slots=True)
class _Point:
    """One day or month of a date, or a run of days: tokens [first, last), days 0 where only the month is told."""

    first: int
    last: int
    month: int
    low: int
    high: int
    year: int = 0


def find_month_date(scan: Scan, at: int, floor: int) -> DateSpan | None:
    """The date or span of dates around the month name at a token, or None where the word is no month."""
    left = _point(scan, at, floor)
    if left is None or not _is_month(scan, at, left):
        return None
    right = _second_point(scan, left)
    if right is None:
        return _dated(scan, left, left, left.year)
    return _dated(scan, left, right, right.year or left.year)


def _point(scan: Scan, at: int, floor: int) -> _Point | None:
    month = scan.lexicon.months.get(scan.low(at), (0, False))[0]
    if not month:
        return None
    first, low, high = _days_left(scan, at, floor)
    last = at + 1
    if scan.low(last) == "." and len(scan.words[at]) <= 4 and (scan.glued(last) or scan.number(last + 1) is not None):
        last += 1
    if not low:
        last, low, high = _days_right(scan, last)
    last, year = _year_right(scan, last, bool(low))
    return _Point(first, last, month, low, high, year)


def _days_left(scan: Scan, at: int, floor: int) -> tuple[int, int, int]:
    """First token and days of "11-13 (February)", "the 14th of (May)"; (at, 0, 0) without."""
    here = at - 1
    if here > floor and scan.low(here) == "of":
        here -= 1
        if scan.low(here) not in SUFFIXES:
            return at, 0, 0
    suffixed = scan.low(here) in SUFFIXES and scan.glued(here)
    if suffixed:
        here -= 1
    day = scan.day(here)
    if here < floor or day is None or (not suffixed and scan.glued(here) and scan.low(here - 1) in ("$", "£", "€", ":", ".", "/")):
        return at, 0, 0
    first, low = here, day
    if here - 2 >= floor and scan.low(here - 1) in _TO_AND:
        other = here - 3 if scan.low(here - 2) in SUFFIXES else here - 2
        start = scan.day(other)
        if start is not None and start < day and other >= floor:
            first, low = other, start
    return first, low, day


def _days_right(scan: Scan, at: int) -> tuple[int, int, int]:
    """The token after "14", "2nd" or "11 to 13" at `at`, and the days; (at, 0, 0) without."""
    day = scan.day(at)
    if day is None or scan.low(at + 1) in ("%", ":", "°") or scan.counts(at + 1):
        return at, 0, 0
    if scan.low(at + 1) in ("/", "h", "am", "pm", "a.m.", "p.m.") and scan.low(at + 1) != "/":
        return at, 0, 0
    last = at + 1
    if scan.low(last) in SUFFIXES and scan.glued(last):
        last += 1
    high = scan.day(last + 1) if scan.low(last) in _TO_AND_OR else None
    if high is None or high <= day or scan.low(last + 2) in ("%", ":", "am", "pm", "a.m.", "p.m.") or scan.counts(last + 2):
        return last, day, day
    end = last + 2
    if scan.low(end) in scan.lexicon.months:
        return last, day, day
    return (end + 1 if scan.low(end) in SUFFIXES and scan.glued(end) else end), day, high


def _year_right(scan: Scan, at: int, with_day: bool) -> tuple[int, int]:
    """The token after ", 2026", "of 2026" or "'26" at `at`, and the year; (at, 0) without."""
    here = at + 1 if scan.low(at) in (",", "of") else at
    year = scan.year(here)
    if year is not None and (year >= 1000):
        if scan.low(here + 1) in ("%", ":") or scan.low(here + 1) in scan.lexicon.not_year_right or _opens_range(scan, here):
            return at, 0
        if with_day and here == at and scan.counts(here + 1):
            return at, 0
        return here + 1, year
    if scan.low(at) in ("'", "’", "‘") and scan.glued(at + 1) and len(scan.low(at + 1)) == 2:
        short = scan.number(at + 1, 2)
        if short is not None:
            return at + 2, _century(short)
    return at, 0


def _opens_range(scan: Scan, at: int) -> bool:
    """True for the first year of a quantity range such as 2000-2500."""
    return scan.low(at + 1) in DASHES and scan.number(at + 2) is not None and scan.year(at + 2) is None and len(scan.words[at + 2]) > 2


def _century(short: int) -> int:
    return 2000 + short if short < 70 else 1900 + short


def _is_month(scan: Scan, at: int, point: _Point) -> bool:
    """True where the word names a month here: a loose surface needs a number or a preposition beside it."""
    word = scan.words[at]
    if point.low or point.year:
        return word[0].isupper() or scan.lexicon.months[scan.lows[at]][1] or bool(point.low and point.year) or point.last > at + 1
    if not word[0].isupper():
        return False
    if word.isupper() and len(word) <= 4:
        # APR, MAR and DEC are more often something else
        return False
    if scan.lexicon.months[scan.lows[at]][1]:
        return True
    if scan.low(at + 1) in scan.lexicon.relatives and scan.low(at + 2) == "year":
        return True
    return scan.low(at - 1) in _MONTH_LEFT - {",", "(", "and", "to", "of", "on"} or (
        scan.low(at - 1) in ("of", "and", "to") and not scan.is_word(at + 1)
    )


def _second_point(scan: Scan, left: _Point) -> _Point | None:
    """The end of "January to March", "Jan 30 - Feb 2", or None."""
    here = left.last
    if scan.low(here) not in _TO_AND or scan.low(here + 1) == "":
        return None
    if scan.low(here) == "and" and scan.low(left.first - 1) != "between":
        return None
    month = here + 1
    if scan.low(month) not in scan.lexicon.months and scan.day(month) is not None:
        month += 2 if scan.low(month + 1) in SUFFIXES else 1
    if scan.low(month) not in scan.lexicon.months:
        return None
    right = _point(scan, month, here + 1)
    return right if right is not None and _is_month(scan, month, right) or scan.low(here) in DASHES else None


def _dated(scan: Scan, left: _Point, right: _Point, year: int) -> DateSpan:
    """The span of one point or two, its year told, or taken from the publication date."""
    relative = not year
    if relative and scan.published is not None:
        year = _year_near(scan, left, right.month, scan.published)
    first_year = left.year or (year - 1 if year and left.month > right.month else year)
    grain = "day" if left.low and right.high else "month"
    low, high = _ends(left, right, first_year, year) if year else (None, None)
    return DateSpan(left.first, right.last, "date", low, high, iso_of(low, high, grain), relative, True, grain)


def _ends(left: _Point, right: _Point, first_year: int, year: int) -> tuple[date | None, date | None]:
    low = day_of(first_year, left.month, left.low or 1)
    high = day_of(year, right.month, right.high) if right.high else month_end(year, right.month)
    return (low, high) if low is not None and high is not None and low <= high else (None, None)


def _year_near(scan: Scan, point: _Point, month: int, published: date) -> int:
    """The year of a month without one: the latest that is not after publication, or the coming one where the words look ahead."""
    before = scan.low(point.first - 1)
    if before == "last":
        return published.year if month < published.month else published.year - 1
    ahead = looks_ahead(scan, point.first, point.last)
    today = (published.month, published.day)
    this = (month, point.low or 1)
    if ahead or before in ("next", "by", "until"):
        # a date a little way back is still told with "was expected to": only half a year back means the next year
        return published.year + 1 if month < published.month - 6 else published.year
    return published.year if this <= today else published.year - 1


def find_figure_date(scan: Scan, at: int) -> DateSpan | None:
    """The date in figures that starts at a number: 2026-02-14, 28/01/2026, 28.01.2026, 11/28/05, 9/11; else None."""
    word = scan.words[at]
    if "." in word:
        return _of_parts(scan, at, at + 1, word.split("."), dotted=True)
    mark = scan.low(at + 1)
    if mark not in ("/", "-", "–", "−", ".") or not scan.glued(at + 1) or not scan.glued(at + 2) or (at and scan.low(at - 1) == mark):
        return None
    if scan.low(at + 3) == mark and scan.glued(at + 3) and scan.glued(at + 4) and scan.low(at + 5) != mark:
        parts = [word, scan.low(at + 2), scan.low(at + 4)]
        found = _of_parts(scan, at, at + 5, parts, dotted=mark != "/")
        return _with_clock_mark(scan, found) if found else None
    named = scan.lexicon.named_days.get(f"{word}{mark}{scan.low(at + 2)}")
    if named is not None and scan.low(at + 3) not in ("%", "/", "-"):
        return DateSpan(at, at + 3, "date", named, named, named.isoformat(), grain="day")
    return _year_month(scan, at, mark)


def _with_clock_mark(scan: Scan, span: DateSpan) -> DateSpan:
    """An ISO datetime keeps its T inside the date, so that the time begins with a number."""
    if scan.low(span.last) == "t" and scan.glued(span.last) and scan.number(span.last + 1, 2) is not None:
        return DateSpan(span.first, span.last + 1, "date", span.low, span.high, span.iso, grain="day")
    return span


def _year_month(scan: Scan, at: int, mark: str) -> DateSpan | None:
    """1995-01; but 2012-13 is two years."""
    year, month = scan.year(at), scan.number(at + 2, 2)
    if year is None or month is None or mark != "-" or len(scan.words[at + 2]) != 2 or not 1 <= month <= 12 or month == (year + 1) % 100:
        return None
    if month > year % 100 and month > 9:
        return None
    low, high = month_days(year, month)
    return DateSpan(at, at + 3, "date", low, high, iso_of(low, high, "month"), grain="month")


def _of_parts(scan: Scan, first: int, last: int, parts: list[str], *, dotted: bool) -> DateSpan | None:
    """The date of three figures, or None where they are none."""
    if len(parts) != 3 or not all(part.isdecimal() and len(part) in (1, 2, 4) for part in parts):
        return None
    if len(parts[0]) == 4:
        low = day_of(int(parts[0]), int(parts[1]), int(parts[2])) if 1500 <= int(parts[0]) <= 2100 else None
        return _one_day(first, last, low)
    if len(parts[1]) == 4 or (len(parts[2]) != 4 and (dotted or len(parts[2]) != 2)):
        return None
    year = int(parts[2]) if len(parts[2]) == 4 else _century(int(parts[2]))
    one, two = int(parts[0]), int(parts[1])
    if not 1500 <= year <= 2100:
        return None
    return _day_or_month_first(scan, (first, last), year, one, two, dotted=dotted)


def _one_day(first: int, last: int, low: date | None) -> DateSpan | None:
    return None if low is None else DateSpan(first, last, "date", low, low, low.isoformat(), grain="day")


def _day_or_month_first(scan: Scan, span: tuple[int, int], year: int, one: int, two: int, *, dotted: bool) -> DateSpan | None:
    """28/01/2026 and 11/28/05; where both orders are days, the one nearer to publication, else only the year is known."""
    day_first, month_first = day_of(year, two, one), day_of(year, one, two)
    if dotted or month_first is None or day_first == month_first:
        return _one_day(*span, day_first if day_first is not None else month_first)
    if day_first is None:
        return _one_day(*span, month_first)
    published = scan.published
    if published is not None:
        away, near = min((abs((day - published).days), day) for day in (day_first, month_first))
        if away <= 31:
            return _one_day(*span, near)
    low, high = date(year, 1, 1), date(year, 12, 31)
    return DateSpan(*span, "date", low, high, iso_of(low, high, "year"), grain="year")
