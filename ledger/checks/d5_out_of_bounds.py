"""D5 out-of-bounds: a share over 100%, a range that runs backwards, a fact told as done before it could be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.reading import rises
from ledger.checks.words import quote
from ledger.interval import plain
from ledger.link.profile import figure_of
from ledger.link.words import find_figure
from ledger.model import Claim

_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")

_BETWEEN = re.compile(r"\bbetween\s$", re.IGNORECASE)
_REACH = 3


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """At most one finding a claim."""
    for claim in corpus.claims:
        finding = _over_whole(claim, settings) or _backwards(claim) or _too_early(claim, corpus, settings)
        if finding is not None:
            yield finding


def _over_whole(claim: Claim, settings: Settings) -> Finding | None:
    """A share above 100% of things that can be counted; of a target, a capacity or a year's sales there can be more."""
    _, high = figure_of(claim)
    things = claim.noun_class in settings["things"] or claim.scope.startswith("of ")
    if claim.kind == "percent" and claim.aspect == "share" and claim.role == "actual" and high > 100 and things:
        return Finding((claim,), f"{quote(claim)} is a share of more than the whole", f"{plain(high)} > 100")
    return None


def _backwards(claim: Claim) -> Finding | None:
    """ "between 900 and 300"; "from 900 to 300" is a fall."""
    if claim.low is None or claim.high is None or claim.low == claim.high:
        return None
    start, end = find_figure(claim.sentence, claim.surface, claim.start - claim.sentence_start)
    if end == start or not _BETWEEN.search(claim.sentence[:start]) or rises(claim) is not False:
        return None
    return Finding((claim,), f'"{claim.surface}" runs backwards', f"{plain(claim.high)} > {plain(claim.low)}")


def _too_early(claim: Claim, corpus: Corpus, settings: Settings) -> Finding | None:
    """What was done in a period that lies wholly after the day of publication."""
    article = corpus.article.get(claim.article)
    begins = first_day(claim.period)
    if article is None or article.published is None or begins is None or begins <= article.published:
        return None
    told = claim.role == "actual" and bool(claim.outcome)
    if claim.role not in ("actual", "forecast") or not told and not _is_done(claim, frozenset(settings["done"])):
        return None
    message = f"{quote(claim)} is told as done in {claim.period}, after the article's own date"
    return Finding((claim,), message, f"{begins.isoformat()} > {article.published.isoformat()}")


def _is_done(claim: Claim, done: frozenset[str]) -> bool:
    """True for the object of a verb of `done`, with its year behind "in": "handled 4.2 million tonnes in 2027"."""
    start, end = find_figure(claim.sentence, claim.surface, claim.start - claim.sentence_start)
    words = claim.sentence[:start].lower().split()[-_REACH:]
    return end > start and not done.isdisjoint(words) and "to" not in words and f"in {claim.period[:4]}" in claim.sentence[end:]


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
