"""B7 share-of: "12 of the 48 boats (30 percent)" is not the stated share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.reading import are_alike, find_sentences, reach
from ledger.checks.spots import Spot
from ledger.checks.words import quote, short
from ledger.interval import Interval, plain

_HEDGE = r"(?:about\s|nearly\s|some\s|roughly\s|almost\s|around\s|just\sover\s|just\sunder\s|more\sthan\s|less\sthan\s)?"
_OF = re.compile(
    r"^(?:\s[\w’'-]+){0,2}\s(?:out\s)?of\s(?:a\stotal\sof\s|(?:the|its|their|his|her|those|these|all)\s)?(?:[\w’'-]+['’]s?\s)?(?:\w+\s)?$",
    re.IGNORECASE,
)
_WHOLE_FIRST = re.compile(r"\b(?:of|among)\s(?:the\s|its\s|their\s|those\s|these\s|all\s|all\sthe\s)?$", re.IGNORECASE)
_TO_PART = re.compile(rf"^(?:\s[\w’'-]+){{0,8}},\s(?:only\s|just\s)?{_HEDGE}$", re.IGNORECASE)
_SHARE = re.compile(
    rf"^(?:\s(?!and\b|but\b|while\b)[\w’'-]+){{0,10}}?\s?(?:\(|,?\sor\s|\s[-–—]\s(?:or\s)?|,\sthat\sis,?\s|,\si\.e\.\s)(?:only\s|just\s)?{_HEDGE}$",
    re.IGNORECASE,
)
_APPOSED = re.compile(rf"^(?:\s(?!and\b|but\b|while\b)[\w’'-]+){{0,4}}?,\s(?:only\s|just\s)?{_HEDGE}$", re.IGNORECASE)
_CLOSED = re.compile(r"^(?:,|\)|\sof\sthe\stotal,)")
_COUNTS = frozenset({"count", "index"})


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """A finding for each "A of the B (N percent)", "A of the B, or N percent," or "of the B, A (N percent)" whose quotient is not N."""
    slack = Decimal(str(settings["slack"]))
    for sentence, spots in find_sentences(corpus):
        for one, two, share in zip(spots, spots[1:], spots[2:], strict=False):
            if share.claim.kind != "percent" or share.claim.aspect == "change" or not _says_share(sentence, two, share):
                continue
            finding = None
            if _is_of(sentence, one, two):
                finding = _judge(one, two, share, slack)
            elif _is_of_first(sentence, one, two):
                finding = _judge(two, one, share, slack)
            if finding is not None:
                yield finding


def _says_share(sentence: str, last: Spot, share: Spot) -> bool:
    """True where the share follows in brackets, behind "or", or between two commas."""
    between = sentence[last.end : share.start]
    return bool(_SHARE.match(between)) or bool(_APPOSED.match(between) and _CLOSED.match(sentence[share.end :]))


def _is_of(sentence: str, part: Spot, whole: Spot) -> bool:
    same = whole.claim.kind == "count" or part.claim.kind == whole.claim.kind != "percent"
    return same and are_alike(part.claim, whole.claim) and bool(_OF.match(sentence[part.end : whole.start]))


def _is_of_first(sentence: str, whole: Spot, part: Spot) -> bool:
    counts = whole.claim.kind == "count" and part.claim.kind in _COUNTS and are_alike(part.claim, whole.claim)
    first = bool(_WHOLE_FIRST.search(sentence[: whole.start]) and _TO_PART.match(sentence[whole.end : part.start]))
    return counts and first


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
