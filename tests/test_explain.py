"""The explanations of facts, claims and flags: fields, weights, a line of figures, near misses."""

from __future__ import annotations

import pytest

from ledger.errors import LedgerError
from ledger.link.explain import render_explanation
from ledger.link.number_line import render_number_line
from ledger.model import Ledger
from link_samples import make_claim
from samples import sample_ledger


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return sample_ledger()


def test_a_fact_shows_its_mentions_verdict_and_pairs(ledger: Ledger) -> None:
    pair = ledger.comparisons[0]
    fact = next(fact for fact in ledger.facts if pair.left in fact.claim_ids and pair.right in fact.claim_ids)
    text = render_explanation(ledger, fact.fact_id)
    assert text.startswith(f"Fact {fact.fact_id}: ")
    assert f"verdict: {fact.verdict}; {fact.mentions} mentions in {fact.articles} article" in text
    for claim in ledger.claims:
        assert (claim.sentence in text) or claim.claim_id not in fact.claim_ids
    name, weight, reason = pair.terms[0]
    assert f"{weight:+.2f}  {name.replace('_', ' '):<20} {reason}" in text


def test_a_claim_shows_its_fields_and_its_fact(ledger: Ledger) -> None:
    fact = next(fact for fact in ledger.facts if fact.mentions > 1)
    text = render_explanation(ledger, fact.claim_ids[0])
    claim = next(claim for claim in ledger.claims if claim.claim_id == fact.claim_ids[0])
    assert text.startswith(f"Claim {claim.claim_id}")
    assert f"{claim.article}, character {claim.start + 1} ({claim.section}): {claim.surface}" in text
    assert f"  {'bounds':<12} {claim.bounds}" in text
    assert f"Fact {fact.fact_id}" in text


def test_a_flag_shows_its_arithmetic(ledger: Ledger) -> None:
    for flag in ledger.flags:
        text = render_explanation(ledger, flag.flag_id)
        assert f"{flag.check} {flag.severity}: {flag.message}" in text
        assert flag.working in text


def test_a_near_miss_tells_what_kept_it_apart(ledger: Ledger) -> None:
    home = {claim_id: fact.fact_id for fact in ledger.facts for claim_id in fact.claim_ids}
    misses = [pair for pair in ledger.comparisons if home[pair.left] != home[pair.right]]
    assert misses
    text = render_explanation(ledger, home[misses[0].left])
    assert "Near misses, and what kept them apart" in text
    assert home[misses[0].right] in text


def test_an_unknown_id_is_an_error_that_says_where_ids_stand(ledger: Ledger) -> None:
    with pytest.raises(LedgerError) as caught:
        render_explanation(ledger, "F-000000000000")
    assert str(caught.value) == (
        "F-000000000000: no fact, claim or flag of this ledger has that id. Take an id from facts.csv, claims.csv or flags.csv."
    )


def test_figures_stand_on_a_line_in_their_order() -> None:
    claims = [
        make_claim("{12} boats", "a.txt"),
        make_claim("at least {15} boats", "b.txt", qualifier="at_least"),
        make_claim("nearly {20} boats", "c.txt", qualifier="nearly"),
    ]
    lines = render_number_line(claims).split("\n")
    assert [line.index("o") for line in lines[:3]] == sorted(line.index("o") for line in lines[:3])
    assert lines[1].startswith("  at least 15  |")
    assert lines[1].endswith(">|")
    assert "|<---" in lines[2]
    assert lines[3].split() == ["12", "20"]
    assert len({len(line) for line in lines[:3]}) == 1


def test_one_figure_stands_in_the_middle() -> None:
    first, scale = render_number_line([make_claim("{12} boats")]).split("\n")
    assert first.count("o") == 1
    assert scale.split() == ["12"]
