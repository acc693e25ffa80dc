"""B5 ratio: "N times" disagrees with the figures it stands beside, read as N and as N + 1."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.reading import Move, are_alike, find_moves, find_sentences, reach
from ledger.checks.spots import Spot
from ledger.checks.words import quote, short
from ledger.interval import Interval, plain
from ledger.model import Claim

_LEVELS = frozenset({"count", "index", "currency", "physical"})
_THAN = re.compile(r"^\s*(?:times\s)?(?:as\s\w+\sas|(?:more|higher|larger|greater|longer|bigger)\sthan|the)\b[^;:]{0,60}$", re.IGNORECASE)


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """A finding for each sentence where a move, or a level before "N times" and one behind it, has another quotient.

    One ratio a sentence: with more, what compares what is open.
    """
    slack = Decimal(str(settings["slack"]))
    for sentence, spots in find_sentences(corpus):
        ratios = [spot for spot in spots if spot.claim.kind == "ratio" and spot.claim.value is not None]
        if len(ratios) != 1 or len(spots) > int(settings["most_figures"]):
            continue
        pair = _compared(sentence, ratios[0], spots)
        if pair is not None:
            finding = _judge(*pair, ratios[0].claim, slack)
            if finding is not None:
                yield finding


def _compared(sentence: str, ratio: Spot, spots: Sequence[Spot]) -> tuple[Interval, Interval, tuple[Claim, ...], str] | None:
    """(larger, smaller, claims, their figures) that the ratio compares."""
    moves = list(find_moves(sentence, spots))
    if len(moves) == 1:
        return _of_move(moves[0])
    before = [spot for spot in spots if spot.end <= ratio.start and spot.claim.kind in _LEVELS and spot.claim.value]
    after = [spot for spot in spots if spot.start >= ratio.end and spot.claim.kind in _LEVELS and spot.claim.value]
    if len(before) != 1 or len(after) != 1 or not are_alike(before[0].claim, after[0].claim):
        return None
    if not _THAN.match(sentence[ratio.end : after[0].start]):
        return None
    one, two = before[0].claim, after[0].claim
    # "as many as the 30,000" is no "at most"
    return (
        reach(one),
        reach(replace(two, qualifier="")) if "as" in sentence[ratio.end : after[0].start].split() else reach(two),
        (one, two),
        f"{plain(one.value or Decimal(0))} / {plain(two.value or Decimal(0))}",
    )


def _of_move(move: Move) -> tuple[Interval, Interval, tuple[Claim, ...], str]:
    if move.new >= move.old:
        return move.new_reach, move.old_reach, move.claims, f"{plain(move.new)} / {plain(move.old)}"
    return move.old_reach, move.new_reach, move.claims, f"{plain(move.old)} / {plain(move.new)}"


def _judge(large: Interval, small: Interval, claims: tuple[Claim, ...], figures: str, ratio: Claim, slack: Decimal) -> Finding | None:
    if large.low is None or large.high is None or small.low is None or small.high is None or small.low <= 0:
        return None
    possible = Interval(large.low / small.high * (1 - slack), large.high / small.low * (1 + slack))
    stated = reach(ratio)
    shifted = Interval(None if stated.low is None else stated.low + 1, None if stated.high is None else stated.high + 1)
    if possible.overlaps(stated) or possible.overlaps(shifted):
        return None
    exact = f"{short(possible.low or Decimal(0), 4)} to {short(possible.high or Decimal(0), 4)}"
    working = f"{figures} lies from {exact}; stated {plain(ratio.value or Decimal(0))} (or one more)"
    return Finding((*claims, ratio), f"{quote(ratio)} is not the ratio of {figures.replace(' / ', ' to ')}", working)


CHECK = Check("B5", "ratio", find)
