"""The errors of the READ part, one text a line, extracted in this process: the tool of a working round.

    python -m bench.errors --set NewsQuant [--part read] [--level value+unit] [--grep WORD] [--limit N]
    python -m bench.errors --set reconcile|fields [--errors N]

--set takes names or beginnings of names (rt, duckling, all). A line is: id | text | missed ... | extra ...
The unread part is never printed: with --part unread only its scores are.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from types import ModuleType
from typing import Any

from bench.clusters import CLUSTER_SUITES, render_cluster_errors
from bench.suites import PARTS, Suites, find_suites, read_records, records_of, why_missing
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
    if options.set[0] in CLUSTER_SUITES:
        print(render_cluster_errors(suites, options.set[0], options.part, options.errors))
        return 0
    runner = Round(suites)
    names = [name for name in suites.sets if any(wanted == "all" or name.startswith(wanted) for wanted in options.set)]
    if not names:
        print(f"no such set; there are: {', '.join([*suites.sets, *CLUSTER_SUITES])}", file=sys.stderr)
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
        self.hits: dict[str, int] = {}

    @property
    def totals(self) -> str:
        """The F1 of each level in percent."""
        return ", ".join(f"{level} {200 * hits / max(self.gold + self.found, 1):.1f}" for level, hits in self.hits.items())


class Round:
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
            for name in (name for name in LEVELS if name in scored["tp"]):
                report.hits[name] = report.hits.get(name, 0) + scored["tp"][name]
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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.errors", description="The errors of the read part, one text a line.")
    parser.add_argument("--set", nargs="+", required=True, help="names of sets or beginnings of them, all; or reconcile, or fields")
    parser.add_argument("--part", choices=PARTS, default="read", help="errors are shown of the read part alone")
    parser.add_argument("--level", choices=LEVELS, default="value+unit", help="what must be right")
    parser.add_argument("--grep", help="only lines in which this pattern is found")
    parser.add_argument("--limit", type=int, help="at most so many lines a set")
    parser.add_argument("--errors", type=int, default=5, help="reconcile and fields: so many examples of each kind of error")
    return parser


if __name__ == "__main__":
    sys.exit(main())
