"""How well `check` tells right figures from wrong ones: sentences of real news against the ledger of the other articles on their event.

Each sentence with a labelled figure is checked as it is and with that figure altered. What is counted:

- found: altered figures marked contradicted, where the other articles tell the fact (at least .85 wanted)
- false: unaltered figures marked contradicted, where the other articles tell the fact and all agree (at most 2% wanted)
- new: unaltered figures marked contradicted, where no other article tells the fact: the sentence only resembles one
- supported: unaltered figures of agreeing facts marked supported or nuanced

Run: python -m bench.draft [read|unread|all]
"""

from __future__ import annotations

import json
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.results import table
from bench.scores import Score
from bench.suites import PARTS, Suites, clusters_of, find_suites, why_missing
from ledger.draft import Checker, make_checker, make_draft, open_ledger
from ledger.draft.match import match_claims
from ledger.link import link
from ledger.model import Document, Extraction, Ledger
from ledger.pack import RulePack, load_pack
from ledger.sources import SourceRules, make_source_rules, read_documents
from ledger.store import write_tables

WANTED = {"found": 0.85, "false": 0.02}
_MEASURES = {
    "found": "altered, marked contradicted",
    "false": "agreeing, marked contradicted",
    "new": "told by no other, marked contradicted",
    "supported": "agreeing, marked supported or nuanced",
}
_WORDS = {
    "one": "six", "two": "seven", "three": "eight", "four": "nine", "five": "two", "six": "three", "seven": "four", "eight": "three",
    "nine": "four", "ten": "six", "twelve": "nineteen",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Trial:
    """One labelled figure in its sentence: what the draft says, whether it was altered, and what the labels know of the fact."""

    text: str
    start: int
    end: int
    altered: bool
    told: bool
    agrees: bool


def alter(surface: str, name: str) -> str | None:
    """The figure with another first digit, or another number word; None where it has neither. The same for the same name."""
    digit = re.search(r"\d", surface)
    if digit is not None:
        others = [one for one in "123456789" if one != digit.group()]
        return surface[: digit.start()] + random.Random(name).choice(others) + surface[digit.end() :]
    for word, other in _WORDS.items():
        changed, count = re.subn(rf"\b{word}\b", other, surface, count=1, flags=re.IGNORECASE)
        if count:
            return changed
    return None


def find_trials(text: str, claim: Mapping[str, Any], told: bool, agrees: bool) -> Iterator[Trial]:
    """The sentence of a labelled claim as it is, and with its figure altered; a sentence is a line."""
    first = text.rfind("\n", 0, claim["start"]) + 1
    last = text.find("\n", claim["end"])
    line = text[first : last if last >= 0 else len(text)]
    start, end = claim["start"] - first, claim["end"] - first
    yield Trial(line, start, end, False, told, agrees)
    changed = alter(line[start:end], claim["id"])
    if changed is not None:
        yield Trial(line[:start] + changed + line[end:], start, start + len(changed), True, told, agrees)


def try_cluster(folder: Path, gold: Mapping[str, Any], pack: RulePack, base: Checker | None = None) -> Counter[str]:
    """The counts of a cluster: every article in turn is the draft, the others the ledger."""
    rules = make_source_rules(pack)
    documents = {Path(found.article).stem: found for found in read_documents([folder], rules=rules) if isinstance(found, Document)}
    checker = base or make_checker(pack, _empty())
    extractions = {name: checker.extractor.extract(document) for name, document in documents.items()}
    verdicts = {fact["fact_id"]: fact["verdict"] for fact in gold["facts"]}
    homes: dict[str, set[str]] = {}
    for claim in gold["claims"]:
        homes.setdefault(claim["fact_id"], set()).add(claim["article"])
    counts: Counter[str] = Counter()
    for name, document in documents.items():
        others = [extraction for other, extraction in sorted(extractions.items()) if other != name]
        against = _against(others, checker, pack)
        for claim in gold["claims"]:
            if claim["article"] == name:
                told, agrees = bool(homes[claim["fact_id"]] - {name}), verdicts[claim["fact_id"]] != "conflict"
                for trial in find_trials(document.text, claim, told, agrees):
                    _count(counts, trial, _status(trial, document, against, rules))
    return counts


def _empty() -> Any:
    with tempfile.TemporaryDirectory() as folder:
        write_tables(Ledger((), (), (), (), ()), Path(folder))
        return open_ledger(Path(folder))


def _against(others: Sequence[Extraction], checker: Checker, pack: RulePack) -> Checker:
    """The checker of the ledger of some articles, through its tables on disk."""
    from dataclasses import replace

    linkage = link(others, pack, {})
    claims = tuple(sorted((claim for one in others for claim in one.claims), key=lambda claim: claim.claim_id))
    ledger = Ledger(tuple(one.article for one in others), claims, linkage.facts, (), (), reprints=linkage.reprints)
    with tempfile.TemporaryDirectory() as folder:
        write_tables(ledger, Path(folder))
        return replace(checker, index=open_ledger(Path(folder)))


def _status(trial: Trial, document: Document, checker: Checker, rules: SourceRules) -> str:
    """How the check marks the figure of a trial; "" where it sees no figure there."""
    draft = make_draft(trial.text, "draft", rules)
    claims = checker.extractor.extract(draft.document, fingerprint=False).claims
    marks = match_claims(draft.document, claims, checker.index, checker.matcher)
    for mark in marks:
        if mark.claim.start < trial.end and trial.start < mark.claim.end:
            return mark.status
    return ""


def _count(counts: Counter[str], trial: Trial, status: str) -> None:
    if trial.altered:
        kind = "found" if trial.told else ""
    elif trial.told:
        kind = "false" if trial.agrees else ""
    else:
        kind = "new"
    if kind:
        counts[f"{kind} of"] += 1
        counts[kind] += status == "contradicted"
    if kind == "false":
        counts["supported of"] += 1
        counts["supported"] += status in ("supported", "nuanced")


def measure(suites: Suites, part: str) -> Counter[str]:
    """The counts over the clusters of a part."""
    pack, dev = load_pack(), suites.folder / "reconcile" / "dev"
    gold = json.loads((dev / "gold.json").read_text(encoding="utf-8"))["clusters"]
    counts: Counter[str] = Counter()
    for name in clusters_of(suites.clusters, part):
        counts += try_cluster(dev / name, gold[name], pack)
    return counts


def render_counts(counts: Counter[str]) -> str:
    """A line a measure: share, counts, and what is wanted."""
    lines = []
    for kind in ("found", "false", "new", "supported"):
        of = counts[f"{kind} of"]
        share = counts[kind] / of if of else 0.0
        wanted = f"  (wanted: {'at least' if kind == 'found' else 'at most'} {WANTED[kind]})" if kind in WANTED else ""
        lines.append(f"{kind:<10} {share:.3f}  {counts[kind]} of {of}{wanted}")
    return "\n".join(lines)


def measure_draft(suites: Suites) -> dict[str, Counter[str]]:
    """The counts of each of PARTS."""
    counts = {part: measure(suites, part) for part in ("read", "unread")}
    return {"all": counts["read"] + counts["unread"], **counts}


def draft_scores(counts: Mapping[str, Counter[str]]) -> list[Score]:
    """The shares in percent, for the ratchet."""
    return [
        Score("draft", "news clusters", _MEASURES[kind], part, _percent(found, kind), lower=kind in ("false", "new"))
        for part, found in sorted(counts.items())
        for kind in _MEASURES
        if found[f"{kind} of"]
    ]


def _percent(counts: Counter[str], kind: str) -> float:
    return round(100 * counts[kind] / counts[f"{kind} of"], 1)


def render_draft_section(counts: Mapping[str, Counter[str]]) -> str:
    """The section of results.md."""
    goals = {"found": "85", "false": "at most 2"}
    rows = [[says, *(_cell(counts[part], kind) for part in PARTS), goals.get(kind, "")] for kind, says in _MEASURES.items()]
    told = "Sentences of one article against the ledger of the others on its event, as they are and with one figure altered, in percent.\n"
    return "\n".join(["## Drafts: figures held against a ledger\n", told, table(["figures", *PARTS, "goal"], rows)])


def _cell(counts: Counter[str], kind: str) -> str:
    return f"{_percent(counts, kind)} of {counts[f'{kind} of']}" if counts[f"{kind} of"] else ""


def main(arguments: Sequence[str]) -> int:
    """Prints the measures of a part; nothing to measure is no failure."""
    suites = find_suites()
    if suites is None:
        print(why_missing())
        return 0
    print(render_counts(measure(suites, arguments[0] if arguments else "all")))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
