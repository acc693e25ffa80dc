"""One cell of a table as text, and back: plain decimals, ISO dates, `yes` or nothing, lists joined with `;`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from ledger.interval import Interval, plain

_SPLIT = re.compile(r"(?<!\\)(?:\\\\)*;")
_PLAIN = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)


def decimal_cell(number: Decimal | None) -> str:
    """A number as plain decimals; nothing for None.

    >>> decimal_cell(Decimal("9.3E+11")), decimal_cell(None)
    ('930000000000', '')
    """
    return "" if number is None else plain(number)


def parse_decimal(cell: str) -> Decimal | None:
    """The number in a cell; None for an empty one. Raises ValueError for anything but plain decimals."""
    if not cell:
        return None
    if _PLAIN.fullmatch(cell) is None:
        raise ValueError(f"{cell!r} is no plain decimal number")
    return Decimal(cell)


def require_decimal(cell: str) -> Decimal:
    """The number in a cell that must hold one."""
    number = parse_decimal(cell)
    if number is None:
        raise ValueError("a number is missing")
    return number


def parse_interval(low: str, high: str, closed: str) -> Interval:
    """The interval of three cells; an empty end is open."""
    return Interval(parse_decimal(low), parse_decimal(high), closed or "[]")


def yes_cell(true: bool) -> str:
    """`yes`, or nothing."""
    return "yes" if true else ""


def parse_yes(cell: str) -> bool:
    """True for `yes`, False for an empty cell; raises ValueError for another word."""
    if cell not in ("yes", ""):
        raise ValueError(f"{cell!r} is neither yes nor empty")
    return cell == "yes"


def date_cell(day: date | None) -> str:
    """An ISO date, or nothing."""
    return "" if day is None else day.isoformat()


def parse_date(cell: str) -> date | None:
    """The ISO date in a cell; None for an empty one."""
    return date.fromisoformat(cell) if cell else None


def list_cell(words: Iterable[str]) -> str:
    """Words joined with `;`; a semicolon or backslash inside a word gets a backslash before it.

    >>> list_cell(["C-1", "C-2"]), list_cell(["Smith; Sons"])
    ('C-1;C-2', 'Smith\\\\; Sons')
    """
    return ";".join(word.replace("\\", "\\\\").replace(";", "\\;") if ";" in word or "\\" in word else word for word in words)


def parse_list(cell: str) -> tuple[str, ...]:
    """The words of a cell written by `list_cell`."""
    if not cell:
        return ()
    if "\\" not in cell:
        return tuple(cell.split(";"))
    words, start = [], 0
    for match in _SPLIT.finditer(cell):
        words.append(cell[start : match.end() - 1])
        start = match.end()
    words.append(cell[start:])
    return tuple(re.sub(r"\\(.)", r"\1", word, flags=re.DOTALL) for word in words)
