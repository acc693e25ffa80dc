"""The whole ledger: events apart, reconciled each for itself by an engine or from the cache; then what they tell together."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from types import MappingProxyType

from ledger.checks import CHECKS, Corpus, find_rates, run_checks
from ledger.checks.corpus import text_order
from ledger.collection import uncollected
from ledger.engine.cache import ExtractionCache
from ledger.engine.packed import Memo, Packed, Reading, open_source, pack_source
from ledger.engine.pool import Engine, LocalPool, Progress, Serial, make_batches, processors, silent
from ledger.engine.work import Rules, pack_rules
from ledger.link.events import find_events
from ledger.link.exchange import Worths, find_worths
from ledger.link.ids import assign_ids
from ledger.link.joining import Joined, Place, join_events
from ledger.link.reprints import find_reprints
from ledger.link.scale import Measure
from ledger.model import Article, Claim, Document, Extraction, Fact, Flag, Ledger, Rate
from ledger.pack import RulePack
from ledger.reconcile.book import Book, Kept
from ledger.reconcile.event import ReconciledEvent
from ledger.reconcile.lookup import PackedLookup, Unpacked
from ledger.reconcile.memory import keep, recall
from ledger.reconcile.task import Bench, EventTask, bench_of, reconcile_batch

Earlier = Mapping[str, tuple[str, ...]]
"""fact id -> claim ids of the ledger before."""
TOGETHER = 60_000
"""Packed bytes of the events that travel to a worker together."""
WORTH_A_POOL = 600_000
"""Packed bytes of events below which starting processes costs more than it saves."""
_SCOPES = {check.id: check.scope for check in CHECKS}


@dataclass(frozen=True, slots=True)
class Means:
    """What a reconciliation is done with; none of it changes the outcome."""

    engine: Engine | None = None
    cache: ExtractionCache | None = None
    progress: Progress = silent
    place: str = ""
    """Where the ledger stands: what is remembered of facts that several events tell goes by it."""


def reconcile(
    extractions: Sequence[Extraction], documents: Sequence[Document], pack: RulePack, earlier: Earlier, progress: Progress = silent
) -> Ledger:
    """The ledger of what was extracted from some documents. Does not depend on the order of the articles."""
    told = {document.article: document for document in documents}
    memo = Memo()
    packed = [open_source(pack_source(Reading(told[one.article.article], one)), memo) for one in extractions]
    articles = [one for one in packed if isinstance(one, Packed)]
    return reconcile_packed(articles, pack, lambda found, book: earlier, Means(Serial(), None, progress))


@uncollected()
def reconcile_packed(
    articles: Iterable[Packed], pack: RulePack, earlier: Callable[[Sequence[Article], Book], Earlier], means: Means
) -> Ledger:
    """The ledger of packed articles: claims linked into facts, then flagged. Their order does not matter.

    They may be used up while they are read: what is not needed of them any more makes room. `earlier` is asked for the facts of the
    ledger before, with the articles and their book.
    """
    means.progress("link", 0, 0)
    rules = pack_rules(pack)
    gathered = _gather(articles, bench_of(rules))
    tasks = list(_make_tasks(gathered, int(pack.checks.get("A8", {}).get("least_sources", 1))))
    events, keys = _work_off(tasks, rules, means)
    where = [b"shared facts", means.place.encode("utf-8", "surrogatepass"), *_mattering(gathered, tasks)]
    told = recall(means.cache, where, keys)
    linker = bench_of(rules).linker_of(gathered.worths)
    joined = join_events(events, linker, {one.article: one.published for one in gathered.articles}, gathered.reprints, told.memory)
    for event in events:
        event.forget()
    ids = assign_ids([fact.claim_ids for fact in joined.facts], earlier(gathered.articles, gathered.book))
    facts = [replace(fact, fact_id=fact_id) for fact, fact_id in zip(joined.facts, ids, strict=True)]
    means.progress("check", 0, 1)
    flags = _Flags(gathered, events, joined, facts, pack, linker.priced.measure, told.flags).all()
    keep(means.cache, where, keys, joined, told.flags)
    means.progress("check", 1, 1)
    for event in events:
        event.forget()
    flagged = with_flags(facts, flags)
    lookup = PackedLookup(gathered.book, events, flagged, joined.comparisons)
    return Ledger(
        articles=tuple(gathered.articles),
        claims=Unpacked(len(lookup.claims), lambda: list(lookup.claims.values())),
        facts=flagged,
        flags=tuple(flags),
        uncounted=Unpacked(sum(lookup.reasons.values()), lambda: [one for name in gathered.book for one in lookup.uncounted_of(name)]),
        rates=gathered.rates,
        reprints=MappingProxyType(gathered.reprints),
        comparisons=Unpacked(len(joined.comparisons) + sum(event.index.links for event in events), lambda: list(lookup.comparisons)),
        texts=Kept(gathered.book, lambda document: document.text),
        sections=Kept(gathered.book, lambda document: document.sections),
        rules_digest=pack.digest,
        crowded=sum(event.index.crowded for event in events),
        lookup=lookup,
    )


@dataclass(frozen=True, slots=True)
class _Gathered:
    """What is known of a corpus before its events are reconciled."""

    articles: Sequence[Article]
    """By name, without their shingles."""
    book: Book
    reprints: dict[str, str]
    events: Sequence[Sequence[str]]
    """The articles of each event, by name."""
    units: Mapping[str, tuple[str, ...]]
    """article -> the units of its amounts of money."""
    worths: Worths
    """What currencies are worth in each other, by the conversions that the articles print."""
    measure: Measure
    rates: tuple[Rate, ...]


def _gather(packed: Iterable[Packed], bench: Bench) -> _Gathered:
    """The articles by event, and what all of them say of currencies."""
    ordered = sorted(packed, key=lambda one: one.head.article.article)
    articles = [one.head.article for one in ordered]
    reprints = find_reprints(articles, bench.settings.reprints)
    numbers = find_events(articles, reprints, bench.settings.events)
    told: dict[int, list[str]] = {}
    for article in articles:
        told.setdefault(numbers[article.article], []).append(article.article)
    book = Book(ordered)
    claims = [claim for one in ordered if one.head.converts for claim in book.claims(one.head.article.article).values()]
    return _Gathered(
        articles=[replace(article, shingles=()) for article in articles],
        book=book,
        reprints=reprints,
        events=[event for _, event in sorted(told.items())],
        units={one.head.article.article: one.head.units for one in ordered if one.head.units},
        worths=find_worths(claims, bench.measure),
        measure=bench.measure,
        rates=find_rates(claims),
    )


def _make_tasks(gathered: _Gathered, least_sources: int) -> Iterator[EventTask]:
    """The task of each event, with no more of the rest of the corpus than its outcome depends on."""
    reprints = gathered.reprints
    sources = len(gathered.articles) - len(reprints)
    for event in gathered.events:
        names = tuple(event)
        units = {unit for name in names for unit in gathered.units.get(name, ())} if gathered.worths else set()
        currencies = {gathered.measure("currency", unit).currency for unit in units} & gathered.worths.keys()
        yield EventTask(
            articles=names,
            bodies=tuple(gathered.book.body(name) for name in names),
            reprints=tuple((name, reprints[name]) for name in names if name in reprints),
            worths=tuple((one, *gathered.worths[one]) for one in sorted(currencies)) if len(currencies) > 1 else (),
            sources=min(sources, max(least_sources, 1)),
        )


def _mattering(gathered: _Gathered, tasks: Sequence[EventTask]) -> Iterator[bytes]:
    """What of the whole corpus facts that several events tell depend on."""
    yield json.dumps([[one, *map(str, worth)] for one, worth in sorted(gathered.worths.items())]).encode()
    yield json.dumps(sorted({task.sources for task in tasks})).encode()


def _work_off(tasks: Sequence[EventTask], rules: Rules, means: Means) -> tuple[list[ReconciledEvent], list[bytes]]:
    """The outcome of each task, from the cache or else by the engine; and the keys of all, none without a cache."""
    memo = Memo()
    found: dict[int, ReconciledEvent] = {}
    keys: dict[int, bytes] = {}
    if means.cache is not None:
        for number, task in enumerate(tasks):
            keys[number] = means.cache.key_of(task.parts())
            known = means.cache.read(keys[number])
            with suppress(ValueError):  # what is no event is made anew
                if known is not None:
                    found[number] = ReconciledEvent(known, number, memo)
    unknown = [number for number in range(len(tasks)) if number not in found]
    means.progress("link", len(found), len(tasks))
    batches = make_batches(((number, tasks[number]) for number in unknown), lambda task: task.size, TOGETHER, reconcile_batch)
    engine = _choose(means.engine, [tasks[number] for number in unknown])
    for batch, outcomes in engine.run(batches, rules) if unknown else ():
        for number, outcome in zip(batch.numbers, outcomes, strict=True):
            found[number] = ReconciledEvent(outcome, number, memo)
        if means.cache is not None:
            means.cache.write([(keys[number], outcome) for number, outcome in zip(batch.numbers, outcomes, strict=True)])
        means.progress("link", len(found), len(tasks))
    return [found[number] for number in range(len(tasks))], list(keys.values())


def _choose(engine: Engine | None, tasks: Iterable[EventTask]) -> Engine:
    """The engine that was asked for, else the one that fits the work."""
    if engine is not None:
        return engine
    much = sum(task.size for task in tasks) >= WORTH_A_POOL
    return LocalPool(processors()) if much and processors() > 1 else Serial()


@dataclass(frozen=True, slots=True)
class _Flags:
    """The flags of a ledger: those of the events, and those that need more than one event to be seen."""

    gathered: _Gathered
    events: Sequence[ReconciledEvent]
    joined: Joined
    facts: Sequence[Fact]
    """Beside `joined.facts`, with their ids."""
    pack: RulePack
    measure: Measure
    shared: dict[tuple[Place, ...], tuple[Flag, ...]]
    """What is known of facts that several events tell, by the places of these; filled with what is found."""

    def all(self) -> list[Flag]:
        """All of them, by id."""
        found: dict[str, Flag] = {}
        for flag in (*self._of_events(), *self._of_shared_facts(), *self._of_corpus()):
            found.setdefault(flag.flag_id, flag)
        return [found[key] for key in sorted(found)]

    def _of_events(self) -> Iterator[Flag]:
        """The flags of the events under the ids of the facts; a fact that several events tell is judged as a whole."""
        home = {place: (fact.fact_id, len(homes) > 1) for fact, homes in zip(self.facts, self.joined.homes, strict=True) for place in homes}
        for number, event in enumerate(self.events):
            for flag in event.index.flags:
                if not flag.fact_id:
                    yield flag
                    continue
                fact_id, shared = home[number, int(flag.fact_id)]
                if not (shared and _SCOPES[flag.check] == "fact"):
                    yield replace(flag, fact_id=fact_id)

    def _of_shared_facts(self) -> Iterator[Flag]:
        """What is to be said of facts that several events tell."""
        told = {home: fact for fact, home in zip(self.facts, self.joined.homes, strict=True) if len(home) > 1}
        fresh = {home: fact for home, fact in told.items() if home not in self.shared}
        claims = [claim for home in fresh for event, at in home for claim in self.events[event].claims_of(at)]
        checks = [check for check in CHECKS if check.scope == "fact"]
        found: defaultdict[str, list[Flag]] = defaultdict(list)
        for flag in run_checks(self._corpus(claims, list(fresh.values())), self.pack, checks, self.measure):
            found[flag.fact_id].append(flag)
        known = {home: self.shared[home] if home in self.shared else tuple(found[fact.fact_id]) for home, fact in told.items()}
        self.shared.clear()
        self.shared.update(known)
        for home, flags in known.items():
            yield from (replace(flag, fact_id=told[home].fact_id) for flag in flags)

    def _of_corpus(self) -> tuple[Flag, ...]:
        """What is to be said where any two articles are held against each other."""
        told: defaultdict[str, list[str]] = defaultdict(list)
        for event in self.events:
            for key, claim_id in event.index.distant:
                told[key].append(claim_id)
        wanted = {claim_id for ids in told.values() if len(ids) > 1 for claim_id in ids}
        wanted.update(claim_id for rate in self.gathered.rates for claim_id in (rate.claim_id, rate.converted_id))
        claims: dict[str, Claim] = {}
        for event in self.events if wanted else ():
            own = [claim_id for ids in event.index.claim_ids for claim_id in ids if claim_id in wanted]
            claims.update(zip(own, event.claims(own), strict=True))
        facts = [fact for fact in self.facts if any(claim_id in claims for claim_id in fact.claim_ids)] if claims else []
        checks = [check for check in CHECKS if check.scope == "corpus"]
        corpus = replace(self._corpus(claims.values(), facts), rates=self.gathered.rates)
        return run_checks(corpus, self.pack, checks, self.measure)

    def _corpus(self, claims: Iterable[Claim], facts: Sequence[Fact]) -> Corpus:
        """What the checks may look at: some claims, their articles and their facts."""
        ordered = tuple(sorted(claims, key=text_order))
        names = {claim.article for claim in ordered}
        return Corpus(
            articles=tuple(article for article in self.gathered.articles if article.article in names),
            claims=ordered,
            facts=tuple(facts),
            reprints=self.gathered.reprints,
            sources=len(self.gathered.articles) - len(self.gathered.reprints),
        )


def with_flags(facts: Iterable[Fact], flags: Iterable[Flag]) -> tuple[Fact, ...]:
    """The facts by id, each with the ids of the flags that name it."""
    ids: defaultdict[str, set[str]] = defaultdict(set)
    for flag in flags:
        ids[flag.fact_id].add(flag.flag_id)
    return tuple(replace(fact, flag_ids=tuple(sorted(ids[fact.fact_id]))) for fact in sorted(facts, key=lambda fact: fact.fact_id))
