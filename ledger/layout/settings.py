"""ledger.toml: where the articles, the rules and the ledger of a repository are, so that `factledger build` needs no arguments."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ledger.errors import LedgerError

SETTINGS = "ledger.toml"
_KEYS: Mapping[str, type] = {"articles": list, "rules": list, "ledger": str}
_TODO = 'It holds articles = ["articles"], rules = ["rules"] and ledger = "reports", or some of them'


def default_options(folder: Path) -> dict[str, Any]:
    """Options by command for what the command line does not say, from the folder's ledger.toml; empty where there is none.

    Raises LedgerError for a file that is no TOML, or holds another key or a value of another kind.
    """
    path = folder / SETTINGS
    if not path.is_file():
        return {}
    given = _read(path)
    rules = {"rules": given["rules"]} if "rules" in given else {}
    ledger = {"folder": given["ledger"]} if "ledger" in given else {}
    build = {**rules, **({"paths": given["articles"]} if "articles" in given else {}), **({"out": given["ledger"]} if ledger else {})}
    return {"build": build, "extract": rules, "rules": {"list": rules, "test": rules}, "explain": ledger, "serve": {**rules, **ledger}}


def _read(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        given = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LedgerError(str(path), f"it cannot be read ({error})", _TODO) from None
    for key, value in given.items():
        if key == "check" and isinstance(value, dict):
            continue  # what `check` alone is told: ledger.draft.settings reads and judges it
        if key not in _KEYS:
            raise LedgerError(str(path), f"there is no setting {key!r}", _TODO)
        texts = value if isinstance(value, list) else [value]
        if not isinstance(value, _KEYS[key]) or not all(isinstance(text, str) and text for text in texts):
            found = "a list of texts" if _KEYS[key] is list else "a text"
            raise LedgerError(str(path), f"{key} is {value!r} and should be {found}", _TODO)
    return given
