"""extract: the claims of articles or texts, written as they are found, without reconciling them."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TextIO

from ledger.engine.inputs import Text, no_articles, read_texts
from ledger.engine.work import extract_one
from ledger.errors import Notice
from ledger.extract import Extractor
from ledger.interval import plain
from ledger.model import Claim, Document
from ledger.pack import load_pack
from ledger.sources import make_document, make_source_rules, read_documents
from ledger.store.claimjson import claim_json
from ledger.store.columns import CLAIM_COLUMNS
from ledger.store.csvfile import csv_text

COLUMNS = tuple(column for column in CLAIM_COLUMNS if column != "fact_id")
Render = Callable[[Document, Sequence[Claim]], str]


def write_claims(paths: Sequence[Path | str], stream: TextIO, *, form: str, rules: Sequence[Path] = ()) -> list[Notice]:
    """Writes the claims of every article at `paths`, an article at a time; gives what a person should know of the inputs.

    `form`: jsonl (a claim a line), csv (the columns of the contract without fact_id) or text (a claim a line, to read).
    """
    pack = load_pack(rules)
    extractor, notices, documents = Extractor(pack), [], 0
    stream.write(_head(form))
    for found in read_documents(paths, rules=make_source_rules(pack)):
        if isinstance(found, Notice):
            notices.append(found)
            continue
        documents += 1
        result = extract_one(found, extractor, fingerprint=False)
        if isinstance(result, Notice):
            notices.append(result)
        else:
            stream.write(_RENDER[form](found, result.claims))
    if not documents:
        raise no_articles(paths, notices)
    return notices


def write_texts(paths: Sequence[Path | str], stream: TextIO, *, form: str, rules: Sequence[Path] = ()) -> list[Notice]:
    """Writes the claims of every line of JSON Lines files, in order; a bad line becomes a notice.

    `form` jsonl gives one line a text, `{"id", "claims"}`; csv and text are as in `write_claims`, the id being the article.
    """
    pack = load_pack(rules)
    extractor, sources, notices = Extractor(pack), make_source_rules(pack), []
    stream.write(_head(form))
    for found in read_texts(paths):
        if isinstance(found, Notice):
            notices.append(found)
            continue
        document = make_document(found.text, str(found.id), published=found.published, rules=sources)
        result = extract_one(document, extractor, fingerprint=False)
        if isinstance(result, Notice):
            notices.append(result)
        else:
            stream.write(_answer(found, result.claims) if form == "jsonl" else _RENDER[form](document, result.claims))
    return notices


def _head(form: str) -> str:
    return csv_text(COLUMNS, ()) if form == "csv" else ""


def _answer(text: Text, claims: Sequence[Claim]) -> str:
    return _json({"id": text.id, "claims": [claim_json(claim) for claim in claims]})


def _json(record: object) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"


def render_jsonl(document: Document, claims: Sequence[Claim]) -> str:
    """A claim a line, as JSON."""
    return "".join(_json(claim_json(claim)) for claim in claims)


def render_csv(document: Document, claims: Sequence[Claim]) -> str:
    """A claim a row, without the header."""
    rows = ([str(cell) if cell is not None else "" for cell in claim_json(claim).values()] for claim in claims)
    return csv_text(COLUMNS, rows).partition("\n")[2]


def render_text(document: Document, claims: Sequence[Claim]) -> str:
    """A claim a line: place (line and column from 1), the words, the value, and what is known of it."""
    line_starts = [0, *(at + 1 for at, mark in enumerate(document.text) if mark == "\n")]
    lines = []
    for claim in claims:
        line = bisect_right(line_starts, claim.start)
        place = f"{document.article}:{line}:{claim.start - line_starts[line - 1] + 1}"
        lines.append(f"{place}  {' '.join(claim.surface.split())}  =  {_measure(claim)}  {'; '.join(_known(claim))}".rstrip() + "\n")
    return "".join(lines)


def _measure(claim: Claim) -> str:
    ends = [plain(number) for number in (claim.low, claim.high) if number is not None]
    number = plain(claim.value) if claim.value is not None else " to ".join(ends)
    return " ".join(word for word in (number, claim.unit) if word)


def _known(claim: Claim) -> Iterator[str]:
    """What a claim says of its figure, the usual left out."""
    yield from (word for word in (claim.entity, claim.outcome, claim.scope) if word and word != claim.unit)
    yield from (word.replace("_", " ") for word in claim.qualifier.split(";") if word)
    yield from (word for word in (claim.direction, claim.period, claim.subject, claim.place) if word)
    yield from (word for word, usual in ((claim.aspect, "level"), (claim.role, "actual"), (claim.section, "body")) if word != usual)
    if claim.speaker:
        yield f"says {claim.speaker}"


_RENDER: dict[str, Render] = {"jsonl": render_jsonl, "csv": render_csv, "text": render_text}
