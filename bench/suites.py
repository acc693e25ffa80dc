"""Where the benchmark stands, what is in it, and which part of it may be read while tuning.

The benchmark lies beside the checkout (../shared/bench) or where FACTLEDGER_BENCH says. Its scorers are run as they are.
"""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha1
from pathlib import Path
from types import ModuleType
from typing import Any

HERE = Path(__file__).resolve().parent
PARTS = ("all", "read", "unread")
CLUSTERS_SET_ASIDE = 4
SLICES, SLICES_READ = 12, 11
"""Texts fall into slices by SHA-1; the slices are read from the lowest up, a round of mending each (bench/README.md)."""


@dataclass(frozen=True, slots=True)
class Suites:
    """The folder of the benchmark and the names in it."""

    folder: Path

    @property
    def sets(self) -> dict[str, Path]:
        """Name of each extraction set -> its file."""
        return {path.name.removesuffix(".dev.jsonl"): path for path in sorted((self.folder / "extraction").glob("*.dev.jsonl"))}

    @property
    def clusters(self) -> tuple[str, ...]:
        """The names of the reconcile clusters."""
        return tuple(sorted(path.name for path in (self.folder / "reconcile" / "dev").iterdir() if path.is_dir()))

    def script(self, name: str) -> ModuleType:
        """One of the benchmark's own programs as a module."""
        spec = importlib.util.spec_from_file_location(name, self.folder / f"{name}.py")
        if spec is None or spec.loader is None:
            raise FileNotFoundError(self.folder / f"{name}.py")
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
        return module


def find_suites() -> Suites | None:
    """The benchmark, or None where it is not at hand."""
    named = os.environ.get("FACTLEDGER_BENCH")
    folder = Path(named) if named else HERE.parent.parent / "shared" / "bench"
    return Suites(folder) if (folder / "score_extraction.py").is_file() else None


def why_missing() -> str:
    """What to tell where there is no benchmark."""
    return "skipped: no benchmark in ../shared/bench (FACTLEDGER_BENCH names another folder)"


def read_peers() -> dict[str, Any]:
    """peers.toml."""
    return tomllib.loads((HERE / "peers.toml").read_text(encoding="utf-8"))


def read_records(path: Path) -> list[dict[str, Any]]:
    """The records of a set."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def is_unread(name: str) -> bool:
    """True for the texts set aside: those whose SHA-1 is in none of the slices read so far."""
    return int(sha1(name.encode(), usedforsecurity=False).hexdigest(), 16) * SLICES >= SLICES_READ * 2**160


def records_of(records: Iterable[dict[str, Any]], part: str) -> list[dict[str, Any]]:
    """The records of a part, in order."""
    return [record for record in records if part == "all" or is_unread(record["id"]) == (part == "unread")]


def clusters_of(clusters: Sequence[str], part: str) -> tuple[str, ...]:
    """The clusters of a part: the four with the lowest SHA-1 are set aside."""
    ranked = sorted(clusters, key=lambda name: sha1(name.encode(), usedforsecurity=False).hexdigest())
    aside = ranked[:CLUSTERS_SET_ASIDE]
    return tuple(sorted(name for name in clusters if part == "all" or (name in aside) == (part == "unread")))


def write_gold(suites: Suites, part: str, folder: Path) -> None:
    """The gold of a part: folder/extraction/*.jsonl, folder/gold.json and folder/fields.json."""
    (folder / "extraction").mkdir(parents=True)
    for path in suites.sets.values():
        records = records_of(read_records(path), part)
        text = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
        (folder / "extraction" / path.name).write_text(text, encoding="utf-8")
    names = clusters_of(suites.clusters, part)
    gold = _read_json(suites.folder / "reconcile" / "dev" / "gold.json")
    gold["clusters"] = {name: gold["clusters"][name] for name in names}
    (folder / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    fields = _read_json(suites.folder / "fields" / "dev.json")
    fields["records"] = [record for record in fields["records"] if record["cluster"] in names]
    (folder / "fields.json").write_text(json.dumps(fields), encoding="utf-8")


def _read_json(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def run_script(suites: Suites, script: str, arguments: Sequence[object]) -> str:
    """What one of the benchmark's programs prints; SystemExit, with what it said, where it fails."""
    command = [sys.executable, str(suites.folder / script), *map(str, arguments)]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if run.returncode != 0:
        raise SystemExit(f"{script} ended with exit code {run.returncode}:\n{run.stderr[-2000:]}")
    return run.stdout


def pooled_f1(results: Mapping[str, Any], sets: Sequence[str], level: str) -> float | None:
    """F1 in percent over several sets as one, from the scorer's JSON; None where the gold has nothing of this level."""
    found = [results[name] for name in sets if name in results and results[name]["levels"].get(level)]
    hits = sum(result["levels"][level]["tp"] for result in found)
    figures = sum(result["gold"] + result["pred"] for result in found)
    return round(200 * hits / figures, 1) if figures else None
