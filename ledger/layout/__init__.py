"""A folder of articles as a repository of its own: `factledger init`, and the ledger.toml that it writes."""

from ledger.layout.repository import Written, lay_out, next_steps
from ledger.layout.settings import SETTINGS, default_options

__all__ = ["SETTINGS", "Written", "default_options", "lay_out", "next_steps"]
