"""Our own texts, scored with the benchmark's own scorers: news sentences, and events told by several articles.

    python -m bench.own_texts [--errors]

They were written blind, by hands that knew neither rules nor code, so they show what new text will. Half of the second lot of
sentences and four of the ten events (`UNREAD`) are scored and never shown; the rest may be read and mended on.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from hashlib import sha1
from pathlib import Path
from typing import Any

from bench.clusters import link_cluster, predict
from bench.results import table
from bench.scores import Score
from bench.suites import HERE, PARTS, Suites, find_suites, run_script, why_missing
from ledger.extract import Extractor
from ledger.model import Claim
from ledger.pack import load_pack
from ledger.sources import make_document

OWN = HERE / "own"
UNREAD = frozenset(("rescue", "tablet", "takeover", "transfer"))
_MARK = re.compile(r"\{(?P<fact>\S{1,40}) (?P<surface>[^{}]{1,80})\}")
_RECORD = {"dataset": "own", "scope": ["all"], "count_nouns": True, "has": ["value", "unit", "change"]}
_LEVELS = (("value", "value"), ("value + unit", "value+unit"), ("value + change", "value+change"))
_MEASURES = (("pairs F1", ("pairs_all", "f1")), ("B-cubed F1", ("bcubed_all", "f1")), ("conflict pure F1", ("conflict_pure", "f1")))


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the scores, and with --errors what is wrong in the part that may be read; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bench.own_texts", description="Our own sentences and events, scored.")
    parser.add_argument("--errors", action="store_true", help="show the errors of the part that may be read")
    options = parser.parse_args(arguments)
    suites = find_suites()
    if suites is None:
        print(why_missing())
        return 0
    if options.errors:
        print("\n".join(sentence_errors(suites)))
    print(render_own(measure_own_texts(suites)))
    return 0


def measure_own_texts(suites: Suites) -> list[Score]:
    """The scores of sentences and events, each part."""
    return [score for part in PARTS for score in (*_sentence_scores(suites, part), *_event_scores(suites, part))]


def render_own(scores: Sequence[Score]) -> str:
    """A row a measure, a column a part."""
    measures = list(dict.fromkeys((score.name, score.measure) for score in scores))
    found = {(score.name, score.measure, score.part): score.value for score in scores}
    rows = [[f"{name}: {measure}", *(str(found.get((name, measure, part), "")) for part in PARTS)] for name, measure in measures]
    return table(["texts of our own", *PARTS], rows)


def render_own_section(scores: Sequence[Score]) -> str:
    """The section of results.md."""
    about = (
        "580 sentences and ten events (58 articles) of our own writing, marked blind: by hands that knew neither rules nor code. "
        "129 of the sentences and four events (*unread*) are scored and never shown."
    )
    return f"## Texts of our own, in percent\n\n{about}\n\n{render_own(scores)}"


# sentences


def read_sentences(part: str) -> list[dict[str, Any]]:
    """The records of a part in the benchmark's form."""
    lines = (OWN / "sentences.jsonl").read_text(encoding="utf-8").splitlines()
    records = [{**_RECORD, **json.loads(line)} for line in lines]
    return [record for record in records if part == "all" or _is_aside(record["id"]) == (part == "unread")]


def _is_aside(name: str) -> bool:
    """True for the upper half of the second lot; the first was read."""
    return name.startswith("own2-") and int(sha1(name.encode(), usedforsecurity=False).hexdigest(), 16) * 2 >= 2**160


def _scored(suites: Suites, part: str) -> Iterator[tuple[dict[str, Any], dict[str, Any], Any]]:
    """(record, what the scorer says of it, the scorer)."""
    from bench.errors import Round

    round_of = Round(suites)
    for record in read_sentences(part):
        yield record, round_of.scorer.score_text(record, list(round_of.quantities(record))), round_of.scorer


def _sentence_scores(suites: Suites, part: str) -> Iterator[Score]:
    found = [scored for _, scored, _ in _scored(suites, part)]
    figures = sum(scored["gold"] + scored["pred"] for scored in found)
    for measure, level in _LEVELS:
        hits = sum(scored["tp"].get(level, 0) for scored in found)
        yield Score("own", "sentences", measure, part, round(200 * hits / max(figures, 1), 1))


def sentence_errors(suites: Suites) -> Iterator[str]:
    """What is missed or extra in the sentences that may be read, one a line."""
    from bench.errors import error_line

    for record, scored, scorer in _scored(suites, "read"):
        line = error_line(scorer, record, scored["detail"], "value+unit")
        if line:
            yield line


# events


def read_events(part: str) -> list[dict[str, Any]]:
    """The events of a part, by name: articles with marked figures, and the verdict of each fact told more than once."""
    events = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((OWN / "clusters").glob("*.json"))]
    return [event for event in events if part == "all" or (event["name"] in UNREAD) == (part == "unread")]


def unmark(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The text without its marks, and (start, end, name of the fact) of each figure.

    >>> unmark("At least {dead 12} died.")
    ('At least 12 died.', [(9, 11, 'dead')])
    """
    parts, spans, at, length = [], [], 0, 0
    for found in _MARK.finditer(marked):
        parts += [marked[at : found.start()], found["surface"]]
        start = length + found.start() - at
        length = start + len(found["surface"])
        spans.append((start, length, found["fact"]))
        at = found.end()
    return "".join((*parts, marked[at:])), spans


def make_gold(event: Mapping[str, Any], extractor: Extractor) -> dict[str, Any]:
    """The gold of an event in the benchmark's form; figures are what extraction reads at the marks, since linking is asked here."""
    claims: list[dict[str, Any]] = []
    for article, marked in sorted(event["articles"].items()):
        text, spans = unmark(marked)
        found = extractor.extract(make_document(text, article)).claims
        for start, end, fact in spans:
            claim = next((claim for claim in found if claim.start < end and start < claim.end), None)
            claims.append({"article": _stem(event, article), "start": start, "end": end, "label": fact, "fact_id": fact, **_figure(claim)})
    facts = [_fact(event, name, [claim for claim in claims if claim["fact_id"] == name]) for name in sorted({c["fact_id"] for c in claims})]
    articles = sorted({claim["article"] for claim in claims})
    return {"articles": articles, "claims": claims, "facts": facts, "not_claims": [], "ignore": []}


def _stem(event: Mapping[str, Any], article: str) -> str:
    return f"{event['name']}_{article.removesuffix('.txt')}"


def _figure(claim: Claim | None) -> dict[str, Any]:
    if claim is None:
        return {"low": 0.0, "high": 0.0, "unit": "none"}
    low = claim.low if claim.low is not None else claim.high
    high = claim.high if claim.high is not None else low
    return {"low": float(low or Decimal(0)), "high": float(high or Decimal(0)), "unit": claim.unit}


def _fact(event: Mapping[str, Any], name: str, claims: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    told = {"mentions": len(claims), "articles": len({claim["article"] for claim in claims}), "unit": claims[0]["unit"]}
    return {"fact_id": name, "label": name, "verdict": event["verdicts"].get(name, "agree"), "why": "", **told}


def _event_scores(suites: Suites, part: str) -> Iterator[Score]:
    total = score_events(suites, part)
    for measure, path in _MEASURES:
        value: Any = total
        for step in path:
            value = value[step]
        yield Score("own", "events", measure, part, round(100 * value, 1))


def score_events(suites: Suites, part: str) -> dict[str, Any]:
    """What the benchmark's scorer says of the events of a part."""
    pack = load_pack()
    extractor, reader = Extractor(pack), suites.script("run_reconcile")
    with tempfile.TemporaryDirectory() as folder:
        gold, prediction = {}, {}
        for event in read_events(part):
            gold[event["name"]] = make_gold(event, extractor)
            home = Path(folder) / event["name"]
            home.mkdir()
            for article, marked in event["articles"].items():
                (home / f"{_stem(event, article)}.txt").write_text(unmark(marked)[0], encoding="utf-8")
            prediction[event["name"]] = predict(link_cluster(home, pack, extractor), reader)
        paths = [Path(folder) / "gold.json", Path(folder) / "prediction.json"]
        for path, clusters in zip(paths, (gold, prediction), strict=True):
            path.write_text(json.dumps({"clusters": clusters}), encoding="utf-8")
        scored: dict[str, Any] = json.loads(run_script(suites, "score_reconcile.py", [*paths, "--json"]))["total"]
        return scored


if __name__ == "__main__":
    sys.exit(main())
