"""Our own texts for the benches: marks and verdicts are whole, and what is set aside stays aside."""

from __future__ import annotations

import doctest
from collections import Counter

import pytest

import bench.own_texts
from bench.own_texts import UNREAD, make_gold, read_events, read_sentences, unmark
from bench.suites import PARTS
from extracting import extractor

VERDICTS = {"agree", "agree_with_rounding", "conflict"}


def test_doctests() -> None:
    assert doctest.testmod(bench.own_texts).failed == 0


def test_every_part_is_read_or_unread() -> None:
    everything, read, unread = ([record["id"] for record in read_sentences(part)] for part in PARTS)
    assert sorted(read + unread) == sorted(everything)
    assert len(set(everything)) == len(everything) == 580
    assert {event["name"] for event in read_events("unread")} == UNREAD


@pytest.mark.parametrize("event", read_events("all"), ids=lambda event: event["name"])
def test_marks_are_whole_and_each_fact_told_twice_has_its_verdict(event: dict[str, dict[str, str]]) -> None:
    facts: Counter[str] = Counter()
    for marked in event["articles"].values():
        text, spans = unmark(marked)
        assert not set("{}") & set(text)
        assert all(text[start:end].strip() == text[start:end] != "" for start, end, _ in spans)
        facts.update(fact for _, _, fact in spans)
    assert {fact for fact, told in facts.items() if told > 1} == set(event["verdicts"])
    assert set(event["verdicts"].values()) <= VERDICTS


def test_nearly_every_marked_figure_is_extracted() -> None:
    claims = [claim for event in read_events("all") for claim in make_gold(event, extractor())["claims"]]
    assert sum(claim["unit"] == "none" for claim in claims) <= 0.01 * len(claims)
