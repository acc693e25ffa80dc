"""The workbook as one file: openpyxl's frame with our rows set in, and the same bytes on every build."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import canonicalize
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook

from ledger.report.workbook.sheetxml import SheetXml

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest moment a zip file can name: no clock reaches the file."""
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CLAIMED_MAKER = re.compile(r"<Application>[^<]*</Application>(?:<AppVersion>[^<]*</AppVersion>)?")
MAKER = "<Application>factledger</Application>"
"""openpyxl signs for Excel; the file says who made it, and so whether somebody has saved it since."""
_STAMP = re.compile(r"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")
_ROWS = re.compile(rb"<sheetData></sheetData>")
_DIMENSION = re.compile(rb'<dimension ref="[^"]*"></dimension>')
_AFTER_LINKS = re.compile(rb"<(?:printOptions|pageMargins|pageSetup|headerFooter|drawing|legacyDrawing|tableParts)\b|</worksheet>")
_AFTER_ERRORS = re.compile(rb"<(?:drawing|legacyDrawing|tableParts)\b|</worksheet>")


def pack_workbook(workbook: Workbook, grids: Mapping[str, SheetXml]) -> bytes:
    """The bytes of the file: the frame as openpyxl saves it, with the rows of each grid in the sheet of that title."""
    frame = io.BytesIO()
    workbook.save(frame)
    parts = {f"xl/worksheets/sheet{number}.xml": sheet.title for number, sheet in enumerate(workbook.worksheets, start=1)}
    packed = io.BytesIO()
    with ZipFile(frame) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = _normal(source.read(name))
            grid = grids.get(parts.get(name, ""))
            if grid is None:
                _write(target, name, iter((content,)))
                continue
            _write(target, name, _sheet(content, grid))
            if relations := grid.relations():
                _write(target, name.replace("worksheets/", "worksheets/_rels/") + ".rels", iter((relations.encode(),)))
    return packed.getvalue()


def _normal(content: bytes) -> bytes:
    """A part in canonical XML without the moment of saving: openpyxl's two XML writers, with lxml and without, differ in their
    blanks, empty elements and places of namespaces."""
    canonical = _CLAIMED_MAKER.sub(MAKER, canonicalize(content.decode("utf-8")))
    return _DECLARATION + _STAMP.sub(r"\g<1>1980-01-01T00:00:00Z\g<3>", canonical).encode()


def _sheet(content: bytes, grid: SheetXml) -> Iterator[bytes]:
    """The part of a sheet with its rows; links and notes come after them, in the order that the format lays down."""
    found = _ROWS.search(content)
    if found is None:
        raise ValueError("the sheet has no empty place for rows")
    yield _DIMENSION.sub(f'<dimension ref="{grid.dimension}"/>'.encode(), content[: found.start()])
    for piece in grid.rows():
        yield piece.encode()
    tail = _insert(content[found.end() :], _AFTER_LINKS, grid.links())
    yield _insert(tail, _AFTER_ERRORS, grid.ignored_errors())


def _insert(tail: bytes, before: re.Pattern[bytes], piece: str) -> bytes:
    found = before.search(tail)
    at = found.start() if found else len(tail)
    return tail[:at] + piece.encode() + tail[at:]


def _write(target: ZipFile, name: str, pieces: Iterator[bytes]) -> None:
    info = ZipInfo(name, _EPOCH)
    info.compress_type = ZIP_DEFLATED
    info.create_system = 3
    info.external_attr = 0o644 << 16
    with target.open(info, "w") as part:
        for piece in pieces:
            part.write(piece)
