"""A diff for a terminal: a summary line, then aligned rows by section; colour only where the caller says so."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from ledger.diff.changes import LedgerDiff
from ledger.report.diff_rows import DiffRow, DiffSection, diff_sections
from ledger.report.diff_words import cause_counts, clean, same_words, summary_parts

_COLOURS = {"+": "32", "-": "31", "~": "33", ">": "36", "title": "1", "quiet": "2"}
_WIDEST = (36, 64)
"""Columns beyond these widths push the rest of their row to the right instead of widening every row."""


def render_text(diff: LedgerDiff, *, colour: bool = False) -> str:
    """The diff as lines; one line where nothing differs."""
    if not diff.differs:
        return f"{same_words(diff)}\n"
    lines = [_paint(line, "title", colour) for line in _summary(diff)]
    for section in diff_sections(diff):
        lines += ["", *_section_lines(section, colour)]
    return "\n".join(lines) + "\n"


def _summary(diff: LedgerDiff) -> list[str]:
    lines = [f"{clean(diff.old_name)} → {clean(diff.new_name)}", *(f"  {part}" for part in summary_parts(diff))]
    causes = ", ".join(f"{words} {count:,}" for words, count in cause_counts(diff))
    return [*lines, f"  moved by: {causes}"] if causes else lines


def _section_lines(section: DiffSection, colour: bool) -> list[str]:
    says = f" ({section.says})" if section.says else ""
    lines = [_paint(f"{section.title}: {len(section.rows):,}{says}", "title", colour)]
    widths = _widths(section.rows)
    for row in section.rows:
        lines.append(_row_line(row, widths, colour))
        lines += [_paint(f"    {quote}", "quiet", colour) for quote in row.quotes]
    return lines


def _widths(rows: Sequence[DiffRow]) -> tuple[int, int]:
    place = max((cell_len(row.place) for row in rows), default=0)
    what = max((cell_len(row.what) for row in rows if cell_len(row.what) <= _WIDEST[1]), default=0)
    return min(place, _WIDEST[0]), what


def _row_line(row: DiffRow, widths: tuple[int, int], colour: bool) -> str:
    cells = [_padded(row.place, widths[0])] if widths[0] else []
    cells += [_padded(row.what, widths[1]), row.note]
    tail = f"  [{row.cause}]" if row.cause else ""
    line = "  ".join(cells).rstrip() + tail
    return f"  {_paint(row.mark, row.mark, colour)} {line}" + (_paint(f"  {row.id}", "quiet", colour) if row.id else "")


def _padded(text: str, width: int) -> str:
    return text + " " * max(0, width - cell_len(text))


def _paint(text: str, style: str, colour: bool) -> str:
    return f"\x1b[{_COLOURS[style]}m{text}\x1b[0m" if colour else text
