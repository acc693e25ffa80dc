"""Twins: what holds of one of two claims that say the same in the same words holds of the other, so it is worked out once."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count
from typing import Any

import pytest

from bench.linking_cost import make_news
from ledger.extract import Extractor
from ledger.link import Linkage, inside, link
from ledger.link.profile import Profile, make_profiles
from ledger.link.scale import make_measure, read_scales
from ledger.link.settings import make_settings
from ledger.link.spelling import Spelling
from ledger.link.twins import mark_twins, twin_key
from ledger.pack import RulePack, load_pack
from ledger.sources import make_document

WIRE = "The storm\n\nThe storm tore the roofs off 214 houses in Quinwick, the mayor said.\n"
OWN = "Roofs gone\n\nIn Quinwick 214 houses stand without a roof.\n"
TEXTS = {"courier.txt": WIRE, "echo.txt": WIRE, "herald.txt": OWN}


@pytest.fixture(scope="module")
def pack() -> RulePack:
    return load_pack()


@pytest.fixture
def profiles(pack: RulePack) -> dict[str, Profile]:
    """article -> the profile of its one claim, all of one event."""
    extractor = Extractor(pack)
    claims = [claim for name, text in TEXTS.items() for claim in extractor.extract(make_document(text, name)).claims]
    made = make_profiles(claims, make_settings(pack.link), make_measure(read_scales(pack)))
    mark_twins(made.values(), count(1))
    return {profile.claims[0].article: profile for profile in made.values()}


def test_copies_of_a_sentence_are_twins_and_other_words_for_it_are_none(profiles: dict[str, Profile]) -> None:
    courier, echo, herald = (profiles[name] for name in TEXTS)
    assert courier.twin == echo.twin > 0
    assert herald.twin < 0


def test_two_claims_without_a_twin_are_compared_for_themselves(profiles: dict[str, Profile]) -> None:
    courier, echo, herald = (profiles[name] for name in TEXTS)
    assert twin_key(courier, herald) == twin_key(echo, herald) == (courier.twin, herald.twin)
    assert twin_key(herald, herald) is None


def test_within_an_article_every_claim_is_compared_for_itself(profiles: dict[str, Profile]) -> None:
    assert twin_key(profiles["courier.txt"], profiles["courier.txt"]) is None


def test_linking_is_the_same_without_twins(pack: RulePack, monkeypatch: pytest.MonkeyPatch) -> None:
    news = make_news(900, pack)
    met: list[int] = []

    def linked(mark: Any) -> Linkage:
        monkeypatch.setattr(inside, "mark_twins", mark)
        return link(news, pack, {})

    def counted(profiles: Iterable[Profile], numbers: Any) -> None:
        mark_twins(profiles, numbers)
        met.extend(profile.twin for profile in profiles if profile.twin > 0)

    assert linked(counted) == linked(lambda profiles, numbers: None)
    assert len(met) > 300


def test_a_stem_is_spelt_as_the_mentions_write_it_the_shortest_way(profiles: dict[str, Profile]) -> None:
    spelling = Spelling()
    assert spelling.spell("roof", profiles["courier.txt"]) == "roofs"
    assert spelling.spell("roof", profiles["courier.txt"], profiles["herald.txt"]) == "roof"
    assert spelling.spell("vesse", profiles["courier.txt"]) == "vesse"
