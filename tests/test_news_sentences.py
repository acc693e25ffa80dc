"""Sentences of the kinds that news prints, our own: what each figure in them is, and what it is told of."""

from __future__ import annotations

import pytest

from extracting import amount, claims_of, read, reasons
from ledger.model import Claim


def figure(text: str, surface: str) -> Claim:
    """The one claim of a text with a surface."""
    (claim,) = [claim for claim in claims_of(text) if claim.surface == surface]
    return claim


def test_a_change_by_so_much_to_a_level_is_no_range() -> None:
    change, level = claims_of("Unemployment fell by 18,000 to 1.34 million in March.")
    assert (amount(change), change.aspect, change.direction) == ("18000", "change", "down")
    assert (amount(level), level.aspect) == ("1340000", "level")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("Wages rose by 3 to 5 percent.", "3", "5"), ("Fares will fall by 3 to 5 million euros.", "3000000", "5000000")],
)
def test_a_change_by_a_range(text: str, low: str, high: str) -> None:
    assert [amount(claim) for claim in claims_of(text)] == [f"{low}..{high}"]


def test_the_two_sides_of_a_vote_are_no_range() -> None:
    assert [amount(claim) for claim in claims_of("Voters backed the plan by 54% to 46%.")] == ["54", "46"]


NO_FIGURES = [
    ("Over 2022 the yard grew.", "2022", "date"),
    ("They arrived before 9.", "9", "time"),
    ("The blast was heard at 1353 (1023 GMT).", "1353", "time"),
    ("The forward scored twice as rivals slipped.", "twice", "idiom"),
]


@pytest.mark.parametrize(("text", "surface", "reason"), NO_FIGURES)
def test_years_hours_and_bare_multiples_are_no_claims(text: str, surface: str, reason: str) -> None:
    assert (claims_of(text), reasons(text)[surface]) == ([], reason)


def test_a_large_number_over_a_year_is_still_one() -> None:
    assert figure("Over 2022 guests came.", "2022").unit == "guest"


def test_letters_of_an_acronym_are_no_unit() -> None:
    assert figure("It is among the top 10 R and D spenders.", "10").kind == "rank"


CHANGES = [
    ("The drug cut the risk of a stroke by 34%.", "34%", "change", "down"),
    ("The bank raised its main rate in May by 2 percent.", "2 percent", "change", "up"),
    ("The cut was backed by 34% of the members.", "34%", "share", ""),
    ("Women make up 8 percent of the crew.", "8 percent", "share", ""),
    ("The frost took 60 percent of the crop.", "60 percent", "share", ""),
    ("The yard made a loss of 7 million euros.", "7 million euros", "level", ""),
    ("The index fell 248.13 points, or 0.7%, to 34,441.", "0.7%", "change", "down"),
    ("Prices rose 0.3% in May, and 3.1% from a year earlier.", "3.1%", "change", "up"),
]


@pytest.mark.parametrize(("text", "surface", "aspect", "direction"), CHANGES)
def test_what_changed_is_told_from_what_is(text: str, surface: str, aspect: str, direction: str) -> None:
    claim = figure(text, surface)
    assert (claim.aspect, claim.direction) == (aspect, direction)


THINGS = [
    ("The regulator fined the bank 3 million euros.", "3 million euros", "fine"),
    ("A judge set bail at $50,000 for the driver.", "$50,000", "bail"),
    ("The drought has cost growers about $600 million.", "$600 million", "cost"),
    ("Rovers paid 3 million euros for the keeper.", "3 million euros", "purchase price"),
    ("Analysts had expected revenue of $21 billion.", "$21 billion", "revenue"),
    ("Winds gusted to 150 mph.", "150 mph", "wind"),
    ("Officers seized 35 kilos of tea worth 2 million euros.", "2 million euros", "tea"),
    ("Temperatures will reach 38C, 6 degrees above normal.", "6 degrees", "temperature"),
    ("Profit rose to 4.2 billion crowns from 3.9 billion.", "3.9 billion", "profit"),
    ("A barrel of crude for March delivery gained $1.05.", "$1.05", "barrel"),
    ("The yard built 40 boats in spring, 4% more than a year ago.", "4%", "boat"),
    ("The school has 640 pupils, a third of whom are boarders.", "a third", "pupil"),
    ("The court sentenced him to 25 years in prison.", "25 years", "sentence"),
    ("She won 52% of the vote to her rival's 45%.", "45%", "vote"),
]


@pytest.mark.parametrize(("text", "surface", "entity"), THINGS)
def test_the_thing_a_figure_measures(text: str, surface: str, entity: str) -> None:
    assert figure(text, surface).entity == entity


def test_a_scaled_sum_takes_its_currency_from_the_one_before() -> None:
    assert [claim.unit for claim in claims_of("Profit rose to 4.2 billion crowns from 3.9 billion.")] == ["CZK", "CZK"]


MORE = [
    ("The carrier ordered 150 jets, with options for 60 more.", "60", "jet"),
    ("They won 203 seats, short of the 226 needed.", "226", "seat"),
]


@pytest.mark.parametrize(("text", "surface", "unit"), MORE)
def test_more_of_the_same_is_counted_in_it(text: str, surface: str, unit: str) -> None:
    claim = figure(text, surface)
    assert (claim.unit, claim.qualifier) == (unit, "")


def test_the_rate_behind_the_thing() -> None:
    claim = figure("The pipe will carry 38 billion cubic metres of gas a year.", "38 billion cubic metres")
    assert (claim.unit, claim.entity, claim.aspect) == ("meter ** 3 / year", "gas", "rate")


SUBJECTS = [
    ("About 30 cm of snow fell, with winds of 110 kph.", "110 kph", "snow"),
    ("Rovers paid 3 million euros for the keeper.", "3 million euros", "keeper"),
    ("The group bought the yard for 3 million euros.", "3 million euros", "yard"),
    ("The group is weighing a 3 million euro purchase of Orr Games.", "3 million euro", "Orr Games"),
    ("She won 52% of the vote to her rival's 45%.", "45%", "rival's"),
    ("The fee of 80 million euros makes him the third dearest back.", "third", "fee"),
    ("They played in front of 20,000 fans.", "20,000", ""),
]


@pytest.mark.parametrize(("text", "surface", "subject"), SUBJECTS)
def test_whose_figure_it_is(text: str, surface: str, subject: str) -> None:
    assert figure(text, surface).subject == subject


def test_a_prison_without_its_article_is_no_place() -> None:
    assert figure("The court sentenced him to 25 years in prison.", "25 years").place == ""


def test_twice_as_many_as_in_a_year_has_that_year_for_its_base() -> None:
    claim = figure("The fair drew 2 million guests, twice as many as in 2021.", "twice")
    assert (claim.period, claim.base_period) == ("", "2021")


def test_a_plus_before_another_sum_is_no_hedge() -> None:
    assert figure("The deal is worth £45m plus £5m in bonuses.", "£45m").qualifier == ""


OUTCOMES = [
    ("At least 31 people died and more than 90 were missing.", "90", "missing"),
    ("A ferry carrying about 240 guests sank, leaving 31 dead.", "240", ""),
    ("Ferry with 240 aboard sinks, 31 dead.", "240", ""),
    ("Divers recovered 31 bodies.", "31", "killed"),
    ("The firm, which runs 17 ferries, said it would pay 3,000 euros.", "17", ""),
    ("Some 56 deaths and 24,849 cases were recorded.", "24,849", ""),
]


@pytest.mark.parametrize(("text", "surface", "outcome"), OUTCOMES)
def test_what_befell_those_it_counts(text: str, surface: str, outcome: str) -> None:
    assert figure(text, surface).outcome == outcome


def test_profit_that_misses_a_forecast_is_not_missing() -> None:
    sales, forecast = claims_of("Sales fell to 48 billion euros, missing the 49.5 billion forecast by analysts.")
    assert (sales.outcome, sales.speaker) == ("", "")
    assert (forecast.unit, forecast.speaker) == ("EUR", "analysts")


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Ferry with 240 aboard sinks.", "240"),
        ("The slide left 102 unaccounted for.", "102"),
        ("The city of 20 million faces a drought.", "20 million"),
    ],
)
def test_people_without_a_word_for_them(text: str, surface: str) -> None:
    claim = figure(text, surface)
    assert (claim.unit, claim.entity) == ("person", "people")


FIELDS = [
    ("MANILA, March 13 (News) - At least 31 people died.", "31", "place", ""),
    ("MANILA, March 13 (News) - At least 31 people died.", "31", "period", ""),
    ("The Ulm-based group, which employs 900 people, will save 3 million euros by 2030.", "900", "period", ""),
    ("The Ulm-based group, which employs 900 people, will save 3 million euros by 2030.", "900", "place", ""),
    ("Demand was 30% below plan and the first quarter of 2031 would be weak.", "30%", "period", ""),
    ("It won 18% of the vote, up from 7% in 2022, and doubled its seats to 50.", "50", "period", ""),
    ("Inflation stands at 2%, but rents have risen in Lisbon since 2020.", "2%", "place", ""),
    ("Demand was 8% higher than the peak of 2022.", "8%", "period", ""),
    ("Unemployment stands at 6% and inflation at 2%.", "2%", "entity", "inflation"),
    ("Two of the barges were fined 3,000 euros.", "3,000 euros", "subject", "barges"),
    ("They went to Ulm, about 90 km (56 miles) south of Bonn.", "56 miles", "subject", "Ulm"),
    ("A magnitude 6.0 quake struck the coast.", "6.0", "subject", "quake"),
    ("Schools will stay shut until June, affecting 900 pupils.", "900", "subject", "Schools"),
    ("The agency puts the magnitude at 6.1.", "6.1", "subject", ""),
    ("The agency puts the magnitude at 6.1.", "6.1", "speaker", "agency"),
    ("The papers won't tell you that 900 pupils left.", "900", "speaker", ""),
    ("Rents rose by a third last year.", "a third", "direction", "up"),
    ("Sales in Ulm, its largest market, fell 18%.", "18%", "entity", "sale"),
    ("It will cut 6% of its workforce, and close two plants.", "6%", "entity", "workforce"),
    ("It closed a plant after its net profit fell 52%.", "52%", "entity", "net profit"),
    ("The lawyers took 33 days.", "33 days", "entity", "duration"),
    ("They worked in the last 24 hours.", "24 hours", "entity", "duration"),
    ("Use reached 8,302 MW, above the peak of 7,695 MW set in spring.", "7,695 MW", "entity", "peak"),
    ("The board proposed 2.10 euros per share, down from 4.50 euros.", "4.50 euros", "unit", "EUR / share"),
    ("It will spend 4.7 billion yen ($33 million), up from the 2.1 billion announced.", "2.1 billion", "unit", "JPY"),
]


@pytest.mark.parametrize(("text", "surface", "name", "value"), FIELDS)
def test_a_field_of_a_figure(text: str, surface: str, name: str, value: str) -> None:
    assert getattr(figure(text, surface), name) == value


def test_a_quotation_is_its_callers_and_its_verbs_stay_inside() -> None:
    text = 'Attorney Ann Cole called the fee "ten times what any court has ordered" and said she would appeal within 30 days.'
    assert [claim.speaker for claim in claims_of(text)] == ["Attorney Ann Cole", "Attorney Ann Cole"]


def test_a_conversion_tells_what_its_source_tells() -> None:
    source, conversion = claims_of("The firm will pay 200,000 euros ($220,000) to each family, the mayor said.")
    assert (source.subject, source.speaker, source.outcome) == (conversion.subject, conversion.speaker, conversion.outcome)


RECORDS = [
    ("A record crowd came to the show. The sun shone.", ["A record crowd"]),
    ("The bank posted a record profit.", ["a record profit"]),
    ("A record crowd of 41,000 came to the show.", []),
    ("A record crowd came.\n\nThe crowd of 41,000 sang.", []),
    ("He signed with a record label.", []),
    ("The defendant has a criminal record.", []),
]


@pytest.mark.parametrize(("text", "surfaces"), RECORDS)
def test_a_record_without_a_number_is_told(text: str, surfaces: list[str]) -> None:
    assert [wording.surface for wording in read("The fair\n\nThe fair opened in the town on a fine day.\n\n" + text).wordings] == surfaces


MORE_FIELDS = [
    ("Bakers have two sons, 11 and 14.", "11", "entity", "age"),
    ("Bakers have two sons, 11 and 14.", "14", "unit", "year"),
    ("The bakers have two ovens, 11 and 14.", "11", "entity", "oven"),
    ("Inmates spend 23 of every 24 hours in a cell.", "23", "unit", "hour"),
    ("The new boat has 1.7GHz Borel radio sets.", "1.7GHz", "entity", "Borel radio set"),
    ("The raid left 40 people dead.", "40", "unit", "person"),
    ("The governor said 50 were injured.", "50", "unit", "person"),
    ("It leads a segment that totals about $13 billion.", "$13 billion", "entity", "segment"),
    ("The head of the team, Lea Braun, estimated that 12 homes fell.", "12", "speaker", "Lea Braun"),
    ("Unemployment stands at 6 percent.", "6 percent", "subject", ""),
    ("The total Borel repair time will be about twelve days.", "twelve days", "subject", "Borel"),
    ("The sheriff's deputies chased the car at more than 100 mph.", "100 mph", "subject", "sheriff's deputies"),
    ("It would make the newly merged firm worth $22 billion.", "$22 billion", "subject", ""),
    ("They were held for two years in a brazen courthouse escape.", "two years", "place", ""),
    ("The new dam killed 12 of the villages.", "12", "outcome", ""),
]


@pytest.mark.parametrize(("text", "surface", "name", "value"), MORE_FIELDS)
def test_another_field_of_a_figure(text: str, surface: str, name: str, value: str) -> None:
    assert getattr(figure(text, surface), name) == value


@pytest.mark.parametrize(
    ("headline", "speaker"), [("Sheriff: Office shooting injures 12", "Sheriff"), ("Office shooting injures 12: officials", "officials")]
)
def test_a_headline_credits_before_or_behind_a_colon(headline: str, speaker: str) -> None:
    claims = read(headline + "\n\nThe shooting was in the old mill, and the town stood still all day.\n").claims
    assert [(claim.speaker, claim.subject) for claim in claims] == [(speaker, "Office shooting")]


LATER_FIELDS = [
    ("They played to a crowd of 41,200.", "41,200", "unit", "person"),
    ("He took his tally to 19 in 28 matches.", "19", "kind", "index"),
    ("They won one of their last nine games.", "one", "unit", "game"),
    ("Rovers paid 12 million euros for Brandt last July.", "12 million euros", "subject", "Brandt"),
    ("The mill expects 201 million bushels, the smallest crop since 1963.", "201 million bushels", "period", ""),
    ("Drought covers 70% of the state, up from 45% in 2001.", "45%", "background", False),
    ("Rain came to less than half the normal amount, and prices fell.", "half", "entity", "rain"),
    ("It expects a profit of 340 million euros, compared with a loss of 95 million.", "95 million", "unit", "EUR"),
    ("It expects a profit of 340 million euros, compared with a loss of 95 million.", "95 million", "entity", "loss"),
    ("It ordered 24 Borel A321neo jets.", "24", "entity", "Borel A321neo jet"),
    ("For 73 days nobody noticed.", "73 days", "subject", ""),
    ("It runs 14 clinics and will pay after hackers stole the files.", "14", "outcome", ""),
    ("He went on a rampage in 2005, killing four people.", "four", "outcome", "killed"),
    ("The tablet has a 1,440 x 900 display and starts out well.", "900", "entity", "display"),
    ("Via saw its shares drop NT $0.65.", "NT $0.65", "entity", "share"),
]


@pytest.mark.parametrize(("text", "surface", "name", "value"), LATER_FIELDS)
def test_one_more_field_of_a_figure(text: str, surface: str, name: str, value: object) -> None:
    assert getattr(figure(text, surface), name) == value


LAST_FIELDS = [
    ("Initial estimates indicate that repairs will take 12 days.", "12 days", "speaker", ""),
    ("It will be able to reach speeds of 300 km/h.", "300 km/h", "entity", "speed"),
    ("The group will acquire Borel for about $13 billion.", "$13 billion", "entity", "purchase price"),
    ("It killed 10 persons, wounding other 70.", "70", "unit", "person"),
    ("Some 30 people were killed and 55 others hurt.", "55", "entity", "people"),
    ("The house would be struck because 12 men hid there.", "12", "role", "actual"),
    ("Police seek a 38-year-old male weighing 180 pounds.", "38-year-old", "subject", "male"),
]


@pytest.mark.parametrize(("text", "surface", "name", "value"), LAST_FIELDS)
def test_a_last_field_of_a_figure(text: str, surface: str, name: str, value: str) -> None:
    assert getattr(figure(text, surface), name) == value
