"""One rule file -> its rules in plain form, and every mistake in it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ledger.errors import PackMistake
from ledger.pack.examples import read_example
from ledger.pack.files import PackFile
from ledger.pack.forms import form_fault, is_required, unknown_key
from ledger.pack.places import excerpt, hint, key_excerpt, rule_lines, syntax_place
from ledger.pack.rules import Proof
from ledger.pack.schema import RULE_KEYS, RULE_KINDS, SCHEMAS


@dataclass(slots=True)
class ParsedRule:
    """A rule as written. `where` is its excerpt for messages that other files cause."""

    id: str
    file: str
    layer: int
    replaces: bool
    where: str
    fields: dict[str, Any]
    proofs: tuple[tuple[Proof, ...], tuple[Proof, ...]]


@dataclass(slots=True)
class _Reading:
    """One file being read: its lines, and the mistakes found so far."""

    file: PackFile
    lines: list[str]
    spans: list[tuple[int, int]] = field(default_factory=list)
    mistakes: list[PackMistake] = field(default_factory=list)

    def blame(self, number: int, rule: str, reason: str, key: str = "", table: str = "", nth: int = 0) -> None:
        """Notes a mistake of rule `number`, with the line of `key`."""
        span = self.spans[number] if number < len(self.spans) else None
        self.mistakes.append(PackMistake(self.file.shown, rule, reason, key_excerpt(self.lines, span, key, nth, table)))


def decode(file: PackFile) -> tuple[str, list[PackMistake]]:
    """The text of a file, or the mistake that it is not UTF-8, with its line."""
    try:
        return file.content.decode("utf-8-sig").replace("\r\n", "\n"), []
    except UnicodeDecodeError as error:
        before = file.content[: error.start].decode("utf-8", "replace")
        lines = file.content.decode("utf-8", "replace").split("\n")
        line, column = before.count("\n"), len(before) - before.rfind("\n") - 1
        reason = f"line {line + 1}, column {column + 1}: is not UTF-8 (byte 0x{file.content[error.start]:02x})"
        return "", [PackMistake(file.shown, "", reason, excerpt(lines, line, column))]


def parse_table(file: PackFile) -> tuple[dict[str, Any], list[str], list[PackMistake]]:
    """The TOML of a file, its lines, and why it could not be read."""
    text, mistakes = decode(file)
    lines = text.split("\n")
    if mistakes:
        return {}, lines, mistakes
    try:
        return tomllib.loads(text), lines, []
    except tomllib.TOMLDecodeError as error:
        reason, where = syntax_place(str(error), lines)
        return {}, lines, [PackMistake(file.shown, "", reason, where)]


def parse_rules(file: PackFile) -> tuple[list[ParsedRule], list[PackMistake]]:
    """The rules of a file in its order, and its mistakes; a rule with a mistake is still told to the merge."""
    if file.kind not in RULE_KINDS:
        reason = f"there is no kind of rule named {file.kind!r}{hint(file.kind, [*RULE_KINDS, 'checks', 'link', 'pack'])}"
        return [], [PackMistake(file.shown, "", reason)]
    table, lines, mistakes = parse_table(file)
    reading = _Reading(file, lines, mistakes=mistakes)
    tables = _rule_tables(reading, table)
    reading.spans = rule_lines(lines, len(tables))
    rules = [_parse_rule(reading, number, entry) for number, entry in enumerate(tables)]
    _blame_doubles(reading, rules)
    return [rule for rule in rules if rule.id], reading.mistakes


def _rule_tables(reading: _Reading, table: Mapping[str, Any]) -> list[dict[str, Any]]:
    for key in table:
        if key != "rule":
            reason = f"{key!r} stands outside a rule{hint(key, ['rule'])}: a rule file holds [[rule]] tables only"
            reading.mistakes.append(PackMistake(reading.file.shown, "", reason))
    found = table.get("rule", [])
    if isinstance(found, list) and all(isinstance(entry, dict) for entry in found):
        return found
    reading.mistakes.append(PackMistake(reading.file.shown, "", "'rule' is a list of tables: write [[rule]] above each"))
    return []


def _parse_rule(reading: _Reading, number: int, entry: Mapping[str, Any]) -> ParsedRule:
    name = entry.get("id")
    rule = name if isinstance(name, str) and name else ""
    if not rule:
        reading.blame(number, f"rule {number + 1}", "the rule has no 'id'", "id")
    shown = rule or f"rule {number + 1}"
    _blame_keys(reading, number, shown, entry)
    proofs = (_proofs(reading, number, shown, entry, counter=False), _proofs(reading, number, shown, entry, counter=True))
    span = reading.spans[number] if number < len(reading.spans) else None
    fields = {key: value for key, value in entry.items() if key not in ("id", "replaces", "example", "counterexample")}
    where = key_excerpt(reading.lines, span, "id")
    return ParsedRule(rule, reading.file.shown, reading.file.layer, entry.get("replaces") is True, where, fields, proofs)


def _blame_keys(reading: _Reading, number: int, rule: str, entry: Mapping[str, Any]) -> None:
    schema = SCHEMAS.get(reading.file.kind)
    for key, reason in _key_faults(schema, entry):
        reading.blame(number, rule, reason, key)


def _key_faults(schema: Mapping[str, str] | None, entry: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    common = {"replaces": "flag", "source": "text", **{key: "pattern" for key in ("pattern", "patterns") if schema is None}}
    forms = {**common, **(schema or {})}
    for key in sorted(set(forms) - set(entry)):
        if is_required(forms[key], entry):
            yield key, f"the rule has no {key!r}"
    for key, value in entry.items():
        if key in forms:
            fault = form_fault(key, forms[key], value)
            if fault:
                yield key, fault
        elif schema is not None and key not in RULE_KEYS:
            yield key, unknown_key(key, [*schema, *RULE_KEYS])
        elif schema is None and key not in RULE_KEYS:
            fault = form_fault(key, "any", value)
            if fault:
                yield key, fault


def _proofs(reading: _Reading, number: int, rule: str, entry: Mapping[str, Any], *, counter: bool) -> tuple[Proof, ...]:
    name = "counterexample" if counter else "example"
    tables = entry.get(name, [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        reading.blame(number, rule, f"{name!r} is a list of tables: write [[rule.{name}]] above each", name)
        return ()
    if not tables:
        reading.blame(number, rule, f"the rule has no {name}: write [[rule.{name}]] with a text", "id")
    proofs: list[Proof] = []
    for nth, table in enumerate(tables):
        proof, faults = read_example(table, counter=counter)
        for key, reason in faults:
            reading.blame(number, rule, reason, key, name, nth)
        if proof is not None:
            proofs.append(proof)
    return tuple(proofs)


def _blame_doubles(reading: _Reading, rules: list[ParsedRule]) -> None:
    seen: dict[str, int] = {}
    for number, rule in enumerate(rules):
        if rule.id and rule.id in seen:
            reading.blame(number, rule.id, f"the id stands twice in this file: also as rule {seen[rule.id] + 1}", "id")
        seen.setdefault(rule.id, number)
