"""Writes rules/en/places.toml: countries, their people, capitals, large cities, states, regions and waters.

    python scripts/make_places.py [--check]

Countries are ISO 3166's (pycountry) by CLDR's English names (babel), with the currency CLDR gives them; the rest stands in
place_names.py. The output depends on nothing else; `--check` only says whether it is current.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pycountry
from babel import Locale
from babel.numbers import get_territory_currencies
from place_names import (
    CAPITALS,
    CITIES,
    CITIES_NOT_ALONE,
    DEMONYMS,
    NOT_NAMES,
    OTHER_NAMES,
    OVERRIDES,
    REGIONS,
    SEAS,
    STATES,
)

AS_OF = date(2026, 1, 1)
"""The day whose currencies are meant: today would change the file."""

VANITY = frozenset("AI AS CC CO FM GG IM IO LA LY ME NU SH TO TV WS".split())
"""Countries whose web addresses stand for no country."""

TARGET = Path(__file__).resolve().parent.parent / "rules" / "en" / "places.toml"

PROOFS = {
    "countries": (("The storm sank {14 boats} in Peru.", "Peru"), "{14 boats} reached the port.", ""),
    "demonyms": (("The storm hit {40 villages} in Indonesia.", "Indonesia"), "The Danish queen waved.", None),
    "capitals": (("Police held {60 marchers} in Cairo.", "Cairo"), "{60 marchers} were held.", ""),
    "cities": (("The mill hired {60 weavers} in Karachi.", "Karachi"), "The mill hired {60 weavers}.", ""),
    "states": (("The fire burned {900 barns} in Kerala.", "Kerala"), "The fire burned {900 barns}.", ""),
    "regions": (("The group runs {75 clinics} in West Africa.", "West Africa"), "The group runs {75 clinics}.", ""),
    "waters": (("The navy stopped {9 boats} in the Red Sea.", "Red Sea"), "The navy stopped {9 boats}.", ""),
}
"""Rule id -> an example with its place, and a counterexample with the place it must have ("" none; None: no claim at all)."""


def split(text: str, mark: str = ",") -> list[str]:
    """The parts of a list, trimmed, without empty ones."""
    return [part.strip() for part in text.replace("\n", mark).split(mark) if part.strip()]


def country_names() -> dict[str, list[str]]:
    """ISO code -> every name of the country, the canonical one first."""
    territories = Locale.parse("en").territories
    names = {country.alpha_2: [territories[country.alpha_2]] for country in pycountry.countries if country.alpha_2 in territories}
    names["XK"] = ["Kosovo"]
    for entry in split(OTHER_NAMES, "|"):
        code, _, listed = entry.partition(":")
        names[code.strip()] += split(listed)
    for code, name in OVERRIDES.items():
        names[code] = [name, *names[code]]
    return {code: distinct(listed) for code, listed in sorted(names.items()) if listed[0] not in NOT_NAMES}


def distinct(names: list[str]) -> list[str]:
    """The names without repeats, "&" spelled out, and what is no name left away."""
    return list(dict.fromkeys(name.replace(" & ", " and ").replace("St. ", "St. ") for name in names if name not in NOT_NAMES))


def currencies(names: dict[str, list[str]]) -> dict[str, str]:
    """Canonical country name -> the code of its currency today."""
    found = {}
    for code, listed in names.items():
        current = get_territory_currencies(code, start_date=AS_OF, end_date=AS_OF, tender=True)
        if current:
            found[listed[0]] = current[-1]
    return found


def domains(names: dict[str, list[str]]) -> dict[str, str]:
    """The last part of a country's web addresses -> the country, without those that anybody takes."""
    return {"uk" if code == "GB" else code.lower(): listed[0] for code, listed in names.items() if code not in VANITY}


def demonyms(names: dict[str, list[str]]) -> dict[str, str]:
    """Adjective or people, lower case -> country."""
    found = {}
    for entry in split(DEMONYMS):
        code, *words = entry.split()
        found.update({word.replace("-", " "): names[code][0] for word in words})
    return found


def listed_by_country(text: str, names: dict[str, list[str]]) -> dict[str, str]:
    """Place -> country from lines of "CODE: name, name | CODE: name"."""
    found: dict[str, str] = {}
    for entry in split(text, "|"):
        code, _, listed = entry.partition(":")
        found.update({place: names[code.strip()][0] for place in split(listed)})
    return found


def states(names: dict[str, list[str]]) -> tuple[dict[str, str], dict[str, str]]:
    """State -> country, and abbreviation -> state."""
    found, short = {}, {}
    for line in STATES.strip().splitlines():
        code, _, listed = line.partition(":")
        for entry in split(listed):
            name, *abbreviations = [part.replace("-", " ") for part in entry.split()]
            found[name.removesuffix(" state")] = names[code][0]
            short.update(dict.fromkeys(abbreviations, name.removesuffix(" state")))
    return found, short


def quote(text: str) -> str:
    """A TOML string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def array(key: str, items: list[str]) -> Iterator[str]:
    """A TOML array over lines of at most 140 characters."""
    yield f"{key} = ["
    line = " "
    for item in items:
        if len(line) + len(item) > 132:
            yield line
            line = " "
        line += f" {quote(item)},"
    yield from (line, "]")


def table(name: str, entries: dict[str, str]) -> Iterator[str]:
    """A TOML table of strings, sorted."""
    yield f"[rule.{name}]"
    yield from (f"{quote(key)} = {quote(value)}" for key, value in sorted(entries.items()))


def rule(name: str, places: list[str], tables: dict[str, dict[str, str]], weak: list[str] | None = None) -> Iterator[str]:
    """The lines of one rule."""
    yield from ("[[rule]]", f'id = "{name}"')
    if places:
        yield from array("names", sorted(set(places)))
    if weak:
        yield from array("weak", sorted(weak))
    for key, entries in tables.items():
        yield from table(key, entries)
    (text, place), counter, wanted = PROOFS[name]
    yield from ("[[rule.example]]", f"text = {quote(text)}", f"place = {quote(place)}")
    yield from ("[[rule.counterexample]]", f"text = {quote(counter)}")
    if wanted is not None:
        yield f"place = {quote(wanted)}"
    yield ""


def render_places() -> str:
    """The text of rules/en/places.toml."""
    names = country_names()
    alike = {name: listed[0] for listed in names.values() for name in listed[1:]}
    capitals = {entry.partition(" ")[2]: names[entry.partition(" ")[0]][0] for entry in split(CAPITALS)}
    cities = {city: country for city, country in listed_by_country(CITIES.replace("\n", "|"), names).items() if city not in capitals}
    regions, waters = split(REGIONS), split(SEAS)
    provinces, short = states(names)
    weak = sorted(CITIES_NOT_ALONE & set(cities))
    lines = ["# Made by scripts/make_places.py: change the lists there, not here.", "#"]
    lines += ["# names: places by kind; same: another name -> the name; country: place -> country; currency: country -> ISO 4217 code;"]
    lines += ["# domain: the last part of a web address -> country;"]
    lines += ["# adjectives: adjective or people -> country; weak: names that are also words, good only behind a preposition of place.", ""]
    everyone = [name for listed in names.values() for name in listed]
    lines += rule("countries", everyone, {"same": alike, "currency": currencies(names), "domain": domains(names)})
    lines += rule("demonyms", [], {"adjectives": demonyms(names)})
    lines += rule("capitals", list(capitals), {"country": capitals})
    lines += rule("cities", [city for city in cities if city not in weak], {"country": cities}, weak)
    lines += rule("states", [*provinces, *short], {"country": provinces, "same": short})
    lines += rule("regions", regions, {})
    lines += rule("waters", waters, {})
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    """Writes the file, or with --check returns 1 where it is not current."""
    text = render_places()
    if "--check" in arguments:
        return 0 if TARGET.read_text(encoding="utf-8") == text else 1
    TARGET.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
