"""The made-up newsroom of the benchmarks: the same on every machine, and like a newsroom."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import defaultdict
from hashlib import sha256

from bench.newsroom import make_newsroom
from conftest import ROOT

WHOLE = (
    "import hashlib; from bench.newsroom import make_newsroom; print(hashlib.sha256(repr(list(make_newsroom(60))).encode()).hexdigest())"
)


def test_it_is_the_same_under_another_hash_seed() -> None:
    around = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "4711"}
    done = subprocess.run([sys.executable, "-c", WHOLE], capture_output=True, text=True, env=around, check=True)
    assert done.stdout.strip() == sha256(repr(list(make_newsroom(60))).encode()).hexdigest()


def test_a_small_newsroom_begins_a_large_one() -> None:
    assert list(make_newsroom(25)) == list(make_newsroom(80))[:25]


def test_another_seed_tells_other_stories() -> None:
    assert not {story.text for story in make_newsroom(20)} & {story.text for story in make_newsroom(20, seed=2)}


def test_events_are_told_by_several_outlets_reprinted_and_updated() -> None:
    stories = list(make_newsroom(400))
    events: defaultdict[str, list[str]] = defaultdict(list)
    for story in stories:
        events[story.name.split("-")[0]].append(story.text)
    assert max(map(len, events.values())) >= 4
    assert sum("Taken over from a news agency" in story.text for story in stories) > 20
    days = [{re.search(r"Published: (\S+)", text)[1] for text in texts} for texts in events.values()]  # type: ignore[index]
    assert sum(len(one) > 1 for one in days) > 10


def test_names_are_unique_and_articles_of_about_two_kilobytes() -> None:
    stories = list(make_newsroom(300))
    assert len({story.name for story in stories}) == 300
    assert 1_500 < sum(len(story.text) for story in stories) / 300 < 2_500
