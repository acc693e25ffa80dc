"""What amounts, shares and sizes measure: the noun phrase that a currency, percent or physical figure speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ledger.extract.figures import Figure
from ledger.extract.nouns import NounLexicon, phrase_text
from ledger.pack import RulePack
from ledger.sources.tokens import MARK, NUMBER, WORD, Block

_REACH = 18
_PREPOSITIONS = frozenset(
    "of in to for from at on with by over between among under during within into through per against about around since until after before as than across near behind off via".split()
)
_STOPS = frozenset(";—|\n")
_QUOTES = frozenset("“”\"")


@dataclass(frozen=True, slots=True)
class MeasuredLexicon:
    """Word near a size -> its attribute, and the attribute of a unit by itself."""

    near: dict[str, str]
    default: dict[str, str]


def make_measured_lexicon(pack: RulePack) -> MeasuredLexicon:
    """The `attributes` rule of the pack's `roles`."""
    near: dict[str, str] = {}
    default: dict[str, str] = {}
    for rule in pack.rules.get("roles", ()):
        fields: Any = rule.fields
        for attribute, words in fields.get("near", {}).items():
            near.update(dict.fromkeys(words, attribute))
        default.update(fields.get("default", {}))
    return MeasuredLexicon(near, default)


def find_measured(block: Block, figure: Figure, measured: MeasuredLexicon, nouns: NounLexicon) -> tuple[str, str]:
    """(entity, noun class) of a figure that has none yet: the attribute its words name, or the noun phrase to its left."""
    first, end = block.sentence_of(figure.first)
    unit = figure.unit
    if unit in measured.default:
        return measured.default[unit], ""
    if figure.kind == "physical":
        attribute = _attribute(block, figure, first, end, measured)
        if attribute:
            return attribute, ""
    if figure.kind in ("percent", "percentage_point", "currency", "ratio"):
        found = _in_phrase(block, figure, end, nouns)
        if found is not None:
            return found
    left = _left_phrase(block, figure, first, nouns)
    if left is not None:
        return left
    return "", ""


def _attribute(block: Block, figure: Figure, first: int, end: int, measured: MeasuredLexicon) -> str:
    """The attribute word straight behind a size ("10 km deep", "25 miles south of"), or just before it ("a depth of 10 km")."""
    at = figure.last
    if at < end and block.lows[at] in "-‑" and at + 1 < end:
        at += 1
    if at < end and block.lows[at] in measured.near:
        attribute = measured.near[block.lows[at]]
        if not (attribute == "distance" and figure.unit in _DURATIONS) and not (block.lows[at] == "long" and figure.unit in _DURATIONS):
            return attribute
    if figure.unit in _DURATIONS:
        return ""
    i = figure.words_first - 1
    for _ in range(3):
        if i < first:
            return ""
        low = block.lows[i]
        if low in measured.near and low not in ("from", "off", "below", "north", "south", "east", "west", "across", "high", "long", "away", "outside"):
            return measured.near[low]
        if low not in ("of", "is", "was", "at", "to", "by", "a", "about", "around", "just", "some", "up"):
            return ""
        i -= 1
    return ""


_DURATIONS = frozenset("second minute hour day week fortnight month year decade century night quarter".split())
_CHANGED = frozenset("increase increases rise rises growth gain gains jump surge hike boost improvement decrease fall drop decline declines reduction cut cuts loss slump discount stake interest share shares return yield chance probability majority turnout".split())


def _in_phrase(block: Block, figure: Figure, end: int, nouns: NounLexicon) -> tuple[str, str] | None:
    """"a 40% increase in bilateral trade", "10% growth in exports", "an increase of 5% in sales"."""
    at = figure.last
    if at + 1 < end and block.lows[at] in _CHANGED and block.lows[at + 1] in ("in", "of", "for"):
        if block.lows[at] in ("stake", "interest", "share", "shares") and block.lows[at + 1] == "in":
            return block.lows[at], nouns.class_of(block.lows[at])
        found = _phrase_right(block, at + 2, end, nouns)
        return found if found is not None else (block.lows[at], "")
    before = block.lows[figure.words_first - 1] if figure.words_first > 0 else ""
    before2 = block.lows[figure.words_first - 2] if figure.words_first > 1 else ""
    if before in ("of", "by") and before2 in _CHANGED and at < end and block.lows[at] in ("in",):
        return _phrase_right(block, at + 1, end, nouns)
    return None


def _phrase_right(block: Block, at: int, end: int, nouns: NounLexicon) -> tuple[str, str] | None:
    while at < end and block.lows[at] in ("the", "a", "an", "its", "their", "his", "her", "our"):
        at += 1
    i = at
    while i < end and i - at < 6 and block.kinds[i] == WORD and block.lows[i] not in nouns.function and not (i > at and _is_verb(block, i, nouns)):
        i += 1
    if i == at:
        return None
    return phrase_text(block, at, i, i - 1, nouns, keep_case=block.kind != "headline"), nouns.class_of(block.lows[i - 1])


def _left_phrase(block: Block, figure: Figure, first: int, nouns: NounLexicon) -> tuple[str, str] | None:
    """The noun phrase that the figure is told of: walk left over hedges, verbs and prepositional phrases to the phrase they lean on."""
    i = figure.words_first - 1
    floor = max(first, i - _REACH)
    fallback: tuple[int, int] | None = None
    while i >= floor:
        low, kind = block.lows[i], block.kinds[i]
        if kind == MARK:
            if low in _STOPS or low in _QUOTES:
                break
            i -= 1
            continue
        if kind == NUMBER or low in nouns.function or low in _PREPOSITIONS or _is_verb(block, i, nouns) or low.endswith("ly") or low in _SKIPPED:
            i -= 1
            continue
        start = _phrase_start(block, i, floor, nouns)
        before = block.lows[start - 1] if start > floor else ""
        skip = start - 1
        while before in ("the", "a", "an", "its", "their", "his", "her", "our", "this", "that", "these", "those", "some") and skip > floor:
            skip -= 1
            before = block.lows[skip]
        if before in _PREPOSITIONS and before not in ("about",) and not (before in ("with", "by", "as", "than", "including") and block.lows[i] not in nouns.classes):
            if before == "with":
                return _taken(block, start, i, nouns)
            fallback = fallback or (start, i)
            i = skip - 1
            continue
        return _taken(block, start, i, nouns)
    return _taken(block, *fallback, nouns) if fallback is not None else None


_SKIPPED = frozenset("up down higher lower more less yesterday today tonight tomorrow monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december ago total record".split())


def _taken(block: Block, start: int, head: int, nouns: NounLexicon) -> tuple[str, str]:
    low = block.lows[head]
    return phrase_text(block, start, head + 1, head, nouns, keep_case=block.kind != "headline"), nouns.class_of(low)


def _phrase_start(block: Block, head: int, floor: int, nouns: NounLexicon) -> int:
    start = head
    while start - 1 >= floor:
        low, kind = block.lows[start - 1], block.kinds[start - 1]
        if kind == MARK:
            if low in "-‑" and block.glued(start) and start - 2 >= floor and block.kinds[start - 2] != MARK:
                start -= 2
                continue
            break
        if kind == NUMBER or low in nouns.function or low in _PREPOSITIONS or low.endswith(("'s", "’s")) or (_is_verb(block, start - 1, nouns) and low not in nouns.modifiers) or low in _SKIPPED:
            break
        if head - start >= 5:
            break
        start -= 1
    return start


def _is_verb(block: Block, i: int, nouns: NounLexicon) -> bool:
    low = block.lows[i]
    if low not in nouns.verbs:
        return False
    if not nouns.is_noun(low):
        return True
    before = block.lows[i - 1] if i > 0 else ""
    # noun or verb ("cost", "price", "rise"): a noun behind an article, an adjective or a preposition
    return not (before in ("the", "a", "an", "its", "their", "his", "her", "this", "that", "of", "in", "for", "by") or before in nouns.modifiers or before.endswith(("'s", "’s")))
