"""B7 share-of: "12 of the 48 boats (30 percent)" is not the stated share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.reading import Spot, find_sentences, reach
from ledger.checks.words import quote, short
from ledger.interval import Interval, plain

_OF = re.compile(r"^(?:\s[\w’'-]+){0,2}\s(?:out\s)?of\s(?:the\s|its\s|their\s|those\s|all\s|a\stotal\sof\s)?$", re.IGNORECASE)
_SHARE = re.compile(
    r"^(?:\s[\w’'-]+){0,3}?\s?(?:\(|,\sor\s|\s-\sor\s|\s–\sor\s|,\sthat\sis\s|,\si\.e\.\s)(?:about\s|nearly\s|some\s|roughly\s|almost\s|around\s)?$",
    re.IGNORECASE,
)
_KINDS = frozenset({"count", "index"})


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """A finding for each "A of the B (N percent)" or "A of the B, or N percent," whose quotient is not N."""
    for sentence, spots in find_sentences(corpus):
        for part, whole, share in zip(spots, spots[1:], spots[2:], strict=False):
            if _is_share_of(sentence, part, whole, share):
                finding = _judge(part, whole, share, Decimal(str(settings["slack"])))
                if finding is not None:
                    yield finding


def _is_share_of(sentence: str, part: Spot, whole: Spot, share: Spot) -> bool:
    counts = part.claim.kind in _KINDS and whole.claim.kind == "count" and share.claim.kind == "percent"
    return counts and bool(_OF.match(sentence[part.end : whole.start])) and bool(_SHARE.match(sentence[whole.end : share.start]))


def _judge(part: Spot, whole: Spot, share: Spot, slack: Decimal) -> Finding | None:
    top, bottom = reach(part.claim), reach(whole.claim)
    if top.low is None or top.high is None or bottom.low is None or bottom.high is None or bottom.low <= 0:
        return None
    possible = Interval(top.low / bottom.high * 100 - slack, top.high / bottom.low * 100 + slack)
    if possible.overlaps(reach(share.claim)):
        return None
    one, two = part.claim.value or Decimal(0), whole.claim.value or Decimal(1)
    working = f"{plain(one)} / {plain(two)} = {short(one / two * 100, 4)}%, where {quote(share.claim)} is stated"
    return Finding((part.claim, whole.claim, share.claim), f"{plain(one)} of {plain(two)} is not {quote(share.claim)}", working)


CHECK = Check("B7", "share-of", find)
