"""Units: the table of surfaces, and conversion with exact figures."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.extract.units import (
    DimensionError,
    Size,
    UnitError,
    UnitTable,
    canonical,
    convert,
    dimension,
    make_unit_table,
    same_dimension,
    shipped_table,
)
from ledger.pack import RulePack, load_pack

ROOT = Path(__file__).resolve().parent.parent
EQUIVALENTS = ROOT.parent / "shared" / "bench" / "unit_equiv.json"


@pytest.fixture(scope="module")
def pack() -> RulePack:
    return load_pack()


@pytest.fixture(scope="module")
def registry(pack: RulePack) -> Any:
    made: Any = pint.UnitRegistry(None, non_int_type=Decimal, on_redefinition="ignore")
    made.load_definitions(str(Path(pint.__file__).parent / "default_en.txt"))
    made.load_definitions(pack.units_text.splitlines())
    return made


def surfaces(pack: RulePack, *tables: str) -> Iterator[tuple[str, str, str]]:
    """(table, surface, canonical unit) for every surface of the units."""
    for rule in pack.rules["units"]:
        for table in tables:
            for unit, listed in rule.fields.get(table, {}).items():
                for surface in listed:
                    yield table, surface, unit


def owners(pack: RulePack) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for _, surface, unit in surfaces(pack, "words", "marks"):
        found.setdefault(surface, set()).add(unit)
    return found


def test_no_surface_belongs_to_two_units(pack: RulePack) -> None:
    assert {surface: units for surface, units in owners(pack).items() if len(units) > 1} == {}


def test_no_mark_repeats_a_word_of_its_unit(pack: RulePack) -> None:
    words = {(surface, unit) for _, surface, unit in surfaces(pack, "words")}
    assert [(surface, unit) for _, surface, unit in surfaces(pack, "marks") if (surface.lower(), unit) in words] == []


def test_words_are_lower_case_with_single_spaces(pack: RulePack) -> None:
    assert [surface for _, surface, _ in surfaces(pack, "words") if surface != " ".join(surface.lower().split())] == []


@pytest.mark.parametrize("key", ["glued_only", "weak", "needs_digit", "ambiguous"])
def test_every_limited_surface_is_in_its_own_rule(pack: RulePack, key: str) -> None:
    for rule in pack.rules["units"]:
        tables = (rule.fields.get("words", {}), rule.fields.get("marks", {}))
        own = {surface for table in tables for listed in table.values() for surface in listed}
        assert set(rule.fields.get(key, ())) <= own


def test_every_unit_has_a_surface_and_a_scale(pack: RulePack) -> None:
    for rule in pack.rules["units"]:
        named = set(rule.fields.get("words", {})) | set(rule.fields.get("marks", {}))
        assert named == set(rule.fields["scale"])
        assert {unit for _, unit in rule.fields.get("scaled", {}).values()} <= named


def test_the_table_is_several_hundred_units_wide(pack: RulePack) -> None:
    units = {unit for _, _, unit in surfaces(pack, "words", "marks")}
    assert len(units) >= 400
    assert len(owners(pack)) >= 3000


def test_everyday_words_are_no_units(pack: RulePack) -> None:
    everyday = "a as at am pm us mil rod pole chain link hand shot drop cable mark point league tone has me so are mp to on no ma".split()
    assert set(everyday) & {surface for _, surface, _ in surfaces(pack, "words")} == set()


@pytest.mark.parametrize(
    ("surface", "unit"),
    [
        ("square kilometers", "kilometer ** 2"),
        ("sq. m", "meter ** 2"),
        ("km²", "kilometer ** 2"),
        ("km2", "kilometer ** 2"),
        ("m.p.h.", "mile / hour"),
        ("kph", "kilometer / hour"),
        ("kms", "kilometer"),
        ("Kg", "kilogram"),
        ("Ghz", "gigahertz"),
        ("KW", "kilowatt"),
        ("kWh", "kilowatt_hour"),
        ("lbs", "lb"),
        ("sq ft", "foot ** 2"),
        ("′", "foot"),
        ("″", "inch"),
        ("°C", "degree_Celsius"),
        ("deg c", "degree_Celsius"),
        ("degf", "degree_Fahrenheit"),
        ("° F", "degree_Fahrenheit"),
        ("ppm", "ppm"),
        ("ppg", "point / game"),
        ("mAh", "milliampere_hour"),
        ("bpd", "barrel / day"),
        ("boe", "barrel_of_oil_equivalent"),
        ("Mt", "megatonne"),
        ("MMBtu", "mmbtu"),
        ("mmHg", "millimeter_Hg"),
        ("bhp", "brake_horsepower"),
        ("cc", "centimeter ** 3"),
        ("rpm", "revolution_per_minute"),
        ("dB", "decibel"),
        ("nm", "nanometer"),
        ("TEU", "twenty_foot_equivalent_unit"),
        ("GB", "gigabyte"),
        ("Gb", "gigabit"),
        ("Mbps", "megabit / second"),
        ("μg", "microgram"),
        ("µg", "microgram"),
        ("mg/dl", "milligram / deciliter"),
        ("l/100km", "liter_per_hundred_kilometer"),
        ("years old", "year"),
        ("nautical miles", "nautical_mile"),
        ("gigapascals", "gigapascal"),
        ("square-foot", "foot ** 2"),
        ("acre-feet", "acre_foot"),
        ("celcius", "degree_Celsius"),
        ("barrels a day", "barrel / day"),
    ],
)
def test_a_surface_means_its_unit(pack: RulePack, surface: str, unit: str) -> None:
    assert owners(pack)[surface] == {unit}


def test_pint_calls_every_unit_by_our_name(pack: RulePack, registry: Any) -> None:
    for rule in pack.rules["units"]:
        for unit in rule.fields["scale"]:
            assert str(registry.Unit(unit)) == unit


def test_every_definition_names_itself(pack: RulePack, registry: Any) -> None:
    names = [line.split("=")[0].strip() for line in pack.units_text.splitlines() if "=" in line and not line.startswith("#")]
    assert [name for name in names if str(registry.Unit(name)) != name] == []
    assert len(names) == len(set(names))


def test_the_plain_table_agrees_with_pint(pack: RulePack, registry: Any) -> None:
    for rule in pack.rules["units"]:
        for unit, (line, *numbers) in rule.fields["scale"].items():
            quantity = registry.Quantity(Decimal(1), registry.Unit(unit)).to_root_units().magnitude
            factor, offset = (Fraction(number) for number in (*numbers, "0")[:2])
            assert float(quantity) == pytest.approx(float(factor + offset), rel=1e-12), unit
            assert shipped_table().dimension(unit) == line


def test_the_generated_files_are_current() -> None:
    pytest.importorskip("babel", reason="the generator reads CLDR through babel")
    for script in ("make_units.py", "make_currencies.py"):
        done = subprocess.run([sys.executable, str(ROOT / "scripts" / script), "--check"], cwd=ROOT, capture_output=True, text=True)
        assert (done.returncode, done.stderr) == (0, ""), f"run scripts/{script}"


@pytest.mark.parametrize(
    ("value", "source", "target", "expected"),
    [
        ("60", "mile", "kilometer", "96.56064"),
        ("1", "gallon", "liter", "3.785411784"),
        ("212", "degree_Fahrenheit", "degree_Celsius", "100"),
        ("-40", "degree_Celsius", "degree_Fahrenheit", "-40"),
        ("0", "degree_Celsius", "kelvin", "273.15"),
        ("1", "kilowatt_hour", "megajoule", "3.6"),
        ("1", "metric_ton", "kilogram", "1000"),
        ("1", "ton", "lb", "2000"),
        ("42", "gallon", "barrel", "1"),
        ("1", "decade", "year", "10"),
        ("1", "quarter", "month", "3"),
        ("2", "week", "day", "14"),
        ("100", "kilometer / hour", "meter / second", "27.77777777777777777777777778"),
        ("1", "food_calorie", "kilocalorie", "1"),
        ("8", "bit", "byte", "1"),
        ("1", "kibibyte", "byte", "1024"),
        ("250", "basis_point", "percentage_point", "2.5"),
        ("1", "acre", "foot ** 2", "43560"),
        ("1", "kilometer ** 2", "hectare", "100"),
        ("1", "brake_horsepower", "horsepower", "1"),
        ("5", "USD / kilogram", "USD / metric_ton", "5000"),
        ("1", "person / kilometer ** 2", "person / hectare", "0.01"),
    ],
)
def test_conversion_is_exact(value: str, source: str, target: str, expected: str) -> None:
    converted = convert(Decimal(value), source, target)
    assert (converted, str(converted)) == (Decimal(expected), expected)


def test_a_difference_of_temperatures_has_no_offset() -> None:
    assert shipped_table().convert(Decimal("1.5"), "degree_Celsius", "degree_Fahrenheit", difference=True) == Decimal("2.7")


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("USD", "VND"),
        ("kilogram", "kilometer"),
        ("percent", "percentage_point"),
        ("agreement", "treaty"),
        ("USD / barrel", "EUR / barrel"),
        ("night", "day"),
    ],
)
def test_what_does_not_measure_the_same_never_converts(source: str, target: str) -> None:
    with pytest.raises(DimensionError) as caught:
        convert(Decimal(1), source, target)
    assert (caught.value.source, caught.value.target) == (source, target)
    assert not same_dimension(source, target)


@pytest.mark.parametrize(
    ("unit", "line"),
    [
        ("kilometer", "[length]"),
        ("mile / hour", "[length] * [time] ** -1"),
        ("USD", "[currency_USD]"),
        ("percent", "[percent]"),
        ("times", "[times]"),
        ("agreement", "[agreement]"),
        ("cooperation agreement", "[cooperation agreement]"),
        ("USD / barrel", "[currency_USD] * [length] ** -3"),
        ("1 / second", "[time] ** -1"),
        ("meter / meter", "[]"),
        ("degree", "[angle]"),
        ("gigabyte", "[information]"),
        ("count", "[count]"),
    ],
)
def test_dimension_is_a_stable_line(unit: str, line: str) -> None:
    assert dimension(unit) == line


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("metre", "meter"),
        ("km/h", "kilometer / hour"),
        ("mph", "mile / hour"),
        ("m**2", "meter ** 2"),
        ("degC", "degree_Celsius"),
        ("lb", "lb"),
        ("pound", "lb"),
        ("kilometer / hour", "kilometer / hour"),
        ("USD/barrel", "USD / barrel"),
        ("psi", "pound_per_square_inch"),
        ("1/s", "1 / second"),
        ("VND", "VND"),
    ],
)
def test_a_name_typed_by_a_person_becomes_canonical(name: str, expected: str) -> None:
    assert canonical(name) == expected


@pytest.mark.parametrize("name", ["furlongs per fortnight per", "smoot", "", "km//h", "3"])
def test_an_unknown_name_is_an_error_that_says_what_to_do(name: str) -> None:
    with pytest.raises(UnitError, match="is not a known unit"):
        canonical(name)


def test_a_unit_of_a_users_pack_is_read_by_pint(pack: RulePack) -> None:
    table = UnitTable(make_unit_table(pack).sizes, pack.units_text + "\nsmoot = 1.7018 * meter\ngoat = [goat]\n")
    assert table.convert(Decimal(2), "smoot", "meter") == Decimal("3.4036")
    assert table.size("goat") == Size("[goat]")
    assert table.canonical("smoots") == "smoot"


def test_conversion_of_known_units_does_without_pint() -> None:
    program = (
        "import sys; from decimal import Decimal; from ledger.extract.units import convert;"
        "print(convert(Decimal(1), 'mile / hour', 'kilometer / hour'), 'pint' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("1.609344 False\n", "")


LENGTHS = ("millimeter", "inch", "foot", "yard", "meter", "kilometer", "mile", "nautical_mile", "light_year")


@given(st.decimals(-(10**12), 10**12, places=6), st.sampled_from(LENGTHS), st.sampled_from(LENGTHS))
def test_a_conversion_there_and_back_is_the_same_figure(value: Decimal, source: str, target: str) -> None:
    back = convert(convert(value, source, target), target, source)
    assert back == pytest.approx(value, rel=Decimal("1e-24"))


@pytest.mark.skipif(not EQUIVALENTS.exists(), reason="the benchmarks' table of unit names is not here")
def test_every_unit_the_benchmarks_name_has_a_surface(pack: RulePack) -> None:
    table = json.loads(EQUIVALENTS.read_text(encoding="utf-8"))["units"]
    dimensions = ("length", "area", "volume", "mass", "time", "speed", "temperature", "angle", "information", "physical")
    known = {surface.lower() for surface in owners(pack)}
    missing = [name for name, entry in table.items() if entry["dim"] in dimensions and not {name, *entry["aliases"]} & known]
    assert missing == []
