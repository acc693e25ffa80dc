"""The look-up of a ledger's claims: what it gives out, and that the views of a large ledger ask it for no more than they show."""

from __future__ import annotations

import dataclasses
from collections import Counter

from ledger.lookup import TupleLookup, lookup_of
from ledger.model import Comparison, Ledger
from samples import sample_ledger


def test_it_gives_claims_by_id_and_by_article_in_the_order_of_their_ids() -> None:
    ledger = sample_ledger()
    lookup = lookup_of(ledger)
    assert list(lookup.claims.items()) == [(claim.claim_id, claim) for claim in ledger.claims]
    assert [lookup.article_of(claim.claim_id) for claim in ledger.claims] == [claim.article for claim in ledger.claims]
    for article in ledger.articles:
        assert list(lookup.claims_of(article.article)) == [claim for claim in ledger.claims if claim.article == article.article]
    assert (lookup.article_of("C-none"), list(lookup.claims_of("none.txt")), list(lookup.uncounted_of("none.txt"))) == ("", [], [])


def test_it_counts_claims_and_the_numbers_that_are_none() -> None:
    ledger = sample_ledger()
    lookup = lookup_of(ledger)
    assert lookup.claim_counts == Counter(claim.article for claim in ledger.claims)
    assert lookup.minor == sum(claim.weight == "minor" for claim in ledger.claims)
    idle = {claim.claim_id for claim in ledger.claims if claim.weight == "minor" or claim.section in ("teaser", "boilerplate")}
    assert lookup.idle == idle
    assert idle
    assert lookup.reasons == Counter(number.reason for number in ledger.uncounted)
    assert list(lookup.unparsed) == [number for number in ledger.uncounted if number.reason == "unparsed"]
    for article in ledger.articles:
        assert list(lookup.uncounted_of(article.article)) == [one for one in ledger.uncounted if one.article == article.article]


def test_near_misses_stand_under_both_facts_the_nearest_first() -> None:
    ledger = sample_ledger()
    one, other, third = [fact for fact in ledger.facts if len(fact.claim_ids) > 1][:3]
    inner = Comparison(one.claim_ids[0], one.claim_ids[1], 9.0, ())
    pairs = [Comparison(one.claim_ids[0], two.claim_ids[0], weight, ()) for two, weight in ((other, -1.0), (third, 2.0), (other, 2.0))]
    lost = Comparison(one.claim_ids[0], "C-none", 3.0, ())
    lookup = TupleLookup(ledger.claims, ledger.facts, (), (inner, *pairs, lost))
    assert list(lookup.near_of(one.fact_id)) == [*sorted(pairs[1:], key=lambda pair: (pair.left, pair.right)), pairs[0]]
    assert list(lookup.near_of(other.fact_id)) == [pairs[2], pairs[0]]
    assert list(lookup.near_of("F-none")) == []


def test_a_ledger_may_bring_its_own_and_stays_equal() -> None:
    ledger = sample_ledger()
    own = lookup_of(ledger)
    with_own = dataclasses.replace(ledger, lookup=own)
    assert lookup_of(with_own) is own
    assert (with_own, repr(with_own)) == (ledger, repr(ledger))
    assert lookup_of(Ledger((), (), (), (), ())).claims == {}
