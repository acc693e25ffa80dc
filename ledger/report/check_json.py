"""A check for programs: schema 1, documented in docs/check.md."""

from __future__ import annotations

import json
from collections.abc import Sequence

from ledger.draft.marks import STATUSES, Backing, DraftCheck, DraftFinding, Mark, Place
from ledger.model import SEVERITIES
from ledger.report.check_words import severity_counts
from ledger.store import claim_json

SCHEMA = 1
"""Raised when a key goes or changes its meaning; new keys do not raise it."""


def render_json(checks: Sequence[DraftCheck], ledger: str) -> str:
    """The checks as one JSON object: UTF-8, keys in a fixed order, numbers of figures as texts of plain decimals."""
    said = {"schema": SCHEMA, "tool": "factledger check", "ledger": ledger, "drafts": [check_json(check) for check in checks]}
    return json.dumps(said, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def check_json(check: DraftCheck) -> dict[str, object]:
    """One draft: its summary, a mark a figure, and its findings in text order."""
    levels = severity_counts(check.findings)
    return {
        "draft": check.name,
        "sha256": check.document.sha256,
        "summary": {
            "figures": len(check.marks),
            **{status: check.count(status) for status in STATUSES},
            **{f"{level}s" if level != "info" else level: levels[level] for level in SEVERITIES},
            "hushed": len(check.hushed),
        },
        "marks": [_mark_json(mark, place) for mark, place in zip(check.marks, check.places, strict=True)],
        "findings": [_finding_json(finding) for finding in (*check.findings, *check.hushed)],
        "notices": [{"where": one.where, "found": one.found, "todo": one.todo} for one in check.notices],
    }


def _mark_json(mark: Mark, place: Place) -> dict[str, object]:
    claim = mark.claim
    return {
        "claim_id": claim.claim_id,
        "place": place_json(place),
        "start": claim.start,
        "end": claim.end,
        "surface": claim.surface,
        "status": mark.status,
        "certainty": round(mark.certainty, 3),
        "why": mark.why,
        "fact": None if mark.backing is None else _backing_json(mark.backing),
        "claim": claim_json(claim),
    }


def place_json(place: Place) -> dict[str, object]:
    """Line and column from 1, or with `label` what an office format calls the place."""
    if place.label:
        return {"label": place.label}
    return {"line": place.line, "column": place.column, "end_line": place.end_line, "end_column": place.end_column}


def _backing_json(backing: Backing) -> dict[str, object]:
    return {
        "fact_id": backing.fact_id,
        "verdict": backing.verdict,
        "articles": list(backing.articles),
        "independent_sources": backing.independent_sources,
        "sources": [
            {
                "claim_id": source.claim.claim_id,
                "article": source.claim.article,
                "surface": source.claim.surface,
                "relation": source.relation,
                "likeness": source.likeness,
                "sentence": source.claim.sentence,
            }
            for source in backing.sources
        ],
    }


def _finding_json(finding: DraftFinding) -> dict[str, object]:
    return {
        "check": finding.check,
        "name": finding.name,
        "severity": finding.severity,
        "message": finding.message,
        "working": finding.working,
        "todo": finding.todo,
        "place": place_json(finding.place),
        "start": finding.start,
        "end": finding.end,
        "claim_ids": [claim.claim_id for claim in finding.claims],
        "fact_id": finding.mark.backing.fact_id if finding.mark and finding.mark.backing else None,
        "hushed": finding.hushed or None,
    }
