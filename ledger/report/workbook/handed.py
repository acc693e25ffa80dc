"""What the workbook remembers of the day it was handed out: hidden rows that a returned copy brings home."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ledger.model import Ledger
from ledger.report.workbook.arrange import Arrangement, ClaimRow
from ledger.report.workbook.grid import Cell, Column, Grid, Rich
from ledger.report.workbook.safe import cut, is_plain, visible
from ledger.review.binding import binding_of
from ledger.review.cells import cell_text, mark
from ledger.review.returned import row_key
from ledger.review.terms import CLAIMS, FIELDS, KEYS, META, META_HEADERS, ORPHANS
from ledger.store.columns import SCHEMA
from ledger.store.reviews import Review

_PIECE = 30_000
_ROLLED_UP = ("reviews", "old_status")
"""Columns that follow from the reviews: nobody proposes anything by them."""


@dataclass(frozen=True, slots=True)
class MetaRow:
    """One row of the hidden sheet: a setting and its value, or the sheet and key of a row with what it was."""

    key: str
    value: str
    number: int = -1
    """Which row of its sheet it is, from 0; -1 where it has no marks."""
    binding: str = ""
    review: str = ""


def meta_grid(ledger: Ledger, grids: Sequence[Grid[Any]], marks: Mapping[str, Sequence[str]]) -> Grid[MetaRow]:
    """The grid of the hidden sheet _meta; `marks` (sheet -> the marks of its rows) need be there only when its cells are made."""
    texts: tuple[Callable[[MetaRow], str], ...] = (
        lambda row: row.key,
        lambda row: row.value,
        lambda row: f"m:{marks[row.key][row.number]}" if row.number >= 0 else "",
        lambda row: row.binding,
        lambda row: row.review,
    )
    few = (0, len(texts) - 1)  # a handful of sheets, and most rows without a review; the rest is another one in every row
    columns = tuple(_plain_column(*named, at in few) for at, named in enumerate(zip(META_HEADERS, texts, strict=True)))
    return Grid(META, columns, [*_settings(ledger, grids), *_handed_rows(grids)], "manifest.json")


def _plain_column(header: str, text: Callable[[MetaRow], str], few: bool) -> Column[MetaRow]:
    return Column(header, 20, header.lower(), "", lambda row: Cell(text(row)), by=text if few else None)


def _settings(ledger: Ledger, grids: Iterable[Grid[Any]]) -> Iterator[MetaRow]:
    yield MetaRow("schema", str(SCHEMA))
    yield MetaRow("rules", ledger.rules_digest)
    for grid in grids:
        yield MetaRow(f"rows of {grid.title}", str(len(grid.rows)))
        if grid.title in KEYS and grid.title != ORPHANS:
            yield MetaRow(f"columns of {grid.title}", json.dumps([column.header for column in marked_columns(grid)]))


def is_marked(sheet: str, column: Column[Any]) -> bool:
    """True for the columns whose cells are the machine's: an edit there is a proposed correction."""
    return sheet in KEYS and sheet != ORPHANS and not column.machine.startswith("reviews.") and column.machine not in _ROLLED_UP


def marked_columns(grid: Grid[Any]) -> list[Column[Any]]:
    """The columns of a grid that are marked."""
    return [column for column in grid.columns if is_marked(grid.title, column)]


def _handed_rows(grids: Iterable[Grid[Any]]) -> Iterator[MetaRow]:
    for grid in grids:
        if grid.title not in KEYS:
            continue
        keys = _key_columns(grid)
        marked = grid.title != ORPHANS
        for number, row in enumerate(grid.rows[: grid.shown]):
            key = row_key(grid.title, {header: _text_of(column.cell(row).value) for header, column in keys.items()})
            review = row.review if isinstance(row, ClaimRow) else row if isinstance(row, Review) else None
            binding = binding_of(row.claim) if isinstance(row, ClaimRow) else ""
            first, *more = _review_pieces(review)
            yield MetaRow(grid.title, key, number if marked else -1, binding, first)
            yield from (MetaRow(grid.title, key, review=piece) for piece in more)


def _key_columns(grid: Grid[Any]) -> dict[str, Column[Any]]:
    return {column.header: column for column in grid.columns if column.header in KEYS[grid.title]}


def _text_of(value: object) -> str:
    if isinstance(value, Rich):
        value = "".join(value)
    return cell_text(cut(visible(value)) if isinstance(value, str) and not is_plain(value) else value)


def mark_of(value: object) -> str:
    """The mark of a cell's value as the sheet shows it."""
    return mark(_text_of(value))


def _review_pieces(review: Review | None) -> list[str]:
    """A review as the workbook shows it, as JSON within < and >, in pieces that a cell holds; one empty piece for none."""
    if review is None:
        return [""]
    fields = {name: cut(visible(getattr(review, name))) for name in FIELDS if getattr(review, name)}
    if not fields:
        return [""]
    whole = json.dumps({**fields, "binding": review.binding, "old_status": review.old_status})
    return [f"<{whole[at : at + _PIECE]}>" for at in range(0, len(whole), _PIECE)]


def shown_rows(grids: Iterable[Grid[Any]]) -> Callable[[str, str], Mapping[str, str]]:
    """A function from sheet and key to header -> text of the machine's cells as the workbook shows them; empty for no such row."""
    by_title = {grid.title: grid for grid in grids if grid.title in KEYS}
    rows: dict[str, dict[str, Any]] = {}

    def shown(sheet: str, key: str) -> Mapping[str, str]:
        grid = by_title.get(sheet)
        if grid is None:
            return {}
        if sheet not in rows:
            keys = _key_columns(grid)
            rows[sheet] = {
                row_key(sheet, {name: _text_of(column.cell(row).value) for name, column in keys.items()}): row for row in grid.rows
            }
        row = rows[sheet].get(key)
        return {} if row is None else {column.header: _text_of(column.cell(row).value) for column in marked_columns(grid)}

    return shown


def claim_of_row(arranged: Arrangement) -> Callable[[str, str], str]:
    """A function from sheet and key to the claim that a row is chiefly about: the first of a fact or flag; "" for none."""
    flags = {flag.flag_id: flag for flag in arranged.flags}

    def owner(sheet: str, key: str) -> str:
        if sheet == "Facts" and key in arranged.fact_at:
            return next((claim.claim_id for claim in arranged.fact_at[key].claims), "")
        if sheet == "Flags" and key in flags:
            return next(iter(flags[key].claim_ids), "")
        return key if sheet in (CLAIMS, "Rates") else ""

    return owner


def known_headers(grids: Iterable[Grid[Any]]) -> dict[str, list[str]]:
    """sheet -> the headers of its columns."""
    return {grid.title: [column.header for column in grid.columns] for grid in grids}
