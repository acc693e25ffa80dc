"""Words around figures: masked, stemmed, folded, weighted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.link.words import (
    cosine,
    find_figure,
    find_words,
    inverse_frequency,
    make_vocabulary,
    near_vector,
    shared_words,
    stem_of,
    weighted,
)

VOCABULARY = make_vocabulary({"stop": "the a of were in", "number_words": "seven hundred", "aliases": [["earthquake", "quake", "tremor"]]})


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("agreements", "agreement"),
        ("signed", "sign"),
        ("signing", "sign"),
        ("villages", "villag"),
        ("village", "villag"),
        ("cities", "city"),
        ("pass", "pass"),
    ],
)
def test_forms_of_a_word_have_one_stem(word: str, stem: str) -> None:
    assert stem_of(word) == stem


def test_figures_and_stop_words_are_masked_and_aliases_folded() -> None:
    stems = [stem for stem, _ in find_words("The quakes hit 12 (seven) hundred villages of Marlow's coast", VOCABULARY)]
    assert stems == ["earthquak", "hit", "villag", "marlow", "coast"]


def test_words_keep_their_offsets() -> None:
    assert find_words("In 2025 Marlow", VOCABULARY) == (("marlow", 8),)


def test_the_figure_is_found_at_the_occurrence_nearest_to_its_offset() -> None:
    sentence = "Of 12 boats, 12 sank."
    assert find_figure(sentence, "12", 13) == (13, 15)
    assert find_figure(sentence, "12", 2) == (3, 5)


def test_a_surface_with_a_line_break_is_found_in_the_folded_sentence() -> None:
    assert find_figure("It cost 2 million dollars.", "2\n  million", 9) == (8, 17)


def test_near_words_weigh_half_after_reach_words_on_either_side() -> None:
    words = find_words("boats sank near Marlow harbour wall", VOCABULARY)
    vector = near_vector(words, (0, 0), 2.0)
    assert vector["boat"] == 1.0
    assert vector["near"] == 0.5
    assert vector["harbour"] == 0.25


def test_rare_words_tell_more_than_common_ones() -> None:
    telling = inverse_frequency([["quay", "boat"], ["boat"], ["boat"]], 3)
    assert telling["quay"] > telling["boat"] > 0


@given(st.dictionaries(st.sampled_from("abcdef"), st.floats(0.1, 5)), st.dictionaries(st.sampled_from("abcdef"), st.floats(0.1, 5)))
def test_cosine_is_symmetric_and_between_0_and_1(left: dict[str, float], right: dict[str, float]) -> None:
    one, other = weighted(left, {}), weighted(right, {})
    assert cosine(one, other) == pytest.approx(cosine(other, one))
    assert -1e-9 <= cosine(one, other) <= 1 + 1e-9


def test_shared_words_come_heaviest_first() -> None:
    assert shared_words({"quay": 0.9, "boat": 0.1}, {"quay": 0.5, "boat": 0.5, "wall": 0.7}, 5) == ("quay", "boat")
