"""A4 unit-slip: one fact, the same digits, another unit or currency."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.slips import is_unit_slip
from ledger.checks.words import said
from ledger.interval import plain
from ledger.link.profile import figure_of
from ledger.model import Claim


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """The first pair of each fact, from two articles, whose digits agree and whose units do not."""
    for fact in corpus.facts:
        claims = corpus.claims_of(fact)
        if len(claims) > 1 and fact.kind in ("currency", "physical"):
            slips = [(one, two) for one, two in combinations(claims, 2) if is_unit_slip(one, two) and one.article != two.article]
            if slips:
                yield _make_finding(*slips[0])


def _make_finding(one: Claim, two: Claim) -> Finding:
    figure = plain(figure_of(one)[0])
    return Finding((one, two), f"{said(one)} and {said(two)}: one figure in two units", f"{figure} {one.unit} is not {figure} {two.unit}")


CHECK = Check("A4", "unit-slip", find)
