"""B6 difference: a stated difference is not the new figure less the old one ("from 100 to 120 boats, 30 more")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.reading import Move, Spot, find_moves, find_sentences, reach
from ledger.checks.words import quote
from ledger.interval import Interval, plain

_BEFORE = re.compile(
    r"(?:\b(?:an?\s(?:increase|rise|gain|jump|decrease|drop|fall|decline|difference|loss)\sof|up|down|by)|[,–-]\s(?:up|down))(?:\s\w+)?\s*$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"^(?:\s\w+){0,1}\s(?:more|fewer|less|higher|lower)\b(?!\s+than)", re.IGNORECASE)


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """A finding for each sentence with one move and one difference in its unit, close behind or before it."""
    for sentence, spots in find_sentences(corpus):
        moves = list(find_moves(sentence, spots))
        if len(moves) == 1:
            yield from _judge(sentence, moves[0], spots, int(settings["distance"]))


def _judge(sentence: str, move: Move, spots: Sequence[Spot], distance: int) -> Iterator[Finding]:
    own = move.claims[0]
    for spot in spots:
        claim = spot.claim
        if claim in move.claims or claim.kind != own.kind or claim.unit != own.unit or claim.value is None or claim.kind == "percent":
            continue
        gap = max(spot.start - move.end, move.start - spot.end)
        says = _BEFORE.search(sentence[: spot.start]) or _AFTER.match(sentence[spot.end :])
        if says and 0 <= gap <= distance and not _possible(move).overlaps(reach(claim)):
            exact = abs(move.new - move.old)
            working = f"|{plain(move.new)} - {plain(move.old)}| = {plain(exact)}, where {quote(claim)} is stated"
            yield Finding(
                (*move.claims, claim), f"Between {plain(move.old)} and {plain(move.new)} lie {plain(exact)}, not {quote(claim)}", working
            )


def _possible(move: Move) -> Interval:
    """The differences that the rounded ends allow."""
    old, new = move.old_reach, move.new_reach
    if old.low is None or old.high is None or new.low is None or new.high is None:
        return Interval(None, None)
    ends = sorted((abs(new.high - old.low), abs(new.low - old.high)))
    return Interval(0 * ends[0] if old.overlaps(new) else ends[0], ends[1])


CHECK = Check("B6", "difference", find)
