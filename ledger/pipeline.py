"""build: articles -> a ledger folder. Reads, extracts, links, checks, writes aside, then puts the whole in place."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from ledger.checks import make_corpus, run_checks
from ledger.diff.carried import carry_ids
from ledger.engine.cache import ExtractionCache
from ledger.engine.extraction import extract_all
from ledger.engine.folder import REVIEWS, find_differences, put_in_place, written_aside
from ledger.engine.inputs import no_articles
from ledger.engine.packed import Outcome, Reading
from ledger.engine.pool import Engine, LocalPool, Progress, Serial
from ledger.engine.roundtrip import WORKBOOK, keep_edited, require_same_reviews, reviews_bytes
from ledger.engine.since import since_last
from ledger.engine.work import make_rules
from ledger.errors import LedgerError, Notice
from ledger.link import find_copies, link
from ledger.lookup import lookup_of
from ledger.model import Document, Extraction, Fact, Flag, Ledger
from ledger.pack import RulePack, load_pack
from ledger.pack.cache import cache_folder
from ledger.report.page import write_page
from ledger.report.workbook import render_workbook
from ledger.review.binding import settle_on
from ledger.sources import find_sources
from ledger.sources.places import find_files
from ledger.store import Review, read_reviews, write_reviews, write_tables
from ledger.store.cells import parse_list
from ledger.store.changes import write_changes
from ledger.store.csvfile import parquet_twin, read_table
from ledger.store.parquet import LARGE, require_parquet
from ledger.store.tables import table_files

PAGE = "ledger.html"
TABLE_FILES = frozenset(name for table in LARGE for name in table_files(table, "both"))
"""Files of the tables that have two forms: those of the other form must not stay behind."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build made: the ledger, what a person should know of the inputs, and where OUT is stale (with `check` alone)."""

    ledger: Ledger
    notices: tuple[Notice, ...]
    differences: tuple[str, ...] = ()

    @property
    def unread(self) -> int:
        """How many inputs could not be read."""
        return sum(notice.unread for notice in self.notices)


@dataclass(frozen=True, slots=True)
class Written:
    """The reviews that stand in OUT, and the bytes they were read from."""

    reviews: tuple[Review, ...]
    told: bytes
    readable: bool = True


@dataclass(frozen=True, slots=True)
class Views:
    """What the files of OUT are made from: the ledger, what people wrote about the last one, and the form of the tables."""

    ledger: Ledger
    written: Written
    tables: str


def silent(stage: str, done: int, total: int) -> None:
    """The progress of a build that nobody watches."""


def build(
    paths: Sequence[Path | str],
    out: Path,
    *,
    rules: Sequence[Path] = (),
    jobs: int | None = None,
    scheduler: str = "",
    cache: bool = True,
    tables: str = "csv",
    check: bool = False,
    progress: Progress = silent,
) -> BuildReport:
    """Writes the ledger of the articles at `paths` into `out`, or with `check` only compares it with what stands there.

    The earlier ledger in `out` gives facts their ids and stays untouched until the new one is whole. Inputs that cannot be
    read become notices. Raises LedgerError where nothing can be built: no articles, a broken rule pack, a folder that
    cannot be written.
    """
    if tables != "csv":
        require_parquet()
    pack = load_pack(rules)
    outcomes = extract_paths(paths, pack, choose_engine(jobs, scheduler), out=out, cache=cache, progress=progress)
    notices = [one for one in outcomes if isinstance(one, Notice)]
    documents = [one.document for one in outcomes if isinstance(one, Reading)]
    extractions = [one.extraction for one in outcomes if isinstance(one, Reading)]
    if not documents:
        raise no_articles(paths, notices)
    earlier, lost = read_earlier_ids(out)
    progress("link", 0, 1)
    reprints = find_copies(extractions, pack)
    outcomes.clear()
    extractions = [_without_shingles(one) for one in extractions]  # the largest part of an article, which nobody asks for any more
    ledger = reconcile(extractions, documents, pack, carry_ids(earlier, out, extractions), progress, reprints)
    notices += _crowd_notices(ledger.crowded)
    progress("write", 0, 1)
    written, unread = _read_written(out)
    view = Views(ledger, written, tables)
    kept = [] if check else keep_edited(out)
    differences = _compare(view, out) if check else _write(view, out)
    progress("write", 1, 1)
    return BuildReport(ledger, tuple(sorted([*notices, *lost, *unread, *kept], key=str)), differences)


def extract_paths(
    paths: Sequence[Path | str], pack: RulePack, engine: Engine | None, *, out: Path, cache: bool, progress: Progress
) -> list[Outcome]:
    """What is read and extracted of all articles at `paths`, but for what lies in `out`; nothing of it depends on engine or cache."""
    progress("read", 0, 0)
    files = find_files(paths, out)
    progress("read", len(files), len(files))
    folder = cache_folder() if cache else None
    rules = make_rules(pack)
    kept = ExtractionCache(folder, rules.digest) if folder is not None else None
    try:
        return extract_all(find_sources(files, paths), len(files), rules, engine, kept, progress)
    finally:
        if kept is not None:
            kept.close()


def choose_engine(jobs: int | None, scheduler: str) -> Engine | None:
    """The engine that was asked for; None leaves it to the amount of text."""
    if scheduler:
        from ledger.engine.cluster import Cluster  # Dask, which few have

        return Cluster(scheduler)
    if jobs is None:
        return None
    return LocalPool(jobs) if jobs > 1 else Serial()


def reconcile(
    extractions: Sequence[Extraction],
    documents: Sequence[Document],
    pack: RulePack,
    earlier: Mapping[str, tuple[str, ...]],
    progress: Progress = silent,
    reprints: dict[str, str] | None = None,
) -> Ledger:
    """The ledger of what was extracted: claims linked into facts, then flagged. Does not depend on the order of the articles.

    `reprints` spare their search; the shingles are needed for nothing else.
    """
    extractions = sorted(extractions, key=lambda extraction: extraction.article.article)
    progress("link", 0, 1)
    linkage = link(extractions, pack, earlier, reprints)
    progress("link", 1, 1)
    corpus = make_corpus(extractions, linkage)
    progress("check", 0, 1)
    flags = tuple(sorted(run_checks(corpus, pack), key=lambda flag: flag.flag_id))
    progress("check", 1, 1)
    texts = {document.article: document.text for document in documents}
    return Ledger(
        articles=tuple(extraction.article for extraction in extractions),
        claims=tuple(sorted((claim for one in extractions for claim in one.claims), key=lambda claim: claim.claim_id)),
        facts=with_flags(linkage.facts, flags),
        flags=flags,
        uncounted=tuple(sorted((number for one in extractions for number in one.uncounted), key=lambda one: (one.article, one.start))),
        rates=corpus.rates,
        reprints=linkage.reprints,
        comparisons=linkage.comparisons,
        texts=MappingProxyType(dict(sorted(texts.items()))),
        sections=MappingProxyType({document.article: document.sections for document in sorted(documents, key=lambda one: one.article)}),
        rules_digest=pack.digest,
        crowded=linkage.crowded,
    )


def _without_shingles(extraction: Extraction) -> Extraction:
    return replace(extraction, article=replace(extraction.article, shingles=()))


def _crowd_notices(crowded: int) -> list[Notice]:
    """What to tell where a topic is so large that linking left pairs of its figures out."""
    if not crowded:
        return []
    found = f"{crowded} {'events are' if crowded > 1 else 'event is'} told by so many articles that not every pair of figures was compared"
    return [
        Notice(
            "linking", found, "Figures far apart in time there may be in two facts: raise `reach` under [thresholds] in a pack's link.toml"
        )
    ]


def with_flags(facts: Iterable[Fact], flags: Iterable[Flag]) -> tuple[Fact, ...]:
    """The facts by id, each with the ids of the flags that name it."""
    ids: defaultdict[str, set[str]] = defaultdict(set)
    for flag in flags:
        ids[flag.fact_id].add(flag.flag_id)
    return tuple(replace(fact, flag_ids=tuple(sorted(ids[fact.fact_id]))) for fact in sorted(facts, key=lambda fact: fact.fact_id))


def read_earlier_ids(out: Path) -> tuple[dict[str, tuple[str, ...]], list[Notice]]:
    """fact id -> claim ids of the ledger that stands in `out`; empty, with a notice, where there is one that cannot be read."""
    path = out / "facts.csv"
    if not path.is_file() and parquet_twin(path) is None:
        return {}, []
    try:
        rows = read_table(path, ("fact_id", "claim_ids"))
    except LedgerError as error:
        return {}, [Notice(error.where, error.found, "Fact ids start anew, since the earlier ones cannot be read from here")]
    return {fact_id: parse_list(claim_ids) for fact_id, claim_ids in rows}, []


def _read_written(out: Path) -> tuple[Written, list[Notice]]:
    """What people wrote; a file that cannot be read is left as it is, with a notice."""
    told = reviews_bytes(out)
    try:
        return Written(read_reviews(out), told), []
    except LedgerError as error:
        todo = "It is kept as it is, but the workbook shows no reviews: mend it and build again"
        return Written((), told, readable=False), [Notice(error.where, error.found, todo)]


def _write(views: Views, out: Path) -> tuple[str, ...]:
    written = views.written
    with written_aside(out) as aside:
        reviews = _write_ledger(views, aside, out)
        require_same_reviews(out, written.told)
        keep = () if written.readable and reviews != written.reviews else (REVIEWS,)
        put_in_place(aside, out, keep, TABLE_FILES)
    return ()


def _compare(views: Views, out: Path) -> tuple[str, ...]:
    if not out.is_dir():
        return (f"{out}: is missing",)
    with tempfile.TemporaryDirectory() as fresh:
        _write_ledger(views, Path(fresh), out)
        return tuple(find_differences(Path(fresh), out))


def _write_ledger(views: Views, folder: Path, out: Path) -> tuple[Review, ...]:
    """Writes all files but for what stands in OUT alone; gives the reviews as they are settled on the new ledger."""
    ledger = views.ledger
    write_tables(ledger, folder, form=views.tables)
    since = since_last(out, folder, {review.id for review in views.written.reviews})
    reviews = settle_on(views.written.reviews, lookup_of(ledger), since.moved)
    write_reviews(reviews, folder)
    write_changes(since.changes, folder)
    # no way to the articles' own files: it would depend on where OUT stands, and two builds would differ
    (folder / WORKBOOK).write_bytes(render_workbook(ledger, reviews, changes=since.changes))
    write_page(ledger, folder / PAGE)
    return reviews
