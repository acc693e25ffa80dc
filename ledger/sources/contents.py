"""Lines that only announce stories: a digest's table of contents, other issues of the same series, cards of other pages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from ledger.sources.lines import Line, bare, is_titled, title_key, title_words

_SERIES = re.compile(r"(?P<series>[^:()]{3,60}?)\s?\((?P<issue>[^()]{2,24})\)\s?[:–-]\s?")
_SERIES_WITHIN = 72
_NEAR_TOP = 12
_GLUED_LABEL = re.compile(r"\d{4}[A-Z]")
_ITEM_ENDS = (";", ";...", ";…", "; ...", "; …")
_FEWEST_ITEMS = 3
_LEAST_SHARED = 0.5


def find_title(lines: Sequence[Line]) -> Line | None:
    """The page's own headline: the first line in the form of a title, unless running text comes before it."""
    for number, line in enumerate(lines[:_NEAR_TOP]):
        if line.titled:
            return _skip_label(line, lines[number + 1] if number + 1 < len(lines) else None)
        if line.told and not line.text.endswith(_ITEM_ENDS):
            return None
    return None


def _skip_label(line: Line, after: Line | None) -> Line:
    """The headline, where the line above it is only the name of a page's department: "Politics"."""
    if after is None or not after.titled or len(line.text.split()) > 2 or len(after.text.split()) < 4:
        return line
    line.cue, line.titled = "boilerplate", False
    return after


def mark_cards(lines: Sequence[Line], text: str) -> None:
    """Marks the card of another story at the top: a title, then a date glued to a section's name, and no word of it below."""
    for line, after in pairwise(lines[:5]):
        if not (line.titled and after.stamp and _GLUED_LABEL.search(after.text)):
            continue
        words = [word for word in title_words(line.text) if len(word) > 4 and not word.isdigit()]
        below = text[after.end :].casefold()
        shared = sum(word in below for word in words)
        if words and shared < _LEAST_SHARED * len(words):
            line.cue, line.titled = "teaser", False
    for line in lines:
        if line.stamp and _GLUED_LABEL.search(line.text):
            line.cue = "teaser"


def mark_series(lines: Sequence[Line], title: Line | None) -> None:
    """Marks other issues of a series ("Coast Today (Feb. 10): ...") where the page is one of them, or names several."""
    hinted = (line for line in lines if "(" in line.text[:_SERIES_WITHIN])
    issues = [(line, found["series"].casefold(), found["issue"]) for line in hinted if (found := _SERIES.match(bare(line.text)))]
    named: defaultdict[str, set[str]] = defaultdict(set)
    for _, series, issue in issues:
        named[series].add(issue)
    own = _SERIES.match(bare(title.text)) if title else None
    for line, series, issue in issues:
        is_own = issue == own["issue"] if own and series == own["series"].casefold() else len(named[series]) < 2
        if not is_own:
            line.cue, line.titled = "teaser", False


def mark_contents(lines: Sequence[Line], title: Line | None) -> frozenset[str]:
    """Marks the table of contents above the first story as teasers; the keys of the titles it announces."""
    top = _top(lines)
    items: set[str] = set()
    for line in lines[:top]:
        parts = [part.strip(" .…") for part in line.text.split(";")]
        if len(parts) > _FEWEST_ITEMS and line.told and _announces(line, parts, title):
            _mark_item(line, parts, items)
    for run in _runs(lines[:top]):
        for line in run:
            _mark_item(line, [line.text.strip(" .…;")], items)
    for number, line in enumerate(lines[:top]):
        if line.cue == "list":
            line.cue = "teaser"
            _mark_listed(lines, number + 1, title, items)
    return frozenset(items)


def _top(lines: Sequence[Line]) -> int:
    """The number of lines before the first running text."""
    for number, line in enumerate(lines):
        if line.told and line.text.count(";") < _FEWEST_ITEMS and not line.text.endswith(_ITEM_ENDS):
            return number
        if line.dateline:
            return number
    return len(lines)


def _announces(line: Line, parts: Sequence[str], title: Line | None) -> bool:
    """True where a line of several titles between semicolons begins with the page's own, or is cut off."""
    if line.text.endswith(("...", "…", ";")):
        return True
    first = title_key(parts[0])
    return title is not None and first != "" and (title_key(title.text).endswith(first) or first.startswith(title_key(title.text)))


def _runs(lines: Sequence[Line]) -> list[list[Line]]:
    """Runs of three lines or more that are items of a list: most end in a semicolon, the rest have the form of a title."""
    runs: list[list[Line]] = []
    run: list[Line] = []
    for line in [*lines, None]:
        if line is not None and line.plain and (line.text.endswith(_ITEM_ENDS) or (line.titled and run)):
            run.append(line)
            continue
        while run and not run[-1].text.endswith(_ITEM_ENDS):
            run.pop()
        if len(run) >= _FEWEST_ITEMS and sum(item.text.endswith(_ITEM_ENDS) for item in run) > len(run) / 2:
            runs.append(run)
        run = []
    return runs


def _mark_listed(lines: Sequence[Line], first: int, title: Line | None, items: set[str]) -> None:
    """Marks the titles after "headlines:" up to the first that is told below it."""
    own = title_key(title.text) if title else ""
    for line, after in zip(lines[first:], [*lines[first + 1 :], None], strict=False):
        item = bare(line.text).rstrip(" .…;")
        if line.cue == "teaser":
            continue
        if not line.plain or not (line.titled or line.text.endswith(_ITEM_ENDS) or is_titled(item)) or title_key(line.text) == own:
            return
        if line.titled and (after is None or after.told or after.dateline) and not (after and after.text.endswith(_ITEM_ENDS)):
            return
        _mark_item(line, [item], items)


def _mark_item(line: Line, parts: Sequence[str], items: set[str]) -> None:
    line.cue, line.titled = "teaser", False
    for part in parts:
        found = _SERIES.match(part)
        items.add(title_key(part[found.end() :] if found else part))
    items.discard("")
