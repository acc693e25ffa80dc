"""The ledger as a check reads it: its articles whole, facts and claims only where they may matter.

A ledger of 100,000 facts is a file of 80 MB. Its rows are cut at their line ends, and parsed only when an article or a thing of the
draft points to them; a table with line breaks inside its cells, or with other columns, is read in the ordinary, slower way.
"""

from __future__ import annotations

import csv
import json
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from ledger.errors import LedgerError
from ledger.model import Claim, Fact
from ledger.store import read_rows
from ledger.store.columns import MANIFEST, TABLES
from ledger.store.csvfile import REBUILD, read_table, read_text
from ledger.store.rows import parse_claim, parse_fact

_ARTICLE = {column: at for at, column in enumerate(TABLES["articles"])}
T = TypeVar("T")
QUOTE = '"'
_SPECIAL = frozenset('",\r\n')
_ID = 14
"""Letters of an id: a letter, a dash, 12 hex."""


class Rows:
    """The rows of a table in the order of their ids: lines of the file, found by bisection, or cells where lines are not rows."""

    def __init__(self, lines: Sequence[str], cells: Mapping[str, Sequence[str]] | None = None) -> None:
        self._lines = lines
        self._cells = cells

    def __len__(self) -> int:
        return len(self._lines) if self._cells is None else len(self._cells)

    def find(self, key: str) -> Sequence[str] | None:
        """The cells of a row, or None."""
        if self._cells is not None:
            return self._cells.get(key)
        at = bisect_left(self._lines, key)
        line = self._lines[at] if at < len(self._lines) else ""
        return split_line(line) if line.startswith(f"{key},") else None

    def lines(self) -> Iterator[str]:
        """Every row as a line of csv."""
        if self._cells is None:
            return iter(self._lines)
        return (
            ",".join(f'"{cell.replace(QUOTE, QUOTE * 2)}"' if _SPECIAL & set(cell) else cell for cell in row)
            for row in self._cells.values()
        )


def split_line(line: str) -> list[str]:
    """The cells of one line of csv."""
    return next(csv.reader((line,), strict=True))


@dataclass(frozen=True)
class LedgerIndex:
    """A ledger folder, opened. Rows are parsed when they are first asked for; look-ups over all of them are made when first needed."""

    folder: str
    articles: Mapping[str, Sequence[str]]
    """article -> its row of articles.csv."""
    facts: Rows
    claims: Rows
    _claims: dict[str, Claim] = field(default_factory=dict, repr=False)
    _facts: dict[str, Fact] = field(default_factory=dict, repr=False)
    _fact_ids: dict[str, str] = field(default_factory=dict, repr=False)

    @property
    def size(self) -> int:
        """How many claims the ledger holds."""
        return len(self.claims)

    @cached_property
    def reprints(self) -> Mapping[str, str]:
        """copy -> original."""
        at = _ARTICLE["reprint_of"]
        return {article: row[at] for article, row in self.articles.items() if row[at]}

    def names(self, article: str) -> str:
        """The names of an article as the table gives them: "hanoi:3;party:2"."""
        return self.articles[article][_ARTICLE["names"]]

    def articles_of_digest(self, digest: str) -> frozenset[str]:
        """The articles that were read from a file of this sha256."""
        at = _ARTICLE["sha256"]
        return frozenset(article for article, row in self.articles.items() if row[at] == digest)

    def claim(self, claim_id: str) -> Claim:
        """A claim by its id; raises LedgerError where the ledger has none."""
        if claim_id not in self._claims:
            self._keep(self._require("claims", claim_id, self.claims.find(claim_id)))
        return self._claims[claim_id]

    def has_claim(self, claim_id: str) -> bool:
        """True where the ledger has the claim."""
        return claim_id in self._claims or self.claims.find(claim_id) is not None

    def fact(self, fact_id: str) -> Fact | None:
        """A fact by its id, or None."""
        if fact_id not in self._facts:
            cells = self.facts.find(fact_id)
            if cells is None:
                return None
            self._facts[fact_id] = self._parse("facts", cells, parse_fact)
        return self._facts[fact_id]

    def fact_of(self, claim_id: str) -> str:
        """The id of the fact of a claim that was asked for; of a claim without one its own."""
        return self._fact_ids.get(claim_id) or claim_id

    def every_claim(self) -> list[Claim]:
        """All claims, by id."""
        return [self._keep(split_line(line)) for line in self.claims.lines()]

    def claims_of(self, articles: Iterable[str]) -> list[Claim]:
        """The claims of some articles, by id."""
        starts = frozenset(f'"{one.replace(QUOTE, QUOTE * 2)}"' if _SPECIAL & set(one) else one for one in articles)
        plain = tuple(f"{start}," for start in starts)
        at, lines = 2 * _ID + 2, self.claims.lines()
        if any(start.startswith(QUOTE) for start in starts):
            return [self._keep(split_line(line)) for line in lines if line.startswith(plain, at)]
        return [self._keep(split_line(line)) for line in lines if line[at : line.find(",", at)] in starts]

    def facts_of(self, things: Iterable[tuple[str, str]], most: int) -> list[Fact]:
        """The facts of some things, each a kind and an entity; a thing that more than `most` facts count gives none."""
        wanted: dict[tuple[str, str], list[str]] = {thing: [] for thing in things if thing[1]}
        for line in self.facts.lines():
            cells = line.split(",", 4)
            thing = (cells[1], cells[3].lower())
            if thing in wanted:
                wanted[thing].append(cells[0])
        chosen = sorted({fact_id for ids in wanted.values() if len(ids) <= most for fact_id in ids})
        return [fact for fact in map(self.fact, chosen) if fact is not None]

    def _keep(self, cells: Sequence[str]) -> Claim:
        claim_id = cells[0]
        if claim_id not in self._claims:
            self._claims[claim_id] = self._parse("claims", cells, parse_claim)
            self._fact_ids[claim_id] = cells[1]
        return self._claims[claim_id]

    def _require(self, table: str, key: str, cells: Sequence[str] | None) -> Sequence[str]:
        if cells is None:
            raise LedgerError(f"{self.folder}/{table}.csv", f"{key} is named elsewhere and is not here", REBUILD)
        return cells

    def _parse(self, table: str, cells: Sequence[str], parse: Callable[[Sequence[str]], T]) -> T:
        try:
            return parse(cells)
        except (ValueError, TypeError) as error:
            raise LedgerError(f"{self.folder}/{table}.csv", f"row {cells[0]} cannot be read: {error}", REBUILD) from None


def open_ledger(folder: Path) -> LedgerIndex:
    """The index of a ledger folder; raises LedgerError for a folder that is no whole ledger."""
    _, tables = read_rows(folder, ("articles",))
    counts = json.loads(read_text(folder / MANIFEST))["counts"]
    facts, claims = (_read_table(folder, table, counts.get(table)) for table in ("facts", "claims"))
    return LedgerIndex(str(folder), {row[0]: row for row in tables["articles"]}, facts, claims)


def _read_table(folder: Path, table: str, counted: int) -> Rows:
    """The rows of a table, as lines where every line is a row; raises LedgerError where they are not as many as the manifest counts."""
    path = folder / f"{table}.csv"
    lines = read_text(path).split("\n")
    if lines[-1] == "":
        lines.pop()
    header = lines.pop(0) if lines else ""
    if header == ",".join(TABLES[table]) and len(lines) == counted and lines == sorted(lines):  # no cell holds a line end
        return Rows(lines)
    cells = {row[0]: row for row in read_table(path, TABLES[table])}
    if len(cells) != counted:
        raise LedgerError(str(path), f"{len(cells)} rows, where manifest.json counts {counted}: cut short or changed by hand", REBUILD)
    return Rows((), cells)
