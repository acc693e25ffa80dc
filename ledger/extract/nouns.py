"""What a number counts: the noun phrase behind it, its head, and the class of that head."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ledger.pack import RulePack
from ledger.sources.tokens import MARK, NUMBER, WORD, Block

_HYPHENS = frozenset("-‐‑")
_LONGEST = 9
_TIME_MARKS = frozenset(("last", "next", "this", "yesterday", "today", "tomorrow", "ago", "tonight"))


@dataclass(slots=True)
class NounLexicon:
    """Noun classes and the word lists that tell where a noun phrase ends."""

    classes: dict[str, str] = field(default_factory=dict)
    """singular noun -> class ("" for a common noun without class)"""
    plurals: dict[str, str] = field(default_factory=dict)
    """irregular plural -> singular"""
    modifiers: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    function: frozenset[str] = frozenset()
    collective: frozenset[str] = frozenset()
    """Nouns that stand in the singular after a number: staff, personnel, aircraft, dead, injured."""
    containers: frozenset[str] = frozenset()
    """Heads that are named by what follows "of": members, kinds, pieces, rounds."""
    idle: frozenset[str] = frozenset()
    attributive: frozenset[str] = frozenset()
    """Plural forms that stand before another noun: sales, sports, arms."""
    _cache: dict[str, str] = field(default_factory=dict)

    def singular(self, low: str) -> str:
        """The singular of a lower-case noun; the word itself where it is none."""
        known = self.plurals.get(low)
        if known is not None:
            return known
        cached = self._cache.get(low)
        if cached is None:
            cached = self._cache[low] = self._singular(low)
        return cached

    def _singular(self, low: str) -> str:
        if len(low) < 3 or not low.endswith("s") or low.endswith(("ss", "us", "is", "'s", "’s")) or low in self.classes:
            return low
        if low.endswith("ies") and len(low) > 4:
            return low[:-1] if low[:-1] in self.classes else low[:-3] + "y"
        if low.endswith("ves"):
            for ending in ("f", "fe"):
                if low[:-3] + ending in self.classes:
                    return low[:-3] + ending
        if low.endswith("uses") and len(low) > 5 and low[:-1] not in self.classes:
            return low[:-2]
        if low.endswith("es"):
            if low[:-1] in self.classes:
                return low[:-1]
            if low[:-2] in self.classes or low.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
                return low[:-2]
        return low[:-1]

    def is_plural(self, low: str) -> bool:
        """True for a plural noun by its form or the table of irregulars."""
        if low in self.plurals:
            return True
        if len(low) < 3 or not low.endswith("s") or low.endswith(("ss", "us", "is", "'s", "’s")) or low in self.function:
            return False
        if low in self.classes or low in self.modifiers:
            return False
        return low not in self.verbs or self._singular(low) in self.classes

    def class_of(self, low: str) -> str:
        """The class of a noun in either number, or ""."""
        return self.classes.get(low) or self.classes.get(self.singular(low), "")

    def is_noun(self, low: str) -> bool:
        return low in self.classes or low in self.plurals or low in self.collective or self.singular(low) in self.classes


def make_noun_lexicon(pack: RulePack) -> NounLexicon:
    """The word lists of the pack's `entities` rules: classes by `nouns`, the others by rule id."""
    lexicon = NounLexicon()
    lists: dict[str, set[str]] = {name: set() for name in ("modifiers", "verbs", "function", "collective", "containers", "idle", "attributive")}
    for rule in pack.rules.get("entities", ()):
        fields: Any = rule.fields
        if "irregular" in fields:
            lexicon.plurals.update(fields["irregular"])
        elif rule.id in lists:
            lists[rule.id].update(fields["words"])
        else:
            name = "" if rule.id == "common" else rule.id
            for noun in fields.get("nouns", ()):
                if name or noun not in lexicon.classes:
                    lexicon.classes[noun] = name
    for name, words in lists.items():
        setattr(lexicon, name, frozenset(words))
    return lexicon


@dataclass(slots=True)
class NounPhrase:
    """Tokens `first` to `last` (half-open) and the head's token; `tail` is the end with an "of" phrase, where it names the thing."""

    first: int
    last: int
    head: int
    tail: int


def find_noun_phrase(block: Block, at: int, end: int, lexicon: NounLexicon, *, single: bool, hyphen: bool = False) -> NounPhrase | None:
    """The counted noun phrase that starts at token `at` and ends before token `end`; None where no noun follows.

    `single` looks for a singular head (one, or the noun of a hyphen compound); otherwise the first plural is the head.
    """
    if hyphen:
        return _compound_noun(block, at, end, lexicon)
    first, last, head = at, at, -1
    i, stop = at, min(end, at + _LONGEST)
    lows, kinds, words = block.lows, block.kinds, block.words
    nounish = -1
    while i < stop:
        low = lows[i]
        kind = kinds[i]
        if kind == MARK:
            if low in _HYPHENS and i > at and i + 1 < stop and block.glued(i) and block.glued(i + 1):
                i += 1
                continue
            if low in _HYPHENS and i > at and i + 1 < stop and block.glued(i):
                i += 1
                continue
            if low == "&" and i + 1 < stop and words[i + 1][0].isupper():
                i += 1
                continue
            if low == "," and i + 2 < stop and _adjective_list(lows, i, lexicon):
                i += 1
                continue
            if low in "\"“'‘" and i == at and i + 1 < stop:
                i += 1
                first = i
                continue
            break
        if kind == NUMBER:
            if i + 1 < stop and (lows[i + 1] in _HYPHENS or kinds[i + 1] == WORD and i > at and lexicon.is_plural(lows[i + 1]) or nounish < 0 and kinds[i + 1] == WORD and i > at and not lexicon.is_plural(lows[i + 1])):
                i += 1
                continue
            if i > at and words[i - 1][:1].isupper() and i + 1 < stop and block.glued(i + 1) and lows[i + 1] == "s":
                head, last = i + 1, i + 2
            break
        if len(low) == 1 and words[i].isupper() and i + 1 < stop and kinds[i + 1] == NUMBER and block.glued(i + 1):
            i += 2  # "G20 members"
            continue
        if low in _TIME_MARKS:
            if i == at:
                return None
            break
        if low in lexicon.function or len(low) == 1:
            names = i > at and i + 2 < stop and words[i - 1][0].isupper() and words[i + 1][0].isupper() and lexicon.is_plural(lows[i + 2]) and words[i + 2].islower()
            if not (low in ("and", "or") and i > at and i + 2 <= stop and (names or nounish < 0 and _coordinated(lows, i, lexicon))):
                break
            i += 1
            continue
        glued_next = i + 1 < stop and lows[i + 1] in _HYPHENS and block.glued(i + 1) and i + 2 < stop and block.glued(i + 2)
        if glued_next:
            i += 2
            nounish = nounish if i >= stop else nounish
            if i < stop and kinds[i] == WORD and lexicon.is_plural(lows[i]) and not single:
                head, last = i, i + 1
                break
            i += 1
            continue
        possessive = low.endswith(("'s", "’s", "s’", "s'"))
        if possessive:
            if i == at:
                return None
            i += 1
            continue
        if not single and lexicon.is_plural(low):
            head, last = i, i + 1
            if i + 1 < stop and kinds[i + 1] == WORD and lexicon.is_plural(lows[i + 1]) and lows[i + 1] not in lexicon.verbs and lexicon.is_noun(lows[i + 1]) and words[i + 1].islower():
                i += 1
                continue
            if low in lexicon.attributive and i + 1 < stop and kinds[i + 1] == WORD and lexicon.is_noun(lows[i + 1]) and lows[i + 1] not in lexicon.function:
                i += 1
                continue
            if i + 1 < stop and kinds[i + 1] == WORD and words[i][0].isupper() and lexicon.is_plural(lows[i + 1]) and lows[i + 1] not in lexicon.function and (words[i + 1][0].isupper() or lexicon.is_noun(lows[i + 1])):
                i += 1
                continue
            break
        if low in lexicon.collective and not single:
            following = lows[i + 1] if i + 1 < stop else ""
            if not (following and kinds[i + 1] == WORD and (lexicon.is_plural(following)) and following not in lexicon.function):
                head, last = i, i + 1
                break
        if _ends_phrase(block, i, at, stop, lexicon, nounish):
            break
        if low in lexicon.classes:
            nounish = i
        elif low not in lexicon.modifiers:
            nounish = i if nounish < 0 or single else nounish
        i += 1
    if head < 0 and not single and i > at:
        listed = _list_head(block, i, end, lexicon)
        if listed > 0:
            return NounPhrase(first, listed + 1, listed, listed + 1)
    if head < 0:
        head = _singular_head(block, at, i, lexicon, single=single)
        if head < 0:
            return None
        last = head + 1
    return NounPhrase(first, last, head, _of_tail(block, head, end, lexicon))


def _list_head(block: Block, comma: int, end: int, lexicon: NounLexicon) -> int:
    """The plural at the end of "500 trade, investment, and tourism promotion activities"; -1 where the comma ends the phrase."""
    if comma + 2 >= end or block.lows[comma] not in (",", "and", "or"):
        return -1
    joined = block.lows[comma] != ","
    for i in range(comma + 1, min(end, comma + 9)):
        low, kind = block.lows[i], block.kinds[i]
        if kind == WORD and lexicon.is_plural(low) and not (low in lexicon.attributive and i + 1 < end and lexicon.is_noun(block.lows[i + 1])):
            return i if joined else -1
        if low in ("and", "or"):
            joined = True
        elif not (low in ",-" or (kind == WORD and low not in lexicon.function and not (low in lexicon.verbs and not lexicon.is_noun(low)))):
            return -1
    return -1


def _compound_noun(block: Block, at: int, end: int, lexicon: NounLexicon) -> NounPhrase | None:
    """"10-member committee": what stands behind the hyphen is counted."""
    if at >= end or block.kinds[at] != WORD or block.lows[at] in lexicon.function:
        return None
    head = at
    while head + 2 < end and block.lows[head + 1] in _HYPHENS and block.glued(head + 1) and block.kinds[head + 2] == WORD and block.lows[head + 2] not in lexicon.function:
        if block.lows[head + 2] in ("old", "long", "wide", "high", "deep", "tall", "strong", "thick"):
            break
        head += 2
    return NounPhrase(at, head + 1, head, head + 1)


def _adjective_list(lows: list[str], comma: int, lexicon: NounLexicon) -> bool:
    return lows[comma - 1] in lexicon.modifiers and lows[comma + 1] in lexicon.modifiers


def _coordinated(lows: list[str], conjunction: int, lexicon: NounLexicon) -> bool:
    """"large and small firms", "comprehensive or higher-level partnerships": adjectives joined before their noun."""
    left, right = lows[conjunction - 1], lows[conjunction + 1]
    if _adjectival(left, lexicon) and _adjectival(right, lexicon):
        return True
    return left in lexicon.modifiers and (right in lexicon.modifiers or right not in lexicon.function and lexicon.class_of(right) == "" and not lexicon.is_plural(right))


def _adjectival(low: str, lexicon: NounLexicon) -> bool:
    return low in lexicon.modifiers or low.endswith(("able", "ible", "ful", "ive", "ous", "ical", "ial", "less")) or (low.endswith(("ed", "ing")) and not lexicon.is_noun(low))


def _ends_phrase(block: Block, i: int, at: int, stop: int, lexicon: NounLexicon, nounish: int) -> bool:
    """True where a verb or an adverb breaks the noun phrase off."""
    low = block.lows[i]
    if low.endswith("ly") and low not in lexicon.modifiers and not lexicon.is_noun(low):
        following = block.lows[i + 1] if i + 1 < stop else ""
        return not (following.endswith(("ed", "ing")) or following in lexicon.modifiers)
    if low not in lexicon.verbs or low in lexicon.modifiers:
        return False
    if block.words[i][0].isupper() and i > at:
        return False
    if low in lexicon.classes or lexicon.singular(low) in lexicon.classes:
        # noun or verb: a verb only where a noun phrase stands complete before it, and something follows that a verb could take
        closed = i + 1 >= stop or block.kinds[i + 1] == MARK or (block.lows[i + 1] in lexicon.verbs and not lexicon.is_noun(block.lows[i + 1])) or block.lows[i + 1] in ("of", "by", "in", "and", "or", "at", "since", "between")
        return nounish >= 0 and not closed and not _noun_follows(block, i + 1, stop, lexicon)
    if low.endswith(("ed", "ing", "en")):
        return nounish >= 0 or not _noun_follows(block, i + 1, stop, lexicon)
    return True


def _noun_follows(block: Block, i: int, stop: int, lexicon: NounLexicon) -> bool:
    return i < stop and block.kinds[i] == WORD and block.lows[i] not in lexicon.function and (lexicon.is_noun(block.lows[i]) or lexicon.is_plural(block.lows[i]) or block.lows[i] in lexicon.modifiers)


def _singular_head(block: Block, at: int, stop: int, lexicon: NounLexicon, *, single: bool) -> int:
    """The last noun of a phrase without a plural; -1 where none of its words is known to be a noun (unless one thing is counted)."""
    last_word = -1
    for i in range(stop - 1, at - 1, -1):
        if block.kinds[i] != WORD or (i > at and block.lows[i - 1] in _HYPHENS and i + 1 < stop and block.lows[i + 1] in _HYPHENS):
            continue
        low = block.lows[i]
        if low in lexicon.function or low.endswith(("'s", "’s")):
            continue
        if last_word < 0:
            last_word = i
        if low in lexicon.classes or low in lexicon.collective or low in lexicon.plurals:
            return i
    if last_word < 0:
        return -1
    low = block.lows[last_word]
    if low in lexicon.modifiers or low in lexicon.verbs or low.endswith("ly"):
        return -1
    return last_word if single or block.words[last_word][0].isupper() or stop - at <= 2 else -1


def _of_tail(block: Block, head: int, end: int, lexicon: NounLexicon) -> int:
    """The end of an "of" phrase that names the thing ("members of the Security Council"), else the end of the head."""
    last = head + 1
    if block.lows[head] not in lexicon.containers and lexicon.singular(block.lows[head]) not in lexicon.containers:
        return last
    if last + 1 >= end or block.lows[last] != "of":
        return last
    i = last + 1
    while i < end and block.lows[i] in ("the", "a", "an", "its", "their", "his", "her"):
        i += 1
    start = i
    while i < end and i - start < 6 and block.kinds[i] == WORD and block.lows[i] not in lexicon.function and block.lows[i] not in lexicon.verbs:
        i += 1
        if lexicon.is_plural(block.lows[i - 1]) and not (i < end and block.words[i][:1].isupper()):
            break
    return i if i > start else last


def phrase_text(block: Block, first: int, last: int, head: int, lexicon: NounLexicon, *, keep_case: bool = True) -> str:
    """The phrase without articles, its head in the singular, hyphens and spaces as printed."""
    parts: list[str] = []
    for i in range(first, last):
        low = block.lows[i]
        if low in ("the", "a", "an", "\"", "“", "”"):
            continue
        word = _cased(block.words[i], low) if keep_case else low
        if i == head:
            word = _singular_cased(word, lexicon)
        glue = "" if not parts or (block.glued(i) and i > first) else " "
        parts.append(glue + word)
    return "".join(parts).strip(" -‐‑")


def _cased(word: str, low: str) -> str:
    return word if word != low and not (len(word) > 3 and word.isupper()) else low


def _singular_cased(word: str, lexicon: NounLexicon) -> str:
    low = word.lower()
    single = lexicon.singular(low)
    if len(word) > 1 and word.isupper():
        return word
    if single == low or low == "people":  # "people" reads better than "person"; the unit is person
        return word
    if word[0].isupper() and single[0] == low[0]:
        return word[0] + single[1:]
    return single
