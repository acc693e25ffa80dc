"""The lines of a page on their way to becoming sections: each paragraph with what its own words and shape say of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ledger.sources.cues import SENTENCE_BREAK, SourceRules
from ledger.sources.paragraphs import Paragraph
from ledger.sources.stamps import Stamp

_LONGEST_TITLE = 180
_HEADING = re.compile(r"#{1,6}\s{1,4}")
_IMAGE = re.compile(r"!\[[^\]]{0,300}\]\([^)]{0,600}\)")
_LIST_MARK = re.compile(r"(?:[-*+•▪◦·●►▶»☕]|\d{1,2}[.)])\s{1,3}")
_NOT_KEY = re.compile(r"[\W_]+")


@dataclass(slots=True)
class Line:
    """One paragraph under way: `cue` is what its words say, `kind` and `story` what is decided."""

    start: int
    end: int
    text: str
    spaced: bool
    cue: str = ""
    stamp: Stamp | None = None
    dateline: bool = False
    ends: bool = False
    agency: str = ""
    titled: bool = False
    heading: bool = False
    kind: str = ""
    story: int = 0

    @property
    def plain(self) -> bool:
        """True where nothing in its words says that the line is anything but text."""
        return not self.cue and self.stamp is None

    @property
    def told(self) -> bool:
        """True for running text: a sentence or more, not a title."""
        return self.plain and not self.titled


def make_lines(text: str, paragraphs: Sequence[Paragraph], rules: SourceRules) -> list[Line]:
    """The paragraphs with their cues, in order."""
    lines = [Line(part.start, part.end, text[part.start : part.end], part.spaced) for part in paragraphs]
    for line in lines:
        _read_cues(line, rules)
    signatures = {line.agency for line in lines if line.dateline and line.agency}
    for line in lines:
        if line.plain and line.text in signatures:
            line.cue, line.ends, line.titled, line.agency = "signature", True, False, line.text
    for before, line in pairwise(lines):
        if before.cue == "file" and line.plain and len(line.text) < 320 and not line.dateline:
            line.cue, line.titled = "caption", False
    return lines


def _read_cues(line: Line, rules: SourceRules) -> None:
    heading = _HEADING.match(line.text)
    line.heading = heading is not None
    if _IMAGE.fullmatch(line.text):
        line.cue = "caption"
        return
    if not any(map(str.isalnum, line.text)):
        line.cue, line.ends = "boilerplate", rules.find_end(line.text) is not None
        return
    line.stamp = rules.stamps.find_stamp(line.text)
    line.cue = rules.find_cue(bare(line.text)) if line.stamp is None else ""
    if line.cue == "caption" and _is_story(line.text):
        line.cue = ""
    opening = rules.find_dateline(line.text) if line.plain else None
    if opening is not None:
        line.dateline, line.agency = True, str(opening.groupdict().get("agency") or "")
    mark = rules.find_end(line.text) if line.plain else None
    if mark is not None:
        line.ends, line.agency = True, mark or line.agency
        if len(line.text) < 30:
            line.cue = "signature"
    line.titled = line.plain and not line.dateline and not line.ends and (line.heading or is_titled(line.text))


def _is_story(text: str) -> bool:
    """True where a line with a photo credit is no caption: several sentences, or a long quotation, and no bracket at the end."""
    return len(SENTENCE_BREAK.findall(text)) >= 3


def bare(text: str) -> str:
    """A line without its heading, list or emphasis marks."""
    if text[:1].isalpha():
        return text
    heading = _HEADING.match(text)
    text = text[heading.end() :] if heading else text
    mark = _LIST_MARK.match(text)
    return (text[mark.end() :] if mark else text).strip("*_ ")


def is_titled(text: str) -> bool:
    """True for a line in the form of a title: short, begun with a capital or a figure, one clause, no full stop at its end."""
    if not 2 < len(text) <= _LONGEST_TITLE or text[-1] in ".,;:…-–—" or text.endswith(('."', ".”", ".'", ".’", ',"', ",”", ",’", ",'")):
        return False
    if text[-1] in '"”’' and text[-2] in "?!" and text[0] not in "\"“‘'":
        return False
    if text[0] in "|-*+•▪◦·●>" and not _HEADING.match(text):
        return False
    first = next((char for char in text if char.isalnum()), "")
    return bool(first) and not first.islower() and not SENTENCE_BREAK.search(text) and any(char.isalpha() for char in text)


def title_key(text: str) -> str:
    """The letters and digits of a title, folded: equal for two printings of one title."""
    return _NOT_KEY.sub("", text.casefold())


def title_words(text: str) -> frozenset[str]:
    """The longer words of a title, folded."""
    return frozenset(word for word in re.findall(r"[^\W_]{1,40}", text.casefold()) if len(word) > 3 or word.isdigit())
