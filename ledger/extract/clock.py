"""Clock times: "7:30 p.m.", "1400 GMT", "19:05", "07h30", "six o'clock", "between 7 and 9 pm", "noon"."""

from __future__ import annotations

from ledger.extract.calendar_span import DateSpan
from ledger.extract.scan import DASHES, Scan
from ledger.sources.tokens import NUMBER

_BEFORE_HOUR = frozenset(("before", "until", "till"))
_BETWEEN = frozenset(("to", "and", "until", "till", "or", *DASHES))


def find_time(scan: Scan, at: int, floor: int) -> DateSpan | None:
    """The clock time that starts with the number at a token, or None."""
    after = scan.low(at + 1)
    word = scan.words[at]
    if after == ":" and scan.glued(at + 1) and scan.glued(at + 2):
        last = _colon_time(scan, at)
        return _closed(scan, at, last, floor) if last else None
    hour = _hour(word)
    if hour is None:
        return None
    if after == "h" and scan.words[at + 1] == "h" and scan.glued(at + 1) and scan.glued(at + 2) and (scan.number(at + 2, 2) or 0) < 60:
        lasts = scan.glued(at + 3) and scan.is_word(at + 3)  # "1h30m"
        return _closed(scan, at, at + 3, floor) if scan.number(at + 2, 2) is not None and not lasts else None
    half = _half_of_day(scan, at + 1)
    if half:
        return _closed(scan, at, half, floor)
    if len(word) == 4 and word.isdecimal() and _zone_after(scan, at + 1, military=True):
        return _closed(scan, at, at + 1, floor)
    if "." in word and _zone_after(scan, at + 1):
        return _closed(scan, at, at + 1, floor)
    if len(word) == 4 and after == "(" and _hour(scan.low(at + 2)) is not None and _zone_after(scan, at + 3, military=True):
        return _closed(scan, at, at + 1, floor)  # "1353 (1023 GMT)"
    if _is_bare_hour(scan, at):
        return DateSpan(at, at + 1, "time", grain="time")
    return _first_of_two(scan, at)


def _is_bare_hour(scan: Scan, at: int) -> bool:
    """True for "before 9." and "until 6,": a small number that closes its clause behind a word of time."""
    word = scan.words[at]
    if scan.low(at - 1) not in _BEFORE_HOUR or not word.isdecimal() or not 1 <= int(word) <= 12 or word[0] == "0":
        return False
    return scan.low(at + 1) in ("", ".", ",", ";") and not (scan.low(at + 1) == "," and scan.kinds[at + 2 : at + 3] == [NUMBER])


def find_spoken_time(scan: Scan, at: int, floor: int) -> DateSpan | None:
    """The clock time whose "o'clock", "pm" or the like stands at a token after an hour in words, or None."""
    if at - 1 < floor or scan.low(at - 1) not in scan.lexicon.hours:
        return None
    return _closed(scan, at - 1, at + 1, floor)


def find_noon(at: int) -> DateSpan:
    """The one token that names an hour."""
    return DateSpan(at, at + 1, "time", grain="time")


def _colon_time(scan: Scan, at: int) -> int:
    """The token after hour:minute[:second] at `at`, or 0 where the figures are no time of day."""
    hour, minute = scan.number(at, 2), scan.number(at + 2, 2)
    if hour is None or minute is None or hour > 24 or minute > 59 or len(scan.words[at + 2]) != 2:
        return 0
    last = at + 3
    if scan.low(last) == ":" and scan.glued(last):
        second = scan.words[last + 1].split(".")[0] if scan.kinds[last + 1 : last + 2] else ""
        if len(second) != 2 or not second.isdecimal() or int(second) > 59:
            return 0
        last += 2
    return last


def _hour(word: str) -> int | None:
    """The hour that "7", "7.30", "0730" or "1400" tells, else None."""
    if len(word) < 3 and word.isdecimal():
        hour = int(word)
        return hour if hour <= 24 else None
    head, dot, tail = word.partition(".")
    if not head.isdecimal() or (dot and (len(tail) != 2 or not tail.isdecimal() or int(tail) > 59)) or len(head) not in (1, 2, 4):
        return None
    if len(head) == 4:
        return int(head[:2]) if not dot and int(head[:2]) <= 24 and int(head[2:]) < 60 else None
    return int(head) if int(head) <= 24 else None


def _half_of_day(scan: Scan, at: int) -> int:
    """The token after "pm", "p.m.", "p . m ." or "o'clock" at `at`, or 0."""
    low = scan.low(at)
    if low in scan.lexicon.clock:
        if low in ("am", "pm"):
            return at + 1 if scan.words[at] != "Am" else 0
        return at + 2 if low in ("a.m", "p.m") and scan.low(at + 1) == "." and scan.glued(at + 1) else at + 1
    if low in ("a", "p") and scan.low(at + 1) == "." and scan.low(at + 2) == "m":
        return at + 4 if scan.low(at + 3) == "." else at + 3
    return 0


def _zone_after(scan: Scan, at: int, *, military: bool = False) -> bool:
    low = scan.low(at)
    if low not in scan.lexicon.zones or low == "local":
        return low == "local" and scan.low(at + 1) == "time"
    if low in ("hrs", "hours", "hr"):
        # "1400 hours" may be a duration: only a leading zero or odd minutes tell the time
        return military and (scan.words[at - 1][0] == "0" or (low == "hrs" and scan.words[at - 1][2:] != "00"))
    return scan.words[at].isupper()


def _first_of_two(scan: Scan, at: int) -> DateSpan | None:
    """A bare hour before "to 9 pm" or "-9 p.m.": the whole range."""
    half = _half_of_day(scan, at + 3) if scan.low(at + 1) in _BETWEEN else 0
    if not half or (scan.number(at + 2, 4) is None and "." not in scan.low(at + 2)) or _hour(scan.low(at + 2)) is None:
        return None
    return _closed(scan, at, half, at)


def _closed(scan: Scan, first: int, last: int, floor: int) -> DateSpan:
    """The time with its "pm", its zone, and the offset of the zone."""
    last = _half_of_day(scan, last) or last
    while scan.low(last) in scan.lexicon.zones and (scan.words[last].isupper() or scan.low(last) in ("hrs", "local")):
        last += 1
        if scan.low(last) in ("+", "-") and scan.glued(last) and scan.number(last + 1, 4) is not None:
            last += 2
            if scan.low(last) == ":" and scan.number(last + 1, 2) is not None:
                last += 2
    if scan.low(last) == "time" and scan.low(last - 1) == "local":
        last += 1
    return DateSpan(first, last, "time", grain="time")
