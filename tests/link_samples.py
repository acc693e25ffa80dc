"""Claims written by hand for the tests of linking and of the checks."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from ledger.checks import Corpus
from ledger.checks.finding import Finding, Settings
from ledger.interval import Interval
from ledger.link.scale import Scale, make_measure
from ledger.model import Article, Claim, Extraction, Fact
from ledger.pack import RulePack, load_pack

MEASURE = make_measure(
    {
        "kilometer": Scale("[length]", Decimal(1000)),
        "mile": Scale("[length]", Decimal("1609.344")),
        "degree_Celsius": Scale("[temperature]", Decimal(1), Decimal("273.15")),
        "degree_Fahrenheit": Scale("[temperature]", Decimal(5) / 9, Decimal("255.3722222222222222222222222")),
        "year": Scale("[time]", Decimal(31557600)),
        "day": Scale("[time]", Decimal(86400)),
        "US_cent": Scale("currency", Decimal("0.01"), currency="USD"),
    }
)
BOUNDS = {
    "nearly": (None, 1, "(]"),
    "more_than": (1, None, "()"),
    "at_least": (1, None, "[)"),
    "less_than": (None, 1, "()"),
    "at_most": (None, 1, "(]"),
    "about": ("0.9", "1.1", "[]"),
}


def make_claim(marked: str, article: str = "a.txt", *, before: str = "", **fields: Any) -> Claim:
    """The claim that braces mark in a sentence; `value`, `unit`, `kind` and any other field by name.

    Without a value the digits between the braces are the value; `before` stands before the sentence in its article.
    """
    start, end = marked.index("{"), marked.index("}") - 1
    sentence = marked.replace("{", "").replace("}", "")
    surface = sentence[start:end]
    digits = "".join(mark for mark in surface if mark.isdigit() or mark == ".")
    value = Decimal(str(fields.pop("value", digits or 0)))
    low, high = Decimal(str(fields.pop("low", value))), Decimal(str(fields.pop("high", value)))
    given: dict[str, Any] = {"kind": "count", "unit": "thing", "precision": Decimal("0.1") if value % 1 else Decimal(1)} | fields
    given.setdefault("entity", given["unit"] if given["kind"] == "count" else "")
    given.setdefault("bounds", _bounds(low, high, str(given.get("qualifier", ""))))
    key = hashlib.sha256(f"{article}|{len(before)}|{marked}".encode()).hexdigest()[:12]
    return Claim(
        claim_id=f"C-{key}",
        article=article,
        section=str(given.pop("section", "body")),
        start=len(before) + start,
        end=len(before) + end,
        surface=surface,
        value=value if low == high else None,
        low=low,
        high=high,
        sentence=sentence,
        sentence_start=len(before),
        **given,
    )


def _bounds(low: Decimal, high: Decimal, qualifier: str) -> Interval:
    for hedge in qualifier.split(";"):
        if hedge in BOUNDS:
            bottom, top, closed = BOUNDS[hedge]
            return Interval(None if bottom is None else low * Decimal(bottom), None if top is None else high * Decimal(top), closed)
    return Interval(low, high)


def make_claims(marked: str, *fields: Mapping[str, Any], article: str = "a.txt", before: str = "", **common: Any) -> list[Claim]:
    """The claims of a sentence with several marked figures, one table of fields each."""
    plain = marked.replace("{", "").replace("}", "")
    parts = marked.split("{")[1:]
    claims, at = [], 0
    for part, own in zip(parts, fields, strict=True):
        surface = part.split("}")[0]
        at = plain.index(surface, at)
        claims.append(make_claim(f"{plain[:at]}{{{surface}}}{plain[at + len(surface) :]}", article, before=before, **common, **own))
        at += len(surface)
    return claims


def make_article(
    name: str, *, published: str = "", names: Sequence[str] = (), shingles: Sequence[int] = (), characters: int = 1000
) -> Article:
    """An article with its names (each said once) and shingles."""
    day = date.fromisoformat(published) if published else None
    counted = tuple((word.lower(), 1) for word in sorted(names))
    return Article(name, name, day, "", "en", "", characters, counted, tuple(sorted(shingles)))


def make_extractions(claims: Sequence[Claim], **articles: Article) -> list[Extraction]:
    """Extractions of the claims' articles; articles that are not given have one name in common."""
    given = {article.article: article for article in articles.values()}
    names = sorted({claim.article for claim in claims} | set(given))
    return [
        Extraction(
            given.get(name) or make_article(name, names=("Harbourtown", "Marlow")), tuple(c for c in claims if c.article == name), ()
        )
        for name in names
    ]


def make_fact(claims: Sequence[Claim], verdict: str = "agree", **fields: Any) -> Fact:
    """A fact of these claims."""
    first = claims[0]
    articles = len({claim.article for claim in claims})
    fact = Fact(
        *(f"F-{first.claim_id[2:]}", first.kind, first.unit, first.entity, first.aspect, first.role, first.period, first.subject),
        *(first.value, first.low, first.high, len(claims), articles, articles, verdict, tuple(sorted(claim.claim_id for claim in claims))),
    )
    return replace(fact, **fields)


def make_corpus_of(claims: Sequence[Claim], *facts: Fact, articles: Sequence[Article] = (), **fields: Any) -> Corpus:
    """A corpus of these claims and facts, with the units of MEASURE."""
    known = {article.article for article in articles}
    more = [make_article(name) for name in sorted({claim.article for claim in claims} - known)]
    ordered = tuple(sorted(claims, key=lambda claim: (claim.article, claim.start)))
    return Corpus(articles=(*articles, *more), claims=ordered, facts=facts, measure=MEASURE, **fields)


@cache
def sample_pack() -> RulePack:
    """The built-in pack, read once."""
    return load_pack()


def settings_of(check: str) -> Settings:
    """The settings that the built-in pack gives a check."""
    pack = sample_pack()
    return {**pack.checks[check], "figures": pack.link["verdict"]}


def texts(finding: Finding) -> tuple[str, str]:
    """Message and working of a finding."""
    return finding.message, finding.working


__all__ = [
    "MEASURE",
    "make_article",
    "make_claim",
    "make_claims",
    "make_corpus_of",
    "make_extractions",
    "make_fact",
    "sample_pack",
    "settings_of",
    "texts",
]
