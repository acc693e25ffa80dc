"""Lays the overlays over the built-in pack: rules by kind and id, tables key by key."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ledger.errors import PackMistake
from ledger.pack.files import PackFile
from ledger.pack.forms import form_fault, is_plain, is_required, unknown_key
from ledger.pack.parse import ParsedRule, decode, parse_rules, parse_table
from ledger.pack.places import hint, key_excerpt
from ledger.pack.schema import PACK_SCHEMA, SEVERITY_CHOICES

OPEN_TABLES = ("link.toml",)
"""Tables in which an overlay may add keys below the first level (aliases, stop lists)."""


@dataclass(slots=True)
class Merged:
    """The pack as laid together so far, and the mistakes met on the way."""

    names: list[str] = field(default_factory=list)
    versions: list[str] = field(default_factory=list)
    rules: dict[str, dict[str, ParsedRule]] = field(default_factory=dict)
    tables: dict[str, dict[str, Any]] = field(default_factory=lambda: {"checks.toml": {}, "link.toml": {}})
    units: list[str] = field(default_factory=list)
    mistakes: list[PackMistake] = field(default_factory=list)


def merge_layers(files: Iterable[PackFile], count: int) -> Merged:
    """The layers laid together, 0 first; a layer's `disable` acts on the layers below it."""
    merged, listed = Merged(), tuple(files)
    for layer in range(count):
        own = [file for file in listed if file.layer == layer]
        for file in own:
            if file.name == "pack.toml":
                _lay_pack(merged, file)
        for file in own:
            if file.kind:
                _lay_rules(merged, file)
            elif file.name in merged.tables:
                _lay_table(merged, file)
            elif file.name == "units.txt":
                text, mistakes = decode(file)
                merged.units.append(text)
                merged.mistakes += mistakes
    return merged


def _lay_pack(merged: Merged, file: PackFile) -> None:
    table, lines, mistakes = parse_table(file)
    merged.mistakes += mistakes
    if mistakes:
        return
    faults = [(key, form_fault(key, PACK_SCHEMA[key], value)) for key, value in table.items() if key in PACK_SCHEMA]
    faults += [(key, unknown_key(key, PACK_SCHEMA)) for key in table if key not in PACK_SCHEMA]
    faults += [(key, f"the pack has no {key!r}") for key, form in PACK_SCHEMA.items() if is_required(form, table) and key not in table]
    base = table.get("extends")
    if isinstance(base, str) and base not in merged.names:
        faults.append(("extends", f"'extends' names the pack {base!r}, which is not loaded{hint(base, merged.names)}"))
    faults += [("disable", fault) for fault in _disable(merged, table.get("disable", []))]
    whole = (0, len(lines) - 1)
    merged.mistakes += [PackMistake(file.shown, "", fault, key_excerpt(lines, whole, key)) for key, fault in faults if fault]
    merged.names.append(str(table.get("name", "")))
    merged.versions.append(str(table.get("version", "")))


def _disable(merged: Merged, wanted: object) -> list[str]:
    """Takes the rules named by id or kind/id out; the reasons for names that fit none or several."""
    faults = []
    for name in wanted if isinstance(wanted, list) else []:
        places = [(kind, rule) for kind, rules in merged.rules.items() for rule in rules if str(name) in (rule, f"{kind}/{rule}")]
        if len(places) == 1:
            del merged.rules[places[0][0]][places[0][1]]
        elif places:
            faults.append(f"{name!r} is the id of several rules: say {' or '.join(f'{kind}/{rule}' for kind, rule in sorted(places))}")
        else:
            known = [entry for kind, rules in merged.rules.items() for rule in rules for entry in (rule, f"{kind}/{rule}")]
            faults.append(f"there is no rule {name!r} to disable{hint(str(name), known)}")
    return faults


def _lay_rules(merged: Merged, file: PackFile) -> None:
    rules, mistakes = parse_rules(file)
    merged.mistakes += mistakes
    below = merged.rules.setdefault(file.kind, {})
    known = dict(below)
    for rule in rules:
        fault = _layer_fault(rule, known.get(rule.id), file.kind, known)
        if fault:
            merged.mistakes.append(PackMistake(file.shown, rule.id, fault, rule.where))
        else:
            below[rule.id] = rule


def _layer_fault(rule: ParsedRule, below: ParsedRule | None, kind: str, known: Mapping[str, ParsedRule]) -> str:
    if rule.replaces and below is None:
        return f"'replaces' is set, but there is no {kind} rule {rule.id!r} below it{hint(rule.id, known)}"
    if below is not None and below.layer == rule.layer:
        return f"the id stands twice in this pack: also in {below.file}"
    if below is not None and not rule.replaces:
        return f"{below.file} has a rule of this id: say replaces = true, or choose another id"
    return ""


def _lay_table(merged: Merged, file: PackFile) -> None:
    table, lines, mistakes = parse_table(file)
    merged.mistakes += mistakes
    below = merged.tables[file.name]
    if file.layer == 0:
        faults = [] if is_plain(table) else [("", "holds a date or a number that is not finite: write it as text")]
        merged.tables[file.name] = table
    else:
        laid = copy.deepcopy(below)
        faults = _lay_keys(laid, table, (), file.name in OPEN_TABLES)
        merged.tables[file.name] = laid
    whole = (0, len(lines) - 1)
    merged.mistakes += [PackMistake(file.shown, "", fault, key_excerpt(lines, whole, key) if key else "") for key, fault in faults]


def _lay_keys(below: dict[str, Any], above: Mapping[str, Any], path: Sequence[str], free: bool) -> list[tuple[str, str]]:
    """Lays a table over another in place, key by key; the keys that do not fit, with the reason."""
    faults = []
    for key, value in above.items():
        full = ".".join((*path, key))
        old = below.get(key)
        if key not in below and not (free and path):
            faults.append((key, unknown_key(full, (".".join((*path, name)) for name in below))))
        elif isinstance(old, dict) and isinstance(value, dict):
            faults += _lay_keys(old, value, (*path, key), free)
        elif key in below and (_form(old) != _form(value) or not is_plain(value)):
            faults.append((key, f"{full!r} is {_form(old)} in the pack below, not {_form(value)}"))
        elif key == "severity" and value not in SEVERITY_CHOICES:
            choices = ", ".join(SEVERITY_CHOICES)
            faults.append((key, f"{full!r} is one of {choices}, not {value!r}{hint(str(value), SEVERITY_CHOICES)}"))
        else:
            below[key] = value
    return faults


def _form(value: object) -> str:
    if isinstance(value, bool):
        return "a flag"
    if isinstance(value, (int, float)):
        return "a number"
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    return "a text" if isinstance(value, str) else "a date"
