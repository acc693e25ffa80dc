"""How much one request to the desk may hold."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

_LAID_OUT = frozenset((".docx", ".pdf"))
DEFAULT_NAME = "pasted.txt"


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes of a text and of a Word or PDF file, and characters of the text that is checked in one go.

    A draft of 300,000 characters is a book of 50,000 words; what is longer belongs to `factledger check`.
    """

    text: int = 5 * 1024 * 1024
    office: int = 25 * 1024 * 1024
    characters: int = 300_000
    query: int = 200

    def of_file(self, name: str) -> int:
        """The most bytes that a file of this name may have."""
        return self.office if PurePath(name).suffix.lower() in _LAID_OUT else self.text


def size_words(count: int) -> str:
    """A number of bytes as a person reads it.

    >>> size_words(5 * 1024 * 1024), size_words(1536)
    ('5 MB', '2 kB')
    """
    mega = 1024 * 1024
    return f"{count / mega:.1f}".removesuffix(".0") + " MB" if count >= mega else f"{max(round(count / 1024), 1)} kB"
