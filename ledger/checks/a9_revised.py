"""A9 revised: a later article gives a new value of the same thing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.words import said
from ledger.interval import plain
from ledger.link.profile import figure_of
from ledger.model import Claim, Fact


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """One finding a superseded fact, on its first and its last figure; a total that falls is A10's."""
    for fact in corpus.facts:
        ends = find_ends(corpus, fact)
        if ends is not None and not is_shrinking(*ends, frozenset(settings["cumulative"])):
            yield make_finding(corpus, *ends, "replaces")


def find_ends(corpus: Corpus, fact: Fact) -> tuple[Claim, Claim] | None:
    """The earliest and the latest mention of a superseded fact in its main unit; None for any other fact."""
    if fact.verdict != "superseded":
        return None
    claims = [claim for claim in corpus.claims_of(fact) if claim.unit == fact.unit and not claim.converts]
    claims.sort(key=lambda claim: (day_of(corpus, claim), claim.article, claim.start))
    if len(claims) < 2 or day_of(corpus, claims[0]) == day_of(corpus, claims[-1]):
        return None
    return claims[0], claims[-1]


def is_shrinking(first: Claim, last: Claim, cumulative: frozenset[str]) -> bool:
    """True where the thing only ever adds up (the dead, the injured) and the later figure is lower."""
    adds_up = bool({first.outcome, last.outcome} & cumulative) and first.kind == "count"
    return adds_up and figure_of(last)[1] < figure_of(first)[0]


def day_of(corpus: Corpus, claim: Claim) -> date:
    """The day of the claim's article."""
    article = corpus.article.get(claim.article)
    return article.published if article is not None and article.published is not None else date.min


def make_finding(corpus: Corpus, first: Claim, last: Claim, verb: str) -> Finding:
    """The finding of an earlier and a later figure."""
    days = [day_of(corpus, claim).isoformat() for claim in (first, last)]
    message = f"{said(last)} of {days[1]} {verb} {said(first)} of {days[0]}"
    working = f"{days[0]}: {plain(figure_of(first)[0])}; {days[1]}: {plain(figure_of(last)[0])}"
    return Finding((first, last), message, working)


CHECK = Check("A9", "revised", find, scope="fact")
