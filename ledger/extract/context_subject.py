"""The subject of a figure: whose age, size, share or deed it is."""

from __future__ import annotations

from ledger.extract.context_clauses import Phrase, SentenceView, governing_verb, phrase_left, phrase_right, subject_of
from ledger.extract.context_words import ADV, BREAK, DET, PREP, PRON, SAY
from ledger.sources.tokens import NUMBER, WORD

_HYPHENS = frozenset("-‐‑")
_OF = frozenset(("of", "from", "for", "to"))
_MEASURED = frozenset(("physical", "currency", "percent", "percentage_point", "index", "ratio"))


def find_subject(view: SentenceView, figure: tuple[int, int], entity: tuple[int, int], kind: str) -> Phrase | None:
    """The noun phrase that has or does what the figure tells, or None where the sentence names none.

    In order: the name an age follows, the noun a hyphen compound describes ("a 40-acre farm"), the thing behind "toll of", the
    subject of the governing verb, the agent of a passive, and the subject behind an opening phrase ("At 3 euros, tea is dear").
    """
    first, last = figure
    person = _aged(view, first, last)
    if person is not None:
        return person
    if kind in _MEASURED or not kind:
        described = _described(view, first, last)
        if described is not None:
            return described
    verb = governing_verb(view, first)
    measured = kind not in ("count", "rank")
    if verb >= 0 and view.tag(verb) & SAY and not measured and not _is_object(view, verb, first):
        verb = -1
    if verb >= 0 and kind != "count":
        owner = _owner(view, verb, first)
        if owner is not None:
            return owner
    if verb >= 0:
        return _plain(view, subject_of(view, verb)) or _agent(view, max(last, entity[1]))
    opening = _after_opening(view, first, last)
    if opening is not None:
        return opening
    return _agent(view, max(last, entity[1])) or (None if not measured else _named_of(view, max(last, entity[1])))


def _plain(view: SentenceView, phrase: Phrase | None) -> Phrase | None:
    """The phrase, unless it is "there" or a bare pronoun that stands for nothing."""
    if phrase is None or view.low(phrase.first) in ("there", "it's", "we", "you", "i"):
        return None
    return phrase


def _aged(view: SentenceView, first: int, last: int) -> Phrase | None:
    """The name before "Ines Rolfe, 37," or "Rolfe (37)"; the noun behind "37-year-old"."""
    lows = view.block.lows
    if view.low(last) in _HYPHENS and "year" in lows[last : last + 2] or "old" in lows[first : last + 3]:
        here = last
        while here < view.end and (view.low(here) in _HYPHENS or view.low(here) in ("year", "years", "old", "month", "olds")):
            here += 1
        phrase = phrase_right(view, here)
        if phrase is not None:
            return phrase
    if last - first != 1 or not view.low(first).isdecimal() or len(view.low(first)) > 3:
        return None
    if view.low(first - 1) not in (",", "(") or view.low(last) not in (",", ")", ".", ";", ""):
        return None
    name = _name_left(view, first - 1)
    return name if name is not None and view.tag(name.first) == 0 else None


def _name_left(view: SentenceView, end: int) -> Phrase | None:
    """The run of capitalised words before token `end`."""
    here = end
    while here > view.start:
        token = here - 1
        word = view.block.words[token]
        initial = word == "." and view.block.glued(token) and len(view.low(token - 1)) <= 2
        if not initial and (view.block.kinds[token] != WORD or not word[0].isupper() or view.tag(token) & (DET | PREP)):
            break
        here = token
    while here < end and view.block.kinds[here] != WORD:
        here += 1
    return Phrase(here, end, end) if here < end else None


def _described(view: SentenceView, first: int, last: int) -> Phrase | None:
    """The noun behind a measure that describes it: "a 6.1-magnitude quake", "the 40-acre farm", "11-inch models"."""
    here = last
    hyphened = view.low(here) in _HYPHENS or (view.block.kinds[last - 1] == WORD and any(low in _HYPHENS for low in view.block.lows[first:last]))
    if view.low(here) in _HYPHENS:
        here += 1
    elif not hyphened and not view.tag(first - 1) & DET:
        return None
    phrase = phrase_right(view, here)
    if phrase is None or (view.tag(here) & (PREP | DET | ADV)):
        return None
    if not hyphened and phrase.last - phrase.first < 1:
        return None
    return Phrase(max(phrase.first, phrase.last - 2), phrase.last, phrase.chain)


def _is_object(view: SentenceView, verb: int, first: int) -> bool:
    """True where the figure is the object of a verb of saying itself ("identified 300 sites"), not part of what is said."""
    between = [token for token in range(verb + 1, first) if not view.tag(token) & (DET | ADV)]
    if any(view.low(token) == "that" for token in between):
        return False
    return view.low(verb) in ("identified", "counted", "tallied", "reported", "reports", "listed", "confirmed") and len(between) <= 2


def _owner(view: SentenceView, verb: int, first: int) -> Phrase | None:
    """The thing behind a measured subject: "the toll of the flood rose to 9" is the flood's, "EDS's profit was 9" is EDS's."""
    subject = subject_of(view, verb)
    if subject is None or subject.chain <= subject.last:
        return _possessor(view, subject)
    return subject


def _possessor(view: SentenceView, subject: Phrase | None) -> Phrase | None:
    """The owner in "Ulm's harbour": the words up to the possessive mark, without it."""
    if subject is None:
        return None
    for token in range(subject.first, subject.last - 1):
        if view.low(token).endswith(("'s", "’s", "s'", "s’")):
            return Phrase(subject.first, token + 1, subject.chain)
    return None


def _agent(view: SentenceView, at: int) -> Phrase | None:
    """The agent behind a passive: "nine barns were destroyed by the storm"."""
    for token in range(at, min(view.end, at + 14)):
        low = view.low(token)
        if low in (";", ":", ".", "|"):
            return None
        if low == "by" and token > view.start and view.low(token - 1).endswith(("ed", "en", "wn", "ck", "ht", "lt", "de", "ht", "it", "st", "rt")):
            phrase = phrase_right(view, token + 1)
            return phrase if phrase is not None and view.block.kinds[token + 1] != NUMBER else None
    return None


def _named_of(view: SentenceView, at: int) -> Phrase | None:
    """The thing behind "(3 billion euros) in sales of the mill": only directly behind the figure or its noun."""
    return phrase_right(view, at + 1) if view.low(at) == "of" else None


def _after_opening(view: SentenceView, first: int, last: int) -> Phrase | None:
    """The subject behind a comma where the figure stands in an opening phrase: "During the 9 raids, the navy took"."""
    opener = view.tag(view.start) & PREP or view.low(view.start) in ("after", "before", "since")
    if not opener:
        return None
    for token in range(last, min(view.end, last + 12)):
        if view.low(token) == ",":
            phrase = phrase_right(view, token + 1)
            if phrase is None and view.tag(token + 1) & PRON:
                return Phrase(token + 1, token + 2, token + 2)
            return phrase if phrase is not None and view.is_verb(phrase.last) else None
        if view.is_verb(token) or view.tag(token) & BREAK:
            return None
    return None


__all__ = ["find_subject", "phrase_left"]
