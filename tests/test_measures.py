"""Currencies, percents and units beside a number."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reading import claims_in, figures_in


@pytest.mark.parametrize(
    ("text", "surface", "value", "unit"),
    [
        ("It cost US$1.2bn in all.", "US$1.2bn", "1200000000", "USD"),
        ("It cost Rs 3.5 crore.", "Rs 3.5 crore", "35000000", "INR"),
        ("It cost RM79.", "RM79", "79", "MYR"),
        ("It cost 42RM.", "42RM", "42", "MYR"),
        ("It cost ringgit 42.", "ringgit 42", "42", "MYR"),
        ("It cost c $ 300.", "c $ 300", "300", "CAD"),
        ("It cost 17 USD 25.", "17 USD 25", "17.25", "USD"),
        ("It cost US$3 and fourteen.", "US$3 and fourteen", "3.14", "USD"),
        ("It cost 3 CAD 3 cents.", "3 CAD 3 cents", "3.03", "CAD"),
        ("It cost 20 dollars 43c.", "20 dollars 43c", "20.43", "USD"),
        ("It cost 75 USD million.", "75 USD million", "75000000", "USD"),
        ("It lost $-99.99 then.", "$-99.99", "-99.99", "USD"),
        ("a $5 million deal", "$5 million", "5000000", "USD"),
        ("They paid $5 million USD.", "$5 million USD", "5000000", "USD"),
        ("They paid a $ 5 million fine.", "$ 5 million", "5000000", "USD"),
        ("It cost 90 pence.", "90 pence", "90", "penny"),
        ("It cost 500.000 VND.", "500.000 VND", "500000", "VND"),
        ("It cost 10 million $ a year.", "10 million $", "10000000", "USD"),
        ("It cost 2 dollars & 30 cents.", "2 dollars & 30 cents", "2.30", "USD"),
    ],
)
def test_money_is_read_with_its_marks(text: str, surface: str, value: str, unit: str) -> None:
    (figure, covered), *_ = figures_in(text)
    assert (covered, figure.value, figure.kind, figure.unit) == (surface, Decimal(value), "currency", unit)


def test_a_mark_between_two_numbers_belongs_to_the_one_it_measures() -> None:
    assert [surface for _, surface in figures_in("10 $ 30 $")] == ["10 $", "30 $"]
    assert [surface for _, surface in figures_in("3 USD50 cards")] == ["3", "USD50"]
    assert [surface for _, surface in figures_in("12 then $5")] == ["12", "$5"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("She carried 80 pounds of rice.", "physical"),
        ("He bought a twenty-pound bag of rice.", "physical"),
        ("The dog weighs 12 pounds.", "physical"),
        ("He got a 20-pound fine.", "currency"),
        ("They spent 80 pounds of the grant.", "currency"),
        ("A 2 million pound house stood there.", "currency"),
    ],
)
def test_pounds_are_money_or_weight(text: str, kind: str) -> None:
    (figure, _), *_ = figures_in(text)
    assert figure.kind == kind


@pytest.mark.parametrize("name", ["the dollar 20 years ago", "the euro 5 games", "one peso 3"])
def test_a_currency_that_is_spoken_of_measures_nothing(name: str) -> None:
    assert all(figure.kind != "currency" or surface.startswith("one") for figure, surface in figures_in(name))


@pytest.mark.parametrize(
    ("text", "surface", "unit"),
    [
        ("up 5% now", "5%", "percent"),
        ("up 5 per cent now", "5 per cent", "percent"),
        ("up 5 per-cent now", "5 per-cent", "percent"),
        ("up 5 pct", "5 pct", "percent"),
        ("up 2 percentage points", "2 percentage points", "percentage_point"),
        ("up 2 %-points", "2 %-points", "percentage_point"),
        ("up 3 pp", "3 pp", "percentage_point"),
    ],
)
def test_percents_and_points(text: str, surface: str, unit: str) -> None:
    ((figure, covered),) = figures_in(text)
    assert (covered, figure.kind, figure.unit) == (surface, unit, unit)


def test_escapes_of_an_address_are_no_percentages() -> None:
    assert not [claim for claim in claims_in("See example.org/?u=a%20b%2F%20c for it.") if claim.kind == "percent"]


@pytest.mark.parametrize(
    ("text", "surface", "value", "unit"),
    [
        ("It is 5 sq. km. in size.", "5 sq. km.", "5", "kilometer ** 2"),
        ("It weighs 80 kg.", "80 kg", "80", "kilogram"),
        ("It covers 12 km2 there.", "12 km2", "12", "kilometer ** 2"),
        ("It takes 20 J/m^2 a day.", "20 J/m^2", "20", "joule / meter ** 2"),
        ("It was 37 ° celsius.", "37 ° celsius", "37", "degree_Celsius"),
        ("It was minus 17 degrees.", "minus 17 degrees", "-17", "degree"),
        ("They slept in minus-17 degree cold.", "minus-17 degree", "-17", "degree"),
        ("It was 12 degrees Celsius below zero.", "12 degrees Celsius below zero", "-12", "degree_Celsius"),
        ("It took two hours and a half to land.", "two hours and a half", "2.5", "hour"),
        ("They met a year and a half ago.", "a year and a half", "1.5", "year"),
        ("It is 3 miles and a quarter away.", "3 miles and a quarter", "3.25", "mile"),
        ("It is a mile and three quarters away.", "a mile and three quarters", "1.75", "mile"),
        ("It cost 3 dollars and a half.", "3 dollars and a half", "3.5", "USD"),
        ("It is 5-1/2 inches thick.", "5-1/2 inches", "5.5", "inch"),
        ("A 100-MW plant.", "100-MW", "100", "megawatt"),
        ("A 20,000-TEU ship.", "20,000-TEU", "20000", "twenty_foot_equivalent_unit"),
        ("It covers 2.5m km².", "2.5m km²", "2500000", "kilometer ** 2"),
        ("It is 5ft3in tall.", "5ft3in", "5.25", "foot"),
        ("He is five foot nine.", "five foot nine", "5.75", "foot"),
        ("A six-foot-three guard.", "six-foot-three", "6.25", "foot"),
        ("It ran for 1h30m.", "1h30m", "90", "minute"),
        ("He ran 2h15m30s.", "2h15m30s", "8130", "second"),
        ("She weighs 12st 4lb.", "12st 4lb", "172", "lb"),
        ("IT IS 5 SQ KM IN SIZE.", "5 SQ KM", "5", "kilometer ** 2"),
        ("It was minus five Celsius.", "minus five Celsius", "-5", "degree_Celsius"),
        ("It holds 3 GiB.", "3 GiB", "3", "gibibyte"),
        ("It is 5 ft 2 in tall.", "5 ft 2 in", str(Decimal(5) + Decimal(2) / 12), "foot"),
        ("A 6-foot-3 guard.", "6-foot-3", "6.25", "foot"),
        ("He is 5'9 now.", "5'9", "5.75", "foot"),
        ("It is 2 yards 7 ft 10 inches long.", "2 yards 7 ft 10 inches", "166", "inch"),
        ("It is 2.5±0.1 kg now.", "2.5±0.1 kg", "2.5", "kilogram"),
        ("It is half a mile away.", "half a mile", "0.5", "mile"),
        ("It took twenty-one (21) days.", "twenty-one (21) days", "21", "day"),
        ("It is 3 m x 2 m.", "3 m", "3", "meter"),
        ("They have 278,000 t of it.", "278,000 t", "278000", "metric_ton"),
    ],
)
def test_physical_units(text: str, surface: str, value: str, unit: str) -> None:
    (figure, covered), *_ = figures_in(text)
    assert (covered, figure.unit) == (surface, unit)
    assert figure.value is not None
    assert abs(figure.value - Decimal(value)) < Decimal("1e-20")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It has 1.2m users.", "1200000", ""),
        ("It drew 100K.", "100000", ""),
        ("It is 1.2m long.", "1.2", "meter"),
        ("It earned $2.5m.", "2500000", "USD"),
        ("It stores 10G.", "10000000000", ""),
    ],
)
def test_a_letter_is_a_scale_where_something_is_counted(text: str, value: str, unit: str) -> None:
    (figure, _), *_ = figures_in(text)
    assert (figure.value, figure.unit) == (Decimal(value), unit)


@pytest.mark.parametrize("text", ['He said "it was 5" and left.', "The 13F filing is late.", "The players, 12 in all, left."])
def test_what_only_looks_like_a_unit_is_none(text: str) -> None:
    assert [figure.kind for figure, _ in figures_in(text)] == [""]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The load was 100 kg (220 pounds).", "lb"),
        ("The load was 100 kg (about 220 pounds).", "lb"),
        ("The load was 100 kg, or 220 pounds.", "lb"),
        ("The load was 100 kg/220 pounds.", "lb"),
        ("The seed cost 100 euros (85 pounds).", "GBP"),
        ("They sold 100 kg for 220 pounds.", "GBP"),
    ],
)
def test_pounds_beside_a_mass_are_a_mass(text: str, unit: str) -> None:
    assert [claim.unit for claim in claims_in(text)][1] == unit


def test_some_of_things_of_a_size_have_no_size_themselves() -> None:
    assert [claim.unit for claim in claims_in("They built five of the three-ton satellites.")] != ["ton", "ton"]


@pytest.mark.parametrize("text", ["24703 L-202", "24703 m212", "It is 5 foot 3 times over."])
def test_a_letter_of_a_code_is_no_unit(text: str) -> None:
    assert all(claim.unit in ("", "foot", "times") for claim in claims_in(text))
