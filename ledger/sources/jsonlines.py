"""JSON Lines of articles: {"id", "text", "title", "published", "publisher"} a line; a bad line is a notice, the rest go on."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from ledger.errors import Notice
from ledger.model import Document
from ledger.sources.cues import SourceRules
from ledger.sources.documents import make_document
from ledger.sources.frontmatter import read_day

_TEXTS = ("title", "publisher", "url", "language")


def split_json_lines(text: str, article: str) -> Iterator[tuple[str, str] | Notice]:
    """(article, line) of each line that holds one, and a notice of each other."""
    seen: set[str] = set()
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        where = f"{article}, line {number}"
        record = _record(line, where)
        if isinstance(record, Notice):
            yield record
            continue
        name = str(number if record.get("id") is None else record["id"])
        if name in seen:
            yield Notice(where, f"the id {name!r} stands on an earlier line too", "Give each article an id of its own", unread=True)
            continue
        seen.add(name)
        yield f"{article}#{name}", line


def read_json_line(line: str, article: str, rules: SourceRules | None = None) -> Document:
    """The document of a line that `split_json_lines` gave."""
    return _document(json.loads(line), article, line, rules)


def _record(line: str, where: str) -> Mapping[str, Any] | Notice:
    """The object of a line, or a notice that says what is wrong with it."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        reason = (
            f"{error.msg}, column {error.colno}" if isinstance(error, json.JSONDecodeError) else "a number or a nesting without measure"
        )
        return Notice(where, f"not JSON ({reason})", "Mend the line; the other lines were read", unread=True)
    if not isinstance(record, dict):
        return Notice(where, "not a JSON object", 'Write {"id": "...", "text": "..."}', unread=True)
    if not isinstance(record.get("text"), str):
        return Notice(where, 'no "text"', 'Write {"id": "...", "text": "..."}', unread=True)
    if not record["text"].strip():
        return Notice(where, "the text is empty", "Remove the line, or fill in its text", unread=True)
    if any("\ud800" <= char <= "\udfff" for char in record["text"]):
        return Notice(
            where, "the text holds half a character (a lone surrogate)", "Write the character whole, or leave it out", unread=True
        )
    wrong = next((key for key in _TEXTS if not isinstance(record.get(key) or "", str)), "")
    if wrong:
        return Notice(where, f"{wrong!r} is not text", f'Write "{wrong}": "..."', unread=True)
    day = record.get("published")
    if day not in (None, "") and not (isinstance(day, str) and read_day(day)):
        return Notice(where, f"'published' is {day!r}, which is no date", "Write it as 2026-02-14", unread=True)
    return record


def _document(record: Mapping[str, Any], article: str, line: str, rules: SourceRules | None) -> Document:
    return make_document(
        record["text"],
        article,
        published=read_day(record.get("published") or ""),
        title=record.get("title") or "",
        publisher=record.get("publisher") or "",
        url=record.get("url") or "",
        language=record.get("language") or "",
        sha=sha256(line.encode("utf-8", "surrogatepass")).hexdigest(),
        rules=rules,
    )
