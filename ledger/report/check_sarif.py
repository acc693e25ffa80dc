"""A check as SARIF 2.1.0, which code hosts show beside the text."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from urllib.parse import quote

from ledger.draft.baseline import entry_of
from ledger.draft.marks import DraftCheck, DraftFinding
from ledger.report.check_words import best_source

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def render_sarif(checks: Sequence[DraftCheck]) -> str:
    """The findings of all drafts as one run; hushed ones are there as suppressed results."""
    found = [(check, finding) for check in checks for finding in (*check.findings, *check.hushed)]
    rules = sorted({(finding.check, finding.name) for _, finding in found})
    numbers = {check: at for at, (check, _) in enumerate(rules)}
    driver = {
        "name": "factledger",
        "version": _version(),
        "informationUri": "https://pypi.org/project/fact-ledger/",
        "rules": [{"id": check, "name": name, "shortDescription": {"text": name.replace("-", " ")}} for check, name in rules],
    }
    results = [_result(check, finding, numbers[finding.check]) for check, finding in found]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _result(check: DraftCheck, finding: DraftFinding, number: int) -> dict[str, object]:
    source = best_source(finding.mark)
    quoted = f'\n{source.claim.article}: "{source.claim.sentence}"' if source else ""
    working = f"\n{finding.working}" if finding.working else ""
    result: dict[str, object] = {
        "ruleId": finding.check,
        "ruleIndex": number,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message}{working}{quoted}"},
        "locations": [_location(check, finding)],
        "partialFingerprints": {"checkFigureSentence/v1": _fingerprint(finding)},
    }
    if finding.hushed:
        kind = "inSource" if finding.hushed.startswith("ignored") else "external"
        result["suppressions"] = [{"kind": kind, "justification": finding.hushed}]
    return result


def _location(check: DraftCheck, finding: DraftFinding) -> dict[str, object]:
    artifact = {"uri": quote("stdin" if check.name == "-" else check.name.replace("\\", "/"))}
    place = finding.place
    if place.label:
        return {"physicalLocation": {"artifactLocation": artifact}, "logicalLocations": [{"name": place.label, "kind": "element"}]}
    region = {"startLine": place.line, "startColumn": place.column, "endLine": place.end_line, "endColumn": max(place.end_column, 1)}
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}


def _fingerprint(finding: DraftFinding) -> str:
    entry = entry_of(finding)
    return hashlib.sha256("|".join((entry.check, entry.figures, entry.sentence)).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _version() -> str:
    try:
        return version("fact-ledger")
    except PackageNotFoundError:
        return "0"
