"""The sheet Changes: what moved since the last ledger, the most pressing first."""

from __future__ import annotations

from collections.abc import Sequence

from ledger.diff.changes import LedgerDiff
from ledger.report.diff_rows import diff_sections
from ledger.report.workbook.arrange import Arrangement
from ledger.report.workbook.grid import Cell, Column, Grid
from ledger.store.changes import Change

_NOTHING = Change("Nothing moved", "", "The last ledger says the same as this one, or there was none.", "", "", "", "")


def changes_of(diff: LedgerDiff) -> tuple[Change, ...]:
    """The changes of a diff, in the order in which a reader wants them."""
    return tuple(
        Change(section.title, row.place, row.what, row.note, row.cause, " → ".join(row.quotes), row.id)
        for section in diff_sections(diff)
        for row in section.rows
    )


def changes_grid(arranged: Arrangement, changes: Sequence[Change]) -> Grid[Change]:
    """The grid of the sheet; one row that says so where nothing moved."""

    flags = {flag.flag_id: flag for flag in reversed(arranged.flags)}  # of two with one id the first, as a search would find

    def link(change: Change) -> str:
        flag = flags.get(change.id) if change.id.startswith("G-") else None
        claim_id = flag.claim_ids[0] if flag and flag.claim_ids else change.id
        return arranged.to_fact(change.id) or arranged.to_claim(claim_id)

    columns: tuple[Column[Change], ...] = (
        Column("Change", 22, "change", "What sort of change it is.", lambda change: Cell(change.change, "figure")),
        Column("What moved", 52, "what", "The figure, verdict or flag before → after; the link leads to what stands there now.",
               lambda change: Cell(change.what, link=link(change)), linked=True),
        Column("How", 34, "note", "In what way.", lambda change: Cell(change.note)),
        Column("Article", 28, "article", "Where it stands.", lambda change: Cell(change.article)),
        Column("Sentence", 58, "quote", "The sentence, or the working of a flag.", lambda change: Cell(change.quote)),
        Column("Because of", 22, "cause", "Whether the articles or the rules moved it.", lambda change: Cell(change.cause)),
        Column("ID", 17, "id", "The claim, fact or flag.", lambda change: Cell(change.id, "id")),
    )  # fmt: skip
    return Grid("Changes", columns, changes or (_NOTHING,), "changes.csv", frozen=1, printed=5)
