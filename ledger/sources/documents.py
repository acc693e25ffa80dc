"""Makes a Document of a text: its own front matter and date lines tell what the caller does not."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

from ledger.model import Document
from ledger.sources.cues import SourceRules, shipped_rules
from ledger.sources.frontmatter import find_front_matter, read_day
from ledger.sources.languages import find_language
from ledger.sources.sections import find_outline


def make_document(
    text: str,
    article: str,
    *,
    published: date | None = None,
    title: str = "",
    publisher: str = "",
    url: str = "",
    language: str = "",
    sha: str = "",
    rules: SourceRules | None = None,
) -> Document:
    """The document of a text as read, which is kept unaltered; sections stand after any front matter.

    What the caller gives wins over front matter, and that over what the page says. `sha` is the digest of the file's
    bytes; without it that of the text in UTF-8.
    """
    rules = rules or shipped_rules()
    front = find_front_matter(text)
    told = front.values
    language = language or told.get("language", "") or find_language(text[front.end :])
    outline = find_outline(text, rules, front.end, language)
    return Document(
        article=article,
        text=text,
        title=title or told.get("title", "") or outline.title,
        published=published or _day(told.get("published", ""), rules) or outline.published,
        publisher=publisher or told.get("publisher", "") or outline.publisher,
        language=language,
        sha256=sha or sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        sections=outline.sections,
        url=url or told.get("url", ""),
    )


def _day(written: str, rules: SourceRules) -> date | None:
    """The date of a front matter value, in ISO form or in any that a date line may have."""
    if not written:
        return None
    stamp = rules.stamps.find_stamp(written)
    return read_day(written) or (stamp.published if stamp else None)
