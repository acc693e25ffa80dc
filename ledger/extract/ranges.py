"""Ranges: what may stand between two ends, when two numbers are one range, and what the ends share."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.extract.figure import Figure
from ledger.extract.grammar_words import GrammarWords
from ledger.extract.numeral import ONE
from ledger.sources.tokens import NUMBER, WORD, Block

DASHES = frozenset("-–—‒−~‐‑∼")
_HYPHENS = frozenset("-‐‑")
_SWUNG = frozenset("~∼")
_NEAR_CHANGE = 6
_FAR_END = 4
"""A change "by" so much "to" more times that is a change and a level."""
_SHORTEST_PLURAL = 3
_TO = frozenset(("to", "through", "thru", "till", "until"))
_TIMES = frozenset(("times", "x", "×"))


@dataclass(frozen=True, slots=True)
class Connector:
    """What joins two ends: the token behind it, and its kind: dash, spaced-dash, half-dash, hyphen-to, to, and, or, hanging."""

    last: int
    kind: str


def find_connector(block: Block, figure: Figure) -> Connector | None:
    """The connector behind a figure."""
    lows, at = block.lows, figure.last
    if at + 1 >= len(lows):
        return None
    low = lows[at]
    if low in DASHES:
        return _dash(block, at, signed=figure.value is not None and figure.value < 0)
    if low in _TO:
        slip = at + 2 < len(lows) and block.words[at + 1] in _HYPHENS and block.glued(at + 1) and block.glued(at + 2)
        return Connector(at + 2 if slip else at + 1, "to")  # "20 to-30"
    if low in ("and", "or"):
        return Connector(at + 1, low)
    if low == "up" and lows[at + 1] == "to":
        return Connector(at + 2, "to")
    if low == "all" and lows[at + 1 : at + 3] == ["the", "way"]:  # "from 20 all the way up to 40"
        behind = at + 4 if lows[at + 3 : at + 4] in (["up"], ["down"]) else at + 3
        return Connector(behind + 1, "to") if lows[behind : behind + 1] == ["to"] else None
    return None


def past_times(block: Block, at: int) -> int:
    """The token behind the "x", "times" or "-fold" at a token, where one stands there; `at` itself elsewhere."""
    lows = block.lows
    if at < len(lows) and lows[at] in _TIMES:
        return at + 1
    folded = at + 1 < len(lows) and lows[at] in _HYPHENS and lows[at + 1] == "fold"
    return at + 2 if folded else at


def _dash(block: Block, at: int, *, signed: bool) -> Connector | None:
    """ "10-20", "10 - 20", "2 -7 g", and the hanging hyphen of "four- to six-year"; one space alone behind makes no range.
    Behind a minus a second dash is a minus, too."""
    left, right, following = block.glued(at), block.glued(at + 1), block.lows[at + 1]
    if following in ("to", "and", "or") and at + 2 < len(block) and block.words[at] in _HYPHENS:
        joined = at + 3 < len(block) and block.words[at + 2] in _HYPHENS and block.glued(at + 2) and block.glued(at + 3)
        kind = "hyphen-to" if following == "to" else "hanging"
        return Connector(at + 3 if joined else at + 2, kind) if left else None  # "20-to-40 percent"
    if following in DASHES and right and not signed and at + 2 < len(block) and block.glued(at + 2) == left and block.words[at] in _HYPHENS:
        return Connector(at + 2, "dash" if left else "spaced-dash")  # "20--40", "20 -- 40"
    if left == right or block.words[at] in _SWUNG:
        return Connector(at + 1, "dash" if left else "spaced-dash")
    return Connector(at + 1, "half-dash") if right else None


def past_soft_words(block: Block, at: int, soft: frozenset[str]) -> int:
    """Past hedges between connector and second end: "between 2 g and about 7 g", "2 - ~7", "up to as many as 40"; not in "a 2-under 70"."""
    if at < len(block) and block.kinds[at] == WORD and block.glued(at):
        return at
    for _ in range(3):
        if at + 1 < len(block) and block.lows[at] in soft:
            at += 1
    return at


def makes_range(block: Block, a: Figure, b: Figure, kind: str, words: GrammarWords) -> bool:
    """True where two numbers and the connector between them are one range."""
    if a.kind and b.kind and not _same_measure(a, b):
        return False
    if not b.kind and a.kind and b.currency_prefix:
        return False
    if kind == "and":
        return _is_between(block, a, words)
    if kind == "or":
        return _is_either(a, b)
    if kind == "to" and a.currency_prefix and b.bare and _counts_things(block, b):
        return False
    if kind == "to" or (kind == "hyphen-to" and not _rising(a, b)):
        return _is_span(block, a, b, words)
    if kind == "hyphen-to":
        return True  # "grew two- to threefold"
    if kind == "half-dash":
        return a.bare and bool(b.kind) and not a.spelled and _rising(a, b)
    return kind != "hanging" and _dash_range(block, a, b, spaced=kind == "spaced-dash")


def _counts_things(block: Block, b: Figure) -> bool:
    """True for the creditors of "owes $2.6m to 43 creditors": a plural behind a number without scale or currency."""
    low = block.lows[b.last] if b.last < len(block) and block.kinds[b.last] == WORD else ""
    return b.scale == ONE and low.endswith("s") and len(low) > _SHORTEST_PLURAL


def _is_between(block: Block, a: Figure, words: GrammarWords) -> bool:
    """ "between 5 and 6", "between about 5 and 6", "between the ages of 18 and 25"."""
    for i in range(a.first - 1, max(-1, a.first - 6), -1):
        if block.lows[i] == "between":
            return True
        if block.lows[i] not in words.soft and block.lows[i] not in words.banded:
            return False
    return False


def _is_span(block: Block, a: Figure, b: Figure, words: GrammarWords) -> bool:
    """ "5 to 6 percent", "from 5 to 6"; not "rose 5 percent to 30", "fell by 18,000 to 1.3 million", "won by 5 to 3", "a half to 6"."""
    before = block.lows[a.first - 1] if a.first > 0 else ""
    opener = block.lows[a.first - 2] if a.first > 1 else ""
    if before == "by" and opener in words.change:
        return a.bare and _rising(a, b) and _near(a, b)
    if a.kind == b.kind == "percent" and before != "from" and not _rising(a, b):
        return False  # "approved by 54% to 46%"
    if before in words.change and a.bare and b.kind == "percent" and not b.spelled:
        return _rising(a, b) and _near(a, b)  # "fell 2 to 3 percent"
    if before == "or" and not a.bare and _tells_change(block, a.first - 1, words):
        return False  # "fell 6 per cent or 242p to 3,779p"
    if before in words.change or (a.role == "fraction" and b.role != "fraction") or a.raw is None or b.raw is None:
        return False
    if a.bare and b.bare and before in words.won and opener not in ("from", "between"):
        return _rising(a, b)
    return True


def _tells_change(block: Block, at: int, words: GrammarWords) -> bool:
    """True where a verb of change stands in the few words before a token."""
    return not words.change.isdisjoint(block.lows[max(0, at - _NEAR_CHANGE) : at])


def _dash_range(block: Block, a: Figure, b: Figure, *, spaced: bool) -> bool:
    """A dash makes a range of rising ends, or of falling ones that share a unit; 3-1 is a score, 555-1234 a telephone number."""
    words = block.words
    if a.spelled != b.spelled or (block.glued(a.first) and words[a.first - 1] in _HYPHENS):
        return False
    if b.last + 1 < len(block) and words[b.last] in DASHES and block.glued(b.last) and block.kinds[b.last + 1] == NUMBER:
        return False
    if a.bare and b.bare:
        leading_zero = words[b.numeral_first].startswith("0") and len(words[b.numeral_first]) > 1
        return _rising(a, b) and not (leading_zero and not spaced)
    return _rising(a, b) or (bool(b.kind) and not a.spelled)


def _same_measure(a: Figure, b: Figure) -> bool:
    if a.unit == "degree" and b.unit.startswith("degree_"):
        return True  # "15°-20°C"
    return a.kind == b.kind and (a.unit == b.unit or (a.part is not None and a.part.whole == b.unit))


def _rising(a: Figure, b: Figure) -> bool:
    if a.raw is None or b.raw is None:
        return a.low is not None and b.high is not None and a.low < b.high
    return a.raw < b.raw or (a.value is not None and b.value is not None and a.value < b.value)


def _near(a: Figure, b: Figure) -> bool:
    """True where the second end is at most a few times the first."""
    if a.raw is not None and b.raw is not None and a.raw < b.raw <= _FAR_END * a.raw:
        return True
    return a.value is not None and b.value is not None and b.value <= _FAR_END * a.value


def _is_either(a: Figure, b: Figure) -> bool:
    """ "two or three boats": neighbouring small numbers, the second the larger."""
    if a.raw is None or b.raw is None or a.role or b.role or (a.kind and not b.kind) or a.scale not in (ONE, b.scale):
        return False
    if not a.raw < b.raw <= 3 * max(a.raw, ONE):
        return False
    return b.raw - a.raw <= max(ONE, a.raw) or b.raw <= 10


def merge(block: Block, a: Figure, b: Figure) -> None:
    """Make one range of two ends: they share scale and unit where only one end tells it."""
    if b.bare and b.scale != ONE and a.kind == "physical" and block.words[a.last - 1] == block.words[b.last - 1]:
        a.kind = a.unit = ""  # "2m-3m people": the letter is the scale of both
    if a.scale == ONE and b.scale != ONE and _shares_scale(block, a, b):
        a.times(b.scale)
    if b.kind and (a.bare or a.unit == "degree"):
        a.kind, a.unit, a.measure_first, a.part = b.kind, b.unit, b.measure_first, b.part
    elif a.part is not None and b.part is None:
        a.times(a.part.worth)  # "50 cents to $1"
        a.unit, a.part = b.unit, None
    ends = [end for end in (a.low, a.high, b.low, b.high) if end is not None]
    a.range_order = 1 if ends[0] <= ends[-1] else -1
    a.low, a.high = min(ends), max(ends)
    a.value = None if a.low != a.high else a.low
    a.step, a.scale = min(a.step, b.step), max(a.scale, b.scale)
    a.last, a.numeral_last, a.adjectival = b.last, b.numeral_last, b.adjectival
    a.role = "fraction" if a.role == b.role == "fraction" else ""


def _shares_scale(block: Block, a: Figure, b: Figure) -> bool:
    """ "$26-31 million", "from 31 to 26 million" and "100 to 60 million years ago" share the scale, "$200 to $4 million" does not."""
    if a.raw is None or b.raw is None:
        return False
    led = a.bare or (a.first > 0 and block.lows[a.first - 1] == "from")
    return a.raw < b.raw or (led and a.raw < 10 * b.raw)
