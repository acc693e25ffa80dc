"""Comments in a draft that hush a check: `<!-- ledger: ignore E2 until 2027-01-01: reason -->`.

A comment speaks for its own line, or, where it stands alone, for the next line that has text. It needs a reason, and may have a last day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ledger.draft.marks import DraftFinding
from ledger.draft.places import Ruler
from ledger.errors import Notice

_COMMENT = re.compile(r"<!--[ \t]{0,20}ledger:(?P<body>[^\r\n]{0,400}?)-->", re.IGNORECASE)
_BODY = re.compile(
    r"\s*ignore(?:\s+(?P<checks>[A-Za-z]\d{1,2}(?:\s*,\s*[A-Za-z]\d{1,2})*))?(?:\s+until\s+(?P<until>\S{1,20}?))?\s*:\s*(?P<reason>\S.*?)\s*",
    re.IGNORECASE,
)
_FORM = "Write <!-- ledger: ignore E2 until 2027-01-01: reason -->, with a reason; the checks and the day may be left out"


@dataclass(frozen=True, slots=True)
class Ignore:
    """One comment: the checks it hushes (none: all of them), its last day, and the lines it speaks for."""

    checks: frozenset[str]
    until: date | None
    reason: str
    line: int
    column: int
    start: int
    end: int
    first: int
    last: int
    """Offsets of the text it speaks for."""

    def covers(self, finding: DraftFinding) -> bool:
        """True where the finding is of its checks and begins in its lines."""
        return (not self.checks or finding.check in self.checks) and self.first <= finding.start < self.last


def blank_comments(text: str) -> str:
    """The text with every comment as spaces of the same length, so that its offsets stay and its figures are no claims."""
    return _COMMENT.sub(lambda match: " " * len(match.group()), text)


def find_ignores(source: str, text: str, ruler: Ruler, name: str) -> tuple[list[Ignore], list[Notice]]:
    """The comments of a draft's source, in order, with the stretch of its text (comments blanked) that each speaks for.

    A notice for each that cannot be understood, which hushes nothing.
    """
    ignores: list[Ignore] = []
    notices: list[Notice] = []
    for match in _COMMENT.finditer(source):
        place = ruler.source_place(match.start(), match.end())
        body = _BODY.fullmatch(match["body"])
        until = _read_day(body["until"]) if body and body["until"] else None
        if body is None or (body["until"] and until is None):
            notices.append(Notice(f"{name}:{place}", f"a comment that hushes nothing: {match.group()}", _FORM))
            continue
        checks = frozenset(check.strip().upper() for check in (body["checks"] or "").split(",") if check.strip())
        first, last = _reach(text, len(source), ruler, place.line)
        ignores.append(Ignore(checks, until, body["reason"], place.line, place.column, match.start(), match.end(), first, last))
    return ignores, notices


def _read_day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _reach(text: str, length: int, ruler: Ruler, line: int) -> tuple[int, int]:
    """The text read from the comment's own line of the source; where there is none, that from the next line with text."""
    lines = ruler.lines
    for at in range(line - 1, len(lines)):
        first = ruler.origins.read_from(lines[at])
        last = ruler.origins.read_from(lines[at + 1] if at + 1 < len(lines) else length)
        if text[first:last].strip():
            return first, last
    return 0, 0


def hush(findings: Iterable[DraftFinding], ignores: Sequence[Ignore], today: date) -> Iterator[tuple[DraftFinding, Ignore | None]]:
    """Each finding with the first comment that hushes it on that day, or None."""
    for finding in findings:
        covering = (one for one in ignores if one.covers(finding) and (one.until is None or today <= one.until))
        yield finding, next(covering, None)


def tell_unused(ignores: Sequence[Ignore], used: Iterable[Ignore], today: date, name: str) -> Iterator[Notice]:
    """A notice for each comment that hushed nothing: past its day, or without anything to hush."""
    hushing = set(used)
    for ignore in ignores:
        where = f"{name}:{ignore.line}:{ignore.column}"
        if ignore.until is not None and today > ignore.until:
            yield Notice(
                where, f"this comment ended on {ignore.until.isoformat()} and hushes nothing any more", "Check the figure, then remove it"
            )
        elif ignore not in hushing:
            yield Notice(where, "this comment hushes nothing", "Remove it")
