"""The words of dates and times, compiled once from the pack's rules of kind `periods`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ledger.pack import Rule

MONTH, WEEKDAY, DAY, RELATIVE, ORDINAL, QUARTER, CENTURY, FIRST_OF, OFFSET, NOON, HOUR, Q_MARK, ERA = range(1, 14)
"""What a walk may start from."""

_SETS = (
    ("parts", "part"),
    ("year_left", "year_left"),
    ("year_right", "year_right"),
    ("not_year_left", "not_year_left"),
    ("not_year_right", "not_year_right"),
    ("year_hyphen", "year_hyphen"),
    ("clock", "clock"),
    ("zones", "zone"),
    ("eras", "era"),
    ("onward", "onward"),
    ("warmth", "warmth"),
)


@dataclass(frozen=True, slots=True)
class DateLexicon:
    """Look-ups by lower-cased token. `anchors` says which tokens open a walk and which one; numbers open their own."""

    anchors: Mapping[str, int]
    months: Mapping[str, tuple[int, bool]]
    """(number, firm): a loose surface is another word too."""
    weekdays: Mapping[str, tuple[int, bool]]
    days: Mapping[str, int]
    named_days: Mapping[str, date]
    relatives: Mapping[str, str]
    stretches: Mapping[str, str]
    ordinals: Mapping[str, int]
    hours: Mapping[str, int]
    offsets: Mapping[str, int]
    parts: frozenset[str]
    year_left: frozenset[str]
    year_right: frozenset[str]
    not_year_left: frozenset[str]
    not_year_right: frozenset[str]
    year_hyphen: frozenset[str]
    clock: frozenset[str]
    zones: frozenset[str]
    eras: frozenset[str]
    onward: frozenset[str]
    warmth: frozenset[str]


def make_date_lexicon(rules: Iterable[Rule]) -> DateLexicon:
    """The look-ups of the rules of kind `periods`; later rules add to earlier ones of the same form."""
    tables: dict[str, dict[str, Any]] = {}
    sets: dict[str, set[str]] = {}
    loose: set[str] = set()
    for rule in rules:
        form, words = str(rule.fields.get("form", "")), rule.fields.get("words", ())
        if isinstance(words, Mapping):
            tables.setdefault(form, {}).update(words)
        else:
            sets.setdefault(form, set()).update(words)
        loose.update(rule.fields.get("also", ()))
    months = _with_possessives({word: (int(number), word not in loose) for word, number in tables.get("month", {}).items()})
    weekdays = _with_possessives({word: (int(number), word not in loose) for word, number in tables.get("weekday", {}).items()})
    days = _with_possessives(tables.get("day", {}))
    relatives, offsets = tables.get("relative", {}), tables.get("offset", {})
    return DateLexicon(
        anchors=_anchors(months, weekdays, days, relatives, offsets),
        months=months,
        weekdays=weekdays,
        days=days,
        named_days={word: date.fromisoformat(str(day)) for word, day in tables.get("named_day", {}).items()},
        relatives=relatives,
        stretches=_with_possessives(tables.get("stretch", {})),
        ordinals=tables.get("ordinal", {}),
        hours=tables.get("hour", {}),
        offsets=offsets,
        **{name: frozenset(sets.get(form, ())) for name, form in _SETS},
    )


def _with_possessives(table: Mapping[str, Any]) -> dict[str, Any]:
    """The table with "monday's" and "monday’s" beside "monday"."""
    return {form: value for word, value in table.items() for form in (word, f"{word}'s", f"{word}’s")}


def _anchors(*tables: Mapping[str, Any]) -> dict[str, int]:
    """Token -> the walk that starts from it; of two walks the one that stands first here."""
    months, weekdays, days, relatives, offsets = tables
    anchors: dict[str, int] = {}
    for role, words in (
        (MONTH, months),
        (WEEKDAY, weekdays),
        (DAY, days),
        (RELATIVE, relatives),
        (QUARTER, ("quarter", "quarters", "half", "half's", "quarter's", "quarter’s", "half’s")),
        (CENTURY, ("century", "centuries", "century's", "century’s")),
        (FIRST_OF, ("months", "weeks", "days")),
        (OFFSET, offsets),
        (NOON, ("noon", "midnight", "midday")),
        (HOUR, ("o'clock", "o’clock", "pm", "p.m.", "a.m.", "p.m", "a.m")),
        (Q_MARK, ("q", "h")),
        (ERA, ("ad", "a.d.")),
    ):
        for word in words:
            anchors.setdefault(word, role)
    return anchors
