"""D6 date-mark: a timestamp at odds with the article's own date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.model import Uncounted

_FULL = re.compile(r"^(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>\d{4})$")
_WRITTEN = re.compile(
    r"^(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\s(?P<month>[A-Z][a-z]{2,8})|(?P<first>[A-Z][a-z]{2,8})\.?\s(?P<second>\d{1,2})(?:st|nd|rd|th)?),?\s(?P<year>\d{4})$"
)
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: number for number, name in enumerate(_NAMES, 1)}
_STAMP_REACH = 4
"""A date is a timestamp where a clock time stands within so many characters."""


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """One finding an article, on its stamp furthest from the date of publication, where that is more than `days` away."""
    for article in corpus.articles:
        marks = corpus.dates.get(article.article, ())
        if article.published is None or not marks:
            continue
        stamps = [(abs((day - article.published).days), -mark.start, mark, day) for mark, day in _stamps(marks)]
        away, _, mark, day = max(stamps, key=lambda stamp: stamp[:2], default=(0, 0, marks[0], article.published))
        if away > int(settings["days"]):
            message = f'the timestamp "{mark.surface}" is {away} days from the article\'s own date'
            working = f"{day.isoformat()} against {article.published.isoformat()}: {away} days"
            yield Finding((), message, working, article=article.article, place=mark.start)
        elif later := _all_later(marks, article.published, int(settings["later"])):
            first, day = min(later, key=lambda pair: (pair[1], pair[0].start))
            message = f'the article is dated {article.published.isoformat()}, and tells of "{first.surface}"'
            yield Finding((), message, f"{day.isoformat()} > {article.published.isoformat()}", article=article.article, place=first.start)


def _all_later(marks: tuple[Uncounted, ...], published: date, days: int) -> list[tuple[Uncounted, date]]:
    """The full dates of a text where there are two or more and all lie over `days` after the article's own; else none.

    Plans reach further ahead than a year now and then, but seldom twice and without a date of the present.
    """
    dated = [(mark, day) for mark in marks if (day := _read_written(mark.surface)) is not None]
    return dated if len(dated) > 1 and all((day - published).days > days for _, day in dated) else []


def _read_written(text: str) -> date | None:
    """ "12 June 2024", "June 12, 2024"; None for anything else."""
    match = _WRITTEN.match(text)
    if match is None:
        return None
    month = _MONTHS.get((match["month"] or match["first"])[:3].lower())
    try:
        return date(int(match["year"]), month, int(match["day"] or match["second"])) if month else None
    except ValueError:
        return None


def _stamps(marks: tuple[Uncounted, ...]) -> Iterator[tuple[Uncounted, date]]:
    """Full dates in figures beside a clock time."""
    times = [mark for mark in marks if mark.reason == "time"]
    for mark in marks:
        match = _FULL.match(mark.surface)
        if not match or not any(_are_near(mark, time) for time in times):
            continue
        try:
            yield mark, date(int(match["year"]), int(match["month"]), int(match["day"]))
        except ValueError:
            continue


def _are_near(mark: Uncounted, time: Uncounted) -> bool:
    return max(time.start - mark.end, mark.start - time.end) <= _STAMP_REACH


CHECK = Check("D6", "date-mark", find)
