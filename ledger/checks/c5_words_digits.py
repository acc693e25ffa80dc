"""C5 words-digits: a number in words beside another in digits that should repeat it ("three (4) days")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.reading import find_sentences
from ledger.interval import plain
from ledger.link.profile import figure_of
from ledger.link.words import find_figure
from ledger.model import Claim

_BEHIND = re.compile(r"^\)(?=\s[a-z])")
_BRACKETED = re.compile(r"[ ]?\((?P<digits>\d{1,3}(?:,\d{3}){0,4}|\d{1,12})\)(?=[ ][a-z])")


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """A finding for each whole number in words whose bracketed digits, directly behind it and before a noun, are another number."""
    for claim in corpus.claims:
        digits = _digits_behind(claim)
        value = figure_of(claim)[0]
        if digits is not None and digits != plain(value):
            yield Finding((claim,), f'"{claim.surface} ({digits})" says two numbers', f"{plain(value)} is not {digits}")
    for sentence, spots in find_sentences(corpus):
        for one, two in pairwise(spots):
            bracketed = sentence[one.end : two.start] == " (" and _BEHIND.match(sentence[two.end :])
            if bracketed and one.claim.surface.isdigit() and two.claim.surface.isalpha() and one.claim.value != two.claim.value:
                both = f"{plain(figure_of(one.claim)[0])} is not {plain(figure_of(two.claim)[0])}"
                yield Finding((one.claim, two.claim), f'"{one.claim.surface} ({two.claim.surface})" says two numbers', both)


def _digits_behind(claim: Claim) -> str | None:
    """The digits in brackets behind a number that is written in words alone, as plain digits."""
    words = claim.surface.split()
    if claim.value is None or any(letter.isdigit() for letter in claim.surface) or not words:
        return None
    start, end = find_figure(claim.sentence, claim.surface, claim.start - claim.sentence_start)
    match = _BRACKETED.match(claim.sentence, end) if end > start else None
    return match["digits"].replace(",", "").lstrip("0") or "0" if match else None


CHECK = Check("C5", "words-digits", find)
