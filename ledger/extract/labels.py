"""Numbers that state no quantity: labels, models, codes, telephone numbers, scores, addresses, list marks, idioms."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ledger.extract.figures import DASHES, Figure
from ledger.extract.nouns import NounLexicon
from ledger.extract.phrases import PhraseTable
from ledger.pack import RulePack
from ledger.sources.tokens import MARK, NUMBER, WORD, Block


@dataclass(slots=True)
class LabelLexicon:
    """The word lists of the `ignore` rules."""

    labels: frozenset[str] = frozenset()
    capital: frozenset[str] = frozenset()
    products: frozenset[str] = frozenset()
    ordinal_after: frozenset[str] = frozenset()
    idioms: PhraseTable[str] = field(default_factory=lambda: PhraseTable(()))
    idiom_words: dict[str, list[tuple[int, tuple[str, ...]]]] = field(default_factory=dict)
    one_before: frozenset[str] = frozenset()
    one_after: frozenset[str] = frozenset()
    enumerators: frozenset[str] = frozenset()
    score_cues: frozenset[str] = frozenset()
    streets: frozenset[str] = frozenset()


def make_label_lexicon(pack: RulePack, number_words: frozenset[str]) -> LabelLexicon:
    """The word lists of the pack's `ignore` rules; idioms are indexed by their number word."""
    fields: dict[str, Any] = {rule.id: rule.fields for rule in pack.rules.get("ignore", ())}

    def words(rule: str, key: str) -> frozenset[str]:
        return frozenset(fields.get(rule, {}).get(key, ()))

    idioms: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for phrase in fields.get("idioms", {}).get("phrases", ()):
        tokens = tuple(Block(phrase, 0, len(phrase)).words)
        for at, token in enumerate(tokens):
            if token in number_words or token[0].isdigit():
                idioms.setdefault(token, []).append((at, tokens))
    return LabelLexicon(
        labels=words("labels", "before"),
        capital=words("labels", "capital"),
        products=words("products", "before"),
        ordinal_after=words("ordinal-labels", "after"),
        idiom_words=idioms,
        one_before=words("pronoun-one", "before"),
        one_after=words("pronoun-one", "after"),
        enumerators=words("enumerators", "words"),
        score_cues=words("scores", "cues"),
        streets=words("addresses", "after"),
    )


def idiom_at(block: Block, at: int, lexicon: LabelLexicon) -> tuple[int, int] | None:
    """The token range of the idiom that holds the number word at a token, or None."""
    for offset, tokens in lexicon.idiom_words.get(block.lows[at], ()):
        first = at - offset
        if first >= 0 and tuple(block.lows[first : first + len(tokens)]) == tokens:
            return first, first + len(tokens)
    return None


def code_at(block: Block, at: int) -> tuple[int, int] | None:
    """The token range of a code, name, address on the web or file name that the digits at a token are glued into."""
    words, kinds, size = block.words, block.kinds, len(block)
    first, last = at, at + 1
    letters_left = at > 0 and block.glued(at) and (kinds[at - 1] == WORD or words[at - 1] in "_@")
    if at > 1 and block.glued(at) and words[at - 1] in "-/._" and block.glued(at - 1) and kinds[at - 2] != MARK:
        joint = words[at - 1]
        if kinds[at - 2] == WORD and (joint != "-" or _is_code_word(words[at - 2])):
            letters_left = joint not in "/" or _is_code_word(words[at - 2])
    if not letters_left:
        return _code_behind(block, at)
    while first > 0 and block.glued(first) and (kinds[first - 1] != MARK or words[first - 1] in "-/._@:"):
        first -= 1
    while last < size and block.glued(last) and (kinds[last] != MARK or (words[last] in "-/._@:" and last + 1 < size and block.glued(last + 1) and kinds[last + 1] != MARK)):
        last += 1
    return first, last


_SOFT_PREFIX = frozenset(("mid", "sub", "under", "over", "pre", "post", "non", "all", "plus", "top", "early", "late", "than", "least", "to", "and", "or", "about", "around", "nearly", "some", "from", "up", "anti", "multi"))


def _is_code_word(word: str) -> bool:
    """True for what may stand before the hyphen of a code: CN-235, MS08-067, COVID-19; not mid-30s."""
    return word.lower() not in _SOFT_PREFIX and (word.isupper() or word[0].isupper() or len(word) == 1)


def _code_behind(block: Block, at: int) -> tuple[int, int] | None:
    """59-NQ/TW, 250/2025/QH15, 1080p-style and 17gamo.com-style runs that begin with digits."""
    words, kinds, size = block.words, block.kinds, len(block)
    last, letters, joints, dotted = at + 1, False, 0, False
    while last < size and block.glued(last):
        if kinds[last] == MARK:
            if words[last] not in "-/._@" or last + 1 >= size or not block.glued(last + 1) or kinds[last + 1] == MARK:
                break
            joints += 1
            dotted |= words[last] in "._@"
        elif kinds[last] == WORD and joints:
            letters |= words[last].isupper() and len(words[last]) > 1 or dotted
        last += 1
    return (at, last) if letters and joints else None


def label_reason(block: Block, figure: Figure, lexicon: LabelLexicon, nouns: NounLexicon, first: int, end: int) -> str:
    """Why a bare figure is no quantity ("" where it may be one): identifier, enumeration or idiom."""
    words, lows, kinds = block.words, block.lows, block.kinds
    at, last = figure.numeral_first, figure.last
    before = at - 1
    if figure.is_range and figure.role == "":
        return ""
    digits = not figure.spelled
    if digits and last + 1 < end and words[last] == ":" and block.glued(last) and block.glued(last + 1) and kinds[last + 1] == NUMBER:
        return "time"
    if digits and before > 0 and words[before] == ":" and block.glued(at) and block.glued(before) and kinds[before - 1] == NUMBER:
        return "time"
    if before >= first:
        word, low = words[before], lows[before]
        stop = low == "." and before > first and lows[before - 1] in ("no", "nos", "art", "sec", "fig", "vol", "ch", "pp", "ver")
        if stop or low in ("#", "№"):
            return "identifier" if stop or digits else ""
        if low in lexicon.labels and (low not in lexicon.capital or word[0].isupper()) and _names(block, figure, low, lexicon, nouns, end):
            return "identifier"
        if digits and low in lexicon.products and (len(low) > 1 or word.isupper()) and (word[0].isupper() or word.isupper() or low.startswith("i")) and not _plain_count(block, figure, nouns, end):
            return "identifier"
        if digits and low in DASHES and block.glued(at) and before > first and lows[before - 1] in lexicon.products and block.glued(before):
            return "identifier"
        named = before - 1 if word in "®™©�" and before > first else before
        if digits and kinds[named] == WORD and words[named][0].isupper() and _is_name_number(block, figure, nouns, lexicon, first, end):
            return "identifier"
    if digits:
        if _is_telephone(block, figure):
            return "identifier"
        if last < end and kinds[last] == WORD and block.glued(last) and lows[last] not in ("st", "nd", "rd", "th", "s", "x"):
            return "identifier"
        if at == first and last < end and words[last] in ".)" and block.glued(last) and figure.value is not None and figure.value < 100 and last + 1 < end and words[last + 1][0].isupper() and at == 0 and block.starts[last + 1] > block.ends[last]:
            return "enumeration"
        if at > first and words[before] in "(" and last < end and words[last] == ")" and figure.value is not None and figure.value < 20 and figure.step == 1 and len(words[at]) <= 2 and last + 1 < end and kinds[last + 1] == WORD and before - 1 >= first and words[before - 1] in ",;:.and":
            return "enumeration"
        if _is_address(block, last, lexicon, end):
            return "identifier"
    return ""


def _names(block: Block, figure: Figure, low: str, lexicon: LabelLexicon, nouns: NounLexicon, end: int) -> bool:
    """True where a label word before the number names a thing: not "the district 59 homes lost"."""
    if low == "no" and figure.spelled:
        return False
    if low in ("no", "number") and block.words[figure.numeral_first - 1].islower():
        return low == "number" and not figure.spelled and not _plain_count(block, figure, nouns, end)
    return figure.step >= 1 or low in ("version", "ver", "section", "chapter", "figure", "fig", "table")


def _plain_count(block: Block, figure: Figure, nouns: NounLexicon, end: int) -> bool:
    """True where a plural noun in lower case follows a whole number."""
    last = figure.last
    return last < end and figure.step >= 1 and block.kinds[last] == WORD and block.words[last].islower() and nouns.is_plural(block.lows[last]) and nouns.is_noun(block.lows[last])


_STAMPED = frozenset("killed injured killing injuring after over about around nearly says said kills injures leaves with at least some than by for only just another all more than of in and or to the a an was were has have had from on".split())


def _is_name_number(block: Block, figure: Figure, nouns: NounLexicon, lexicon: LabelLexicon, first: int, end: int) -> bool:
    """"Model 3", "S&P 500", "BlackBerry 10 platform": a small bare number right behind a name, with no plural to count."""
    before, last = figure.numeral_first - 1, figure.last
    if block.words[before] in "®™©�" and before > first:
        before -= 1
    low, word = block.lows[before], block.words[before]
    if figure.value is None or (figure.scale != 1 and not (block.words[figure.last - 1] in ("M", "K", "G", "B", "T", "k", "m") and word.isupper())) or low in _STAMPED or low in nouns.function or (low in nouns.verbs and before == first):
        return False
    if before == first and not word.isupper() and len(word) > 3 and low in nouns.classes:
        return False
    if block.kind == "headline" and _title_case(block, first, end):
        return False
    if last < end and block.kinds[last] == WORD:
        nxt = block.lows[last]
        if block.words[last].islower() and (nouns.is_plural(nxt) or nxt in nouns.collective):
            return False
        if block.words[last].islower() and nouns.is_noun(nxt):
            return figure.step >= 1
        if nxt in nouns.modifiers:
            return False
    if figure.step < 1:
        return last < end and block.kinds[last] == WORD and block.words[last][0].isupper()
    return len(block.words[figure.numeral_first]) <= 4 or "," not in block.words[figure.numeral_first]


def _title_case(block: Block, first: int, end: int) -> bool:
    longer = [word for word, kind in zip(block.words[first:end], block.kinds[first:end], strict=True) if kind == WORD and len(word) > 3]
    return bool(longer) and sum(word[0].isupper() for word in longer) * 4 >= len(longer) * 3


def _is_telephone(block: Block, figure: Figure) -> bool:
    """A leading zero before other digits, or groups of digits that no thousands mark explains."""
    words, at = block.words, figure.numeral_first
    surface = words[at]
    if len(surface) > 1 and surface[0] == "0" and surface.isdigit():
        return True
    for i in (at - 1, at - 2, at + 1):
        if 0 <= i < len(words) and len(words[i]) > 2 and words[i][0] == "0" and words[i].isdigit():
            return True
    near = 0
    for step in (-1, 1):
        i = at
        while 0 <= i + step < len(words) and near < 4:
            i += step
            if block.kinds[i] == NUMBER and words[i].isdigit() and len(words[i]) >= 2:
                near += 1
            elif words[i] not in "-() ." or words[i] == ".":
                break
    if near >= 2 and surface.isdigit() and len(surface) >= 2:
        return True
    after = figure.last
    dashed = after + 1 < len(words) and words[after] == "-" and block.glued(after) and block.glued(after + 1) and block.kinds[after + 1] == NUMBER
    behind = at > 1 and words[at - 1] == "-" and block.glued(at) and block.glued(at - 1) and block.kinds[at - 2] == NUMBER
    return (dashed and len(surface) >= 3 and len(words[after + 1]) >= 4) or (behind and len(surface) >= 4 and len(words[at - 2]) >= 3)


def _is_address(block: Block, last: int, lexicon: LabelLexicon, end: int) -> bool:
    i = last
    while i < min(end, last + 4) and block.kinds[i] == WORD and block.words[i][0].isupper():
        if i > last and block.lows[i] in lexicon.streets:
            return True
        i += 1
    return False


def is_score(block: Block, figure: Figure, lexicon: LabelLexicon, first: int, end: int) -> bool:
    """True for "3-1", "2-2": two small whole numbers glued by a hyphen, falling or equal, or with a word of games near."""
    words, at = block.words, figure.numeral_first
    if figure.spelled or at + 2 >= len(words) or words[at + 1] not in "-–" or not block.glued(at + 1) or not block.glued(at + 2) or block.kinds[at + 2] != NUMBER:
        return False
    left, right = words[at], words[at + 2]
    if not (left.isdigit() and right.isdigit()) or len(left) > 3 or len(right) > 3:
        return False
    if int(left) >= int(right):
        return True
    near = block.lows[max(first, at - 8) : min(end, at + 10)]
    return figure.bare and any(word in lexicon.score_cues for word in near)
