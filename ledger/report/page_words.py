"""Figures, hedges, periods and checks in the words a newsroom uses; exact, never rounded, English without a locale."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType

from ledger.interval import Interval, plain
from ledger.model import Claim

VERDICT_WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "conflict": ("≠", "the sources' figures cannot all be right"),
        "superseded": ("→", "a later article gives a new value of the same thing"),
        "nuance": ("≈", "the same figure, worded with more or less certainty"),
        "rounding": ("~", "the same figure, rounded differently"),
        "agree": ("=", "every mention says the same"),
        "single": ("·", "told once, nothing to compare with"),
    }
)
"""verdict -> the sign that doubles its colour, and what it means; most pressing first."""

SEVERITY_WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "error": ("✕", "cannot be right as it stands"),
        "warning": ("!", "wants a look before it is printed"),
        "info": ("i", "good to know"),
    }
)

REASON_WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "date": ("date", "dates"),
        "time": ("time of day", "times of day"),
        "ordinal_label": ("part of a name", "parts of names"),
        "identifier": ("reference number", "reference numbers"),
        "enumeration": ("counting off", "counting off"),
        "idiom": ("figure of speech", "figures of speech"),
        "unparsed": ("not understood", "not understood"),
    }
)
"""reason -> what a number that is no claim is, and what several are."""

SECTION_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "headline": "headline",
        "standfirst": "standfirst",
        "caption": "caption",
        "teaser": "teaser of another story",
        "boilerplate": "boilerplate",
    }
)

CHECK_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "A1": "Values conflict",
        "A2": "Hedged here, exact there",
        "A3": "Scale slip",
        "A4": "Unit slip",
        "A5": "Period slip",
        "A6": "Same number, other scope",
        "A7": "Reprint with another figure",
        "A8": "One source only",
        "A9": "Revised since",
        "A10": "Shrinking total",
        "A11": "Target told as fact",
        "A12": "Drift by rounding",
        "B1": "Parts miss the total",
        "B2": "Shares miss 100%",
        "B3": "Part exceeds whole",
        "B4": "Change does not fit",
        "B5": "Ratio does not fit",
        "B6": "Difference does not fit",
        "B7": "Share does not fit",
        "B8": "Average does not fit",
        "B9": "Wrong direction",
        "B10": "Word against figure",
        "B11": "Impossible percentage",
        "B12": "Count against list",
        "B13": "Parts of the year",
        "B14": "Dates do not fit",
        "C1": "Units disagree",
        "C2": "Odd exchange rate",
        "C3": "Off the reference rate",
        "C4": "Range without scale",
        "C5": "Words against digits",
        "C6": "Unit cannot measure this",
        "C7": "Ambiguous mark",
        "D1": "Percent or points",
        "D2": "“Times more”, two readings",
        "D3": "Spurious precision",
        "D4": "No base given",
        "D5": "Out of bounds",
        "D6": "Date mark",
    }
)
"""check id -> a headline for it; an id that is not here is shown as it is."""

_SAID_OF_MANY = frozenset({"A8"})
"""Checks that fire on most facts of a small corpus: what they say is known of a whole list, so they stand below the others."""


def check_order(check: str) -> tuple[bool, str, int, str]:
    """Sorts the checks of one severity: by letter, then by number (A2 before A10), those said of many facts last."""
    name = check.partition(" ")[0]
    return name in _SAID_OF_MANY, name[:1], int(name[1:]) if name[1:].isdecimal() else 0, check


def source_words(title: str, publisher: str) -> str:
    """An article as a person knows it: "Ferry sinks (Harbour Post)"; "" where neither is known."""
    return f"{title} ({publisher})" if title and publisher else title or publisher


_HEDGES: Mapping[str, str] = MappingProxyType(
    {"at_least": "at least", "at_most": "at most", "more_than": "more than", "less_than": "less than"}
)
_SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))
_UNSCALED = Decimal(999_999)
"""Nothing up to this takes a scale word."""
_THOUSANDS = re.compile(r"(?<=[0-9])(?=(?:[0-9]{3})+$)")
_REPEATED = 4_096
"""How many answers are kept of what is asked of the words of most claims: a ledger says the same few hedges, units and periods."""
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_IRREGULAR: Mapping[str, str] = MappingProxyType(
    {
        "person": "people",
        "man": "men",
        "woman": "women",
        "child": "children",
        "foot": "feet",
        "tooth": "teeth",
        "goose": "geese",
        "mouse": "mice",
        "ox": "oxen",
        "penny": "pence",
        "life": "lives",
        "wife": "wives",
        "knife": "knives",
        "half": "halves",
        "leaf": "leaves",
        "loaf": "loaves",
        "shelf": "shelves",
        "thief": "thieves",
        "wolf": "wolves",
        "criterion": "criteria",
        "phenomenon": "phenomena",
        "hero": "heroes",
        "potato": "potatoes",
        "tomato": "tomatoes",
        "veto": "vetoes",
        "embargo": "embargoes",
        "passer-by": "passers-by",
    }
)
_SAME_IN_PLURAL = frozenset(
    {"people", "police", "personnel", "staff", "sheep", "fish", "deer", "cattle", "poultry", "swine", "series", "species"}
)
_HEAD = re.compile(
    r"^(?P<head>.{1,80}?)(?P<rest> (?:of|in|for|to|with|on|at|from|by|between|under|per|against|among|who|that|which)\b.*)?$", re.DOTALL
)
_UNIT_WORDS: Mapping[str, str] = MappingProxyType(
    {"percent": "%", "percentage_point": " percentage point", "metric_ton": " tonne", "degree_Celsius": " °C", "degree_Fahrenheit": " °F"}
)


def number_words(number: Decimal, precision: Decimal | None = None) -> str:
    """A number exactly, with thousands marks or a scale word; `precision` keeps the zeros that were written ("46.50").

    >>> number_words(Decimal(930000000000)), number_words(Decimal("25974.03")), number_words(Decimal(1234567))
    ('930 billion', '25,974.03', '1,234,567')
    """
    for power, word in _SCALES if number > _UNSCALED or number < -_UNSCALED else ():
        scaled = number.scaleb(-power)
        if abs(scaled) >= 1 and scaled == scaled.quantize(Decimal("0.001")):
            return f"{grouped(scaled)} {word}"
    # a twelfth of a foot is a precision too ("5 foot 8"), but keeps no zeros
    tenths = precision is not None and precision < 1 and precision.as_tuple().digits == (1,)
    if precision is not None and tenths and number == (written := number.quantize(precision)):
        whole, _, rest = format(written, "f").partition(".")
        return f"{grouped(Decimal(whole))}.{rest}" if rest and number >= 1 else grouped(number)
    return grouped(number)


def grouped(number: Decimal) -> str:
    """A number in plain decimals with thousands marks and a true minus sign."""
    whole, point, rest = plain(number).replace("-", "−").partition(".")
    if len(whole) > 3:
        whole = _THOUSANDS.sub(",", whole)
    return f"{whole}{point}{rest}"


@lru_cache(_REPEATED)
def plural(noun: str) -> str:
    """A noun phrase with its head in the plural.

    >>> plural("cooperation agreement"), plural("member of parliament"), plural("country"), plural("people")
    ('cooperation agreements', 'members of parliament', 'countries', 'people')
    """
    match = _HEAD.match(noun)
    if not match or not noun.strip():
        return noun
    before, space, head = match["head"].rpartition(" ")
    return f"{before}{space}{_plural_word(head)}{match['rest'] or ''}"


def _plural_word(word: str) -> str:
    lower = word.lower()
    if lower in _IRREGULAR:
        return word[0] + _IRREGULAR[lower][1:]
    for irregular in ("woman", "man", "child", "person"):
        if lower.endswith(irregular) and lower not in ("human", "german", "roman", "ottoman"):
            return word[: -len(irregular)] + _IRREGULAR[irregular]
    if lower in _SAME_IN_PLURAL or lower.endswith(("craft", "people")) or (lower.endswith("s") and not lower.endswith(("ss", "us", "is"))):
        return word
    if lower.endswith("is"):
        return word[:-2] + "es"
    if re.search(r"[^aeiou]y$", lower):
        return word[:-1] + "ies"
    return word + ("es" if lower.endswith(("s", "x", "z", "ch", "sh")) else "s")


def ordinal(number: Decimal) -> str:
    """A whole number as an ordinal: 32 gives 32nd; any other number as it is."""
    digits = plain(number)
    if not digits.isdigit():
        return number_words(number)
    ending = "th" if digits[-2:] in ("11", "12", "13") else {"1": "st", "2": "nd", "3": "rd"}.get(digits[-1], "th")
    return f"{number_words(number)}{ending}"


def amount_words(claim: Claim) -> str:
    """The figure of a claim with its unit, without its hedge and its noun: "350", "930 billion USD", "80–85%", "32nd"."""
    low, high = claim.low, claim.high
    if claim.value is not None or low == high:
        number = claim.value if claim.value is not None else low
        if number is None:
            return claim.surface
        place = claim.kind == "rank" and "at_most" not in claim.qualifier
        figure = ordinal(number) if place else number_words(number, claim.precision)
        return figure + unit_words(claim.kind, claim.unit, singular=number == 1)
    return range_words(low, high) + unit_words(claim.kind, claim.unit)


def range_words(low: Decimal | None, high: Decimal | None) -> str:
    """A range with its scale word told once.

    >>> range_words(Decimal(26000000), Decimal(31000000)), range_words(None, Decimal(4))
    ('26–31 million', 'up to 4')
    """
    if low is None or high is None:
        return f"up to {number_words(high)}" if high is not None else f"from {number_words(low)}" if low is not None else ""
    left, right = number_words(low), number_words(high)
    scale = left.rpartition(" ")[2]
    return f"{left.rpartition(' ')[0]}–{right}" if " " in left and right.endswith(f" {scale}") else f"{left}–{right}"


@lru_cache(_REPEATED)
def unit_words(kind: str, unit: str, *, singular: bool = False) -> str:
    """What follows the number for a unit, with its space; "" for counts, ranks and bare numbers.

    >>> unit_words("physical", "kilometer / hour"), unit_words("percent", "percent"), unit_words("currency", "USD")
    (' kilometers per hour', '%', ' USD')
    """
    if kind in ("count", "rank", "index") or not unit:
        return ""
    if kind == "currency" and unit[:3].isalpha() and unit[:3].isupper():
        return f" {unit}"
    if unit == "times":
        return " times"
    first, slash, rest = unit.partition(" / ")
    word = _UNIT_WORDS.get(first) or f" {_power_words(first)}"
    if not singular and word[-1].isalpha() and "°" not in word:
        word = plural(word)
    return f"{word} per {_power_words(rest)}" if slash else word


def _power_words(unit: str) -> str:
    squared = re.sub(r"(\w+) \*\* 2", r"square \1", unit)
    return re.sub(r"(\w+) \*\* 3", r"cubic \1", squared).replace("_", " ")


@lru_cache(_REPEATED)
def hedge_words(qualifier: str) -> str:
    """The canonical hedges of a claim as words, in text order: "more than, record"."""
    return ", ".join(_HEDGES.get(hedge, hedge.replace("_", " ")) for hedge in qualifier.split(";") if hedge)


def interval_words(interval: Interval) -> str:
    """What an interval allows, in words: "more than 930 billion", "162 to 180", "exactly 350", "" where it is open on both sides."""
    low, high = interval.low, interval.high
    if low is not None and high is not None:
        return f"exactly {number_words(low)}" if low == high else f"{number_words(low)} to {number_words(high)}"
    if low is not None:
        return f"{'at least' if interval.closed[0] == '[' else 'more than'} {number_words(low)}"
    if high is not None:
        return f"{'at most' if interval.closed[1] == ']' else 'less than'} {number_words(high)}"
    return ""


def date_words(day: date) -> str:
    """A date as a newsroom writes it: 3 March 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year:04d}"


@lru_cache(_REPEATED)
def period_words(period: str) -> str:
    """An ISO period in words; what is no ISO period stays as it is.

    >>> [period_words(p) for p in ("2025", "2026-02-11/2026-02-13", "2026/..", "2026-01-01/2026-03-31", "2026-02")]
    ['2025', '11–13 February 2026', 'from 2026', 'January–March 2026', 'February 2026']
    """
    left, slash, right = period.partition("/")
    if not slash:
        return _point_words(left)
    if right in ("..", ""):
        return f"from {_point_words(left)}"
    if left in ("..", ""):
        return f"until {_point_words(right)}"
    ends = _iso_date(left), _iso_date(right)
    if ends[0] and ends[1]:
        return _span_words(ends[0], ends[1])
    return f"{_point_words(left)}–{_point_words(right)}"


def _span_words(first: date, last: date) -> str:
    if first == last:
        return date_words(first)
    whole_months = first.day == 1 and (last + timedelta(days=1)).day == 1 if last < date.max else False
    if whole_months and first.year == last.year:
        if (first.month, last.month) == (1, 12):
            return f"{first.year:04d}"
        months = _MONTHS[first.month - 1], _MONTHS[last.month - 1]
        return f"{months[0] if months[0] == months[1] else '–'.join(months)} {first.year:04d}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{date_words(last)}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month - 1]} – {date_words(last)}"
    return f"{date_words(first)} – {date_words(last)}"


def _point_words(point: str) -> str:
    day = _iso_date(point)
    if day:
        return date_words(day)
    match = re.fullmatch(r"(\d{4})-(\d{2})", point, re.ASCII)
    if match and 1 <= int(match[2]) <= 12:
        return f"{_MONTHS[int(match[2]) - 1]} {match[1]}"
    return point


def _iso_date(text: str) -> date | None:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
