"""Cuts a text into paragraphs: one a line, or one a run of lines where the text is hard-wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_LIST_MARK = re.compile(r"(?:[-*+•▪◦·●]|\(?\d{1,3}[.)]|#{1,6}|>|\||!?\[)\s?")
_WIDEST, _NARROWEST = 110, 40
_FULL_SHARE = 0.9
_FEWEST_PAIRS = 3


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Half-open offsets without the white space around; `spaced` where an empty line (or the start of the text) stands before."""

    start: int
    end: int
    spaced: bool


def find_paragraphs(text: str, start: int = 0) -> list[Paragraph]:
    """The paragraphs of a text from an offset on, in order. A hard-wrapped paragraph spans its line ends."""
    lines = _lines(text, start)
    wrapped = _is_wrapped(text, lines)
    joined: list[Paragraph] = []
    for run in _runs(text, lines):
        if len(run) > 1 and (wrapped or _is_wrapped_run(text, run)):
            joined.append(Paragraph(run[0].start, run[-1].end, run[0].spaced))
        else:
            joined.extend(run)
    return joined


def _runs(text: str, lines: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    """Lines that no empty line parts, and of which none but the first has a list mark."""
    run: list[Paragraph] = []
    for line in lines:
        if run and (line.spaced or _LIST_MARK.match(text, line.start)):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _is_wrapped_run(text: str, run: Sequence[Paragraph]) -> bool:
    """True where a few lines are one paragraph: each but the last is full, and one stops short of a word in lower case."""
    width = max(line.end - line.start for line in run[:-1])
    if not _NARROWEST <= width <= _WIDEST or not any(_goes_on(text, one, two) for one, two in pairwise(run)):
        return False
    return all(_is_full(text, one, two, width) for one, two in pairwise(run))


def _goes_on(text: str, one: Paragraph, two: Paragraph) -> bool:
    last = text[one.end - 1]
    return (last.isalnum() or last in ",-–—%)") and text[two.start].islower()


def _is_full(text: str, one: Paragraph, two: Paragraph, width: int) -> bool:
    """True where the next line's first word would not have fitted."""
    return one.end - one.start + 1 + _first_word(text, two) > width - 2


def _lines(text: str, start: int) -> list[Paragraph]:
    """The lines that hold something, without the white space around."""
    lines: list[Paragraph] = []
    spaced, before = True, -1
    for match in _LINE.finditer(text, start):
        left, right = match.start(), match.end()
        while left < right and text[left].isspace():
            left += 1
        while right > left and text[right - 1].isspace():
            right -= 1
        if left == right:
            continue
        if before >= 0:
            spaced = _parts(text[before:left])
        lines.append(Paragraph(left, right, spaced))
        before = right
    return lines


def _parts(between: str) -> bool:
    """True for white space that holds an empty line."""
    if between in ("\n", "\n\n"):
        return len(between) > 1
    return between.count("\n") > 1 or (between.count("\r") > 1 and "\n" not in between) or "\f" in between or "\u2029" in between


def _is_wrapped(text: str, lines: Sequence[Paragraph]) -> bool:
    """True where lines break only because the next word would not fit: the work of an editor's or a mail program's margin."""
    pairs = [(one, two) for one, two in pairwise(lines) if not two.spaced and not _LIST_MARK.match(text, two.start)]
    if len(pairs) < _FEWEST_PAIRS:
        return False
    width = max(one.end - one.start for one, _ in pairs)
    if not _NARROWEST <= width <= _WIDEST:
        return False
    full = sum(_is_full(text, one, two, width) for one, two in pairs)
    stopped = sum(text[one.end - 1] in ".!?" for one, _ in pairs)
    return full >= _FULL_SHARE * len(pairs) and stopped <= len(pairs) / 2


def _first_word(text: str, line: Paragraph) -> int:
    space = text.find(" ", line.start, line.end)
    return (line.end if space < 0 else space) - line.start
