"""Dates and clock times in a block: what is found, what it stands for, and what is no date."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.extract.dates import DateLexicon, DateSpan, find_dates, make_date_lexicon
from ledger.pack import load_pack
from ledger.sources.tokens import Block
from timing import assert_linear

PUBLISHED = date(2026, 2, 14)


@pytest.fixture(scope="module")
def lexicon() -> DateLexicon:
    return make_date_lexicon(load_pack().rules["periods"])


def spans_of(text: str, lexicon: DateLexicon, published: date | None = PUBLISHED) -> list[tuple[str, DateSpan]]:
    block = Block(text, 0, len(text))
    return [(text[block.starts[span.first] : block.ends[span.last - 1]], span) for span in find_dates(block, lexicon, published)]


@pytest.mark.parametrize(
    ("text", "surface", "iso"),
    [
        ("The quay opened on 14 February 2026.", "14 February 2026", "2026-02-14"),
        ("It rained on February 11 to 13.", "February 11 to 13", "2026-02-11/2026-02-13"),
        ("The fair runs Jan 19-23, 2026 in Ulm.", "Jan 19-23, 2026", "2026-01-19/2026-01-23"),
        ("The 14th of May was dry.", "14th of May", "2025-05-14"),
        ("They wed on July 2nd, 2013.", "July 2nd, 2013", "2013-07-02"),
        ("From Jan 30 - Feb 2, 2026 it snowed.", "Jan 30 - Feb 2, 2026", "2026-01-30/2026-02-02"),
        ("It lasted from December 2025 to January 2026.", "December 2025 to January 2026", "2025-12/2026-01"),
        ("Posted 2026-02-14 by the desk.", "2026-02-14", "2026-02-14"),
        ("Posted 28/01/2026Trade and more.", "28/01/2026", "2026-01-28"),
        ("Posted 28.01.2026 by the desk.", "28.01.2026", "2026-01-28"),
        ("Posted 11/28/05 by the desk.", "11/28/05", "2005-11-28"),
        ("It grew in the first quarter of 2026.", "first quarter of 2026", "2026-01/2026-03"),
        ("Profit in Q1 2026 was flat.", "Q1 2026", "2026-01/2026-03"),
        ("Profit in 1H25 was flat.", "1H25", "2025-01/2025-06"),
        ("The 1988 third quarter was flat.", "1988 third quarter", "1988-07/1988-09"),
        ("Cash for the first six months of 1989 fell.", "first six months of 1989", "1989-01/1989-06"),
        ("It earned little in fiscal 2025.", "fiscal 2025", "2025"),
        ("It earned little in FY2025/26.", "FY2025/26", "2025/2026"),
        ("The plan for the 2026 - 2030 period is set.", "2026 - 2030", "2026/2030"),
        ("It ran in 2012–13 only.", "2012–13", "2012/2013"),
        ("The tower is from the 1950s.", "1950s", "1950/1959"),
        ("A song of the '90s.", "'90s", "1990/1999"),
        ("A mill of the 19th century.", "19th century", "1801/1900"),
        ("Mills of the 18th and 19th centuries.", "18th and 19th centuries", "1701/1900"),
        ("Since mid-2024 it is shut.", "mid-2024", "2024"),
        ("By the end of 2025 it was shut.", "end of 2025", "2025"),
        ("From 2026 onward it will be shut.", "2026 onward", "2026/.."),
        ("Between 2020 and 2025 it was shut.", "2020 and 2025", "2020/2025"),
        ("He was born in May 8, 1945.", "May 8, 1945", "1945-05-08"),
        ("due dec . 12 , 1994 , priced low", "dec . 12 , 1994", "1994-12-12"),
        ("Shut since Monday, Feb. 9, it seems.", "Monday, Feb. 9", "2026-02-09"),
        ("The 9/11 museum reopened.", "9/11", "2001-09-11"),
        ("Biofach 2026, a fair.", "2026", "2026"),
        ("In 2012 people danced.", "2012", "2012"),
        ("Its 2018 models sold well.", "2018", "2018"),
    ],
)
def test_absolute_dates_are_found_with_their_span_and_interval(lexicon: DateLexicon, text: str, surface: str, iso: str) -> None:
    assert [(found, span.kind, span.iso) for found, span in spans_of(text, lexicon)] == [(surface, "date", iso)]


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("last year", "2025"),
        ("this year", "2026"),
        ("the past year", "2025"),
        ("last month", "2026-01"),
        ("next month", "2026-03"),
        ("last week", "2026-02-02/2026-02-08"),
        ("yesterday", "2026-02-13"),
        ("on Tuesday", "2026-02-10"),
        ("on Saturday", "2026-02-14"),
        ("last Saturday", "2026-02-07"),
        ("next Friday", "2026-02-20"),
        ("in December", "2025-12"),
        ("in the third quarter", "2025-07/2025-09"),
        ("a year ago", "2025"),
    ],
)
def test_relative_words_need_the_publication_date(lexicon: DateLexicon, words: str, iso: str) -> None:
    text = f"The library lent films {words}."
    assert [(span.iso, span.relative) for _, span in spans_of(text, lexicon)] == [(iso, True)]
    assert [(span.iso, span.low) for _, span in spans_of(text, lexicon, None)] == [("", None)]


def test_months_ahead_take_the_coming_year(lexicon: DateLexicon) -> None:
    assert [span.iso for _, span in spans_of("It is expected to open in June.", lexicon)] == ["2026-06"]
    assert [span.iso for _, span in spans_of("It opened in June.", lexicon)] == ["2025-06"]


def test_words_that_lean_on_another_date_tell_their_shift(lexicon: DateLexicon) -> None:
    found = [
        (surface, span.iso, span.shift, span.grain)
        for surface, span in spans_of("More than a year earlier or the previous month.", lexicon)
    ]
    assert found == [("a year earlier", "", -1, "year"), ("previous month", "", -1, "month")]


@pytest.mark.parametrize(
    "surface",
    [
        "7 pm",
        "7:30 p.m.",
        "1400 GMT",
        "19:05",
        "5 a.m. ET",
        "0530 hrs",
        "07h30",
        "noon",
        "midnight",
        "9.25 a.m.",
        "six o'clock",
        "11:25 GMT+02:00",
        "7-9 p.m.",
    ],
)
def test_clock_times_are_times(lexicon: DateLexicon, surface: str) -> None:
    assert [(found, span.kind) for found, span in spans_of(f"They met at {surface} sharp", lexicon)] == [(surface, "time")]


@pytest.mark.parametrize(
    "text",
    [
        "It drove out 2012 people.",
        "The barn cost $2012 then.",
        "The path is 2012 km long.",
        "They sold 2,012 sacks and 1,999 eggs.",
        "Resolution No. 1929 was read.",
        "A 2000mAh battery.",
        "They ran a 2000-meter race.",
        "Prices may rise and workers march.",
        "Theresa May spoke.",
        "The first and second barns burned.",
        "Three quarters of the hall and a quarter of the yard.",
        "He sat in the sun.",
        "We eat about 2000 - 2500 calories.",
        "The last 30 years were dry, and two-day trips were cheap.",
        "A man in his mid-30s.",
        "The Audi Q3 is small.",
        "The 0% APR offer.",
        "The second half of the match was dull.",
    ],
)
def test_quantities_names_and_verbs_are_no_dates(lexicon: DateLexicon, text: str) -> None:
    assert spans_of(text, lexicon) == []


def test_a_bare_year_is_told_from_one_by_its_words(lexicon: DateLexicon) -> None:
    text = "The silver 2007 Ford stood there in 2008."
    assert [(surface, span.sure) for surface, span in spans_of(text, lexicon)] == [("2007", False), ("2008", True)]


@given(st.text(alphabet="Mayin 0123456789:/-–.,'s(quarterlastyear)$h|T", max_size=80))
@settings(max_examples=150, deadline=None)
def test_spans_are_ordered_and_do_not_overlap(lexicon: DateLexicon, text: str) -> None:
    block = Block(text, 0, len(text))
    last = 0
    for span in find_dates(block, lexicon, PUBLISHED):
        assert last <= span.first < span.last <= len(block)
        assert span.low is None or span.high is None or span.low <= span.high
        last = span.last


def test_time_grows_with_the_length_only(lexicon: DateLexicon) -> None:
    for piece in ("2012-", "mid ", "12:30:", "of the end ", "last fiscal ", "12 May to ", "1950s and ", "may "):
        assert_linear(lambda text: find_dates(Block(text, 0, len(text)), lexicon, PUBLISHED), piece, 500)
