"""Where an offset of a text is: line and column from 1, or the paragraph or page that an office format gave it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from ledger.draft.marks import Place
from ledger.sources.markup import Origins

_LINE = re.compile(r"\r\n|\r|\n")
_ITSELF = Origins()
_TOLD = re.compile(r"^[^\S\n]*\S", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Ruler:
    """The starts of a text's lines; and, for office formats, where each labelled part of it begins."""

    lines: tuple[int, ...]
    labels: tuple[tuple[int, str], ...] = ()
    origins: Origins = _ITSELF
    """Where the text read stands in the source, which the lines are those of."""

    def place(self, start: int, end: int) -> Place:
        """The place of text[start:end]; the end column is that of the first character behind it."""
        return self.source_place(*self.origins.span(start, max(start, end)))

    def source_place(self, start: int, end: int) -> Place:
        """The place of source[start:end]."""
        line, column = self._at(start)
        end_line, end_column = self._at(max(start, end))
        at = bisect_right(self.labels, (start, "\U0010ffff")) - 1
        return Place(line, column, end_line, end_column, self.labels[at][1] if at >= 0 else "")

    def _at(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.lines, offset)
        return line, offset - self.lines[line - 1] + 1


def make_ruler(text: str, labels: Sequence[tuple[int, str]] = (), origins: Origins = _ITSELF) -> Ruler:
    """The ruler of a text, or of one that was read from this source.

    >>> str(make_ruler("one\\r\\ntwo 2").place(9, 10))
    '2:5'
    """
    return Ruler((0, *(match.end() for match in _LINE.finditer(text))), tuple(labels), origins)


def label_parts(text: str, *, paged: bool = False) -> list[tuple[int, str]]:
    """The labels of a text that was laid out by a reader: pages between form feeds, or paragraphs, one a line, then notes.

    >>> label_parts("One.\n\nTwo.\fA note.")
    [(0, 'paragraph 1'), (6, 'paragraph 2'), (11, 'note 1')]
    """
    labels: list[tuple[int, str]] = []
    start = 0
    for part, chunk in enumerate(text.split("\f")):
        if paged:
            labels.append((start, f"page {part + 1}"))
        else:
            word = "note" if part else "paragraph"
            lines = [match.start() for match in _TOLD.finditer(chunk)]
            labels += [(start + at, f"{word} {number}") for number, at in enumerate(lines, start=1)]
        start += len(chunk) + 1
    return labels
