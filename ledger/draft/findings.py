"""What a mark means for an editor: E1 contradicts the ledger, E2 nothing stands behind it, E3 says more than the sources do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ledger.checks.a1_value_conflict import excludes
from ledger.checks.slips import is_scale_slip, power_of_ten
from ledger.draft.index import LedgerIndex
from ledger.draft.marks import DRAFT_CHECKS, E1, E2, E3, Backing, DraftFinding, Mark, Source
from ledger.draft.match import AGREEING
from ledger.draft.read import Draft
from ledger.link.scale import Measure
from ledger.model import Claim

Settings = Mapping[str, Mapping[str, Any]]
_SUPERLATIVES = frozenset({"record"})
_LOOK = "Look at the source, then mend the draft or the ledger"


def find_against_ledger(
    marks: Iterable[Mark], draft: Draft, index: LedgerIndex, checks: Settings, measure: Measure, sure: float
) -> Iterator[DraftFinding]:
    """The findings of E1, E2 and E3 for the marks of a draft; a check whose severity is "off" finds nothing."""
    for mark in marks:
        finding = _judge(mark, draft, index, checks, measure, sure)
        if finding is not None and finding.severity != "off":
            yield finding


def _judge(mark: Mark, draft: Draft, index: LedgerIndex, checks: Settings, measure: Measure, sure: float) -> DraftFinding | None:
    if mark.status == "contradicted" and mark.backing is not None:
        return _contradicts(mark, mark.backing, draft, checks[E1], measure, sure)
    if mark.status in ("related", "unsupported"):
        return None if mark.claim.weight == "minor" else _unsupported(mark, draft, checks[E2])
    return _stronger(mark, draft, index, checks[E3])


def _contradicts(mark: Mark, backing: Backing, draft: Draft, settings: Mapping[str, Any], measure: Measure, sure: float) -> DraftFinding:
    source = _first(backing, agree=False)
    certain = mark.certainty >= sure
    hard = certain and excludes(mark.claim, source.claim, measure)
    message = f"{_said(mark.claim)} here, but {_told(source.claim, backing)}"
    if not certain:
        message = f"probably {message}"
    if is_scale_slip(mark.claim, source.claim):
        message += f": the same digits, {10 ** power_of_ten(mark.claim, source.claim)} times apart"
    severity = str(settings["severity" if hard else "expected_severity"])
    return _make(E1, severity, message, mark, draft, mark.why, _LOOK)


def _unsupported(mark: Mark, draft: Draft, settings: Mapping[str, Any]) -> DraftFinding:
    message = f"nothing in the ledger stands behind {_said(mark.claim)}"
    if mark.status == "related" and mark.backing is not None:
        source = mark.backing.sources[0]
        message = f"nothing in the ledger surely stands behind {_said(mark.claim)}; possibly related: {_told(source.claim, mark.backing)}"
    working = f"kept apart: {mark.why}" if mark.why else ""
    return _make(E2, str(settings["severity"]), message, mark, draft, working, "Find a source for it")


def _stronger(mark: Mark, draft: Draft, index: LedgerIndex, settings: Mapping[str, Any]) -> DraftFinding | None:
    """A hedge that every source has and the draft has not; a superlative that the draft has and no source."""
    backing = mark.backing
    if backing is None or mark.claim.converts:
        return None
    known = index.fact(backing.fact_id)
    claims = [index.claim(key) for key in known.claim_ids] if known else [source.claim for source in backing.sources]
    same = [claim for claim in claims if (claim.value, claim.unit) == (mark.claim.value, mark.claim.unit)]
    own = _hedges(mark.claim)
    marks = frozenset(settings["hedges"])
    bare = mark.claim.value is not None and not own & marks and not any(_is_finer(claim, mark.claim) for claim in claims)
    if bare and same and all(_hedges(claim) & marks for claim in same):
        message = f"{_said(mark.claim)} without a hedge, but {_told(same[0], backing)}"
        return _make(E3, str(settings["severity"]), message, mark, draft, "", "Put the hedge back, or find who gives the exact figure")
    added = own & _SUPERLATIVES
    if added and not any(_hedges(claim) & _SUPERLATIVES for claim in claims):
        message = f"the draft calls {_said(mark.claim)} a record; no source does ({', '.join(backing.articles[:3])})"
        return _make(E3, str(settings["severity"]), message, mark, draft, "", "Find who says so, or leave it out")
    return None


def _is_finer(claim: Claim, draft: Claim) -> bool:
    """True for an exact figure of which the draft's is the rounding: then the draft needs no hedge of the others."""
    return claim.value is not None and claim.value != draft.value and claim.unit == draft.unit and claim.precision < draft.precision


def _make(check: str, severity: str, message: str, mark: Mark, draft: Draft, working: str, todo: str) -> DraftFinding:
    claim = mark.claim
    place = draft.ruler.place(claim.start, claim.end)
    return DraftFinding(
        check, DRAFT_CHECKS[check], severity, message, working, (claim,), claim.start, claim.end, place, mark=mark, todo=todo
    )


def _first(backing: Backing, *, agree: bool) -> Source:
    fitting = [source for source in backing.sources if (source.relation in AGREEING) == agree]
    return fitting[0] if fitting else backing.sources[0]


def _hedges(claim: Claim) -> frozenset[str]:
    return frozenset(claim.qualifier.split(";")) - {""}


def _said(claim: Claim) -> str:
    """The figure as a reader sees it, with its hedge: `nearly 350`."""
    hedges = claim.qualifier.replace(";", " ").replace("_", " ")
    return " ".join(f"{hedges} {claim.surface}".split())


def _told(claim: Claim, backing: Backing) -> str:
    """What the ledger says and who: `nearly 350 in conference.md and 2 more (3 independent sources)`."""
    others = len(backing.articles) - 1
    more = f" and {others} more" if others > 0 else ""
    sources = backing.independent_sources
    return f"{_said(claim)} in {claim.article}{more} ({sources} independent source{'s' if sources != 1 else ''})"
