"""An example for the first screen: a sentence of the ledger's own, and the same with a wrong figure, both tried before they are shown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ledger.desk.limits import DEFAULT_NAME
from ledger.draft import Checker, check_draft, make_draft
from ledger.draft.index import LedgerIndex
from ledger.model import Claim
from ledger.sources import SourceRules

_TRIED = 6
_LENGTH = range(40, 200)
_KINDS = frozenset(("count", "currency", "physical", "percent"))


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that the ledger supports, and the same sentence with a figure that it contradicts, or "" for either."""

    right: str = ""
    wrong: str = ""


def find_example(checker: Checker, ranked: Sequence[str], rules: SourceRules) -> Example:
    """The example of a ledger: of its most told facts the first whose sentence does what it should; without one, the best there is."""
    best = Example()
    for tried, claim in enumerate(_candidates(checker.index, ranked)):
        if tried >= _TRIED:
            break
        wrong = _altered(claim)
        right = _status(claim.sentence, claim, checker, rules) in ("supported", "nuanced")
        if right and wrong and _status(wrong, claim, checker, rules) == "contradicted":
            return Example(claim.sentence, wrong)
        if right and not best.right:
            best = Example(claim.sentence)
    return best


def _candidates(index: LedgerIndex, ranked: Sequence[str]) -> Iterator[Claim]:
    for fact_id in ranked[:200]:
        fact = index.fact(fact_id)
        if fact is None or fact.verdict not in ("agree", "single") or fact.kind not in _KINDS:
            continue
        claim = index.claim(fact.claim_ids[0])
        whole = len(claim.sentence) in _LENGTH and claim.sentence.endswith((".", "!", "?")) and claim.sentence[0].isupper()
        if whole and claim.weight == "core" and claim.section == "body" and claim.role == "actual" and not claim.quoted:
            yield claim


def _altered(claim: Claim) -> str:
    """The sentence with the first digit of its figure changed, or ""."""
    at = claim.sentence.find(claim.surface)
    digit = re.search(r"[1-9]", claim.surface)
    if at < 0 or digit is None or claim.sentence.count(claim.surface) != 1:
        return ""
    other = str(int(digit[0]) % 9 + 1)
    place = at + digit.start()
    return claim.sentence[:place] + other + claim.sentence[place + 1 :]


def _status(text: str, claim: Claim, checker: Checker, rules: SourceRules) -> str:
    """How the figure that stands at the claim's place is marked."""
    at = claim.sentence.find(claim.surface)
    marks = check_draft(make_draft(text, DEFAULT_NAME, rules), checker).marks
    return next((mark.status for mark in marks if mark.claim.start <= at < mark.claim.end), "")
