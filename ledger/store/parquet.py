"""Large tables as Parquet: the columns of the csv file, in its order, its cells as text but for whole numbers.

Magnitudes stay text, plain decimals, since no number type of Parquet holds every one of them exactly.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from ledger.errors import LedgerError
from ledger.store.columns import TABLES, WHOLE_NUMBERS

LARGE = ("claims", "facts", "coverage", "links")
"""The tables that grow with the mentions, which `--tables parquet` writes in this form."""
SUFFIX = ".parquet"
_INSTALL = 'Install it: pip install "fact-ledger[tables]"'


def _pyarrow(where: str) -> tuple[ModuleType, ModuleType]:
    """pyarrow and its Parquet part, which few need; raises LedgerError where they are not installed."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise LedgerError(where, f"Parquet needs pyarrow, which is not installed ({error})", _INSTALL) from error
    return pyarrow, pyarrow.parquet


def require_parquet() -> None:
    """Raises LedgerError where Parquet cannot be written."""
    _pyarrow("--tables")


def write_parquet(path: Path, chunks: Iterable[Sequence[Sequence[str]]]) -> Iterator[Sequence[Sequence[str]]]:
    """Writes chunks of rows, each as a row group, and hands them on."""
    arrow, parquet = _pyarrow(str(path))
    columns = TABLES[path.stem]
    whole = [column in WHOLE_NUMBERS for column in columns]
    types = [arrow.int64() if one else arrow.string() for one in whole]
    schema = arrow.schema([arrow.field(column, kind, nullable=False) for column, kind in zip(columns, types, strict=True)])
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        for chunk in chunks:
            cells: Iterable[Sequence[Any]] = zip(*chunk, strict=True) if chunk else [()] * len(columns)
            arrays = [
                arrow.array([int(cell) for cell in column] if one else [_sound(cell) for cell in column], kind)
                for column, one, kind in zip(cells, whole, types, strict=True)
            ]
            writer.write_table(arrow.Table.from_arrays(arrays, schema=schema))
            yield chunk


def read_parquet(path: Path, columns: Sequence[str]) -> list[list[str]]:
    """The rows of a file, their cells in the order of `columns`; raises LedgerError where it cannot be read or lacks one of them."""
    arrow, parquet = _pyarrow(str(path))
    todo = "Run `factledger build` again to write the folder anew"
    try:
        with parquet.ParquetFile(path) as file:
            missing = [column for column in columns if column not in file.schema_arrow.names]
            if missing:
                raise LedgerError(str(path), f"column {', '.join(missing)} is missing", todo)
            table = file.read(columns=list(columns))
    except (arrow.ArrowException, OSError) as error:
        raise LedgerError(str(path), f"the file is no Parquet file that can be read ({type(error).__name__})", todo) from error
    cells = [table.column(column).to_pylist() for column in columns]
    return [[cell if isinstance(cell, str) else str(cell) for cell in row] for row in zip(*cells, strict=True)]


def _sound(cell: str) -> str:
    """The cell, half a surrogate pair in it replaced as in the csv file."""
    return cell if cell.isascii() else cell.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
