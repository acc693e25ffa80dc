"""B2 shares: shares that leave nothing out miss or pass 100%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.reading import Spot, find_sentences
from ledger.interval import plain
from ledger.link.profile import figure_of

_REST = re.compile(
    r"\b(?:the\s(?:remaining|other|rest\s?,?\s?(?:of\s[\w\s]{0,30})?)|a\sremaining|and\sthe\sremainder\s?,?)\s*\(?(?:about\s|some\s|nearly\s)?$",
    re.IGNORECASE,
)
_NESTED = re.compile(
    r"\b(?:of\s(?:those|them|these|whom|which)|compared|than|up\sfrom|down\sfrom|from|while\sin|versus|against\s\d)\b", re.IGNORECASE
)


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """A finding for each sentence whose last share is "the remaining" one and whose shares do not make 100.

    Tolerance: half a unit of each share's last digit, and `slack` points for hedges.
    """
    for sentence, spots in find_sentences(corpus):
        shares = [spot for spot in spots if spot.claim.kind == "percent" and spot.claim.value is not None and spot.claim.aspect != "change"]
        if len(shares) > 1 and _REST.search(sentence[: shares[-1].start]) and not _NESTED.search(sentence):
            finding = _judge(shares, Decimal(str(settings["slack"])))
            if finding is not None:
                yield finding


def _judge(shares: Sequence[Spot], slack: Decimal) -> Finding | None:
    figures = [figure_of(spot.claim)[0] for spot in shares]
    total = sum(figures, Decimal(0))
    hedged = sum(bool(set(spot.claim.qualifier.split(";")) - {"", "exactly", "all"}) for spot in shares)
    tolerance = sum((spot.claim.precision for spot in shares), Decimal(0)) / 2 + slack * hedged
    if abs(total - 100) <= tolerance:
        return None
    working = f"{' + '.join(plain(figure) for figure in figures)} = {plain(total)}; tolerance {plain(tolerance)}"
    return Finding(tuple(spot.claim for spot in shares), f"These shares leave nothing out and make {plain(total)}%", working)


CHECK = Check("B2", "shares", find)
