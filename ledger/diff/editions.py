"""One of the two ledgers of a diff, its rows as they stand in the tables: most rows are alike and need no parsing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ledger.diff.revision import revision_folder
from ledger.errors import LedgerError
from ledger.store.cells import parse_list
from ledger.store.collector import unwatched
from ledger.store.columns import TABLES
from ledger.store.csvfile import REBUILD
from ledger.store.lines import Cut, read_shared
from ledger.store.tables import read_manifest

Row = Sequence[str]
READ = ("articles", "claims", "facts", "flags", "coverage")
"""The tables that a diff reads; rates and links follow from them."""
_FACT_CLAIMS, _FLAG_CLAIMS = TABLES["facts"].index("claim_ids"), TABLES["flags"].index("claim_ids")


@dataclass(frozen=True, slots=True)
class Edition:
    """A ledger as rows by id, under the name that a reader sees."""

    name: str
    rules: str
    articles: Mapping[str, Row]
    claims: Mapping[str, Row]
    facts: Mapping[str, Row]
    flags: Mapping[str, Row]
    coverage: Sequence[Row]
    lines: Mapping[str, Cut] = field(default_factory=dict, repr=False)
    """The lines of each table, for another edition that has the same."""

    def claims_of(self) -> dict[str, list[Row]]:
        """article -> its claims in text order."""
        found: defaultdict[str, list[Row]] = defaultdict(list)
        for row in self.claims.values():
            found[row[2]].append(row)
        for rows in found.values():
            rows.sort(key=lambda row: (int(row[4]), int(row[5]), row[0]))
        return dict(found)


def read_edition(place: str, known: Edition | None = None) -> Edition:
    """The ledger at a folder, or at `git:REV:path` in the repository of the current directory; rows that `known` has are its very rows.

    Raises LedgerError where none is there, half of one, another schema's, or one that a merge broke; its paths are those of `place`.
    """
    if not place.startswith("git:"):
        return make_edition(place, Path(place), known)
    with revision_folder(place) as folder:
        try:
            return make_edition(place, folder, known)
        except LedgerError as error:
            raise LedgerError(error.where.replace(str(folder), place), error.found, error.todo) from None


def make_edition(name: str, folder: Path, known: Edition | None = None) -> Edition:
    """The ledger of a folder under a name."""
    with unwatched():
        manifest = read_manifest(folder)
        tables: dict[str, list[list[str]]] = {}
        lines: dict[str, Cut] = {}
        for table in READ:
            shared = known.lines.get(table, {}) if known else {}
            tables[table], lines[table] = read_shared(folder, table, manifest["counts"].get(table), shared)
        keyed = {table: _by_id(folder, table, tables[table]) for table in READ[:-1]}
        edition = Edition(name, manifest["rules"], coverage=tables["coverage"], **keyed, lines=lines)
        _require_whole(folder, edition)
    return edition


def _by_id(folder: Path, table: str, rows: Iterable[Row]) -> dict[str, Row]:
    found: dict[str, Row] = {}
    for row in rows:
        if row[0] in found:
            raise LedgerError(str(folder / f"{table}.csv"), f"{row[0]} stands there twice, as after a merge", REBUILD)
        found[row[0]] = row
    return found


def _require_whole(folder: Path, edition: Edition) -> None:
    for table, rows, column in (("facts", edition.facts, _FACT_CLAIMS), ("flags", edition.flags, _FLAG_CLAIMS)):
        for row in rows.values():
            unknown = [claim_id for claim_id in parse_list(row[column]) if claim_id not in edition.claims]
            if unknown:
                found = f"{row[0]} names {unknown[0]}, which claims.csv does not hold"
                raise LedgerError(str(folder / f"{table}.csv"), found, REBUILD)
    for row in edition.claims.values():
        if row[2] not in edition.articles:
            raise LedgerError(str(folder / "claims.csv"), f"{row[0]} is of {row[2]}, which articles.csv does not hold", REBUILD)
        if not (row[4].isdigit() and row[5].isdigit()):
            raise LedgerError(str(folder / "claims.csv"), f"{row[0]} has no place (start {row[4]!r}, end {row[5]!r})", REBUILD)
