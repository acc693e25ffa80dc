"""What a large workbook costs: writing the sheets of 50,000 claims, reading the marks back, and opening the file in LibreOffice.

    python -m bench.workbook_cost [--claims 50000] [--keep FILE]

The claims are those of the made-up news of bench/linking_cost.py, linked and flagged as in any ledger.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from bench.linking_cost import tell_event
from bench.results import table
from ledger.extract import Extractor
from ledger.pack import load_pack
from ledger.reconcile import reconcile
from ledger.report.workbook import render_workbook
from ledger.review.returned import read_workbook
from ledger.sources import make_document

CLAIMS = 50_000
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class WorkbookCost:
    """Claims; CPU seconds to write and to read back; MB of the file and of memory at most; wall seconds to open, None untried."""

    claims: int
    write: float
    read: float
    size: float
    memory: float
    office: float | None


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the section of results.md."""
    parser = argparse.ArgumentParser(prog="python -m bench.workbook_cost", description="Time and memory of a large workbook.")
    parser.add_argument("--claims", type=int, default=CLAIMS, help="how many claims")
    parser.add_argument("--keep", type=Path, help="leave the workbook here")
    options = parser.parse_args(arguments)
    print(render_workbook_section(measure_workbook(options.claims, options.keep)))
    return 0


def measure_workbook(claims: int = CLAIMS, keep: Path | None = None) -> WorkbookCost:
    """Writes, reads and opens the workbook of so many claims, in a process of its own so that the memory is the workbook's."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.xlsx"
        with ProcessPoolExecutor(1, get_context("spawn")) as apart:
            count, write, read, memory = apart.submit(write_large, claims, path).result()
        office = open_in_office(path, Path(folder))
        if keep is not None:
            shutil.copyfile(path, keep)
        return WorkbookCost(count, write, read, round(path.stat().st_size / MEGABYTE, 1), memory, office)


def write_large(claims: int, path: Path) -> tuple[int, float, float, float]:
    """Claims, CPU seconds of writing and of reading back, and the most memory of the process by then, in MB."""
    pack = load_pack()
    extractor = Extractor(pack)
    documents, extractions, found, event = [], [], 0, 0
    while found < claims:
        for article, day, text in tell_event(event):
            documents.append(make_document(text, article, published=day))
            extractions.append(extractor.extract(documents[-1]))
            found += len(extractions[-1].claims)
        event += 1
    ledger = reconcile(extractions, documents, pack, {})
    begun = time.process_time()
    path.write_bytes(render_workbook(ledger))
    written, memory = time.process_time() - begun, _peak()
    begun = time.process_time()
    read_workbook(path, {})
    return found, round(written, 1), round(time.process_time() - begun, 1), round(memory, 0)


def open_in_office(path: Path, folder: Path) -> float | None:
    """Wall seconds that LibreOffice takes to start, open the workbook and write one sheet of it as csv; None where it is missing."""
    soffice = shutil.which("soffice")
    if soffice is None:
        return None
    begun = time.perf_counter()
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "csv", "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=900)
    return round(time.perf_counter() - begun, 1)


def render_workbook_section(cost: WorkbookCost) -> str:
    """The section of results.md."""
    office = "LibreOffice is not installed" if cost.office is None else f"{cost.office:.1f} s of wall time"
    rows = [
        ["writing", f"{cost.write:.1f} s of CPU", "under 30 s"],
        ["memory at most, the ledger and its making included", f"{cost.memory:.0f} MB", "under 1,000 MB"],
        ["reading the marks back (`review import`)", f"{cost.read:.1f} s of CPU", ""],
        ["starting LibreOffice and opening it there", office, ""],
        ["the file", f"{cost.size:.1f} MB", ""],
    ]
    return "\n".join([f"## The workbook of {cost.claims:,} claims\n", table(["", "measured", "goal"], rows)])


def _peak() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # bytes on macOS, units of 1,024 bytes elsewhere
    return used / MEGABYTE if sys.platform == "darwin" else used * 1024 / MEGABYTE


if __name__ == "__main__":
    sys.exit(main())
