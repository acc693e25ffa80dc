"""Idle alarms on honest text: errors and warnings over the news clusters that are not the gold's conflicts.

    python -m bench.idle [--list]

A flag is due where two of its figures stand in one fact that the gold calls a conflict. Target: at most one idle alarm in 1,000 words.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.results import table
from bench.scores import Score
from bench.suites import Suites, find_suites, why_missing
from ledger.checks import make_corpus, run_checks
from ledger.extract import Extractor
from ledger.link import link
from ledger.model import Claim, Document, Flag
from ledger.pack import RulePack, load_pack
from ledger.sources import read_documents

LOUD = ("error", "warning")


@dataclass(frozen=True, slots=True)
class Alarm:
    """A flag that nobody asked for, with its figures in their sentences."""

    cluster: str
    flag: Flag
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Idle:
    """The idle alarms of the clusters, how many flags were due, and the words read."""

    alarms: tuple[Alarm, ...]
    due: int
    words: int

    @property
    def rate(self) -> float:
        """Idle alarms in 1,000 words."""
        return round(1000 * len(self.alarms) / self.words, 2) if self.words else 0.0


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the rate and a count a check; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bench.idle", description="Errors and warnings on honest news, in 1,000 words.")
    parser.add_argument("--list", action="store_true", help="show each alarm with its sentences")
    options = parser.parse_args(arguments)
    suites = find_suites()
    if suites is None:
        print(why_missing())
        return 0
    idle = measure_idle(suites)
    if options.list:
        print("\n".join(_shown(alarm) for alarm in idle.alarms))
    print(render_idle(idle))
    return 0


def measure_idle(suites: Suites) -> Idle:
    """The idle alarms over all clusters."""
    pack = load_pack()
    extractor = Extractor(pack)
    dev = suites.folder / "reconcile" / "dev"
    gold = json.loads((dev / "gold.json").read_text(encoding="utf-8"))["clusters"]
    parts = [_measure_cluster(dev / name, gold[name], pack, extractor) for name in suites.clusters]
    return Idle(tuple(alarm for part in parts for alarm in part.alarms), sum(part.due for part in parts), sum(part.words for part in parts))


def _measure_cluster(folder: Path, gold: Mapping[str, Any], pack: RulePack, extractor: Extractor) -> Idle:
    documents = [document for document in read_documents([folder]) if isinstance(document, Document)]
    extractions = [extractor.extract(document) for document in documents]
    corpus = make_corpus(extractions, link(extractions, pack, {}))
    loud = [flag for flag in run_checks(corpus, pack) if flag.severity in LOUD]
    spots = _conflict_spots(gold)
    idle = [flag for flag in loud if not _is_due([corpus.claim[key] for key in flag.claim_ids], spots)]
    alarms = tuple(Alarm(folder.name, flag, tuple(_told(corpus.claim[key]) for key in flag.claim_ids)) for flag in idle)
    return Idle(alarms, len(loud) - len(idle), sum(len(document.text.split()) for document in documents))


def _conflict_spots(gold: Mapping[str, Any]) -> dict[str, list[tuple[int, int, str]]]:
    """article -> (start, end, fact) of the figures of facts in conflict."""
    conflicts = {fact["fact_id"] for fact in gold["facts"] if fact["verdict"] == "conflict"}
    spots: dict[str, list[tuple[int, int, str]]] = {}
    for claim in gold["claims"]:
        if claim["fact_id"] in conflicts:
            spots.setdefault(claim["article"], []).append((claim["start"], claim["end"], claim["fact_id"]))
    return spots


def _is_due(claims: Sequence[Claim], spots: Mapping[str, Sequence[tuple[int, int, str]]]) -> bool:
    facts = Counter(
        fact for claim in claims for start, end, fact in spots.get(Path(claim.article).stem, ()) if start < claim.end and claim.start < end
    )
    return any(count > 1 for count in facts.values())


def _told(claim: Claim) -> str:
    return f"[{claim.surface}] {claim.article}: {claim.sentence}"


def _shown(alarm: Alarm) -> str:
    lines = [f"{alarm.cluster} {alarm.flag.check} {alarm.flag.severity}: {alarm.flag.message} | {alarm.flag.working}"]
    return "\n    ".join([*lines, *alarm.figures])


def render_idle(idle: Idle) -> str:
    """The rate, and how many alarms each check raised."""
    counts = Counter(f"{alarm.flag.check} {alarm.flag.severity}" for alarm in idle.alarms)
    lines = [f"{check:12} {count:4}" for check, count in sorted(counts.items())]
    told = f"{len(idle.alarms)} idle alarms in {idle.words} words: {idle.rate} in 1,000 (target 1.0); {idle.due} flags were due."
    return "\n".join([*lines, told])


def idle_scores(idle: Idle) -> list[Score]:
    """The rate, for the ratchet."""
    return [Score("idle", "news clusters", "alarms in 1,000 words", "all", idle.rate, lower=True)]


def render_idle_section(idle: Idle) -> str:
    """The section of results.md."""
    counts = Counter((alarm.flag.check, alarm.flag.severity) for alarm in idle.alarms)
    rows = [[check, severity, str(count)] for (check, severity), count in sorted(counts.items())]
    told = f"{len(idle.alarms)} errors and warnings beyond the gold's conflicts in {idle.words} words of the news clusters: "
    told += f"{idle.rate} in 1,000 (goal: at most 1). {idle.due} flags were due.\n"
    return "\n".join(["## Idle alarms on honest text\n", told, table(["check", "severity", "idle"], rows)])


if __name__ == "__main__":
    sys.exit(main())
