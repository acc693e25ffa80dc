"""Checks across mentions: each fires, stays silent, and lets a near miss pass."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from ledger.checks import (
    a1_value_conflict,
    a2_precision_nuance,
    a3_scale_slip,
    a4_unit_slip,
    a5_period_slip,
    a6_scope_slip,
    a7_altered_reprint,
    a8_single_source,
    a9_revised,
    a10_shrinking_total,
    a11_target_as_fact,
    a12_rounding_drift,
    b13_sub_periods,
    c3_reference_rate,
    d6_date_mark,
    find_rates,
)
from ledger.checks.corpus import Corpus
from ledger.checks.finding import Finding, Settings
from ledger.model import Claim, Uncounted
from link_samples import MEASURE, make_article, make_claim, make_corpus_of, make_fact, settings_of

Find = Callable[[Corpus, Settings], Iterator[Finding]]


def boats(marked: str, article: str, **fields: object) -> Claim:
    return make_claim(
        f"The storm sank {{{marked}}} boats.", article, **{"unit": "boat", "entity": "boat", "noun_class": "vehicle", **fields}
    )


def money(marked: str, article: str, value: object, **fields: object) -> Claim:
    return make_claim(f"The damage came to {{{marked}}}.", article, value=value, **{"kind": "currency", "unit": "EUR", **fields})


def findings(check: str, find: Find, *claims: Claim, verdict: str = "agree", **fields: object) -> list[Finding]:
    """What a check finds in one fact of these claims."""
    return list(find(make_corpus_of(claims, make_fact(claims, verdict), **fields), settings_of(check)))


class TestValueConflict:
    def test_two_exact_counts_are_an_error_with_their_arithmetic(self) -> None:
        (found,) = findings("A1", a1_value_conflict.find, boats("12", "a.txt"), boats("15", "b.txt"), verdict="conflict")
        assert found.message == "These cannot both hold: 12 (boat) in a.txt and 15 (boat) in b.txt"
        assert found.working == "12 and 15 are 20% apart"
        assert found.severity == "severity"

    def test_the_days_of_what_goes_on_are_no_conflict(self) -> None:
        def days(marked: str, article: str, **fields: object) -> Claim:
            return make_claim(f"The strike went on for a {{{marked}}} day.", article, **{"kind": "rank", "unit": "rank", **fields})

        of_days = [days("7th", "a.txt", value=7, entity="straight day"), days("8th", "b.txt", value=8, entity="day")]
        assert findings("A1", a1_value_conflict.find, *of_days, verdict="conflict") == []
        of_walkouts = [days("7th", "a.txt", value=7, entity="walkout"), days("8th", "b.txt", value=8, entity="walkout")]
        assert len(findings("A1", a1_value_conflict.find, *of_walkouts, verdict="conflict")) == 1

    def test_bounds_that_leave_room_are_a_warning(self) -> None:
        least = boats("12", "a.txt", qualifier="at_least")
        (found,) = findings("A1", a1_value_conflict.find, least, boats("15", "b.txt"), verdict="conflict")
        assert found.severity == "expected_severity"

    def test_cents_and_dollars_are_one_currency(self) -> None:
        cents, dollars = money("60 cents", "a.txt", 60, unit="US_cent"), money("$0.90", "b.txt", Decimal("0.90"), unit="USD")
        assert a1_value_conflict.excludes(cents, dollars, MEASURE)
        assert not a1_value_conflict.excludes(cents, money("€0.90", "b.txt", Decimal("0.90")), MEASURE)
        assert not a1_value_conflict.excludes(cents, money("$0.60", "b.txt", Decimal("0.60"), unit="USD"), MEASURE)

    def test_figures_that_agree_are_silent(self) -> None:
        assert findings("A1", a1_value_conflict.find, boats("12", "a.txt"), boats("12", "b.txt")) == []

    def test_a_superseded_figure_is_no_conflict(self) -> None:
        assert findings("A1", a1_value_conflict.find, boats("12", "a.txt"), boats("15", "b.txt"), verdict="superseded") == []

    def test_a_slip_of_scale_is_left_to_a3(self) -> None:
        slips = money("9.6 million", "a.txt", 9600000), money("9.6 billion", "b.txt", 9600000000)
        assert findings("A1", a1_value_conflict.find, *slips, verdict="conflict") == []


class TestPrecisionNuance:
    def test_nearly_beside_the_plain_figure(self) -> None:
        hedged = boats("350", "b.txt", qualifier="nearly")
        (found,) = findings("A2", a2_precision_nuance.find, boats("350", "a.txt"), hedged, verdict="nuance")
        assert found.message == "350 (boat) without that hedge in a.txt, but nearly 350 (boat) in b.txt"
        assert "350 in [350, 350] beside (-inf, 350] by the words" in found.working
        assert found.severity == "severity"

    def test_about_is_only_worth_a_note(self) -> None:
        (found,) = findings("A2", a2_precision_nuance.find, boats("50", "a.txt"), boats("50", "b.txt", qualifier="about"), verdict="nuance")
        assert found.severity == "soft_severity"

    def test_a_record_in_one_article_only(self) -> None:
        (found,) = findings("A2", a2_precision_nuance.find, boats("350", "a.txt"), boats("350", "b.txt", qualifier="record"))
        assert "record 350 (boat) in b.txt" in found.message

    def test_the_same_hedge_twice_is_silent(self) -> None:
        hedged = [boats("350", article, qualifier="nearly") for article in ("a.txt", "b.txt")]
        assert findings("A2", a2_precision_nuance.find, *hedged) == []

    def test_nearly_350_beside_347_is_a_rounding(self) -> None:
        hedged = boats("350", "b.txt", qualifier="nearly")
        assert findings("A2", a2_precision_nuance.find, boats("347", "a.txt"), hedged, verdict="rounding") == []


class TestScaleSlip:
    def test_million_for_billion(self) -> None:
        slips = money("9.6 million", "a.txt", 9600000), money("9.6 billion", "b.txt", 9600000000)
        (found,) = findings("A3", a3_scale_slip.find, *slips, verdict="conflict")
        assert found.message == "9.6 billion in b.txt is 1000 times 9.6 million in a.txt: a slip of scale"
        assert found.working == "9600000000 / 9600000 = 1000 = 10^3"

    def test_other_digits_are_silent(self) -> None:
        figures = money("9.6 million", "a.txt", 9600000), money("9.7 billion", "b.txt", 9700000000)
        assert findings("A3", a3_scale_slip.find, *figures, verdict="conflict") == []

    def test_a_single_digit_proves_nothing(self) -> None:
        assert findings("A3", a3_scale_slip.find, boats("3", "a.txt"), boats("30", "b.txt"), verdict="conflict") == []

    def test_a_single_digit_before_scale_words_does(self) -> None:
        slips = money("3 million", "a.txt", 3000000), money("3 billion", "b.txt", 3000000000)
        assert len(findings("A3", a3_scale_slip.find, *slips, verdict="conflict")) == 1


class TestScopeSlip:
    def test_countries_here_and_partners_there(self) -> None:
        countries = boats("17", "a.txt", unit="country", entity="country", noun_class="place")
        partners = boats("17", "b.txt", unit="partner", entity="partner", noun_class="group")
        (found,) = findings("A6", a6_scope_slip.find, countries, partners)
        assert found.message == "The same 17 counts country in a.txt and partner in b.txt"
        assert found.working == "17 = 17; country / partner"

    def test_one_noun_is_silent(self) -> None:
        assert findings("A6", a6_scope_slip.find, boats("17", "a.txt"), boats("17", "b.txt")) == []

    def test_people_go_by_many_nouns(self) -> None:
        nouns = [boats("26", f"{noun}.txt", unit=noun, entity=noun, noun_class="person") for noun in ("pirate", "suspect")]
        assert findings("A6", a6_scope_slip.find, *nouns) == []

    def test_two_nouns_inside_one_article_are_style(self) -> None:
        nouns = boats("17", "a.txt", unit="country"), boats("17", "a.txt", unit="partner")
        assert findings("A6", a6_scope_slip.find, *nouns) == []


class TestSingleSource:
    def test_a_core_fact_of_one_article_in_a_corpus_of_two(self) -> None:
        (found,) = findings("A8", a8_single_source.find, boats("12", "a.txt"), articles=(make_article("b.txt"),))
        assert found.message == "12 (boat) rests on one source: a.txt"

    def test_a_reprint_does_not_confirm(self) -> None:
        claims = boats("12", "a.txt"), boats("12", "copy.txt")
        fact = make_fact(claims, independent_sources=1)
        corpus = make_corpus_of(claims, fact, articles=(make_article("c.txt"),), reprints={"copy.txt": "a.txt"})
        (found,) = a8_single_source.find(corpus, settings_of("A8"))
        assert found.message == "12 (boat) rests on one source, told in 2 articles that are one story: a.txt"

    def test_two_sources_are_silent(self) -> None:
        assert findings("A8", a8_single_source.find, boats("12", "a.txt"), boats("12", "b.txt")) == []

    def test_a_corpus_of_one_source_is_silent(self) -> None:
        assert findings("A8", a8_single_source.find, boats("12", "a.txt")) == []

    def test_minor_and_background_figures_are_silent(self) -> None:
        more = (make_article("b.txt"),)
        assert findings("A8", a8_single_source.find, boats("2", "a.txt", weight="minor"), articles=more) == []
        assert findings("A8", a8_single_source.find, boats("2", "a.txt", background=True), articles=more) == []


class TestUnitSlip:
    def test_one_figure_in_two_currencies(self) -> None:
        slips = money("2.5 million", "a.txt", 2500000), money("2.5 million", "b.txt", 2500000, unit="USD")
        (found,) = findings("A4", a4_unit_slip.find, *slips, verdict="rounding")
        assert found.working == "2500000 EUR is not 2500000 USD"

    def test_two_figures_in_two_currencies_are_silent(self) -> None:
        assert (
            findings("A4", a4_unit_slip.find, money("2 million", "a.txt", 2000000), money("2.6 million", "b.txt", 2600000, unit="USD"))
            == []
        )

    def test_a_conversion_at_par_is_silent(self) -> None:
        amount = money("5", "a.txt", 5)
        bracket = money("5", "b.txt", 5, unit="USD", converts=amount.claim_id)
        assert findings("A4", a4_unit_slip.find, amount, bracket) == []


class TestPeriodSlip:
    def visitors(self, marked: str, article: str, period: str) -> Claim:
        fields = {"unit": "visitor", "entity": "foreign visitor", "subject": "Ostrovia", "period": period}
        return make_claim(f"Ostrovia had {{{marked}}} foreign visitors.", article, value=marked.replace(",", ""), **fields)

    def test_one_long_figure_for_two_years(self) -> None:
        claims = self.visitors("21,534", "a.txt", "2024"), self.visitors("21,534", "b.txt", "2025")
        (found,) = findings("A5", a5_period_slip.find, *claims)
        assert found.working == "21534 for 2024; 21534 for 2025"

    def test_one_year_is_silent(self) -> None:
        claims = self.visitors("21,534", "a.txt", "2025"), self.visitors("21,534", "b.txt", "2025-01/2025-06")
        assert findings("A5", a5_period_slip.find, *claims) == []

    def test_a_round_figure_may_come_twice(self) -> None:
        claims = self.visitors("20,000", "a.txt", "2024"), self.visitors("20,000", "b.txt", "2025")
        assert findings("A5", a5_period_slip.find, *claims) == []


class TestAlteredReprint:
    def find(self, first: str, second: str, reprints: dict[str, str]) -> list[Finding]:
        claims = [make_claim(first, "wire.txt", unit="boat"), make_claim(second, "copy.txt", unit="boat")]
        return list(a7_altered_reprint.find(make_corpus_of(claims, reprints=reprints), settings_of("A7")))

    def test_a_figure_differs_in_one_sentence_of_a_copy(self) -> None:
        (found,) = self.find(
            "The storm sank {12} boats in the old harbour.", "The storm sank {21} boats in the old harbour.", {"copy.txt": "wire.txt"}
        )
        assert found.message == "copy.txt reprints wire.txt, but has 21 (boat) in copy.txt for 12 (boat) in wire.txt"
        assert found.working == "12 / 21 in otherwise the same sentence"

    def test_a_true_copy_is_silent(self) -> None:
        assert (
            self.find("The storm sank {12} boats in the harbour.", "The storm sank {12} boats in the harbour.", {"copy.txt": "wire.txt"})
            == []
        )

    def test_two_stories_may_share_a_sentence(self) -> None:
        assert self.find("The storm sank {12} boats in the harbour.", "The storm sank {21} boats in the harbour.", {}) == []


class TestRevised:
    ARTICLES = (make_article("a.txt", published="2026-03-01"), make_article("b.txt", published="2026-03-02"))

    def find(self, check: str, find: Find, first: str, second: str, **fields: object) -> list[Finding]:
        claims = boats(first, "a.txt", **fields), boats(second, "b.txt", **fields)
        verdict = "superseded" if first != second else "agree"
        return findings(check, find, *claims, verdict=verdict, articles=self.ARTICLES)

    def test_a_later_figure_replaces_an_earlier_one(self) -> None:
        (found,) = self.find("A9", a9_revised.find, "12", "15", outcome="destroyed")
        assert found.message == "15 (boat) in b.txt of 2026-03-02 replaces 12 (boat) in a.txt of 2026-03-01"
        assert found.working == "2026-03-01: 12; 2026-03-02: 15"

    def test_one_figure_on_two_days_is_silent(self) -> None:
        assert self.find("A9", a9_revised.find, "12", "12") == []

    def test_a_shrinking_total_is_told_once(self) -> None:
        assert self.find("A9", a9_revised.find, "15", "12", outcome="destroyed") == []
        (found,) = self.find("A10", a10_shrinking_total.find, "15", "12", outcome="destroyed")
        assert found.message == "12 (boat) in b.txt of 2026-03-02 is below 15 (boat) in a.txt of 2026-03-01"

    def test_a_growing_total_is_no_shrinking_one(self) -> None:
        assert self.find("A10", a10_shrinking_total.find, "12", "15", outcome="destroyed") == []

    def test_what_comes_and_goes_may_shrink(self) -> None:
        assert self.find("A10", a10_shrinking_total.find, "15", "12", outcome="moored") == []
        assert len(self.find("A9", a9_revised.find, "15", "12", outcome="moored")) == 1


class TestTargetAsFact:
    def schools(self, article: str, role: str, **fields: object) -> Claim:
        return make_claim("{350} primary schools.", article, unit="school", entity="primary school", role=role, **fields)

    def test_a_target_told_as_done(self) -> None:
        claims = self.schools("a.txt", "target", period="2026"), self.schools("b.txt", "actual", period="2026")
        (found,) = findings("A11", a11_target_as_fact.find, *claims)
        assert found.working == "350 is a target in one and actual in the other"

    def test_two_targets_are_silent(self) -> None:
        assert findings("A11", a11_target_as_fact.find, self.schools("a.txt", "target"), self.schools("b.txt", "target")) == []

    def test_a_target_of_another_year_is_silent(self) -> None:
        claims = self.schools("a.txt", "target", period="2026"), self.schools("b.txt", "actual", period="2024")
        assert findings("A11", a11_target_as_fact.find, *claims) == []


class TestRoundingDrift:
    def test_a_hedge_that_shuts_out_the_exact_figure(self) -> None:
        claims = money("9.6", "a.txt", "9.6"), money("10", "b.txt", 10, qualifier="more_than")
        (found,) = findings("A12", a12_rounding_drift.find, *claims, verdict="conflict")
        assert found.working == "9.6 rounds to 10, and is not (10, +inf)"
        assert findings("A1", a1_value_conflict.find, *claims, verdict="conflict") == []

    def test_a_plain_rounding_is_silent(self) -> None:
        assert findings("A12", a12_rounding_drift.find, money("9.6", "a.txt", "9.6"), money("10", "b.txt", 10), verdict="rounding") == []

    def test_a_bound_on_the_right_side_is_silent(self) -> None:
        claims = money("10.4", "a.txt", "10.4"), money("10", "b.txt", 10, qualifier="more_than")
        assert findings("A12", a12_rounding_drift.find, *claims, verdict="rounding") == []


class TestSubPeriods:
    QUARTERS = ("2025-01-01/2025-03-31", "2025-04-01/2025-06-30", "2025-07-01/2025-09-30", "2025-10-01/2025-12-31")

    def find(self, figures: tuple[int, ...], year: int, entity: str = "fish export") -> list[Finding]:
        told = [*zip(figures, self.QUARTERS, strict=True), (year, "2025")]
        claims = [
            make_claim(f"It came to {{{figure}}} tonnes.", kind="physical", unit="tonne", entity=entity, period=period, before="x" * at)
            for at, (figure, period) in enumerate(told)
        ]
        return list(b13_sub_periods.find(make_corpus_of(claims), settings_of("B13")))

    def test_quarters_that_do_not_make_the_year(self) -> None:
        (found,) = self.find((12, 13, 14, 15), 64)
        assert found.working == "12 + 13 + 14 + 15 = 54, where 64 (fish export) is stated for 2025"

    def test_quarters_that_do_are_silent(self) -> None:
        assert self.find((12, 13, 14, 15), 54) == []
        assert self.find((12, 13, 14, 15), 55) == []

    def test_what_does_not_flow_does_not_add_up(self) -> None:
        assert self.find((12, 13, 14, 15), 15, entity="fish stock") == []


class TestDateMark:
    def find(self, stamp: str, published: str = "2026-01-28") -> list[Finding]:
        marks = (Uncounted("a.txt", 900, 905, "19:05", "time"), Uncounted("a.txt", 908, 918, stamp, "date"))
        corpus = make_corpus_of([], articles=(make_article("a.txt", published=published),), dates={"a.txt": marks})
        return list(d6_date_mark.find(corpus, settings_of("D6")))

    def test_a_stamp_of_another_year(self) -> None:
        (found,) = self.find("23/03/2025")
        assert found.working == "2025-03-23 against 2026-01-28: 311 days"

    def test_a_stamp_of_the_day_is_silent(self) -> None:
        assert self.find("28/01/2026") == []

    def test_a_stamp_some_weeks_away_is_silent(self) -> None:
        assert self.find("28/12/2025") == []


class TestReferenceRate:
    def find(self, *rates: str) -> list[Finding]:
        amount = money("2 million VND", "a.txt", 2000000, unit="VND", precision=Decimal(1000))
        bracket = money("77 USD", "a.txt", 77, unit="USD", converts=amount.claim_id)
        claims = [amount, bracket]
        corpus = make_corpus_of(claims, rates=find_rates(claims))
        return list(c3_reference_rate.find(corpus, {**settings_of("C3"), "rates": list(rates)}))

    def test_a_conversion_off_the_users_rate(self) -> None:
        (found,) = self.find("21000 VND per USD")
        assert "makes 25974 VND per USD; the reference is 21000" in found.message

    def test_a_rate_may_be_given_either_way_round(self) -> None:
        assert len(self.find("0.0000476 USD per VND")) == 1

    def test_a_conversion_at_the_users_rate_is_silent(self) -> None:
        assert self.find("26000 VND per USD") == []

    def test_without_references_it_is_silent(self) -> None:
        assert self.find() == []
