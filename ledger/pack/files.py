"""Finds and reads the files of a pack: the only place here that touches the folders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ledger.errors import LedgerError, PackMistake
from ledger.pack.schema import LANGUAGE, TABLE_FILES


@dataclass(frozen=True, slots=True)
class PackFile:
    """One file of one layer: 0 is the built-in pack, 1.. the overlays in order. `shown` is the path for messages."""

    layer: int
    shown: str
    name: str
    content: bytes

    @property
    def kind(self) -> str:
        """The kind of the rules in it, or "" for a table of its own form and for units.txt."""
        return "" if self.name in TABLE_FILES or not self.name.endswith(".toml") else self.name.removesuffix(".toml")


def built_in_folder(package: Path | None = None) -> Path:
    """The folder of the built-in rules: inside the installed package, else beside it in a checkout."""
    package = package or Path(__file__).resolve().parent.parent
    for folder in (package / "rules", package.parent / "rules"):
        if (folder / "pack.toml").is_file():
            return folder
    raise LedgerError("rules", f"the built-in rules are neither in {package} nor beside it", "Install fact-ledger again.")


def read_pack_files(built_in: Path, overlays: Sequence[Path]) -> tuple[tuple[PackFile, ...], tuple[PackMistake, ...]]:
    """Every file of every layer, in a fixed order, and a mistake for each that cannot be read."""
    files: list[PackFile] = []
    mistakes: list[PackMistake] = []
    for layer, folder in enumerate((built_in, *overlays)):
        label = "rules" if layer == 0 else folder.as_posix()
        found = list(_read_layer(layer, folder, label))
        files += [entry for entry in found if isinstance(entry, PackFile)]
        mistakes += [entry for entry in found if isinstance(entry, PackMistake)]
        if not found:
            mistakes.append(PackMistake(label, "", _why_empty(folder)))
    return tuple(files), tuple(mistakes)


def _read_layer(layer: int, folder: Path, label: str) -> Iterator[PackFile | PackMistake]:
    yield from _strays(folder, label)
    for path in _rule_paths(folder):
        shown = f"{label}/{path.relative_to(folder).as_posix()}"
        try:
            yield PackFile(layer, shown, path.name, path.read_bytes())
        except OSError as error:
            yield PackMistake(shown, "", f"cannot be read: {error.strerror or error}")


def _strays(folder: Path, label: str) -> Iterator[PackMistake]:
    """Rule files where nobody would look for them: better told than left out in silence."""
    for path in sorted(folder.glob("*/*.toml")):
        if path.parent.name != LANGUAGE:
            shown = f"{label}/{path.relative_to(folder).as_posix()}"
            yield PackMistake(shown, "", f"is not read: rule files stand flat in the folder or in {LANGUAGE}/")


def _rule_paths(folder: Path) -> Iterable[Path]:
    """units.txt and every .toml of the folder and of its language folder, by name."""
    flat = [*folder.glob("*.toml"), *folder.glob("units.txt")]
    return [*sorted(flat), *sorted((folder / LANGUAGE).glob("*.toml"))]


def _why_empty(folder: Path) -> str:
    if not folder.exists():
        return "there is no such folder"
    if not folder.is_dir():
        return "is a file: give the folder that holds the rule files"
    return "holds no rule file: name.toml, flat or in en/"
