"""A workbook as text, a line a row: what `git diff` shows of ledger.xlsx."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zipfile import BadZipFile

from ledger.errors import LedgerError
from ledger.report.diff_words import clean


def find_sheet_lines(path: Path) -> Iterator[str]:
    """Each sheet's name, then its rows: cells by tabs, empty ends cut. Raises LedgerError for a file that is no workbook."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with path.open("rb") as content:
            book = load_workbook(content, read_only=True, data_only=False)
            for sheet in book.worksheets:
                yield f"== {clean(sheet.title)}"
                for row in sheet.iter_rows(values_only=True):
                    line = "\t".join("" if cell is None else clean(str(cell)) for cell in row).rstrip("\t")
                    if line:
                        yield line
    except (OSError, BadZipFile, InvalidFileException, KeyError, ValueError) as error:
        raise LedgerError(str(path), f"it cannot be read as a workbook ({error})", "Give the ledger.xlsx of a ledger folder") from None
