"""Figures that belong together: the bracketed amount that converts the one before it, and the two bounds of one range."""

from __future__ import annotations

from itertools import pairwise

from ledger.extract.amounts import LATER, rate_unit
from ledger.extract.figures import Figure, FigureReader
from ledger.extract.found import BlockFigures
from ledger.extract.lexicons import Lexicons
from ledger.extract.sight import Sight
from ledger.sources.tokens import NUMBER, Block

_LONGEST_GAP = 6
_HOME = "AUD"
_NEAR = 4
"""Figures to look back for a sum with a bracket like this one's."""
_OPENERS, _CLOSERS = frozenset("(["), frozenset(")]")
_BETWEEN = ([";"], [","], ["/"], ["or"], [",", "or"])
_LOWER, _UPPER = frozenset(("more_than", "at_least")), frozenset(("less_than", "at_most"))
_BOUNDS = _LOWER | _UPPER | {"nearly", "about"}
"""Hedges that cover a bracketed conversion too: more than 100 km (60 miles)."""
_RANGING = frozenset("range ranges ranged ranging vary varies varied varying".split())
_LONGEST_SPAN = 10
_SIGNS = frozenset("<>≤≥")
_FROM_BELOW: tuple[list[str], ...] = ([], ["more_than"], ["at_least"])
_RISING = frozenset("<≤")
_HALF_OPEN = (["[", ")"], ["(", "]"])
_JOINTS = (["and"], ["but"], [","], [",", "but"], [",", "and"])


def mark_conversions(found: BlockFigures, lexicons: Lexicons, reader: FigureReader) -> None:
    """Mark the amounts in brackets that convert the amount before them: "2 million VND (77 USD)", "2m euros (£1.7m; $2.6m)"."""
    for left, right in pairwise(found.figures):
        if _is_home_dollar(found, left, right):
            right.unit = _HOME
        if left.kind in ("index", "count") and right.kind == "currency":
            _take_converted(found.block, found.figures[: found.figures.index(left)], left, right)
        if _continues_bracket(found, left, right):
            right.converts = left.converts
        elif (
            left.kind == right.kind
            and left.kind in ("currency", "physical")
            and left.unit != right.unit
            and _in_brackets(found, left, right, lexicons.nouns.verbs)
        ):
            right.converts = left
            if left.kind == "currency":
                _share_rate(found, left, Sight(found.block, right, lexicons, reader))


def _take_converted(block: Block, before: list[Figure], figure: Figure, bracketed: Figure) -> None:
    """Give a bare number the currency that its bracket shows: "2.4 million yen ($22,480) and 2.38 million ($21,972)"."""
    lows = block.lows
    if (figure.kind == "count" and figure.shared is None) or lows[figure.last : bracketed.first] != ["("]:
        return
    conversion = next((other for other in reversed(before[-_NEAR:]) if other.unit == bracketed.unit), None)
    source = None if conversion is None else conversion.converts
    if source is not None and source.kind == "currency":
        figure.kind, figure.unit, figure.shared = source.kind, source.unit, source
        figure.entity, figure.noun_class, figure.head, figure.noun_first, figure.noun_last = "", "", -1, -1, -1


def _is_home_dollar(found: BlockFigures, left: Figure, right: Figure) -> bool:
    """True for a bare "$" behind "$US": Australian papers, which write the mark that way round, tell their own dollar by it."""
    words = found.block.words
    dollars = left.kind == right.kind == "currency" and left.unit == right.unit == "USD"
    if not dollars or words[left.first : left.first + 2] != ["$", "US"] or words[left.last : right.first] != ["("]:
        return False
    return words[right.first] == "$" and found.block.kinds[right.first + 1] == NUMBER


def _continues_bracket(found: BlockFigures, left: Figure, right: Figure) -> bool:
    """True where a conversion is followed, in its bracket, by one into yet another unit."""
    source = left.converts
    if source is None or right.kind != source.kind or right.unit in (left.unit, source.unit):
        return False
    behind = found.block.words[right.last : right.last + 3]
    return found.block.lows[left.last : right.first] in _BETWEEN and not _CLOSERS.isdisjoint(behind)


def _in_brackets(found: BlockFigures, left: Figure, right: Figure, verbs: frozenset[str]) -> bool:
    words = found.block.words
    if not 0 < right.first - left.last <= _LONGEST_GAP:
        return False
    gap, behind = words[left.last : right.first], words[right.last : right.last + 3]
    if _OPENERS.isdisjoint(gap) or (_CLOSERS.isdisjoint(behind) and "," not in behind and ";" not in behind):
        return False
    return (left.kind == "currency" or gap[0] in "([-") and not any(word in verbs for word in found.block.lows[left.last : right.first])


def _share_rate(found: BlockFigures, left: Figure, sight: Sight) -> None:
    """ "9 billion shekels ($2.4 billion) a year": the rate stands behind the bracket, for both."""
    right = sight.figure
    close = next((i for i in range(right.last, min(right.last + 2, sight.end)) if sight.words[i] in _CLOSERS), None)
    if close is None or sight.low(close + 1) not in ("a", "an", "per"):
        return
    unit = rate_unit(sight, close + 2, strict=sight.low(close + 1) != "per")
    if unit is not None and sight.low(unit[0]) not in LATER:
        for figure in (left, right):
            figure.per, figure.unit = unit[1], f"{figure.unit} / {unit[1]}"


def cover_conversions(found: BlockFigures) -> None:
    """Give a bracketed conversion the bound of the amount it converts: "more than 100 km (60 miles)"."""
    for figure in found.figures:
        if figure.converts is not None and not figure.qualifiers:
            figure.qualifiers = [hedge for hedge in figure.converts.qualifiers if hedge in _BOUNDS]


def join_bounds(found: BlockFigures) -> None:
    """Make one range of a lower and an upper bound: "more than 30 and less than 40"."""
    kept: list[Figure] = []
    for figure in found.figures:
        joined = kept and (_bounds_meet(found, kept[-1], figure) or _is_written_interval(found.block, kept[-1], figure))
        if joined or (kept and _ranges(found.block, kept[-1], figure)):
            _join(kept[-1], figure)
        else:
            kept.append(figure)
    found.figures[:] = kept


def _bounds_meet(found: BlockFigures, left: Figure, right: Figure) -> bool:
    if left.value is None or right.value is None or len(left.qualifiers) != 1 or len(right.qualifiers) != 1:
        return False
    lower, upper = (left, right) if left.value < right.value else (right, left)
    if lower.qualifiers[0] not in _LOWER or upper.qualifiers[0] not in _UPPER:
        return False
    alike = left.kind == "index" or (left.kind, left.unit) == (right.kind, right.unit)
    joint = found.block.lows[max(left.last, left.words_last) : right.words_first]
    return alike and (joint in _JOINTS or (not joint and found.block.words[right.words_first] in _SIGNS))  # ">20 <40"


def _ranges(block: Block, left: Figure, right: Figure) -> bool:
    """True for the ends of "rates range from 48 percent in the capital to 91 percent on the islands"."""
    if left.value is None or right.value is None or (left.kind, left.unit) != (right.kind, right.unit) or left.value >= right.value:
        return False
    if not left.kind or block.lows[left.words_first - 1] != "from" or block.lows[right.words_first - 1] != "to":
        return False
    apart = right.words_first - left.last <= _LONGEST_SPAN and "," not in block.lows[left.last : right.words_first]
    return apart and block.lows[left.words_first - 2] in _RANGING


def _is_written_interval(block: Block, left: Figure, right: Figure) -> bool:
    """ "10 < x <= 20", "[1, 5)": the ends of an interval as mathematics writes it, half open where it stands in brackets."""
    if (
        left.value is None
        or right.value is None
        or not left.value < right.value
        or left.qualifiers not in _FROM_BELOW
        or left.kind != right.kind
    ):
        return False
    words, joint = block.words, block.words[left.last : right.words_first]
    if right.qualifiers in (["less_than"], ["at_most"]):
        return len(joint) > 1 and joint[0] in _RISING and joint[-1].isalpha() and len(joint[-1]) == 1 and joint[1:-1] in ([], ["="])
    around = words[left.first - 1 : left.first] + words[right.last : right.last + 1]
    return joint == [","] and left.kind == "index" and around in _HALF_OPEN


def _join(left: Figure, right: Figure) -> None:
    ends = [end for end in (left.low, left.high, right.low, right.high) if end is not None]
    left.value, left.low, left.high, left.qualifiers = None, min(ends), max(ends), []
    left.last, left.words_last, left.step = right.last, right.words_last, min(left.step, right.step)
    left.kind, left.unit, left.entity, left.noun_class = right.kind, right.unit, right.entity, right.noun_class
    left.noun_first, left.noun_last, left.head = right.noun_first, right.noun_last, right.head
    left.rules.append("bounds")
