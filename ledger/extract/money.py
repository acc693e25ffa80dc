"""Currencies beside a number: marks and codes before it ("US$ 5"), marks, codes and names behind it ("5 euros")."""

from __future__ import annotations

from ledger.extract.measure_lexicon import Currency, Measure, MeasureLexicon
from ledger.sources.tokens import MARK, NUMBER, WORD, Block

_TAKES_NAME = frozenset(("the", "a", "one", "per", "each"))
"""Words that a currency name belongs to: "the euro 20 years ago"."""

_MASSES = frozenset(("kilogram", "gram", "metric_ton", "ounce", "stone", "ton"))
_SCAN_LINES = frozenset(("240", "360", "480", "576", "720", "1080", "1440", "2160", "4320"))
"""Heights of pictures: what stands before the p of "1080p"."""
_TENS = frozenset("ten fifteen twenty thirty forty fifty sixty seventy eighty ninety".split())
_SHORTEST_GROUPED = 5  # "1,000"
_BEHIND_DOLLARS = frozenset(("per", "a", "an", "each", "to"))
_LONE_PRICE = 2  # tokens
_NEAR_ARTICLE = 3  # tokens of "the 1.5 million"
_NEAR_MASS = 6  # tokens between the bracket and "pounds": number, scale word, hedge

Before = tuple[int, Currency]
"""The first token of a currency mark, and the currency."""


def currency_before(block: Block, first: int, lexicon: MeasureLexicon) -> Before | None:
    """The currency mark or code that stands just before token `first`."""
    if first <= 0:
        return None
    found = lexicon.prefix.left(block.words, first) or lexicon.prefix_low.left(block.lows, first)
    if found is None:
        return None
    start = found[0]
    if found[1].scaled and not (is_scaled(block, first, lexicon) or _is_grouped(block, first) or _is_priced(block, first, lexicon)):
        return None
    if block.kinds[start] == WORD and start > 0 and block.glued(start) and block.kinds[start - 1] != MARK:
        return None
    if first - start == 1:
        return found if _marks_next(block, start, lexicon) else None
    letter = block.words[start]
    if len(letter) == 1 and letter.isalpha() and not block.glued(start + 1) and (letter in "aA" or block.glued(first)):
        plain = lexicon.prefix.left(block.words[start + 1 : first], 1)  # "a $5 million deal" names no Australian dollars
        return None if plain is None else (start + 1, plain[1])
    return found


def _is_grouped(block: Block, first: int) -> bool:
    """True for the number of "N500,000": glued to its letter, and thousands are set apart."""
    word = block.words[first] if first < len(block) else ""
    return block.glued(first) and "," in word and len(word) >= _SHORTEST_GROUPED


def _is_priced(block: Block, first: int, lexicon: MeasureLexicon) -> bool:
    """True for the number of "N617 a litre": glued to its letter, and told for a unit."""
    told = first + 2 < len(block) and block.glued(first) and block.lows[first + 1] in ("a", "an", "per")
    return told and lexicon.units.right(block.lows, first + 2) is not None


def _marks_next(block: Block, start: int, lexicon: MeasureLexicon) -> bool:
    """True where a single mark or code belongs to the number behind it, and not to one before it or to a code."""
    first, surface = start + 1, block.words[start]
    spaced = not block.glued(first)
    if spaced and start > 0 and block.kinds[start - 1] == NUMBER and _belongs_left(block, start, lexicon):
        return False
    if surface == "RS" and not spaced and start > 0 and block.words[start - 1][0].isupper():
        return False  # "the Audi RS6"
    if len(surface) > 1 or not surface.isalpha():
        return True
    # "R5", "P20" and "R1.2bn" are prices; "R 5", "K 9" and "P2P" are none
    if spaced:
        return is_scaled(block, first, lexicon)  # "R 1.2 billion"
    tied = first + 1 < len(block) and block.glued(first + 1) and block.kinds[first + 1] == WORD
    return not tied or block.words[first + 1] in lexicon.scale_marks


def is_scaled(block: Block, first: int, lexicon: MeasureLexicon) -> bool:
    """True where a scale word or letter stands behind the number: N500 million, Y500bn."""
    if first + 1 >= len(block) or block.kinds[first] != NUMBER:
        return False
    return block.lows[first + 1] in lexicon.scales or (block.words[first + 1] in lexicon.scale_marks and not _is_noise(block, first + 1))


def _is_noise(block: Block, at: int) -> bool:
    """True where the letters behind a number go on, or stand apart as one letter."""
    return (at + 1 < len(block) and block.glued(at + 1) and block.kinds[at + 1] != MARK) or (
        len(block.words[at]) == 1 and not block.glued(at)
    )


def _belongs_left(block: Block, start: int, lexicon: MeasureLexicon) -> bool:
    """True for a spaced mark between two numbers that measures the first: "3 CAD 3 cents", "10 $ 30 $"."""
    surface, first = block.words[start], start + 1
    if lexicon.suffix.right(block.words, start) is None:
        return False
    if surface.isalpha():
        return len(block.words[start - 1]) != 4  # "in 2013 USD 5 million"
    return first + 1 < len(block) and block.words[first + 1] == surface


def name_before(block: Block, first: int, last: int, lexicon: MeasureLexicon) -> Before | None:
    """The currency named before a bare number that nothing else follows: "ringgit 42", "rupees 5,000 a month"."""
    found = lexicon.names.left(block.lows, first)
    if found is None or found[1].weak or block.glued(first):
        return None
    if last < len(block) and block.kinds[last] != MARK and block.lows[last] not in lexicon.grammar.after_amount:
        return None
    before = found[0] - 1
    if before < 0:
        return found
    taken = block.kinds[before] == NUMBER or block.lows[before] in _TAKES_NAME or block.lows[before] in lexicon.scales
    return None if taken else found


def currency_after(block: Block, at: int, lexicon: MeasureLexicon, *, hyphen: bool) -> Measure | None:
    """The currency that starts at token `at` behind a number: "5 USD", "75 USD million", "20p", "3 euros"."""
    found = lexicon.suffix.right(block.words, at)
    if found is None and block.glued(at) and block.words[at] != "PS":  # "204PS" is a power
        found = lexicon.tight.right(block.words, at)
    named = lexicon.names.right(block.lows, at)
    if found is not None and (named is None or named[0] <= found[0]):  # "CFA francs" goes on
        return _mark_after(block, at, found[0], found[1], lexicon, hyphen=hyphen)
    if named is None:
        return None
    last, currency = named
    if currency.weak and block.lows[at] == "mark" and "the" in block.lows[max(0, at - _NEAR_ARTICLE) : at]:
        return None  # "below the 50 mark", "past the 1.5 million mark"
    if currency.weak and block.lows[at] in ("pound", "pounds") and _is_weight(block, at, last, lexicon):
        return None
    return currency.measure(last, hyphen=hyphen)


def _mark_after(block: Block, at: int, last: int, currency: Currency, lexicon: MeasureLexicon, *, hyphen: bool) -> Measure | None:
    """A mark or code behind the number, unless it belongs to what follows it."""
    if last - at == 2 and block.lows[last - 1] == "a" and not block.glued(last - 1):
        plain = lexicon.suffix.right(block.words[at : at + 1], 0)  # "10 million $ a year" names no Australian dollars
        return None if plain is None else plain[1].measure(at + 1, hyphen=hyphen)
    following = last < len(block) and block.glued(last)
    if following and block.kinds[last] == NUMBER:
        return None  # "in 2013 $5 million", "£1m-£2m", "3 USD50 cards"
    if block.kinds[at] == WORD and following and block.kinds[last] == WORD:
        return None
    if block.words[at] == "p" and block.words[at - 1] in _SCAN_LINES:
        return None  # "1080p video"
    if last - at == 1 and len(block.words[at]) == 1 and block.kinds[at] == WORD and not block.glued(at) and len(block) > _LONE_PRICE:
        return None  # "5 c", "20 p" are no prices but as lines of their own; "5c" and "20p" are
    scale = lexicon.scales.get(block.lows[last]) if last < len(block) else None
    if scale is not None:
        return currency.measure(last + 1, hyphen=hyphen, scale=scale)
    return currency.measure(last, hyphen=hyphen)


def dollars_of(block: Block, at: int, lexicon: MeasureLexicon) -> Measure | None:
    """The dollars of the nationality behind an amount in "$": "$500 Canadian", "$75 US a barrel"; None where it belongs to a noun."""
    if at >= len(block) or not block.words[at][0].isupper():
        return None
    if at + 1 < len(block) and block.kinds[at + 1] == WORD and block.lows[at + 1] not in _BEHIND_DOLLARS:
        return None
    found = lexicon.names.right([block.lows[at], "dollars"], 0)
    return None if found is None or found[0] != 2 else Measure(at + 1, "currency", found[1].code)


def _converts_to_mass(block: Block, last: int, lexicon: MeasureLexicon) -> bool:
    """True where a bracket behind "pounds" holds a mass: "2.96 pounds (1.35 kg)"."""
    if last + 2 >= len(block) or block.lows[last] != "(" or block.kinds[last + 1] != NUMBER:
        return False
    found = (
        lexicon.units.right(block.lows, last + 2) or lexicon.marks.right(block.words, last + 2) or lexicon.weak.right(block.words, last + 2)
    )
    return found is not None and found[1] in _MASSES


def _mass_before(block: Block, at: int, lexicon: MeasureLexicon) -> bool:
    """True where a mass stands straight before the pounds that convert it: "100 kg (220 pounds)", "100 kg, or about 220 pounds"."""
    here = at - 1
    while here > max(0, at - _NEAR_MASS) and (block.kinds[here] != MARK or block.words[here] in ",."):
        if block.lows[here] == "or":
            break
        here -= 1
    if here > 0 and block.words[here - 1] == ",":
        here -= 1
    if block.lows[here] not in ("(", "/", "[", "or", ","):
        return False
    found = lexicon.units.left(block.lows, here) or lexicon.marks.left(block.words, here) or lexicon.weak.left(block.words, here)
    return found is not None and found[1] in _MASSES


def _is_weight(block: Block, at: int, last: int, lexicon: MeasureLexicon) -> bool:
    """True where "pounds" reads as a weight: "80 pounds of rice", "weighs 12 pounds", "a 20-pound bag", and no word of money near."""
    words, lows = lexicon.grammar, block.lows
    unit = lexicon.units.right(lows, at)
    if unit is not None and unit[0] > last and "of" in lows[at : unit[0]]:
        return True  # "8.8 million pounds of thrust"
    if lows[at] == "pound" and last < len(block) and lows[last] in _TENS:
        return False  # "one pound fifty"
    if lows[at] == "pound" and last < len(block) and block.kinds[last] == WORD and lows[at - 1] not in lexicon.scales:
        return words.money_near.isdisjoint(lows[last : last + 2])  # "a twenty-pound bag", not "a twenty-pound fine"
    if _converts_to_mass(block, last, lexicon) or _mass_before(block, at, lexicon):
        return True
    near = lows[max(0, last - 12) : last + 8]
    if not words.money_near.isdisjoint(near):
        return False
    if not words.weight_near.isdisjoint(near) or any(word.startswith("weigh") for word in near):
        return True
    return last + 1 < len(block) and lows[last] in words.weighed and lows[last + 1] not in ("the", "public")
