"""The errors of the READ part, one text a line, extracted in this process: the tool of a working round.

    python -m bench.errors --set NewsQuant [--part read] [--level value+unit] [--grep WORD] [--limit N]
    python -m bench.errors --set reconcile [--errors N]

--set takes names or beginnings of names (rt, duckling, all). A line is: id | text | missed ... | extra ...
The unread part is never printed: with --part unread only its scores are.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from bench.suites import PARTS, Suites, clusters_of, find_suites, read_records, records_of, why_missing, write_gold
from ledger.extract import Extractor
from ledger.pack import load_pack
from ledger.sources import make_document
from ledger.store.claimjson import claim_json

LEVELS = ("value", "value+unit", "value+change")


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints errors and scores; the exit code."""
    options = _parser().parse_args(arguments)
    suites = find_suites()
    if suites is None:
        print(why_missing())
        return 0
    if "reconcile" in options.set:
        print(reconcile_errors(suites, options.part, options.errors if options.part == "read" else 0))
        return 0
    runner = _Round(suites)
    names = [name for name in suites.sets if any(wanted == "all" or name.startswith(wanted) for wanted in options.set)]
    if not names:
        print(f"no such set; there are: {', '.join(suites.sets)} and reconcile", file=sys.stderr)
        return 2
    for name in names:
        report = runner.run(records_of(read_records(suites.sets[name]), options.part), options.level)
        shown = [line for line in report.lines if not options.grep or re.search(options.grep, line)]
        print("\n".join([*(shown[: options.limit] if options.part == "read" else []), f"{name} ({options.part}): {report.totals}"]))
    return 0


class _Report:
    """The error lines of a set and its scores."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.gold = self.found = 0
        self.hits = dict.fromkeys(LEVELS, 0)

    @property
    def totals(self) -> str:
        """The F1 of each level in percent."""
        return ", ".join(f"{level} {200 * hits / max(self.gold + self.found, 1):.1f}" for level, hits in self.hits.items())


class _Round:
    """The extractor and the benchmark's own scorer, in this process."""

    def __init__(self, suites: Suites) -> None:
        self.extractor = Extractor(load_pack())
        self.scorer, self.reader = suites.script("score_extraction"), suites.script("run_extraction")

    def run(self, records: Sequence[dict[str, Any]], level: str) -> _Report:
        """Extracts and scores the records."""
        report = _Report()
        for record in records:
            scored = self.scorer.score_text(record, list(self.quantities(record)))
            report.gold, report.found = report.gold + scored["gold"], report.found + scored["pred"]
            for name in LEVELS:
                report.hits[name] += scored["tp"].get(name, 0)
            line = error_line(self.scorer, record, scored["detail"], level)
            report.lines += [line] if line else []
        return report

    def quantities(self, record: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """The claims of a text as the benchmark's reader makes them."""
        for claim in self.extractor.extract(make_document(record["text"], record["id"])).claims:
            row = claim_json(claim)
            if claim.kind != "rank" and any(row[end] is not None for end in ("value", "low", "high")):
                yield self.reader.quantity(row)


def error_line(scorer: ModuleType, record: dict[str, Any], detail: tuple[list[Any], list[Any]], level: str) -> str:
    """What was missed and what is extra in a text at this level, or "" for nothing."""
    gold, found = detail
    usable = level if scorer.NEEDS[level] in record["has"] else "value"
    pairs = scorer.match(gold, found, lambda a, b: scorer.LEVELS[usable](a, b, record))
    missed = [_told(quantity) for number, quantity in enumerate(gold) if number not in pairs.values()]
    extra = [_told(quantity) for number, quantity in enumerate(found) if number not in pairs]
    if not missed and not extra:
        return ""
    parts = [record["id"], record["text"].replace("\n", " ")]
    parts += [f"missed {'; '.join(missed)}"] if missed else []
    parts += [f"extra {'; '.join(extra)}"] if extra else []
    return " | ".join(parts)


def _told(quantity: dict[str, Any]) -> str:
    value = quantity.get("value")
    low, high = quantity.get("value_low"), quantity.get("value_high")
    number = f"{low:g}..{high:g}" if value is None and low is not None and high is not None else f"{value}"
    change = quantity.get("change") or ""
    return f"{number.removesuffix('.0')} [{quantity.get('unit') or '-'}]{'' if change in ('', '=') else change}"


def reconcile_errors(suites: Suites, part: str, errors: int) -> str:
    """The reconcile scorer's report on a part, with examples of each kind of error; linked in this process, nothing rendered."""
    reader = suites.script("run_reconcile")
    clusters = {name: predict_cluster(suites.folder / "reconcile" / "dev" / name, reader) for name in clusters_of(suites.clusters, part)}
    with tempfile.TemporaryDirectory() as folder:
        gold, prediction = Path(folder) / "gold", Path(folder) / "prediction.json"
        write_gold(suites, part, gold)
        prediction.write_text(json.dumps({"clusters": clusters}), encoding="utf-8")
        command = [sys.executable, str(suites.folder / "score_reconcile.py"), str(gold / "gold.json"), str(prediction)]
        options = ["--per-cluster", "--errors", str(errors)]
        return subprocess.run([*command, *options], capture_output=True, text=True, encoding="utf-8", check=True).stdout


def predict_cluster(folder: Path, reader: ModuleType) -> dict[str, Any]:
    """The claims and facts of a cluster as the benchmark's reader makes them."""
    from ledger.model import Document, Extraction
    from ledger.pipeline import reconcile
    from ledger.sources import read_documents
    from ledger.store.columns import CLAIM_COLUMNS
    from ledger.store.rows import claim_row

    pack = load_pack()
    extractor = Extractor(pack)
    documents = [document for document in read_documents([folder]) if isinstance(document, Document)]
    extractions: list[Extraction] = [extractor.extract(document) for document in documents]
    ledger = reconcile(extractions, documents, pack, {})
    owner = {claim_id: fact.fact_id for fact in ledger.facts for claim_id in fact.claim_ids}
    rows = [dict(zip(CLAIM_COLUMNS, claim_row(claim, owner.get(claim.claim_id, "")), strict=False)) for claim in ledger.claims]
    facts = [{"fact": fact.fact_id, "verdict": reader.VERDICT.get(fact.verdict)} for fact in ledger.facts]
    return {"claims": [reader.claim(row) for row in rows if row["kind"] != "rank"], "facts": facts}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.errors", description="The errors of the read part, one text a line.")
    parser.add_argument("--set", nargs="+", required=True, help="names of sets or beginnings of them, all, or reconcile")
    parser.add_argument("--part", choices=PARTS, default="read", help="errors are shown of the read part alone")
    parser.add_argument("--level", choices=LEVELS, default="value+unit", help="what must be right")
    parser.add_argument("--grep", help="only lines in which this pattern is found")
    parser.add_argument("--limit", type=int, help="at most so many lines a set")
    parser.add_argument("--errors", type=int, default=5, help="reconcile: so many examples of each kind of error")
    return parser


if __name__ == "__main__":
    sys.exit(main())
