"""Ordinals, multipliers and the word "one": ranks and ratios among them, and labels, list marks and idioms."""

from __future__ import annotations

from ledger.extract.noun_phrases import NounPhrase
from ledger.extract.sight import Sight

_SUFFIXES = frozenset(("st", "nd", "rd", "th"))
_JOINTS = frozenset(("and", "or", ",", "to"))
_OPENERS = frozenset(("", "and", ";", ",", "."))
_STANDING = frozenset(("the", "in", "rank"))
_HEDGES = frozenset(("at", "least", "another", "about", "some", "only", "just"))
_NOMINATIVES = frozenset(("i", "we", "he", "she", "it", "they", "who", "which", "that"))
_ADVERBIAL = frozenset(("was", "were", "had", "has", "have", "is", "are", "been"))
_PASTS = frozenset(("saw", "felt", "rose", "left", "spoke"))
"""Past tenses that are nouns or adjectives, too."""
_IDLE_FIRSTS = frozenset(("time", "day", "year", "place"))
_MULTIPLIERS = frozenset(("twice", "double", "triple", "thrice", "quadruple"))
_MULTIPLIED = frozenset(("the", "its", "their", "that", "what"))
_STILL_COUNTS = frozenset(("only", "the", "every", "first", "last"))
_OPENING_MARKS = '-("“'


def ordinal_reason(sight: Sight) -> str:
    """Why an ordinal is no rank: ordinal_label ("14th Congress"), enumeration ("First,") or idiom; "" for a rank, made one here."""
    if _enumerates(sight):
        return "enumeration"
    at = sight.figure.last + (1 if sight.is_hyphen(sight.figure.last) and sight.figure.last + 1 < sight.end else 0)
    alone = _alone(sight, at)
    if alone:
        return alone
    if _joined_labels(sight, at):
        return "ordinal_label"
    if sight.low(at) in sight.lexicons.labels.ordinal_after:
        sight.figure.last = max(sight.figure.last, at)
        return "ordinal_label"
    if _leads_verb(sight, at):
        return "idiom"
    phrase = sight.phrase(at, single=True)
    return "ordinal_label" if _numbers_name(sight, phrase) else _rank(sight, phrase)


def _is_enumerator(sight: Sight) -> bool:
    return sight.lows[sight.figure.first] in sight.lexicons.labels.enumerators


def _enumerates(sight: Sight) -> bool:
    """ "First, the roads will be mended"."""
    return sight.figure.first == sight.first and sight.after in (",", ":") and _is_enumerator(sight)


def _alone(sight: Sight, at: int) -> str:
    """Why an ordinal word with no word behind it is no rank: "and second, ...", "second to none"."""
    if not _is_enumerator(sight) or (sight.is_word(at) and not _is_among(sight)) or sight.low(at) == "-":
        return ""
    before = sight.before
    if before in sight.lexicons.kinds.ranked or before in _STANDING or _is_among(sight):
        return ""
    return "enumeration" if before in _OPENERS else "idiom"


def _is_among(sight: Sight) -> bool:
    """True for a place among others: "second among exporters", "third in the world", "second only to"."""
    return sight.after in sight.lexicons.kinds.ranks_among


def _leads_verb(sight: Sight, at: int) -> bool:
    """True for the adverb of "divers first saw the leak", "when they first met": a past tense behind it, no article before it."""
    if not _is_enumerator(sight) or not sight.is_word(sight.figure.first - 1):
        return False
    nouns, low, before = sight.lexicons.nouns, sight.low(at), sight.before
    if low.endswith("ed") and (before in _NOMINATIVES or before in _ADVERBIAL):
        return True
    if low not in nouns.verbs or (nouns.is_noun(low) and low not in _PASTS):
        return False
    return before in _NOMINATIVES or before in _ADVERBIAL or (nouns.is_noun(before) and low not in nouns.modifiers)


def _joined_labels(sight: Sight, at: int) -> bool:
    """ "the 18th and 19th centuries", "the 1st and 2nd Battalions": a label shared by ordinals."""
    ordinals = sight.lexicons.numerals.ordinals
    if sight.low(at) not in _JOINTS or not (sight.is_number(at + 1) or sight.low(at + 1) in ordinals):
        return False
    i = at + 1
    while i < min(sight.end, at + 6) and (
        not sight.is_word(i) or sight.lows[i] in _SUFFIXES or sight.lows[i] == "and" or sight.lows[i] in ordinals
    ):
        i += 1
    return sight.low(i) in sight.lexicons.labels.ordinal_after or (i < sight.end and sight.words[i][0].isupper())


def _numbers_name(sight: Sight, phrase: NounPhrase | None) -> bool:
    """True where a name is numbered: "the 14th Congress", "Second Avenue", "the First World War"."""
    figure, block = sight.figure, sight.block
    capital = sight.words[figure.first][0].isupper()
    inside = figure.first > sight.first
    before_name = phrase is not None and sight.words[phrase.first][0].isupper()
    if before_name and phrase is not None and phrase.first > sight.first and not (capital and _is_enumerator(sight)):
        return True
    if not figure.spelled or not capital:
        return False
    if inside and sight.words[figure.first - 1][0].isupper():
        return True
    return before_name and phrase is not None and phrase.first + 1 < sight.end and (inside or block.kind in ("headline", "teaser"))


def _rank(sight: Sight, phrase: NounPhrase | None) -> str:
    figure = sight.figure
    figure.kind, figure.unit = "rank", "rank"
    if phrase is not None:
        sight.name(phrase)
        if sight.lows[figure.first] in ("first", "1st") and figure.entity in _IDLE_FIRSTS:
            figure.weight = "minor"
    elif _is_enumerator(sight) and sight.before not in sight.lexicons.kinds.ranked and not _is_among(sight):
        return "idiom"
    elif sight.after == "among":
        _name_among(sight)
    return ""


def _name_among(sight: Sight) -> None:
    """Name those that it ranks among: "second among exporters"."""
    phrase = sight.plural_phrase(sight.past_articles(sight.figure.last + 1))
    if phrase is not None:
        sight.name(phrase)


def multiplier_reason(sight: Sight) -> str:
    """Why a multiplier is no ratio; "" for one ("twice as many", "double the price"): "doubled" and "twice a week" stay words."""
    figure = sight.figure
    if (
        (sight.after == "as" and _compares(sight))
        or sight.after in sight.lexicons.kinds.comparatives
        or (sight.after in _MULTIPLIED and sight.lows[figure.first] in _MULTIPLIERS)
    ):
        figure.kind, figure.unit = "ratio", "times"
        return ""
    return "idiom"


def _compares(sight: Sight) -> bool:
    """True for "twice as many"; not for "scored twice as rivals fell"."""
    at, nouns = sight.figure.last + 1, sight.lexicons.nouns
    low = sight.low(at)
    if low in ("many", "much", "few", "little"):
        return True
    return sight.is_word(at) and not sight.is_capital(at) and low not in nouns.function and not nouns.is_plural(low)


def is_victim(sight: Sight) -> bool:
    """True for "killing one, ...": a person, though no noun follows; the figure becomes an index, which the verb makes a count."""
    figure, at = sight.figure, sight.figure.first - 1
    if not figure.spelled or figure.value != 1 or sight.lows[figure.numeral_first] != "one" or sight.is_word(figure.last):
        return False
    while sight.low(at) in _HEDGES:
        at -= 1
    if sight.low(at) not in sight.lexicons.kinds.people_verbs:
        return False
    figure.kind = "index"
    return True


def is_pronoun_one(sight: Sight) -> bool:
    """True for "no one", "this one", "one another"; "one of the three" and "one man" are counts."""
    figure = sight.figure
    if not figure.spelled or sight.lows[figure.numeral_first] != "one" or figure.value != 1:
        return False
    before, after, at = _left_of_one(sight), sight.after, figure.last
    lexicon = sight.lexicons.labels
    if before in lexicon.one_before:
        return not (before in _STILL_COUNTS and at < sight.end and _is_plain_noun(sight, at))
    if at >= sight.end:
        return True
    return after != "of" and (after in lexicon.one_after or not (sight.is_word(at) or sight.is_number(at) or after in _OPENING_MARKS))


def _left_of_one(sight: Sight) -> str:
    first = sight.figure.first
    if first > 1 and sight.lows[first - 1] == "-" and sight.block.glued(first):
        return sight.lows[first - 2]
    return sight.lows[first - 1] if first > 0 else ""


def _is_plain_noun(sight: Sight, at: int) -> bool:
    nouns = sight.lexicons.nouns
    return nouns.is_noun(sight.lows[at]) and sight.lows[at] not in nouns.function
