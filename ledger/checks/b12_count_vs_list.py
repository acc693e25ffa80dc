"""B12 count-vs-list: "four priorities:" and three named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.reading import find_sentences
from ledger.checks.spots import Spot
from ledger.checks.words import quote
from ledger.interval import plain
from ledger.link.profile import figure_of

_COLON = re.compile(r"^(?:[\s-][\w’'-]+){1,5}\s?:\s(?P<list>[^.:]{3,400})[.]?$")
_LONG = re.compile(r"^(?:[\s-][\w’'-]+){6,10}\s?:\s(?P<list>[^.:]{3,400})[.]?$")
_SHORT_MEMBER = 3
_OPEN = re.compile(
    r"\b(?:such\sas|including|for\sexample|e\.g\.|among\s(?:them|others)|etc|and\sso\son|and\sothers|and\smore)\b|\d|…|\.\.\.|[\"“”(]",
    re.IGNORECASE,
)
_LEAST, _MOST = 2, 12


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """A finding for each plain count before a noun and a colon whose list has another number of members, however "and" is read.

    Lists with "such as", figures, brackets or quotations are left alone.
    """
    for sentence, spots in find_sentences(corpus):
        if len(spots) == 1 and spots[0].claim.kind == "count" and not spots[0].claim.qualifier:
            finding = _judge(sentence, spots[0])
            if finding is not None:
                yield finding


def _judge(sentence: str, spot: Spot) -> Finding | None:
    match = _COLON.match(sentence[spot.end :]) or _match_long(sentence, spot)
    number = figure_of(spot.claim)[0]
    if not match or not _LEAST <= number <= _MOST or _OPEN.search(match["list"]):
        return None
    least, most = count_members(match["list"])
    if least <= number <= most or most < _LEAST:
        return None
    named = str(least) if least == most else f"{least} to {most}"
    return Finding(
        (spot.claim,), f"{quote(spot.claim)} announced, {named} listed", f"{plain(number)} is not {named}: {match['list'].strip()}"
    )


def _match_long(sentence: str, spot: Spot) -> re.Match[str] | None:
    """ "Three towns won the prize for clean air: Selby, ...": a sentence that begins with its count and ends in short members."""
    match = _LONG.match(sentence[spot.end :]) if spot.start == 0 else None
    if match is None or any(len(member.split()) > _SHORT_MEMBER for member in re.split(r",|;|\sand\s", match["list"])):
        return None
    return match


def count_members(text: str) -> tuple[int, int]:
    """The fewest and the most members that a list can have: by its semicolons or commas, with each "and" in or out.

    >>> count_members("trade, health and defence"), count_members("research and development, trade and aid")
    ((3, 3), (2, 4))
    """
    mark = ";" if ";" in text else ","
    parts = [part.strip() for part in text.split(mark) if part.strip()]
    inner = [len(re.findall(r"\s(?:and|or)\s", re.sub(r"^(?:and|or)\s", "", part))) for part in parts]
    most = len(parts) + sum(inner)
    closed = bool(re.match(r"(?:and|or)\s", parts[-1])) if parts else False
    if mark == "," and not closed and inner and inner[-1] and sum(inner) == 1:
        return most, most
    return len(parts), most


CHECK = Check("B12", "count-vs-list", find)
