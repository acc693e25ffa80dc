"""Quotation marks: where one stands open."""

from __future__ import annotations

from collections.abc import Sequence

from ledger.extract.context_view import SentenceView


def quotation_runs(view: SentenceView, first: int, *, inside: bool) -> bool:
    """True where the figure stands inside a quotation; `inside` says whether one was open when the sentence began."""
    return open_quotation(view.lows, 0, first, inside=inside)


def open_quotation(lows: Sequence[str], start: int, end: int, *, inside: bool) -> bool:
    """True where a quotation is open behind tokens [start, end); `inside` says whether one was before them."""
    for at, low in enumerate(lows[start:end], start):
        if low == "“":
            inside = True
        elif low == "”":
            inside = False
        elif low == '"' and (inside or not lows[at - 1][-1:].isdecimal()):
            # behind a number the mark is one of inches
            inside = not inside
    return inside
