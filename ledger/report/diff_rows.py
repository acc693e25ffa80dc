"""A diff as sections of rows, the most pressing first: what text, markdown and html all show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ledger.diff.changes import ArticleChange, CellChange, ClaimChange, FactChange, FlagChange, LedgerDiff, VerdictChange
from ledger.model import Fact
from ledger.report.diff_words import (
    CAUSE_WORDS,
    SORT_WORDS,
    changed_words,
    clean,
    count_words,
    detail_words,
    fact_words,
    figure_words,
    quote_words,
    turn_words,
)
from ledger.report.page_words import CHECK_WORDS, REASON_WORDS


@dataclass(frozen=True, slots=True)
class DiffRow:
    """One change as a reader sees it; texts are clean but not escaped."""

    mark: str
    """+ came, - went, ~ changed, > moved"""
    place: str
    what: str
    note: str
    cause: str
    quotes: tuple[str, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class DiffSection:
    """Rows of one sort under a title; `says` is what the title means."""

    title: str
    says: str
    rows: tuple[DiffRow, ...]


def diff_sections(diff: LedgerDiff) -> tuple[DiffSection, ...]:
    """The sections that have rows."""
    changed = [one for one in diff.claims if one.change == "changed" and not one.silent]
    reworded = [one for one in changed if one.sorts == ("context",)]
    sections = (
        _section("Silent corrections", "the article has another figure and still its old date", map(_claim_row, diff.corrections)),
        _section("Verdicts that turned", "", map(_verdict_row, diff.verdicts)),
        *_flag_sections(diff),
        _section("Figures changed", "", (_claim_row(one) for one in changed if one.sorts != ("context",))),
        _section("Figures added", "", (_claim_row(one) for one in diff.claims if one.change == "added")),
        _section("Figures removed", "", (_claim_row(one) for one in diff.claims if one.change == "removed")),
        *_fact_sections(diff),
        _section("Sentences reworded", "the figure is the same, the words around it are not", map(_claim_row, reworded)),
        _section("Articles", "", map(_article_row, diff.articles)),
        _section("Numbers that are no claims", "", _coverage_rows(diff)),
    )
    return tuple(section for section in sections if section.rows)


def _section(title: str, says: str, rows: Iterable[DiffRow]) -> DiffSection:
    return DiffSection(title, says, tuple(rows))


def _claim_row(change: ClaimChange) -> DiffRow:
    claim = change.new or change.old
    assert claim is not None
    place, cause = clean(claim.article), CAUSE_WORDS[change.cause]
    if change.change != "changed" or change.old is None or change.new is None:
        other = REASON_WORDS.get(change.reason, (change.reason, ""))[0]
        told = f"{'was' if change.change == 'added' else 'now'} no claim but {other}" if other else ""
        mark = "+" if change.change == "added" else "-"
        return DiffRow(mark, place, figure_words(claim), told, cause, (quote_words(claim),), claim.claim_id)
    before, after = changed_words(change)
    note = "; ".join([", ".join(SORT_WORDS[sort] for sort in change.sorts), *filter(None, [detail_words(change)])])
    moved = f"; {change.old_fact} → {change.new_fact}" if "fact" in change.sorts else ""
    quotes = (quote_words(change.old), quote_words(change.new)) if "context" in change.sorts else (quote_words(change.new),)
    return DiffRow("~", place, turn_words(before, after), note + moved, cause, tuple(dict.fromkeys(quotes)), claim.claim_id)


def _verdict_row(change: VerdictChange) -> DiffRow:
    turn = f"{change.old.verdict} → {change.new.verdict}"
    return DiffRow("~", "", fact_words(change.new), turn, CAUSE_WORDS[change.cause], (), change.new.fact_id)


def _flag_sections(diff: LedgerDiff) -> tuple[DiffSection, ...]:
    titles = (("added", "Flags new"), ("changed", "Flags changed"), ("removed", "Flags gone"))
    return tuple(_section(title, "", (_flag_row(one) for one in diff.flags if one.change == kind)) for kind, title in titles)


def _flag_row(change: FlagChange) -> DiffRow:
    flag = change.new or change.old
    assert flag is not None
    mark = {"added": "+", "removed": "-", "changed": "~"}[change.change]
    note = f"{flag.severity}: {CHECK_WORDS.get(flag.check, flag.check)} ({flag.check})"
    if change.old is not None and change.new is not None and change.old.severity != change.new.severity:
        note = f"{change.old.severity} → {note}"
    quotes = tuple(clean(text) for text in (flag.working,) if text)
    return DiffRow(mark, clean(flag.article), clean(flag.message), note, CAUSE_WORDS[change.cause], quotes, flag.flag_id)


def _fact_sections(diff: LedgerDiff) -> tuple[DiffSection, ...]:
    titles = (
        ("split", "Facts split", "one fact became several"),
        ("merged", "Facts merged", "several facts became one"),
        ("regrouped", "Facts regrouped", "several facts shared their figures out anew"),
        ("changed", "Facts changed", ""),
        ("added", "Facts added", ""),
        ("removed", "Facts removed", ""),
    )
    return tuple(_section(title, says, (_fact_row(one) for one in diff.facts if one.change == kind)) for kind, title, says in titles)


def _fact_row(change: FactChange) -> DiffRow:
    chief, cause = (change.new or change.old)[0], CAUSE_WORDS[change.cause]
    if change.change in ("added", "removed"):
        told = f"{chief.verdict}, {count_words(chief.mentions, 'mention')}"
        return DiffRow("+" if change.change == "added" else "-", "", fact_words(chief), told, cause, (), chief.fact_id)
    before, after = _sides(change.old), _sides(change.new)
    what = turn_words(before, after) if change.change == "changed" else f"{before} → {after}"
    note = _cell_words(change.cells) if change.change == "changed" else f"{_ids(change.old)} → {_ids(change.new)}"
    return DiffRow("~", "", what, note, cause, (), chief.fact_id)


def _cell_words(cells: Iterable[CellChange]) -> str:
    return "; ".join(f"{cell.column.replace('_', ' ')}: {clean(cell.old) or 'none'} → {clean(cell.new) or 'none'}" for cell in cells)


def _sides(facts: Iterable[Fact]) -> str:
    return " + ".join(fact_words(fact) for fact in facts)


def _ids(facts: Iterable[Fact]) -> str:
    return " + ".join(fact.fact_id for fact in facts)


def _article_row(change: ArticleChange) -> DiffRow:
    mark = {"added": "+", "removed": "-", "moved": ">"}.get(change.change, "~")
    what = f"{clean(change.old)} → {clean(change.new)}" if change.change == "moved" else clean(change.new or change.old)
    told = _cell_words(change.cells)
    kind = {"described": "described otherwise"}.get(change.change, change.change)
    kind = "moved and edited" if change.change == "moved" and change.edited else kind
    return DiffRow(mark, "", what, "; ".join(part for part in (kind, told) if part), "", ())


def _coverage_rows(diff: LedgerDiff) -> list[DiffRow]:
    rows = []
    for one in diff.coverage:
        times = f" × {one.count}" if one.count > 1 else ""
        note = REASON_WORDS.get(one.reason, (one.reason, ""))[0]
        rows.append(DiffRow("+" if one.change == "added" else "-", clean(one.article), f"“{clean(one.surface)}”{times}", note, ""))
    return rows
