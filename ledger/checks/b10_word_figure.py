"""B10 word-figure: "doubled", "halved", "a majority" against the figures beside the word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.reading import Move, are_alike, find_moves, find_sentences
from ledger.checks.spots import Spot
from ledger.checks.words import quote, short
from ledger.interval import plain
from ledger.link.profile import figure_of

_VERB = re.compile(
    r"\b(?P<hedge>more\sthan\s|nearly\s|almost\s|about\s|roughly\s|virtually\s)?(?P<verb>doubled|tripled|trebled|quadrupled|halved)(?:\s[\w’'-]+){0,3}?,?\s+(?:from|to)(?:\s\w+){0,2}\s*$",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"^[^,;.]{0,30},\s(?P<hedge>more\sthan\s|nearly\s|almost\s)?an?\s(?P<hedge2>near\s)?(?P<verb>doubling|tripling|trebling|halving)\b",
    re.IGNORECASE,
)
_FACTORS = {
    "doubled": Decimal(2),
    "doubling": Decimal(2),
    "tripled": Decimal(3),
    "tripling": Decimal(3),
    "trebled": Decimal(3),
    "trebling": Decimal(3),
    "quadrupled": Decimal(4),
    "halved": Decimal("0.5"),
    "halving": Decimal("0.5"),
}
_SORT = re.compile(
    r"\b(?:(?:an?|the)\s(?:overwhelming\s|clear\s|narrow\s|large\s|small\s|slim\s)?(?P<word>majority|minority))"
    r"\s?(?:of\s(?:[\w’'-]+\s?){1,5})?(?:\(|,\s|–\s|-\s|of\s)$",
    re.IGNORECASE,
)
_MOST_OF = re.compile(r"\bmost\sof\s(?:the|its|their|all)\s$", re.IGNORECASE)
_HALF = re.compile(r"^half$", re.IGNORECASE)
_TO_PART = re.compile(r"^(?:\s[\w’'-]+){1,5}?\s?(?:,\s|\()$")
_OF = re.compile(r"^(?:\s\w+)?\s(?:out\s)?of\s(?:the\s|its\s)?$", re.IGNORECASE)
_CLOSED = re.compile(r"^(?:,|\)|\.|\sin\sall\b|\sof\sthem\b)")


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """A finding for each "doubled from A to B" whose quotient is far from two, and each majority that is below half."""
    spread = Decimal(str(settings["spread"]))
    for sentence, spots in find_sentences(corpus):
        for move in find_moves(sentence, spots):
            finding = _judge_verb(move, spread)
            if finding is not None:
                yield finding
        yield from _find_majorities(sentence, spots)
        yield from _find_halves(sentence, spots, spread)


def _judge_verb(move: Move, spread: Decimal) -> Finding | None:
    match = _VERB.search(move.before) or _NOUN.match(move.after)
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
    """Shares on the wrong side of half beside "a majority" or "a minority", and "most of the 60 delegates, 25 in all"."""
    for spot in spots:
        sort = _SORT.search(sentence[: spot.start]) if spot.claim.kind == "percent" and not spot.claim.qualifier else None
        low, high = figure_of(spot.claim)
        if sort and sort["word"].lower() == "majority" and high <= 50:
            yield Finding((spot.claim,), f"{quote(spot.claim)} is no majority", f"{plain(high)} <= 50")
        elif sort and sort["word"].lower() == "minority" and low > 50:
            yield Finding((spot.claim,), f"{quote(spot.claim)} is no minority", f"{plain(low)} > 50")
    for whole, part in pairwise(spots):
        if _MOST_OF.search(sentence[: whole.start]) and _is_part(sentence, whole, part) and are_alike(whole.claim, part.claim):
            most, all_of_them = figure_of(part.claim)[1], figure_of(whole.claim)[0]
            if most * 2 <= all_of_them:
                working = f"{plain(most)} / {plain(all_of_them)} = {short(most / all_of_them, 3)}"
                yield Finding((whole.claim, part.claim), f"{quote(part.claim)} is not most of {quote(whole.claim)}", working)


def _is_part(sentence: str, whole: Spot, part: Spot) -> bool:
    """True for a plain count between marks behind another: "the 60 delegates, 25 in all,"."""
    counts = whole.claim.kind == "count" and part.claim.kind in ("count", "index") and not part.claim.qualifier
    return bool(counts and _TO_PART.match(sentence[whole.end : part.start]) and _CLOSED.match(sentence[part.end :]))


def _find_halves(sentence: str, spots: Sequence[Spot], spread: Decimal) -> Iterator[Finding]:
    """ "half of the homes, 30 of 90"."""
    for half, part, whole in zip(spots, spots[1:], spots[2:], strict=False):
        joined = _TO_PART.match(sentence[half.end : part.start]) and _OF.match(sentence[part.end : whole.start])
        plainly = _HALF.match(half.claim.surface) and not half.claim.qualifier and are_alike(part.claim, whole.claim)
        top, bottom = figure_of(part.claim)[0], figure_of(whole.claim)[0]
        if joined and plainly and bottom > 0 and abs(top / bottom - Decimal("0.5")) > spread / 2:
            working = f"{plain(top)} / {plain(bottom)} = {short(top / bottom, 3)}, where 0.5 is said"
            yield Finding((half.claim, part.claim, whole.claim), f"{plain(top)} of {plain(bottom)} is not half", working)


CHECK = Check("B10", "word-figure", find)
