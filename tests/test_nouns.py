"""Noun phrases: where they end, their heads, their numbers, their text."""

from __future__ import annotations

import pytest

from extracting import extractor, only_claim
from ledger.extract.noun_phrases import find_noun_phrase
from ledger.extract.noun_text import phrase_text
from ledger.sources.tokens import Block

PHRASES = [
    ("17 free trade agreements and relations", "free trade agreement", "agreement"),
    ("500 trade, investment, and tourism promotion activities were", "trade, investment, and tourism promotion activity", "activity"),
    ("14 first-team players left", "first-team player", "player"),
    ("3 comprehensive or higher-level partnerships with", "comprehensive or higher-level partnership", "partnership"),
    ("40 large and small firms closed", "large and small firm", "firm"),
    ("12 police officers said", "police officer", "officer"),
    ("20 staff left", "staff", "staff"),
    ("9 children died", "child", "child"),
    ("6 sales offices closed", "sales office", "office"),
    ("30 G20 members met", "G20 member", "member"),
    ("350 of them", None, None),
    ("350 today", None, None),
]


@pytest.mark.parametrize(("text", "phrase", "head"), PHRASES)
def test_the_phrase_ends_with_its_head(text: str, phrase: str | None, head: str | None) -> None:
    nouns = extractor().lexicons.nouns
    block = Block(text, 0, len(text))
    found = find_noun_phrase(block, 1, len(block), nouns, single=False)
    if phrase is None or head is None:
        assert found is None
        return
    assert found is not None
    assert phrase_text(block, found.first, found.last, found.head, nouns) == phrase
    assert nouns.singular(block.lows[found.head]) == head


@pytest.mark.parametrize(
    ("plural", "single"),
    [
        ("agreements", "agreement"),
        ("children", "child"),
        ("countries", "country"),
        ("boxes", "box"),
        ("buses", "bus"),
        ("lives", "life"),
        ("series", "series"),
        ("news", "news"),
    ],
)
def test_singular_forms(plural: str, single: str) -> None:
    assert extractor().lexicons.nouns.singular(plural) == single


def test_an_of_phrase_that_names_the_thing_belongs_to_it() -> None:
    claim = only_claim("All five permanent members of the United Nations Security Council agreed.")
    assert (claim.unit, claim.entity) == ("member", "permanent member of United Nations Security Council")


def test_acronyms_keep_their_capitals_and_shouted_words_lose_them() -> None:
    assert only_claim("The town has seven UNESCO-recognised titles.").entity == "UNESCO-recognised title"
    assert only_claim("THE TOWN HAS 35 HARBOUR BOATS.").entity == "harbour boat"


def test_a_common_word_at_the_start_of_a_sentence_is_no_name() -> None:
    assert only_claim("Exports rose to 5 million euros.").entity == "export"
