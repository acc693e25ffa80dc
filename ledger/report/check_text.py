"""A check in the way of linters: `path:line:col severity check message`, the sentence with a caret, the best source under it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from ledger.draft.marks import DraftCheck, DraftFinding, Mark, Place
from ledger.model import Claim
from ledger.report.check_words import best_source, marked_claim, standing_words, summary_words
from ledger.report.page_text import folded, shown

_COLOURS = {"error": "31", "warning": "33", "info": "36", "ok": "32", "quiet": "2", "title": "1"}
_WINDOW = 72
"""So many characters of a sentence are shown on either side of the figure."""


def render_text(checks: Sequence[DraftCheck], *, colour: bool = False, quiet: bool = False) -> str:
    """All findings and, unless `quiet`, a line for every other figure, in text order; then a summary a draft."""
    lines: list[str] = []
    for check in checks:
        lines += _draft_lines(check, colour, quiet)
        lines.append(_paint(f"{shown(check.name)}: {summary_words(check)}", "title", colour))
    return "\n".join(lines) + "\n"


def _draft_lines(check: DraftCheck, colour: bool, quiet: bool) -> Iterator[str]:
    told = {finding.mark.claim.claim_id for finding in check.findings if finding.mark}
    shown_findings = (finding for finding in check.findings if not (quiet and finding.severity == "info"))
    rows = [(finding.start, 0, list(_finding_lines(check, finding, colour))) for finding in shown_findings]
    for mark, place in zip(check.marks, check.places, strict=True):
        if not quiet and mark.claim.claim_id not in told:
            rows.append((mark.claim.start, 1, [_mark_line(check, mark, place, colour)]))
    for _, _, lines in sorted(rows, key=lambda row: row[:2]):
        yield from lines


def _finding_lines(check: DraftCheck, finding: DraftFinding, colour: bool) -> Iterator[str]:
    where = _paint(f"{shown(check.name)}:{finding.place}", "title", colour)
    message = folded(shown(finding.message))
    yield f"{where} {_paint(finding.severity, finding.severity, colour)} {finding.check} {message}"
    if finding.claims:
        yield from _caret_lines(finding.mark.claim if finding.mark else finding.claims[-1], check, finding.severity, colour)
    source = best_source(finding.mark)
    if source is not None:
        yield _paint(f"    {shown(source.claim.article)}: {_quote(source.claim)}", "quiet", colour)
    if finding.working:
        yield _paint(f"    {folded(shown(finding.working))}", "quiet", colour)
    if finding.todo and finding.severity != "info":
        yield _paint(f"    {finding.todo}.", "quiet", colour)


def _mark_line(check: DraftCheck, mark: Mark, place: Place, colour: bool) -> str:
    word = "ok" if mark.status in ("supported", "nuanced") else "info"
    where = _paint(f"{shown(check.name)}:{place}", "title", colour)
    return f"{where} {_paint(word, word, colour)} {folded(shown(mark.claim.surface))} {standing_words(mark)}"


def _caret_lines(claim: Claim, check: DraftCheck, severity: str, colour: bool) -> Iterator[str]:
    before, figure, after = _cut(claim, check.document.text)
    yield f"    {before}{figure}{after}"
    yield f"    {' ' * _width(before)}{_paint('^' * max(_width(figure), 1), severity, colour)}"


def _quote(claim: Claim) -> str:
    before, figure, after = _cut(claim)
    return f'"{before}{figure}{after}"'


def _cut(claim: Claim, text: str = "") -> tuple[str, str, str]:
    """The sentence around a figure, cut to a window."""
    found = marked_claim(claim, text)
    before, after = found.before, found.after
    if len(before) > _WINDOW:
        before = f"…{before[-_WINDOW:]}"
    if len(after) > _WINDOW:
        after = f"{after[:_WINDOW]}…"
    return before, found.figure, after


def _width(text: str) -> int:
    """Columns of a terminal: wide letters take two, combining marks none."""
    return sum(0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def _paint(text: str, style: str, colour: bool) -> str:
    return f"\x1b[{_COLOURS[style]}m{text}\x1b[0m" if colour else text
