"""Clauses without a tagger: which verb governs a figure, and which noun phrase is that verb's subject.

A subject is looked for leftwards from the verb; where nothing speaks clearly there is none, for an empty field is better than a wrong one.
"""

from __future__ import annotations

from ledger.extract.context_phrases import phrase_left, phrase_start
from ledger.extract.context_view import Phrase, SentenceView
from ledger.extract.context_words import ADV, BREAK, DET, EVENT, FINITE, PREP, PRON, REL, SAY, SHOWING
from ledger.sources.tokens import NUMBER, WORD

_FAR = 120
"""Tokens beyond which no verb governs a figure."""
_CLAUSE_WORDS = frozenset(("while", "whereas", "but", "because", "although", "when", "if", "and"))
_OPENING = frozenset(("but", "while", "whereas", "because", "although"))
_AFTER = frozenset(("after", "before", "since", "until"))
_STOPS = _CLAUSE_WORDS | {";", ":", "|", ","}
_BEING = frozenset(("is", "are", "was", "were"))
_TAKES_CLAUSE = frozenset(
    ("hope", "hopes", "hoped", "think", "thinks", "thought", "know", "knows", "knew", "found", "finds", "shows", "showed", "shown", "means",
     "meant", "feel", "feels", "felt", "fear", "feared", "hear", "heard", "saw", "ensure", "ensured", "expected", "believed", "learned",
     "agreed", "decided", "indicated", "suggested", "assumed", "proved", "realised", "realized", "understood", "ruled", "judged", "see")
)  # fmt: skip
_PARTS_OF_DAY = frozenset(("night", "morning", "evening", "afternoon"))
_SHORT_TIMES = frozenset(("second", "minute", "hour"))
_OF_DATES = frozenset(("on", "in", "at", "by", "since", "until", "during"))
_PRICING = frozenset(("costs", "cost", "sells", "retails", "weighs", "starts", "goes"))
_HAVE = frozenset(("identified", "counted", "tallied", "listed", "measured"))


def governing_verb(view: SentenceView, first: int, last: int) -> int:
    """The finite verb left of the figure whose clause holds it, or -1 where the figure stands before its own verb."""
    depth = 0
    followed = verb_follows(view, last)
    if _opens_clause(view, first, followed=followed):
        return -1
    lows, tags = view.lows, view.tags
    for here in range(first - 1, max(first - _FAR, 0) - 1, -1):
        low, tag = lows[here], tags[here]
        if tag & BREAK or low in _CLAUSE_WORDS:
            if low in ")]":
                depth += 1
            elif low in "([":
                depth = max(0, depth - 1)
            elif not depth and (low == "|" or (followed and low in _STOPS)):
                return -1
        elif followed and not depth and low in _AFTER:
            return -1  # "the toll rose after two bodies were found"
        elif depth:
            continue
        elif view.is_verb(here):
            told = tag & SAY or view.marks[here] & SHOWING
            return -1 if told and followed and low not in _HAVE else here
        elif tag & REL and low != "where" and (here + 1 < first or followed) and not _is_determiner_that(view, here):
            return -1
    return -1


def _opens_clause(view: SentenceView, first: int, *, followed: bool) -> bool:
    """True where only articles stand between a figure and the word that opens its clause: "..., but the two yards, both old, face",
    "the news came as two officers, once held, fled"."""
    here = first - 1
    while here > view.start and view.tags[here] & DET:
        here -= 1
    if followed and view.lows[here] in ("as", "when", "where"):
        return True
    return view.lows[here] in _OPENING and here < first - 1


def verb_follows(view: SentenceView, at: int) -> bool:
    """True where a finite verb stands behind the figure, before the clause ends."""
    for token in range(at, min(view.end, at + 16)):
        if view.lows[token] in (",", ";", ":", "|", '"', "“", "”", "and", "but", "who", "that", "which", "as", "after"):
            return False
        if view.is_verb(token):
            return True
    return False


def _is_determiner_that(view: SentenceView, token: int) -> bool:
    return view.lows[token] == "that" and view.tags[token - 1] & PREP != 0


def subject_of(view: SentenceView, verb: int, *, hops: int = 8) -> Phrase | None:
    """The noun phrase that is the subject of a finite verb: left of it, over "and" and participles to the verb before where shared."""
    here = verb - 1
    while (
        here >= view.start and not view.tags[here] & PRON and (view.tags[here] & ADV or (view.tags[here] & FINITE and view.is_verb(here)))
    ):
        here -= 1
    if view.lows[here + 1] == "there" and here + 1 < verb and (here < view.start or view.kinds[here] != WORD or view.tags[here] & ~FINITE):
        return Phrase(here + 1, here + 2, here + 2)
    here = _before_date(view, here, verb)
    if here < view.start or not hops:
        return None
    tag, low = view.tags[here], view.lows[here]
    if tag & PRON and low != "who":
        return Phrase(here, here + 1, here + 1)
    if tag & REL:
        return _antecedent(view, here)
    if low == ",":
        return _over_comma(view, here, hops)
    if low == "to" and _follows_noun(view, here):
        phrase = phrase_left(view, _past_adverbs(view, here))  # "the largest quake ever to be felt was"
        if phrase is not None and (_is_let(view, phrase.first) or not _is_object(view, phrase)):
            return phrase
    if low in ("and", "or", "then", "but", "than", "to", ";"):
        return _earlier_verb(view, here, hops)
    if view.is_verb(here) and view.tags[here - 1] & PRON and here - 2 > view.start and _is_plain(view, here - 2):
        return phrase_left(view, here - 1)  # "the cost of the repairs they need will be"
    if view.is_verb(here) or view.is_participle(here):
        return subject_of(view, here, hops=hops - 1)
    phrase = phrase_left(view, here + 1)
    if phrase is not None and view.lows[phrase.last - 1].removesuffix("s") in _SHORT_TIMES:
        return _earlier_verb(view, phrase.first, hops)  # "they broke in and in less than a minute had taken 40 rings"
    if phrase is not None:
        owner = _object_of(view, phrase.first)
        if owner > view.start and (_is_plain_being(view, verb) or view.tags[owner - 1] & REL):
            return subject_of(view, owner, hops=hops - 1)  # "the last time the council met a mayor was in May"
    return phrase


def _before_date(view: SentenceView, here: int, verb: int) -> int:
    """The token before "on Tuesday night" or "last October" where such words stand before a verb."""
    at = here
    if view.lows[at] in _PARTS_OF_DAY and view.tags[at - 1] & ADV and at > view.start:
        at -= 1
        while at >= view.start and view.tags[at] & ADV:
            at -= 1
    elif at == verb - 1:
        return here
    while at > view.start and (view.lows[at] in ("last", "early", "late") or (view.tags[at] & PREP and view.lows[at] in _OF_DATES)):
        at -= 1
    return at


def _is_plain(view: SentenceView, token: int) -> bool:
    """True for a word of no closed class that is no verb."""
    return view.kinds[token] == WORD and not view.tags[token] and not view.is_verb(token)


def _is_object(view: SentenceView, phrase: Phrase) -> bool:
    """True where a verb stands in a phrase or before it: "(the storm) caused hundreds (to flee)"."""
    here = phrase.first - 1
    while here > view.start and view.tags[here] & (DET | ADV):
        here -= 1
    if view.tags[here] & SAY or view.lows[here] in _TAKES_CLAUSE:
        return False
    return view.is_verb(here) or view.lows[here].endswith("ing") or any(view.is_verb(at) for at in range(phrase.first, phrase.last))


def _is_let(view: SentenceView, first: int) -> bool:
    """True behind the participle of a clause that lets another act: "(they shared it), allowing tests (to be made)"."""
    return view.lows[first - 1].endswith("ing") and view.lows[first - 2] == ","


def _past_adverbs(view: SentenceView, at: int) -> int:
    """The end of what stands before the adverbs before a token."""
    while at > view.start and view.tags[at - 1] & ADV:
        at -= 1
    return at


def _follows_noun(view: SentenceView, at: int) -> bool:
    before = _past_adverbs(view, at) - 1
    return before > view.start and _is_plain(view, before) and not view.lows[before].endswith(("ed", "able"))


def _is_plain_being(view: SentenceView, verb: int) -> bool:
    """True for was, is and the like that no participle follows."""
    return view.lows[verb] in _BEING and not view.lows[verb + 1].endswith(("ed", "ing"))


def _object_of(view: SentenceView, first: int) -> int:
    """The verb whose object begins at a token, or -1; a clause that a verb of saying opens is no object."""
    here = first - 1
    while here > view.start and (view.tags[here] & DET or view.kinds[here] == NUMBER or view.lows[here] in view.lexicon.numbers):
        here -= 1
    if here == first - 1 or not view.is_verb(here) or view.tags[here] & SAY or view.lows[here] in _TAKES_CLAUSE:
        return -1
    return -1 if view.lows[here] in _BEING or view.lows[here] in ("has", "have", "had") else here


def _over_comma(view: SentenceView, at: int, hops: int) -> Phrase | None:
    """The subject of a verb behind a comma: before an inserted phrase, or that of the verb before, or the noun before the comma."""
    relative = _relative_left(view, at)
    if relative > view.start:
        return phrase_left(view, relative)
    opening = _comma_left(view, at)
    if opening > view.start + 2 and view.kinds[opening - 1] == NUMBER and view.lows[opening - 2] == ",":
        return phrase_left(view, opening - 2)  # "Ines Rolfe, 43, of Lorn, was"
    if opening > view.start and (view.lows[opening - 1] == "and" or _is_list(view, opening, at)):
        return _earlier_verb(view, opening if view.lows[opening - 1] == "and" else at, hops)
    if opening > view.start and not any(view.is_verb(token) for token in range(opening + 2, at)):
        before = opening - 1
        if view.is_verb(opening + 1) and any(view.is_verb(token) for token in range(view.start, opening)):
            return _earlier_verb(view, at, hops)
        if view.is_verb(before):
            return subject_of(view, before, hops=hops - 1)
        inserted = phrase_left(view, opening)
        if inserted is not None:
            return inserted
    return _earlier_verb(view, at, hops) or phrase_left(view, at)


def _is_list(view: SentenceView, opening: int, at: int) -> bool:
    """True where bare nouns between commas end a list: "talks on trade, investment and tourism, backed 150 firms"."""
    first = opening + 1
    plain = view.kinds[first] == WORD and not view.tags[first] and view.words[first].islower()
    if not plain or view.lows[first] in view.lexicon.titles or view.lows[first].endswith(("ed", "ing")):
        return False
    return "and" in view.lows[first + 1 : at] and not any(view.tags[token] & DET for token in range(first, at))


def _relative_left(view: SentenceView, at: int) -> int:
    """The comma that opens the relative clause which the one at `at` closes ("the storm, which nobody saw, sank"), or -1."""
    for token in range(at - 1, max(view.start, at - 30), -1):
        if view.lows[token] == ",":
            return token if view.tags[token + 1] & REL or view.lows[token + 1] == "who" else -1
    return -1


def _comma_left(view: SentenceView, at: int) -> int:
    """The comma before the one at `at`, or -1."""
    for token in range(at - 1, max(view.start, at - 25), -1):
        if view.lows[token] == ",":
            return token
    return -1


def _earlier_verb(view: SentenceView, at: int, hops: int) -> Phrase | None:
    if not hops:
        return None
    token = at
    while (token := token - 1) > max(view.start, at - 60):
        if view.lows[token] == "”" or (view.lows[token] == '"' and view.lows[:token].count('"') % 2):
            token = _quotation_start(view, token)  # what is quoted has verbs of its own
        if view.is_verb(token):
            return subject_of(view, token, hops=hops - 1)
        if (
            view.lows[token] in (";", ":", "|")
            and not view.glued(token + 1)
            and not (view.lows[token + 1] == "and" or view.is_verb(token + 1))
        ):
            break
    return None


def _quotation_start(view: SentenceView, at: int) -> int:
    """The opening mark of the quotation that the mark at a token closes; the token itself where none stands."""
    for token in range(at - 1, max(view.start, at - 60), -1):
        if view.lows[token] in ('"', "“"):
            return token
    return at


def _antecedent(view: SentenceView, at: int) -> Phrase | None:
    """The noun phrase that "that", "which" or "who" takes up; of a chain the event, if one is named, else the nearest."""
    end = at - 1 if view.lows[at - 1] == "," else at
    while end > view.start and (view.tags[end - 1] & ADV or view.lows[end - 1] == ","):
        end -= 1
    whole = phrase_left(view, end)
    if whole is None:
        return None
    if view.lows[at + 1] in _PRICING:
        return whole  # "a lamp with a glass foot that costs 9 euros"
    first = max(view.start, end - 12)
    for token in range(end - 1, first - 1, -1):
        if view.marks[token] & EVENT:
            return Phrase(phrase_start(view, token + 1), token + 1, token + 1)
        if view.is_verb(token):
            break
    return Phrase(phrase_start(view, end), end, end)
