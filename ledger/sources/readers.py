"""Reads files into documents: one reader a format; what cannot be read is a notice, and the rest go on."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from ledger.errors import Notice
from ledger.model import Document
from ledger.sources.cues import SourceRules, shipped_rules
from ledger.sources.decode import decode_text
from ledger.sources.documents import make_document
from ledger.sources.jsonlines import read_json_lines
from ledger.sources.office import read_docx
from ledger.sources.pdf import read_pdf
from ledger.sources.places import STDIN, SUFFIXES, SourceFile, find_files
from ledger.sources.webpages import read_page

Found = Iterator[Document | Notice]
Reader = Callable[[bytes, str, SourceRules], Found]


def read_documents(
    paths: Sequence[Path | str], *, rules: SourceRules | None = None, skip: Path | None = None, stdin: BinaryIO | None = None
) -> Found:
    """The documents of files, folders and "-" (standard input), by article; a notice where something could not be read.

    Nothing below `skip` is read. Raises LedgerError at once where a path is not there.
    """
    files = find_files(paths, skip)
    asks_stdin = any(str(path) == STDIN for path in paths)
    return _read_all(files, asks_stdin, rules or shipped_rules(), stdin)


def _read_all(files: Sequence[SourceFile], asks_stdin: bool, rules: SourceRules, stdin: BinaryIO | None) -> Found:
    if asks_stdin:
        yield from _read_stdin((stdin or sys.stdin.buffer).read(), rules)
    for file in files:
        yield from _read_file(file, rules)


def read_content(content: bytes, article: str, *, rules: SourceRules | None = None) -> Found:
    """The documents of a file's bytes, by the suffix of the article's name; a notice where they cannot be read."""
    reader = _READERS.get(Path(article).suffix.lower())
    if reader is None:
        yield _unknown_kind(article, Path(article).suffix)
    else:
        yield from _read_content(reader, content, article, rules or shipped_rules())


def _unknown_kind(article: str, suffix: str) -> Notice:
    known = ", ".join(sorted(SUFFIXES))
    return Notice(article, f"files of the kind {suffix or 'without a suffix'} are not read", f"Known: {known}", unread=True)


def _read_file(file: SourceFile, rules: SourceRules) -> Found:
    """The documents of one file."""
    reader = _READERS.get(file.path.suffix.lower())
    if reader is None:
        yield _unknown_kind(file.article, file.path.suffix)
        return
    try:
        content = file.path.read_bytes()
    except OSError as error:
        yield Notice(file.article, f"cannot be read ({error.strerror or type(error).__name__})", "Check its permissions", unread=True)
        return
    yield from _read_content(reader, content, file.article, rules)


def _read_content(reader: Reader, content: bytes, article: str, rules: SourceRules) -> Found:
    if not content.strip():
        yield Notice(article, "the file is empty", "Remove it, or fill it", unread=True)
        return
    yield from reader(content, article, rules)


def _read_stdin(content: bytes, rules: SourceRules) -> Found:
    """Standard input: JSON Lines where its first line is a JSON object, a web page where it begins like one, else text."""
    start = content[:1000].lstrip(b"\xef\xbb\xbf \t\r\n")
    reader = _read_text
    if start.startswith(b"{") and b'"text"' in content:
        reader = _read_jsonl
    elif start[:20].lower().startswith((b"<!doctype html", b"<html")):
        reader = _read_html
    yield from _read_content(reader, content, STDIN, rules)


def _not_text(article: str) -> Notice:
    return Notice(article, "not text: the bytes are in no encoding of letters", "Save it as UTF-8 text", unread=True)


def _read_text(content: bytes, article: str, rules: SourceRules) -> Found:
    text = decode_text(content)
    if text is None:
        yield _not_text(article)
    elif not text.strip():
        yield Notice(article, "the file is empty", "Remove it, or fill it", unread=True)
    else:
        yield make_document(text, article, sha=sha256(content).hexdigest(), rules=rules)


def _read_html(content: bytes, article: str, rules: SourceRules) -> Found:
    page = read_page(content, article)
    if isinstance(page, Notice):
        yield page
        return
    yield make_document(
        page.text,
        article,
        published=page.published,
        title=page.title,
        publisher=page.publisher,
        url=page.url,
        language=page.language,
        sha=sha256(content).hexdigest(),
        rules=rules,
    )


def _read_jsonl(content: bytes, article: str, rules: SourceRules) -> Found:
    text = decode_text(content)
    if text is None:
        yield _not_text(article)
    else:
        yield from read_json_lines(text, article, rules)


def _read_docx(content: bytes, article: str, rules: SourceRules) -> Found:
    yield _laid_out(read_docx(content, article), content, article, rules)


def _read_pdf(content: bytes, article: str, rules: SourceRules) -> Found:
    yield _laid_out(read_pdf(content, article), content, article, rules)


def _laid_out(found: tuple[str, str] | Notice, content: bytes, article: str, rules: SourceRules) -> Document | Notice:
    """The document of an office file's text and title."""
    if isinstance(found, Notice):
        return found
    text, title = found
    return make_document(text, article, title=title, sha=sha256(content).hexdigest(), rules=rules)


_READERS: Mapping[str, Reader] = {
    **dict.fromkeys((".txt", ".text", ".md", ".markdown"), _read_text),
    **dict.fromkeys((".html", ".htm", ".xhtml"), _read_html),
    **dict.fromkeys((".jsonl", ".ndjson"), _read_jsonl),
    ".docx": _read_docx,
    ".pdf": _read_pdf,
}
