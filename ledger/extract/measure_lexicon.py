"""The surfaces of currencies, percents and units that a rule pack knows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ledger.extract.grammar_words import GrammarWords, make_grammar_words
from ledger.extract.phrases import PhraseTable
from ledger.pack import RulePack

_SCALED_CODES = (("M", Decimal(1000000)), ("K", Decimal(1000)), ("k", Decimal(1000)))
"""MUSD, KUSD"""
_TAIL_STARTS = ("or ", "odd", "-odd", "-some", "-plus", "plus", "+")


@dataclass(frozen=True, slots=True)
class Part:
    """What a part of a currency is worth of it: a cent 0.01 USD, a toman 10 IRR."""

    whole: str
    worth: Decimal


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit behind a number: tokens up to `last` (half-open), kind, canonical unit, factor to it, and whether a hyphen joined it."""

    last: int
    kind: str
    unit: str
    factor: Decimal = Decimal(1)
    hyphen: bool = False
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Currency:
    """An ISO 4217 code and what the surface is worth of it (MUSD: 1000000), or a part of a currency (US_cent) under its own name."""

    code: str
    factor: Decimal = Decimal(1)
    weak: bool = False
    """True where the surface is another word too (pound, mark)."""
    scaled: bool = False
    """True for a mark that counts only before a figure with a scale word: N500 million."""
    part: Part | None = None

    def measure(self, last: int, *, hyphen: bool, scale: Decimal = Decimal(1)) -> Measure:
        """The currency behind a number, up to token `last`."""
        return Measure(last, "currency", self.code, self.factor * scale, hyphen, self.part)


@dataclass(frozen=True, slots=True)
class MeasureLexicon:
    """Surfaces of currencies, percents and units. Tables of marks and codes are matched on words, those of names on lower case."""

    prefix: PhraseTable[Currency]
    prefix_low: PhraseTable[Currency]
    """Marks that hold a "$", whatever the case of their letters."""
    suffix: PhraseTable[Currency]
    tight: PhraseTable[Currency]
    """Marks that stand before the figure by rule, and behind it only glued: 42RM."""
    names: PhraseTable[Currency]
    units: PhraseTable[str]
    marks: PhraseTable[str]
    powers: PhraseTable[str]
    """Marks that end in a glued digit: km2, ft3."""
    weak: PhraseTable[str]
    """Marks with another sense behind a space."""
    glued: PhraseTable[str]
    scaled: PhraseTable[tuple[Decimal, str]]
    """Marks that hold a scale word: MMBtu, kboe."""
    scales: Mapping[str, Decimal]
    """Scale words that may follow a code: "75 USD million"."""
    scale_marks: frozenset[str]
    """Letters that scale the figure they are glued to: R1.2bn."""
    digits: frozenset[str]
    """Unit words that need digits before them (they are common English words)."""
    tails: PhraseTable[str]
    """Hedges that may stand between a number and what it measures or counts: "20 or more miles", "30-odd boats"."""
    mark_starts: frozenset[str]
    """First tokens of the tables that are matched with case."""
    grammar: GrammarWords


def make_measure_lexicon(pack: RulePack) -> MeasureLexicon:
    """The surfaces of the pack's `units`, `currencies`, `scales` and `grammar` rules."""
    money, units = _Money(), _Units()
    for rule in pack.rules.get("currencies", ()):
        money.add(rule.fields)
    for rule in pack.rules.get("units", ()):
        units.add(rule.fields)
    scales = {word: Decimal(value) for rule in pack.rules.get("scales", ()) for word, value in rule.fields.get("words", {}).items()}
    tables = [rule.fields.get(key, {}) for rule in pack.rules.get("scales", ()) for key in ("any", "glued")]
    tails = [
        phrase for rule in pack.rules.get("qualifiers", ()) for phrase in rule.fields.get("after", ()) if phrase.startswith(_TAIL_STARTS)
    ]
    marks, powers, weak, glued = map(PhraseTable, (units.marks, units.powers, units.weak, units.glued))
    scaled = PhraseTable(units.scaled)
    return MeasureLexicon(
        prefix=PhraseTable(money.prefix),
        prefix_low=PhraseTable([(surface.lower(), currency) for surface, currency in money.prefix if "$" in surface and surface != "$"]),
        suffix=PhraseTable(money.suffix),
        tight=PhraseTable(money.tight),
        names=PhraseTable(money.names),
        units=PhraseTable(units.words),
        marks=marks,
        powers=powers,
        weak=weak,
        glued=glued,
        scaled=scaled,
        tails=PhraseTable([(phrase, phrase) for phrase in tails]),
        scales=scales,
        scale_marks=frozenset(mark for table in tables for mark in table),
        digits=frozenset(units.digits),
        mark_starts=marks.starts() | powers.starts() | weak.starts() | glued.starts() | scaled.starts(),
        grammar=make_grammar_words(pack),
    )


class _Money:
    """The surfaces of the `currencies` rules, gathered."""

    def __init__(self) -> None:
        self.prefix: list[tuple[str, Currency]] = []
        self.suffix: list[tuple[str, Currency]] = []
        self.tight: list[tuple[str, Currency]] = []
        self.names: list[tuple[str, Currency]] = []

    def add(self, fields: Any) -> None:
        """The surfaces of one rule."""
        behind, ahead = frozenset(fields.get("after_only", ())), frozenset(fields.get("before_only", ()))
        scaled = frozenset(fields.get("scaled_only", ()))
        for code, surfaces in (*fields.get("marks", {}).items(), *fields.get("codes", {}).items()):
            self.prefix += [(surface, Currency(code, scaled=True)) for surface in surfaces if surface in scaled]
            for surface in [surface for surface in surfaces if surface not in scaled]:
                self._add_mark(surface, code, before=surface not in behind, after=surface not in ahead)
            if len(code) == 3 and code in surfaces:
                self.suffix += [(mark + code, Currency(code, factor)) for mark, factor in _SCALED_CODES]
        weak = frozenset(fields.get("weak", ()))
        for code, surfaces in fields.get("names", {}).items():
            self.names += [(surface, Currency(code, weak=surface in weak)) for surface in surfaces]
        for key, target in (("minor", self.names), ("minor_marks", self.suffix)):
            for unit, surfaces in fields.get(key, {}).items():
                target += [(surface, _part_of(fields, unit, surface, weak=surface in weak)) for surface in surfaces]

    def _add_mark(self, surface: str, code: str, *, before: bool, after: bool) -> None:
        if before:
            self.prefix.append((surface, Currency(code)))
        if after:
            self.suffix.append((surface, Currency(code)))
        elif len(surface) > 1 and surface.isalpha():
            self.tight.append((surface, Currency(code)))


def _part_of(fields: Any, unit: str, surface: str, *, weak: bool) -> Currency:
    """A part under a name of its own, or (by the code of its currency) as so much of that."""
    whole, factors = fields.get("minor_of", {}).get(unit, ""), fields.get("minor_factor", {})
    worth = Decimal(factors.get(surface, factors.get(unit, "0.01")))
    return Currency(unit, weak=weak, part=Part(whole, worth)) if whole else Currency(unit, worth, weak)


class _Units:
    """The surfaces of the `units` rules, gathered."""

    def __init__(self) -> None:
        self.words: list[tuple[str, str]] = []
        self.marks: list[tuple[str, str]] = []
        self.powers: list[tuple[str, str]] = []
        self.weak: list[tuple[str, str]] = []
        self.glued: list[tuple[str, str]] = []
        self.scaled: list[tuple[str, tuple[Decimal, str]]] = []
        self.digits: set[str] = set()

    def add(self, fields: Any) -> None:
        """The surfaces of one rule."""
        self.digits.update(fields.get("needs_digit", ()))
        for surface, canonical in _pairs(fields.get("words", {})):
            (self.powers if surface[-1].isdigit() else self.words).append((surface, canonical))
        tables = dict.fromkeys(fields.get("weak", ()), self.weak) | dict.fromkeys(fields.get("glued_only", ()), self.glued)
        for surface, canonical in _pairs(fields.get("marks", {})):
            (self.powers if surface[-1].isdigit() else tables.get(surface, self.marks)).append((surface, canonical))
        self.scaled += [(surface, (Decimal(factor), unit)) for surface, (factor, unit) in fields.get("scaled", {}).items()]


def _pairs(table: Mapping[str, Iterable[str]]) -> list[tuple[str, str]]:
    return [(surface, canonical) for canonical, surfaces in table.items() for surface in surfaces]
