"""Web pages: the article of an HTML file by trafilatura (the extra `html`), the same on every run."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from ledger.errors import Notice
from ledger.sources.decode import decode_text
from ledger.sources.frontmatter import read_day

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s{0,4}=\s{0,4}[\"']?([\w-]{2,40})", re.IGNORECASE)
_HEAD = 4096
_NO_CLOCK = {"original_date": True, "extensive_search": False, "max_date": "2199-12-31"}
"""trafilatura's own bound is today, which would make the date of a page depend on the day it is read."""


@dataclass(frozen=True, slots=True)
class WebPage:
    """The article of a page: its headline and paragraphs, one a line, and what its metadata say."""

    text: str
    title: str = ""
    published: date | None = None
    publisher: str = ""
    url: str = ""
    language: str = ""


def read_page(content: bytes, where: str) -> WebPage | Notice:
    """The article of an HTML file's bytes, or a notice that says why there is none."""
    markup = decode_page(content)
    if markup is None:
        return Notice(where, "not text: the bytes are in no known encoding", "Save the page again as UTF-8", unread=True)
    try:
        import trafilatura  # an extra, and slow to import
    except ImportError:
        return Notice(where, "a web page, and the reader for them is not installed", "Run: pip install 'fact-ledger[html]'", unread=True)
    found: Any = trafilatura.bare_extraction(
        markup, with_metadata=True, include_comments=False, include_tables=True, date_extraction_params=dict(_NO_CLOCK)
    )
    text = (found.text or "").strip() if found is not None else ""
    if not text:
        return Notice(where, "no article text found in the page", "Save the article's own page, or its text as .txt", unread=True)
    title = (found.title or "").strip()
    return WebPage(
        text=text if not title or title in text[: len(title) + 200] else f"{title}\n\n{text}",
        title=title,
        published=read_day(found.date or ""),
        publisher=found.sitename or "",
        url=found.url or "",
        language=_declared_language(markup),
    )


def decode_page(content: bytes) -> str | None:
    """The markup by its byte order mark, its own declaration, or its bytes."""
    declared = _CHARSET.search(content[:_HEAD])
    if declared and not content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return content.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode_text(content)


def _declared_language(markup: str) -> str:
    found = re.search(r"<html[^>]{0,300}?\blang\s{0,4}=\s{0,4}[\"']?([A-Za-z]{2})\b", markup[:_HEAD], re.IGNORECASE)
    return found[1].lower() if found else ""
