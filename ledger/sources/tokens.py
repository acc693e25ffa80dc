"""The tokens of one block of text, as parallel lists: what every extraction rule walks over.

Plain lists and integer kinds rather than token objects: the grammar looks at tens of tokens around each number.
"""

from __future__ import annotations

import re
from bisect import bisect_left

WORD, NUMBER, MARK = 1, 2, 3

_TOKEN = re.compile(
    r"""
      ([a-zA-Z]{2,}+(?![^ ,.\n])                             # 1 WORD: most are plain letters and told at once
      |(?:[^\W\d_]\.){2,}+|[^\W\d_]++(?:['’][^\W\d_]++)*+)   #   U.S.  m.p.h.  country's  don’t
    | (\d++(?:[.,]\d++)*+)                                  # 2 NUMBER: 1,234.5  1.234,5  28.01.2026
    | (\S)                                                 # 3 MARK: one character
    """,
    re.VERBOSE,
)


def split_words(text: str) -> list[str]:
    """The tokens of a short text, without their places."""
    return [match[0] for match in _TOKEN.finditer(text)]


class Block:
    """A tokenised block. `words[i]` stands at text[starts[i]:ends[i]]; `lows[i]` is it in lower case; `kinds[i]` is WORD,
    NUMBER or MARK. `sentences` are half-open token ranges, in order, without gaps; `sentence_of(i)` finds one."""

    __slots__ = ("ends", "index", "kind", "kinds", "lows", "sentences", "starts", "story", "text", "words")

    def __init__(self, text: str, start: int, end: int, index: int = 0, kind: str = "body", story: int = 0) -> None:
        self.text = text
        self.index, self.kind, self.story = index, kind, story
        matches = [*_TOKEN.finditer(text, start, end)]  # one list each: a third faster than one loop with four appends
        self.words = [match[0] for match in matches]
        self.starts = [match.start() for match in matches]
        self.ends = [match.end() for match in matches]
        self.kinds = [match.lastindex or MARK for match in matches]
        self.lows = " ".join(self.words).lower().split(" ") if matches else []
        self.sentences: list[tuple[int, int]] = [(0, len(matches))]

    def __len__(self) -> int:
        return len(self.words)

    def sentence_of(self, token: int) -> tuple[int, int]:
        """The token range of the sentence that holds a token."""
        return self.sentences[self.sentence_index(token)]

    def sentence_index(self, token: int) -> int:
        """The number of the sentence that holds a token; found by halving, for a block may be a whole book."""
        sentences = self.sentences
        return 0 if len(sentences) == 1 else max(0, bisect_left(sentences, (token + 1,)) - 1)

    def glued(self, token: int) -> bool:
        """True where no space stands before the token (and a token does)."""
        return token > 0 and self.ends[token - 1] == self.starts[token]
