"""What comes in besides articles: JSON Lines of short texts; and what to say where nothing came in."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ledger.errors import LedgerError, Notice

ONE_LINE = 'Write one JSON object a line: {"id": "...", "text": "...", "published": "2026-02-14" if known}'


@dataclass(frozen=True, slots=True)
class Text:
    """One line of `extract --texts`: its id as given (text or a number), and what to read."""

    id: str | int
    text: str
    published: date | None = None


def no_articles(paths: Sequence[Path | str], notices: Sequence[Notice]) -> LedgerError:
    """The error for inputs that hold no article that can be read, with every reason that was found."""
    where = ", ".join(str(path) for path in paths)
    if not notices:
        return LedgerError(where, "no articles are there", "Give files or folders with .txt, .md, .html or .jsonl articles.")
    reasons = "".join(f"\n  {notice}" for notice in sorted(notices, key=str))
    return LedgerError(where, "none of the inputs can be read", f"Nothing was changed:{reasons}")


def read_texts(paths: Sequence[Path | str]) -> Iterator[Text | Notice]:
    """The texts of JSON Lines files ("-" is standard input) in order; a line that is none is a Notice with its number."""
    for path in paths:
        for number, line in enumerate(_read_lines(path), start=1):
            if line.strip():
                yield _parse_line(line, f"{'standard input' if path == '-' else path}:{number}")


def _read_lines(path: Path | str) -> Iterator[bytes]:
    if path == "-":
        yield from sys.stdin.buffer
        return
    try:
        with Path(path).open("rb") as lines:
            yield from lines
    except OSError as error:
        raise LedgerError(str(path), f"cannot be read ({error.strerror or error})", "Give a file of JSON Lines, or -.") from error


def _parse_line(line: bytes, where: str) -> Text | Notice:
    try:
        return _make_text(json.loads(line.decode("utf-8-sig")))
    except UnicodeDecodeError as error:
        return Notice(where, f"byte {error.start + 1} of the line is no UTF-8", ONE_LINE, unread=True)
    except json.JSONDecodeError as error:
        return Notice(where, f"is no JSON ({error.msg} at column {error.colno})", ONE_LINE, unread=True)
    except (ValueError, RecursionError) as error:
        return Notice(where, str(error), ONE_LINE, unread=True)


def _make_text(record: object) -> Text:
    """The text of a parsed line; raises ValueError with what is wrong."""
    if not isinstance(record, dict):
        raise ValueError("is JSON, but no object")
    name, text, published = record.get("id"), record.get("text"), record.get("published")
    if not isinstance(name, str | int) or isinstance(name, bool):
        raise ValueError('has no "id", or one that is neither text nor a whole number')
    if not isinstance(text, str):
        raise ValueError('has no "text", or one that is no text')
    return Text(name, text, _parse_published(published))


def _parse_published(published: object) -> date | None:
    if published is None or published == "":
        return None
    try:
        return date.fromisoformat(str(published)[:10])
    except ValueError:
        raise ValueError(f'has "published" {published!r}, which is no date such as 2026-02-14') from None
