"""A draft marked up as one page that needs nothing else and runs nothing."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources

from markupsafe import Markup

from ledger.draft.marks import DraftCheck, DraftFinding, Mark, Place
from ledger.report.check_words import STATUS_WORDS, best_source, marked_claim, standing_words, summary_words
from ledger.report.page_text import MarkedSentence
from ledger.report.templating import make_environment


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of the draft: plain text, or a figure with the number of its note."""

    text: str
    number: int = 0
    status: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """What is said of one figure: its status, its findings, and the mentions beside it."""

    number: int
    mark: Mark
    place: Place
    words: str
    findings: tuple[DraftFinding, ...]
    source: MarkedSentence | None
    article: str


def render_html(checks: Sequence[DraftCheck]) -> str:
    """The whole page: no script, no network; every text of a draft is escaped."""
    style = resources.files("ledger.report").joinpath("templates", "check.css").read_text(encoding="utf-8").strip()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    environment = make_environment()
    page = environment.get_template("check.html").render(
        style=Markup(style),  # noqa: S704 - our own file
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
        drafts=draft_views(checks),
        statuses=STATUS_WORDS,
    )
    return page if page.endswith("\n") else f"{page}\n"


def draft_views(checks: Sequence[DraftCheck]) -> list[dict[str, object]]:
    """What the template shows of each draft; notes are numbered through, so that their anchors are unique on the page."""
    views: list[dict[str, object]] = []
    first = 1
    for check in checks:
        notes = list(_notes(check, first))
        first += len(notes)
        told = {id(finding) for note in notes for finding in note.findings}
        others = [finding for finding in check.findings if id(finding) not in told]
        views.append(
            {"name": check.name, "summary": summary_words(check), "runs": list(_runs(check, notes)), "notes": notes, "others": others}
        )
    return views


def _notes(check: DraftCheck, first: int) -> Iterator[Note]:
    for number, (mark, place) in enumerate(zip(check.marks, check.places, strict=True), start=first):
        key = mark.claim.claim_id
        findings = tuple(one for one in check.findings if one.claims and one.claims[-1].claim_id == key)
        source = best_source(mark)
        quoted = marked_claim(source.claim) if source else None
        yield Note(number, mark, place, standing_words(mark), findings, quoted, source.claim.article if source else "")


def _runs(check: DraftCheck, notes: Sequence[Note]) -> Iterator[Run]:
    """The draft cut at its figures; of figures that overlap the first is marked."""
    text, at = check.document.text, 0
    for note in sorted(notes, key=lambda one: (one.mark.claim.start, -one.mark.claim.end)):
        claim = note.mark.claim
        if claim.start < at:
            continue
        if claim.start > at:
            yield Run(text[at : claim.start])
        yield Run(text[claim.start : claim.end], note.number, note.mark.status)
        at = claim.end
    if at < len(text):
        yield Run(text[at:])
