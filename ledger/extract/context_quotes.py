"""Who speaks in a quotation that goes over sentences and lines: the credit behind its end, or the one who opens it with a colon."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from ledger.extract.context_clauses import subject_of
from ledger.extract.context_reading import Reading
from ledger.extract.context_speech import can_speak

_FAR = 8
"""How many sentences on the end of a quotation is looked for."""
_NEAR = 12
"""Tokens of the sentence behind a quotation within which its credit stands."""
_OPENING = frozenset(('"', "“"))
_CLOSING = frozenset(('"', "”"))


def credit_behind(readings: Iterable[Reading]) -> str:
    """The speaker named behind the end of the quotation that is open where the first sentence begins; "" where none is."""
    closed = False
    for reading in islice(readings, _FAR):
        view = reading.view
        goes_on = view.lows[0] in _OPENING
        if closed:
            return "" if goes_on else _first_credit(reading, -1, _NEAR)
        close = next((at for at in range(1 if goes_on else 0, view.end) if view.lows[at] in _CLOSING), -1)
        if close < 0:
            continue
        named = _first_credit(reading, close, view.end)
        if named or close < view.end - 2:
            return named
        closed = True
    return ""


def _first_credit(reading: Reading, after: int, last: int) -> str:
    """The speaker of the first credit whose verb stands between two tokens, unless it is a pronoun."""
    for speech in reading.speeches:
        if after < speech.cue <= last:
            return "" if speech.pronoun else reading.view.text(speech.first, speech.last)
    return ""


def announced_by(reading: Reading) -> str:
    """Who opens a quotation with a sentence that ends in a colon: "The yard has issued a statement:"."""
    view = reading.view
    if view.lows[view.end - 1] != ":":
        return ""
    said = [speech for speech in reading.speeches if not speech.pronoun]
    if said:
        return view.text(said[-1].first, said[-1].last)
    verb = next((at for at in range(view.start, view.end) if view.is_verb(at)), -1)
    subject = subject_of(view, verb) if verb > 0 else None
    return view.text(subject.first, subject.last) if subject is not None and can_speak(view, subject) else ""
