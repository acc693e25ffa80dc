"""A11 target-as-fact: a target or forecast in one article is told as done in another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.words import said
from ledger.interval import plain
from ledger.link.profile import figure_of, find_years
from ledger.model import Claim

_AHEAD = re.compile(
    r"\b(?:will|would|shall|should|plans?|planned|aims?|aimed|hopes?|hoped|expects?|expected|wants?|intends?|forecasts?|targets?|(?:is|are|was|were)\sto)\b",
    re.IGNORECASE,
)
_PLANNED = frozenset({"target", "forecast"})


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """A finding for each figure that two articles of one event give of one thing, for one year or without any, as planned and as done.

    What is planned in one event may well be done in another.
    """
    told: dict[tuple[int, str, str, str, Decimal], list[Claim]] = {}
    for claim in corpus.claims:
        figure, _ = figure_of(claim)
        named = claim.entity and claim.section not in ("teaser", "boilerplate") and not claim.converts
        if named and claim.value is not None and figure > int(settings["least"]):
            told.setdefault((corpus.event_of(claim), claim.kind, claim.unit, claim.entity.lower(), figure), []).append(claim)
    for key in sorted(told):
        yield from _judge(corpus, told[key])


def _judge(corpus: Corpus, claims: Sequence[Claim]) -> Iterator[Finding]:
    plans = [claim for claim in claims if claim.role in _PLANNED]
    told = [claim for claim in claims if claim.role == "actual" and not _AHEAD.search(claim.sentence)] if plans else []
    for planned in plans:
        for done in told:
            if planned.article != done.article and _may_be_one(planned, done) and _is_named(corpus, planned, done):
                working = f"{plain(figure_of(planned)[0])} is a {planned.role} in one and actual in the other"
                yield Finding((planned, done), f"{said(planned)} is a {planned.role}, {said(done)} is told as done", working)
                return


def _may_be_one(one: Claim, two: Claim) -> bool:
    years = find_years(one.period), find_years(two.period)
    subjects = {one.subject.lower(), two.subject.lower()} - {""}
    return (not all(years) or not years[0].isdisjoint(years[1])) and len(subjects) < 2


def _is_named(corpus: Corpus, one: Claim, two: Claim) -> bool:
    """True for a thing of two words, or of one beside a name that both sentences give."""
    return " " in one.entity or bool(corpus.names_near(one) & corpus.names_near(two))


CHECK = Check("A11", "target-as-fact", find)
