"""Figures: a numeral with its currency mark, scale and unit; two of them for a range. The one quantity grammar."""

from __future__ import annotations

from collections.abc import Container
from decimal import Decimal

from ledger.extract.measures import HYPHENS, Currency, Measure, MeasureLexicon, currency_before, measure_after
from ledger.extract.numerals import ONE, Numeral, NumeralReader
from ledger.sources.tokens import MARK, NUMBER, WORD, Block

DASHES = frozenset("-–—‒−~‐‑∼")
_ORDINAL_SUFFIXES = frozenset(("st", "nd", "rd", "th"))
_MINUS = frozenset("-−–")
_SOFT = frozenset(
    "about around roughly approximately nearly almost some ~ over under more less than at least most up to as many much well just perhaps possibly maybe even".split()
)
_CHANGE = frozenset(
    "rose rise rises rising risen fell fall falls falling fallen up down gained gain gains gaining lost lose loses added add climbed climb jumped jump "
    "surged surge dropped drop drops declined decline slipped slip slid slide advanced advance increased decreased grew tumbled plunged sank edged "
    "soared dipped eased shed rallied retreated".split()
)


class Figure:
    """A quantity at a place: tokens `first` to `last` (half-open), magnitude, kind and unit. Built up by the stages of F3."""

    __slots__ = (
        "adjectival", "base", "bound_by", "converts", "currency_prefix", "direction", "entity", "first", "head", "high", "index", "kind", "last",
        "low", "measure_first", "minor", "noun_class", "noun_first", "noun_last", "numeral_first", "numeral_last", "ordinal", "per", "qualifiers", "range_order", "raw", "role",
        "rules", "scale", "scope", "spelled", "step", "unit", "value", "weight", "words_first", "words_last",
    )  # fmt: skip

    def __init__(self, numeral: Numeral) -> None:
        self.first, self.last = numeral.first, numeral.last
        self.numeral_first, self.numeral_last = numeral.first, numeral.last
        self.value, self.low, self.high = numeral.value, numeral.low, numeral.high
        self.step, self.scale, self.raw = numeral.step, numeral.scale, numeral.raw
        self.spelled, self.ordinal, self.role = numeral.spelled, numeral.ordinal, numeral.role
        self.kind, self.unit, self.per = "", "", ""
        self.currency_prefix = False
        self.minor = False
        """True for an amount in cents, pence and the like."""
        self.adjectival = False
        self.measure_first = numeral.last
        self.range_order = 0  # 1 for a range written upwards, -1 downwards
        self.index = -1
        self.converts: Figure | None = None
        self.bound_by: Figure | None = None
        self.qualifiers: list[str] = ["at_least"] if numeral.role == "digits" else []
        self.words_first, self.words_last = numeral.first, numeral.last  # with the hedges
        self.noun_first, self.noun_last, self.head = -1, -1, -1
        self.entity, self.noun_class = "", ""
        self.direction, self.weight, self.base, self.scope = "", "core", "", ""
        self.rules: list[str] = []

    @property
    def bare(self) -> bool:
        """True for a number without currency, percent or unit."""
        return not self.kind

    @property
    def is_range(self) -> bool:
        return self.value is None

    def times(self, factor: Decimal) -> None:
        """Scale the whole figure (a shared scale word, a minor currency unit)."""
        self.value = None if self.value is None else self.value * factor
        self.low = None if self.low is None else self.low * factor
        self.high = None if self.high is None else self.high * factor
        self.step *= factor

    def negate(self) -> None:
        """Turn the sign."""
        self.value = None if self.value is None else -self.value
        low = None if self.low is None else -self.low
        self.low = None if self.high is None else -self.high
        self.high = low

    def take_measure(self, measure: Measure) -> None:
        """Give the figure its unit; its tokens go on to the end of it."""
        self.measure_first = self.last
        self.kind, self.unit, self.last = measure.kind, measure.unit, measure.last
        self.adjectival = measure.hyphen
        if measure.factor != ONE:
            self.minor = measure.factor < ONE
            self.times(measure.factor)


class FigureReader:
    """Reads the figure at a token: number, currency, percent, unit, range, compound and rate."""

    __slots__ = ("blocked", "measures", "numerals")

    def __init__(self, numerals: NumeralReader, measures: MeasureLexicon) -> None:
        self.numerals, self.measures = numerals, measures
        self.blocked: Container[int] = ()
        """Tokens of the block that belong to dates: no second end of a range starts there."""

    def measure_of(self, block: Block, at: int) -> Measure | None:
        """The currency or unit that starts at a token, for "dozens of miles", "thousands of dollars"."""
        measure = measure_after(block, at, self.measures, spelled=True)
        return measure if measure is not None and measure.kind in ("physical", "currency") else None

    def read(self, block: Block, at: int) -> Figure | None:
        """The figure whose numeral starts at token `at`, as far as it goes; None where there is no number."""
        figure = self._side(block, at)
        if figure is None or figure.ordinal:
            return figure
        ranged = self._range(block, figure)
        if ranged is None:
            self._compound(block, figure)
            self._tolerance(block, figure)
        return figure

    # one side

    def _side(self, block: Block, at: int) -> Figure | None:
        numeral = self.numerals.read(block, at)
        if numeral is None:
            return None
        figure = Figure(numeral)
        if numeral.ordinal or numeral.role == "multiplier" or self._ordinal_suffix(block, figure):
            return figure
        currency = currency_before(block, numeral.first, self.measures)
        if currency is None and numeral.first > 1 and block.words[numeral.first - 1] in _MINUS and block.glued(numeral.first) and block.glued(numeral.first - 1):
            currency = currency_before(block, numeral.first - 1, self.measures)  # "$-99.99"
            if currency is not None:
                figure.negate()
        if currency is not None:
            self._take_prefix(figure, currency)
        self._glued_scale(block, figure)
        self._sign(block, figure)
        if currency is not None:
            self._repeated_currency(block, figure)
        else:
            measure = measure_after(block, figure.last, self.measures, spelled=figure.spelled)
            if measure is not None:
                figure.take_measure(measure)
            elif figure.role == "fraction":
                self._fraction_of_unit(block, figure)
        return figure

    @staticmethod
    def _ordinal_suffix(block: Block, figure: Figure) -> bool:
        """"32nd": digits with a glued st, nd, rd or th."""
        at = figure.last
        if figure.spelled or at >= len(block) or block.lows[at] not in _ORDINAL_SUFFIXES or not block.glued(at) or figure.step < ONE:
            return False
        figure.last, figure.ordinal = at + 1, True
        return True

    @staticmethod
    def _take_prefix(figure: Figure, found: tuple[int, Currency]) -> None:
        figure.first, currency = found
        figure.kind, figure.unit, figure.currency_prefix = "currency", currency.code, True
        if currency.factor != ONE:
            figure.times(currency.factor)

    def _repeated_currency(self, block: Block, figure: Figure) -> None:
        """"$5 million USD", "RM5 ringgit": the same currency told twice."""
        if figure.last < len(block):
            measure = measure_after(block, figure.last, self.measures, spelled=False)
            if measure is not None and measure.kind == "currency" and measure.factor == ONE and (measure.unit == figure.unit or block.words[figure.first] == "$"):
                figure.last, figure.unit = measure.last, measure.unit

    def _fraction_of_unit(self, block: Block, figure: Figure) -> None:
        """"half a mile", "a quarter of an hour", "fourth of liter"."""
        lows, at = block.lows, figure.last
        if at < len(lows) and lows[at] == "of":
            at += 1
        if at < len(lows) and lows[at] in ("a", "an"):
            at += 1
        if at > figure.last and at < len(lows):
            measure = measure_after(block, at, self.measures, spelled=True)
            if measure is not None and measure.kind in ("physical", "currency") and block.lows[measure.last - 1][-1:] != "s":
                figure.take_measure(measure)

    def _glued_scale(self, block: Block, figure: Figure) -> None:
        """"$2.5m", "100K", "3M", "1.2m people": a letter that may be a scale or a unit."""
        at = figure.last
        if figure.spelled or figure.scale != ONE or at >= len(block) or block.kinds[at] != WORD:
            return
        word = block.words[at]
        factor = self.numerals.lexicon.glued_marks.get(word)
        if factor is None:
            return
        money = figure.kind == "currency"
        if not block.glued(at) and not (word in ("k", "K") and self._at_end(block, at + 1)) and not (money and word in ("m", "M", "b", "B", "k", "K", "cr", "T", "t") or word in ("k", "K", "M", "B", "cr") and self._counts(block, at + 1)):
            return
        if at + 1 < len(block) and block.glued(at + 1) and block.kinds[at + 1] == NUMBER:
            return
        if not money and word not in ("k", "K", "cr"):
            if word in ("mm", "t", "MM") or not (self._counts(block, at + 1) or (word in ("M", "B", "G") and self._at_end(block, at + 1))):
                return
        figure.scale *= factor
        figure.times(factor)
        figure.last = figure.numeral_last = at + 1

    def _counts(self, block: Block, at: int) -> bool:
        """True where a noun, a unit or a currency follows that a million could count: "1.2m tons", "5M users"."""
        if at >= len(block) or block.kinds[at] == NUMBER:
            return False
        if self.measures.suffix.right(block.words, at) or self.measures.names.right(block.lows, at):
            return True
        if block.kinds[at] != WORD:
            return False
        low = block.lows[at]
        if low == "of":
            behind = next((i for i in range(at + 1, min(at + 5, len(block))) if block.lows[i] not in ("its", "the", "their", "his", "her", "our") and block.lows[i].endswith("s")), None)
            return behind is not None and not block.lows[behind].endswith("ss")
        if self.measures.units.right(block.lows, at) or self.measures.marks.right(block.words, at):
            return low not in ("in", "to", "a")
        return low.endswith(("s", "people", "men", "women", "children")) and not low.endswith(("ss", "us", "is", "’s", "'s"))

    @staticmethod
    def _at_end(block: Block, at: int) -> bool:
        return at >= len(block) or (block.kinds[at] == MARK and block.words[at] in ".,;:)!?")

    @staticmethod
    def _sign(block: Block, figure: Figure) -> None:
        """A minus glued before the figure, with nothing glued before it; "minus" and "negative" in words."""
        at = figure.first - 1
        if at < 0:
            return
        word = block.words[at]
        if word in _MINUS:
            alone = at == 0 or not block.glued(at) or block.words[at - 1] in "([<>=~≤≥"
            spaced = not block.glued(figure.first)
            if alone and (not spaced or at == 0 or word == "−" or _before_minus(block, at)) and not (word == "–" and spaced):
                figure.first = at
                figure.negate()
        elif block.lows[at] in ("minus", "negative") and (at == 0 or block.kinds[at - 1] != NUMBER):
            figure.first = at
            figure.negate()
        elif word == "+" and block.glued(figure.first) and (at == 0 or not block.glued(at)):
            figure.first = at

    # ranges

    def _range(self, block: Block, figure: Figure) -> Figure | None:
        """Take in the second end where a connector and another number follow; None where they do not."""
        if figure.role in ("tuple", "fold", "vague") and figure.role != "vague":
            return None
        joint = self._connector(block, figure)
        if joint is None:
            return None
        at, connector = joint
        at = _past_hedge(block, at)
        other = self._other_side(block, at)
        if other is None or not self._makes_range(block, figure, other, connector):
            return None
        _merge(block, figure, other)
        return figure

    @staticmethod
    def _connector(block: Block, figure: Figure) -> tuple[int, str] | None:
        """The connector behind a figure: the token after it, and what it is (dash, to, and, or)."""
        words, lows, at = block.words, block.lows, figure.last
        size = len(words)
        if at + 1 >= size:
            return None
        low = lows[at]
        if low in DASHES:
            left, right = block.glued(at), block.glued(at + 1)
            if lows[at + 1] in ("to", "and", "or") and at + 2 < size and low in "-‑":
                tail = at + 2
                return (tail, "hyphen-" + lows[at + 1]) if left else None
            if left != right and low not in "~∼":
                return (at + 1, "dash") if not right and figure.kind == "" and low in "–" and False else None
            return at + 1, ("dash" if left else "spaced-dash")
        if low in ("to", "through", "till", "until"):
            if words[at + 1] == "-" and block.glued(at + 1) and at + 2 < size and block.glued(at + 2):
                return at + 2, "to"
            return at + 1, "to"
        if low in ("and", "or"):
            return at + 1, low
        if low == "up" and lows[at + 1] == "to":
            return at + 2, "to"
        return None

    def _other_side(self, block: Block, at: int) -> Figure | None:
        """The figure that may be the far end of a range: at a number, or behind its currency mark or sign."""
        size = len(block)
        for skip in range(4):
            i = at + skip
            if i >= size or i in self.blocked:
                return None
            if block.kinds[i] == NUMBER or block.lows[i] in self.numerals.lexicon.words or block.lows[i] in ("a", "an"):
                if block.lows[i] in ("a", "an"):
                    i += 1
                    if i >= size or block.lows[i] not in self.numerals.lexicon.scales and block.lows[i] not in ("half", "quarter", "third", "dozen", "fourth"):
                        return None
                side = self._side(block, i)
                return side if side is not None and side.first <= at and not side.ordinal and side.role not in ("tuple", "fold", "multiplier") else None
            if block.kinds[i] == WORD and block.glued(i + 1 if i + 1 < size else i) is False and block.words[i].isalpha() and not block.words[i].isupper():
                return None
        return None

    def _makes_range(self, block: Block, a: Figure, b: Figure, connector: str) -> bool:
        if a.kind and b.kind and not _same_measure(a, b):
            return False
        if not b.kind and a.kind and b.currency_prefix:
            return False
        before = block.lows[a.first - 1] if a.first > 0 else ""
        before2 = block.lows[a.first - 2] if a.first > 1 else ""
        soft = before in _SOFT
        opener = before if not soft else before2
        if connector == "and":
            return opener == "between" or (soft and "between" in block.lows[max(0, a.first - 4) : a.first])
        if connector == "or":
            return _is_either(a, b)
        if connector.startswith("hyphen-"):
            return connector == "hyphen-to" and a.kind == ""
        if connector == "to":
            if before in _CHANGE and before != "between":
                return False
            if a.role == "fraction" and b.role != "fraction":
                return False
            if not a.kind and not b.kind and before in ("by", "a", "win", "won", "beat", "lost") and before2 not in ("from", "between"):
                return _rising(a, b) and opener != "a"
            return b.raw is not None and a.raw is not None
        return self._dash_range(block, a, b, connector)

    @staticmethod
    def _dash_range(block: Block, a: Figure, b: Figure, connector: str) -> bool:
        """A dash makes a range of rising ends, or of falling ones that share a unit; 3-1 is a score, 555-1234 a telephone number."""
        if a.spelled != b.spelled or block.glued(a.first) and block.words[a.first - 1] in HYPHENS:
            return False
        if b.last < len(block) and block.words[b.last] in DASHES and block.glued(b.last) and b.last + 1 < len(block) and block.kinds[b.last + 1] == NUMBER:
            return False
        if connector == "spaced-dash" and a.bare and b.bare and block.words[a.last] == "-":
            return _rising(a, b)
        if b.bare and a.bare and block.words[b.numeral_first].startswith("0") and len(block.words[b.numeral_first]) > 1:
            return False
        return _rising(a, b) or bool(b.kind) and not a.spelled

    # compounds

    def _compound(self, block: Block, figure: Figure) -> None:
        """"5 ft 2 in", "2 yards, 7 feet", "3 dollars 50 cents": one amount in parts of one dimension."""
        for _ in range(2):
            at = figure.last
            if figure.kind not in ("physical", "currency") or at >= len(block) or figure.adjectival or figure.value is None:
                return
            if block.lows[at] in (",", "and") and at + 1 < len(block):
                at += 1
                if block.lows[at] == "and" and at + 1 < len(block):
                    at += 1
            if not (block.kinds[at] == NUMBER or block.lows[at] in self.numerals.lexicon.cardinals):
                return
            other = self._side(block, at)
            if other is None or other.value is None or other.first != at:
                return
            if not self._join_part(block, figure, other):
                return

    @staticmethod
    def _join_part(block: Block, figure: Figure, part: Figure) -> bool:
        parts = _PARTS.get((figure.unit, part.unit))
        if parts is not None and figure.unit in ("hour", "minute") and block.words[part.first - 1] in (",", "and"):
            return False  # "3 hours and 20 minutes" stay two durations, "1hr 4 mins" is one
        if figure.kind == "currency":
            minor = part.minor and not figure.minor
            bare = part.bare and figure.step == ONE and not figure.currency_prefix and block.words[part.first - 1] not in (",", "and") and part.value is not None and part.value < 100 and part.spelled
            if not (minor or bare) or figure.step < ONE or part.value is None or figure.value is None:
                return False
            amount = part.value if minor else part.value / 100
            figure.value = figure.low = figure.high = figure.value + amount
            figure.step, figure.last = Decimal("0.01"), part.last
            return True
        if parts is None or part.value is None or figure.value is None:
            return False
        unit, left, right = parts
        figure.value = figure.low = figure.high = figure.value * left + part.value * right
        figure.unit, figure.step, figure.last = unit, min(figure.step * left, part.step * right), part.last
        return True

    def _tolerance(self, block: Block, figure: Figure) -> None:
        """"2,000.45±0.01 pounds": the tolerance goes with the figure."""
        at = figure.last
        if at + 1 < len(block) and block.words[at] == "±" and block.kinds[at + 1] == NUMBER:
            other = self._side(block, at + 1)
            if other is not None and not other.is_range:
                figure.last = other.last
                if figure.bare and other.kind:
                    figure.kind, figure.unit = other.kind, other.unit


_FOOT = Decimal(12)
_PARTS: dict[tuple[str, str], tuple[str, Decimal, Decimal]] = {
    ("foot", "inch"): ("foot", ONE, ONE / _FOOT),
    ("yard", "foot"): ("foot", Decimal(3), ONE),
    ("yard", "inch"): ("inch", Decimal(36), ONE),
    ("mile", "foot"): ("foot", Decimal(5280), ONE),
    ("mile", "yard"): ("yard", Decimal(1760), ONE),
    ("pound", "ounce"): ("pound", ONE, ONE / Decimal(16)),
    ("stone", "pound"): ("pound", Decimal(14), ONE),
    ("meter", "centimeter"): ("centimeter", Decimal(100), ONE),
    ("kilometer", "meter"): ("meter", Decimal(1000), ONE),
    ("kilogram", "gram"): ("gram", Decimal(1000), ONE),
    ("hour", "minute"): ("minute", Decimal(60), ONE),
    ("minute", "second"): ("second", Decimal(60), ONE),
}


def _before_minus(block: Block, at: int) -> bool:
    """True where a spaced dash can only be a minus: after a preposition or a form of "be", and no dash closes the aside."""
    return block.lows[at - 1] in ("is", "to", "of", "at", "below", "from", "was", "convert", "=", "<", ">") and block.kinds[at + 1] == NUMBER


def _past_hedge(block: Block, at: int) -> int:
    """Past hedges between connector and second end: "between 2 g and about 7 g", "2 - ~7", "up to as many as 40"."""
    for _ in range(3):
        if at + 1 < len(block) and block.lows[at] in _SOFT:
            at += 1
    return at


def _same_measure(a: Figure, b: Figure) -> bool:
    return a.kind == b.kind and (a.unit == b.unit or a.kind == "currency" and "$" in (a.unit + b.unit))


def _rising(a: Figure, b: Figure) -> bool:
    if a.raw is None or b.raw is None:
        return a.low is not None and b.high is not None and a.low < b.high
    return a.raw < b.raw or (a.value is not None and b.value is not None and a.value < b.value)


def _is_either(a: Figure, b: Figure) -> bool:
    """"two or three boats": neighbouring small numbers, the second the larger."""
    if a.raw is None or b.raw is None or a.role or b.role or a.scale != b.scale and a.scale != ONE:
        return False
    if a.kind and not b.kind:
        return False
    return a.raw < b.raw and (b.raw - a.raw <= max(ONE, a.raw) or b.raw <= 10) and b.raw <= 3 * max(a.raw, ONE)


def _merge(block: Block, a: Figure, b: Figure) -> None:
    """Make one range of two ends: they share scale and unit where only one end tells it."""
    if a.scale == ONE and b.scale != ONE and a.raw is not None and b.raw is not None and a.raw < b.raw * 10 and _shares_scale(a, b):
        a.times(b.scale)
    if not a.kind and b.kind:
        a.kind, a.unit = b.kind, b.unit
        a.adjectival = b.adjectival
        a.measure_first = b.measure_first
        if b.kind == "currency" and not b.currency_prefix and b.step < ONE and a.step == ONE and b.raw is not None and b.value is not None and b.raw != b.value and b.scale == ONE:
            a.times(Decimal("0.01"))
    elif a.kind and not b.kind and not a.currency_prefix:
        b.kind, b.unit = a.kind, a.unit
    low_a, high_a, low_b, high_b = a.low, a.high, b.low, b.high
    assert low_a is not None and high_a is not None and low_b is not None and high_b is not None
    a.range_order = 1 if low_a <= low_b else -1
    a.low, a.high = min(low_a, low_b), max(high_a, high_b)
    a.value = None if a.low != a.high else a.low
    a.step = min(a.step, b.step)
    a.last, a.numeral_last, a.adjectival = b.last, b.numeral_last, b.adjectival
    a.scale = max(a.scale, b.scale)
    a.role = ""


def _shares_scale(a: Figure, b: Figure) -> bool:
    """"$26-31 million" and "between $26 and $31 million" share the scale, "$200 to $4 million" does not."""
    assert a.raw is not None and b.raw is not None
    return a.raw < b.raw
