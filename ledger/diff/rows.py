"""Where the columns stand, and what a diff asks of a row without parsing it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ledger.diff.editions import Row
from ledger.errors import LedgerError
from ledger.model import Claim, Fact, Flag
from ledger.store import rows as row_of
from ledger.store.columns import TABLES
from ledger.store.csvfile import REBUILD

CLAIM = {column: at for at, column in enumerate(TABLES["claims"])}
FACT = {column: at for at, column in enumerate(TABLES["facts"])}
FLAG = {column: at for at, column in enumerate(TABLES["flags"])}
ARTICLE = {column: at for at, column in enumerate(TABLES["articles"])}

_DIGITS = re.compile(r"\d[\d.,]*(?:(?:st|nd|rd|th)\b)?")


def figure_of(row: Row) -> tuple[str, ...]:
    """The figure of a claim: value, low, high, kind, unit."""
    return tuple(row[7:12])


def thing_of(row: Row) -> tuple[str, ...]:
    """What a claim counts or measures: kind, unit, entity."""
    return tuple(row[10:13])


def masked_sentence(row: Row) -> str:
    """The sentence of a claim with its own figure and every digit run as `#`: the same before and after a correction.

    >>> row = [""] * 30
    >>> row[6], row[29] = "Nine", "Nine boats and 1,250 cars burned on the 3rd."
    >>> masked_sentence(row)
    '# boats and # cars burned on the #'
    """
    surface = " ".join(row[6].split())
    sentence = row[29].replace(surface, "#") if surface else row[29]
    return _DIGITS.sub("#", sentence).rstrip(".")


def parse_claim(row: Row) -> Claim:
    """The claim of a row; raises LedgerError for one that cannot be read."""
    try:
        return row_of.parse_claim(row)
    except (ValueError, TypeError) as error:
        raise _unreadable("claims", row, error) from None


def parse_fact(row: Row) -> Fact:
    """The fact of a row; raises LedgerError for one that cannot be read."""
    try:
        return row_of.parse_fact(row)
    except (ValueError, TypeError) as error:
        raise _unreadable("facts", row, error) from None


def parse_flag(row: Row) -> Flag:
    """The flag of a row."""
    return row_of.parse_flag(row)


def _unreadable(table: str, row: Sequence[str], error: Exception) -> LedgerError:
    return LedgerError(f"{table}.csv", f"{row[0]} cannot be read: {error}", REBUILD)
