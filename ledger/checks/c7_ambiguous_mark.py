"""C7 ambiguous-mark: a figure whose marks have two readings: "1.000", a bare "$" among other dollars, a long-scale billion."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.extract.home_currency import UNSETTLED
from ledger.interval import plain
from ledger.link.profile import figure_of
from ledger.model import Claim

_DOTTED = re.compile(r"(?<![\d.,])\d{1,3}\.\d{3}(?![\d.,])")
_COMMA = re.compile(r"(?<![\d.,])\d{1,3},\d{3}(?![\d.,])")
_BARE = re.compile(r"^\$")
_BILLION = re.compile(r"\b(?:billion|trillion)\b", re.IGNORECASE)


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """At most one finding a kind of mark and article, on its first figure."""
    seen: set[tuple[str, str]] = set()
    dollars = frozenset(settings["dollars"])
    others = {claim.article: claim.unit for claim in reversed(corpus.claims) if claim.unit in dollars}
    for claim in corpus.claims:
        for kind, finding in _judge(claim, others, corpus, frozenset(settings["long_scale"])):
            if (kind, claim.article) not in seen:
                seen.add((kind, claim.article))
                yield finding


def _judge(claim: Claim, others: dict[str, str], corpus: Corpus, long_scale: frozenset[str]) -> Iterator[tuple[str, Finding]]:
    article = corpus.article.get(claim.article)
    dotted = _DOTTED.search(claim.surface)
    if dotted and _looks_whole(dotted.group(), claim) and not _is_read_whole(dotted.group(), claim):
        figure = plain(figure_of(claim)[0])
        message = f'"{claim.surface}" reads as {dotted.group().replace(".", "")} or as {dotted.group().rstrip("0").rstrip(".")}'
        yield "dot", Finding((claim,), message, f"read as {figure}")
    comma = _COMMA.search(claim.surface)
    if comma and _is_read_decimal(comma.group(), claim):
        figure = plain(figure_of(claim)[0])
        message = f'"{claim.surface}" stands in a text that writes decimals with commas: it reads as {comma.group().replace(",", "")} too'
        yield "dot", Finding((claim,), message, f"read as {figure}")
    if UNSETTLED in claim.rules:
        yield (
            "dollar",
            Finding((claim,), f'"{claim.surface}" comes from a country with a dollar of its own: say which'),
        )
    elif claim.unit == "USD" and not claim.converts and _BARE.match(claim.surface) and claim.article in others:
        yield (
            "dollar",
            Finding((claim,), f'"{claim.surface}" stands in an article that also counts in {others[claim.article]}: say which dollar'),
        )
    if article is not None and article.language[:2].lower() in long_scale and _BILLION.search(claim.surface):
        yield (
            "billion",
            Finding((claim,), f'"{claim.surface}" is a million millions in some {article.language} texts', plain(figure_of(claim)[0])),
        )


def _looks_whole(digits: str, claim: Claim) -> bool:
    """True for 1.000 and 2.500, and for money in round cents; not for 0.500, a price of €1.799 or a figure with a scale."""
    round_cents = claim.kind == "currency" and digits.endswith("0")
    scaled = any(word.isalpha() for word in claim.surface.split()[-1:]) and claim.kind == "currency"
    return not digits.startswith("0") and (digits.endswith("00") or round_cents) and not scaled


def _is_read_whole(digits: str, claim: Claim) -> bool:
    """True where the article or the currency has decided that the point marks thousands."""
    return claim.low is not None and Decimal(digits.replace(".", "")) in (claim.low, claim.high)


def _is_read_decimal(digits: str, claim: Claim) -> bool:
    """True where "1,500" was read as one and a half."""
    return claim.low is not None and Decimal(digits.replace(",", ".")) in (claim.low, claim.high)


CHECK = Check("C7", "ambiguous-mark", find)
