"""Powers behind the marks of units: "km/h^2", "J/m^2", "s^-1", "m s⁻²"."""

from __future__ import annotations

from ledger.extract.measure_lexicon import MeasureLexicon
from ledger.sources.tokens import Block

_RAISED = {"¹": 1, "²": 2, "³": 3, "1": 1, "2": 2, "3": 3}
_MINUS = frozenset("-−")
_DOTS = frozenset("·⋅*")
_MOST_FACTORS = 3

Found = tuple[int, str]
"""The token behind a unit, and the unit."""


def with_power(block: Block, last: int, unit: str, lexicon: MeasureLexicon) -> Found:
    """The unit that ends before token `last` with the power and the factors under the line that follow it."""
    last, unit = _raised(block, last, unit, lexicon)
    power = _negative(block, last)
    if power is not None and "/" not in unit and "**" not in unit:
        last, unit = power[0], _under("1", unit, power[1])
    for _ in range(_MOST_FACTORS):
        factor = _factor(block, last, lexicon)
        if factor is None:
            break
        last, unit = factor[0], f"{unit} / {factor[1]}"
    return last, unit


def _raised(block: Block, last: int, unit: str, lexicon: MeasureLexicon) -> Found:
    """ "km/h^2", "J/m^2": a caret raises the last factor of the unit."""
    if last + 2 < len(block) and block.words[last] == "/" and block.words[last + 2] == "^" and block.glued(last + 1):
        under = lexicon.marks.right(block.words, last + 1) or lexicon.weak.right(block.words, last + 1)
        if under is not None and under[0] == last + 2:
            last, unit = last + 2, f"{unit} / {under[1]}"
    if last + 1 >= len(block) or block.words[last] != "^" or not block.glued(last) or not block.glued(last + 1):
        return last, unit
    power = block.words[last + 1]
    if power not in ("2", "3") or "**" in unit.rpartition("/")[2]:
        return last, unit
    return last + 2, f"{unit} ** {power}"


def _negative(block: Block, at: int) -> tuple[int, int] | None:
    """The token behind "^-2" or "⁻²" at a token, and the power without its sign."""
    words = block.words
    if at + 1 >= len(words) or not block.glued(at) or not block.glued(at + 1):
        return None
    if words[at] == "⁻":
        power = _RAISED.get(words[at + 1])
        return None if power is None else (at + 2, power)
    if words[at] != "^" or words[at + 1] not in _MINUS or at + 2 >= len(words) or not block.glued(at + 2):
        return None
    power = _RAISED.get(words[at + 2])
    return None if power is None else (at + 3, power)


def _factor(block: Block, at: int, lexicon: MeasureLexicon) -> Found | None:
    """The " s^-2" of "m s^-2": a mark with a negative power."""
    start = at + 1 if at < len(block) and block.words[at] in _DOTS else at
    if start >= len(block):
        return None
    found = lexicon.marks.right(block.words, start) or lexicon.weak.right(block.words, start)
    power = None if found is None else _negative(block, found[0])
    if found is None or power is None:
        return None
    return power[0], found[1] if power[1] == 1 else f"{found[1]} ** {power[1]}"


def _under(over: str, unit: str, power: int) -> str:
    return f"{over} / {unit}" if power == 1 else f"{over} / {unit} ** {power}"
