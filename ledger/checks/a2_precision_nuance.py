"""A2 precision-nuance: one fact exact here and hedged there ("350", "nearly 350"), or a record only here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ledger.checks.corpus import Corpus, text_order
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.words import listed, quote
from ledger.interval import plain
from ledger.link.profile import figure_of
from ledger.model import Claim


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """One finding a fact: mentions of one figure in one unit, some with a hedge that moves it and some without.

    Facts that conflict are A1's. Vague words ("dozens") and bracketed conversions have no exact figure to drop.
    """
    for fact in corpus.facts:
        if fact.mentions < 2 or fact.verdict in ("conflict", "superseded"):
            continue
        for claims in _by_figure(corpus.claims_of(fact)):
            finding = _compare_hedges(claims, settings)
            if finding is not None:
                yield finding


def _by_figure(claims: Sequence[Claim]) -> list[list[Claim]]:
    """The mentions of each point figure, in the order of their units and figures."""
    groups: dict[tuple[str, Decimal], list[Claim]] = {}
    for claim in claims:
        if claim.value is not None and not claim.converts:
            groups.setdefault((claim.unit, figure_of(claim)[0]), []).append(claim)
    return [groups[key] for key in sorted(groups)]


def _compare_hedges(claims: Sequence[Claim], settings: Settings) -> Finding | None:
    """The finding of mentions of one figure: firm hedges against none are a warning, soft ones ("about") or a lone record less."""
    marks = frozenset(settings["firm"]) | frozenset(settings["soft"])
    bare = [claim for claim in claims if not marks & hedges_of(claim)]
    hedged = [claim for claim in claims if marks & hedges_of(claim)]
    if bare and hedged:
        firm = any(frozenset(settings["firm"]) & hedges_of(claim) for claim in hedged)
        return _make_finding(bare, hedged, "severity" if firm else "soft_severity")
    records = [claim for claim in claims if "record" in hedges_of(claim)]
    others = [claim for claim in claims if "record" not in hedges_of(claim)]
    if records and others and {claim.article for claim in records}.isdisjoint(claim.article for claim in others):
        return _make_finding(others, records, "soft_severity")
    return None


def _make_finding(bare: Sequence[Claim], hedged: Sequence[Claim], severity: str) -> Finding:
    exact = listed(sorted({claim.article for claim in bare}))
    loose = listed([f"{words} in {article}" for article, words in sorted({(claim.article, quote(claim)) for claim in hedged})])
    figure = plain(figure_of(bare[0])[0])
    first = hedged[0]
    working = f"{figure} in [{figure}, {figure}] beside {first.bounds} by the words, {first.expected} as a reader takes them"
    return Finding(
        tuple(sorted((*bare, *hedged), key=text_order)),
        f"{figure} ({bare[0].entity or bare[0].unit}) without that hedge in {exact}, but {loose}",
        working,
        severity,
    )


def hedges_of(claim: Claim) -> frozenset[str]:
    """The claim's hedges as a set."""
    return frozenset(claim.qualifier.split(";")) - {""}


CHECK = Check("A2", "precision-nuance", find, scope="fact")
