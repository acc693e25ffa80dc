"""Numerals: digits, number words and both together, read from tokens into Decimals."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from ledger.pack import RulePack
from ledger.sources.tokens import NUMBER, WORD, Block

ONE = Decimal(1)
_MAX_DIGITS = 40  # longer runs of digits are identifiers, and 9^99999 must not be computed
_MAX_EXPONENT = 30
_HYPHENS = frozenset("-‐‑‒–")
_THIN_SPACES = frozenset("\u00a0\u2009\u202f\u2007")


@dataclass(slots=True)
class NumeralLexicon:
    """The number words of a pack, by what they may do."""

    cardinals: dict[str, Decimal] = field(default_factory=dict)
    ordinals: dict[str, Decimal] = field(default_factory=dict)
    fractions: dict[str, Decimal] = field(default_factory=dict)
    vague: dict[str, tuple[Decimal, Decimal]] = field(default_factory=dict)
    vague_counts: dict[str, tuple[Decimal, Decimal]] = field(default_factory=dict)
    """several, few: how many of the scale word behind them"""
    tuples: dict[str, Decimal] = field(default_factory=dict)
    multiples: dict[str, Decimal] = field(default_factory=dict)
    folds: dict[str, Decimal] = field(default_factory=dict)
    multipliers: dict[str, Decimal] = field(default_factory=dict)
    idle_vague: frozenset[str] = frozenset(("scores",))
    """Vague plurals with another sense, unless "of" follows."""
    glyphs: dict[str, Decimal] = field(default_factory=dict)
    scales: dict[str, Decimal] = field(default_factory=dict)
    scale_marks: dict[str, Decimal] = field(default_factory=dict)
    glued_marks: dict[str, Decimal] = field(default_factory=dict)
    words: frozenset[str] = frozenset()
    """Every word at which a numeral may start."""


def make_numeral_lexicon(pack: RulePack) -> NumeralLexicon:
    """The number words of the pack's `numerals` and `scales` rules."""
    lexicon = NumeralLexicon()
    tables: dict[str, dict[str, Decimal]] = {
        "cardinal": lexicon.cardinals,
        "ordinal": lexicon.ordinals,
        "fraction": lexicon.fractions,
        "tuple": lexicon.tuples,
        "multiple": lexicon.multiples,
        "fold": lexicon.folds,
        "multiplier": lexicon.multipliers,
    }
    for rule in pack.rules.get("numerals", ()):
        fields: Any = rule.fields
        role = fields["role"]
        if role in ("vague", "vague-count"):
            target = lexicon.vague if role == "vague" else lexicon.vague_counts
            target.update({word: (Decimal(low), Decimal(high)) for word, (low, high) in fields["ranges"].items()})
        elif role == "glyph":
            for glyph, ratio in fields["words"].items():
                over, under = ratio.split("/")
                lexicon.glyphs[glyph] = Decimal(over) / Decimal(under)
        else:
            tables[role].update({word: Decimal(value) for word, value in fields["words"].items()})
    for rule in pack.rules.get("scales", ()):
        fields = rule.fields
        lexicon.scales.update({word: Decimal(value) for word, value in fields.get("words", {}).items()})
        lexicon.scale_marks.update({word: Decimal(value) for word, value in fields.get("any", {}).items()})
        lexicon.glued_marks.update({word: Decimal(value) for word, value in fields.get("glued", {}).items()})
    lexicon.words = frozenset(
        {*lexicon.cardinals, *lexicon.ordinals, *lexicon.fractions, *lexicon.vague, *lexicon.tuples, *lexicon.multiples}
        | {*lexicon.folds, *lexicon.multipliers, *lexicon.glyphs, *lexicon.scales}
    )
    return lexicon


class Numeral:
    """One numeral: tokens `first` to `last` (half-open), its value or range, and one unit of its last written digit."""

    __slots__ = ("first", "high", "last", "low", "ordinal", "raw", "role", "scale", "spelled", "step", "value")

    def __init__(self, first: int, last: int, value: Decimal | None, step: Decimal = ONE, *, spelled: bool = False, role: str = "") -> None:
        self.first, self.last = first, last
        self.value, self.low, self.high = value, value, value
        self.step = step
        self.raw = value
        """The figure before its scale word: 26 in "26 million"."""
        self.scale = ONE
        self.spelled = spelled
        self.ordinal = False
        self.role = role
        """"" for a plain number; vague, tuple, fraction, fold, multiplier, ordinal for the words that need more."""

    def times(self, factor: Decimal, last: int) -> None:
        """Take in a scale word that ends before token `last`."""
        self.value = None if self.value is None else self.value * factor
        self.low = None if self.low is None else self.low * factor
        self.high = None if self.high is None else self.high * factor
        self.step *= factor
        self.scale *= factor
        self.last = last


def read_digits(surface: str, *, decimal_comma: bool = False) -> tuple[Decimal, int] | None:
    """The value and the number of decimals of a digit run with its marks; None where it is no number (28.01.2026, 1.2.3).

    >>> read_digits("1,234.5"), read_digits("1.234,5"), read_digits("12,34,567"), read_digits("4.800")
    ((Decimal('1234.5'), 1), (Decimal('1234.5'), 1), (Decimal('1234567'), 0), (Decimal('4.800'), 3))
    >>> read_digits("4.800", decimal_comma=True), read_digits("192.168.1.2")
    ((Decimal('4800'), 0), None)
    """
    if len(surface) > _MAX_DIGITS:
        return None
    if surface.isascii() and surface.isdigit():
        return Decimal(surface), 0
    points, commas = surface.count("."), surface.count(",")
    if points and commas:
        mark = "." if surface.rfind(".") > surface.rfind(",") else ","
        group = "," if mark == "." else "."
        if surface.count(mark) > 1:
            return None
        whole, decimals = surface.split(mark)
        return _joined(whole.split(group), decimals)
    if not points and not commas:
        return (Decimal(int(surface)), 0) if surface.isdecimal() else None
    mark = "." if points else ","
    parts = surface.split(mark)
    grouped = _is_grouped(parts)
    if len(parts) > 2:
        return _joined(parts, "") if grouped or (mark == "," and _is_indian(parts)) else None
    thousands = "." if decimal_comma else ","
    if mark == thousands and grouped and parts[0] != "0":
        return _joined(parts, "")
    if mark == "," and not decimal_comma and len(parts[1]) > 2:
        return None
    return _joined(parts[:1], parts[1])


def _is_grouped(parts: list[str]) -> bool:
    return len(parts[0]) <= 3 and all(len(part) == 3 for part in parts[1:])


def _is_indian(parts: list[str]) -> bool:
    """1,00,000 and 12,34,567: pairs, then three digits."""
    return len(parts[0]) <= 2 and all(len(part) == 2 for part in parts[1:-1]) and len(parts[-1]) == 3


def _joined(groups: list[str], decimals: str) -> tuple[Decimal, int] | None:
    if len(groups) > 1 and not (_is_grouped(groups) or _is_indian(groups)):
        return None
    return Decimal("".join(groups) + ("." + decimals if decimals else "")), len(decimals)


def step_of(decimals: int) -> Decimal:
    """One unit of the last of so many decimals."""
    return ONE.scaleb(-decimals)


class NumeralReader:
    """Reads the numeral at a token; `decimal_comma` is decided once an article."""

    __slots__ = ("decimal_comma", "lexicon")

    def __init__(self, lexicon: NumeralLexicon, *, decimal_comma: bool = False) -> None:
        self.lexicon, self.decimal_comma = lexicon, decimal_comma

    def read(self, block: Block, at: int) -> Numeral | None:
        """The numeral that starts at token `at` (or at an "a" before it), as long as it goes; None where none does."""
        if block.kinds[at] == NUMBER:
            numeral = self._digits(block, at)
            return None if numeral is None else self._scaled(block, self._with_fraction(block, numeral))
        low = block.lows[at]
        if low in self.lexicon.glyphs:
            numeral = Numeral(at, at + 1, self.lexicon.glyphs[low], role="fraction")
            numeral.step = step_of(2)
            return self._scaled(block, numeral)
        return self._words(block, at, low)

    # digits

    def _digits(self, block: Block, at: int) -> Numeral | None:
        words, kinds = block.words, block.kinds
        surface, first, last = words[at], at, at + 1
        if at > 0 and block.lows[at - 1] == "point" and surface.isdigit() and (at == 1 or kinds[at - 2] != NUMBER and block.lows[at - 2] not in ("percentage", "the", "a", "basis", "this", "at")):
            return Numeral(at - 1, last, Decimal("0." + surface), step_of(len(surface)))
        leading_point = at > 0 and words[at - 1] == "." and block.glued(at) and (at == 1 or not block.glued(at - 1))
        if leading_point and surface.isdigit():
            value, decimals = Decimal("0." + surface), len(surface)
            first = at - 1
        else:
            read = read_digits(surface, decimal_comma=self.decimal_comma)
            if read is None:
                return None
            value, decimals = read
            if decimals == 0 and len(surface) <= 3 and surface.isdigit():
                value, last = self._spaced_thousands(block, at, value)
        numeral = Numeral(first, last, value, step_of(decimals))
        if last < len(words) and block.glued(last) and kinds[last] == WORD and words[last] in ("e", "E"):
            self._exponent(block, numeral)
        elif last + 1 < len(words) and words[last] in ("x", "×", "X") and words[last + 1] == "10":
            self._power_of_ten(block, numeral)
        return numeral

    @staticmethod
    def _spaced_thousands(block: Block, at: int, value: Decimal) -> tuple[Decimal, int]:
        """"1 000 000": groups of three behind single (thin, no-break or plain) spaces."""
        text, last = block.text, at + 1
        while last < len(block) and block.kinds[last] == NUMBER and block.ends[last - 1] + 1 == block.starts[last]:
            group, space = block.words[last], text[block.ends[last - 1]]
            if len(group) > 4 and group[:3].isdigit() and group[3] == "." and group[4:].isdigit():
                return Decimal(f"{value * 1000 + int(group[:3])}.{group[4:]}"), last + 1
            if len(group) != 3 or not group.isdigit() or not (space == " " or space in _THIN_SPACES):
                break
            if space == " " and (last + 1 < len(block) and block.glued(last + 1) and block.words[last + 1] in "-/:"):
                break
            value = value * 1000 + int(group)
            last += 1
        if last == at + 2 and text[block.ends[at]] == " " and block.words[at].startswith("0"):
            return Decimal(block.words[at]), at + 1
        return value, last

    @staticmethod
    def _exponent(block: Block, numeral: Numeral) -> None:
        """"1e10", "4e-3": glued all through."""
        words, at = block.words, numeral.last + 1
        sign = 1
        if at < len(words) and words[at] in "+-−" and block.glued(at):
            sign = 1 if words[at] == "+" else -1
            at += 1
        if at < len(words) and block.glued(at) and words[at].isdigit() and int(words[at][:4]) <= _MAX_EXPONENT:
            factor = ONE.scaleb(sign * int(words[at]))
            numeral.times(factor, at + 1)
            numeral.raw = numeral.value

    @staticmethod
    def _power_of_ten(block: Block, numeral: Numeral) -> None:
        """"3 x 10^8", "8×10−3"."""
        words, at = block.words, numeral.last + 2
        if at < len(words) and words[at] == "^":
            at += 1
        elif at >= len(words) or not block.glued(at):
            return
        sign = 1
        if at < len(words) and words[at] in "-−":
            sign, at = -1, at + 1
        if at < len(words) and block.glued(at) and words[at].isdigit() and int(words[at][:4]) <= _MAX_EXPONENT:
            numeral.times(ONE.scaleb(sign * int(words[at])), at + 1)

    def _with_fraction(self, block: Block, numeral: Numeral) -> Numeral:
        """"5½", "1/4", "7 3/4", "2 and a half"."""
        words, last = block.words, numeral.last
        if last < len(words) and words[last] in self.lexicon.glyphs and numeral.step == ONE:
            _add(numeral, self.lexicon.glyphs[words[last]], step_of(2), last + 1)
            return numeral
        simple = _slashed(block, numeral.first)
        if simple is not None and numeral.last == numeral.first + 1:
            over, under = simple
            if over < under or under in (2, 3, 4):
                numeral.value = numeral.low = numeral.high = numeral.raw = over / under
                numeral.step, numeral.last, numeral.role = step_of(2), numeral.first + 3, "fraction"
            return numeral
        if last < len(words) and block.kinds[last] == NUMBER and not block.glued(last):
            mixed = _slashed(block, last)
            if mixed is not None and mixed[0] < mixed[1] <= 100:
                _add(numeral, mixed[0] / mixed[1], step_of(2), last + 3)
                return numeral
        self._and_a_fraction(block, numeral)
        return numeral

    def _and_a_fraction(self, block: Block, numeral: Numeral) -> None:
        """"two and a half", "one and three quarters", "three-and-a-half"."""
        lows, at = block.lows, numeral.last
        size = len(lows)
        if at < size and lows[at] in _HYPHENS:
            at += 1
        if at + 2 >= size or lows[at] != "and":
            return
        at += 1
        if lows[at] in _HYPHENS:
            at += 1
        over = ONE if lows[at] in ("a", "an", "one") else self.lexicon.cardinals.get(lows[at])
        if over is None or at + 1 >= size:
            return
        at += 1
        if over >= 20 and lows[at] in _HYPHENS and at + 2 < size and 0 < self.lexicon.cardinals.get(lows[at + 1], ONE * 99) < 10:
            over, at = over + self.lexicon.cardinals[lows[at + 1]], at + 2
        if lows[at] in _HYPHENS and at + 1 < size:
            at += 1
        under = self.lexicon.fractions.get(lows[at])
        if under is None or over >= under:
            return
        following = lows[at + 1] if at + 1 < size else ""
        if following == "of":
            return
        if following in self.lexicon.scales and self.lexicon.scales[following] < numeral.scale:
            factor = self.lexicon.scales[following]
            _add(numeral, over / under * factor, factor / 100, at + 2)
            return
        scale = numeral.scale if numeral.scale >= 1000 else ONE
        _add(numeral, over / under * scale, step_of(2) * scale, at + 1)

    def _scaled(self, block: Block, numeral: Numeral) -> Numeral:
        """Take in scale words: "2 million", "2-million", "half a million", "1.2 lakh crore", "2.5bn"."""
        lexicon, lows, words = self.lexicon, block.lows, block.words
        size = len(lows)
        for _ in range(3):
            at = numeral.last
            if at >= size:
                return numeral
            hyphen = lows[at] in _HYPHENS and at + 1 < size
            if hyphen:
                at += 1
            elif lows[at] in ("a", "of") and numeral.role == "fraction" and at + 2 <= size:
                at += 1
                if lows[at - 1] == "of" and lows[at] in ("a", "one") and at + 1 < size:
                    at += 1
                if at < size and lows[at] not in lexicon.scales and lows[at] not in lexicon.multiples:
                    return numeral
            if at >= size:
                return numeral
            low = lows[at]
            factor = lexicon.scales.get(low) or (None if hyphen else lexicon.scale_marks.get(words[at]))
            if factor is None and low in lexicon.multiples and low in ("dozen", "dozens", "score"):
                factor = lexicon.multiples[low]
            if factor is None or (numeral.scale != ONE and low == "hundred"):
                return numeral
            if hyphen and at + 2 < size and lows[at + 1] in _HYPHENS and numeral.value is None:
                return numeral
            numeral.times(factor, at + 1)
            numeral.role = "" if numeral.role == "fraction" else numeral.role
            if numeral.step < 1 and numeral.spelled:
                numeral.step = ONE
            numeral = self._smaller_scale(block, numeral)
            if numeral.value is not None:
                self._and_a_fraction(block, numeral)
                self._and_tens(block, numeral, factor)
        return numeral

    def _and_tens(self, block: Block, numeral: Numeral, factor: Decimal) -> None:
        """"3 hundred and 21": what stands below the hundred."""
        lows, at = block.lows, numeral.last
        if factor != 100 or at + 1 >= len(lows) or lows[at] != "and" or numeral.value is None:
            return
        if at + 2 < len(lows) and lows[at + 2] in self.lexicon.scales:
            return
        if block.kinds[at + 1] == NUMBER and lows[at + 1].isdigit() and len(lows[at + 1]) <= 2:
            _add(numeral, Decimal(lows[at + 1]), ONE, at + 2)
        elif lows[at + 1] in self.lexicon.cardinals:
            tens, _ = _walk_cardinal(block, at + 1, self.lexicon)
            if tens is not None and tens.value is not None and tens.value < 100:
                _add(numeral, tens.value, ONE, tens.last)

    def _smaller_scale(self, block: Block, numeral: Numeral) -> Numeral:
        """"3 million 200 thousand": a smaller scaled figure straight behind."""
        at = numeral.last
        if at + 1 < len(block) and block.kinds[at] == NUMBER and block.lows[at + 1] in self.lexicon.scales and numeral.value is not None:
            read = read_digits(block.words[at], decimal_comma=self.decimal_comma)
            factor = self.lexicon.scales[block.lows[at + 1]]
            if read is not None and read[0] * factor < numeral.scale:
                numeral.value = numeral.low = numeral.high = numeral.value + read[0] * factor
                numeral.step, numeral.last = step_of(read[1]) * factor, at + 2
        return numeral

    # words

    def _words(self, block: Block, at: int, low: str) -> Numeral | None:
        lexicon, lows = self.lexicon, block.lows
        before = lows[at - 1] if at > 0 else ""
        if before in lexicon.vague_counts and (low in lexicon.scales or low == "dozen"):
            return self._several(block, at, lexicon.scales.get(low) or lexicon.multiples[low])
        if low == "dozen" and before in ("a", "an", "the", "per", "each", "every", "last", "past", "first", "other", "another", "about", "nearly", "almost", "than", "least", "over", "some"):
            numeral = Numeral(at - 1 if before in ("a", "an") else at, at + 1, lexicon.multiples[low], spelled=True)
            return self._scaled(block, numeral)
        if low in lexicon.vague:
            if low in lexicon.idle_vague and (at + 1 >= len(lows) or lows[at + 1] != "of"):
                return None
            return self._vague(block, at, low)
        if low in lexicon.folds:
            return Numeral(at, at + 1, lexicon.folds[low], spelled=True, role="fold")
        if low in lexicon.multipliers:
            return Numeral(at, at + 1, lexicon.multipliers[low], spelled=True, role="multiplier")
        if low in lexicon.tuples:
            return self._tuple(block, at, low)
        if low in lexicon.cardinals or low in lexicon.scales:
            return self._cardinal(block, at)
        if low in lexicon.fractions:
            fraction = self._fraction(block, at, low)
            if fraction is not None:
                return fraction
        if low in lexicon.ordinals:
            numeral = Numeral(at, at + 1, lexicon.ordinals[low], spelled=True, role="ordinal")
            numeral.ordinal = True
            return numeral
        return None

    def _several(self, block: Block, at: int, scale: Decimal) -> Numeral:
        """"several hundred", "a few thousand", "several dozen"."""
        first = at - 2 if at > 1 and block.lows[at - 2] == "a" else at - 1
        bottom, top = self.lexicon.vague_counts[block.lows[at - 1]]
        numeral = Numeral(first, at + 1, None, scale, spelled=True, role="vague")
        last = at + 1
        if last < len(block) and block.lows[last] in self.lexicon.scales:
            scale, numeral.last = scale * self.lexicon.scales[block.lows[last]], last + 1
        numeral.low, numeral.high, numeral.step = bottom * scale, top * scale, scale
        return numeral

    def _vague(self, block: Block, at: int, low: str) -> Numeral:
        """"dozens", "tens of thousands", "hundreds of thousands"."""
        lows = block.lows
        bottom, top = self.lexicon.vague[low]
        numeral = Numeral(at, at + 1, None, spelled=True, role="vague")
        if at + 2 < len(lows) and lows[at + 1] == "of" and lows[at + 2] in self.lexicon.vague and bottom > 99:
            inner = self.lexicon.vague[lows[at + 2]][0]
            bottom, top, numeral.last = bottom * inner, top * inner, at + 3
        numeral.low, numeral.high = bottom, top
        numeral.step = bottom
        if at >= 2 and lows[at - 1] == "of" and lows[at - 2] == "tens":
            unit = self.lexicon.vague[low][0]
            numeral.low, numeral.high, numeral.first = unit * 10, unit * 100, at - 2
        return numeral

    def _tuple(self, block: Block, at: int, low: str) -> Numeral | None:
        if at + 1 >= len(block) or block.lows[at + 1] != "of" or (low == "couple" and at > 0 and block.lows[at - 1] in ("the", "young", "married")):
            return None
        return Numeral(at, at + 2, self.lexicon.tuples[low], spelled=True, role="tuple")

    def _fraction(self, block: Block, at: int, low: str) -> Numeral | None:
        """"half", "a third", "a quarter" on their own; with a number before them they belong to that number."""
        lows = block.lows
        before = lows[at - 1] if at > 0 else ""
        after = lows[at + 1] if at + 1 < len(lows) else ""
        scaled = after in ("a", "an") and at + 2 < len(lows) and (lows[at + 2] in self.lexicon.scales or lows[at + 2] in self.lexicon.multiples)
        hyphen_scaled = after in _HYPHENS and at + 4 < len(lows) and lows[at + 2] in ("a",) and lows[at + 4] in self.lexicon.multiples
        if hyphen_scaled:
            numeral = Numeral(at, at + 5, self.lexicon.multiples[lows[at + 4]] / 2, spelled=True)
            return numeral if low == "half" else None
        if low == "half":
            if before in ("first", "second", "1st", "2nd", "other", "better", "latter", "and", "-"):
                return None
            numeral = Numeral(at - 1 if before == "a" and not scaled else at, at + 1, Decimal("0.5"), step_of(1), spelled=True, role="fraction")
            return self._scaled(block, numeral)
        if before in ("a", "one") or (before in _HYPHENS and at >= 2 and lows[at - 2] in ("one", "a")):
            if low.endswith("s") or (low in self.lexicon.ordinals and low not in ("third", "fourth") and after not in ("of", "", ".", ",")):
                return None
            if after in _HYPHENS:
                pass
            elif after not in ("of", "the", "as", "more", "less", "fewer", "larger", "bigger", "smaller", "", ".", ",", ")") and after not in self.lexicon.scales and low != "quarter":
                return None
            return self._scaled(block, Numeral(at - 1, at + 1, ONE / self.lexicon.fractions[low], step_of(2), spelled=True, role="fraction"))
        if low == "quarter" and after in _HYPHENS and at + 2 < len(lows) and block.glued(at + 2) and before not in _HYPHENS and lows[at + 2] not in ("final", "finals", "finalist", "finalists", "back", "century", "master", "on", "end", "over"):
            return Numeral(at, at + 1, Decimal("0.25"), step_of(2), spelled=True, role="fraction")
        return None

    def _cardinal(self, block: Block, at: int) -> Numeral | None:
        numeral, ordinal = _walk_cardinal(block, at, self.lexicon)
        if numeral is None:
            return None
        if ordinal:
            numeral.ordinal, numeral.role = True, "ordinal"
            return numeral
        self._over_fraction(block, numeral)
        if numeral.role != "fraction":
            self._point(block, numeral)
            self._and_a_fraction(block, numeral)
        return self._scaled(block, numeral)

    def _over_fraction(self, block: Block, numeral: Numeral) -> None:
        """"two thirds", "three-quarters", "fifty-four hundredths"; a hundred and three quarters is 100.75."""
        lows, at = block.lows, numeral.last
        if at < len(lows) and lows[at] in _HYPHENS:
            at += 1
        if at >= len(lows) or numeral.value is None:
            return
        under = self.lexicon.fractions.get(lows[at])
        if under is None and self._over_tens(block, numeral, at):
            return
        plural = lows[at].endswith("s") and lows[at] != "halves"
        if under is None or not (numeral.value == 1 or plural or lows[at] == "halves") or (numeral.value == 1 and plural):
            return
        if numeral.value == 1 and lows[at] in self.lexicon.ordinals and lows[at] not in ("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "hundredth", "thousandth"):
            return
        if lows[at] in ("quarters", "quarter") and at + 1 < len(lows) and numeral.value >= 4:
            return
        whole = (numeral.value // 100) * 100 if numeral.value > 100 else Decimal(0)
        numeral.value = numeral.low = numeral.high = numeral.raw = whole + (numeral.value - whole) / under
        numeral.step, numeral.last, numeral.role = step_of(2), at + 1, "fraction"

    def _over_tens(self, block: Block, numeral: Numeral, at: int) -> bool:
        """"three twenty-firsts", "twenty twenty fifths": a composed ordinal below the line."""
        lows, tens = block.lows, self.lexicon.cardinals.get(block.lows[at])
        if tens is None or tens < 20 or tens % 10 != 0 or at + 1 >= len(lows):
            return False
        joint = at + 1 if lows[at + 1] not in _HYPHENS else at + 2
        if joint >= len(lows) or numeral.value is None:
            return False
        ordinal = self.lexicon.ordinals.get(lows[joint].removesuffix("s"))
        if ordinal is None or ordinal >= 10 or (not lows[joint].endswith("s") and numeral.value != 1):
            return False
        numeral.value = numeral.low = numeral.high = numeral.raw = numeral.value / (tens + ordinal)
        numeral.step, numeral.last, numeral.role = step_of(2), joint + 1, "fraction"
        return True

    def _point(self, block: Block, numeral: Numeral) -> None:
        """"two point five", "two hundred point seventy-one"."""
        lows, at = block.lows, numeral.last
        if at + 1 >= len(lows) or lows[at] != "point" or lows[at + 1] not in self.lexicon.cardinals or numeral.value is None:
            return
        digits, at = "", at + 1
        while at < len(lows) and lows[at] in self.lexicon.cardinals and len(digits) < 12:
            value = self.lexicon.cardinals[lows[at]]
            if value >= 20 and at + 2 < len(lows) and lows[at + 1] in _HYPHENS and lows[at + 2] in self.lexicon.cardinals:
                value, at = value + self.lexicon.cardinals[lows[at + 2]], at + 2
            digits += str(value)
            at += 1
        numeral.value = numeral.low = numeral.high = numeral.raw = numeral.value + Decimal("0." + digits)
        numeral.step, numeral.last = step_of(len(digits)), at


def _add(numeral: Numeral, amount: Decimal, step: Decimal, last: int) -> None:
    assert numeral.value is not None
    numeral.value = numeral.low = numeral.high = numeral.raw = numeral.value + amount
    numeral.step, numeral.last = step, last


def _slashed(block: Block, at: int) -> tuple[Decimal, Decimal] | None:
    """The ends of "3/4" at a token: digits, a slash and digits, glued or evenly spaced; not 28/01/2026."""
    words = block.words
    if at + 2 >= len(words) or words[at + 1] not in "/⁄" or not (words[at].isdecimal() and words[at + 2].isdecimal()):
        return None
    glued = block.glued(at + 1)
    if glued != block.glued(at + 2) or len(words[at]) > 4 or len(words[at + 2]) > 4 or int(words[at + 2]) == 0:
        return None
    if at + 3 < len(words) and block.glued(at + 3) and (words[at + 3] in "/⁄" or words[at + 3].isdigit()):
        return None
    if at >= 1 and words[at - 1] in "/⁄":
        return None
    return Decimal(int(words[at])), Decimal(int(words[at + 2]))


def _walk_cardinal(block: Block, at: int, lexicon: NumeralLexicon) -> tuple[Numeral | None, bool]:
    """The longest cardinal in words from a token; True where it ends in an ordinal ("twenty-first")."""
    lows, size = block.lows, len(block)
    cardinals, scales = lexicon.cardinals, lexicon.scales
    total, current, first, last = Decimal(0), None, at, at
    step, top = ONE, None  # top: the last scale taken
    if lows[at] in scales:
        if at == 0 or lows[at - 1] not in ("a", "an"):
            if not (at == 0 or lows[at - 1] in ("than", "of", "over", "under", "by")):
                return None, False
        else:
            first = at - 1
        current = ONE
        last = at
    i = at
    while i < size:
        low = lows[i]
        if low in cardinals:
            value = cardinals[low]
            if current is None:
                current = value
            elif value < 10 and current % 100 >= 20 and current % 10 == 0 and value > 0:
                current += value
            elif current % 100 == 0 and current > 0:
                current += value
            else:
                break
            step = ONE
            last = i = i + 1
        elif low in scales:
            factor = scales[low]
            if factor == 100:
                if current is None or current >= 100:
                    break
                current *= 100
            else:
                if current is None and total == 0:
                    break
                if top is not None and factor >= top:
                    if current is not None:
                        break
                    total *= factor
                else:
                    total += (current if current is not None else ONE) * factor
                current, top = None, factor
            step = factor
            last = i = i + 1
        elif low in _HYPHENS and i + 1 < size and (lows[i + 1] in cardinals or lows[i + 1] in scales or lows[i + 1] in lexicon.ordinals):
            if not _joins(current, lows[i + 1], lexicon):
                break
            i += 1
        elif low == "and" and i + 1 < size and i > at and (top is not None or (current is not None and current >= 100)):
            nxt = lows[i + 1]
            if nxt not in cardinals or not (top is None or top >= 1000) or (top is not None and top > 1000 and not _hundreds_follow(lows, i + 1, lexicon)):
                break
            if current is not None and current % 100 != 0:
                break
            i += 1
        elif low in lexicon.ordinals and current is not None and i > at and _ordinal_joins(current, lexicon.ordinals[low]):
            numeral = Numeral(first, i + 1, total + current + lexicon.ordinals[low], spelled=True)
            return numeral, True
        else:
            break
    if last == at:
        return None, False
    value = total + (current if current is not None else 0)
    numeral = Numeral(first, last, value, step, spelled=True)
    numeral.scale = top if top is not None else ONE
    numeral.raw = value / numeral.scale
    return numeral, False


def _joins(current: Decimal | None, following: str, lexicon: NumeralLexicon) -> bool:
    """True where a hyphen between number words makes one number: twenty-one, two-hundred; not eight-nine."""
    if following in lexicon.scales:
        return current is not None
    value = lexicon.cardinals.get(following, lexicon.ordinals.get(following))
    return current is not None and value is not None and 0 < value < 10 and current % 100 >= 20 and current % 10 == 0


def _ordinal_joins(current: Decimal, value: Decimal) -> bool:
    return (value < 10 and current % 100 >= 20 and current % 10 == 0) or (current % 100 == 0 and value < 100)


def _hundreds_follow(lows: list[str], at: int, lexicon: NumeralLexicon) -> bool:
    """True where a number of hundreds or thousands follows: "two million and three hundred", not "... and three children"."""
    return any(lows[i] in lexicon.scales for i in range(at + 1, min(at + 4, len(lows))) if lows[i - 1] in lexicon.cardinals or lows[i - 1] in _HYPHENS)
