"""What earlier builds worked out, by all that it depends on: one SQLite file in the user's cache folder.

SQLite lets two builds use it at once. An entry that does not fit its checksum is as good as none, and so is a file that is no
database: it is made anew. Where the folder cannot be written, a build goes without.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import lru_cache
from hashlib import blake2b, sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from sys import version_info

from ledger.sources import Source

FILE = "extractions.sqlite"
MOST_BYTES = 2_000_000_000
"""Above this the entries that were not used for longest go."""
_KEPT = 0.75
_CHECKSUM = 8
_PATIENCE = 5.0
_DAY = 86_400
_TABLE = "CREATE TABLE IF NOT EXISTS entry (key BLOB PRIMARY KEY, used INTEGER NOT NULL, body BLOB NOT NULL) WITHOUT ROWID"
_PROBE = "SELECT key, used, body FROM entry LIMIT 1"
_READERS = ("regex", "trafilatura", "python-docx", "pypdf", "charset-normalizer", "pint")
"""Libraries whose version may change what is read."""


class ExtractionCache:
    """Packed outcomes by key. Errors of the disk or of the file cost time, never a build.

    `program` is the digest of the code that works them out; without it that of all that reads and extracts.
    """

    def __init__(self, folder: Path, rules_digest: str, program: str = "") -> None:
        self._path = folder / FILE
        self._seed = f"{program or code_digest()} {rules_digest}".encode()
        self._today = int(time.time()) // _DAY
        self._stale: list[bytes] = []
        self._database = self._open() or self._open_anew()

    def key(self, source: Source) -> bytes:
        """What stands for a source, the rules and the program that reads it."""
        return self.key_of((source.article.encode("utf-8", "surrogatepass"), source.form.encode(), source.content))

    def key_of(self, parts: Iterable[bytes]) -> bytes:
        """What stands for some bytes, the rules and the program."""
        digest = blake2b(self._seed, digest_size=20)
        for part in parts:
            digest.update(len(part).to_bytes(8, "big") + part)
        return digest.digest()

    def read(self, key: bytes) -> bytes | None:
        """The outcome kept under a key, or None."""
        if self._database is None:
            return None
        try:
            row = self._database.execute("SELECT used, body FROM entry WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error:
            self._database = self._open_anew()
            return None
        if row is None or not isinstance(row[1], bytes) or _checksum(key, row[1][_CHECKSUM:]) != row[1][:_CHECKSUM]:
            return None
        if row[0] != self._today:
            self._stale.append(key)
        return row[1][_CHECKSUM:]

    def write(self, entries: Iterable[tuple[bytes, bytes]]) -> None:
        """Keeps outcomes by their keys, all of them or none."""
        if self._database is None:
            return
        rows = [(key, self._today, _checksum(key, body) + body) for key, body in entries]
        with suppress(sqlite3.Error), self._database:
            self._database.executemany("INSERT OR REPLACE INTO entry VALUES (?, ?, ?)", rows)

    def close(self) -> None:
        """Marks what was used and drops what is too much."""
        if self._database is None:
            return
        with suppress(sqlite3.Error):
            with self._database:
                self._database.executemany("UPDATE entry SET used = ? WHERE key = ?", [(self._today, key) for key in self._stale])
            if _size(self._database) > MOST_BYTES:
                self._shrink(self._database)
        with suppress(sqlite3.Error):
            self._database.close()
        self._database = None

    def _shrink(self, database: sqlite3.Connection) -> None:
        kept = 0
        sizes = database.execute("SELECT key, length(body) FROM entry ORDER BY used DESC, key").fetchall()
        too_many = []
        for key, size in sizes:
            kept += size
            if kept > _KEPT * MOST_BYTES:
                too_many.append((key,))
        with database:
            database.executemany("DELETE FROM entry WHERE key = ?", too_many)
        database.execute("VACUUM")

    def _open(self) -> sqlite3.Connection | None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            database = sqlite3.connect(self._path, timeout=_PATIENCE)
            database.execute("PRAGMA journal_mode = WAL")
            database.execute("PRAGMA synchronous = OFF")  # a cache that a power cut spoils is made anew
            with database:
                database.execute(_TABLE)
            database.execute(_PROBE).fetchone()
        except (sqlite3.Error, OSError):
            return None
        return database

    def _open_anew(self) -> sqlite3.Connection | None:
        """The database made anew where the file is none; a database that is only busy is left alone."""
        if _is_sound(self._path):
            return None
        for suffix in ("", "-wal", "-shm"):
            with suppress(OSError):
                self._path.with_name(self._path.name + suffix).unlink()
        return self._open()


def _is_sound(path: Path) -> bool:
    """True for a database that can be read, and where nothing can be said because another build holds it."""
    try:
        database = sqlite3.connect(path, timeout=_PATIENCE)
        try:
            database.execute(_PROBE).fetchone()
            return bool(database.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
        finally:
            database.close()
    except sqlite3.Error as error:
        return error.sqlite_errorcode in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _size(database: sqlite3.Connection) -> int:
    pages, page = (int(database.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("page_count", "page_size"))
    return pages * page


def _checksum(key: bytes, body: bytes) -> bytes:
    return blake2b(body, digest_size=_CHECKSUM, key=key).digest()


def code_digest() -> str:
    """sha256 over the sources of all that reads and extracts, and over the versions of what they rest on."""
    return _digest(_code_files(Path(__file__).resolve().parent.parent))


def _digest(paths: Iterable[Path]) -> str:
    package = Path(__file__).resolve().parent.parent
    digest = sha256(f"{version_info[:2]} {[_version(name) for name in _READERS]}".encode())
    for path in sorted(paths):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(package).as_posix()} {len(content)} ".encode() + content)
    return digest.hexdigest()


@lru_cache(maxsize=1)
def program_digest() -> str:
    """sha256 over the sources of the whole program, and over the versions of what it rests on."""
    return _digest(Path(__file__).resolve().parent.parent.rglob("*.py"))


def _code_files(package: Path) -> Sequence[Path]:
    rooms = [path for room in ("pack", "sources", "extract") for path in (package / room).glob("*.py")]
    engine = package / "engine"
    return sorted([*rooms, package / "model.py", package / "interval.py", engine / "packed.py", engine / "work.py"])


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
