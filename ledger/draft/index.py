"""The ledger as a check reads it: articles and facts whole, claims only where they may matter.

A ledger of 100,000 facts is a file of 75 MB. Its rows are cut at their line ends, and parsed only when an article or a thing of the
draft points to them; a table with line breaks inside its cells is read in the ordinary, slower way.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ledger.errors import LedgerError
from ledger.model import Claim
from ledger.store import read_rows
from ledger.store.cells import parse_list
from ledger.store.columns import MANIFEST, TABLES
from ledger.store.csvfile import REBUILD, read_table, read_text
from ledger.store.rows import parse_claim

_FACT = {column: at for at, column in enumerate(TABLES["facts"])}
_ARTICLE = {column: at for at, column in enumerate(TABLES["articles"])}


@dataclass(frozen=True, slots=True)
class FactRow:
    """What a check needs of a fact."""

    fact_id: str
    kind: str
    entity: str
    verdict: str
    value: str
    claim_ids: tuple[str, ...]


@dataclass(frozen=True)
class LedgerIndex:
    """A ledger folder, opened. Claims are parsed when they are first asked for."""

    folder: str
    names: Mapping[str, tuple[tuple[str, int], ...]]
    """article -> its names with their counts."""
    titles: Mapping[str, str]
    published: Mapping[str, str]
    reprints: Mapping[str, str]
    digests: Mapping[str, str]
    """article -> the sha256 of its file."""
    facts: Mapping[str, FactRow]
    fact_of: Mapping[str, str]
    """claim id -> fact id."""
    rows: Mapping[str, str | Sequence[str]]
    """claim id -> its row, parsed into cells or still a line."""
    article_claims: Mapping[str, tuple[str, ...]]
    """article -> its claim ids."""
    entities: Mapping[tuple[str, str], tuple[str, ...]]
    """(kind, entity) -> fact ids."""
    _parsed: dict[str, Claim] = field(default_factory=dict, repr=False)

    @property
    def size(self) -> int:
        """How many claims the ledger holds."""
        return len(self.rows)

    def claim(self, claim_id: str) -> Claim:
        """A claim by its id."""
        if claim_id not in self._parsed:
            row = self.rows[claim_id]
            cells = next(csv.reader((row,), strict=True)) if isinstance(row, str) else row
            try:
                self._parsed[claim_id] = parse_claim(cells)
            except (ValueError, TypeError) as error:
                raise LedgerError(f"{self.folder}/claims.csv", f"row {claim_id} cannot be read: {error}", REBUILD) from None
        return self._parsed[claim_id]

    def claims_of(self, articles: Iterable[str]) -> list[Claim]:
        """The claims of some articles, by id."""
        return [self.claim(key) for key in sorted(key for article in articles for key in self.article_claims.get(article, ()))]


def open_ledger(folder: Path) -> LedgerIndex:
    """The index of a ledger folder; raises LedgerError for a folder that is no whole ledger."""
    _, tables = read_rows(folder, ("articles", "facts"))
    articles, facts = tables["articles"], {row[0]: _fact_row(row) for row in tables["facts"]}
    fact_of = {claim_id: fact.fact_id for fact in facts.values() for claim_id in fact.claim_ids}
    rows, article_claims = _read_claims(folder)
    entities: dict[tuple[str, str], list[str]] = {}
    for fact in facts.values():
        if fact.entity:
            entities.setdefault((fact.kind, fact.entity.lower()), []).append(fact.fact_id)
    return LedgerIndex(
        folder=str(folder),
        names={row[0]: _parse_names(row[_ARTICLE["names"]]) for row in articles},
        titles={row[0]: row[_ARTICLE["title"]] for row in articles},
        published={row[0]: row[_ARTICLE["published"]] for row in articles},
        reprints={row[0]: row[_ARTICLE["reprint_of"]] for row in articles if row[_ARTICLE["reprint_of"]]},
        digests={row[0]: row[_ARTICLE["sha256"]] for row in articles},
        facts=facts,
        fact_of=fact_of,
        rows=rows,
        article_claims={article: tuple(ids) for article, ids in article_claims.items()},
        entities={key: tuple(ids) for key, ids in entities.items()},
    )


def _fact_row(row: Sequence[str]) -> FactRow:
    return FactRow(
        row[0], row[_FACT["kind"]], row[_FACT["entity"]], row[_FACT["verdict"]], row[_FACT["value"]], parse_list(row[_FACT["claim_ids"]])
    )


def _parse_names(cell: str) -> tuple[tuple[str, int], ...]:
    return tuple((name, int(count)) for name, _, count in (word.rpartition(":") for word in parse_list(cell)))


def _read_claims(folder: Path) -> tuple[dict[str, str | Sequence[str]], dict[str, list[str]]]:
    """The rows of claims.csv by claim id, and the claim ids of each article."""
    path = folder / "claims.csv"
    counted = json.loads(read_text(folder / MANIFEST))["counts"].get("claims")
    text = read_text(path)
    header, _, body = text.partition("\n")
    lines = body.split("\n")
    if lines and not lines[-1]:
        lines.pop()
    rows: dict[str, str | Sequence[str]] = {}
    article_claims: dict[str, list[str]] = {}
    if header == ",".join(TABLES["claims"]) and len(lines) == counted:
        for claim_id, article, line in _cut(lines):
            rows[claim_id] = line
            article_claims.setdefault(article, []).append(claim_id)
    if len(rows) != counted:  # cells with line breaks, columns in another order, or a table that does not fit its manifest
        rows, article_claims = {}, {}
        for row in read_table(path, TABLES["claims"]):
            rows[row[0]] = row
            article_claims.setdefault(row[2], []).append(row[0])
    if len(rows) != counted:
        raise LedgerError(str(path), f"{len(rows)} rows, where manifest.json counts {counted}", REBUILD)
    return rows, article_claims


def _cut(lines: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """(claim id, article, line) of each line; an article whose name is quoted is parsed."""
    for line in lines:
        claim_id, _, rest = line.split(",", 2)
        quoted = rest.startswith('"')
        yield claim_id, next(csv.reader((rest,)))[0] if quoted else rest[: rest.find(",")], line
