"""Aspect, direction and role."""

from __future__ import annotations

import pytest

from extracting import claims_of, only_claim

CHANGES = [
    ("Exports rose 12 percent.", "change", "up"),
    ("Sales dropped by 7%.", "change", "down"),
    ("The port saw a 40% increase in trade.", "change", "up"),
    ("Rents are 5% higher than before.", "change", "up"),
    ("Dockers won a 5% pay rise.", "change", "up"),
    ("The share fell 3 dollars.", "change", "down"),
    ("The index rose to 27,349 points.", "level", ""),
    ("Wages may go up to 5%.", "level", ""),
    ("About 30% of voters stayed.", "share", ""),
    ("The team built 3 boats.", "level", ""),
]


@pytest.mark.parametrize(("text", "aspect", "direction"), CHANGES)
def test_a_change_is_told_from_a_level(text: str, aspect: str, direction: str) -> None:
    claim = only_claim(text)
    assert (claim.aspect, claim.direction) == (aspect, direction)


def test_a_change_and_the_level_it_reached() -> None:
    assert [(claim.aspect, claim.direction) for claim in claims_of("The index rose 0.65% to 27,349 points.")] == [
        ("change", "up"),
        ("level", ""),
    ]


ROLES = [
    ("The state aims to build 40 schools.", "target"),
    ("The bank expects growth of 3 percent.", "forecast"),
    ("The lease is capped at 40 years.", "limit"),
    ("The state built 40 schools.", "actual"),
    ("Output was 2.5 times higher.", "comparison"),
    ("The new boat will cost 900 euros.", "actual"),
]


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_the_nearest_cue_tells_the_role(text: str, role: str) -> None:
    assert only_claim(text).role == role


def test_a_particle_is_no_direction_of_a_count() -> None:
    assert only_claim("The army shot down 28 drones.").aspect == "level"


def test_a_new_clause_has_a_role_of_its_own() -> None:
    assert only_claim("As crews struggled to reach the coast, there were two aftershocks.").role == "actual"
    assert [claim.role for claim in claims_of("The state aims to build 40 schools, 12 clinics and 3 ports.")] == ["target"] * 3
