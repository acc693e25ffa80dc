"""A3 scale-slip: mentions of one fact that differ by a power of ten, such as million for billion."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.slips import are_years_apart, is_scale_slip, power_of_ten
from ledger.checks.words import said
from ledger.interval import plain
from ledger.link.profile import figure_of


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """The first pair of each fact whose digits agree and whose sizes do not."""
    for fact in corpus.facts:
        if fact.verdict not in ("conflict", "superseded"):
            continue
        slips = [
            (one, two) for one, two in combinations(corpus.claims_of(fact), 2) if is_scale_slip(one, two) and not are_years_apart(one, two)
        ]
        if slips:
            low, high = sorted(slips[0], key=figure_of)
            power = power_of_ten(low, high)
            working = f"{plain(figure_of(high)[0])} / {plain(figure_of(low)[0])} = {10**power} = 10^{power}"
            yield Finding((low, high), f"{said(high)} is {10**power} times {said(low)}: a slip of scale", working)


CHECK = Check("A3", "scale-slip", find)
