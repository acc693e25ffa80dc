"""The checks on running text, through the real extractor: each fires, stays silent, and lets a near miss pass."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

import pytest

from ledger.checks import make_corpus, run_checks
from ledger.extract.extractor import Extractor
from ledger.link import link
from ledger.model import Extraction, Flag
from ledger.sources import make_document
from link_samples import sample_pack


@cache
def extractor() -> Extractor:
    return Extractor(sample_pack())


def extract(text: str, article: str = "a.txt", published: date | None = None) -> Extraction:
    return extractor().extract(make_document(text, article, published=published))


def flags_of(check: str, *extractions: Extraction, checks: Sequence[str] = ()) -> list[Flag]:
    linkage = link(extractions, sample_pack(), {})
    flags = run_checks(make_corpus(extractions, linkage), sample_pack())
    return [flag for flag in flags if flag.check == check]


def find(check: str, text: str, published: date | None = None) -> list[Flag]:
    """The flags of one check on one text."""
    return flags_of(check, extract(text, published=published))


FIRES: Mapping[str, Sequence[tuple[str, str]]] = {
    "B1": [
        ("The ferry carried 18 people: 10 men, 5 women and 4 children.", "10 + 5 + 4 = 19"),
        ("The fund paid $3 million for roads, $4 million for schools and $2 million for wells, a total of $14 million.", "= 9000000"),
    ],
    "B2": [("In the poll 60 percent said yes, 30 percent said no and the remaining 20 percent had no opinion.", "60 + 30 + 20 = 110")],
    "B3": [("Rescuers said 15 of the 12 boats had sunk.", "15 > 12")],
    "B4": [
        ("Exports rose from 100 tonnes to 120 tonnes, an increase of 30 percent.", "(120 - 100) / 100 = 20%"),
        ("Sales grew 10 percent to $150 million from $100 million.", "= 50%"),
    ],
    "B5": [("The harvest grew from 100 tonnes to 400 tonnes, 2.5 times as much.", "400 / 100")],
    "B6": [("The fleet grew from 100 boats to 120 boats, an increase of 30 boats.", "|120 - 100| = 20")],
    "B7": [("The storm sank 12 of the 48 boats (40 percent).", "12 / 48 = 25%")],
    "B8": [("The state shared $1.2 million among 40 villages, an average of $40,000 each.", "1200000 / 40 = 30000")],
    "B9": [("The number of boats fell from 12 to 15.", "15 > 12")],
    "B10": [
        ("Output doubled from 100 tonnes to 150 tonnes.", "150 / 100 = 1.5"),
        ("A majority (45 percent) wanted the bridge.", "45 <= 50"),
    ],
    "B11": [("The study found that 33 percent of the 8 patients slept badly.", "2/8 = 25% and 3/8 = 37.5%")],
    "B12": [("The council set out four priorities: housing, transport and schools.", "4 is not 3")],
    "B14": [("The works took 12 years, from 2010 to 2015.", "2015 - 2010 = 5")],
    "C1": [("The road runs for 100 km (50 miles) along the coast.", "100 kilometer = 62.14 mile")],
    "C6": [("The lake has a depth of 40 kg.", "kilogram is [mass]")],
    "C7": [("The fund paid C$5 million for the ship and $3 million for the quay.", "")],
    "D1": [("The jobless rate climbed 2 percent, from 5% to 7%.", "7 - 5 = 2 points")],
    "D2": [("The ministry signed 350 agreements, 2.5 times more than in 2024.", "350 / 2.5 = 140; 350 / (1 + 2.5) = 100")],
    "D3": [("About 12,345 people came to the fair.", "12345 has 5 significant digits")],
    "D4": [("Ticket prices rose 12 percent.", "no base and no period")],
}
SILENT: Mapping[str, Sequence[str]] = {
    "B1": [
        "The ferry carried 18 people: 10 men, 5 women and 3 children.",
        "The ferry carried 18 people, including 10 men and 5 women.",
        "Seven new titles in 2025 brought the total to 77.",
    ],
    "B2": [
        "In the poll 60 percent said yes, 30 percent said no and the remaining 10 percent had no opinion.",
        "Some 60 percent read a newspaper and 70 percent watch television.",
        "In the poll 33.3 percent said yes, 33.3 percent said no and the remaining 33.3 percent had no opinion.",
    ],
    "B3": ["Rescuers said 12 of the 15 boats had sunk.", "He was 15 of the way there.", "One of the 12 boats sank."],
    "B4": [
        "Exports rose from 100 tonnes to 120 tonnes, an increase of 20 percent.",
        "Exports rose from 9.6 million tonnes to 10 million tonnes, an increase of 4 percent.",
        "Exports rose from 100 tonnes to 120 tonnes, while prices fell in the wider region over the same long period by 7 percent.",
    ],
    "B5": [
        "The harvest grew from 100 tonnes to 250 tonnes, 2.5 times as much.",
        "The harvest grew from 100 tonnes to 350 tonnes, 2.5 times more.",
    ],
    "B6": [
        "The fleet grew from 100 boats to 120 boats, an increase of 20 boats.",
        "The fleet grew from 100 boats to 120 boats, and 30 boats were sold.",
    ],
    "B7": ["The storm sank 12 of the 48 boats (25 percent).", "The storm sank 13 of the 48 boats (27 percent)."],
    "B8": [
        "The state shared $1.2 million among 40 villages, an average of $30,000 each.",
        "The state shared $1.2 million among 40 villages, and $40,000 for a quay.",
    ],
    "B9": ["The number of boats fell from 15 to 12.", "The number of boats rose from 12 to 15.", "Fees range from 12 to 15 dollars."],
    "B10": [
        "Output doubled from 100 tonnes to 205 tonnes.",
        "Output more than doubled from 100 tonnes to 260 tonnes.",
        "A majority (55 percent) wanted the bridge.",
    ],
    "B11": [
        "The study found that 38 percent of the 8 patients slept badly.",
        "The study found that 37 percent of the 8 patients slept badly.",
    ],
    "B12": [
        "The council set out three priorities: housing, transport and schools.",
        "The council set out four priorities: research and development, housing and schools.",
        "The council set out four priorities, such as housing, transport and schools.",
    ],
    "B14": [
        "The works took five years, from 2010 to 2015.",
        "The works took six years, from 2010 to 2015.",
        "He was 12 years old when the war of 1939 to 1945 began.",
    ],
    "C1": [
        "The road runs for 100 km (60 miles) along the coast.",
        "The road runs for 58 km (36 miles) along the coast.",
        "It is about one-third of an inch (9 mm) thick.",
    ],
    "C6": ["The lake has a depth of 40 metres.", "The baby had a weight of 3 kg.", "They came from a depth of feeling."],
    "C7": ["The fund paid $5 million for the ship and $3 million for the quay.", "It weighs 1.234 kg."],
    "D1": ["The jobless rate climbed 2 percentage points, from 5% to 7%.", "The jobless rate climbed 40 percent, from 5% to 7%."],
    "D2": ["The ministry signed 350 agreements, 2.5 times as many as in 2024.", "They met 2.5 times a week."],
    "D3": ["About 12,000 people came to the fair.", "Exactly 12,345 people came to the fair."],
    "D4": ["Ticket prices rose 12 percent from 2024.", "Ticket prices rose 12 percent last year."],
}


@pytest.mark.parametrize(("check", "text", "working"), [(check, *case) for check, cases in FIRES.items() for case in cases])
def test_a_planted_error_is_flagged_with_its_arithmetic(check: str, text: str, working: str) -> None:
    (flag,) = find(check, text)
    assert working in flag.working
    assert flag.claim_ids


@pytest.mark.parametrize(("check", "text"), [(check, text) for check, cases in SILENT.items() for text in cases])
def test_sound_figures_and_near_misses_are_silent(check: str, text: str) -> None:
    assert [flag.message for flag in find(check, text)] == []
