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

_Key = tuple[str, str, str, Decimal]


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """A finding for each two articles that give one figure of `digits` digits, of one thing and near a name in common, for different years.

    A round or short figure may well be the same in two years.
    """
    told: dict[_Key, list[Claim]] = {}
    for claim in corpus.claims:
        key = figure_key(claim, settings)
        if key is not None:
            told.setdefault(key, []).append(claim)
    for key in sorted(told):
        yield from _judge(corpus, told[key])


def figure_key(claim: Claim, settings: Settings) -> _Key | None:
    """The figure and its thing, which two claims must share to be compared, in whatever events they stand; None for a claim that tells
    nothing."""
    if not _is_telling(claim, int(settings["digits"])):
        return None
    head = "" if claim.kind == "count" else claim.entity.lower().rsplit(" ", 1)[-1]
    return claim.kind, claim.unit, head, figure_of(claim)[0]


def _is_telling(claim: Claim, digits: int) -> bool:
    own = claim.section not in ("teaser", "boilerplate") and not claim.converts and claim.role == "actual" and claim.value is not None
    long = len(figure_of(claim)[0].normalize().as_tuple().digits) >= digits
    return own and long and bool(claim.entity) and bool(find_years(claim.period))


def _judge(corpus: Corpus, claims: Sequence[Claim]) -> Iterator[Finding]:
    """The first claim and the first in another article that tells of other years; none where both years are told in one article."""
    first = claims[0]
    for claim in claims[1:]:
        apart = claim.article != first.article and find_years(claim.period).isdisjoint(find_years(first.period))
        if apart and corpus.names_near(first) & corpus.names_near(claim):
            working = f"{plain(figure_of(first)[0])} for {first.period}; {plain(figure_of(claim)[0])} for {claim.period}"
            yield Finding((first, claim), f"{said(first)} is for {first.period}, {said(claim)} for {claim.period}", working)
            return


CHECK = Check("A5", "period-slip", find, scope="corpus")
