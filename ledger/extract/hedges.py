"""Hedges around a figure: canonical qualifiers, and the intervals that the words allow and a reader assumes."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ledger.extract.figures import Figure
from ledger.extract.phrases import PhraseTable
from ledger.interval import Interval
from ledger.pack import RulePack
from ledger.sources.tokens import NUMBER, Block

_FILLERS = frozenset(("the", "a", "an", "its", "their", "his", "her", "last", "past", "another", "estimated", "reported", "combined"))
_MEASURE_OPENERS = frozenset(("(", "[", "“", '"', "'", "‘"))


@dataclass(frozen=True, slots=True)
class Hedge:
    """One qualifier rule: its canonical name ("" where the words add nothing) and its intervals as multiples of the magnitude."""

    name: str
    rule: str
    bounds: tuple[str, str]
    expected: tuple[str, str]


@dataclass(frozen=True, slots=True)
class HedgeLexicon:
    """The phrases that stand before and behind a figure."""

    before: PhraseTable[Hedge]
    after: PhraseTable[Hedge]
    by_name: dict[str, Hedge]


def make_hedge_lexicon(pack: RulePack) -> HedgeLexicon:
    """The phrases of the pack's `qualifiers` rules."""
    before: list[tuple[str, Hedge]] = []
    after: list[tuple[str, Hedge]] = []
    by_name: dict[str, Hedge] = {}
    for rule in pack.rules.get("qualifiers", ()):
        fields: Any = rule.fields
        hedge = Hedge(fields.get("canonical", rule.id), rule.id, tuple(fields["bounds"]), tuple(fields["expected"]))
        by_name[hedge.name] = hedge
        before += [(phrase, hedge) for phrase in fields.get("before", ())]
        after += [(phrase, hedge) for phrase in fields.get("after", ())]
    return HedgeLexicon(PhraseTable(before), PhraseTable(after), by_name)


def find_hedges(block: Block, figure: Figure, lexicon: HedgeLexicon, first: int) -> None:
    """Add to the figure the qualifiers around it, in text order; `first` is the sentence's first token."""
    lows = block.lows
    at, found = figure.first, []
    for _ in range(4):
        hit = lexicon.before.left(lows, at)
        if hit is None and at - 1 > first and lows[at - 1] in _FILLERS:
            hit = lexicon.before.left(lows, at - 1)
        if hit is None or hit[0] < first or not _is_hedge(block, hit[0], at, figure):
            break
        at = hit[0]
        found.append(hit[1])
    figure.words_first = at
    hedges = found[::-1]
    tail = _hedge_after(block, figure, lexicon)
    if tail is not None:
        hedges.append(tail)
    for hedge in hedges:
        if hedge.name and hedge.name not in figure.qualifiers:
            figure.qualifiers.append(hedge.name)
            figure.rules.append("qualifiers/" + hedge.rule)


def _hedge_after(block: Block, figure: Figure, lexicon: HedgeLexicon) -> Hedge | None:
    at = figure.last
    if at >= len(block):
        return None
    if block.lows[at] in "-‑" and at + 1 < len(block) and block.lows[at + 1] in ("plus", "odd", "ish"):
        figure.words_last = at + 2
        return lexicon.after.right(block.lows, at + 1)[1] if lexicon.after.right(block.lows, at + 1) else None
    hit = lexicon.after.right(block.lows, at)
    if hit is None:
        # "20 people or more", "five metres or so": behind the noun
        return None
    last, hedge = hit
    if block.lows[at] in ("plus", "more", "minimum", "maximum", "tops", "and", "exactly", "precisely") and last < len(block):
        follows = block.lows[last]
        if block.lows[at] == "plus" and (block.kinds[last] == NUMBER or follows in ("a", "an", "the", "tax", "costs")):
            return None
        if block.lows[at] == "and" and block.kinds[last] == NUMBER:
            return None
    if block.lows[at] == "+" and not block.glued(at):
        return None
    figure.words_last = last
    figure.last = last if block.lows[at] == "+" else figure.last
    return hedge


_VERB_LIKE = frozenset(("past", "passed", "over", "under", "above", "below", "around", "some", "even", "now", "no", "more", "record", "inside", "beyond", "about", "all", "less", "just", "only"))
_NOT_AFTER = {
    "no": frozenset(("there", "is", "says", "said")),
    "more": frozenset(("no", "once", "any", "even", "much")),
}


def _is_hedge(block: Block, start: int, end: int, figure: Figure) -> bool:
    """True where the phrase hedges this figure and is no plain preposition or adverb of something else."""
    if end - start > 1:
        return True
    low = block.lows[start]
    if low not in _VERB_LIKE:
        return True
    before = block.lows[start - 1] if start > 0 else ""
    if low in ("over", "under", "above", "below", "around", "past", "inside", "beyond", "about"):
        if low == "past" and figure.kind == "physical":
            return before not in ("the", "this")
        if low == "over" and (before in _OVER_VERBS or (figure.unit in _TIMES and not figure.adjectival and before.endswith(("s", "d", "ing")) and before not in ("is", "was", "lasted", "takes", "runs", "has"))):
            return before in ("for", "of", "is", "was")
        if low == "about" and before in ("talk", "talked", "talking", "learn", "know", "worried", "concerned", "think", "thought", "worry", "hear", "heard", "tell", "told"):
            return False
        return not (low == "under" and figure.kind == "" and before in ("those", "children", "kids", "the", "aged"))
    if low == "record":
        return before in ("a", "an", "the", "its", "their", "all-time") or start == 0
    if low == "more":
        return False
    if low == "less":
        return False
    if low == "now":
        return True
    return True


_TIMES = frozenset(("year", "month", "week", "day", "decade", "hour", "century", "fortnight"))
_OVER_VERBS = frozenset(
    "increase increased increases grew growth rise rose decline declined spread built completed paid held averaged invested spent conducted carried out change "
    "period took place killed died fell dropped improved developed won victory win lead advantage triumph concern concerns dispute war conflict fears "
    "trade turned handed took".split()
)


def make_intervals(figure: Figure, lexicon: HedgeLexicon) -> tuple[Interval, Interval]:
    """(bounds, expected) of a figure: what its words allow, what a reader assumes.

    A plain count is a point; measured and scaled figures, and those with hedges, are widened by the hedge alone here:
    the half unit of the last written digit is the checks' tolerance (Claim.precision).
    """
    low, high = figure.low, figure.high
    if low is None or high is None:
        return Interval(None, None), Interval(None, None)
    bounds, expected = Interval(low, high), Interval(low, high)
    for name in figure.qualifiers:
        hedge = lexicon.by_name.get(name)
        if hedge is not None:
            bounds = _stretch(hedge.bounds, bounds)
            expected = _stretch(hedge.expected, expected)
    return bounds, expected


def _stretch(sides: tuple[str, str], interval: Interval) -> Interval:
    """The interval of a hedge laid over the figure's own: each side as a multiple of that end."""
    left, right = sides
    low, open_left = _side(left, interval.low)
    high, open_right = _side(right, interval.high)
    if low is not None and high is not None and low > high:
        low, high = high, low
    opening = "(" if open_left else "["
    closing = ")" if open_right else "]"
    return Interval(low, high, opening + closing)


def _side(side: str, end: Decimal | None) -> tuple[Decimal | None, bool]:
    if not side or end is None:
        return None, True
    opened = side.startswith("(") or side.endswith(")")
    return Decimal(side.strip("[]()")) * end, opened
