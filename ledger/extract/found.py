"""What one block holds."""

from __future__ import annotations

from dataclasses import dataclass, field

from ledger.extract.dates import DateSpan
from ledger.extract.figures import Figure
from ledger.sources.tokens import Block


@dataclass(slots=True)
class BlockFigures:
    """A block's figures, its dates, and the token ranges that are no quantity, with the reason; all in text order."""

    block: Block
    candidates: list[int]
    """The tokens that are digits or number words."""
    dates: list[DateSpan]
    figures: list[Figure] = field(default_factory=list)
    uncounted: list[tuple[int, int, str]] = field(default_factory=list)
