"""Bytes to text, in any encoding a newsroom meets; line ends and everything else stay as they are."""

from __future__ import annotations

import codecs
import re

from ledger.sources.languages import find_language

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
    b"\x7fELF",
    b"MZ\x90\x00",
    b"SQLite format",
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROLS = 0.002
_MOST_ACCENTED = 0.3
_SAMPLE = 20000


def decode_text(content: bytes) -> str | None:
    """The text of a file without its byte order mark, or None where the bytes are no text.

    UTF-8 and UTF-16 are told by their form, windows-1252 and 1258 by what their letters then spell, others by charset-normalizer.
    """
    if content.startswith(_MAGIC):
        return None
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _sound(_decoded(content, encoding))
    if b"\x00" in content[:_SAMPLE]:
        return _sound(_wide(content))
    text = _decoded(content, "utf-8")
    if text is None and _is_cut_utf8(content):
        text = content.decode("utf-8", "replace")
    return _sound(text if text is not None else _narrow(content))


def _decoded(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _sound(text: str | None) -> str | None:
    """The text, or None where it holds more control characters than a slip of the keyboard explains."""
    if text is None or len(_CONTROLS.findall(text)) > 1 + _MOST_CONTROLS * len(text):
        return None
    return text


def _is_cut_utf8(content: bytes) -> bool:
    """True for UTF-8 with a few broken characters: most of its bytes above 127 stand in whole sequences."""
    text = content.decode("utf-8", "replace")
    broken = text.count("�")
    whole = sum(char > "\x7f" for char in text) - broken
    return broken * 20 < whole


def _wide(content: bytes) -> str | None:
    """UTF-16 without its mark: the empty bytes of Latin text all stand on one side."""
    sample = content[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) < 0.3 * len(sample) / 2 or min(even, odd) > 0.05 * max(even, odd):
        return None
    return _decoded(content, "utf-16-be" if even > odd else "utf-16-le")


def _narrow(content: bytes) -> str | None:
    """One byte a character: a windows code page of Latin letters where it spells such a text, else what charset-normalizer finds."""
    western, vietnamese = _decoded(content, "cp1252"), _decoded(content, "cp1258")
    if vietnamese is not None and find_language(vietnamese) == "vi":
        return vietnamese
    if western is not None and _spells(western):
        return western
    from charset_normalizer import from_bytes  # slow to import, and rarely asked

    best = from_bytes(content).best()
    return str(best) if best is not None else western


def _spells(text: str) -> bool:
    """True where accented letters are as rare as in a western European language, and no sign stands inside a word."""
    letters = sum(map(str.isalpha, text[:_SAMPLE]))
    accented = sum(char > "\x7f" and char.isalpha() for char in text[:_SAMPLE])
    odd = len(re.findall(r"[A-Za-z][¡-¿×÷†‡ˆ˜][A-Za-z]", text[:_SAMPLE]))
    return accented <= _MOST_ACCENTED * letters and odd <= 1 + letters // 500
