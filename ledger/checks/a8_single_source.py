"""A8 single-source: a core fact that one independent source stands behind, where the corpus has others."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.words import quote
from ledger.model import Claim, Fact


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """One finding a fact; none in a corpus of one source, where it would say the same of every figure."""
    sources = corpus.sources or len({corpus.reprints.get(article.article, article.article) for article in corpus.articles})
    if sources < int(settings["least_sources"]):
        return
    for fact in corpus.facts:
        claims = corpus.claims_of(fact)
        if fact.independent_sources == 1 and any(_is_core(claim, settings) for claim in claims):
            yield _make_finding(fact, claims)


def _is_core(claim: Claim, settings: Settings) -> bool:
    """A figure of the article's own story that says something."""
    return claim.weight == "core" and not claim.background and claim.section in settings["sections"] and claim.kind in settings["kinds"]


def _make_finding(fact: Fact, claims: tuple[Claim, ...]) -> Finding:
    copies = f", told in {fact.articles} articles that are one story" if fact.articles > 1 else ""
    return Finding(claims[:1], f"{quote(claims[0])} rests on one source{copies}: {claims[0].article}", "independent sources: 1")


CHECK = Check("A8", "single-source", find, scope="fact")
