"""The first half of what a user would pick instead: the quantities that quantulum3 finds in a folder, as JSON Lines, and the CPU it took.

Runs in the peer's own environment; the second half, pandas grouping equal value and unit, runs where pandas is (bench/scale.py).
"""

from __future__ import annotations

import json
import os
import resource
import sys
from pathlib import Path

from quantulum3 import parser


def main(folder: Path, out: Path) -> int:
    """Writes [article, value, unit] a line; prints articles, CPU seconds and peak memory."""
    paths = sorted(folder.rglob("*.txt"))
    with out.open("w", encoding="utf-8") as lines:
        for path in paths:
            for quantity in parser.parse(path.read_text(encoding="utf-8")):
                lines.write(json.dumps([path.name, quantity.value, quantity.unit.name]) + "\n")
    used, peak = os.times(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"articles": len(paths), "cpu": used.user + used.system, "peak": peak}))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
