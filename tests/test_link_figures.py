"""Two stated figures: same, nuance, rounding, conflict or unknown."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.link.figures import Figure, is_cut, last_place, relate, rounding_interval
from ledger.link.scale import Scale
from ledger.pack import load_pack

SETTINGS = load_pack().link["verdict"]


def figure(text: str, unit: str = "boat", *, counts: bool = True) -> Figure:
    """ "about 50", "200..999" or "12"; the unit kilometer or mile has a common scale."""
    *hedges, digits = text.split()
    low, _, high = digits.partition("..")
    factor = {"kilometer": Decimal(1000), "mile": Decimal("1609.344")}.get(unit, Decimal(1))
    yardstick = "[length]" if unit in ("kilometer", "mile") else unit if unit in ("USD", "EUR") else "count"
    return Figure(Decimal(low), Decimal(high or low), frozenset(hedges), counts, unit, yardstick, Scale(yardstick, factor))


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("12", "12", "same"),
        ("about 50", "about 50", "same"),
        ("350", "nearly 350", "nuance"),
        ("12", "15", "conflict"),
        ("at_least 12", "15", "conflict"),
        ("600", "612", "rounding"),
        ("600", "640", "conflict"),
        ("more_than 300", "316", "rounding"),
        ("more_than 100000", "200000", "conflict"),
        ("more_than 200", "more_than 400", "conflict"),
        ("about 50", "54", "rounding"),
        ("about 50", "70", "conflict"),
        ("24..99", "50", "rounding"),
        ("24..99", "249", "conflict"),
        ("nearly 350", "347", "rounding"),
        ("nearly 350", "290", "conflict"),
    ],
)
def test_counts(left: str, right: str, kind: str) -> None:
    assert relate(figure(left), figure(right), SETTINGS).kind == kind
    assert relate(figure(right), figure(left), SETTINGS).kind == kind


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("22", "22.1", "rounding"),
        ("5.9", "6.1", "conflict"),
        ("13.2", "13.9", "conflict"),
        ("1.2", "12", "conflict"),
        ("1500", "1480", "rounding"),
        ("54000000000", "53900000000", "rounding"),
        ("9.6", "9.68", "rounding"),
    ],
)
def test_measured_figures(left: str, right: str, kind: str) -> None:
    assert relate(figure(left, counts=False), figure(right, counts=False), SETTINGS).kind == kind


@pytest.mark.parametrize(
    ("kilometers", "miles", "kind"), [("58", "36", "rounding"), ("about 58", "35", "rounding"), ("100", "30", "conflict")]
)
def test_units_of_one_dimension_are_both_rounded(kilometers: str, miles: str, kind: str) -> None:
    assert relate(figure(kilometers, "kilometer", counts=False), figure(miles, "mile", counts=False), SETTINGS).kind == kind


def test_two_currencies_have_no_verdict() -> None:
    assert relate(figure("2", "USD", counts=False), figure("2", "EUR", counts=False), SETTINGS).kind == "unknown"


def test_the_working_names_both_figures() -> None:
    assert relate(figure("12"), figure("15"), SETTINGS).working == "12 and 15 are 20% apart"
    assert relate(figure("350"), figure("nearly 350"), SETTINGS).working in (
        "350 boat beside nearly 350 boat",
        "nearly 350 boat beside 350 boat",
    )


@given(
    st.integers(1, 5000),
    st.integers(1, 5000),
    st.sampled_from(["", "about ", "nearly ", "more_than "]),
    st.sampled_from(["", "at_least ", "at_most "]),
)
def test_relations_are_symmetric(one: int, two: int, left: str, right: str) -> None:
    first, second = figure(f"{left}{one}"), figure(f"{right}{two}")
    assert relate(first, second, SETTINGS) == relate(second, first, SETTINGS)


@given(st.decimals("0.001", "1e9", places=3))
def test_a_figure_lies_in_its_rounding_interval(number: Decimal) -> None:
    assert number in rounding_interval(number)


def test_last_places() -> None:
    assert [last_place(Decimal(text)) for text in ("1500", "9.60", "7", "0")] == [100, Decimal("0.1"), 1, 1]


@given(st.integers(10, 10**9))
def test_a_figure_cut_to_two_digits_is_a_cut(full: int) -> None:
    step = 10 ** (len(str(full)) - 2)
    assert is_cut(Decimal(full // step * step), Decimal(full))
