"""Ranges, signs and decades, and the claims that come of them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading import claims_in, extract, figures_in
from timing import assert_linear


@pytest.mark.parametrize(
    ("text", "surface", "low", "high", "unit"),
    [
        ("It earned $26-31 million.", "$26-31 million", "26000000", "31000000", "USD"),
        ("It earned between $26 and $31 million.", "$26 and $31 million", "26000000", "31000000", "USD"),
        ("It cost $200 to $4 million.", "$200 to $4 million", "200", "4000000", "USD"),
        ("It cost £1m-£2m.", "£1m-£2m", "1000000", "2000000", "GBP"),
        ("It fell from 31 to 26 million.", "31 to 26 million", "26000000", "31000000", ""),
        ("It fell from 10-5%.", "10-5%", "5", "10", "percent"),
        ("It takes 80–85% of it.", "80–85%", "80", "85", "percent"),
        ("It takes between 5 and six.", "5 and six", "5", "6", ""),
        ("It takes from 240 to 273.", "240 to 273", "240", "273", ""),
        ("It takes between 2 g and about 7 g.", "2 g and about 7 g", "2", "7", "gram"),
        ("It takes 2 -7 g.", "2 -7 g", "2", "7", "gram"),
        ("Some 2m-3m people.", "2m-3m", "2000000", "3000000", ""),
        ("It is 5m-10m deep.", "5m-10m", "5", "10", "meter"),
        ("It was 15°C-20°C.", "15°C-20°C", "15", "20", "degree_Celsius"),
        ("It takes two or three.", "two or three", "2", "3", ""),
        ("It takes 5 to 50 cents.", "5 to 50 cents", "5", "50", "US_cent"),
        ("It is -15 ~ -1 there.", "-15 ~ -1", "-15", "-1", ""),
        ("It takes 1.5-2.5m people.", "1.5-2.5m", "1500000", "2500000", ""),
        ("It takes two- to three-year terms.", "two- to three-year", "2", "3", "year"),
        ("It is between the ages of 18 and 25.", "18 and 25", "18", "25", "year"),
        ("Temperatures in the mid-30s.", "mid-30s", "34", "36", ""),
        ("She is in her late fifties.", "late fifties", "57", "59", "year"),
    ],
)
def test_a_range_has_both_ends_one_unit_and_one_span(text: str, surface: str, low: str, high: str, unit: str) -> None:
    ((figure, covered),) = figures_in(text)
    assert (covered, figure.value, figure.low, figure.high, figure.unit) == (surface, None, Decimal(low), Decimal(high), unit)


@pytest.mark.parametrize(
    "text",
    [
        "It rose 5 to 30.",
        "He won 5 to 3.",
        "It was 5 and 6.",
        "He had half to 30 of them.",
        "It fell 5 percent to 30.",
    ],
)
def test_two_numbers_that_are_no_range_stay_two(text: str) -> None:
    assert len(figures_in(text)) == 2


@pytest.mark.parametrize(
    ("text", "value"),
    [("It is -5 now", "-5"), ("It is −5 now", "-5"), ("at - 12 degrees", "-12"), ("A-5", "5"), ("it - 5 of them -", "5"), ("+5", "5")],
)
def test_a_dash_is_a_minus_where_it_can_be_nothing_else(text: str, value: str) -> None:
    (figure, _), *_ = figures_in(text)
    assert figure.value == Decimal(value)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("They want more than 30 and less than 40 chairs.", 30, 40),
        ("They want fewer than 40 but more than 30 chairs.", 30, 40),
        ("It is above one quarter and below a half.", Decimal("0.25"), Decimal("0.5")),
        ("It is 5 or more and less than 10.", 5, 10),
    ],
)
def test_a_lower_and_an_upper_bound_are_one_range(text: str, low: Decimal, high: Decimal) -> None:
    (claim,) = claims_in(text)
    assert (claim.value, claim.low, claim.high) == (None, low, high)


@settings(deadline=None)
@given(st.integers(1, 900), st.integers(1, 900), st.sampled_from(["{}-{}%", "{} to {} percent", "between {} and {} kg", "from {}% to {}%"]))
def test_a_rendered_range_reads_back(a: int, b: int, pattern: str) -> None:
    low, high = sorted((a, a + b))
    (claim,) = claims_in(f"The share stood at {pattern.format(low, high)} then.")
    assert (claim.value, claim.low, claim.high) == (None, low, high)


_WORDS = [
    "about ",
    "$",
    "%",
    " kg",
    " million",
    "-",
    " to ",
    " and ",
    "half ",
    "\u00a0",
    "🙂",
    "e\u0301",
    "12",
    "3.5",
    "one",
    "’s",
    "(",
    ")",
    ", ",
    ". ",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(_WORDS), max_size=25).map("".join))
def test_every_surface_is_the_text_at_its_place(text: str) -> None:
    extraction = extract(text)
    places = [(claim.start, claim.end, claim.surface) for claim in extraction.claims]
    places += [(row.start, row.end, row.surface) for row in extraction.uncounted]
    assert all(text[start:end] == surface for start, end, surface in places)
    covered = {i for start, end, _ in places for i in range(start, end)}
    assert all(i in covered for i, character in enumerate(text) if character.isdigit())


@pytest.mark.parametrize(
    "unit",
    ["7", "1,1,", "one one ", "---", '""""', "$$$$", "5-", "5 to ", "$1 and ", "5% ", '5" ', "5 ft ", "1.5m ", "(5) ", "-5 ", "5 pounds "],
)
def test_extraction_is_linear_in_hostile_lines(unit: str) -> None:
    assert_linear(extract, unit, 100)
