"""Ages ("aged 37", "Jan Bos, 37,", "30-year-old") and readings of a scale ("a magnitude-6.1 quake")."""

from __future__ import annotations

from ledger.extract.sight import Sight

_OLDEST = 115
_AGED = frozenset(("aged", "age", "ages"))
_SUFFIXES = frozenset(("Jr", "Sr", "III", "II"))
_CLOSERS = frozenset((",", ".", ";", ")", ""))
_LIST_MARKS = frozenset((",", "and"))
_DYING = frozenset(("die", "dies", "died", "dead", "death", "dying", "away", "retire", "retires", "retired", "marry", "married"))
_GROWN = 13
"""Below this "died at 7" may be an hour."""
_LOOSELY = frozenset(("about", "around", "just", "only", "between", "from", "over", "under", "roughly", "nearly", "almost"))
_TO_AN_AGE = frozenset(("to", "at", "from", "is", "was", "of"))
_OLD = frozenset(("old", "olds"))
_LEVEL = frozenset(
    "is was at to of from around about now just only nearly almost over under reached exceeded exceeds hit stands stood averages".split()
)
"""What may stand straight before a mean age: "life expectancy is now 73", "a median age of about 41"."""
_MEANS = frozenset("average median mean retirement pension minimum legal voting drinking".split())
_MEAN_REACH = 10
_GENERATION = frozenset("man woman boy girl child lad youth toddler".split())
_TOP_OF_SCALE = 10
_NEAR = 30


def is_stated_age(sight: Sight) -> bool:
    """True for "Jan Bos, 37, of Delft", "a teacher, 52,", "aged 37", "ages 47 and 48", "Maria Diaz (29)": the figure becomes an age."""
    figure = sight.figure
    if figure.scale != 1 or figure.high is None or not 0 < figure.high < _OLDEST:
        return False
    entity = _mean_age(sight) if sight.before in _LEVEL else ""
    if not entity and figure.step == 1 and _is_own_age(sight):
        entity = "age"
    if not entity:
        return False
    figure.kind, figure.unit, figure.entity = "physical", "year", entity
    return True


def _is_own_age(sight: Sight) -> bool:
    """True for the age of somebody, and not of people in the mean."""
    before, after = sight.before, sight.after
    if _is_of_age(sight) or _is_turned(sight) or _is_aged(sight) or (before in ("over", "under") and _is_bounded(sight)):
        return True
    if (before == "of" and _is_of_somebody(sight)) or (before == "at" and _opens_sentence(sight)):
        return True
    if after in ("or", "and") and _is_or_older(sight):
        return True
    return not sight.figure.spelled and (_set_off(sight) or _is_listed(sight))


def _mean_age(sight: Sight) -> str:
    """ "life expectancy" or "age" behind "life expectancy in the region is 73", "the median age rose to 41.7"; "" elsewhere."""
    at = sight.figure.first - 1
    if not _ends_age(sight) or sight.after in ("%", "-"):
        return ""
    for i in range(at - 1, max(sight.first, at - _MEAN_REACH), -1):
        low = sight.lows[i]
        if low == "expectancy" and sight.lows[i - 1] == "life":
            return "life expectancy"
        if low == "age" and sight.lows[i - 1] in _MEANS:
            return "age"
        if not sight.is_word(i):
            return ""
    return ""


def _opens_sentence(sight: Sight) -> bool:
    """True for "At 83, he still works", "At 40, Brill retired": an age, and no hour."""
    high, last = sight.figure.high, sight.figure.last
    if sight.figure.first - 1 != sight.first or sight.after != "," or high is None or high < _GROWN:
        return False
    return sight.low(last + 1) in ("he", "she") or (sight.is_capital(last + 1) and sight.low(last + 1) not in sight.lexicons.nouns.function)


def _is_or_older(sight: Sight) -> bool:
    """True for "13 or older", "18 and younger", and behind people for "65 and over"."""
    at, nouns = sight.figure.last, sight.lexicons.nouns
    behind = sight.low(at + 2)
    if sight.is_word(at + 2) and behind not in nouns.function and behind not in nouns.verbs:
        return False
    people = nouns.is_plural(sight.before) and nouns.class_of(sight.before) == "person"
    return sight.low(at + 1) in ("older", "younger") or (people and sight.low(at + 1) in ("over", "under", "above", "up"))


def _is_of_somebody(sight: Sight) -> bool:
    """True for "a boy of six", "a woman of 91"; not for "a man of 20 parts"."""
    at = sight.figure.first - 2
    return sight.low(at) in _GENERATION and sight.low(at - 1) in ("a", "an", "the") and _ends_age(sight)


def _is_of_age(sight: Sight) -> bool:
    """ "at the age of 20", "the voting age to 16", "an age limit of 21"."""
    at = sight.figure.first - 1
    if sight.low(at) == "of" and sight.low(at - 1) == "age":
        return True
    if sight.low(at - 2) == "of":
        return False  # "the number of dead at 31"
    if sight.low(at) not in _TO_AN_AGE or not _ends_age(sight):
        return False
    if sight.low(at) == "at" and sight.low(at - 1) in _DYING and sight.figure.high is not None and sight.figure.high >= _GROWN:
        return True  # "Screen star dies at 84"
    return sight.low(at - 1) == "age" or (sight.low(at - 2) == "age" and sight.low(at - 1) in ("limit", "threshold", "floor", "cap"))


def _is_bounded(sight: Sight) -> bool:
    """True for "claimants over 80", "students under 25 whose parents": nothing else is counted behind people."""
    at = sight.figure.first - 2
    if not sight.is_word(at) or not _ends_age(sight):
        return False
    if sight.lows[at] in ("is", "are", "was", "were"):
        at -= 1  # "500 of the victims were under 18"
    if sight.low(at) == "them":
        return sight.low(at - 1) == "of" and sight.low(at - 2) in ("most", "many", "all", "some", "half", "none")
    nouns, low = sight.lexicons.nouns, sight.low(at)
    return nouns.class_of(low) == "person" and (nouns.is_plural(low) or low in ("those", "anyone", "everyone"))


def _ends_age(sight: Sight) -> bool:
    """True where nothing that the number could count follows it."""
    low, nouns = sight.after, sight.lexicons.nouns
    return not sight.is_word(sight.figure.last) or low in nouns.function or low in nouns.verbs


def _is_aged(sight: Sight) -> bool:
    at = sight.figure.first - 1
    if sight.low(at) in _AGED or (sight.low(at) in _LOOSELY and sight.low(at - 1) in _AGED):
        return True
    if sight.before not in ("and", "or", "to", "between"):
        return False
    at = sight.figure.first - 1
    return not {"aged", "ages"}.isdisjoint(sight.lows[max(sight.first, at - 5) : at])


def _is_turned(sight: Sight) -> bool:
    """True for "he is 35", "who turned 40 on Monday", "she will be 90 in May"; not "he is 35 seconds behind", nor "he was 2 for 5"."""
    at, kinds = sight.figure.words_first - 1, sight.lexicons.kinds
    if sight.figure.is_range or (sight.is_word(sight.figure.last) and sight.after not in kinds.behind_age) or sight.after in ("-", "%"):
        return False
    verb = sight.low(at)
    if verb in kinds.age_verbs:
        return True
    if verb == "be" and sight.low(at - 1) in ("will", "would"):
        at -= 1
    elif verb not in ("is", "was", "’s", "'s"):
        return False
    return sight.low(at - 1) in kinds.aged_subjects


def _is_listed(sight: Sight) -> bool:
    """True for each age of "two sons, 11 and 14.": as many numbers behind a comma as persons were counted before it."""
    first, last, numbers = sight.figure.first, sight.figure.last, 1
    while sight.low(first - 1) in _LIST_MARKS and sight.is_number(first - 2):
        first, numbers = first - 2, numbers + 1
    while sight.low(last) in _LIST_MARKS and sight.is_number(last + 1):
        last, numbers = last + 2, numbers + 1
    if numbers < 2 or sight.low(first - 1) != "," or sight.low(last) not in _CLOSERS:
        return False
    noun, counted = first - 2, sight.lexicons.numerals.cardinals
    if not sight.is_word(noun) or sight.lexicons.nouns.class_of(sight.lows[noun]) != "person":
        return False
    return any(counted.get(sight.lows[i]) == numbers for i in range(max(sight.first, noun - 4), noun))


def _set_off(sight: Sight) -> bool:
    """True for a number between commas or in brackets behind a name or a person: "Jan Bos, 37, of Delft", "the driver (45)"."""
    figure, at = sight.figure, sight.figure.first - 1
    if sight.before == "both" and sight.low(at - 1) == ",":
        return sight.lexicons.nouns.class_of(sight.low(at - 2)) == "person" and sight.after in _CLOSERS  # "the suspects, both 29,"
    if sight.before not in (",", "(") or at <= sight.first or figure.is_range:
        return False
    after = sight.after
    if not (after == ")" if sight.before == "(" else after in _CLOSERS - {")"} or after == "and"):
        return False
    if _is_name(sight, at - 1):
        return after in _CLOSERS
    lone = sight.is_capital(at - 1) or (sight.is_word(at - 1) and sight.lexicons.nouns.class_of(sight.lows[at - 1]) == "person")
    listed = sight.before == "," and sight.is_number(figure.last + 1)
    return lone and after in (",", ")") and len(sight.words[figure.first]) <= 2 and not listed


def _is_name(sight: Sight, at: int) -> bool:
    """True for the end of a name in two words or more."""
    return sight.words[at] in _SUFFIXES or (sight.is_capital(at) and at > sight.first and sight.is_capital(at - 1))


def add_age(sight: Sight) -> None:
    """Turn a duration into an age: "ten years old", "30-year-old", "eighteen months of age"."""
    figure, at = sight.figure, sight.figure.last
    inside = sight.lows[figure.measure_first : at]
    if not _OLD.isdisjoint(inside) or "age" in inside:
        figure.entity = "age"
    elif sight.after == "-" and sight.low(at + 1) in _OLD:
        figure.last, figure.entity, figure.adjectival = at + 2, "age", True
    elif sight.after in _OLD:
        figure.last, figure.entity = at + 1, "age"
    elif sight.after == "of" and sight.low(at + 1) == "age":
        figure.last, figure.entity = at + 2, "age"


def is_reading(sight: Sight) -> bool:
    """True for the magnitude of a quake ("magnitude-6.1", "a 4.4 quake", "measuring 7.2 on the Richter scale"), and for absolute zero."""
    figure = sight.figure
    if figure.high is None or figure.high >= _TOP_OF_SCALE or figure.scale != 1 or figure.role:
        return False
    if figure.value == 0 and sight.before == "absolute":
        figure.kind, figure.unit, figure.entity = "physical", "kelvin", "temperature"
        return True
    at = figure.last + (1 if sight.after in ("-", "‑") else 0)
    plus = at > figure.last and sight.low(at) == "plus"  # "a 4-plus quake"
    if not (_named_before(sight) or ((figure.step < 1 or plus) and _named_behind(sight, at + plus))):
        return False
    figure.kind, figure.unit, figure.entity = "physical", "magnitude", "magnitude"
    if at > figure.last and sight.low(at) in sight.lexicons.kinds.scale_words:
        figure.last = at + 1
    return True


def _named_before(sight: Sight) -> bool:
    """True where the scale stands in the three words before, before a range in the six before."""
    figure = sight.figure
    if sight.block.glued(figure.first) and sight.words[figure.first - 1] in sight.lexicons.kinds.scale_marks:
        return True
    reach = 6 if figure.is_range and figure.step < 1 else 3
    return not sight.lexicons.kinds.scale_words.isdisjoint(sight.lows[max(sight.first, figure.first - reach) : figure.first])


def _named_behind(sight: Sight, at: int) -> bool:
    """True where the thing read stands behind the number, or a verb of measuring before it and the thing in the sentence."""
    kinds, lows, figure = sight.lexicons.kinds, sight.lows, sight.figure
    if sight.low(at) in kinds.scale_nouns or (sight.low(at) in kinds.scale_words and at + 1 < sight.end):
        return True
    if "richter" in lows[at : min(sight.end, at + 4)]:
        return True
    if kinds.scale_verbs.isdisjoint(lows[max(sight.first, figure.first - 5) : figure.first]):
        return False
    near = lows[max(sight.first, figure.first - _NEAR) : min(sight.end, figure.last + _NEAR)]
    return not (kinds.scale_nouns.isdisjoint(near) and kinds.scale_words.isdisjoint(near))
