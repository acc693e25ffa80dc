"""B2 shares: shares that leave nothing out miss or pass 100%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.reading import find_sentences
from ledger.checks.spots import Spot
from ledger.interval import plain
from ledger.link.profile import figure_of

_REST = re.compile(
    r"\b(?:the\s(?:remaining|other|rest\s?,?\s?(?:of\s[\w\s]{0,30})?|remainder\s?,?)|a\sremaining)\s*\(?(?:(?:about|some|nearly)\s)?$",
    re.IGNORECASE,
)
_NESTED = re.compile(
    r"\b(?:of\s(?:those|them|these|whom|which)|compared|than|up\sfrom|down\sfrom|from\s\d|while\sin|versus|against\s\d|respectively)\b",
    re.IGNORECASE,
)
_OPPOSITES = (
    (r"\b(?:for|in\sfavou?r|yes)\b", r"\b(?:against|no)\b"),
    (r"\b(?:female|women)\b", r"\b(?:male|men)\b"),
    (r"\bsatisfied\b", r"\bdissatisfied\b"),
    (r"\bapproved?\b", r"\bdisapproved?\b"),
)
_COMPOSED = re.compile(r"\b(?:is|are|was|were|contains?|consists?\sof)\s(?:about\s|some\s)?$", re.IGNORECASE)
_MEMBER = re.compile(r"^\s[a-z’'-]+(?:\s[a-z’'-]+)?(?:,|,?\sand)\s$")


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """A finding for each sentence whose shares leave each other no room and do not fit in 100.

    Shares of which the last is "the rest" must make 100; opposites ("for", "against") and what
    something is made of may not pass it.
    Tolerance: half a unit of each share's last digit, and `slack` points for hedges.
    """
    for sentence, spots in find_sentences(corpus):
        shares = [spot for spot in spots if spot.claim.kind == "percent" and spot.claim.value is not None and spot.claim.aspect != "change"]
        if len(shares) < 2 or _NESTED.search(sentence):
            continue
        rest = bool(_REST.search(sentence[: shares[-1].start]))
        if rest or _exclude(sentence, shares):
            finding = _judge(shares, Decimal(str(settings["slack"])), exact=rest)
            if finding is not None:
                yield finding


def _exclude(sentence: str, shares: Sequence[Spot]) -> bool:
    """True where the words behind the shares are opposites, or a plain list of what something is made of."""
    words = [sentence[one.end : two.start] for one, two in pairwise(shares)] + [sentence[shares[-1].end :]]
    opposed = len(shares) < 4 and any(
        re.search(one, words[0], re.IGNORECASE) and re.search(other, words[1], re.IGNORECASE) for one, other in _OPPOSITES
    )
    composed = len(shares) > 2 and _COMPOSED.search(sentence[: shares[0].start]) and all(_MEMBER.match(part) for part in words[:-1])
    return bool(opposed or composed)


def _judge(shares: Sequence[Spot], slack: Decimal, *, exact: bool) -> Finding | None:
    figures = [figure_of(spot.claim)[0] for spot in shares]
    total = sum(figures, Decimal(0))
    hedged = sum(bool(set(spot.claim.qualifier.split(";")) - {"", "exactly", "all"}) for spot in shares)
    tolerance = sum((spot.claim.precision for spot in shares), Decimal(0)) / 2 + slack * hedged
    if abs(total - 100) <= tolerance or (total < 100 and not exact):
        return None
    working = f"{' + '.join(plain(figure) for figure in figures)} = {plain(total)}; tolerance {plain(tolerance)}"
    return Finding(tuple(spot.claim for spot in shares), f"These shares leave nothing out and make {plain(total)}%", working)


CHECK = Check("B2", "shares", find)
