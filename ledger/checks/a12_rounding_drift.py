"""A12 rounding-drift: a rounded figure was given a hedge that the exact figure breaks (9.6 -> "10" -> "more than 10")."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.checks.corpus import Corpus
from ledger.checks.drift import first_of_each, is_drift
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.words import said
from ledger.interval import plain
from ledger.link.profile import figure_of


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """The first such pair of each fact."""
    for fact in corpus.facts:
        claims = corpus.claims_of(fact)
        hedged = first_of_each(claim for claim in claims if claim.qualifier)
        plainly = first_of_each(claim for claim in claims if not claim.qualifier)
        drift = next(((one, two) for one in hedged for two in plainly if is_drift(one, two)), None)
        if drift is not None:
            bound, exact = drift
            working = f"{plain(figure_of(exact)[0])} rounds to {plain(figure_of(bound)[0])}, and is not {bound.bounds}"
            yield Finding((bound, exact), f"{said(bound)} shuts out {said(exact)}, which it rounds", working)


CHECK = Check("A12", "rounding-drift", find, scope="fact")
