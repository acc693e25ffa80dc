"""Numerals: digits, number words and both together, read from tokens into Decimals."""

from __future__ import annotations

from decimal import Decimal

from ledger.extract.cardinals import read_cardinal
from ledger.extract.digits import read_digit_numeral, read_digits
from ledger.extract.fractions import (
    add_spoken_fraction,
    add_written_fraction,
    is_singular_ordinal_fraction,
    put_digits_over_word,
    put_over_fraction_word,
    put_over_number,
    take_high_rank,
)
from ledger.extract.number_parts import add_smaller_parts
from ledger.extract.number_words import NumeralLexicon, make_numeral_lexicon
from ledger.extract.numeral import HYPHENS, ONE, Numeral, step_of
from ledger.sources.tokens import NUMBER, Block

__all__ = ["HYPHENS", "ONE", "Numeral", "NumeralLexicon", "NumeralReader", "make_numeral_lexicon", "read_digits", "step_of"]

_BEFORE_SHARE = frozenset(("by", "nearly", "almost", "about", "around", "roughly", "over", "than"))
"""Words before "a third" that no rank takes."""
_NONE: frozenset[str] = frozenset()
_ARTICLES = frozenset(("a", "an"))
_OH, _ZERO = "oh", Decimal(0)
"""A nought behind a spoken point: "thirty-two point oh five"."""


class NumeralReader:
    """Reads the numeral at a token; `decimal_comma` is decided once an article."""

    __slots__ = ("_behind_point", "decimal_comma", "lexicon")

    def __init__(self, lexicon: NumeralLexicon, *, decimal_comma: bool = False) -> None:
        self.lexicon, self.decimal_comma = lexicon, decimal_comma
        self._behind_point = lexicon.behind.get("point", _NONE)

    def read(self, block: Block, at: int) -> Numeral | None:
        """The numeral that starts at token `at` (or at an "a" before it), as long as it goes; None where none does."""
        if block.kinds[at] == NUMBER:
            return self._digits(block, at)
        low = block.lows[at]
        glyph = self.lexicon.glyphs.get(low)
        if glyph is not None:
            return self._scaled(block, Numeral(at, at + 1, glyph, step_of(2), role="fraction"))
        return self._words(block, at, low)

    def _digits(self, block: Block, at: int) -> Numeral | None:
        numeral = read_digit_numeral(block, at, self._behind_point, decimal_comma=self.decimal_comma)
        if numeral is None:
            return None
        if numeral.last < len(block) and not add_written_fraction(block, numeral, self.lexicon):
            if take_high_rank(block, numeral, self.lexicon):
                return numeral
            put_digits_over_word(block, numeral, self.lexicon)
            add_spoken_fraction(block, numeral, self.lexicon)
            put_over_number(block, numeral, self.lexicon)
        return self._scaled(block, numeral)

    # scale words

    def _scaled(self, block: Block, numeral: Numeral) -> Numeral:
        """Take in scale words: "2 million", "2-million", "half a million", "1.2 lakh crore", "2.5bn", "two dozen"."""
        for _ in range(3):
            found = self._scale_behind(block, numeral)
            if found is None:
                return numeral
            self._multiply(block, numeral, *found)
        return numeral

    def _scale_behind(self, block: Block, numeral: Numeral) -> tuple[Decimal, int] | None:
        """The factor of the scale word behind a numeral, and the token behind it."""
        lexicon, lows, at = self.lexicon, block.lows, numeral.last
        hyphen = at < len(lows) and lows[at] in HYPHENS
        if hyphen:
            at += 1
        elif numeral.role == "fraction" and at + 1 < len(lows) and lows[at] in ("a", "an", "of"):
            at = self._past_article(block, at)
        if at >= len(lows):
            return None
        low = lows[at]
        factor = lexicon.scales.get(low) or lexicon.multiples.get(low) or (None if hyphen else lexicon.scale_marks.get(block.words[at]))
        if factor is None or (factor == 100 and not _takes_hundred(numeral)) or not self._followed(block, at, low):
            return None
        return factor, at + 1

    @staticmethod
    def _past_article(block: Block, at: int) -> int:
        """Behind "half": past "a", "of a", "of one"."""
        if block.lows[at] == "of" and at + 1 < len(block) and block.lows[at + 1] in ("a", "an", "one", "1"):
            return at + 2
        return at + 1

    def _multiply(self, block: Block, numeral: Numeral, factor: Decimal, last: int) -> None:
        """Take in a scale word, and what is said below it."""
        if factor < 100 and numeral.tail is not None and numeral.value is not None:
            numeral.add(numeral.tail * (factor - 1), ONE, last)  # "three hundred and two dozen"
            return
        numeral.times(factor, last)
        if numeral.role == "fraction":
            numeral.role = ""
        if numeral.step < 1 and numeral.spelled:
            numeral.step = ONE
        if numeral.value is not None:
            add_spoken_fraction(block, numeral, self.lexicon)
            add_smaller_parts(block, numeral, factor, self.lexicon)

    # words

    def _words(self, block: Block, at: int, low: str) -> Numeral | None:
        """What a word starts, or "a dozen" and "several hundred" at their last word."""
        lexicon = self.lexicon
        before = block.lows[at - 1] if at > 0 else ""
        if before in lexicon.vague_counts and (low in lexicon.scales or low in lexicon.multiples):
            return self._several(block, at)
        if low in lexicon.multiples and before in lexicon.behind.get(low, _NONE):
            numeral = Numeral(at - 1 if before in _ARTICLES else at, at + 1, lexicon.multiples[low], spelled=True)
            add_spoken_fraction(block, numeral, lexicon)
            return self._scaled(block, numeral)
        if low in lexicon.tuples and before not in lexicon.not_behind.get(low, _NONE):
            scaled = self._couple_of_scale(block, at, low)
            if scaled is not None:
                return scaled
        if low in lexicon.digits and self._counts_digits(block, at):
            return self._so_many_digits(block, at, low)
        form = lexicon.forms.get(low)
        if form is None or before in lexicon.not_behind.get(low, _NONE):
            return self._ordinal(at, low) if form == "fraction" else None
        return self._as_form(block, at, low, form) if self._followed(block, at, low) else None

    def _couple_of_scale(self, block: Block, at: int, low: str) -> Numeral | None:
        """ "a couple hundred", "a couple of dozen"; None for a couple of anything else."""
        lexicon, lows = self.lexicon, block.lows
        scale = at + 2 if lows[at + 1 : at + 2] == ["of"] else at + 1
        factor = lexicon.scales.get(lows[scale]) or lexicon.multiples.get(lows[scale]) if scale < len(lows) else None
        if factor is None or factor < 12:
            return None
        first = at - 1 if at > 0 and lows[at - 1] == "a" else at
        numeral = Numeral(first, at + 1, lexicon.tuples[low], spelled=True)
        numeral.times(factor, scale + 1)
        return self._scaled(block, numeral)

    def _followed(self, block: Block, at: int, low: str) -> bool:
        """True unless a word that is a number only before certain others ("scores of") stands before none of them."""
        others = self.lexicon.before.get(low)
        return others is None or (block.lows[at + 1] if at + 1 < len(block) else "") in others

    def _as_form(self, block: Block, at: int, low: str, form: str) -> Numeral | None:
        lexicon = self.lexicon
        if form == "cardinal":
            return self._cardinal(block, at)
        if form == "fraction":
            return self._lone_fraction(block, at, low) or self._ordinal(at, low)
        if form == "ordinal":
            return self._ordinal(at, low)
        if form == "vague":
            only = lexicon.behind.get(low)
            return self._vague(block, at, low) if only is None or block.lows[at - 1] in only else None
        if form == "tuple":
            return Numeral(at, at + 2, lexicon.tuples[low], spelled=True, role="tuple")
        if form == "fold":
            return Numeral(at, at + 1, lexicon.folds[low], spelled=True, role="fold")
        return Numeral(at, at + 1, lexicon.multipliers[low], spelled=True, role="multiplier")

    def _ordinal(self, at: int, low: str) -> Numeral | None:
        value = self.lexicon.ordinals.get(low)
        if value is None:
            return None
        numeral = Numeral(at, at + 1, value, spelled=True, role="ordinal")
        numeral.ordinal = True
        return numeral

    @staticmethod
    def _counts_digits(block: Block, at: int) -> bool:
        behind = at + 2 if at + 1 < len(block) and block.words[at + 1] in HYPHENS else at + 1
        return behind < len(block) and block.lows[behind] in ("digit", "digits", "figure", "figures")

    def _so_many_digits(self, block: Block, at: int, low: str) -> Numeral:
        """ "double-digit", "six figures": the smallest number of so many digits, at least."""
        last = at + 3 if block.words[at + 1] in HYPHENS else at + 2
        return Numeral(at, last, self.lexicon.digits[low][0], spelled=True, role="digits")

    def _several(self, block: Block, at: int) -> Numeral:
        """ "several hundred", "a few thousand", "several dozen"."""
        lexicon, lows = self.lexicon, block.lows
        scale = lexicon.scales.get(lows[at]) or lexicon.multiples[lows[at]]
        first = at - 2 if at > 1 and lows[at - 2] == "a" else at - 1
        bottom, top = lexicon.vague_counts[lows[at - 1]]
        numeral = Numeral(first, at + 1, None, scale, spelled=True, role="vague")
        if at + 1 < len(lows) and lows[at + 1] in lexicon.scales:
            scale, numeral.last = scale * lexicon.scales[lows[at + 1]], at + 2
        numeral.low, numeral.high, numeral.step = bottom * scale, top * scale, scale
        return numeral

    def _vague(self, block: Block, at: int, low: str) -> Numeral:
        """ "dozens", "hundreds of thousands", and "tens of thousands" at its last word."""
        lows, vague = block.lows, self.lexicon.vague
        bottom, top = vague[low]
        numeral = Numeral(at, at + 1, None, spelled=True, role="vague")
        if at >= 2 and lows[at - 1] == "of" and lows[at - 2] == "tens":
            bottom, top, numeral.first = bottom * 10, bottom * 100, at - 2
        elif at + 2 < len(lows) and lows[at + 1] == "of" and lows[at + 2] in vague and bottom >= 100:
            inner = vague[lows[at + 2]][0]
            bottom, top, numeral.last = bottom * inner, top * inner, at + 3
        numeral.low, numeral.high, numeral.step = bottom, top, bottom
        return numeral

    def _cardinal(self, block: Block, at: int) -> Numeral | None:
        numeral = read_cardinal(block, at, self.lexicon)
        if numeral is None:
            return None
        if numeral.ordinal:
            if at > 0 and block.lows[at - 1] == "a" and is_singular_ordinal_fraction(block, numeral):
                return self._one_over(numeral, at - 1)
            return numeral
        if at > 0 and block.lows[at - 1] == "point" and (at == 1 or block.lows[at - 2] in self._behind_point):
            return self._scaled(block, self._spoken_decimal(block, at))
        if take_high_rank(block, numeral, self.lexicon):
            return numeral
        put_over_fraction_word(block, numeral, self.lexicon)
        if numeral.role != "fraction":
            self._point(block, numeral)
            add_spoken_fraction(block, numeral, self.lexicon)
            put_over_number(block, numeral, self.lexicon)
        return self._scaled(block, numeral)

    @staticmethod
    def _one_over(ordinal: Numeral, first: int) -> Numeral:
        """ "a twenty-first"."""
        assert ordinal.value is not None
        return Numeral(first, ordinal.last, ONE / ordinal.value, step_of(2), spelled=True, role="fraction")

    def _point(self, block: Block, numeral: Numeral) -> None:
        """ "two point five", "two hundred point seventy-one"."""
        lows, at = block.lows, numeral.last + 1
        spoken = at < len(lows) and lows[at - 1] == "point" and (lows[at] in self.lexicon.cardinals or lows[at] == _OH)
        if spoken and numeral.value is not None:
            digits, last = self._digits_in_words(block, at)
            numeral.add(Decimal("0." + digits), step_of(len(digits)), last)
        elif at < len(lows) and lows[at - 1] == "point" and lows[at].isdecimal() and lows[at].isascii() and numeral.value is not None:
            numeral.add(Decimal("0." + lows[at]), step_of(len(lows[at])), at + 1)  # "eleven point 89"

    def _spoken_decimal(self, block: Block, at: int) -> Numeral:
        """ "point five" without a number before it."""
        digits, last = self._digits_in_words(block, at)
        return Numeral(at - 1, last, Decimal("0." + digits), step_of(len(digits)), spelled=True)

    def _digits_in_words(self, block: Block, at: int) -> tuple[str, int]:
        """The digits behind "point", and the token behind them: "seven one", "seventy-one"."""
        lows, cardinals, digits = block.lows, self.lexicon.cardinals, ""
        while at < len(lows) and (lows[at] in cardinals or lows[at] == _OH) and len(digits) < 12:
            value = cardinals.get(lows[at], _ZERO)
            if value >= 20 and at + 2 < len(lows) and lows[at + 1] in HYPHENS and 0 < cardinals.get(lows[at + 2], 0) < 10:
                value, at = value + cardinals[lows[at + 2]], at + 2
            digits += str(value)
            at += 1
        return digits, at

    # fractions without a number before them

    def _lone_fraction(self, block: Block, at: int, low: str) -> Numeral | None:
        """ "half", "a third", "a quarter"; with a number before them they belong to that number."""
        lows = block.lows
        before = lows[at - 1] if at > 0 else ""
        if before in HYPHENS and at > 1 and lows[at - 2] in ("a", "one"):
            before = lows[at - 2]
        if low == "half":
            return self._half(block, at, before)
        joined = at + 2 < len(lows) and lows[at + 1] in HYPHENS and block.glued(at + 1) and block.glued(at + 2)
        if joined and lows[at + 2] in self.lexicon.not_before.get(low, _NONE):
            return None
        if before in ("a", "one"):
            return self._one_of(block, at, low)
        if before not in _ARTICLES and not low.endswith("s") and self._scale_of_fraction(block, at, low):
            return self._scaled(block, Numeral(at, at + 1, ONE / self.lexicon.fractions[low], step_of(2), spelled=True, role="fraction"))
        if low == "quarter" and joined and before not in HYPHENS:
            return Numeral(at, at + 1, Decimal("0.25"), step_of(2), spelled=True, role="fraction")
        return None

    def _scale_of_fraction(self, block: Block, at: int, low: str) -> bool:
        """True for the "quarter" of "over quarter of a million", "quarter million"."""
        lows, scales = block.lows, self.lexicon.scales
        if lows[at + 1 : at + 3] in (["of", "a"], ["of", "one"]):
            return at + 3 < len(lows) and lows[at + 3] in scales
        return low == "quarter" and at + 1 < len(lows) and lows[at + 1] in scales

    def _half(self, block: Block, at: int, before: str) -> Numeral:
        """ "half", "a half", "half a million", "half-a-dozen"."""
        lows, multiples = block.lows, self.lexicon.multiples
        if at + 4 < len(lows) and lows[at + 1] in HYPHENS and lows[at + 2] == "a" and lows[at + 4] in multiples:
            return Numeral(at, at + 5, multiples[lows[at + 4]] / 2, spelled=True)
        behind = lows[at + 1 : at + 3]
        scaled = len(behind) == 2 and behind[0] in _ARTICLES and (behind[1] in self.lexicon.scales or behind[1] in multiples)
        first = at - 1 if before == "a" and lows[at - 1] == "a" and not scaled else at
        return self._scaled(block, Numeral(first, at + 1, Decimal("0.5"), step_of(1), spelled=True, role="fraction"))

    def _meets_fraction(self, block: Block, at: int) -> bool:
        """True where another fraction follows: "a third to a half", "between a quarter and one third"."""
        lows = block.lows
        if lows[at : at + 1] not in (["to"], ["and"], ["or"]):
            return False
        behind = [low for low in lows[at + 1 : at + 4] if low not in HYPHENS]
        if behind[:1] == ["half"]:
            return True
        opened = behind[:1] in (["a"], ["one"]) or behind[0:1] != [] and behind[0] in self.lexicon.cardinals
        return opened and len(behind) > 1 and behind[1] in self.lexicon.fractions

    def _one_of(self, block: Block, at: int, low: str) -> Numeral | None:
        """ "a third of", "a tenth.", "a quarter million": where what stands behind shows that no rank is meant."""
        lexicon, lows = self.lexicon, block.lows
        after = lows[at + 1] if at + 1 < len(lows) else ""
        behind = lexicon.before.get("a third", _NONE)
        shown = after == "" or after in HYPHENS or after in behind or after in lexicon.scales or low == "quarter"
        if low in lexicon.ordinals and lexicon.ordinals[low] not in (3, 4):
            shown = after in ("of", "", ".", ",")
        shown = shown or (at > 1 and lows[at - 2] in _BEFORE_SHARE) or self._meets_fraction(block, at + 1)
        if low.endswith("s") or not shown:
            return None
        first = at - 1 if lows[at - 1] not in HYPHENS else at - 2
        numeral = Numeral(first, at + 1, ONE / lexicon.fractions[low], step_of(2), spelled=True, role="fraction")
        return self._scaled(block, numeral)


def _takes_hundred(numeral: Numeral) -> bool:
    """True where "hundred" may multiply: "322 hundred"; not "two million hundred", "one hundred and five hundred"."""
    return numeral.scale == ONE and not (numeral.spelled and numeral.value is not None and numeral.value >= 100)
