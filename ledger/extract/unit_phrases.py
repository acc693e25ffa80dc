"""Amounts told without a number: "a kilogram" as a line of its own, "third of a litre", "quarter mile"."""

from __future__ import annotations

from collections.abc import Callable

from ledger.extract.measure_lexicon import Measure
from ledger.extract.number_words import NumeralLexicon
from ledger.extract.numeral import ONE, Numeral, step_of
from ledger.sources.tokens import MARK, Block

_ARTICLES = frozenset(("a", "an"))
_LONGEST_LINE = 6
"""Tokens of a line that may say no more than "a cup of brown sugar"."""
_OPENS_SHARE = frozenset(
    ("", "about", "around", "over", "under", "nearly", "almost", "roughly", "than", "by", "within", "least", "just", "(")
)
_TIMES = frozenset(("second", "minute", "hour", "day", "week", "fortnight", "month", "quarter", "year", "decade", "century", "night"))

MeasureAt = Callable[[Block, int], Measure | None]


def lone_unit(block: Block, measure_of: MeasureAt) -> Numeral | None:
    """The one of "a kilogram" or "a cup of sugar" where that is all a line says; not "a day of rest"."""
    if not 2 <= len(block) <= _LONGEST_LINE or block.lows[0] not in _ARTICLES:
        return None
    measure = measure_of(block, 1)
    if measure is None or measure.hyphen or measure.unit in _TIMES:
        return None
    behind = block.lows[measure.last] if measure.last < len(block) else ""
    whole = behind == "" or (behind == "." and measure.last + 1 == len(block))
    of = behind == "of" and measure.kind == "physical" and measure.last + 1 < len(block)
    if not (whole or of) or block.words[measure.last - 1].isupper():
        return None
    return Numeral(0, 1, ONE, spelled=True)


def fraction_of_unit(block: Block, at: int, lexicon: NumeralLexicon, measure_of: MeasureAt) -> Numeral | None:
    """The third of "third of a litre", the quarter of "about quarter of a mile" and "quarter mile": no article tells that it is no rank."""
    under, lows = lexicon.fractions.get(block.lows[at]), block.lows
    if under is None or lows[at].endswith("s") or (lows[at - 1] if at > 0 else "") not in _OPENS_SHARE:
        return None
    unit = at + 1
    if lows[unit : unit + 1] == ["of"]:
        unit += 2 if lows[unit + 1 : unit + 2] in (["a"], ["an"], ["one"]) else 1
    elif lows[at] != "quarter":
        return None
    unit += unit < len(block) and block.kinds[unit] == MARK and block.glued(unit)  # "quarter-litre"
    measure = measure_of(block, unit) if unit < len(block) else None
    if measure is None or measure.kind != "physical" or lows[measure.last - 1].endswith("s"):
        return None
    return Numeral(at, at + 1, ONE / under, step_of(2), spelled=True, role="fraction")
