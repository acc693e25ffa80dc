"""Percentages and percentage points behind a number."""

from __future__ import annotations

from ledger.extract.measure_lexicon import Measure
from ledger.extract.numeral import HYPHENS
from ledger.sources.tokens import MARK, WORD, Block

_MARKS = frozenset("%％﹪")
_WORDS = frozenset(("percent", "pct", "percents", "pc", "p.c."))
_POINT_MARKS = frozenset(("pp", "ppt", "ppts", "p.p."))
_POINTS = frozenset(("points", "point", "pts"))
_HEX = frozenset("0123456789abcdef")
_STARTS = _MARKS | _WORDS | _POINT_MARKS | {"per", "percentage"}


def percent_after(block: Block, at: int) -> Measure | None:
    """ "%", "percent", "per cent", "percentage points": the measure that starts at token `at`."""
    low = block.lows[at]
    if low not in _STARTS:
        return None
    if low in _MARKS:
        return None if _is_escape(block, at) else _with_points(block, at + 1)
    if low in _WORDS:
        return _with_points(block, at + 1)
    if low in _POINT_MARKS:
        return Measure(at + 1, "percentage_point", "percentage_point") if block.kinds[at] == WORD else None
    behind = at + 2 if at + 1 < len(block) and block.lows[at + 1] in HYPHENS else at + 1
    following = block.lows[behind] if behind < len(block) else ""
    if low == "per":
        return _with_points(block, behind + 1) if following == "cent" else None
    return Measure(behind + 1, "percentage_point", "percentage_point") if following in _POINTS else None


def _with_points(block: Block, last: int) -> Measure:
    """A percentage that ends before token `last`, or the points that go on from it: "%-points", "percent points"."""
    behind = last + 1 if last < len(block) and block.lows[last] in HYPHENS else last
    if behind < len(block) and block.lows[behind] in _POINTS:
        return Measure(behind + 1, "percentage_point", "percentage_point")
    return Measure(last, "percent", "percent")


def _is_escape(block: Block, at: int) -> bool:
    """True for the sign of an escape in an address ("a%20b%2F"): two hexadecimal digits behind it, or another sign before the number."""
    if at > 1 and block.words[at - 2] == "%" and block.glued(at - 1) and block.glued(at):
        return True
    if at + 1 >= len(block) or not block.glued(at + 1) or block.kinds[at + 1] == MARK:
        return False
    return _HEX.issuperset(block.text[block.ends[at] : block.ends[at] + 2].lower()) and at > 1 and block.glued(at - 1)
