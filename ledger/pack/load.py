"""load_pack: the built-in rules and the overlays -> a RulePack, or a PackError with every mistake at once."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ledger.errors import PackError
from ledger.pack.cache import cache_folder, cache_key, cache_path, read_cache, write_cache
from ledger.pack.files import PackFile, built_in_folder, read_pack_files
from ledger.pack.rules import RulePack, freeze_pack

if TYPE_CHECKING:
    from ledger.pack.merge import Merged


def load_pack(overlays: Sequence[Path] = (), *, built_in: Path | None = None) -> RulePack:
    """The built-in pack with the overlay folders laid over it in order.

    Raises PackError, which holds every mistake of every file. A pack without mistakes is kept compiled in the
    user's cache (FACTLEDGER_NO_CACHE=1 keeps none).
    """
    base = built_in or built_in_folder()
    files, mistakes = read_pack_files(base, overlays)
    if mistakes:
        merged_mistakes = _compile(files, 1 + len(overlays))[1]
        raise PackError([*mistakes, *merged_mistakes])
    folder = cache_folder()
    if folder is None:
        return freeze_pack(_compiled(files, 1 + len(overlays)))
    path, key = cache_path(folder, (base, *overlays)), cache_key(files, _loader_version())
    plain = read_cache(path, key)
    if plain is None:
        plain = _compiled(files, 1 + len(overlays))
        write_cache(path, key, plain)
    return freeze_pack(plain)


def _compiled(files: Sequence[PackFile], layers: int) -> dict[str, Any]:
    plain, mistakes = _compile(files, layers)
    if mistakes:
        raise PackError(mistakes)
    return plain


def _compile(files: Sequence[PackFile], layers: int) -> tuple[dict[str, Any], list[Any]]:
    from ledger.pack.merge import merge_layers  # tomllib, difflib and regex: not needed where the cache stands

    merged = merge_layers(files, layers)
    return ({} if merged.mistakes else plain_pack(merged)), merged.mistakes


def plain_pack(merged: Merged) -> dict[str, Any]:
    """The pack as lists and tables that JSON can hold, with its digest."""
    rules = {
        kind: [[rule.id, rule.file, rule.fields, rule.layer > 0, *rule.proofs] for rule in merged.rules[kind].values()]
        for kind in sorted(merged.rules)
    }
    plain: dict[str, Any] = {
        "name": "+".join(merged.names),
        "version": "+".join(merged.versions),
        "rules": rules,
        "checks": merged.tables["checks.toml"],
        "link": merged.tables["link.toml"],
        "units": "\n".join(merged.units),
    }
    # once through JSON, so that a fresh pack equals one from the cache (lists, not tuples)
    fresh: dict[str, Any] = json.loads(json.dumps({**plain, "digest": pack_digest(plain)}))
    return fresh


def pack_digest(plain: Mapping[str, Any]) -> str:
    """sha256 over what can change a ledger; rules keep their order within a kind, since the first that fits may win."""
    bare = {kind: [[entry[0], entry[2]] for entry in entries] for kind, entries in plain["rules"].items()}
    said = {**{key: plain[key] for key in ("name", "version", "checks", "link", "units")}, "rules": bare}
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _loader_version() -> str:
    """Changes when the loader's code does, so that a new check is never skipped by an old cache."""
    stats = [path.stat() for path in sorted(Path(__file__).parent.glob("*.py"))]
    return " ".join(f"{stat.st_size}.{stat.st_mtime_ns}" for stat in stats)
