"""The words that tell what amounts, shares and sizes measure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ledger.pack import RulePack


@dataclass(frozen=True, slots=True)
class MeasuredLexicon:
    """The words of the `attributes`, `people` and related `roles` rules."""

    near: dict[str, str]
    """Word near a size -> its attribute."""
    behind: frozenset[str]
    """Those of them that tell it only from behind the size."""
    default: dict[str, str]
    """Unit -> the attribute of such a figure by itself."""
    paid: dict[str, str]
    given: dict[str, str]
    """Verb of paying with the one who pays or gets behind it -> what the sum is: fined, cost."""
    served: frozenset[str]
    """Words behind a stretch of time that make a sentence of it: prison."""
    people: frozenset[str]
    people_behind: frozenset[str]
    """Words behind a bare number of people: aboard."""
    tolls: frozenset[str]
    changed: frozenset[str]
    """Nouns whose "in" or "of" phrase is what a share measures: increase, stake."""
    held: frozenset[str]
    """Those of them that are themselves what is measured: stake, share."""
    passed: frozenset[str]
    """Words between a figure and the thing it tells of that are no thing: months, directions."""


def make_measured_lexicon(pack: RulePack) -> MeasuredLexicon:
    """The words of the pack's `roles` rules."""
    tables: dict[str, dict[str, str]] = {"near": {}, "paid": {}, "given": {}}
    default: dict[str, str] = {}
    sets: dict[str, set[str]] = {name: set() for name in ("behind", "verbs_of_people", "tolls", "changed", "held", "passed")}
    for rule in pack.rules.get("roles", ()):
        fields: Any = rule.fields
        for name, table in tables.items():
            for attribute, words in fields.get(name, {}).items():
                table.update(dict.fromkeys(words, attribute))
        default.update(fields.get("default", {}))
        for name, members in sets.items():
            members.update(fields.get(name, ()))
    follow: dict[str, set[str]] = {}
    for rule in pack.rules.get("roles", ()):
        follow.setdefault(rule.list_name, set()).update(rule.fields.get("follow", ()))
    return MeasuredLexicon(
        near=tables["near"],
        behind=frozenset(sets["behind"]),
        default=default,
        paid=tables["paid"],
        given=tables["given"],
        served=frozenset(follow.get("prison-terms", ())),
        people=frozenset(sets["verbs_of_people"]),
        people_behind=frozenset(follow.get("people", ())),
        tolls=frozenset(sets["tolls"]),
        changed=frozenset(sets["changed"]),
        held=frozenset(sets["held"]),
        passed=frozenset(sets["passed"]),
    )
