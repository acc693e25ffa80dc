"""B9 direction: "fell from 3 to 5"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.reading import Move, find_moves, find_sentences
from ledger.interval import plain

_ADVERBS = (
    r"(?:\s+(?:sharply|slightly|steadily|further|again|by\s+[\w.,%]{1,12}(?:\s+(?:percent|per\s+cent|points?))?"
    r"|[\d.,]{1,9}\s?(?:%|percent|per\s+cent)))?"
)
_DOWN = (
    "fell|falls|fallen|falling|dropped|drops|dropping|declined|declines|decreased|decreases|shrank|shrinks|shrunk|slipped|slips|slid"
    "|plunged|plummeted|tumbled|sank|dipped|down"
)
_UP = "rose|rises|risen|rising|climbed|climbs|increased|increases|grew|grows|grown|jumped|jumps|soared|surged|swelled|widened|up"
_VERB = re.compile(rf"\b(?:(?P<down>{_DOWN})|(?P<up>{_UP})){_ADVERBS}\s*,?\s*(?:from|to)(?:\s\w+){{0,2}}\s*$", re.IGNORECASE)
_THING = r"(?:\s(?!and\b|but\b|while\b|although\b|as\b|when\b|because\b|after\b|that\b|which\b|who\b|ran\b|runs\b)[\w’'-]+){0,6}?"
_DONE = re.compile(
    rf"\b(?:(?P<down>cut|cuts|lowered|lowers|reduced|reduces|trimmed|slashed)|(?P<up>raised|raises|lifted|lifts|increased|boosted))"
    rf"{_THING}\s(?:from|to)(?:\s(?:about|some|nearly|almost|just|only|a|the)){{0,2}}\s*$",
    re.IGNORECASE,
)


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """A finding for each "VERB from A to B" whose figures go the other way; ages and ranks ("fell from 3rd to 5th") are no levels."""
    for sentence, spots in find_sentences(corpus):
        for move in find_moves(sentence, spots):
            verb = _VERB.search(move.before) or _DONE.search(move.before)
            if verb and move.old != move.new and (move.new > move.old) == bool(verb["down"]):
                yield _make_finding(move, (verb["down"] or verb["up"]).lower())


def _make_finding(move: Move, verb: str) -> Finding:
    sign = ">" if move.new > move.old else "<"
    return Finding(
        move.claims,
        f'"{verb} from {plain(move.old)} to {plain(move.new)}" goes the other way',
        f"{plain(move.new)} {sign} {plain(move.old)}",
    )


CHECK = Check("B9", "direction", find)
