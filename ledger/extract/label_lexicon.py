"""The words that tell numbers which state no quantity: labels, products, streets, idioms, turns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ledger.pack import RulePack
from ledger.sources.tokens import Block


@dataclass(frozen=True, slots=True)
class LabelLexicon:
    """The word lists of the `ignore` rules."""

    labels: frozenset[str]
    """Words that number what follows: article, flight."""
    capital: frozenset[str]
    """Those of them that need a capital letter."""
    abbreviations: frozenset[str]
    """Those that end in a full stop: no., art."""
    decimals: frozenset[str]
    """Those that number with decimals: version 2.1."""
    products: frozenset[str]
    not_names: frozenset[str]
    """Words that a headline or a run-together line may print with a capital before a count: after, kills."""
    ordinal_after: frozenset[str]
    idioms: Mapping[str, list[tuple[int, tuple[str, ...], str]]]
    """Number word or digits -> (its place, the tokens, the reason) of each fixed phrase that holds it."""
    one_before: frozenset[str]
    one_after: frozenset[str]
    enumerators: frozenset[str]
    score_cues: frozenset[str]
    wickets: frozenset[str]
    odds: frozenset[str]
    """Words near "10 to 1" that make odds or a ratio of it."""
    age_classes: frozenset[str]
    """Words that name a class of age with a hyphen and a number: under-21."""
    pictures: frozenset[str]
    """What is printed behind "4K"."""
    postal: frozenset[str]
    streets: frozenset[str]
    streets_ahead: frozenset[str]
    """Words that open the name of a street: rue."""
    turns: frozenset[str]
    turned: frozenset[str]
    """Turns that are numbered behind a preposition, and those: on day two."""
    screens: frozenset[str]
    at_screen: frozenset[str]
    of_screen: frozenset[str]
    """4K and the like, and the words before and behind that tell a screen."""
    airliners: frozenset[str]
    flown: frozenset[str]
    flying: frozenset[str]
    """Numbers of aircraft, and the words before and behind that tell them."""
    numbered: frozenset[str]
    """Words behind which "number" numbers a thing: badge number 7731."""
    emergency: frozenset[str]
    """Numbers that call for help: 911."""
    calling: frozenset[str]
    called: frozenset[str]
    calibres: frozenset[str]
    bores: frozenset[str]
    """Calibres only behind a hyphen: 12-gauge."""
    blocks: frozenset[str]
    """Words that a round house number stands for: "the 1200 block of"."""


def make_label_lexicon(pack: RulePack, number_words: frozenset[str]) -> LabelLexicon:
    """The word lists of the pack's `ignore` rules."""
    rules = pack.rules.get("ignore", ())

    def words(name: str, key: str) -> frozenset[str]:
        return frozenset(word for rule in rules if rule.list_name == name for word in rule.fields.get(key, ()))

    return LabelLexicon(
        labels=words("labels", "before"),
        capital=words("labels", "capital"),
        abbreviations=words("abbreviated-labels", "before"),
        decimals=words("decimal-labels", "before"),
        products=words("products", "before"),
        not_names=words("not-names", "words"),
        ordinal_after=words("ordinal-labels", "after"),
        idioms=_index_idioms([rule.fields for rule in rules], number_words),
        one_before=words("pronoun-one", "before"),
        one_after=words("pronoun-one", "after"),
        enumerators=words("enumerators", "words"),
        score_cues=words("scores", "cues"),
        wickets=words("cricket", "cues"),
        odds=words("odds", "cues"),
        age_classes=words("age-classes", "before"),
        pictures=words("picture-sizes", "after"),
        postal=words("postal-codes", "after"),
        streets=words("addresses", "after"),
        streets_ahead=words("addresses", "before"),
        turns=words("counted-turns", "words"),
        turned=words("counted-turns", "before"),
        screens=words("screens", "words"),
        at_screen=words("screens", "before"),
        of_screen=words("screens", "after"),
        airliners=words("airliners", "words"),
        flown=words("airliners", "before"),
        flying=words("airliners", "after"),
        numbered=words("numbered-things", "before"),
        emergency=words("emergency-numbers", "words"),
        calling=words("emergency-numbers", "before"),
        called=words("emergency-numbers", "after"),
        calibres=words("calibres", "after"),
        bores=words("calibres", "words"),
        blocks=words("addresses", "words"),
    )


def _index_idioms(rules: Iterable[Mapping[str, Any]], number_words: frozenset[str]) -> dict[str, list[tuple[int, tuple[str, ...], str]]]:
    idioms: dict[str, list[tuple[int, tuple[str, ...], str]]] = {}
    for fields in rules:
        for phrase in fields.get("phrases", ()):
            tokens = tuple(Block(phrase, 0, len(phrase)).lows)
            for at, token in enumerate(tokens):
                if token in number_words or token[0].isdigit():
                    idioms.setdefault(token, []).append((at, tokens, fields["reason"]))
    return idioms
