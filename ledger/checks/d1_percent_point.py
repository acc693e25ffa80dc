"""D1 percent-point: percent written where the figures show percentage points ("up 2 percent, from 5% to 7%")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ledger.checks.b4_change import change_between, is_of_move
from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.reading import find_moves, find_sentences, reach
from ledger.checks.spots import Spot
from ledger.checks.words import quote, short
from ledger.interval import around, plain

_BY = re.compile(r"\bby\s(?:about\s|some\s|nearly\s)?$")


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """A finding where percentages move by as many points as a change in percent says, and that is not the change in percent."""
    slack = Decimal(str(settings["slack"]))
    for sentence, spots in find_sentences(corpus):
        moves = [move for move in find_moves(sentence, spots) if move.claims[0].kind == "percent"]
        changes = [spot for spot in spots if spot.claim.kind == "percent" and spot.claim.value and _is_change(sentence, spot)]
        if len(moves) != 1 or len(changes) != 1 or moves[0].old <= 0 or changes[0].claim in moves[0].claims:
            continue
        if not is_of_move(changes[0], moves[0], sentence):
            continue
        move, change = moves[0], changes[0].claim
        points, possible = abs(move.new - move.old), change_between(move, slack)
        if possible is None or possible.overlaps(reach(change)) or not around(points, slack).overlaps(reach(change)):
            continue
        percent = short(points / move.old * 100, 3)
        working = f"{plain(move.new)} - {plain(move.old)} = {plain(points)} points; {plain(points)} / {plain(move.old)} = {percent}%"
        yield Finding((*move.claims, change), f"{quote(change)} should be percentage points, or {percent} percent", working)


def _is_change(sentence: str, spot: Spot) -> bool:
    """A change, also where only "by" says so: "raised its rate by 0.5 percent"."""
    return spot.claim.aspect == "change" or bool(_BY.search(sentence[: spot.start]))


CHECK = Check("D1", "percent-point", find)
