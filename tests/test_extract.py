"""The whole extraction: surfaces, coverage, ids, offsets, noise, and time linear in the text."""

from __future__ import annotations

import gc
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extracting import amount, claims_of, extractor, numbers_outside, read, read_line, told
from ledger.extract.extractor import writes_decimal_commas
from reading import extract
from timing import assert_linear

PIECES = (
    *(
        "five",
        "35",
        "1,234.5",
        "2.5",
        "half",
        "dozens",
        "twenty-one",
        "third",
        "first",
        "one",
        "2026",
        "5 May 2026",
        "14:30",
        "\u00bd",
        "10^99999",
    ),
    *(
        "$",
        "%",
        "km",
        "percent",
        "million",
        "ships",
        "of which",
        "to",
        "and",
        "more than",
        "nearly",
        "(",
        ")",
        "-",
        "\u2013",
        '"',
        "\u201c",
        ",",
        ".",
    ),
    *(
        "The port",
        "rose",
        "Article",
        "COVID-",
        "a day",
        "per",
        "\n\n",
        "e\u0301",
        "\U0001f600",
        "\u00a0",
        "\u2009",
        "x",
        "No.",
        "in",
        "\u00a3",
        "@",
        "/",
        ":",
    ),
)
TEXTS = st.one_of(
    st.text(max_size=120),
    st.lists(st.sampled_from(PIECES), max_size=30).flatmap(lambda pieces: st.sampled_from(["", " "]).map(lambda joint: joint.join(pieces))),
)
STORY = "The port handled 350 ships in May. Nearly 40 crews came from the town.\n\nIt cost 2 million euros ($2.2 million)."
ASIDE = "\n\nA film about 12 gardeners opens on Friday."
relaxed = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


@relaxed
@given(TEXTS)
def test_a_surface_is_its_place_in_the_text(text: str) -> None:
    extraction = read(text)
    for one in (*extraction.claims, *extraction.uncounted):
        assert text[one.start : one.end] == one.surface != ""


@relaxed
@given(TEXTS)
def test_claims_and_coverage_account_for_every_digit(text: str) -> None:
    assert list(numbers_outside(text, read_line(text))) == []


@relaxed
@given(TEXTS)
def test_no_two_claims_overlap_and_all_have_bounds_in_order(text: str) -> None:
    claims = read_line(text).claims
    assert all(left.end <= right.start for left, right in pairwise(claims))
    assert all(claim.low is not None and claim.high is not None and claim.low <= claim.high for claim in claims)


@relaxed
@given(TEXTS)
def test_claim_ids_are_unique_in_an_article(text: str) -> None:
    ids = [claim.claim_id for claim in read_line(text).claims]
    assert len(ids) == len(set(ids))


@relaxed
@given(st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join))
def test_every_number_word_is_accounted_for(text: str) -> None:
    extraction = read_line(text)
    covered = {at for one in (*extraction.claims, *extraction.uncounted) for at in range(one.start, one.end)}
    words = extractor().lexicons.numerals.words
    at = 0
    for word in text.split(" "):
        if word in words:
            assert at in covered, (word, text)
        at += len(word) + 1


def test_an_unrelated_paragraph_behind_changes_nothing() -> None:
    alone, followed = read(STORY).claims, read(STORY + ASIDE).claims
    assert followed[: len(alone)] == alone
    assert len(followed) == len(alone) + 1


def ids_of(text: str) -> list[str]:
    return [claim.claim_id for claim in read(text).claims]


def test_an_id_survives_edits_elsewhere_and_a_change_of_the_figure() -> None:
    before = ids_of(STORY)
    assert ids_of("Snow fell over the whole coast all night long.\n\n" + STORY) == before
    assert ids_of(STORY.replace("350", "1,355")) == before
    assert ids_of(STORY.replace("350 ships", "350 tugs")) != before


def test_an_id_depends_on_the_article() -> None:
    assert read(STORY, "a.txt").claims[0].claim_id != read(STORY, "b.txt").claims[0].claim_id


def test_equal_contexts_get_different_ids() -> None:
    line = "The port handled 35 ships that day and then closed again."
    first, second = read(f"{line}\n\n{line}").claims
    assert first.claim_id != second.claim_id


@pytest.mark.parametrize("mark", ["\U0001f600", "e\u0301", "\u2060", "\U0001f1fb\U0001f1f3", "\u0915\u094d\u0937"])
def test_emoji_and_combining_marks_shift_nothing(mark: str) -> None:
    text = f"{mark * 3} The port {mark} handled 350 ships {mark}."
    (claim,) = read_line(text).claims
    assert (claim.start, claim.surface, claim.entity) == (text.index("350"), "350", "ship")


NOISE = [
    ("The blast killed350 people.", [("350", "350", "person", "people")]),
    ("theCommunist Party has 12 seats", [("12", "12", "seat", "seat")]),
    ("28/01/2026Trade grew by 5 percent", [("5 percent", "5", "percent", "Trade")]),
    ("The port handled\u00a0350\u2009ships.", [("350", "350", "ship", "ship")]),
]


@pytest.mark.parametrize(("text", "expected"), NOISE)
def test_run_together_words_and_odd_spaces(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert told(text) == expected


def test_a_run_together_date_is_a_date() -> None:
    assert [number.reason for number in read_line("28/01/2026Trade grew").uncounted] == ["date"]


def test_the_fields_of_a_claim() -> None:
    text = "Nearly 350 cooperation agreements were signed in 2025."
    (claim,) = read_line(text).claims
    assert (claim.start, claim.end, claim.section, claim.kind, claim.unit) == (7, 10, "body", "count", "agreement")
    assert (claim.entity, claim.aspect, claim.qualifier, claim.role) == ("cooperation agreement", "level", "nearly", "actual")
    assert (amount(claim), claim.period, claim.sentence, claim.weight) == ("350", "2025", text, "core")
    assert (claim.bounds.low, claim.bounds.high, claim.bounds.closed) == (None, claim.value, "(]")


def test_extraction_is_a_pure_function() -> None:
    assert read(STORY, published=date(2026, 1, 2)) == read(STORY, published=date(2026, 1, 2))


def test_decimal_commas_are_told_by_the_article() -> None:
    assert writes_decimal_commas("Es kostet 1.234,5 Euro und 2.000,75 Euro.")
    assert not writes_decimal_commas("It costs 1,234.5 euros and 2,000 more.")
    assert [amount(claim) for claim in claims_of("Der Bau kostet 1.234,50 € und der Turm 2.000,75 €.")] == ["1234.5", "2000.75"]


def test_nothing_is_found_in_nothing() -> None:
    extraction = read("")
    assert (extraction.claims, extraction.uncounted) == ((), ())


HOSTILE = (
    "7",
    "7 ",
    '"',
    '" 5 ',
    "(",
    "(5 ",
    "A",
    "A ",
    ",",
    "5, ",
    "-",
    "$5 ",
    "one ",
    "the ",
    "1.1.",
    "a@1",
    "😀5",
    "a b c 1 ",
    "4-",
    "2026 ",
)


def test_extraction_leaves_the_collector_of_cycles_as_it_was() -> None:
    assert gc.isenabled()
    extract("The port moved 350 containers.")
    assert gc.isenabled()


def test_a_table_of_numbers_holds_no_dates_and_hides_none_beside_it() -> None:
    table = "4-2026 " * 80
    rows = [(row.surface, row.reason) for row in read(f"{table}It closed in 2024.").uncounted]
    assert rows[-1] == ("2024", "date")
    assert {reason for _, reason in rows[:-1]} == {"unparsed"}


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hostile_line_takes_time_linear_in_its_length(piece: str) -> None:
    assert_linear(extract, piece, 5_000 // len(piece))


def test_a_bracket_may_convert_into_two_currencies() -> None:
    found = claims_of("They paid 2m euros (£1.7m; $2.6m) for the mill.")
    assert [claim.unit for claim in found] == ["EUR", "GBP", "USD"]
    assert [claim.converts for claim in found] == ["", found[0].claim_id, found[0].claim_id]
