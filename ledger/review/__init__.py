"""The round trip: what people wrote, from the workbook they return into the ledger, and along when its figures change."""

from ledger.review.binding import binding_of, settle
from ledger.review.fields import Conflict
from ledger.review.merge import MergeReport, merge_workbook
from ledger.review.proposals import Proposal
from ledger.review.returned import ReturnedWorkbook, read_workbook
from ledger.review.status import ReviewStatus, own_sign_offs, review_status

__all__ = [
    "Conflict", "MergeReport", "Proposal", "ReturnedWorkbook", "ReviewStatus", "binding_of", "merge_workbook", "own_sign_offs",
    "read_workbook", "review_status", "settle",
]  # fmt: skip
