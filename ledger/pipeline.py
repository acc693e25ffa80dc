"""build: articles -> a ledger folder. Reads, extracts, links, checks, writes aside, then puts the whole in place."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ledger.collection import uncollected
from ledger.diff.carried import carry_ids
from ledger.engine.cache import ExtractionCache, program_digest
from ledger.engine.extraction import extract_all
from ledger.engine.folder import REVIEWS, find_differences, put_in_place, written_aside
from ledger.engine.inputs import no_articles
from ledger.engine.packed import Packed
from ledger.engine.pool import Engine, LocalPool, Progress, Serial, silent
from ledger.engine.roundtrip import WORKBOOK, keep_edited, require_same_reviews, reviews_bytes
from ledger.engine.since import since_last
from ledger.engine.work import make_rules
from ledger.errors import LedgerError, Notice
from ledger.lookup import lookup_of
from ledger.model import Article, Ledger
from ledger.pack import RulePack, load_pack
from ledger.pack.cache import cache_folder
from ledger.reconcile import reconcile_packed
from ledger.reconcile.book import Book
from ledger.reconcile.whole import Means
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
    engine = choose_engine(jobs, scheduler)
    outcomes = extract_paths(paths, pack, engine, out=out, cache=cache, progress=progress)
    notices = [one for one in outcomes if isinstance(one, Notice)]
    articles = [one for one in outcomes if isinstance(one, Packed)]
    outcomes.clear()
    if not articles:
        raise no_articles(paths, notices)
    earlier, lost = read_earlier_ids(out)

    def carried(found: Sequence[Article], book: Book) -> Mapping[str, tuple[str, ...]]:
        return carry_ids(earlier, out, found, lambda article: book.claims(article).values())

    kept_events = _open_cache(pack.digest, program_digest()) if cache else None
    try:
        ledger = reconcile_packed(_used_up(articles), pack, carried, Means(engine, kept_events, progress, str(out.resolve())))
    finally:
        if kept_events is not None:
            kept_events.close()
    notices += _crowd_notices(ledger.crowded)
    progress("write", 0, 1)
    written, unread = _read_written(out)
    view = Views(ledger, written, tables)
    kept = [] if check else keep_edited(out)
    with uncollected():
        differences = _compare(view, out) if check else _write(view, out)
    progress("write", 1, 1)
    return BuildReport(ledger, tuple(sorted([*notices, *lost, *unread, *kept], key=str)), differences)


def extract_paths(
    paths: Sequence[Path | str], pack: RulePack, engine: Engine | None, *, out: Path, cache: bool, progress: Progress
) -> list[Packed | Notice]:
    """What is read and extracted of all articles at `paths`, but for what lies in `out`; nothing of it depends on engine or cache."""
    progress("read", 0, 0)
    files = find_files(paths, out)
    progress("read", len(files), len(files))
    rules = make_rules(pack)
    kept = _open_cache(rules.digest) if cache else None
    try:
        return extract_all(find_sources(files, paths), len(files), rules, engine, kept, progress)
    finally:
        if kept is not None:
            kept.close()


def _used_up(articles: list[Packed]) -> Iterator[Packed]:
    """The articles, which the list lets go."""
    while articles:
        yield articles.pop()


def _open_cache(rules_digest: str, program: str = "") -> ExtractionCache | None:
    """The cache of earlier builds; None where the user has none."""
    folder = cache_folder()
    return ExtractionCache(folder, rules_digest, program) if folder is not None else None


def choose_engine(jobs: int | None, scheduler: str) -> Engine | None:
    """The engine that was asked for; None leaves it to the amount of text."""
    if scheduler:
        from ledger.engine.cluster import Cluster  # Dask, which few have

        return Cluster(scheduler)
    if jobs is None:
        return None
    return LocalPool(jobs) if jobs > 1 else Serial()


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
