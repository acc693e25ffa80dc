"""Tables of phrases, matched on token lists to the right or to the left of a place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from ledger.sources.tokens import split_words

Payload = TypeVar("Payload")


def split_phrase(phrase: str) -> tuple[str, ...]:
    """The tokens of a phrase, as the tokenizer makes them: "sq. km" -> ("sq", ".", "km")."""
    return (phrase,) if phrase.isalpha() else tuple(split_words(phrase))


class _Family(Generic[Payload]):
    """The phrases that share their first (or last) token, by their tokens; `lengths` has the longest first."""

    __slots__ = ("lengths", "phrases")

    def __init__(self) -> None:
        self.lengths: tuple[int, ...] = ()
        self.phrases: dict[tuple[str, ...], Payload] = {}

    def add(self, tokens: tuple[str, ...], payload: Payload) -> None:
        """Take a phrase in; of two alike the first stays."""
        self.phrases.setdefault(tokens, payload)
        if len(tokens) not in self.lengths:
            self.lengths = tuple(sorted((*self.lengths, len(tokens)), reverse=True))


def _families(phrases: list[tuple[tuple[str, ...], Payload]], place: int) -> dict[str, _Family[Payload]]:
    """The phrases by their token at a place."""
    families: dict[str, _Family[Payload]] = {}
    for tokens, payload in phrases:
        family = families.get(tokens[place])
        if family is None:
            family = families[tokens[place]] = _Family()
        family.add(tokens, payload)
    return families


class PhraseTable(Generic[Payload]):
    """Phrases with a payload each, found by their first (or last) token, the longest first."""

    __slots__ = ("_by_first", "_by_last", "_phrases")

    def __init__(self, phrases: Iterable[tuple[str, Payload]]) -> None:
        self._phrases = [(tokens, payload) for phrase, payload in phrases if (tokens := split_phrase(phrase))]
        self._by_first: dict[str, _Family[Payload]] | None = None
        self._by_last: dict[str, _Family[Payload]] | None = None

    @property
    def _starting(self) -> dict[str, _Family[Payload]]:
        """The phrases by their first token; made when first asked, for most tables are read in one direction only."""
        if self._by_first is None:
            self._by_first = _families(self._phrases, 0)
        return self._by_first

    @property
    def _ending(self) -> dict[str, _Family[Payload]]:
        if self._by_last is None:
            self._by_last = _families(self._phrases, -1)
        return self._by_last

    def starts(self) -> frozenset[str]:
        """Every token that a phrase starts with: `right` finds nothing at another."""
        return frozenset(self._starting)

    def ends(self) -> frozenset[str]:
        """Every token that a phrase ends in: `left` finds nothing behind another."""
        return frozenset(self._ending)

    def right(self, tokens: list[str], at: int) -> tuple[int, Payload] | None:
        """The longest phrase that starts at token `at`: (the token after it, payload), or None."""
        families = self._by_first if self._by_first is not None else self._starting
        family = families.get(tokens[at]) if at < len(tokens) else None
        if family is None:
            return None
        phrases = family.phrases
        for length in family.lengths:
            phrase = tuple(tokens[at : at + length])
            if phrase in phrases:
                return at + len(phrase), phrases[phrase]  # at the end of the tokens the phrase may be shorter
        return None

    def left(self, tokens: list[str], end: int) -> tuple[int, Payload] | None:
        """The longest phrase that ends just before token `end`: (its first token, payload), or None."""
        families = self._by_last if self._by_last is not None else self._ending
        family = families.get(tokens[end - 1]) if end > 0 else None
        if family is None:
            return None
        phrases = family.phrases
        for length in family.lengths:
            phrase = tuple(tokens[end - length : end]) if length <= end else ()
            if phrase in phrases:
                return end - length, phrases[phrase]
        return None
