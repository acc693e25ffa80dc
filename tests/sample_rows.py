"""The rows of the sample ledger: texts with their figures in braces (`{key|surface}`), and what is said of each key."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

TEXTS: Mapping[str, str] = MappingProxyType(
    {
        "harbour/fire-evening.txt": """Fire at Velden harbour: {e_dead|14} dead, port closed
The fire in the cold store of Velden harbour has killed {e_dead2|14} people, fire chief Ana Brook said on Wednesday.
Another {e_hurt|31} people were taken to hospital, {e_clinic|nine} of them to the burns clinic in Ostrava Road.
"We had {e_engines|24} fire engines on the quay within {e_minutes|20 minutes}, nearly {e_fighters|180} firefighters all night," Brook said.
The port authority put the damage at about {e_damage|€9.6 million} ({e_damage_usd|$11.2 million}).
The quay carries some {e_share|80–85%} of the region's fruit, and the store could hold {e_tonnes|12,500 tonnes}.
Photo: Smoke over Pier 4, seen from {e_photo|3 km} away.
Read also: Larria signs {e_teaser|77} accords with its neighbours
""",
        "harbour/fire-morning.txt": """At least {m_dead|12} dead in harbour fire
Velden, 3 March 2026 – At least {m_dead2|12} people died when a cold store burned at Velden harbour, police said on Wednesday morning.
{m_hurt|Thirty-one} others were injured.
The store could hold {m_tonnes|12.5 thousand tonnes} of fruit.
First estimates speak of a damage of more than {m_damage|€96 million}.
""",
        "harbour/fire-wire.txt": """At least {w_dead|12} dead in harbour fire
Velden, 3 March 2026 – At least {w_dead2|12} people died when a cold store burned at Velden harbour, police said on Wednesday morning.
{w_hurt|Thirty-one} others were injured.
The store could hold {w_tonnes|12.5 thousand tonnes} of fruit.
""",
        "trade/agreements.html": """Larria signed {a_accords|350} cooperation agreements in 2025
The foreign ministry of Larria counted {a_accords2|350} cooperation agreements last year, {a_times|2.5 times} higher than in 2024.
Trade turnover exceeded {a_trade|$930 billion}, a record, and the ministry aims at {a_target|$1 trillion} in 2027.
Relations with {a_partners|17} countries were upgraded under Resolution No. 59.
A visa now costs {a_visa|40 euros} ({a_visa_usd|$46.50}), up {a_rise|5.5%} on the year.
""",
        "trade/minister.txt": """Minister: our agreements work
Nearly {t_accords|350} agreements were signed in 2025, the minister Pavel Orsini told parliament.
He named {t_partners|17} partners whose relations were upgraded, and called Larria the {t_rank|32nd} largest trading nation.
The fees of {t_fee|€1,250} for exporters fall by {t_points|two percentage points}.
For small firms there are {t_fund|€2 million} ({t_fund_usd|$2.6 million}).
""",
    }
)

TITLES = {
    "harbour/fire-evening.txt": ("Fire at Velden harbour: 14 dead, port closed", date(2026, 3, 4), "The Velden Courier"),
    "harbour/fire-morning.txt": ("At least 12 dead in harbour fire", date(2026, 3, 3), "Larria Press Agency"),
    "harbour/fire-wire.txt": ("At least 12 dead in harbour fire", date(2026, 3, 3), "Coast Radio"),
    "trade/agreements.html": ("Larria signed 350 cooperation agreements in 2025", date(2026, 1, 14), "The Larria Gazette"),
    "trade/minister.txt": ("Minister: our agreements work", None, ""),
}

_DEAD = {
    "value": "14",
    "kind": "count",
    "unit": "people",
    "entity": "people",
    "outcome": "killed",
    "noun_class": "person",
    "place": "Velden harbour",
}
_DEAD_12 = _DEAD | {"value": "12", "qualifier": "at_least", "bounds": ("12", "", "[)"), "expected": ("12", "13.2", "[]")}
_HURT = {"value": "31", "kind": "count", "unit": "people", "entity": "people", "outcome": "injured", "noun_class": "person"}
_ACCORDS = {
    "value": "350",
    "kind": "count",
    "unit": "agreement",
    "entity": "cooperation agreement",
    "period": "2025",
    "subject": "Larria",
    "outcome": "signed",
}
_PARTNERS = {"value": "17", "kind": "count", "outcome": "upgraded", "subject": "Larria"}
_TONNES = {"value": "12500", "kind": "physical", "unit": "metric_ton", "entity": "fruit", "role": "limit"}
_EUR = {"kind": "currency", "unit": "EUR"}
_USD = {"kind": "currency", "unit": "USD"}

FIELDS: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "e_dead": _DEAD | {"section": "headline"},
        "e_dead2": _DEAD | {"speaker": "Ana Brook", "period": "2026-03-03"},
        "e_hurt": _HURT,
        "e_clinic": {
            "value": "9",
            "kind": "count",
            "unit": "people",
            "entity": "people",
            "outcome": "injured",
            "scope": "of them",
            "noun_class": "person",
        },
        "e_engines": {
            "value": "24",
            "kind": "count",
            "unit": "fire engine",
            "entity": "fire engine",
            "speaker": "Ana Brook",
            "quoted": True,
        },
        "e_minutes": {"value": "20", "kind": "physical", "unit": "minute", "speaker": "Ana Brook", "quoted": True, "weight": "minor"},
        "e_fighters": {
            "value": "180",
            "kind": "count",
            "unit": "firefighter",
            "entity": "firefighter",
            "qualifier": "nearly",
            "bounds": ("", "180", "(]"),
            "expected": ("162", "180", "[]"),
            "speaker": "Ana Brook",
            "quoted": True,
            "noun_class": "person",
        },
        "e_damage": _EUR
        | {
            "value": "9600000",
            "entity": "damage",
            "qualifier": "about",
            "speaker": "port authority",
            "precision": "100000",
            "bounds": ("8640000", "10560000", "[]"),
        },
        "e_damage_usd": _USD
        | {"value": "11200000", "entity": "damage", "role": "conversion", "converts": "e_damage", "precision": "100000"},
        "e_share": {
            "low": "80",
            "high": "85",
            "kind": "percent",
            "unit": "percent",
            "aspect": "share",
            "entity": "fruit",
            "qualifier": "about",
        },
        "e_tonnes": _TONNES | {"precision": "100"},
        "e_photo": {"value": "3", "kind": "physical", "unit": "kilometer", "section": "caption", "weight": "minor"},
        "e_teaser": {
            "value": "77",
            "kind": "count",
            "unit": "accord",
            "entity": "accord",
            "section": "teaser",
            "story": 1,
            "subject": "Larria",
        },
        "m_dead": _DEAD_12 | {"section": "headline"},
        "m_dead2": _DEAD_12 | {"speaker": "police", "period": "2026-03-03"},
        "m_hurt": _HURT,
        "m_tonnes": _TONNES | {"precision": "100"},
        "m_damage": _EUR
        | {"value": "96000000", "entity": "damage", "qualifier": "more_than", "precision": "1000000", "bounds": ("96000000", "", "()")},
        "w_dead": _DEAD_12 | {"section": "headline"},
        "w_dead2": _DEAD_12 | {"speaker": "police", "period": "2026-03-03"},
        "w_hurt": _HURT,
        "w_tonnes": _TONNES | {"precision": "100"},
        "a_accords": _ACCORDS | {"section": "headline"},
        "a_accords2": _ACCORDS | {"speaker": "foreign ministry"},
        "a_times": {
            "value": "2.5",
            "kind": "ratio",
            "unit": "times",
            "aspect": "ratio",
            "role": "comparison",
            "direction": "up",
            "base_period": "2024",
            "period": "2025",
            "entity": "cooperation agreement",
            "precision": "0.1",
        },
        "a_trade": _USD
        | {
            "value": "930000000000",
            "entity": "trade turnover",
            "qualifier": "more_than;record",
            "bounds": ("930000000000", "", "()"),
            "period": "2025",
            "precision": "10000000000",
        },
        "a_target": _USD
        | {"value": "1000000000000", "entity": "trade turnover", "role": "target", "period": "2027", "precision": "1000000000000"},
        "a_partners": _PARTNERS | {"unit": "country", "entity": "country", "noun_class": "place"},
        "a_visa": _EUR | {"value": "40", "entity": "visa"},
        "a_visa_usd": _USD | {"value": "46.50", "entity": "visa", "role": "conversion", "converts": "a_visa", "precision": "0.01"},
        "a_rise": {
            "value": "5.5",
            "kind": "percent",
            "unit": "percent",
            "aspect": "change",
            "direction": "up",
            "entity": "visa",
            "precision": "0.1",
        },
        "t_accords": _ACCORDS
        | {
            "entity": "agreement",
            "qualifier": "nearly",
            "bounds": ("", "350", "(]"),
            "expected": ("315", "350", "[]"),
            "speaker": "Pavel Orsini",
        },
        "t_partners": _PARTNERS | {"unit": "partner", "entity": "partner"},
        "t_rank": {
            "value": "32",
            "kind": "rank",
            "unit": "rank",
            "aspect": "rank",
            "entity": "trading nation",
            "subject": "Larria",
            "speaker": "Pavel Orsini",
        },
        "t_fee": _EUR | {"value": "1250", "entity": "fee"},
        "t_points": {
            "value": "2",
            "kind": "percentage_point",
            "unit": "percentage_point",
            "aspect": "change",
            "direction": "down",
            "entity": "fee",
        },
        "t_fund": _EUR | {"value": "2000000", "entity": "small firm", "precision": "1000000"},
        "t_fund_usd": _USD
        | {"value": "2600000", "entity": "small firm", "role": "conversion", "converts": "t_fund", "precision": "100000"},
    }
)

FACTS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("dead", "superseded", ("e_dead", "e_dead2", "m_dead", "m_dead2", "w_dead", "w_dead2")),
    ("hurt", "agree", ("e_hurt", "m_hurt", "w_hurt")),
    ("clinic", "single", ("e_clinic",)),
    ("engines", "single", ("e_engines",)),
    ("minutes", "single", ("e_minutes",)),
    ("fighters", "single", ("e_fighters",)),
    ("damage", "conflict", ("e_damage", "e_damage_usd", "m_damage")),
    ("share", "single", ("e_share",)),
    ("tonnes", "rounding", ("e_tonnes", "m_tonnes", "w_tonnes")),
    ("photo", "single", ("e_photo",)),
    ("teaser", "single", ("e_teaser",)),
    ("accords", "nuance", ("a_accords", "a_accords2", "t_accords")),
    ("times", "single", ("a_times",)),
    ("trade", "single", ("a_trade",)),
    ("target", "single", ("a_target",)),
    ("partners", "agree", ("a_partners", "t_partners")),
    ("visa", "single", ("a_visa", "a_visa_usd")),
    ("rise", "single", ("a_rise",)),
    ("rank", "single", ("t_rank",)),
    ("fee", "single", ("t_fee",)),
    ("points", "single", ("t_points",)),
    ("fund", "single", ("t_fund", "t_fund_usd")),
)

FLAGS: tuple[tuple[str, str, str, tuple[str, ...], str, str], ...] = (
    (
        "A3",
        "error",
        "damage",
        ("e_damage", "m_damage"),
        "The damage is put at €9.6 million here and at more than €96 million in harbour/fire-morning.txt: ten times as much",
        "96000000 / 9600000 = 10 = 10^1",
    ),
    (
        "A9",
        "warning",
        "dead",
        ("e_dead2", "m_dead2"),
        "14 people killed on 4 March replaces at least 12 on 3 March",
        "2026-03-03: [12, +inf); 2026-03-04: [14, 14]",
    ),
    (
        "A2",
        "warning",
        "accords",
        ("a_accords", "t_accords"),
        "Exactly 350 agreements in one article, nearly 350 in the other",
        "[350, 350] against (-inf, 350]; a reader takes nearly as [315, 350]",
    ),
    (
        "A6",
        "info",
        "partners",
        ("a_partners", "t_partners"),
        "The same 17 counts countries here and partners there",
        "17 = 17; country / partner",
    ),
    ("A8", "info", "trade", ("a_trade",), "Trade turnover over $930 billion rests on one source", "independent sources: 1"),
    (
        "C2",
        "error",
        "fund",
        ("t_fund", "t_fund_usd"),
        "€2 million is given as $2.6 million: 1.30 USD per EUR, where the other conversions give about 1.17",
        "2600000 / 2000000 = 1.3; loose interval [1.02, 1.7666666666666666667]; corpus median 1.1645833333333333333",
    ),
    ("D2", "info", "times", ("a_times",), "“2.5 times higher” can be read two ways", "350 / 2.5 = 140; 350 / (1 + 2.5) = 100"),
    ("D4", "info", "", (), "“a record” is stated without the figure it beats", ""),
)

UNCOUNTED = (
    ("harbour/fire-evening.txt", "4", "ordinal_label"),
    ("harbour/fire-morning.txt", "3 March 2026", "date"),
    ("harbour/fire-wire.txt", "3 March 2026", "date"),
    ("trade/agreements.html", "2025", "date"),
    ("trade/agreements.html", "2024", "date"),
    ("trade/agreements.html", "2027", "date"),
    ("trade/agreements.html", "No. 59", "identifier"),
    ("trade/minister.txt", "2025", "date"),
)
