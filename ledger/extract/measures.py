"""What a number is measured in: percents, currencies and physical units behind it."""

from __future__ import annotations

from ledger.extract.grammar_words import GrammarWords
from ledger.extract.measure_lexicon import Currency, Measure, MeasureLexicon, make_measure_lexicon
from ledger.extract.money import currency_after, currency_before, name_before
from ledger.extract.percents import percent_after
from ledger.extract.unit_powers import with_power
from ledger.sources.tokens import MARK, NUMBER, WORD, Block

__all__ = [
    "HYPHENS",
    "Currency",
    "Found",
    "Measure",
    "MeasureLexicon",
    "currency_before",
    "make_measure_lexicon",
    "measure_after",
    "name_before",
]

HYPHENS = frozenset("-‐‑")
_DEGREES = frozenset("°º˚")
_CLEAR_MARKS = frozenset("WV")
"""Weak marks of one letter that count something hardly ever."""
_GLUED_PARTS = frozenset(
    (large, small)
    for larges, smalls in (
        (("ft",), ("in",)),
        (("h", "hr", "hrs"), ("m", "min", "mins")),
        (("m", "min", "mins"), ("s", "sec", "secs")),
        (("m",), ("cm",)),
        (("st",), ("lb", "lbs")),
        (("lb", "lbs"), ("oz",)),
    )
    for large in larges
    for small in smalls
)
"""Marks that two parts of one amount may end in when all of it is run together."""
_MEASURED = frozenset(
    "force current charge load thrust tension resistance voltage power energy field capacitance inductance luminosity speed velocity "
    "distance height length depth width radius diameter altitude frequency pressure mass weight work flow thickness span".split()
)
_NAMESAKES = frozenset("tesla siemens newton pascal kelvin henry gray curie weber joule watt volt hertz coulomb faraday gauss".split())
_LONG_BUT_WEAK = frozenset(("in", "am", "pm", "us", "at"))
_LONG_RATE = 3
_SHORT_WORD = 2
"""Tokens of "tons a year"."""
_QUOTATION = 200  # tokens to look back for the opening mark

Found = tuple[int, str]
"""The token behind a unit, and the unit."""


def measure_after(block: Block, at: int, lexicon: MeasureLexicon, *, spelled: bool, percents_only: bool = False) -> Measure | None:
    """The measure that starts at token `at`, behind a number; None where a noun or nothing follows."""
    if at >= len(block):
        return None
    hyphen = block.words[at] in HYPHENS and at + 1 < len(block) and (block.glued(at + 1) or block.glued(at))
    if hyphen:
        at += 1
    share = percent_after(block, at)
    if share is not None or percents_only:
        return share
    return currency_after(block, at, lexicon, hyphen=hyphen) or _unit_after(block, at, lexicon, spelled=spelled, hyphen=hyphen)


def past_tail(block: Block, at: int, lexicon: MeasureLexicon) -> int:
    """The token behind the hedge that stands between a number and a word: "20 or more miles", "30-odd boats"; `at` where none does."""
    hit = lexicon.tails.right(block.lows, at)
    if hit is None or hit[0] >= len(block) or block.kinds[hit[0]] == NUMBER or block.lows[hit[0]] == "than":
        return at
    return at if block.words[at] == "+" and not block.glued(at) else hit[0]


def _unit_after(block: Block, at: int, lexicon: MeasureLexicon, *, spelled: bool, hyphen: bool) -> Measure | None:
    """The physical unit at token `at`: the longest surface that any table knows."""
    named = _not_ago(block, at, lexicon.units.right(block.lows, at), lexicon)
    if named is not None and spelled and block.lows[at] in lexicon.digits:
        named = None
    found = named
    if block.words[at] in lexicon.mark_starts:
        scaled = lexicon.scaled.right(block.words, at)
        found = _longer(named, _mark_at(block, at, lexicon, hyphen=hyphen))
        if scaled is not None and (found is None or scaled[0] > found[0]):
            return Measure(scaled[0], "physical", scaled[1][1], scaled[1][0], hyphen)
    if found is None or _is_no_unit(block, at, found[0], lexicon.grammar, spelled=spelled):
        return None
    last, unit = _with_degrees(block, at, _without_full_stop(block, at, found), lexicon)
    last, unit = with_power(block, last, unit, lexicon)
    if unit == "degree":
        unit = _named_scale(block, last, lexicon) or unit
    return Measure(last, "physical", unit, hyphen=hyphen)


def _not_ago(block: Block, at: int, found: Found | None, lexicon: MeasureLexicon) -> Found | None:
    """The tons of "28 million tons a year earlier", which are no tons a year."""
    if (
        found is None
        or found[0] - at < _LONG_RATE
        or block.lows[found[0] : found[0] + 1] not in (["earlier"], ["ago"], ["later"], ["before"])
    ):
        return found
    if block.lows[found[0] - 2] not in ("a", "an"):
        return found
    return lexicon.units.right(block.lows[at : found[0] - 2], 0) and (found[0] - 2, _under_line(found[1]))


def _under_line(unit: str) -> str:
    return unit.partition(" / ")[0]


def _named_scale(block: Block, last: int, lexicon: MeasureLexicon) -> str:
    """The unit of "40 degrees on the Fahrenheit scale"; "" where no scale is named."""
    lows = block.lows
    if lows[last : last + 2] not in (["on", "the"], ["in", "the"]) or lows[last + 3 : last + 4] != ["scale"]:
        return ""
    scale = lexicon.units.right(lows, last + 2)
    return scale[1] if scale is not None and scale[1].startswith("degree_") else ""


def _longer(a: Found | None, b: Found | None) -> Found | None:
    """The one that goes on further; of two that end together the first."""
    if a is None or b is None:
        return b if a is None else a
    return b if b[0] > a[0] else a


def _mark_at(block: Block, at: int, lexicon: MeasureLexicon, *, hyphen: bool) -> Found | None:
    """The longest unit mark at a token: km, km2 with its glued digit, weak ones where nothing is counted, glued ones where they are."""
    words, tight = block.words, hyphen or block.glued(at)
    found = lexicon.marks.right(words, at)
    power = lexicon.powers.right(words, at)
    if power is not None and _is_power(block, at, power[0]):
        found = _longer(found, power)
    weak = lexicon.weak.right(words, at)
    if weak is not None and (tight or _stands_alone(block, weak[0], lexicon) or _is_told_of(block, at)):
        found = _longer(found, weak)
    return _longer(found, lexicon.glued.right(words, at)) if tight else found


def _is_told_of(block: Block, at: int) -> bool:
    """True behind "a force of 20", "a current of 3.5": what is measured is named, so that a lone N or A is its unit."""
    return at > 2 and block.lows[at - 2] == "of" and block.lows[at - 3] in _MEASURED


def _is_power(block: Block, at: int, last: int) -> bool:
    """True where the digit behind a unit is glued to it and to nothing else: km2; not "5ft3in"."""
    apart = not (last < len(block) and block.glued(last) and block.kinds[last] == WORD)
    return apart and all(block.glued(i) for i in range(at + 1, last) if block.kinds[i] == NUMBER)


def _stands_alone(block: Block, last: int, lexicon: MeasureLexicon) -> bool:
    """True where nothing that could be counted follows a spaced weak mark: "5 m.", "5 m x 3 m", "12 h"."""
    if last >= len(block) or block.words[last - 1] in _CLEAR_MARKS or block.words[last - 1] in _DEGREES:
        return True
    mark, low = block.lows[last - 1], block.lows[last]
    if last + 1 < len(block) and block.words[last + 1] in "^⁻" and block.glued(last + 1):
        return True  # "9.8 m s^-2"
    if mark == "in":
        return block.kinds[last] == MARK or low in lexicon.grammar.after_inches
    if len(mark) > 1 and mark not in _LONG_BUT_WEAK:
        return True
    if block.kinds[last] == NUMBER:
        return last + 1 < len(block) and block.words[last + 1] in lexicon.mark_starts  # "1 m 20 cm"
    return low in lexicon.grammar.after_mark or (block.kinds[last] == MARK and low not in ("$", "'", "’"))


def _is_no_unit(block: Block, at: int, last: int, grammar: GrammarWords, *, spelled: bool) -> bool:
    """True for what only looks like a unit: the end of a quotation, the s of "the 2010s", the letters of a code (L-202, m212)."""
    words = block.words
    hyphened = words[at - 1] in HYPHENS
    if _is_acronym(block, at, last) or _is_namesake(block, at, last) or _is_length_of_each(block, last, hyphen=hyphened):
        return True
    letter = block.kinds[at] == WORD and len(words[at]) == 1
    if letter and last + 1 < len(block) and words[last] in HYPHENS and block.glued(last):
        if block.kinds[last + 1] == NUMBER:
            return words[at] not in words[last + 2 : last + 3]  # "5m-10m"
        if not block.glued(at) and block.glued(last + 1) and len(words[last + 1]) > _SHORT_WORD:
            return True  # "10 T-shirts"
    if words[at] == "in" and last + 1 < len(block) and words[last] in HYPHENS and block.glued(last) and block.glued(last + 1):
        return block.kinds[last + 1] == NUMBER or block.lows[last + 1] not in grammar.after_inches  # "a one-in-ten chance"
    if block.lows[at] == "second" and last + 1 < len(block) and words[last] in HYPHENS and not hyphened and block.lows[last + 1] != "long":
        return block.glued(last) and block.glued(last + 1)  # "3 second-hand bikes"
    if words[at] == "s" and at > 0 and len(words[at - 1]) == 4 and words[at - 1].isdigit():
        return True
    if words[at] in "CFf" and last < len(block) and (block.lows[last] in grammar.not_degrees or _slashed_letters(block, last)):
        return True
    if words[at] in "'’" and last < len(block) and words[last] == "s" and block.glued(last):
        return True  # "the 40's"
    if words[at] in '"”' and (spelled or _closes_quotation(block, at)):
        return True
    if not (block.kinds[last - 1] == WORD and last < len(block) and block.glued(last) and block.kinds[last] == NUMBER):
        return False
    smaller = block.lows[last + 1] if last + 1 < len(block) and block.glued(last + 1) else ""
    return (block.lows[at], smaller) not in _GLUED_PARTS  # "5ft3in", "1h30m"


def _is_namesake(block: Block, at: int, last: int) -> bool:
    """True for the maker of "16 Tesla chargers": a unit that has the name of a person, with a capital, before another word."""
    return block.lows[at] in _NAMESAKES and block.words[at].istitle() and last < len(block) and block.kinds[last] == WORD


def _is_length_of_each(block: Block, last: int, *, hyphen: bool) -> bool:
    """True for the hour of "24 hour-long films", which are so many films."""
    if hyphen or last + 2 >= len(block) or block.words[last] not in HYPHENS or block.lows[last + 1] != "long":
        return False
    return block.glued(last) and block.lows[last + 2].endswith("s") and not block.lows[last - 1].endswith("s")


def _slashed_letters(block: Block, last: int) -> bool:
    """True for the slash of "C/O"; not of "180C/350F"."""
    return block.words[last] == "/" and block.glued(last) and not (last + 1 < len(block) and block.kinds[last + 1] == NUMBER)


def _is_acronym(block: Block, at: int, last: int) -> bool:
    """True for the first letter of "R and D", "R & D", "M&A"."""
    if last - at != 1 or last + 1 >= len(block) or block.lows[last] not in ("and", "&") or block.glued(at):
        return False
    letters = (block.words[at], block.words[last + 1])
    return all(len(letter) == 1 and letter.isalpha() and letter.isupper() for letter in letters)


def _closes_quotation(block: Block, at: int) -> bool:
    """True where a quotation is open before the mark at a token."""
    before = block.words[max(0, at - _QUOTATION) : at]
    if block.words[at] == '"':
        return before.count('"') % 2 == 1
    return before.count("“") > before.count("”")


def _without_full_stop(block: Block, at: int, found: Found) -> Found:
    """The stop of "80 kg." ends the sentence, unless it goes on in lower case ("5 ft. tall")."""
    last = found[0]
    ends = block.words[last - 1] == "." and last - at > 1 and not (last < len(block) and block.words[last][0].islower())
    return (last - 1, found[1]) if ends else found


def _with_degrees(block: Block, at: int, found: Found, lexicon: MeasureLexicon) -> Found:
    """ "37 ° celsius": the scale behind the sign of degrees."""
    last, unit = found
    if block.words[last - 1] not in _DEGREES or last != at + 1:
        return found
    scale = lexicon.units.right(block.lows, last)
    return scale if scale is not None and scale[1].startswith("degree_") else (last, unit)
