"""Units of measurement: canonical names, dimensions, and exact conversion. The only place that knows pint.

A plain table (the `scale` tables of rules/en/units.toml, made from pint's registry) answers for every unit that extraction
gives and for their products and quotients; pint is imported, late, for names that only a user's own units.txt defines.
A name that nobody defines (a counted noun: "agreement") is a dimension of its own. Text of articles never comes here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Context, Decimal, Inexact, localcontext
from fractions import Fraction
from functools import cache
from typing import Any

from ledger.errors import LedgerError
from ledger.pack import RulePack, load_pack

_OURS = {"pound": "lb"}
"""pint's names that would be mistaken for a currency's, and ours."""
_DEFINED = re.compile(r"^(?P<name>[^\W\d]\w*) *= *(?:\[(?P<own>\w+)\] *(?:=|$))?", re.MULTILINE)
_OPERATOR = re.compile(r"\s*(?<!\*)([*/])(?!\*)\s*")
_POWER = re.compile(r"\s*(?:\*\*|\^)\s*(-?\d{1,3})$")
_DIMENSION = re.compile(r"\[([^\]]+)\](?: \*\* (-?\d+))?")


class UnitError(LedgerError):
    """A unit that does not exist, or two that cannot be converted; `source` and `target` are their names as given."""

    def __init__(self, source: str, target: str, found: str, todo: str) -> None:
        super().__init__(f"unit {source!r}", found, todo)
        self.source, self.target = source, target


class DimensionError(UnitError):
    """Two units of different dimensions; two currencies always are."""


@dataclass(frozen=True, slots=True)
class Size:
    """What a unit measures and how much of the base unit it is: base = value * factor + offset.

    `dimension` is a stable line such as "[length] * [time] ** -1"; only temperatures have an offset.
    """

    dimension: str
    factor: Fraction = Fraction(1)
    offset: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class UnitTable:
    """The sizes of the units that are known without pint, and the definitions (rules/units.txt) that pint would read."""

    sizes: Mapping[str, Size]
    definitions: str = ""
    _known: dict[str, Size] = field(default_factory=dict, repr=False, compare=False)
    """Sizes already worked out, of products and quotients too."""

    def size(self, unit: str) -> Size:
        """The size of a canonical unit, simple or composed ("kilometer / hour", "USD / barrel", "person / kilometer ** 2")."""
        known = self._known.get(unit)
        if known is None:
            known = self._known[unit] = self.sizes.get(unit) or self._work_out(unit)
        return known

    def dimension(self, unit: str) -> str:
        """What the unit measures: "[length]", "[currency_USD]", "[length] * [time] ** -1"; "[agreement]" for a counted noun."""
        return self.size(unit).dimension

    def scale(self, unit: str) -> tuple[str, Decimal, Decimal]:
        """The dimension, factor and offset of a unit, in Decimals (of 28 digits where they have more): base = value * factor + offset."""
        size = self.size(unit)
        return size.dimension, _decimal(size.factor), _decimal(size.offset)

    def same_dimension(self, left: str, right: str) -> bool:
        """True where figures in the two units can be compared; never for two currencies or two nouns."""
        return self.dimension(left) == self.dimension(right)

    def convert(self, value: Decimal, source: str, target: str, *, difference: bool = False) -> Decimal:
        """The value in the target unit: exact where decimals can say it, else 28 digits. With `difference` a temperature is a step
        on the scale and not a place on it (up 2 degree_Celsius is up 3.6 degree_Fahrenheit).

        Raises DimensionError where the two do not measure the same.
        """
        if source == target:
            return value
        left, right = self.size(source), self.size(target)
        if left.dimension != right.dimension:
            found = f"cannot be turned into {target!r}: {left.dimension} is not {right.dimension}"
            raise DimensionError(source, target, found, "Compare figures of one dimension, and amounts of one currency.")
        if difference:
            return _decimal(Fraction(value) * left.factor / right.factor)
        return _decimal((Fraction(value) * left.factor + left.offset - right.offset) / right.factor)

    def canonical(self, name: str) -> str:
        """The name under which the tables know a unit ("metre" -> "meter", "km/h" -> "kilometer / hour"). For names in rule files
        and commands; raises UnitError for a name that nobody defines."""
        if name in self.sizes:
            return name
        terms = [(sign, self._canonical_term(term), power) for sign, term, power in _terms(name)]
        return _composed(terms)

    def _canonical_term(self, term: str) -> str:
        if term in self.sizes or term == "1":
            return term
        import pint

        try:
            name = str(_registry(self.definitions).Unit(_word(term)))
        except (pint.errors.PintError, AttributeError, ValueError, TypeError) as error:
            raise UnitError(term, "", "is not a known unit", "Define it in units.txt of your rule pack.") from error
        spread = _OURS.get(name, name.replace("_per_", " / "))
        return spread if name not in self.sizes and spread in self.sizes else name

    def _work_out(self, unit: str) -> Size:
        terms = _terms(unit)
        if len(terms) == 1 and terms[0][2] == 1:
            return self._undefined(unit)
        powers: Counter[str] = Counter()
        factor = Fraction(1)
        for sign, term, power in terms:
            if term == "1":
                continue
            exponent = power if sign == "*" else -power
            size = self.size(term)
            factor *= size.factor**exponent
            for base, times in _powers(size.dimension).items():
                powers[base] += times * exponent
        return Size(_dimension_text(powers), factor)

    def _undefined(self, name: str) -> Size:
        """A unit outside the table: what a pack's own units.txt says of it, or the counted noun that it is."""
        if name not in _defined_names(self.definitions):
            return Size(f"[{name}]")
        registry = _registry(self.definitions)
        unit = registry.Unit(name)
        zero, one = (Fraction(registry.Quantity(Fraction(step), unit).to_root_units().magnitude) for step in (0, 1))
        powers = Counter({base.strip("[]"): int(power) for base, power in dict(unit.dimensionality).items()})
        return Size(_dimension_text(powers), one - zero, zero)


def read_parts(pack: RulePack) -> dict[str, tuple[str, Decimal]]:
    """Unit of a part of a currency -> (ISO 4217 code of the currency, worth in it): US_cent -> (USD, 0.01)."""
    parts: dict[str, tuple[str, Decimal]] = {}
    for rule in pack.rules.get("currencies", ()):
        factors = rule.fields.get("minor_factor", {})
        parts.update({unit: (whole, Decimal(factors.get(unit, "0.01"))) for unit, whole in rule.fields.get("minor_of", {}).items()})
    return parts


def make_unit_table(pack: RulePack) -> UnitTable:
    """The table of a rule pack: the scales of its units, and one dimension each for what units.txt defines as such."""
    sizes = {found["name"]: Size(f"[{found['own']}]") for found in _DEFINED.finditer(pack.units_text) if found["own"]}
    for rule in pack.rules.get("units", ()):
        for name, entry in rule.fields.get("scale", {}).items():
            sizes[name] = Size(entry[0], *(Fraction(number) for number in entry[1:]))
    for unit, (whole, worth) in read_parts(pack).items():
        sizes[unit] = Size(f"[currency_{whole}]", Fraction(worth))
    return UnitTable(sizes, pack.units_text)


@cache
def shipped_table() -> UnitTable:
    """The table of the built-in rule pack."""
    return make_unit_table(load_pack())


def canonical(name: str, table: UnitTable | None = None) -> str:
    """UnitTable.canonical of the built-in pack, or of the table given.

    >>> canonical("km/h"), canonical("degC"), canonical("USD/barrel")
    ('kilometer / hour', 'degree_Celsius', 'USD / barrel')
    """
    return (table or shipped_table()).canonical(name)


def convert(value: Decimal, source: str, target: str, table: UnitTable | None = None, *, difference: bool = False) -> Decimal:
    """UnitTable.convert of the built-in pack, or of the table given.

    >>> convert(Decimal(60), "mile", "kilometer"), convert(Decimal(10), "degree_Celsius", "degree_Fahrenheit")
    (Decimal('96.56064'), Decimal('50'))
    """
    return (table or shipped_table()).convert(value, source, target, difference=difference)


def dimension(unit: str, table: UnitTable | None = None) -> str:
    """UnitTable.dimension of the built-in pack, or of the table given.

    >>> dimension("mile / hour"), dimension("VND"), dimension("agreement")
    ('[length] * [time] ** -1', '[currency_VND]', '[agreement]')
    """
    return (table or shipped_table()).dimension(unit)


def same_dimension(left: str, right: str, table: UnitTable | None = None) -> bool:
    """UnitTable.same_dimension of the built-in pack, or of the table given."""
    return (table or shipped_table()).same_dimension(left, right)


def _word(name: str) -> str:
    """The name, where it is a single word; pint would take figures and an empty name as well."""
    if not re.fullmatch(r"[^\W\d][\w%°]*|[°%]\w?", name):
        raise ValueError(f"{name!r} is no name of a unit")
    return name


def _terms(unit: str) -> list[tuple[str, str, int]]:
    """The factors of a unit as (sign, name, power): "meter / second ** 2" -> ("*", "meter", 1), ("/", "second", 2)."""
    pieces = ["*", *_OPERATOR.split(unit.strip())]
    terms = []
    for sign, piece in zip(pieces[::2], pieces[1::2], strict=True):
        power = _POWER.search(piece)
        name = piece[: power.start()] if power else piece
        terms.append((sign, name.strip(), int(power[1]) if power else 1))
    return terms


def _composed(terms: list[tuple[str, str, int]]) -> str:
    """The name of a unit from its terms, as pint writes it: "kilogram * meter / second ** 2"."""
    parts: dict[str, list[str]] = {"*": [], "/": []}
    for sign, name, power in terms:
        if name != "1":
            parts[sign].append(name if power == 1 else f"{name} ** {power}")
    upper = " * ".join(sorted(parts["*"])) or "1"
    return " / ".join([upper, *sorted(parts["/"])])


def _powers(dimension_line: str) -> dict[str, int]:
    return {base: int(power or 1) for base, power in _DIMENSION.findall(dimension_line)}


def _dimension_text(powers: Mapping[str, int]) -> str:
    """Base dimensions with their powers in one stable line; "[]" for none."""
    terms = [f"[{base}]" if power == 1 else f"[{base}] ** {power}" for base, power in sorted(powers.items()) if power]
    return " * ".join(terms) or "[]"


def _decimal(number: Fraction) -> Decimal:
    """A fraction as a decimal without exponent: exact where 60 digits can say it, else 28 digits."""
    with localcontext() as context:
        context.prec = 60
        context.clear_flags()
        quotient = Decimal(number.numerator) / Decimal(number.denominator)
        exact = not context.flags[Inexact]
    rounded = quotient if exact else Context(prec=28).create_decimal(quotient)
    return Decimal(format(rounded, "f"))


@cache
def _defined_names(definitions: str) -> frozenset[str]:
    return frozenset(found["name"] for found in _DEFINED.finditer(definitions))


@cache
def _registry(definitions: str) -> Any:
    """pint's registry with the definitions laid over its own before anything is cached, in exact fractions."""
    from importlib.resources import files

    import pint

    registry: Any = pint.UnitRegistry(None, non_int_type=Fraction, on_redefinition="ignore")
    registry.load_definitions(str(files("pint") / "default_en.txt"))
    registry.load_definitions(definitions.splitlines())
    return registry
