"""What `check` is told by a file: ledger.toml, or [tool.factledger] of pyproject.toml, the nearest above the working folder."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from ledger.errors import LedgerError
from ledger.pack.places import hint

FORMATS = ("text", "json", "sarif", "github", "html")
LEVELS = ("error", "warning", "never")
NAMES = ("ledger.toml", "pyproject.toml")


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
    known = {field.name.replace("_", "-"): field.name for field in fields(CheckSettings)}
    values: dict[str, Any] = {}
    for key, value in table.items():
        name = known.get(key.replace("_", "-"))
        if name is None:
            raise LedgerError(str(path), f"unknown key {key!r}{hint(key, known)}", f"Known: {', '.join(sorted(known))}")
        values[name] = _value(name, key, value, path)
    return CheckSettings(**values)


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
