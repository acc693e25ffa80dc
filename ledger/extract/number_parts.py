"""What is said below a scale word: "3 million 200 thousand", "3 hundred and 21", "6 crore and two hundred", "three score and ten"."""

from __future__ import annotations

from decimal import Decimal

from ledger.extract.cardinals import read_cardinal
from ledger.extract.fractions import ends_phrase
from ledger.extract.number_words import NumeralLexicon
from ledger.extract.numeral import ONE, Numeral
from ledger.sources.tokens import MARK, NUMBER, Block

_HUNDRED, _THOUSAND = Decimal(100), Decimal(1000)
_MOST_PARTS = 4

Part = tuple[Decimal, Decimal, int]
"""The worth of a part, its last unit, and the token behind it."""


def add_smaller_parts(block: Block, numeral: Numeral, factor: Decimal, lexicon: NumeralLexicon) -> None:
    """Take in the parts behind a scale word worth `factor`, each smaller than the one before."""
    lows = block.lows
    for _ in range(_MOST_PARTS):
        if numeral.step != factor or numeral.value is None or numeral.last >= len(lows):
            return
        joined = lows[numeral.last] == "and"
        at = numeral.last + joined
        if at >= len(lows):
            return
        if block.kinds[at] == NUMBER:
            part = _in_digits(block, at, factor, lexicon, joined=joined)
        else:
            part = _in_words(block, at, factor, lexicon, joined=joined, whole=numeral.spelled)
        if part is None:
            return
        value, factor, last = part
        numeral.add(value, factor, last)


def _in_digits(block: Block, at: int, factor: Decimal, lexicon: NumeralLexicon, *, joined: bool) -> Part | None:
    """ "200 thousand" and "2 hundred thousand" below a million, "321" below a thousand, "21" below a hundred."""
    word, last, size = block.words[at], at + 1, ONE
    if not word.isdecimal() or not 0 < len(word) <= 3 or int(word) == 0:
        return None
    while last < min(len(block), at + 3) and block.lows[last] in lexicon.scales:
        size *= lexicon.scales[block.lows[last]]
        last += 1
    number = Decimal(int(word))
    if size > ONE and number * size < factor:
        return (number * size, size, last) if not joined or ends_phrase(block, last) else None
    below = (factor == _HUNDRED and number < _HUNDRED) or (factor == _THOUSAND and len(word) == 3 and size == ONE)
    if not below or (size > ONE and block.lows[at + 1] == "hundred") or (size == ONE and _is_tied(block, at + 1)):
        return None
    return number, ONE, at + 1


def _in_words(block: Block, at: int, factor: Decimal, lexicon: NumeralLexicon, *, joined: bool, whole: bool) -> Part | None:
    """ "and fifty", "and two hundred", "and ten"; straight behind only below a hundred ("3 hundred fifty")."""
    if block.lows[at] not in lexicon.cardinals or not (joined or (factor == _HUNDRED and not whole)):
        return None
    rest = read_cardinal(block, at, lexicon)
    if rest is None or rest.ordinal or rest.value is None:
        return None
    if factor == _HUNDRED and rest.scale != ONE and rest.raw is not None and rest.raw < _HUNDRED and rest.raw == int(rest.raw):
        return rest.raw, ONE, rest.last - 1  # "3 hundred and fifty thousand"
    if factor <= _HUNDRED:
        return (rest.value, ONE, rest.last) if rest.value < factor and rest.scale == ONE else None
    if not _HUNDRED <= rest.value < factor or not (whole or ends_phrase(block, rest.last)):
        return None
    return rest.value, ONE, rest.last


def _is_tied(block: Block, at: int) -> bool:
    """True where a number goes on as something else: "50-metre", "3:1", "21st"."""
    return at < len(block) and block.glued(at) and (block.kinds[at] != MARK or block.words[at] in "-–/:%")
