"""The text of a noun phrase: without articles, its head in the singular, capitals as printed."""

from __future__ import annotations

from ledger.extract.nouns import NounLexicon
from ledger.sources.tokens import Block

_NOT_IN_TEXT = frozenset(("the", "a", "an", '"', "“", "”"))


def phrase_text(block: Block, first: int, last: int, head: int, lexicon: NounLexicon, *, keep_case: bool = True) -> str:
    """The phrase without articles, its head in the singular, hyphens and spaces as printed."""
    parts: list[str] = []
    for i in range(first, last):
        low = block.lows[i]
        if low in _NOT_IN_TEXT and not (block.words[i] == "A" and i + 1 < last and (i > first or block.glued(i + 1))):
            continue  # but the A of A321 and of "Class A shares"
        word = _cased(block.words[i], low, lexicon) if keep_case and not _opens_sentence(block, i, lexicon) else low
        if i == head:
            word = _singular_cased(word, lexicon)
        glue = "" if not parts or (block.glued(i) and i > first) else " "
        parts.append(glue + word)
    return "".join(parts).strip(" -‐‑")


def _opens_sentence(block: Block, i: int, lexicon: NounLexicon) -> bool:
    """True for a common word that has its capital from the start of a sentence only."""
    low = block.lows[i]
    known = low in lexicon.modifiers or low in lexicon.verbs or lexicon.is_noun(low)
    return known and block.sentence_of(i)[0] == i and block.kind != "headline" and not block.words[i][1:].isupper()


def _cased(word: str, low: str, lexicon: NounLexicon) -> str:
    """The word as printed; a common word in capitals throughout in lower case, an acronym as it is."""
    shouted = len(word) > 3 and word.isupper() and (low in lexicon.modifiers or lexicon.is_noun(low) or lexicon.is_plural(low))
    return low if shouted else word


def is_initials(word: str) -> bool:
    """True for "MPs", "PhDs", "ICUs": capitals and the s of their plural."""
    return len(word) > 2 and word[-1] == "s" and word[-2].isupper()


def _singular_cased(word: str, lexicon: NounLexicon) -> str:
    low = word.lower()
    single = lexicon.singular(low)
    if len(word) > 1 and (word.isupper() or (word[-1] == "s" and any(letter.isupper() for letter in word[1:-1]))):
        return word.removesuffix("s")  # TDs, PhDs
    if single == low or low == "people":  # "people" reads better than "person"; the unit is person
        return word
    if low.startswith(single):
        return word[: len(single)]  # "iPhones"
    if word[0].isupper() and single[0] == low[0]:
        return word[0] + single[1:]
    return single
