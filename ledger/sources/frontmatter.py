"""Front matter: a block between two lines of "---" (or "+++") that names title, date and publisher. The text is not altered."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

_BLOCK = re.compile(
    r"\ufeff?(?P<mark>---|\+\+\+)[ \t]{0,20}\r?\n(?P<inside>.{0,8000}?)^(?P=mark)[ \t]{0,20}(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
_PAIR = re.compile(r"(?P<key>[A-Za-z][\w -]{0,40}?)\s{0,8}:\s{0,8}(?P<value>.{0,1000}?)\s{0,8}")
_ALIASES: Mapping[str, str] = {
    "date": "published",
    "pubdate": "published",
    "published_at": "published",
    "publication_date": "published",
    "published": "published",
    "headline": "title",
    "title": "title",
    "source": "publisher",
    "agency": "publisher",
    "site": "publisher",
    "publisher": "publisher",
    "lang": "language",
    "language": "language",
    "url": "url",
    "link": "url",
}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the block says under the names of Document, and the offset where the text proper begins (0 without a block)."""

    values: Mapping[str, str] = field(default_factory=dict)
    end: int = 0


def find_front_matter(text: str) -> FrontMatter:
    """The front matter of a text; empty where it has none or the block is not of `key: value` or TOML lines."""
    block = _BLOCK.match(text)
    if block is None:
        return FrontMatter()
    pairs = _toml_pairs(block["inside"])
    if pairs is None:
        pairs = _plain_pairs(block["inside"])
    if pairs is None:
        return FrontMatter()
    values: dict[str, str] = {}
    for key, value in pairs.items():
        name = _ALIASES.get(key.strip().lower().replace("-", "_").replace(" ", "_"))
        if name and value and name not in values:
            values[name] = value
    return FrontMatter(values, block.end())


def _toml_pairs(inside: str) -> dict[str, str] | None:
    try:
        table = tomllib.loads(inside)
    except tomllib.TOMLDecodeError:
        return None
    return {key: _told(value) for key, value in table.items() if isinstance(value, (str, int, date, datetime))}


def _told(value: str | int | date | datetime) -> str:
    return value.isoformat() if isinstance(value, (date, datetime)) else str(value)


def _plain_pairs(inside: str) -> dict[str, str] | None:
    """The `key: value` lines of a block, or None where a line is neither a pair, a comment, a list item nor empty."""
    pairs: dict[str, str] = {}
    for line in inside.splitlines():
        if not line.strip() or line.lstrip().startswith(("#", "- ")) or line[0] in " \t":
            continue
        found = _PAIR.fullmatch(line)
        if found is None:
            return None
        pairs.setdefault(found["key"], found["value"].strip("\"'"))
    return pairs


def read_day(text: str) -> date | None:
    """The date that an ISO stamp begins with ("2026-02-14T07:00:00Z"), or None."""
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None
