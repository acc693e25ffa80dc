"""C6 dimension: a unit that cannot measure its noun ("a depth of 10 kg")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.reading import find_sentences
from ledger.checks.words import quote

_NOUN = re.compile(
    r"\b(?P<noun>[a-z]+)\sof\s(?:(?:just|only|about|around|some|nearly|almost|over|more\sthan|up\sto|at\sleast|less\sthan)\s)?$",
    re.IGNORECASE,
)


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """A finding for each "NOUN of FIGURE UNIT" where `dimensions` knows what measures the noun and the unit has another dimension."""
    allowed: Mapping[str, Sequence[str]] = settings["dimensions"]
    for sentence, spots in find_sentences(corpus):
        for spot in spots:
            match = _NOUN.search(sentence[: spot.start])
            noun = match["noun"].lower() if match else ""
            if spot.claim.kind != "physical" or noun not in allowed:
                continue
            dimension = corpus.measure(spot.claim.kind, spot.claim.unit).dimension
            if dimension.startswith("[") and dimension not in allowed[noun]:
                working = f"{spot.claim.unit} is {dimension}; a {noun} is {' or '.join(allowed[noun])}"
                yield Finding((spot.claim,), f"{quote(spot.claim)} cannot measure a {noun}", working)


CHECK = Check("C6", "dimension", find)
