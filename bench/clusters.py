"""The news clusters, extracted and linked in this process: what bench.errors shows of reconciliation and of the fields of claims."""

from __future__ import annotations

import csv
import json
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from bench.suites import Suites, clusters_of, run_script, write_gold
from ledger.extract import Extractor
from ledger.model import Document
from ledger.pack import RulePack, load_pack
from ledger.sources import read_documents
from ledger.store.columns import CLAIM_COLUMNS
from ledger.store.rows import claim_row

CLUSTER_SUITES = ("reconcile", "fields")


@dataclass(frozen=True, slots=True)
class Linked:
    """The claims of a cluster as rows of claims.csv, and the verdict of each fact."""

    rows: tuple[dict[str, str], ...]
    verdicts: Mapping[str, str]


def render_cluster_errors(suites: Suites, suite: str, part: str, errors: int) -> str:
    """The benchmark's own report on a part, with so many examples of each kind of error: none of the unread part."""
    pack, dev = load_pack(), suites.folder / "reconcile" / "dev"
    extractor = Extractor(pack)
    clusters = {name: link_cluster(dev / name, pack, extractor) for name in clusters_of(suites.clusters, part)}
    shown = ["--errors", str(errors if part == "read" else 0)]
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        write_gold(suites, part, work / "gold")
        if suite == "fields":
            write_claims(clusters, work / "ledgers")
            return run_script(suites, "score_fields.py", [work / "gold" / "fields.json", work / "ledgers", *shown])
        reader = suites.script("run_reconcile")
        prediction = {"clusters": {name: predict(linked, reader) for name, linked in clusters.items()}}
        (work / "prediction.json").write_text(json.dumps(prediction), encoding="utf-8")
        return run_script(suites, "score_reconcile.py", [work / "gold" / "gold.json", work / "prediction.json", "--per-cluster", *shown])


def link_cluster(folder: Path, pack: RulePack, extractor: Extractor) -> Linked:
    """The articles of a cluster, extracted and linked; nothing is checked or rendered."""
    from ledger.link import link

    documents = [document for document in read_documents([folder]) if isinstance(document, Document)]
    extractions = [extractor.extract(document) for document in documents]
    facts = link(extractions, pack, {}).facts
    owner = {claim_id: fact.fact_id for fact in facts for claim_id in fact.claim_ids}
    claims = [claim for extraction in extractions for claim in extraction.claims]
    rows = tuple(dict(zip(CLAIM_COLUMNS, claim_row(claim, owner.get(claim.claim_id, "")), strict=False)) for claim in claims)
    return Linked(rows, {fact.fact_id: fact.verdict for fact in facts})


def predict(linked: Linked, reader: ModuleType) -> dict[str, Any]:
    """A cluster as the benchmark's own reader gives it to the scorer."""
    facts = [{"fact": fact, "verdict": reader.VERDICT.get(verdict)} for fact, verdict in linked.verdicts.items()]
    return {"claims": [reader.claim(row) for row in linked.rows if row["kind"] != "rank"], "facts": facts}


def write_claims(clusters: Mapping[str, Linked], folder: Path) -> None:
    """folder/CLUSTER/claims.csv."""
    for name, linked in clusters.items():
        (folder / name).mkdir(parents=True)
        with (folder / name / "claims.csv").open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, CLAIM_COLUMNS)
            writer.writeheader()
            writer.writerows(linked.rows)
