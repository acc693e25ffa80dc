"""Reads files into documents: one reader a format; what cannot be read is a notice, and the rest go on."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from ledger.errors import Notice
from ledger.model import Document
from ledger.sources.cues import SourceRules, shipped_rules
from ledger.sources.decode import decode_text
from ledger.sources.documents import make_document
from ledger.sources.jsonlines import read_json_line, split_json_lines
from ledger.sources.office import read_docx
from ledger.sources.pdf import read_pdf
from ledger.sources.places import STDIN, SUFFIXES, SourceFile, find_files
from ledger.sources.webpages import read_page

Found = Iterator[Document | Notice]
Reader = Callable[[bytes, str, SourceRules], Document | Notice]


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one article and what to read them as. What is made of them depends on nothing else, so any process may do it."""

    article: str
    form: str
    """The suffix of its file, or LINE for a line of JSON Lines."""
    content: bytes


LINE = "line of .jsonl"
MARKUP = frozenset((".html", ".htm", ".xhtml"))


def read_documents(
    paths: Sequence[Path | str], *, rules: SourceRules | None = None, skip: Path | None = None, stdin: BinaryIO | None = None
) -> Found:
    """The documents of files, folders and "-" (standard input), by article; a notice where something could not be read.

    Nothing below `skip` is read. Raises LedgerError at once where a path is not there.
    """
    files = find_files(paths, skip)
    return _read_all(find_sources(files, paths, stdin), rules or shipped_rules())


def _read_all(sources: Iterable[Source | Notice], rules: SourceRules) -> Found:
    for source in sources:
        yield source if isinstance(source, Notice) else read_source(source, rules)


def find_sources(files: Sequence[SourceFile], paths: Sequence[Path | str], stdin: BinaryIO | None = None) -> Iterator[Source | Notice]:
    """The sources of the files, and of standard input where a path is "-": read from disk one by one as they are asked for."""
    if any(str(path) == STDIN for path in paths):
        content = (stdin or sys.stdin.buffer).read()
        yield from _split(Source(STDIN, _form_of(content), content))
    for file in files:
        found = _load(file)
        if isinstance(found, Notice):
            yield found
        else:
            yield from _split(found)


def read_source(source: Source, rules: SourceRules) -> Document | Notice:
    """The document of a source, or a notice that says why it is none."""
    if not source.content.strip():
        return Notice(source.article, "the file is empty", "Remove it, or fill it", unread=True)
    return _READERS[source.form](source.content, source.article, rules)


def read_content(content: bytes, article: str, *, rules: SourceRules | None = None) -> Found:
    """The documents of a file's bytes, by the suffix of the article's name; a notice where they cannot be read."""
    return _read_all(split_content(content, article), rules or shipped_rules())


def split_content(content: bytes, article: str) -> Iterator[Source | Notice]:
    """The sources of a file's bytes, by the suffix of the article's name; a notice where it is of no known kind."""
    form = Path(article).suffix.lower()
    if form not in SUFFIXES:
        return iter((_unknown_kind(article, form),))
    return _split(Source(article, form, content))


def _unknown_kind(article: str, suffix: str) -> Notice:
    known = ", ".join(sorted(SUFFIXES))
    return Notice(article, f"files of the kind {suffix or 'without a suffix'} are not read", f"Known: {known}", unread=True)


def _load(file: SourceFile) -> Source | Notice:
    """The bytes of a file."""
    form = file.path.suffix.lower()
    if form not in SUFFIXES:
        return _unknown_kind(file.article, form)
    try:
        return Source(file.article, form, file.path.read_bytes())
    except OSError as error:
        return Notice(file.article, f"cannot be read ({error.strerror or type(error).__name__})", "Check its permissions", unread=True)


def _form_of(content: bytes) -> str:
    """What standard input is: JSON Lines where its first line is a JSON object, a web page where it begins like one, else text."""
    start = content[:1000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"{") and b'"text"' in content:
        return ".jsonl"
    return ".html" if start[:20].lower().startswith((b"<!doctype html", b"<html")) else ".txt"


def _split(source: Source) -> Iterator[Source | Notice]:
    """The lines of JSON Lines, each a source; any other source as it is."""
    if source.form not in (".jsonl", ".ndjson") or not source.content.strip():
        yield source
        return
    text = decode_text(source.content)
    if text is None:
        yield _not_text(source.article)
        return
    for found in split_json_lines(text, source.article):
        yield found if isinstance(found, Notice) else Source(found[0], LINE, found[1].encode("utf-8", "surrogatepass"))


def _not_text(article: str) -> Notice:
    return Notice(article, "not text: the bytes are in no encoding of letters", "Save it as UTF-8 text", unread=True)


def _read_text(content: bytes, article: str, rules: SourceRules) -> Document | Notice:
    text = decode_text(content)
    if text is None:
        return _not_text(article)
    if not text.strip():
        return Notice(article, "the file is empty", "Remove it, or fill it", unread=True)
    return make_document(text, article, sha=sha256(content).hexdigest(), rules=rules)


def _read_html(content: bytes, article: str, rules: SourceRules) -> Document | Notice:
    page = read_page(content, article)
    if isinstance(page, Notice):
        return page
    return make_document(
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


def _read_line(content: bytes, article: str, rules: SourceRules) -> Document | Notice:
    return read_json_line(content.decode("utf-8", "surrogatepass"), article, rules)


def _read_docx(content: bytes, article: str, rules: SourceRules) -> Document | Notice:
    return _laid_out(read_docx(content, article), content, article, rules)


def _read_pdf(content: bytes, article: str, rules: SourceRules) -> Document | Notice:
    return _laid_out(read_pdf(content, article), content, article, rules)


def _laid_out(found: tuple[str, str] | Notice, content: bytes, article: str, rules: SourceRules) -> Document | Notice:
    """The document of an office file's text and title."""
    if isinstance(found, Notice):
        return found
    text, title = found
    return make_document(text, article, title=title, sha=sha256(content).hexdigest(), rules=rules)


_READERS: Mapping[str, Reader] = {
    **dict.fromkeys((".txt", ".text", ".md", ".markdown"), _read_text),
    **dict.fromkeys(MARKUP, _read_html),
    LINE: _read_line,
    ".docx": _read_docx,
    ".pdf": _read_pdf,
}
