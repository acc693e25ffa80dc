"""B11 grim: a percentage that no whole number out of the stated ones gives ("33 percent of the 8 respondents")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.reading import find_sentences
from ledger.checks.spots import Spot
from ledger.checks.words import quote, short
from ledger.interval import plain
from ledger.link.profile import figure_of
from ledger.model import Claim

_OF = re.compile(r"^\sof\s(?:(?:the|all|its|their|those|these)\s)?(?:\w+ed\s|total\sof\s)?$", re.IGNORECASE)
_WHOLE_FIRST = re.compile(r"^(?:of|among)\s(?:the\s|all\s|its\s|their\s|those\s|these\s)?$", re.IGNORECASE)
_TO_SHARE = re.compile(r"^(?:\s[\w’'-]+){1,8},\s(?:only\s|just\s)?$")
_EXTENT = re.compile(
    r"\b(?:cover(?:s|ed|ing)?|occup(?:y|ies|ied)|account(?:s|ed)?\sfor|ma[kd]e(?:s)?\sup|produces?|holds?|owns?)\s$", re.IGNORECASE
)


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """A finding for each plain "P percent of the N things", N up to `most`, where no k/N is P rounded or cut at its last digit.

    A share of what the N make together ("forest covers 33 percent of the eight islands") is no share of things.
    """
    for sentence, spots in find_sentences(corpus):
        for one, two in pairwise(spots):
            share, whole = (one, two) if one.claim.kind == "percent" else (two, one)
            if _is_share(share.claim) and _is_base(whole.claim, int(settings["most"])) and _are_joined(sentence, share, whole):
                finding = _judge(share.claim, whole.claim)
                if finding is not None:
                    yield finding


def _are_joined(sentence: str, share: Spot, whole: Spot) -> bool:
    if share.start < whole.start:
        return bool(_OF.match(sentence[share.end : whole.start])) and not _EXTENT.search(sentence[: share.start])
    first = whole.claim.kind == "count" and _WHOLE_FIRST.match(sentence[: whole.start])
    return bool(first and _TO_SHARE.match(sentence[whole.end : share.start]))


def _is_share(claim: Claim) -> bool:
    level = claim.kind == "percent" and claim.aspect != "change" and claim.value is not None
    return level and not claim.qualifier and any(mark.isdigit() for mark in claim.surface)


def _is_base(claim: Claim, most: int) -> bool:
    value = claim.value
    return claim.kind in ("count", "index") and value is not None and not claim.qualifier and 1 < value <= most and value % 1 == 0


def _judge(share: Claim, whole: Claim) -> Finding | None:
    percent, count, step = figure_of(share)[0], figure_of(whole)[0], share.precision
    nearest = [Decimal(int(percent * count / 100) + more) for more in (0, 1)]
    if any(_gives(part * 100 / count, percent, step) for part in nearest):
        return None
    tried = " and ".join(f"{plain(part)}/{plain(count)} = {short(part * 100 / count, 4)}%" for part in nearest)
    return Finding((share, whole), f"No whole number out of {quote(whole)} is {quote(share)}", tried)


def _gives(exact: Decimal, printed: Decimal, step: Decimal) -> bool:
    """True where the printed figure is the exact one rounded either way, or cut."""
    return abs(exact - printed) <= step / 2 or (printed <= exact < printed + step)


CHECK = Check("B11", "grim", find)
