"""What the adapters share: texts in, quantities out in the form of the benchmark's scorer, and what it cost. Standard library only."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

Quantities = Iterable[dict[str, Any]]


def answer(make_reader: Callable[[], Callable[[str], Quantities]]) -> None:
    """`adapter.py OUT SET...`: a file of quantities for each set, and a line of JSON with seconds to start and KB/s of CPU.

    The speed is that of the set named in PEER_TIMED; the start is the making of the reader and its first sentence.
    """
    began = time.perf_counter()
    read = make_reader()
    list(read("The port moved 350 containers."))
    start = time.perf_counter() - began
    out, timed = Path(sys.argv[1]), os.environ.get("PEER_TIMED", "")
    speed = 0.0
    for name in sys.argv[2:]:
        records = [json.loads(line) for line in Path(name).read_text(encoding="utf-8").splitlines() if line.strip()]
        before = time.process_time()
        answers = [{"id": record["id"], "quantities": attempt(read, record["text"])} for record in records]
        if Path(name).name.startswith(timed + "."):
            size = sum(len(record["text"].encode()) for record in records) / 1000
            speed = size / max(time.process_time() - before, 1e-9)
        (out / Path(name).name).write_text("".join(json.dumps(line) + "\n" for line in answers), encoding="utf-8")
    print(json.dumps({"start": round(start, 2), "speed": round(speed, 1)}))


def attempt(read: Callable[[str], Quantities], text: str) -> list[dict[str, Any]]:
    """The quantities of a text; none where the peer breaks on it."""
    try:
        return list(read(text))
    except Exception:
        return []
