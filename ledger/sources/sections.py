"""Says what each paragraph of a page is: headline, standfirst, body, caption, teaser or boilerplate, and to which story it belongs.

Cues are data (rules/en/sections.toml); here is only how they bear on each other. In doubt a line is body: a figure in a teaser
or in boilerplate never counts as the article's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ledger.model import Section
from ledger.sources.contents import find_title, mark_cards, mark_contents, mark_series
from ledger.sources.cues import SourceRules
from ledger.sources.languages import is_foreign
from ledger.sources.lines import Line, bare, make_lines, title_key
from ledger.sources.paragraphs import Paragraph, find_paragraphs

_TOP = 20
_NEAR_TOP = 12
_SHORT_HEADING, _LONG_HEADING = 70, 130
_ENOUGH_TOLD = 120
_DATELINE = 120
_DASH = re.compile(r"\s?[-–—]{1,2}(?:\s|$)")
_FEWEST_RESUMED, _MOST_LINKS = 3, 6
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w’'-]{2,30}")
_NAME_LINE = re.compile(r"[A-Z][\w.’'-]{0,24}(?:\s[A-Z][\w.’'-]{0,24}){1,3}")


@dataclass(frozen=True, slots=True)
class Outline:
    """What the lines of a page tell: its sections in text order, its headline, publication date and publisher where stated."""

    sections: tuple[Section, ...]
    title: str = ""
    published: date | None = None
    publisher: str = ""


def find_outline(text: str, rules: SourceRules, start: int = 0, language: str = "") -> Outline:
    """The outline of a text from an offset on (after front matter)."""
    paragraphs = find_paragraphs(text, start)
    if not paragraphs:
        return Outline(())
    if len(paragraphs) == 1:
        return _single(text, paragraphs[0], rules)
    lines = make_lines(text, paragraphs, rules)
    mark_cards(lines, text)
    mark_series(lines, find_title(lines))
    title = find_title(lines)
    announced = mark_contents(lines, title)
    opening = _find_opening(lines, text)
    _mark_top(lines[:opening], title, announced)
    stories = _Stories(lines, rules, title, announced)
    for number in range(opening, len(lines)):
        stories.mark(number)
    _mark_foot(lines)
    _mark_foreign(lines, language)
    sections = tuple(Section(line.kind, line.start, line.end, line.story) for line in lines)
    return Outline(sections, bare(title.text) if title else "", _published(lines, rules), _publisher(lines))


def _single(text: str, paragraph: Paragraph, rules: SourceRules) -> Outline:
    """The outline of a text of one paragraph, which is body whatever it looks like."""
    line = Line(paragraph.start, paragraph.end, text[paragraph.start : paragraph.end], True)
    opening = rules.find_dateline(line.text)
    line.dateline, line.agency = opening is not None, str(opening.groupdict().get("agency") or "") if opening else ""
    return Outline((Section("body", line.start, line.end),), "", _published([line], rules), line.agency)


def _find_opening(lines: Sequence[Line], text: str) -> int:
    """The number of the line where the story proper begins: after a dateline's place, a date line, or the headline."""
    told_before = 0
    for number, line in enumerate(lines[:_TOP]):
        if line.dateline and told_before <= 4:
            return number
        told_before += line.told
    for number, line in enumerate(lines[:_NEAR_TOP]):
        if line.stamp and line.cue != "teaser" and _is_head(lines[:number]):
            return _first_told(lines, number)
    first = _first_told(lines, 0)
    while first < min(len(lines), _TOP) and len(lines[first].text) > 40 and text.find(lines[first].text, lines[first].end) >= 0:
        first = _first_told(lines, first + 1)
    return first if first < len(lines) else _first_told(lines, 0)


def _is_head(lines: Sequence[Line]) -> bool:
    """True where the lines above a date line can be the page's head: a title, and at most a short summary."""
    told = [line for line in lines if line.told]
    return any(line.titled for line in lines) and len(told) <= 3 and sum(len(line.text) for line in told) < 700


def _first_told(lines: Sequence[Line], start: int) -> int:
    """The first line of running text from a number on; where there is none, the line after the first title."""
    told = next((number for number in range(start, len(lines)) if lines[number].told), -1)
    if told >= 0:
        return told
    return next((number + 1 for number in range(start, len(lines)) if lines[number].titled), start)


def _mark_top(lines: Sequence[Line], title: Line | None, announced: frozenset[str]) -> None:
    """Kinds of the lines above the story: its headline, repeats of it, and the summary between."""
    own = title_key(bare(title.text)) if title else ""
    for line in lines:
        if not line.plain:
            line.kind = _kind_of_cue(line)
        else:
            key = title_key(bare(line.text))
            titles = line.titled and (line is title or line.heading or key == own or _is_announced(key, announced))
            line.kind = "headline" if titles else "standfirst"


def _kind_of_cue(line: Line) -> str:
    return line.cue if line.cue in ("caption", "teaser") else "boilerplate"


class _Stories:
    """Walks the lines from the opening on and tells the page's own story from others."""

    def __init__(self, lines: Sequence[Line], rules: SourceRules, title: Line | None, announced: frozenset[str]) -> None:
        self.lines, self.announced = lines, announced
        self.own = title_key(bare(title.text)) if title else ""
        self.is_digest = title is not None and any(cue.find(title.text) for cue in rules.cues.get("digest", ()))
        self.last_begin = max((number for number, line in enumerate(lines) if self._opens_later(line)), default=-1)
        self.after = _next_plain(lines)
        self.count = self.story = 0
        self.told, self.resting, self.resumes = 0, False, -1
        self.notes = rules.cues.get("notes", ())
        self.body_begun = False

    def mark(self, number: int) -> None:
        """Sets kind and story of one line; lines come in order."""
        line = self.lines[number]
        if self.resting and number != self.resumes and not any(cue.find(bare(line.text)) for cue in self.notes):
            self._mark_resting(number)
            return
        self.resting = False
        line.story = self.story
        if line.cue == "rest":
            line.kind, self.resting = "boilerplate", self.told >= _ENOUGH_TOLD
            self.resumes = self._find_resumption(number)
        elif line.cue == "list":
            line.kind = "headline"
        elif line.cue == "teaser":
            line.kind, line.story = "teaser", self._next()
        elif not line.plain:
            line.kind = _kind_of_cue(line)
        elif line.titled:
            self._mark_titled(number)
        else:
            self._mark_told(number)
        if line.ends and number >= self.last_begin:
            self.resting = self.told >= _ENOUGH_TOLD

    def _find_resumption(self, number: int) -> int:
        """Where the story goes on below a few linked titles: three paragraphs or more about the same names; else -1."""
        first = number + 1
        while first < len(self.lines) and self.lines[first].titled:
            first += 1
        run = self.lines[first : first + _FEWEST_RESUMED]
        if (
            not 0 < first - number - 1 <= _MOST_LINKS
            or len(run) < _FEWEST_RESUMED
            or not all(line.told and not line.dateline for line in run)
        ):
            return -1
        names = {name for line in run for name in _NAME.findall(line.text)}
        above = {name for line in self.lines[:number] if line.kind == "body" for name in _NAME.findall(line.text)}
        return first if len(names & above) >= 2 else -1

    def _mark_told(self, number: int) -> None:
        line = self.lines[number]
        if line.dateline and self.body_begun and not self._titled_before(number):
            self._begin(number)
        line.kind, line.story = "body", self.story
        self.told += len(line.text)
        self.body_begun = True

    def _mark_titled(self, number: int) -> None:
        line = self.lines[number]
        after = self.after[number]
        leads = after is not None and not after.titled
        if title_key(bare(line.text)) == self.own:
            line.kind = "headline"
        elif self._begins_story(number, leads=leads):
            self._begin(number)
            line.kind = "headline"
        else:
            apart = line.spaced and after is not None and after.spaced
            short = len(line.text) <= (_LONG_HEADING if apart else _SHORT_HEADING) and (apart or line.text[-1] not in "?!")
            line.kind = "headline" if line.heading or (leads and short) else "body"
            self.told += len(line.text) if line.kind == "body" else 0

    def _begins_story(self, number: int, *, leads: bool) -> bool:
        """True for the headline of another story: announced at the top, before a dateline, or under a digest's title."""
        line = self.lines[number]
        if _is_announced(title_key(bare(line.text)), self.announced):
            return True
        if not leads or not (self.body_begun or self.is_digest):
            return False
        if self.lines[number + 1].dateline:
            return True
        return self.is_digest and (line.spaced or (number > 0 and self.lines[number - 1].cue == "caption"))

    def _begin(self, number: int) -> None:
        """A new story begins at a line; the captions directly above are its own."""
        self.story = self._next()
        for line in (self.lines[number], *_heads_above(self.lines, number, self.own)):
            line.story = self.story

    def _next(self) -> int:
        self.count += 1
        return self.count

    def _titled_before(self, number: int) -> bool:
        return number > 0 and self.lines[number - 1].kind == "headline"

    def _opens_later(self, line: Line) -> bool:
        """True for a line that begins a story that the page tells: an end mark above it ends another."""
        return line.dateline or (line.titled and _is_announced(title_key(bare(line.text)), self.announced))

    def _mark_resting(self, number: int) -> None:
        """After the end, or after "See more": everything is a teaser, one story for each group of caption, title and blurb."""
        line, before = self.lines[number], self.lines[number - 1]
        if line.cue in ("boilerplate", "rest", "file", "signature") or (line.stamp and line.cue != "teaser"):
            line.kind, line.story = "boilerplate", before.story
            return
        line.kind = "teaser"
        joins = before.kind == "teaser" and (before.titled or before.cue == "caption") and line.cue != "caption"
        line.story = before.story if joins else self._next()


def _heads_above(lines: Sequence[Line], number: int, own: str) -> list[Line]:
    """The captions and repeats of the page's title that stand directly above a headline."""
    found: list[Line] = []
    while number > 0:
        number -= 1
        line = lines[number]
        if line.cue not in ("caption", "file") and not (line.titled and title_key(bare(line.text)) == own):
            break
        found.append(line)
    return found


def _next_plain(lines: Sequence[Line]) -> list[Line | None]:
    """For each line the next below it that is text or a title."""
    found: list[Line | None] = []
    below: Line | None = None
    for line in reversed(lines):
        found.append(below)
        below = line if line.plain else below
    return found[::-1]


def _is_announced(key: str, announced: frozenset[str]) -> bool:
    """True where a table of contents names this title, in full or cut off."""
    if len(key) < 9:
        return False
    return key in announced or any(min(len(key), len(item)) > 20 and (key.startswith(item) or item.startswith(key)) for item in announced)


def _mark_foot(lines: Sequence[Line]) -> None:
    """Marks what hangs below the last sentence of a page: names, the site's links, blurbs that are cut off."""
    below = ""
    for line in reversed(lines):
        if line.kind in ("body", "headline") and _hangs(line):
            line.kind = "boilerplate"
        elif line.kind == "body" and line.text.endswith(("...", "…")) and below == "teaser" and line.text[0] not in "\"“‘'":
            line.kind = "teaser"
        elif line.kind not in ("teaser", "boilerplate"):
            break
        below = line.kind if line.kind == "teaser" else below
    if all(line.kind == "boilerplate" for line in lines):
        lines[0].kind = "body"


def _hangs(line: Line) -> bool:
    """True for a name, or a few words that are no sentence and hold no figure."""
    if _NAME_LINE.fullmatch(line.text):
        return True
    return line.titled and len(line.text.split()) <= 4 and not any(map(str.isdigit, line.text))


def _mark_foreign(lines: Sequence[Line], language: str) -> None:
    """Marks body lines in another language than the article's: remains of another edition of the page."""
    for line in lines:
        if line.kind == "body" and is_foreign(line.text, language):
            line.kind = "boilerplate"


def _published(lines: Sequence[Line], rules: SourceRules) -> date | None:
    """The publication date of the page's date lines: the best worded near the top, else one that says published, else a dateline's."""
    ranked: list[tuple[int, int, date]] = []
    for number, line in enumerate(lines):
        if line.stamp and line.stamp.published and (number < _NEAR_TOP or line.stamp.rank == 0):
            ranked.append((line.stamp.rank, number, line.stamp.published))
        elif number < 3 or line.dateline:
            head = line.text[:_DATELINE]
            dates = rules.stamps.find_dates(head) if line.dateline else rules.stamps.find_opening(head)
            ranked.extend((3, number, day) for start, end, day in dates if day and _heads(line, start, end))
    return min(ranked)[2] if ranked else None


def _heads(line: Line, start: int, end: int) -> bool:
    """True where a date begins a line before a dash ("27/09/2013-Two parties") or stands in a dateline before its dash."""
    if line.dateline:
        dash = _DASH.search(line.text[:_DATELINE])
        return dash is not None and start < dash.start()
    return start == 0 and line.text[end:].lstrip()[:1] in tuple("-–—:|")


def _publisher(lines: Sequence[Line]) -> str:
    """The agency of the first dateline, else of the first end mark."""
    named = [line for line in lines if line.agency]
    return next((line.agency for line in named if line.dateline), named[0].agency if named else "")
