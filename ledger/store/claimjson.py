"""A claim as JSON, with the names of the columns of claims.csv."""

from __future__ import annotations

from ledger.model import Claim
from ledger.store.columns import CLAIM_COLUMNS
from ledger.store.rows import claim_row


def claim_json(claim: Claim) -> dict[str, str | int | None]:
    """The contract's columns of a claim without fact_id: start and end are integers, magnitudes plain decimal strings, empty is None."""
    cells: dict[str, str | int | None] = {
        column: cell or None for column, cell in zip(CLAIM_COLUMNS, claim_row(claim, ""), strict=False) if column != "fact_id"
    }
    cells["start"], cells["end"] = claim.start, claim.end
    return cells
