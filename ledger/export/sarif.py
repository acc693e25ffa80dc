"""The flags of a ledger as SARIF 2.1.0, which code hosts show beside the articles."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from urllib.parse import quote

from ledger.checks.registry import CHECKS
from ledger.model import Claim, Document, Flag, Ledger
from ledger.sources import read_documents

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_OWN_TEXT = (".txt", ".md")
"""Files whose text is the file's own, so that a place in it has a line."""


def render_sarif(ledger: Ledger, articles: str = "") -> bytes:
    """One run with a result a flag, by flag id. `articles` is the folder the articles' names are seen from: it is put before their names,
    and where the files stand there the figures have lines and columns."""
    claims = {claim.claim_id: claim for claim in ledger.claims}
    used = {flag.check for flag in ledger.flags}
    rules = sorted((check.id, check.name) for check in CHECKS if check.id in used)
    numbers = {check: at for at, (check, _) in enumerate(rules)}
    places = _Places(articles)
    driver = {
        "name": "factledger",
        "version": _version(),
        "informationUri": "https://pypi.org/project/fact-ledger/",
        "rules": [{"id": check, "name": name, "shortDescription": {"text": name.replace("-", " ")}} for check, name in rules],
    }
    results = [_result(flag, claims, numbers, places) for flag in sorted(ledger.flags, key=lambda flag: flag.flag_id)]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return (json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n").encode()


def _result(flag: Flag, claims: Mapping[str, Claim], numbers: Mapping[str, int], places: _Places) -> dict[str, object]:
    named = [claims[key] for key in flag.claim_ids if key in claims]
    working = f"\n{flag.working}" if flag.working else ""
    locations = [places.of_claim(claim) for claim in named] or [places.of_article(flag.article)]
    result: dict[str, object] = {
        "ruleId": flag.check,
        "ruleIndex": numbers[flag.check],
        "level": _LEVELS[flag.severity],
        "message": {"text": f"{flag.message}{working}"},
        "locations": locations[:1],
        "partialFingerprints": {"flagId/v1": flag.flag_id},
    }
    if locations[1:]:
        result["relatedLocations"] = locations[1:]
    return result


class _Places:
    """Where figures stand in the files of a folder."""

    def __init__(self, articles: str) -> None:
        self._folder = articles
        self._text = lru_cache(maxsize=None)(self._read)

    def of_article(self, article: str) -> dict[str, object]:
        """The file of an article."""
        return {"physicalLocation": {"artifactLocation": self._artifact(article)}}

    def of_claim(self, claim: Claim) -> dict[str, object]:
        """The file of a claim's article, with line and column where its text is there and has the figure at its place."""
        text = self._text(claim.article)
        if text[claim.start : claim.end] != claim.surface:
            return self.of_article(claim.article)
        (line, column), (end_line, end_column) = _line_of(text, claim.start), _line_of(text, claim.end)
        region = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
        return {"physicalLocation": {"artifactLocation": self._artifact(claim.article), "region": region}}

    def _artifact(self, article: str) -> dict[str, str]:
        name = f"{self._folder.rstrip('/')}/{article}" if self._folder else article
        return {"uri": quote(name.replace("\\", "/"))}

    def _read(self, article: str) -> str:
        path = Path(self._folder) / article
        if not self._folder or path.suffix.lower() not in _OWN_TEXT or not path.is_file():
            return ""
        return next(_texts(path), "")


def _texts(path: Path) -> Iterator[str]:
    return (found.text for found in read_documents([path]) if isinstance(found, Document))


def _line_of(text: str, offset: int) -> tuple[int, int]:
    """The line and column of an offset, both from 1."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _version() -> str:
    try:
        return version("fact-ledger")
    except PackageNotFoundError:
        return "0"
