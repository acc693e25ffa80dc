"""Numbers that state no quantity, and the counts beside them that do."""

from __future__ import annotations

import pytest

from extracting import claims_of, only_claim, reasons, told

IDENTIFIERS = [
    ("The assembly passed Resolution No. 59.", "59"),
    ("See Article 60 of the code.", "60"),
    ("The drawing is fig. 7 in the report.", "7"),
    ("The laptop has USB 3 ports.", "3"),
    ("The S&P 500 rose.", "S&P 500"),
    ("Shares on the FTSE 100 fell.", "FTSE 100"),
    ("A CN-235 landed.", "CN-235"),
    ("Troops had AK 47 rifles.", "47"),
    ("They bought an MQ-9 drone.", "MQ-9"),
    ("The law is numbered 250/2025/QH15 now.", "250/2025/QH15"),
    ("Write to desk17@news.example today.", "desk17@news.example"),
    ("Call 215-555-0100 now.", "215-555-0100"),
    ("Call (248) 555-0100 now.", "(248) 555-0100"),
    ("Call 1-800-555-0199 now.", "1-800-555-0199"),
    ("Call +44 20 7946 0000 now.", "+44 20 7946 0000"),
    ("A neighbour called 911 at night.", "911"),
    ("Officers found a 12-gauge shotgun.", "12"),
    ("He lived at 12 Harbour Street.", "12"),
    ("He lives at 4500 W. Main St. in town.", "4500 W"),
    ("Shots fell in the 1200 block of Elm Road.", "1200"),
    ("The side won 3-1 at home.", "3-1"),
    ("They crashed on Route 66 near town.", "66"),
    ("The Model 3 is new.", "3"),
    ("Delays hit the SEA-ME-WE 4 cable.", "4"),
]


@pytest.mark.parametrize(("text", "surface"), IDENTIFIERS)
def test_an_identifier_is_no_claim(text: str, surface: str) -> None:
    assert claims_of(text) == []
    assert reasons(text).get(surface) == "identifier"


COUNTED = [
    ("The district lost 59 homes.", "59"),
    ("The laptop has three ports.", "three"),
    ("The exchange lists 500 utilities.", "500"),
    ("They sold 200 tickets.", "200"),
    ("The shelter took in 911 people.", "911"),
    ("Officers found 12 shotguns.", "12"),
    ("The city closed 12 streets.", "12"),
    ("The city has 100 blocks.", "100"),
    ("Expect 3-5 inches of snow.", "3-5 inches"),
]


@pytest.mark.parametrize(("text", "surface"), COUNTED)
def test_a_count_beside_such_words_is_a_claim(text: str, surface: str) -> None:
    assert only_claim(text).surface == surface


def test_version_lists_are_labels_throughout() -> None:
    assert claims_of("The flaw is in versions 5.01, 6 and 7 of the browser.") == []


def test_a_model_in_the_plural_is_the_thing_counted() -> None:
    assert told("Two Boeing 737s and three F-16s landed.") == [("Two", "2", "boeing 737", "Boeing 737"), ("three", "3", "f-16", "F-16")]


OTHERS = [
    ("The 14th Congress met.", "14th Congress", "ordinal_label"),
    ("First, the roads will be mended.", "First", "enumeration"),
    ("(3) The roads will be mended.", "3", "enumeration"),
    ("It is one of the largest.", "one", "idiom"),
    ("It is one of the most important.", "one", "idiom"),
    ("The town has 5G.", "5", "identifier"),
    ("See pp. 12-15 of it.", "12-15", "identifier"),
    ("Docket 12-345 was heard.", "12-345", "identifier"),
    ("The 401(k) plan grew.", "401(k)", "identifier"),
    ("It is ISBN 978-3-16-148410-0 there.", "978-3-16-148410-0", "identifier"),
    ("They lined up 4-4-2 at home.", "4-4-2", "identifier"),
    ("Take Exit 14A to the coast.", "14A", "identifier"),
    ("He lives at 221B Harbour Street now.", "221B", "identifier"),
    ("The PS5 sold out.", "PS5", "identifier"),
    ("Some members of the Five Eyes pact met there.", "Five", "identifier"),
    ("The firm is known as a Big Four auditor.", "Four", "identifier"),
    ("Makers sold 5G phones.", "5", "identifier"),
    ("The code is L-202.", "L-202", "identifier"),
    ("It fell between A.D. 1000 and 1260.", "A.D. 1000 and 1260", "date"),
    ("No one was hurt.", "one", "idiom"),
    ("They spoke to one another.", "one another", "idiom"),
    ("The talk began at 5:30 on Sunday.", "5:30", "time"),
]


@pytest.mark.parametrize(("text", "surface", "reason"), OTHERS)
def test_other_numbers_tell_why_they_are_no_claim(text: str, surface: str, reason: str) -> None:
    assert claims_of(text) == []
    found = {number: why for number, why in reasons(text).items() if surface in number or number in surface}
    assert set(found.values()) == {reason}


def test_a_list_mark_is_an_enumeration() -> None:
    assert reasons("2. The roads")["2"] == "enumeration"


def test_a_long_run_of_bare_numbers_is_a_table() -> None:
    text = "Rows: " + "7 3 9 " * 40
    assert claims_of(text) == []
    assert set(reasons(text).values()) == {"unparsed"}
