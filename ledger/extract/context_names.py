"""Names of persons, for the pronouns that take them up."""

from __future__ import annotations

from collections.abc import Sequence

from ledger.extract.context_view import SentenceView
from ledger.extract.context_words import ADV, CONJ, DET, FINITE, PREP, PRON, REL
from ledger.sources.tokens import NUMBER, WORD

_CLOSED = DET | PREP | CONJ | REL | PRON | ADV | FINITE


def person_before(views: Sequence[SentenceView], token: int) -> str:
    """The first person named in the nearest sentence that names one; `views` run backwards from the sentence of the token."""
    for index, view in enumerate(views):
        if index and view.lows[0] in ("he", "she"):
            continue  # who is named there was done to
        name = _first_person(view, token if index == 0 else view.end)
        if name:
            return name
    return ""


def _first_person(view: SentenceView, end: int) -> str:
    """The first run of two to four capitalised words that has a title before it, an age behind it, or a verb behind it."""
    token = view.start
    while token < end:
        last = _run_end(view, token, end)
        if last == token:
            token += 1
            continue
        if _is_person(view, token, last):
            return view.text(token, last)
        token = last
    return ""


def _run_end(view: SentenceView, token: int, end: int) -> int:
    here = token
    while here < end:
        word = view.words[here]
        if word == "." and here > token and view.glued(here) and len(view.lows[here - 1]) == 1:
            here += 1
            continue
        if view.kinds[here] != WORD or not word[0].isupper() or view.tags[here] & _CLOSED:
            break
        here += 1
    return here


def _is_person(view: SentenceView, first: int, last: int) -> bool:
    lexicon = view.lexicon
    if not 1 <= last - first <= 5:
        return False
    words = view.lows[first:last]
    if any(low in lexicon.groups or low in lexicon.place_nouns or low in lexicon.events or low in lexicon.places for low in words):
        return False
    titled = view.lows[first - 1] in lexicon.titles or words[0] in lexicon.titles or words[0] in ("mr", "mrs", "ms", "dr")
    aged = view.lows[last] == "," and view.kinds[last + 1 : last + 2] == [NUMBER] and len(view.lows[last + 1]) <= 2
    return titled or aged or (last - first in (2, 3) and view.tags[last] & FINITE != 0 and view.words[first][1:].islower())
