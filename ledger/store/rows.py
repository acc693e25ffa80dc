"""Each type of the model as a row of its table, and back. Rows are lists of text in the order of `columns.TABLES`."""

from __future__ import annotations

import json
from collections.abc import Sequence

from ledger.interval import Interval, plain
from ledger.model import Article, Claim, Comparison, Fact, Flag, Rate, Uncounted
from ledger.store.cells import (
    date_cell,
    decimal_cell,
    list_cell,
    parse_date,
    parse_decimal,
    parse_interval,
    parse_list,
    parse_yes,
    require_decimal,
    yes_cell,
)


def _interval_cells(interval: Interval) -> tuple[str, str, str]:
    return decimal_cell(interval.low), decimal_cell(interval.high), interval.closed


def claim_row(claim: Claim, fact_id: str) -> list[str]:
    """A row of claims.csv."""
    return [
        claim.claim_id, fact_id, claim.article, claim.section, str(claim.start), str(claim.end), claim.surface,
        decimal_cell(claim.value), decimal_cell(claim.low), decimal_cell(claim.high), claim.kind, claim.unit, claim.entity,
        claim.aspect, claim.direction, claim.qualifier, *_interval_cells(claim.bounds), claim.role, claim.period,
        claim.base_period, claim.place, claim.subject, claim.outcome, claim.scope, yes_cell(claim.background), claim.speaker,
        claim.weight, claim.sentence, *_interval_cells(claim.expected), plain(claim.precision), claim.noun_class, claim.converts,
        str(claim.sentence_start), str(claim.block), str(claim.story), yes_cell(claim.quoted), list_cell(claim.rules),
    ]  # fmt: skip


def parse_claim(row: Sequence[str]) -> Claim:
    """The claim of a row of claims.csv."""
    (
        claim_id, _, article, section, start, end, surface, value, low, high, kind, unit, entity, aspect, direction, qualifier,
        bounds_low, bounds_high, bounds_closed, role, period, base_period, place, subject, outcome, scope, background, speaker, weight,
        sentence, expected_low, expected_high, expected_closed, precision, noun_class, converts, sentence_start, block, story, quoted,
        rules,
    ) = row  # fmt: skip
    figure = parse_decimal(value)
    bounds = parse_interval(bounds_low, bounds_high, bounds_closed)
    # equal cells are parsed once: most claims are one number in all their ends, and a table of 100,000 is read in seconds
    same = (expected_low, expected_high, expected_closed) == (bounds_low, bounds_high, bounds_closed)
    return Claim(
        claim_id=claim_id, article=article, section=section, start=int(start), end=int(end), surface=surface, value=figure,
        low=figure if low == value else parse_decimal(low), high=figure if high == value else parse_decimal(high), kind=kind,
        unit=unit, entity=entity, aspect=aspect, direction=direction, qualifier=qualifier, bounds=bounds,
        expected=bounds if same else parse_interval(expected_low, expected_high, expected_closed), role=role, period=period,
        base_period=base_period, place=place, subject=subject, outcome=outcome, scope=scope, background=parse_yes(background),
        speaker=speaker, weight=weight, sentence=sentence, precision=require_decimal(precision), noun_class=noun_class,
        converts=converts, sentence_start=int(sentence_start), block=int(block), story=int(story), quoted=parse_yes(quoted),
        rules=parse_list(rules),
    )  # fmt: skip


def fact_row(fact: Fact) -> list[str]:
    """A row of facts.csv."""
    return [
        fact.fact_id, fact.kind, fact.unit, fact.entity, fact.aspect, fact.role, fact.period, fact.subject, decimal_cell(fact.value),
        decimal_cell(fact.low), decimal_cell(fact.high), str(fact.mentions), str(fact.articles), str(fact.independent_sources),
        fact.verdict, list_cell(fact.claim_ids), list_cell(fact.flag_ids),
    ]  # fmt: skip


def parse_fact(row: Sequence[str]) -> Fact:
    """The fact of a row of facts.csv."""
    value, low, high = (parse_decimal(cell) for cell in row[8:11])
    mentions, articles, sources = (int(cell) for cell in row[11:14])
    fact_id, kind, unit, entity, aspect, role, period, subject = row[:8]
    return Fact(
        fact_id, kind, unit, entity, aspect, role, period, subject, value, low, high, mentions, articles, sources, row[14],
        parse_list(row[15]), parse_list(row[16]),
    )  # fmt: skip


def flag_row(flag: Flag) -> list[str]:
    """A row of flags.csv."""
    ids = list_cell(flag.claim_ids)
    return [flag.flag_id, flag.check, flag.severity, flag.fact_id, ids, flag.article, flag.message, flag.working]


def parse_flag(row: Sequence[str]) -> Flag:
    """The flag of a row of flags.csv."""
    flag_id, check, severity, fact_id, ids, article, message, working = row
    return Flag(flag_id, check, severity, fact_id, parse_list(ids), article, message, working)


def uncounted_row(number: Uncounted) -> list[str]:
    """A row of coverage.csv."""
    return [number.article, str(number.start), str(number.end), number.surface, number.reason]


def parse_uncounted(row: Sequence[str]) -> Uncounted:
    """The number that is no claim of a row of coverage.csv."""
    article, start, end, surface, reason = row
    return Uncounted(article, int(start), int(end), surface, reason)


def rate_row(rate: Rate) -> list[str]:
    """A row of rates.csv."""
    ends = (decimal_cell(number) for number in (rate.low, rate.rate, rate.high))
    return [rate.article, rate.claim_id, rate.converted_id, rate.base, rate.quote, *ends]


def parse_rate(row: Sequence[str]) -> Rate:
    """The rate of a row of rates.csv."""
    article, claim_id, converted_id, base, quote = row[:5]
    low, rate, high = (require_decimal(cell) for cell in row[5:])
    return Rate(article, claim_id, converted_id, base, quote, low, rate, high)


def comparison_row(comparison: Comparison) -> list[str]:
    """A row of links.csv; the terms are a JSON list of [name, weight, reason]."""
    terms = json.dumps(comparison.terms, ensure_ascii=False, allow_nan=False)
    return [comparison.left, comparison.right, repr(comparison.weight), terms]


def parse_comparison(row: Sequence[str]) -> Comparison:
    """The comparison of a row of links.csv."""
    left, right, weight, terms = row
    return Comparison(left, right, float(weight), tuple((str(name), float(part), str(reason)) for name, part, reason in json.loads(terms)))


def article_row(article: Article, claims: int, reprint_of: str) -> list[str]:
    """A row of articles.csv; `claims` is how many it holds, `reprint_of` the article whose text it repeats."""
    names = list_cell(f"{name}:{count}" for name, count in article.names)
    return [
        article.article, article.title, date_cell(article.published), article.publisher, article.language, article.sha256,
        str(article.characters), str(claims), reprint_of, article.url, names,
    ]  # fmt: skip


def parse_article(row: Sequence[str]) -> Article:
    """The article of a row of articles.csv; its shingles are not kept there."""
    article, title, published, publisher, language, sha256, characters, _, _, url, names = row
    counted = tuple((name, int(count)) for name, _, count in (word.rpartition(":") for word in parse_list(names)))
    return Article(article, title, parse_date(published), publisher, language, sha256, int(characters), names=counted, url=url)
