"""A fact from its claims: the fields most of them give, the most precise figure they allow, and the votes behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from ledger.link.figures import last_place
from ledger.link.profile import figure_of
from ledger.model import Claim, Fact

_MOVED = frozenset({"about", "nearly", "more_than", "at_least", "less_than", "at_most"})


def make_fact(
    fact_id: str, claims: Sequence[Claim], verdict: str, published: Mapping[str, date | None], reprints: Mapping[str, str]
) -> Fact:
    """The row of facts.csv for claims that are one quantity; flag ids come later."""
    told = _told(claims)
    unit = most_common(claim.unit for claim in told)
    own = [claim for claim in told if claim.unit == unit]
    value, low, high = _settle(own, verdict, published)
    return Fact(
        fact_id=fact_id,
        kind=own[0].kind,
        unit=unit,
        entity=most_common(claim.entity for claim in own),
        aspect=most_common(claim.aspect for claim in own),
        role=most_common(claim.role for claim in own),
        period=most_common(claim.period for claim in own),
        subject=most_common(claim.subject for claim in own),
        value=value,
        low=low,
        high=high,
        mentions=len(claims),
        articles=len({claim.article for claim in claims}),
        independent_sources=count_sources(claims, reprints),
        verdict=verdict,
        claim_ids=tuple(sorted(claim.claim_id for claim in claims)),
    )


def count_sources(claims: Iterable[Claim], reprints: Mapping[str, str]) -> int:
    """How many articles tell it, reprints of one story counting once."""
    return len({reprints.get(claim.article, claim.article) for claim in claims})


def most_common(texts: Iterable[str]) -> str:
    """The text that occurs most, "" only where there is nothing else; of equals the first in the alphabet."""
    counts = Counter(text for text in texts if text)
    return min(counts, key=lambda text: (-counts[text], text), default="")


def _told(claims: Sequence[Claim]) -> list[Claim]:
    """The claims that speak for the fact: no bracketed conversions, no teasers, if any others are there; sorted by id."""
    ordered = sorted(claims, key=lambda claim: claim.claim_id)
    plainly = [claim for claim in ordered if not claim.converts and claim.section not in ("teaser", "boilerplate")]
    return plainly or [claim for claim in ordered if not claim.converts] or ordered


def _settle(
    claims: Sequence[Claim], verdict: str, published: Mapping[str, date | None]
) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """(value, low, high) of claims in one unit: the latest value where it supersedes, the span of all where they conflict, else the
    figure with the fewest hedges and the most digits."""
    if verdict == "superseded":
        last = max(claims, key=lambda claim: (published.get(claim.article) or date.min, claim.claim_id))
        return last.value, *figure_of(last)
    if verdict == "conflict":
        ends = [figure_of(claim) for claim in claims]
        return None, min(low for low, _ in ends), max(high for _, high in ends)
    best = min(claims, key=_looseness)
    return best.value, *figure_of(best)


def _looseness(claim: Claim) -> tuple[bool, bool, Decimal, Decimal, Decimal, str]:
    """Sorts the most exact claim first: a point before a range, without a hedge, written to the lowest place."""
    low, high = figure_of(claim)
    hedged = bool(_MOVED & set(claim.qualifier.split(";")))
    return (low != high, hedged, high - low, last_place(low), claim.precision, claim.claim_id)
