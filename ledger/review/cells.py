"""What a cell says, whichever program wrote it: as text, as a day, as a status; and the mark by which an edit is seen."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from ledger.interval import plain
from ledger.review.terms import NEW, STALE, STATUSES

_EPOCH = date(1899, 12, 30)
_SERIALS = range(20_000, 80_000)
"""Day numbers of a spreadsheet that can be days of a check: 1954 to 2119."""
_NUMBER = re.compile(r"-?\d{1,300}(?:\.\d{1,300})?", re.ASCII)
_NUMERIC_DAY = re.compile(r"(\d{1,2})[./ -]+(\d{1,2})[./ -]+(\d{4})", re.ASCII)
_WORDY = ("%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y", "%Y %B %d", "%Y %b %d")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?Z?)?", re.ASCII)
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b", re.IGNORECASE)
_WEEKDAY = re.compile(r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[,. ]*", re.IGNORECASE)
_SEPARATORS = re.compile(r"[,.\s]+(?:of\s+)?|\s+of\s+")
_STATUS = {" ".join(name.lower().split()): name for name in (*(name for name, _ in STATUSES), STALE)}
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
BLANK = "--"
"""The mark of an empty cell."""


def cell_text(value: object, number_format: str = "General") -> str:
    """What a cell shows: a number in plain decimals (with its % where it shows one), a day as ISO, text as it is, trimmed.

    >>> cell_text(9.6), cell_text(350.0), cell_text(0.125, "0.0%"), cell_text(datetime(2026, 3, 5))
    ('9.6', '350', '12.5%', '2026-03-05')
    """
    if isinstance(value, str):
        return _unescaped(value).replace("\r\n", "\n").strip()
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float | Decimal):
        number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
        if not number.is_finite():
            return str(value)
        return f"{plain((number * 100).normalize())}%" if number_format.rstrip('"').endswith("%") else plain(number.normalize())
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    return _unescaped(str(value)).replace("\r\n", "\n").strip()


def _unescaped(text: str) -> str:
    """The text without the escapes of the file format that some program left in it."""
    return text.replace("_x000D_", "").replace("_x005F_", "_") if "_x" in text else text


def parse_day(text: str) -> str:
    """The ISO form of a day as people type it; "" where it is none, or could be two (04/03/2026).

    >>> parse_day("5 March 2026"), parse_day("05.03.2026"), parse_day("Mar 5th, 2026"), parse_day("04/03/2026"), parse_day("46086")
    ('2026-03-05', '2026-03-05', '2026-03-05', '', '2026-03-05')
    """
    text = " ".join(text.split())
    if iso := _ISO.fullmatch(text):
        return _iso(int(iso[1]), int(iso[2]), int(iso[3]))
    if text.isdecimal() and int(text) in _SERIALS:
        return (_EPOCH + timedelta(days=int(text))).isoformat()
    if numeric := _NUMERIC_DAY.fullmatch(text):
        return _numeric_day(int(numeric[1]), int(numeric[2]), int(numeric[3]), dotted="." in text)
    words = " ".join(_SEPARATORS.split(_ORDINAL.sub("", _WEEKDAY.sub("", text)).replace("-", " ").replace("/", " "))).strip()
    for form in _WORDY:
        try:
            return datetime.strptime(words.title(), form).date().isoformat()  # noqa: DTZ007 (a day has no zone)
        except ValueError:
            continue
    return ""


def _numeric_day(first: int, second: int, year: int, *, dotted: bool) -> str:
    """A day of two numbers: the day comes first where points divide them; else only one reading may be possible."""
    readings = {_iso(year, second, first)} if dotted else {_iso(year, second, first), _iso(year, first, second)}
    readings.discard("")
    return readings.pop() if len(readings) == 1 else ""


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def status_name(text: str) -> str | None:
    """A status in the list's own spelling, "" for New, None for words that are no status.

    >>> status_name(" CONFIRMED "), status_name("new"), status_name("looks fine")
    ('Confirmed', '', None)
    """
    name = _STATUS.get(" ".join(text.lower().replace("_", " ").split())) if text.strip() else ""
    return "" if name == NEW else name


def mark(text: str) -> str:
    """Two letters for the text of a cell, the same whichever program wrote it: one edit in 4,096 goes unseen by it.

    >>> mark("350") == mark("350.0"), mark("a  b") == mark("a b "), mark(""), mark("350") == mark("351")
    (True, True, '--', False)
    """
    same = comparable(text)
    if not same:
        return BLANK
    number = zlib.crc32(same.encode("utf-8", "replace")) & 0xFFF
    return _ALPHABET[number >> 6] + _ALPHABET[number & 63]


def marks(texts: Iterable[str]) -> str:
    """The marks of the cells of a row, two letters each."""
    return "".join(map(mark, texts))


def comparable(text: str) -> str:
    """A text as it is compared: white space folded, a number to twelve digits, since spreadsheets turn one into the other."""
    same = " ".join(_unescaped(text).split())
    return f"{float(same):.12g}" if same[:1] in "-0123456789" and _NUMBER.fullmatch(same) else same
