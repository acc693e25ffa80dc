"""A block under the eye of the date walks: its token lists, with look-ups that are safe at both ends."""

from __future__ import annotations

from datetime import date

from ledger.extract.date_lexicon import DateLexicon
from ledger.sources.tokens import NUMBER, WORD, Block

DASHES = frozenset("-–—−")
SUFFIXES = frozenset(("st", "nd", "rd", "th"))
_PEOPLE = frozenset(("people", "men", "women", "children", "persons", "police", "staff"))
_NOT_PLURAL = frozenset(
    ("is", "was", "has", "does", "this", "as", "its", "his", "us", "yes", "less", "plus", "across", "unless", "versus", "vs", "always")
)
_FUTURE = frozenset("will would expected due plans planned scheduled set next upcoming coming beginning starting slated shall".split())


class Scan:
    """What a date walk looks at: tokens of a block, the lexicon and the publication date."""

    __slots__ = ("block", "ends", "kinds", "lexicon", "lows", "published", "size", "starts", "words")

    def __init__(self, block: Block, lexicon: DateLexicon, published: date | None) -> None:
        self.block, self.lexicon, self.published = block, lexicon, published
        self.words, self.lows, self.kinds = block.words, block.lows, block.kinds
        self.starts, self.ends, self.size = block.starts, block.ends, len(block.words)

    def low(self, token: int) -> str:
        """The token in lower case, or "" beyond the ends."""
        return self.lows[token] if 0 <= token < self.size else ""

    def glued(self, token: int) -> bool:
        """True where the token and the one before it touch."""
        return 0 < token < self.size and self.ends[token - 1] == self.starts[token]

    def is_word(self, token: int) -> bool:
        return 0 <= token < self.size and self.kinds[token] == WORD

    def number(self, token: int, longest: int = 4) -> int | None:
        """The plain whole number that the token is, of at most so many digits, else None."""
        if not 0 <= token < self.size or self.kinds[token] != NUMBER:
            return None
        word = self.words[token]
        return int(word) if len(word) <= longest and word.isdecimal() else None

    def year(self, token: int) -> int | None:
        """The token as a year from 1500 to 2100, else None."""
        if not 0 <= token < self.size or len(self.words[token]) != 4:
            return None
        number = self.number(token)
        return number if number is not None and 1500 <= number <= 2100 else None

    def day(self, token: int) -> int | None:
        """The token as a day of a month, else None."""
        number = self.number(token, 2)
        return number if number is not None and 1 <= number <= 31 else None

    def counts(self, token: int) -> bool:
        """True where the token is a noun or a unit that a number before it would count."""
        low = self.low(token)
        if low in self.lexicon.not_year_right or low in _PEOPLE:
            return True
        return self.plural(token)

    def plural(self, token: int) -> bool:
        """True for a lower-case word that looks like a plural noun and is none that years take."""
        if not self.is_word(token):
            return False
        word = self.words[token]
        if word in _PEOPLE:
            return True
        return (
            len(word) > 3
            and word[-1] == "s"
            and word[-2] not in "su'’i"
            and word.islower()
            and word not in _NOT_PLURAL
            and word not in self.lexicon.year_right
        )


def looks_ahead(scan: Scan, first: int, last: int) -> bool:
    """True where the words around tokens [first, last) speak of what is to come ("will", "due", "planned")."""
    lows = scan.lows
    begin, end = max(0, first - 14), min(scan.size, last + 8)
    for here in range(first - 1, begin - 1, -1):
        if lows[here] in (".", "since"):
            begin = here + 1
            break
    for here in range(last, end):
        if lows[here] == ".":
            end = here
            break
    return any(low in _FUTURE for low in lows[begin:first]) or any(low in _FUTURE for low in lows[last:end])
