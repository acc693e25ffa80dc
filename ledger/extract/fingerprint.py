"""What tells one article from another: its capitalised names, and hashes of its word shingles with every figure masked."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Sequence
from zlib import crc32

from ledger.model import Document

_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*|[.!?:;\n“”\"]")
_STOPS = frozenset('.!?:;\n“”"')
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october"
    " november december jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_ASIDE = frozenset({"teaser", "boilerplate"})
_SHINGLE = 6
_NAME_LENGTH = 3
_PRIME = (1 << 61) - 1
_BASE = 0x1B873593CC9E2D51 % _PRIME
_OLDEST = pow(_BASE, _SHINGLE, _PRIME)
"""What the word that leaves a shingle was worth in it."""


def find_fingerprint(document: Document) -> tuple[tuple[tuple[str, int], ...], Sequence[int]]:
    """The names and the masked shingles of an article, off one reading of its words."""
    words = _words(document)
    return _names(words), _shingles(words)


def find_names(document: Document) -> tuple[tuple[str, int], ...]:
    """Capitalised words of the article's own story with their counts, sorted; a word that only ever opens a sentence is no name."""
    return _names(_words(document))


def _words(document: Document) -> list[str]:
    """The words and stops of the article's own story; of the whole text where there are no sections."""
    own = [section for section in document.sections if section.kind not in _ASIDE]
    text = "\n".join([document.text[section.start : section.end] for section in own]) if own else document.text
    return _WORD.findall(text)


def _names(words: list[str]) -> tuple[tuple[str, int], ...]:
    counts: Counter[str] = Counter()
    inside: set[str] = set()
    opens = True
    for word in words:
        if word[0].isupper():
            name = (word.replace("’", "'").removesuffix("'s") if len(word) > 2 and not word.isalpha() else word).lower()
            if len(name) >= _NAME_LENGTH and name not in _CALENDAR:
                counts[name] += 1
                if not opens:
                    inside.add(name)
            opens = False
        else:
            opens = word in _STOPS
    return tuple(sorted([(name, count) for name, count in counts.items() if name in inside]))


def _shingles(words: list[str]) -> Sequence[int]:
    """A rolling hash: each word is worth its checksum, and more by a power of the base for each word that follows."""
    worth: dict[str, int] = {}
    checksums = []
    for word in words:
        if word in _STOPS:
            continue
        number = worth.get(word)
        if number is None:
            masked = word.lower() if word.isalpha() or not any(map(str.isdigit, word)) else "0"
            number = worth[word] = crc32(masked.encode("utf-8", "surrogatepass")) + 1
        checksums.append(number)
    hashes = []
    rolling = 0
    leaving = [0] * _SHINGLE + checksums
    for entering, left in zip(checksums, leaving, strict=False):
        rolling = (rolling * _BASE + entering - left * _OLDEST) % _PRIME
        hashes.append(rolling)
    found = sorted(set(hashes[_SHINGLE - 1 :]))
    return array("Q", found) if found else ()  # a fifth of what whole numbers of Python take
