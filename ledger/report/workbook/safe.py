"""Text made safe for a cell: every character visible, nothing that a spreadsheet could run, nothing longer than a cell holds."""

from __future__ import annotations

import re

LONGEST = 32_767
"""The characters that a cell holds (UTF-16 units)."""

_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]|_(?=x[0-9A-Fa-f]{4}_)")
_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_RUNS = tuple("=+-@\t\r\n")
_CUT = " … [cut here: {0:,} characters in all, the whole text is in the csv table]"


def is_plain(text: str) -> bool:
    """True for a text that `visible` and `cut` surely leave as it is, which is most of them."""
    return text.isprintable() and "_x" not in text and len(text) * 2 <= LONGEST


def visible(text: str) -> str:
    """The text with control characters as their pictures and half characters as U+FFFD.

    A low line that would start an escape of the file format (`_x0041_` is shown as A) is escaped itself.

    >>> visible("a\\x00b"), visible("a\\u202eb"), visible("_x0041_")
    ('a␀b', 'a⟨U+202E⟩b', '_x005F_x0041_')
    """
    if text.isprintable() and "_x" not in text:  # what is looked for is neither, but for the low line
        return text
    return _ODD.sub(_picture, text)


def _picture(match: re.Match[str]) -> str:
    character = match[0]
    code = ord(character)
    if character == "_":
        return "_x005F_"
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    return "\ufffd" if code > 0x2FFF else f"⟨U+{code:04X}⟩"


def is_runnable(text: str) -> bool:
    """True where a spreadsheet would take the text, typed by hand, for a formula or a command: = + - @ tab or a line break first."""
    return text.startswith(_RUNS)


def cut(text: str, room: int = LONGEST) -> str:
    """The text, or its beginning and a mark that says how long it is, where it does not fit into `room`."""
    if len(text) * 2 <= room or _units(text) <= room:
        return text
    mark = _CUT.format(len(text))
    kept = text[: room - len(mark)]
    while _units(kept) > room - len(mark):
        kept = kept[: len(kept) - max(1, (_units(kept) - room + len(mark)) // 2)]
    return kept + mark


def _units(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)


def markup(text: str) -> str:
    """The text for an XML element."""
    return text.translate(_MARKUP) if "&" in text or "<" in text or ">" in text else text
