"""Where in a TOML file a rule or a key stands, for messages with a line and a caret."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

_HEADER = re.compile(r"\s{0,80}\[\[\s{0,8}rule\s{0,8}\]\]")
_AT = re.compile(r" \(at line (\d{1,9}), column (\d{1,9})\)$")


def excerpt(lines: list[str], line: int, column: int = 0, width: int = 1) -> str:
    """Line number `line` (from 0) with a caret of `width` under `column` (from 0); "" where there is no such line."""
    if not 0 <= line < len(lines):
        return ""
    number = f"{line + 1:>5}"
    text = lines[line].rstrip("\r").replace("\t", " ")
    return f"{number} | {text}\n{' ' * len(number)} | {' ' * column}{'^' * max(width, 1)}"


def syntax_place(message: str, lines: list[str]) -> tuple[str, str]:
    """The reason and the excerpt of a TOML syntax error, from the parser's message."""
    at = _AT.search(message)
    if at is None:
        return message.removesuffix(" (at end of document)") + " at the end of the file", excerpt(lines, len(lines) - 1, 0)
    line, column = int(at[1]) - 1, int(at[2]) - 1
    return f"line {line + 1}, column {column + 1}: {message[: at.start()]}", excerpt(lines, line, column)


def rule_lines(lines: list[str], count: int) -> list[tuple[int, int]]:
    """First and last line of each of the `count` rules; empty where the headers cannot be told for sure."""
    starts = [number for number, line in enumerate(lines) if _HEADER.match(line)]
    if not starts or len(starts) != count:
        return []
    return list(zip(starts, [*(start - 1 for start in starts[1:]), len(lines) - 1], strict=True))


def key_excerpt(lines: list[str], span: tuple[int, int] | None, key: str, nth: int = 0, table: str = "") -> str:
    """The line within `span` that sets `key` (in the nth table of that name, if given), caret under the key.

    Without such a line: the table's header, else the first line of the span.
    """
    if span is None:
        return ""
    first, last = _table_lines(lines, span, table, nth) if table else span
    setting = re.compile(rf"[ \t]{{0,80}}(?P<key>[\"']?{re.escape(key)}[\"']?)[ \t]{{0,80}}[=.]")
    for number in range(first, last + 1):
        found = setting.match(lines[number]) if key else None
        if found:
            return excerpt(lines, number, found.start("key"), len(found["key"]))
    return excerpt(lines, first, 0, len(lines[first].rstrip()))


def _table_lines(lines: list[str], span: tuple[int, int], table: str, nth: int) -> tuple[int, int]:
    header = re.compile(rf"\s{{0,80}}\[\[\s{{0,8}}rule\.{table}\s{{0,8}}\]\]")
    starts = [number for number in range(span[0], span[1] + 1) if header.match(lines[number])]
    if nth >= len(starts):
        return span
    ends = [number - 1 for number in range(starts[nth] + 1, span[1] + 1) if lines[number].lstrip().startswith("[[")]
    return starts[nth], min([*ends, span[1]])


def hint(word: str, known: Iterable[str]) -> str:
    """ " (did you mean X?)" where a known word is close, else ""."""
    close = get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f" (did you mean {close[0]!r}?)" if close else ""
