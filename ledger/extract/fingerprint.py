"""What tells one article from another: its capitalised names, and hashes of its word shingles with every figure masked."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from zlib import crc32

from ledger.model import Document
from ledger.sources.tokens import NUMBER, WORD, Block

_WORD = re.compile(r"[a-zA-Z0-9]++(?![^ ,.\n])|[^\W_]++(?:['’][^\W\d_]++)*|[.!?:;\n“”\"]")
_STOPS = '.!?:;\n“”"'
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october"
    " november december jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_ASIDE = frozenset({"teaser", "boilerplate"})
_FIGURE = "0"
_SHINGLE = 6
_NAME_LENGTH = 3
_BITS = 60
_MASK = (1 << _BITS) - 1
"""Whole numbers below it are machine words to mypyc."""
_SPREAD = 0x9E3779B97F4A7C1
_TAIL = (1 << _SHINGLE) - 1
_MOST_KNOWN = 1 << 15


class Vocabulary:
    """Words as met so far -> (what each is worth in a shingle, 0 for a stop; the name that it is, or ""). Learnt once, for the same
    words come in article after article, and forgotten where they have become too many."""

    __slots__ = ("known",)

    def __init__(self) -> None:
        self.known: dict[str, tuple[int, str]] = {}

    def learn(self, word: str) -> tuple[int, str]:
        """Take in a word that is not known."""
        if len(self.known) >= _MOST_KNOWN:
            self.known.clear()
        found = (0, "") if word in _STOPS else (_worth(word), _name(word) if word[0].isupper() else "")
        self.known[word] = found
        return found


class Fingerprint:
    """The fingerprint of one article on its way through: blocks are entered in order, and their tokens are its words."""

    __slots__ = ("_counts", "_inside", "_vocabulary", "_worths", "empty")

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._worths: list[int] = []
        self._counts: dict[str, int] = {}
        self._inside: set[str] = set()
        self.empty = True
        """True as long as nothing of the article's own story was entered."""

    def enter(self, block: Block) -> None:
        """Take in a block of the article's own story; of others nothing."""
        if block.kind in _ASIDE:
            return
        self.empty = False
        if block.words:
            words = _plain_words(block)
            self.read(_WORD.findall(block.text, block.starts[0], block.ends[-1]) if words is None else words)

    def read(self, words: list[str]) -> None:
        """Take in words and stops."""
        known, worths, counts = self._vocabulary.known, self._worths, self._counts
        opens = True
        for word in words:
            found = known.get(word)
            worth, name = self._vocabulary.learn(word) if found is None else found
            if worth:
                worths.append(worth)
            if name:
                counts[name] = counts.get(name, 0) + 1
                if not opens:
                    self._inside.add(name)
            opens = worth == 0

    def names(self) -> tuple[tuple[str, int], ...]:
        """Capitalised words with their counts, sorted; a word that only ever opens a sentence is no name."""
        return tuple(sorted([(name, count) for name, count in self._counts.items() if name in self._inside]))

    def shingles(self) -> Sequence[int]:
        """A rolling hash by cyclic polynomial: each word's worth, turned by a bit for each word that follows. Each stands once."""
        worths, hashes = self._worths, []
        rolling = 0
        for at, entering in enumerate(worths):
            rolling = (rolling >> 1 | (rolling & 1) << (_BITS - 1)) ^ entering
            if at >= _SHINGLE:
                left = worths[at - _SHINGLE]
                rolling ^= left >> _SHINGLE | (left & _TAIL) << (_BITS - _SHINGLE)
            if at >= _SHINGLE - 1:
                hashes.append(rolling)
        return array("Q", [*dict.fromkeys(hashes)]) if hashes else ()  # a fifth of what whole numbers of Python take


def split_words(text: str) -> list[str]:
    """The words and stops of a text."""
    return _WORD.findall(text)


def find_names(document: Document) -> tuple[tuple[str, int], ...]:
    """Capitalised words of the article's own story (of the whole text where there is none) with their counts, sorted."""
    own = [section for section in document.sections if section.kind not in _ASIDE]
    text = "\n".join([document.text[section.start : section.end] for section in own]) if own else document.text
    found = Fingerprint(Vocabulary())
    found.read(split_words(text))
    return found.names()


def _plain_words(block: Block) -> list[str] | None:
    """The words and stops that the pattern would find in a block, off its tokens; None where these are cut otherwise: "U.S.", "5km"."""
    text, words, kinds = block.text, block.words, block.kinds
    if text.find("\n", block.starts[0], block.ends[-1]) >= 0:
        return None
    found: list[str] = []
    for at, word in enumerate(words):
        kind = kinds[at]
        if kind == WORD:
            if "." in word:
                return None
            found.append(word)
        elif kind == NUMBER:
            if _is_joined(block, at):
                return None
            found.append(_FIGURE)
            if "." in word or "," in word:
                found += [_FIGURE] * (word.count(".") + word.count(","))
        elif word in _STOPS:
            found.append(word)
    return found


def _is_joined(block: Block, at: int) -> bool:
    """True where letters, or an apostrophe behind, touch a number."""
    after = at + 1
    if block.glued(at) and block.kinds[at - 1] == WORD:
        return True
    return after < len(block.words) and block.glued(after) and (block.kinds[after] == WORD or block.words[after] in "'’")


def _name(word: str) -> str:
    """The name that a capitalised word is, or ""."""
    name = (word if word.isalpha() else word.replace("’", "'").removesuffix("'s")).lower()
    return name if len(name) >= _NAME_LENGTH and name not in _CALENDAR else ""


def _worth(word: str) -> int:
    """A number of 60 bits for a word, the same for all words with a digit."""
    masked = word.lower() if word.isalpha() or not any(map(str.isdigit, word)) else _FIGURE
    return (crc32(masked.encode("utf-8", "surrogatepass")) + 1) * _SPREAD & _MASK
