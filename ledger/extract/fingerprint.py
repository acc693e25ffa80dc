"""What tells one article from another: its capitalised names, and hashes of its word shingles with every figure masked."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from zlib import crc32

from ledger.model import Document

_WORD = re.compile(r"[a-zA-Z0-9]++(?![^ ,.\n])|[^\W_]++(?:['’][^\W\d_]++)*+|[.!?:;\n“”\"]")
_STOPS = '.!?:;\n“”"'
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october"
    " november december jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_ASIDE = frozenset({"teaser", "boilerplate"})
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


def find_fingerprint(document: Document, vocabulary: Vocabulary) -> tuple[tuple[tuple[str, int], ...], Sequence[int]]:
    """The names and the masked shingles of an article, off one reading of its words."""
    known = vocabulary.known
    worths: list[int] = []
    counts: dict[str, int] = {}
    inside: set[str] = set()
    opens = True
    for word in _words(document):
        found = known.get(word)
        worth, name = vocabulary.learn(word) if found is None else found
        if worth:
            worths.append(worth)
        if name:
            counts[name] = counts.get(name, 0) + 1
            if not opens:
                inside.add(name)
        opens = worth == 0
    return tuple(sorted([(name, count) for name, count in counts.items() if name in inside])), _shingles(worths)


def find_names(document: Document) -> tuple[tuple[str, int], ...]:
    """Capitalised words of the article's own story with their counts, sorted; a word that only ever opens a sentence is no name."""
    return find_fingerprint(document, Vocabulary())[0]


def _words(document: Document) -> list[str]:
    """The words and stops of the article's own story; of the whole text where there are no sections."""
    own = [section for section in document.sections if section.kind not in _ASIDE]
    text = "\n".join([document.text[section.start : section.end] for section in own]) if own else document.text
    return _WORD.findall(text)


def _name(word: str) -> str:
    """The name that a capitalised word is, or ""."""
    name = (word if word.isalpha() else word.replace("’", "'").removesuffix("'s")).lower()
    return name if len(name) >= _NAME_LENGTH and name not in _CALENDAR else ""


def _worth(word: str) -> int:
    """A number of 60 bits for a word, the same for all words with a digit."""
    masked = word.lower() if word.isalpha() or not any(map(str.isdigit, word)) else "0"
    return (crc32(masked.encode("utf-8", "surrogatepass")) + 1) * _SPREAD & _MASK


def _shingles(worths: list[int]) -> Sequence[int]:
    """A rolling hash by cyclic polynomial: each word's worth, turned by a bit for each word that follows."""
    hashes = []
    rolling = 0
    for at, entering in enumerate(worths):
        rolling = (rolling >> 1 | (rolling & 1) << (_BITS - 1)) ^ entering
        if at >= _SHINGLE:
            left = worths[at - _SHINGLE]
            rolling ^= left >> _SHINGLE | (left & _TAIL) << (_BITS - _SHINGLE)
        if at >= _SHINGLE - 1:
            hashes.append(rolling)
    return array("Q", [*dict.fromkeys(hashes)]) if hashes else ()  # a fifth of what whole numbers of Python take
