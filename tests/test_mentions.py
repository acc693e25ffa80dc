"""What kind of figure a number is: counts, shares, ratios, ranks, ages, readings, rates, shared units and nouns, conversions."""

from __future__ import annotations

import pytest

from extracting import amount, claims_of, only_claim, told

COUNTS = [
    ("The port handled 35 ships.", ("35", "35", "ship", "ship")),
    ("They mended 12 worst-hit villages.", ("12", "12", "village", "worst-hit village")),
    ("Nearly 350 cooperation agreements were signed.", ("350", "350", "agreement", "cooperation agreement")),
    ("A 10-member panel met.", ("10", "10", "member", "member")),
    ("One of the villages burned.", ("One", "1", "village", "village")),
    ("The raid left killed350 people behind.", ("350", "350", "person", "people")),
]


@pytest.mark.parametrize(("text", "expected"), COUNTS)
def test_a_count_has_its_noun_for_a_unit(text: str, expected: tuple[str, str, str, str]) -> None:
    assert told(text) == [expected]
    assert only_claim(text).kind == "count"


RATIOS = [
    ("Exports were 2.5 times higher.", ("2.5 times", "2.5", "times"), "ratio"),
    ("Sales grew sixfold.", ("sixfold", "6", "times"), "ratio"),
    ("They sold twice as many boats.", ("twice", "2", "times"), "ratio"),
    ("One in five adults owns a boat.", ("One in five", "0.2", "times"), "share"),
    ("Nine out of ten firms agreed.", ("Nine out of ten", "0.9", "times"), "share"),
    ("Half of the harbour froze.", ("Half", "0.5", "times"), "share"),
]


@pytest.mark.parametrize(("text", "expected", "aspect"), RATIOS)
def test_ratios_and_shares_are_times(text: str, expected: tuple[str, str, str], aspect: str) -> None:
    claim = only_claim(text)
    assert (claim.surface, amount(claim), claim.unit) == expected
    assert (claim.kind, claim.aspect) == ("ratio", aspect)


@pytest.mark.parametrize("text", ["They met 3 men in 20 boats.", "It opened in 2031 in 4 towns."])
def test_in_between_two_counts_makes_no_share(text: str) -> None:
    assert all(claim.kind == "count" for claim in claims_of(text))


RANKS = [
    ("It was her ninth visit.", "9", "visit", ""),
    ("The harbour ranks 32nd.", "32", "harbour", ""),
    ("It is among the 15 largest ports.", "15", "port", "at_most"),
    ("The coast's second among container ports is new.", "2", "container port", ""),
]


@pytest.mark.parametrize(("text", "value", "entity", "qualifier"), RANKS)
def test_ordinals_and_superlatives_are_ranks(text: str, value: str, entity: str, qualifier: str) -> None:
    claim = only_claim(text)
    assert (claim.kind, claim.unit, claim.aspect) == ("rank", "rank", "rank")
    assert (amount(claim), claim.entity, claim.qualifier) == (value, entity, qualifier)


AGES = [
    "Jan Bos, 37, of Delft, left.",
    "The driver, 37, was held.",
    "A man aged 37 was held.",
    "The pilot, who is 37, flew home.",
    "She turned 37 on Monday.",
    "He sailed at the age of 37.",
    "Maria Diaz (37) sang.",
]


@pytest.mark.parametrize("text", AGES)
def test_a_bare_age_is_in_years(text: str) -> None:
    claim = only_claim(text)
    assert (amount(claim), claim.kind, claim.unit, claim.entity) == ("37", "physical", "year", "age")


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("A 30-year-old sailor drowned.", "30-year-old"),
        ("The boy is ten years old.", "ten years old"),
        ("A girl of 18 months of age fell.", "18 months of age"),
    ],
)
def test_the_words_of_an_age_belong_to_its_surface(text: str, surface: str) -> None:
    claim = only_claim(text)
    assert (claim.surface, claim.entity) == (surface, "age")


def test_seconds_behind_a_leader_are_no_age() -> None:
    assert told("He is 35 seconds behind the leader.")[0][2] == "second"


@pytest.mark.parametrize(
    "text", ["A magnitude-6.1 quake hit.", "A 6.1 quake hit.", "A quake measuring 6.1 on the Richter scale hit.", "An M6.1 quake hit."]
)
def test_quakes_are_read_on_their_scale(text: str) -> None:
    claim = only_claim(text)
    assert (amount(claim), claim.unit, claim.entity) == ("6.1", "magnitude", "magnitude")


def test_a_second_reading_goes_on_from_the_first() -> None:
    assert [claim.unit for claim in claims_of("It was followed by a 2.9 aftershock and a 2.2 later.")] == ["magnitude", "magnitude"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The crew earns 40 dollars a day.", "USD / day"),
        ("The road costs 3 million euros per kilometre.", "EUR / kilometer"),
        ("Tickets cost 12 euros each way.", "EUR"),
        ("They paid 40 dollars a share.", "USD / share"),
        ("They paid 40 dollars a year earlier.", "USD"),
        ("The ferry makes 30 km/h.", "kilometer / hour"),
    ],
)
def test_a_rate_has_its_divisor_in_the_unit(text: str, unit: str) -> None:
    assert only_claim(text).unit == unit


def test_lists_share_the_last_noun() -> None:
    assert [row[2] for row in told("The region has 17, 20 and 42 partners.")] == ["partner", "partner", "partner"]


def test_a_comma_alone_shares_nothing() -> None:
    assert told("The turnout was 16,644, 16 per cent of voters.")[0][2] != "percent"


def test_an_ellipsis_goes_on_with_the_noun_before() -> None:
    assert told("They sold 435 homes by sale and 187 by tender.")[1] == ("187", "187", "home", "home")


def test_of_which_takes_the_noun_of_the_count_before() -> None:
    claims = claims_of("The state has 42 partners, 17 of which signed.")
    assert (claims[1].entity, claims[1].scope) == ("partner", "of which")


def test_of_which_are_takes_the_noun_behind() -> None:
    claims = claims_of("The state has 42 partners, 17 of which are G20 members.")
    assert (claims[1].unit, claims[1].entity) == ("member", "G20 member")


def test_the_number_of_a_thing_is_a_count_of_it() -> None:
    claim = only_claim("This brings the total number of member ports to 42.")
    assert (claim.unit, claim.entity, claim.scope) == ("port", "member port", "total")


def test_pixels_of_a_screen() -> None:
    assert [row[2] for row in told("The tablet has a 2880x1800 resolution.")] == ["pixel", "pixel"]


def test_a_bracket_converts_the_sum_before_it() -> None:
    first, second = claims_of("The gift cost 2 million VND (77 USD).")
    assert (second.role, second.converts, second.unit) == ("conversion", first.claim_id, "USD")


def test_a_bracket_with_a_word_of_its_own_converts_nothing() -> None:
    assert [claim.role for claim in claims_of("The gift cost 2 million VND (it had cost 77 USD once before).")] == ["actual", "actual"]


def test_a_rate_behind_the_bracket_is_for_both() -> None:
    assert [row[2] for row in told("It earns 9 million shekels ($2.4 million) a year.")] == ["ILS / year", "USD / year"]


def test_two_bounds_are_one_range() -> None:
    claim = only_claim("There were more than 30 and less than 40 boats.")
    assert (amount(claim), claim.unit, claim.qualifier) == ("30..40", "boat", "")


def test_times_behind_adjectives_are_durations() -> None:
    claim = only_claim("It rained for 10 consecutive days.")
    assert (claim.kind, claim.unit, claim.surface) == ("physical", "day", "10 consecutive days")


def test_a_lone_victim_is_counted() -> None:
    claims = claims_of("He shot three people, killing one, before he fled.")
    assert [(amount(claim), claim.unit) for claim in claims] == [("3", "person"), ("1", "person")]


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("The two sides met.", "minor"),
        ("All three operators agreed.", "minor"),
        ("Two boats sank.", "core"),
        ("At least one boat sank.", "core"),
        ("The three-storey house burned.", "core"),
    ],
)
def test_numbers_that_only_point_back_are_minor(text: str, weight: str) -> None:
    assert only_claim(text).weight == weight


def test_a_day_or_two_is_told_in_days() -> None:
    assert told("Repairs will take a day or two at most.")[0][1:3] == ("2", "day")


def test_some_of_the_people_counted_before_need_no_noun() -> None:
    assert [claim.unit for claim in claims_of("The rebels hold 65 hostages; 12 have been freed.")] == ["hostage", "hostage"]


def test_a_further_number_goes_on_with_the_noun_before() -> None:
    assert told("The airline cancelled 120 flights on Monday and a further 85 on Tuesday.")[1] == ("85", "85", "flight", "flight")


def test_two_thirds_of_a_number_of_people_are_a_share_of_them() -> None:
    assert told("Two thirds of the 240 employees will leave.")[0] == ("Two thirds", "0.6666666666666666666666666667", "times", "employee")


def test_ordinals_joined_share_their_noun() -> None:
    assert [row[3] for row in told("They were his 12th and 13th goals.")] == ["goal", "goal"]


def test_a_line_of_hundreds_of_numbers_a_word_apart_states_nothing() -> None:
    assert claims_of("The log read " + "12 and " * 300 + "no more.") == []
    assert len(claims_of("The log read " + "12 tugs and " * 100 + "no more.")) == 100


def test_numbers_beside_such_a_line_are_read() -> None:
    assert told("The log read " + "12 and " * 300 + "then it broke off. The port handled 35 ships.") == [("35", "35", "ship", "ship")]
