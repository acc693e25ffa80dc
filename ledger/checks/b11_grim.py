"""B11 grim: a percentage that no whole number out of the stated ones gives ("33 percent of the 8 respondents")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.reading import find_sentences
from ledger.checks.words import quote, short
from ledger.interval import plain
from ledger.link.profile import figure_of
from ledger.model import Claim

_OF = re.compile(r"^\sof\s(?:the|all|its|their|those)(?:\s(?:\w+ed|total\sof))?\s$", re.IGNORECASE)


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """A finding for each plain "P percent of the N things", N up to `most`, where no k/N is P rounded or cut at its last digit."""
    for sentence, spots in find_sentences(corpus):
        for share, whole in pairwise(spots):
            if _is_share(share.claim) and _is_base(whole.claim, int(settings["most"])) and _OF.match(sentence[share.end : whole.start]):
                finding = _judge(share.claim, whole.claim)
                if finding is not None:
                    yield finding


def _is_share(claim: Claim) -> bool:
    return claim.kind == "percent" and claim.value is not None and not claim.qualifier and any(mark.isdigit() for mark in claim.surface)


def _is_base(claim: Claim, most: int) -> bool:
    value = claim.value
    return claim.kind == "count" and value is not None and not claim.qualifier and 1 < value <= most and value % 1 == 0


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
