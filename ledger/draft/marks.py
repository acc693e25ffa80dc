"""What a check of a draft says: a mark for each figure, findings for what does not fit, and the draft itself to show them in."""

from __future__ import annotations

from dataclasses import dataclass, field

from ledger.errors import Notice
from ledger.model import Claim, Document

STATUSES = ("contradicted", "nuanced", "related", "unsupported", "supported")
"""Most pressing first; `related` is a figure that may be a known fact, which nobody can be sure of."""

E1, E2, E3 = "E1", "E2", "E3"
DRAFT_CHECKS = {E1: "contradicts-ledger", E2: "unsupported", E3: "stronger-than-source"}


@dataclass(frozen=True, slots=True)
class Source:
    """A mention in the ledger beside a figure of the draft."""

    claim: Claim
    relation: str
    """same, rounding, nuance or conflict: how its figure stands to the draft's."""
    likeness: float
    """Log-odds that both tell one quantity, whatever their figures."""


@dataclass(frozen=True, slots=True)
class Backing:
    """The fact of the ledger that a figure is held against."""

    fact_id: str
    verdict: str
    articles: tuple[str, ...]
    independent_sources: int
    sources: tuple[Source, ...]
    """Its mentions, the most telling first."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure of the draft: its status, how sure that is (0 to 1), and the fact it is held against."""

    claim: Claim
    status: str
    certainty: float = 0.0
    backing: Backing | None = None
    why: str = ""
    """For a near miss, what kept it apart; for a contradiction the arithmetic."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: a line and column, both from 1, or what an office format calls the place."""

    line: int
    column: int
    end_line: int
    end_column: int
    label: str = ""
    """"paragraph 3", "page 2": in place of line and column where the format has none."""

    def __str__(self) -> str:
        return self.label or f"{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class DraftFinding:
    """Something that does not fit in a draft. `hushed` says why it is not counted: an ignore comment or the baseline."""

    check: str
    name: str
    severity: str
    message: str
    working: str
    claims: tuple[Claim, ...]
    start: int
    end: int
    place: Place
    mark: Mark | None = None
    todo: str = ""
    hushed: str = ""


@dataclass(frozen=True, slots=True)
class DraftCheck:
    """All that checking one draft gives: marks and findings in text order."""

    name: str
    document: Document
    marks: tuple[Mark, ...]
    findings: tuple[DraftFinding, ...]
    hushed: tuple[DraftFinding, ...] = ()
    notices: tuple[Notice, ...] = ()
    places: tuple[Place, ...] = field(default=())
    """The place of each mark, in the order of `marks`."""

    def count(self, status: str) -> int:
        """How many figures have a status."""
        return sum(mark.status == status for mark in self.marks)
