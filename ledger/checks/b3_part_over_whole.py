"""B3 part-over-whole: "15 of the 12 boats"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.reading import find_sentences, reach
from ledger.checks.words import quote
from ledger.interval import plain
from ledger.link.profile import figure_of
from ledger.model import Claim

_OF = re.compile(r"^\s(?:out\s)?of\s(?:the\s|its\s|their\s|those\s|these\s|all\s|some\s|about\s|a\stotal\sof\s)?$", re.IGNORECASE)
_KINDS = frozenset({"count", "index"})


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """A finding for each count that stands directly before "of the N" and is larger than N."""
    for sentence, spots in find_sentences(corpus):
        for part, whole in pairwise(spots):
            if part.claim.kind not in _KINDS or whole.claim.kind != "count" or not _OF.match(sentence[part.end : whole.start]):
                continue
            if _exceeds(part.claim, whole.claim):
                low, high = figure_of(part.claim)[0], figure_of(whole.claim)[1]
                message = f"{quote(part.claim)} is a part of {quote(whole.claim)}, and larger"
                yield Finding((part.claim, whole.claim), message, f"{plain(low)} > {plain(high)}")


def _exceeds(part: Claim, whole: Claim) -> bool:
    least, most = reach(part).low, reach(whole).high
    return least is not None and most is not None and least > most


CHECK = Check("B3", "part-over-whole", find)
