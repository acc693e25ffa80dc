"""The grids of the workbook, made of an arranged ledger: Facts, Claims, Flags, Articles, Rates, Coverage, Changes,
Orphaned reviews."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ledger.model import SEVERITIES, Article, Claim, Flag, Rate, Uncounted
from ledger.report.page_words import source_words
from ledger.report.workbook.arrange import MOST_CLAIMS, Arrangement, article_link, fact_words, flags_words, severity_words
from ledger.report.workbook.changes import changes_grid
from ledger.report.workbook.columns import (
    CLAIMS,
    CLAIMS_PRINTED,
    COVERAGE,
    FACTS,
    FACTS_PRINTED,
    check_cell,
    severity_cell,
)
from ledger.report.workbook.grid import Cell, Column, Grid
from ledger.review.binding import figure_text
from ledger.store.changes import Change
from ledger.store.reviews import Review

_MOST_TITLES = 3
"""The articles of one flag that are named in its row."""


def make_grids(arranged: Arrangement, changes: Sequence[Change] = ()) -> list[Grid[Any]]:
    """The sheets that hold rows, in the order of their tabs."""
    whole = arranged.ledger
    numbers = _numbers(arranged)
    grids: list[Grid[Any]] = [
        Grid("Facts", FACTS, arranged.facts, "facts.csv", frozen=1, printed=FACTS_PRINTED, total=len(whole.facts)),
        Grid(
            "Claims",
            CLAIMS,
            arranged.claims,
            "claims.csv",
            frozen=2,
            printed=CLAIMS_PRINTED,
            starts=lambda row: row.first,
            total=len(whole.claims),
        ),
        Grid("Flags", flag_columns(arranged), arranged.flags, "flags.csv", frozen=2, printed=8, total=len(whole.flags)),
        Grid("Articles", article_columns(arranged), arranged.ledger.articles, "articles.csv", printed=8),
        Grid("Rates", RATES, rate_rows(arranged), "rates.csv", printed=11),
        Grid("Coverage", COVERAGE, numbers, "coverage.csv", total=len(whole.uncounted)),
        changes_grid(arranged, changes),
    ]
    if arranged.orphans:
        grids.append(Grid("Orphaned reviews", ORPHANS, arranged.orphans, "reviews.csv", frozen=1, printed=8))
    return grids


def _numbers(arranged: Arrangement) -> Sequence[Uncounted]:
    """The numbers that are no claims; where not all claims are shown, those of no known sense, which are misses or may be."""
    whole = arranged.ledger
    if len(arranged.claims) == len(whole.claims):
        return whole.uncounted
    return arranged.lookup.unparsed[:MOST_CLAIMS]


def flag_columns(arranged: Arrangement) -> tuple[Column[Flag], ...]:
    """The columns of Flags."""

    def fact_name(flag: Flag) -> str:
        row = arranged.fact_at.get(flag.fact_id)
        return fact_words(row) if row else ""

    def figures(flag: Flag) -> Cell:
        rows = [arranged.claim_at[claim_id] for claim_id in flag.claim_ids if claim_id in arranged.claim_at]
        rows.sort(key=lambda row: arranged.claim_rows[row.claim.claim_id])
        return Cell(" · ".join(row.claim.surface for row in rows), link=arranged.to_claim(rows[0].claim.claim_id) if rows else "")

    known_as = {article.article: source_words(article.title, article.publisher) for article in arranged.ledger.articles}

    def titles(flag: Flag) -> str | None:
        others = {arranged.claim_at[claim_id].claim.article for claim_id in flag.claim_ids if claim_id in arranged.claim_at}
        told = [known_as.get(article, "") for article in [flag.article, *sorted(others - {flag.article})]]
        names = list(dict.fromkeys(name for name in told if name))
        more = [f"and {len(names) - _MOST_TITLES} more"] if len(names) > _MOST_TITLES else []
        return "\n".join([*names[:_MOST_TITLES], *more]) or None

    return (
        Column("Severity", 12, "severity", "Error: cannot be right as it stands. Warning: wants a look. Info: good to know.",
               severity_cell),
        Column("Check", 25, "check", "The check that fired.", check_cell),
        Column("What does not fit", 60, "message", "What was found.", lambda flag: Cell(flag.message)),
        Column("Working", 44, "working", "The arithmetic, written out.", lambda flag: Cell(flag.working)),
        Column("Figures", 20, "claims.surface", "The figures concerned; the link leads to the first.", figures, linked=True),
        Column("What is counted", 22, "facts.entity", "The fact concerned; the link leads to it.",
               lambda flag: Cell(fact_name(flag), link=arranged.to_fact(flag.fact_id)), linked=True),
        Column("Article", 28, "article", "Where it was found.", lambda flag: Cell(flag.article)),
        Column("Title", 44, "articles.title", "Title and publisher of the articles concerned, that of Article first.",
               lambda flag: Cell(titles(flag))),
        Column("Flag ID", 17, "flag_id", "Its id.", lambda flag: Cell(flag.flag_id, "id")),
    )  # fmt: skip


def article_columns(arranged: Arrangement) -> tuple[Column[Article], ...]:
    """The columns of Articles."""
    claims = arranged.lookup.claim_counts
    first_of = {row.claim.article: row.claim for row in sorted(arranged.claims, key=lambda row: -row.claim.start)}
    flagged = _flags_by_article(arranged)

    def link(article: Article) -> str:
        first = first_of.get(article.article)
        target = article_link(article, None, arranged.articles_at)
        return target if target != "ledger.html" or first is None else article_link(article, first, "")

    return (
        Column("Title", 52, "title", "The article's headline.", lambda article: Cell(article.title or None, "figure")),
        Column("Article", 32, "article", "Its file; the link leads to it.",
               lambda article: Cell(article.article, link=link(article)), linked=True),
        Column("Published", 12, "published", "The day it appeared.",
               lambda article: Cell(article.published.isoformat() if article.published else None)),
        Column("Publisher", 22, "publisher", "Who published it.", lambda article: Cell(article.publisher or None)),
        Column("Reprint of", 30, "reprint_of", "The article whose text it repeats: both count as one source.",
               lambda article: Cell(arranged.ledger.reprints.get(article.article))),
        Column("Claims", 9, "claims", "How many figures it holds.", lambda article: Cell(claims.get(article.article, 0), "number0")),
        Column("Flags", 16, "flags.severity", "How many flags concern it.", lambda article: Cell(flagged.get(article.article))),
        Column("Characters", 12, "characters", "The length of its text.", lambda article: Cell(article.characters, "number0")),
        Column("Language", 10, "language", "Its language.", lambda article: Cell(article.language or None)),
        Column("SHA-256", 40, "sha256", "The fingerprint of the text that was read.", lambda article: Cell(article.sha256, "id")),
    )  # fmt: skip


def _flags_by_article(arranged: Arrangement) -> dict[str, str]:
    """article -> how many flags of each severity concern its claims, a line each."""
    flags: defaultdict[str, dict[str, str]] = defaultdict(dict)
    article_of = arranged.lookup.article_of
    for flag in arranged.ledger.flags:
        for article in {article_of(claim_id) for claim_id in flag.claim_ids} - {""}:
            flags[article][flag.flag_id] = flag.severity
    told = {}
    for article, severities in flags.items():
        counts = Counter(severities.values())
        told[article] = "\n".join(f"{severity_words(severity)}: {counts[severity]}" for severity in SEVERITIES if counts[severity])
    return told


@dataclass(frozen=True, slots=True)
class RateRow:
    """One row of Rates: a conversion, and how its rate stands to the others of the same two currencies."""

    rate: Rate
    claim: Claim | None
    converted: Claim | None
    others: Decimal | None
    flags: tuple[Flag, ...]
    to_claim: str

    @property
    def off(self) -> Decimal | None:
        """By how many percent the rate is off the median of the others."""
        return ((self.rate.rate / self.others - 1) * 100).quantize(Decimal("0.1")) if self.others else None


def rate_rows(arranged: Arrangement) -> list[RateRow]:
    """The rates by pair of currencies, then article and claim, each beside the median of the others."""
    pairs: defaultdict[tuple[str, str], list[Rate]] = defaultdict(list)
    for rate in arranged.ledger.rates:
        pairs[rate.quote, rate.base].append(rate)
    found = []
    for _, rates in sorted(pairs.items()):
        ordered = sorted(rates, key=lambda one: one.rate)
        for rate in sorted(rates, key=lambda one: (one.article, one.claim_id)):
            row, converted = arranged.claim_at.get(rate.claim_id), arranged.claim_at.get(rate.converted_id)
            flags = tuple(flag for flag in (row.flags if row else ()) if flag.check in ("C2", "C3"))
            others = _median_without(ordered, rate)
            to_claim = arranged.to_claim(rate.claim_id)
            found.append(RateRow(rate, row.claim if row else None, converted.claim if converted else None, others, flags, to_claim))
    return found


def _median_without(ordered: Sequence[Rate], left_out: Rate) -> Decimal | None:
    """The median of rates in their order but for one; None where there is no other."""
    at = bisect_left(ordered, left_out.rate, key=lambda one: one.rate)
    while ordered[at] is not left_out:
        at += 1

    def other(place: int) -> Decimal:
        return ordered[place + (place >= at)].rate

    # found in the one order of all: to sort the others for each rate takes the square of their number
    others = len(ordered) - 1
    half, odd = divmod(others, 2)
    return None if not others else other(half) if odd else (other(half - 1) + other(half)) / 2


def _surface(claim: Claim | None) -> Cell:
    return Cell(claim.surface if claim else None, "figure")


RATES: tuple[Column[RateRow], ...] = (
    Column("Amount", 20, "converted_id", "The amount as first stated.", lambda row: _surface(row.converted)),
    Column("Given as", 20, "claim_id", "Its conversion; the link leads to the claim.",
           lambda row: Cell(row.claim.surface if row.claim else None, link=row.to_claim), linked=True),
    Column("For one", 10, "quote", "The currency of which one unit is priced.", lambda row: Cell(row.rate.quote)),
    Column("Rate", 14, "rate", "What one unit comes to by the two printed figures.", lambda row: Cell(row.rate.rate, "number0")),
    Column("In", 10, "base", "The currency it is priced in.", lambda row: Cell(row.rate.base)),
    Column("At least", 14, "low", "The lowest rate that the rounding of the figures allows.", lambda row: Cell(row.rate.low, "number0")),
    Column("At most", 14, "high", "The highest.", lambda row: Cell(row.rate.high, "number0")),
    Column("Median of the others", 14, "", "The middle of the other rates of these currencies in the ledger.",
           lambda row: Cell(row.others, "number0")),
    Column("Off by %", 10, "", "How far the rate is from it.", lambda row: Cell(row.off, "number1")),
    Column("Flags", 24, "flags.check", "What does not fit.", lambda row: Cell(flags_words(row.flags))),
    Column("Article", 30, "article", "Where it stands.", lambda row: Cell(row.rate.article)),
    Column("Exact rate", 26, "rate", "The rate with all its digits, as text.",
           lambda row: Cell(figure_text(None, row.rate.rate, None), "exact")),
    Column("Claim ID", 17, "claim_id", "The conversion.", lambda row: Cell(row.rate.claim_id, "id")),
)  # fmt: skip

_ORPHAN_COLUMNS = (
    ("Quote", 44, "quote", "The sentence that was looked at, or the place where the words stood."),
    ("Article", 24, "article", "Where it stood."),
    ("Status", 14, "status", "The status that was given."),
    ("Note", 40, "note", "As it was written."),
    ("Checked value", 16, "checked_value", "As it was written."),
    ("Source", 20, "source", "As it was written."),
    ("Checked by", 14, "checked_by", "As it was written."),
    ("Checked on", 12, "checked_on", "As it was written."),
    ("Status before", 14, "old_status", "The status before the program set Stale."),
    ("Method", 18, "method", "As it was written."),
    ("Source link", 22, "source_link", "As it was written."),
    ("Signed off by", 14, "signed_off_by", "As it was written."),
    ("Signed off on", 13, "signed_off_on", "As it was written."),
    ("Proposed correction", 26, "proposed", "Machine cells that somebody changed."),
    ("Disagreement", 30, "conflict", "Where two people wrote different things."),
    ("Bound to", 18, "binding", "The figure and sentence that were looked at, as a number."),
    ("Orphaned", 11, "orphaned", "Yes: what it speaks of is no longer in the ledger."),
    ("Claim ID", 18, "id", "The claim it was about; N- for words that stood beside no claim."),
)


def _orphan_column(header: str, width: float, name: str, meaning: str) -> Column[Review]:
    return Column(header, width, name, meaning, lambda review: Cell(getattr(review, name), "figure" if name == "quote" else "text"))


ORPHANS = tuple(_orphan_column(*column) for column in _ORPHAN_COLUMNS)
"""Every field of a review whose claim is no more; nothing of it is dropped."""
