"""What amounts, shares and sizes measure: the noun phrase that a currency, percent or physical figure speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ledger.extract.figures import Figure
from ledger.extract.noun_phrases import phrase_text
from ledger.extract.nouns import NounLexicon
from ledger.pack import RulePack
from ledger.sources.tokens import MARK, NUMBER, WORD, Block

_REACH = 18
_PREPOSITIONS = frozenset(
    "of in to for from at on with by over between among under during within into through per against about around since until after before than across near behind off via".split()
)
_STOPS = frozenset(";—|\n")
_QUOTES = frozenset("“”\"")


@dataclass(frozen=True, slots=True)
class MeasuredLexicon:
    """Word near a size -> its attribute, and the attribute of a unit by itself."""

    near: dict[str, str]
    default: dict[str, str]
    paid: dict[str, str]
    people: frozenset[str]
    tolls: frozenset[str]


def make_measured_lexicon(pack: RulePack) -> MeasuredLexicon:
    """The `attributes` rule of the pack's `roles`."""
    tables: dict[str, dict[str, str]] = {"near": {}, "paid": {}}
    default: dict[str, str] = {}
    people: set[str] = set()
    tolls: set[str] = set()
    for rule in pack.rules.get("roles", ()):
        fields: Any = rule.fields
        for name, table in tables.items():
            for attribute, words in fields.get(name, {}).items():
                table.update(dict.fromkeys(words, attribute))
        default.update(fields.get("default", {}))
        people.update(fields.get("verbs_of_people", ()))
        tolls.update(fields.get("tolls", ()))
    return MeasuredLexicon(tables["near"], default, tables["paid"], frozenset(people), frozenset(tolls))


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
        if unit in _DURATIONS and not _linked(block, figure, first):
            return "duration", ""
    if figure.kind == "currency":
        attribute = _paid(block, figure, first, measured)
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


def counts_people(block: Block, figure: Figure, measured: MeasuredLexicon) -> bool:
    """True for a bare number behind "killed", "injuring": it counts people."""
    i = figure.words_first - 1
    while i > 0 and block.lows[i] in ("another", "about", "some", "only", "further"):
        i -= 1
    return i >= 0 and block.lows[i] in measured.people


def _linked(block: Block, figure: Figure, first: int) -> bool:
    """True where a duration is told of something: "will be around twelve days", "a delay of two hours"."""
    before = block.lows[figure.words_first - 1] if figure.words_first > first else ""
    return before in ("is", "was", "be", "were", "are", "of", "been", "to", "lasted", "lasts", "took", "takes", "take", "last")


def _paid(block: Block, figure: Figure, first: int, measured: MeasuredLexicon) -> str:
    """"price" behind "costs" and "starts at", "sale price" behind "sold ... for"."""
    at = figure.first
    before = block.lows[at - 1] if at > first else ""
    if before in measured.paid:
        return measured.paid[before]
    if before in ("at", "from", "for", "between"):
        for i in range(at - 2, max(first - 1, at - 10), -1):
            if block.lows[i] in measured.paid and (before == "for" or at - i <= 3):
                return measured.paid[block.lows[i]]
            if (block.kinds[i] == MARK and block.lows[i] != ".") or block.kinds[i] == NUMBER or (before != "for" and i < at - 3):
                return ""
    return ""


def _attribute(block: Block, figure: Figure, first: int, end: int, measured: MeasuredLexicon) -> str:
    """The attribute word straight behind a size ("10 km deep", "25 miles south of"), or just before it ("a depth of 10 km")."""
    at = figure.last
    if at < end and block.lows[at] == "(":
        closing = next((i for i in range(at + 1, min(end, at + 8)) if block.lows[i] == ")"), at)
        at = closing + 1 if closing > at else at
    elif at < end and block.lows[at] == ")":
        at += 1
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
        if nouns.singular(low) in _DURATIONS:
            i -= 1
            continue
        start = _phrase_start(block, i, floor, nouns)
        if start - 1 > floor and block.lows[start - 1] in ("and", "or") and block.kinds[start - 2] == WORD and not _is_verb(block, start - 2, nouns) and block.lows[start - 2] not in nouns.function:
            start = _phrase_start(block, start - 2, floor, nouns)
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


_SKIPPED = frozenset("up down higher lower more less yesterday today tonight tomorrow monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december ago total record last next million billion trillion thousand hundred dozen percent dollars euros pounds usd".split())


def _taken(block: Block, start: int, head: int, nouns: NounLexicon) -> tuple[str, str]:
    low = block.lows[head]
    while start < head and block.lows[start] in ("and", "or"):
        start += 1
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
    if before in ("the", "a", "an", "its", "their", "his", "her", "this", "that", "of", "in", "for", "by") or before in nouns.modifiers or before.endswith(("'s", "’s")):
        return False  # noun or verb ("cost", "rise"): a noun behind an article, an adjective or a preposition
    following = block.lows[i + 1] if i + 1 < len(block) else ""
    if following in ("the", "a", "an", "its", "their", "by", "to", "from", "about", "around", "nearly", "over", "more", "less", "up", "down", "at") or block.kinds[min(i + 1, len(block) - 1)] != WORD:
        return nouns.is_noun(before) or block.words[i - 1][:1].isupper() or before in nouns.function
    return False
