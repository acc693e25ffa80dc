"""B14 date-arithmetic: an age, a duration or an anniversary against the dates beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.reading import find_sentences
from ledger.checks.spots import Spot
from ledger.checks.words import quote
from ledger.interval import plain
from ledger.link.profile import figure_of

_BORN = re.compile(r"\bborn\s(?:on\s|in\s)?(?:[\w.,]+\s){0,4}?(?P<year>(?:18|19|20)\d\d)\b", re.IGNORECASE)
_SPAN = re.compile(
    r"\b(?:from|between)\s(?:[A-Z][a-z]+\s)?(?P<first>1[5-9]\d\d|20\d\d)\s(?:to|until|till|through|and)\s(?:[A-Z][a-z]+\s)?(?P<last>1[5-9]\d\d|20\d\d)\b",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b(?:founded|opened|built|launched|established|created|started)\sin\s(?P<year>(?:18|19|20)\d\d)\b", re.IGNORECASE)
_LIFE = re.compile(
    r"\b(?:born\s(?:on\s|in\s)?(?:[\w.,]+\s){0,4}?(?P<born>1[5-9]\d\d|20\d\d)\b.{0,60}?\bdied\s(?:on\s|in\s)?(?:[\w.,]+\s){0,3}?(?P<died>1[5-9]\d\d|20\d\d)"
    r"|[A-Z][\w’'-]+\s\((?P<first>1[5-9]\d\d|20\d\d)\s?[-–]\s?(?P<last>1[5-9]\d\d|20\d\d)\))"
)
_LIVED = re.compile(r"\b(?:lived\sto\s(?:be|the\sage\sof)|died\s(?:aged|at\s(?:the\sage\sof)?)|at\sthe\sage\sof|aged)\s*$", re.IGNORECASE)
_TO_YEAR = re.compile(r"^\s(?:anniversary|birthday|jubilee)\s(?:this\syear|in\s(?P<year>(?:18|19|20)\d\d))\b", re.IGNORECASE)
_BEFORE_SPAN = re.compile(r"^(?:(?:\s[\w’'-]+){0,3}?,?\s|\s[\w’'-]+,?\s(?:which|that)\s(?:lasted|ran|raged|went\son|took\splace)\s)$")
_BEHIND_SPAN = re.compile(
    r"^(?:,\s|\s\(|\s?[–—-]\s)(?:a\s(?:period|span|total)\sof\s)?$|^(?:\s(?!and\b|but\b|after\b)[\w’'-]+){1,8}\sfor\s$", re.IGNORECASE
)
_AGO = re.compile(r"^\sago\b", re.IGNORECASE)


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """A finding for each figure in years that its sentence's own dates contradict by more than a year.

    Ages and "N years ago" need the article's date; a sentence with two people or two spans is left alone.
    """
    for sentence, spots in find_sentences(corpus):
        yield from _find_lives(sentence, spots)
        yield from _find_anniversaries(sentence, spots, corpus)
        years = [spot for spot in spots if spot.claim.unit == "year" and spot.claim.value is not None and not spot.claim.qualifier]
        if len(years) == 1:
            finding = _judge(sentence, years[0], _written(corpus, years[0]))
            if finding is not None:
                yield finding


def _written(corpus: Corpus, spot: Spot) -> int | None:
    """The year of the article, where it has a date."""
    article = corpus.article.get(spot.claim.article)
    return article.published.year if article is not None and article.published is not None else None


def _find_lives(sentence: str, spots: Sequence[Spot]) -> Iterator[Finding]:
    """ "born in 1931 and died in 2001, lived to be 80", "Tom Alder (1902-1975) died at the age of 83"."""
    lives = list(_LIFE.finditer(sentence))
    ages = [spot for spot in spots if spot.claim.value is not None and _LIVED.search(sentence[: spot.start])]
    if len(lives) != 1 or len(ages) != 1 or ages[0].claim.qualifier:
        return
    born, died = (int(lives[0][one] or lives[0][two]) for one, two in (("born", "first"), ("died", "last")))
    value = figure_of(ages[0].claim)[0]
    if died - born - value not in (0, 1):
        working = f"{died} - {born} = {died - born}, or one less before the birthday; {plain(value)} is stated"
        yield Finding((ages[0].claim,), f"From {born} to {died} is no life of {plain(value)} years", working)


def _find_anniversaries(sentence: str, spots: Sequence[Spot], corpus: Corpus) -> Iterator[Finding]:
    """ "founded in 1950 and is celebrating its 60th anniversary in 2025"."""
    founded = _SINCE.findall(sentence)
    for spot in spots:
        told = _TO_YEAR.match(sentence[spot.end :]) if spot.claim.kind == "rank" and len(founded) == 1 else None
        year = int(told["year"]) if told and told["year"] else _written(corpus, spot) if told else None
        value = figure_of(spot.claim)[0]
        if year is not None and year - int(founded[0]) != value:
            working = f"{year} - {founded[0]} = {year - int(founded[0])}, where {plain(value)} is stated"
            yield Finding((spot.claim,), f"{quote(spot.claim)} does not fall on {year}", working)


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
    behind = spot.start >= spans[0].end() and _BEHIND_SPAN.match(sentence[spans[0].end() : spot.start])
    ahead = spot.end <= spans[0].start() and _BEFORE_SPAN.match(sentence[spot.end : spans[0].start()])
    if not (behind or ahead) or abs(last - first - value) <= 1:
        return None
    working = f"{last} - {first} = {last - first}, where {plain(value)} is stated"
    return Finding((spot.claim,), f"{quote(spot.claim)} is not the time from {first} to {last}", working)


CHECK = Check("B14", "date-arithmetic", find)
