"""What a bare "$" or "pesos" means: the publisher's country decides, or the dateline's, or nobody."""

from __future__ import annotations

import pytest

from extracting import extractor
from ledger.checks.c7_ambiguous_mark import CHECK
from ledger.extract.home_currency import SETTLED, UNSETTLED
from ledger.model import Claim
from ledger.sources import make_document
from link_samples import make_corpus_of, settings_of

STORY = "The miner paid $5 million for the pit."


def units(text: str, publisher: str = "", url: str = "") -> list[str]:
    return [claim.unit for claim in claims(text, publisher, url)]


def claims(text: str, publisher: str = "", url: str = "") -> tuple[Claim, ...]:
    return extractor().extract(make_document(text, "story.txt", publisher=publisher, url=url), fingerprint=False).claims


@pytest.mark.parametrize(
    ("publisher", "url", "unit"),
    [
        ("Sydney Courier", "", "AUD"),
        ("", "https://www.courier.com.au/pit", "AUD"),
        ("courier.co.nz", "", "NZD"),
        ("Toronto Courier", "", "CAD"),
        ("New York Courier", "", "USD"),
        ("Courier", "", "USD"),
        ("Courier", "https://courier.ai/pit", "USD"),
        ("Berlin Courier", "", "USD"),
    ],
)
def test_a_dollar_is_the_publishers(publisher: str, url: str, unit: str) -> None:
    assert units(STORY, publisher, url) == [unit]


def test_a_settled_claim_says_so_and_keeps_its_rate() -> None:
    (claim,) = claims("The miner paid $5 a share.", "Sydney Courier")
    assert (claim.unit, claim.rules[-1]) == ("AUD / share", SETTLED)


@pytest.mark.parametrize(
    ("text", "publisher", "unit"),
    [
        ("Milk costs 50 cents a litre.", "Sydney Courier", "Australian_cent / liter"),
        ("Milk costs 50 cents.", "Dublin Courier", "euro_cent"),
        ("Milk costs 50 cents.", "New York Courier", "US_cent"),
        ("Milk costs 50 cents.", "Tokyo Courier", "US_cent"),
    ],
)
def test_cents_are_the_publishers_too(text: str, publisher: str, unit: str) -> None:
    assert units(text, publisher) == [unit]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The miner paid A$5 million and $3 million.", ["AUD", "USD"]),
        ("The miner paid A$5 million ($3 million).", ["AUD", "USD"]),
        ("The miner paid $5 million and US$3 million.", ["AUD", "USD"]),
        ("The miner paid 5 million dollars and 3 million US dollars.", ["AUD", "USD"]),
        ("TORONTO - The miner paid $5 million.", ["USD"]),
    ],
)
def test_what_the_article_itself_tells_apart_stays(text: str, expected: list[str]) -> None:
    assert units(text, "Sydney Courier") == expected


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("MANILA, March 13 (News) - The fine was 3 million pesos.", "PHP"),
        ("STOCKHOLM (News) — The fine was 300 crowns.", "SEK"),
        ("KARACHI, Jan. 2 (News) - The fine was Rs 500.", "PKR"),
        ("The fine was 3 million pesos.", "MXN"),
        ("BERLIN (News) — The fine was 300 crowns.", "CZK"),
    ],
)
def test_a_shared_name_is_the_datelines(text: str, unit: str) -> None:
    assert units(text) == [unit]


@pytest.mark.parametrize(
    ("text", "publisher", "flags"),
    [
        ("SYDNEY, May 5 - " + STORY, "", 1),
        ("TORONTO - " + STORY, "Sydney Courier", 1),
        ("SYDNEY, May 5 (News) - " + STORY, "", 0),
        ("SYDNEY, May 5 - " + STORY, "New York Courier", 0),
        (STORY, "Sydney Courier", 0),
        (STORY, "", 0),
    ],
)
def test_an_unsettled_dollar_is_flagged(text: str, publisher: str, flags: int) -> None:
    extraction = extractor().extract(make_document(text, "story.txt", publisher=publisher), fingerprint=False)
    found = list(CHECK.find(make_corpus_of(extraction.claims), settings_of("C7")))
    assert len(found) == flags
    assert [UNSETTLED in claim.rules for claim in extraction.claims] == [bool(flags)]


POINTS = "The fair drew 1.234,5 tonnes and 2.345,6 tonnes. It sold 2.500 tonnes"
"""A text that shows how it writes its decimals."""


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("It sold 2.500 tonnes of tea.", ["2.500 tonnes"]),
        (POINTS + " of tea.", []),
        (POINTS + " of tea and 1,500 tonnes of rice.", ["1,500 tonnes"]),
        ("It sold 1,500 tonnes of rice.", []),
    ],
)
def test_a_point_or_comma_is_flagged_where_the_article_does_not_decide(text: str, surfaces: list[str]) -> None:
    found = CHECK.find(make_corpus_of(claims(text)), settings_of("C7"))
    assert [finding.claims[0].surface for finding in found] == surfaces


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The miner paid $US5 million ($7.1 million) for the pit.", ["USD", "AUD"]),
        ("The miner paid US$5 million ($7.1 million) for the pit.", ["USD", "USD"]),
        ("The miner paid $US5 million, $1 million more than asked.", ["USD", "USD"]),
    ],
)
def test_a_dollar_in_brackets_behind_an_american_one_written_the_australian_way_is_australian(text: str, expected: list[str]) -> None:
    assert units(text) == expected
