"""B4 change: the old figure, the new one and the change between them in percent disagree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.reading import Move, find_moves, find_sentences, reach
from ledger.checks.spots import Spot
from ledger.checks.words import quote, short
from ledger.interval import Interval, plain
from ledger.model import Claim

_PER = re.compile(
    r"\b(?:average|annual|yearly|monthly|real)\s(?:rise|fall|increase|decrease|drop|decline|growth|gain|change)\b",
    re.IGNORECASE,
)
_APART = re.compile(r"[;:]|\b(?:(?<!\d\d\d\d\s)and|while|but|whereas|after|if)\b", re.IGNORECASE)


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """A finding for each sentence with one move ("from 100 to 120") and one change in percent beside it that is not its change.

    Percentages that move are D1's: "up 2 percent, from 5% to 7%".
    """
    for sentence, spots in find_sentences(corpus):
        moves = list(find_moves(sentence, spots))
        changes = [spot for spot in spots if _is_change(spot.claim)]
        if (
            len(moves) == 1
            and len(changes) == 1
            and is_of_move(changes[0], moves[0], sentence)
            and moves[0].claims[0].kind != "percent"
            and changes[0].claim not in moves[0].claims
        ):
            finding = _judge(moves[0], changes[0], Decimal(str(settings["slack"])), int(settings["distance"]))
            if finding is not None:
                yield finding


def _is_change(claim: Claim) -> bool:
    return claim.kind == "percent" and claim.aspect == "change" and claim.value is not None


def is_of_move(change: Spot, move: Move, sentence: str) -> bool:
    """False for a change per year, one in another clause, and one against another year than the move's first."""
    if change.claim.unit != "percent" or _PER.search(change.claim.entity):
        return False
    base = change.claim.base_period
    if base and base not in {claim.period for claim in move.claims} | {""} and any(claim.period for claim in move.claims):
        return False
    first, last = sorted((change, Spot(move.claims[0], move.start, move.end)), key=lambda spot: spot.start)
    return not _APART.search(sentence[first.end : last.start])


def _judge(move: Move, change: Spot, slack: Decimal, distance: int) -> Finding | None:
    gap = max(change.start - move.end, move.start - change.end)
    if gap > distance or move.old <= 0 or move.new <= 0:
        return None
    possible, stated = change_between(move, slack), reach(change.claim)
    if possible is None or possible.overlaps(stated):
        return None
    exact = abs(move.new - move.old) / move.old * 100
    working = f"({plain(move.new)} - {plain(move.old)}) / {plain(move.old)} = {short(exact, 4)}%, where {quote(change.claim)} is stated"
    return Finding((*move.claims, change.claim), f"From {plain(move.old)} to {plain(move.new)} is not {quote(change.claim)}", working)


def change_between(move: Move, slack: Decimal) -> Interval | None:
    """The changes in percent, up or down, that the rounded ends allow, and `slack` of a point more."""
    old, new = move.old_reach, move.new_reach
    if old.low is None or old.high is None or new.low is None or new.high is None or old.low <= 0:
        return None
    ends = [abs(top - bottom) / bottom * 100 for top in (new.low, new.high) for bottom in (old.low, old.high)]
    crosses = old.overlaps(new)
    return Interval(Decimal(0) if crosses else min(ends) - slack, max(ends) + slack)


CHECK = Check("B4", "change", find)
