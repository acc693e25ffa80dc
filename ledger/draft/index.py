"""The ledger as a check reads it: its articles whole, facts and claims only where they may matter.

A ledger of 100,000 facts is a file of 80 MB. Its rows are cut at their line ends, and parsed only when an article or a thing of the
draft points to them (store/lines.py). Names of articles are looked for in the bytes of the rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from ledger.errors import LedgerError
from ledger.model import Claim, Fact
from ledger.store.columns import TABLES
from ledger.store.csvfile import REBUILD
from ledger.store.lines import Rows, quote_cell, read_lines, split_line
from ledger.store.rows import parse_claim, parse_fact
from ledger.store.tables import read_manifest

_ARTICLE = {column: at for at, column in enumerate(TABLES["articles"])}
_ARTICLE_CELL = TABLES["claims"].index("article")
_KIND, _ENTITY = TABLES["facts"].index("kind"), TABLES["facts"].index("entity")
T = TypeVar("T")


@dataclass(frozen=True)
class LedgerIndex:
    """A ledger folder, opened. Rows are parsed when they are first asked for; look-ups over all of them are made when first needed."""

    folder: str
    articles: Mapping[str, bytes]
    """article -> its row of articles.csv, as the line of the file."""
    facts: Rows
    claims: Rows
    _claims: dict[str, Claim] = field(default_factory=dict, repr=False)
    _facts: dict[str, Fact] = field(default_factory=dict, repr=False)
    _fact_ids: dict[str, str] = field(default_factory=dict, repr=False)

    @property
    def size(self) -> int:
        """How many claims the ledger holds."""
        return len(self.claims)

    def original(self, article: str) -> str:
        """The article that an article reprints; of one that reprints none itself."""
        return self._row(article)[_ARTICLE["reprint_of"]] or article if article in self.articles else article

    def names(self, article: str) -> dict[str, int]:
        """The names of an article and how often it says them."""
        cells = self._row(article)[_ARTICLE["names"]].split(";")
        return {name: int(count) for name, colon, count in (cell.rpartition(":") for cell in cells) if colon and count.isdigit()}

    def articles_naming(self, names: Iterable[str], most_told: int) -> dict[str, list[str]]:
        """article -> those of the names that it says, at most so often; articles that say none are left out."""
        cells = {f"{name}:{count}".encode(): name for name in names for count in range(1, most_told)}
        found: dict[str, list[str]] = {}
        for article, told in self._name_cells:
            common = [cells[cell] for cell in told if cell in cells]
            if common:
                found[article] = common
        return found

    def count_names(self, every: int) -> Counter[str]:
        """How many of every so many-th article say a name."""
        return Counter(cell.rpartition(b":")[0].decode() for _, told in self._name_cells[::every] for cell in told)

    def knows_name(self, name: str) -> bool:
        """True where an article says the name."""
        start = f"{name}:".encode()
        return any(b";" + start in line or b"," + start in line for line in self.articles.values())

    @cached_property
    def _name_cells(self) -> list[tuple[str, list[bytes]]]:
        """Every article with the cells "name:count" of its names, in the order of the articles."""
        return [(article, _last_cell(self.articles[article]).split(b";")) for article in sorted(self.articles)]

    def articles_of_digest(self, digest: str) -> frozenset[str]:
        """The articles that were read from a file of this sha256."""
        cell = f",{digest},".encode()
        return frozenset(article for article, line in self.articles.items() if cell in line)

    def _row(self, article: str) -> Sequence[str]:
        return self._parse("articles", self.articles[article], _require_article)

    def claim(self, claim_id: str) -> Claim:
        """A claim by its id; raises LedgerError where the ledger has none."""
        if claim_id not in self._claims:
            line = self.claims.find(claim_id)
            if line is None:
                raise LedgerError(f"{self.folder}/claims.csv", f"{claim_id} is named elsewhere and is not here", REBUILD)
            self._keep(line)
        return self._claims[claim_id]

    def has_claim(self, claim_id: str) -> bool:
        """True where the ledger has the claim."""
        return claim_id in self._claims or self.claims.find(claim_id) is not None

    def fact(self, fact_id: str) -> Fact | None:
        """A fact by its id, or None."""
        if fact_id not in self._facts:
            line = self.facts.find(fact_id)
            if line is None:
                return None
            self._facts[fact_id] = self._parse("facts", line, parse_fact)
        return self._facts[fact_id]

    def fact_of(self, claim_id: str) -> str:
        """The id of the fact of a claim that was asked for; of a claim without one its own."""
        return self._fact_ids.get(claim_id) or claim_id

    def every_claim(self) -> list[Claim]:
        """All claims, by id."""
        return sorted(map(self._keep, self.claims.lines), key=_id_of)

    def claims_of(self, articles: Iterable[str]) -> list[Claim]:
        """The claims of some articles, by id."""
        starts = frozenset(map(quote_cell, articles))
        quoted = tuple(start + b"," for start in starts if start.startswith(b'"'))
        found = self._claim_lines(starts)
        if quoted:
            found += [line for line in self.claims.lines if line.split(b",", _ARTICLE_CELL)[-1].startswith(quoted)]
        return sorted(map(self._keep, found), key=_id_of)

    def _claim_lines(self, starts: Collection[bytes]) -> list[bytes]:
        try:
            return [line for line in self.claims.lines if line.split(b",", _ARTICLE_CELL + 1)[_ARTICLE_CELL] in starts]
        except IndexError:
            raise LedgerError(f"{self.folder}/claims.csv", "a row is cut short", REBUILD) from None

    def facts_of(self, things: Iterable[tuple[str, str]], most: int) -> list[Fact]:
        """The facts of some things, each a kind and an entity; a thing that more than `most` facts count gives none."""
        wanted: dict[tuple[bytes, bytes], list[str]] = {(kind.encode(), entity.lower().encode()): [] for kind, entity in things if entity}
        entities = {entity for _, entity in wanted}
        for line in self.facts.lines:
            cells = line.split(b",", _ENTITY + 1)
            entity = cells[_ENTITY] if len(cells) > _ENTITY else b""
            entity = entity.lower() if entity.isascii() else entity.decode(errors="replace").lower().encode()
            if entity in entities and (cells[_KIND], entity) in wanted:
                wanted[cells[_KIND], entity].append(cells[0].decode())
        chosen = sorted({fact_id for ids in wanted.values() if len(ids) <= most for fact_id in ids})
        return [fact for fact in map(self.fact, chosen) if fact is not None]

    def _keep(self, line: bytes) -> Claim:
        claim_id = line[: line.find(b",")].decode(errors="replace")
        if claim_id not in self._claims:
            claim, fact_id = self._parse("claims", line, lambda cells: (parse_claim(cells), cells[1]))
            self._claims[claim_id], self._fact_ids[claim_id] = claim, fact_id
        return self._claims[claim_id]

    def _parse(self, table: str, line: bytes, parse: Callable[[Sequence[str]], T]) -> T:
        try:
            return parse(split_line(line))
        except (ValueError, TypeError) as error:
            name = line.partition(b",")[0].decode(errors="replace")
            raise LedgerError(f"{self.folder}/{table}.csv", f"row {name} cannot be read: {error}", REBUILD) from None


def _id_of(claim: Claim) -> str:
    return claim.claim_id


def _require_article(cells: Sequence[str]) -> Sequence[str]:
    if len(cells) != len(_ARTICLE):
        raise ValueError(f"{len(cells)} fields where the header has {len(_ARTICLE)}")
    return cells


def _last_cell(line: bytes) -> bytes:
    """The last cell of a row, its names; a quoted one without its marks."""
    return split_line(line)[-1].encode() if line.endswith(b'"') else line[line.rfind(b",") + 1 :]


def _first_cell(line: bytes) -> str:
    return split_line(line)[0] if line.startswith(b'"') else line[: line.find(b",")].decode()


def open_ledger(folder: Path) -> LedgerIndex:
    """The index of a ledger folder; raises LedgerError for a folder that is no whole ledger."""
    counts = read_manifest(folder)["counts"]
    articles, facts, claims = (read_lines(folder, table, counts.get(table)) for table in ("articles", "facts", "claims"))
    return LedgerIndex(str(folder), {_first_cell(line): line for line in articles.lines}, facts, claims)
