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
