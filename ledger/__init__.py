"""factledger: every numeric claim of a folder of articles, reconciled and flagged.

`ledger.open("reports")` reads a ledger, `ledger.extract(text)` gives the claims of a text: see ledger.api and docs/api.md.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

from ledger.native import install

if TYPE_CHECKING:
    from ledger.api import OpenLedger as OpenLedger
    from ledger.api import extract_claims as extract
    from ledger.api import open_ledger as open  # noqa: A004 (ledger.open, as gzip.open)
    from ledger.errors import LedgerError as LedgerError

__all__ = ["LedgerError", "OpenLedger", "extract", "open"]


class _CallableRoom(ModuleType):
    """The room ledger.extract, which is also the function of that name: `ledger.extract(text)`."""

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        from ledger.api import extract_claims

        return extract_claims(*arguments, **named)


class _Package(ModuleType):
    """This package. An import sets `ledger.extract` to the room, whoever asks first; it is made callable then."""

    def __setattr__(self, name: str, value: Any) -> None:
        if name == "extract" and isinstance(value, ModuleType):
            value.__class__ = _CallableRoom
        super().__setattr__(name, value)


def __getattr__(name: str) -> Any:
    # imports wait until somebody asks: `factledger --help` must not pay for them
    if name == "extract":
        from importlib import import_module

        return import_module("ledger.extract")
    if name == "LedgerError":
        from ledger.errors import LedgerError

        return LedgerError
    if name in ("open", "OpenLedger"):
        from ledger import api

        return api.open_ledger if name == "open" else api.OpenLedger
    raise AttributeError(f"module 'ledger' has no attribute {name!r}")


sys.modules[__name__].__class__ = _Package
install()
