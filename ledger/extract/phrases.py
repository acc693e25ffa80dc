"""Tables of phrases, matched on token lists to the right or to the left of a place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from ledger.sources.tokens import Block

Payload = TypeVar("Payload")


def split_phrase(phrase: str) -> tuple[str, ...]:
    """The tokens of a phrase, as the tokenizer makes them: "sq. km" -> ("sq", ".", "km")."""
    if phrase.isalpha():
        return (phrase,)
    words = phrase.split()
    if "".join(words).isalpha():
        return tuple(words)
    return tuple(Block(phrase, 0, len(phrase)).words)


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


class PhraseTable(Generic[Payload]):
    """Phrases with a payload each, found by their first (or last) token, the longest first."""

    __slots__ = ("_ending", "_starting")

    def __init__(self, phrases: Iterable[tuple[str, Payload]]) -> None:
        self._starting: dict[str, _Family[Payload]] = {}
        self._ending: dict[str, _Family[Payload]] = {}
        for phrase, payload in phrases:
            tokens = split_phrase(phrase)
            if tokens:
                self._starting.setdefault(tokens[0], _Family()).add(tokens, payload)
                self._ending.setdefault(tokens[-1], _Family()).add(tokens, payload)

    def starts(self) -> frozenset[str]:
        """Every token that a phrase starts with: `right` finds nothing at another."""
        return frozenset(self._starting)

    def ends(self) -> frozenset[str]:
        """Every token that a phrase ends in: `left` finds nothing behind another."""
        return frozenset(self._ending)

    def right(self, tokens: list[str], at: int) -> tuple[int, Payload] | None:
        """The longest phrase that starts at token `at`: (the token after it, payload), or None."""
        family = self._starting.get(tokens[at]) if at < len(tokens) else None
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
        family = self._ending.get(tokens[end - 1]) if end > 0 else None
        if family is None:
            return None
        phrases = family.phrases
        for length in family.lengths:
            phrase = tuple(tokens[end - length : end]) if length <= end else ()
            if phrase in phrases:
                return end - length, phrases[phrase]
        return None
