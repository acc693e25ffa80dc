"""What tells one article from another: its capitalised names, and hashes of its word shingles with every figure masked."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Sequence
from hashlib import blake2b

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


def find_names(document: Document) -> tuple[tuple[str, int], ...]:
    """Capitalised words of the article's own story with their counts, sorted; a word that only ever opens a sentence is no name."""
    counts: Counter[str] = Counter()
    inside: set[str] = set()
    for text in _own_parts(document):
        opens = True
        for match in _WORD.finditer(text):
            word = match.group()
            if word in _STOPS:
                opens = True
                continue
            name = word.replace("’", "'").removesuffix("'s")
            if len(name) >= _NAME_LENGTH and name[0].isupper() and name.lower() not in _CALENDAR:
                counts[name.lower()] += 1
                if not opens:
                    inside.add(name.lower())
            opens = False
    return tuple(sorted((name, count) for name, count in counts.items() if name in inside))


def masked_shingles(document: Document) -> Sequence[int]:
    """64-bit hashes of every six words in a row of the article's own story, digits masked, sorted, each once."""
    hashes: set[int] = set()
    for text in _own_parts(document):
        words = ["0" if any(letter.isdigit() for letter in word) else word.lower() for word in _WORD.findall(text) if word not in _STOPS]
        for first in range(len(words) - _SHINGLE + 1):
            shingle = " ".join(words[first : first + _SHINGLE])
            hashes.add(int.from_bytes(blake2b(shingle.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big"))
    return array("Q", sorted(hashes)) if hashes else ()  # a fifth of what whole numbers of Python take


def _own_parts(document: Document) -> list[str]:
    """The sections of the article's own story, joined where they follow one another; the whole text where there are no sections."""
    own = [section for section in document.sections if section.kind not in _ASIDE]
    if not own:
        return [document.text]
    return ["\n".join(document.text[section.start : section.end] for section in own)]
