"""The verdict on a fact, from what its mentions say of one another."""

from __future__ import annotations

from datetime import date

import pytest

from ledger.link.verdict import find_disputes, judge
from ledger.model import Claim
from ledger.pack import load_pack
from link_samples import MEASURE, make_claim

SETTINGS = load_pack().link["verdict"]


def verdict(*claims: Claim, **published: date) -> str:
    days = {f"{name}.txt": day for name, day in published.items()}
    return judge(claims, find_disputes(claims, MEASURE, SETTINGS), days, MEASURE)


def boats(marked: str, article: str, **fields: object) -> Claim:
    return make_claim(f"{{{marked}}} boats sank", article, unit="boat", **fields)


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ([("12", "")], "single"),
        ([("12", ""), ("12", "")], "agree"),
        ([("350", ""), ("350", "nearly")], "nuance"),
        ([("612", ""), ("600", "")], "rounding"),
        ([("12", ""), ("15", "")], "conflict"),
        ([("12", "at_least"), ("15", "")], "conflict"),
        ([("12", ""), ("12", ""), ("15", "")], "conflict"),
    ],
)
def test_verdicts_of_undated_mentions(figures: list[tuple[str, str]], expected: str) -> None:
    claims = [boats(figure, f"{number}.txt", qualifier=hedge) for number, (figure, hedge) in enumerate(figures)]
    assert verdict(*claims) == expected


def test_a_later_figure_supersedes_an_earlier_one() -> None:
    assert verdict(boats("12", "a.txt"), boats("15", "b.txt"), a=date(2026, 3, 1), b=date(2026, 3, 2)) == "superseded"


def test_two_figures_of_one_day_conflict() -> None:
    assert verdict(boats("12", "a.txt"), boats("15", "b.txt"), a=date(2026, 3, 1), b=date(2026, 3, 1)) == "conflict"


def test_a_figure_that_comes_back_is_a_conflict() -> None:
    claims = [boats("12", "a.txt"), boats("15", "b.txt"), boats("12", "c.txt")]
    assert verdict(*claims, a=date(2026, 3, 1), b=date(2026, 3, 2), c=date(2026, 3, 3)) == "conflict"


def test_one_undated_article_leaves_a_conflict() -> None:
    assert verdict(boats("12", "a.txt"), boats("15", "b.txt"), a=date(2026, 3, 1)) == "conflict"


def test_amounts_in_two_currencies_agree_as_far_as_anyone_can_tell() -> None:
    claims = [
        make_claim("{2 million} euros", "a.txt", kind="currency", unit="EUR"),
        make_claim("{3 million} dollars", "b.txt", kind="currency", unit="USD"),
    ]
    assert verdict(*claims) == "rounding"


def test_a_figure_in_words_or_digits_is_one_figure() -> None:
    assert verdict(make_claim("{twelve} boats", "a.txt", value=12, unit="boat"), boats("12", "b.txt")) == "agree"
