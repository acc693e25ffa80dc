"""The claims that came, went and changed, and how."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from ledger.diff.causes import Causes
from ledger.diff.changes import SORTS, ArticleChange, CellChange, ClaimChange
from ledger.diff.editions import Edition, Row
from ledger.diff.rows import CLAIM, masked_sentence, parse_claim
from ledger.model import Claim

_SORT_OF: Mapping[str, str] = {
    **dict.fromkeys(("value", "low", "high", "kind", "unit"), "value"),
    **dict.fromkeys(("surface", "qualifier"), "wording"),
    **dict.fromkeys(("bounds_low", "bounds_high", "bounds_closed", "expected_low", "expected_high", "expected_closed"), "bounds"),
    **dict.fromkeys(
        ("entity", "aspect", "direction", "role", "period", "base_period", "place", "subject", "outcome", "scope", "background", "weight"),
        "about",
    ),
    "section": "section",
    "speaker": "source",
    "sentence": "context",
    "fact_id": "fact",
    "precision": "precision",
}
Reasons = dict[str, list[tuple[int, int, str]]]
_COLUMNS = tuple((column, CLAIM[column], sort) for column, sort in _SORT_OF.items())


def find_claim_changes(
    old: Edition, new: Edition, pairs: Mapping[str, str], twins: Mapping[str, str], articles: tuple[ArticleChange, ...], causes: Causes
) -> tuple[ClaimChange, ...]:
    """The changes by new article and place; `twins` says which new fact each old fact became."""
    redated = {one.new for one in articles if any(cell.column == "published" for cell in one.cells)}
    arrived = set(pairs.values())
    gone = [row for claim_id, row in old.claims.items() if claim_id not in pairs]
    came = [row for claim_id, row in new.claims.items() if claim_id not in arrived]
    changes = [_removed(row, causes, _reasons(new, gone)) for row in gone]
    changes += [_added(row, causes, _reasons(old, came)) for row in came]
    for claim_id, other_id in pairs.items():
        change = _changed(old.claims[claim_id], new.claims[other_id], twins, causes, redated)
        if change is not None:
            changes.append(change)
    names = {one.old: one.new for one in articles if one.change == "moved"}
    return tuple(sorted(changes, key=lambda change: _place(change, names)))


def _reasons(edition: Edition, rows: list[Row]) -> Reasons:
    """article -> (start, end, why) of its numbers that are no claims in an edition, for the articles of the rows."""
    found: Reasons = {row[2]: [] for row in rows}
    for article, start, end, _, why in edition.coverage:
        if article in found:
            found[article].append((int(start), int(end), why))
    return found


def _place(change: ClaimChange, names: Mapping[str, str]) -> tuple[str, int, int, str]:
    claim = change.new or change.old
    assert claim is not None
    return names.get(claim.article, claim.article), claim.start, claim.end, claim.claim_id


def _removed(row: Row, causes: Causes, reasons: Reasons) -> ClaimChange:
    claim = parse_claim(row)
    return ClaimChange("removed", (), claim, None, row[1], "", causes.of_claim(claim.article), reason=_reason(claim, causes, reasons))


def _added(row: Row, causes: Causes, reasons: Reasons) -> ClaimChange:
    claim = parse_claim(row)
    return ClaimChange("added", (), None, claim, "", row[1], causes.of_claim(claim.article), reason=_reason(claim, causes, reasons))


def _reason(claim: Claim, causes: Causes, reasons: Reasons) -> str:
    """What the other ledger calls the number; places are only comparable where the text is the same."""
    if claim.article in causes.edited:
        return ""
    return next((why for start, end, why in reasons[claim.article] if start < claim.end and claim.start < end), "")


def _changed(row: Row, other: Row, twins: Mapping[str, str], causes: Causes, redated: set[str]) -> ClaimChange | None:
    """The change of a claim that both ledgers hold; None where it says the same, wherever it stands in the text now."""
    if (row is other or row[2:] == other[2:]) and twins.get(row[1], row[1]) == other[1]:
        return None
    cells = [CellChange(column, row[at], other[at]) for column, at, _ in _COLUMNS if row[at] != other[at]]
    cells = [cell for cell in cells if cell.column != "fact_id" or twins.get(cell.old, cell.old) != cell.new]
    sorts = {_SORT_OF[cell.column] for cell in cells}
    if not sorts:
        return None
    old, new = parse_claim(row), parse_claim(other)
    sorts = _settled(sorts, row, other, old, new)
    if not sorts:
        return None
    edited = new.article in causes.edited
    silent = "value" in sorts and edited and new.article not in redated
    finer = ("value", "low", "high") if "precision" in sorts else ()
    kept = tuple(cell for cell in cells if _SORT_OF[cell.column] in sorts or cell.column in finer)
    ordered = tuple(sort for sort in SORTS if sort in sorts)
    cause = causes.of_linked((old.article, new.article)) if ordered == ("fact",) else causes.of_claim(new.article)
    return ClaimChange("changed", ordered, old, new, row[1], other[1], cause, silent, cells=kept)


def _settled(sorts: set[str], row: Row, other: Row, old: Claim, new: Claim) -> set[str]:
    """The sorts of change without those that only follow from another: bounds from the figure, a sentence from the figures in it."""
    found = set(sorts)
    if "value" in found and same_within_rounding(old, new):
        found = found - {"value"} | {"precision"}
    elif "value" in found or "precision" in found and row[CLAIM["surface"]] == other[CLAIM["surface"]]:
        found.discard("precision")
    if found & {"value", "precision"}:
        found.discard("bounds")
        if old.qualifier == new.qualifier:
            found.discard("wording")
    if old.qualifier != new.qualifier:
        found.discard("bounds")
    if "context" in found and masked_sentence(row) == masked_sentence(other):
        found.discard("context")
    return found


def same_within_rounding(old: Claim, new: Claim) -> bool:
    """True where the figures are one figure written more and less finely: "9.6 billion" and "9.62 billion"."""
    if (old.kind, old.unit) != (new.kind, new.unit) or old.value is None or new.value is None or old.precision == new.precision:
        return False
    coarse, fine = (old, new) if old.precision > new.precision else (new, old)
    assert coarse.value is not None
    assert fine.value is not None
    return abs(coarse.value - fine.value) <= coarse.precision / Decimal(2)
