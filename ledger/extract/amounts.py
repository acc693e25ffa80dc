"""What stands behind a unit: a rate ("a day"), the age of "years old", and the noun that a size, a share or a sum measures."""

from __future__ import annotations

from decimal import Decimal

from ledger.extract.ages import add_age
from ledger.extract.noun_phrases import NounPhrase
from ledger.extract.scale_letters import RACED
from ledger.extract.sight import Sight

LATER = frozenset(("earlier", "ago", "later", "before", "after"))
_EACH = frozenset(("a", "an", "each", "every"))
_AGES = frozenset(("year", "month", "week", "day"))
_OF_TIME = frozenset(("year", "month", "day", "hour", "week", "minute", "decade"))
_SHORT_RATES = {"pcm": "month", "pw": "week", "pa": "year", "pppn": "night"}
"""Rates as advertisements print them: £1,350 pcm."""
_MEANS = frozenset(("cash", "stock", "equity", "instalments", "installments", "total", "all", "part", "advance", "return"))
"""What sums are paid in, which is not what they measure."""
_NO_MONEY = frozenset(("event", "place", "building", "organisation"))
_LONGEST_BRACKET = 10
DURATIONS = frozenset((*_OF_TIME, "second", "fortnight", "century", "night", "quarter"))
_OF_AGES = frozenset("of most among for all many some the female male young employed british american by for to".split())
_YOUNGEST, _OLDEST = 10, 100
_CLOCK_MARKS = frozenset("h hr hrs min mins sec secs s wk mo yr".split())
_MOST_ADJECTIVES = 3
_HOMES = frozenset(("family", "household", "unemployed"))
_FURTHER = frozenset("more new additional extra other further fewer".split())
_MILLION = Decimal(1000000)
_KINDS_OF_SHARE = frozenset("fully diluted basic common ordinary preferred preference american global depositary adjusted".split())


def read_amount(sight: Sight) -> None:
    """Complete a figure that has a unit."""
    figure = sight.figure
    if figure.unit == "second" and _tells_ages(sight):
        figure.unit, figure.entity = "year", "age"
        return
    if figure.unit == "meter" and _take_millions(sight):
        return
    _add_rate(sight)
    if figure.unit in _AGES:
        add_age(sight)
    if figure.unit == "magnitude":
        figure.entity = "magnitude"
    elif not figure.entity and figure.last < sight.end:
        _add_noun(sight)


def _tells_ages(sight: Sight) -> bool:
    """True for "most 18-24s", "of 25 to 34s": a range of ages, and no seconds."""
    figure, last = sight.figure, sight.figure.last
    if not figure.is_range or figure.spelled or sight.low(last - 1) != "s" or not sight.glued(last - 1) or sight.before not in _OF_AGES:
        return False
    return figure.low is not None and figure.high is not None and _YOUNGEST <= figure.low < figure.high < _OLDEST and figure.step == 1


def _take_millions(sight: Sight) -> bool:
    """Read the m of "2m foreign workers", "1.2m new homes" as millions: people are not told in metres, nor what is new or more."""
    figure, at = sight.figure, sight.figure.last
    if at - figure.numeral_last != 1 or sight.lows[at - 1] != "m" or not sight.glued(at - 1) or figure.spelled:
        return False
    low, nouns = sight.low(at), sight.lexicons.nouns
    measured = low in nouns.function or low in sight.lexicons.kinds.size_words or low in RACED
    phrase = None if measured else sight.phrase(at)
    if (
        phrase is None
        or phrase.first != at
        or not (nouns.is_plural(sight.lows[phrase.head]) or sight.lows[phrase.head] in nouns.collective)
    ):
        return False
    head = nouns.singular(sight.lows[phrase.head])
    straight = phrase.head == at and low in nouns.collective  # "1.6m fish"
    if not straight and nouns.class_of(head) != "person" and head not in _HOMES and low not in _FURTHER:
        return False
    figure.times(_MILLION)
    figure.scale *= _MILLION
    sight.count(phrase)
    return True


def _add_noun(sight: Sight) -> None:
    """Name what is measured behind the unit: "80% of homes", "$3 million in damages", "10-kilometre race", "5 tonnes of rice"."""
    figure, at, after = sight.figure, sight.figure.last, sight.after
    if after == "of" and (figure.kind == "percent" or figure.unit in _OF_TIME):
        sight.name_of(at + 1)
    elif figure.kind == "currency" and sight.low(_past_bracket(sight, at)) in ("worth", "in", "of"):
        _add_money_noun(sight, _past_bracket(sight, at))
    elif figure.adjectival or figure.kind in ("currency", "percent") or (figure.kind == "physical" and figure.unit not in DURATIONS):
        if after == "of" and figure.kind == "physical":
            sight.name_of(at + 1)
            _add_rate_behind_noun(sight)
        elif after not in sight.lexicons.kinds.size_words:
            _add_next_noun(sight, sight.phrase(at, single=True))


def _add_next_noun(sight: Sight, phrase: NounPhrase | None) -> None:
    if phrase is None or _is_change(sight, phrase) or sight.low(phrase.last) == "than":
        return  # "a quarter-inch thinner than"
    head = phrase.head
    if head == phrase.first and sight.lows[head] in ("set", "recorded", "reached", "seen") and not sight.figure.adjectival:
        return  # "7,695 MW set in 2022"
    if sight.figure.adjectival or sight.lexicons.nouns.is_noun(sight.lows[head]) or sight.words[head].isupper():
        sight.name(phrase)


def _is_change(sight: Sight, phrase: NounPhrase) -> bool:
    """True for "a 40% increase in trade": the trade is measured."""
    return sight.low(phrase.last) in ("in", "of", "for") and sight.lows[phrase.head] in sight.lexicons.kinds.changes


def _past_bracket(sight: Sight, at: int) -> int:
    """Past the conversion in brackets behind a sum: "2m euros (£1.7m) in gems"."""
    if sight.low(at) != "(":
        return at
    return next((i + 1 for i in range(at + 1, min(sight.end, at + _LONGEST_BRACKET)) if sight.lows[i] == ")"), at)


def _add_money_noun(sight: Sight, at: int) -> None:
    """Name what money is in or of: "$5 million of debt", "2m euros worth of gems", "$3 million in damages"; not "$3 million in Ghana"."""
    low = sight.lows[at]
    behind = at + (2 if low == "worth" and sight.low(at + 1) == "of" else 1)
    start = sight.past_owner(sight.past_articles(behind))
    phrase = sight.phrase(start)
    place = low == "in" and phrase is not None and (sight.words[phrase.first][0].isupper() or start > at + 1)
    if phrase is not None and low == "in" and sight.lexicons.nouns.class_of(sight.lows[phrase.head]) in _NO_MONEY:
        place = place or not sight.lexicons.nouns.is_plural(sight.lows[phrase.head])  # "$5 million in the opioid case"
    place = place or (phrase is not None and low == "in" and sight.lows[phrase.head] in _MEANS)
    if phrase is not None and not place:
        if (
            phrase.head > phrase.first
            and sight.low(phrase.last) in ("each", "every")
            and sight.lows[phrase.head] in sight.lexicons.nouns.verbs
        ):
            phrase.last = phrase.head  # "of Peru's external trade passes each year"
            phrase.head, phrase.tail = phrase.head - 1, phrase.last
        sight.name(phrase)


# rates


def _add_rate(sight: Sight) -> None:
    """What the amount is told for each of: "a day", "per 100 people", "/ hour", "a-share", "an hour"."""
    figure, at = sight.figure, sight.figure.last
    if figure.kind == "currency" and sight.after in _SHORT_RATES:
        figure.last, figure.per = at + 1, _SHORT_RATES[sight.after]
        figure.unit = f"{figure.unit} / {figure.per}"
        return
    if at + 1 >= sight.end or figure.per:
        return
    low, target = sight.lows[at], at + 1
    if low == "-" and sight.low(at + 1) in ("a", "per", "an") and sight.low(at + 2) == "-" and at + 3 < sight.end:
        low, target = sight.lows[at + 1], at + 3
    if not (low in _EACH or low == "per" or (low == "/" and (sight.glued(target) or sight.lows[target] in DURATIONS | _CLOCK_MARKS))):
        return  # "meters / second"
    if low in _EACH and (sight.low(target + 1) in LATER or sight.low(target + 1) in ("old", "long")):
        return
    unit = rate_unit(sight, target, strict=low in _EACH)
    if unit is not None:
        figure.last, figure.per = unit
        figure.unit = f"{figure.unit} / {figure.per}" if figure.unit else figure.unit
        figure.last = _add_second_rate(sight, figure.last)


def _add_second_rate(sight: Sight, at: int) -> int:
    """Add the time at token `at` to a rate that has a thing already ("92 rupees per square foot a month", "70 kg of food per person
    per year"); the token behind it."""
    figure = sight.figure
    timed = sight.low(at) in _EACH or sight.low(at) == "per"
    if timed and figure.unit and figure.per not in _OF_TIME and sight.low(at + 1) in _OF_TIME and sight.low(at + 2) not in LATER:
        figure.unit = f"{figure.unit} / {sight.lows[at + 1]}"
        return at + 2
    return at


def _add_rate_behind_noun(sight: Sight) -> None:
    """ "38 billion cubic metres of gas a year": the rate stands behind the thing measured."""
    figure, at = sight.figure, sight.figure.noun_last
    if at < figure.last or figure.per or at + 1 >= sight.end:
        return
    if sight.is_number(at) and sight.glued(at):
        at += 1  # "95 grams of CO2 per km"
    if sight.low(at) == "per":
        unit = rate_unit(sight, at + 1, strict=False)
        if unit is not None:
            figure.per = unit[1]
            figure.unit = f"{figure.unit} / {figure.per}"
            _add_second_rate(sight, unit[0])
        return
    if sight.low(at) not in _EACH:
        return
    if sight.lows[at + 1] in DURATIONS and sight.low(at + 2) not in LATER:
        figure.per = sight.lows[at + 1]
        figure.unit = f"{figure.unit} / {figure.per}"


def _end(found: tuple[int, str]) -> int:
    return found[0]


def rate_unit(sight: Sight, at: int, *, strict: bool) -> tuple[int, str] | None:
    """(the token after it, the name) of a unit or noun that an amount is told for each of; `strict` behind a bare article."""
    if at >= sight.end:
        return None
    if sight.lows[at] == "second":
        return at + 1, "second"
    measures = sight.lexicons.measures
    tables = (measures.marks, measures.powers, measures.weak)
    found = measures.units.right(sight.lows, at) or max(
        (hit for table in tables if (hit := table.right(sight.words, at)) is not None), key=_end, default=None
    )
    if found is not None:
        return found
    money = None if strict else measures.names.right(sight.lows, at)
    if money is not None:
        return money[0], money[1].code
    if not strict:
        at = _past_adjectives(sight, at)
    if not sight.is_word(at) or not _is_shared_out(sight, at, strict=strict):
        return None
    return at + 1, sight.lexicons.nouns.singular(sight.lows[at])


def _past_adjectives(sight: Sight, at: int) -> int:
    """The token of the thing itself in "per diluted share", "per extra night"; `at` where no such thing follows."""
    rated, modifiers = sight.lexicons.kinds.rated, sight.lexicons.nouns.modifiers
    for i in range(at, min(at + _MOST_ADJECTIVES + 1, sight.end)):
        low = sight.lows[i]
        if i > at and low in rated:
            return i
        if low not in modifiers and low not in _KINDS_OF_SHARE:
            break
    return at


def _is_shared_out(sight: Sight, at: int, *, strict: bool) -> bool:
    """True for a noun that rates are told for: "per villager", "a share"; not "a share plan"."""
    nouns, kinds, low = sight.lexicons.nouns, sight.lexicons.kinds, sight.lows[at]
    if low in nouns.function or (strict and low not in kinds.rated):
        return False
    if not strict:
        return nouns.is_noun(low) or low in kinds.rated
    follows = sight.low(at + 1)
    return not (sight.is_word(at + 1) and nouns.is_noun(follows) and follows not in nouns.verbs)
