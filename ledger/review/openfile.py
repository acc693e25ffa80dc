"""A returned file, looked at before it is opened: an xlsx workbook of a bearable size, or a clear error."""

from __future__ import annotations

import io
import zlib
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from ledger.errors import LedgerError

_MOST_BYTES = 400_000_000
_MOST_UNPACKED = 2_000_000_000
_MOST_PARTS = 5_000
_MOST_TIMES, _SMALL = 300, 50_000_000
"""A part may unpack to 300 times its size; a small one to anything: repeated blanks pack very well."""
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE = "Open it in a spreadsheet program, save it as xlsx, and import that file"
_AGAIN = "Ask for the file again; the reviews are as they were"
_CHUNK = 1 << 20


def open_package(path: Path) -> ZipFile:
    """The parts of an xlsx file, read whole into memory and found sound; raises LedgerError for anything else."""
    content = _read(path)
    if content[:8] == _COMPOUND:
        todo = f"Take the password off, or where it is an old xls: {_SAVE}"
        raise LedgerError(str(path), "the file is protected by a password, or is an xls of before 2007", todo)
    if not content.startswith(b"PK"):
        raise LedgerError(str(path), _guess(content), _SAVE)
    try:
        package = ZipFile(io.BytesIO(content))
        _require_workbook(path, package)
        _require_bearable(path, package)
        _require_whole(path, package)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        raise LedgerError(str(path), f"the file is damaged or cut short ({error})", _AGAIN) from None
    except RuntimeError:
        raise LedgerError(str(path), "parts of the file are protected by a password", "Take the password off and import it again") from None
    return package


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise LedgerError(str(path), f"the file is larger than {_MOST_BYTES // 1_000_000} MB, no ledger's workbook is", _AGAIN)
        content = path.read_bytes()
    except OSError as error:
        raise LedgerError(str(path), f"the file cannot be read ({error.strerror})", "Check the path and its permissions") from None
    if not content:
        raise LedgerError(str(path), "the file is empty", _AGAIN)
    return content


def _guess(content: bytes) -> str:
    """What a file that is no zip seems to be."""
    start = content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start[:1] == b"<":
        return "the file is a web page or XML, not an xlsx workbook, whatever its name says"
    if b"\0" not in start and any(sign in start for sign in (b",", b";", b"\t")):
        return "the file is text, as a csv, not an xlsx workbook, whatever its name says"
    return "the file is no xlsx workbook"


def _require_workbook(path: Path, package: ZipFile) -> None:
    names = set(package.namelist())
    if "xl/workbook.bin" in names:
        raise LedgerError(str(path), "the file is a binary workbook (xlsb)", _SAVE)
    if "content.xml" in names and "mimetype" in names:
        raise LedgerError(str(path), "the file is an OpenDocument sheet (ods)", _SAVE)
    if "xl/workbook.xml" not in names:
        raise LedgerError(str(path), "the file is a zip archive without a workbook in it", _SAVE)


def _require_bearable(path: Path, package: ZipFile) -> None:
    """Raises LedgerError for a file that would fill the memory; the sizes stated are those that zip lets out, no byte more."""
    parts = package.infolist()
    blown = [part for part in parts if part.file_size > max(_SMALL, _MOST_TIMES * part.compress_size)]
    if len(parts) > _MOST_PARTS or blown or sum(part.file_size for part in parts) > _MOST_UNPACKED:
        size = sum(part.file_size for part in parts) // 1_000_000
        found = f"the file unpacks to {size:,} MB in {len(parts):,} parts, no ledger's workbook does"
        raise LedgerError(str(path), found, "Do not open it; ask who sent it for the file again")


def _require_whole(path: Path, package: ZipFile) -> None:
    """Reads every part once, without keeping it: a broken one is found before anything is merged. A document type, by which
    XML can be made to grow without bound, stands in no workbook."""
    for part in package.infolist():
        with package.open(part) as stream:
            start = stream.read(_CHUNK)
            if b"<!DOCTYPE" in start[:4096] or b"<!ENTITY" in start:
                found = f"{part.filename} declares a document type, no workbook does"
                raise LedgerError(str(path), found, "Do not open it; ask who sent it for the file again")
            while stream.read(_CHUNK):
                pass
