"""Bare numbers: ranks of superlatives ("the 15 largest"), counted nouns, "one of the villages", years in passing, plain indexes."""

from __future__ import annotations

from ledger.extract.amounts import DURATIONS, LATER, rate_unit, read_amount
from ledger.extract.codes import is_cross
from ledger.extract.ellipsis import FORECASTERS, expects
from ledger.extract.measures import Measure
from ledger.extract.noun_phrases import NounPhrase
from ledger.extract.sight import Sight

_DEFINITE = frozenset(("the", "these", "those", "their", "his", "her", "its", "our", "both", "all"))
_HEDGES = frozenset(("least", "than", "only", "about", "just"))
_LIMITS = frozenset(("minimum", "maximum", "min", "max"))
_MARKED = frozenset("forecast estimate estimated expected target consensus mark level threshold barrier milestone".split())
"""What a number itself is called: "the 49.5 billion forecast", "the 50 mark"."""
_MOST_ADJECTIVES = 3
_NEAR_MONEY = 16
_BEFORE_MONEY = frozenset(("the", "its", "their"))
_PARTS = frozenset("cylinder door seat seater bed bedroom bathroom storey story lane speed valve burner wheel blade member".split())
"""What a thing has several of, in the singular before its name."""
_WAYS_TO_GAIN = frozenset(("rushing", "passing", "receiving", "scrimmage"))
"""Plays of football that yards are counted by."""
_SIDES = frozenset(("left", "right"))
_PLAIN_UNITS = frozenset(
    """mile kilometer meter centimeter millimeter inch nautical_mile acre hectare gallon liter barrel ton metric_ton kilogram gram milligram
    lb ounce watt kilowatt megawatt gigawatt kilowatt_hour megawatt_hour gigawatt_hour horsepower byte megabyte gigabyte terabyte
    calorie food_calorie""".split()
)
_SMALL = 12
_SHORT = 3
_IN_PERCENT = frozenset("inflation margin margins return returns yield yields unemployment rate rates percentage percentages".split())
"""What "double-digit" tells in percent, beside changes."""
_OWNED = ("'s", "’s")
_TIMES = frozenset(("day", "year", "month", "week", "hour", "minute", "second", "night", "game", "match", "season"))
_BEFORE_QUANTITY = frozenset("to at than over under about nearly around some least exactly = totalling totaling averaged".split())


def count_reason(sight: Sight) -> str:
    """Why a bare number is no quantity: date or idiom; "" for a count, rank or index, which gets its kind and noun here."""
    if sight.after == "of":
        _count_of(sight, sight.figure.last)
        return "idiom" if _is_one_of_the_best(sight) else ""
    figure, at = sight.figure, sight.past_tail(sight.figure.last)
    if sight.after == "out" and sight.low(figure.last + 1) == "of" and sight.low(figure.last + 2) in _DEFINITE:
        _count_of(sight, figure.last + 1)
        return ""
    hyphen = at == figure.last and sight.is_hyphen(at) and sight.glued(at + 1) and sight.is_word(at + 1)
    if _is_top(sight) or (not hyphen and _is_superlative(sight)):
        return ""
    if not hyphen and is_bare_year(sight):
        return "date"
    phrase = sight.phrase(at + 1 if hyphen else at, single=figure.value == 1, hyphen=hyphen)
    if phrase is not None and not hyphen and _is_open_compound(sight, phrase):
        phrase = NounPhrase(phrase.first, phrase.first + 1, phrase.first, phrase.first + 1)
    if phrase is not None and not (hyphen and _is_participle(sight, phrase)) and not _is_no_noun(sight, phrase):
        _count(sight, phrase, hyphen=hyphen)
        return ""
    if figure.spelled and (hyphen or (figure.value == 1 and len(sight.block) > _SHORT)):
        return "idiom"  # "two-tiered", "three-pronged"; "one" without a noun
    if not _take_exchange_rate(sight):
        figure.kind = "index"
    return ""


def _take_exchange_rate(sight: Sight) -> bool:
    """Read "the rupee ended at 83.12 per dollar", "the yen fell to 151 to the dollar" as so much of the one money for the other."""
    figure, names, lows = sight.figure, sight.lexicons.measures.names, sight.lows
    at = figure.last + (2 if sight.after == "to" and sight.low(figure.last + 1) == "the" else 1)
    bought = names.right(lows, at) if at < sight.end and (sight.after == "per" or at == figure.last + 2) else None
    if bought is None or figure.role or lows[at].endswith("s"):
        return False
    for i in range(figure.first - 1, max(sight.first, figure.first - _NEAR_MONEY), -1):
        paid = names.right(lows, i)
        if paid is None or paid[0] > figure.first or paid[1].code == bought[1].code:
            continue
        if lows[i - 1] in _BEFORE_MONEY or lows[i - 1].endswith(_OWNED):
            figure.kind, figure.last, figure.per = "currency", bought[0], bought[1].code
            figure.unit = f"{paid[1].code} / {figure.per}"
            return True
    return False


def _is_open_compound(sight: Sight, phrase: NounPhrase) -> bool:
    """True for "a 3 cylinder engine", "a four bedroom house": the hyphen is left out, and what stands behind the number is counted."""
    figure, nouns = sight.figure, sight.lexicons.nouns
    several = figure.is_range or (figure.value is not None and figure.value > 1)
    return several and phrase.first < phrase.head and sight.lows[phrase.first] in _PARTS and not nouns.is_plural(sight.lows[phrase.head])


def _is_no_noun(sight: Sight, phrase: NounPhrase) -> bool:
    """True for "the 49.5 billion forecast by analysts" and "a city of 20 million faces a drought": nothing is counted there."""
    low = sight.lows[phrase.head]
    if low in _LIMITS and phrase.head == phrase.first:
        return True  # "30 minimum"
    if low == "shot" and phrase.head == sight.figure.last and sight.low(phrase.last) in ("down", "dead"):
        return True  # "six drones were launched and five shot down"
    if low.endswith("ing") and phrase.head == sight.figure.last and low in sight.lexicons.nouns.verbs and _takes_amount(sight, phrase.last):
        return True  # "a family of four earning $40,000"
    if sight.before == "of" and sight.figure.scale > 1 and phrase.head == sight.figure.last and low in sight.lexicons.nouns.verbs:
        return sight.low(phrase.last) in ("a", "an", "the", "its", "their")
    if sight.before == "the" and low in FORECASTERS and phrase.head == phrase.first:
        return expects(sight.lows, phrase.last)
    return sight.before == "the" and phrase.head == phrase.first and low in _MARKED


def _takes_amount(sight: Sight, at: int) -> bool:
    """True where an amount or an article follows, as behind a verb."""
    return sight.is_number(at) or (sight.low(at) in ("the", "a", "an", "up", "about", "$", "£", "€", "nearly", "more", "less", "at"))


def _is_one_of_the_best(sight: Sight) -> bool:
    """True for "one of the best", "one of the most loved" with no noun behind."""
    figure = sight.figure
    if figure.kind != "index" or not figure.spelled or figure.value != 1:
        return False
    at = sight.past_owner(sight.past_articles(figure.last + 1))
    return at > figure.last + 1 and (sight.low(at) == "most" or sight.low(at) in sight.lexicons.kinds.superlatives)


def _is_participle(sight: Sight, phrase: NounPhrase) -> bool:
    low = sight.lows[phrase.head]
    return low.endswith("ed") and not sight.lexicons.nouns.is_noun(low)


def _count(sight: Sight, phrase: NounPhrase, *, hyphen: bool) -> None:
    figure, nouns = sight.figure, sight.lexicons.nouns
    if not hyphen and _is_amount(sight, phrase):
        return
    figure.adjectival = hyphen
    sight.count(phrase)
    if figure.role == "digits" and (sight.lows[phrase.head] in sight.lexicons.kinds.changes or sight.lows[phrase.head] in _IN_PERCENT):
        figure.kind = figure.unit = "percent"  # "double-digit growth" is no ten growths
        return
    if not hyphen:
        _add_rate(sight)
    known = not hyphen and figure.spelled and figure.value is not None and figure.value <= _SMALL and sight.before in _DEFINITE
    alone = figure.value == 1 and sight.lows[figure.numeral_first] == "one" and sight.before not in _HEDGES
    if known or alone or nouns.singular(sight.lows[phrase.head]) in nouns.idle:
        figure.weight = "minor"


def _is_amount(sight: Sight, phrase: NounPhrase) -> bool:
    """True for a unit behind adjectives, which the figure then takes: "three more years", "1,650 total square feet", "20 extra dollars"."""
    figure, at = sight.figure, sight.figure.last
    while at < phrase.head and at - figure.last < _MOST_ADJECTIVES and _is_adjective(sight, at):
        at += 1
        measure = sight.reader.measure_of(sight.block, at)
        gained = sight.lows[at - 1] in _WAYS_TO_GAIN  # "312 passing yards"; "three railway yards" are no lengths
        if measure is not None and measure.last == phrase.last == phrase.tail and (gained or _is_plain_unit(sight, measure)):
            figure.take_measure(measure)
            read_amount(sight)
            return True
    return False


def _is_adjective(sight: Sight, at: int) -> bool:
    low = sight.lows[at]
    return (low in sight.lexicons.nouns.modifiers and low not in _SIDES) or low in _WAYS_TO_GAIN or low.endswith("ed")


def _is_plain_unit(sight: Sight, measure: Measure) -> bool:
    """True for times, money, and lengths, areas and the like whose words count nothing else."""
    if measure.kind == "currency" or "**" in measure.unit or measure.unit in _PLAIN_UNITS:
        return True
    return sight.lexicons.nouns.singular(sight.lows[measure.last - 1]) in DURATIONS


def _add_rate(sight: Sight) -> None:
    """ "300 flights a day", "12 deaths per 100,000 people": behind the counted noun."""
    figure, at = sight.figure, sight.figure.noun_last
    low = sight.low(at)
    if low not in ("per", "a", "an", "/"):
        return
    unit = rate_unit(sight, at + 1, strict=low != "per")
    if unit is not None and sight.low(at + 2) not in LATER and (low == "per" or unit[1] in _TIMES):
        figure.per = unit[1]


# ranks


def _is_top(sight: Sight) -> bool:
    """ "the top 10": a rank of at most ten."""
    if sight.figure.spelled or sight.before != "top":
        return False
    _make_rank(sight)
    return True


def _is_superlative(sight: Sight) -> bool:
    """ "the 15 largest economies": a rank of at most fifteen."""
    at = sight.figure.last
    if sight.after not in sight.lexicons.kinds.superlatives or sight.low(at + 1) == "-":
        return False
    if sight.before != "the" and not sight.before.endswith(_OWNED):
        return False
    _make_rank(sight)
    phrase = sight.phrase(at + 1)
    if phrase is not None:
        sight.name(phrase)
    return True


def _make_rank(sight: Sight) -> None:
    sight.figure.kind, sight.figure.unit = "rank", "rank"
    sight.figure.qualifiers.append("at_most")


# years


def is_bare_year(sight: Sight) -> bool:
    """True for four bare digits of our times with no unit, and no person or thing to count straight behind: "APEC 2027 helps"."""
    figure, surface = sight.figure, sight.words[sight.figure.numeral_first]
    if figure.spelled or figure.is_range or figure.scale != 1 or len(surface) != 4 or not surface.isdigit():
        return False
    if not "1900" <= surface <= "2099" or len(sight.block) <= _SHORT or is_cross(sight.block, figure.last):
        return False
    if sight.before in _BEFORE_QUANTITY and not (sight.before == "over" and surface[2:] != "00" and _nothing_counted(sight)):
        return False
    return not counts_things(sight)


def _nothing_counted(sight: Sight) -> bool:
    """True where a mark or a function word follows: "over 2022 the firm grew"."""
    return not sight.is_word(sight.figure.last) or sight.after in sight.lexicons.nouns.function


def counts_things(sight: Sight) -> bool:
    """True where a plural noun of a class (people, vehicles, buildings ...) stands straight behind."""
    nouns, after = sight.lexicons.nouns, sight.after
    return sight.is_word(sight.figure.last) and nouns.is_plural(after) and nouns.class_of(after) not in ("", "time")


# "of"


def _count_of(sight: Sight, of: int) -> None:
    """ "one of the villages", "17 of which", "3 of the 12 miners", "dozens of barns", "9 out of its 14 branches"; `of` is its token."""
    figure, nouns = sight.figure, sight.lexicons.nouns
    figure.kind = "index"
    at = sight.past_owner(sight.past_articles(of + 1))
    at += sight.low(at) in ("most", "many", "every", "each", "last", "past", "first", "just", "only", "about", "some", "nearly", "roughly")
    if sight.is_number(at) or sight.low(at) in sight.lexicons.numerals.cardinals:
        whole = sight.reader.numerals.read(sight.block, at)
        behind = at + 1 if whole is None else max(at + 1, whole.last)  # "of the 10 million people"
        phrase = sight.phrase(behind)
        measure = sight.reader.measure_of(sight.block, behind) if behind < len(sight.block) else None
        if measure is not None and measure.kind == "physical" and not measure.hyphen:
            figure.kind, figure.unit = "physical", measure.unit  # "23 of every 24 hours"
        elif phrase is not None:
            sight.count(phrase)
        return
    measure = sight.reader.measure_of(sight.block, at) if figure.role in ("vague", "tuple") else None
    if measure is not None:
        figure.take_measure(measure)
        return
    phrase = sight.phrase(at) if sight.is_word(at) and sight.lows[at] not in nouns.function else None
    if phrase is None:
        figure.base = "of"
        return
    sight.count(phrase)
    if figure.value == 1:
        figure.weight = "minor"
