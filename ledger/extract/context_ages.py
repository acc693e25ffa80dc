"""Whose age a figure is."""

from __future__ import annotations

from ledger.extract.context_phrases import phrase_right, phrase_start
from ledger.extract.context_view import Phrase, SentenceView
from ledger.extract.context_words import DET, PREP
from ledger.sources.tokens import NUMBER, WORD

_HYPHENS = frozenset("-‐‑")


def is_compound_age(view: SentenceView, first: int, last: int) -> bool:
    """True for the figure of "37-year-old" and "37 years old"."""
    lows = view.lows[first : last + 4]
    return "old" in lows and not {"year", "years", "month", "months"}.isdisjoint(lows[: last - first + 3])


def is_age(view: SentenceView, first: int, last: int, kind: str = "") -> bool:
    """True for an age set off by commas or in a compound: it is credited to nobody and holds nowhere."""
    if is_compound_age(view, first, last):
        return view.lows[first - 1] in (",", "a", "an", "the", "(") or view.tags[first - 1] & DET != 0
    if last - first != 1 or not view.lows[first].isdecimal() or len(view.lows[first]) > 2 or view.lows[first - 1] not in (",", "("):
        return False
    if view.lows[first - 1] == view.lows[last] == "," and not view.tags[first - 2] and view.kinds[first - 2] == WORD and kind == "physical":
        return True
    return view.lows[last] in (",", ")", ";", ".", "") and view.words[first - 2][:1].isupper()


def aged(view: SentenceView, first: int, last: int, kind: str) -> Phrase | None:
    """The name before "Ines Rolfe, 37," or "Rolfe (37)"; the noun before "ages 47 and 48"; the noun behind "37-year-old"."""
    if is_compound_age(view, first, last):
        here = last
        while here < view.end and (view.lows[here] in _HYPHENS or view.lows[here] in ("year", "years", "old", "month", "olds")):
            here += 1
        if view.lows[here] == "," and view.words[here + 1][:1].isupper():
            here += 1  # "another 15-year-old, Ines Rolfe"
        phrase = phrase_right(view, here)
        named = _apposed(view, first)
        if named is not None or phrase is not None:
            return named or phrase
    listed = _listed_ages(view, first)
    if listed is not None:
        return listed
    if last - first != 1 or not view.lows[first].isdecimal() or len(view.lows[first]) > 3:
        return None
    if view.lows[first - 1] not in (",", "(") or view.lows[last] not in (",", ")", ".", ";", ""):
        return None
    name = _name_left(view, first - 1)
    if name is not None:
        return name if view.tags[name.first] == 0 else None
    start = phrase_start(view, first - 1)
    told = kind == "physical" and view.lows[last] == "," and start < first - 1
    return Phrase(start, first - 1, first - 1) if told else None  # "the singer, 23, sang"


def _apposed(view: SentenceView, first: int) -> Phrase | None:
    """The name before the comma of "Ines Rolfe, a 37-year-old baker"."""
    here = first - 1
    while here > view.start and view.tags[here] & DET:
        here -= 1
    if view.lows[here] != "," or here == first - 1:
        return None
    name = _name_left(view, here)
    return name if name is not None and view.tags[name.first] == 0 else None


def _listed_ages(view: SentenceView, first: int) -> Phrase | None:
    """The noun before "aged 47", "ages 47 and 48"."""
    here = first - 1
    while here > view.start and (view.lows[here] in ("and", ",", "to") or view.kinds[here] == NUMBER):
        here -= 1
    if view.lows[here] not in ("aged", "ages", "age"):
        return None
    here -= 1
    while here > view.start and view.lows[here] in (",", "(", "between"):
        here -= 1
    start = phrase_start(view, here + 1)
    return Phrase(start, here + 1, here + 1) if start <= here else None


def _name_left(view: SentenceView, end: int) -> Phrase | None:
    """The run of capitalised words before token `end`."""
    here = end
    while here > view.start:
        token = here - 1
        word = view.words[token]
        initial = word == "." and view.glued(token) and len(view.lows[token - 1]) <= 2
        if not initial and (view.kinds[token] != WORD or not word[0].isupper() or view.tags[token] & (DET | PREP)):
            break
        here = token
    while here < end and view.kinds[here] != WORD:
        here += 1
    return Phrase(here, end, end) if here < end else None
