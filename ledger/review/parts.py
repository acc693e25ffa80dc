"""What a sheet holds beside its values, read from the parts of the file: comments and links."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree
from zipfile import ZipFile

_LINK = re.compile(rb"<(?:\w+:)?hyperlink\b[^>]*>")
_PLACE, _ID = re.compile(rb'\bref="([A-Z]{1,3}\d{1,7})'), re.compile(rb'\b\w+:id="([^"]*)"')
_END_OF_ROWS = re.compile(rb"</(?:\w+:)?sheetData>|<(?:\w+:)?sheetData\s*/>")
_THREADED = re.compile(r"^\[Threaded comment\].*?(?:Comment|Kommentar|Commentaire|Comentario):\s*", re.DOTALL)
_NOBODY = ("", "none", "openpyxl", "unknown author", "author")
_CHUNK, _OVERLAP = 1 << 20, 32


@dataclass(frozen=True, slots=True)
class SheetParts:
    """place ("C7") -> comment, and place -> target of an outside link."""

    comments: Mapping[str, str] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)


def read_sheet_parts(package: ZipFile, part: str) -> SheetParts:
    """What the sheet of a part holds beside its values."""
    relations = list(find_relations(package, part))
    comments: dict[str, str] = {}
    for _, kind, target in relations:
        if kind.endswith("/comments") and target in package.NameToInfo:
            comments |= _comments(read_xml(package, target))
    tail = _after_rows(package, part)
    outside = {name: target for name, kind, target in relations if kind.endswith("/hyperlink")}
    links = {}
    for tag in _LINK.findall(tail):
        place, name = _PLACE.search(tag), _ID.search(tag)
        if place and name and name[1].decode() in outside:
            links[place[1].decode()] = outside[name[1].decode()]
    return SheetParts(comments, links)


def _after_rows(package: ZipFile, part: str) -> bytes:
    """What stands after the rows of a sheet; the rows, which may be many, are not kept."""
    tail, window = b"", b""
    with package.open(part) as stream:
        while piece := stream.read(_CHUNK):
            if tail:
                tail += piece
                continue
            window = window[-_OVERLAP:] + piece
            if end := _END_OF_ROWS.search(window):
                tail = window[end.end() :] or b" "
    return tail


def find_relations(package: ZipFile, part: str) -> Iterator[tuple[str, str, str]]:
    """(id, type, target) of the relations of a part, targets inside the file as names of parts."""
    folder, name = posixpath.split(part)
    rels = f"{folder}/_rels/{name}.rels"
    if rels not in package.NameToInfo:
        return
    for one in named(read_xml(package, rels), "Relationship"):
        target = one.get("Target", "")
        if one.get("TargetMode") != "External":
            target = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        yield one.get("Id", ""), one.get("Type", ""), target


def _comments(root: ElementTree.Element) -> dict[str, str]:
    """place -> the comment with its author before it."""
    authors = ["".join(author.itertext()).strip() for author in named(root, "author")]
    found = {}
    for comment in named(root, "comment"):
        text = "".join(run.text or "" for run in named(comment, "t"))
        text = _THREADED.sub("", text.replace("_x000D_", "")).strip()
        number = comment.get("authorId", "")
        author = authors[int(number)] if number.isdecimal() and int(number) < len(authors) else ""
        if text and author.lower() not in _NOBODY and not author.startswith("tc=") and not text.startswith(f"{author}:"):
            text = f"{author}: {text}"
        if text:
            found[comment.get("ref", "")] = " ".join(text.split())
    return found


def read_xml(package: ZipFile, part: str) -> ElementTree.Element:
    """A part as a tree."""
    return ElementTree.fromstring(package.read(part))  # noqa: S314 (openfile refuses document types)


def named(root: ElementTree.Element, name: str) -> Iterator[ElementTree.Element]:
    """The elements of a local name, whatever namespace the program wrote."""
    return (element for element in root.iter() if element.tag.rpartition("}")[2] == name)
