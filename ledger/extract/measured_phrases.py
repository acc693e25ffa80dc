"""The noun phrases around an amount: what stands before it, behind it, or holds it."""

from __future__ import annotations

from collections.abc import Container

from ledger.extract.figures import Figure
from ledger.extract.measured_lexicon import MeasuredLexicon
from ledger.extract.noun_text import phrase_text
from ledger.extract.nouns import NounLexicon
from ledger.sources.tokens import MARK, NUMBER, WORD, Block

_REACH = 18
_LONGEST_LEFT = 5
_LONGEST_RIGHT = 6
_LONGEST_MARK = 3
_NOMINATIVES = frozenset(("they", "we", "he", "she", "i"))
_PACES = frozenset(("rate", "pace"))
_DURATIONS = frozenset("second minute hour day week fortnight month year decade century night quarter".split())
_DETERMINERS = frozenset(("the", "a", "an", "its", "their", "his", "her", "our"))
_LEFT_DETERMINERS = _DETERMINERS | frozenset(("this", "that", "these", "those", "some"))
_BEING = frozenset("is was be were are been remain remained stay stayed".split())
_PREPOSITIONS = frozenset(
    "of in to for from at on with by over between among under during within into through per against about around since until after before"
    " than across near behind off via".split()
)
_OPENS_CLAUSE = frozenset(("after", "before", "since", "until"))
_TO_NOUN = frozenset("due thanks owing according compared next close similar relative prior up".split())
_HAVING = frozenset(("had", "has", "have"))
_TIGHT = frozenset(("with", "by", "as", "than", "including"))
_STOPS = frozenset(';—|\n“”"')
_CONTRACTED = ("'s", "’s")
_POINTERS = frozenset(("that", "it", "there", "what", "he", "she", "who", "here"))
_HYPHENS = frozenset("-‑")
_NOUN_BEFORE = frozenset("the a an its their his her this that of in for by".split())
_OBJECT_BEHIND = frozenset("the a an its their by to from about around nearly over more less up down at".split())
Thing = tuple[str, str]
"""The text of a noun phrase and the class of its head."""


def in_phrase(block: Block, figure: Figure, end: int, measured: MeasuredLexicon, nouns: NounLexicon) -> Thing | None:
    """What a change or a share is in: "a 40% increase in bilateral trade", "10% growth in exports", "an increase of 5% in sales"."""
    at, lows, start = figure.last, block.lows, figure.words_first
    if at + 1 < end and lows[at] in measured.changed and lows[at + 1] in ("in", "of", "for"):
        if lows[at] in measured.held and lows[at + 1] == "in":
            return lows[at], nouns.class_of(lows[at])
        return phrase_right(block, at + 2, end, nouns) or (lows[at], "")
    if at < end and lows[at] == "in" and start > 1 and lows[start - 1] in ("of", "by") and lows[start - 2] in measured.changed:
        found = phrase_right(block, at + 1, end, nouns)
        return None if found is not None and found[0].rsplit(" ", 1)[-1] in _DURATIONS else found  # "in the past year"
    return None


def phrase_right(block: Block, at: int, end: int, nouns: NounLexicon) -> Thing | None:
    """The noun phrase that starts at a token, past its determiners."""
    while at < end and block.lows[at] in _DETERMINERS:
        at += 1
    last = at
    while last < min(end, at + _LONGEST_RIGHT) and block.kinds[last] == WORD and block.lows[last] not in nouns.function:
        if last > at and _is_verb(block, last, nouns) and not _ends_compound(block, last, end, nouns):
            break
        last += 1
    return thing(block, at, last - 1, nouns) if last > at else None


def _ends_compound(block: Block, i: int, end: int, nouns: NounLexicon) -> bool:
    """True for the "value" of "a rise in its market value" at the end of a clause."""
    low, before = block.lows[i], block.lows[i - 1]
    if not nouns.is_noun(low) or nouns.is_plural(before) or low.endswith(("s", "ed")):
        return False
    return i + 1 >= end or block.kinds[i + 1] == MARK or block.lows[i + 1] in _PREPOSITIONS


def left_phrase(
    block: Block, figure: Figure, first: int, measured: MeasuredLexicon, nouns: NounLexicon, taken: Container[int]
) -> Thing | None:
    """The noun phrase that the figure is told of: walk left over hedges, verbs and prepositional phrases to the phrase they lean on."""
    i = figure.words_first - 1
    floor = max(first, i - _REACH)
    if i > floor + 2 and block.lows[i] == "of" and block.lows[i - 1] in _PACES and "at" in block.lows[i - 4 : i]:
        i -= 2  # "output grew at a rate of 3 percent"
    if i > floor + 1 and block.lows[i - 2 : i + 1] == ["net", "worth", "of"]:
        return thing(block, i - 2, i - 1, nouns)
    if i > floor and block.lows[i] == "of" and _is_plain_thing(block, i - 1, measured, nouns):
        return thing(block, pair_start(block, i - 1, floor, measured, nouns), i - 1, nouns)  # "on sales of $14.7bn"
    fallback: tuple[int, int] | None = None
    while i >= floor and block.lows[i] not in _STOPS:
        if block.lows[i] == ",":
            i = _before_aside(block, i, first)  # "sales, which were a fifth of revenue, fell"
        if i in taken or block.kinds[i] == MARK or is_passed(block, i, measured, nouns):
            i -= 1
            continue
        start = next((at + 1 for at in range(i, floor, -1) if at in taken), floor)
        start = max(start, pair_start(block, i, floor, measured, nouns))
        leading = _before_determiners(block, start, floor, measured)
        before = block.lows[leading] if leading >= floor and start > floor else ""
        if before == "of" and leading - 1 in taken:
            return thing(block, start, i, nouns)  # "35 kilos of heroin worth 2 million"
        if before == "," and block.lows[i + 1] == "," and leading < start - 1 and leading > floor:
            i = leading - 1  # "sales in China, its largest market, fell"
            continue
        if before in _OPENS_CLAUSE and _verb_follows(block, i + 1, figure.words_first, nouns):
            before = ""
        if not _leans(before, block.lows[i], nouns) or before == "with":
            return thing(block, start, i, nouns)
        fallback = fallback or (start, i)
        i = leading - 1
    return thing(block, *fallback, nouns) if fallback is not None else None


def _before_aside(block: Block, comma: int, first: int) -> int:
    """The token before the clause ", which ..." that a comma closes; the comma where it closes none."""
    for i in range(comma - 1, max(first, comma - _REACH), -1):
        if block.lows[i] == ",":
            return i - 1 if block.lows[i + 1] in ("which", "who", "whose") and i > first else comma
    return comma


def _verb_follows(block: Block, at: int, end: int, nouns: NounLexicon) -> bool:
    """True where a verb stands behind a phrase: "after its net profit fell 52%"."""
    return any(_is_verb(block, i, nouns) for i in range(at, min(end, at + 3)))


def _is_plain_thing(block: Block, i: int, measured: MeasuredLexicon, nouns: NounLexicon) -> bool:
    """True for a common noun that is neither a change nor passed over."""
    return block.words[i].islower() and block.lows[i] not in measured.changed and not is_passed(block, i, measured, nouns)


def is_passed(block: Block, i: int, measured: MeasuredLexicon, nouns: NounLexicon) -> bool:
    """True for a word that is no measured thing: function words, verbs, adverbs, times."""
    low = block.lows[i]
    if block.kinds[i] == NUMBER or low in nouns.function or low in _PREPOSITIONS or low in measured.passed or low.endswith("ly"):
        return True
    if i > 0 and block.kinds[i - 1] == NUMBER and (block.words[i].islower() or (block.glued(i) and len(low) <= _LONGEST_MARK)):
        return True  # the unit or the noun of another figure
    if low.endswith(_CONTRACTED) and low[:-2] in _POINTERS:
        return True  # "that's four times the size"
    if low.endswith(("able", "ible")) and not nouns.is_noun(low) and block.words[i].islower():
        return True  # "configurable to"
    if low in nouns.modifiers and (not nouns.is_noun(low) or (i > 0 and block.lows[i - 1] in _BEING)):
        return True
    if low.endswith("ing") and i > 0 and block.lows[i - 1] == "," and block.words[i].islower():
        return True  # "..., missing the 33 million forecast"
    if low.endswith("ed") and len(low) > 4 and block.words[i].islower() and low not in nouns.modifiers and not nouns.is_noun(low):
        return True  # "winds gusted to"
    return nouns.singular(low) in _DURATIONS or _is_verb(block, i, nouns)


def _leans(before: str, head: str, nouns: NounLexicon) -> bool:
    """True where the preposition before a phrase makes it part of the one before: "trade with the region"; not "about trade"."""
    if before not in _PREPOSITIONS or before == "about":
        return False
    return before not in _TIGHT or head in nouns.classes


def _before_determiners(block: Block, start: int, floor: int, measured: MeasuredLexicon) -> int:
    """The token before the phrase's articles and the month or the like before its noun: "crude for March delivery"."""
    i = start - 1
    while i > floor and (block.lows[i] in _LEFT_DETERMINERS or block.lows[i] in measured.passed):
        i -= 1
    return i


def pair_start(block: Block, head: int, floor: int, measured: MeasuredLexicon, nouns: NounLexicon) -> int:
    """The first token of a phrase, with a phrase that "and" joins to it: "imports and exports"."""
    start = _phrase_start(block, head, floor, measured, nouns)
    left = start - 2
    if left > 0 and block.kinds[left - 1] == NUMBER:
        return start  # "41,000 staff and annual revenue of"
    if left < floor or block.lows[start - 1] not in ("and", "or") or block.kinds[left] != WORD or block.lows[left] in nouns.function:
        return start
    return start if _is_verb(block, left, nouns) else _phrase_start(block, left, floor, measured, nouns)


def _phrase_start(block: Block, head: int, floor: int, measured: MeasuredLexicon, nouns: NounLexicon) -> int:
    """The first token of the noun phrase that ends at a head."""
    start = head
    while start > floor and head - start < _LONGEST_LEFT:
        left = start - 1
        if block.lows[left] in _HYPHENS and block.glued(start) and left > floor and block.kinds[left - 1] != MARK:
            start -= 2
        elif block.kinds[left] == WORD and not _breaks(block, left, measured, nouns):
            start = left
        else:
            break
    return start


def _breaks(block: Block, i: int, measured: MeasuredLexicon, nouns: NounLexicon) -> bool:
    low = block.lows[i]
    if low.endswith("ed") and i > 0 and block.lows[i - 1] in _HAVING:
        return True  # "analysts had expected revenue of"
    if low in nouns.function or low in _PREPOSITIONS or low in measured.passed or low.endswith(("'s", "’s")):
        return True
    return low not in nouns.modifiers and _is_verb(block, i, nouns)


def thing(block: Block, start: int, head: int, nouns: NounLexicon) -> Thing:
    """The text and class of the phrase from `start` to its head."""
    while start < head and block.lows[start] in ("and", "or"):
        start += 1
    return phrase_text(block, start, head + 1, head, nouns, keep_case=block.kind != "headline"), nouns.class_of(block.lows[head])


def _is_verb(block: Block, i: int, nouns: NounLexicon) -> bool:
    """True for a verb; of a word that may be a noun too ("cost", "rise") where its neighbours make it one."""
    low = block.lows[i]
    if low not in nouns.verbs:
        return i > 0 and block.lows[i - 1] in _NOMINATIVES
    if not nouns.is_noun(low):
        return True
    before = block.lows[i - 1] if i > 0 else ""
    if i + 1 < len(block) and block.lows[i + 1] == "of":
        return False
    if before == "to" and i > 1 and not low.endswith("s") and block.lows[i - 2] not in _TO_NOUN and not nouns.is_noun(block.lows[i - 2]):
        return True  # "able to reach speeds of"
    if before.endswith("ly") and not nouns.is_noun(before) and i + 1 < len(block) and low.endswith("s"):
        return True  # "sales currently total about"
    if before in _NOMINATIVES or (before == "," and i + 1 < len(block) and block.kinds[i + 1] == NUMBER):
        return True  # "the delays they experience", "shares, including warrants, rose 4 percent"
    if nouns.is_plural(before) and not low.endswith("s") and block.words[i + 1 : i + 2] and block.words[i + 1][:1].isupper():
        return True  # "raiders hit Lorn"
    if before == "that" and i > 1 and nouns.is_noun(block.lows[i - 2]):
        return True  # "a segment that totals"
    if before in _NOUN_BEFORE or before in nouns.modifiers or before.endswith(("'s", "’s")):
        return False  # a noun behind an article, an adjective or a preposition
    after = block.words[i + 1] if i + 1 < len(block) and block.kinds[i + 1] == WORD else ""
    if after and after.lower() not in _OBJECT_BEHIND and not (after.isupper() and block.kinds[i + 2 : i + 3] != [WORD]):
        return False
    return nouns.is_noun(before) or block.words[i - 1][:1].isupper() or before in nouns.function
