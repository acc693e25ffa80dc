"""Years and spans of years in figures: "in 2025", "2026-2030", "2012–13", "FY2025/26", "the 1950s", "Q1 2026", "the 19th century"."""

from __future__ import annotations

from datetime import date

from ledger.extract.calendar_span import DateSpan, iso_of, month_days, year_days
from ledger.extract.scan import DASHES, SUFFIXES, Scan, looks_ahead

_ERA_JOINTS = frozenset(("and", "to", "or", *DASHES))
_NEAR = 10  # tokens around a decade that may tell of degrees
_LAST_YEAR = 2100
_QUOTES = frozenset("'’‘")
_AFTER_NAME = frozenset(
    ', . ; : ) ( ] ” " ! ? and or in at on to will was is were are has had with which that for of by from as who where'.split()
)
_JOINED = frozenset(("and", "to", "or", *DASHES))
_LISTED = _JOINED | {","}
_ANY_YEAR = frozenset(("in", "since", "circa", "until", "during", "year", *DASHES))
_PAIR_WORDS = frozenset(("to", "through", "until", "till"))
_BEFORE_Q = frozenset("in for during of the since by from through until to and between its 's with at ( — – this last next".split())


def find_year(scan: Scan, at: int, floor: int) -> DateSpan | None:
    """The year, pair of years or decade that starts with the number at a token, or None where it is a quantity or a label."""
    year = scan.year(at)
    if year is None:
        return _short_decade(scan, at, floor)
    if not _opens_freely(scan, at, floor):
        return None
    decade = _decade_end(scan, at)
    if decade:
        low, high = year_days(year, year + 9)
        return DateSpan(at, decade, "date", low, high, iso_of(low, high, "decade"), grain="decade")
    last, end = _pair(scan, at, year)
    if not _closes_freely(scan, last):
        return None
    sure = _sureness(scan, at, last, year, pair=end is not None)
    if sure is None:
        return None
    low, high = year_days(year, end)
    return DateSpan(at, last, "date", low, high, iso_of(low, high, "year"), sure=sure, grain="year")


def _opens_freely(scan: Scan, at: int, floor: int) -> bool:
    """False where what stands before the number makes it money, a label or the tail of another number."""
    before = scan.low(at - 1)
    if before == "." and scan.low(at - 2) in ("no", "nos", "art", "sec", "p", "pp"):
        return False
    if not scan.glued(at):
        return before not in scan.lexicon.not_year_left or scan.low(at + 1) in scan.lexicon.year_right
    if before in DASHES:
        # "mid-2024", "pre-2008"; but not the tail of "0800-2000"
        return scan.is_word(at - 2) or not scan.glued(at - 1) or at - 1 < floor
    if scan.is_word(at - 1):
        return before in scan.lexicon.parts or (before in scan.lexicon.months)
    return before not in scan.lexicon.not_year_left and before not in (".", "/", ":", "+", "~", "_", "@", "&")


def _closes_freely(scan: Scan, last: int) -> bool:
    """False where something glued on makes the number a code or a measure ("2000mAh", "2000-meter")."""
    if not scan.glued(last):
        return True
    low = scan.low(last)
    if scan.is_word(last):
        return scan.words[last][0].isupper() and len(low) > 3
    if low in DASHES and scan.glued(last + 1):
        return low != "-" or scan.low(last + 1) in scan.lexicon.year_hyphen
    return low not in ("%", "°", ":", "_", "+", "@")


def _decade_end(scan: Scan, at: int) -> int:
    """The token after "1950s", "1950's", or 0."""
    if scan.words[at][-1] != "0":
        return 0
    here = at + 1
    if scan.low(here) in _QUOTES and scan.glued(here):
        here += 1
    return here + 1 if scan.low(here) == "s" and scan.glued(here) else 0


def _pair(scan: Scan, at: int, year: int) -> tuple[int, int | None]:
    """The token after "2026", "2026-2030", "2012–13", "2025/26" or "2020 to 2025", and the second year if there is one."""
    mark = scan.low(at + 1)
    joined = mark in DASHES or mark == "/" or mark in _PAIR_WORDS
    if mark == "and":
        joined = scan.low(at - 1) == "between"
    if not joined:
        return at + 1, None
    second = scan.year(at + 2)
    if second is not None and year < second <= year + 600:
        if mark in _PAIR_WORDS and scan.low(at - 1) != "from":
            return at + 1, None
        return at + 3, second
    short = scan.number(at + 2, 2)
    if short is not None and len(scan.words[at + 2]) == 2 and scan.glued(at + 1) and scan.glued(at + 2) and mark not in _PAIR_WORDS:
        full = year - year % 100 + short + (100 if short < year % 100 else 0)
        if full - year in range(1, 12 if mark != "/" else 2):
            return at + 3, full
    return at + 1, None


def _sureness(scan: Scan, at: int, last: int, year: int, *, pair: bool) -> bool | None:
    """True for a year by its words, False by default only, None for a quantity."""
    before, after = scan.low(at - 1), scan.low(last)
    if after in scan.lexicon.ordinals and _names_part(scan, last):
        return None
    if scan.low(at + 1) in DASHES and not pair and scan.number(at + 2) is not None and len(scan.words[at + 2]) > 2:
        return None
    if before in "([" and before and after in (")", "]", ",", ";"):
        return True
    if after in scan.lexicon.year_right or (scan.low(last) in DASHES and scan.glued(last)):
        return True
    if after in scan.lexicon.not_year_right:
        return _led_in(scan, at, year) if after in ("more", "other", "new", "additional", "people", "men", "women") else None
    if scan.plural(last):
        return _with_plural(scan, at, before, pair)
    if before in scan.lexicon.year_left or before in DASHES or pair:
        return True if year >= 1900 or pair or before in _ANY_YEAR else None
    if before in ("of", "to", "the", "than", "and", "between", "this", "a", "or"):
        return before == "of" if year >= 1900 else None
    if year < 1900:
        return None
    # "Biofach 2026," is a name with its year
    return scan.is_word(at - 1) and scan.words[at - 1][0].isupper() and at > 1 and (after in _AFTER_NAME or not after)


def _names_part(scan: Scan, at: int) -> bool:
    """True for "third quarter" at a token: the year before it belongs to the quarter."""
    return scan.low(at + 1 + (scan.low(at + 1) in DASHES)) in ("quarter", "half")


def _led_in(scan: Scan, at: int, year: int) -> bool | None:
    """A year opens the sentence with "In": "In 2012 people ..."; anywhere else the noun is counted."""
    return True if scan.low(at - 1) in ("in", "since") and (scan.words[at - 1][0].isupper() or year % 100) else None


def _with_plural(scan: Scan, at: int, before: str, pair: bool) -> bool | None:
    """Before a plural noun: "its 2018 models", "In 2012 houses ..." are years, "2012 houses" are houses."""
    if pair or before in ("its", "their", "his", "her", "our", "the", "those", "these", "during", "'s", "’s", "s"):
        return True
    if before.endswith(("'s", "’s")):
        return True
    year = int(scan.words[at])
    return _led_in(scan, at, year)


def _short_decade(scan: Scan, at: int, floor: int) -> DateSpan | None:
    """'90s, and the 60s of "1950s and 60s" or "the late 80s"; bare "30s" may be an age."""
    if scan.low(at + 1) != "s" or not scan.glued(at + 1):
        return None
    number = scan.number(at, 2)
    if number is None or number % 10:
        return None
    first = at
    if scan.low(at - 1) in _QUOTES and scan.glued(at) and at - 1 >= floor:
        first = at - 1
    elif not (_after_decade(scan, at) or (_the_late(scan, at) and not _tells_degrees(scan, at))):
        return None
    year = 1900 + number if number >= 20 else 2000 + number
    low, high = year_days(year, year + 9)
    return DateSpan(first, at + 2, "date", low, high, iso_of(low, high, "decade"), sure=first != at, grain="decade")


def _tells_degrees(scan: Scan, at: int) -> bool:
    """True near words of warmth: "temperatures in the mid-30s"."""
    return not scan.lexicon.warmth.isdisjoint(scan.lows[max(0, at - _NEAR) : at + _NEAR])


def _after_decade(scan: Scan, at: int) -> bool:
    """True for the 60s of "1950s and 60s" and "the '50s and 60s"; not for "in their 50s and 60s"."""
    earlier = scan.number(at - 3) if scan.low(at - 1) in _LISTED and scan.low(at - 2) == "s" else None
    if earlier is None:
        return False
    return earlier >= 1000 or scan.low(at - 4) in _QUOTES or _the_late(scan, at - 3) or scan.low(at - 4) == "the"


def _the_late(scan: Scan, at: int) -> bool:
    here = at - 2 if scan.low(at - 1) in DASHES else at - 1
    return scan.low(here) in ("early", "late", "mid") and scan.low(here - 1) == "the"


def find_era_year(scan: Scan, at: int, floor: int) -> DateSpan | None:
    """480 BC, AD 79, 300 to 200 BC, A.D. 1000 and 1260: tokens only, for the calendar here begins with the year 1."""
    if scan.kinds[at] == 2:
        paired = scan.low(at + 1) in _ERA_JOINTS and scan.number(at + 2) is not None
        after = at + 3 if paired else at + 1
        if scan.number(at) is None or scan.low(after) not in scan.lexicon.eras or not scan.words[after].isupper():
            return None
        return DateSpan(at, after + 1, "date", grain="year")
    if not scan.words[at].isupper() or scan.number(at + 1) is None:
        return None
    paired = scan.low(at + 2) in _ERA_JOINTS and scan.number(at + 3) is not None and not scan.counts(at + 4)
    rising = paired and (scan.number(at + 1) or 0) < (scan.number(at + 3) or 0) <= _LAST_YEAR
    return DateSpan(at, at + 4 if rising else at + 2, "date", grain="year")


def find_century(scan: Scan, at: int, floor: int) -> DateSpan | None:
    """The century at a token with its ordinal ("19th", "nineteenth"), and the ordinal before it ("18th and 19th centuries")."""
    first, number = _ordinal_left(scan, at - 1 if scan.low(at - 1) not in DASHES else at - 2, floor)
    if not number:
        return None
    start = number
    if scan.low(first - 1) in _JOINED:
        earlier, other = _ordinal_left(scan, first - 2, floor)
        if 0 < other < number:
            first, start = earlier, other
    low, high = year_days(max(1, start * 100 - 99), number * 100)
    return DateSpan(first, at + 1, "date", low, high, iso_of(low, high, "century"), grain="century")


def _ordinal_left(scan: Scan, at: int, floor: int) -> tuple[int, int]:
    """First token and value of an ordinal of at most 21 that ends at `at`, else (at, 0)."""
    if at < floor:
        return at, 0
    if scan.low(at) in SUFFIXES and scan.glued(at):
        number = scan.number(at - 1, 2)
        return (at - 1, number) if number is not None and 0 < number <= 21 and at - 1 >= floor else (at, 0)
    value = scan.lexicon.ordinals.get(scan.low(at), 0)
    if value == 1 and scan.low(at - 1) in DASHES and scan.low(at - 2) == "twenty":
        return at - 2, 21
    return at, value


def find_quarter(scan: Scan, at: int, floor: int) -> DateSpan | None:
    """ "first quarter", "3rd-quarter", "second half", with the year before or after; None without an ordinal."""
    grain = "quarter" if scan.low(at).startswith("quarter") else "half"
    if scan.low(at + 1) in DASHES and scan.glued(at + 1) and scan.low(at + 2) in ("hour", "century", "mile", "dozen", "way"):
        return None
    first, number = _ordinal_left(scan, at - 1 if scan.low(at - 1) not in DASHES else at - 2, floor)
    if not 0 < number <= (4 if grain == "quarter" else 2) or scan.low(first) in ("opening", "final") and grain == "half":
        return None
    if scan.low(at + 1) in ("of", "in") and not _stretch_follows(scan, at + 2):
        return _part_of_year(scan, first, at + 1, grain, number, None) if scan.low(at + 1) == "in" else None
    return _part_of_year(scan, *_year_beside(scan, first, at + 1, floor, grain, number))


def _stretch_follows(scan: Scan, at: int) -> bool:
    """True where "first half of" goes on with a year, a century or the like, and not with a match or a book."""
    here = at
    while scan.low(here) in ("the", "this", "last", "next", "its", "fiscal", "financial", "fy", "that", "calendar", "current"):
        here += 1
    if scan.year(here) is not None or scan.low(here) in scan.lexicon.months or scan.low(here) in scan.lexicon.days:
        return True
    return scan.low(here) in ("year", "decade", "century", "month", "season", "year's") or scan.number(here, 2) is not None


def find_q_mark(scan: Scan, at: int, floor: int) -> DateSpan | None:
    """Q1, H2, 1Q, 1H25 with a year beside them; None where the letter is a product's."""
    letter = scan.words[at]
    top = 4 if letter == "Q" else 2
    if letter not in ("Q", "H"):
        return None
    first, last, number = at, at + 2, scan.number(at + 1, 1) if scan.glued(at + 1) else None
    if number is None and at > floor and scan.glued(at):
        first, last, number = at - 1, at + 1, scan.number(at - 1, 1)
    if number is None or not 1 <= number <= top:
        return None
    grain = "quarter" if letter == "Q" else "half"
    beside = _year_beside(scan, first, last, floor, grain, number)
    before = scan.low(first - 1)
    if beside[4] is None and before not in _BEFORE_Q and not before.endswith(("'s", "’s")):
        return None
    return _part_of_year(scan, *beside)


def find_first_of(scan: Scan, at: int, floor: int) -> DateSpan | None:
    """ "the first six months of 2025": the days at the head of a year that is told; None elsewhere."""
    if scan.low(at) != "months" or scan.low(at - 2) not in ("first", "opening") or at - 2 < floor or scan.low(at + 1) not in ("of", "in"):
        return None
    number = scan.number(at - 1, 2) or scan.lexicon.hours.get(scan.low(at - 1))
    if number is None or not 1 <= number <= 12:
        return None
    here = at + 2 + (scan.low(at + 2) in ("the", "fiscal", "financial"))
    year, last = _year_or_relative(scan, here)
    if last == here:
        return None
    low, high = month_days(year, 1, number) if year else (None, None)
    return DateSpan(at - 2, last, "date", low, high, iso_of(low, high, "month"), relative=scan.year(here) is None, grain="month")


def _year_or_relative(scan: Scan, at: int) -> tuple[int | None, int]:
    """The year told at `at` as a number or as "this year", and the token after it; (None, at) without."""
    year = scan.year(at)
    if year is not None:
        return year, at + 1
    if scan.low(at) in ("this", "last", "next", "the") and scan.low(at + 1) in ("year", "year's", "year’s"):
        by = {"last": -1, "next": 1}.get(scan.low(at), 0)
        return (None if scan.published is None else scan.published.year + by), at + 2
    return (None if scan.published is None else scan.published.year), at + 1 if scan.low(at) == "year" else at


def _year_beside(scan: Scan, first: int, last: int, floor: int, grain: str, number: int) -> tuple[int, int, str, int, int | None, bool]:
    """The tokens and the year of a quarter or half, with the year after it ("of 2026", "fiscal 2021") or before it taken in."""
    here = last
    while scan.low(here) in ("of", "the", "fiscal", "financial", "fy", "calendar", ",", "fiscal-year") and here < last + 4:
        here += 1
    if here == last or scan.low(here - 1) != ",":
        year, end = _year_or_relative(scan, here) if scan.low(here) not in ("", "year") else (None, here)
        if end > here:
            return first, end, grain, number, year, scan.year(here) is None
    short = scan.number(last, 2)
    if short is not None and scan.glued(last) and len(scan.words[last]) == 2:
        return first, last + 1, grain, number, 2000 + short, False
    before = scan.year(first - 1)
    if before is not None and first - 1 >= floor and not scan.glued(first - 1):
        return first - 1, last, grain, number, before, False
    return first, last, grain, number, None, True


def _part_of_year(scan: Scan, first: int, last: int, grain: str, number: int, year: int | None, relative: bool = True) -> DateSpan:
    """The months of a quarter or half; without a year the latest that had begun at publication."""
    width = 3 if grain == "quarter" else 6
    month = width * (number - 1) + 1
    if year is None and relative and scan.published is not None:
        year = _year_of_part(scan, first, last, (month, month + width - 1), scan.published)
    low, high = month_days(year, month, month + width - 1) if year else (None, None)
    return DateSpan(first, last, "date", low, high, iso_of(low, high, grain), relative, True, grain)


def _year_of_part(scan: Scan, first: int, last: int, months: tuple[int, int], published: date) -> int | None:
    """The year of a quarter or half told without one: the latest that was over, or the coming one where the words look ahead.
    None for one that was running, which may be meant or the one before."""
    if looks_ahead(scan, first, last):
        return published.year + (published.month > months[1])
    if months[1] < published.month:
        return published.year
    return None if months[0] <= published.month else published.year - 1
