"""B10 word-figure: "doubled", "halved", "a majority" against the figures beside the word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.reading import Move, Spot, find_moves, find_sentences
from ledger.checks.words import quote, short
from ledger.interval import plain
from ledger.link.profile import figure_of

_VERB = re.compile(
    r"\b(?P<hedge>more\sthan\s|nearly\s|almost\s|about\s|roughly\s|virtually\s)?(?P<verb>doubled|tripled|trebled|quadrupled|halved)(?:\s[\w’'-]+){0,3}?,?\s+from(?:\s\w+){0,2}\s*$",
    re.IGNORECASE,
)
_FACTORS = {"doubled": Decimal(2), "tripled": Decimal(3), "trebled": Decimal(3), "quadrupled": Decimal(4), "halved": Decimal("0.5")}
_MAJORITY = re.compile(r"\b(?:a|the|an\soverwhelming|a\sclear|a\snarrow)\s+majority\s*(?:\(|,\s|–\s|-\s|of\s)$", re.IGNORECASE)


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """A finding for each "doubled from A to B" whose quotient is far from two, and each majority that is below half."""
    spread = Decimal(str(settings["spread"]))
    for sentence, spots in find_sentences(corpus):
        for move in find_moves(sentence, spots):
            finding = _judge_verb(move, spread)
            if finding is not None:
                yield finding
        yield from _find_majorities(sentence, spots)


def _judge_verb(move: Move, spread: Decimal) -> Finding | None:
    match = _VERB.search(move.before)
    if not match or move.old <= 0:
        return None
    verb = match["verb"].lower()
    factor, ratio = _FACTORS[verb], move.new / move.old
    hedge = (match["hedge"] or "").strip().lower()
    low, high = factor * (1 - spread), factor * (1 + spread)
    if hedge == "more than":
        low, high = (factor * (1 - spread / 2), factor * 2) if factor > 1 else (Decimal(0), factor * (1 + spread / 2))
    if low <= ratio <= high:
        return None
    working = f"{plain(move.new)} / {plain(move.old)} = {short(ratio, 3)}, where {plain(factor)} is said"
    return Finding(move.claims, f"From {plain(move.old)} to {plain(move.new)} is not {f'{hedge} {verb}'.strip()}", working)


def _find_majorities(sentence: str, spots: Sequence[Spot]) -> Iterator[Finding]:
    """Shares of at most half that stand directly behind "a majority"."""
    for spot in spots:
        _, high = figure_of(spot.claim)
        if spot.claim.kind == "percent" and high <= 50 and _MAJORITY.search(sentence[: spot.start]):
            yield Finding((spot.claim,), f"{quote(spot.claim)} is no majority", f"{plain(high)} <= 50")


CHECK = Check("B10", "word-figure", find)
