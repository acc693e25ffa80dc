"""A small ledger written by hand for the tests of the views: two made-up stories in five articles.

`sample_ledger()` holds every verdict, every severity, every section, a range, a bracketed conversion with its rate, a
reprint, a teaser of another story and a near miss. The rows are in sample_rows.py.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from ledger.interval import Interval
from ledger.model import Article, Claim, Comparison, Fact, Flag, Ledger, Rate, Uncounted
from sample_rows import FACTS, FIELDS, FLAGS, TEXTS, TITLES, UNCOUNTED

_MARKED = re.compile(r"\{(\w+)\|([^}]*)\}")


def sample_ledger() -> Ledger:
    """The whole sample: 5 articles, 38 claims, 22 facts, 8 flags, 3 rates, 8 numbers that are no claims."""
    texts = {article: _MARKED.sub(r"\2", marked) for article, marked in TEXTS.items()}
    claims = {key: claim for article in TEXTS for key, claim in _claims_of(article, texts[article]).items()}
    flags = tuple(sorted((_make_flag(*row, claims) for row in FLAGS), key=lambda flag: flag.flag_id))
    return Ledger(
        articles=tuple(_make_article(article, texts[article]) for article in sorted(texts)),
        claims=tuple(sorted(claims.values(), key=lambda claim: claim.claim_id)),
        facts=tuple(sorted((_make_fact(*row, claims, flags) for row in FACTS), key=lambda fact: fact.fact_id)),
        flags=flags,
        uncounted=tuple(sorted((_make_uncounted(*row, texts) for row in UNCOUNTED), key=lambda one: (one.article, one.start))),
        rates=_make_rates(claims),
        reprints=MappingProxyType({"harbour/fire-wire.txt": "harbour/fire-morning.txt"}),
        comparisons=_make_comparisons(claims),
        texts=MappingProxyType(texts),
        rules_digest=hashlib.sha256(b"sample rules").hexdigest(),
    )


def sample_claims() -> dict[str, Claim]:
    """The sample's claims under their short keys ("e_dead", "a_accords", ...)."""
    return {key: claim for article in TEXTS for key, claim in _claims_of(article, _MARKED.sub(r"\2", TEXTS[article])).items()}


def sample_id(letter: str, *parts: str) -> str:
    """An id of the ledger's form: `C-` and 12 hex."""
    return f"{letter}-{hashlib.sha256('|'.join(parts).encode()).hexdigest()[:12]}"


def _claims_of(article: str, text: str) -> dict[str, Claim]:
    claims: dict[str, Claim] = {}
    shift = 0
    for match in _MARKED.finditer(TEXTS[article]):
        key, surface = match.groups()
        start = match.start() - shift
        shift += len(match.group()) - len(surface)
        claims[key] = _make_claim(key, article, text, start, surface)
    return claims


def _make_claim(key: str, article: str, text: str, start: int, surface: str) -> Claim:
    given = dict(FIELDS[key])
    value = Decimal(given.pop("value")) if "value" in given else None
    low, high = (Decimal(given.pop(end)) if end in given else value for end in ("low", "high"))
    precision = Decimal(given.pop("precision", "1"))
    sentence_start = text.rfind("\n", 0, start) + 1
    bounds = _interval(given.pop("bounds", None), low, high)
    return Claim(
        claim_id=sample_id("C", key),
        article=article,
        section=given.pop("section", "body"),
        start=start,
        end=start + len(surface),
        surface=surface,
        value=value,
        low=low,
        high=high,
        bounds=bounds,
        expected=_interval(given.pop("expected", None), bounds.low, bounds.high, bounds.closed),
        sentence=text[sentence_start : text.index("\n", start)],
        sentence_start=sentence_start,
        block=text.count("\n", 0, start),
        precision=precision,
        converts=sample_id("C", given.pop("converts")) if "converts" in given else "",
        rules=("sample",),
        **given,
    )


def _interval(ends: tuple[str, str, str] | None, low: Decimal | None, high: Decimal | None, closed: str = "[]") -> Interval:
    if ends is None:
        return Interval(low, high, closed)
    bottom, top = (Decimal(end) if end else None for end in ends[:2])
    return Interval(bottom, top, ends[2])


def _make_article(article: str, text: str) -> Article:
    title, published, publisher = TITLES[article]
    names = tuple((name, text.count(name)) for name in ("Ana Brook", "Larria", "Pavel Orsini", "Velden") if name in text)
    return Article(article, title, published, publisher, "en", hashlib.sha256(text.encode()).hexdigest(), len(text), names=names)


def _make_fact(key: str, verdict: str, keys: tuple[str, ...], claims: Mapping[str, Claim], flags: tuple[Flag, ...]) -> Fact:
    members = [claims[one] for one in keys]
    first, fact_id = members[0], sample_id("F", key)
    articles = {claim.article for claim in members}
    return Fact(
        fact_id=fact_id,
        kind=first.kind,
        unit=first.unit,
        entity=first.entity,
        aspect=first.aspect,
        role=first.role,
        period=first.period,
        subject=first.subject,
        value=first.value,
        low=first.low,
        high=first.high,
        mentions=len(members),
        articles=len(articles),
        independent_sources=len(articles - {"harbour/fire-wire.txt"}),
        verdict=verdict,
        claim_ids=tuple(sorted(claim.claim_id for claim in members)),
        flag_ids=tuple(flag.flag_id for flag in flags if flag.fact_id == fact_id),
    )


def _make_flag(
    check: str, severity: str, fact: str, keys: tuple[str, ...], message: str, working: str, claims: Mapping[str, Claim]
) -> Flag:
    article = claims[keys[0]].article if keys else "trade/agreements.html"
    claim_ids = tuple(sorted(claims[key].claim_id for key in keys))
    return Flag(sample_id("G", check, *keys), check, severity, sample_id("F", fact) if fact else "", claim_ids, article, message, working)


def _make_uncounted(article: str, surface: str, reason: str, texts: Mapping[str, str]) -> Uncounted:
    match = re.search(rf"(?<![\d.,]){re.escape(surface)}(?![\d.,]*\d)", texts[article])
    assert match is not None
    return Uncounted(article, match.start(), match.end(), surface, reason)


def _make_rates(claims: Mapping[str, Claim]) -> tuple[Rate, ...]:
    rows = (
        ("e_damage_usd", "e_damage", "1.1554404145077720207", "1.1666666666666666667", "1.1780104712041884817"),
        ("a_visa_usd", "a_visa", "1.1480246913580246914", "1.1625", "1.1773417721518987342"),
        ("t_fund_usd", "t_fund", "1.02", "1.3", "1.7666666666666666667"),
    )
    rates = [
        Rate(claims[to].article, claims[to].claim_id, claims[of].claim_id, "USD", "EUR", *map(Decimal, ends)) for to, of, *ends in rows
    ]
    return tuple(sorted(rates, key=lambda rate: (rate.article, rate.claim_id)))


def _make_comparisons(claims: Mapping[str, Claim]) -> tuple[Comparison, ...]:
    rows = (
        (
            "a_accords2",
            "t_accords",
            3.25,
            (
                ("bias", -4.0, "facts are rare"),
                ("outcome", 1.0, "signed = signed"),
                ("closeness", 1.5, "350 beside 350"),
                ("words", 4.75, "agreement, signed, 2025"),
            ),
        ),
        (
            "e_damage",
            "m_damage",
            -0.25,
            (("bias", -4.0, "facts are rare"), ("words", 3.0, "damage"), ("closeness", 0.75, "€9.6m beside €96m")),
        ),
        (
            "e_hurt",
            "e_clinic",
            -2.0,
            (
                ("bias", -4.0, "facts are rare"),
                ("same article", -1.5, "both in one article"),
                ("outcome", 1.0, "injured = injured"),
                ("words", 2.5, "people"),
            ),
        ),
    )
    pairs = []
    for one, other, weight, terms in rows:
        left, right = sorted((claims[one].claim_id, claims[other].claim_id))
        pairs.append(Comparison(left, right, weight, terms))
    return tuple(sorted(pairs, key=lambda pair: (pair.left, pair.right)))
