"""A figure in its sentence: what every rule on kinds, nouns and labels looks at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.extract.measures import past_tail
from ledger.extract.noun_phrases import NounPhrase, find_noun_phrase
from ledger.extract.noun_text import is_initials, phrase_text
from ledger.sources.tokens import NUMBER, WORD, Block

if TYPE_CHECKING:
    from ledger.extract.figures import Figure, FigureReader
    from ledger.extract.lexicons import Lexicons

ARTICLES = frozenset(("the", "a", "an"))
OWNERS = frozenset(("its", "their", "his", "her", "our", "my", "your"))
_BEFORE_NOUN = ARTICLES | OWNERS | frozenset(("all", "those", "these", "them", "this", "that"))
_BEFORE_NUMBER = frozenset(("combined", "total", "estimated", "nearly", "about", "roughly", "some", "over"))
_PART_OF_NAME = frozenset(("top", "previous", "remaining", "other"))
_POSSESSIVE = ("'s", "’s")
_HYPHENS = frozenset("-‑")


class Sight:
    """A figure, its sentence (tokens `first` to `end`, half-open) and the tables; look-ups are safe at the sentence's ends."""

    __slots__ = ("block", "end", "figure", "first", "kinds", "lexicons", "lows", "reader", "words")

    def __init__(self, block: Block, figure: Figure, lexicons: Lexicons, reader: FigureReader) -> None:
        self.block, self.figure, self.lexicons, self.reader = block, figure, lexicons, reader
        self.words, self.lows, self.kinds = block.words, block.lows, block.kinds
        self.first, self.end = block.sentence_of(figure.numeral_first)

    def low(self, at: int) -> str:
        """The token in lower case, or "" outside the sentence."""
        return self.lows[at] if self.first <= at < self.end else ""

    def is_word(self, at: int) -> bool:
        return self.first <= at < self.end and self.kinds[at] == WORD

    def is_number(self, at: int) -> bool:
        return self.first <= at < self.end and self.kinds[at] == NUMBER

    def is_capital(self, at: int) -> bool:
        """True for a word that begins with a capital letter."""
        return self.is_word(at) and self.words[at][0].isupper()

    def glued(self, at: int) -> bool:
        """True where a token of the sentence touches the one before it."""
        return at < self.end and self.block.glued(at)

    def is_hyphen(self, at: int) -> bool:
        """True for a hyphen that touches the token before it."""
        return at < self.end and self.lows[at] in _HYPHENS and self.block.glued(at)

    @property
    def before(self) -> str:
        """The token before the figure."""
        return self.low(self.figure.first - 1)

    @property
    def after(self) -> str:
        """The token behind the figure."""
        return self.low(self.figure.last)

    # nouns

    def phrase(self, at: int, *, single: bool = False, hyphen: bool = False) -> NounPhrase | None:
        """The counted noun phrase that starts at a token, within the sentence."""
        if at >= self.end:
            return None
        return find_noun_phrase(self.block, at, self.end, self.lexicons.nouns, single=single, hyphen=hyphen)

    def plural_phrase(self, at: int) -> NounPhrase | None:
        """The noun phrase at a token where its head stands in the plural."""
        phrase = self.phrase(at)
        return phrase if phrase is not None and self.lexicons.nouns.is_plural(self.lows[phrase.head]) else None

    def name(self, phrase: NounPhrase) -> None:
        """Give the figure the noun phrase as its entity."""
        figure, nouns, block = self.figure, self.lexicons.nouns, self.block
        if self.lows[phrase.first] == "more" and phrase.first < phrase.head:
            phrase.first += 1
        figure.noun_first, figure.noun_last, figure.head = phrase.first, phrase.last, phrase.head
        text = phrase_text(block, phrase.first, phrase.last, phrase.head, nouns, keep_case=block.kind != "headline")
        if phrase.tail > phrase.last:
            text += " " + phrase_text(block, phrase.last, phrase.tail, -1, nouns)
            figure.noun_last = phrase.tail
        before = self.lows[figure.words_first - 1] if figure.words_first > 0 else ""
        if before in _PART_OF_NAME and figure.kind == "count" and figure.noun_first >= figure.last:
            text = f"{before} {text}"
        figure.entity = text
        figure.noun_class = nouns.class_of(self.lows[phrase.head])

    def count(self, phrase: NounPhrase) -> None:
        """Make the figure a count of the phrase: kind, entity, and the singular head as its unit."""
        self.figure.kind = "count"
        self.name(phrase)
        if self.lows[phrase.head] == "s":  # "two F-16s": the model is counted
            self.figure.entity = self.figure.entity[:-1]
            self.figure.unit = self.figure.entity.lower()
        else:
            word = self.words[phrase.head]
            self.figure.unit = word[:-1].lower() if is_initials(word) else self.lexicons.nouns.singular(self.lows[phrase.head])

    def name_of(self, at: int) -> None:
        """Give the figure the noun behind an "of": "80% of homes", "half of the town's harbour"."""
        at = self.past_owner(self.past_articles(at))
        at += self.low(at) in _BEFORE_NUMBER and self._is_numeral(at + 1)
        while self._is_numeral(at):
            at += 1  # "two thirds of the 240 employees"
        if self.is_number(at - 1) and self.glued(at) and self.words[at] in self.lexicons.numerals.glued_marks:
            at += 1  # "a third of the 4.3M sales"
        phrase = self.phrase(at) or self.phrase(at, single=True)
        if phrase is not None:
            self.name(phrase)

    def _is_numeral(self, at: int) -> bool:
        return self.is_number(at) or self.low(at) in self.lexicons.numerals.cardinals

    def past_articles(self, at: int) -> int:
        """The token behind articles and owners."""
        while at < self.end and self.lows[at] in _BEFORE_NOUN and not (self.glued(at + 1) and self.low(at + 1) == "-"):
            at += 1  # but the A of "5,000 A-level pupils"
        return at

    def past_tail(self, at: int) -> int:
        """The token behind a hedge between number and noun: "30 or more boats"."""
        behind = past_tail(self.block, at, self.lexicons.measures)
        return behind if behind < self.end else at

    def past_owner(self, at: int) -> int:
        """Past a possessor: "two of Johnson’s deputies"."""
        for i in range(at, min(at + 4, self.end)):
            if self.lows[i].endswith(_POSSESSIVE) or (i > at and self.lows[i] in "'’" and self.block.glued(i)):
                return i + 1
            if not self.words[i][0].isupper():
                break
        return at
