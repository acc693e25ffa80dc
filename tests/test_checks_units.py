"""Checks of units and money, and of sense: each fires, stays silent, and lets a near miss pass."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ledger.checks import c1_dual_unit, c2_implied_rate, c4_range_scale, c5_words_digits, d2_times_more, d5_out_of_bounds, find_rates
from ledger.checks.finding import Finding
from ledger.model import Claim
from link_samples import make_article, make_claim, make_claims, make_corpus_of, make_fact, settings_of


def pair(sentence: str, one: dict[str, object], two: dict[str, object], article: str = "a.txt", **common: object) -> list[Claim]:
    """An amount and the bracketed amount that converts it."""
    first = make_claims(sentence, one, two, article=article, **common)[0]
    return [first, make_claims(sentence, one, {**two, "converts": first.claim_id}, article=article, **common)[1]]


def distance(km: str, miles: str, **fields: object) -> list[Claim]:
    return pair(
        f"The road runs {{{km} km}} ({{{miles} miles}}) inland.",
        {"value": km, "unit": "kilometer", **fields},
        {"value": miles, "unit": "mile"},
        kind="physical",
    )


class TestDualUnit:
    def find(self, claims: list[Claim]) -> list[Finding]:
        return list(c1_dual_unit.find(make_corpus_of(claims), settings_of("C1")))

    def test_a_wrong_conversion_shows_the_right_one(self) -> None:
        (found,) = self.find(distance("100", "50"))
        assert found.message == "100 km is not 50 miles"
        assert found.working.startswith("100 kilometer = 62.14 mile; in base units [90000, 110000] and [")

    @pytest.mark.parametrize(
        ("km", "miles"), [("58", "36"), ("100", "60"), ("100", "62"), ("10", "6"), ("5", "3"), ("1", "1"), ("1500", "930")]
    )
    def test_honest_roundings_are_silent(self, km: str, miles: str) -> None:
        assert self.find(distance(km, miles)) == []

    def test_a_near_miss_two_digits_off_fires(self) -> None:
        assert len(self.find(distance("58", "38"))) == 1

    def test_temperatures_have_an_offset(self) -> None:
        claims = pair(
            "It was {28 C} ({82 F}).",
            {"value": 28, "unit": "degree_Celsius"},
            {"value": 82, "unit": "degree_Fahrenheit"},
            kind="physical",
        )
        assert self.find(claims) == []
        wrong = pair(
            "It was {28 C} ({72 F}).", {"value": 28, "unit": "degree_Celsius"}, {"value": 72, "unit": "degree_Fahrenheit"}, kind="physical"
        )
        assert self.find(wrong)[0].working.startswith("28 degree_Celsius = 82.4 degree_Fahrenheit")

    @pytest.mark.parametrize(("dollars", "flags"), [("0.50", 0), ("5", 1)])
    def test_cents_are_held_against_their_currency(self, dollars: str, flags: int) -> None:
        cents, whole = {"value": 50, "unit": "US_cent"}, {"value": Decimal(dollars), "unit": "USD"}
        found = self.find(pair(f"It costs {{50 cents}} ({{${dollars}}}).", cents, whole, kind="currency"))
        assert len(found) == flags

    def test_cents_are_reckoned_in_their_currency(self) -> None:
        (cents,) = make_corpus_of([make_claim("It costs {50} cents.", kind="currency", unit="US_cent")]).spotted[0][1]
        assert (cents.claim.value, cents.claim.unit) == (Decimal("0.50"), "USD")

    def test_cents_and_euros_are_two_currencies(self) -> None:
        cents, euros = {"value": 50, "unit": "US_cent"}, {"value": 5, "unit": "EUR"}
        assert self.find(pair("It costs {50 cents} ({€5}).", cents, euros, kind="currency")) == []

    def test_two_dimensions_are_no_conversion(self) -> None:
        claims = pair("It took {3 days} ({40 km}).", {"value": 3, "unit": "day"}, {"value": 40, "unit": "kilometer"}, kind="physical")
        assert self.find(claims) == []


def converted(million: str, dollars: str, article: str) -> list[Claim]:
    """So many million dong and their dollars."""
    return pair(
        f"The gift is worth {{{million} million VND}} ({{{dollars} USD}}).",
        {"value": Decimal(million) * 1000000, "unit": "VND", "precision": Decimal(100000)},
        {"value": dollars, "unit": "USD", "precision": Decimal(1)},
        article=article,
        kind="currency",
    )


class TestRates:
    def test_the_dearer_currency_is_the_quote(self) -> None:
        (rate,) = find_rates(converted("2", "77", "a.txt"))
        assert (rate.base, rate.quote) == ("VND", "USD")
        assert str(rate.rate).startswith("25974.0259")
        assert rate.low < rate.rate < rate.high

    def test_pairs_read_the_same_way_throughout(self) -> None:
        euros = pair("It cost {10 euros} ({$12}).", {"value": 10, "unit": "EUR"}, {"value": 12, "unit": "USD"}, kind="currency")
        dollars = pair(
            "It cost {$9} ({8 euros}).", {"value": 9, "unit": "USD"}, {"value": 8, "unit": "EUR"}, article="b.txt", kind="currency"
        )
        assert [(rate.base, rate.quote) for rate in find_rates([*euros, *dollars])] == [("USD", "EUR"), ("USD", "EUR")]

    def test_amounts_that_convert_nothing_give_no_rate(self) -> None:
        assert find_rates([make_claim("It cost {$12}.", kind="currency", unit="USD")]) == ()
        cents = {"value": 50, "unit": "US_cent"}
        assert find_rates(pair("It cost {50 cents} ({$0.50}).", cents, {"value": Decimal("0.50"), "unit": "USD"}, kind="currency")) == ()


class TestImpliedRate:
    HONEST = (("2", "77"), ("5.2", "200"), ("13", "500"))

    def find(self, *amounts: tuple[str, str]) -> list[Finding]:
        claims = [claim for number, (dong, dollars) in enumerate(amounts) for claim in converted(dong, dollars, f"{number}.txt")]
        return list(c2_implied_rate.find(make_corpus_of(claims, rates=find_rates(claims)), settings_of("C2")))

    def test_a_rate_far_from_three_others_is_an_error(self) -> None:
        found = self.find(*self.HONEST, ("2.6", "10"))
        assert [one.severity for one in found if "260000" in one.message] == ["severity"]

    def test_a_rate_off_the_median_is_a_warning(self) -> None:
        (found,) = self.find(*self.HONEST, ("50", "1800"))
        assert found.severity == "strict_severity"
        assert "makes 27778 VND per USD; the other conversions make about 26000" in found.message

    def test_like_rates_are_silent(self) -> None:
        assert self.find(*self.HONEST, ("26", "1000")) == []

    def test_two_others_are_too_few_to_tell(self) -> None:
        assert self.find(*self.HONEST[:2], ("2.6", "10")) == []


class TestRangeScale:
    def find(self, surface: str, low: object, high: object) -> list[Finding]:
        claim = make_claim(f"It will cost {{{surface}}}.", low=low, high=high, kind="currency", unit="USD")
        return list(c4_range_scale.find(make_corpus_of([claim]), settings_of("C4")))

    def test_a_mark_at_both_ends_and_a_scale_at_one(self) -> None:
        (found,) = self.find("between $26 and $31 million", 26, 31000000)
        assert (
            found.message == '"between $26 and $31 million" leaves the scale of its first figure open: say "$26 million" if that is meant'
        )

    def test_a_scale_at_both_ends_is_silent(self) -> None:
        assert self.find("$26 million to $31 million", 26000000, 31000000) == []

    def test_a_shared_scale_behind_one_mark_is_silent(self) -> None:
        assert self.find("$26-31 million", 26000000, 31000000) == []


class TestWordsDigits:
    def find(self, marked: str, value: int) -> list[Finding]:
        return list(c5_words_digits.find(make_corpus_of([make_claim(marked, value=value, unit="day")]), settings_of("C5")))

    def test_two_numbers_for_one(self) -> None:
        (found,) = self.find("The permit holds for {three} (4) days.", 3)
        assert (found.message, found.working) == ('"three (4)" says two numbers', "3 is not 4")

    def test_the_same_number_is_silent(self) -> None:
        assert self.find("The permit holds for {three} (3) days.", 3) == []

    def test_a_footnote_or_a_score_is_silent(self) -> None:
        assert self.find("He named {three} (4).", 3) == []
        assert self.find("She won {3} (4) games.", 3) == []


RATIO = {"value": "2.5", "kind": "ratio", "unit": "times", "base_period": "2024", "aspect": "ratio"}


class TestTimesMore:
    def find(self, sentence: str, *fields: dict[str, object], in_fact: bool = True) -> list[Finding]:
        claims = make_claims(sentence, *fields)
        ratio = [claim for claim in claims if claim.kind == "ratio"]
        facts = [make_fact(ratio)] if in_fact else []
        return list(d2_times_more.find(make_corpus_of(claims, *facts), settings_of("D2")))

    def test_both_readings_and_their_bases(self) -> None:
        (found,) = self.find("They signed {350} agreements, {2.5 times} higher than in 2024.", {"unit": "agreement"}, RATIO)
        assert found.working == "350 / 2.5 = 140; 350 / (1 + 2.5) = 100"
        assert found.message.endswith("of 350 (agreement), that makes 140 or 100 in 2024")
        assert [claim.surface for claim in found.claims] == ["2.5 times", "350"]

    def test_without_a_level_the_readings_alone(self) -> None:
        (found,) = self.find("Exports were {2.5 times} higher than in 2024.", RATIO, in_fact=False)
        assert found.working == "N = 2.5; N + 1 = 3.5"

    def test_times_as_many_has_one_reading(self) -> None:
        assert self.find("They signed {350} agreements, {2.5 times} as many as in 2024.", {"unit": "agreement"}, RATIO) == []

    def test_times_the_figure_of_has_one_reading(self) -> None:
        assert self.find("They signed {350} agreements, {2.5 times} the figure of 2024.", {"unit": "agreement"}, RATIO) == []


class TestOutOfBounds:
    def find(self, claim: Claim, published: str = "") -> list[Finding]:
        return list(
            d5_out_of_bounds.find(make_corpus_of([claim], articles=(make_article("a.txt", published=published),)), settings_of("D5"))
        )

    def test_a_share_over_the_whole(self) -> None:
        (found,) = self.find(
            make_claim("Of the voters {104 percent} came.", kind="percent", unit="percent", aspect="share", noun_class="person")
        )
        assert found.working == "104 > 100"

    def test_a_change_over_100_percent_is_silent(self) -> None:
        assert self.find(make_claim("Sales rose {140 percent}.", kind="percent", unit="percent", aspect="change")) == []

    def test_the_whole_is_silent(self) -> None:
        assert self.find(make_claim("All of it: {100 percent}.", kind="percent", unit="percent", aspect="share")) == []

    def test_done_before_it_could_be(self) -> None:
        (found,) = self.find(make_claim("They built {12} schools in 2027.", period="2027", outcome="built"), published="2026-02-14")
        assert found.working == "2027-01-01 > 2026-02-14"

    def test_a_target_may_lie_ahead(self) -> None:
        assert (
            self.find(
                make_claim("They will build {12} schools in 2027.", period="2027", outcome="built", role="target"), published="2026-02-14"
            )
            == []
        )

    def test_the_year_that_has_begun_is_silent(self) -> None:
        assert self.find(make_claim("They built {12} schools in 2026.", period="2026", outcome="built"), published="2026-02-14") == []
