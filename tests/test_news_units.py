"""The unit or noun that news gives a figure from a distance: a rate, a mark lost in copying, a word before or a figure before."""

from __future__ import annotations

import pytest

from extracting import claims_of, reasons, told

UNITS = [
    ("She is treated three times a week.", [("3", "times / week")]),
    ("The drum turns 78,000 times per minute.", [("78000", "times / minute")]),
    ("The yard is three times a museum's size.", [("3", "times")]),
    ("They waste 70kg of food per person per year.", [("70", "kilogram / person / year")]),
    ("Sponsors pay $386 million a season.", [("386000000", "USD / season")]),
    ("The bond pays $75 US a barrel.", [("75", "USD / barrel")]),
    ("Oil fell from $75 a barrel to $46 on Friday.", [("46..75", "USD / barrel")]),
    ("Oil fell from $75 a barrel to $46 a barrel.", [("75", "USD / barrel"), ("46", "USD / barrel")]),
    ("The flat costs 2mil SEK.", [("2000000", "SEK")]),
    ("The museum paid 1.1m for the vase.", [("1100000", "")]),
    ("The vase sold for nearly 2.4m in May.", [("2400000", "")]),
    ("The bar was raised to 1.1m for the final.", [("1.1", "meter")]),
    ("The back threw for 312 passing yards.", [("312", "yard")]),
    ("The firm runs three railway yards.", [("3", "yard")]),
    ("He weighed 154lbs, eight ounces under the limit.", [("154", "lb"), ("8", "ounce")]),
    ("She is 7 ft, 2 in tall.", [("7.166666666666666666666666667", "foot")]),
    ("The bond fell from 9.2p a share, against 3.9p.", [("9.2", "penny / share"), ("3.9", "penny / share")]),
    ("The Dow rose 0.5 percent, the S&P 0.7 and the Nasdaq 0.9.", [("0.5", "percent"), ("0.7", "percent"), ("0.9", "percent")]),
    ("The Dow rose 0.5 percent, the yen 140.2.", [("0.5", "percent"), ("140.2", "")]),
    ("Rates range from 48 percent in the north to 91 percent in the south.", [("48..91", "percent")]),
    ("Rates fell from 91 percent in May to 48 percent in June.", [("91", "percent"), ("48", "percent")]),
    ("10 c", [("10", "US_cent")]),
    ("She is 5 ft. 6 in. tall.", [("5.5", "foot")]),
    ("The wall is 5 ft. 6 men built it.", [("5", "foot"), ("6", "man")]),
    ("Rates rose 5 p.p. in May.", [("5", "percentage_point")]),
    ("Stocks rose by 2.9m barrels to 422.6m.", [("2900000", "barrel"), ("422600000", "barrel")]),
    ("It made 1.2bn euros, up from 900m in May.", [("1200000000", "EUR"), ("900000000", "EUR")]),
    ("The 2m euro pool is 50m from the sea.", [("2000000", "EUR"), ("50", "meter")]),
    ("The pole is 2.1m tall, up from 1.8m.", [("2.1", "meter"), ("1.8", "meter")]),
    ("Exports were worth 12.4 billion euros and imports 14.9 billion.", [("12400000000", "EUR"), ("14900000000", "EUR")]),
    ("It cost 1.4 billion rand, 300 million more than planned.", [("1400000000", "ZAR"), ("300000000", "ZAR")]),
    ("The state holds 58.4 percent and the family about 11.2.", [("58.4", "percent"), ("11.2", "percent")]),
    ("It lost 3 million euros in the half year.", [("3000000", "EUR")]),
    ("The rupee ended at 83.12 per dollar.", [("83.12", "INR / USD")]),
    ("Mexico's peso firmed 0.4% to 17.05 per dollar.", [("0.4", "percent"), ("17.05", "MXN / USD")]),
    ("Petrol sells at N617 a litre.", [("617", "NGN / liter")]),
    ("The N617 a road crosses it.", []),
    ("They pay RM2.05 a litre for RON95.", [("2.05", "MYR / liter")]),
    ("The yen fell to 151 to the dollar.", [("151", "JPY / USD")]),
    ("The fare is up to 151 to the border.", [("151", "")]),
    ("Wheat closed at $5.12 1/4 in May.", [("5.1225", "USD")]),
    ("She won 53.4 percent to her rival's 44.9.", [("53.4", "percent"), ("44.9", "percent")]),
    ("The van makes 204 hp, a step down from the old van's 212.", [("204", "horsepower"), ("212", "horsepower")]),
    ("The index fell below the 50 mark.", [("50", "")]),
    ("The book cost 50 marks.", [("50", "DEM")]),
    ("They mow 2.3 wooded acres.", [("2.3", "acre")]),
]


@pytest.mark.parametrize(("text", "figures"), UNITS)
def test_the_unit_of_a_figure(text: str, figures: list[tuple[str, str]]) -> None:
    assert [(amount, unit) for _, amount, unit, _ in told(text)] == figures


def test_a_bare_number_takes_the_currency_that_its_bracket_shows() -> None:
    units = [unit for _, _, unit, _ in told("It costs 2.4 million yen ($22,480), or 2.3 million ($21,972) used.")]
    assert units == ["JPY", "USD", "JPY", "USD"]


AGES = [
    ("Life expectancy at birth is now 81.3 for women and 77.6 for men.", [("81.3", "life expectancy"), ("77.6", "life expectancy")]),
    ("The median age rose to 41.7 last year.", [("41.7", "age")]),
    ("Most of them were children under five.", [("5", "age")]),
    ("Members must be 13 or older.", [("13", "age")]),
    ("It helps people 65 and over.", [("65", "age")]),
    ("It hurt 61 people, most of them over 80.", [("61", "people"), ("80", "age")]),
    ("The suspects, both 29, fled.", [("29", "age")]),
    ("At 83, he still works six days.", [("83", "age"), ("6", "duration")]),
    ("At 40, Brill retired.", [("40", "age")]),
    ("At 50, the dial stopped.", [("50", "")]),
    ("Some 500 of the victims were under 18.", [("500", "victim"), ("18", "age")]),
    ("A boy of six and a woman of 91 drowned.", [("6", "age"), ("91", "age")]),
]


@pytest.mark.parametrize(("text", "figures"), AGES)
def test_what_is_told_in_years_of_life(text: str, figures: list[tuple[str, str]]) -> None:
    assert [(amount, entity) for _, amount, _, entity in told(text)] == figures


@pytest.mark.parametrize("text", ["The median age of the 41 is high.", "A man of 20 parts came.", "He is a man of 3,000 words."])
def test_what_is_no_age(text: str) -> None:
    assert all(claim.entity != "age" for claim in claims_of(text))


COUNTS = [
    ("They built 45 townhouses.", [("45", "townhouse")]),
    ("They won 199 seats, down from 133 four years ago.", [("199", "seat"), ("133", "seat"), ("4", "duration")]),
    ("It cancelled 212 flights and delayed 900 others.", [("212", "flight"), ("900", "flight")]),
    ("It added 139,000 jobs, above the 110,000 economists had forecast.", [("139000", "job"), ("110000", "job")]),
    ("It asked the 110 economists who came.", [("110", "economist")]),
    ("Police seized 400 COVID -19 tests.", [("400", "COVID -19 test")]),
    ("It has 1.2M daily users and 4.3M paying readers.", [("1200000", "daily user"), ("4300000", "paying reader")]),
    ("It has 2m foreign workers and 1.2m new homes.", [("2000000", "foreign worker"), ("1200000", "new home")]),
    ("It has 2m tall men behind 3m concrete blocks.", [("2", "height"), ("3", "concrete block")]),
    ("They sold two thirds of the combined 4.3M tickets.", [("0.6666666666666666666666666667", "ticket"), ("4300000", "ticket")]),
    ("The old yard has 13 cranes while the new one has 140.", [("13", "crane"), ("140", "crane")]),
    ("They get one last chance.", [("1", "last chance")]),
    ("Ten boats came, up by one last year.", [("10", "boat")]),
    ("Passenger numbers rose 4.4% to 5.02 million.", [("4.4", "passenger number"), ("5020000", "passenger")]),
    ("Visitor numbers fell, and the index rose to 142.", [("142", "index")]),
    ("It owns seven McDonald's restaurants and two children's homes.", [("7", "McDonald's restaurant"), ("2", "children's home")]),
    ("It sold 3,214 semi-detached and 1,106 detached homes.", [("3214", "semi-detached home"), ("1106", "detached home")]),
    ("She has one e-bike and two grown sons.", [("1", "e-bike"), ("2", "grown son")]),
    ("Four airlines cut fares.", [("4", "airline")]),
    ("There are three main reasons investors are calm.", [("3", "main reason")]),
    ("Farms lost 1.6m fish.", [("1600000", "fish")]),
    ("It makes a 3 cylinder engine and a four bedroom van.", [("3", "cylinder"), ("4", "bedroom")]),
    ("It has 12 seat belts in 12 member states.", [("12", "seat belt"), ("12", "member state")]),
    ("It built 12 new yards and mended 30 old ones.", [("12", "new yard"), ("30", "old yard")]),
    ("It sold 1.06 million cars, about 90,000 fewer than in May.", [("1060000", "car"), ("90000", "car")]),
    ("It sells 310,000 copies, down from a peak of 1.2 million.", [("310000", "copy"), ("1200000", "copy")]),
    ("The town has 170 sworn officers.", [("170", "sworn officer")]),
    ("It drew 40,000 fans a game.", [("40000", "fan per game")]),
    ("It drew 2.1 million guests in May but only 560,000 in June.", [("2100000", "guest"), ("560000", "guest")]),
    ("Only one in four voted.", [("0.25", "")]),
    ("The mine employs 5,600.", [("5600", "people")]),
    ("It sold 2.1m cars, up from 1.8m in May.", [("2100000", "car"), ("1800000", "car")]),
    ("It has 12m customers in the north and 8m in the south.", [("12000000", "customer"), ("8000000", "customer")]),
    ("It added 8.8 million readers, ahead of the 7.6 million it forecast.", [("8800000", "reader"), ("7600000", "reader")]),
    ("It lost 900 readers in three months but still has 22,000.", [("900", "reader"), ("3", "duration"), ("22000", "reader")]),
    ("It has room for 120 guests but carried as many as 300.", [("120", "guest"), ("300", "guest")]),
    ("Some 300 people applied and 40 got jobs.", [("300", "people"), ("40", "people")]),
    ("It won 151 seats, the greens 66, and smaller groups the remaining 17.", [("151", "seat"), ("66", "seat"), ("17", "seat")]),
    ("They voted in 9 out of its 14 branches.", [("9", "branch"), ("14", "branch")]),
    ("It has 40 people per square kilometre.", [("40", "people per square kilometer")]),
    ("He owes $2.6m to 43 creditors.", [("2600000", "debt"), ("43", "creditor")]),
    ("They put the number of dead at 31.", [("31", "number")]),
]


@pytest.mark.parametrize(("text", "figures"), COUNTS)
def test_what_a_figure_counts(text: str, figures: list[tuple[str, str]]) -> None:
    assert [(amount, entity) for _, amount, _, entity in told(text)] == figures


NAMES = [
    "The Boeing 777X is late.",
    "The Borel 320d is old.",
    "Bones held strontium-90 in part.",
    "He took a five-wood.",
    "Operation 1027 began.",
]


@pytest.mark.parametrize("text", NAMES)
def test_what_is_a_name_is_no_claim(text: str) -> None:
    assert claims_of(text) == []


def test_the_span_of_house_numbers_is_an_address() -> None:
    assert (claims_of("The bank let 16-18 Harbour Street."), reasons("The bank let 16-18 Harbour Street.")) == ([], {"16-18": "identifier"})


def test_a_second_name_goes_on_with_the_change_of_the_first() -> None:
    assert [claim.direction for claim in claims_of("Acme jumped 8.5%, the Dow 1.2% and Borel 3.5%.")] == ["up", "up", "up"]


def test_equal_or_less_is_a_bound() -> None:
    assert [claim.qualifier for claim in claims_of("The load is equal to 5,000 kg or less.")] == ["at_most"]


@pytest.mark.parametrize(("text", "direction"), [("Dow +0.2%, DAX +1.1%.", "up"), ("It was -4C inside and +20C outside.", "")])
def test_a_plus_before_a_percentage_is_a_rise(text: str, direction: str) -> None:
    assert [claim.direction for claim in claims_of(text)] == [direction, direction]
