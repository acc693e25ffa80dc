"""The peers, each in an environment of its own, on the same sets as factledger: their accuracy and their speed in the same run.

    python -m bench.side_by_side [PEER...]

bench/peers holds, for each peer, its pinned packages and the adapter that its own interpreter runs. The environments are kept in the
user's cache folder (FACTLEDGER_PEERS says where else; FACTLEDGER_PEERS=0 leaves the peers out). A peer that cannot be had is named
with the reason, and its published figures stand in, marked.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from bench.scores import extraction_scores
from bench.suites import HERE, Suites, find_suites, read_peers, run_script, why_missing, write_gold

ADAPTERS = HERE / "peers"
TIMED = "NewsQuant"
LONGEST = 1200
"""Seconds that one peer may take for all sets, or for its installation."""


@dataclass(frozen=True, slots=True)
class PeerRun:
    """What a peer reached here: F1 in percent by (group, measure), KB/s of CPU on the news sentences, seconds to start."""

    scores: Mapping[tuple[str, str], float]
    speed: float
    start: float


def peer_names() -> list[str]:
    """The peers that have an adapter, sorted."""
    return sorted(path.stem.removeprefix("run_") for path in ADAPTERS.glob("run_*.py"))


def run_peers(suites: Suites, names: Sequence[str] = ()) -> dict[str, PeerRun | str]:
    """Each peer's run, or why there is none."""
    with tempfile.TemporaryDirectory() as folder:
        write_gold(suites, "all", Path(folder) / "gold")
        return {name: run_peer(suites, name, Path(folder)) for name in names or peer_names()}


def run_peer(suites: Suites, name: str, work: Path) -> PeerRun | str:
    """One peer on every set."""
    python = find_environment(name)
    if isinstance(python, str):
        return python
    out = work / name
    out.mkdir()
    command = [str(python), "-W", "ignore", str(ADAPTERS / f"run_{name}.py"), str(out), *map(str, suites.sets.values())]
    around = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "PYTHONDONTWRITEBYTECODE")}
    told = said_by(command, {**around, "PEER_TIMED": TIMED, "PYTHONHASHSEED": "0"})
    if isinstance(told, str):
        return told
    cost = json.loads(told[-1])
    found = json.loads(run_script(suites, "score_extraction.py", [work / "gold" / "extraction", out, "--json"]))
    scores = {(score.name, score.measure): score.value for score in extraction_scores(found, read_peers(), "all")}
    return PeerRun(scores, cost["speed"], cost["start"])


def find_environment(name: str) -> Path | str:
    """The interpreter of a peer's environment, made where it is not there yet; or why it cannot be made."""
    where = os.environ.get("FACTLEDGER_PEERS", "")
    if where == "0":
        return "left out (FACTLEDGER_PEERS=0)"
    base = shutil.which("python3.11") or (sys.executable if sys.version_info[:2] == (3, 11) else None)
    if base is None:
        return "python3.11 was not found, and the peer runs on no later one"
    pins = ADAPTERS / f"{name}.txt"
    digest = sha256(pins.read_bytes()).hexdigest()[:12]
    folder = (Path(where) if where else user_cache_path("factledger") / "peers") / f"{name}-{digest}"
    python = folder / "bin" / "python"
    if (folder / "whole").exists() and python.exists():
        return python
    shutil.rmtree(folder, ignore_errors=True)
    print(f"Installing {name} into {folder} (once).", flush=True)
    for command in ([base, "-m", "venv", folder], [python, "-m", "pip", "install", "--quiet", "--no-deps", "-r", pins]):
        told = said_by([str(part) for part in command], {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"})
        if isinstance(told, str):
            return told
    (folder / "whole").touch()
    return python


def said_by(command: Sequence[str], env: Mapping[str, str]) -> list[str] | str:
    """The lines that a program printed; or, in a line, how it failed."""
    try:
        run = subprocess.run(command, capture_output=True, text=True, errors="replace", env=dict(env), timeout=LONGEST, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"{Path(command[0]).name}: {type(error).__name__}"
    if run.returncode != 0:
        return (run.stderr.strip().splitlines() or [f"exit code {run.returncode}"])[-1][:200]
    return run.stdout.strip().splitlines()


def with_runs(peers: Mapping[str, Any], runs: Mapping[str, PeerRun | str]) -> dict[str, Any]:
    """The table of peers.toml with what was measured here in place of what was published; `measured` names those peers."""
    told = {name: run for name, run in runs.items() if isinstance(run, PeerRun)}
    groups = []
    for group in peers["group"]:
        ours = {
            name: [run.scores[group["name"], level] for level in ("value", "value + unit") if (group["name"], level) in run.scores]
            for name, run in told.items()
        }
        ours = {name: values[: len(group[name])] if name in group else values for name, values in ours.items()}
        groups.append({**group, **ours})
    speed = {**peers["speed"], **{name: f"{run.speed:.1f}" for name, run in told.items()}}
    start = {**peers["start"], **{name: f"{run.start:.1f}" for name, run in told.items()}}
    return {**peers, "group": groups, "speed": speed, "start": start, "measured": sorted(told)}


def main(arguments: Sequence[str]) -> int:
    """Prints what each peer reaches."""
    suites = find_suites()
    if suites is None:
        print(why_missing())
        return 0
    for name, run in run_peers(suites, arguments).items():
        print(name, run if isinstance(run, str) else f"start {run.start} s, {run.speed} KB/s")
        for (group, measure), value in run.scores.items() if isinstance(run, PeerRun) else ():
            print(f"  {group}: {measure} {value}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
