"""Figures on a line of text: where each mention stands, and how far its words let it reach."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ledger.interval import plain
from ledger.link.profile import figure_of
from ledger.model import Claim

_WIDTH = 41


def render_number_line(claims: Sequence[Claim]) -> str:
    """One line a mention: `o` its figure (`o--o` a range), dashes with `<` or `>` where its words leave a side open; then the scale.

    The claims share a unit. Equal figures stand in one column, different ones at least one column apart.
    """
    ends = [figure_of(claim) for claim in claims]
    least, most = min(low for low, _ in ends), max(high for _, high in ends)
    marks = [_mark(claim, least, most) for claim in claims]
    name = max(len(_label(claim)) for claim in claims)
    lines = [f"  {_label(claim):<{name}}  |{mark}|" for claim, mark in zip(claims, marks, strict=True)]
    scale = plain(least).center(_WIDTH) if least == most else f"{plain(least)}{plain(most):>{max(_WIDTH - len(plain(least)), 0)}}"
    return "\n".join([*lines, f"  {'':<{name}}   {scale}".rstrip()])


def _label(claim: Claim) -> str:
    hedges = claim.qualifier.replace(";", ", ").replace("_", " ")
    return f"{hedges} {claim.surface}".strip()


def _mark(claim: Claim, least: Decimal, most: Decimal) -> str:
    """The line of one mention, `_WIDTH` characters."""
    low, high = figure_of(claim)
    first, last = _column(low, least, most), _column(high, least, most)
    cells = [" "] * _WIDTH
    open_low = claim.bounds.low is None and claim.bounds.high is not None
    open_high = claim.bounds.high is None and claim.bounds.low is not None
    reach_low = 0 if open_low else first
    reach_high = _WIDTH - 1 if open_high else last
    cells[reach_low : reach_high + 1] = "-" * (reach_high - reach_low + 1)
    if open_low:
        cells[0] = "<"
    if open_high:
        cells[-1] = ">"
    cells[first] = cells[last] = "o"
    return "".join(cells)


def _column(number: Decimal, least: Decimal, most: Decimal) -> int:
    """2 for the least figure, two from the right for the most, the middle where there is only one."""
    if least == most:
        return _WIDTH // 2
    column = 2 + int((number - least) / (most - least) * (_WIDTH - 5))
    if least < number < most:
        return min(max(column, 3), _WIDTH - 4)
    return column
