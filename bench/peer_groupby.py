"""What a user would pick instead: quantulum3 finds quantities, pandas groups equal value and unit. Runs in an environment of its own.

/path/to/python bench/peer_groupby.py FOLDER        (with quantulum3, inflect and pandas installed)
"""

from __future__ import annotations

import json
import os
import resource
import sys
from pathlib import Path


def main(folder: Path) -> int:
    """Prints articles, quantities, groups, CPU seconds and peak memory as JSON."""
    import pandas
    from quantulum3 import parser

    rows = []
    paths = sorted(folder.rglob("*.txt"))
    for path in paths:
        found = parser.parse(path.read_text(encoding="utf-8"))
        rows += [(path.name, quantity.value, quantity.unit.name, quantity.surface) for quantity in found]
    frame = pandas.DataFrame(rows, columns=["article", "value", "unit", "surface"])
    groups = frame.groupby(["value", "unit"])["article"].nunique()
    used = os.times()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"articles": len(paths), "found": len(rows), "groups": len(groups), "cpu": used.user + used.system, "peak": peak}))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
