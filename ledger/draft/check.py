"""`check`: a draft against a ledger and against itself. The one function behind the terminal, the pull request and the desk."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from ledger.checks import make_corpus, run_checks
from ledger.checks.registry import CHECKS
from ledger.draft.baseline import Entry, entry_of
from ledger.draft.findings import find_against_ledger
from ledger.draft.ignores import find_ignores, hush, tell_unused
from ledger.draft.index import LedgerIndex
from ledger.draft.marks import DraftCheck, DraftFinding, Mark
from ledger.draft.match import Matcher, make_matcher, match_claims
from ledger.draft.read import Draft
from ledger.errors import Notice
from ledger.extract import Extractor
from ledger.link import link
from ledger.model import SEVERITIES, Claim, Extraction, Flag
from ledger.pack import RulePack

_NAMES = {check.id: check.name for check in CHECKS}
_NOT_FOR_ONE = frozenset({"A7", "A8", "A9", "A10"})
"""Checks that compare articles; a draft is one."""


@dataclass(frozen=True, slots=True)
class Checker:
    """A ledger and the rules, made ready once for any number of drafts."""

    pack: RulePack
    extractor: Extractor
    matcher: Matcher
    index: LedgerIndex


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user asks of a check: checks left out, findings accepted, and the day that comments are held against."""

    ignore: Collection[str] = ()
    baseline: frozenset[Entry] = field(default=frozenset())
    today: date | None = None


def make_checker(pack: RulePack, index: LedgerIndex) -> Checker:
    """The checker of a rule pack and a ledger."""
    return Checker(pack, Extractor(pack), make_matcher(pack), index)


def check_draft(draft: Draft, checker: Checker, wishes: Wishes | None = None) -> DraftCheck:
    """A mark for every figure of the draft, and what does not fit, in text order. Pure but for the clock, which `_day` tells of."""
    wishes = wishes or Wishes()
    extraction = checker.extractor.extract(draft.document, fingerprint=False)
    claims = sorted(extraction.claims, key=lambda claim: (claim.start, claim.end))
    marks = match_claims(draft.document, claims, checker.index, checker.matcher)
    found = [*_find_outside(marks, draft, checker), *_find_inside(extraction, draft, checker.pack)]
    ordered = sorted((one for one in found if one.check not in wishes.ignore), key=_text_order)
    kept, hushed, notices = _hush(ordered, draft, wishes)
    places = tuple(draft.ruler.place(mark.claim.start, mark.claim.end) for mark in marks)
    return DraftCheck(draft.name, draft.document, marks, tuple(kept), tuple(hushed), tuple(notices), places)


def _text_order(finding: DraftFinding) -> tuple[int, int, int, str, str]:
    return (finding.start, finding.end, SEVERITIES.index(finding.severity), finding.check, finding.message)


def _find_outside(marks: Sequence[Mark], draft: Draft, checker: Checker) -> Iterator[DraftFinding]:
    """What the ledger says against the draft."""
    matcher = checker.matcher
    yield from find_against_ledger(marks, draft, checker.index, checker.pack.checks, matcher.measure, matcher.thresholds["sure"])


def _find_inside(extraction: Extraction, draft: Draft, pack: RulePack) -> Iterator[DraftFinding]:
    """What the checks of an article find in the draft alone."""
    corpus = make_corpus([extraction], link([extraction], pack, {}))
    known = {claim.claim_id: claim for claim in extraction.claims}
    for flag in run_checks(corpus, _for_one(pack)):
        yield _as_finding(flag, known, draft)


def _for_one(pack: RulePack) -> RulePack:
    """The pack with the checks turned off that need several articles."""
    checks: Mapping[str, Any] = {
        check: {**settings, "severity": "off"} if check in _NOT_FOR_ONE else settings for check, settings in pack.checks.items()
    }
    return replace(pack, checks=checks)


def _as_finding(flag: Flag, known: Mapping[str, Claim], draft: Draft) -> DraftFinding:
    claims = tuple(sorted((known[key] for key in flag.claim_ids if key in known), key=lambda claim: claim.start))
    start, end = (claims[-1].start, claims[-1].end) if claims else _find_quoted(flag.message, draft.document.text)
    name, document = f" in {draft.document.article}", draft.document.article
    message = flag.message.replace(name, "").replace(document, "the draft")
    return DraftFinding(
        flag.check, _NAMES.get(flag.check, flag.check), flag.severity, message, flag.working, claims, start, end,
        draft.ruler.place(start, end), todo="Check the arithmetic, then mend a figure" if flag.check.startswith("B") else "",
    )  # fmt: skip


def _find_quoted(message: str, text: str) -> tuple[int, int]:
    """Where the words stand that a message without figures quotes; the start of the text where they are not found."""
    for quoted in message.split('"')[1::2]:
        at = text.find(quoted)
        if quoted and at >= 0:
            return at, at + len(quoted)
    return 0, 0


def _hush(findings: Sequence[DraftFinding], draft: Draft, wishes: Wishes) -> tuple[list[DraftFinding], list[DraftFinding], list[Notice]]:
    """Findings that count, findings that a comment or the baseline hushes, and what is to be said of the comments."""
    ignores, notices = find_ignores(draft.text, draft.document.text, draft.ruler, draft.name)
    today = _day(draft, wishes) if any(one.until for one in ignores) else date.min
    kept: list[DraftFinding] = []
    hushed: list[DraftFinding] = []
    used = []
    for finding, ignore in hush(findings, ignores, today):
        if ignore is not None:
            used.append(ignore)
            hushed.append(replace(finding, hushed=f"ignored: {ignore.reason}"))
        elif entry_of(finding) in wishes.baseline:
            hushed.append(replace(finding, hushed="in the baseline"))
        else:
            kept.append(finding)
    return kept, hushed, [*notices, *tell_unused(ignores, used, today, draft.name)]


def _day(draft: Draft, wishes: Wishes) -> date:
    """The day that comments with a last day are held against: the user's, the draft's own, and only then the clock's."""
    return wishes.today or draft.document.published or date.today()  # noqa: DTZ011 (a day of the editor's own calendar)


def reaches(checks: Iterable[DraftCheck], level: str) -> bool:
    """True where a finding is of this severity or above; never for "never"."""
    counted = SEVERITIES[: SEVERITIES.index(level) + 1] if level in SEVERITIES else ()
    return any(finding.severity in counted for check in checks for finding in check.findings)
