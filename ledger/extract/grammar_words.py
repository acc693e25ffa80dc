"""The small word lists of the quantity grammar: what tells a weight from money, a range from a change, a minus from a dash."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from ledger.pack import RulePack

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class GrammarWords:
    """The words of the pack's `grammar` rules, a set for each form (what each form means stands beside its rule)."""

    money_near: frozenset[str] = _NONE
    weight_near: frozenset[str] = _NONE
    weighed: frozenset[str] = _NONE
    after_mark: frozenset[str] = _NONE
    after_inches: frozenset[str] = _NONE
    after_amount: frozenset[str] = _NONE
    soft: frozenset[str] = _NONE
    banded: frozenset[str] = _NONE
    not_degrees: frozenset[str] = _NONE
    filler: frozenset[str] = _NONE
    lasting: frozenset[str] = _NONE
    extra: frozenset[str] = _NONE
    change: frozenset[str] = _NONE
    won: frozenset[str] = _NONE
    before_minus: frozenset[str] = _NONE
    minus: frozenset[str] = _NONE
    below: frozenset[str] = _NONE
    early: frozenset[str] = _NONE
    middle: frozenset[str] = _NONE
    late: frozenset[str] = _NONE
    decade: frozenset[str] = _NONE
    owner: frozenset[str] = _NONE
    no_cents: frozenset[str] = _NONE


def make_grammar_words(pack: RulePack) -> GrammarWords:
    """The lists of the pack's `grammar` rules; rules of one form add up."""
    lists: dict[str, set[str]] = {field.name: set() for field in fields(GrammarWords)}
    for rule in pack.rules.get("grammar", ()):
        words: Any = rule.fields["words"]
        lists[rule.fields["form"]].update(words)
    return GrammarWords(**{form: frozenset(words) for form, words in lists.items()})
