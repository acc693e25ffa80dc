"""Writes rules/en/units.toml: every unit that news prints, with its surfaces, its dimension and its factor.

    python scripts/make_units.py [--check]

Prefixes, factors and dimensions come from pint's registry with rules/units.txt, more surfaces from the English of CLDR
(babel), and the rest from unit_surfaces.py. The output depends on nothing else; `--check` only says whether it is current.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from importlib.resources import files
from pathlib import Path
from typing import Any

import pint
from babel import Locale
from unit_limits import AMBIGUOUS, GLUED_ONLY, NEEDS_DIGIT, SCALED, WEAK
from unit_proofs import PROOFS
from unit_surfaces import GROUPS

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "rules" / "en" / "units.toml"
DEFINITIONS = ROOT / "rules" / "units.txt"

PREFIXES = {
    "k": "kilo", "M": "mega", "G": "giga", "T": "tera", "P": "peta", "E": "exa", "Z": "zetta", "Y": "yotta", "h": "hecto", "da": "deca",
    "d": "deci", "c": "centi", "m": "milli", "µ": "micro", "n": "nano", "p": "pico", "f": "femto", "a": "atto",
    "Ki": "kibi", "Mi": "mebi", "Gi": "gibi", "Ti": "tebi", "Pi": "pebi",
}  # fmt: skip

POWERED = (
    "meter", "kilometer", "centimeter", "millimeter", "micrometer", "hectometer", "decameter", "foot", "inch", "yard", "mile",
)  # fmt: skip

CLDR = {
    "area-dunam": "dunam", "energy-electronvolt": "electronvolt", "energy-foodcalorie": "food_calorie",
    "energy-kilowatt-hour": "kilowatt_hour", "force-pound-force": "force_pound", "energy-therm-us": "therm",
    "pressure-atmosphere": "atmosphere", "pressure-inch-ofhg": "inch_Hg", "pressure-millimeter-ofhg": "millimeter_Hg",
    "pressure-pound-force-per-square-inch": "pound_per_square_inch", "torque-newton-meter": "newton_meter",
    "torque-pound-force-foot": "lb_ft", "mass-ounce-troy": "troy_ounce", "mass-tonne": "metric_ton", "mass-ton": "ton",
    "energy-british-thermal-unit": "british_thermal_unit", "length-nautical-mile": "nautical_mile", "length-light-year": "light_year",
    "length-astronomical-unit": "astronomical_unit", "volume-acre-foot": "acre_foot", "volume-fluid-ounce": "fluid_ounce",
    "graphics-dot-per-inch": "dot_per_inch", "graphics-pixel-per-inch": "pixel_per_inch", "concentr-karat": "karat",
    "consumption-liter-per-100-kilometer": "liter_per_hundred_kilometer", "speed-mile-per-hour": "mile / hour",
    "concentr-permillion": "ppm", "concentr-portion-per-1e9": "ppb", "temperature-celsius": "degree_Celsius",
    "temperature-fahrenheit": "degree_Fahrenheit", "angle-arc-minute": "arcminute", "angle-arc-second": "arcsecond",
    "angle-revolution": "turn",
}  # fmt: skip
"""CLDR's name -> ours, where the name alone does not tell."""

CLDR_SKIPPED = (
    "energy-calorie",
    "graphics-dot",
    "graphics-em",
    "volume-drop",
    "volume-pinch",
    "mass-grain",
    "length-point",
    "concentr-item",
)
"""Units of CLDR that are everyday words, or that news uses for something else (a calorie is a food calorie)."""

CLDR_MARKS_SKIPPED = ("CD", "fur", "pc", "fth", "US therm", "US therms", "m/s²", "A", "dec", "tn")
"""Short forms of CLDR that no newspaper prints, or that are something else there (pc is percent)."""


@dataclass
class Surfaces:
    """The words (no case) and marks (with case) of one canonical unit, in the order they came."""

    words: dict[str, None] = field(default_factory=dict)
    marks: dict[str, None] = field(default_factory=dict)


Table = dict[str, dict[str, Surfaces]]
"""Rule id -> canonical unit -> surfaces."""


def make_table() -> Table:
    """Every surface of every unit by rule, from the hand-written lines, the prefixes and CLDR."""
    table: Table = {group: {} for group in GROUPS}
    for group, lines in GROUPS.items():
        for line in lines.strip().splitlines():
            for canonical, words, marks in read_line(line):
                surfaces = table[group].setdefault(canonical, Surfaces())
                surfaces.words.update(dict.fromkeys(words))
                surfaces.marks.update(dict.fromkeys(marks))
    add_powers(table)
    add_cldr(table)
    return table


def read_line(line: str) -> Iterator[tuple[str, list[str], list[str]]]:
    """The unit of a line of unit_surfaces.py, then one for each of its prefixes."""
    canonical, words, marks, prefixes = [part.strip() for part in (line + "|||").split("|")[:4]]
    stems = [word.strip() for word in words.split(",") if word.strip()]
    symbols = [mark.strip() for mark in marks.split(",") if mark.strip()]
    if stems or symbols:
        yield canonical, [form for stem in stems for form in word_forms(stem)], symbols
    for prefix in prefixes.split():
        name = PREFIXES[prefix.rstrip("*")]
        plain = [stem for stem in (stems or [canonical.replace("_", " ")]) if " " not in stem.rstrip("-") or "_" in canonical]
        forms = [form for stem in plain if not stem.endswith("!") or len(plain) == 1 for form in word_forms(name + stem)]
        yield name + canonical, forms, [] if prefix.endswith("*") else prefixed_marks(prefix, canonical, symbols)


def prefixed_marks(prefix: str, canonical: str, symbols: list[str]) -> list[str]:
    """The marks of a prefixed unit: the prefix before the unit's own symbol, for micro in its three spellings."""
    symbol = {"parsec": "pc", "farad": "F", "henry": "H", "coulomb": "C", "siemens": "S", "tesla": "T", "molar": "M"}.get(canonical)
    bases = [symbol] if symbol else symbols[:2] if canonical in ("liter", "ohm") else symbols[:1]
    signs = ["µ", "μ"] if prefix == "µ" else [prefix]
    return [sign + base for sign in signs for base in bases]


def word_forms(stem: str) -> list[str]:
    """Singular and plural of a stem, and both with hyphens where it ends in "-"; see unit_surfaces.py."""
    if stem.endswith("!"):
        return [stem.rstrip("!").lower()]
    singular, _, plural = stem.partition(":")
    forms = [part.strip("- ").lower() for part in (singular, plural or plural_of(singular.strip("-")))]
    if "-" in (singular[-1], (plural or " ")[-1]):
        forms += [form.replace(" ", "-") for form in forms]
    return forms


def plural_of(stem: str) -> str:
    """The regular plural of a unit's name: hours, henries, inches, hertz."""
    head, _, tail = stem.partition(" per ")
    plural = head if head.endswith(("hertz", "siemens", "lux")) else head + "s"
    return plural + (" per " + tail if tail else "")


def add_powers(table: Table) -> None:
    """Adds "square kilometres", "cubic feet" and the like for the plain lengths."""
    lengths = table["length"]
    for canonical in POWERED:
        for word, short, power, group in (("square", "sq", 2, "area"), ("cubic", "cu", 3, "volume")):
            surfaces = table[group].setdefault(f"{canonical} ** {power}", Surfaces())
            for name in [form for form in lengths[canonical].words if " " not in form and "." not in form]:
                new = [f"{word} {name}", f"{short} {name}", f"{short}. {name}", f"{word}-{name}"]
                surfaces.words.update(dict.fromkeys(new))
            mark = next(iter(lengths[canonical].marks))
            surfaces.marks.update(dict.fromkeys([f"{mark}{'²³'[power - 2]}", f"{mark}{power}", f"{mark}^{power}", f"{word} {mark}"]))


def add_cldr(table: Table) -> None:
    """Adds what CLDR's English calls the units that stand in the table already."""
    groups = {canonical: group for group, units in table.items() for canonical in units}
    taken = {mark: canonical for units in table.values() for canonical, s in units.items() for mark in (*s.words, *s.marks)}
    patterns = Locale.parse("en")._data["unit_patterns"]
    for name in sorted(patterns):
        canonical = CLDR.get(name) or cldr_canonical(name)
        if canonical not in groups or name in CLDR_SKIPPED:
            continue
        surfaces = table[groups[canonical]][canonical]
        for length, known in (("long", surfaces.words), ("short", surfaces.marks)):
            for form in sorted({str(text) for key, text in dict(patterns[name].get(length, {})).items() if key in ("one", "other")}):
                surface = form.replace("{0}", "").strip()
                surface = surface.lower() if length == "long" else surface
                if surface in CLDR_MARKS_SKIPPED:
                    continue
                if surface and taken.setdefault(surface, canonical) == canonical and len(surface) > 1:
                    known.setdefault(surface)


def cldr_canonical(name: str) -> str:
    """CLDR's name in our spelling: "area-square-meter" -> "meter ** 2", "speed-meter-per-second" -> "meter / second"."""
    upper, _, lower = name.partition("-")[2].partition("-per-")
    return " / ".join(powered(part) for part in (upper, lower) if part)


def powered(name: str) -> str:
    """ "square-meter" -> "meter ** 2"."""
    for word, power in (("square-", 2), ("cubic-", 3)):
        if name.startswith(word):
            return f"{name.removeprefix(word)} ** {power}"
    return name.replace("-", "_")


def check_table(table: Table, limits: dict[str, list[str]]) -> dict[str, list[str]]:
    """Surfaces that two units claim (fatal), and the limits by rule, of which every entry must be a surface."""
    owner: dict[str, str] = {}
    clashes: list[str] = []
    for units in table.values():
        for canonical, surfaces in units.items():
            for surface in (*surfaces.words, *surfaces.marks):
                owner.setdefault(surface, canonical)
            claimed = (*surfaces.words, *surfaces.marks)
            clashes += [f"{surface!r} is {owner[surface]} and {canonical}" for surface in claimed if owner[surface] != canonical]
    stray = sorted({surface for surfaces in limits.values() for surface in surfaces} - set(owner))
    if clashes:
        raise SystemExit("\n".join(clashes))
    if stray:
        raise SystemExit(f"limited but not in the table: {stray}")
    return limits


def quote(text: str) -> str:
    """A TOML string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def array(items: list[str]) -> str:
    """A TOML array of strings."""
    return "[" + ", ".join(quote(item) for item in items) + "]"


def key(name: str) -> str:
    """A TOML key, quoted where it has to be."""
    return name if name.replace("_", "").isalnum() and name.isascii() else quote(name)


def make_registry(number: type) -> Any:
    """pint's registry with the project's own definitions laid over it before anything is cached."""
    registry: Any = pint.UnitRegistry(None, non_int_type=number, on_redefinition="ignore")
    registry.load_definitions(str(files("pint") / "default_en.txt"))
    registry.load_definitions(DEFINITIONS.read_text(encoding="utf-8").splitlines())
    return registry


def scale_of(registry: Any, canonical: str) -> list[str]:
    """The dimension of a unit and its factor to the base unit; for temperatures also the offset (base = value * factor + offset)."""
    unit = registry.Unit(canonical)
    zero, one = (Fraction(registry.Quantity(Fraction(n), unit).to_root_units().magnitude) for n in (0, 1))
    dimension = dimension_text(dict(unit.dimensionality))
    factor = fraction_text(one - zero)
    return [dimension, factor] if zero == 0 else [dimension, factor, str(zero)]


def check_names(table: Table) -> None:
    """Stops where pint knows a unit by another name than ours. (In Decimals: pint cannot print the powers of fractions.)"""
    registry = make_registry(Decimal)
    for canonical in sorted(canonical for units in table.values() for canonical in units):
        if str(registry.Unit(canonical)) != canonical:
            raise SystemExit(f"pint calls {canonical!r} {registry.Unit(canonical)}")


def dimension_text(powers: dict[str, Any]) -> str:
    """Base dimensions with their powers in one stable line: "[length] * [time] ** -1", or "[]"."""
    terms = [name if power == 1 else f"{name} ** {int(power)}" for name, power in sorted(powers.items())]
    return " * ".join(terms) or "[]"


def render_units() -> str:
    """The text of rules/en/units.toml."""
    table = make_table()
    check_table(table, {"glued": GLUED_ONLY})
    check_names(table)
    registry = make_registry(Fraction)
    parts = ["# Made by scripts/make_units.py: change the lists there, not here.", "#"]
    parts += [
        "# words: canonical unit (pint's name) -> surfaces compared without case; marks: with case; glued_only: marks that count only"
    ]
    parts += ["# directly behind the figure; weak: marks that also mean something else when a space stands before; needs_digit: words that"]
    parts += [
        "# are units only behind digits; ambiguous: surface -> its other reading; scaled: marks that hold a scale word, with factor and"
    ]
    parts += ["# unit; scale: canonical unit -> dimension, factor to the base unit, and the offset of temperatures.", ""]
    for group, units in table.items():
        parts += render_rule(registry, group, units)
    return "\n".join(parts)


def marks_of(surfaces: Surfaces) -> list[str]:
    """The marks that are not words as well: a word is found in any case."""
    return [mark for mark in surfaces.marks if mark.lower() not in surfaces.words]


def fraction_text(number: Fraction) -> str:
    """A fraction as "127/5000"; one too long to read (constants of nature, acres of the survey foot) as a decimal of 28 digits."""
    text = str(number)
    return text if len(text) <= 40 else format((Decimal(number.numerator) / Decimal(number.denominator)).normalize(), "f")


def render_rule(registry: Any, group: str, units: dict[str, Surfaces]) -> Iterator[str]:
    """The lines of one rule."""
    surfaces = {surface for s in units.values() for surface in (*s.words, *marks_of(s))}
    yield from ("[[rule]]", f"id = {quote(group)}")
    for name, listed in (("glued_only", GLUED_ONLY), ("weak", WEAK), ("needs_digit", NEEDS_DIGIT)):
        here = sorted(set(listed) & surfaces)
        if here:
            yield f"{name} = {array(here)}"
    other = {surface: AMBIGUOUS[surface] for surface in sorted(AMBIGUOUS) if surface in surfaces}
    scaled = {mark: value for mark, value in sorted(SCALED.items()) if value[1] in units}
    tables: tuple[tuple[str, dict[str, list[str]]], ...] = (
        ("words", {c: list(s.words) for c, s in sorted(units.items()) if s.words}),
        ("marks", {c: marks_of(s) for c, s in sorted(units.items()) if marks_of(s)}),
        ("scale", {c: scale_of(registry, c) for c in sorted(units)}),
        ("scaled", {mark: list(value) for mark, value in scaled.items()}),
    )
    for name, entries in tables:
        if entries:
            yield f"[rule.{name}]"
            yield from (f"{key(canonical)} = {array(items)}" for canonical, items in entries.items())
    if other:
        yield "[rule.ambiguous]"
        yield from (f"{key(surface)} = {quote(reading)}" for surface, reading in other.items())
    yield PROOFS[group].strip()
    yield ""


def main(arguments: list[str]) -> int:
    """Writes the file, or with --check returns 1 where it is not current."""
    text = render_units()
    if "--check" in arguments:
        return 0 if TARGET.read_text(encoding="utf-8") == text else 1
    TARGET.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
