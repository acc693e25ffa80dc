"""Which part or whole a figure is, and whether it tells an earlier event."""

from __future__ import annotations

from collections.abc import Mapping

from ledger.extract.context_view import SentenceView
from ledger.extract.context_words import BACKGROUND, DET, EVENT, OCCASION, PREP, SCOPE
from ledger.sources.tokens import NUMBER, WORD

_LONELY = frozenset(("spent", "lived", "live", "lives", "left", "stood", "acted", "alone", "worked", "was", "were", "is"))
_BESIDE = 4
"""Tokens within which the event of a figure stands."""
_MONTHS_BACK = 2
"""So many months before the article's own an event is another one."""
_HARM = frozenset(("killed", "injured", "missing", "trapped", "displaced", "shot", "damaged", "destroyed", "infected", "stolen"))
_POINTERS = frozenset(("whom", "them", "which", "these", "those"))
_OF_MARKETS = frozenset(("percent", "percentage_point", "currency", "ratio"))


def find_scope(view: SentenceView, first: int, last: int) -> str:
    """The words near the figure that make it a part or a whole: "of whom", "in Ulm alone", "during the raid"; "" without."""
    best: tuple[int, int, int] | None = None
    for token in view.marked(SCOPE | OCCASION):
        if token > 3 and not first - 16 <= token < last + 14:
            continue
        begin, end = _scope_at(view, token)
        if not end or (begin < last and end > first):
            continue
        if view.lows[begin] == "of" and view.lows[end - 1] in _POINTERS and begin != last:
            continue  # "31 bodies, eight of them children": the eight
        gap = first - end if end <= first else begin - last
        if begin <= 1 and end <= first and view.lows[end] == ",":
            # "So far, the raids ..." holds for the whole sentence
            gap = 6
        elif _number_between(view, end, first) or _number_between(view, last, begin):
            gap += 12
        if gap <= 14 and (best is None or (gap, begin) < best[:2]):
            best = (gap, begin, end)
    return view.text(best[1], best[2]).lower() if best is not None else ""


def _scope_at(view: SentenceView, token: int) -> tuple[int, int]:
    """The tokens of the words of scope that end at a token; (0, 0) for none."""
    if view.marks[token] & SCOPE:
        begin = _phrase_start(view, token, view.lexicon.scopes)
        led = view.lows[token] in ("each", "those", "these") and _leads_noun(view, token)
        led = led or (view.lows[token] == "alone" and (view.is_verb(token - 1) or view.lows[token - 1] in _LONELY))
        led = led or (view.lows[token] == "combined" and view.tags[token + 1] & DET != 0)
        if begin >= 0 and not led and not _in_the_course(view, begin):
            return (_alone(view, token) if view.lows[token] == "alone" else begin), token + 1
    return _occasion(view, token) if view.marks[token] & OCCASION else (0, 0)


def _leads_noun(view: SentenceView, token: int) -> bool:
    """True for the "each" of "each region", not of "sold 3 each"."""
    return view.lows[token + 1] == "of" or (
        view.kinds[token + 1 : token + 2] == [WORD] and not view.tags[token + 1] and view.lows[token - 1] != "for"
    )


def _in_the_course(view: SentenceView, begin: int) -> bool:
    """True for "in the course [of which]", "as a result [of which]": what goes before is a noun of its own, no figure to share."""
    return view.lows[begin] == "of" and bool(view.tags[begin - 2] & DET and view.tags[begin - 3] & PREP)


def _number_between(view: SentenceView, start: int, end: int) -> bool:
    return any(view.kinds[token] == NUMBER for token in range(start, end))


def _phrase_start(view: SentenceView, token: int, phrases: Mapping[str, tuple[tuple[str, ...], ...]]) -> int:
    """The first token of the phrase that ends at a token, or -1."""
    for phrase in phrases.get(view.lows[token], ()):
        begin = token + 1 - len(phrase)
        if begin >= 0 and tuple(view.lows[begin : token + 1]) == phrase:
            return begin
    return -1


def _alone(view: SentenceView, token: int) -> int:
    """The first token of "in Ulm alone"."""
    for here in range(token - 1, max(view.start - 1, token - 5), -1):
        if view.tags[here] & PREP:
            return here
    return token


def _occasion(view: SentenceView, token: int) -> tuple[int, int]:
    """The tokens of "during the raid", "in this operation", "the first phase"; (0, 0) for a noun without such a lead."""
    here = token - 1
    if not view.tags[here] & DET:
        return 0, 0
    if view.lows[here - 1] in ("during", "in", "of") and view.lows[here] in ("the", "this", "that", "their", "its", "his", "her"):
        return (here - 1 if view.lows[here - 1] != "of" else here), token + 1
    return (here, token + 1) if view.lows[here] == "this" else (0, 0)


def is_background(view: SentenceView, first: int, last: int, outcome: str, period: str, month: int, kind: str = "count") -> bool:
    """True where the figure tells an earlier event: harm or an event dated to a year before the article's, or words that say so."""
    eventful = outcome in _HARM or (kind not in _OF_MARKETS and bool(view.marked(EVENT)))
    if not eventful:
        return False
    near = outcome in _HARM or any(view.marks[at] & EVENT for at in range(max(0, first - _BESIDE), min(view.end, last + _BESIDE)))
    if month and _is_past(period.rpartition("/")[2], month, near=near):
        return True
    for token in view.marked(BACKGROUND):
        begin = _phrase_start(view, token, view.lexicon.background) if first - 14 <= token < last + 14 else -1
        if begin >= 0 and ";" not in view.lows[last:begin] and ";" not in view.lows[token:first]:
            return _modifies_event(view, begin, token)
    return False


def _is_past(ends: str, month: int, *, near: bool) -> bool:
    """True where a period ends in a year, or some months, before the article's own month (in months since the year 0)."""
    year, _, rest = ends.partition("-")
    if not year.isdecimal():
        return False
    if rest[:2].isdecimal():
        past = int(year) * 12 + int(rest[:2]) - 1
        return past <= month - _MONTHS_BACK and (near or int(year) < month // 12)
    return int(year) < month // 12


def _modifies_event(view: SentenceView, begin: int, token: int) -> bool:
    """True where the word stands before an event ("a separate fire", "the previous quake"), or is a phrase of time."""
    if begin < token:
        return True
    return any(view.marks[at] & EVENT for at in range(token + 1, min(view.end, token + 4)))
