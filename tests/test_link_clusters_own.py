"""Small events, each told by three outlets or four: which figures are one fact, and which cannot all be right.

The texts are our own. A brace marks a figure with the name of its fact, `{dead 17}`: figures of one name are one fact,
those of two names two.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import pytest

from ledger.extract import Extractor
from ledger.link import link
from ledger.model import Claim, Fact
from ledger.sources.documents import make_document
from link_events import EVENTS as FIRST_EVENTS
from link_events_more import MORE_EVENTS
from link_events_sea import SEA_EVENTS
from link_events_tolls import TOLL_EVENTS
from link_samples import sample_pack

_MARK = re.compile(r"\{(\w+) ([^}]*)\}")
_FOLD = re.compile(r"(?<!\n)\n(?!\n)")


EVENTS = {**FIRST_EVENTS, **MORE_EVENTS, **TOLL_EVENTS, **SEA_EVENTS}
_WHOLE, _APART = ("whole", "verdict"), ("apart", "verdict")
KNOWN: Mapping[tuple[str, str], tuple[tuple[str, ...], str]] = {
    ("election", "reform"): (("claims", "verdict"), "89 behind a name (gave the Reform Party 89 seats) is no claim"),
    ("tablet", "prohours"): (_WHOLE, "what lasts 14 hours is told in other words than battery life"),
    ("heist", "men"): (_WHOLE, "three robbers, four men"),
    ("singer", "prizes"): (_WHOLE, "three Golden Harps, won the Golden Harp three times"),
    ("raid", "bombs"): (_WHOLE, "dropped four bombs reads as a fall by four"),
    ("shooting", "dead"): (("whole",), "women shot dead, co-workers of whom two died"),
    ("trade", "years"): (_APART, "a contract for four years, nine years without a final"),
    ("trade", "drought"): (_APART, "a contract for four years, nine years without a final"),
    ("boarding", "caught"): (_WHOLE, "19 pirates held, 23 men arrested"),
    ("boarding", "boats"): (_WHOLE, "two boats seized, three boats from which they fired"),
    ("theft", "loot"): (_WHOLE, "diamonds worth so much, loot put at so much"),
    ("theft", "time"): (_WHOLE, "20 minutes in the shop, the whole thing lasted 15 minutes"),
    ("theft", "men"): (_WHOLE, "armed robbers, three of them dressed as women"),
    ("tremor", "hurt"): (("apart",), "dozens injured, and those with broken bones"),
    ("trade", "wins"): (("claims", "verdict"), "17-8 is no claim"),
}
"""(event, fact) of the known misses: what is tested there, and what is missing."""


@dataclass(frozen=True, slots=True)
class Told:
    """The facts of an event, and for each name the claims that it marks."""

    facts: tuple[Fact, ...]
    marked: Mapping[str, tuple[Claim | None, ...]]
    """None for a figure that is no claim, or more than one"""

    def facts_of(self, name: str) -> list[Fact]:
        """The facts that the figures of a name landed in."""
        wanted = {claim.claim_id for claim in self.marked[name] if claim}
        return [fact for fact in self.facts if wanted.intersection(fact.claim_ids)]


def unmark(text: str) -> tuple[str, list[tuple[str, int, int]]]:
    """The text without its marks and its folds, and (name, start, end) of each figure in it."""
    text = _FOLD.sub(" ", text)
    plain, spans, at = "", [], 0
    for mark in _MARK.finditer(text):
        plain += text[at : mark.start()]
        spans.append((mark[1], len(plain), len(plain) + len(mark[2])))
        plain += mark[2]
        at = mark.end()
    return plain + text[at:], spans


@cache
def tell(event: str) -> Told:
    """The event's texts without their marks, extracted and linked."""
    extractor, extractions = Extractor(sample_pack()), []
    marked: dict[str, list[Claim | None]] = {}
    for outlet, (day, text) in EVENTS[event].told.items():
        plain, spans = unmark(text)
        extraction = extractor.extract(make_document(plain, f"{outlet}.txt", published=day))
        extractions.append(extraction)
        for name, start, end in spans:
            found = [claim for claim in extraction.claims if claim.start < end and start < claim.end]
            marked.setdefault(name, []).append(found[0] if len(found) == 1 else None)
    facts = link(extractions, sample_pack(), {}).facts
    return Told(facts, {name: tuple(claims) for name, claims in marked.items()})


def cases(kind: str) -> list[object]:
    """(event, fact) of every marked fact; those of KNOWN are expected to fail."""
    found = []
    for event, told in EVENTS.items():
        for name in told.verdicts:
            kinds, reason = KNOWN.get((event, name), ((), ""))
            marks = [pytest.mark.xfail(reason=reason, strict=True)] if kind in kinds else []
            found.append(pytest.param(event, name, id=f"{event}-{name}", marks=marks))
    return found


@pytest.mark.parametrize("event", EVENTS)
def test_every_marked_fact_has_a_verdict_to_be_held_to(event: str) -> None:
    assert set(tell(event).marked) == set(EVENTS[event].verdicts)


@pytest.mark.parametrize(("event", "name"), cases("claims"))
def test_every_marked_figure_is_a_claim(event: str, name: str) -> None:
    assert None not in tell(event).marked[name]


@pytest.mark.parametrize(("event", "name"), cases("whole"))
def test_the_mentions_of_one_quantity_are_one_fact(event: str, name: str) -> None:
    assert len(tell(event).facts_of(name)) == 1


@pytest.mark.parametrize(("event", "name"), cases("apart"))
def test_no_other_quantity_is_in_the_fact(event: str, name: str) -> None:
    told = tell(event)
    owners = {claim.claim_id: other for other, claims in told.marked.items() for claim in claims if claim}
    strangers = {owners.get(claim_id, "unmarked") for fact in told.facts_of(name) for claim_id in fact.claim_ids} - {name}
    assert strangers == set()


@pytest.mark.parametrize(("event", "name"), cases("verdict"))
def test_the_verdict_says_whether_the_figures_can_all_be_right(event: str, name: str) -> None:
    assert {fact.verdict for fact in tell(event).facts_of(name)} == {EVENTS[event].verdicts[name]}
