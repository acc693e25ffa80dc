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
_NOTES = {"footnotes": "footnoteReference", "endnotes": "endnoteReference"}
_TEXTS = frozenset((f"{_W}t", "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"))
_HIDING = tuple(f"{_W}rPr/{_W}{name}" for name in ("vanish", "strike", "dstrike"))
"""Marks of a run that is not shown, or is shown as struck out."""
_RAISED = str.maketrans("0123456789+-\u2212", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
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
    """The notes of one kind, each as a line; separators, empty ones and those whose mark was deleted are left out."""
    from docx.oxml import parse_xml

    gone = _deleted_marks(document.element.body, f"{_W}{_NOTES[kind]}")
    for relation in document.part.rels.values():
        if relation.reltype.endswith(f"/{kind}"):
            for note in parse_xml(relation.target_part.blob):
                text = " ".join(_blocks_text(note).split())
                if text and note.get(f"{_W}type") in (None, "normal") and note.get(f"{_W}id") not in gone:
                    yield text


def _deleted_marks(body: Any, tag: str) -> set[str | None]:
    """The numbers of the notes that only deleted text points to."""
    marks = [(mark.get(f"{_W}id"), any(above.tag in _GONE for above in mark.iterancestors())) for mark in body.iter(tag)]
    return {number for number, deleted in marks if deleted} - {number for number, deleted in marks if not deleted}


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
        open_end = any(block.find(f"{_W}pPr/{_W}rPr/{_W}{change}") is not None for change in ("del", "moveFrom"))
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
    return "\n".join("\t".join(_cell_texts(row)) for row in kept)


def _cell_texts(row: Any) -> Iterator[str]:
    """The text of each cell of a row; one that spans several columns is followed by empty ones."""
    for cell in row.iter(f"{_W}tc"):
        if next(cell.iterancestors(f"{_W}tr")) is row:
            yield " ".join(_blocks_text(cell).split())
            span = cell.find(f"{_W}tcPr/{_W}gridSpan")
            yield from [""] * (int(span.get(f"{_W}val", "1")) - 1 if span is not None else 0)


def _is_on(mark: Any) -> bool:
    return mark is not None and mark.get(f"{_W}val", "1") not in ("0", "false", "off")


def _is_raised(run: Any) -> bool:
    place = run.find(f"{_W}rPr/{_W}vertAlign")
    return place is not None and place.get(f"{_W}val") == "superscript"


def _paragraph_text(paragraph: Any) -> tuple[str, list[str]]:
    """The text of a paragraph, and those of the text boxes it holds."""
    pieces: list[str] = []
    boxes: list[str] = []
    _collect(paragraph, pieces, boxes)
    return "".join(pieces), boxes


def _collect(element: Any, pieces: list[str], boxes: list[str]) -> None:
    for child in element:
        if child.tag in _GONE or (child.tag == f"{_W}r" and any(_is_on(child.find(mark)) for mark in _HIDING)):
            continue
        if child.tag == f"{_W}txbxContent":
            boxes.append(_blocks_text(child))
        elif child.tag in _TEXTS:
            text = child.text or ""
            pieces.append(text.translate(_RAISED) if _is_raised(element) else text)
        elif child.tag in _BREAKS and element.tag != f"{_W}tabs":
            pieces.append(_BREAKS[child.tag])
        else:
            _collect(child, pieces, boxes)
