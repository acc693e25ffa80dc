"""Whom a verb hands its figure to: what it turns into something, who is urged to act, and verbs that hand it to nobody."""

from __future__ import annotations

from ledger.extract.context_owners import TIMES, lead_of
from ledger.extract.context_phrases import phrase_right, phrase_start
from ledger.extract.context_view import Phrase, SentenceView
from ledger.extract.context_words import ADV, DET, PREP
from ledger.sources.tokens import WORD

_URGING = frozenset(
    "urge urged urges urging ask asked asks asking order ordered orders ordering tell told telling force forced forces forcing allow"
    " allowed allows allowing want wanted wants enable enabled enables require required requires persuade persuaded help helped helps"
    " helping let compel compelled oblige obliged advise advised instruct instructed permit permitted cause caused causes causing".split()
)
"""Verbs of those who have others do something."""
_MODALS = frozenset("will would could may might must should shall can".split())
_TURNING = frozenset("turn turned turns turning transform transformed transforms transforming".split())
_MAKING = _TURNING | frozenset("make made makes making".split())
SPANNING = frozenset(
    "end ends ended cap caps capped follow follows followed mark marks marked conclude concludes concluded close closes closed crown crowns"
    " crowned celebrate celebrates celebrated".split()
)
"""Verbs whose subject does not last the time behind them: "the verdict ends three years of wrangling"."""


def is_time(view: SentenceView, token: int) -> bool:
    """True for a word of times: years, hour."""
    low = view.lows[token].removesuffix("s")
    return low in TIMES or low in ("hour", "minute", "second")


def urged_one(view: SentenceView, first: int) -> Phrase | None:
    """Who is to do it, where another has them do it: "the court ordered the firm to pay 3 million"."""
    verb = lead_of(view, first)
    verb -= view.lows[verb] == "by"  # "caused its shares to drop by"
    if view.lows[verb - 1] != "to" or view.kinds[verb] != WORD or view.tags[verb] & (DET | PREP | ADV):
        return None
    start = phrase_start(view, verb - 1)
    if view.lows[start] in _URGING:
        return Phrase(start + 1, verb - 1, verb - 1) if start + 1 < verb - 1 else None
    here = start - 1
    while here > view.start and view.tags[here] & DET:
        here -= 1
    return Phrase(start, verb - 1, verb - 1) if start < verb - 1 and view.lows[here] in _URGING else None


def made_one(view: SentenceView, verb: int, first: int) -> Phrase | None:
    """What a verb makes the figure of: "the sale would turn the yard into one of the largest", "the win made her the third woman"."""
    if view.lows[verb] in _MODALS:
        verb = next((at for at in range(verb + 1, min(first, verb + 4)) if view.lows[at] in _MAKING), verb)
    if view.lows[verb] not in _MAKING:
        return None
    phrase = phrase_right(view, verb + 1)
    if phrase is None or phrase.last > first:
        return None
    between = range(phrase.last, first)
    if view.lows[verb] not in _TURNING and view.lows[lead_of(view, first)] == "worth":
        return phrase  # "the deal would make the firm worth 22 million"
    into = any(view.lows[at] == "into" for at in between)
    if into == (view.lows[verb] not in _TURNING) or not all(view.tags[at] & (DET | ADV) or view.lows[at] == "into" for at in between):
        return None
    return phrase if into or view.lows[first].endswith(("st", "nd", "rd", "th")) or view.lows[first] == "one" else None
