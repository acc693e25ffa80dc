"""The tables of a ledger as pandas frames: numbers exact, days as days, lists as tuples."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import astuple
from types import MappingProxyType
from typing import Any

import pandas as pd

from ledger.model import Ledger
from ledger.store.cells import parse_decimal, parse_list
from ledger.store.columns import REVIEW_COLUMNS, TABLES
from ledger.store.reviews import Review
from ledger.store.tables import ledger_rows

_EXACT = ("value", "low", "high", "bounds_low", "bounds_high", "expected_low", "expected_high", "precision", "rate")
_WHOLE = ("start", "end", "characters", "mentions", "independent_sources", "sentence_start", "block", "story")
_LISTS = ("claim_ids", "flag_ids", "rules", "names")
_COUNTED: Mapping[str, Sequence[str]] = MappingProxyType({"articles": ("claims",), "facts": ("articles",)})
FRAMES = (*TABLES, "reviews")


def ledger_frame(ledger: Ledger, table: str, reviews: Iterable[Review] = ()) -> pd.DataFrame:
    """A table as a frame with the columns of its csv file, indexed from 0.

    Magnitudes are Decimals (None where empty), counts and offsets whole numbers, `published` a day, lists of ids tuples, all else text.
    """
    if table == "reviews":
        return pd.DataFrame([astuple(review) for review in reviews], columns=list(REVIEW_COLUMNS), dtype=object)
    columns = TABLES[table]
    frame = pd.DataFrame(ledger_rows(ledger)[table], columns=list(columns), dtype=object)
    for column in columns:
        if column in _EXACT:
            frame[column] = _each(frame[column], parse_decimal)
        elif column in _LISTS:
            frame[column] = _each(frame[column], parse_list)
        elif column in _WHOLE or column in _COUNTED.get(table, ()):
            frame[column] = frame[column].astype("int64")
        elif column == "published":
            frame[column] = pd.to_datetime(frame[column].replace("", None), format="%Y-%m-%d")
    return frame


def _each(cells: pd.Series[Any], parse: Callable[[str], Any]) -> pd.Series[Any]:
    return pd.Series([parse(cell) for cell in cells], dtype=object, index=cells.index)
