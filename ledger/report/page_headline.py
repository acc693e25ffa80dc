"""A fact in the words of a headline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from operator import attrgetter

from ledger.interval import plain
from ledger.model import Claim, Fact
from ledger.report.page_views import Headline
from ledger.report.page_words import amount_words, hedge_words, period_words, plural

_TRAILING_HEDGES = ("record",)


def make_headline(fact: Fact, members: Sequence[Claim], published: Mapping[str, str]) -> Headline:
    """The fact in words, from its most exact mention; a conflict names its figures side by side, a revision the newest first."""
    own = in_own_unit(fact, members) or list(members)
    if not own:
        return Headline(plain(fact.value) if fact.value is not None else "?", fact.entity or fact.unit, ())
    lead = _lead(fact, own, published)
    tail = _tail(fact, lead, members)
    if fact.verdict == "conflict":
        amounts = list(dict.fromkeys(hedged_amount(claim) for claim in sorted(own, key=_by_value)))
        more = f" or {len(amounts) - 3} others" if len(amounts) > 3 else ""
        return Headline(" or ".join(amounts[:3]) + more, noun_words(lead, many=len(amounts) > 1), tail, is_counted(lead))
    if fact.verdict == "superseded":
        newest = hedged_amount(lead)
        amounts = [hedged_amount(claim) for claim in sorted(own, key=lambda one: (published.get(one.article, ""), one.claim_id))]
        earlier = [words for words in dict.fromkeys(amounts) if words != newest]
        tail += (f"earlier {', '.join(earlier[:3])}",) if earlier else ()
    conversions = [amount_words(claim) for claim in members if claim.converts == lead.claim_id]
    amount = hedged_amount(lead) + "".join(f" ({words})" for words in conversions[:1])
    return Headline(amount, noun_words(lead), tail, is_counted(lead))


def in_own_unit(fact: Fact, members: Iterable[Claim]) -> list[Claim]:
    """The mentions that can be set on one line: in the fact's unit, no bracketed conversions."""
    return [claim for claim in members if claim.unit == fact.unit and claim.role != "conversion"]


def _lead(fact: Fact, own: Sequence[Claim], published: Mapping[str, str]) -> Claim:
    def order(claim: Claim) -> tuple[object, ...]:
        quiet = claim.section in ("teaser", "boilerplate")
        return (quiet, claim.value != fact.value, claim.qualifier.count(";") + bool(claim.qualifier), not claim.period, claim.claim_id)

    if fact.verdict == "superseded":
        newest = max(published.get(claim.article, "") for claim in own)
        own = [claim for claim in own if published.get(claim.article, "") == newest]
    return min(own, key=order)


def _by_value(claim: Claim) -> tuple[Decimal, str, str]:
    value = next((end for end in (claim.value, claim.low, claim.high) if end is not None), Decimal(0))
    return value, claim.qualifier, claim.claim_id


def hedged_amount(claim: Claim) -> str:
    """The amount with the hedges that stand before it and the direction of a change: "more than 930 billion USD", "up 5.5%"."""
    hedges = ";".join([hedge for hedge in claim.qualifier.split(";") if hedge not in _TRAILING_HEDGES]) if claim.qualifier else ""
    direction = claim.direction if claim.aspect == "change" else ""
    return " ".join([word for word in (direction, hedge_words(hedges), amount_words(claim)) if word])


def noun_words(claim: Claim, *, many: bool = False) -> str:
    """What a claim counts or measures, in the plural where its number is another than one."""
    noun = claim.entity or ("" if claim.kind != "count" else claim.unit)
    in_plural = claim.kind == "count" or (claim.kind == "rank" and "at_most" in claim.qualifier)
    one = claim.value == 1 and not many
    return plural(noun) if in_plural and not one else noun


def is_counted(claim: Claim) -> bool:
    """True where the noun follows its number without a comma."""
    return claim.kind in ("count", "rank", "index")


def _tail(fact: Fact, lead: Claim, members: Sequence[Claim]) -> tuple[str, ...]:
    def first(name: str) -> str:
        return next(filter(None, map(attrgetter(name), (lead, *members))), "")

    trailing = [hedge for hedge in lead.qualifier.split(";") if hedge in _TRAILING_HEDGES]
    role = "" if fact.role in ("actual", "conversion", "comparison") else fact.role
    share = "share" if fact.aspect == "share" else ""
    base = lead.base_period if fact.aspect in ("change", "ratio", "rate") else ""
    parts = [
        *trailing,
        lead.scope,
        first("outcome"),
        share,
        role,
        period_words(fact.period or first("period")),
        f"against {period_words(base)}" if base else "",
        fact.subject,
        first("place"),
    ]
    return tuple(dict.fromkeys(part for part in parts if part))
