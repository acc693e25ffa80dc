"""PDF files (the extra `office`): the text in reading order, columns one after the other, words whole again."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from ledger.errors import Notice

PAGE = "\f"
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]\n(?=[^\W\d_A-Z])")
_SPACES = re.compile(r"[^\S\n]{2,}")
_RAISED = str.maketrans("0123456789+-\u2212", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_APART = 3.0
"""Lines this many sizes above or below all others are the head or foot of the page."""
_CROSSING = 0.2
"""A gutter may be crossed by this part of the lines: headings, captions, rules."""
_SIDE = 0.25
"""And at least this part of them stands on either side of it."""
_LETTER = 0.5
"""Width of a letter as part of its size, where nothing better is known."""


@dataclass(frozen=True, slots=True)
class Line:
    """A run of text on a page: its left and right end, its base line (up is more), its size."""

    text: str
    left: float
    right: float
    base: float
    size: float


def read_pdf(content: bytes, where: str) -> tuple[str, str] | Notice:
    """Text and title of a PDF file, or a notice that says why there is none. Pages stand a form feed apart."""
    try:
        import pypdf  # an extra, and slow to import
    except ImportError:
        return Notice(where, "a PDF file, and the reader for them is not installed", "Run: pip install 'fact-ledger[office]'", unread=True)
    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            return Notice(where, "this PDF is locked with a password", "Save a copy without one", unread=True)
        pages = [_page_text(page) for page in reader.pages]
        title = str(reader.metadata.title or "") if reader.metadata else ""
    except Exception as error:  # pypdf raises whatever a broken file makes its parts raise
        return Notice(
            where, f"no PDF that can be read ({type(error).__name__})", "Print it to a new PDF, or save its text as .txt", unread=True
        )
    if not any(page.strip() for page in pages):
        return Notice(where, "no text in this PDF: its pages are pictures", "Run text recognition over it first", unread=True)
    return PAGE.join(pages), title


def _page_text(page: Any) -> str:
    """The paragraphs of a page, two line ends apart, each on one line."""
    lines = _find_lines(page)
    if not lines:
        return ""
    ordered = list(order_columns(lines))
    return "\n\n".join(_HYPHEN.sub("", paragraph).replace("\n", " ") for paragraph in _paragraphs(ordered))


def _find_lines(page: Any) -> list[Line]:
    """The runs of a page, those that stand side by side on one base line joined."""
    found: list[Line] = []

    def see(text: str, _cm: Any, matrix: Any, _font: Any, size: float) -> None:
        shown = _SPACES.sub(" ", text.replace("\n", ""))
        if shown.strip():
            scale = abs(float(size) * float(matrix[3] or matrix[0] or 1)) or 10.0
            left = float(matrix[4])
            found.append(Line(shown, left, left + len(shown) * scale * _LETTER, float(matrix[5]), scale))

    page.extract_text(visitor_text=see)
    return _join_runs(found)


def _join_runs(runs: Sequence[Line]) -> list[Line]:
    """Runs that follow one another on a base line, with no more than two letters between them, as one."""
    lines: list[Line] = []
    for run in runs:
        last = lines[-1] if lines else None
        if last and abs(last.base - run.base) < 0.3 * run.size and -run.size < run.left - last.right < run.size * 2 * _LETTER:
            gap = "" if last.text.endswith(" ") or run.text.startswith(" ") or run.left - last.right < run.size * 0.1 else " "
            lines[-1] = Line(f"{last.text}{gap}{run.text}", last.left, run.right, last.base, last.size)
        elif last and _is_raised(last, run):
            lines[-1] = Line(f"{last.text}{run.text.strip().translate(_RAISED)}", last.left, run.right, last.base, last.size)
        else:
            lines.append(run)
    return lines


def _is_raised(last: Line, run: Line) -> bool:
    """True for small digits that stand up behind a run: the 2 of km²."""
    up = (run.base - last.base) / last.size
    near = -last.size < run.left - last.right < 2 * last.size
    return near and 0.15 < up < 0.7 and run.size < 0.8 * last.size and set(run.text.strip()) <= set("0123456789+-\u2212")


def order_columns(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines in reading order: from the top, and where a gutter parts them the left column before the right.

    A line that crosses the gutter ends what stands above it; the page's head and foot stand before and behind both columns.
    """
    gutter = _find_gutter(lines)
    down = sorted(lines, key=lambda line: (-round(line.base), line.left))
    if gutter is None:
        yield from down
        return
    first, last = _find_edges(down)
    yield from down[:first]
    yield from _order_within(down[first:last], gutter)
    yield from down[last:]


def _find_edges(down: Sequence[Line]) -> tuple[int, int]:
    """Where the columns begin and end among the lines of a page from its top on: below its head, above its foot."""
    gaps = [(at, one.base - two.base) for at, (one, two) in enumerate(pairwise(down), start=1)]
    first = next((at for at, gap in gaps[:2] if gap > _APART * down[at].size), 0)
    last = next((at for at, gap in gaps[:-3:-1] if gap > _APART * down[at - 1].size), len(down))
    return (first, last) if first < last else (0, len(down))


def _order_within(down: Sequence[Line], gutter: float) -> Iterator[Line]:
    """The lines of two columns, left before right between any two that cross the gutter."""
    left: list[Line] = []
    right: list[Line] = []
    for line in down:
        if line.left < gutter < line.right - line.size:
            yield from (*left, *right, line)
            left, right = [], []
        else:
            (left if line.left < gutter else right).append(line)
    yield from (*left, *right)


def _find_gutter(lines: Sequence[Line]) -> float | None:
    """The x between two columns: where the second one's lines begin, with few lines across it and many on either side."""
    for start in sorted({round(line.left) for line in lines})[1:]:
        x = start - 1.0
        crossing = sum(line.left < x < line.right - line.size for line in lines)
        before = sum(line.left < x for line in lines) - crossing
        behind = len(lines) - before - crossing
        if crossing <= _CROSSING * len(lines) and min(before, behind) >= max(_SIDE * len(lines), 3):
            return x
    return None


def _paragraphs(lines: Sequence[Line]) -> Iterator[str]:
    """Runs of lines that follow one another closely, of one size; their line ends kept."""
    held: list[Line] = []
    for line in lines:
        if held and not _goes_on(held[-1], line):
            yield "\n".join(one.text.strip() for one in held)
            held = []
        held.append(line)
    if held:
        yield "\n".join(one.text.strip() for one in held)


def _goes_on(last: Line, line: Line) -> bool:
    """True where a line goes on with the paragraph of the last one: just below it, or at the head of the next column."""
    if abs(last.size - line.size) > 0.15 * last.size:
        return False
    if line.base > last.base:
        return not last.text.rstrip().endswith((".", "!", "?", "”", '"'))
    return last.base - line.base < 1.7 * max(last.size, line.size)
