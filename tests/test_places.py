"""Places: every country under one name, and every other name, people and city pointing to it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from ledger.pack import load_pack

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def rules() -> Mapping[str, Mapping[str, Any]]:
    return {rule.id: rule.fields for rule in load_pack().rules["places"]}


def test_every_country_of_iso_3166_is_there(rules: Mapping[str, Mapping[str, Any]]) -> None:
    pycountry = pytest.importorskip("pycountry", reason="the list of ISO 3166 comes from pycountry")
    assert len(rules["countries"]["names"]) > len(pycountry.countries) - 10


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("U.S.", "United States"),
        ("Britain", "United Kingdom"),
        ("UAE", "United Arab Emirates"),
        ("Viet Nam", "Vietnam"),
        ("Burma", "Myanmar"),
    ],
)
def test_another_name_leads_to_the_country(rules: Mapping[str, Mapping[str, Any]], name: str, country: str) -> None:
    assert rules["countries"]["same"][name] == country


@pytest.mark.parametrize(
    ("word", "country"),
    [("vietnamese", "Vietnam"), ("danes", "Denmark"), ("south korean", "South Korea"), ("briton", "United Kingdom"), ("turks", "Turkey")],
)
def test_a_people_leads_to_its_country(rules: Mapping[str, Mapping[str, Any]], word: str, country: str) -> None:
    assert rules["demonyms"]["adjectives"][word] == country


@pytest.mark.parametrize(
    ("city", "country"), [("Hanoi", "Vietnam"), ("Cairo", "Egypt"), ("Kyiv", "Ukraine"), ("Washington", "United States")]
)
def test_a_capital_leads_to_its_country(rules: Mapping[str, Mapping[str, Any]], city: str, country: str) -> None:
    assert rules["capitals"]["country"][city] == country


def test_every_country_that_is_pointed_to_is_a_canonical_name(rules: Mapping[str, Mapping[str, Any]]) -> None:
    known, other = set(rules["countries"]["names"]), set(rules["countries"]["same"])
    tables = [
        rules["countries"]["same"],
        rules["demonyms"]["adjectives"],
        *(rules[rule]["country"] for rule in ("capitals", "cities", "states")),
    ]
    pointed = {country for table in tables for country in table.values()}
    assert pointed <= known - other


def test_currencies_of_countries_are_known_currencies(rules: Mapping[str, Mapping[str, Any]]) -> None:
    codes = {code for rule in load_pack().rules["currencies"] for code in rule.fields["names"]}
    assert set(rules["countries"]["currency"].values()) <= codes
    assert rules["countries"]["currency"]["Vietnam"] == "VND"


def test_the_generated_file_is_current() -> None:
    pytest.importorskip("babel", reason="the generator reads CLDR through babel")
    done = subprocess.run([sys.executable, str(ROOT / "scripts" / "make_places.py"), "--check"], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, ""), "run scripts/make_places.py"
