"""Judges the patterns that rules bring: valid for the `regex` library, and with every repeat bounded."""

from __future__ import annotations

import re

_PIECE = re.compile(
    r"""
    (?P<escape>  \\. )
  | (?P<open>    \[\^?\]? )
  | (?P<close>   \] )
  | (?P<count>   \{\d{0,9},\} )
  | (?P<repeat>  [*+] )
  | (?P<suffix>  \{\d{1,9}(?:,\d{1,9})?\} | \? )
  | (?P<other>   . )
    """,
    re.VERBOSE | re.DOTALL,
)


def pattern_fault(pattern: str) -> str:
    """Why the pattern may not be used, or ""."""
    import regex  # half of the loader's import time, and needed only where no cache stands

    try:
        regex.compile(pattern)
    except (regex.error, ValueError, OverflowError) as error:
        return f"is not a valid pattern: {error}"
    repeat = unbounded_repeat(pattern)
    if repeat:
        return f"repeats without bound ({repeat}): write how often at most, such as {{0,40}}, so that the time stays linear"
    return ""


def unbounded_repeat(pattern: str) -> str:
    """The first repeat without an upper bound (`*`, `+`, `{2,}`), or ""; a possessive or lazy mark is none."""
    inside, before = False, "other"
    for piece in _PIECE.finditer(pattern):
        kind = str(piece.lastgroup)
        if inside:
            inside, before = kind != "close", "other"
            continue
        if kind == "count" or (kind == "repeat" and before != "suffix"):
            return piece[0]
        inside, before = kind == "open", kind
    return ""
