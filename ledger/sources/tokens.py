"""The tokens of one block of text, as parallel lists: what every extraction rule walks over.

Plain lists and integer kinds rather than token objects: the grammar looks at tens of tokens around each number.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from typing import Final

WORD: Final = 1
NUMBER: Final = 2
MARK: Final = 3
_LOW: Final = 4
"""A word all in lower case."""
_OTHER: Final = 0
_STOPS: Final = ".?!"
_LOWER: Callable[[str], str] = str.lower
"""The method of Python itself: mypyc's own is quicker with ASCII, and knows no final sigma."""

_TOKEN = re.compile(
    r"""
      ([a-zA-Z]{2,}+(?![^ ,.\n])                             # 1 WORD: most are plain letters and told at once
      |(?:[^\W\d_]\.){2,}|[^\W\d_]++(?:['’][^\W\d_]++)*)   #   U.S.  m.p.h.  country's  don’t
    | (\d++(?:[.,]\d++)*)                                  # 2 NUMBER: 1,234.5  1.234,5  28.01.2026
    | (\S)                                                 # 3 MARK: one character
    """,
    re.VERBOSE,
)


def split_words(text: str) -> list[str]:
    """The tokens of a short text, without their places."""
    return [match[0] for match in _TOKEN.finditer(text)]


class Block:
    """A tokenised block. `words[i]` stands at text[starts[i]:ends[i]]; `lows[i]` is it in lower case; `kinds[i]` is WORD,
    NUMBER or MARK. `sentences` are half-open token ranges, in order, without gaps; `sentence_of(i)` finds one. `apart` is true
    where a space stands before the last full stop: the tokens were set apart, and hyphens join over their spaces."""

    __slots__ = ("apart", "ends", "index", "kind", "kinds", "lows", "sentences", "starts", "story", "text", "words")

    def __init__(self, text: str, start: int, end: int, index: int = 0, kind: str = "body", story: int = 0) -> None:
        self.text = text
        self.index, self.kind, self.story = index, kind, story
        self.words: list[str] = []
        self.lows: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.kinds: list[int] = []
        self._read(start, min(end, len(text)))
        self.sentences: list[tuple[int, int]] = [(0, len(self.words))]
        self.apart = len(self.words) > 1 and self.words[-1] in _STOPS and self.starts[-1] > self.ends[-2]

    def _read(self, at: int, end: int) -> None:
        """Fill the lists: plain words and numbers by a walk over their characters, which machine code does best, the rest by pattern."""
        text, words, lows, starts, ends, kinds = self.text, self.words, self.lows, self.starts, self.ends, self.kinds
        while at < end:
            code = ord(text[at])
            if code == 32:
                at += 1
                continue
            last, kind = _plain_end(text, at, end, code)
            if kind == _OTHER:
                match = _TOKEN.match(text, at, end)
                if match is None:  # white space
                    at += 1
                    continue
                last, kind = match.end(), match.lastindex or MARK
                word = match[0]
                lows.append(_LOWER(word))
            else:
                word = text[at:last]
                lows.append(word.lower() if kind == WORD else word)
            words.append(word)
            starts.append(at)
            ends.append(last)
            kinds.append(WORD if kind == _LOW else kind)
            at = last

    def __len__(self) -> int:
        return len(self.words)

    def sentence_of(self, token: int) -> tuple[int, int]:
        """The token range of the sentence that holds a token."""
        return self.sentences[self.sentence_index(token)]

    def sentence_index(self, token: int) -> int:
        """The number of the sentence that holds a token; found by halving, for a block may be a whole book."""
        sentences = self.sentences
        return 0 if len(sentences) == 1 else max(0, bisect_left(sentences, (token + 1,)) - 1)

    def holds(self, part: str) -> bool:
        """True where the text of the block holds a mark, or some letters as written."""
        return len(self.words) > 0 and self.text.find(part, self.starts[0], self.ends[-1]) >= 0

    def glued(self, token: int) -> bool:
        """True where no space stands before the token (and a token does)."""
        if token <= 0:
            return False
        return self.ends[token - 1] == self.starts[token] or (self.apart and "-" in (self.words[token - 1], self.words[token]))


def _plain_end(text: str, at: int, end: int, code: int) -> tuple[int, int]:
    """Where the token at `at`, which begins with the character `code`, ends, and its kind; _OTHER where only the pattern can tell.

    Says the same as the pattern, of ASCII letters before an ASCII mark that goes into no word, of ASCII digits, and of ASCII marks.
    """
    last = at + 1
    if 97 <= code <= 122 or 65 <= code <= 90:
        low = code >= 97
        while last < end:
            code = ord(text[last])
            if not 97 <= code <= 122:
                if not 65 <= code <= 90:
                    break
                low = False
            last += 1
        if last == end or (code < 128 and code != 39 and (code != 46 or last - at > 1)):
            return last, _LOW if low else WORD
        return last, _OTHER
    if 48 <= code <= 57:
        while last < end:
            code = ord(text[last])
            if not 48 <= code <= 57:
                break
            last += 1
        return last, NUMBER if last == end or (code < 128 and code != 44 and code != 46) else _OTHER
    return last, MARK if 32 < code < 127 else _OTHER
