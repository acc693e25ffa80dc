"""A draft against a ledger: every figure marked, and what does not fit told with where, what was found and what to do."""

from ledger.draft.check import Checker, Wishes, check_draft, make_checker, reaches
from ledger.draft.index import LedgerIndex, open_ledger
from ledger.draft.marks import DraftCheck, DraftFinding, Mark
from ledger.draft.read import Draft, make_draft, read_draft, read_drafts

__all__ = [
    "Checker",
    "Draft",
    "DraftCheck",
    "DraftFinding",
    "LedgerIndex",
    "Mark",
    "Wishes",
    "check_draft",
    "make_checker",
    "make_draft",
    "open_ledger",
    "reaches",
    "read_draft",
    "read_drafts",
]
