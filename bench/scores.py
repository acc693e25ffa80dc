"""Runs the benchmark's programs with the installed factledger, and turns what they say into scores."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.suites import PARTS, Suites, pooled_f1, read_peers, run_script, write_gold


@dataclass(frozen=True, slots=True)
class Score:
    """One figure in percent. `suite` is extraction, reconcile or fields; `lower` is True where less is better."""

    suite: str
    name: str
    measure: str
    part: str
    value: float
    lower: bool = False

    @property
    def key(self) -> str:
        """The name under which floors.toml pins it."""
        return " | ".join((self.suite, self.name, self.measure, self.part))


def installed_command() -> str:
    """The factledger of this environment."""
    beside = Path(sys.executable).with_name("factledger")
    return str(beside) if beside.exists() else f"{sys.executable} -m ledger"


def predict(suites: Suites, work: Path, command: str, *, reconcile: bool = True) -> None:
    """Predictions for every set and cluster: work/extraction, work/reconcile.json and work/ledgers. Both cores are used."""
    runs = [["run_extraction.py", *map(str, suites.sets.values()), "--out", str(work / "extraction"), "--cmd", command]]
    if reconcile:
        clusters = str(suites.folder / "reconcile" / "dev")
        (work / "ledgers").mkdir()
        runs.append(
            ["run_reconcile.py", clusters, "--out", str(work / "reconcile.json"), "--cmd", command, "--keep", str(work / "ledgers")]
        )
    with ThreadPoolExecutor(2) as both:
        list(both.map(lambda run: run_script(suites, run[0], run[1:]), runs))


def score_all(suites: Suites, work: Path, *, reconcile: bool = True) -> list[Score]:
    """The scores of each part from the predictions in `work`."""
    scores: list[Score] = []
    peers = read_peers()
    for part in PARTS:
        gold = work / "gold" / part
        write_gold(suites, part, gold)
        found = _score(suites, "score_extraction.py", gold / "extraction", work / "extraction")
        scores += extraction_scores(found, peers, part)
        if reconcile:
            total = _score(suites, "score_reconcile.py", gold / "gold.json", work / "reconcile.json")["total"]
            scores += reconcile_scores(total, peers, part)
            scores += field_scores(_score(suites, "score_fields.py", gold / "fields.json", work / "ledgers"), peers, part)
    return scores


def extraction_scores(found: Mapping[str, Any], peers: Mapping[str, Any], part: str) -> Iterator[Score]:
    """Value and value + unit for each group of sets, and value + change where NewsQuant has it."""
    for group in peers["group"]:
        for measure, level in (("value", "value"), ("value + unit", "value+unit"), ("value + change", "value+change")):
            value = pooled_f1(found, group["sets"], level)
            if value is not None:
                yield Score("extraction", group["name"], measure, part, value)


def reconcile_scores(total: Mapping[str, Any], peers: Mapping[str, Any], part: str) -> Iterator[Score]:
    """The measures that peers.toml names, in percent."""
    for measure in peers["reconcile"]:
        value: Any = total
        for step in measure["path"]:
            value = value[step]
        yield Score("reconcile", "news clusters", measure["measure"], part, round(100 * value, 1), measure.get("lower", False))


def field_scores(found: Mapping[str, Any], peers: Mapping[str, Any], part: str) -> Iterator[Score]:
    """The fields that peers.toml names, in percent; a field that no gold claim of the part has is left out."""
    for names, lower in ((peers["fields"], False), (peers["fields_at_most"], True)):
        for name in names:
            rate = found.get(name, {}).get("rate")
            if rate is not None:
                yield Score("fields", "news clusters", name, part, round(100 * rate, 1), lower)


def _score(suites: Suites, script: str, gold: Path, prediction: Path) -> Any:
    return json.loads(run_script(suites, script, [gold, prediction, "--json"]))
