"""A4 unit-slip: one fact, the same digits, another unit or currency."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, islice

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
        if fact.kind in ("currency", "physical") and len({claim.unit for claim in claims}) > 1:
            slips = (pair for pair in combinations(claims, 2) if is_unit_slip(*pair) and pair[0].article != pair[1].article)
            for one, two in islice(slips, 1):
                yield _make_finding(one, two)


def _make_finding(one: Claim, two: Claim) -> Finding:
    figure = plain(figure_of(one)[0])
    return Finding((one, two), f"{said(one)} and {said(two)}: one figure in two units", f"{figure} {one.unit} is not {figure} {two.unit}")


CHECK = Check("A4", "unit-slip", find, scope="fact")
