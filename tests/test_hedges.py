"""Hedges: which words qualify a figure, and the intervals they allow."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading import claims_in

_HOLDS_VALUE = ["about", "nearly", "at least", "up to", "exactly", "a record", "some", "no fewer than", "no more than", "roughly"]
_OPEN = ["more than", "less than", "over", "fewer than", "below"]


@settings(deadline=None)
@given(st.sampled_from(_HOLDS_VALUE), st.integers(13, 10**9))
def test_the_figure_lies_in_what_its_hedge_allows(hedge: str, number: int) -> None:
    (claim,) = claims_in(f"The port handled {hedge} {number:,} crates.")
    assert claim.value == number
    assert claim.value in claim.bounds
    assert claim.value in claim.expected


@settings(deadline=None)
@given(st.sampled_from(_OPEN), st.integers(13, 10**9))
def test_more_than_and_less_than_leave_the_figure_out(hedge: str, number: int) -> None:
    (claim,) = claims_in(f"The port handled {hedge} {number:,} crates.")
    assert claim.value == number
    assert claim.value not in claim.bounds
    assert (claim.bounds.low is None) == (hedge in ("less than", "fewer than", "below"))


@pytest.mark.parametrize(
    ("text", "qualifier", "bounds"),
    [
        ("The hall holds nearly 350 people.", "nearly", "(-inf, 350]"),
        ("The hall holds 350 or more people.", "at_least", "[350, +inf)"),
        ("The hall holds 350+ people.", "more_than", "(350, +inf)"),
        ("The hall holds 20-plus people.", "more_than", "(20, +inf)"),
        ("The hall holds as many as 350 people.", "at_most", "(-inf, 350]"),
        ("Pupils aged 12 and under came.", "at_most", "(-inf, 12]"),
        ("Pupils aged 12 and above came.", "at_least", "[12, +inf)"),
        ("The hall holds at least an estimated 350 people.", "at_least;about", "[315.0, +inf)"),
        ("The firm saw double-digit growth.", "at_least", "[10, +inf)"),
        ("The score was equal or greater than 50.", "at_least", "[50, +inf)"),
        ("The shop sold between 40 and 50 lamps.", "", "[40, 50]"),
    ],
)
def test_hedges_are_canonical_and_have_their_interval(text: str, qualifier: str, bounds: str) -> None:
    (claim,) = claims_in(text)
    assert (claim.qualifier, str(claim.bounds)) == (qualifier, bounds)


@pytest.mark.parametrize(
    "text",
    [
        "They talked about 12 villages.",
        "Wages increased over 3 years.",
        "Children under 12 pay nothing.",
        "The lamp costs 20 euros plus postage.",
        "She spent the past 12 days there.",
        "The team won a record.",
    ],
)
def test_prepositions_of_something_else_are_no_hedges(text: str) -> None:
    assert all(claim.qualifier == "" for claim in claims_in(text))


def test_a_hedge_of_a_negative_figure_keeps_its_ends_in_order() -> None:
    (claim,) = claims_in("The night stood at about -20 C there.")
    assert claim.value == Decimal(-20)
    assert str(claim.bounds) == "[-22.0, -18.0]"


def test_the_span_of_a_figure_leaves_its_hedge_out() -> None:
    (claim,) = claims_in("The town lost more than 40 homes.")
    assert claim.surface == "40"


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("The reading is less than 30 and more than 20.", [""]),
        ("The reading is 20 or bigger.", ["at_least"]),
        ("The reading is 20 and less.", ["at_most"]),
        ("They hired 20 minimum wage workers.", [""]),
        ("They hired 20 minimum.", ["at_least"]),
    ],
)
def test_a_bound_behind_belongs_to_its_own_figure(text: str, bounds: list[str]) -> None:
    assert [claim.qualifier for claim in claims_in(text)] == bounds
