"""A check as annotations of a GitHub workflow: the most pressing ones, capped, and a summary that counts the rest."""

from __future__ import annotations

from collections.abc import Sequence

from ledger.draft.marks import DraftCheck, DraftFinding
from ledger.model import SEVERITIES
from ledger.report.check_words import best_source, summary_words

MOST = 10
"""GitHub shows so many annotations of one level in a step; the others would be lost without a word."""
_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def render_github(checks: Sequence[DraftCheck]) -> str:
    """Workflow commands, at most `MOST` of a severity over all drafts, then one line a draft."""
    lines: list[str] = []
    for severity in SEVERITIES:
        found = [(check, finding) for check in checks for finding in check.findings if finding.severity == severity]
        lines += [_command(check, finding) for check, finding in found[:MOST]]
        if len(found) > MOST:
            lines.append(f"{len(found) - MOST} more of severity {severity} are not annotated: run `factledger check` for all of them.")
    lines += [_plain(f"{check.name}: {summary_words(check)}") for check in checks]
    return "\n".join(lines) + "\n"


def _command(check: DraftCheck, finding: DraftFinding) -> str:
    place, source = finding.place, best_source(finding.mark)
    quoted = f'\n{source.claim.article}: "{source.claim.sentence}"' if source else ""
    where = {"file": check.name, "title": f"{finding.check} {finding.name}"}
    if place.label:
        where["title"] += f" ({place.label})"
    else:
        where |= {"line": str(place.line), "col": str(place.column), "endLine": str(place.end_line), "endColumn": str(place.end_column)}
    properties = ",".join(f"{key}={_property(value)}" for key, value in where.items())
    return f"::{_LEVELS[finding.severity]} {properties}::{_message(finding.message + quoted)}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def _plain(text: str) -> str:
    """A line that no runner takes for a command."""
    return " ".join(text.split()).replace("::", ": :")
