"""What a check may look at: all claims of a corpus, the facts they became, and the sentences they stand in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Context
from functools import cached_property
from typing import Protocol

from ledger.checks.rates import find_rates
from ledger.checks.spots import Spot, find_spots
from ledger.link.scale import Measure, make_measure
from ledger.model import Article, Claim, Extraction, Fact, Rate, Uncounted, Wording

_TWELVE_DIGITS = Context(prec=12)
_OTHERS = frozenset({"teaser", "boilerplate"})


def _no_units() -> Measure:
    """A measure that knows no physical unit; `run_checks` puts the pack's in its place."""
    return make_measure({})


class Linked(Protocol):
    """What linking leaves for the checks."""

    @property
    def facts(self) -> tuple[Fact, ...]: ...
    @property
    def reprints(self) -> Mapping[str, str]: ...
    @property
    def events(self) -> Mapping[str, int]: ...


@dataclass(frozen=True)
class Corpus:
    """Everything the checks read, in the order of articles and offsets; look-ups are worked out when first asked for."""

    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    facts: tuple[Fact, ...] = ()
    reprints: Mapping[str, str] = field(default_factory=dict)
    wordings: tuple[Wording, ...] = ()
    rates: tuple[Rate, ...] = ()
    dates: Mapping[str, tuple[Uncounted, ...]] = field(default_factory=dict)
    """article -> its dates and clock times that are no claims, in text order."""
    measure: Measure = field(default_factory=_no_units)
    events: Mapping[str, int] = field(default_factory=dict)
    """article -> number of its event; articles without one tell one event."""
    sources: int = 0
    """How many independent articles there are in all, where these are a part of them; 0 where they are all."""

    def event_of(self, claim: Claim) -> int:
        """The event of a claim: some checks compare only what is told of one."""
        return self.events.get(claim.article, -1)

    @cached_property
    def article(self) -> Mapping[str, Article]:
        """Articles by name."""
        return {article.article: article for article in self.articles}

    @cached_property
    def claim(self) -> Mapping[str, Claim]:
        """Claims by id."""
        return {claim.claim_id: claim for claim in self.claims}

    @cached_property
    def fact_of(self) -> Mapping[str, Fact]:
        """The fact of each claim id."""
        return {claim_id: fact for fact in self.facts for claim_id in fact.claim_ids}

    @cached_property
    def sentences(self) -> Mapping[tuple[str, int], tuple[Claim, ...]]:
        """(article, offset of the sentence) -> its claims in text order."""
        found: dict[tuple[str, int], list[Claim]] = {}
        for claim in self.claims:
            found.setdefault((claim.article, claim.sentence_start), []).append(claim)
        return {place: tuple(claims) for place, claims in found.items()}

    @cached_property
    def spotted(self) -> tuple[tuple[str, tuple[Spot, ...]], ...]:
        """Every sentence with figures of the article's own story, and where these stand in it; cents count in their currency."""
        own = ([self._whole(claim) for claim in claims if claim.section not in _OTHERS] for claims in self.sentences.values())
        return tuple((claims[0].sentence, find_spots(claims)) for claims in own if claims)

    def _whole(self, claim: Claim) -> Claim:
        """The claim, an amount in cents or pence told in its currency, so that it can be reckoned with."""
        scale = self.measure(claim.kind, claim.unit)
        if scale.currency in ("", claim.unit):
            return claim
        worth = (scale.factor / self.measure(claim.kind, scale.currency).factor).normalize(_TWELVE_DIGITS)
        value, low, high = (None if end is None else end * worth for end in (claim.value, claim.low, claim.high))
        return replace(claim, unit=scale.currency, value=value, low=low, high=high, precision=claim.precision * worth)

    @cached_property
    def _place(self) -> Mapping[str, int]:
        """Claim id -> its place in the order of articles and offsets."""
        return {claim.claim_id: at for at, claim in enumerate(self.claims)}

    def claims_of(self, fact: Fact) -> tuple[Claim, ...]:
        """The claims of a fact in the order of articles and offsets."""
        return tuple(self.claims[at] for at in sorted(self._place[key] for key in fact.claim_ids if key in self._place))

    def names_near(self, claim: Claim) -> set[str]:
        """The names of the claim's article that stand in its sentence, and those of its subject, in small letters."""
        subject = {word.lower() for word in claim.subject.split() if word[:1].isupper()}
        words = set(re.findall(r"[^\W\d_]+", claim.sentence.lower()))
        article = self.article.get(claim.article)
        return subject | {name for name, _ in (article.names if article is not None else ()) if name in words}

    def neighbours(self, claim: Claim) -> tuple[Claim, ...]:
        """The claims of the same sentence in text order, the claim itself included."""
        return self.sentences[claim.article, claim.sentence_start]


def text_order(claim: Claim) -> tuple[str, int, int, str]:
    """Sorts by article, then by place in the text."""
    return (claim.article, claim.start, claim.end, claim.claim_id)


def make_corpus(extractions: Sequence[Extraction], linkage: Linked) -> Corpus:
    """The corpus of all extractions and of what linking made of them; their order does not matter."""
    ordered = sorted(extractions, key=lambda extraction: extraction.article.article)
    claims = tuple(sorted((claim for one in ordered for claim in one.claims), key=text_order))
    return Corpus(
        articles=tuple(extraction.article for extraction in ordered),
        claims=claims,
        facts=linkage.facts,
        reprints=linkage.reprints,
        wordings=tuple(sorted((word for one in ordered for word in one.wordings), key=lambda word: (word.article, word.start))),
        rates=find_rates(claims),
        events=linkage.events,
        dates={one.article.article: tuple(mark for mark in one.uncounted if mark.reason in ("date", "time")) for one in ordered},
    )
