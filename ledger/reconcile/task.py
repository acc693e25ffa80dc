"""What one worker does with an event: its articles in, its facts, flags and rows out, as bytes. A pure function of the task and the rules.

A fact goes by its place among those of the event until all events are done: only then is it known which are one, and by what id they go.
"""

from __future__ import annotations

import json
import pickle
import zlib
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import Any

from ledger.checks import CHECKS, make_corpus, run_checks
from ledger.checks.a5_period_slip import figure_key
from ledger.collection import uncollected
from ledger.engine.packed import EventIndex, Memo, frame, pack_outcomes, read_body
from ledger.engine.work import Rules
from ledger.link.exchange import Worths
from ledger.link.inside import EventLinker, EventLinks, make_linker
from ledger.link.packing import Packer
from ledger.link.scale import Measure, make_measure, read_scales
from ledger.link.settings import LinkSettings, make_settings
from ledger.lookup import is_idle
from ledger.model import Claim, Extraction, Fact
from ledger.pack import RulePack
from ledger.store.csvfile import encoded_line
from ledger.store.rows import article_row, claim_row, comparison_row, uncounted_row

EVENT_CHECKS = tuple(check for check in CHECKS if check.scope != "corpus")


@dataclass(frozen=True, slots=True)
class EventTask:
    """An event to be reconciled, and all of the rest of the corpus that its facts and flags depend on."""

    articles: tuple[str, ...]
    """Their names, in order."""
    bodies: tuple[bytes, ...] = field(repr=False)
    """Beside each what was read and extracted of it, packed."""
    reprints: tuple[tuple[str, str], ...]
    """(copy, original) of its articles."""
    worths: tuple[tuple[str, str, Decimal], ...]
    """(currency, root, worth) where it tells amounts in several currencies that articles convert."""
    sources: int
    """How many independent articles the corpus has; no more than what matters."""

    def __str__(self) -> str:
        """The articles, as a message names them."""
        more = f" and {len(self.articles) - 3} more" if len(self.articles) > 3 else ""
        return ", ".join(self.articles[:3]) + more

    @property
    def size(self) -> int:
        """Its packed bytes."""
        return sum(map(len, self.bodies))

    def parts(self) -> Iterator[bytes]:
        """All that the outcome depends on but the rules and the program."""
        yield from self.bodies
        rest = [self.reprints, [[*names, str(worth)] for *names, worth in self.worths], self.sources]
        yield json.dumps(rest).encode()


@dataclass(frozen=True, slots=True)
class Bench:
    """What reconciles events by some rules."""

    pack: RulePack
    settings: LinkSettings
    measure: Measure
    linker: EventLinker
    """For events whose currencies nobody converts."""

    def linker_of(self, worths: Worths) -> EventLinker:
        """The linker for events whose currencies have these worths."""
        return make_linker(self.settings, self.measure, worths) if worths else self.linker


def make_bench(pack: RulePack) -> Bench:
    """The bench of a rule pack."""
    settings, measure = make_settings(pack.link), make_measure(read_scales(pack))
    return Bench(pack, settings, measure, make_linker(settings, measure, {}))


@lru_cache(maxsize=2)
def bench_of(rules: Rules) -> Bench:
    """The bench of these rules, made once in each process."""
    pack: RulePack = pickle.loads(rules.packed)  # noqa: S301 -- packed by the build that this process works for
    return make_bench(pack)


def reconcile_batch(tasks: Sequence[EventTask], rules: Rules) -> list[bytes]:
    """The outcome of each event, in order."""
    bench = bench_of(rules)
    with uncollected():
        return [reconcile_event(task, bench) for task in tasks]


@dataclass(frozen=True, slots=True)
class _Linked:
    """What the checks ask of linking."""

    facts: tuple[Fact, ...]
    reprints: Mapping[str, str]
    events: Mapping[str, int]


def reconcile_event(task: EventTask, bench: Bench) -> bytes:
    """The facts, flags and rows of one event, as `ReconciledEvent` reads them."""
    memo = Memo()
    event = [read_body(body, memo).extraction for body in task.bodies]
    reprints = dict(task.reprints)
    linker = bench.linker_of({currency: (root, worth) for currency, root, worth in task.worths})
    links = linker.link(event, reprints)
    facts = tuple(replace(told.fact, fact_id=str(at)) for at, told in enumerate(links.facts))
    corpus = replace(make_corpus(event, _Linked(facts, reprints, {})), sources=task.sources)
    flags = run_checks(corpus, bench.pack, EVENT_CHECKS, linker.gauge(corpus.claims).measure)
    home = {claim_id: at for at, fact in enumerate(facts) for claim_id in fact.claim_ids}
    near = [one for one in links.comparisons if home[one.left] != home[one.right]]
    ordered = [*near, *(one for one in links.comparisons if home[one.left] == home[one.right])]
    index = EventIndex(
        articles=task.articles,
        claim_ids=tuple(tuple(sorted(claim.claim_id for claim in one.claims)) for one in event),
        idle=tuple(sorted(claim.claim_id for claim in corpus.claims if is_idle(claim))),
        minor=sum(claim.weight == "minor" for claim in corpus.claims),
        facts=facts,
        strongest=tuple(told.strongest for told in links.facts),
        keys=tuple(told.keys for told in links.facts),
        flags=flags,
        reasons=tuple(sorted(Counter(number.reason for one in event for number in one.uncounted).items())),
        unparsed=tuple(number for one in event for number in one.uncounted if number.reason == "unparsed"),
        near=tuple((one.left, one.right, one.weight) for one in near),
        links=len(ordered),
        distant=tuple(_distant(corpus.claims, bench.pack.checks.get("A5", {}))),
        crowded=links.crowded,
    )
    links_rows = [encoded_line(comparison_row(one)) for one in ordered]
    sections = [_article_rows(event, reprints), _claim_rows(event), links_rows[: len(near)], links_rows[len(near) :]]
    return frame(pack_outcomes((index,)), *map(pack_rows, sections), _pack_groups(links))


def _distant(claims: Sequence[Claim], settings: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    """(what two claims must share to be compared by A5, in whatever events they stand; claim id)."""
    if settings:
        for claim in claims:
            key = figure_key(claim, settings)
            if key is not None:
                *thing, figure = key
                yield "|".join([*thing, str(figure.normalize())]), claim.claim_id


def _article_rows(event: Sequence[Extraction], reprints: Mapping[str, str]) -> list[bytes]:
    """The rows of the articles, then those of coverage, all of an article in one."""
    rows = [encoded_line(article_row(one.article, len(one.claims), reprints.get(one.article.article, ""))) for one in event]
    return rows + [b"".join(encoded_line(uncounted_row(number)) for number in _in_order(one)) for one in event]


def _claim_rows(event: Sequence[Extraction]) -> list[bytes]:
    """The rows of the claims, article by article, without the ids of claim and fact."""
    claims = [claim for one in event for claim in sorted(one.claims, key=lambda claim: claim.claim_id)]
    return [encoded_line(claim_row(claim, ""))[len(claim.claim_id) + 2 :] for claim in claims]


def pack_rows(rows: Sequence[bytes]) -> bytes:
    """Rows in one, deflated."""
    return zlib.compress(frame(array("I", [len(row) for row in rows]).tobytes(), b"".join(rows)), 1)


def unpack_rows(packed: bytes) -> list[bytes]:
    """The rows that were packed."""
    whole = memoryview(zlib.decompress(packed))
    size = int.from_bytes(whole[:4], "big")
    lengths = array("I", bytes(whole[4 : 4 + size]))
    rows = whole[4 + size :]
    return [bytes(rows[start:end]) for start, end in pairwise(accumulate(lengths, initial=0))]


def _in_order(one: Extraction) -> list[Any]:
    return sorted(one.uncounted, key=lambda number: (number.start, number.end))


def _pack_groups(links: EventLinks) -> bytes:
    """The groups of each fact, for those that another event may share."""
    body = json.dumps(Packer().pack(links.groups), ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(body.encode("utf-8", "surrogatepass"), 1)


__all__ = ["EventTask", "make_bench", "pack_rows", "reconcile_batch", "reconcile_event", "unpack_rows"]
