"""The period of a figure and the period it is against, in sentences of our own."""

from __future__ import annotations

from datetime import date

import pytest

from ledger.extract.dates import find_dates
from ledger.extract.period_dates import PeriodLexicon, make_period_lexicon
from ledger.extract.periods import Period, period_of, read_periods
from ledger.pack import load_pack
from ledger.sources.tokens import NUMBER, Block

PUBLISHED = date(2026, 2, 14)


@pytest.fixture(scope="module")
def lexicon() -> PeriodLexicon:
    pack = load_pack()
    return make_period_lexicon(pack.rules["periods"], pack.rules["speech"])


def period_in(marked: str, lexicon: PeriodLexicon, published: date | None = PUBLISHED) -> Period:
    """The period of the figure that braces mark; a full stop before a capital ends a sentence."""
    start, end = marked.index("{"), marked.index("}") - 1
    text = marked.replace("{", "").replace("}", "")
    block = Block(text, 0, len(text))
    opens = [0, *(at + 1 for at, word in enumerate(block.words[:-1]) if word == "." and block.words[at + 1][0].isupper())]
    block.sentences = list(zip(opens, [*opens[1:], len(block)], strict=True))
    first = next(at for at in range(len(block)) if block.ends[at] > start)
    last = next((at for at in range(first, len(block)) if block.starts[at] >= end), len(block))
    dates = find_dates(block, lexicon.dates, published)
    dated = {at for span in dates for at in range(span.first, span.last)}
    figures = [(at, at + 1) for at, kind in enumerate(block.kinds) if kind == NUMBER and at not in dated]
    return period_of(read_periods(block, dates, lexicon, published, figures), first, last)


@pytest.mark.parametrize(
    ("marked", "period", "base"),
    [
        ("The ministry signed {350} agreements in 2025.", "2025", ""),
        ("In 2025 the yard, which is old, built {12} ferries.", "2025", ""),
        ("In 2009, wardens said they had found {80} percent of the eggs.", "2009", ""),
        ("The plant will employ {300} bakers by 2030.", "2030", ""),
        ("From 2026 onward the canal will carry {300} barges.", "2026/..", ""),
        ("Since 1976 the river has drowned {40 cows}.", "1976/..", ""),
        ("A storm sank {14} boats on Sunday.", "2026-02-08", ""),
        ("The library lent {4,200} films last year.", "2025", ""),
        ("The port served {5} ships two years ago.", "2024", ""),
        ("Over the past five years exports grew {12} percent.", "2021/2026", ""),
        ("Its 2018 sales jumped {90} percent.", "2018", ""),
        ("Trade in 2025 was {2.5 times} higher than in 2024.", "2025", "2024"),
        ("It earned 5 million euros last year, up {25%} from a year earlier.", "2025", "2024"),
        ("The third quarter saw {12%} growth year-on-year.", "2025-07/2025-09", "2024-07/2024-09"),
        ("Output rose {60%} in 2018, up from 2.4 million in 2017.", "2018", "2017"),
        ("Output rose 60% in 2018, up from {2.4 million} in 2017.", "2017", ""),
        ("from {20} miles a gallon in 2008 to 29 in 2020", "2008", ""),
        ("from 20 miles a gallon in 2008 to {29} in 2020", "2020", ""),
        ("The river fell to {2.1 metres}, the lowest since 1976.", "", "1976"),
        ("In 2025 the yard grew. It built {12} ferries.", "2025", ""),
        ("The museum opened in 2003. The following year it drew {900} guests.", "2004", ""),
    ],
)
def test_a_figure_takes_the_date_of_its_clause(lexicon: PeriodLexicon, marked: str, period: str, base: str) -> None:
    found = period_in(marked, lexicon)
    assert (found.period, found.base) == (period, base)


@pytest.mark.parametrize(
    "marked",
    [
        "Wardens said on Tuesday that {12} cows had drowned.",
        "On Tuesday, wardens said {12} cows had drowned.",
        "In a survey released on Sunday, {62} percent of bakers were tired.",
        "Nichols, {37}, was fined in 2005.",
        "The {37}-year-old was fined in 2005.",
        "The 2007 Working Group put the slip at {9} millimetres.",
        "The dam has {9} gates; it was drained in 2005.",
        "After the flood in 2005 the town, which nobody had warned, and where few had boats, lost {9} barns.",
    ],
)
def test_the_date_of_something_else_gives_none(lexicon: PeriodLexicon, marked: str) -> None:
    assert period_in(marked, lexicon) == Period()


def test_relative_words_give_none_without_a_publication_date(lexicon: PeriodLexicon) -> None:
    assert period_in("A storm sank {14} boats on Sunday.", lexicon, None) == Period()
    assert period_in("The port served {5} ships two years ago.", lexicon, None) == Period()


def test_a_period_names_the_rule_that_gave_it(lexicon: PeriodLexicon) -> None:
    assert period_in("The yard built {12} ferries in 2025.", lexicon).rules == ("period-in-sentence",)
    assert period_in("In 2025 the yard grew. It built {12} ferries.", lexicon).rules == ("period-of-paragraph",)
