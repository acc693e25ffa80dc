"""A diff for programs: schema 1, documented in docs/diff.md."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from ledger.diff.changes import CellChange, ClaimChange, FactChange, FlagChange, LedgerDiff, VerdictChange
from ledger.model import Claim, Fact, Flag
from ledger.store import claim_json
from ledger.store.columns import TABLES
from ledger.store.rows import fact_row, flag_row

SCHEMA = 1
"""Raised when a key goes or changes its meaning; new keys do not raise it."""


def render_json(diff: LedgerDiff) -> str:
    """The whole diff as one JSON object: UTF-8, keys in a fixed order, one change a line."""
    head = {
        "schema": SCHEMA,
        "differs": diff.differs,
        "old": {"name": diff.old_name, "rules": diff.old_rules},
        "new": {"name": diff.new_name, "rules": diff.new_rules},
        "parts": list(diff.parts),
        "totals": {table: list(counts) for table, counts in diff.totals.items()},
        "summary": _summary(diff),
    }
    lines = [f'  "{key}": {_dump(value)}' for key, value in head.items()]
    lines += [f'  "{part}": {_list(rows)}' for part, rows in _parts(diff).items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _list(rows: Sequence[object]) -> str:
    return "[\n" + ",\n".join(f"    {_dump(row)}" for row in rows) + "\n  ]" if rows else "[]"


def _summary(diff: LedgerDiff) -> dict[str, object]:
    return {
        "rules_changed": diff.rules_changed,
        "silent_corrections": len(diff.corrections),
        "renumbered_facts": diff.renumbered,
        "articles": _counts(one.change for one in diff.articles),
        "claims": _counts(one.change for one in diff.claims),
        "facts": _counts(one.change for one in diff.facts),
        "verdicts": len(diff.verdicts),
        "new_conflicts": sum(one.new.verdict == "conflict" for one in diff.verdicts)
        + sum(one.change == "added" and one.new[0].verdict == "conflict" for one in diff.facts),
        "flags": _counts(one.change for one in diff.flags),
        "new_flags": _counts(one.new.severity for one in diff.flags if one.new is not None and one.change == "added"),
        "coverage": _counts(change for one in diff.coverage for change in [one.change] * one.count),
    }


def _counts(words: Any) -> dict[str, int]:
    return dict(sorted(Counter(words).items()))


def _parts(diff: LedgerDiff) -> dict[str, list[dict[str, object]]]:
    return {
        "articles": [
            {"change": one.change, "old": one.old or None, "new": one.new or None, "edited": one.edited, "cells": _cells(one.cells)}
            for one in diff.articles
        ],
        "claims": [_claim_change(one) for one in diff.claims],
        "facts": [_fact_change(one) for one in diff.facts],
        "verdicts": [_verdict_change(one) for one in diff.verdicts],
        "flags": [_flag_change(one) for one in diff.flags],
        "coverage": [
            {"change": one.change, "article": one.article, "surface": one.surface, "reason": one.reason, "count": one.count}
            for one in diff.coverage
        ],
    }


def _cells(cells: Sequence[CellChange]) -> dict[str, list[str | None]]:
    return {cell.column: [cell.old or None, cell.new or None] for cell in cells}


def _claim_change(one: ClaimChange) -> dict[str, object]:
    return {
        "change": one.change,
        "sorts": list(one.sorts),
        "cause": one.cause,
        "silent": one.silent,
        "reason": one.reason or None,
        "cells": _cells(one.cells),
        "old": _claim(one.old, one.old_fact),
        "new": _claim(one.new, one.new_fact),
    }


def _claim(claim: Claim | None, fact_id: str) -> dict[str, object] | None:
    return None if claim is None else {**claim_json(claim), "fact_id": fact_id or None}


def _fact_change(one: FactChange) -> dict[str, object]:
    sides = {"old": [_fact(fact) for fact in one.old], "new": [_fact(fact) for fact in one.new]}
    return {"change": one.change, "cause": one.cause, "cells": _cells(one.cells), **sides}


def _fact(fact: Fact) -> dict[str, object]:
    cells: dict[str, object] = {column: cell or None for column, cell in zip(TABLES["facts"], fact_row(fact), strict=True)}
    lists: dict[str, object] = {"claim_ids": list(fact.claim_ids), "flag_ids": list(fact.flag_ids)}
    return cells | {"mentions": fact.mentions, "articles": fact.articles, "independent_sources": fact.independent_sources} | lists


def _verdict_change(one: VerdictChange) -> dict[str, object]:
    return {"from": one.old.verdict, "to": one.new.verdict, "cause": one.cause, "old": _fact(one.old), "new": _fact(one.new)}


def _flag_change(one: FlagChange) -> dict[str, object]:
    return {"change": one.change, "cause": one.cause, "old": _flag(one.old), "new": _flag(one.new)}


def _flag(flag: Flag | None) -> dict[str, object] | None:
    if flag is None:
        return None
    cells: dict[str, object] = {column: cell or None for column, cell in zip(TABLES["flags"], flag_row(flag), strict=True)}
    return cells | {"claim_ids": list(flag.claim_ids)}
