"""Ratios and shares: "2.5 times higher", "sixfold", "one in five adults", "half the villages"."""

from __future__ import annotations

from ledger.extract.amounts import LATER
from ledger.extract.numerals import HYPHENS, Numeral
from ledger.extract.sight import Sight

_CROSSES = frozenset(("x", "×"))
_TITLED = frozenset(("winner", "champion", "world", "olympic", "grand"))
_BEHIND_SHARE = frozenset(("of", "are", "is", "say", "said", "chance", "was", "were", "have", "has"))
_EACH = frozenset(("a", "an", "per", "each", "every"))
_OF_TIME = frozenset("second minute hour day night week fortnight month season year decade century".split())
_RATED_OUT_OF = frozenset((5, 10, 20, 100))
_SMALL = 10
_LARGEST_WHOLE = 10_000_000


def is_ratio(sight: Sight) -> bool:
    """True for "2.5 times higher", "10x", "sixfold", "10-fold", "five-time champion": the figure becomes a ratio."""
    figure = sight.figure
    last = figure.last if figure.role == "fold" else _times_end(sight)
    if last < 0:
        return False
    figure.measure_first = figure.last
    figure.kind, figure.unit, figure.last = "ratio", "times", last
    if sight.low(last - 1) == "times":
        _take_frequency(sight)
    return True


def _take_frequency(sight: Sight) -> None:
    """Make "three times a week", "78,000 times per minute" a rate: it compares nothing."""
    figure, at = sight.figure, sight.figure.last
    each, time = sight.low(at), sight.low(at + 1)
    if each in _EACH and time in _OF_TIME and sight.low(at + 2) not in LATER:
        figure.kind, figure.per, figure.last = "physical", time, at + 2
        figure.unit = f"times / {time}"


def _times_end(sight: Sight) -> int:
    """The token after the word or sign of multiplication behind the figure; -1 where there is none."""
    at, low = sight.figure.last, sight.after
    if low == "-" and sight.low(at + 1) == "fold":
        return at + 2
    if low in ("times", "fold") or (low in _CROSSES and _ends_here(sight, at)):
        return at + 1
    return at + 1 if low == "time" and sight.low(at + 1) in _TITLED else -1


def _ends_here(sight: Sight, at: int) -> bool:
    """True for a cross glued to the number with nothing glued behind: "10x", not "4x4"."""
    return sight.glued(at) and not (sight.glued(at + 1) and (sight.is_word(at + 1) or sight.is_number(at + 1)))


def is_another_person(sight: Sight) -> bool:
    """True for "killed two and wounded a third": no share of anything."""
    figure = sight.figure
    if not figure.spelled or sight.is_word(figure.last) or sight.lows[figure.numeral_first] not in ("a", "an"):
        return False
    return sight.before in sight.lexicons.kinds.people_verbs


def take_fraction(sight: Sight) -> bool:
    """True for a fraction ("two-thirds of voters"): the figure becomes a share of what stands behind it."""
    figure = sight.figure
    if figure.role != "fraction":
        return False
    figure.kind, figure.unit = "ratio", "times"
    _share_of(sight)
    return True


def is_one_in(sight: Sight) -> bool:
    """True for "one in five adults", "1 in 500", "nine out of ten": the figure becomes the share of two whole numbers."""
    figure = sight.figure
    if figure.raw is None or figure.scale != 1 or figure.raw <= 0:
        return False
    joint = _joint(sight)
    if joint is None:
        return False
    at, sure, over = joint
    whole = _whole(sight, at)
    if figure.step != 1 and not (sure and whole is not None and whole.value in _RATED_OUT_OF):
        return False  # "3.5 out of 5"
    if whole is None or whole.value is None or not (_closed_over(sight, whole) if over else sure or _fits(sight, whole)):
        return False
    share = figure.raw / whole.value
    figure.step = share
    figure.value = figure.low = figure.high = share.copy_sign(figure.value if figure.value is not None else share)
    figure.last, figure.kind, figure.unit, figure.role = whole.last, "ratio", "times", "fraction"
    _share_of(sight)
    return True


def _joint(sight: Sight) -> tuple[int, bool, bool] | None:
    """The token where the whole starts, whether the words can mean nothing else, and whether it is "over" ("three over four")."""
    at, low = sight.figure.last, sight.after
    if low in HYPHENS and sight.low(at + 1) == "in" and sight.low(at + 2) in HYPHENS:
        return at + 3, True, False  # a one-in-ten chance
    over = low == "over" and sight.figure.raw is not None and sight.figure.raw < 10
    sure = low == "out" and sight.low(at + 1) == "of"
    if not (sure or low == "in" or over):
        return None
    at += 2 if sure else 1
    if sight.low(at) in ("every", "each"):
        return at + 1, True, over
    return at, sure, over


def _whole(sight: Sight, at: int) -> Numeral | None:
    """The larger whole number at a token, or behind its article: "one in a million"."""
    if sight.low(at) == "a" and sight.low(at + 1) in sight.lexicons.numerals.scales:
        at += 1
    elif at in sight.reader.blocked or not (sight.is_number(at) or sight.low(at) in sight.lexicons.numerals.cardinals):
        return None
    whole = sight.reader.numerals.read(sight.block, at)
    if whole is None or whole.value is None or whole.step < 1 or sight.figure.raw is None:
        return None
    return whole if sight.figure.raw < whole.value <= _LARGEST_WHOLE else None


def _closed_over(sight: Sight, whole: Numeral) -> bool:
    return whole.scale == 1 and not sight.is_word(whole.last) and not sight.is_number(whole.last)


def _fits(sight: Sight, whole: Numeral) -> bool:
    """True where "in" joins part and whole: "1 in 500 homes", "one in five say"; not "3 men in 20 boats", nor "2 in 2031"."""
    figure, last = sight.figure, whole.last
    phrase = sight.plural_phrase(last)
    counted = phrase is not None
    if phrase is not None and sight.lexicons.nouns.class_of(sight.lows[phrase.head]) in ("event", "time"):
        return False  # "19 goals in 28 matches", "his 19 in 28 matches"
    if counted and figure.raw is not None and figure.raw < 20:
        return True
    nouns, low = sight.lexicons.nouns, sight.low(last)
    if low in nouns.verbs and not nouns.is_noun(low) and figure.raw is not None and figure.raw < _SMALL:
        return True  # "one in four voted"
    closed = not sight.is_word(last) and not sight.is_number(last) or sight.low(last) in _BEHIND_SHARE
    return closed and figure.spelled == whole.spelled


def _share_of(sight: Sight) -> None:
    """Name what the share is of: "half of the homes", "one in five adults"."""
    at = sight.figure.last
    if sight.low(at) == "of":
        sight.name_of(at + 1)
        return
    at = sight.past_articles(at)
    phrase = sight.phrase(at)
    if phrase is not None and "," in sight.lows[phrase.first : phrase.last]:
        phrase = sight.phrase(at, single=True)  # "half the normal amount, and prices fell"
    if phrase is not None and (phrase.first > at or sight.lexicons.nouns.is_plural(sight.lows[phrase.head])):
        sight.name(phrase)
