"""make bench: the scores on ../shared/bench, set beside the last ones; where they stand is written to bench/results.md.

Skips, and says so, where ../shared/bench is not there: its texts are not part of the project.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BENCH = ROOT.parent / "shared" / "bench"
RESULTS = ROOT / "bench" / "results.md"
COMMAND = f"{sys.executable} -m ledger"


def main() -> int:
    """Runs every bench that is there, prints each score and writes them down."""
    if not BENCH.is_dir():
        print("make bench: ../shared/bench is not here, so there is nothing to score.")
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        parts = [_extraction(Path(scratch)), _reconciliation(Path(scratch))]
    report = "# Scores on the dev halves\n\nMade by `make bench`.\n" + "".join(parts)
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(report, encoding="utf-8")
    print(f"written to {RESULTS.relative_to(ROOT)}")
    return 0


def _extraction(scratch: Path) -> str:
    predictions = scratch / "extraction"
    gold = sorted(BENCH.glob("extraction/*.dev.jsonl"))
    _run("run_extraction.py", *gold, "--out", predictions, "--cmd", COMMAND)
    return _section("Extraction", _run("score_extraction.py", BENCH / "extraction", predictions, "--kinds"))


def _reconciliation(scratch: Path) -> str:
    predictions, kept = scratch / "reconcile.json", scratch / "ledgers"
    _run("run_reconcile.py", BENCH / "reconcile" / "dev", "--out", predictions, "--keep", kept, "--cmd", COMMAND)
    scores = _section("Reconciliation", _run("score_reconcile.py", BENCH / "reconcile" / "dev" / "gold.json", predictions))
    return scores + _section("Fields of the claims found", _run("score_fields.py", BENCH / "fields" / "dev.json", kept))


def _run(script: str, *arguments: object) -> str:
    command: Sequence[str] = [sys.executable, str(BENCH / script), *map(str, arguments)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        sys.exit(f"{script}: exit {done.returncode}\n{done.stderr[-2000:]}")
    return done.stdout


def _section(title: str, text: str) -> str:
    print(f"== {title}\n{text}", flush=True)
    return f"\n## {title}\n```\n{text.strip()}\n```\n"


if __name__ == "__main__":
    sys.exit(main())
