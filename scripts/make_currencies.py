"""Writes rules/en/currencies.toml and the currencies' part of rules/units.txt.

    python scripts/make_currencies.py [--check]

The codes are ISO 4217's (pycountry), the names CLDR's (babel), what news adds stands in currency_surfaces.py. Funds, metals and
test codes are left out. The output depends on nothing else; `--check` only says whether it is current.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pycountry
from babel import Locale
from babel.numbers import get_currency_name
from currency_proofs import PROOFS
from currency_surfaces import (
    AFTER_ONLY,
    AMBIGUOUS,
    BARE,
    BEFORE_ONLY,
    COINS,
    EXTRA_MARKS,
    MINOR_MARKS,
    NO_PLURAL_IN_S,
    OTHER_NATIONS,
    PART_UNITS,
    REGIONS,
    SCALED_ONLY,
    WEAK_NAMES,
)

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "rules" / "en" / "currencies.toml"
DEFINITIONS = ROOT / "rules" / "units.txt"
HEADING = "# currencies, made by scripts/make_currencies.py: each its own dimension, so that two never convert"

LEFT_OUT = frozenset("BOV CHE CHW COU MXV USN UYI UYW XAD XAG XAU XBA XBB XBC XBD XPD XPT XSU XTS XUA XXX".split())
"""Funds, metals, units of account and codes for tests."""
PLAIN_IN_LOWER_CASE = frozenset(
    """
    USD EUR GBP JPY CNY INR CHF AUD HKD SGD KRW VND MYR THB IDR PHP PKR BDT BRL MXN NZD ZAR PLN CZK HUF TWD EGP AED QAR
    AFN AOA AWG AZN BBD BGN BHD BIF BMD BND BSD BWP BYN BZD CDF CLP CNH CRC CVE DJF DKK DZD ETB FJD FKP GHC GMD GNF GTQ GYD HNL HRK HTG IQD
    ISK JMD KHR KMF KPW KWD KYD KZT LBP LKR LRD LSL LTL LYD MDL MKD MMK MNT MVR MWK MZN NGN NPR OMR PGK PYG RSD RWF
    SRD SSP SEK NOK JOD WST BTN SBD SYP SZL TJS TMT TND TTD TZS UAH UGX UYU UZS VUV XAF XCD XOF XPF ZMW ZWL
    """.split()
)
"""Codes that carelessly typed text also has in lower case, and that are no words (as "try", "cad" and "mad" are)."""


@dataclass
class Currency:
    """What a currency is called, in the order the surfaces came."""

    names: dict[str, None] = field(default_factory=dict)
    codes: dict[str, None] = field(default_factory=dict)
    marks: dict[str, None] = field(default_factory=dict)
    minor: dict[str, None] = field(default_factory=dict)
    factor: str = ""
    parts: dict[str, Part] = field(default_factory=dict)
    """Canonical name of a part (US_cent) -> its surfaces and its worth."""


@dataclass
class Part:
    """A part of a currency that is a unit of its own: what it is worth, what it is called, and its marks."""

    worth: str
    names: dict[str, None] = field(default_factory=dict)
    marks: list[str] = field(default_factory=list)


def forms(stem: str) -> list[str]:
    """Singular and plural of a name, lower case: "dollar", "leu:lei", "yuan!"."""
    if stem.endswith("!"):
        return [stem[:-1].lower()]
    singular, _, plural = stem.partition(":")
    return [singular.lower(), (plural or singular + "s").lower()]


def read_line(line: str) -> tuple[str, Currency]:
    """One line of currency_surfaces.py, with CLDR's names and the code itself."""
    code, names, codes, marks, minor, factor = [part.strip() for part in (line + "|||||").split("|")[:6]]
    currency = Currency()
    for stem in [part.strip() for part in names.split(",") if part.strip()]:
        currency.names.update(dict.fromkeys(forms(stem)))
    currency.names.update(dict.fromkeys(cldr_names(code)))
    currency.codes.update(dict.fromkeys(part.strip() for part in codes.split(",") if part.strip()))
    currency.marks.update(dict.fromkeys(part.strip() for part in marks.split(",") if part.strip()))
    currency.marks.update(dict.fromkeys(EXTRA_MARKS.get(code, [])))
    add_lower_case(code, currency)
    for stem in [part.strip() for part in minor.split(",") if part.strip()]:
        name, _, worth = stem.partition("=")
        currency.minor.update(dict.fromkeys(forms(name)))
        add_part(code, currency, forms(name), worth or factor)
    currency.factor = factor
    bare = BARE.get(code)
    if bare:
        currency.names.update(dict.fromkeys(forms(bare)))
    return code, currency


def add_part(code: str, currency: Currency, names: list[str], worth: str) -> None:
    """The surfaces of a part: its first name without marks above its letters names the unit, those of one worth are one unit."""
    unit = next((unit for unit, part in currency.parts.items() if part.worth == worth), "")
    if not unit or not unit.isascii():
        own = PART_UNITS.get((code, worth)) or unit_name(names[0])
        currency.parts = {own if known == unit else known: part for known, part in currency.parts.items()}
        unit = own
    part = currency.parts.setdefault(unit, Part(worth, marks=MINOR_MARKS.get(code, []) if worth == "0.01" else []))
    part.names.update(dict.fromkeys(names))


def unit_name(name: str) -> str:
    """ "australian cent" -> "Australian_cent"."""
    *lands, coin = name.split()
    return "_".join([*(land.capitalize() for land in lands), coin])


def add_lower_case(code: str, currency: Currency) -> None:
    """Adds "us$" beside "US$", and the code in lower case where that is no English word."""
    currency.marks.update(dict.fromkeys(mark.lower() for mark in list(currency.marks) if "$" in mark))
    if code in PLAIN_IN_LOWER_CASE:
        currency.codes[code.lower()] = None


def cldr_names(code: str) -> list[str]:
    """CLDR's singular and plural in lower case, also with a plain apostrophe and "and"."""
    if code not in Locale.parse("en").currencies:
        return []
    names = [get_currency_name(code, count, "en").lower() for count in (1, 2)]
    names = [name for name in names if "(" not in name]
    names += [name.replace(" & ", " and ") for name in names]
    names += [name.replace("ʻ", "'") for name in names]
    return list(dict.fromkeys(names))


def make_table() -> dict[str, dict[str, Currency]]:
    """Every currency by rule; stops where ISO 4217 has a currency that no line names."""
    table = {region: dict(map(read_line, lines.strip().splitlines())) for region, lines in REGIONS.items()}
    known = {code for currencies in table.values() for code in currencies}
    missing = {currency.alpha_3 for currency in pycountry.currencies} - known - LEFT_OUT
    if missing:
        raise SystemExit(f"no line for {sorted(missing)}")
    add_generic_minor(table)
    add_rarer_names(table)
    check_table(table)
    return table


def add_generic_minor(table: dict[str, dict[str, Currency]]) -> None:
    """Fils, whose factor of a thousandth is the same in every dinar."""
    kuwait = table["middle-east"]["KWD"]
    kuwait.minor.update({"fils": None})
    kuwait.parts["Kuwaiti_fils"].names.update({"fils": None})


def add_rarer_names(table: dict[str, dict[str, Currency]]) -> None:
    """ISO's names ("rial omani"), land and coin ("kuwait dinars"), and plurals in s ("wons"), each where no other currency has it."""
    taken = {name for currencies in table.values() for c in currencies.values() for name in (*c.names, *c.minor)}
    for currencies in table.values():
        for code, currency in currencies.items():
            for name in rarer_names(code, currency):
                if name not in taken:
                    taken.add(name)
                    currency.names[name] = None


def rarer_names(code: str, currency: Currency) -> Iterator[str]:
    """The names that follow from the currency's code and from those it has."""
    known = pycountry.currencies.get(alpha_3=code)
    names = cldr_names(code)
    if known is not None and "(" not in known.name:
        yield from forms(known.name)
    land = Locale.parse("en").territories.get(code[:2], "").lower()
    if names and code[0] != "X" and code != "EUR" and land.replace(" ", "").isalpha() and " sar " not in land:
        yield from (f"{land} {name.rpartition(' ')[2]}" for name in names)
    yield from told_coins(code, names, currency)
    for name in names[:1]:
        coin = name.rpartition(" ")[2]
        if f"{name}s" not in names and "(" not in name and coin not in NO_PLURAL_IN_S:
            yield name + "s"
            yield from [coin + "s"] if coin in currency.names else []


def told_coins(code: str, names: list[str], currency: Currency) -> Iterator[str]:
    """Each bare coin behind the words that CLDR or the lists tell the currency by: "bulgarian levs", "turkish lire"."""
    coins = [name for name in currency.names if " " not in name and name.isalpha()]
    told = [name.rpartition(" ")[0] for name in (*names[:1], *currency.names) if name.rpartition(" ")[2] in (*coins, *names[:1])]
    for words in dict.fromkeys([*filter(None, told), *OTHER_NATIONS.get(code, ())]):
        yield from (f"{words} {coin}" for coin in [*coins, *COINS.get(code, ())])


def check_table(table: dict[str, dict[str, Currency]]) -> None:
    """Stops where two currencies claim one surface, or where a listed ambiguity does not start with its owner."""
    owner: dict[str, str] = {}
    faults = []
    for currencies in table.values():
        for code, currency in currencies.items():
            for surface in {*currency.names, *currency.codes, *currency.marks, *currency.minor}:
                owner.setdefault(surface, code)
            claimed = {*currency.names, *currency.codes, *currency.marks, *currency.minor}
            faults += [f"{surface!r} is {owner[surface]} and {code}" for surface in sorted(claimed) if owner[surface] != code]
    faults += [f"{s!r} is {owner[s]}, not {c}" for s, c in AMBIGUOUS.items() if s in owner and c.split()[0] != owner[s]]
    if faults:
        raise SystemExit("\n".join(faults))


def quote(text: str) -> str:
    """A TOML string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def array(items: list[str]) -> str:
    """A TOML array of strings."""
    return "[" + ", ".join(quote(item) for item in items) + "]"


def render_rule(region: str, currencies: dict[str, Currency]) -> Iterator[str]:
    """The lines of one rule."""
    surfaces = {s for c in currencies.values() for s in (*c.names, *c.codes, *c.marks, *c.minor)}
    surfaces |= {mark for code in currencies for mark in MINOR_MARKS.get(code, [])} | ({"PS"} if "GBP" in currencies else set())
    yield from ("[[rule]]", f"id = {quote(region)}")
    for name, listed in (("before_only", BEFORE_ONLY), ("after_only", AFTER_ONLY), ("scaled_only", SCALED_ONLY), ("weak", WEAK_NAMES)):
        here = sorted(set(listed) & surfaces)
        if here:
            yield f"{name} = {array(here)}"
    tables: tuple[tuple[str, dict[str, list[str]]], ...] = (
        ("names", {code: list(c.names) for code, c in sorted(currencies.items())}),
        ("codes", {code: list(c.codes) for code, c in sorted(currencies.items())}),
        ("marks", {code: [*c.marks, *(["PS"] if code == "GBP" else [])] for code, c in sorted(currencies.items())}),
        ("minor", {unit: list(part.names) for _, unit, part in parts_of(currencies)}),
        ("minor_marks", {unit: part.marks for _, unit, part in parts_of(currencies)}),
    )
    for name, entries in tables:
        filled = {code: items for code, items in entries.items() if items}
        if filled:
            yield f"[rule.{name}]"
            yield from (f"{code} = {array(items)}" for code, items in filled.items())
    yield from small_tables(currencies, surfaces)
    yield PROOFS[region].strip()
    yield ""


def parts_of(currencies: dict[str, Currency]) -> list[tuple[str, str, Part]]:
    """(code, name of the part, the part), sorted."""
    return [(code, unit, part) for code, currency in sorted(currencies.items()) for unit, part in sorted(currency.parts.items())]


def small_tables(currencies: dict[str, Currency], surfaces: set[str]) -> Iterator[str]:
    """Whose part each minor unit is and what it is worth, and the surfaces that several currencies share."""
    parts = parts_of(currencies)
    if parts:
        yield "[rule.minor_of]"
        yield from (f"{unit} = {quote(code)}" for code, unit, _ in parts)
        yield "[rule.minor_factor]"
        yield from (f"{unit} = {quote(part.worth)}" for _, unit, part in parts)
    shared = {surface: AMBIGUOUS[surface].split() for surface in sorted(AMBIGUOUS) if surface in surfaces}
    if shared:
        yield "[rule.ambiguous]"
        yield from (f"{quote(surface)} = {array(codes)}" for surface, codes in shared.items())


def render_currencies(table: dict[str, dict[str, Currency]]) -> str:
    """The text of rules/en/currencies.toml."""
    lines = ["# Made by scripts/make_currencies.py: change the lists there, not here.", "#"]
    lines += [
        "# names: ISO 4217 code -> names compared without case; codes and marks: with case, before or behind the figure unless they stand"
    ]
    lines += ["# in before_only or after_only; minor, minor_marks: names and marks of a part, a unit of its own: minor_of the currency,"]
    lines += ["# minor_factor its worth of it (an entry of minor by ISO code counts in the currency itself: 5 cents are 0.05);"]
    lines += ["# scaled_only: marks that count only before a figure with a scale word; weak: names that are other words too;"]
    lines += ["# ambiguous: surface -> the currencies it may mean, the first where nothing else tells.", ""]
    for region, currencies in table.items():
        lines += render_rule(region, currencies)
    return "\n".join(lines)


def render_definitions(table: dict[str, dict[str, Currency]], before: str) -> str:
    """The text of rules/units.txt with a definition for each currency in place of the earlier ones."""
    codes = sorted(code for currencies in table.values() for code in currencies)
    parts = sorted((unit, f"{part.worth} * {code}") for currencies in table.values() for code, unit, part in parts_of(currencies))
    lines = [f"{code} = [currency_{code}]\n" for code in codes] + [f"{unit} = {worth}\n" for unit, worth in parts]
    return before.split(HEADING)[0].rstrip("\n") + f"\n\n{HEADING}\n" + "".join(lines)


def main(arguments: list[str]) -> int:
    """Writes both files, or with --check returns 1 where one is not current."""
    table = make_table()
    before = DEFINITIONS.read_text(encoding="utf-8")
    wanted = {TARGET: render_currencies(table), DEFINITIONS: render_definitions(table, before)}
    if "--check" in arguments:
        return 0 if all(path.read_text(encoding="utf-8") == text for path, text in wanted.items()) else 1
    for path, text in wanted.items():
        path.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
