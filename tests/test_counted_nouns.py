"""What is counted: the whole noun phrase behind a number, whatever stands between."""

from __future__ import annotations

import pytest

from extracting import claims_of

PHRASES = [
    ("He owns 14 privately held companies.", ["privately held company"]),
    ("There are 17 newly built apartment blocks.", ["newly built apartment block"]),
    ("It runs 300 full-time and 90 part-time clerks.", ["full-time clerk", "part-time clerk"]),
    ("They found 47 confirmed and 12 probable cases.", ["confirmed case", "probable case"]),
    ("All 50 US states voted.", ["US state"]),
    ("They lost 80 troops killed in action.", ["troop"]),
    ("He let three one-room flats.", ["one-room flat", "room"]),
    ("There were 30 on-duty officers.", ["on-duty officer"]),
    ("It has 16 Tesla chargers.", ["Tesla charger"]),
    ("She wrote 24 hour-long plays.", ["hour-long play"]),
    ("Among them were 8 Israelis and 3 Iraqis.", ["Israeli", "Iraqi"]),
    ("He ran on 21 carries.", ["carry"]),
    ("The fire hurt three children and 30 others.", ["child", "people"]),
    ("A family of four earning $40,000 pays less.", ["", "earnings"]),
    ("Some 3.5 million of the 10 million people fled.", ["people", "people"]),
    ("The line leased 50 Boeing 737 MAX jets.", ["Boeing 737 MAX jet"]),
    ("Two Boeing 767-300ER planes landed.", ["Boeing 767-300ER plane"]),
    ("It lost 10 Su-27s.", ["Su-27"]),
    ("The fund sold 1.2 million Class A shares.", ["Class A share"]),
    ("The fund sold 100 Series B shares.", ["Series B share"]),
    ("There were 14 hepatitis C cases.", ["hepatitis C case"]),
    ("They sold 10 T-shirts and 5 V-neck sweaters.", ["T-shirt", "V-neck sweater"]),
    ("He sent 400 e-mails.", ["e-mail"]),
    ("It drew a 5,000-strong crowd.", ["crowd"]),
    ("He leads a 40-strong team of doctors.", ["doctor"]),
    ("Some 40 NGOs, 12 PhDs and 3 ICUs joined.", ["NGO", "PhD", "ICU"]),
    ("They sold 74.5 million iPhones.", ["iPhone"]),
    ("They need 20 X-ray machines.", ["X-ray machine"]),
    ("Some 5,000 A-level pupils sat it.", ["A-level pupil"]),
    ("He bought 3 second-hand bikes.", ["second-hand bike"]),
]


@pytest.mark.parametrize(("text", "entities"), PHRASES)
def test_a_count_names_its_noun_phrase(text: str, entities: list[str]) -> None:
    assert [claim.entity for claim in claims_of(text)] == entities


HEDGED = [
    ("There were 30 or more boats.", "30", "boat", "at_least"),
    ("There were 30-plus boats.", "30", "boat", "more_than"),
    ("There were 100+ boats.", "100+", "boat", "more_than"),
    ("Some 50-odd boats sank.", "50", "boat", "about"),
    ("It drew 2,000 or so fans.", "2,000", "fan", "about"),
    ("It has 5 or fewer rooms.", "5", "room", "at_most"),
    ("It took 30-plus years.", "30-plus years", "year", "more_than"),
    ("It is 20-odd miles away.", "20-odd miles", "mile", "about"),
    ("It costs 20 or more dollars.", "20 or more dollars", "USD", "at_least"),
    ("It is 100+ km away.", "100+ km", "kilometer", "more_than"),
    ("Let us say that 30 < x.", "30", "", "more_than"),
    ("The load is max 30 kg.", "30 kg", "kilogram", "at_most"),
    ("It took 30 minimum.", "30", "", "at_least"),
    ("They are 30 & over.", "30", "", "at_least"),
    ("He is over the age of 30.", "30", "year", "more_than"),
]


@pytest.mark.parametrize(("text", "surface", "unit", "qualifier"), HEDGED)
def test_a_hedge_may_stand_between_number_and_noun(text: str, surface: str, unit: str, qualifier: str) -> None:
    (claim,) = claims_of(text)
    assert (claim.surface, claim.unit) == (surface, unit)
    assert qualifier in claim.qualifier.split(";")
