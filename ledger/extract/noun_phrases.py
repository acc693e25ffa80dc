"""What a number counts: the noun phrase behind it, and its head."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.extract.nouns import NounLexicon
from ledger.sources.tokens import MARK, NUMBER, WORD, Block

_LETTERED = frozenset("block category class grade group hepatitis level phase schedule series stage tier type vitamin zone".split())
_HYPHENS = frozenset("-‐‑")
_SCALES = frozenset(("k", "m", "bn", "b"))
_QUOTES = "\"“'‘"
_LONGEST = 9
_LONGEST_LIST = 8
_LONGEST_TAIL = 6
_TIME_MARKS = frozenset(("last", "next", "this", "yesterday", "today", "tomorrow", "ago", "tonight"))
_SIZED = frozenset(("old", "long", "wide", "high", "deep", "tall", "strong", "thick"))
_DETERMINERS = frozenset(("the", "a", "an", "its", "their", "his", "her"))
_POSSESSIVES = ("'s", "’s", "s’", "s'")
_ADJECTIVE_ENDINGS = ("able", "ible", "ful", "ive", "ous", "ical", "ial", "less")
_NO_NOUN_ENDINGS = ("ly", "ward", "wards", "imum")
"""Of a last word that no list knows: "20 upwards", "20 maximum" count nothing."""
_JOINTS = frozenset(("and", "or", "to", "a", "an", "the"))
"""Function words that open no compound, as "on" and "one" do: "30 on-duty officers", "two one-room flats"."""
_OBJECTS = frozenset(("the", "a", "an", "his", "her", "its", "their", "them", "him", "it", "us", "me"))
_WITH_CLAUSE = frozenset("reasons things ways times places questions lessons tips facts points".split())
"""Plurals that a clause follows without a joint: "three reasons investors are nervous"."""
_STARTING = frozenset(("start", "begin", "come", "range", "sell", "go"))
_EVERY = frozenset(("a", "an", "each", "every", "per"))
_TIMES = frozenset(("hour", "day", "night", "week", "month", "year", "season"))
_AFTER_PHRASE = frozenset(("of", "by", "in", "and", "or", "at", "since", "between"))


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
    walk = _Walk(block, at, end, lexicon, single=single)
    walk.run()
    head = walk.head
    if head < 0 and not single and walk.i > at:
        head = _list_head(block, walk.i, end, lexicon)
        if head > 0:
            return NounPhrase(walk.first, head + 1, head, head + 1)
    if head < 0:
        head = _singular_head(block, at, walk.i, lexicon, single=single)
    return None if head < 0 else NounPhrase(walk.first, head + 1, head, _of_tail(block, head, end, lexicon))


class _Walk:
    """A walk over a noun phrase from its first token: `i` ends behind it, `head` is its plural head or -1."""

    __slots__ = ("at", "block", "first", "head", "i", "kinds", "lexicon", "lows", "nounish", "single", "stop", "words")

    def __init__(self, block: Block, at: int, end: int, lexicon: NounLexicon, *, single: bool) -> None:
        self.block, self.lexicon, self.single = block, lexicon, single
        self.words, self.lows, self.kinds = block.words, block.lows, block.kinds
        self.at = self.first = self.i = at
        self.stop = min(end, at + _LONGEST)
        self.head = -1
        self.nounish = -1
        """The last token that reads as a noun, or -1."""

    def run(self) -> None:
        while self.i < self.stop:
            kind = self.kinds[self.i]
            step = self._mark() if kind == MARK else self._number() if kind == NUMBER else self._word()
            if not step:
                return
            self.i += step

    def _low(self, i: int) -> str:
        """The token in lower case, "" behind the walk's reach."""
        return self.lows[i] if i < self.stop else ""

    def _is_word(self, i: int) -> bool:
        return i < self.stop and self.kinds[i] == WORD

    def _is_capital(self, i: int) -> bool:
        return i < self.stop and self.words[i][0].isupper()

    # each step returns how many tokens the phrase goes on, 0 where it ends

    def _mark(self) -> int:
        i, low = self.i, self.lows[self.i]
        if i + 1 >= self.stop:
            return 0
        if low in _HYPHENS:
            return int(i > self.at and self.block.glued(i)) or 2 * int(self._is_torn_name(i))
        if low == "&":
            return int(self._is_capital(i + 1))
        if low == ",":
            return int(i + 2 < self.stop and self.lows[i - 1] in self.lexicon.modifiers and self.lows[i + 1] in self.lexicon.modifiers)
        if low in _QUOTES and i == self.at:
            self.first = i + 1
            return 1
        return 0

    def _is_torn_name(self, hyphen: int) -> bool:
        """True for the hyphen of "COVID -19 tests": a name that copying has torn."""
        number = hyphen + 1
        if hyphen == self.at or not self.words[hyphen - 1].isupper() or len(self.words[hyphen - 1]) == 1 or not self.block.glued(number):
            return False
        return number + 1 < self.stop and self.kinds[number] == NUMBER and self._is_word(number + 1)

    def _number(self) -> int:
        """A number inside the phrase: "737 Max jets", "four-cylinder"; "the Boeing 737s" ends with it."""
        i = self.i
        if "." in self.words[i] and self._low(i + 1) in _SCALES and self.block.glued(i + 1):
            return 0  # "two thirds of the combined 4.3M sales"
        if self._low(i + 1) in _HYPHENS:
            return int(not self._follows_joint())
        if i > self.at and self.words[i - 1][:1].isupper() and self._is_plural_mark(i + 1):
            self.head = i + 1
            return 0
        inside = i > self.at and self._is_word(i + 1) and not self._follows_joint()
        return int(inside and (self.nounish < 0 or self.lexicon.is_plural(self.lows[i + 1]) or self._is_version(i + 1)))

    def _is_version(self, i: int) -> bool:
        """True for the MAX of "Boeing 737 MAX jets", the B of "Series B shares": a capital between a name and its noun."""
        low = self._low(i + 1)
        named = self._is_capital(i) and self._is_word(i + 1)
        named = named and any(self.words[j][0].isupper() or self.lows[j] in _LETTERED for j in range(self.at, i))
        return named and (self.lexicon.is_plural(low) or low in self.lexicon.collective)

    def _follows_joint(self) -> bool:
        """True behind "and" or "or": "47 confirmed and 12 probable cases" are two counts."""
        return self.i > self.at and self.lows[self.i - 1] in ("and", "or")

    def _is_plural_mark(self, i: int) -> bool:
        """True for the "s" glued to a number: "737s"."""
        return self._low(i) == "s" and self.block.glued(i)

    def _word(self) -> int:
        i, low, lexicon = self.i, self.lows[self.i], self.lexicon
        if len(low) == 1 and low.isalpha() and low != "x":
            number = self._model_number()
            if number and self._is_plural_mark(number + 1):
                self.head = number + 1
                return 0
            if number:
                return number + 1 - i
        if low in _TIME_MARKS:
            return int(low == "last" and self._is_the_last_one(i))
        if len(low) == 1 and self._is_version(i):
            return 1
        compound = self._low(i + 1) in _HYPHENS and i + 2 < self.stop and self.block.glued(i + 1) and self.block.glued(i + 2)
        compound = compound and (low not in _JOINTS or self.words[i] == "A")
        if not compound and ((low in lexicon.function and not self._is_nation(i)) or len(low) == 1):
            return int(low in ("and", "or") and self._joins())
        if not compound and i == self.at and low in lexicon.numbers:
            return 0  # "down from 133 four years ago"
        if compound:
            return self._compound()
        if low.endswith(_POSSESSIVES):
            return int(i > self.at or self._owns_plural(i + 1))
        if not self.single:
            if lexicon.is_plural(low):
                self.head = i
                return int(self._goes_on())
            if low in lexicon.collective and not (self._is_word(i + 1) and lexicon.is_plural(self.lows[i + 1])):
                self.head = i
                return 0
        return self._other_word()

    def _owns_plural(self, i: int) -> bool:
        """True for the homes of "two children's homes", "seven McDonald's restaurants": the owner belongs to the noun."""
        return not self.single and self._is_word(i) and self.lexicon.is_plural(self.lows[i]) and self.lexicon.is_noun(self.lows[i])

    def _is_the_last_one(self, i: int) -> bool:
        """True for "one last chance", "one last time"; "up from one last year" tells a date."""
        following = self._low(i + 1)
        if not self.single or i > self.at or not self._is_word(i + 1) or not self.lexicon.is_noun(following):
            return False
        return following == "time" or self.lexicon.class_of(following) != "time"

    def _acts_on(self, i: int) -> bool:
        """True where people or firms at a token do something to what follows: "four airlines cut fares"."""
        object_ = self._low(i + 2)
        acting = self.lexicon.class_of(self.lows[i]) in ("person", "organisation")
        return acting and (object_ in _OBJECTS or (self._is_word(i + 2) and self.lexicon.is_plural(object_)))

    def _is_nation(self, i: int) -> bool:
        """True for the US of "50 US states"."""
        return self.words[i] == "US" and self._is_word(i + 1) and not self.words[i + 1].isupper()

    def _model_number(self) -> int:
        """The token of the number that a single letter names a thing with ("G20 members", "F-16 jets"); 0 where there is none."""
        at = self.i + 1
        if self._low(at) in _HYPHENS and self.block.glued(at):
            at += 1
        return at if at < self.stop and self.kinds[at] == NUMBER and self.block.glued(at) else 0

    def _other_word(self) -> int:
        """A word that is no head: part of the phrase unless a verb or an adverb breaks it off."""
        i, low, lexicon = self.i, self.lows[self.i], self.lexicon
        if _ends_phrase(self.block, i, self.at, self.stop, lexicon, self.nounish):
            return 0
        if low in lexicon.classes or (low not in lexicon.modifiers and (self.nounish < 0 or self.single)):
            self.nounish = i
        return 1

    def _joins(self) -> bool:
        """True for an "and" inside the phrase: "large and small firms", "Peugeot and Citroen cars"."""
        i, lexicon = self.i, self.lexicon
        if i == self.at:
            return False
        if i + 2 < self.stop and self.words[i - 1][0].isupper() and self._is_capital(i + 1):
            follows = self.lows[i + 2]
            if lexicon.is_plural(follows) and self.words[i + 2].islower():
                return True
        return i + 2 <= self.stop and self.nounish < 0 and i + 1 < len(self.lows) and _coordinated(self.lows, i, lexicon)

    def _compound(self) -> int:
        """Past "rapid-response" before its noun; its last part may be the head."""
        last = self.i + 2
        if self.kinds[last] == NUMBER and self._is_plural_mark(last + 1) and self._is_capital(self.i):
            self.head = last + 1  # "10 Su-27s"
            return 0
        if self._is_word(last) and self.lexicon.is_plural(self.lows[last]) and not self.single:
            self.head = last
            self.i = last
            return 0
        return 3

    def _goes_on(self) -> bool:
        """True where a plural stands before another noun: "sales offices", "arms dealers", "Brothers stores"."""
        i, lexicon = self.i, self.lexicon
        if not self._is_word(i + 1):
            return False
        if len(self.lows[i + 1]) == 1 and self._is_version(i + 1):
            return True  # "100 Series B shares"
        if self.lows[i + 1] in ("and", "&") and self._is_capital(i) and self._is_capital(i + 2) and self._is_word(i + 3):
            return lexicon.is_plural(self.lows[i + 3]) and self.words[i + 3].islower()  # "180 Sears and Kmart stores"
        follows, plural = self.lows[i + 1], lexicon.is_plural(self.lows[i + 1])
        if follows in lexicon.function or self.lows[i] in _WITH_CLAUSE:
            return False
        if follows in lexicon.verbs and not plural and self._acts_on(i):
            return False
        noun = lexicon.is_noun(follows)
        if plural and noun and follows not in lexicon.verbs and self.words[i + 1].islower():
            return True
        if noun and self.lows[i] in lexicon.attributive and (follows not in lexicon.collective or self.lows[i] != "people"):
            return not (follows in lexicon.collective and follows in lexicon.modifiers)  # "80 troops killed"
        return plural and self.words[i][0].isupper() and (noun or self._is_capital(i + 1))


def _list_head(block: Block, comma: int, end: int, lexicon: NounLexicon) -> int:
    """The plural at the end of "500 trade, investment, and tourism promotion activities"; -1 where the comma ends the phrase."""
    if comma + 2 >= end or block.lows[comma] not in (",", "and", "or"):
        return -1
    joined = block.lows[comma] != ","
    for i in range(comma + 1, min(end, comma + 1 + _LONGEST_LIST)):
        low, kind = block.lows[i], block.kinds[i]
        if (
            kind == WORD
            and lexicon.is_plural(low)
            and not (low in lexicon.attributive and i + 1 < end and lexicon.is_noun(block.lows[i + 1]))
        ):
            return i if joined and not _acts(block, i, end, lexicon) else -1
        if low in ("and", "or"):
            joined = True
        elif (
            low in lexicon.numbers
            or low not in (",", "-")
            and (kind != WORD or low in lexicon.function or (low in lexicon.verbs and not lexicon.is_noun(low)))
        ):
            return -1
    return -1


def _acts(block: Block, i: int, end: int, lexicon: NounLexicon) -> bool:
    """True for a plural that is a verb behind "and": "a 900 display and starts out with"."""
    return block.lows[i] in lexicon.verbs and i + 1 < end and block.lows[i + 1] in lexicon.function


def _compound_noun(block: Block, at: int, end: int, lexicon: NounLexicon) -> NounPhrase | None:
    """ "10-member committee": what stands behind the hyphen is counted."""
    if at >= end or block.kinds[at] != WORD or block.lows[at] in lexicon.function:
        return None
    if block.lows[at] == "strong" and at + 1 < end and block.kinds[at + 1] == WORD and block.lows[at + 1] not in lexicon.function:
        return _members(block, at + 1, end, lexicon)
    head = at
    while head + 2 < end and block.lows[head + 1] in _HYPHENS and block.glued(head + 1) and block.kinds[head + 2] == WORD:
        if block.lows[head + 2] in _SIZED or block.lows[head + 2] in lexicon.function:
            break
        head += 2
    return NounPhrase(at, head + 1, head, head + 1)


def _members(block: Block, at: int, end: int, lexicon: NounLexicon) -> NounPhrase | None:
    """ "a 5,000-strong crowd", "a 30-strong fleet of vans": the group, or what it is made of."""
    group = find_noun_phrase(block, at, end, lexicon, single=True)
    if group is None or block.lows[group.head + 1 : group.head + 2] != ["of"]:
        return group
    of = find_noun_phrase(block, group.head + 2, end, lexicon, single=False)
    return of if of is not None and lexicon.is_plural(block.lows[of.head]) else group


def _coordinated(lows: list[str], conjunction: int, lexicon: NounLexicon) -> bool:
    """ "large and small firms", "comprehensive or higher-level partnerships": adjectives joined before their noun."""
    left, right = lows[conjunction - 1], lows[conjunction + 1]
    if right.endswith("ing") and (left == "more" or lows[conjunction + 2 : conjunction + 3] == ["several"]):
        return False  # "hurting dozens more and damaging several villages"
    if _adjectival(left, lexicon) and _adjectival(right, lexicon):
        return True
    if left not in lexicon.modifiers:
        return False
    return right in lexicon.modifiers or (right not in lexicon.function and lexicon.class_of(right) == "" and not lexicon.is_plural(right))


def _adjectival(low: str, lexicon: NounLexicon) -> bool:
    return low in lexicon.modifiers or low.endswith(_ADJECTIVE_ENDINGS) or (low.endswith(("ed", "ing")) and not lexicon.is_noun(low))


def _ends_phrase(block: Block, i: int, at: int, stop: int, lexicon: NounLexicon, nounish: int) -> bool:
    """True where a verb or an adverb breaks the noun phrase off."""
    low = block.lows[i]
    if low.endswith("ly") and low not in lexicon.modifiers and not lexicon.is_noun(low):
        following = block.lows[i + 1] if i + 1 < stop else ""
        built = following in lexicon.verbs and _noun_follows(block, i + 2, stop, lexicon)  # "newly built flats"
        return not (built or following.endswith(("ed", "ing")) or following in lexicon.modifiers)
    if i > at and block.lows[i - 1].endswith("ly") and nounish < 0 and _noun_follows(block, i + 1, stop, lexicon):
        return False
    if low not in lexicon.verbs or low in lexicon.modifiers or (i > at and block.words[i][0].isupper()):
        return False
    if (
        low in _STARTING
        and i > at
        and lexicon.is_plural(block.lows[i - 1])
        and i + 1 < stop
        and block.lows[i + 1] in ("at", "with", "from")
    ):
        return True  # "the 13-inch models start at 99 euros"
    if lexicon.is_noun(low) and i + 2 < stop and block.lows[i + 1] in _EVERY and block.lows[i + 2] in _TIMES:
        return False  # "one phone call a month"
    if low in lexicon.classes or lexicon.singular(low) in lexicon.classes:
        # noun or verb: a verb only where a noun phrase stands complete before it, and something follows that a verb could take
        return nounish >= 0 and not _closed(block, i + 1, stop, lexicon) and not _noun_follows(block, i + 1, stop, lexicon)
    if low.endswith(("ed", "ing", "en")):
        return nounish >= 0 or not _noun_follows(block, i + 1, stop, lexicon)
    return True


def _closed(block: Block, i: int, stop: int, lexicon: NounLexicon) -> bool:
    """True where a noun phrase ends before token `i`: at a mark, another verb, or a word that takes a phrase up."""
    if i >= stop or block.kinds[i] == MARK or block.lows[i] in _AFTER_PHRASE:
        return True
    return block.lows[i] in lexicon.verbs and not lexicon.is_noun(block.lows[i])


def _noun_follows(block: Block, i: int, stop: int, lexicon: NounLexicon) -> bool:
    if i >= stop or block.kinds[i] != WORD or block.lows[i] in lexicon.function:
        return False
    low = block.lows[i]
    return low in lexicon.modifiers or lexicon.is_noun(low) or lexicon.is_plural(low)


def _singular_head(block: Block, at: int, stop: int, lexicon: NounLexicon, *, single: bool) -> int:
    """The last noun of a phrase without a plural; -1 where none of its words is known to be a noun (unless one thing is counted)."""
    last_word = -1
    for i in range(stop - 1, at - 1, -1):
        low = block.lows[i]
        if (
            block.kinds[i] != WORD
            or low in lexicon.function
            or low.endswith(("'s", "’s"))
            or _between_hyphens(block, i, at, stop, single=single)
        ):
            continue
        if not single and _takes_object(block, i, lexicon):
            continue
        if last_word < 0:
            last_word = i
        if lexicon.is_noun(low):
            return i
    if last_word < 0:
        return -1
    low = block.lows[last_word]
    if low in lexicon.modifiers or low in lexicon.verbs or low.endswith(_NO_NOUN_ENDINGS) or low in lexicon.numbers or len(low) == 1:
        return -1
    return last_word if single or block.words[last_word][0].isupper() or stop - at <= 2 else -1


def _takes_object(block: Block, i: int, lexicon: NounLexicon) -> bool:
    """True for a verb before its object: "a crowd of 41,276 saw the race", "a stand of 88 steadied them"."""
    low = block.lows[i]
    past = low in lexicon.verbs or low.endswith("ed")
    return past and i + 1 < len(block) and block.lows[i + 1] in _OBJECTS and not lexicon.is_plural(low)


def _between_hyphens(block: Block, i: int, at: int, stop: int, *, single: bool) -> bool:
    """True for a word inside a compound, and for the last of an adjective: "300 full-time and 90 part-time workers"."""
    follows = block.lows[i + 1] if i + 1 < len(block) else ""
    if follows in _HYPHENS and block.lows[i + 3 : i + 4] in (["and"], ["or"]) and block.glued(i + 1) and block.glued(i + 2):
        return not single  # the semi of "12 semi-detached and 4 detached homes"
    if i <= at or block.lows[i - 1] not in _HYPHENS:
        return False
    return block.glued(i) and ((i + 1 < stop and follows in _HYPHENS) or (not single and follows in ("and", "or")))


def _of_tail(block: Block, head: int, end: int, lexicon: NounLexicon) -> int:
    """The end of an "of" phrase that names the thing ("members of the Security Council"), else the end of the head."""
    last = head + 1
    if last + 1 >= end or block.lows[last] != "of":
        return last
    if block.lows[head] not in lexicon.containers and lexicon.singular(block.lows[head]) not in lexicon.containers:
        return last
    i = last + 1
    while i < end and block.lows[i] in _DETERMINERS:
        i += 1
    start = i
    while i < min(end, start + _LONGEST_TAIL) and block.kinds[i] == WORD and block.lows[i] not in lexicon.function:
        if block.lows[i] in lexicon.verbs and not block.words[i][0].isupper():
            break
        i += 1
        if lexicon.is_plural(block.lows[i - 1]) and not (i < end and block.words[i][:1].isupper()):
            break
    return i if i > start else last
