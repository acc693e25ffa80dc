"""The span of values on a line: a row a mention, as one small SVG without scripts, styles or ids.

A dot is the figure, a thick bar what a reader takes the words to mean, a thin line what they allow; an open side ends in an
arrow. Colours come from the page through the classes `p-*`. Coordinates are computed in Decimal, so the bytes never differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup, escape

from ledger.interval import Interval
from ledger.report.page_text import shown
from ledger.report.page_words import number_words

_WIDTH, _PAD, _ROW, _TOP = Decimal(360), Decimal(10), Decimal(36), Decimal(4)
_MIDDLE = Decimal(9)
_LABEL_CHARACTERS = 54
_TICK_GAP = Decimal(84)


@dataclass(frozen=True, slots=True)
class PlotRow:
    """One mention: who says it, in which words, its figure (equal ends for a point) and its two intervals.

    `hedged` figures are drawn as a ring, plain ones as a dot.
    """

    label: str
    words: str
    low: Decimal
    high: Decimal
    bounds: Interval
    expected: Interval
    hedged: bool = False


@dataclass(frozen=True, slots=True)
class Axis:
    """A linear scale from values to pixels; what lies outside is held at the edge."""

    low: Decimal
    high: Decimal
    left: Decimal
    right: Decimal

    def at(self, value: Decimal) -> Decimal:
        """The pixel of a value, to a tenth."""
        share = (min(max(value, self.low), self.high) - self.low) / (self.high - self.low)
        return (self.left + share * (self.right - self.left)).quantize(Decimal("0.1"))


def make_axis(rows: Sequence[PlotRow], left: Decimal, right: Decimal) -> Axis:
    """An axis that holds every figure and what a reader expects of it, with a margin; bounds may run off it."""
    ends = [end for row in rows for end in (row.low, row.high, row.expected.low, row.expected.high) if end is not None]
    low, high = min(ends), max(ends)
    margin = (high - low) * Decimal("0.1") or abs(low) * Decimal("0.1") or Decimal(1)
    return Axis(low - margin, high + margin, left, right)


def render_plot(rows: Sequence[PlotRow], description: str) -> Markup:
    """The rows as an SVG picture of 360 units' width, with the description as its name for those who cannot see it."""
    axis = make_axis(rows, _PAD, _WIDTH - _PAD)
    height = _TOP + _ROW * len(rows) + 18
    body = [_guides(axis, rows, height - 18)]
    body += [_row(axis, row, _TOP + _ROW * index) for index, row in enumerate(rows)]
    return _svg(f'<svg class="plot" role="img" viewBox="0 0 360 {height}" aria-label="{escape(shown(description))}">{"".join(body)}</svg>')


def render_spark(rows: Sequence[PlotRow]) -> Markup:
    """The rows laid over each other on one short line: a hint beside a headline, hidden from screen readers."""
    axis = make_axis(rows, Decimal(6), Decimal(90))
    parts = ['<line class="p-track" x1="0" x2="96" y1="9" y2="9"/>']
    parts += [_bar(axis, row.expected, _MIDDLE, "p-exp", 5) for row in rows if _has_width(row.expected)]
    # rings first: a plain figure on the same spot stands inside the ring
    for plain_figure, low, high in sorted({(not row.hedged, row.low, row.high) for row in rows}):
        parts.append(_figure(axis, low, high, _MIDDLE, hedged=not plain_figure))
    return _svg(f'<svg class="spark" viewBox="0 0 96 18" aria-hidden="true" focusable="false">{"".join(parts)}</svg>')


def _svg(markup: str) -> Markup:
    """The picture as markup. Its parts are plain texts, since `Markup.format` took half of a page's time; the three words in it (a
    tick, a label, the description) are escaped where they are set in."""
    return Markup(markup)  # noqa: S704


def _guides(axis: Axis, rows: Sequence[PlotRow], bottom: Decimal) -> str:
    parts: list[str] = []
    reach: Decimal | None = None
    for value in sorted({end for row in rows for end in (row.low, row.high)}):
        x = axis.at(value)
        parts.append(f'<line class="p-guide" x1="{x}" x2="{x}" y1="{_TOP}" y2="{bottom}"/>')
        if reach is None or x - reach >= _TICK_GAP:
            anchor = "start" if x < 60 else "end" if x > _WIDTH - 60 else "middle"
            parts.append(f'<text class="p-tick" x="{x}" y="{bottom + 13}" text-anchor="{anchor}">{escape(number_words(value))}</text>')
            reach = x
    return "".join(parts)


def _row(axis: Axis, row: PlotRow, top: Decimal) -> str:
    y = top + 25
    label = _cut(f"{row.words} · {row.label}")
    parts = [
        f'<text class="p-label" x="0" y="{top + 13}">{escape(shown(label))}</text>',
        f'<line class="p-track" x1="0" x2="360" y1="{y}" y2="{y}"/>',
        *_bounds(axis, row.bounds, y),
    ]
    if _has_width(row.expected):
        parts.append(_bar(axis, row.expected, y, "p-exp", 8))
    parts.append(_figure(axis, row.low, row.high, y, hedged=row.hedged))
    return "".join(parts)


def _bounds(axis: Axis, bounds: Interval, y: Decimal) -> Iterator[str]:
    """A line from end to end with a stop at a given end and an arrow at an open one; nothing for a point."""
    if bounds.low is not None and bounds.low == bounds.high:
        return
    left = Decimal(0) if bounds.low is None else axis.at(bounds.low)
    right = _WIDTH if bounds.high is None else axis.at(bounds.high)
    yield f'<line class="p-bound" x1="{left}" x2="{right}" y1="{y}" y2="{y}"/>'
    for x, end, way in ((left, bounds.low, 5), (right, bounds.high, -5)):
        path = f"M{x + way} {y - 4}L{x} {y}L{x + way} {y + 4}" if end is None else f"M{x} {y - 5}V{y + 5}"
        yield f'<path class="p-end" d="{path}"/>'


def _bar(axis: Axis, interval: Interval, y: Decimal, name: str, thick: int) -> str:
    left = axis.left if interval.low is None else axis.at(interval.low)
    right = axis.right if interval.high is None else axis.at(interval.high)
    width = max(right - left, Decimal(1))
    return f'<rect class="{name}" x="{left}" y="{y - Decimal(thick) / 2}" width="{width}" height="{thick}" rx="2"/>'


def _has_width(interval: Interval) -> bool:
    """True but for a point and for what is open on both sides, which say nothing."""
    return interval.low != interval.high


def _figure(axis: Axis, low: Decimal, high: Decimal, y: Decimal, *, hedged: bool) -> str:
    if low != high:
        return _bar(axis, Interval(low, high), y, "p-range", 7)
    name, radius = ("p-ring", "4.5") if hedged else ("p-dot", "4")
    return f'<circle class="{name}" cx="{axis.at(low)}" cy="{y}" r="{radius}"/>'


def _cut(label: str) -> str:
    return label if len(label) <= _LABEL_CHARACTERS else f"{label[: _LABEL_CHARACTERS - 1].rstrip()}…"
