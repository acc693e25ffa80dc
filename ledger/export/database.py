"""A SQLite database of the ledger: a table a csv file, numbers as numbers, ids linked, ready for Datasette."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import astuple

from ledger.export.reading import ReviewedLedger
from ledger.store import ledger_rows
from ledger.store.columns import REVIEW_COLUMNS, SCHEMA, TABLES

_INTEGERS = {"start", "end", "characters", "claims", "mentions", "articles", "independent_sources", "sentence_start", "block", "story"}
_NUMBERS = {"value", "low", "high", "bounds_low", "bounds_high", "expected_low", "expected_high", "precision", "rate"}
_KEYS = {"articles": "article", "claims": "claim_id", "facts": "fact_id", "flags": "flag_id", "reviews": "id"}
_LEFT_OUT = {"articles": ("names",), "facts": ("claim_ids", "flag_ids"), "flags": ("claim_ids",)}
"""Columns that are lists: fact_id of claims and the table flag_claims say the same."""
_REFERENCES = {
    "article": "articles",
    "fact_id": "facts",
    "claim_id": "claims",
    "converted_id": "claims",
    "left": "claims",
    "right": "claims",
}
_REFERENCE_KEY = {"articles": "article", "facts": "fact_id", "claims": "claim_id"}
_VIEW = """CREATE VIEW reviewed_claims AS
SELECT claims.claim_id, claims.article, claims.surface, claims.value, claims.unit, claims.entity, facts.verdict, reviews.status,
       reviews.old_status, reviews.checked_value, reviews.source, reviews.checked_by, reviews.signed_off_by, claims.sentence
FROM claims LEFT JOIN facts USING (fact_id) JOIN reviews ON reviews.id = claims.claim_id ORDER BY claims.claim_id"""


def render_database(reviewed: ReviewedLedger) -> bytes:
    """The bytes of the database, the same for the same ledger and version of SQLite.

    A magnitude stands as a number, for sorting and charts, and beside it exactly, as text, under `<column>_text`. A cell that
    is empty in the csv is NULL.
    """
    tables = {name: (TABLES[name], rows) for name, rows in ledger_rows(reviewed.ledger).items()}
    tables["reviews"] = (REVIEW_COLUMNS, [list(astuple(review)) for review in reviewed.reviews])
    pairs = [[flag.flag_id, claim_id] for flag in reviewed.ledger.flags for claim_id in flag.claim_ids]
    tables["flag_claims"] = (("flag_id", "claim_id"), sorted(pairs))
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("PRAGMA page_size = 4096")
        database.execute("PRAGMA foreign_keys = OFF")  # rows come table by table; the links hold once all are there
        for name in sorted(tables):
            columns, rows = tables[name]
            _add_table(database, name, columns, rows)
        database.execute("CREATE INDEX flag_claims_by_claim ON flag_claims (claim_id)")
        database.execute(_VIEW)
        database.execute(f"PRAGMA user_version = {SCHEMA}")
        database.commit()
        return database.serialize()


def _add_table(database: sqlite3.Connection, name: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    kept = [(at, column) for at, column in enumerate(columns) if column not in _LEFT_OUT.get(name, ())]
    definitions = [definition for _, column in kept for definition in _definitions(name, column)]
    links = [_link(name, column) for _, column in kept]
    database.execute(f'CREATE TABLE "{name}" ({", ".join([*definitions, *filter(None, links)])})')
    places = ", ".join("?" * len(definitions))
    values = ([value for at, column in kept for value in _values(name, column, row[at])] for row in rows)
    database.executemany(f'INSERT INTO "{name}" VALUES ({places})', values)  # noqa: S608 (names of our own tables)
    for _, column in kept:
        if _link(name, column) and column != _KEYS.get(name):
            database.execute(f'CREATE INDEX "{name}_by_{column}" ON "{name}" ("{column}")')


def _definitions(table: str, column: str) -> list[str]:
    if _is_number(table, column):
        return [f'"{column}" REAL', f'"{column}_text" TEXT']
    kind = "INTEGER" if _is_integer(table, column) else "TEXT"
    return [f'"{column}" {kind} PRIMARY KEY' if _KEYS.get(table) == column else f'"{column}" {kind}']


def _values(table: str, column: str, cell: str) -> list[str | int | float | None]:
    if not cell:
        return [None, None] if _is_number(table, column) else [None]
    if _is_number(table, column):
        return [float(cell), cell]
    return [int(cell)] if _is_integer(table, column) else [cell]


def _is_number(table: str, column: str) -> bool:
    return column in _NUMBERS and table != "reviews"


def _is_integer(table: str, column: str) -> bool:
    return column in _INTEGERS and table != "reviews"


def _link(table: str, column: str) -> str:
    target = _REFERENCES.get(column)
    if table in ("reviews", "coverage") and column != "article" or target is None or target == table:
        return ""
    return "" if table == "reviews" else f'FOREIGN KEY ("{column}") REFERENCES "{target}" ("{_REFERENCE_KEY[target]}")'
