"""A user's pack adds to the lists of the shipped one by `form`."""

from __future__ import annotations

from pathlib import Path

import pytest

from ledger.extract import Extractor
from ledger.pack import load_pack
from ledger.sources import make_document

PROOF = """[[rule.example]]
text = "The yard sold {12} crates."
value = "12"
[[rule.counterexample]]
text = "The yard sold crates."
"""
LISTS = {
    "ignore": 'form = "labels"\nreason = "identifier"\nbefore = ["vault"]',
    "entities": 'form = "collective"\nwords = ["zorb"]',
    "roles": 'form = "rates"\nwords = ["zorb"]',
}


@pytest.fixture(scope="module")
def extractor(tmp_path_factory: pytest.TempPathFactory) -> Extractor:
    folder: Path = tmp_path_factory.mktemp("my")
    (folder / "en").mkdir()
    for kind, fields in LISTS.items():
        (folder / "en" / f"{kind}.toml").write_text(f'[[rule]]\nid = "our-{kind}"\n{fields}\n{PROOF}', encoding="utf-8")
    return Extractor(load_pack([folder]))


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("The gold lay in vault 9 of the bank.", []),
        ("The yard sold 12 zorb last week.", ["zorb"]),
        ("They paid 40 dollars a zorb for the yard.", ["USD / zorb"]),
        ("The court cited Article 60 of the code.", []),
        ("They paid 40 dollars a barrel for the oil.", ["USD / barrel"]),
    ],
)
def test_a_list_grows_by_a_rule_of_its_form_and_keeps_its_own(extractor: Extractor, text: str, units: list[str]) -> None:
    claims = extractor.extract(make_document(text, "story.txt"), fingerprint=False).claims
    assert [claim.unit for claim in claims] == units
