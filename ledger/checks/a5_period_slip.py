"""A5 period-slip: the same figure of the same thing, for another year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.words import said
from ledger.interval import plain
from ledger.link.profile import figure_of, find_years
from ledger.model import Claim

_Key = tuple[str, str, str, str, Decimal]


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """A finding for each pair of articles that give one figure of `digits` digits, of one fully named thing, for different years.

    A round or short figure may well be the same in two years.
    """
    told: dict[_Key, list[Claim]] = {}
    for claim in corpus.claims:
        if _is_telling(claim, int(settings["digits"])):
            key = (claim.kind, claim.unit, claim.entity.lower(), claim.subject.lower(), figure_of(claim)[0])
            told.setdefault(key, []).append(claim)
    for key in sorted(told):
        yield from _judge(told[key])


def _is_telling(claim: Claim, digits: int) -> bool:
    figure = figure_of(claim)[0]
    own = claim.section not in ("teaser", "boilerplate") and not claim.converts and claim.role == "actual"
    long = len(figure.normalize().as_tuple().digits) >= digits
    return own and claim.value is not None and long and " " in claim.entity and bool(find_years(claim.period)) and bool(claim.subject)


def _judge(claims: Sequence[Claim]) -> Iterator[Finding]:
    first = claims[0]
    for claim in claims[1:]:
        if claim.article != first.article and find_years(claim.period).isdisjoint(find_years(first.period)):
            working = f"{plain(figure_of(first)[0])} for {first.period}; {plain(figure_of(claim)[0])} for {claim.period}"
            yield Finding((first, claim), f"{said(first)} is for {first.period}, {said(claim)} for {claim.period}", working)
            return


CHECK = Check("A5", "period-slip", find)
