"""D2 times-more: "2.5 times higher than in 2024" has two readings; both are printed with the base that each implies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.words import quote, short
from ledger.interval import plain
from ledger.link.profile import figure_of
from ledger.link.words import find_figure
from ledger.model import Claim

_MORE = re.compile(
    r"[\s-]{0,3}(?:times\s)?(?P<word>higher|more|greater|larger|bigger|faster|longer|stronger|heavier|wider"
    r"|less|fewer|lower|smaller|slower|cheaper|lighter|shorter)\b(?!\s+or\s+less)",
    re.IGNORECASE,
)
_LESS = frozenset({"less", "fewer", "lower", "smaller", "slower", "cheaper", "lighter", "shorter"})
_LEVELS = frozenset({"count", "currency", "physical", "index"})


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """One finding a fact and event (or a claim that is in no fact), on all its mentions with such wording."""
    told: dict[tuple[int, str], list[Claim]] = {}
    for claim in corpus.claims:
        if claim.kind == "ratio" and claim.value is not None and claim.value > 1 and _says_more(claim):
            fact = corpus.fact_of.get(claim.claim_id)
            told.setdefault((corpus.event_of(claim), fact.fact_id if fact else claim.claim_id), []).append(claim)
    for claims in told.values():
        yield _make_finding(corpus, claims)


def _says_more(claim: Claim) -> str:
    """The comparative behind the ratio, or ""."""
    start, end = find_figure(claim.sentence, claim.surface, claim.start - claim.sentence_start)
    match = _MORE.match(claim.sentence, end) if end > start else None
    return match["word"].lower() if match else ""


def _make_finding(corpus: Corpus, claims: list[Claim]) -> Finding:
    """The two readings; with their bases where the sentence names the level that is compared."""
    ratio = figure_of(claims[0])[0]
    times, word = plain(ratio), _says_more(claims[0])
    if word in _LESS:
        message = f'"{times} times {word}" can only mean 1/{times} as much: once less leaves nothing'
        return Finding(tuple(claims), message, f"1 / {times} = {short(1 / ratio)}; 1 - {times} = {plain(1 - ratio)}")
    level = next((found for claim in claims if (found := find_level(corpus, claim)) is not None), None)
    readings = f"{times} times as much, or that much on top ({plain(ratio + 1)} times as much)"
    period = claims[0].base_period
    then = f" in {period}" if period else ""
    if level is None:
        return Finding(tuple(claims), f'"{times} times {word}" can mean {readings}', f"N = {times}; N + 1 = {plain(ratio + 1)}")
    value = figure_of(level)[0]
    bases = short(value / ratio), short(value / (ratio + 1))
    message = f'"{times} times {word}" can mean {readings}: of {quote(level)}, that makes {bases[0]} or {bases[1]}{then}'
    working = f"{plain(value)} / {times} = {bases[0]}; {plain(value)} / (1 + {times}) = {bases[1]}"
    return Finding((*claims, level), message, working)


def find_level(corpus: Corpus, ratio: Claim) -> Claim | None:
    """The level that a ratio compares: the nearest amount before it in its sentence."""
    before = [claim for claim in corpus.neighbours(ratio) if claim.end <= ratio.start and claim.kind in _LEVELS and claim.value]
    return before[-1] if before and figure_of(before[-1])[0] > Decimal(0) else None


CHECK = Check("D2", "times-more", find)
