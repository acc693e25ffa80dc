"""A7 altered-reprint: two texts are one wire story, and a figure differs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.spots import find_spots
from ledger.checks.words import said
from ledger.interval import plain
from ledger.link.profile import figure_of
from ledger.model import Claim

_WORD = re.compile(r"[^\W\d_]+")
_LEAST_WORDS = 5


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """A finding for each figure of a copy whose sentence stands in its original word for word, with another figure in that place."""
    placed = _place_claims(corpus)
    for copy, original in sorted(corpus.reprints.items()):
        for place in sorted(placed.get(copy, {}).keys() & placed.get(original, {}).keys()):
            one, two = placed[original][place], placed[copy][place]
            if one.unit == two.unit and figure_of(one) != figure_of(two):
                yield _make_finding(one, two)


def _place_claims(corpus: Corpus) -> dict[str, dict[tuple[str, int, int], Claim]]:
    """reprint or original -> (words of the sentence without its figures, number of the figure and of the sentence) -> claim."""
    placed: dict[str, dict[tuple[str, int, int], Claim]] = {}
    seen: dict[tuple[str, str], int] = {}
    kin = {*corpus.reprints, *corpus.reprints.values()}
    for (article, _), claims in sorted((place, claims) for place, claims in corpus.sentences.items() if place[0] in kin):
        words = _masked(claims)
        if len(words.split()) < _LEAST_WORDS:
            continue
        before = seen.get((article, words), 0)
        seen[article, words] = before + 1
        places: Mapping[tuple[str, int, int], Claim] = {(words, at, before): claim for at, claim in enumerate(claims)}
        placed.setdefault(article, {}).update(places)
    return placed


def _masked(claims: tuple[Claim, ...]) -> str:
    """The sentence's words in lower case, its figures left out."""
    sentence, at, parts = claims[0].sentence, 0, []
    for spot in find_spots(claims):
        parts.append(sentence[at : spot.start])
        at = max(at, spot.end)
    return " ".join(_WORD.findall(" ".join([*parts, sentence[at:]]).lower()))


def _make_finding(one: Claim, two: Claim) -> Finding:
    working = f"{plain(figure_of(one)[0])} / {plain(figure_of(two)[0])} in otherwise the same sentence"
    return Finding((one, two), f"{two.article} reprints {one.article}, but has {said(two)} for {said(one)}", working)


CHECK = Check("A7", "altered-reprint", find)
