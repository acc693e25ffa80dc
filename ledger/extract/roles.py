"""Aspect and direction (a level, a change, a share, a rank, a rate, a ratio) and role (actual, target, forecast, limit, ...)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ledger.extract.figures import Figure
from ledger.extract.phrases import PhraseTable
from ledger.pack import RulePack
from ledger.sources.tokens import MARK, Block

_REACH = 14
_BETWEEN = frozenset("by a an of about around nearly almost roughly approximately another further some just over more than at least up to as much only the whopping staggering total modest sharp steep average slightly".split())


@dataclass(frozen=True, slots=True)
class RoleLexicon:
    """Words of change with their direction, and the cues of each role."""

    verbs: dict[str, str]
    nouns: dict[str, str]
    adverbs: dict[str, str]
    cues: PhraseTable[str]


def make_role_lexicon(pack: RulePack) -> RoleLexicon:
    """The words of the pack's `roles` rules."""
    tables: dict[str, dict[str, str]] = {"verbs": {}, "nouns": {}, "adverbs": {}}
    cues: list[tuple[str, str]] = []
    for rule in pack.rules.get("roles", ()):
        fields: Any = rule.fields
        for name, table in tables.items():
            table.update(dict.fromkeys(fields.get(name, ()), fields.get("direction", "")))
        cues += [(cue, fields["role"]) for cue in fields.get("cues", ())]
    return RoleLexicon(tables["verbs"], tables["nouns"], tables["adverbs"], PhraseTable(cues))


def find_aspect(block: Block, figure: Figure, lexicon: RoleLexicon) -> tuple[str, str]:
    """(aspect, direction) of a figure."""
    if figure.kind == "rank":
        return "rank", ""
    if figure.kind == "ratio":
        return ("share" if figure.role == "fraction" else "ratio"), ""
    first, end = block.sentence_of(figure.first)
    direction = _changed_left(block, figure, lexicon, first) or _changed_right(block, figure, lexicon, end)
    if direction:
        return "change", direction
    if figure.kind == "percent" and figure.last < end and block.lows[figure.last] == "of":
        return "share", ""
    if figure.per:
        return "rate", ""
    return "level", ""


def _changed_left(block: Block, figure: Figure, lexicon: RoleLexicon, first: int) -> str:
    """"rose 5%", "up 5%", "increased by 5%", "a rise of 5%"; not "rose to 5%", nor "up to 5%"."""
    lows, i = block.lows, figure.words_first - 1
    linked = False
    for _ in range(5):
        if i < first:
            return ""
        low = lows[i]
        if low in ("to", "at") and not (low == "to" and i > first and lows[i - 1] == "up"):
            return ""
        if low in ("by", "of"):
            linked = True
        elif low in lexicon.verbs and not (low == "up" and i + 1 < len(lows) and lows[i + 1] == "to"):
            if low in lexicon.nouns and linked is False and figure.kind in ("count", "index"):
                return ""
            if figure.kind in ("count", "index", "physical", "currency") and low not in _SURE and not linked:
                return ""
            return lexicon.verbs[low]
        elif linked and low in lexicon.nouns:
            return lexicon.nouns[low]
        elif low not in _BETWEEN and not low.endswith("ly"):
            return ""
        i -= 1
    return ""


_SURE = frozenset("rose rise rises risen rising fell fall falls fallen falling dropped drop drops declined climbed jumped surged soared up down slipped slid shed tumbled plunged gained soars edged advanced dipped sank slumped".split())


def _changed_right(block: Block, figure: Figure, lexicon: RoleLexicon, end: int) -> str:
    """"a 40% increase", "5% higher", "10 points more than"."""
    at = figure.last
    if at < end and block.lows[at] in "-‑":
        at += 1
    if at < end and figure.per and block.lows[at] == ",":
        return ""
    for _ in range(3):
        if at >= end:
            return ""
        low = block.lows[at]
        if low in lexicon.nouns and figure.kind in ("percent", "percentage_point", "currency", "physical") and not (low in ("gain", "loss", "cut", "fall", "drop", "rise", "increase") and at + 1 < end and block.lows[at + 1] in ("the",)):
            return lexicon.nouns[low]
        if low in lexicon.adverbs and figure.kind in ("percent", "percentage_point") and not (low in ("up", "down", "off", "above", "below", "ahead", "behind", "more", "less", "extra") and (at + 1 >= end or block.lows[at + 1] not in ("than", "on", "from", "compared"))):
            return lexicon.adverbs[low]
        if low not in ("annual", "year-on-year", "quarterly", "monthly", "price", "pay", "tax", "wage", "year", "-", "on", "sales", "net", "sharp", "overall", "point", "points", "further", "budget", "rate"):
            return ""
        at += 1
    return ""


def find_role(block: Block, figure: Figure, lexicon: RoleLexicon) -> str:
    """The role of a figure by the nearest cue to its left in the clause; actual where none stands."""
    if figure.converts is not None:
        return "conversion"
    if figure.kind == "ratio" and figure.role != "fraction":
        return "comparison"
    first, _ = block.sentence_of(figure.first)
    lows = block.lows
    i, floor = figure.first, max(first, figure.words_first - _REACH)
    while i > floor:
        low = lows[i - 1]
        if low in ";:" or (block.kinds[i - 1] == MARK and low in "“\"(" and i < figure.words_first):
            break
        found = lexicon.cues.left(lows, i)
        if found is not None and found[0] >= first and not _negated(lows, found[0]):
            return found[1]
        if low in ("said", "says", "which", "after", "when", "who") and i < figure.words_first - 1:
            break
        i -= 1
    return "actual"


def _negated(lows: list[str], at: int) -> bool:
    return at > 0 and lows[at - 1] in ("not", "than", "as")
