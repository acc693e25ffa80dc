"""A11 target-as-fact: a target or forecast in one article is told as done in another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.words import said
from ledger.interval import plain
from ledger.link.profile import figure_of, find_years
from ledger.model import Claim

_PLANNED = frozenset({"target", "forecast"})


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """A finding for each figure that two articles give of one fully named thing, for one year or without any, as planned and as done."""
    told: dict[tuple[str, str, str, Decimal], list[Claim]] = {}
    for claim in corpus.claims:
        figure, _ = figure_of(claim)
        named = " " in claim.entity and claim.section not in ("teaser", "boilerplate") and not claim.converts
        if named and claim.value is not None and figure > int(settings["least"]):
            told.setdefault((claim.kind, claim.unit, claim.entity.lower(), figure), []).append(claim)
    for key in sorted(told):
        yield from _judge(told[key])


def _judge(claims: Sequence[Claim]) -> Iterator[Finding]:
    for planned in claims:
        for done in claims:
            if planned.role in _PLANNED and done.role == "actual" and planned.article != done.article and _may_be_one(planned, done):
                working = f"{plain(figure_of(planned)[0])} is a {planned.role} in one and actual in the other"
                yield Finding((planned, done), f"{said(planned)} is a {planned.role}, {said(done)} is told as done", working)
                return


def _may_be_one(one: Claim, two: Claim) -> bool:
    years = find_years(one.period), find_years(two.period)
    subjects = {one.subject.lower(), two.subject.lower()} - {""}
    return (not all(years) or not years[0].isdisjoint(years[1])) and len(subjects) < 2


CHECK = Check("A11", "target-as-fact", find)
