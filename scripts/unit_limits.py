"""Which surfaces of units count only under conditions, and those that hold a scale word. Read by make_units.py."""

from __future__ import annotations

GLUED_ONLY = ["'", "’", '"', "”", "''", "U"]
"""Marks that count only directly behind the figure (6'2", 5U)."""

WEAK = [
    "m", "g", "l", "L", "t", "h", "s", "d", "y", "b", "B", "A", "V", "v", "W", "w", "N", "J", "C", "F", "K", "R", "in", "ac", "st",
    "pt", "cd", "MP", "mp", "HP", "PS", "CV", "cv", "NM", "AU", "Ma", "Ga", "ka", "RU", "DB", "Db", "db", "kt", "kts", "kn", "mo",
    "mos", "min", "sec", "secs", "yd", "ct", "cts", "cf", "SF", "nm", "PB", "pb", "tb", "MT", "mt", "TOE", "TOPS", "bp", "toz", "Gs", "gs",
    "°", "º", "˚", "gr", "DPI", "ml", "Cal", "cal", "mg", "rev", "revs", "ins", "in.", "ft", "Da", "gigs", "Gigs", "bar", "bars", "US", "lt", "f", "kat", "gr.", "dam", "T",
]  # fmt: skip

NEEDS_DIGIT = [
    "bar", "bars", "stone", "mole", "moles", "gray", "grays", "bit", "bits", "turn", "turns", "revolution", "revolutions", "tesla",
    "newton", "newtons", "pascal", "pascals", "kelvin", "kelvins", "curie", "curies", "lux", "nit", "nits", "amp", "amps", "rad",
    "second old", "atmosphere", "atmospheres", "magnitude", "magnitudes", "catty", "catties", "torr", "octet", "octets", "molar",
    "microns", "barn", "gill", "gills", "minim", "minims", "peck", "pecks", "firkin", "firkins", "poise", "henry", "henries", "weber", "webers", "quarter", "quarters", "night", "dram", "drams", "hp",
]  # fmt: skip
"""Words that are units only behind a figure written in digits: spelled out ("two bars", "a bit") they mean something else."""

AMBIGUOUS = {
    "pound": "GBP", "pounds": "GBP", "dram": "AMD", "drams": "AMD", "kn": "HRK", "m": "million", "b": "billion", "t": "trillion",
    "B": "billion", "K": "thousand", "kt": "kilotonne", "mb": "millibar", "R": "ZAR", "C": "coulomb", "F": "farad", "h": "hundred",
    "nm": "nautical_mile", "pt": "point", "in": "the preposition", "second": "the ordinal", "seconds": "the ordinal", "°": "degree_Celsius or degree_Fahrenheit",
    "degrees": "degree_Celsius or degree_Fahrenheit", "degree": "degree_Celsius or degree_Fahrenheit", "min": "minimum", "kiloton": "kilotonne",
    "kilotons": "kilotonne", "megaton": "megatonne", "megatons": "megatonne", "ct": "cent", "cts": "cent", "'": "minute of arc, or a quotation mark",
    '"': "second of arc, or a quotation mark", "quarter": "the fraction", "quarters": "the fraction",
}  # fmt: skip
"""Surfaces with another reading, which the grammar has to choose by what stands around: surface -> the other reading."""

SCALED = {
    "bcm": ("1000000000", "meter ** 3"),
    "Bcm": ("1000000000", "meter ** 3"),
    "BCM": ("1000000000", "meter ** 3"),
    "mcm": ("1000000", "meter ** 3"),
    "mcf": ("1000", "foot ** 3"),
    "Mcf": ("1000", "foot ** 3"),
    "MCF": ("1000", "foot ** 3"),
    "mmcf": ("1000000", "foot ** 3"),
    "MMcf": ("1000000", "foot ** 3"),
    "mmcfd": ("1000000", "foot ** 3 / day"),
    "MMcf/d": ("1000000", "foot ** 3 / day"),
    "mmcf/d": ("1000000", "foot ** 3 / day"),
    "mmscfd": ("1000000", "foot ** 3 / day"),
    "mmscf": ("1000000", "foot ** 3"),
    "bcf": ("1000000000", "foot ** 3"),
    "Bcf": ("1000000000", "foot ** 3"),
    "BCF": ("1000000000", "foot ** 3"),
    "bcfd": ("1000000000", "foot ** 3 / day"),
    "bcf/d": ("1000000000", "foot ** 3 / day"),
    "Bcf/d": ("1000000000", "foot ** 3 / day"),
    "tcf": ("1000000000000", "foot ** 3"),
    "Tcf": ("1000000000000", "foot ** 3"),
    "TCF": ("1000000000000", "foot ** 3"),
    "mb/d": ("1000000", "barrel / day"),
    "mbpd": ("1000000", "barrel / day"),
    "mmbpd": ("1000000", "barrel / day"),
    "mbd": ("1000000", "barrel / day"),
    "mmboe": ("1000000", "barrel_of_oil_equivalent"),
    "MMboe": ("1000000", "barrel_of_oil_equivalent"),
    "mmbbl": ("1000000", "barrel"),
    "mmbbls": ("1000000", "barrel"),
    "MMbbl": ("1000000", "barrel"),
    "kboed": ("1000", "barrel_of_oil_equivalent / day"),
    "kboe/d": ("1000", "barrel_of_oil_equivalent / day"),
    "mboed": ("1000", "barrel_of_oil_equivalent / day"),
    "mboe/d": ("1000", "barrel_of_oil_equivalent / day"),
    "kb/d": ("1000", "barrel / day"),
    "kbd": ("1000", "barrel / day"),
    "mtpa": ("1000000", "metric_ton / year"),
    "Mtpa": ("1000000", "metric_ton / year"),
    "MTPA": ("1000000", "metric_ton / year"),
    "mmtpa": ("1000000", "metric_ton / year"),
    "MMTPA": ("1000000", "metric_ton / year"),
    "mtoe": ("1000000", "tonne_of_oil_equivalent"),
    "Mtoe": ("1000000", "tonne_of_oil_equivalent"),
    "mtce": ("1000000", "tonne_of_coal_equivalent"),
    "ktpa": ("1000", "metric_ton / year"),
    "MLD": ("1000000", "liter / day"),
    "mld": ("1000000", "liter / day"),
    "mgd": ("1000000", "gallon / day"),
    "MGD": ("1000000", "gallon / day"),
    "koz": ("1000", "troy_ounce"),
    "Moz": ("1000000", "troy_ounce"),
    "MtCO2": ("1000000", "metric_ton"),
    "MtCO2e": ("1000000", "metric_ton"),
    "MtCO2eq": ("1000000", "metric_ton"),
    "GtCO2": ("1000000000", "metric_ton"),
    "GtCO2e": ("1000000000", "metric_ton"),
    "tCO2": ("1", "metric_ton"),
    "tCO2e": ("1", "metric_ton"),
    "ktCO2e": ("1000", "metric_ton"),
}
"""Marks that hold a scale word and a unit: "5 bcm" is five billion cubic metres."""
