"""The frozen shapes of a rule pack, and their plain form in the cache."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

Proof = tuple[str, tuple[tuple[int, int], ...], Mapping[str, str], bool, str]
"""An example in plain form: text, spans, expectations, known miss, publication date or ""."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that proves a rule: `spans` are the places that braces marked, `expect` what their claims must say."""

    text: str
    spans: tuple[tuple[int, int], ...]
    expect: Mapping[str, str]
    """claims.csv column -> value; `not_<column>` -> a value it must not have; `reason` -> reason in coverage.csv."""
    known_miss: bool = False
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `kind` is the stem of its file, `fields` every key but id, replaces, example and counterexample."""

    id: str
    kind: str
    file: str
    fields: Mapping[str, Any]
    own: bool = False
    """True for a rule of a user's overlay: its patterns have to run under a timeout."""
    proofs: tuple[Sequence[Proof], Sequence[Proof]] = field(default=((), ()), repr=False)
    """Examples and counterexamples in plain form; built into objects only for those who ask."""

    @property
    def list_name(self) -> str:
        """The list that the rule's words belong to: its `form`, else its own id; so a pack adds to a list of another's."""
        return str(self.fields.get("form", self.id))

    @property
    def examples(self) -> tuple[Example, ...]:
        """The texts on which the rule must give the marked claims."""
        return tuple(make_example(proof) for proof in self.proofs[0])

    @property
    def counterexamples(self) -> tuple[Example, ...]:
        """The texts on which it must not be fooled."""
        return tuple(make_example(proof) for proof in self.proofs[1])


@dataclass(frozen=True, slots=True)
class RulePack:
    """Every rule by kind, in the order of the files, and the tables beside them."""

    name: str
    version: str
    rules: Mapping[str, tuple[Rule, ...]]
    checks: Mapping[str, Any]
    link: Mapping[str, Any]
    units_text: str
    digest: str
    """sha256 of all that can change a ledger: not of examples, comments, paths or the order of tables and files."""


def make_example(proof: Proof) -> Example:
    """The example of its plain form."""
    text, spans, expect, known_miss, published = proof
    return Example(
        text=text,
        spans=tuple((start, end) for start, end in spans),
        expect=expect,
        known_miss=known_miss,
        published=date.fromisoformat(published) if published else None,
    )


def freeze_pack(plain: Mapping[str, Any]) -> RulePack:
    """The pack of its plain form (what `plain_pack` gave)."""
    rules = {
        kind: tuple(Rule(entry[0], kind, entry[1], entry[2], entry[3], (entry[4], entry[5])) for entry in entries)
        for kind, entries in plain["rules"].items()
    }
    tables = (plain["checks"], plain["link"], plain["units"], plain["digest"])
    return RulePack(plain["name"], plain["version"], rules, *tables)
