"""A sentence as the context rules see it: what each token may be, and which of them read as verbs."""

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
    NAME_WORD,
    OCCASION,
    OUTCOME,
    PLACE_LEAD,
    PLACE_NAME,
    PLACE_NOUN,
    PREP,
    PRESENT,
    PRON,
    REL,
    SAY,
    SCOPE,
    SHOWING,
    ContextLexicon,
)
from ledger.sources.tokens import NUMBER, WORD, Block

_BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "'s", "get", "got"))
_BEING = frozenset(("is", "are", "was", "were", "be", "been", "being"))
_MODALS = frozenset("will would could may might must should shall can".split())
_NOUN_TOO = frozenset(("set", "cut", "bid", "cost", "cast", "hit", "spread", "burst", "read", "run", "lead", "stand", "saw"))
_NOMINATIVES = frozenset(("they", "we", "he", "she", "i"))
_HYPHENS = frozenset("-‐‑")
_PLURALS = frozenset(("people", "police", "men", "women", "children", "they", "we", "you", "i", "who"))
STARTING = frozenset(("start", "begin", "come", "range", "sell", "go"))
_ARTICLES = frozenset(("an", "no", "so", "to"))
"""Words of names that open a sentence behind a dateline: "Lorn: An old tug sank"."""
_ACRONYMS = ("US", "IT", "WHO")
_VERBAL = FINITE | SAY
_TOLD = NAME_WORD | SAY | CREDIT | PLACE_LEAD | PLACE_NAME | PLACE_NOUN | OUTCOME | SCOPE | OCCASION | BACKGROUND | EVENT | SHOWING
_NO_WORDS = [""] * 24
_NO_TAGS = [0] * 24


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase at tokens [first, last), without its articles; `chain` is the end with the phrases that hang on it."""

    first: int
    last: int
    chain: int


class SentenceView:
    """A sentence of a block with what each of its tokens may be. Tokens count from the sentence's first; the lists are padded with
    empty entries, so that a look a little beyond either end finds nothing."""

    __slots__ = (
        "_marked",
        "block",
        "end",
        "kinds",
        "lead",
        "led",
        "lexicon",
        "lows",
        "marks",
        "offset",
        "start",
        "tags",
        "titled",
        "words",
    )

    def __init__(self, block: Block, first: int, last: int, lexicon: ContextLexicon, dates: Iterable[tuple[int, int]] = ()) -> None:
        self.block, self.offset, self.lexicon = block, first, lexicon
        self.start, self.end = 0, last - first
        lows, words = block.lows[first:last], block.words[first:last]
        known = lexicon.tags
        marks = [known.get(low, 0) for low in lows]
        tags = [mark & GRAMMAR for mark in marks]
        told = [token for token, mark in enumerate(marks) if mark & _TOLD]
        for token in told:
            if marks[token] & NAME_WORD:
                _free_name(token, lows, words, tags)
        for begin, end in dates:
            # a date is an adverb here, so that "the fire last week destroyed" is read as "the fire destroyed"
            for token in range(max(begin, first), min(end, last)):
                tags[token - first] = ADV
        if "-" in lows:
            _mark_dashes(block, first, lows, tags)
        self.lows, self.words = lows + _NO_WORDS, words + _NO_WORDS
        self.tags, self.marks, self.kinds = tags + _NO_TAGS, marks + _NO_TAGS, block.kinds[first:last] + _NO_TAGS
        self.titled: bool | None = None
        self.led, self.lead = -1, -1
        """The figure whose lead was asked for last, and the lead."""
        self._marked = told

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
        if self.lows[token - 1] in _MODALS and self.kinds[token] == WORD and self.words[token].islower():
            return True
        if self.lows[token - 1] in _NOMINATIVES and token and self.kinds[token] == WORD and self.words[token].islower():
            return True
        if self.lows[token] in STARTING and self.lows[token + 1] in ("at", "with", "from"):
            return self.lows[token - 1][-1:] == "s" and not self.tags[token - 1]  # "the 13-inch models start at"
        if self.marks[token] & PRESENT:
            return self._acts(token)
        low = self.lows[token]
        if low[-2:] != "ed" or len(low) < 5 or not self.words[token].islower():
            return False
        if self.lows[token - 1] in _HYPHENS and self.glued(token):
            return False
        before = token - 1
        while before > 0 and self.lows[before][-2:] == "ly":
            before -= 1
        if self.tags[before] & (DET | PREP) or self._modifies(token):
            return False
        return self.lows[token + 1] != "by" or bool(self.tags[before] & FINITE)  # "a school attacked by the army"

    def _acts(self, token: int) -> bool:
        """True for "rattles" in "the quake rattles the city": a singular noun before it, an object or a number behind it."""
        before, after = token - 1, token + 1
        plural = self.lows[before][-1:] == "s" or self.lows[before] in _PLURALS
        if self.kinds[before] != WORD or self.tags[before] & ~(ADV | PRON) or plural == (self.lows[token][-1] == "s"):
            return False
        return bool(self.tags[after] & (DET | REL | PRON)) or self.kinds[after] == NUMBER or self.lows[after] in ("$", "€", "£", "to")

    def _verb_not_noun(self, token: int) -> bool:
        """False for "a report", "the killed", "in cuts": a listed verb that stands as a noun."""
        before = self.tags[token - 1]
        if before & DET and not before & (PRON | REL):
            return False
        if self.tags[token] & SAY and self.lows[token][-1:] == "s" and self.tags[token + 1] & _VERBAL and not before & PRON:
            return False  # "reports said"
        if self.lows[token] in _NOUN_TOO and (self.lows[token + 1] in ("of", "worth") or self.lows[token + 1] in _BE):
            return False  # "a gift set worth 9 euros", "a rival bid is"
        if token and self.lows[token][-1:] == "s" and len(self.lows[token]) > 4 and self._is_counted(token):
            return False  # "1,400 houses", "35 home runs"
        if self.words[token].istitle() and self._goes_on_name(token) and (self.tags[token] & SAY or self.lows[token][-1:] == "s"):
            return False  # "the United States", "Rolfe Sports"
        if before & PREP and self.lows[token - 1] not in ("to", "than", "as", "like") and self.tags[token] & SAY:
            return False
        return not (self.lows[token - 1] in _HYPHENS and self.glued(token))

    def _modifies(self, token: int) -> bool:
        """True for "two suspended workers": a participle between a number or adjective and a noun."""
        after = self.tags[token + 1]
        nounish = token + 1 < self.end and self.kinds[token + 1] == WORD and not after
        return nounish and (self.kinds[token - 1] == NUMBER if token else False)

    def _is_counted(self, token: int) -> bool:
        """True for a plural with a number before it, or before the noun before it; not
        where an object follows ("the Lark 4 costs 9 euros")."""
        if self.tags[token + 1] & DET or self.kinds[token + 1 : token + 2] == [NUMBER] or self.lows[token + 1] in ("$", "€", "£"):
            return False
        if self.kinds[token - 1] == NUMBER:
            return not self.glued(token - 1)  # but "the Q10 features"
        plain = self.kinds[token - 1] == WORD and not self.tags[token - 1] and self.words[token - 1].islower()
        return token > 1 and self.kinds[token - 2] == NUMBER and plain

    def _goes_on_name(self, token: int) -> bool:
        """True behind another capitalised word, but for a headline."""
        return token > 0 and self.words[token - 1][:1].isupper() and not self.is_titled()

    def is_titled(self) -> bool:
        """True where nearly every word has a capital, as in a headline: there a capital tells nothing."""
        if self.titled is None:
            words = [self.words[at] for at in range(self.end) if self.kinds[at] == WORD and not self.tags[at] & (DET | PREP | CONJ)]
            self.titled = len(words) > 3 and sum(word[0].isupper() for word in words) * 4 > len(words) * 3
        return self.titled

    def is_participle(self, token: int) -> bool:
        """True for the participle of a reduced clause: "the people (interviewed in Ulm)"."""
        low = self.lows[token]
        return (
            len(low) > 4
            and low.endswith(("ed", "ing"))
            and self.words[token].islower()
            and not self.tags[token] & SAY
            and not self.marks[token] & EVENT
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


def _mark_dashes(block: Block, first: int, lows: list[str], tags: list[int]) -> None:
    """Make dashes of the hyphens that stand free, or double: "in its long history -- a purchase"."""
    starts, ends, last = block.starts, block.ends, len(lows) - 1
    for at in range(1, last):
        if lows[at] != "-":
            continue
        here = first + at
        double = (lows[at + 1] == "-" and ends[here] == starts[here + 1]) or (lows[at - 1] == "—" and ends[here - 1] == starts[here])
        if double or (ends[here - 1] < starts[here] and ends[here] < starts[here + 1]):
            lows[at], tags[at] = "—", BREAK


def _free_name(at: int, lows: list[str], words: list[str], tags: list[int]) -> None:
    """Take its closed class from a word that is part of a name here: Do Ngoc Hung, Will Smith, the US."""
    word = words[at]
    if word.isupper():
        if word in _ACRONYMS:
            tags[at] = 0
        return
    if lows[at] in ("us", "it", "who") or not word.istitle() or (lows[at - 1] == ":" and lows[at] in _ARTICLES):
        return
    after = at + 1 < len(words) and words[at + 1].istitle() and at > 0
    before = at > 1 and words[at - 1].istitle() and not tags[at - 1]
    if (
        after
        or before
        or (at == 0 and words[1:2] == [","] and tags[0] & PREP)
        or (at == 0 and lows[at] != "will" and words[1:3] and all(other.istitle() for other in words[1:3]))
    ):
        tags[at] = 0
