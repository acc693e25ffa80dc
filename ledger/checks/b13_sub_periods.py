"""B13 sub-periods: the quarters or the halves of a year do not make the year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ledger.checks.corpus import Corpus, text_order
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.reading import reach
from ledger.checks.words import quote
from ledger.interval import Interval, plain
from ledger.link.profile import figure_of
from ledger.model import Claim

_QUARTERS = ("01-01/{y}-03-31", "04-01/{y}-06-30", "07-01/{y}-09-30", "10-01/{y}-12-31")
_HALVES = ("01-01/{y}-06-30", "07-01/{y}-12-31")
_WHOLES = (
    ("quarters", "{y}", _QUARTERS),
    ("halves", "{y}", _HALVES),
    ("quarters", "{y}-" + _HALVES[0], _QUARTERS[:2]),
    ("quarters", "{y}-" + _HALVES[1], _QUARTERS[2:]),
)
_MONTHS = re.compile(r"^(\d{4})-(\d{2})/(\d{4})-(\d{2})$")
_LAST_DAYS = {"03": "31", "06": "30", "09": "30", "12": "31"}


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """A finding for each year or half year in one passage whose parts, of one flow (sales, exports ...), make another sum.

    A passage is at most `blocks` paragraphs; one of its figures must name a noun of `flows`, none another: a population does not add up.
    """
    passages: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in corpus.claims:
        if _is_level(claim):
            passages.setdefault((claim.article, claim.kind, claim.unit), []).append(claim)
    for key in sorted(passages):
        yield from _judge_passage(passages[key], settings)


def _is_level(claim: Claim) -> bool:
    level = claim.aspect == "level" and claim.role == "actual" and claim.value is not None and bool(claim.period) and not claim.converts
    return level and claim.kind in ("currency", "count", "physical") and claim.section in ("body", "standfirst")


def _judge_passage(claims: Sequence[Claim], settings: Settings) -> Iterator[Finding]:
    """Findings of one kind and unit in one article; a period with two figures tells nothing."""
    told: dict[str, list[Claim]] = {}
    for claim in claims:
        told.setdefault(_whole_days(claim.period), []).append(claim)
    single = {period: found[0] for period, found in told.items() if len(found) == 1}
    for name, whole, spans in _WHOLES:
        for year in sorted({period[:4] for period in single}):
            total = single.get(whole.format(y=year))
            parts = [part for span in spans if (part := single.get(f"{year}-{span.format(y=year)}")) is not None]
            if total is None or len(parts) != len(spans) or not _is_one_flow([total, *parts], settings) or _makes(parts, total):
                continue
            yield _make_finding(parts, total, name)


def _is_one_flow(claims: Sequence[Claim], settings: Settings) -> bool:
    """True where the figures stand near each other and name one flow between them."""
    named = {flow for claim in claims for flow in settings["flows"] if flow in claim.entity.lower().split()}
    blocks = [claim.block for claim in claims]
    return len(named) == 1 and max(blocks) - min(blocks) < int(settings["blocks"])


def _whole_days(period: str) -> str:
    """A period of months as one of days: "2025-01/2025-03" -> "2025-01-01/2025-03-31"."""
    match = _MONTHS.match(period)
    if not match or match[4] not in _LAST_DAYS:
        return period
    return f"{match[1]}-{match[2]}-01/{match[3]}-{match[4]}-{_LAST_DAYS[match[4]]}"


def _makes(parts: Sequence[Claim], whole: Claim) -> bool:
    lows, highs = [reach(part).low for part in parts], [reach(part).high for part in parts]
    low = None if None in lows else sum((end for end in lows if end is not None), Decimal(0))
    high = None if None in highs else sum((end for end in highs if end is not None), Decimal(0))
    return Interval(low, high).overlaps(reach(whole))


def _make_finding(parts: Sequence[Claim], whole: Claim, name: str) -> Finding:
    figures = [figure_of(part)[0] for part in parts]
    exact = plain(sum(figures, Decimal(0)))
    working = f"{' + '.join(plain(figure) for figure in figures)} = {exact}, where {quote(whole)} is stated for {whole.period}"
    return Finding((whole, *sorted(parts, key=text_order)), f"The {name} of {whole.period} make {exact}, not {quote(whole)}", working)


CHECK = Check("B13", "sub-periods", find)
