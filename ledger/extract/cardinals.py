"""Whole numbers in words: "two hundred and twenty-one thousand", and the ordinals that end so."""

from __future__ import annotations

from decimal import Decimal

from ledger.extract.number_words import NumeralLexicon
from ledger.extract.numeral import HYPHENS, ONE, Numeral
from ledger.sources.tokens import MARK, Block

_HUNDRED, _THOUSAND = Decimal(100), Decimal(1000)
_PARTS = (["half"], ["third"], ["quarter"])
_LARGEST = Decimal(10) ** 30  # "million million million ..." goes on to no more than this


def read_cardinal(block: Block, at: int, lexicon: NumeralLexicon) -> Numeral | None:
    """The longest whole number in words from a token; `ordinal` is set where it ends in an ordinal ("twenty-first")."""
    walk = _Walk(block, at, lexicon)
    if block.lows[at] in lexicon.scales and not walk.opens_with_scale():
        return None
    while walk.at < len(block) and walk.goes_on():
        walk.last = walk.at
    return walk.numeral()


class _Walk:
    """A reading under way: `total` before the last scale word, `current` behind it."""

    __slots__ = ("at", "block", "current", "first", "last", "lexicon", "lows", "ordinal", "start", "step", "tail_from", "top", "total")

    def __init__(self, block: Block, at: int, lexicon: NumeralLexicon) -> None:
        self.block, self.lows, self.lexicon = block, block.lows, lexicon
        self.first = self.start = self.at = self.last = at
        self.total, self.step = Decimal(0), ONE
        self.current: Decimal | None = None
        self.top: Decimal | None = None
        """The last scale word from thousand on."""
        self.tail_from: Decimal | None = None
        """The value before the last "and"."""
        self.ordinal = False

    def opens_with_scale(self) -> bool:
        """True where a number may start with a scale word: "a million", "more than hundred"."""
        before = self.lows[self.at - 1] if self.at else ""
        if before in ("a", "an"):
            self.first = self.at - 1
        elif before and before not in self.lexicon.behind.get("hundred", ()):
            return False
        self.current = ONE
        return True

    def goes_on(self) -> bool:
        """Take in the token at `at`; False where the number ends before it."""
        low, lexicon = self.lows[self.at], self.lexicon
        if low in lexicon.cardinals:
            return self._take_value(lexicon.cardinals[low])
        if low in lexicon.scales:
            return self._take_scale(lexicon.scales[low])
        if low == "and":
            return self._pass_and()
        if low in HYPHENS:
            return self._pass_hyphen()
        return low in lexicon.ordinals and self._take_ordinal(lexicon.ordinals[low])

    def numeral(self) -> Numeral | None:
        """What was read, None where nothing was."""
        if self.last == self.start:
            return None
        value = self.total + (self.current if self.current is not None else 0)
        numeral = Numeral(self.first, self.last, value, self.step, spelled=True)
        if self.ordinal:
            numeral.ordinal, numeral.role = True, "ordinal"
            return numeral
        numeral.scale = self.top if self.top is not None else ONE
        numeral.raw = value / numeral.scale
        numeral.tail = None if self.tail_from is None else value - self.tail_from
        return numeral

    def _take_value(self, value: Decimal) -> bool:
        current = self.current
        if current is None:
            self.current = value
        elif (0 < value < 10 and _is_tens(current)) or (current > 0 and current % _HUNDRED == 0):
            self.current = current + value
        elif self._is_spoken_hundred(current, value):
            self.current = current * _HUNDRED + value
        else:
            return False
        self.step, self.at = ONE, self.at + 1
        return True

    def _is_spoken_hundred(self, current: Decimal, value: Decimal) -> bool:
        """True for "one twenty two", which is 122: a digit, tens and a digit, in plain words and no others behind."""
        behind = self.lows[self.at + 1 : self.at + 3]
        if self.top is not None or self.last != self.start + 1 or not (0 < current < 10) or not _is_tens(value) or not behind:
            return False
        if not 0 < self.lexicon.cardinals.get(behind[0], _HUNDRED) < 10:
            return False
        return len(behind) == 1 or not (behind[1] in self.lexicon.words or behind[1] in HYPHENS)

    def _take_scale(self, factor: Decimal) -> bool:
        if factor == _HUNDRED:
            if self.current is None or self.current >= _HUNDRED:
                return False
            self.current *= _HUNDRED
        elif not self._close_group(factor):
            return False
        self.step, self.at, self.tail_from = factor, self.at + 1, None
        return True

    def _close_group(self, factor: Decimal) -> bool:
        """A scale word from thousand on: it closes the group before it, or multiplies all of it ("hundred thousand million")."""
        if self.current is None and self.total == 0:
            return False
        if self.top is None or factor < self.top:
            self.total += (self.current if self.current is not None else ONE) * factor
        elif self.current is None and self.total < _LARGEST:
            self.total *= factor
        else:
            return False
        self.current, self.top = None, factor
        return True

    def _take_ordinal(self, value: Decimal) -> bool:
        """The ordinal that ends a number: "twenty-first", "one hundred and fifth"."""
        current = self.current
        if current is None or self.at == self.start:
            return False
        if not ((value < 10 and _is_tens(current)) or (current % _HUNDRED == 0 and value < _HUNDRED)):
            return False
        self.current, self.ordinal = current + value, True
        self.last = self.at = self.at + 1
        return False

    def _pass_hyphen(self) -> bool:
        """True where a hyphen between number words makes one number: twenty-one, two-hundred; not eight-nine."""
        following = self.lows[self.at + 1] if self.at + 1 < len(self.lows) else ""
        if self.current is None:
            return False
        if following not in self.lexicon.scales:
            value = self.lexicon.cardinals.get(following) or self.lexicon.ordinals.get(following)
            hundreds = self.current > 0 and self.current % _HUNDRED == 0  # "two-hundred-fifty"
            if value is None or not ((0 < value < 10 and _is_tens(self.current)) or (hundreds and 0 < value < _HUNDRED)):
                return False
        return self._pass_joint()

    def _pass_and(self) -> bool:
        """True where "and" joins: "two hundred and six", "one million and three hundred"; not "two million and three children"."""
        if self.at + 1 >= len(self.lows) or self.at == self.start:
            return False
        joins = self.lows[self.at + 1] in self.lexicon.cardinals or self.lows[self.at + 1] in self.lexicon.ordinals
        if self.lows[self.at + 1] == "one" and self.lows[self.at + 2 : self.at + 3] in _PARTS:
            return False  # "two thousand and one half"
        current = self.current
        if not joins or (current is not None and current % _HUNDRED != 0) or (current is None and self.top is None):
            return False
        if self.top is not None and (self.top < _THOUSAND or (current is None and not self._takes_more())):
            return False
        before = self.total + (current or 0)
        if not self._pass_joint():
            return False
        self.tail_from = before
        return True

    def _pass_joint(self) -> bool:
        """Step over a hyphen or an "and" only together with the number word behind it."""
        kept = self.at, self.last
        self.at += 1
        if self.goes_on() or self.ordinal:
            return not self.ordinal
        self.at, self.last = kept
        return False

    def _takes_more(self) -> bool:
        """True for "two thousand and six", "two million and six hundred", and "two million and six" with nothing behind."""
        return self.top == _THOUSAND or self._hundreds_follow() or self._ends_behind()

    def _ends_behind(self) -> bool:
        """True where one small number and no word follow the "and"; not in "between two million and six"."""
        lows, last = self.lows, self.at + 2
        if last < len(lows) and lows[last] in HYPHENS:
            last += 1
        if last < len(lows) and lows[last] in self.lexicon.cardinals:
            last += 1
        if "between" in lows[max(0, self.first - 3) : self.first]:
            return False
        return last >= len(lows) or (self.block.kinds[last] == MARK and lows[last] not in HYPHENS)

    def _hundreds_follow(self) -> bool:
        """True where hundreds or thousands follow the "and"."""
        lows, lexicon = self.lows, self.lexicon
        for i in range(self.at + 2, min(self.at + 5, len(lows))):
            if lows[i] in lexicon.scales and (lows[i - 1] in lexicon.cardinals or lows[i - 1] in HYPHENS):
                return True
        return False


def _is_tens(number: Decimal) -> bool:
    """True for 20, 90 and 160: a digit may follow."""
    rest = number % _HUNDRED
    return rest >= 20 and rest % 10 == 0
