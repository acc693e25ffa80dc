"""Drafts in: a file, standard input or a sentence becomes a document whose offsets are those of the draft."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ledger.draft.ignores import blank_comments
from ledger.draft.places import Ruler, label_parts, make_ruler
from ledger.errors import LedgerError, Notice
from ledger.model import Document
from ledger.sources import SourceRules, make_document, read_content, read_documents

SENTENCE = "sentence"
"""What a draft given on the command line is called."""
_LAID_OUT = frozenset((".docx", ".pdf", ".html", ".htm", ".xhtml"))
"""Files whose text is not the file's own: places in them are paragraphs and pages."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as read: how it is called, its document (comments blanked), its own text, and where its lines or parts begin."""

    name: str
    document: Document
    text: str
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
        for found in read_documents([path], rules=rules):
            yield found if isinstance(found, Notice) else _make_draft(found, path, rules)


def read_draft(content: bytes, name: str, rules: SourceRules) -> Draft | Notice:
    """The draft of a file's bytes, by the suffix of its name; a notice where it cannot be read."""
    for found in read_content(content, name, rules=rules):
        return found if isinstance(found, Notice) else _name_draft(found, name, rules)
    return Notice(name, "there is no text in it", "Give another file", unread=True)


def _make_draft(found: Document, path: str, rules: SourceRules) -> Draft:
    name = path if path == "-" or Path(path).is_file() else str(Path(path) / found.article)
    return _name_draft(found, name, rules)


def _name_draft(found: Document, name: str, rules: SourceRules) -> Draft:
    suffix = Path(name).suffix.lower()
    if suffix in _LAID_OUT:
        labels = label_parts(found.text, paged=suffix == ".pdf")
        return Draft(name, replace(found, article=_article(name)), found.text, make_ruler(found.text, labels))
    blanked = blank_comments(found.text)
    document = replace(found, article=_article(name))
    if blanked != found.text:
        document = make_document(
            blanked, _article(name), published=found.published, title=found.title, publisher=found.publisher, sha=found.sha256, rules=rules
        )
    return Draft(name, document, found.text, make_ruler(found.text))


def _article(name: str) -> str:
    """The draft's name as an article's, which no article of a ledger has."""
    return f"draft:{name}"
