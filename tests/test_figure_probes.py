"""Short texts of our own and the figures in them: one line of tests/data/figures each, `text => amount unit; low..high unit`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from extracting import amount, claims_of

_FOLDER = Path(__file__).parent / "data" / "figures"


def probes() -> Iterator[tuple[str, str]]:
    """Each text with what it holds; "-" for nothing."""
    for path in sorted(_FOLDER.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                text, _, wanted = line.rpartition(" => ")
                yield text, wanted


@pytest.mark.parametrize(("text", "wanted"), list(probes()))
def test_a_text_holds_these_figures_and_no_others(text: str, wanted: str) -> None:
    found = [f"{amount(claim)} {claim.unit}".strip() for claim in claims_of(text) if claim.kind != "rank"]
    assert "; ".join(found) == ("" if wanted == "-" else wanted)


def test_no_text_cut_short_breaks_the_reader() -> None:
    for text, _ in list(probes())[::3]:
        words = text.split(" ")
        for i in range(1, len(words)):
            claims_of(" ".join(words[:i]))
            claims_of(" ".join(words[i:]))
    for text in ("One of", "hundreds of", "He went 13-of-21", "10-to-1", "150/4 declared"):
        claims_of(text)
