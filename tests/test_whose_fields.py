"""Whose period, outcome, place and subject: a figure takes its own words' and not those of the figure or the clause beside it."""

from __future__ import annotations

from datetime import date

import pytest

from extracting import extractor
from ledger.model import Claim, Document, Section

PUBLISHED = date(2013, 2, 10)


def claims_in(text: str) -> list[Claim]:
    """The claims of a text of one section that was published on a day."""
    document = Document("line.txt", text, published=PUBLISHED, sections=(Section("body", 0, len(text)),))
    return list(extractor().extract(document, fingerprint=False).claims)


def figure(text: str, surface: str) -> Claim:
    """The one claim of a text with a surface."""
    (claim,) = [claim for claim in claims_in(text) if claim.surface == surface]
    return claim


PERIODS = [
    ("In April last year the mill shed 40 weavers.", "2012-04"),
    ("The mill shed 40 weavers in January of last year.", "2012-01"),
    ("Last year, in January, the mill shed 40 weavers.", "2012-01"),
    ("The mill shed 40 weavers on 5 January last year.", "2012-01-05"),
    ("The mill will hire 40 weavers in April next year.", "2014-04"),
    ("In late December this year the mill will hire 40 weavers.", "2013-12"),
    ("The mill shed 40 weavers between March and May last year.", "2012-03/2012-05"),
    ("Output was 40 tonnes in the third quarter of last year.", "2012-07/2012-09"),
    ("The mill shed 40 weavers in April a year ago.", "2012-04"),
    ("The mill shed 40 weavers on Monday last week.", "2013-01-28"),
    ("In 2009 the pit shut. In April the year before it had shed 40 weavers.", "2008-04"),
    ("The mill shed 40 weavers in January the previous year.", ""),
    ("The fair sold 40 tonnes in April, last year's best month.", "2012-04"),
    ("The mill shed 40 weavers last April.", "2012-04"),
]


@pytest.mark.parametrize(("text", "period"), PERIODS)
def test_a_month_or_day_takes_the_year_told_beside_it(text: str, period: str) -> None:
    (claim,) = claims_in(text)
    assert claim.period == period


OUTCOMES = [
    ("The blast killed nine sailors, leaving two others missing.", "two", "missing"),
    ("The storm struck Orr island, home to 120,000 people, and the port.", "120,000", ""),
    ("Rebels hit a town of 9,000 inhabitants, killing 20.", "9,000", ""),
    ("Rebels hit a town of 9,000 inhabitants, killing 20.", "20", "killed"),
    ("A quake hit the coast, injuring dozens more and damaging several villages.", "dozens", "injured"),
    ("The envoys held 75 visits, in the course of which the island upgraded ties with 17 states.", "75", ""),
    ("The envoys held 75 visits, in the course of which the island upgraded ties with 17 states.", "17", "upgraded"),
    ("The ferry carried 120 people, of whom 40 died.", "40", "killed"),
    ("Six more bodies recovered in the valley.", "Six", "killed"),
    ("The ambush killed five soldiers, two drivers and three civilians.", "three", "killed"),
]


@pytest.mark.parametrize(("text", "surface", "outcome"), OUTCOMES)
def test_an_outcome_is_that_of_the_verb_that_rules_the_figure(text: str, surface: str, outcome: str) -> None:
    assert figure(text, surface).outcome == outcome


def test_more_of_those_counted_are_no_noun_with_the_next_verb() -> None:
    claim = figure("A quake hit the coast, killing 12 people, injuring dozens more and damaging several villages.", "dozens")
    assert claim.entity == "people"


PLACES = [
    ("The flood displaced 170,000 people in the province and tens of thousands more across Asia.", "170,000", "province"),
    ("The flood displaced 170,000 people in the province and tens of thousands more across Asia.", "tens of thousands", "Asia"),
    ("The flood killed 40 people in Ulm and 12 in Bonn.", "40", "Ulm"),
    ("The flood killed 40 people and hurt 12 in Bonn.", "40", "Bonn"),
]


@pytest.mark.parametrize(("text", "surface", "place"), PLACES)
def test_a_figure_with_a_place_of_its_own_leaves_the_next_ones(text: str, surface: str, place: str) -> None:
    assert figure(text, surface).place == place


def test_a_framework_is_the_subject_of_nothing() -> None:
    text = "Last year, within the framework of 75 visits by its leaders, the island upgraded relations with 17 states."
    claim = figure(text, "75")
    assert (claim.subject, claim.outcome) == ("", "")
    assert (figure(text, "17").subject, figure(text, "17").outcome) == ("island", "upgraded")
