"""Figures: a numeral with its currency mark, sign, scale and unit; two of them for a range. The one quantity grammar."""

from __future__ import annotations

from collections.abc import Container
from decimal import Decimal

from ledger.extract.compounds import join_parts, take_inches, take_tolerance
from ledger.extract.figure import Figure
from ledger.extract.measures import Found, Measure, MeasureLexicon, currency_before, measure_after, name_before, past_tail
from ledger.extract.money import Before, dollars_of
from ledger.extract.numeral import HYPHENS, ONE
from ledger.extract.numerals import NumeralReader
from ledger.extract.percents import percent_after
from ledger.extract.ranges import DASHES, Connector, find_connector, makes_range, merge, past_soft_words, past_times
from ledger.extract.scale_letters import take_scale_letter
from ledger.extract.unit_phrases import fraction_of_unit, lone_unit
from ledger.sources.tokens import NUMBER, WORD, Block

__all__ = ["DASHES", "Figure", "FigureReader"]

_ORDINAL_SUFFIXES = frozenset(("st", "nd", "rd", "th"))
_TIMES = frozenset(("second", "minute", "hour", "day", "week", "month", "year", "decade", "century"))
_MINUS = frozenset("-−–")
_FEWEST_CENTS, _CENTS = 10, 100
_OPENERS = frozenset("([<>=~≤≥")
_NO_END_OF_RANGE = frozenset(("tuple", "fold", "multiplier", "digits"))
_OF_AGE = frozenset(("age", "ages", "aged"))
_LARGEST = Decimal(10) ** 60
_THOUSANDTH = Decimal("0.001")


class FigureReader:
    """Reads the figure at a token: number, currency, percent, unit, range, compound."""

    __slots__ = ("_letters", "_soft", "blocked", "measures", "numerals")

    def __init__(self, numerals: NumeralReader, measures: MeasureLexicon) -> None:
        self.numerals, self.measures = numerals, measures
        self._letters = numerals.lexicon.glued_marks
        self._soft = measures.grammar.soft
        self.blocked: Container[int] = ()
        """Tokens of the block that belong to dates: no second end of a range starts there."""

    def measure_of(self, block: Block, at: int) -> Measure | None:
        """The currency or unit that starts at a token, for "dozens of miles", "thousands of dollars"."""
        measure = measure_after(block, at, self.measures, spelled=True)
        return measure if measure is not None and measure.kind in ("physical", "currency") else None

    def read(self, block: Block, at: int) -> Figure | None:
        """The figure whose numeral starts at token `at`, as far as it goes; None where there is no number."""
        figure = self._side(block, at)
        if figure is None or figure.ordinal or figure.high is None or abs(figure.high) > _LARGEST:
            return figure if figure is not None and figure.ordinal else None
        take_inches(block, figure)
        if not self._take_range(block, figure):
            join_parts(block, figure, self._part)
            take_tolerance(block, figure, self._part)
        return figure

    def read_line(self, block: Block) -> Figure | None:
        """The figure of a line that is an amount without a number, "a kilogram"; None for every other line."""
        numeral = lone_unit(block, self.measure_of)
        if numeral is None:
            return None
        figure = Figure(numeral)
        self._take_measure(block, figure)
        return figure

    # one side

    def _side(self, block: Block, at: int, *, signed: bool = True, money: bool = False) -> Figure | None:
        """One number with its currency, sign, scale and unit; `money` where it can only be an amount of money: the 2m of "$1.5m-2m"."""
        numeral = self.numerals.read(block, at)
        if numeral is None or numeral.ordinal:
            numeral = fraction_of_unit(block, at, self.numerals.lexicon, self.measure_of) or numeral
        if numeral is None:
            return None
        figure = Figure(numeral)
        if numeral.ordinal or numeral.role == "multiplier" or self._take_ordinal_suffix(block, figure):
            return figure
        self._take_decade(block, figure)
        currency = self._currency_before(block, figure)
        take_scale_letter(block, figure, self._letters, self.measures, money=money)
        if signed:
            self._take_sign(block, figure)
        self._take_restatement(block, figure)
        if figure.role == "fraction" and self._take_whole_unit(block, figure):
            return figure
        if currency is not None:
            self._take_repeated_currency(block, figure)
        else:
            self._take_measure(block, figure)
        self._take_below_zero(block, figure)
        if figure.unit in self.measures.grammar.no_cents:
            self._take_thousands(figure)
        return figure

    def _part(self, block: Block, at: int) -> Figure | None:
        """A part of a compound amount: one side that starts at the token itself."""
        lexicon, low = self.numerals.lexicon, block.lows[at]
        fraction = low in ("a", "one") and at + 1 < len(block) and block.lows[at + 1] in lexicon.fractions
        if not (block.kinds[at] == NUMBER or low in lexicon.cardinals or fraction):
            return None
        side = self._side(block, at + 1 if fraction else at)
        return side if side is not None and side.first == at and not side.ordinal else None

    def _take_measure(self, block: Block, figure: Figure) -> None:
        """The unit behind the number, or a currency named before it."""
        if figure.kind:
            return
        measure = measure_after(block, figure.last, self.measures, spelled=figure.spelled, percents_only=figure.role == "digits")
        if measure is None and not figure.role:
            tail = past_tail(block, figure.last, self.measures)
            measure = measure_after(block, tail, self.measures, spelled=figure.spelled) if tail > figure.last else None
        if measure is not None:
            figure.take_measure(measure)
        elif figure.role == "fraction":
            self._take_unit_of_fraction(block, figure)
        elif figure.bare and not figure.spelled and figure.first > 0 and block.kinds[figure.first - 1] == WORD:
            found = name_before(block, figure.first, figure.last, self.measures)
            if found is not None:
                self._take_prefix(figure, found)
        elif figure.bare and figure.spelled and figure.first > 1:
            self._take_one_and_cents(block, figure)

    def _take_one_and_cents(self, block: Block, figure: Figure) -> None:
        """ "a dollar fifty" is 1.50 dollars; not "paid a dollar fifty times"."""
        found, value = self.measures.names.left(block.lows, figure.first), figure.value
        if found is None or found[0] < 1 or block.lows[found[0] - 1] != "a" or value is None or not _FEWEST_CENTS <= value < _CENTS:
            return
        if (
            figure.last < len(block)
            and block.kinds[figure.last] == WORD
            and block.lows[figure.last] not in self.measures.grammar.after_amount
        ):
            return
        figure.become(ONE + value / _CENTS, ONE / _CENTS, figure.last)
        figure.kind, figure.unit, figure.first = "currency", found[1].code, found[0] - 1

    @staticmethod
    def _take_ordinal_suffix(block: Block, figure: Figure) -> bool:
        """ "32nd": digits with a glued st, nd, rd or th."""
        at = figure.last
        if figure.spelled or at >= len(block) or block.lows[at] not in _ORDINAL_SUFFIXES or not block.glued(at) or figure.step < ONE:
            return False
        if block.words[at] == "st" and block.words[at - 1][-1] != "1":
            return False  # 12st is a weight
        figure.last, figure.ordinal = at + 1, True
        return True

    def _currency_before(self, block: Block, figure: Figure) -> Before | None:
        """Take the currency mark before the number, or before its minus: "$-99.99"."""
        first = figure.first
        found = currency_before(block, first, self.measures)
        if found is None and first > 1 and block.words[first - 1] in _MINUS and block.glued(first) and block.glued(first - 1):
            found = currency_before(block, first - 1, self.measures)
            if found is not None:
                figure.negate()
        if found is not None:
            self._take_prefix(figure, found)
        return found

    @staticmethod
    def _take_prefix(figure: Figure, found: Before) -> None:
        figure.first, currency = found
        figure.kind, figure.unit, figure.currency_prefix = "currency", currency.code, True
        figure.part = currency.part
        if currency.factor != ONE:
            figure.times(currency.factor)

    def _take_repeated_currency(self, block: Block, figure: Figure) -> None:
        """ "$5 million USD", "RM5 ringgit": the same currency told twice."""
        if figure.last >= len(block) or block.words[figure.last] in HYPHENS:
            return
        measure = measure_after(block, figure.last, self.measures, spelled=False) or dollars_of(block, figure.last, self.measures)
        if measure is None or measure.kind != "currency" or measure.factor != ONE:
            return
        if measure.unit == figure.unit or block.words[figure.first] == "$":
            figure.last, figure.unit = measure.last, measure.unit

    def _take_unit_of_fraction(self, block: Block, figure: Figure) -> None:
        """ "half a mile", "a quarter of an hour", "fourth of liter", "half of one percent", "a quarter-point"."""
        lows, at = block.lows, figure.last
        if at < len(lows) and (lows[at] == "of" or (lows[at] in HYPHENS and block.glued(at))):
            at += 1
        if at < len(lows) and lows[at] in ("a", "an", "one"):
            at += 1
        if at >= len(lows) or (at == figure.last and lows[at] != "point"):
            return
        measure = self.measure_of(block, at) or percent_after(block, at)
        if measure is not None and not lows[measure.last - 1].endswith("s"):
            figure.take_measure(measure)
        elif lows[at] == "point" and block.lows[at + 1 : at + 2] != ["of"]:
            figure.kind, figure.unit, figure.entity, figure.last = "count", "point", "point", at + 1

    def _take_whole_unit(self, block: Block, figure: Figure) -> bool:
        """Take in the one unit before "and a half": "an hour and a half", "a mile and a quarter"."""
        lows, joint = block.lows, figure.first - 1
        if joint < 2 or lows[joint] != "and" or figure.value is None:
            return False
        found = self.measures.units.left(lows, joint)
        if found is None or found[0] < 1 or lows[found[0] - 1] not in ("a", "an") or lows[joint - 1].endswith("s"):
            return False
        if not _stands_for_itself(block, figure.last) and (found[1] in _TIMES or lows[figure.last] != "of"):
            return False  # but "a pound and a half of mince"
        figure.first, figure.kind, figure.unit = found[0] - 1, "physical", found[1]
        figure.become(figure.value + 1, figure.step, figure.last)
        figure.role = ""
        return True

    def _take_sign(self, block: Block, figure: Figure) -> None:
        """A minus before the figure, "minus" and "negative" in words, an idle plus, and "plus or minus"."""
        at = figure.first - 1
        if at < 0:
            return
        word, alone = block.words[at], at == 0 or not block.glued(at) or block.words[at - 1] in _OPENERS
        if word in _MINUS:
            spelled = at > 0 and block.lows[at - 1] in self.measures.grammar.minus  # "minus-20 degree temperatures"
            if spelled or (alone and self._is_minus(block, at)):
                figure.first = at - spelled
                figure.negate()
        elif block.lows[at] in self.measures.grammar.minus:
            if block.lows[max(0, at - 2) : at] == ["plus", "or"]:
                tolerance = at > 2 and block.kinds[at - 3] == NUMBER  # "5.3 plus or minus 0.2 kg"
                figure.first = figure.first if tolerance else at - 2
            elif at == 0 or block.kinds[at - 1] != NUMBER:
                figure.first = at
                figure.negate()
        elif word == "+" and alone and block.glued(figure.first):
            figure.first = at

    def _is_minus(self, block: Block, at: int) -> bool:
        """True for a dash that touches its number; behind a space only where no dash could stand for anything else."""
        if block.glued(at + 1):
            return not _is_pair(block, at)
        if block.words[at] == "–":
            return False
        if at == 0 or block.words[at] == "−":
            return True
        return block.kinds[at + 1] == NUMBER and block.lows[at - 1] in self.measures.grammar.before_minus

    def _take_restatement(self, block: Block, figure: Figure) -> None:
        """ "twenty-one (21) days": the same number told twice."""
        at = figure.last
        if at + 2 >= len(block) or block.words[at] != "(" or figure.value is None:
            return
        other = self.numerals.read(block, at + 1) if self._starts_number(block, at + 1) else None
        if other is None or other.first != at + 1 or other.spelled == figure.spelled or other.value != figure.value:
            return
        if other.last < len(block) and block.words[other.last] == ")":
            figure.last = other.last + 1

    def _starts_number(self, block: Block, at: int) -> bool:
        return block.kinds[at] == NUMBER or block.lows[at] in self.numerals.lexicon.cardinals

    def _take_decade(self, block: Block, figure: Figure) -> None:
        """ "his 30s", "mid-30s", "the late 50s", "early thirties": ten years of age, degrees and the like."""
        tail = _decade_tail(block, figure.last)
        glued_s = tail > 0
        if not glued_s and figure.role != "vague":
            return
        words, value = self.measures.grammar, figure.value if figure.value is not None else figure.low
        if value is None or not 10 <= value <= 90 or value % 10 != 0:
            return
        at = figure.first - 1
        if at > 0 and block.words[at] in HYPHENS:
            at -= 1
        part = block.lows[at] if at >= 0 else ""
        spans = ((words.early, (0, 3)), (words.middle, (4, 6)), (words.late, (7, 9)))
        span = next((span for listed, span in spans if part in listed), None)
        told = at > 1 and glued_s and part in ("and", "or", "to") and block.lows[at - 1] == "s" and block.kinds[at - 2] == NUMBER
        if span is None and part not in words.decade and not told:
            return
        figure.first = at if span is not None else figure.first
        low, high = span or (0, 9)
        figure.value, figure.low, figure.high = None, value + low, value + high
        figure.last += tail
        figure.numeral_last, figure.role = figure.last, "vague"
        owner = at - 3 if told else figure.first - 1  # "in their 20s and 30s"
        if owner >= 0 and block.lows[owner] in words.owner:
            figure.kind, figure.unit, figure.entity = "physical", "year", "age"

    def _take_below_zero(self, block: Block, figure: Figure) -> None:
        """ "12 degrees below zero" is minus twelve, "12 degrees above zero" twelve."""
        at = figure.last
        below = at < len(block) and block.lows[at] in self.measures.grammar.below
        if at + 1 >= len(block) or not (below or block.lows[at] == "above") or block.lows[at + 1] != "zero":
            return
        if (figure.bare or figure.unit.startswith("degree")) and figure.low is not None and figure.low > 0:
            if below:
                figure.negate()
            figure.last = at + 2
            if figure.bare:
                figure.kind, figure.unit = "physical", "degree"

    @staticmethod
    def _take_thousands(figure: Figure) -> None:
        """ "500.000 VND" is half a million: a currency without cents has no three decimals."""
        if figure.step == _THOUSANDTH and figure.scale == ONE and figure.raw is not None and 1 <= figure.raw < 1000:
            figure.times(1 / _THOUSANDTH)

    # ranges

    def _take_range(self, block: Block, figure: Figure) -> bool:
        """Take in the second end where a connector and another number follow; False where they do not."""
        if figure.role in _NO_END_OF_RANGE:
            return figure.role == "fold" and self._take_times(block, figure, figure.last)
        times = past_times(block, figure.last) if figure.bare else figure.last
        if times > figure.last and self._take_times(block, figure, times):
            return True
        rate = self._rate_before_end(block, figure) if figure.kind == "currency" else None
        connector = Connector(rate[0] + 1, "to") if rate is not None else find_connector(block, figure)
        if connector is None:
            return False
        other = self._other_side(block, past_soft_words(block, connector.last, self._soft), connector, money=figure.currency_prefix)
        if other is not None and other.role == "fold":
            return figure.bare and not figure.role and self._join_times(block, figure, other)
        if other is None or not makes_range(block, figure, other, connector.kind, self.measures.grammar):
            return False
        merge(block, figure, other)
        if rate is not None:
            figure.per, figure.unit = rate[1], f"{figure.unit} / {rate[1]}"
        banded = block.lows[figure.last : figure.last + 1] == ["age"]  # "the 18-24 age group"
        if figure.bare and (banded or not _OF_AGE.isdisjoint(block.lows[max(0, figure.first - 3) : figure.first])):
            figure.kind, figure.unit, figure.entity = "physical", "year", "age"  # "between the ages of 18 and 25"
        return True

    def _rate_before_end(self, block: Block, figure: Figure) -> Found | None:
        """(the token of the "to", the unit) of a rate that only the near end tells: "from $75 a barrel to $46"; not where both do."""
        at, lows = figure.last, block.lows
        if figure.first < 1 or lows[figure.first - 1] != "from" or at + 3 >= len(lows):
            return None
        rate = self.measures.units.right(lows, at + 1) if lows[at] in ("a", "an", "per") else None
        if rate is None or rate[0] + 2 >= len(lows) or lows[rate[0]] != "to":
            return None
        other = self._number_near(block, rate[0] + 1)
        side = None if other is None else self._side(block, other)
        if side is None or side.kind != "currency" or lows[side.last : side.last + 1] in (["a"], ["an"], ["per"]):
            return None
        return rate

    def _take_times(self, block: Block, figure: Figure, last: int) -> bool:
        """Take in the second end of "threefold to fivefold", "3-fold to 5-fold", "2x-3x": both ends with the word of multiplication."""
        kept, figure.last = figure.last, last
        connector = find_connector(block, figure)
        other = None if connector is None else self._other_side(block, past_soft_words(block, connector.last, self._soft), connector)
        alike = other is not None and (other.role == "fold" or (other.bare and past_times(block, other.last) > other.last))
        if other is not None and alike and self._join_times(block, figure, other):
            return True
        figure.last = kept
        return False

    @staticmethod
    def _join_times(block: Block, figure: Figure, other: Figure) -> bool:
        """Make one range of two rising multiples; False where they do not rise."""
        if figure.raw is None or other.raw is None or figure.raw >= other.raw:
            return False
        merge(block, figure, other)
        figure.role = other.role
        return True

    def _other_side(self, block: Block, at: int, connector: Connector, *, money: bool = False) -> Figure | None:
        """The figure that may be the far end of a range: at a number, or behind its currency mark or sign."""
        start = self._number_near(block, at)
        if start is None:
            return None
        side = self._side(block, start, signed=connector.kind != "half-dash", money=money)
        if side is None or side.first > at or side.ordinal or side.role in _NO_END_OF_RANGE - {"fold"}:
            return None
        return side

    def _number_near(self, block: Block, at: int) -> int | None:
        """The token of the first number from a token on, past marks and codes of currencies and an "a"."""
        words = self.numerals.lexicon.words
        for i in range(at, min(at + 4, len(block))):
            if i in self.blocked:
                return None
            low = block.lows[i]
            if block.kinds[i] == NUMBER or low in words:
                return i
            if low in ("a", "an") and i + 1 < len(block) and not block.glued(i + 1):
                return i + 1 if block.lows[i + 1] in words else None
            if low not in self.measures.grammar.minus and _is_plain_word(block, i) and self.measures.prefix.right(block.words, i) is None:
                return None
        return None


def _is_plain_word(block: Block, at: int) -> bool:
    """True for a word that is no code and no prefix of what follows it."""
    word = block.words[at]
    return block.kinds[at] == WORD and word.isalpha() and not word.isupper() and not (at + 1 < len(block) and block.glued(at + 1))


def _decade_tail(block: Block, at: int) -> int:
    """How many tokens the ending of "30s" or "40's" takes at a token; 0 where none stands there."""
    if at >= len(block) or not block.glued(at):
        return 0
    if block.lows[at] == "s":
        return 1
    apostrophe = block.words[at] in "'’" and at + 1 < len(block) and block.lows[at + 1] == "s" and block.glued(at + 1)
    return 2 if apostrophe else 0


def _is_pair(block: Block, dash: int) -> bool:
    """True for the dash of "a 19 -7 run": whole numbers on both sides and no sign of percent behind."""
    if dash == 0 or not (block.words[dash - 1].isdigit() and block.words[dash + 1].isdigit()):
        return False
    return block.words[dash + 2 : dash + 3] != ["%"]


def _stands_for_itself(block: Block, at: int) -> bool:
    """True where "and a half" is not the half of something: "an hour and a half later", not "an hour and a half of the crew"."""
    return at >= len(block) or block.lows[at] not in ("of", "the", "-")
