"""The columns of every sheet: headers in a newsroom's words, most-read first, what they mean, and the csv column behind each."""

from __future__ import annotations

from operator import attrgetter

from ledger.model import Claim, Fact, Flag, Uncounted
from ledger.report.page_text import mark_sentence
from ledger.report.page_words import REASON_WORDS, SECTION_WORDS, hedge_words, interval_words, period_words
from ledger.report.workbook.arrange import (
    ClaimRow,
    FactRow,
    check_words,
    flags_words,
    happened_words,
    severity_words,
    told_words,
    verdict_words,
)
from ledger.report.workbook.grid import Cell, Column, Rich
from ledger.review.binding import figure_text
from ledger.review.terms import NEW, STATUSES

METHODS = (
    "Official document", "Official statistics", "Spoke to the source", "Second source", "Archive", "Own calculation", "Expert",
    "Picture or map", "Other",
)  # fmt: skip


def unit_text(unit: str) -> str:
    """A unit without the file's underscores."""
    return unit.replace("_", " ")


def _sentence(claim: Claim) -> Cell:
    marked = mark_sentence(claim)
    return Cell(Rich(marked.before, marked.figure, marked.after) if marked.figure else claim.sentence, "sentence")


def _verdict_cell(fact: Fact | None, link: str) -> Cell:
    return Cell(verdict_words(fact.verdict), "text", fact.verdict, link) if fact else Cell(None)


def _flag_kinds(row: ClaimRow) -> object:
    return tuple([(flag.severity, flag.check) for flag in row.flags])


def _figure_column(header: str, width: float, name: str, meaning: str) -> Column[ClaimRow]:
    return Column(header, width, name, meaning, lambda row: Cell(getattr(row.claim, name), "number0"), by=attrgetter(f"claim.{name}"))


def _text_column(header: str, width: float, name: str, meaning: str) -> Column[ClaimRow]:
    return Column(header, width, name, meaning, lambda row: Cell(getattr(row.claim, name)), by=attrgetter(f"claim.{name}"))


def _review_column(header: str, width: float, name: str, meaning: str, role: str = "review_text") -> Column[ClaimRow]:
    return Column(
        header, width, f"reviews.{name}", meaning, lambda row: Cell(getattr(row.review, name), role), by=attrgetter(f"review.{name}")
    )


REVIEW: tuple[Column[ClaimRow], ...] = (
    Column("Status", 15, "reviews.status", "Where the check stands: choose from the list.",
           lambda row: Cell(row.review.status or NEW, "review"), by=attrgetter("review.status")),
    Column("Status before", 13, "old_status", "The status before the figure or its sentence changed and the program set Stale.",
                     lambda row: Cell(row.review.old_status), by=attrgetter("review.old_status")),
    _review_column("Checked value", 15, "checked_value", "The figure as your source gives it."),
    _review_column("Method", 19, "method", "How you checked: choose from the list or write your own."),
    _review_column("Source", 22, "source", "Who or what settles it."),
    _review_column("Source link", 22, "source_link", "Where the source can be read."),
    _review_column("Checked by", 14, "checked_by", "Your name."),
    _review_column("Checked on", 12, "checked_on", "The day, as 2026-03-04.", "review_date"),
    _review_column("Note", 32, "note", "Anything the next reader should know."),
    _review_column("Signed off by", 14, "signed_off_by", "The editor who signs off: another person than the one who checked."),
    _review_column("Signed off on", 13, "signed_off_on", "The day, as 2026-03-04.", "review_date"),
    _review_column("Proposed correction", 26, "proposed",
                   "Machine cells that somebody changed, a line each; delete a line once it is dealt with."),
    _review_column("Disagreement", 30, "conflict",
                   "Where two people wrote different things: what stands ≠ the other; delete it once settled."),
)  # fmt: skip

CLAIMS: tuple[Column[ClaimRow], ...] = (
    Column("Figure", 20, "surface", "The figure exactly as the article prints it.",
           lambda row: Cell(row.claim.surface, "figure"), by=attrgetter("claim.surface")),
    Column("Sentence", 58, "sentence", "The sentence it stands in, the figure in bold.", lambda row: _sentence(row.claim)),
    Column("Verdict", 14, "facts.verdict", "How the mentions of its fact agree; the link leads to the fact.",
           lambda row: _verdict_cell(row.fact, row.to_fact), linked=True),
    Column("Flags", 29, "flags.check", "What does not fit: severity, check, name.",
           lambda row: Cell(flags_words(row.flags)), by=_flag_kinds),
    Column("What is counted", 22, "entity", "The thing that is counted or measured.",
           lambda row: Cell(row.claim.entity or None), by=attrgetter("claim.entity")),
    Column("Value", 16, "value", "The figure as a number, scale words multiplied out; empty for a range.",
           lambda row: Cell(row.claim.value, "number0"), by=attrgetter("claim.value")),
    Column("Unit", 16, "unit", "What the number is in: currency, measure, percent, or the thing counted.",
           lambda row: Cell(unit_text(row.claim.unit)), by=attrgetter("claim.unit")),
    Column("Article", 28, "article", "Where it stands; the link leads to it.",
           lambda row: Cell(row.claim.article, link=row.to_article), linked=True),
    *REVIEW,
    Column("Exact value", 18, "value, low, high", "The figure to the last digit, as text: a number in a cell holds 15 digits.",

           lambda row: Cell(figure_text(row.claim.low, row.claim.value, row.claim.high), "exact"),
           by=attrgetter("claim.low", "claim.value", "claim.high")),
    _figure_column("From", 15, "low", "The lower end of a range; elsewhere the value."),
    _figure_column("To", 15, "high", "The upper end of a range; elsewhere the value."),
    Column("Hedge", 16, "qualifier", "The words that loosen or sharpen the figure.",
           lambda row: Cell(hedge_words(row.claim.qualifier)), by=attrgetter("claim.qualifier")),
    Column("The words allow", 22, "bounds_low, bounds_high, bounds_closed", "The numbers that the wording leaves possible.",

           lambda row: Cell(interval_words(row.claim.bounds)),
           by=attrgetter("claim.bounds.low", "claim.bounds.high", "claim.bounds.closed")),
    Column("Part of article", 14, "section", "Headline, standfirst, body, caption, teaser of another story, or boilerplate.",
           lambda row: Cell(SECTION_WORDS.get(row.claim.section, row.claim.section)), by=attrgetter("claim.section")),
    _text_column("Standing", 12, "role", "Actual, target, forecast, limit, comparison, or the conversion of another amount."),
    Column("When", 20, "period", "The time it speaks of.", lambda row: Cell(period_words(row.claim.period)), by=attrgetter("claim.period")),
    Column("Compared with", 16, "base_period", "The time that a change or ratio starts from.",
           lambda row: Cell(period_words(row.claim.base_period)), by=attrgetter("claim.base_period")),
    _text_column("Where", 18, "place", "The place, if stated."),
    _text_column("Whose", 18, "subject", "Who or what the figure belongs to, if stated."),
    _text_column("What happened", 15, "outcome", "What befell the people or things: killed, signed, destroyed."),
    _text_column("Only part", 18, "scope", "The words that make it a part of something larger."),
    _text_column("Said by", 18, "speaker", "Who is credited with the figure, if stated."),
    _text_column("Kind", 14, "kind", "Currency, physical, percent, percentage point, count, ratio, rank or bare number."),
    _text_column("Level or change", 13, "aspect", "Level, change, share, rank, rate or ratio."),
    _text_column("Up or down", 10, "direction", "The direction of a change."),
    Column("Earlier event", 11, "background", "Yes where it tells another, earlier event.",
           lambda row: Cell("yes" * row.claim.background), by=attrgetter("claim.background")),
    _text_column("Weight", 10, "weight", "Core, or minor for idle counts."),
    Column("From character", 11, "start", "Where the figure begins in the article's text, counted from 0.",
           lambda row: Cell(row.claim.start, "number0"), by=attrgetter("claim.start")),
    Column("To character", 11, "end", "Where it ends.", lambda row: Cell(row.claim.end, "number0"), by=attrgetter("claim.end")),
    Column("Fact ID", 17, "fact_id", "The fact it belongs to.", lambda row: Cell(row.fact.fact_id if row.fact is not None else None, "id")),
    Column("Claim ID", 17, "claim_id", "Its own id: reviews come home by it, so leave it as it is.",
           lambda row: Cell(row.claim.claim_id, "id")),
)  # fmt: skip
CLAIMS_PRINTED = 9
"""The columns of Claims that go to paper: the machine's most-read ones and Status."""


def _rolled_up(row: FactRow) -> Cell:
    statuses = [status or NEW for status in row.statuses]
    if set(statuses) <= {NEW}:
        return Cell("not started")
    names = [name for name, _ in STATUSES] + ["Stale"]
    order = sorted(set(statuses), key=lambda status: (names.index(status) if status in names else len(names), status))
    return Cell("\n".join(f"{status}: {statuses.count(status)} of {len(statuses)}" for status in order))


FACTS: tuple[Column[FactRow], ...] = (
    Column("What is counted", 28, "entity", "The thing that is counted or measured.",
           lambda row: Cell(row.fact.entity or unit_text(row.fact.unit), "figure")),
    Column("What happened", 17, "claims.outcome, claims.scope", "What befell or was done, and the words that make it only a part.",
           lambda row: Cell(happened_words(row.claims))),
    Column("Verdict", 14, "verdict", "How its mentions agree.", lambda row: _verdict_cell(row.fact, "")),
    Column("Told as", 52, "claims.surface", "Each wording with the articles that use it.", lambda row: Cell(told_words(row.claims))),
    Column("Value", 17, "value", "The most precise figure that all agreeing mentions allow.", lambda row: Cell(row.fact.value, "number0")),
    Column("Unit", 16, "unit", "What the number is in.", lambda row: Cell(unit_text(row.fact.unit))),
    Column("Mentions", 11, "mentions", "How often it is told; the link leads to the mentions.",
           lambda row: Cell(row.fact.mentions, "number0", link=row.to_claims), linked=True),
    Column("Articles", 9, "articles", "How many articles tell it.", lambda row: Cell(row.fact.articles, "number0")),
    Column("Independent sources", 13, "independent_sources", "The same, reprints of one story counted once.",
           lambda row: Cell(row.fact.independent_sources, "number0")),
    Column("Flags", 28, "flag_ids", "What does not fit.", lambda row: Cell(flags_words(row.flags))),
    Column("Review", 20, "reviews", "How far its mentions are checked.", _rolled_up),
    Column("When", 20, "period", "The time it speaks of.", lambda row: Cell(period_words(row.fact.period))),
    Column("Whose", 20, "subject", "Who or what the figure belongs to.", lambda row: Cell(row.fact.subject)),
    Column("Standing", 12, "role", "Actual, target, forecast, limit or comparison.", lambda row: Cell(row.fact.role)),
    Column("Level or change", 13, "aspect", "Level, change, share, rank, rate or ratio.", lambda row: Cell(row.fact.aspect)),
    Column("Kind", 14, "kind", "Currency, physical, percent, count and so on.", lambda row: Cell(row.fact.kind)),
    Column("Exact value", 18, "value, low, high", "The figure to the last digit, as text.",
           lambda row: Cell(figure_text(row.fact.low, row.fact.value, row.fact.high), "exact")),
    Column("From", 15, "low", "The lower end of a range.", lambda row: Cell(row.fact.low, "number0")),
    Column("To", 15, "high", "The upper end of a range.", lambda row: Cell(row.fact.high, "number0")),
    Column("Fact ID", 17, "fact_id", "Its id, which survives rebuilds.", lambda row: Cell(row.fact.fact_id, "id")),
)  # fmt: skip
FACTS_PRINTED = 11

COVERAGE: tuple[Column[Uncounted], ...] = (
    Column("Number", 26, "surface", "The words or digits in the article.", lambda row: Cell(row.surface, "figure")),
    Column("Why it is no claim", 30, "reason",
           "A date, a time, part of a name, document number, counting off, figure of speech, not understood.",
           lambda row: Cell(REASON_WORDS.get(row.reason, (row.reason,))[0])),
    Column("Article", 52, "article", "Where it stands.", lambda row: Cell(row.article)),
    Column("From character", 12, "start", "Where it begins in the article's text, counted from 0.",
           lambda row: Cell(row.start, "number0")),
    Column("To character", 12, "end", "Where it ends.", lambda row: Cell(row.end, "number0")),
)  # fmt: skip


def severity_cell(flag: Flag) -> Cell:
    """A flag's severity, in words and colour."""
    return Cell(severity_words(flag.severity), "text", flag.severity)


def check_cell(flag: Flag) -> Cell:
    """A flag's check, by number and name."""
    return Cell(check_words(flag.check))
