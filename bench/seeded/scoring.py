"""What the checks say of the cases: which planted errors were found, which flags are false alarms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from bench.seeded.cases import Case, check_order
from ledger.checks import make_corpus, run_checks
from ledger.extract import Extractor
from ledger.link import link
from ledger.model import Claim, Flag
from ledger.pack import RulePack
from ledger.sources import make_document

EVERYWHERE = frozenset({"A8"})
"""A8 lists the figures that one source alone gives, and in texts of a few lines that is most of them: it counts in its own texts only."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A case after the checks: planted errors with whether each was found, and the flags that nobody planted."""

    case: Case
    found: tuple[bool, ...]
    false_alarms: tuple[Flag, ...]
    figures: tuple[tuple[str, ...], ...]
    """The surfaces of each false alarm, for reading."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Recall and false alarms of one check (or of all, under the name "all")."""

    check: str
    planted: int
    found: int
    near: int
    """Texts with nothing planted for this check."""
    woken: int
    """Those of them in which this very check speaks."""
    false_alarms: int
    """Flags of this check on any text of the bench that are not a planted error."""

    @property
    def recall(self) -> float:
        """Percent."""
        return round(100 * self.found / self.planted, 1) if self.planted else 100.0

    @property
    def precision(self) -> float:
        """Percent of its flags that were planted."""
        said = self.found + self.false_alarms
        return round(100 * self.found / said, 1) if said else 100.0


def run_case(case: Case, extractor: Extractor, pack: RulePack) -> Outcome:
    """The outcome of one case, linked and checked as a corpus of its own."""
    extractions = [
        extractor.extract(make_document(text, f"{number}.txt", published=day, publisher=publisher))
        for number, (text, day, publisher) in enumerate(zip(case.texts, case.published, case.publishers, strict=True), 1)
    ]
    corpus = make_corpus(extractions, link(extractions, pack, {}))
    flags = run_checks(corpus, _with_rates(pack, case.rates))
    own = [flag for flag in flags if flag.check == case.check]
    surfaces = {flag.flag_id: _surfaces(flag, corpus.claim) for flag in flags}
    hits = [[flag.flag_id for flag in own if _covers(surfaces[flag.flag_id], figures)] for figures in case.flags]
    known = {flag_id for hit in hits for flag_id in hit}
    silent = {*case.also, *(EVERYWHERE - {case.check})}
    wrong = tuple(flag for flag in flags if flag.flag_id not in known and flag.check not in silent)
    return Outcome(case, tuple(bool(hit) for hit in hits), wrong, tuple(surfaces[flag.flag_id] for flag in wrong))


def _with_rates(pack: RulePack, rates: Sequence[str]) -> RulePack:
    if not rates:
        return pack
    checks = {**pack.checks, "C3": {**pack.checks["C3"], "rates": list(rates)}}
    return replace(pack, checks=MappingProxyType(checks))


def _surfaces(flag: Flag, claims: Mapping[str, Claim]) -> tuple[str, ...]:
    return tuple(claims[key].surface for key in flag.claim_ids if key in claims)


def _covers(surfaces: Sequence[str], figures: Sequence[str]) -> bool:
    """True where the flag names each figure, give or take a hedge or a unit; a range ("64 to 48") names both its ends."""
    left = list(surfaces)
    for figure in sorted(figures, key=len, reverse=True):
        match = next((at for at, surface in enumerate(left) if surface == figure), None)
        if match is None:
            match = next((at for at, surface in enumerate(left) if _holds(surface, figure) or _holds(figure, surface)), None)
        if match is None:
            return False
        left[match] = left[match].replace(figure, " ", 1) if figure in left[match] else ""
    return True


def _holds(text: str, part: str) -> bool:
    """True where the words of `part` stand in the text as whole words."""
    return bool(part.strip()) and re.search(rf"(?<![\w.,]){re.escape(part)}(?![.,]?\d)", text) is not None


def tally(outcomes: Sequence[Outcome]) -> tuple[Tally, ...]:
    """One tally a check in the order of the catalogue, then that of all."""
    checks = sorted({outcome.case.check for outcome in outcomes}, key=check_order)
    alarms = [flag.check for outcome in outcomes for flag in outcome.false_alarms]
    tallies = [_tally(check, [one for one in outcomes if one.case.check == check], alarms.count(check)) for check in checks]
    others = sum(check not in checks for check in alarms)
    return (*tallies, _sum(tallies, others))


def _tally(check: str, outcomes: Iterable[Outcome], false_alarms: int) -> Tally:
    outcomes = list(outcomes)
    near = [one for one in outcomes if not one.case.flags]
    found = [hit for one in outcomes for hit in one.found]
    woken = sum(any(flag.check == check for flag in one.false_alarms) for one in near)
    return Tally(check, len(found), sum(found), len(near), woken, false_alarms)


def _sum(tallies: Sequence[Tally], others: int) -> Tally:
    def total(name: str) -> int:
        return sum(getattr(one, name) for one in tallies)

    return Tally("all", total("planted"), total("found"), total("near"), total("woken"), total("false_alarms") + others)
