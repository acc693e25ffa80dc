"""B13 sub-periods: the quarters or the halves of a year do not make the year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from ledger.checks.corpus import Corpus, text_order
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.reading import reach
from ledger.checks.words import quote
from ledger.interval import Interval, plain
from ledger.link.profile import figure_of
from ledger.model import Claim

_PARTS = {
    "quarters": ("01-01/{y}-03-31", "04-01/{y}-06-30", "07-01/{y}-09-30", "10-01/{y}-12-31"),
    "halves": ("01-01/{y}-06-30", "07-01/{y}-12-31"),
}
_MONTHS = re.compile(r"^(\d{4})-(\d{2})/(\d{4})-(\d{2})$")
_LAST_DAYS = {"03": "31", "06": "30", "09": "30", "12": "31"}
_YEAR = re.compile(r"^\d{4}$")


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """A finding for each year in one article whose four quarters or two halves, of one flow (sales, exports ...), make another sum.

    A flow is a noun of `flows`: a population or a rate does not add up over time.
    """
    series: dict[tuple[str, str, str, str, str], dict[str, Claim]] = {}
    for claim in corpus.claims:
        if _is_flow(claim, settings):
            key = (claim.article, claim.kind, claim.unit, claim.entity.lower(), claim.subject.lower())
            series.setdefault(key, {}).setdefault(_whole_days(claim.period), claim)
    for key in sorted(series):
        yield from _judge(series[key])


def _is_flow(claim: Claim, settings: Settings) -> bool:
    head = claim.entity.lower().rsplit(" ", 1)[-1]
    level = claim.aspect == "level" and claim.role == "actual" and claim.value is not None and bool(claim.period)
    return level and claim.kind in ("currency", "count", "physical") and head in settings["flows"] and not claim.scope


def _whole_days(period: str) -> str:
    """A period of months as one of days: "2025-01/2025-03" -> "2025-01-01/2025-03-31"."""
    match = _MONTHS.match(period)
    if not match or match[4] not in _LAST_DAYS:
        return period
    return f"{match[1]}-{match[2]}-01/{match[3]}-{match[4]}-{_LAST_DAYS[match[4]]}"


def _judge(told: Mapping[str, Claim]) -> Iterator[Finding]:
    for year in sorted(period for period in told if _YEAR.match(period)):
        for name, spans in _PARTS.items():
            parts = [told.get(f"{year}-{span.format(y=year)}") for span in spans]
            known = [part for part in parts if part is not None]
            if len(known) == len(parts) and not _makes(known, told[year]):
                yield _make_finding(known, told[year], name)


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
