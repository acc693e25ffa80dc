"""A ledger as a folder of tables, and back."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from itertools import chain, islice
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from ledger.errors import LedgerError
from ledger.model import Ledger
from ledger.store import rows as row_of
from ledger.store.columns import MANIFEST, REVIEWS, SCHEMA, TABLES
from ledger.store.csvfile import REBUILD, encoded_line, parse_rows, read_table, read_text, write_csv, write_text
from ledger.store.parquet import LARGE, SUFFIX, write_parquet
from ledger.store.reviews import write_reviews

T = TypeVar("T")
_CHUNK = 20_000
"""Rows that are written at once."""


def write_tables(ledger: Ledger, folder: Path, earlier: Path | None = None, form: str = "csv") -> None:
    """Write the tables and manifest.json of a ledger into a folder, which is made where it is missing.

    `form`: csv, parquet (the large tables as Parquet instead) or both. What people wrote passes through untouched: reviews.csv is
    kept where the folder has one, else copied from the `earlier` ledger folder, else begun with its header. The manifest is
    written last, so that half a ledger has none.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MANIFEST).unlink(missing_ok=True)
    counts = {}
    for table, rows in _each_table(ledger):
        lines = ledger.lookup.lines(table) if ledger.lookup is not None else None
        counts[table] = _write_table(folder, table, rows(), form) if lines is None else _write_lines(folder, table, lines, form)
    counts |= {"articles": len(ledger.articles), "coverage": len(ledger.uncounted)}
    _pass_reviews(folder, earlier)
    write_text(folder / MANIFEST, manifest_text(ledger, counts))


def _write_lines(folder: Path, table: str, lines: Iterable[bytes], form: str) -> int:
    """Writes a table of which the lines are there already; gives their number."""
    waiting, count = iter(lines), 0
    chunks: Iterator[list[bytes]] = iter(lambda: list(islice(waiting, _CHUNK)), [])
    names = table_files(table, form)
    parquet = next((name for name in names if name.endswith(SUFFIX)), "")
    with ExitStack() as stack:
        files = [stack.enter_context((folder / name).open("wb")) for name in names if name != parquet]
        for file in files:
            file.write(encoded_line(TABLES[table]))

        def written() -> Iterator[bytes]:
            nonlocal count
            for chunk in chunks:
                count += len(chunk)
                whole = b"".join(chunk)
                for file in files:
                    file.write(whole)
                yield whole

        if parquet:
            rows = (list(parse_rows(chunk.decode())) for chunk in written())
            first = next(rows, [])
            count = sum(map(len, write_parquet(folder / parquet, chain([first], rows))))
        else:
            for _ in written():
                pass
    return count


def table_files(table: str, form: str) -> tuple[str, ...]:
    """The files of a table in a form."""
    as_parquet = form != "csv" and table in LARGE
    return (*((f"{table}.csv",) if form == "both" or not as_parquet else ()), *((f"{table}{SUFFIX}",) if as_parquet else ()))


def _write_table(folder: Path, table: str, rows: Iterable[Sequence[str]], form: str) -> int:
    """Writes a table chunk by chunk, so that it is never in memory whole; gives the number of its rows."""
    chunks: Iterator[Sequence[Sequence[str]]] = _chunks(rows)
    for name in table_files(table, form):
        path = folder / name
        chunks = write_parquet(path, chunks) if path.suffix == SUFFIX else write_csv(path, TABLES[table], chunks)
    return sum(map(len, chunks))


def _chunks(rows: Iterable[Sequence[str]]) -> Iterator[list[Sequence[str]]]:
    """The rows in chunks; one without rows where there are none, so that a file comes to be."""
    waiting = iter(rows)
    chunk = list(islice(waiting, _CHUNK))
    yield chunk
    while chunk := list(islice(waiting, _CHUNK)):
        yield chunk


def _pass_reviews(folder: Path, earlier: Path | None) -> None:
    if (folder / REVIEWS).exists():
        return
    if earlier is not None and (earlier / REVIEWS).exists():
        (folder / REVIEWS).write_bytes((earlier / REVIEWS).read_bytes())
    else:
        write_reviews((), folder)


def ledger_rows(ledger: Ledger) -> dict[str, list[list[str]]]:
    """The rows of every table of a ledger, each sorted by id (articles.csv by name, coverage.csv by place)."""
    return {table: list(rows()) for table, rows in _each_table(ledger)}


def _each_table(ledger: Ledger) -> Iterator[tuple[str, Callable[[], Iterable[list[str]]]]]:
    """Each table with what makes its rows."""
    yield "articles", lambda: _article_rows(ledger)
    yield "claims", lambda: _claim_rows(ledger)
    yield "facts", lambda: map(row_of.fact_row, sorted(ledger.facts, key=lambda fact: fact.fact_id))
    yield "flags", lambda: map(row_of.flag_row, sorted(ledger.flags, key=lambda flag: flag.flag_id))
    yield "coverage", lambda: map(row_of.uncounted_row, sorted(ledger.uncounted, key=lambda one: (one.article, one.start, one.end)))
    yield "rates", lambda: map(row_of.rate_row, sorted(ledger.rates, key=lambda rate: (rate.article, rate.claim_id)))
    yield (
        "links",
        lambda: map(row_of.comparison_row, sorted(ledger.comparisons, key=lambda one: (one.left, one.right, one.weight, one.terms))),
    )


def _article_rows(ledger: Ledger) -> Iterator[list[str]]:
    counts = Counter(claim.article for claim in ledger.claims)
    for article in sorted(ledger.articles, key=lambda article: article.article):
        yield row_of.article_row(article, counts[article.article], ledger.reprints.get(article.article, ""))


def _claim_rows(ledger: Ledger) -> Iterator[list[str]]:
    fact_of = {claim_id: fact.fact_id for fact in ledger.facts for claim_id in fact.claim_ids}
    for claim in sorted(ledger.claims, key=lambda claim: claim.claim_id):
        yield row_of.claim_row(claim, fact_of.get(claim.claim_id, ""))


def manifest_text(ledger: Ledger, counts: Mapping[str, int]) -> str:
    """The text of manifest.json: schema, rules digest, each article's sha256, and the rows of each table."""
    inputs = {article.article: article.sha256 for article in sorted(ledger.articles, key=lambda article: article.article)}
    manifest = {"schema": SCHEMA, "rules": ledger.rules_digest, "inputs": inputs, "counts": dict(counts)}
    return json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"


def read_ledger(folder: Path) -> Ledger:
    """The ledger of a folder: all that `write_tables` wrote, without the articles' texts and shingles, which it does not keep.

    Raises LedgerError for a folder that is no ledger, was written by another version or by half, or was merged badly.
    """
    manifest = read_manifest(folder)
    tables = {table: _read_counted(folder, table, manifest["counts"]) for table in TABLES}
    articles = _parse_rows(folder, "articles", tables, row_of.parse_article)
    ledger = Ledger(
        articles=articles,
        claims=_parse_rows(folder, "claims", tables, row_of.parse_claim),
        facts=_parse_rows(folder, "facts", tables, row_of.parse_fact),
        flags=_parse_rows(folder, "flags", tables, row_of.parse_flag),
        uncounted=_parse_rows(folder, "coverage", tables, row_of.parse_uncounted),
        rates=_parse_rows(folder, "rates", tables, row_of.parse_rate),
        reprints=MappingProxyType({row[0]: row[8] for row in tables["articles"] if row[8]}),
        comparisons=_parse_rows(folder, "links", tables, row_of.parse_comparison),
        rules_digest=manifest["rules"],
    )
    _require_sound(folder, ledger)
    return ledger


def read_rows(folder: Path, tables: Iterable[str]) -> tuple[str, dict[str, list[list[str]]]]:
    """The rules digest of a ledger folder and the rows of some of its tables as text, in the order of `columns.TABLES`.

    Cells are not parsed, which is many times faster than `read_ledger`; raises LedgerError for a folder that is no whole ledger.
    """
    manifest = read_manifest(folder)
    return manifest["rules"], {table: _read_counted(folder, table, manifest["counts"]) for table in tables}


def read_manifest(folder: Path) -> dict[str, Any]:
    """What manifest.json says; raises LedgerError for a folder that is no whole ledger of this schema."""
    if not folder.is_dir():
        raise LedgerError(str(folder), "there is no such folder", "Give the folder that `factledger build` wrote")
    path = folder / MANIFEST
    if not path.exists():
        found = "no ledger is here, or only half of one (manifest.json is missing)"
        raise LedgerError(str(folder), found, "Give the folder that `factledger build` wrote, or run it again")
    manifest = _parse_manifest(path, read_text(path))
    schema = manifest.get("schema")
    if schema != SCHEMA:
        raise LedgerError(str(path), f"the ledger has schema {schema!r}, this program reads {SCHEMA}", REBUILD)
    if not isinstance(manifest.get("counts"), dict) or not isinstance(manifest.get("rules"), str):
        raise LedgerError(str(path), "counts or rules are missing", REBUILD)
    return manifest


def _parse_manifest(path: Path, text: str) -> dict[str, Any]:
    try:
        manifest = json.loads(text)
    except json.JSONDecodeError as error:
        found = "a merge left its marks" if "\n<<<<<<<" in f"\n{text}" else f"the file is no JSON ({error.msg})"
        raise LedgerError(f"{path}:{error.lineno}", found, REBUILD) from None
    return manifest if isinstance(manifest, dict) else {}


def _read_counted(folder: Path, table: str, counts: Mapping[str, object]) -> list[list[str]]:
    rows = read_table(folder / f"{table}.csv", TABLES[table])
    if counts.get(table) != len(rows):
        found = f"{len(rows)} rows, where manifest.json counts {counts.get(table)}: the ledger was cut short or changed by hand"
        raise LedgerError(str(folder / f"{table}.csv"), found, REBUILD)
    return rows


def _parse_rows(
    folder: Path, table: str, tables: Mapping[str, Sequence[Sequence[str]]], parse: Callable[[Sequence[str]], T]
) -> tuple[T, ...]:
    parsed = []
    for number, row in enumerate(tables[table], start=1):
        try:
            parsed.append(parse(row))
        except (ValueError, TypeError) as error:
            raise LedgerError(str(folder / f"{table}.csv"), f"row {number} ({row[0]}) cannot be read: {error}", REBUILD) from None
    return tuple(parsed)


def _require_sound(folder: Path, ledger: Ledger) -> None:
    claims = _require_unique(folder / "claims.csv", (claim.claim_id for claim in ledger.claims))
    _require_unique(folder / "facts.csv", (fact.fact_id for fact in ledger.facts))
    _require_unique(folder / "flags.csv", (flag.flag_id for flag in ledger.flags))
    _require_unique(folder / "articles.csv", (article.article for article in ledger.articles))
    named = [("facts", fact.fact_id, claim_id) for fact in ledger.facts for claim_id in fact.claim_ids]
    named += [("flags", flag.flag_id, claim_id) for flag in ledger.flags for claim_id in flag.claim_ids]
    for table, owner, claim_id in named:
        if claim_id not in claims:
            raise LedgerError(str(folder / f"{table}.csv"), f"{owner} names {claim_id}, which claims.csv does not hold", REBUILD)


def _require_unique(path: Path, ids: Iterable[str]) -> set[str]:
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            raise LedgerError(str(path), f"{one} stands there twice, as after a merge", REBUILD)
        seen.add(one)
    return seen
