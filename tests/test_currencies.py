"""Currencies: ISO 4217 complete, each surface one currency's, each currency a dimension of its own."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from ledger.extract.units import DimensionError, convert, dimension, read_parts
from ledger.pack import RulePack, load_pack

TABLES = ("names", "codes", "marks", "minor", "minor_marks")
FUNDS = set("BOV CHE CHW COU MXV USN UYI UYW XAD XAG XAU XBA XBB XBC XBD XPD XPT XSU XTS XUA XXX".split())


@pytest.fixture(scope="module")
def pack() -> RulePack:
    return load_pack()


def surfaces(pack: RulePack) -> Iterator[tuple[str, str, str]]:
    """(table, surface, code) for every surface."""
    for rule in pack.rules["currencies"]:
        for table in TABLES:
            for code, listed in rule.fields.get(table, {}).items():
                for surface in listed:
                    yield table, surface, code


def codes(pack: RulePack) -> set[str]:
    return {code for _, _, code in surfaces(pack)}


def test_every_currency_of_iso_4217_is_there(pack: RulePack) -> None:
    pycountry = pytest.importorskip("pycountry", reason="the list of ISO 4217 comes from pycountry")
    assert {currency.alpha_3 for currency in pycountry.currencies} - FUNDS - codes(pack) == set()


def test_no_surface_belongs_to_two_currencies(pack: RulePack) -> None:
    owners: dict[str, set[str]] = {}
    for _, surface, code in surfaces(pack):
        owners.setdefault(surface, set()).add(code)
    assert {surface: found for surface, found in owners.items() if len(found) > 1} == {}


def test_an_ambiguous_surface_stands_under_its_first_reading(pack: RulePack) -> None:
    owner = {surface: code for _, surface, code in surfaces(pack)}
    wholes = {unit: whole for unit, (whole, _) in read_parts(pack).items()}
    for rule in pack.rules["currencies"]:
        for surface, readings in rule.fields.get("ambiguous", {}).items():
            assert wholes.get(owner[surface], owner[surface]) == readings[0]


def test_names_are_lower_case_with_single_spaces(pack: RulePack) -> None:
    named = [surface for table, surface, _ in surfaces(pack) if table in ("names", "minor")]
    assert [name for name in named if name != " ".join(name.lower().split())] == []


@pytest.mark.parametrize(
    ("surface", "code"),
    [
        ("dollars", "USD"),
        ("us dollars", "USD"),
        ("u.s. dollars", "USD"),
        ("american dollar", "USD"),
        ("$", "USD"),
        ("US$", "USD"),
        ("US $", "USD"),
        ("rupees", "INR"),
        ("Rs.", "INR"),
        ("₹", "INR"),
        ("dong", "VND"),
        ("₫", "VND"),
        ("đ", "VND"),
        ("VND", "VND"),
        ("yuan", "CNY"),
        ("renminbi", "CNY"),
        ("kuwait dinars", "KWD"),
        ("tomans", "toman"),
        ("groszy", "grosz"),
        ("baisa", "baisa"),
        ("RMB", "CNY"),
        ("RM", "MYR"),
        ("Dh", "AED"),
        ("Dhs", "AED"),
        ("Tk", "BDT"),
        ("NT$", "TWD"),
        ("HK$", "HKD"),
        ("A$", "AUD"),
        ("C$", "CAD"),
        ("S$", "SGD"),
        ("R$", "BRL"),
        ("Bds$", "BBD"),
        ("zł", "PLN"),
        ("Kč", "CZK"),
        ("Ft", "HUF"),
        ("лв", "BGN"),
        ("€", "EUR"),
        ("£", "GBP"),
        ("pounds", "GBP"),
        ("¥", "JPY"),
        ("Y=", "JPY"),
        ("₩", "KRW"),
        ("₽", "RUB"),
        ("₺", "TRY"),
        ("₦", "NGN"),
        ("₱", "PHP"),
        ("฿", "THB"),
        ("₴", "UAH"),
        ("₪", "ILS"),
        ("₡", "CRC"),
        ("₲", "PYG"),
        ("₵", "GHS"),
        ("₸", "KZT"),
        ("₼", "AZN"),
        ("₾", "GEL"),
        ("₭", "LAK"),
        ("pence", "penny"),
        ("p", "penny"),
        ("cents", "US_cent"),
        ("paise", "paisa"),
        ("sen", "sen"),
        ("kopecks", "kopeck"),
        ("bitcoins", "BTC"),
        ("ether", "ETH"),
        ("cfa francs", "XAF"),
        ("swiss francs", "CHF"),
        ("deutsche marks", "DEM"),
        ("trinidad and tobago dollars", "TTD"),
        ("us$", "USD"),
        ("usd", "USD"),
    ],
)
def test_a_surface_means_its_currency_or_a_part_of_one(pack: RulePack, surface: str, code: str) -> None:
    assert {found for _, known, found in surfaces(pack) if known == surface} == {code}


def test_codes_that_are_words_are_not_read_in_lower_case(pack: RulePack) -> None:
    lower = {surface for table, surface, _ in surfaces(pack) if table == "codes" and surface.islower()}
    assert lower & {"try", "cad", "mad", "all", "top", "pen", "cop", "cup", "gel", "sos", "bam", "mop", "mur", "lak", "ron"} == set()


def test_every_minor_unit_has_its_worth(pack: RulePack) -> None:
    for rule in pack.rules["currencies"]:
        factors = rule.fields.get("minor_factor", {})
        assert set(rule.fields.get("minor", {})) | set(rule.fields.get("minor_marks", {})) <= set(factors)
        assert all(Decimal(0) < Decimal(factor) != 1 for factor in factors.values())


def test_every_currency_is_its_own_dimension(pack: RulePack) -> None:
    parts = read_parts(pack)
    assert parts["US_cent"] == ("USD", Decimal("0.01"))
    assert {code for code in codes(pack) - set(parts) if dimension(code) != f"[currency_{code}]"} == set()


def test_a_part_converts_to_its_currency_and_to_no_other(pack: RulePack) -> None:
    assert {unit for unit, (whole, worth) in read_parts(pack).items() if convert(Decimal(1), unit, whole) != worth} == set()
    assert convert(Decimal("1.5"), "GBP", "penny") == 150
    with pytest.raises(DimensionError):
        convert(Decimal(50), "US_cent", "EUR")


def test_two_currencies_never_convert() -> None:
    with pytest.raises(DimensionError, match="amounts of one currency"):
        convert(Decimal(2_000_000), "VND", "USD")
