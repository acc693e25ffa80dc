"""D5 out-of-bounds: a share over 100%, a range that runs backwards, a fact told as done before it could be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.words import quote
from ledger.interval import plain
from ledger.link.profile import figure_of
from ledger.model import Claim

_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """At most one finding a claim."""
    for claim in corpus.claims:
        finding = _over_whole(claim) or _backwards(claim) or _too_early(claim, corpus)
        if finding is not None:
            yield finding


def _over_whole(claim: Claim) -> Finding | None:
    """A share above 100%; changes and targets can be."""
    _, high = figure_of(claim)
    if claim.kind == "percent" and claim.aspect == "share" and claim.role == "actual" and high > 100:
        return Finding((claim,), f"{quote(claim)} is a share of more than the whole", f"{plain(high)} > 100")
    return None


def _backwards(claim: Claim) -> Finding | None:
    """A range that is read from high to low, other than a fall."""
    if claim.low is not None and claim.high is not None and claim.low > claim.high and claim.direction != "down":
        return Finding((claim,), f'"{claim.surface}" runs backwards', f"{plain(claim.low)} > {plain(claim.high)}")
    return None


def _too_early(claim: Claim, corpus: Corpus) -> Finding | None:
    """What was done (it has an outcome) in a period that lies wholly after the day of publication."""
    article = corpus.article.get(claim.article)
    begins = first_day(claim.period)
    if (
        claim.role != "actual"
        or not claim.outcome
        or article is None
        or article.published is None
        or begins is None
        or begins <= article.published
    ):
        return None
    message = f"{quote(claim)} is told as done in {claim.period}, after the article's own date"
    return Finding((claim,), message, f"{begins.isoformat()} > {article.published.isoformat()}")


def first_day(period: str) -> date | None:
    """The first day of a period ("2025", "2026-02-11/2026-02-13"); None where it has none."""
    match = _DATE.match(period)
    if not match:
        return None
    year, month, day = (int(part) if part else 1 for part in match.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


CHECK = Check("D5", "out-of-bounds", find)
