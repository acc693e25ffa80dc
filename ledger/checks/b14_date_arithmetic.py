"""B14 date-arithmetic: an age, a duration or an anniversary against the dates beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.reading import Spot, find_sentences
from ledger.checks.words import quote
from ledger.interval import plain
from ledger.link.profile import figure_of

_BORN = re.compile(r"\bborn\s(?:on\s|in\s)?(?:[\w.,]+\s){0,4}?(?P<year>(?:18|19|20)\d\d)\b", re.IGNORECASE)
_SPAN = re.compile(
    r"\b(?:from|between)\s(?:[A-Z][a-z]+\s)?(?P<first>(?:18|19|20)\d\d)\s(?:to|until|and)\s(?:[A-Z][a-z]+\s)?(?P<last>(?:18|19|20)\d\d)\b"
)
_SINCE = re.compile(r"\b(?:founded|opened|built|launched|established|created|started)\sin\s(?P<year>(?:18|19|20)\d\d)\b", re.IGNORECASE)
_AGO = re.compile(r"^\sago\b", re.IGNORECASE)
_APART = re.compile(r"^,\s|^\s\(|^\s?[–—-]\s")


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """A finding for each figure in years that its sentence's own dates contradict by more than a year.

    Ages and "N years ago" need the article's date; a sentence with two people or two spans is left alone.
    """
    for sentence, spots in find_sentences(corpus):
        years = [spot for spot in spots if spot.claim.unit == "year" and spot.claim.value is not None and not spot.claim.qualifier]
        if len(years) == 1:
            article = corpus.article.get(years[0].claim.article)
            written = article.published.year if article is not None and article.published is not None else None
            finding = _judge(sentence, years[0], written)
            if finding is not None:
                yield finding


def _judge(sentence: str, spot: Spot, written: int | None) -> Finding | None:
    value = figure_of(spot.claim)[0]
    if spot.claim.entity == "age" or "old" in spot.claim.surface:
        return _judge_age(sentence, spot, value, written)
    if _AGO.match(sentence[spot.end :]):
        return _judge_ago(sentence, spot, value, written)
    return _judge_span(sentence, spot, value)


def _judge_age(sentence: str, spot: Spot, value: Decimal, written: int | None) -> Finding | None:
    births = _BORN.findall(sentence)
    if written is None or len(births) != 1 or written - int(births[0]) - value in (0, 1):
        return None
    working = f"{written} - {births[0]} = {written - int(births[0])}, or one less before the birthday; {plain(value)} is stated"
    return Finding((spot.claim,), f"Born in {births[0]}, the age of {quote(spot.claim)} does not fit {written}", working)


def _judge_ago(sentence: str, spot: Spot, value: Decimal, written: int | None) -> Finding | None:
    years = _SINCE.findall(sentence)
    if written is None or len(years) != 1 or abs(written - int(years[0]) - value) <= 1:
        return None
    working = f"{written} - {years[0]} = {written - int(years[0])}, where {plain(value)} is stated"
    return Finding((spot.claim,), f"{quote(spot.claim)} ago is not {years[0]}", working)


def _judge_span(sentence: str, spot: Spot, value: Decimal) -> Finding | None:
    """A duration that stands directly behind its span, or directly before it."""
    spans = list(_SPAN.finditer(sentence))
    if len(spans) != 1:
        return None
    first, last = int(spans[0]["first"]), int(spans[0]["last"])
    behind = spot.start >= spans[0].end() and spot.start - spans[0].end() <= 3 and _APART.match(sentence[spans[0].end() :])
    ahead = spot.end <= spans[0].start() and re.fullmatch(r",?\s", sentence[spot.end : spans[0].start()])
    if not (behind or ahead) or abs(last - first - value) <= 1:
        return None
    working = f"{last} - {first} = {last - first}, where {plain(value)} is stated"
    return Finding((spot.claim,), f"{quote(spot.claim)} is not the time from {first} to {last}", working)


CHECK = Check("B14", "date-arithmetic", find)
