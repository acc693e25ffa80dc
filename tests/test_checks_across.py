"""Checks across mentions: each fires, stays silent, and lets a near miss pass."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ledger.checks import (
    a1_value_conflict,
    a2_precision_nuance,
    a3_scale_slip,
    a6_scope_slip,
    a8_single_source,
)
from ledger.checks.corpus import Corpus
from ledger.checks.finding import Finding, Settings
from ledger.model import Claim
from link_samples import make_article, make_claim, make_corpus_of, make_fact, settings_of

Find = Callable[[Corpus, Settings], Iterator[Finding]]


def boats(marked: str, article: str, **fields: object) -> Claim:
    return make_claim(
        f"The storm sank {{{marked}}} boats.", article, **{"unit": "boat", "entity": "boat", "noun_class": "vehicle", **fields}
    )


def money(marked: str, article: str, value: object, **fields: object) -> Claim:
    return make_claim(f"The damage came to {{{marked}}}.", article, value=value, kind="currency", unit="EUR", **fields)


def findings(check: str, find: Find, *claims: Claim, verdict: str = "agree", **fields: object) -> list[Finding]:
    """What a check finds in one fact of these claims."""
    return list(find(make_corpus_of(claims, make_fact(claims, verdict), **fields), settings_of(check)))


class TestValueConflict:
    def test_two_exact_counts_are_an_error_with_their_arithmetic(self) -> None:
        (found,) = findings("A1", a1_value_conflict.find, boats("12", "a.txt"), boats("15", "b.txt"), verdict="conflict")
        assert found.message == "These cannot both hold: 12 (boat) in a.txt and 15 (boat) in b.txt"
        assert found.working == "12 and 15 are 20% apart"
        assert found.severity == "severity"

    def test_bounds_that_leave_room_are_a_warning(self) -> None:
        least = boats("12", "a.txt", qualifier="at_least")
        (found,) = findings("A1", a1_value_conflict.find, least, boats("15", "b.txt"), verdict="conflict")
        assert found.severity == "expected_severity"

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
        assert found.message == "350 boat without that hedge in a.txt, but nearly 350 (boat) in b.txt"
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
