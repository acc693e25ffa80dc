"""How the views of a ledger come to its claims: by id, by article, by what is counted, and never by walking over all of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from ledger.model import Claim, Comparison, Fact, Ledger, Lookup, Uncounted

ASIDE = ("teaser", "boilerplate")
"""Sections of an article that are not its story."""
UNPARSED = "unparsed"


def lookup_of(ledger: Ledger) -> Lookup:
    """The ledger's own look-up, else one made of its tuples; what a view asks for is worked out once, so make one a view."""
    return ledger.lookup or TupleLookup(ledger.claims, ledger.facts, ledger.uncounted, ledger.comparisons)


def is_idle(claim: Claim) -> bool:
    """True for a claim that presses nobody: an idle count, or one that stands outside the article's story."""
    return claim.weight == "minor" or claim.section in ASIDE


class TupleLookup:
    """The look-up of a ledger that is in memory as a whole. Each of its tables is made when it is first asked for."""

    def __init__(
        self,
        claims: Sequence[Claim],
        facts: Iterable[Fact] = (),
        uncounted: Iterable[Uncounted] = (),
        comparisons: Iterable[Comparison] = (),
    ) -> None:
        self._claims, self._facts, self._uncounted, self._comparisons = claims, facts, uncounted, comparisons

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """Claim id -> claim."""
        return {claim.claim_id: claim for claim in self._claims}

    @cached_property
    def claim_counts(self) -> Mapping[str, int]:
        """Article -> how many claims it holds."""
        return Counter([claim.article for claim in self._claims])

    @cached_property
    def idle(self) -> frozenset[str]:
        """The ids of idle claims."""
        return frozenset([claim.claim_id for claim in self._claims if is_idle(claim)])

    @cached_property
    def minor(self) -> int:
        """How many claims are minor."""
        return sum([claim.weight == "minor" for claim in self._claims])

    @cached_property
    def reasons(self) -> Mapping[str, int]:
        """Reason -> how many numbers are no claims for it."""
        return Counter([number.reason for number in self._uncounted])

    @cached_property
    def unparsed(self) -> Sequence[Uncounted]:
        """The numbers of no known sense."""
        return [number for number in self._uncounted if number.reason == UNPARSED]

    def prepare(self, ids: Iterable[str]) -> None:
        """Nothing: the claims are there."""

    def article_of(self, claim_id: str) -> str:
        """The article of a claim, "" for an unknown id."""
        claim = self.claims.get(claim_id)
        return claim.article if claim is not None else ""

    def claims_of(self, article: str) -> Sequence[Claim]:
        """The claims of an article."""
        return self._by_article.get(article, ())

    def uncounted_of(self, article: str) -> Sequence[Uncounted]:
        """The numbers of an article that are no claims."""
        return self._numbers_by_article.get(article, ())

    def near_of(self, fact_id: str) -> Sequence[Comparison]:
        """The comparisons that lead from a fact to another one, the nearest first."""
        return sorted(self._pairs_by_fact.get(fact_id, ()), key=lambda pair: (-pair.weight, pair.left, pair.right))

    def lines(self, table: str) -> None:
        """Nothing: the rows of `table` are to be made."""

    @cached_property
    def _by_article(self) -> Mapping[str, Sequence[Claim]]:
        found: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in self._claims:
            found[claim.article].append(claim)
        return dict(found)

    @cached_property
    def _numbers_by_article(self) -> Mapping[str, Sequence[Uncounted]]:
        found: defaultdict[str, list[Uncounted]] = defaultdict(list)
        for number in self._uncounted:
            found[number.article].append(number)
        return dict(found)

    @cached_property
    def _pairs_by_fact(self) -> Mapping[str, Sequence[Comparison]]:
        """fact id -> the comparisons between a claim of it and one of another fact."""
        claims = self.claims
        fact_of = {claim_id: fact.fact_id for fact in self._facts for claim_id in fact.claim_ids}
        found: defaultdict[str, list[Comparison]] = defaultdict(list)
        for pair in self._comparisons:
            left, right = fact_of.get(pair.left, ""), fact_of.get(pair.right, "")
            if left != right and left and right and pair.left in claims and pair.right in claims:
                found[left].append(pair)
                found[right].append(pair)
        return dict(found)


__all__ = ["ASIDE", "Lookup", "TupleLookup", "is_idle", "lookup_of"]
