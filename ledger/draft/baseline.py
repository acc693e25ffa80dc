"""A baseline: findings that somebody has seen and accepts, each bound to the check, the figure and the sentence.

When the figure or the sentence changes, the entry no longer fits and the finding is back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ledger.draft.marks import DraftFinding
from ledger.errors import LedgerError, Notice

SCHEMA = 1
_REWRITE = "Write it anew with --write-baseline"


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One accepted finding: check, figures as written, sentence (white space folded)."""

    check: str
    figures: str
    sentence: str


def entry_of(finding: DraftFinding) -> Entry:
    """The entry that accepts a finding."""
    figures = "; ".join(" ".join(claim.surface.split()) for claim in finding.claims)
    sentences = dict.fromkeys(claim.sentence for claim in finding.claims)
    return Entry(finding.check, figures, " / ".join(sentences) if sentences else finding.message)


def read_baseline(path: Path) -> frozenset[Entry]:
    """The entries of a baseline file; raises LedgerError where it is missing or no baseline."""
    try:
        said = json.loads(path.read_text(encoding="utf-8-sig"))
        if not isinstance(said, dict) or said.get("schema") != SCHEMA:
            raise LedgerError(str(path), f"this is no baseline of schema {SCHEMA}", _REWRITE)
        return frozenset(Entry(str(one["check"]), str(one["figures"]), str(one["sentence"])) for one in said["entries"])
    except OSError as error:
        raise LedgerError(str(path), f"the baseline cannot be read ({error.strerror})", _REWRITE) from None
    except (ValueError, KeyError, TypeError) as error:
        raise LedgerError(str(path), f"this is no baseline ({error})", _REWRITE) from None


def write_baseline(findings: Iterable[DraftFinding], path: Path) -> int:
    """Writes a baseline that accepts the findings; how many entries it has."""
    entries = sorted({entry_of(finding) for finding in findings})
    said = {"schema": SCHEMA, "entries": [{"check": one.check, "figures": one.figures, "sentence": one.sentence} for one in entries]}
    try:
        path.write_text(json.dumps(said, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")
    except OSError as error:
        raise LedgerError(str(path), f"the baseline cannot be written ({error.strerror})", "Check the path and its permissions") from None
    return len(entries)


def tell_stale(entries: frozenset[Entry], findings: Sequence[DraftFinding], path: Path) -> Iterator[Notice]:
    """One notice where entries fit nothing any more."""
    stale = len(entries - {entry_of(finding) for finding in findings})
    if stale:
        what = "entry fits" if stale == 1 else "entries fit"
        yield Notice(str(path), f"{stale} baseline {what} nothing any more", _REWRITE)
