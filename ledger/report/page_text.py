"""Article text made safe to show, and cut into runs at its figures; nothing here writes HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ledger.model import Claim, Section, Uncounted

# C0 and C1 controls but tab and line feed, bidirectional controls, line and paragraph separators, lone surrogates and noncharacters
_UNSHOWN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
_LINES = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")


def shown(text: str) -> str:
    """The text with every character that would hide, reorder or break what a reader sees written as ⟨U+202E⟩.

    >>> shown("a\\u202eb\\0")
    'a⟨U+202E⟩b⟨U+0000⟩'
    """
    if text.isprintable():  # none of those characters is
        return text
    return _UNSHOWN.sub(lambda match: f"⟨U+{ord(match[0]):04X}⟩", text.replace("\r\n", "\n").replace("\r", "\n"))


def folded(text: str) -> str:
    """The text with each run of white space as one space, none at the ends."""
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class MarkedSentence:
    """A claim's sentence, cut in three at its figure; `figure` is "" where it could not be found again."""

    before: str
    figure: str
    after: str


def mark_sentence(claim: Claim, text: str | Callable[[], str] = "") -> MarkedSentence:
    """The sentence of a claim with its own figure set off, not another one that reads the same.

    The sentence is folded, the offsets are not: the article's text, where known, tells how far folding moved the figure. A function
    that gives the text is only called where the figure stands there more than once.
    """
    figure, sentence = folded(claim.surface), claim.sentence
    at = sentence.find(figure) if figure else -1
    if at < 0:
        return MarkedSentence(sentence, "", "")
    after = at + len(figure)
    if figure in sentence[after:]:
        at = _nearest(figure, claim, text() if callable(text) else text)
        after = at + len(figure)
    return MarkedSentence(sentence[:at], figure, sentence[after:])


def _nearest(figure: str, claim: Claim, text: str) -> int:
    """Where in its sentence the figure of a claim stands: the place nearest to the one that its offsets tell."""
    start = max(claim.start - claim.sentence_start, 0)
    if text:
        start = len(folded(text[claim.sentence_start : claim.start] + "|")) - 1
    places = [match.start() for match in re.finditer(re.escape(figure), claim.sentence)]
    return min(places, key=lambda place: (abs(place - start), place))


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of an article: plain (no claim, no reason), a figure (its claim), or a number that is no claim (its reason)."""

    text: str
    claim: Claim | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A paragraph of an article as runs, and what kind of section it is. `story` above 0 belongs to another story."""

    kind: str
    story: int
    runs: tuple[Run, ...]


def make_blocks(text: str, sections: Sequence[Section], claims: Iterable[Claim], uncounted: Iterable[Uncounted]) -> Iterator[TextBlock]:
    """The article's paragraphs in text order; together their runs hold every character but white space between paragraphs.

    Without sections, every line is a paragraph of the kind that its first claim has.
    """
    marks = _marks(text, claims, uncounted)
    first = 0
    for section in sections or _sections_of_lines(text, marks):
        last = first
        while last < len(marks) and marks[last][0] < section.end:
            last += 1
        runs = tuple(_runs(text, section, marks[first:last]))
        first = last
        if any(run.text.strip() for run in runs):
            yield TextBlock(section.kind, section.story, runs)


Mark = tuple[int, int, Claim | None, str]


def _marks(text: str, claims: Iterable[Claim], uncounted: Iterable[Uncounted]) -> list[Mark]:
    """Claims and other numbers in text order without overlap: the earlier wins, then the longer, then the claim."""
    found: list[Mark] = [(claim.start, claim.end, claim, "") for claim in claims]
    found += [(one.start, one.end, None, one.reason) for one in uncounted]
    found.sort(key=lambda mark: (mark[0], -mark[1], mark[2] is None, mark[2].claim_id if mark[2] else ""))
    kept: list[Mark] = []
    for mark in found:
        if mark[0] < mark[1] <= len(text) and (not kept or mark[0] >= kept[-1][1]):
            kept.append(mark)
    return kept


def _sections_of_lines(text: str, marks: Sequence[Mark]) -> Iterator[Section]:
    kinds: dict[int, tuple[str, int]] = {}
    lines = [match.span() for match in _LINES.finditer(text)]
    line = 0
    for start, _, claim, _ in marks:
        while line < len(lines) and lines[line][1] <= start:
            line += 1
        if claim is not None:
            kinds.setdefault(line, (claim.section, claim.story))
    for index, (start, end) in enumerate(lines):
        kind, story = kinds.get(index, ("body", 0))
        yield Section(kind, start, end, story)


def _runs(text: str, section: Section, marks: Sequence[Mark]) -> Iterator[Run]:
    at = section.start
    for start, end, claim, reason in marks:
        if start < at:
            continue
        if start > at:
            yield Run(text[at:start])
        yield Run(text[start:end], claim, reason)
        at = end
    if at < section.end:
        yield Run(text[at : section.end])
