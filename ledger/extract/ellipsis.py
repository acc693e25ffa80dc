"""Ellipsis: a bare number that leaves its noun to the figure before it, as "435 homes by sale and 187 by tender" does."""

from __future__ import annotations

from ledger.extract.figures import Figure
from ledger.extract.numeral import ONE
from ledger.extract.sight import Sight
from ledger.sources.tokens import WORD, Block

_SOFT = frozenset(("about", "around", "nearly", "some", "over", "only", "just", "another"))
_ELLIPTIC = frozenset(("from", "to", "versus", "vs", "against", "by", "x", "×"))
_OF_PEOPLE = frozenset("have has had were are was remain remained died survived escaped".split())
_ENDS_MORE = frozenset(
    ("in", "at", "on", "by", "from", "to", "were", "was", "are", "and", "but", "with", "after", "during", "when", "who", "had")
)
_REACH = 14
_PARALLEL = frozenset(("with", "without", "in", "on", "at", "when", "if", "by", "for", "under", "over", "before", "after"))
_LONGEST_GAP = 8
_OPENS_GAP = frozenset((",", ";", "and", "while", "but", "with"))
_ENDS_GAP = frozenset(
    ', ; . : ) ! ? " ” and but in at on by for last this when while as worldwide globally nationwide overall today'.split()
)
_WHOLE = 100
_LONGEST_HEDGE = 3
_OWNED = ("'s", "’s")
_EXTREMES = frozenset(("peak", "high", "low", "maximum", "minimum"))
_COPULAS = frozenset(("is", "was", "are", "were", "has", "had", "have"))
_CONTRASTS = frozenset(("while", "whilst", "whereas"))
_CLOSED: tuple[list[str], ...] = ([], [","], ["."], [";"], [")"])
_BOUNDING = frozenset("as many more fewer less than about nearly almost over under up to at least most only just".split())
_REST = frozenset(("others", "another", "rest", "remaining", "remainder"))
_STILL = frozenset(("still", "now", "only", "also", "already", "then", "later", "has", "have", "had"))
_OWNS = frozenset(("has", "have", "had"))
_NO_OBJECT = frozenset("turn turned turns measured measures hit hits reached reaches aged averaged numbered totalled".split())
"""Verbs whose figure is another quantity than the object of the verb before."""
FORECASTERS = frozenset("economists analysts forecasters experts investors traders strategists".split())
"""Behind a number and before a verb of expecting they are who forecast it, and not what is counted."""
_PRONOUNS = frozenset(("it", "they", "he", "she", "we"))
_EXPECTS = frozenset("expected expecting expect forecast forecasted predicted projected estimated anticipated polled".split())
_COMPARING = frozenset(("compared", "versus", "against", "than"))


def is_said_to_be(sight: Sight, left: Figure) -> bool:
    """True for "31 were civilians and the other seven were fighters": the noun behind the verb is counted."""
    at = sight.figure.last
    if left.kind != "count" or sight.low(at) not in ("were", "are"):
        return False
    phrase = sight.plural_phrase(at + 1)
    if phrase is None or sight.lexicons.nouns.class_of(sight.lows[phrase.head]) != "person":
        return False
    sight.count(phrase)
    return True


def shares_noun(sight: Sight, left: Figure, right: Figure) -> bool:
    """True where a bare number counts what the figure before it counts."""
    block = sight.block
    if _goes_on(block, left, right) or _are_some(sight, left, right) or _are_more(block, left, right):
        return True
    return _is_gapped(sight, left, right) or _does_same(sight, left, right)


def _goes_on(block: Block, left: Figure, right: Figure) -> bool:
    """True where a bare number goes on from a figure of its sentence: "435 homes by sale and 187 by tender"."""
    if left.kind in ("index", "rank", "ratio", "") or right.first - left.last > _REACH or right.role == "fraction" or right.base:
        return False
    if block.sentence_of(left.first) != block.sentence_of(right.first) or (left.entity == "age" and right.first - left.last > 1):
        return False  # "married at 21, and two died"
    at = right.first - 1
    if block.lows[at] in _SOFT and at - 1 > left.last:
        at -= 1
    if block.lows[at] in ("a", "an") and block.lows[at - 1] in ("and", "or") and left.unit == "magnitude":
        at -= 1  # "a 2.9 aftershock and a 2.2"
    if block.lows[at] == "of" and block.lows[at - 1] in _EXTREMES and block.lows[at - 2] in ("a", "its", "their"):
        at -= 3  # "down from a peak of 1.2 million"
    before = block.lows[at]
    if before == "but" and block.lows[right.first - 1] in ("only", "just"):
        return left.kind == "count" and block.lows[right.last : right.last + 1] != ["of"]  # "2.1 million guests, but only 560,000 in May"
    if before.endswith(_OWNED) and (left.kind in ("count", "physical") or _are_shares(left, right)):
        return block.lows[right.last : right.last + 1] in _CLOSED  # "204 hp, a step down from the old van's 212,"
    if before in _COPULAS and left.kind in ("count", "physical"):
        return _is_contrasted(block, left, right, before)
    if before in ("and", "or", "another", "further"):
        return (left.kind in ("count", "physical") and right.step >= left.step) or (left.kind == "percent" and before == "and")
    if before == "," and left.kind == "physical" and not left.adjectival and _is_parallel(block, left, right):
        return True
    if before == ",":
        return left.kind == "count" and right.step >= left.step
    if before in ("with", "to") and block.lows[right.first - 2] in ("compared", "comparison"):
        return left.kind not in ("percent", "percentage_point") or before == "with"
    if (
        left.kind == "percent"
        and before == "from"
        and block.lows[at - 1] not in ("up", "down")
        and "to" not in block.lows[left.first - 2 : left.first]
    ):
        return False  # "up 62 percent from 9,000", a change and a level; not "to 40 percent from 35"
    return _reaches(before, left, right)


def _are_shares(left: Figure, right: Figure) -> bool:
    """True for two numbers of percent written alike: "53.4 percent to her rival's 44.9"."""
    return left.kind == "percent" and right.high is not None and right.high <= _WHOLE and left.step == right.step


def _is_contrasted(block: Block, left: Figure, right: Figure, verb: str) -> bool:
    """True for "the median home has 1,200 square feet while the largest has 9,000.": one verb told of two things."""
    gap = block.lows[max(left.last, left.noun_last) : right.words_first]
    return (
        verb in block.lows[max(0, left.first - _LONGEST_HEDGE) : left.first]
        and not _CONTRASTS.isdisjoint(gap)
        and block.lows[right.last : right.last + 1] in _CLOSED
    )


def _is_parallel(block: Block, left: Figure, right: Figure) -> bool:
    """True where one preposition goes on behind both: "470 litres with the seats up, 1,290 with them folded"."""
    behind = block.lows[right.last : right.last + 1]
    return bool(behind) and behind == block.lows[left.last : left.last + 1] and behind[0] in _PARALLEL


def _is_gapped(sight: Sight, left: Figure, right: Figure) -> bool:
    """True where a clause leaves out verb and noun: "took 151 seats, the opposition 66, and smaller groups 17"."""
    block, at = sight.block, right.words_first - 1
    while block.lows[at] in _BOUNDING and at > left.last:
        at -= 1  # "the state holds 58.4% and the family about 11"
    if right.words_first != right.first or right.value is None or not _is_of_size(left, right):
        return False
    start = max(left.last, left.noun_last)
    gap = block.lows[start : at + 1]
    if not 2 <= len(gap) <= _LONGEST_GAP or gap[0] not in _OPENS_GAP or block.kinds[at] != WORD:
        return False
    nouns, ends = sight.lexicons.nouns, block.lows[right.last : right.last + 1]
    if ends and ends[0] not in _ENDS_GAP:
        return False
    if left.kind != "count" and gap[0] == "with":
        return False
    noun = nouns.is_noun(gap[-1]) and (gap[-1] not in nouns.verbs or (left.kind == "currency" and nouns.is_plural(gap[-1])))
    named = sight.is_capital(at) or noun or gap[-1] in _REST
    acts = any(low in nouns.verbs and not (gap[-1] in _REST and nouns.is_noun(low)) for low in gap[:-1])
    return named and not acts and block.sentence_of(left.first) == block.sentence_of(right.first)


def _is_of_size(left: Figure, right: Figure) -> bool:
    """True where a bare number can be of the kind of the figure before it: written as finely, in percent, or in millions like a sum."""
    if left.kind == "percent":
        return _are_shares(left, right)
    if left.kind == "currency":
        return left.scale > ONE and right.scale > ONE
    return left.kind in ("count", "physical") and right.step >= left.step


def _does_same(sight: Sight, left: Figure, right: Figure) -> bool:
    """True where a second verb has the same object: "finished 435 homes and began 612", "had 120 beds but held 300"."""
    block, at = sight.block, right.words_first - 1
    while block.lows[at] in _BOUNDING and at > left.last:
        at -= 1  # "held 120 but carried as many as 300"
    if left.kind != "count" or right.step < min(left.step, ONE) or right.high is None or right.high < 2:
        return False
    if not 0 <= at - 1 - max(left.last, left.noun_last) <= _LONGEST_GAP or block.sentence_of(left.first) != block.sentence_of(right.first):
        return False
    ends = block.lows[right.last : right.last + 1]
    joint = at - 2 if block.lows[at - 1] in _STILL else at - 1
    verb = block.lows[at] if block.lows[joint] in ("and", "but", "or") else ""
    acts = verb in _OWNS or (verb in sight.lexicons.nouns.verbs and verb not in _NO_OBJECT)
    return acts and (not ends or ends[0] in _ENDS_GAP)


def expects(lows: list[str], at: int) -> bool:
    """True where a verb of expecting stands at a token: "the 110,000 economists had forecast"."""
    at += lows[at : at + 1] in (["had"], ["have"], ["were"])
    return at < len(lows) and lows[at] in _EXPECTS


def _near_enough(block: Block, left: Figure, right: Figure) -> bool:
    """True in one sentence, and for "It shut 62 stores. It will shut 60 more." """
    if block.sentence_of(left.first) == block.sentence_of(right.first):
        return True
    more = left.kind == "count" and block.lows[right.last : right.last + 1] == ["more"]
    return more and block.sentence_index(right.first) - block.sentence_index(left.first) == 1


def _are_more(block: Block, left: Figure, right: Figure) -> bool:
    """True for "150 jets, with options for 60 more" and "203 seats, short of the 226 needed": more of what was counted."""
    money = left.kind == "currency" and left.scale > 1 and right.scale > 1
    if (left.kind not in ("count", "physical") and not money) or not _near_enough(block, left, right) or right.first - left.last > _REACH:
        return False
    if money and not _COMPARING.isdisjoint(block.lows[left.last : right.first]):
        return True  # "340 million euros, compared with a loss of 95 million"
    at, words = right.last, block.lows
    low, after = words[at] if at < len(block) else "", words[at + 1] if at + 1 < len(block) else ""
    if low in ("more", "fewer") and after == "than":
        return money or (left.kind == "count" and right.scale <= left.scale)  # "1.06 million cars, about 90,000 fewer than a year earlier"
    if low in ("more", "others"):
        if left.kind == "physical":
            return low == "more" and (at + 1 >= len(block) or after in _ENDS_MORE or block.kinds[at + 1] != WORD)
        return block.kinds[at + 1 : at + 2] != [WORD] or after in _ENDS_MORE
    return (
        left.kind != "physical"
        and words[right.first - 1] == "the"
        and (
            low in FORECASTERS
            or (low in _PRONOUNS and expects(words, at + 1))
            or low in ("needed", "forecast", "estimate")
            or (low.endswith("ed") and block.words[at].islower())
        )
    )


def _are_some(sight: Sight, left: Figure, right: Figure) -> bool:
    """True for some of the people counted just before: "they hold 65 hostages; 12 have been freed and three died"."""
    block, nouns = sight.block, sight.lexicons.nouns
    if left.kind != "count" or left.noun_class != "person" or right.last >= len(block):
        return False
    low = block.lows[right.last]
    acts = block.lows[right.words_first - 1] in ("and", "but", "while") and low in nouns.verbs and not nouns.is_noun(low)
    if low not in _OF_PEOPLE and not acts:
        return False
    return block.sentence_index(right.first) - block.sentence_index(left.first) <= 1


def _reaches(before: str, left: Figure, right: Figure) -> bool:
    """ "from 40 homes to 52", "to 4.2 billion crowns from 3.9 billion"; not "rose 0.4 percent to 13,176", which is a change and a level."""
    if before not in _ELLIPTIC or (before == "to" and left.kind == "percent") or (before == "from" and right.is_range):
        return False
    if left.kind == "currency":
        return before in ("from", "to") and left.scale > 1 and right.scale > 1
    return left.kind in ("count", "percent", "physical") and (not left.is_range or before == "to")
