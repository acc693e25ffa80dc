"""A3 scale-slip: mentions of one fact that differ by a power of ten, such as million for billion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.slips import is_scale_slip, power_of_ten
from ledger.checks.words import said
from ledger.interval import plain
from ledger.link.profile import figure_of
from ledger.link.verdict import are_years_apart
from ledger.model import Claim


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """The first pair of each fact whose digits agree and whose sizes do not."""
    for fact in corpus.facts:
        if fact.verdict not in ("conflict", "superseded"):
            continue
        pairs = combinations(_first_of_each(corpus.claims_of(fact)), 2)
        slip = next((pair for pair in pairs if is_scale_slip(*pair) and not are_years_apart(*pair)), None)
        if slip is not None:
            low, high = sorted(slip, key=figure_of)
            power = power_of_ten(low, high)
            working = f"{plain(figure_of(high)[0])} / {plain(figure_of(low)[0])} = {10**power} = 10^{power}"
            yield Finding((low, high), f"{said(high)} is {10**power} times {said(low)}: a slip of scale", working)


def _first_of_each(claims: Iterable[Claim]) -> list[Claim]:
    """The first claim of each figure, unit, period and wording: what stands for all of its kind in a fact of many mentions."""
    firsts: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        firsts.setdefault((figure_of(claim), claim.unit, claim.period, claim.surface), claim)
    return list(firsts.values())


CHECK = Check("A3", "scale-slip", find, scope="fact")
