"""Letters behind a number that may be a scale or a unit: "$2.5m", "100K", "3M", "1.2m people"."""

from __future__ import annotations

from decimal import Decimal

from ledger.extract.figure import Figure
from ledger.extract.measure_lexicon import MeasureLexicon
from ledger.extract.numeral import ONE
from ledger.sources.tokens import MARK, NUMBER, WORD, Block

_THOUSANDS = frozenset(("k", "K", "cr"))
"""Letters that scale whatever follows."""
_ONLY_MONEY = frozenset(("mm", "MM", "t", "mil", "mill", "bil"))
_AT_END = frozenset(("M", "B", "G", "b", "T"))
"""Letters that scale a bare number with nothing behind it."""
_SPACED_BEFORE_NOUNS = frozenset(("k", "K", "M", "B", "cr"))
_SPACED_WITH_MONEY = frozenset(("m", "M", "MM", "b", "B", "k", "K", "cr", "T", "t", "mil", "mill", "bil"))
_SHORT_WORDS = frozenset(("mil", "mill", "bil"))
"""Short for a scale word where money is told: "5 mil dollars"; a mil is a length elsewhere."""
_RUPEES = frozenset(("INR", "PKR", "NPR", "BDT"))
"""Currencies whose amounts an L scales to lakhs: "Rs 12L"."""
_NEAR = 12
_LARGE = 10
_SHORTEST_NAME = 4
_SHORT_LINE = 4
_WARMTH = frozenset("temperature temperatures cooled cooling heated warmed absolute superconductor boils melts freezes".split())
"""Words near a K that is a kelvin."""
_GENERATIONS = frozenset("123456")
"""What stands before the G of a network: "5G phones"."""
_COUNTED = frozenset(
    "sales subscribers users downloads population viewers customers members followers deliveries circulation audience shipments "
    "unemployed jobless passengers visitors households refugees migrants views streams signups registrations".split()
)
_NEAR_COUNTED = 6
_REACHED = frozenset(
    "hit hits reach reached reaches top tops topped pass passed passes exceed exceeded surpass surpassed to from at total totalled".split()
)
RACED = frozenset(
    "hurdles hurdlers runners sprinters swimmers athletes walkers racers finals semifinals semi-finals heats races relays freestyle".split()
)
"""Plurals that stand behind the metres of a race: "400m hurdles"."""
_PAID = frozenset("paid pays pay paying cost costs costing spent spend spending earned earning fetched owes owed".split())
_SUM_OF = frozenset(("for", "at", "of"))
_SUMS = frozenset("sold bought valued fee bid profit loss turnover revenue revenues debts budget fine deal offer jackpot".split())
_BEFORE_SUM = frozenset("about around nearly almost over under more less than just some roughly an a another estimated up to".split())
"""Words between a verb of paying and its sum."""
_OWNERS = frozenset(("its", "the", "their", "his", "her", "our"))
_CAPITALS = frozenset("MB")
_MOST_ADJECTIVES = 3
_SHORTEST_NOUN = 4
_NOT_PLURAL = ("ss", "us", "is", "’s", "'s")


def take_scale_letter(block: Block, figure: Figure, letters: dict[str, Decimal], lexicon: MeasureLexicon, *, money: bool = False) -> None:
    """Scale the figure by the letter behind it, where one is meant; `money` where the figure is known to be an amount of money."""
    at = figure.last
    if at >= len(block) or figure.spelled or figure.scale != ONE or block.kinds[at] != WORD:
        return
    factor = letters.get(block.words[at])
    if factor is None or not _scales(block, figure, at, lexicon, money=money or figure.kind == "currency"):
        return
    figure.scale *= factor
    figure.times(factor)
    figure.last = figure.numeral_last = at + 1


def _scales(block: Block, figure: Figure, at: int, lexicon: MeasureLexicon, *, money: bool) -> bool:
    letter, behind = block.words[at], at + 1
    if letter == "L":
        return figure.kind == "currency" and figure.unit in _RUPEES and block.glued(at)
    if behind < len(block) and block.glued(behind) and block.kinds[behind] == NUMBER:
        return False
    if behind + 1 < len(block) and block.words[behind] == "." and block.glued(behind) and block.glued(behind + 1):
        return False  # "1 k.g"
    if not block.glued(at):
        return _scales_spaced(block, figure, letter, money, lexicon)
    if money or letter in _THOUSANDS:
        return True
    if letter in _ONLY_MONEY:
        return letter in _SHORT_WORDS and _names_money(block, behind, lexicon)
    if letter == "G":
        return block.words[at - 1] not in _GENERATIONS and _at_end(block, behind)
    if letter == "m" and at > 1 and _at_end(block, behind) and not _COUNTED.isdisjoint(block.lows[max(0, at - _NEAR_COUNTED) : at]):
        return block.lows[at - 2] in _REACHED  # "sales hit 10m."
    if letter == "m" and _is_paid(block, figure):
        return True
    raced = letter == "m" and "." not in block.words[at - 1] and behind < len(block) and block.lows[behind] in RACED
    if not raced and (_counts(block, behind, lexicon) or (letter in _CAPITALS and _counts_soon(block, figure, behind))):
        return True
    return letter in _AT_END and _at_end(block, behind)


def _scales_spaced(block: Block, figure: Figure, letter: str, money: bool, lexicon: MeasureLexicon) -> bool:
    """ "10 k", "$5 m", "3 M users"."""
    behind = figure.last + 1
    if money and letter in _SPACED_WITH_MONEY:
        return True
    if letter in ("M", "B"):
        large = "." in block.words[behind - 2] and float(figure.raw or 0) >= _LARGE  # "sales of 114.83 M."; "0.5 M" is a solution
        whole = (large or len(block) <= _SHORT_LINE) and _at_end(block, behind)  # "10 M" as a line of its own
        return whole or _counts(block, behind, lexicon)
    if letter in ("k", "K") and _at_end(block, behind):
        return letter != "K" or _WARMTH.isdisjoint(block.lows[max(0, behind - _NEAR) : behind + _NEAR])
    if letter in _SHORT_WORDS:
        return _names_money(block, behind, lexicon)
    if letter in ("m", "b"):
        parted = letter == "b" and "." in block.words[behind - 2]  # "1.2 b": no part of a bit
        return (parted and _at_end(block, behind)) or _weighs(block, behind, lexicon)
    return letter in _SPACED_BEFORE_NOUNS and _counts(block, behind, lexicon)


def _names_money(block: Block, at: int, lexicon: MeasureLexicon) -> bool:
    """True where the name or the code of a currency stands at a token: "2mil SEK", "5 mil dollars"."""
    return at < len(block) and (lexicon.names.right(block.lows, at) is not None or lexicon.suffix.right(block.words, at) is not None)


def _is_paid(block: Block, figure: Figure) -> bool:
    """True for "paid 1.1m for the canvas", "sold for about 2.4m", "a fee of 3m": a sum whose mark of currency was lost on the way."""
    at = figure.first - 1
    while at > 0 and block.lows[at] in _BEFORE_SUM:
        at -= 1
    return at >= 0 and (block.lows[at] in _PAID or (at > 0 and block.lows[at] in _SUM_OF and block.lows[at - 1] in _SUMS))


def _weighs(block: Block, at: int, lexicon: MeasureLexicon) -> bool:
    """True where a unit in words or the name of a currency follows a lone m or b: "6 m tonnes", "3 b euros"."""
    if at >= len(block) or block.kinds[at] != WORD or len(block.words[at]) < _SHORTEST_NAME:
        return False
    return lexicon.units.right(block.lows, at) is not None or lexicon.names.right(block.lows, at) is not None


def _counts(block: Block, at: int, lexicon: MeasureLexicon) -> bool:
    """True where a noun, a unit or a currency follows that a million could count: "1.2m tons", "5M users"."""
    if at >= len(block) or block.kinds[at] == NUMBER:
        return False
    if lexicon.suffix.right(block.words, at) or lexicon.names.right(block.lows, at):
        return True
    if block.kinds[at] != WORD:
        return False
    low = block.lows[at]
    if low == "of":
        return _counts_of(block, at + 1)
    if lexicon.units.right(block.lows, at) or lexicon.marks.right(block.words, at) or lexicon.powers.right(block.words, at):
        return low not in ("in", "to", "a")
    return low.endswith(("s", "people", "men", "women", "children")) and not low.endswith(_NOT_PLURAL)


def _counts_soon(block: Block, figure: Figure, at: int) -> bool:
    """ "1.2M daily users", "4.3M digital and physical sales": a plural behind adjectives. Not for "0.5M acid", a solution."""
    for i in range(at, min(at + _MOST_ADJECTIVES + 1, len(block))):
        low = block.lows[i]
        if block.kinds[i] != WORD or (len(low) < _SHORTEST_NOUN and low != "and"):
            return False
        if low.endswith("s") and not low.endswith(_NOT_PLURAL):
            return figure.raw is not None and figure.raw >= 1
    return False


def _counts_of(block: Block, at: int) -> bool:
    """ "1.2m of its customers": a plural soon behind."""
    for i in range(at, min(at + 4, len(block))):
        if block.lows[i].endswith("s") and block.lows[i] not in _OWNERS:
            return not block.lows[i].endswith("ss")
    return False


def _at_end(block: Block, at: int) -> bool:
    return at >= len(block) or (block.kinds[at] == MARK and block.words[at] in ".,;:)!?")
