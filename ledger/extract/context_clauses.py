"""Clauses without a tagger: which verb governs a figure, and which noun phrase is that verb's subject.

A sentence is read once into bit sets of what each token may be. A subject is looked for leftwards from the verb; where nothing
speaks clearly there is none, for an empty field is better than a wrong one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ledger.extract.context_words import (
    ADV,
    BACKGROUND,
    BREAK,
    CONJ,
    CREDIT,
    DET,
    EVENT,
    FINITE,
    GRAMMAR,
    OCCASION,
    OUTCOME,
    PLACE_LEAD,
    PLACE_NAME,
    PLACE_NOUN,
    PREP,
    PRON,
    REL,
    SAY,
    SCOPE,
    ContextLexicon,
)  # fmt: skip
from ledger.sources.tokens import NUMBER, WORD, Block

_BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "'s", "get", "got"))
_BEING = frozenset(("is", "are", "was", "were", "be", "been", "being"))
GENERIC = frozenset(
    ("number", "group", "cost", "total", "crowd", "team", "half", "majority", "pair", "series", "most", "some", "one", "many",
     "rest", "part", "couple", "value", "toll", "price", "amount", "score", "share", "size", "length", "depth", "rate",
     "pricing", "list", "sum", "volume")
)  # fmt: skip
_HYPHENS = frozenset("-‐‑")
_ACRONYMS = ("US", "IT", "WHO")
_FAR = 120
"""Tokens beyond which no verb governs a figure."""
_VERBAL = FINITE | SAY
_TOLD = SAY | CREDIT | PLACE_LEAD | PLACE_NAME | PLACE_NOUN | OUTCOME | SCOPE | OCCASION | BACKGROUND | EVENT
_NO_WORDS = [""] * 24
_NO_TAGS = [0] * 24
_CLAUSE_WORDS = frozenset(("while", "whereas", "but", "because", "although", "when", "if", "and"))
_STOPS = _CLAUSE_WORDS | {";", ":", "|", ","}
_HAVE = frozenset(("identified", "counted", "tallied", "listed", "measured"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase at tokens [first, last), without its articles; `chain` is the end with the phrases that hang on it."""

    first: int
    last: int
    chain: int


class SentenceView:
    """A sentence of a block with what each of its tokens may be. Tokens count from the sentence's first; the lists are padded with
    empty entries, so that a look a little beyond either end finds nothing."""

    __slots__ = ("_marked", "block", "end", "kinds", "lexicon", "lows", "marks", "offset", "start", "tags", "titled", "words")

    def __init__(self, block: Block, first: int, last: int, lexicon: ContextLexicon, dates: Iterable[tuple[int, int]] = ()) -> None:
        self.block, self.offset, self.lexicon = block, first, lexicon
        self.start, self.end = 0, last - first
        lows, words = block.lows[first:last], block.words[first:last]
        known = lexicon.tags
        marks = [known.get(low, 0) for low in lows]
        tags = [mark & GRAMMAR for mark in marks]
        for name in _ACRONYMS:
            if name in words:
                tags = [0 if word in _ACRONYMS else tag for word, tag in zip(words, tags, strict=True)]
        for begin, end in dates:
            # a date is an adverb here, so that "the fire last week destroyed" is read as "the fire destroyed"
            for token in range(max(begin, first), min(end, last)):
                tags[token - first] = ADV
        self.lows, self.words = lows + _NO_WORDS, words + _NO_WORDS
        self.tags, self.marks, self.kinds = tags + _NO_TAGS, marks + _NO_TAGS, block.kinds[first:last] + _NO_TAGS
        self.titled: bool | None = None
        self._marked = [token for token, mark in enumerate(marks) if mark & _TOLD]

    def marked(self, flag: int) -> list[int]:
        """The tokens that bear a mark of speech, place, outcome or scope, in order."""
        marks = self.marks
        return [token for token in self._marked if marks[token] & flag]

    def text(self, first: int, last: int) -> str:
        """The text of tokens [first, last), white space folded."""
        block, offset = self.block, self.offset
        return " ".join(block.text[block.starts[offset + first] : block.ends[offset + last - 1]].split()) if first < last else ""

    def glued(self, token: int) -> bool:
        """True where the token touches the one before it, inside the sentence."""
        at = self.offset + token
        return 0 < token < self.end and self.block.ends[at - 1] == self.block.starts[at]

    def is_verb(self, token: int) -> bool:
        """True where the token reads as a finite verb: listed, or a regular past that no article or preposition stands before."""
        tag = self.tags[token]
        if tag:
            return bool(tag & _VERBAL) and self._verb_not_noun(token)
        low = self.lows[token]
        if low[-2:] != "ed" or len(low) < 5 or not self.words[token].islower():
            return False
        return not self.tags[token - 1] & (DET | PREP) and not self._modifies(token)

    def _verb_not_noun(self, token: int) -> bool:
        """False for "a report", "the killed", "in cuts": a listed verb that stands as a noun."""
        before = self.tags[token - 1]
        if before & DET and not before & (PRON | REL):
            return False
        if before & PREP and self.lows[token - 1] not in ("to", "than", "as", "like") and self.tags[token] & SAY:
            return False
        return not (self.lows[token - 1] in _HYPHENS and self.glued(token))

    def _modifies(self, token: int) -> bool:
        """True for "two suspended workers": a participle between a number or adjective and a noun."""
        after = self.tags[token + 1]
        nounish = token + 1 < self.end and self.kinds[token + 1] == WORD and not after
        return nounish and (self.kinds[token - 1] == NUMBER if token else False)

    def is_participle(self, token: int) -> bool:
        """True for the participle of a reduced clause: "the people (interviewed in Ulm)"."""
        low = self.lows[token]
        return (
            len(low) > 4
            and low.endswith(("ed", "ing"))
            and self.words[token].islower()
            and not self.tags[token] & SAY
            and self.lows[token - 1] not in _BE
            and self.kinds[token - 1] == WORD
            and not self.tags[token - 1] & (DET | PREP | CONJ | REL | PRON)
        )

    def is_passive(self, token: int) -> bool:
        """True for a participle behind a form of be, adverbs between aside."""
        here = token - 1
        while self.tags[here] & ADV:
            here -= 1
        return self.lows[here] in _BEING


def governing_verb(view: SentenceView, first: int, last: int) -> int:
    """The finite verb left of the figure whose clause holds it, or -1 where the figure stands before its own verb."""
    depth = 0
    followed = _verb_follows(view, last)
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
        elif depth:
            continue
        elif view.is_verb(here):
            return -1 if tag & SAY and followed and low not in _HAVE else here
        elif tag & REL and low != "where" and here + 1 < first and not _is_determiner_that(view, here):
            return -1
    return -1


def _verb_follows(view: SentenceView, at: int) -> bool:
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
    if here < view.start or not hops:
        return None
    tag, low = view.tags[here], view.lows[here]
    if tag & PRON and low != "who":
        return Phrase(here, here + 1, here + 1)
    if tag & REL:
        return _antecedent(view, here)
    if low == ",":
        return _over_comma(view, here, hops)
    if low in ("and", "or", "then", "but", "than", "to"):
        return _earlier_verb(view, here, hops)
    if view.is_verb(here) or view.is_participle(here):
        return subject_of(view, here, hops=hops - 1)
    return phrase_left(view, here + 1)


def _over_comma(view: SentenceView, at: int, hops: int) -> Phrase | None:
    """The subject of a verb behind a comma: before an inserted phrase, or that of the verb before, or the noun before the comma."""
    opening = _comma_left(view, at)
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


def _comma_left(view: SentenceView, at: int) -> int:
    """The comma before the one at `at`, or -1."""
    for token in range(at - 1, max(view.start, at - 25), -1):
        if view.lows[token] == ",":
            return token
    return -1


def _earlier_verb(view: SentenceView, at: int, hops: int) -> Phrase | None:
    if not hops:
        return None
    for token in range(at - 1, max(view.start, at - 60), -1):
        if view.is_verb(token):
            return subject_of(view, token, hops=hops - 1)
        if view.lows[token] in (";", ":", "|") and not view.glued(token + 1):
            break
    return None


def _antecedent(view: SentenceView, at: int) -> Phrase | None:
    """The noun phrase that "that", "which" or "who" takes up; of a chain the event, if one is named, else the nearest."""
    end = at - 1 if view.lows[at - 1] == "," else at
    while end > view.start and (view.tags[end - 1] & ADV or view.lows[end - 1] == ","):
        end -= 1
    whole = phrase_left(view, end)
    if whole is None:
        return None
    first = max(view.start, end - 12)
    for token in range(end - 1, first - 1, -1):
        if view.marks[token] & EVENT:
            return Phrase(_phrase_start(view, token + 1), token + 1, token + 1)
        if view.is_verb(token):
            break
    return Phrase(_phrase_start(view, end), end, end)


def phrase_left(view: SentenceView, end: int) -> Phrase | None:
    """The noun phrase that ends before token `end`, without articles: of "the cost of repairs in Ulm" the cost, or, as that
    says nothing, the repairs. None where no noun stands there."""
    starts: list[tuple[int, int]] = []
    stop = end
    while True:
        first = _phrase_start(view, stop)
        if first >= stop:
            break
        starts.append((first, stop))
        here = first - 1
        while here >= view.start and view.tags[here] & DET:
            here -= 1
        if here < view.start or not view.tags[here] & PREP or view.lows[here] in ("to", "than"):
            break
        stop = here
        while stop > view.start and view.is_participle(stop - 1):
            stop -= 1
    if not starts:
        return None
    first, last = starts[-1]
    if len(starts) > 1 and view.words[last - 1] in GENERIC and view.lows[last] in ("of", "for", "from"):
        first, last = starts[-2]
    return Phrase(first, last, end)


def _phrase_start(view: SentenceView, end: int) -> int:
    """First token of the run of nouns, names and adjectives that ends before `end`; numbers and their units are left out."""
    here = end
    while here > view.start:
        token = here - 1
        tag, low, kind = view.tags[token], view.lows[token], view.kinds[token]
        if kind == NUMBER:
            if token > view.start and view.glued(token) and view.words[token - 1][:1].isupper() and here > token:
                # Q10, A380: the number is part of the name
                here = token
                continue
            break
        if kind != WORD:
            if low in _HYPHENS and view.glued(token):
                here = token
                continue
            if low == "." and view.glued(token) and len(view.lows[token - 1]) <= 5 and view.words[token - 1][:1].isupper():
                here = token
                continue
            if low in ("'", "’", "&"):
                here = token
                continue
            break
        if low in ("and", "&") and _joins(view, token, end):
            here = token
            continue
        if tag & (DET | PREP | CONJ | REL | PRON | ADV) or (tag & (FINITE | SAY | CREDIT) and view.is_verb(token)):
            break
        if low.endswith("ed") and len(low) > 4 and view.words[token].islower() and here == end:
            break
        here = token
    return _trimmed(view, here, end)


def _joins(view: SentenceView, at: int, end: int) -> bool:
    """True for the "and" of "shops and businesses" or "Hill and Sons": plain nouns on both sides."""
    before, after = at - 1, at + 1
    if after >= end or view.tags[after] or view.tags[before] or before < view.start:
        return False
    if view.kinds[before] != WORD or view.kinds[after] != WORD:
        return False
    return view.words[before][:1].isupper() == view.words[after][:1].isupper()


def _trimmed(view: SentenceView, first: int, end: int) -> int:
    """Skips a leading hyphen, unit and mark that a number before left over: "-magnitude earthquake" begins at earthquake."""
    while first < end and view.kinds[first] != WORD and not (view.kinds[first] == NUMBER and end - first == 1):
        first += 2 if view.lows[first] in _HYPHENS and first + 2 < end else 1
    return min(first, end)


def phrase_right(view: SentenceView, at: int) -> Phrase | None:
    """The noun phrase that starts at token `at`, articles and hedges skipped; None where no noun follows."""
    first = at
    while first < view.end and (view.tags[first] & DET or view.tags[first] & ADV):
        first += 1
    here = first
    while here < view.end and _in_phrase(view, here):
        here += 1
    if here == first:
        return None
    return Phrase(first, here, here)


def _in_phrase(view: SentenceView, token: int) -> bool:
    tag, low, kind = view.tags[token], view.lows[token], view.kinds[token]
    if kind != WORD:
        if low in _HYPHENS or low in ("'", "’", "&"):
            return view.glued(token) or low == "&"
        return low == "." and view.glued(token) and len(view.lows[token - 1]) <= 5 and view.tags[token + 1] == 0 and token + 2 < view.end
    if tag & (DET | PREP | CONJ | REL | PRON | ADV | BREAK):
        return False
    if tag & (FINITE | SAY) and view.is_verb(token):
        return False
    return not (low.endswith("ed") and view.words[token].islower() and view.is_verb(token))
