"""What the page shows, as plain frozen values in the order they appear; no template has worked anything out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from ledger.model import Claim, Fact, Ledger, Lookup
from ledger.report.page_text import MarkedSentence, TextBlock


@dataclass(frozen=True, slots=True)
class PageLimits:
    """How much one page holds before a browser tires; what is left out is said on the page and stands in the tables."""

    facts: int = 5_000
    mentions: int = 60
    """of one fact"""
    articles: int = 600
    characters: int = 60_000
    """of one article"""
    flags: int = 5_000
    claims: int = 12_000
    """mentions told under their facts, in all"""


FIRST_LOOK = PageLimits(facts=2_000, articles=300, flags=2_000, claims=6_000)
"""Of a ledger past the size that a workbook holds whole: a page of 30 MB opens slowly, and nobody reads 5,000 facts."""


@dataclass(frozen=True, slots=True)
class SourceView:
    """An article as it is named beside a mention; `anchor` is "" where the page does not hold its text."""

    anchor: str
    name: str
    publisher: str
    published: str
    reprint_of: str = ""


@dataclass(frozen=True, slots=True)
class MentionView:
    """One claim under its fact."""

    claim_id: str
    figure: str
    hedge: str
    allows: str
    sentence: MarkedSentence
    source: SourceView
    section: str
    where: str
    """publisher, day and section of the article, as far as there is something to say of them"""
    notes: tuple[tuple[str, str], ...]
    """(label, value), the label empty where the value needs none"""
    in_text: bool
    quiet: bool
    """told in a teaser or boilerplate"""


@dataclass(frozen=True, slots=True)
class FlagView:
    """One flag with its words; `claims` are (claim id, surface, title and publisher of its article)."""

    flag_id: str
    check: str
    title: str
    severity: str
    message: str
    working: str
    fact_id: str
    headline: str
    claims: tuple[tuple[str, str, str], ...]
    article: str


@dataclass(frozen=True, slots=True)
class NearView:
    """A figure that looked alike and was kept apart."""

    fact_id: str
    headline: str
    reasons: str


@dataclass(frozen=True, slots=True)
class Headline:
    """A fact in words: "350", "cooperation agreements", ("signed", "2025"); a counted noun follows its number without a comma."""

    amount: str
    what: str
    tail: tuple[str, ...]
    counted: bool = True

    @property
    def joint(self) -> str:
        """What stands between the amount and the noun."""
        return "" if not self.what else " " if self.counted else ", "

    def __str__(self) -> str:
        return ", ".join([f"{self.amount}{self.joint}{self.what}", *self.tail])


@dataclass(frozen=True, slots=True)
class FactView:
    """One fact as the page tells it."""

    fact_id: str
    verdict: str
    headline: Headline
    spark: Markup
    plot: Markup
    counts: str
    mentions: tuple[MentionView, ...]
    left_out: int
    flags: tuple[FlagView, ...]
    severities: tuple[str, ...]
    near: tuple[NearView, ...]
    numbers: str
    """the values as plain digits, so that a search for 930000000000 finds "930 billion" """
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article with its figures in place. `verdicts` and `uncounted` are (word, count) in the order of the model."""

    anchor: str
    article: str
    source: SourceView
    url: str
    blocks: tuple[TextBlock, ...]
    cut: int
    figures: int
    verdicts: tuple[tuple[str, int], ...]
    uncounted: tuple[tuple[str, str, int, tuple[str, ...]], ...]
    """(reason, its words, how many, the first surfaces)"""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure of an article leads: its fact, the verdict, the words, and the severity of its worst flag."""

    fact_id: str
    verdict: str
    words: str
    severity: str


@dataclass(frozen=True, slots=True)
class Index:
    """The ledger's rows by id, and which of them the page holds."""

    ledger: Ledger
    lookup: Lookup
    claims: Mapping[str, Claim]
    facts: Mapping[str, Fact]
    sources: Mapping[str, SourceView]
    fact_of: Mapping[str, str]
    headlines: Mapping[str, Headline]
    flags: Mapping[str, FlagView]
    dates: Mapping[str, str]
    """article -> its ISO date, or "" """
