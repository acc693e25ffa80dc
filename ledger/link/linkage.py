"""Linking: the claims of all articles become facts, each a quantity of one thing, with a verdict and with the reasons written down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from ledger.collection import uncollected
from ledger.link.events import find_events
from ledger.link.exchange import find_worths
from ledger.link.ids import assign_ids
from ledger.link.inside import make_linker
from ledger.link.joining import join_events
from ledger.link.reprints import find_reprints
from ledger.link.scale import make_measure, read_scales
from ledger.link.settings import make_settings
from ledger.model import Comparison, Extraction, Fact
from ledger.pack import RulePack


@dataclass(frozen=True, slots=True)
class Linkage:
    """What linking says of a corpus: facts by id, copy -> original, and the comparisons inside facts and just outside them."""

    facts: tuple[Fact, ...]
    reprints: Mapping[str, str]
    comparisons: tuple[Comparison, ...]
    crowded: int = 0
    """How many events were too large to compare every pair of their figures."""
    events: Mapping[str, int] = field(default_factory=dict)
    """article -> number of its event."""


@uncollected()
def link(extractions: Sequence[Extraction], pack: RulePack, earlier: Mapping[str, tuple[str, ...]]) -> Linkage:
    """The linkage of all claims; the order of the extractions does not matter. `earlier` is fact id -> claim ids of the last build."""
    settings = make_settings(pack.link)
    ordered = sorted(extractions, key=lambda extraction: extraction.article.article)
    articles = [extraction.article for extraction in ordered]
    measure = make_measure(read_scales(pack))
    reprints = find_reprints(articles, settings.reprints)
    linker = make_linker(settings, measure, find_worths((claim for one in ordered for claim in one.claims), measure))
    told: dict[int, list[Extraction]] = {}
    events = find_events(articles, reprints, settings.events)
    for extraction in ordered:
        told.setdefault(events[extraction.article.article], []).append(extraction)
    links = [linker.link(event, reprints) for _, event in sorted(told.items())]
    joined = join_events(links, linker, {one.article: one.published for one in articles}, reprints)
    ids = assign_ids([fact.claim_ids for fact in joined.facts], earlier)
    facts = (replace(fact, fact_id=fact_id) for fact, fact_id in zip(joined.facts, ids, strict=True))
    comparisons = [*joined.comparisons, *(pair for one in links for pair in one.comparisons)]
    return Linkage(
        facts=tuple(sorted(facts, key=lambda fact: fact.fact_id)),
        reprints=MappingProxyType(reprints),
        comparisons=tuple(sorted(comparisons, key=lambda comparison: (comparison.left, comparison.right))),
        crowded=sum(one.crowded for one in links),
        events=MappingProxyType(events),
    )
