"""Fractions: "3/4", "7 3/4", "two thirds", "three and a half", "one over 20", "a hundred trillionths"."""

from __future__ import annotations

from decimal import Decimal

from ledger.extract.cardinals import read_cardinal
from ledger.extract.number_words import NumeralLexicon
from ledger.extract.numeral import HYPHENS, ONE, Numeral, step_of
from ledger.sources.tokens import MARK, NUMBER, WORD, Block

_SLASHES = "/⁄"
_HALF = Decimal("0.5")
_IMPROPER = frozenset((2, 3, 4))
"""Denominators of improper fractions in digits: 7/4 is one, 24/7 is none."""
_OF_INCHES = frozenset((2, 3, 4, 8, 16))
"""Denominators that a hyphen may join to a whole number: 5-1/2 inches."""
_LONE_FRACTION = 3  # tokens
_ENDINGS = frozenset(("rd", "rds", "th", "ths", "nd", "nds"))
_OWNERS = frozenset(("of", "the", "a", "an", "his", "her", "its", "their", "our", "my", "your", "that", "this"))
_QUARTERED = frozenset("point mile miles inch inches percent percentage cup cups pound ton hour hours".split())
_TIMES_PARTS = (10, 100)
_LOWEST_HIGH_RANK = 100
_RANKED = (["the"], ["its"], ["his"], ["her"], ["their"], ["our"], ["my"], ["a"])
_RATED_OUT_OF = frozenset((5, 10, 20, 100))


def add_written_fraction(block: Block, numeral: Numeral, lexicon: NumeralLexicon) -> bool:
    """Take in a fraction in digits or glyphs: "5½", "1/4", "7 3/4", "9.5/10"; False where none stands there."""
    words, last = block.words, numeral.last
    if last >= len(words):
        return False
    glyph = lexicon.glyphs.get(words[last])
    if glyph is not None and numeral.step == ONE:
        numeral.add(glyph, step_of(2), last + 1)
        return True
    if words[last] in _SLASHES:
        return _slash(block, numeral)
    joined = last + 1 < len(words) and words[last] in HYPHENS and block.glued(last) and block.glued(last + 1)
    at = last + 1 if joined else last
    mixed = None if at == last and block.glued(last) else _slashed(block, at)
    if mixed is None or not mixed[0] < mixed[1] <= 100 or (at > last and int(mixed[1]) not in _OF_INCHES):
        return False
    of_cents = ONE / 100 if numeral.step == ONE / 100 and block.words[numeral.first - 1] == "$" else ONE  # "wheat at $5.12 1/4"
    numeral.add(of_cents * mixed[0] / mixed[1], of_cents * step_of(2), at + 3)
    return True


def _slash(block: Block, numeral: Numeral) -> bool:
    """ "1/4", "7/4", "9.5/10": the number is the one above the line."""
    under = _under_slash(block, numeral.last)
    over = numeral.value
    if under is None or over is None or numeral.last != numeral.first + 1 or len(block.words[numeral.first]) > 4:
        return False
    rated = over < under and int(under) in _RATED_OUT_OF
    alone = len(block) == _LONE_FRACTION  # "22/7" as a line of its own
    if (numeral.step < ONE and not rated) or (over >= under and int(under) not in _IMPROPER and not alone):
        return False
    last = numeral.first + 3
    ending = last < len(block) and block.lows[last] in _ENDINGS and block.glued(last)  # "2/3rds"
    numeral.become(over / under, step_of(2), last + 1 if ending else last)
    numeral.role = "fraction"
    return True


def _slashed(block: Block, at: int) -> tuple[Decimal, Decimal] | None:
    """The ends of "3/4" at a token."""
    if at + 2 >= len(block) or not block.words[at].isdecimal() or len(block.words[at]) > 4:
        return None
    under = _under_slash(block, at + 1)
    return None if under is None else (Decimal(int(block.words[at])), under)


def _under_slash(block: Block, at: int) -> Decimal | None:
    """What stands below the slash at a token: digits, glued or evenly spaced; not in 28/01/2026."""
    words = block.words
    if at + 1 >= len(words) or words[at] not in _SLASHES or not words[at + 1].isdecimal() or len(words[at + 1]) > 4:
        return None
    if block.glued(at) != block.glued(at + 1) or int(words[at + 1]) == 0:
        return None
    if at + 2 < len(words) and (words[at + 2] in _SLASHES or (block.glued(at + 2) and words[at + 2].isdecimal())):
        return None
    if at >= 2 and words[at - 2] in _SLASHES:
        return None
    return Decimal(int(words[at + 1]))


def add_spoken_fraction(block: Block, numeral: Numeral, lexicon: NumeralLexicon) -> None:
    """ "two and a half", "one and three quarters", "three-and-a-half", "two and a half million", "2.5 million and a half"."""
    lows, at = block.lows, _past_hyphen(block, numeral.last)
    if at + 1 >= len(lows) or lows[at] not in ("and", "&") or numeral.value is None:
        return
    found = _proper_fraction(block, _past_hyphen(block, at + 1), lexicon)
    if found is None:
        _add_unit_and_fraction(block, numeral, at + 1, lexicon)
        return
    fraction, last = found
    following = lows[last] if last < len(lows) else ""
    if following == "of" or (block.lows[at + 1] == "half" and following in _OWNERS):
        return
    factor = lexicon.scales.get(following)
    if factor is not None and factor < numeral.scale:
        numeral.add(fraction * factor, factor / 100, last + 1)
        return
    least = 1_000_000 if numeral.spelled and lows[at + 1] == "one" else 1000  # "ten thousand and one half" adds no five hundred
    scale = numeral.scale if numeral.scale >= least else lexicon.multiples.get(lows[numeral.last - 1], ONE)
    numeral.add(fraction * scale, step_of(2) * scale, last)


def _proper_fraction(block: Block, at: int, lexicon: NumeralLexicon) -> tuple[Decimal, int] | None:
    """ "a half", "three quarters", "fifty-four hundredths", "3/4", "half" at a token: its value below one, and the token behind it."""
    lows = block.lows
    if at >= len(lows):
        return None
    if block.kinds[at] == NUMBER:
        written = _slashed(block, at)
        return None if written is None or written[0] >= written[1] else (written[0] / written[1], at + 3)
    if lows[at] == "half":
        return _HALF, at + 1
    if lows[at] in ("a", "an"):
        over, at = ONE, at + 1
    else:
        numeral = read_cardinal(block, at, lexicon)
        if numeral is None or numeral.ordinal or numeral.value is None or numeral.scale != ONE:
            return None
        over, at = numeral.value, numeral.last
    at = _past_hyphen(block, at)
    under = lexicon.fractions.get(lows[at]) if at < len(lows) else None
    return None if under is None or over >= under else (over / under, at + 1)


def _add_unit_and_fraction(block: Block, numeral: Numeral, at: int, lexicon: NumeralLexicon) -> None:
    """ "twenty and three and three fifths"."""
    unit = lexicon.cardinals.get(block.lows[at]) if at + 1 < len(block) else None
    if unit is None or not 0 < unit < 10 or numeral.value is None or numeral.value % 10 != 0 or at + 1 >= len(block):
        return
    found = _proper_fraction(block, at + 2, lexicon) if block.lows[at + 1] == "and" else None
    if found is not None and numeral.spelled:
        numeral.add(unit + found[0], step_of(2), found[1])


def put_over_fraction_word(block: Block, numeral: Numeral, lexicon: NumeralLexicon) -> None:
    """ "two thirds", "three twenty-firsts", "one one hundred and fifth"; "one hundred and three quarters" is 100.75."""
    if numeral.value is None or numeral.value <= 0:
        return
    found = _hyphened_denominator(block, numeral, lexicon) or _denominator(block, _past_hyphen(block, numeral.last), lexicon)
    if found is None or not _fits(block, numeral, found, lexicon):
        return
    over, under, last = found
    tail = numeral.tail if numeral.tail is not None and over is None else Decimal(0)
    whole = numeral.value - tail if 0 < tail < under else Decimal(0)
    numeral.become(whole + ((over or numeral.value) - whole) / under, step_of(2), last)
    numeral.role = "" if whole else "fraction"


def take_high_rank(block: Block, numeral: Numeral, lexicon: NumeralLexicon) -> bool:
    """Take in the end of "the 10 millionth visitor", "her one hundredth game", "the seven hundredth": a rank, and no part."""
    at = _past_hyphen(block, numeral.last)
    if at >= len(block) or numeral.step != ONE or numeral.value is None:
        return False
    rank = lexicon.ordinals.get(block.lows[at], Decimal(0))
    if rank < _LOWEST_HIGH_RANK or ends_phrase(block, at + 1) or block.kinds[at + 1] != WORD:
        return False
    if numeral.value <= 1 and block.lows[numeral.first - 1 : numeral.first] not in _RANKED:
        return False
    numeral.times(rank, at + 1)
    numeral.ordinal, numeral.role = True, "ordinal"
    return True


def put_digits_over_word(block: Block, numeral: Numeral, lexicon: NumeralLexicon) -> None:
    """ "5 eighths", "2 thirds", "3 quarters of the crew"; "3 quarters" alone are nine months, "1 third place" is a rank."""
    at = _past_hyphen(block, numeral.last)
    if numeral.step != ONE or numeral.value is None or not 0 < numeral.value < 100 or at >= len(block):
        return
    low = block.lows[at]
    if low not in lexicon.fractions or (numeral.value == 1 and not ends_phrase(block, at + 1)):
        return
    if low.startswith("quarter") and block.lows[at + 1 : at + 2] != ["of"]:
        return
    if low.startswith("quarter") and block.lows[at + 2 : at + 3] not in (["a"], ["the"], ["an"], ["all"], ["its"], ["their"]):
        return
    put_over_fraction_word(block, numeral, lexicon)


Denominator = tuple[Decimal | None, Decimal, int]
"""The numerator where it is not the numeral's value, the denominator, and the token behind it."""


def _fits(block: Block, numeral: Numeral, found: Denominator, lexicon: NumeralLexicon) -> bool:
    """True where numerator and denominator agree: one third, two thirds; not "one twenty-first birthday", "four quarters of growth"."""
    over, last = found[0] or numeral.value, found[2]
    word = block.lows[last - 1]
    scaled = over is not None and over > 1 and last < len(block) and block.lows[last] in lexicon.scales  # "three quarter million"
    if word.endswith("s") == (over == 1) and not scaled and not _is_three_quarter(block, numeral, last):
        return False
    if word == "quarters" and last < len(block) and (numeral.tail or numeral.value or 0) >= 4:
        return False
    return over != 1 or word in lexicon.fractions or ends_phrase(block, last)


def _is_three_quarter(block: Block, numeral: Numeral, last: int) -> bool:
    """True for the adjective of "a three-quarter-mile run", "a three quarter point rise"."""
    if numeral.value != 3 or block.lows[last - 1] != "quarter" or last >= len(block):
        return False
    return block.lows[last - 2] in HYPHENS or block.lows[last] in _QUARTERED


def _hyphened_denominator(block: Block, numeral: Numeral, lexicon: NumeralLexicon) -> Denominator | None:
    """ "one hundred twenty-fifths" is 100/25: the hyphen takes the tens below the line."""
    at, value = numeral.last, numeral.value
    if value is None or at + 1 >= len(block) or block.lows[at] not in HYPHENS:
        return None
    ordinal = _plural_ordinal(block.lows[at + 1], lexicon)
    tens = lexicon.cardinals.get(block.lows[at - 1], Decimal(0))
    if ordinal is not None and ordinal >= 1000 and block.lows[at - 1] == "hundred" and value < 1000:
        return value / 100, 100 * ordinal, at + 2  # "three hundred-thousandths"
    if ordinal is None or not 0 < ordinal < 10 or tens < 20 or tens % 10 != 0 or value <= tens:
        return None
    return value - tens, tens + ordinal, at + 2


def _denominator(block: Block, at: int, lexicon: NumeralLexicon) -> Denominator | None:
    """ "thirds", "hundred thousandths", "twenty-firsts", "one hundred and fifth" at a token, and the token behind."""
    lows = block.lows
    if at >= len(lows):
        return None
    under = lexicon.fractions.get(lows[at]) or _rare_fraction(lows[at], lexicon)
    if under is not None:
        return None, under, at + 1
    if lows[at] == "hundred" and at + 1 < len(lows):  # "one hundred and five hundred thousandths"
        under = _plural_ordinal(lows[at + 1], lexicon)
        return None if under is None or under < 1000 else (None, 100 * under, at + 2)
    if lows[at] not in lexicon.cardinals:
        return None
    numeral = read_cardinal(block, at, lexicon)
    if numeral is None or numeral.value is None:
        return None
    if numeral.ordinal:
        return None, numeral.value, numeral.last
    last = _past_hyphen(block, numeral.last)
    ordinal = (_plural_ordinal(lows[last], lexicon) or lexicon.ordinals.get(lows[last])) if last < len(lows) else None
    if ordinal is None or (not lows[last].endswith("s") and ordinal < 1000):
        return None
    if numeral.value == 1 or (numeral.value in _TIMES_PARTS and ordinal >= 1000):
        return None, numeral.value * ordinal, last + 1  # "two one-thousandths", "two ten-thousandths"
    composed = ordinal < 10 and numeral.value % 10 == 0 and numeral.value >= 20
    return (None, numeral.value + ordinal, last + 1) if composed else None


def _rare_fraction(low: str, lexicon: NumeralLexicon) -> Decimal | None:
    """ "twentieths", "sixtieth": an ordinal that no list of fractions holds."""
    under = lexicon.ordinals.get(low) or _plural_ordinal(low, lexicon)
    return under if under is not None and under > 2 else None


def _plural_ordinal(low: str, lexicon: NumeralLexicon) -> Decimal | None:
    return lexicon.ordinals.get(low[:-1]) if low.endswith("s") else None


def put_over_number(block: Block, numeral: Numeral, lexicon: NumeralLexicon) -> None:
    """ "one over 20", "1 over one hundred and twenty one": a whole number over a larger one that ends the phrase; "5 over 3" as a line."""
    at = numeral.last + 1
    if at >= len(block) or block.lows[numeral.last] != "over" or numeral.step != ONE or numeral.scale != ONE or numeral.value is None:
        return
    if block.words[at].isdecimal() and len(block.words[at]) <= 6:
        under, last = Decimal(int(block.words[at])), at + 1
    else:
        other = read_cardinal(block, at, lexicon)
        if other is None or other.value is None or other.ordinal or other.scale != ONE or other.first != at:
            return
        under, last = other.value, other.last
    alone = numeral.first == 0 and last == len(block)  # "2000 over 3"
    ends = numeral.value < under and (last >= len(block) or block.words[last] in ".,;:)?!")
    if numeral.value > 0 and under > 0 and (alone or ends):
        numeral.become(numeral.value / under, step_of(2), last)
        numeral.role = "fraction"


def ends_phrase(block: Block, at: int) -> bool:
    """True where nothing stands at a token that a number before it could count or rank."""
    return at >= len(block) or block.lows[at] == "of" or (block.kinds[at] == MARK and block.words[at] not in HYPHENS)


def _past_hyphen(block: Block, at: int) -> int:
    return at + 1 if at < len(block) and block.lows[at] in HYPHENS else at


def is_singular_ordinal_fraction(block: Block, numeral: Numeral) -> bool:
    """True for "a twenty-first" with nothing behind that it could rank."""
    return numeral.last - numeral.first > 1 and ends_phrase(block, numeral.last)
