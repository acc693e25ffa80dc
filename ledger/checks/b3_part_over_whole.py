"""B3 part-over-whole: "15 of the 12 boats", "34 people, 43 of whom", "nine dead, including 11 children"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.reading import find_sentences, reach
from ledger.checks.spots import Spot
from ledger.checks.words import quote
from ledger.interval import plain
from ledger.link.profile import figure_of
from ledger.model import Claim

_OF = re.compile(r"^\s(?:out\s)?of\s(?:the\s|its\s|their\s|those\s|these\s|all\s|some\s|about\s|a\stotal\sof\s)?$", re.IGNORECASE)
_OF_THEM = re.compile(r"^(?:\s[\w’'-]+)?\sof\s(?:whom|which|them|these|those)\b", re.IGNORECASE)
_INCLUDING = re.compile(r"^[^.;:]{1,80}?,?\s(?:including|among\sthem|amongst\sthem)\s$", re.IGNORECASE)
_OF_WHICH_BEFORE = re.compile(r"^[^.;:]{1,60}?,\s(?:of\swhich|of\swhom)\s$", re.IGNORECASE)
_LEADING = re.compile(r"(?:^|[.“\"]\s?)Of\s(?:the|its|their|all)\s(?:some\s|about\s)?$")
_CLAUSE = re.compile(r"^(?:\s[\w’'-]+){1,8},\s(?:only\s|some\s|about\s)?$")
_COUNTS = frozenset({"count", "index"})


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """A finding for each figure that the words make a part of the one before it, and that is larger."""
    for sentence, spots in find_sentences(corpus):
        for first, second in pairwise(spots):
            found = _part_and_whole(sentence, first, second)
            if found is not None and _exceeds(*found):
                yield _make_finding(*found)


def _part_and_whole(sentence: str, first: Spot, second: Spot) -> tuple[Claim, Claim] | None:
    """(part, whole) of two neighbouring figures, by the words before, between and behind them."""
    between = sentence[first.end : second.start]
    counts = first.claim.kind in _COUNTS and second.claim.kind in _COUNTS
    if counts and second.claim.kind == "count" and _OF.match(between):
        return first.claim, second.claim
    if not _are_alike(first.claim, second.claim):
        return None
    leading = counts and _LEADING.search(sentence[: first.start]) and _CLAUSE.match(between)
    trailing = counts and _OF_THEM.match(sentence[second.end :]) and ";" not in between
    if leading or trailing or _INCLUDING.match(between) or _OF_WHICH_BEFORE.match(between):
        return second.claim, first.claim
    return None


def _are_alike(whole: Claim, part: Claim) -> bool:
    """True where the one can be counted in the other: one unit, one class, or a part whose noun is not told."""
    if whole.kind in _COUNTS and part.kind in _COUNTS:
        return part.kind == "index" or whole.unit == part.unit or (whole.noun_class == part.noun_class != "")
    return whole.kind == part.kind and whole.unit == part.unit and whole.kind in ("currency", "physical")


def _exceeds(part: Claim, whole: Claim) -> bool:
    least, most = reach(part).low, reach(whole).high
    return least is not None and most is not None and least > most


def _make_finding(part: Claim, whole: Claim) -> Finding:
    working = f"{plain(figure_of(part)[0])} > {plain(figure_of(whole)[1])}"
    return Finding((part, whole), f"{quote(part)} is a part of {quote(whole)}, and larger", working)


CHECK = Check("B3", "part-over-whole", find)
