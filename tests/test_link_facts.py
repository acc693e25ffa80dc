"""Ids that survive, votes that count once, events by names, reprints by shingles, facts by their claims."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from ledger.link.events import find_events
from ledger.link.facts import count_sources, make_fact
from ledger.link.ids import assign_ids
from ledger.link.reprints import find_reprints
from ledger.pack import load_pack
from link_samples import make_article, make_claim

LINK = load_pack().link


def test_a_fresh_fact_is_named_after_its_first_claim() -> None:
    one, two = assign_ids([["C-b", "C-a"], ["C-c"]], {})
    assert one == assign_ids([["C-a"]], {})[0]
    assert one != two
    assert re.fullmatch("F-[0-9a-f]{12}", one)


def test_a_fact_keeps_the_id_that_most_of_its_claims_had() -> None:
    earlier = {"F-000000000001": ("C-a", "C-b", "C-c"), "F-000000000002": ("C-d",)}
    assert assign_ids([["C-a", "C-b", "C-d"]], earlier) == ["F-000000000001"]


def test_of_a_split_fact_the_larger_part_keeps_the_id_and_the_other_gets_a_new_one() -> None:
    first = assign_ids([["C-a", "C-b", "C-c"]], {})[0]
    split = assign_ids([["C-a"], ["C-b", "C-c"]], {first: ("C-a", "C-b", "C-c")})
    assert split[1] == first
    assert split[0] != first


@given(st.lists(st.lists(st.integers(0, 40), min_size=1, max_size=4), min_size=1, max_size=6))
def test_ids_are_unique_and_a_rebuild_changes_none(groups: list[list[int]]) -> None:
    seen: set[int] = set()
    facts = []
    for group in groups:
        fresh = [f"C-{number:03}" for number in dict.fromkeys(group) if number not in seen]
        seen.update(group)
        if fresh:
            facts.append(fresh)
    ids = assign_ids(facts, {})
    assert len(set(ids)) == len(ids)
    assert assign_ids(facts, dict(zip(ids, map(tuple, facts), strict=True))) == ids


def test_articles_that_share_rare_names_tell_one_event() -> None:
    articles = [
        make_article("a.txt", names=("Marlow", "Quayle", "Ostrova", "Brennan", "Lund", "Petra")),
        make_article("b.txt", names=("Marlow", "Quayle", "Ostrova", "Delgado", "Arno", "Fenn")),
        make_article("c.txt", names=("Tarn", "Whitby", "Kessler", "Orrin", "Vale", "Ilse", "Dorn", "Pavia")),
    ]
    events = find_events(articles, {}, LINK["events"])
    assert events["a.txt"] == events["b.txt"] != events["c.txt"]


def test_articles_months_apart_must_share_more_names() -> None:
    def same(shared: int, second: str) -> bool:
        names = [[f"Name{letter}{number}" if number >= shared else f"Shared{number}" for number in range(12)] for letter in "ab"]
        articles = [
            make_article("a.txt", names=names[0], published="2026-01-02"),
            make_article("b.txt", names=names[1], published=second),
        ]
        return len(set(find_events(articles, {}, LINK["events"]).values())) == 1

    assert same(2, "2026-01-03")
    assert not same(2, "2026-06-02")
    assert same(6, "2026-06-02")


def test_a_reprint_names_the_earliest_of_its_kin() -> None:
    shingles = list(range(0, 400, 4))
    articles = [
        make_article("copy.txt", published="2026-03-02", shingles=[*shingles[:90], 9001, 9005]),
        make_article("own.txt", published="2026-03-02", shingles=range(5000, 5400, 4)),
        make_article("wire.txt", published="2026-03-01", shingles=shingles),
    ]
    assert find_reprints(articles, LINK["reprints"]) == {"copy.txt": "wire.txt"}


def test_short_texts_are_no_reprints() -> None:
    articles = [make_article("a.txt", shingles=[0, 4, 8]), make_article("b.txt", shingles=[0, 4, 8])]
    assert find_reprints(articles, LINK["reprints"]) == {}


def test_reprints_cast_one_vote() -> None:
    claims = [make_claim("{12} boats sank", article) for article in ("a.txt", "b.txt", "c.txt")]
    assert count_sources(claims, {"b.txt": "a.txt"}) == 2


def test_a_fact_takes_the_plainest_figure_and_the_commonest_fields() -> None:
    claims = [
        make_claim("{nearly 350} accords", "a.txt", value=350, qualifier="nearly", unit="agreement", entity="accord"),
        make_claim("{350} agreements", "b.txt", unit="agreement", entity="agreement", period="2025"),
        make_claim("{350} agreements in all", "c.txt", unit="agreement", entity="agreement"),
    ]
    fact = make_fact("F-000000000001", claims, "nuance", {}, {})
    assert (fact.value, fact.low, fact.high, fact.unit, fact.entity, fact.period) == (350, 350, 350, "agreement", "agreement", "2025")
    assert (fact.mentions, fact.articles, fact.independent_sources) == (3, 3, 3)


def test_a_conflict_has_no_value_but_a_span() -> None:
    claims = [make_claim("{12} boats", "a.txt"), make_claim("{15} boats", "b.txt")]
    fact = make_fact("F-000000000001", claims, "conflict", {}, {})
    assert (fact.value, fact.low, fact.high) == (None, Decimal(12), Decimal(15))


def test_a_superseded_fact_has_the_latest_value() -> None:
    claims = [make_claim("{12} boats", "a.txt"), make_claim("{15} boats", "b.txt")]
    fact = make_fact("F-000000000001", claims, "superseded", {"a.txt": date(2026, 3, 2), "b.txt": date(2026, 3, 1)}, {})
    assert fact.value == 12
