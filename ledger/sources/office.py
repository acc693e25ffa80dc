"""Word files (the extra `office`): the text as a reader with all changes accepted sees it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from ledger.errors import Notice

MOST_BYTES = 200_000_000
"""A file that unpacks to more than this is not opened."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = frozenset((f"{_W}del", f"{_W}moveFrom", f"{_W}delText", f"{_W}instrText", _FALLBACK))
"""What a reader does not see: deletions, the origin of what was moved, field codes, and the second copy of a drawing."""
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_NOTES = ("footnotes", "endnotes")
PART = "\f"
"""Stands between the text and its notes."""


def read_docx(content: bytes, where: str) -> tuple[str, str] | Notice:
    """Text and title of a Word file, or a notice that says why there is none.

    Paragraphs stand two line ends apart, the rows of a table on lines of their own with tabs between the cells, a text box behind the
    paragraph that holds it, and foot and end notes behind a form feed.
    """
    try:
        import docx  # an extra, and slow to import
    except ImportError:
        return Notice(where, "a Word file, and the reader for them is not installed", "Run: pip install 'fact-ledger[office]'", unread=True)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > MOST_BYTES:
                return Notice(where, "this Word file unpacks to more than 200 MB", "Save its text as .txt", unread=True)
        document = docx.Document(io.BytesIO(content))
        text = _whole_text(document)
        title = str(document.core_properties.title or "")
    except Exception as error:  # python-docx raises whatever a broken archive or broken XML makes its parts raise
        return Notice(where, f"no Word file that can be read ({type(error).__name__})", "Open it in Word and save it again", unread=True)
    if not text.strip(f"{PART}\n\t "):
        return Notice(where, "no text in this Word file", "Remove it, or save its text as .txt", unread=True)
    return text, title


def _whole_text(document: Any) -> str:
    body = _blocks_text(document.element.body)
    notes = [note for kind in _NOTES for note in _notes(document, kind)]
    return f"{body}{PART}{chr(10).join(notes)}" if notes else body


def _notes(document: Any, kind: str) -> Iterator[str]:
    """The notes of one kind, each as a line; separators and empty ones are left out."""
    from docx.oxml import parse_xml

    for relation in document.part.rels.values():
        if relation.reltype.endswith(f"/{kind}"):
            for note in parse_xml(relation.target_part.blob):
                text = " ".join(_blocks_text(note).split())
                if text and note.get(f"{_W}type") in (None, "normal"):
                    yield text


def _blocks_text(parent: Any) -> str:
    """Paragraphs and tables below an element, in order."""
    parts: list[str] = []
    open_end = False  # the mark between two paragraphs was deleted: they are one
    for block in _find_blocks(parent):
        if block.tag == f"{_W}tbl":
            parts.append(_table_text(block))
            open_end = False
            continue
        text, boxes = _paragraph_text(block)
        if open_end and parts:
            parts[-1] += text
        else:
            parts.append(text)
        open_end = block.find(f"{_W}pPr/{_W}rPr/{_W}del") is not None
        parts += boxes
    return "\n\n".join(part for part in parts if part.strip())


def _find_blocks(parent: Any) -> Iterator[Any]:
    """The paragraphs and tables of an element; those inside content controls and accepted insertions too."""
    for child in parent:
        if child.tag in (f"{_W}p", f"{_W}tbl"):
            yield child
        elif child.tag not in _GONE and child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}moveTo", f"{_W}customXml"):
            yield from _find_blocks(child)


def _table_text(table: Any) -> str:
    rows = [row for row in table.iter(f"{_W}tr") if next(row.iterancestors(f"{_W}tbl")) is table]
    kept = [row for row in rows if row.find(f"{_W}trPr/{_W}del") is None]
    return "\n".join("\t".join(" ".join(_blocks_text(cell).split()) for cell in row.findall(f"{_W}tc")) for row in kept)


def _paragraph_text(paragraph: Any) -> tuple[str, list[str]]:
    """The text of a paragraph, and those of the text boxes it holds."""
    pieces: list[str] = []
    boxes: list[str] = []
    _collect(paragraph, pieces, boxes)
    return "".join(pieces), boxes


def _collect(element: Any, pieces: list[str], boxes: list[str]) -> None:
    for child in element:
        if child.tag in _GONE:
            continue
        if child.tag == f"{_W}txbxContent":
            boxes.append(_blocks_text(child))
        elif child.tag == f"{_W}t":
            pieces.append(child.text or "")
        elif child.tag in _BREAKS and element.tag != f"{_W}tabs":
            pieces.append(_BREAKS[child.tag])
        else:
            _collect(child, pieces, boxes)
