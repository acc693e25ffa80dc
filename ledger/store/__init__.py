"""The ledger on disk: tables that people can read and git can merge."""

from ledger.store.claimjson import claim_json
from ledger.store.reviews import Review, read_reviews, write_reviews
from ledger.store.tables import ledger_rows, read_ledger, read_rows, write_tables

__all__ = ["Review", "claim_json", "ledger_rows", "read_ledger", "read_reviews", "read_rows", "write_reviews", "write_tables"]
