"""The look-up of a ledger's claims: what it gives out, and that the views of a large ledger ask it for no more than they show."""

from __future__ import annotations

import dataclasses
import importlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Never, TypeVar

import pytest

from ledger.lookup import TupleLookup, lookup_of
from ledger.model import Claim, Comparison, Fact, Ledger, Uncounted
from ledger.report.page import render_page
from ledger.report.page_facts import fact_views
from ledger.report.page_index import make_index
from ledger.report.page_views import PageLimits
from ledger.report.page_words import VERDICT_WORDS
from ledger.report.terminal import render_summary
from ledger.report.workbook import render_workbook
from ledger.review.binding import binding_of, settle, settle_on
from ledger.store import Review
from samples import sample_ledger

T = TypeVar("T")


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


class Unpacked(Mapping[str, Claim]):
    """Claims by id that remember which of them were taken out."""

    def __init__(self, claims: Mapping[str, Claim]) -> None:
        self._claims, self.taken = claims, set[str]()

    def __getitem__(self, claim_id: str) -> Claim:
        claim = self._claims[claim_id]
        self.taken.add(claim_id)
        return claim

    def __contains__(self, claim_id: object) -> bool:
        return claim_id in self._claims

    def __iter__(self) -> Iterator[str]:
        return iter(self._claims)

    def __len__(self) -> int:
        return len(self._claims)


class Packed:
    """A look-up that tells ids, articles and counts, and notes what it had to unpack beside."""

    def __init__(self, ledger: Ledger) -> None:
        self._whole = TupleLookup(ledger.claims, ledger.facts, ledger.uncounted, ledger.comparisons)
        self.claims = Unpacked(self._whole.claims)
        self.claim_counts, self.idle, self.minor, self.reasons = (
            self._whole.claim_counts,
            self._whole.idle,
            self._whole.minor,
            self._whole.reasons,
        )
        self.numbers_of: set[str] = set()
        self.near: set[str] = set()

    @property
    def unparsed(self) -> Sequence[Uncounted]:
        self.numbers_of.add("unparsed")
        return self._whole.unparsed

    def prepare(self, ids: Iterable[str]) -> None:
        """What is only told to come is not yet unpacked."""

    def article_of(self, claim_id: str) -> str:
        return self._whole.article_of(claim_id)

    def claims_of(self, article: str) -> Sequence[Claim]:
        return [self.claims[claim.claim_id] for claim in self._whole.claims_of(article)]

    def uncounted_of(self, article: str) -> Sequence[Uncounted]:
        self.numbers_of.add(article)
        return self._whole.uncounted_of(article)

    def near_of(self, fact_id: str) -> Sequence[Comparison]:
        self.near.add(fact_id)
        return self._whole.near_of(fact_id)


class Closed(tuple[T, ...]):
    """A tuple that knows its length and may not be walked over."""

    __slots__ = ()

    def __iter__(self) -> Iterator[T]:
        raise AssertionError("a view walks over all of it")

    def __getitem__(self, _: object) -> Never:
        raise AssertionError("a view takes from all of it")


def large_ledger(copies: int = 12) -> Ledger:
    """The sample told over and over, each time in other articles, of other facts."""
    ledgers = [_renamed(sample_ledger(), f"{number:02}") for number in range(copies)]

    def all_of(name: str) -> tuple[Any, ...]:
        return tuple(row for ledger in ledgers for row in getattr(ledger, name))

    return Ledger(
        articles=tuple(sorted(all_of("articles"), key=lambda one: one.article)),
        claims=tuple(sorted(all_of("claims"), key=lambda one: one.claim_id)),
        facts=tuple(sorted(all_of("facts"), key=lambda one: one.fact_id)),
        flags=tuple(sorted(all_of("flags"), key=lambda one: one.flag_id)),
        uncounted=tuple(sorted(all_of("uncounted"), key=lambda one: (one.article, one.start))),
        rates=all_of("rates")[:3],
        comparisons=all_of("comparisons"),
        texts={article: text for ledger in ledgers for article, text in ledger.texts.items()},
    )


def _renamed(ledger: Ledger, mark: str) -> Ledger:
    """The ledger with all of its ids ending in `mark`, and its articles under names that begin with it."""
    replace = dataclasses.replace

    def ids(known: Iterable[str]) -> tuple[str, ...]:
        return tuple(f"{one}{mark}" for one in known)

    return Ledger(
        articles=tuple(replace(one, article=f"{mark}/{one.article}") for one in ledger.articles),
        claims=tuple(replace(one, claim_id=f"{one.claim_id}{mark}", article=f"{mark}/{one.article}") for one in ledger.claims),
        facts=tuple(
            replace(one, fact_id=f"{one.fact_id}{mark}", claim_ids=ids(one.claim_ids), flag_ids=ids(one.flag_ids)) for one in ledger.facts
        ),
        flags=tuple(
            replace(
                one, flag_id=f"{one.flag_id}{mark}", fact_id=f"{one.fact_id}{mark}" if one.fact_id else "",
                claim_ids=ids(one.claim_ids), article=f"{mark}/{one.article}" if one.article else "",
            )
            for one in ledger.flags
        ),
        uncounted=tuple(replace(one, article=f"{mark}/{one.article}") for one in ledger.uncounted),
        rates=tuple(
            replace(one, article=f"{mark}/{one.article}", claim_id=f"{one.claim_id}{mark}", converted_id=f"{one.converted_id}{mark}")
            for one in ledger.rates
        ),
        comparisons=tuple(replace(one, left=f"{one.left}{mark}", right=f"{one.right}{mark}") for one in ledger.comparisons),
        texts={f"{mark}/{article}": text for article, text in ledger.texts.items()},
    )  # fmt: skip


def packed(ledger: Ledger) -> tuple[Ledger, Packed]:
    """The ledger as a rebuild has it, its claims, numbers and comparisons behind a look-up, and that look-up."""
    lookup = Packed(ledger)
    closed: dict[str, Any] = {name: Closed(getattr(ledger, name)) for name in ("claims", "uncounted", "comparisons")}
    return dataclasses.replace(ledger, lookup=lookup, **closed), lookup


def test_the_workbook_of_a_large_ledger_unpacks_the_claims_that_have_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    arrange = importlib.import_module("ledger.report.workbook.arrange")
    monkeypatch.setattr(arrange, "MOST_CLAIMS", 60)
    ledger = large_ledger()
    reviews = [Review(ledger.claims[7].claim_id, status="Confirmed"), Review("C-gone", status="Wrong")]
    lazy, lookup = packed(ledger)
    assert render_workbook(lazy, reviews) == render_workbook(ledger, reviews)
    shown = {row.claim.claim_id for row in arrange.arrange(ledger, reviews).claims}
    assert lookup.claims.taken == shown
    assert 0 < len(shown) < len(ledger.claims) / 4
    assert lookup.numbers_of == {"unparsed"}
    assert lookup.near == set()


def test_the_page_of_a_large_ledger_unpacks_the_claims_that_it_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = large_ledger()
    limits = PageLimits(facts=10, articles=3, flags=5)
    lazy, lookup = packed(ledger)
    page = render_page(lazy, limits)
    assert page == render_page(ledger, limits)
    articles = {article.article for article in ledger.articles[:3]}
    told = {claim_id for fact in ledger.facts if fact.fact_id in page for claim_id in fact.claim_ids}
    told |= {claim.claim_id for claim in ledger.claims if claim.claim_id in page or claim.article in articles}
    told |= {claim_id for rate in ledger.rates for claim_id in (rate.claim_id, rate.converted_id)}
    # the headline of what is told beside a shown fact is worded from its claims: near misses, and facts behind the articles' figures
    fact_of = {claim_id: fact for fact in ledger.facts for claim_id in fact.claim_ids}
    worded = {fact_of[claim_id] for claim_id in told if claim_id in fact_of}
    worded |= {fact_of[pair.left] for pair in ledger.comparisons if fact_of[pair.right].fact_id in lookup.near}
    worded |= {fact_of[pair.right] for pair in ledger.comparisons if fact_of[pair.left].fact_id in lookup.near}
    worded |= {fact_of[flag.claim_ids[0]] for flag in ledger.flags if flag.flag_id in page}
    told |= {claim_id for fact in worded for claim_id in fact.claim_ids}
    assert lookup.claims.taken <= told
    assert 0 < len(lookup.claims.taken) < len(ledger.claims) / 3
    assert lookup.numbers_of == articles
    assert len(lookup.near) == 10


@pytest.mark.parametrize("facts", [0, 1, 7, 40, 150, 263, 264, 1000])
def test_the_page_holds_the_most_pressing_facts_wherever_it_is_cut(facts: int) -> None:
    ledger = large_ledger()
    index = make_index(ledger, PageLimits())
    claims, severity = {claim.claim_id: claim for claim in ledger.claims}, {flag.flag_id: flag.severity for flag in ledger.flags}

    def urgency(fact: Fact) -> tuple[object, ...]:
        severities, members = {severity[one] for one in fact.flag_ids}, [claims[one] for one in fact.claim_ids]
        rank = list(VERDICT_WORDS).index(fact.verdict)
        rank = 0 if "error" in severities else min(rank, 1) if "warning" in severities else rank
        idle = all(claim.weight == "minor" or claim.section in ("teaser", "boilerplate") for claim in members)
        return (idle and rank > 1, rank, -fact.articles, -fact.mentions, min((one.article, one.start) for one in members), fact.fact_id)

    expected = [fact.fact_id for fact in sorted(ledger.facts, key=urgency)][:facts]
    assert [view.fact_id for view in fact_views(index, PageLimits(facts=facts), ())] == expected


def test_the_terminal_and_the_reviews_of_a_large_ledger_ask_for_counts_and_reviewed_claims_alone() -> None:
    ledger = large_ledger()
    lazy, lookup = packed(ledger)
    assert render_summary(lazy) == render_summary(ledger)
    assert lookup.claims.taken == set()
    kept, gone = ledger.claims[3], ledger.claims[40]
    reviews = [Review(kept.claim_id, status="Confirmed"), Review("C-gone", article=gone.article, binding=binding_of(gone))]
    assert settle_on(reviews, lookup) == settle(reviews, ledger.claims)
    assert [review.id for review in settle_on(reviews, lookup)] == sorted([kept.claim_id, gone.claim_id])
    assert lookup.claims.taken == {kept.claim_id, *(claim.claim_id for claim in ledger.claims if claim.article == gone.article)}
