"""Nouns: their numbers, their classes, and the word lists that tell where a noun phrase ends."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ledger.pack import RulePack

_LISTS = ("modifiers", "verbs", "function", "collective", "containers", "idle", "attributive")
_NOT_PLURAL = ("ss", "us", "is", "'s", "’s")


@dataclass(slots=True)
class NounLexicon:
    """Noun classes and the word lists that tell where a noun phrase ends."""

    classes: dict[str, str] = field(default_factory=dict)
    """singular noun -> class ("" for a common noun without class)"""
    plurals: dict[str, str] = field(default_factory=dict)
    """irregular plural -> singular"""
    modifiers: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    function: frozenset[str] = frozenset()
    collective: frozenset[str] = frozenset()
    """Nouns that stand in the singular after a number: staff, personnel, aircraft, dead, injured."""
    containers: frozenset[str] = frozenset()
    """Heads that are named by what follows "of": members, kinds, pieces, rounds."""
    idle: frozenset[str] = frozenset()
    attributive: frozenset[str] = frozenset()
    """Plural forms that stand before another noun: sales, sports, arms."""
    numbers: frozenset[str] = frozenset()
    """Number words: none of them stands inside a noun phrase."""
    _cache: dict[str, str] = field(default_factory=dict)

    def singular(self, low: str) -> str:
        """The singular of a lower-case noun; the word itself where it is none."""
        known = self.plurals.get(low)
        if known is not None:
            return known
        cached = self._cache.get(low)
        if cached is None:
            cached = self._cache[low] = self._singular(low)
        return cached

    def _singular(self, low: str) -> str:
        if len(low) < 3 or not low.endswith("s") or low.endswith(_NOT_PLURAL) or low in self.classes:
            return low
        if low.endswith("ies") and len(low) > 4:
            return low[:-1] if low[:-1] in self.classes else low[:-3] + "y"
        if low.endswith("ves"):
            for ending in ("f", "fe"):
                if low[:-3] + ending in self.classes:
                    return low[:-3] + ending
        if low.endswith("uses") and len(low) > 5 and low[:-1] not in self.classes and not low.endswith("ouses"):
            return low[:-2]  # "viruses"; but "townhouses"
        if low.endswith("es"):
            if low[:-1] in self.classes:
                return low[:-1]
            if low[:-2] in self.classes or low.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
                return low[:-2]
        return low[:-1]

    def is_plural(self, low: str) -> bool:
        """True for a plural noun by its form or the table of irregulars."""
        if low in self.plurals:
            return True
        if len(low) < 3 or not low.endswith("s") or low.endswith(_NOT_PLURAL) or low in self.function:
            return False
        if low in self.classes or low in self.modifiers:
            return False
        return low not in self.verbs or self._singular(low) in self.classes

    def class_of(self, low: str) -> str:
        """The class of a noun in either number, or ""."""
        return self.classes.get(low) or self.classes.get(self.singular(low), "")

    def is_noun(self, low: str) -> bool:
        return low in self.classes or low in self.plurals or low in self.collective or self.singular(low) in self.classes


def make_noun_lexicon(pack: RulePack) -> NounLexicon:
    """The word lists of the pack's `entities` rules: classes by `nouns`, the others by rule id, or by the `form` they add to."""
    lexicon = NounLexicon()
    lists: dict[str, set[str]] = {name: set() for name in _LISTS}
    for rule in pack.rules.get("entities", ()):
        fields: Any = rule.fields
        if "irregular" in fields:
            lexicon.plurals.update(fields["irregular"])
        elif rule.list_name in lists:
            lists[rule.list_name].update(fields["words"])
        else:
            name = "" if rule.list_name == "common" else rule.list_name
            for noun in fields.get("nouns", ()):
                if name or noun not in lexicon.classes:
                    lexicon.classes[noun] = name
    lexicon.numbers = frozenset(
        word
        for rule in pack.rules.get("numerals", ())
        if rule.fields.get("role") == "cardinal"
        for word in rule.fields.get("words", ())
        if word.isalpha()
    )
    for name, words in lists.items():
        setattr(lexicon, name, frozenset(words))
    return lexicon
