"""What a check finds, and how it becomes a flag."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from ledger.checks.corpus import Corpus
from ledger.model import Claim, Flag

Settings = Mapping[str, Any]
"""One table of rules/checks.toml."""

_LOWER = {"error": "warning", "warning": "info", "info": "info"}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not fit: the claims it is about, the message, the arithmetic.

    `severity` names the key of the check's settings that holds the severity.
    """

    claims: tuple[Claim, ...]
    message: str
    working: str = ""
    severity: str = "severity"
    article: str = ""
    """For a finding about words without a figure: where they stand."""
    place: int = 0


@dataclass(frozen=True, slots=True)
class Check:
    """A check of CHECKS.md: its id, its name, what finds, and whether it is one of style (a level lower inside a quotation).

    `scope` is what it must see as a whole: an event ("event"), a fact, which may be told in several ("fact"), or all of them ("corpus").
    """

    id: str
    name: str
    find: Callable[[Corpus, Settings], Iterable[Finding]]
    style: bool = False
    scope: str = "event"


def make_flag(check: Check, finding: Finding, corpus: Corpus, settings: Settings) -> Flag:
    """The flag of a finding; its id is of the check and the claims, so it stays when the wording of the message changes."""
    severity = str(settings[finding.severity])
    if check.style and finding.claims and all(claim.quoted for claim in finding.claims):
        severity = _LOWER[severity]
    claim_ids = tuple(dict.fromkeys(claim.claim_id for claim in finding.claims))
    facts = dict.fromkeys(corpus.fact_of[key].fact_id for key in claim_ids if key in corpus.fact_of)
    article = finding.claims[0].article if finding.claims else finding.article
    named = "|".join([check.id, *sorted(claim_ids)]) if claim_ids else f"{check.id}|{finding.article}|{finding.place}|{finding.message}"
    return Flag(
        flag_id=f"G-{sha256(named.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}",
        check=check.id,
        severity=severity,
        fact_id=next(iter(facts), ""),
        claim_ids=claim_ids,
        article=article,
        message=finding.message,
        working=finding.working,
    )
