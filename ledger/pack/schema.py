"""What a rule file may say, as data: the kinds of rules, the keys of each, and the columns an example may expect.

A form is text, texts (a list), decimal (a number as text, so that no float carries it), decimals, ratio ("1/3"), bounds (an
interval as multiples, such as ["[0.9", "1.1]"]), date, number, integer, flag, pattern, any, or choices written "a|b|c".
"-> form" is a table whose every value has the form; "form or form" is either. Behind "!" stands when a key is required:
nothing is always, "role=vague" where that key has that value (several: "role=a|b"), "without words" where that key is absent.
A kind without an entry in SCHEMAS takes any key.
"""

from __future__ import annotations

from collections.abc import Mapping

from ledger.model import ASPECTS, KINDS, ROLES, SECTION_KINDS, UNCOUNTED_REASONS

LANGUAGE = "en"
"""The folder of the language's rules, beside the files that hold for every language."""

RULE_KINDS = (
    *("numerals", "scales", "units", "currencies", "qualifiers", "periods", "roles", "entities", "ignore"),
    *("sections", "sentences", "outcomes", "speech", "places", "grammar"),
)

TABLE_FILES = ("pack.toml", "checks.toml", "link.toml")

_NUMERAL_ROLES = "cardinal|ordinal|fraction|tuple|multiple|fold|multiplier"
_NEIGHBOURS: Mapping[str, str] = dict.fromkeys(("behind", "not_behind", "before", "not_before"), "-> texts")

SCHEMAS: Mapping[str, Mapping[str, str]] = {
    "numerals": {
        "role": f"{_NUMERAL_ROLES}|vague|vague-count|digits|glyph!",
        "words": f"-> decimal or -> ratio!role={_NUMERAL_ROLES}|glyph",
        "ranges": "-> decimals!role=vague|vague-count|digits",
        **_NEIGHBOURS,
    },
    "scales": {"words": "-> decimal", "any": "-> decimal", "money": "-> decimal", "glued": "-> decimal", **_NEIGHBOURS},
    "units": {
        "words": "-> texts",
        "marks": "-> texts",
        "glued_only": "texts",
        "weak": "texts",
        "needs_digit": "texts",
        "ambiguous": "-> text",
        "scaled": "-> texts",
        "scale": "-> texts",
    },
    "currencies": {
        "names": "-> texts",
        "codes": "-> texts",
        "marks": "-> texts",
        "before_only": "texts",
        "after_only": "texts",
        "scaled_only": "texts",
        "minor": "-> texts",
        "minor_marks": "-> texts",
        "minor_of": "-> text",
        "minor_factor": "-> decimal",
        "weak": "texts",
        "ambiguous": "-> texts",
    },
    "qualifiers": {
        "before": "texts!without after",
        "after": "texts",
        "bounds": "bounds!",
        "expected": "bounds!",
        "canonical": "text",
        "behind": "-> texts",
        "not_behind": "-> texts",
        "not_before": "texts",
    },
    "periods": {
        "form": (
            "month|weekday|day|named_day|relative|stretch|ordinal|hour|offset|part|clock|zone|noon|year_left|year_right|"
            "not_year_left|not_year_right|year_hyphen|span_left|era|follow|base|onward|against|change|superlative|yearly|warmth!"
        ),
        "words": "texts or -> integer or -> text!",
        "also": "texts",
    },
    "entities": {"form": "text", "nouns": "texts", "words": "texts", "irregular": "-> text"},
    "roles": {
        "form": "text",
        "role": "|".join(ROLES),
        "cues": "texts!role=" + "|".join(ROLES),
        "direction": "up|down",
        "verbs": "texts",
        "nouns": "texts",
        "adverbs": "texts",
        **dict.fromkeys(("straight", "comparatives", "between", "behind", "changed", "held", "passed", "before", "follow"), "texts"),
        "amounts": "texts",
        "given": "-> texts",
        "not_behind": "-> texts",
        "words": "texts",
        "near": "-> texts",
        "paid": "-> texts",
        "default": "-> text",
        "tolls": "texts",
        "verbs_of_people": "texts",
    },
    "outcomes": {
        "form": "outcome|finite|event|place_noun|scope|occasion|background|whole!",
        **dict.fromkeys(("doer", "money", "people"), "flag"),
        "states": "texts",
        "not_before": "texts",
        "taken": "texts",
        "of_things": "text",
        "outcome": "text!form=outcome",
        "words": "texts!",
    },
    "ignore": {
        "form": "text",
        "reason": f"{'|'.join(UNCOUNTED_REASONS)}!",
        "before": "texts",
        "after": "texts",
        "capital": "texts",
        "phrases": "texts",
        "words": "texts",
        "cues": "texts",
    },
    "sections": {
        "gives": ("caption|boilerplate|teaser|standfirst|rest|list|end|dateline|file|digest|notes|month|stamp|published|updated|agency!"),
        "pattern": "pattern!without words",
        "words": "texts",
        "where": "whole|start|end|in",
        "longest": "integer",
        "case": "exact",
        "last": "text",
        "not_last": "text",
        "holds": "texts",
        "single": "flag",
        "unless": "pattern",
    },
    "sentences": {
        "gives": "before_name|before_number|may_end|clock|starters|sayers|calendar|domains|marked_names!",
        "words": "texts!",
    },
    "grammar": {
        "form": (
            "money_near|weight_near|weighed|after_mark|after_inches|after_amount|soft|banded|not_degrees|filler|lasting|extra|change|won|before_minus|minus|below|"
            "early|middle|late|decade|owner|no_cents!"
        ),
        "words": "texts!",
    },
    "speech": {"form": "verb|credit|issue|title|group|pronoun|showing|paper!", "words": "texts!"},
}

PACK_SCHEMA: Mapping[str, str] = {"name": "text!", "version": "text!", "extends": "text", "disable": "texts"}
"""The keys of pack.toml."""

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
