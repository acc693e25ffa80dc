"""What a number is measured in: currency marks before and after it, percent signs and words, physical units."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from ledger.extract.phrases import PhraseTable
from ledger.pack import RulePack
from ledger.sources.tokens import MARK, NUMBER, WORD, Block

HYPHENS = frozenset("-‐‑")
PERCENT_MARKS = frozenset("%％﹪")


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit behind a number: tokens up to `last` (half-open), kind, canonical unit, factor to it, and whether a hyphen joined it."""

    last: int
    kind: str
    unit: str
    factor: Decimal = Decimal(1)
    hyphen: bool = False


@dataclass(frozen=True, slots=True)
class Currency:
    """An ISO 4217 code and what the surface is worth of it (a cent: 0.01)."""

    code: str
    factor: Decimal = Decimal(1)
    weak: bool = False
    """True where the surface has another sense (pound, a bare p)."""


_SCALED_CODES = (("M", Decimal(1000000)), ("K", Decimal(1000)), ("k", Decimal(1000)))


@dataclass(slots=True)
class MeasureLexicon:
    """Surfaces of currencies, percents and units. Case-sensitive tables are matched on words, the others on lower case."""

    prefix: PhraseTable[Currency] = field(default_factory=lambda: PhraseTable(()))
    prefix_low: PhraseTable[Currency] = field(default_factory=lambda: PhraseTable(()))
    suffix: PhraseTable[Currency] = field(default_factory=lambda: PhraseTable(()))
    names: PhraseTable[Currency] = field(default_factory=lambda: PhraseTable(()))
    units: PhraseTable[str] = field(default_factory=lambda: PhraseTable(()))
    marks: PhraseTable[str] = field(default_factory=lambda: PhraseTable(()))
    powers: PhraseTable[str] = field(default_factory=lambda: PhraseTable(()))
    """Marks that end in a glued digit: km2, ft3."""
    weak: PhraseTable[str] = field(default_factory=lambda: PhraseTable(()))
    """Marks with another sense behind a space."""
    glued: PhraseTable[str] = field(default_factory=lambda: PhraseTable(()))
    scaled: PhraseTable[tuple[Decimal, str]] = field(default_factory=lambda: PhraseTable(()))
    """Marks that hold a scale word: MMBtu, kboe."""
    scales: dict[str, Decimal] = field(default_factory=dict)
    """Scale words that may follow a code: "75 USD million"."""
    digits: frozenset[str] = frozenset()
    """Unit words that need digits before them (they are common English words)."""


def make_measure_lexicon(pack: RulePack) -> MeasureLexicon:
    """The surfaces of the pack's `units` and `currencies` rules."""
    prefix: list[tuple[str, Currency]] = []
    suffix: list[tuple[str, Currency]] = []
    names: list[tuple[str, Currency]] = []
    for rule in pack.rules.get("currencies", ()):
        fields: Any = rule.fields
        weak, behind, ahead = (frozenset(fields.get(key, ())) for key in ("weak", "after_only", "before_only"))
        for code, surfaces in (*fields.get("marks", {}).items(), *fields.get("codes", {}).items()):
            prefix += [(surface, Currency(code)) for surface in surfaces if surface not in behind]
            suffix += [(surface, Currency(code)) for surface in surfaces if surface not in ahead]
            suffix += [(mark + code, Currency(code, factor)) for mark, factor in _SCALED_CODES if len(code) == 3 and code in surfaces]
        for code, surfaces in fields.get("names", {}).items():
            names += [(surface, Currency(code, weak=surface in weak)) for surface in surfaces]
        factors = fields.get("minor_factor", {})
        for key, target in (("minor", names), ("minor_marks", suffix)):
            for code, surfaces in fields.get(key, {}).items():
                target += [(surface, Currency(code, Decimal(factors.get(code, "0.01")), weak=surface in weak)) for surface in surfaces]
    lexicon = MeasureLexicon(
        prefix=PhraseTable(prefix),
        prefix_low=PhraseTable([(surface.lower(), currency) for surface, currency in prefix if "$" in surface and surface != "$"]),
        suffix=PhraseTable(suffix),
        names=PhraseTable(names),
    )
    for rule in pack.rules.get("scales", ()):
        lexicon.scales.update({word: Decimal(value) for word, value in rule.fields.get("words", {}).items()})
    _add_units(lexicon, pack)
    return lexicon


def _add_units(lexicon: MeasureLexicon, pack: RulePack) -> None:
    units: list[tuple[str, str]] = []
    marks: list[tuple[str, str]] = []
    powers: list[tuple[str, str]] = []
    weak: list[tuple[str, str]] = []
    glued: list[tuple[str, str]] = []
    scaled: list[tuple[str, tuple[Decimal, str]]] = []
    digits: set[str] = set()
    for rule in pack.rules.get("units", ()):
        fields: Any = rule.fields
        only_glued, only_weak = frozenset(fields.get("glued_only", ())), frozenset(fields.get("weak", ()))
        digits.update(fields.get("needs_digit", ()))
        for canonical, surfaces in fields.get("words", {}).items():
            units += [(surface, canonical) for surface in surfaces if not surface[-1].isdigit()]
            powers += [(surface, canonical) for surface in surfaces if surface[-1].isdigit()]
        for canonical, surfaces in fields.get("marks", {}).items():
            for surface in surfaces:
                target = powers if surface[-1].isdigit() else glued if surface in only_glued else weak if surface in only_weak else marks
                target.append((surface, canonical))
        scaled += [(surface, (Decimal(factor), unit)) for surface, (factor, unit) in fields.get("scaled", {}).items()]
    lexicon.units, lexicon.marks, lexicon.glued = PhraseTable(units), PhraseTable(marks), PhraseTable(glued)
    lexicon.weak, lexicon.scaled, lexicon.digits = PhraseTable(weak), PhraseTable(scaled), frozenset(digits)
    lexicon.powers = PhraseTable(powers)


def currency_before(block: Block, first: int, lexicon: MeasureLexicon) -> tuple[int, Currency] | None:
    """The currency mark or code that stands just before token `first`: its first token and the currency."""
    if first <= 0:
        return None
    words = block.words
    found = lexicon.prefix.left(words, first) or lexicon.prefix_low.left(block.lows, first)
    if found is None:
        return None
    start, currency = found
    surface = words[start]
    if start > 0 and block.glued(start) and block.kinds[start - 1] != MARK and block.kinds[start] == WORD:
        return None
    if first - start == 2 and len(surface) == 1 and surface.isalpha() and not block.glued(start + 1):
        found = lexicon.prefix.left(words[start + 1 : first], 1)  # "a $5 million deal" names no Australian dollars
        return None if found is None else (start + 1, found[1])
    if len(surface) == 1 and surface.isalpha() and first - start == 1 and first + 1 < len(block) and block.glued(first + 1) and block.kinds[first + 1] == WORD:
        return None  # P2P
    if block.kinds[start] == WORD and first - start == 1 and len(surface) <= 2 and not block.glued(first) and surface.isalpha():
        # "Rs 20" and "RM 5" have a space; a lone capital letter ("R 5", "K 9") has not
        if len(surface) == 1:
            return None
    return start, currency


def measure_after(block: Block, at: int, lexicon: MeasureLexicon, *, spelled: bool, money: bool = False) -> Measure | None:
    """The measure that starts at token `at`, behind a number; None where a noun or nothing follows."""
    size = len(block)
    if at >= size:
        return None
    hyphen = False
    if block.words[at] in HYPHENS and at + 1 < size and (block.glued(at + 1) or block.glued(at)):
        hyphen = True
        at += 1
    share = percent_after(block, at, lexicon)
    if share is not None:
        return share
    if money:
        return None
    found = _currency_after(block, at, lexicon, hyphen=hyphen)
    return found if found is not None else _unit_after(block, at, lexicon, spelled=spelled, hyphen=hyphen)


def percent_after(block: Block, at: int, lexicon: MeasureLexicon) -> Measure | None:
    """"%", "percent", "per cent", "percentage points", "basis points"."""
    lows, size = block.lows, len(block)
    low = lows[at]
    if low in PERCENT_MARKS:
        last = at + 1
        if last < size and lows[last] in ("points", "point", "pts", "-points"):
            return Measure(last + 1, "percentage_point", "percentage_point")
        return Measure(last, "percent", "percent")
    if low in ("percent", "pct", "percents", "pc") or (low == "per" and at + 1 < size and lows[at + 1] == "cent"):
        last = at + (2 if low == "per" else 1)
        if low == "per" and last < size and lows[last] == "-":
            pass
        if last < size and lows[last] == "-" and last + 1 < size and lows[last + 1] in ("point", "points"):
            last += 1
        if last < size and lows[last] in ("points", "point"):
            return Measure(last + 1, "percentage_point", "percentage_point")
        return Measure(last, "percent", "percent")
    if low == "per" and at + 2 < size and lows[at + 1] in HYPHENS and lows[at + 2] == "cent":
        return Measure(at + 3, "percent", "percent")
    if low == "percentage" and at + 1 < size and lows[at + 1] in ("points", "point"):
        return Measure(at + 2, "percentage_point", "percentage_point")
    if low in ("pp", "ppt", "ppts") and block.kinds[at] == WORD:
        return Measure(at + 1, "percentage_point", "percentage_point")
    return None


def _currency_after(block: Block, at: int, lexicon: MeasureLexicon, *, hyphen: bool) -> Measure | None:
    found = lexicon.suffix.right(block.words, at)
    if found is not None:
        last, currency = found
        if last - at == 1 and len(block.words[at]) == 1 and block.kinds[at] == WORD and not block.glued(at):
            return None  # "5 c", "20 p" are not prices; "5c" and "20p" are
        if block.words[at] == "$" and last < len(block) and block.kinds[last] == NUMBER and block.glued(last):
            return None  # "in 2013 $5 million": the mark belongs to the next figure
        scale = lexicon.scales.get(block.lows[last]) if last < len(block) else None
        if scale is not None:
            return Measure(last + 1, "currency", currency.code, currency.factor * scale, hyphen)
        return Measure(last, "currency", currency.code, currency.factor, hyphen)
    named = lexicon.names.right(block.lows, at)
    if named is None:
        return None
    last, currency = named
    if currency.weak and not hyphen and _is_weight(block, last):
        return None
    return Measure(last, "currency", currency.code, currency.factor, hyphen)


_WEIGHED = frozenset(("of", "heavier", "lighter", "overweight"))
_MONEY_NEARBY = frozenset(
    "worth cost costs price prices priced pay pays paid sold sell bought buy spent spend earn earns earned tax budget loan debt fine fined "
    "bill fund funding grant sale sales revenue profit profits loss losses million billion trillion bn thousand award awarded salary wage "
    "wages fee fees damages stolen cash currency sterling stake bid offer deal investment invest invested raised sum rent charged charge".split()
)


def _is_weight(block: Block, last: int) -> bool:
    """True where "pounds" reads as a weight: "80 pounds of rice", "weighs 12 pounds", and no word of money near."""
    first, end = max(0, last - 12), min(len(block), last + 8)
    near = block.lows[first:end]
    if any(word in _MONEY_NEARBY for word in near):
        return False
    if any(word.startswith("weigh") or word in ("heavy", "lift", "lost", "gained", "lose", "gain", "baby", "feet", "foot", "inches", "thrust", "per") for word in near):
        return True
    return last < len(block) and block.lows[last] in _WEIGHED and last + 1 < len(block) and block.lows[last + 1] not in ("the", "public")


def _unit_after(block: Block, at: int, lexicon: MeasureLexicon, *, spelled: bool, hyphen: bool) -> Measure | None:
    words, lows = block.words, block.lows
    glued = block.glued(at)
    found = lexicon.marks.right(words, at)
    word = lexicon.units.right(lows, at)
    if word is not None and spelled and lows[at] in lexicon.digits:
        word = None
    if word is not None and (found is None or word[0] >= found[0]):
        found = word
    power = lexicon.powers.right(words, at)
    if power is not None and (found is None or power[0] > found[0]) and all(block.glued(i) for i in range(power[0] - 1, at, -1) if block.kinds[i] == NUMBER):
        found = power
    weak = lexicon.weak.right(words, at)
    if weak is not None and (found is None or weak[0] > found[0]) and (glued or hyphen or _stands_alone(block, weak[0])):
        found = weak
    if glued or hyphen:
        tight = lexicon.glued.right(words, at)
        if tight is not None and (found is None or tight[0] > found[0]):
            found = tight
    scaled = lexicon.scaled.right(words, at)
    if scaled is not None and (found is None or scaled[0] > found[0]):
        factor, unit = scaled[1]
        return Measure(scaled[0], "physical", unit, factor, hyphen)
    if found is None:
        return None
    last, unit = found
    if len(words[at]) == 1 and last + 1 < len(block) and words[last] in HYPHENS and block.glued(last) and block.kinds[last + 1] == NUMBER:
        return None  # L-202
    if words[at] == "s" and at > 0 and len(words[at - 1]) == 4 and words[at - 1].isdigit():
        return None  # "the 2010s"
    if words[at] in "\"”" and (spelled or words[:at].count(words[at]) % 2):
        return None  # the end of a quotation
    if block.kinds[last - 1] == WORD and last < len(block) and block.glued(last) and block.kinds[last] == NUMBER:
        return None  # m212, L202: a code
    last = _past_full_stop(block, last)
    return Measure(last, "physical", unit, hyphen=hyphen)


def _stands_alone(block: Block, last: int) -> bool:
    """True where nothing that could be counted follows a spaced weak mark: "5 m.", "5 m x 3 m", "12 h"."""
    if last >= len(block):
        return True
    low = block.lows[last]
    mark = block.lows[last - 1]
    if block.words[last - 1] in ("W", "V"):
        return True
    if len(mark) > 1 and mark not in ("in", "am", "pm", "us", "at"):
        return True
    if mark == "in":
        return block.kinds[last] == MARK or low in ("wide", "long", "high", "deep", "tall", "x", "by", "thick")
    return block.kinds[last] not in (WORD, NUMBER) and low not in ("$", "'", "’") or low in ("x", "by", "and", "or", "to", "of", "in", "per", "wide", "long", "high", "deep", "tall", "away", "from", "at")


def _past_full_stop(block: Block, last: int) -> int:
    """An abbreviated unit may take its full stop along where a lower-case word or a mark follows: "sq. km", "5 ft. tall"."""
    return last
