"""Articles of our own, their ledger, and drafts held against it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from ledger.draft import Checker, DraftCheck, Wishes, check_draft, make_checker, make_draft, open_ledger
from ledger.pack import load_pack
from ledger.pipeline import build
from ledger.sources import make_source_rules

ARTICLES = {
    "gazette.txt": """Corvana opens its new harbour

Corvana, 3 March 2026 - The port of Corvana handled 4,250 ships in 2025, harbour master Ilse Brandt said on Tuesday.
The new quay cost 86 million euros and is 640 meters long. Twelve cranes stand on it.
Nearly 900 dockers work at the port of Corvana.
""",
    "courier.txt": """Corvana's quay is open

The port of Corvana handled 4,250 ships in 2025, harbour master Ilse Brandt told the Courier.
At 640 meters the new quay is the longest on the coast; it cost 86 million euros.
Nearly 900 dockers work at the port of Corvana, the union says.
""",
    "lake.txt": """Rain fills Lake Orrin

Lake Orrin rose by 2.4 meters in a week, the water board of Tessaly said. Some 35 families left their homes in Tessaly.
""",
}
HEADLINE = "Corvana's harbour grows"


@cache
def sample_folder() -> Path:
    """A ledger folder of the articles."""
    place = Path(mkdtemp(prefix="factledger-test-"))
    (place / "articles").mkdir()
    for name, text in ARTICLES.items():
        (place / "articles" / name).write_text(text, encoding="utf-8", newline="\n")
    build([place / "articles"], place / "ledger")
    return place / "ledger"


@cache
def sample_checker() -> Checker:
    """A checker against the ledger of the articles."""
    return make_checker(load_pack(), open_ledger(sample_folder()))


def check(text: str, name: str = "draft.md", wishes: Wishes | None = None) -> DraftCheck:
    """The check of a draft."""
    return check_draft(make_draft(text, name, make_source_rules(load_pack())), sample_checker(), wishes)


def statuses(checked: DraftCheck) -> dict[str, str]:
    """surface -> status of every figure."""
    return {mark.claim.surface: mark.status for mark in checked.marks}


def found(checked: DraftCheck) -> list[tuple[str, str, str]]:
    """(place, check, severity) of every finding."""
    return [(str(finding.place), finding.check, finding.severity) for finding in checked.findings]
