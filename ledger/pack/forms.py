"""Checks a value against the form that schema.py names for its key."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ledger.pack.patterns import pattern_fault
from ledger.pack.places import hint


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


def _is_tables(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(entry, dict) for entry in value)


_FORMS: Mapping[str, tuple[str, Callable[[Any], bool]]] = {
    "text": ("text in quotes", lambda value: isinstance(value, str)),
    "texts": ('a list of texts, such as ["a", "b"]', _is_texts),
    "number": ("a number", _is_number),
    "integer": ("a whole number", lambda value: _is_number(value) and not isinstance(value, float)),
    "flag": ("true or false", lambda value: isinstance(value, bool)),
    "table": ("a table, such as { a = 1 }", lambda value: isinstance(value, dict)),
    "tables": ("a list of tables", _is_tables),
    "any": ("a value that JSON knows (write a date as text)", is_plain),
}


def form_fault(key: str, form: str, value: object) -> str:
    """Why the value does not have the form, or ""."""
    form = form.removesuffix("!")
    if form == "pattern":
        return _pattern_fault(key, value)
    if form in _FORMS:
        told, holds = _FORMS[form]
        return "" if holds(value) and is_plain(value) else f"{key!r} is {told}, not {_shown(value)}"
    choices = form.split("|")
    if value in choices:
        return ""
    return f"{key!r} is one of {', '.join(choices)}, not {_shown(value)}{hint(str(value), choices)}"


def unknown_key(key: str, known: Iterable[str]) -> str:
    """The reason for a key that is not known, with the nearest known one."""
    return f"unknown key {key!r}{hint(key, known)}"


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
