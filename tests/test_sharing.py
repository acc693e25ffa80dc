"""A number that leaves its noun or unit to the one before it: gaps, second verbs, parallel clauses, more of the same."""

from __future__ import annotations

import pytest

from extracting import extractor
from ledger.sources import make_document


def told(text: str) -> list[tuple[str, str]]:
    claims = extractor().extract(make_document(text, "story.txt"), fingerprint=False).claims
    return [(str(claim.value), claim.entity if claim.kind == "count" else claim.unit) for claim in claims]


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
