"""What a rule file may say, as data: the kinds of rules, the keys of each, and the columns an example may expect.

A key's form is one of text, texts (a list), number, integer, flag, table, tables, pattern, any, or choices
written "a|b|c". A form ending in "!" is required. A kind without an entry in SCHEMAS takes any key.
"""

from __future__ import annotations

from collections.abc import Mapping

from ledger.model import ASPECTS, KINDS, ROLES, SECTION_KINDS, UNCOUNTED_REASONS

LANGUAGE = "en"
"""The folder of the language's rules, beside the files that hold for every language."""

RULE_KINDS = (
    *("numerals", "scales", "units", "currencies", "qualifiers", "periods", "roles", "entities", "ignore"),
    *("sections", "sentences", "outcomes", "speech", "places"),
)

TABLE_FILES = ("pack.toml", "checks.toml", "link.toml")

SCHEMAS: Mapping[str, Mapping[str, str]] = {}

PACK_SCHEMA: Mapping[str, str] = {"name": "text!", "version": "text!", "extends": "text", "disable": "texts"}

RULE_KEYS = ("id", "replaces", "example", "counterexample", "source")
"""Keys that every kind of rule has."""

EXAMPLE_KEYS = ("text", "known_miss", "published")

CLAIM_COLUMNS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("start", "end", "surface", "value", "low", "high", "unit", "entity"), ()),
    **dict.fromkeys(("qualifier", "bounds_low", "bounds_high", "period", "base_period"), ()),
    **dict.fromkeys(("place", "subject", "outcome", "scope", "speaker", "sentence"), ()),
    "bounds_closed": ("[]", "[)", "(]", "()"),
    "section": SECTION_KINDS,
    "kind": KINDS,
    "aspect": ASPECTS,
    "role": ROLES,
    "direction": ("up", "down", ""),
    "background": ("yes", ""),
    "weight": ("core", "minor"),
}
"""Columns of claims.csv that an example may expect, with the values of the closed ones."""

REASONS = UNCOUNTED_REASONS

SEVERITY_CHOICES = ("error", "warning", "info", "off")
