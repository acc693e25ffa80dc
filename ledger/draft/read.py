"""Drafts in: a file, standard input or a sentence becomes a document whose places are those of the draft."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from ledger.draft.ignores import blank_comments
from ledger.draft.places import Ruler, label_parts, make_ruler
from ledger.errors import LedgerError, Notice
from ledger.model import Document
from ledger.sources import Source, SourceRules, find_sources, make_document, read_source
from ledger.sources.markup import read_markup
from ledger.sources.places import find_files
from ledger.sources.readers import MARKUP, split_content
from ledger.sources.webpages import decode_page

SENTENCE = "sentence"
"""What a draft given on the command line is called."""
_LAID_OUT = frozenset((".docx", ".pdf"))
"""Files whose text is not the file's own: places in them are paragraphs and pages."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as read: how it is called, its document (comments blanked), its source, and where lines or parts of that begin."""

    name: str
    document: Document
    text: str
    """The source in which comments stand: the text itself, or the markup of a web page."""
    ruler: Ruler


def make_draft(text: str, name: str, rules: SourceRules) -> Draft:
    """The draft of a text."""
    document = make_document(blank_comments(text), _article(name), rules=rules)
    return Draft(name, document, text, make_ruler(text))


def read_drafts(paths: Sequence[str], rules: SourceRules) -> Iterator[Draft | Notice]:
    """The drafts of files and of "-"; a notice for what cannot be read. Raises LedgerError where a path is not there."""
    for path in paths:
        if path != "-" and not Path(path).exists():
            raise LedgerError(path, "there is no such draft", "Check the path")
        for found in find_sources(find_files([path]), [path]):
            yield found if isinstance(found, Notice) else _read(found, _name(found, path), rules)


def read_draft(content: bytes, name: str, rules: SourceRules) -> Draft | Notice:
    """The draft of a file's bytes, by the suffix of its name; a notice where it cannot be read."""
    for found in split_content(content, name):
        return found if isinstance(found, Notice) else _read(found, name, rules)
    return Notice(name, "there is no text in it", "Give another file", unread=True)


def _name(source: Source, path: str) -> str:
    return path if path == "-" or Path(path).is_file() else str(Path(path) / source.article)


def _read(source: Source, name: str, rules: SourceRules) -> Draft | Notice:
    if source.form in MARKUP and source.content.strip():
        return _read_markup(source, name, rules)
    found = read_source(source, rules)
    if isinstance(found, Notice):
        return found
    labels = label_parts(found.text, paged=source.form == ".pdf") if source.form in _LAID_OUT else ()
    blanked = blank_comments(found.text)
    document = replace(found, article=_article(name))
    if blanked != found.text:
        document = make_document(
            blanked, _article(name), published=found.published, title=found.title, publisher=found.publisher, sha=found.sha256, rules=rules
        )
    return Draft(name, document, found.text, make_ruler(found.text, labels))


def _read_markup(source: Source, name: str, rules: SourceRules) -> Draft | Notice:
    """The draft of a web page: its visible text, told by line and column of the page's source."""
    markup = decode_page(source.content)
    if markup is None:
        return Notice(source.article, "not text: the bytes are in no known encoding", "Save the page again as UTF-8", unread=True)
    page = read_markup(markup)
    if not page.text.strip():
        return Notice(source.article, "no text is shown on this page", "Give another file, or its text as .txt", unread=True)
    document = make_document(
        page.text, _article(name), published=page.published, title=page.title, publisher=page.publisher, language=page.language,
        sha=sha256(source.content).hexdigest(), rules=rules,
    )  # fmt: skip
    return Draft(name, document, markup, make_ruler(markup, origins=page.origins))


def _article(name: str) -> str:
    """The draft's name as an article's, which no article of a ledger has."""
    return f"draft:{name}"
