"""B8 per-capita: a total over its count is not the stated average."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.reading import Spot, find_sentences, reach
from ledger.checks.words import quote, short
from ledger.interval import Interval, plain
from ledger.link.profile import figure_of
from ledger.model import Claim

_AVERAGE = re.compile(r"(?:\b(?:an?|the)\saverage\sof|\bor\s(?:about|some|roughly)?|\baveraging)\s*$", re.IGNORECASE)
_EACH = re.compile(
    r"^\s(?:each|apiece|per\s(?!cent|year|month|week|day|hour)[\w-]+|for\seach\b|a\s(?:head|person|family|household))\b", re.IGNORECASE
)


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """A finding for each sentence of exactly three figures: an amount, a count, and "an average of" or "or" so much "each"."""
    slack = Decimal(str(settings["slack"]))
    for sentence, spots in find_sentences(corpus):
        if len(spots) != 3:
            continue
        average = spots[-1]
        if not (_AVERAGE.search(sentence[: average.start]) and _EACH.match(sentence[average.end :])):
            continue
        finding = _judge(spots[:2], average.claim, slack)
        if finding is not None:
            yield finding


def _judge(others: Sequence[Spot], average: Claim, slack: Decimal) -> Finding | None:
    totals = [spot.claim for spot in others if spot.claim.kind == average.kind and spot.claim.unit == average.unit]
    counts = [spot.claim for spot in others if spot.claim.kind == "count"]
    if average.kind not in ("currency", "physical") or len(totals) != 1 or len(counts) != 1:
        return None
    top, bottom = reach(totals[0]), reach(counts[0])
    if top.low is None or top.high is None or bottom.low is None or bottom.high is None or bottom.low <= 0:
        return None
    possible = Interval(top.low / bottom.high * (1 - slack), top.high / bottom.low * (1 + slack))
    if possible.overlaps(reach(average)):
        return None
    total, count = figure_of(totals[0])[0], figure_of(counts[0])[0]
    working = f"{plain(total)} / {plain(count)} = {short(total / count, 6)}, where {quote(average)} is stated"
    return Finding((totals[0], counts[0], average), f"{quote(totals[0])} over {quote(counts[0])} is not {quote(average)} each", working)


CHECK = Check("B8", "per-capita", find)
