"""Aspect and direction (a level, a change, a share, a rank, a rate, a ratio) and role (actual, target, forecast, limit, ...)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ledger.extract.figures import Figure
from ledger.extract.phrases import PhraseTable
from ledger.pack import RulePack
from ledger.sources.tokens import WORD, Block

_REACH = 14
_AT_A_LEVEL = frozenset(("at", "to", "on", "in", ",", ".", "", "by", "after", "as", "from"))
"""What stands behind a step: \"86 cents lower at $84.07\"."""
_CHANGE_REACH = 7
_OBJECT_REACH = 10
_LONGEST_GAP = 6
_CALENDAR_RATES = ("/ year", "/ month", "/ week", "/ day")
_NEAR = 4
_PACES = frozenset(("rate", "pace"))
_WORTH = frozenset(("value", "worth"))
_BEHIND_CHANGE = frozenset((".", ",", "in", "from", "on", "year", "compared", "over", "since", "this", "last", "at", "to", "for"))
_INSIDE_OBJECT = frozenset("-‑'’%&$€£")
_OTHER_CLAUSE = frozenset(("that", "which", "who", "and", "but", "as", "by", "while", "when", "after", "because", "than"))
_PARTICLES = frozenset(("up", "down", "higher", "lower"))
_ARTICLES = frozenset(("a", "an", "the", "this", "its", "their"))
_BEHIND_TIMES = frozenset(
    ', . ; ) " ” in at on since before during and with for after until when while between over from under last this a per to by'.split()
)
"""What stands behind "five times" where it tells how often."""
_COPULAS = frozenset(("by", "to", "at", "of", "than", "multiplied", "x"))
_AIMING = frozenset(("targets", "targeting", "targeted"))
_NONE: frozenset[str] = frozenset()
_BETWEEN = frozenset(
    "by a an of about around nearly almost roughly approximately another further some just over more than at least up to as much only the"
    " whopping staggering total modest sharp steep average slightly".split()
)
_NEEDS_BY = frozenset(("count", "index", "physical", "currency"))
_CHANGED_KINDS = frozenset(("percent", "percentage_point", "currency", "physical"))
_POINTS = frozenset(("percent", "percentage_point"))
_IN_NAMES = frozenset(("the", "and", "of", "&", "while", "'s", "’s", "500", "100"))
_CLOSED: tuple[list[str], ...] = ([], [","], ["."], [";"], ["and"])
_BEING = frozenset("is was were are be been still now".split())
_COMPARING = frozenset(("than", "on", "from", "compared"))
_CLAUSE_ENDS = frozenset((";", ":"))
_ASIDE_MARKS = frozenset(("“", '"', "("))
_OTHER_CLAUSES = frozenset(("because", "while", "although"))
_CLAUSE_WORDS = frozenset(("said", "says", "which", "after", "when", "who"))
_NEW_SUBJECTS = frozenset("there he she it they we i this these".split())
_OPENINGS = frozenset(("since", "after", "before", "when", "until"))
_BOUNDS = _CLAUSE_ENDS | _OTHER_CLAUSES | _ASIDE_MARKS | _OPENINGS | {"but", "by", ",", "and"}
"""Words and marks that may part a figure from the cues before it."""
_PAST = frozenset("was were is are has had saw took came went left made gave".split())
_DENIALS = frozenset(("not", "than", "as"))


@dataclass(frozen=True, slots=True)
class RoleLexicon:
    """Words of change with their direction, and the cues of each role."""

    verbs: dict[str, str]
    straight: frozenset[str]
    """Verbs that a change follows without "by", also one of counts and sums: rose, fell."""
    nouns: dict[str, str]
    adverbs: dict[str, str]
    comparatives: frozenset[str]
    """Adverbs that tell a change only with what it is against: "5% more than"."""
    amounts: frozenset[str]
    """Nouns of change that are themselves a sum of money: loss."""
    not_behind: dict[str, frozenset[str]]
    """Verb of change -> the words before it with which it tells none: "make up"."""
    kinds: frozenset[str]
    """Words between a figure and its noun of change: annual, price, tax."""
    cues: PhraseTable[str]
    cue_ends: frozenset[str]
    """The last word of every cue."""


def make_role_lexicon(pack: RulePack) -> RoleLexicon:
    """The words of the pack's `roles` rules."""
    tables: dict[str, dict[str, str]] = {"verbs": {}, "nouns": {}, "adverbs": {}}
    sets: dict[str, set[str]] = {"straight": set(), "comparatives": set(), "between": set(), "amounts": set()}
    cues: list[tuple[str, str]] = []
    not_behind: dict[str, frozenset[str]] = {}
    for rule in pack.rules.get("roles", ()):
        fields: Any = rule.fields
        if "direction" in fields:
            for name, table in tables.items():
                table.update(dict.fromkeys(fields.get(name, ()), fields["direction"]))
        for name, words in sets.items():
            words.update(fields.get(name, ()))
        not_behind.update({word: frozenset(others) for word, others in fields.get("not_behind", {}).items()})
        cues += [(cue, fields["role"]) for cue in fields.get("cues", ())]
    straight, comparatives, kinds, amounts = (frozenset(sets[name]) for name in ("straight", "comparatives", "between", "amounts"))
    cue_table = PhraseTable(cues)
    return RoleLexicon(
        verbs=tables["verbs"],
        straight=straight,
        nouns=tables["nouns"],
        adverbs=tables["adverbs"],
        comparatives=comparatives,
        amounts=amounts,
        not_behind=not_behind,
        kinds=kinds,
        cues=cue_table,
        cue_ends=cue_table.ends(),
    )


_SIGNED = frozenset(("percent", "percentage_point"))
"""What a plus before the number tells a rise of; elsewhere it may be a temperature or the code of a country."""


def find_aspect(block: Block, figure: Figure, lexicon: RoleLexicon) -> tuple[str, str]:
    """(aspect, direction) of a figure."""
    if figure.kind == "rank":
        return "rank", ""
    first, end = block.sentence_of(figure.first)
    if figure.kind == "ratio":
        if figure.role != "fraction":
            return ("level" if is_frequency(block, figure, lexicon) else "ratio"), ""
        by = figure.words_first > first and block.lows[figure.words_first - 1] == "by"
        direction = _changed_left(block, figure, lexicon, first) if by else ""
        return ("change" if direction else "share"), direction
    if figure.kind == "percent" and _is_share(block, figure, end):
        return "share", ""
    if figure.kind in _SIGNED and block.words[figure.first] == "+":
        return "change", "up"  # "Dow +0.2%"
    direction = _changed_left(block, figure, lexicon, first) or _changed_right(block, figure, lexicon, end)
    if direction:
        return "change", direction
    return ("rate" if figure.per or figure.unit.endswith(_CALENDAR_RATES) else "level"), ""


def is_frequency(block: Block, figure: Figure, lexicon: RoleLexicon) -> bool:
    """True for how often something was done: "was updated five times, adding"; not for "rose five times", "ten times faster"."""
    if figure.kind != "ratio" or figure.role == "fraction" or block.lows[figure.last - 1] != "times":
        return False
    first, end = block.sentence_of(figure.first)
    if figure.last < end and block.lows[figure.last] not in _BEHIND_TIMES:
        return False
    return not any(
        block.lows[at] in lexicon.verbs or block.lows[at] in _COPULAS for at in range(max(first, figure.first - _NEAR), figure.first)
    )


def _is_share(block: Block, figure: Figure, end: int) -> bool:
    """True for "lost 60 percent of the crop"; not for "lost 3 percent of its value"."""
    at = figure.last
    near = block.lows[at : min(end, at + 3)]
    if near[:1] in (["share"], ["stake"]) or near[1:] == ["market", "share"] or near[:2] == ["market", "share"]:
        return True  # "a 10 percent share", "68% overall market share"
    return at < end and block.lows[at] == "of" and _WORTH.isdisjoint(block.lows[at : min(end, at + 4)])


def goes_on(block: Block, left: Figure, right: Figure) -> bool:
    """True where a figure tells the change of the one before again or goes on with it: "fell 248 points, or 0.7%,"; "rose 0.3% in
    May and 0.5% in June"."""
    if left.head >= 0 and left.kind == "count":
        gap = block.lows[max(left.last, left.noun_last) : right.words_first]
    else:
        gap = block.lows[left.last : right.words_first]
    if gap[-1:] == ["or"] and gap[:-1] in ([], [","]):
        return right.kind in _CHANGED_KINDS
    if gap == [","] and right.kind in _POINTS and left.kind == "currency":
        return block.lows[right.last : right.last + 1] in ([","], ["."])  # "fell 2 dollars, more than 5 percent,"
    if right.kind != left.kind or right.kind != "percent" or len(gap) > _LONGEST_GAP:
        return False
    if _names_another(block, right.words_first - len(gap), right):
        return True
    if gap[-1:] != ["and"]:
        return False
    return right.last < len(block) and block.lows[right.last] in _BEHIND_CHANGE


def _names_another(block: Block, at: int, right: Figure) -> bool:
    """True where nothing but a name stands between two percentages: "Tesla rose 0.3%, the Nasdaq Composite 0.9 and Acme 1.2%."."""
    if block.lows[at : at + 1] not in ([","], ["and"], [";"]) or not block.words[right.words_first - 1][0].isupper():
        return False
    named = all(block.words[i][0].isupper() or block.lows[i] in _IN_NAMES for i in range(at + 1, right.words_first))
    return named and block.lows[right.last : right.last + 1] in _CLOSED


def _changed_left(block: Block, figure: Figure, lexicon: RoleLexicon, first: int) -> str:
    """The direction of "rose 5%", "up 5%", "increased by 5%", "a rise of 5%"; not "rose to 5%", nor "up to 5%"."""
    lows, linked, paced = block.lows, False, False
    start = figure.words_first - 1
    for i in range(start, max(first, start - _CHANGE_REACH + 1) - 1, -1):
        low = lows[i]
        if low in _PACES and linked:
            paced = True
            continue
        if (low == "at" and not paced) or (low == "to" and lows[i - 1] != "up"):
            return ""
        if low in ("by", "of"):
            linked = True
        elif low in lexicon.verbs and not (low == "up" and lows[i + 1] == "to"):
            if i > first and lows[i - 1] in lexicon.not_behind.get(low, _NONE):
                return ""
            return lexicon.verbs[low] if linked or _changes_straight(block, i, figure, lexicon) else ""
        elif linked and low in lexicon.nouns:
            return "" if figure.kind == "currency" and low in lexicon.amounts else lexicon.nouns[low]
        elif linked and i == start - 1 and lows[start] == "by":
            return _changed_object(block, figure, lexicon, first, i)
        elif low not in _BETWEEN and not low.endswith("ly") and not (paced and low in ("at", "annual", "yearly")):
            return ""
    return ""


def _changed_object(block: Block, figure: Figure, lexicon: RoleLexicon, first: int, at: int) -> str:
    """The direction of "cut the risk of death by 34%", "rates were raised in May by 25 points": a verb before its object and "by"."""
    if (figure.kind not in _CHANGED_KINDS and figure.kind != "ratio") or (
        block.lows[at].endswith("ed") and block.lows[at] not in lexicon.verbs
    ):
        return ""  # "the cut was backed by 34%"
    for i in range(at, max(first, at - _OBJECT_REACH) - 1, -1):
        low = block.lows[i]
        if block.kinds[i] != WORD and low not in _INSIDE_OBJECT or low in _OTHER_CLAUSE:
            return ""
        if low in lexicon.verbs and low not in _PARTICLES:
            noun = low in lexicon.nouns and i > first and block.lows[i - 1] in _ARTICLES
            return lexicon.nouns[low] if noun else lexicon.verbs[low]
    return ""


def _changes_straight(block: Block, at: int, figure: Figure, lexicon: RoleLexicon) -> bool:
    """True where a verb tells a change without "by": "exports rose 5%", "fell 3 dollars"; not "cut 40 jobs", "shot down 28 drones"."""
    verb = block.lows[at]
    if figure.kind not in _NEEDS_BY:
        return True
    if figure.kind == "count" and figure.head >= 0 and verb.startswith("drop"):
        return False  # "dropped four bombs"
    if verb not in lexicon.straight or (verb in lexicon.nouns and figure.kind in ("count", "index")):
        return False
    particle = verb in ("up", "down") and at > 0 and block.kinds[at - 1] == WORD and block.lows[at - 1] not in _BEING
    return not (particle and figure.kind in ("count", "index"))


def _changed_right(block: Block, figure: Figure, lexicon: RoleLexicon, end: int) -> str:
    """The direction of "a 40% increase", "5% higher", "10 points more than"."""
    at = max(figure.last, figure.noun_last) if _is_step(figure) else figure.last
    if at < end and block.lows[at] in "-‑":
        at += 1
    if at < end and figure.per and block.lows[at] == ",":
        return ""
    for i in range(at, min(end, at + 3)):
        low = block.lows[i]
        after = block.lows[i + 1] if i + 1 < end else ""
        if low in lexicon.nouns and figure.kind in _CHANGED_KINDS and after != "the":
            return lexicon.nouns[low]
        if low in lexicon.adverbs and figure.kind in _POINTS and (low not in lexicon.comparatives or after in _COMPARING):
            return lexicon.adverbs[low]
        if i == at and low in ("higher", "lower", "up", "down") and _is_step(figure) and after in _AT_A_LEVEL:
            return lexicon.adverbs.get(low, "")
        if low not in lexicon.kinds:
            return ""
    return ""


def _is_step(figure: Figure) -> bool:
    """True for what prices and indexes move by: money, points."""
    return figure.kind == "currency" or figure.unit in ("point", "tick", "pip")


def _has_verb(block: Block, figure: Figure, at: int) -> bool:
    """True where the figure stands in the subject of a clause of its own, which begins at a token: "and a second theft saw"."""
    if any(block.lows[i] not in _ARTICLES for i in range(at, figure.words_first)):
        return False
    return any(block.lows[i] in _PAST for i in range(figure.last, min(len(block), figure.last + _NEAR)) if block.kinds[i] == WORD)


def _is_idle_cue(block: Block, figure: Figure, start: int, at: int) -> bool:
    """True for a cue at tokens [start, at) that is denied, or that aims at a thing of which the figure tells nothing: "targeted the
    fair, stealing 2 million"."""
    if start > 0 and block.lows[start - 1] in _DENIALS:
        return True
    if block.lows[at - 1] not in _AIMING:
        return False
    between = block.lows[at : figure.words_first]
    return "," in between or (figure.kind == "count" and any(low in _ARTICLES or low in ("on", "in", "at") for low in between))


def _ends_clause(block: Block, figure: Figure, i: int, low: str) -> bool:
    """True where the word `low` before token `i` parts the figure from all cues before it."""
    lows = block.lows
    if low in _CLAUSE_ENDS or low in _OTHER_CLAUSES:
        return True
    if low in _ASIDE_MARKS:
        return i < figure.words_first
    if low == "but":
        return lows[i] in _ARTICLES
    if low == "by":
        return i + 1 < figure.words_first and (lows[i].endswith("ing") or lows[i + 1].endswith("ing"))
    if lows[i] in _NEW_SUBJECTS:
        return True
    return low == "and" and i < figure.words_first + 1 and _has_verb(block, figure, i)


def find_role(block: Block, figure: Figure, lexicon: RoleLexicon) -> str:
    """The role of a figure by the nearest cue to its left in the clause; actual where none stands."""
    if figure.converts is not None:
        return "conversion"
    if figure.kind == "ratio" and figure.role != "fraction" and not is_frequency(block, figure, lexicon):
        return "comparison"
    first, _ = block.sentence_of(figure.first)
    lows, endings = block.lows, lexicon.cue_ends
    for i in range(figure.first, max(first, figure.words_first - _REACH), -1):
        low = lows[i - 1]
        if low in _BOUNDS and _ends_clause(block, figure, i, low):
            break
        found = lexicon.cues.left(lows, i) if low in endings else None
        if found is not None and found[0] >= first and not _is_idle_cue(block, figure, found[0], i):
            return found[1]
        if low in _CLAUSE_WORDS and i < figure.words_first - (low not in ("who", "which")):
            break
    return "actual"
