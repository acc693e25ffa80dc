"""What a check of a draft says, in words that every format shares."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from ledger.draft.marks import STATUSES, Backing, DraftCheck, DraftFinding, Mark, Source
from ledger.model import SEVERITIES, Claim
from ledger.report.page_text import MarkedSentence, mark_sentence, shown

STATUS_WORDS: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "contradicted": ("≠", "contradicted", "the ledger says otherwise"),
        "nuanced": ("≈", "nuanced", "the same figure, worded with more or less certainty"),
        "related": ("?", "possibly related", "a fact of the ledger comes near, and may be another"),
        "unsupported": ("·", "unsupported", "nothing in the ledger stands behind it"),
        "supported": ("✓", "supported", "a fact of the ledger says the same"),
    }
)
"""status -> the sign that doubles its colour, its name, and what it means; most pressing first."""
_NAMED = 3


def standing_words(mark: Mark) -> str:
    """What stands behind a figure: "supported by a.txt and b.txt (2 independent sources)"."""
    name = STATUS_WORDS[mark.status][1]
    if mark.backing is None or mark.status == "unsupported":
        return f"{name}: {STATUS_WORDS[mark.status][2]}"
    verb = {"supported": "by", "nuanced": "beside", "contradicted": "by", "related": "to"}[mark.status]
    return f"{name} {verb} {backing_words(mark.backing)}"


def backing_words(backing: Backing) -> str:
    """The articles of a fact, a few by name, and how many independent sources they are."""
    named = list(backing.articles[:_NAMED])
    if len(backing.articles) > _NAMED:
        named.append(f"{len(backing.articles) - _NAMED} more")
    listed = named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"
    count = backing.independent_sources
    return f"{listed} ({count} independent source{'s' if count != 1 else ''})"


def best_source(mark: Mark | None) -> Source | None:
    """The mention to show beside a figure: the likeliest one that agrees, or contradicts, as the mark says."""
    if mark is None or mark.backing is None:
        return None
    against = mark.status == "contradicted"
    fitting = [source for source in mark.backing.sources if (source.relation == "conflict") == against]
    return (fitting or list(mark.backing.sources))[0]


def marked_claim(claim: Claim, text: str = "") -> MarkedSentence:
    """The claim's sentence cut at its figure, each part safe to show."""
    found = mark_sentence(claim, text)
    return MarkedSentence(shown(found.before), shown(found.figure), shown(found.after))


def summary_words(check: DraftCheck) -> str:
    """One line: "7 figures: 1 contradicted, 6 supported; 1 error"."""
    figures = _counted(len(check.marks), "figure")
    parts = [f"{check.count(status)} {STATUS_WORDS[status][1]}" for status in STATUSES if check.count(status)]
    levels = severity_counts(check.findings)
    counts = [f"{levels[level]} info" if level == "info" else _counted(levels[level], level) for level in SEVERITIES if levels[level]]
    hushed = f"; {len(check.hushed)} hushed" if check.hushed else ""
    return f"{figures}{': ' if parts else ''}{', '.join(parts)}; {', '.join(counts) or 'nothing found'}{hushed}"


def severity_counts(findings: Sequence[DraftFinding]) -> Counter[str]:
    """How many findings of each severity."""
    return Counter(finding.severity for finding in findings)


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
