"""Sentences of a tokenised block: token ranges in order, without gaps.

Only tokens that can end a sentence are looked at, so the cost follows the full stops of a text and not its length.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Protocol

from ledger.sources.tokens import NUMBER, WORD, Block

_ENDERS = ".!?…"
_CLOSERS = frozenset("”’»)]}\"'")
_QUOTES = frozenset("”’»\"'")
_OPENERS = frozenset("“‘«([{\"'")
_CONTINUES = frozenset(",;:/%")
_LONGEST_WHOLE = 3
"""Digits before a point that stands apart: more of them are a year at the end of a sentence."""
_NONE: frozenset[str] = frozenset()


class RuleLike(Protocol):
    """What is needed of a rule of the pack."""

    @property
    def fields(self) -> Mapping[str, Any]: ...


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """The words that decide whether a full stop ends a sentence (rules/en/sentences.toml), without the final stop.

    A word in lower case holds in any case, a capitalised one only as written: "Ill" is Illinois, "ill" is not.
    """

    before_name: frozenset[str] = _NONE
    """Never ends a sentence before a capitalised word: Dr., Gen., vs."""
    before_number: frozenset[str] = _NONE
    """Never ends a sentence before a number: No. 59, Feb. 14."""
    may_end: frozenset[str] = _NONE
    """Ends a sentence only before a word that usually begins one: Inc., Corp., U.S."""
    clock: frozenset[str] = _NONE
    """Ends a sentence before any capitalised word but a weekday, a month or a time zone: a.m., p.m."""
    calendar: frozenset[str] = _NONE
    """Weekdays, months and time zones."""
    starters: frozenset[str] = _NONE
    """Words that usually begin a sentence where they are capitalised: The, He, In."""
    sayers: frozenset[str] = _NONE
    """Verbs of saying, which carry on after a closing quotation mark."""
    domains: frozenset[str] = _NONE
    """Ends of addresses and file names, which stand glued to a full stop: com, org, jpg."""
    marked_names: frozenset[str] = _NONE
    """Names that end in a mark of their own: Yahoo!"""


def make_sentence_words(rules: Iterable[RuleLike]) -> SentenceWords:
    """The word classes of the rules of rules/en/sentences.toml; each rule gives `words` to one class."""
    classes: dict[str, set[str]] = {field.name: set() for field in fields(SentenceWords)}
    for rule in rules:
        classes[rule.fields["gives"]].update(word.rstrip(".") for word in rule.fields["words"])
    return SentenceWords(**{name: frozenset(words) for name, words in classes.items()})


def mark_sentences(block: Block, abbreviations: SentenceWords | frozenset[str]) -> None:
    """Set `block.sentences`: half-open token ranges, in order, without gaps. A bare set of abbreviations is taken as titles."""
    words = abbreviations if isinstance(abbreviations, SentenceWords) else SentenceWords(before_name=abbreviations)
    count = len(block.words)
    ranges: list[tuple[int, int]] = []
    first = following = 0
    for token, word in enumerate(block.words):
        if word[-1] not in _ENDERS or token < following:
            continue
        following = _after_marks(block, token)
        if following < count and _ends(block, token, first, following, words):
            ranges.append((first, following))
            first = following
    if first < count or not ranges:
        ranges.append((first, count))
    block.sentences = ranges


def _after_marks(block: Block, token: int) -> int:
    """The first token after the stop at `token` and the stops, quotation marks and brackets that close with it."""
    texts, starts, ends, count = block.words, block.starts, block.ends, len(block.words)
    following = token + 1
    while following < count:
        mark = texts[following]
        glued = starts[following] == ends[following - 1]
        if not (mark in _CLOSERS and (glued or mark in "”»")) and not (mark in _ENDERS and glued):
            break
        following += 1
    return following


def _ends(block: Block, token: int, first: int, following: int, words: SentenceWords) -> bool:
    """Whether the sentence that began at `first` ends with the marks from `token` on, before `following`."""
    if block.glued(following):
        return _runs_together(block, token, following, words)
    closed = [mark for mark in block.words[token + 1 : following] if mark in _CLOSERS]
    return _splits(block, token, first, following, closed, words)


def _runs_together(block: Block, token: int, following: int, words: SentenceWords) -> bool:
    """True where a space is missing between two sentences: "ended.The minister", not "vnexpress.net" or "Node.Js"."""
    if block.words[token] not in _ENDERS or token == 0 or not block.glued(token):
        return False
    before, after = block.words[token - 1], block.words[following]
    if block.kinds[following] != WORD or not after[0].isupper() or block.lows[following] in words.domains:
        return after in _OPENERS and after not in _CLOSERS and before[-1].islower() and len(before) > 2
    if len(after) == 1 and (after not in "AI" or _is_initial(block, following)):
        return False
    if len(after) > 1 and not after[1].islower() and after[1] not in "'’":
        return False
    if block.kinds[token - 1] == WORD:
        written = before[-1].islower() and len(before) > 1 and not _in_address(block, token - 1, following)
        return written and block.lows[token - 1] not in words.before_name
    return before[-1].isdigit() or before in _CLOSERS or following > token + 1


def _in_address(block: Block, before: int, following: int) -> bool:
    """True where a word glued by a full stop is part of an address: www.Example.com, press@Ministry.Gov."""
    if block.glued(before) and block.words[before - 1] in "@/_.":
        return True
    after = following + 1
    return after < len(block) and block.glued(after) and block.words[after] in "@/_"


def _splits(block: Block, token: int, first: int, following: int, closed: Sequence[str], words: SentenceWords) -> bool:
    """Whether a new sentence begins at `following`, a space after the mark at `token`."""
    after, kind = block.words[following], block.kinds[following]
    if after in _CONTINUES or (after in _CLOSERS and after not in _OPENERS):
        return False
    if kind == NUMBER and _is_decimal_point(block, token):
        return False
    if kind == WORD and not _capitalised(after):
        return False
    quoted = any(mark in _QUOTES for mark in closed)
    mark = block.words[token]
    if mark in "!?":
        if quoted and block.lows[following] not in words.starters and _said(block, following, words):
            return False
        return token == 0 or block.lows[token - 1] not in words.marked_names or block.lows[following] in words.starters
    if quoted or mark == "…" or following > token + 1 + len(closed):
        return True
    return not _abbreviated(block, token, first, following, words)


def _is_decimal_point(block: Block, token: int) -> bool:
    """True for the stop of "59 . 2 %", set apart as every token of its text is; not of "in 1987 . 2 people"."""
    if block.words[token] != "." or token == 0 or block.glued(token) or block.kinds[token - 1] != NUMBER:
        return False
    return len(block.words[token - 1]) <= _LONGEST_WHOLE and block.words[token + 1].isdecimal()


def _capitalised(word: str) -> bool:
    """True for The, NATO and iPhone; also for letters that have no case."""
    return word != word.lower() or word == word.upper()


def _said(block: Block, following: int, words: SentenceWords) -> bool:
    """True where a capitalised name and then a verb of saying come next: '"Really?" Ms Smith said'."""
    for token in range(following, min(following + 6, len(block))):
        if block.lows[token] in words.sayers:
            return token > following
        if block.kinds[token] == WORD and not block.words[token][0].isupper():
            return False
    return False


def _abbreviated(block: Block, token: int, first: int, following: int, words: SentenceWords) -> bool:
    """True where the stop at `token` belongs to an abbreviation, an initial or a list mark, and the sentence goes on."""
    mark_is_word = block.kinds[token] == WORD
    if not mark_is_word and (token == first or not block.glued(token)):
        return False
    stem = token if mark_is_word else token - 1
    low = block.lows[stem].rstrip(".")
    if block.kinds[following] == NUMBER or block.words[following] in "$€£¥₫":
        return _before_number(block, stem, first, low, words)
    if block.kinds[stem] == NUMBER:
        return stem == first
    starts_one = block.lows[following] in words.starters and not _is_initial(block, following)
    if low in words.clock:
        return block.lows[following].rstrip(".") in words.calendar
    if _listed(block, stem, words.before_name):
        return True
    if low in words.before_number and low not in words.calendar:
        return _is_label(block.words[following])
    if mark_is_word or _listed(block, stem, words.may_end) or _is_initial(block, stem):
        return not starts_one and block.words[following] not in _OPENERS - {"("}
    return False


def _listed(block: Block, token: int, words: frozenset[str]) -> bool:
    """True where a word list holds the token, in lower case or as written."""
    return block.lows[token].rstrip(".") in words or block.words[token].rstrip(".") in words


def _before_number(block: Block, stem: int, first: int, low: str, words: SentenceWords) -> bool:
    """True where a stop before a number does not end the sentence: "No. 59", "Feb. 14", "1. 5 people"; "in 2025. 17 countries" ends."""
    if block.kinds[stem] == NUMBER:
        return stem == first
    return low in words.before_number or _listed(block, stem, words.before_name) or _listed(block, stem, words.may_end)


def _is_initial(block: Block, token: int) -> bool:
    """True for a single capital followed by a full stop: the J of "J. K. Rowling"."""
    word = block.words[token]
    after = token + 1
    return len(word) == 1 and word.isupper() and after < len(block) and block.words[after] == "." and block.glued(after)


def _is_label(word: str) -> bool:
    """True for a label in letters that stands for a number: the A of "No. A", IV."""
    return len(word) == 1 or (word.isupper() and set(word) <= set("IVXLC"))


def sentence_texts(block: Block) -> Sequence[str]:
    """The sentences of a marked block as they stand in its text."""
    return [block.text[block.starts[first] : block.ends[last - 1]] for first, last in block.sentences if last > first]
