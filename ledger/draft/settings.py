"""What `check` is told by a file: ledger.toml, or [tool.factledger] of pyproject.toml, the nearest above the working folder.

`ledger` and `rules` stand at its top, as for the other commands; what `check` alone is told stands in its table `check`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ledger.errors import LedgerError
from ledger.pack.places import hint

FORMATS = ("text", "json", "sarif", "github", "html")
LEVELS = ("error", "warning", "never")
NAMES = ("ledger.toml", "pyproject.toml")
_SHARED = ("ledger", "rules")
_ELSEWHERE = ("articles",)
_OWN = ("format", "fail_level", "baseline", "ignore")


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """The keys of a settings file; what is not said is empty. Paths are as seen from the file's own folder."""

    ledger: str = ""
    rules: tuple[str, ...] = ()
    format: str = ""
    fail_level: str = ""
    baseline: str = ""
    ignore: tuple[str, ...] = ()
    """Checks that are not run on drafts."""


def find_settings(folder: Path) -> CheckSettings:
    """The settings that hold in a folder; those of nobody where no file has any. Raises LedgerError for a file with mistakes."""
    for place in (folder, *folder.parents):
        for name in NAMES:
            path = place / name
            if path.is_file():
                table = _read(path)
                if table is not None:
                    return _make_settings(table, path)
        if (place / ".git").exists():
            break
    return CheckSettings()


def _read(path: Path) -> Mapping[str, Any] | None:
    """The table of a settings file; None for a pyproject.toml that has no [tool.factledger]."""
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        if path.name == "pyproject.toml":
            return None  # another tool's file, and theirs to complain about
        raise LedgerError(str(path), f"this is no TOML ({error})", "Mend it") from None
    except OSError as error:
        raise LedgerError(str(path), f"cannot be read ({error.strerror})", "Check its permissions") from None
    if path.name == "ledger.toml":
        return said
    table = said.get("tool", {}).get("factledger")
    return table if isinstance(table, dict) else None


def _make_settings(table: Mapping[str, Any], path: Path) -> CheckSettings:
    own = table.get("check", {})
    if not isinstance(own, dict):
        raise LedgerError(str(path), f"check is a table, not {own!r}", "Write [check], and its keys below")
    values = _read_keys({key: value for key, value in table.items() if key != "check"}, _SHARED, (*_ELSEWHERE, "check"), path)
    return CheckSettings(**values, **_read_keys(own, _OWN, (), path))


def _read_keys(table: Mapping[str, Any], known: Sequence[str], elsewhere: Sequence[str], path: Path) -> dict[str, Any]:
    """The values of a table; raises LedgerError for a key that is not known, with the nearest that is."""
    values: dict[str, Any] = {}
    for key, value in table.items():
        name = key.replace("-", "_")
        if name in known:
            values[name] = _value(name, key, value, path)
        elif name not in elsewhere:
            keys = [one.replace("_", "-") for one in (*known, *elsewhere)]
            raise LedgerError(str(path), f"unknown key {key!r}{hint(key, keys)}", f"Known here: {', '.join(sorted(keys))}")
    return values


def _value(name: str, key: str, value: object, path: Path) -> object:
    if name in ("rules", "ignore"):
        many = [value] if isinstance(value, str) else value
        if not isinstance(many, list) or not all(isinstance(one, str) for one in many):
            raise LedgerError(str(path), f"{key} is a list of texts, not {value!r}", f'Write {key} = ["..."]')
        return tuple(str(path.parent / one) if name == "rules" else one.upper() for one in many)
    if not isinstance(value, str):
        raise LedgerError(str(path), f"{key} is a text, not {value!r}", f'Write {key} = "..."')
    choices = {"format": FORMATS, "fail_level": LEVELS}.get(name, ())
    if choices and value not in choices:
        raise LedgerError(str(path), f"{key} is one of {', '.join(choices)}, not {value!r}{hint(value, choices)}", "Mend it")
    return str(path.parent / value) if name in ("ledger", "baseline") else value
