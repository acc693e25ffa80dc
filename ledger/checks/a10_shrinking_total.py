"""A10 shrinking-total: what can only add up (the dead, the injured, the destroyed) falls from one article to a later one."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.checks.a9_revised import find_ends, is_shrinking, make_finding
from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """One finding a superseded fact whose last figure is below its first and whose outcome is in `cumulative`."""
    for fact in corpus.facts:
        ends = find_ends(corpus, fact)
        if ends is not None and is_shrinking(*ends, frozenset(settings["cumulative"])):
            yield make_finding(corpus, *ends, "is below")


CHECK = Check("A10", "shrinking-total", find, scope="fact")
