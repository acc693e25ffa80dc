"""Reads the examples of a rule: braces out of the text, expectations checked against the columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from ledger.pack.places import hint
from ledger.pack.rules import Proof
from ledger.pack.schema import CLAIM_COLUMNS, EXAMPLE_KEYS, REASONS

Fault = tuple[str, str]
"""The key that is wrong and why."""

_BRACE = re.compile(r"\{\{|\}\}|[{}]")


def unbrace(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text without its braces, and the spans they marked; "{{" and "}}" are literal braces.

    Raises ValueError where braces are unbalanced, nested or empty.
    """
    text, spans, at, start = "", [], 0, -1
    for brace in _BRACE.finditer(marked):
        text += marked[at : brace.start()]
        at = brace.end()
        if len(brace[0]) == 2:
            text += brace[0][0]
        elif brace[0] == "{":
            if start >= 0:
                raise ValueError("a brace opens inside another")
            start = len(text)
        else:
            if start < 0:
                raise ValueError("a brace closes that was not opened")
            if start == len(text):
                raise ValueError("the braces hold nothing")
            spans.append((start, len(text)))
            start = -1
    if start >= 0:
        raise ValueError("a brace is not closed")
    return text + marked[at:], tuple(spans)


def read_example(table: Mapping[str, Any], *, counter: bool) -> tuple[Proof | None, list[Fault]]:
    """The example in plain form, or None with what is wrong in it."""
    faults = list(_faults(table, counter=counter))
    if faults:
        return None, faults
    text, spans = unbrace(table["text"])
    expect = {key: value for key, value in table.items() if key not in EXAMPLE_KEYS}
    return (text, spans, expect, table.get("known_miss", False), str(table.get("published", ""))), []


def _faults(table: Mapping[str, Any], *, counter: bool) -> Iterator[Fault]:
    yield from _text_faults(table, counter=counter)
    if not isinstance(table.get("known_miss", False), bool):
        yield "known_miss", "'known_miss' is true or false"
    if not _is_date(table.get("published")):
        yield "published", "'published' is a date such as \"2026-02-14\""
    for key, value in table.items():
        if key not in EXAMPLE_KEYS:
            yield from _expectation_faults(key, value)
    columns = [key for key in table if key not in (*EXAMPLE_KEYS, "reason", "surface")]
    if "reason" in table and columns:
        yield columns[0], f"{columns[0]!r} cannot be expected beside 'reason': a row of coverage.csv has no such column"


def _text_faults(table: Mapping[str, Any], *, counter: bool) -> Iterator[Fault]:
    name = "counterexample" if counter else "example"
    if not isinstance(table.get("text"), str):
        yield "text", f"the {name} has no 'text'"
        return
    try:
        _, spans = unbrace(table["text"])
    except ValueError as error:
        yield "text", f"{error} in the {name}"
        return
    expects = [key for key in table if key not in EXAMPLE_KEYS]
    if not spans and not counter:
        yield "text", "the example marks no mention: put {braces} around it"
    elif not spans and expects:
        yield expects[0], f"{expects[0]!r} is expected of nothing: put {{braces}} around the mention"


def _expectation_faults(key: str, value: object) -> Iterator[Fault]:
    column = key.removeprefix("not_")
    choices = REASONS if key == "reason" else CLAIM_COLUMNS.get(column)
    if choices is None:
        yield key, f"{key!r} is no column of claims.csv{hint(column, [*CLAIM_COLUMNS, 'reason', *EXAMPLE_KEYS])}"
    elif not isinstance(value, str):
        yield key, f'{key!r} is text in quotes, such as {key} = "{value}"'
    elif choices and value not in choices:
        yield key, f"{key!r} is one of {', '.join(choice or 'empty' for choice in choices)}, not {value!r}{hint(value, choices)}"


def _is_date(value: object) -> bool:
    if value is None or type(value) is date:
        return True
    try:
        return isinstance(value, str) and bool(date.fromisoformat(value))
    except ValueError:
        return False
