"""Where the dateline of a block ends: "MANILA, March 13 (Reuters) -", "LISBON (AP) —"."""

from __future__ import annotations

from ledger.sources.tokens import MARK, NUMBER, Block

_LONGEST = 18
_DASHES = frozenset("-–—")
_INSIDE = frozenset((",", ".", "(", ")", "/", "’", "'"))
_LOUD = 3
"""A place of more capitals than these tells a dateline without an agency."""


def dateline_end(block: Block) -> int:
    """The token behind the dateline that opens a block, 0 where none does: capitalised words, a date and an agency before a dash."""
    for at in range(1, min(len(block), _LONGEST)):
        word = block.words[at]
        if word in _DASHES and not (block.glued(at) and at + 1 < len(block) and block.glued(at + 1)):
            opened = block.words[at - 1] == ")" or _is_loud(block, at)
            return _past_dashes(block, at) if opened else 0
        if block.kinds[at] == MARK and word not in _INSIDE:
            return 0
        if block.kinds[at] not in (MARK, NUMBER) and not word[0].isupper():
            return 0
    return 0


def _is_loud(block: Block, end: int) -> bool:
    """True where the words up to the first mark or date are all in capitals: "NEW YORK, Jan. 9"."""
    letters = 0
    for at in range(end):
        if not block.words[at].isupper():
            break
        letters += len(block.words[at])
    return letters > _LOUD


def _past_dashes(block: Block, at: int) -> int:
    while at < len(block) and block.words[at] in _DASHES:
        at += 1
    return at
