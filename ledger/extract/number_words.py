"""The number words of a rule pack: what each is worth, and how it may combine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from ledger.pack import RulePack

_FORMS = ("multiplier", "fold", "vague", "tuple", "cardinal", "fraction", "ordinal")
"""What a word is read as, where it could be several: the first of these."""


@dataclass(slots=True)
class NumeralLexicon:
    """The number words of a pack, by what they may do."""

    cardinals: dict[str, Decimal] = field(default_factory=dict)
    ordinals: dict[str, Decimal] = field(default_factory=dict)
    fractions: dict[str, Decimal] = field(default_factory=dict)
    vague: dict[str, tuple[Decimal, Decimal]] = field(default_factory=dict)
    vague_counts: dict[str, tuple[Decimal, Decimal]] = field(default_factory=dict)
    """several, few: how many of the scale word behind them"""
    tuples: dict[str, Decimal] = field(default_factory=dict)
    multiples: dict[str, Decimal] = field(default_factory=dict)
    folds: dict[str, Decimal] = field(default_factory=dict)
    multipliers: dict[str, Decimal] = field(default_factory=dict)
    digits: dict[str, tuple[Decimal, Decimal]] = field(default_factory=dict)
    """double in "double-digit": the smallest and the largest number of so many digits"""
    glyphs: dict[str, Decimal] = field(default_factory=dict)
    scales: dict[str, Decimal] = field(default_factory=dict)
    scale_marks: dict[str, Decimal] = field(default_factory=dict)
    glued_marks: dict[str, Decimal] = field(default_factory=dict)
    behind: dict[str, frozenset[str]] = field(default_factory=dict)
    """Words that are numbers only behind these ("a dozen")."""
    not_behind: dict[str, frozenset[str]] = field(default_factory=dict)
    """Words that are no numbers behind these ("the second half")."""
    before: dict[str, frozenset[str]] = field(default_factory=dict)
    """Words that are numbers only before these ("scores of")."""
    not_before: dict[str, frozenset[str]] = field(default_factory=dict)
    """Words that are no numbers before these ("quarter-finals")."""
    forms: dict[str, str] = field(default_factory=dict)
    """What a numeral that starts at the word is read as."""
    words: frozenset[str] = frozenset()
    """Every word at which a numeral may start."""


def make_numeral_lexicon(pack: RulePack) -> NumeralLexicon:
    """The number words of the pack's `numerals` and `scales` rules."""
    lexicon = NumeralLexicon()
    for rule in pack.rules.get("numerals", ()):
        _add_words(lexicon, rule.fields)
        _add_neighbours(lexicon, rule.fields)
    for rule in pack.rules.get("scales", ()):
        _add_decimals(lexicon.scales, rule.fields.get("words", {}))
        _add_decimals(lexicon.scale_marks, rule.fields.get("any", {}))
        _add_decimals(lexicon.glued_marks, rule.fields.get("glued", {}))
        _add_neighbours(lexicon, rule.fields)
    lexicon.forms = _forms(lexicon)
    lexicon.words = frozenset({*lexicon.forms, *lexicon.multiples, *lexicon.glyphs})
    return lexicon


def _add_words(lexicon: NumeralLexicon, fields: Any) -> None:
    """One `numerals` rule into the table of its role."""
    role = fields["role"]
    ranges = {"vague": lexicon.vague, "vague-count": lexicon.vague_counts, "digits": lexicon.digits}
    if role in ranges:
        ranges[role].update({word: (Decimal(low), Decimal(high)) for word, (low, high) in fields["ranges"].items()})
    elif role == "glyph":
        for glyph, ratio in fields["words"].items():
            over, under = ratio.split("/")
            lexicon.glyphs[glyph] = Decimal(over) / Decimal(under)
    else:
        tables = {
            "cardinal": lexicon.cardinals,
            "ordinal": lexicon.ordinals,
            "fraction": lexicon.fractions,
            "tuple": lexicon.tuples,
            "multiple": lexicon.multiples,
            "fold": lexicon.folds,
            "multiplier": lexicon.multipliers,
        }
        _add_decimals(tables[role], fields["words"])


def _add_decimals(table: dict[str, Decimal], words: Any) -> None:
    table.update({word: Decimal(value) for word, value in words.items()})


def _add_neighbours(lexicon: NumeralLexicon, fields: Any) -> None:
    """The words that must or must not stand beside a number word."""
    tables = {
        "behind": lexicon.behind,
        "not_behind": lexicon.not_behind,
        "before": lexicon.before,
        "not_before": lexicon.not_before,
    }
    for key, table in tables.items():
        table.update({word: frozenset(others) for word, others in fields.get(key, {}).items()})


def _forms(lexicon: NumeralLexicon) -> dict[str, str]:
    tables: dict[str, Mapping[str, object]] = {
        "multiplier": lexicon.multipliers,
        "fold": lexicon.folds,
        "vague": lexicon.vague,
        "tuple": lexicon.tuples,
        "cardinal": {**lexicon.cardinals, **lexicon.scales},
        "fraction": lexicon.fractions,
        "ordinal": lexicon.ordinals,
    }
    forms: dict[str, str] = {}
    for form in _FORMS:
        for word in tables[form]:
            forms.setdefault(word, form)
    return forms
