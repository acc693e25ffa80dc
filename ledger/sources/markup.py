"""The visible text of an HTML draft, each character with its place in the source.

A scraped page is read by its article (webpages.py), which forgets where the words stood. A draft is somebody's own file: all that a
browser would show counts, and what is said of it is told by line and column of the file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from html import unescape

from ledger.sources.frontmatter import read_day

_TOKEN = re.compile(
    r"""(?P<comment><!--)
    | <(?P<close>/?)(?P<name>[a-zA-Z][\w:-]{0,60})(?=[\s/>])(?P<rest>(?:[^<>"']|"[^"]*"|'[^']*')*)>
    | (?P<other><[!?/][^<>]*>)
    | (?P<letter>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?)
    | (?P<space>[ \t\r\n\f]+)""",
    re.VERBOSE,
)
_ATTRIBUTE = re.compile(r"""([\w:-]{1,60})\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'<>]{1,200}))""")
_QUOTED = re.compile(r"""\s{0,9}=\s{0,9}(?:"[^"]*"|'[^']*')""")
_RAW = frozenset(("script", "style", "title", "textarea", "iframe", "xmp", "noembed", "noframes"))
"""Elements whose content is no markup: it ends at the first closing tag of that name."""
_UNSEEN = frozenset(
    ("template", "noscript", "svg", "object", "select", "button", "nav", "canvas", "audio", "video", "del", "s", "strike", "datalist")
)
"""Elements whose text is not shown or is no part of the story; deleted text reads as deleted."""
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 "
    "h5 h6 header hgroup hr html li main ol p pre section summary table tbody tfoot thead ul".split()
)
_NOTE = re.compile(r"\s{0,99}\[?\s{0,99}<a[\s>]", re.IGNORECASE)
_NOTE_CLASS = re.compile(r"note|cite|\bref", re.IGNORECASE)
_RAISED = str.maketrans("0123456789+-\u2212", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_DAY_NAMES = ("article:published_time", "datepublished", "date", "dc.date", "dcterms.created", "pubdate")
_PARAGRAPH, _LINE, _SPACE = "\n\n", "\n", " "


@dataclass(frozen=True, slots=True)
class Piece:
    """text[at : at + length] stands for source[source : source + width]; letter for letter where both are as long."""

    at: int
    source: int
    length: int
    width: int


@dataclass(frozen=True, slots=True)
class Origins:
    """Where each character of a read text stands in its source; without pieces the text is the source."""

    pieces: tuple[Piece, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the source that text[start:end] was read from."""
        if not self.pieces:
            return start, end
        return self._source(start), self._source(end - 1, behind=True) if end > start else self._source(start)

    def _source(self, offset: int, *, behind: bool = False) -> int:
        piece = self.pieces[max(0, bisect_right(self.pieces, offset, key=lambda one: one.at) - 1)]
        inside = min(max(offset - piece.at, 0) + behind, piece.width)
        return piece.source + (inside if piece.length == piece.width else piece.width if behind else 0)

    def read_from(self, source: int) -> int:
        """The offset of the first character of the text that was read from this place of the source or behind it."""
        if not self.pieces:
            return source
        at = bisect_right(self.pieces, source, key=lambda one: one.source) - 1
        if at < 0:
            return 0
        piece = self.pieces[at]
        inside = source - piece.source
        return piece.at + (inside if piece.length == piece.width and inside < piece.length else piece.length if inside else 0)


@dataclass(frozen=True, slots=True)
class Markup:
    """What a browser shows of an HTML file, where each letter comes from, and what its head says."""

    text: str
    origins: Origins
    title: str = ""
    published: date | None = None
    publisher: str = ""
    language: str = ""


def read_markup(source: str) -> Markup:
    """The visible text of HTML: blocks stand an empty line apart, rows of a table on lines with tabs between the cells."""
    reader = _Reader(source)
    reader.read()
    told = reader.told
    days = (read_day(told[name][:10]) for name in _DAY_NAMES if name in told)
    return Markup(
        "".join(reader.out),
        Origins(tuple(reader.pieces)),
        title=reader.title,
        published=next((day for day in days if day), None),
        publisher=told.get("og:site_name", ""),
        language=told.get("lang", "")[:2].lower(),
    )


@dataclass(slots=True)
class _Reader:
    """One walk over the tokens of a source."""

    source: str
    out: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    told: dict[str, str] = field(default_factory=dict)
    title: str = ""
    at: int = 0
    gap: str = ""
    gap_start: int = 0
    unseen: str = ""
    depth: int = 0
    raised: bool = False
    in_note: bool = False
    cells: int = 0
    cell_empty: bool = False
    rows: int = 0

    def read(self) -> None:
        low, high = _story(self.source)
        at = 0
        while match := _TOKEN.search(self.source, at):
            shown = low <= match.start() < high and not self.unseen
            if shown and match.start() > at:
                self._write(self.source[at : match.start()], at, match.start())
            at = self._take(match, shown=shown)
            if at < 0:
                return
        if not self.unseen and high == len(self.source):
            self._write(self.source[at:], at, len(self.source))

    def _take(self, match: re.Match[str], *, shown: bool) -> int:
        """Takes a token; gives the offset where reading goes on, -1 where nothing more can be read."""
        if match["comment"]:
            return _behind(self.source, "-->", match.end())
        if match["name"]:
            return self._take_tag(match, match["name"].lower(), shown=shown)
        if shown and match["letter"]:
            self._write(unescape(match["letter"]), match.start(), match.end())
        elif shown and match["space"]:
            self._part(_SPACE, match.start())
        return match.end()

    def _take_tag(self, match: re.Match[str], name: str, *, shown: bool) -> int:
        opens = not match["close"]
        if opens and name in _RAW:
            return self._pass_raw(match, name)
        if self.unseen:
            self.depth += (1 if opens else -1) if name == self.unseen else 0
            self.unseen = self.unseen if self.depth > 0 else ""
        elif opens and self._is_unseen(match, name):
            self.unseen, self.depth = name, 1
        elif opens and name in ("meta", "html"):
            self._note_head(name, match["rest"])
        elif shown:
            self._lay_out(match, name, opens=opens)
        return match.end()

    def _pass_raw(self, match: re.Match[str], name: str) -> int:
        end = re.compile(rf"</{name}\b[^<>]*>?", re.IGNORECASE).search(self.source, match.end())
        if end is None:
            return -1
        if name == "title" and not self.title:
            self.title = " ".join(unescape(self.source[match.end() : end.start()]).split())
        return end.end()

    def _is_unseen(self, match: re.Match[str], name: str) -> bool:
        """True for what is not shown, and for the raised number that points to a note."""
        rest = match["rest"]
        if name in _VOID or rest.endswith("/"):
            return False
        if name == "sup":
            attributes = _attributes(rest)
            named = any(_NOTE_CLASS.search(attributes.get(key, "")) for key in ("class", "id"))
            return self.in_note or named or _NOTE.match(self.source, match.end()) is not None
        bare = _QUOTED.sub("=", rest).lower().split()
        return name in _UNSEEN or "hidden" in bare or "display:none" in "".join(_attributes(rest).get("style", "").lower().split())

    def _note_head(self, name: str, rest: str) -> None:
        """Keeps what the head tells, the first of each kind."""
        given = _attributes(rest)
        if name == "html":
            self.told.setdefault("lang", given.get("lang", ""))
        else:
            key = given.get("property") or given.get("name") or given.get("itemprop") or ""
            self.told.setdefault(key.lower(), given.get("content", "").strip())

    def _lay_out(self, match: re.Match[str], name: str, *, opens: bool) -> None:
        if name == "tr" and not opens:
            self.cell_empty = False
        elif name == "tr":
            self._part(_PARAGRAPH if not self.rows else _LINE, match.start(), instead=True)
            self.rows, self.cells, self.cell_empty = self.rows + 1, 0, True
        elif name in ("td", "th"):
            self._cell(match.start(), opens=opens)
        elif name == "br":
            self._part(_LINE, match.start())
        elif name in _BLOCKS:
            if name == "table":
                self.rows = self.cells = 0
                self.cell_empty = False
            if not self.cell_empty:
                self._part(_PARAGRAPH, match.start())
        elif name == "sup":
            self.raised = opens
        elif name == "a":
            self.in_note = opens and _attributes(match["rest"]).get("href", "").startswith("#")
        elif name == "q":
            self._write("“" if opens else "”", match.start(), match.end())

    def _cell(self, source: int, *, opens: bool) -> None:
        if not opens:
            return
        if self.cells:
            kept = self.gap if self.cell_empty else ""
            self._part(f"{kept}\t", source, instead=True)
        self.cells, self.cell_empty = self.cells + 1, True

    def _part(self, gap: str, source: int, *, instead: bool = False) -> None:
        """Keeps words apart from those to come: the widest gap asked for counts, unless it is to stand instead."""
        if not self.gap:
            self.gap_start = source
        if instead or (len(gap), gap != _SPACE) > (len(self.gap), self.gap != _SPACE):
            self.gap = gap

    def _write(self, text: str, source: int, end: int) -> None:
        if not text:
            return
        if self.gap and self.at:
            self._put(self.gap, self.gap_start, source)
        self.gap, self.cell_empty = "", False
        self._put(text.translate(_RAISED) if self.raised else text, source, end)

    def _put(self, text: str, source: int, end: int) -> None:
        self.pieces.append(Piece(self.at, source, len(text), end - source))
        self.out.append(text)
        self.at += len(text)


def _story(source: str) -> tuple[int, int]:
    """Where the text stands: in the page's main or article elements, where it has them, else anywhere."""
    for name in ("main", "article"):
        first = re.search(rf"<{name}[\s>]", source, re.IGNORECASE)
        ends = [match.end() for match in re.finditer(rf"</{name}\s{{0,9}}>", source, re.IGNORECASE)]
        if first and ends and ends[-1] > first.start():
            return first.start(), ends[-1]
    return 0, len(source)


def _attributes(rest: str) -> Mapping[str, str]:
    return dict(_pairs(rest))


def _pairs(rest: str) -> Iterator[tuple[str, str]]:
    for match in _ATTRIBUTE.finditer(rest):
        yield match[1].lower(), unescape(match[2] or match[3] or match[4] or "")


def _behind(source: str, mark: str, start: int) -> int:
    """The offset behind the next mark, -1 where there is none."""
    at = source.find(mark, start)
    return at + len(mark) if at >= 0 else -1
