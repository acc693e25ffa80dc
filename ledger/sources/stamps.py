"""Date lines of a page: "Published: 2026-02-14", "February 14, 2026 | 07:00", "14:43 | 28/01/2026Trade"; never a date in running prose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

_LONGEST = 140
_CLOCK_ENDS = ("a.m.", "p.m.")
_HINT = re.compile(r"(?:19|20)\d\d|\d[/.]\d{1,2}[/.]\d\d")
"""What every full date holds."""
_TIME = r"""
    (?<![\d.])T?\d{1,2}(?::|\.|h)\d{2}(?::\d{2})?(?:\.\d{1,6})?\s?(?:[ap]\.?m\b\.?|hrs?\b|Z\b)?
  | (?<![\d.])\d{1,2}\s?[ap]\.?m\b\.?
  | (?<![\d.])\d{4}\s?(?:hrs\b|(?=GMT|UTC|[A-Z]{2,4}T\b))
  | (?:GMT|UTC)?\s?[+-]\d{1,2}(?::?\d{1,2})?(?!\d)
"""


class RuleLike(Protocol):
    """What is needed of a rule of the pack."""

    @property
    def fields(self) -> Mapping[str, Any]: ...


@dataclass(frozen=True, slots=True)
class Stamp:
    """A line that says when a page was published; `published` is None where day and month cannot be told apart."""

    published: date | None
    rank: int
    """0 where the line says published, 1 where it says nothing, 2 where it says updated: the lower, the better."""
    label: str
    """Words left on the line beside the date: a section's name, a place."""


@dataclass(frozen=True, slots=True)
class StampReader:
    """The compiled vocabulary of date lines (rules/en/sections.toml: month, stamp, published, updated)."""

    date_form: re.Pattern[str]
    time_form: re.Pattern[str]
    months: Mapping[str, int]
    words: frozenset[str]
    published: frozenset[str]
    updated: frozenset[str]

    def find_dates(self, line: str) -> list[tuple[int, int, date | None]]:
        """(start, end, date) of every full date of a line, in order; None where day and month, or the century, cannot be told."""
        if not _HINT.search(line):
            return []
        return [(*match.span(), self._date(match)) for match in self.date_form.finditer(line)]

    def find_opening(self, line: str) -> list[tuple[int, int, date | None]]:
        """The same of a date that the line begins with; empty where it begins with none."""
        match = self.date_form.match(line) if _HINT.search(line) else None
        return [] if match is None else [(*match.span(), self._date(match))]

    def find_stamp(self, line: str) -> Stamp | None:
        """The stamp that a line is, or None: a date, and next to nothing else."""
        if len(line) > _LONGEST or (line.endswith(".") and not line[-5:].lower().endswith(_CLOCK_ENDS)) or not _HINT.search(line):
            return None
        dates = self.find_dates(line)
        if not dates:
            return None
        bare = self.time_form.sub(" ", self.date_form.sub(" ", line))
        said = re.findall(r"[^\W_]{1,40}", bare)
        lows = {word.lower() for word in said}
        left = [word for word in said if word.lower() not in self.words and not word.isdigit()]
        dressed = bool(lows & (self.published | self.updated)) or "|" in line or bool(self.time_form.search(self.date_form.sub(" ", line)))
        if not _is_label(left, bare, dressed=dressed):
            return None
        rank = 0 if lows & self.published else 2 if lows & self.updated else 1
        return Stamp(_chosen(line, dates, self.published), rank, " ".join(left))

    def _date(self, match: re.Match[str]) -> date | None:
        """The date of a match; None where it is no day of the calendar, or two of them."""
        parts = match.groupdict()
        if parts["short"]:
            first, second, year = map(int, parts["short"].split("/"))
            return _unambiguous(first, second, 2000 + year) if year < 80 else None
        if parts["a"]:
            return _unambiguous(int(parts["a"]), int(parts["b"]), int(parts["y4"]))
        month = next((self.months[parts[key].lower()] for key in ("n2", "n3") if parts[key]), 0) or int(parts["m1"] or 0)
        day, year = (next(int(parts[key]) for key in keys if parts[key]) for keys in (("d1", "d2", "d3"), ("y1", "y2", "y3")))
        return _day(year, month, day)


def make_stamp_reader(rules: Iterable[RuleLike]) -> StampReader:
    """Compiles the months and stamp words of the rules of rules/en/sections.toml."""
    words: dict[str, list[str]] = {"month": [], "stamp": [], "published": [], "updated": []}
    for rule in rules:
        if rule.fields["gives"] in words:
            words[rule.fields["gives"]].extend(rule.fields["words"])
    months = {name.lower(): number for number, names in enumerate(words["month"], 1) for name in names.split("|")}
    published, updated = (frozenset(word.lower() for word in words[key]) for key in ("published", "updated"))
    known = frozenset(word.lower() for word in words["stamp"]) | published | updated
    flags = re.VERBOSE | re.IGNORECASE
    return StampReader(re.compile(_date_form(months), flags), re.compile(_TIME, flags), months, known, published, updated)


def _date_form(months: Mapping[str, int]) -> str:
    names = "|".join(sorted(map(re.escape, months), key=lambda name: (-len(name), name))) or "(?!)"
    return rf"""
        (?<![\d/.-])(?:
        (?P<y1>(?:19|20)\d\d)(?P<s1>[-/.])(?P<m1>\d{{1,2}})(?P=s1)(?P<d1>\d{{1,2}})(?!\d)
      | (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:\s|-|\.\s?)(?:of\s)?(?P<n2>{names})\.?,?(?:\s{{1,3}}|-)(?P<y2>(?:19|20)\d\d)(?!\d)
      | (?P<short>\d{{1,2}}/\d{{1,2}}/\d\d)(?![\d/])
      | (?P<a>\d{{1,2}})(?P<s4>[/.-])(?P<b>\d{{1,2}})(?P=s4)(?P<y4>(?:19|20)\d\d)(?!\d))
      | \b(?P<n3>{names})\.?\s{{1,3}}(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,3}}(?P<y3>(?:19|20)\d\d)(?!\d)
    """


def _is_label(left: Sequence[str], bare: str, *, dressed: bool) -> bool:
    """True where the words beside the date are few, capitalised and no sentence."""
    if len(left) > (4 if dressed else 1) or bare.rstrip().endswith(("?", "!")):
        return False
    return all(word[0].isupper() or word in ("and", "of", "the") for word in left)


def _chosen(line: str, dates: Sequence[tuple[int, int, date | None]], published: frozenset[str]) -> date | None:
    """Of several dates the one that "published" stands before, else the latest: the other is of an earlier edition."""
    for offset, _, day in dates:
        before = re.findall(r"[a-z]{2,20}", line[:offset].lower())[-2:]
        if day and len(dates) > 1 and published & set(before):
            return day
    return max((day for _, _, day in dates if day), default=None)


def _unambiguous(first: int, second: int, year: int) -> date | None:
    """The date of 28/01/2026 or 01/28/2026; None for 04/09/2026, which may be either."""
    if first == second:
        return _day(year, first, first)
    if first > 12 or second > 12:
        return _day(year, second, first) if first > 12 else _day(year, first, second)
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
