"""A number that leaves its noun or unit to the one before it: gaps, second verbs, parallel clauses, more of the same."""

from __future__ import annotations

import pytest

from extracting import extractor
from ledger.interval import plain
from ledger.sources import make_document


def told(text: str) -> list[tuple[str, str]]:
    claims = extractor().extract(make_document(text, "story.txt"), fingerprint=False).claims
    return [
        (plain(claim.value) if claim.value is not None else "range", claim.entity if claim.kind == "count" else claim.unit)
        for claim in claims
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Greens took 41 seats, the opposition 30, and others 19.",
            [("41", "seat"), ("30", "seat"), ("19", "seat")],
        ),
        ("The firm built 35 cheap homes last year and began 61, the fewest since the war.", [("35", "cheap home"), ("61", "cheap home")]),
        ("The ward had 20 beds but held 33, nurses said.", [("20", "bed"), ("33", "bed")]),
        ("Her father had 12 goats and turned 60.", [("12", "goat"), ("60", "year")]),
        ("The tank holds 300 litres in summer, 1,200 in winter.", [("300", "liter"), ("1200", "liter")]),
        ("The lamp burns eight hours on a charge, plus 20 more.", [("8", "hour"), ("20", "hour")]),
        ("The lamp burns eight hours, and 20 more lamps were sold.", [("8", "hour"), ("20", "lamp")]),
        ("Police held 30 men in Bray, Room 7.", [("30", "man")]),
        ("The firm lost 970 readers in May but still has 22,000 worldwide.", [("970", "reader"), ("22000", "reader")]),
        ("The yard has four cranes, and its staff has shrunk from 610 to 545.", [("4", "crane"), ("range", "")]),
        ("They sent tents and half a million pills.", [("500000", "pill")]),
        ("Police freed 30 men, and the other seven were guards.", [("30", "man"), ("7", "other guard")]),
        ("They need another drink or two.", [("2", "drink")]),
        ("The plant fills eight million bottles, then two 250ml cans.", [("8000000", "bottle"), ("2", "can"), ("250", "milliliter")]),
        ("She threw 2 TDs.", [("2", "TD")]),
        ("A crowd of 41,276 saw the race.", [("41276", "crowd")]),
    ],
)
def test_what_a_bare_number_counts(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Rents average Rs 92 per sq ft a month.", ["INR / foot ** 2 / month"]),
        ("The rand traded at R18.45 per dollar.", ["ZAR / USD"]),
        ("Maize flour fell to 142 shillings a packet.", ["KES / packet"]),
        ("Maize flour fell by 142 shillings a year earlier.", ["KES"]),
        ("Rents average £1,350 pcm", ["GBP / month"]),
        ("The bridge carries 96,000 vehicles a day.", ["vehicle per day"]),
        ("They release 1,600 cubic metres of water per second.", ["meter ** 3 / second"]),
        ("He came in at 70.8kg, 300g over the limit.", ["kilogram", "gram"]),
    ],
)
def test_what_a_sum_is_told_for(text: str, units: list[str]) -> None:
    assert [unit for _, unit in told(text)] == units


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("The share closed 86 cents lower at $84.07.", "down"),
        ("The index ended 92.6 points higher at 18,314.", "up"),
        ("The share is 5 dollars higher than the bid.", ""),
    ],
)
def test_a_step_of_a_price_has_a_direction(text: str, direction: str) -> None:
    claims = extractor().extract(make_document(text, "story.txt"), fingerprint=False).claims
    assert claims[0].direction == direction


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("Claimants over 80 get more.", ["80"]),
        ("Students under 25 whose parents are poor pay less.", ["25"]),
        ("It lowers the voting age to 16.", ["16"]),
        ("The swimmer, aged just 17, won.", ["17"]),
        ("Ana Brill, queen of the stage, dies at 84", ["84"]),
        ("She was born at 7 on a Monday.", []),
        ("Children aged five to eleven go first.", ["five to eleven"]),
        ("Police searched over 80 flats.", []),
        ("Players under 30 caps are out.", []),
    ],
)
def test_bounds_of_people_are_ages(text: str, surfaces: list[str]) -> None:
    claims = extractor().extract(make_document(text, "story.txt"), fingerprint=False).claims
    assert [claim.surface for claim in claims if claim.entity == "age"] == surfaces


def test_a_bound_of_an_age_is_hedged() -> None:
    (claim,) = extractor().extract(make_document("Claimants over 80 get more.", "story.txt"), fingerprint=False).claims
    assert claim.qualifier == "more_than"


def test_a_bound_covers_its_conversion() -> None:
    text = "Moths fly more than 100 km (60 miles), or 40 km (25 miles) at night."
    claims = extractor().extract(make_document(text, "story.txt"), fingerprint=False).claims
    assert [claim.qualifier for claim in claims] == ["more_than", "more_than", "", ""]
