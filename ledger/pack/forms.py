"""Checks a value against the form that schema.py names for its key."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ledger.pack.patterns import pattern_fault
from ledger.pack.places import hint

_DECIMAL = re.compile(r"-?\d{1,40}(?:\.\d{1,40})?", re.ASCII)
_RATIO = re.compile(r"\d{1,9}/[1-9]\d{0,8}", re.ASCII)
_LOW = re.compile(r"(?:[\[(]\d{1,9}(?:\.\d{1,9})?)?", re.ASCII)
_HIGH = re.compile(r"(?:\d{1,9}(?:\.\d{1,9})?[\])])?", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def is_plain(value: object) -> bool:
    """True for what JSON can hold: text, finite numbers, flags, and lists and tables of them."""
    if isinstance(value, dict):
        return all(is_plain(entry) for entry in value.values())
    if isinstance(value, list):
        return all(is_plain(entry) for entry in value)
    if isinstance(value, float):
        return value - value == 0
    return isinstance(value, (str, int))


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(entry, str) for entry in value)


def _fits(pattern: re.Pattern[str]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str) and pattern.fullmatch(value) is not None


def _is_decimals(value: object) -> bool:
    return isinstance(value, list) and all(map(_fits(_DECIMAL), value))


def _is_bounds(value: object) -> bool:
    """An interval as multiples, its low end not above its high end."""
    if not _is_texts(value) or not isinstance(value, list) or len(value) != 2:
        return False
    low, high = value
    if _LOW.fullmatch(low) is None or _HIGH.fullmatch(high) is None:
        return False
    return not low or not high or float(low[1:]) <= float(high[:-1])


_FORMS: Mapping[str, tuple[str, Callable[[Any], bool]]] = {
    "text": ("text in quotes", lambda value: isinstance(value, str)),
    "texts": ('a list of texts, such as ["a", "b"]', _is_texts),
    "decimal": ('a number in quotes, such as "1000"', _fits(_DECIMAL)),
    "decimals": ('a list of numbers in quotes, such as ["24", "99"]', _is_decimals),
    "ratio": ('a fraction in quotes, such as "1/3"', _fits(_RATIO)),
    "bounds": ('two ends as multiples of the figure, such as ["[0.9", "1.1]"], "" for an open one', _is_bounds),
    "date": ('a date in quotes, such as "2026-02-14"', _fits(_DAY)),
    "number": ("a number", _is_number),
    "integer": ("a whole number", lambda value: _is_number(value) and not isinstance(value, float)),
    "flag": ("true or false", lambda value: isinstance(value, bool)),
    "any": ("a value that JSON knows (write a date as text)", is_plain),
}


def form_fault(key: str, form: str, value: object) -> str:
    """Why the value does not have the form, or ""."""
    form = form.partition("!")[0]
    if form == "pattern":
        return _pattern_fault(key, value)
    forms = form.split(" or ")
    if is_plain(value) and any(_has_form(one, value) for one in forms):
        return ""
    choices = [choice for one in forms if not _is_named(one) for choice in one.split("|")]
    return f"{key!r} is {' or '.join(map(_told, forms))}, not {_shown(value)}{hint(str(value), choices)}"


def is_required(form: str, entry: Mapping[str, Any]) -> bool:
    """True where a rule with these keys must have the key of this form."""
    _, mark, condition = form.partition("!")
    if not mark or not condition:
        return bool(mark)
    if condition.startswith("without "):
        return condition.removeprefix("without ") not in entry
    key, _, values = condition.partition("=")
    return entry.get(key) in values.split("|")


def unknown_key(key: str, known: Iterable[str]) -> str:
    """The reason for a key that is not known, with the nearest known one."""
    return f"unknown key {key!r}{hint(key, known)}"


def _is_named(form: str) -> bool:
    return form in _FORMS or form.startswith("-> ")


def _has_form(form: str, value: object) -> bool:
    if form.startswith("-> "):
        return isinstance(value, dict) and all(_has_form(form[3:], entry) for entry in value.values())
    return _FORMS[form][1](value) if form in _FORMS else value in form.split("|")


def _told(form: str) -> str:
    if form.startswith("-> "):
        return f"a table of words, each with {_told(form[3:])}"
    return _FORMS[form][0] if form in _FORMS else f"one of {', '.join(form.split('|'))}"


def _pattern_fault(key: str, value: object) -> str:
    patterns = [value] if isinstance(value, str) else value
    if not isinstance(patterns, list) or not _is_texts(patterns):
        return f"{key!r} is a pattern in quotes or a list of them, not {_shown(value)}"
    faults = [fault for fault in map(pattern_fault, patterns) if fault]
    return f"{key!r} {faults[0]}" if faults else ""


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
