"""Who is credited with a figure: "police said", "according to", the speaker of the quotation it stands in."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ledger.extract.context_clauses import subject_of, verb_follows
from ledger.extract.context_marks import open_quotation
from ledger.extract.context_phrases import is_contraction, phrase_right
from ledger.extract.context_view import Phrase, SentenceView
from ledger.extract.context_words import ADV, BREAK, CREDIT, DET, EVENT, FINITE, PREP, PRON, REL, SAY, SHOWING
from ledger.sources.tokens import NUMBER, WORD

_QUOTES = frozenset('"“”')
_OF_ISSUE = frozenset(("of", "from", "by", "in", "for"))
_TELLING = frozenset(("told", "tells", "telling", "informed", "put", "puts"))
_PLAIN_SPEECH = frozenset(
    ("said", "says", "say", "told", "announced", "added", "stated", "confirmed", "warned", "claimed", "estimated", "noted",
     "explained", "insisted", "admitted", "acknowledged", "testified", "tweeted", "wrote", "declared")
)  # fmt: skip
_DENIED = frozenset(("not", "never", "t"))
_LONGEST_CREDIT = 6
_SHOWING = frozenset(("indicate", "show", "suggest", "put", "point", "imply"))
_NOT_SAID = frozenset(("nothing", "goodbye", "hello", "yes", "no", "sorry"))
_GAUGING = frozenset(("put", "puts", "pegged", "pegs"))
_PUT = frozenset(("estimated", "projected", "measured", "described", "identified", "listed", "reported", "counted", "calculated"))
_BEHIND_GAUGING = 14
_NO_SOURCE = frozenset(
    ("size", "average", "type", "age", "need", "needs", "plan", "plans", "schedule", "tradition", "custom", "rules", "law", "order",
     "weight", "height", "number", "kind", "season", "principle", "principles", "taste", "terms", "guidelines", "calendar")
)  # fmt: skip
"""What things are done "according to": no one's word."""
_OF_SPEAKERS = frozenset(("who", "which", "whose", "where"))
_ISSUED = frozenset(("by", "from"))
_FAR_ISSUER = 8


@dataclass(frozen=True, slots=True)
class Speech:
    """A credit in a sentence: who speaks at [first, last), from the word at `cue`; `reach` is the tokens it covers."""

    first: int
    last: int
    cue: int
    reach: tuple[int, int]
    pronoun: bool


def find_speeches(view: SentenceView) -> tuple[Speech, ...]:
    """Every credit of a sentence, in order."""
    found = _headed(view)
    for token in view.marked(SAY | CREDIT | SHOWING):
        tag = view.tags[token]
        speech = None
        if view.marks[token] & SHOWING and not tag & SAY:
            speech = _shown(view, token)
        elif tag & CREDIT:
            speech = _credited(view, token)
        elif tag & SAY and view.is_verb(token):
            speech = _said(view, token)
        if speech is not None:
            found.append(_within_quotation(view, speech))
    return tuple(found)


def _shown(view: SentenceView, token: int) -> Speech | None:
    """The credit of "the survey found that", "..., data from the bank show": a paper, or who made it."""
    if not view.is_verb(token) and not view.lows[token].endswith("ed") and not view.tags[token + 1] & REL:
        return None
    subject = subject_of(view, token)
    if subject is None or view.lows[subject.last - 1] not in view.lexicon.papers:
        return None
    start, end = _reach(view, token, subject)
    issuer = _issuer(view, subject.last)
    named = subject if issuer is None or issuer.last > token else issuer
    return Speech(named.first, named.last, token, (start, end), False)


def _issuer(view: SentenceView, at: int) -> Phrase | None:
    """The name behind "of", "from" or "by" at a token."""
    if view.lows[at] not in ("by", "from"):
        return None
    issuer = phrase_right(view, at + 1)
    return issuer if issuer is not None and view.words[issuer.first][:1].isupper() else None


def _headed(view: SentenceView) -> list[Speech]:
    """The credit that a headline opens or closes with: "Sheriff: office shooting kills 1", "Quake kills 31: officials"."""
    if view.block.kind not in ("headline", "teaser") or view.offset != 0:
        return []
    for mark in range(1, min(view.end - 1, _LONGEST_CREDIT)):
        if view.lows[mark] == ":" and _is_body(view, Phrase(0, mark, mark)):
            return [Speech(0, mark, mark, (mark, view.end), False)]
    for mark in range(view.end - 2, max(0, view.end - _LONGEST_CREDIT), -1):
        if view.lows[mark] in (":", "-", "–", "—") and not (view.glued(mark) and view.glued(mark + 1)):
            phrase = Phrase(mark + 1, view.end, view.end)
            return [Speech(mark + 1, view.end, mark, (0, mark), False)] if _is_body(view, phrase) else []
    return []


def _is_body(view: SentenceView, phrase: Phrase) -> bool:
    """True for a title or a body that speaks ("police", "officials"), and for no other name."""
    low = view.lows[phrase.last - 1]
    return low in view.lexicon.titles or low in view.lexicon.groups


def _within_quotation(view: SentenceView, speech: Speech) -> Speech:
    """The credit, kept inside the quotation that its own verb stands in."""
    if not _QUOTES.intersection(view.lows[: speech.cue]) or not open_quotation(view.lows, 0, speech.cue, inside=False):
        return speech
    close = next((at for at in range(speech.cue, view.end) if view.lows[at] in _QUOTES), view.end)
    return replace(speech, reach=(speech.reach[0], min(speech.reach[1], close)))


def speech_of(view: SentenceView, speeches: tuple[Speech, ...], first: int) -> Speech | None:
    """The credit that covers the figure at token `first`: the nearest to it, those inside the sentence before those at its edge."""
    covering = [speech for speech in speeches if speech.reach[0] <= first < speech.reach[1] and not speech.first <= first < speech.last]
    return min(covering, key=lambda speech: (abs(speech.cue - first), speech.cue), default=None)


def _credited(view: SentenceView, token: int) -> Speech | None:
    """ "according to the survey": covers its whole sentence; "citing the survey" as well."""
    here = token + 1
    if view.lows[token] == "according":
        if view.lows[here] != "to":
            return None
        here += 1
    phrase = _speaker_right(view, here) or (_paper_right(view, here) if view.tags[here] & DET else None)
    return None if phrase is None else Speech(phrase.first, phrase.last, token, (view.start, view.end), False)


def _paper_right(view: SentenceView, at: int) -> Phrase | None:
    """The paper that starts at a token, or the one who made it: "the mean of forecasts compiled by Rolfe & Son"."""
    phrase = phrase_right(view, at)
    if phrase is None:
        return None
    for here in range(phrase.last, min(view.end, phrase.last + _FAR_ISSUER)):
        if view.lows[here] in _ISSUED and view.words[here + 1][:1].isupper():
            return phrase_right(view, here + 1)
        if view.tags[here] & BREAK:
            break
    return None if view.lows[phrase.last - 1] in _NO_SOURCE else phrase


def _said(view: SentenceView, token: int) -> Speech | None:
    """The credit of a verb of saying: its subject, before it or, behind a quotation, after it; "described by police as"."""
    if view.lows[token + 1] in _NOT_SAID or view.lows[token - 1] in _DENIED or view.lows[token - 1].endswith(("n't", "n’t")):
        return None
    if _is_other(view, token):
        return None
    if view.lows[token] == "quoted":
        quoted = _quoted_as(view, token)
        if quoted is not None:
            return Speech(quoted.first, quoted.last, token, (view.start, view.end), False)
    if view.lows[token] in ("quoted", "cited") and view.is_passive(token):
        named = subject_of(view, token)
        if named is not None and can_speak(view, named):
            return Speech(named.first, named.last, token, (view.start, view.end), False)
    by = _by_agent(view, token)
    if by is not None:
        told = (view.start, view.end) if view.is_passive(token) or view.kinds[token - 1] != WORD else (max(0, token - 4), by.first)
        return Speech(by.first, by.last, token, told, False)
    if view.is_passive(token):
        return None
    before = view.lows[token - 1]
    if before in (",", "”", '"', "’") and view.lows[token] not in _TELLING and not _is_clause_verb(view, token):
        phrase = _speaker_right(view, token + 1)
        if phrase is not None and not view.is_verb(phrase.last):
            end = _told_end(view, phrase.last) if before in _QUOTES or view.lows[token - 2] in _QUOTES else view.end
            return Speech(phrase.first, phrase.last, token, (view.start, end), False)
    subject = subject_of(view, token)
    if subject is None:
        return None
    return _speaking(view, token, subject)


def _is_other(view: SentenceView, token: int) -> bool:
    """True for a word of saying that says nothing here: "initial estimates indicate", "put a hand on", "adding to its gains"."""
    low, after = view.lows[token], view.lows[token + 1]
    if low.endswith("s") and (after in _SHOWING or view.tags[token + 1] & FINITE):
        return True
    if low in _PUT and after in ("at", "as", "to") and view.kinds[token - 1 : token] == [WORD] and not view.tags[token - 1] & PRON:
        return True  # "damage estimated at 4 million"
    if low in _GAUGING:
        return "at" not in view.lows[token + 1 : token + _BEHIND_GAUGING]
    if low not in ("adding", "added", "adds"):
        return False
    told = view.kinds[token + 1 : token + 2] == [NUMBER] or after in view.lexicon.numbers or after in ("$", "€", "£", "a", "an")
    return after in ("to", "up") or (told and not verb_follows(view, token + 2))


def _is_clause_verb(view: SentenceView, token: int) -> bool:
    """True where the verb behind the comma goes on to say something: "..., said nobody was hurt"."""
    return view.lows[token + 1] in ("that", "it", "there") or view.lows[token] in ("saying", "adding", "citing")


def _quoted_as(view: SentenceView, token: int) -> Phrase | None:
    """The speaker of "the radio quoted the mayor as saying"."""
    if "saying" not in view.lows[token : token + 20]:
        return None
    named = _speaker_right(view, token + 1)
    return None if named is None else _with_name(view, named)


def _by_agent(view: SentenceView, token: int) -> Phrase | None:
    for here in range(token + 1, min(view.end, token + 3)):
        if view.lows[here] == "by":
            return _speaker_right(view, here + 1)
    return None


def _speaking(view: SentenceView, token: int, subject: Phrase) -> Speech | None:
    """The credit of a subject, if it is one who can speak: a pronoun, a title, a body, or a name."""
    low = view.lows[subject.last - 1]
    if is_contraction(low) or low in view.lexicon.numbers:
        return None
    pronoun = subject.last - subject.first == 1 and bool(view.tags[subject.first] & PRON)
    if pronoun:
        if low not in ("he", "she", "they", "it"):
            return None
    elif not can_speak(view, subject) and not _speaks_plainly(view, token, subject):
        return None
    named = subject if pronoun else _with_name(view, subject)
    return Speech(named.first, named.last, token, _reach(view, token, subject), pronoun)


def _speaks_plainly(view: SentenceView, token: int, subject: Phrase) -> bool:
    """True for any subject of "said" and its like, but for events and shares ("62 percent said")."""
    head = subject.last - 1
    share = view.lows[subject.first - 1] == "of" and view.lows[subject.first - 2] in view.lexicon.units
    counted = share or view.kinds[subject.first - 1] == NUMBER or view.lows[head] in ("percent", "cent", "%")
    return view.lows[token] in _PLAIN_SPEECH and not view.marks[head] & EVENT and not counted


def can_speak(view: SentenceView, phrase: Phrase) -> bool:
    """True for a title, a body or a name."""
    lexicon = view.lexicon
    if view.lows[phrase.last - 1] in ("percent", "cent", "%"):
        return False
    low = view.lows[phrase.last - 1]
    base = low.removesuffix("'s").removesuffix("’s")
    if base in lexicon.titles or base in lexicon.groups:
        return True
    word = view.words[phrase.last - 1]
    return word[0].isupper() and base not in lexicon.events and not base.isdecimal()


def _with_name(view: SentenceView, phrase: Phrase) -> Phrase:
    """The name of an apposition for the title before it: "the mayor, Ines Rolfe, said" is Ines Rolfe; else the phrase itself."""
    here = phrase.last
    if view.lows[here] in ("of", "for") and view.lows[here - 1] in view.lexicon.titles:
        body = phrase_right(view, here + 1)
        named = body is not None and view.lows[body.last] == "," and view.words[body.last + 1][:1].isupper()
        here = body.last if body is not None and named else here  # "the head of the team, Ines Rolfe,"
    if (
        view.lows[here] == ","
        and here + 1 < view.end
        and view.words[here + 1][:1].isupper()
        and view.lows[phrase.last - 1] in view.lexicon.titles
    ):
        name = phrase_right(view, here + 1)
        if name is not None and all(view.words[at][:1].isupper() for at in range(name.first, name.last) if view.kinds[at] == WORD):
            return name
    return _with_field(view, phrase)


def _with_field(view: SentenceView, phrase: Phrase) -> Phrase:
    """The phrase with the field or place that belongs to the name: "Ministry of Health", "Society for Bridges", "head of Ulm Zoo"."""
    here = phrase.last
    named = view.tags[here] & PREP and view.words[here][:1].isupper() and view.words[here + 1][:1].isupper() and not view.is_titled()
    if view.lows[here] not in ("of", "for") and not named:
        return phrase
    if named:  # "Doctors Without Borders"
        body = phrase_right(view, here + 1)
        return phrase if body is None else Phrase(phrase.first, body.last, max(phrase.chain, body.last))
    titled = view.lows[here - 1] in view.lexicon.titles
    if not titled and not (view.lows[here - 1] in view.lexicon.groups and view.words[here - 1][:1].isupper()):
        return phrase
    body = phrase_right(view, here + 1)
    if body is None or not view.words[body.first][:1].isupper():
        return phrase
    whole = Phrase(phrase.first, body.last, max(phrase.chain, body.last))
    return whole if titled else _with_field(view, whole)


def _reach(view: SentenceView, token: int, subject: Phrase) -> tuple[int, int]:
    """The tokens a verb of saying covers: what stands behind it; what stands before too, where the credit closes the sentence."""
    start = subject.first
    while start > view.start and view.tags[start - 1] & DET:
        start -= 1
    before = view.lows[start - 1]
    closing = before in (",", "”", '"', "—", "–")
    opening = start <= view.start + 1 or _fronted(view, start)
    if closing and not opening and not _goes_on(view, token):
        return view.start, (_told_end(view, token) if before in _QUOTES or view.lows[start - 2] in _QUOTES else view.end)
    if view.lows[start - 1] == "as" or view.lows[start - 2] == "as":
        return view.start, view.end
    return token, _relative_end(view, token)


def _told_end(view: SentenceView, at: int) -> int:
    """The end of what a speaker behind a quotation said: a clause on the speaker or the place ("..., said Rolfe at the inn, where three
    mugs fell") is the writer's own, unless the quotation goes on behind it."""
    for token in range(at, view.end):
        if view.lows[token] in _QUOTES:
            return view.end
        if view.lows[token] in _OF_SPEAKERS and view.lows[token - 1] == ",":
            return view.end if any(view.lows[here] in _QUOTES for here in range(token, view.end)) else token
    return view.end


def _relative_end(view: SentenceView, token: int) -> int:
    """The end of the clause that a verb of saying opens: the comma that closes "(Rolfe,) who argued he was ill(, spoke)", else the
    sentence's."""
    if view.lows[token - 1] not in ("who", "which") or view.lows[token - 2] != ",":
        return view.end
    return next((at for at in range(token + 1, view.end) if view.lows[at] == "," and view.is_verb(at + 1)), view.end)


def _goes_on(view: SentenceView, token: int) -> bool:
    """True where a clause of its own follows the verb of saying, so that what stands before it is not what was said."""
    for here in range(token + 1, min(view.end, token + 14)):
        low = view.lows[here]
        if low in (",", ";", '"', "“", "”", "—"):
            return False
        if low == "that" or view.is_verb(here):
            return True
    return False


def _fronted(view: SentenceView, start: int) -> bool:
    """True where only an opening phrase stands before the speaker: "On Tuesday, police said"; "Meanwhile, police said"."""
    for token in range(view.start, start):
        if view.is_verb(token) or view.lows[token] in _QUOTES:
            return False
    return start - view.start <= 8


def _speaker_right(view: SentenceView, at: int) -> Phrase | None:
    """The speaker that starts at a token: a title with the name behind it, a paper with its issuer, a body."""
    first = at
    while first < view.end and view.tags[first] & (DET | ADV):
        first += 1
    phrase = phrase_right(view, first)
    if phrase is None:
        if view.tags[first] & PRON and view.lows[first] in ("he", "she", "they"):
            return Phrase(first, first + 1, first + 1)
        return None
    last = phrase.last
    head = view.lows[last - 1]
    if view.lows[last].endswith("ed") and view.lows[last + 1] in ("by", "from"):
        last += 1  # "a report published by the ministry"
    if view.lows[last] in _OF_ISSUE and head in (
        "report",
        "study",
        "editorial",
        "statement",
        "survey",
        "data",
        "figures",
        "statistics",
        "estimates",
        "poll",
        "analysis",
        "census",
        "filing",
        "estimate",
        "review",
        "release",
        "tally",
        "document",
        "documents",
    ):
        issuer = phrase_right(view, last + 1)
        if issuer is not None and view.words[issuer.first][:1].isupper():
            return issuer
        if issuer is not None and view.lows[last] in ("by", "from") and view.lows[issuer.last - 1] in view.lexicon.groups:
            return issuer
        if issuer is not None and any(view.words[token][:1].isupper() for token in range(issuer.first, issuer.last)):
            return issuer
    return _with_field(view, phrase) if can_speak(view, phrase) or view.words[phrase.first][:1].isupper() else None
