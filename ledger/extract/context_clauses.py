"""Clauses without a tagger: which verb governs a figure, and which noun phrase is that verb's subject.

A sentence is read once into bit sets of what each token may be. A subject is looked for leftwards from the verb; where nothing
speaks clearly there is none, for an empty field is better than a wrong one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ledger.extract.context_words import ADV, BREAK, CONJ, CREDIT, DET, FINITE, PREP, PRON, REL, SAY, ContextLexicon
from ledger.sources.tokens import NUMBER, WORD, Block

_BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "'s", "get", "got"))
_BEING = frozenset(("is", "are", "was", "were", "be", "been", "being"))
GENERIC = frozenset(
    ("number", "group", "cost", "total", "crowd", "team", "half", "majority", "pair", "series", "most", "some", "one", "many",
     "rest", "part", "couple", "value", "toll", "price", "amount", "score", "share", "size", "length", "depth", "rate", "pricing",
     "list", "sum", "volume")
)  # fmt: skip
_HYPHENS = frozenset("-‐‑")
_CLAUSE_MARKS = frozenset((";", ":", "|", "while", "whereas", "but", "because", "although", "when", "if"))
_HAVE = frozenset(("identified", "counted", "tallied", "listed", "measured"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase at tokens [first, last), without its articles; `chain` is the end with the phrases that hang on it."""

    first: int
    last: int
    chain: int


class SentenceView:
    """A sentence of a block with what each of its tokens may be."""

    __slots__ = ("block", "end", "lexicon", "start", "tags")

    def __init__(self, block: Block, start: int, end: int, lexicon: ContextLexicon, dates: Iterable[tuple[int, int]] = ()) -> None:
        self.block, self.start, self.end, self.lexicon = block, start, end, lexicon
        known = lexicon.tags
        self.tags = [known.get(low, 0) for low in block.lows[start:end]]
        for at, tag in enumerate(self.tags):
            if tag & PRON and block.lows[start + at] in ("us", "it", "who") and block.words[start + at].isupper():
                self.tags[at] = 0
        for first, last in dates:
            # a date is an adverb here, so that "the fire last week destroyed" is read as "the fire destroyed"
            for token in range(max(first, start), min(last, end)):
                self.tags[token - start] = ADV

    def tag(self, token: int) -> int:
        """The bit set of a token, 0 outside the sentence."""
        return self.tags[token - self.start] if self.start <= token < self.end else 0

    def text(self, first: int, last: int) -> str:
        """The text of tokens [first, last), white space folded."""
        block = self.block
        return " ".join(block.text[block.starts[first] : block.ends[last - 1]].split()) if first < last else ""

    def low(self, token: int) -> str:
        return self.block.lows[token] if self.start <= token < self.end else ""

    def is_verb(self, token: int) -> bool:
        """True where the token reads as a finite verb: listed, or a regular past that no article or preposition stands before."""
        tag = self.tag(token)
        if tag & (FINITE | SAY):
            return self._verb_not_noun(token)
        low = self.low(token)
        if len(low) < 5 or not low.endswith("ed") or tag or not self.block.words[token].islower():
            return False
        return not self.tag(token - 1) & (DET | PREP) and not self._modifies(token)

    def _verb_not_noun(self, token: int) -> bool:
        """False for "a report", "the killed", "in cuts": a listed verb that stands as a noun."""
        before = self.tag(token - 1)
        if before & DET and not before & (PRON | REL):
            return False
        if before & PREP and self.low(token - 1) not in ("to", "than", "as", "like") and self.tag(token) & SAY:
            return False
        return not (self.low(token - 1) in _HYPHENS and self.block.glued(token))

    def _modifies(self, token: int) -> bool:
        """True for "two suspended workers": a participle between a number or adjective and a noun."""
        after = self.tag(token + 1)
        nounish = token + 1 < self.end and self.block.kinds[token + 1] == WORD and not after
        return nounish and (self.block.kinds[token - 1] == NUMBER if token else False)

    def is_participle(self, token: int) -> bool:
        """True for the participle of a reduced clause: "the people (interviewed in Ulm)"."""
        low = self.low(token)
        return (
            len(low) > 4
            and low.endswith(("ed", "ing"))
            and self.block.words[token].islower()
            and not self.tag(token) & SAY
            and self.low(token - 1) not in _BE
            and self.block.kinds[token - 1] == WORD
            and not self.tag(token - 1) & (DET | PREP | CONJ | REL | PRON)
        )

    def is_passive(self, token: int) -> bool:
        """True for a participle behind a form of be, adverbs between aside."""
        here = token - 1
        while self.tag(here) & ADV:
            here -= 1
        return self.low(here) in _BEING


def governing_verb(view: SentenceView, first: int, last: int) -> int:
    """The finite verb left of the figure whose clause holds it, or -1 where the figure stands before its own verb."""
    depth = 0
    for here in range(first - 1, view.start - 1, -1):
        low, tag = view.low(here), view.tag(here)
        if low in ")]":
            depth += 1
        elif low in "([":
            depth = max(0, depth - 1)
        elif depth:
            continue
        elif view.is_verb(here):
            return -1 if tag & SAY and low not in _HAVE and _verb_follows(view, last) else here
        elif (
            tag & REL
            and low != "where"
            and here + 1 < first
            and not _is_determiner_that(view, here)
            or low in _CLAUSE_MARKS
            and (low == "|" or _verb_follows(view, last))
            or low in (",", "and")
            and _verb_follows(view, last)
        ):
            return -1
    return -1


def _verb_follows(view: SentenceView, at: int) -> bool:
    """True where a finite verb stands behind the figure, before the clause ends."""
    for token in range(at, min(view.end, at + 16)):
        if view.low(token) in (",", ";", ":", "|", '"', "“", "”", "and", "but", "who", "that", "which", "as", "after"):
            return False
        if view.is_verb(token):
            return True
    return False


def _is_determiner_that(view: SentenceView, token: int) -> bool:
    return view.low(token) == "that" and view.tag(token - 1) & PREP != 0


def subject_of(view: SentenceView, verb: int, *, hops: int = 8) -> Phrase | None:
    """The noun phrase that is the subject of a finite verb: left of it, over "and" and participles to the verb before where shared."""
    here = verb - 1
    while here >= view.start and not view.tag(here) & PRON and (view.tag(here) & ADV or (view.tag(here) & FINITE and view.is_verb(here))):
        here -= 1
    if here < view.start or not hops:
        return None
    tag, low = view.tag(here), view.low(here)
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
        if view.low(token) == ",":
            return token
    return -1


def _earlier_verb(view: SentenceView, at: int, hops: int) -> Phrase | None:
    if not hops:
        return None
    for token in range(at - 1, max(view.start, at - 60), -1):
        if view.is_verb(token):
            return subject_of(view, token, hops=hops - 1)
        if view.low(token) in (";", ":", "|") and not view.block.glued(token + 1):
            break
    return None


def _antecedent(view: SentenceView, at: int) -> Phrase | None:
    """The noun phrase that "that", "which" or "who" takes up; of a chain the event, if one is named, else the nearest."""
    end = at - 1 if view.low(at - 1) == "," else at
    while end > view.start and (view.tag(end - 1) & ADV or view.low(end - 1) == ","):
        end -= 1
    whole = phrase_left(view, end)
    if whole is None:
        return None
    first = max(view.start, end - 12)
    for token in range(end - 1, first - 1, -1):
        if view.low(token) in view.lexicon.events:
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
        while here >= view.start and view.tag(here) & DET:
            here -= 1
        if here < view.start or not view.tag(here) & PREP or view.low(here) in ("to", "than"):
            break
        stop = here
        while stop > view.start and view.is_participle(stop - 1):
            stop -= 1
    if not starts:
        return None
    first, last = starts[-1]
    if len(starts) > 1 and view.block.words[last - 1] in GENERIC and view.low(last) in ("of", "for", "from"):
        first, last = starts[-2]
    return Phrase(first, last, end)


def _phrase_start(view: SentenceView, end: int) -> int:
    """First token of the run of nouns, names and adjectives that ends before `end`; numbers and their units are left out."""
    here = end
    while here > view.start:
        token = here - 1
        tag, low, kind = view.tag(token), view.low(token), view.block.kinds[token]
        if kind == NUMBER:
            if token > view.start and view.block.glued(token) and view.block.words[token - 1][0].isupper() and here > token:
                # Q10, A380: the number is part of the name
                here = token
                continue
            break
        if kind != WORD:
            if low in _HYPHENS and view.block.glued(token):
                here = token
                continue
            if low == "." and view.block.glued(token) and len(view.low(token - 1)) <= 5 and view.block.words[token - 1][0].isupper():
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
        if low.endswith("ed") and len(low) > 4 and view.block.words[token].islower() and here == end:
            break
        here = token
    return _trimmed(view, here, end)


def _joins(view: SentenceView, at: int, end: int) -> bool:
    """True for the "and" of "shops and businesses" or "Hill and Sons": plain nouns on both sides."""
    before, after = at - 1, at + 1
    if after >= end or view.tag(after) or view.tag(before) or before < view.start:
        return False
    if view.block.kinds[before] != WORD or view.block.kinds[after] != WORD:
        return False
    return view.block.words[before][0].isupper() == view.block.words[after][0].isupper()


def _trimmed(view: SentenceView, first: int, end: int) -> int:
    """Skips a leading hyphen, unit and mark that a number before left over: "-magnitude earthquake" begins at earthquake."""
    while first < end and view.block.kinds[first] != WORD and not (view.block.kinds[first] == NUMBER and end - first == 1):
        first += 2 if view.low(first) in _HYPHENS and first + 2 < end else 1
    return min(first, end)


def phrase_right(view: SentenceView, at: int) -> Phrase | None:
    """The noun phrase that starts at token `at`, articles and hedges skipped; None where no noun follows."""
    first = at
    while first < view.end and (view.tag(first) & DET or view.tag(first) & ADV):
        first += 1
    here = first
    while here < view.end and _in_phrase(view, here):
        here += 1
    if here == first:
        return None
    return Phrase(first, here, here)


def _in_phrase(view: SentenceView, token: int) -> bool:
    tag, low, kind = view.tag(token), view.low(token), view.block.kinds[token]
    if kind != WORD:
        if low in _HYPHENS or low in ("'", "’", "&"):
            return view.block.glued(token) or low == "&"
        return (
            low == "." and view.block.glued(token) and len(view.low(token - 1)) <= 5 and view.tag(token + 1) == 0 and token + 2 < view.end
        )
    if tag & (DET | PREP | CONJ | REL | PRON | ADV | BREAK):
        return False
    if tag & (FINITE | SAY) and view.is_verb(token):
        return False
    return not (low.endswith("ed") and view.block.words[token].islower() and view.is_verb(token))
