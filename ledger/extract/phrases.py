"""Tables of phrases, matched on token lists to the right or to the left of a place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from ledger.sources.tokens import Block

Payload = TypeVar("Payload")


def split_phrase(phrase: str) -> tuple[str, ...]:
    """The tokens of a phrase, as the tokenizer makes them: "sq. km" -> ("sq", ".", "km")."""
    return tuple(Block(phrase, 0, len(phrase)).words)


class PhraseTable(Generic[Payload]):
    """Phrases with a payload each, found by their first (or last) token, the longest first."""

    __slots__ = ("_ending", "_starting")

    def __init__(self, phrases: Iterable[tuple[str, Payload]]) -> None:
        starting: dict[str, list[tuple[tuple[str, ...], Payload]]] = {}
        ending: dict[str, list[tuple[tuple[str, ...], Payload]]] = {}
        for phrase, payload in phrases:
            tokens = split_phrase(phrase)
            if tokens:
                starting.setdefault(tokens[0], []).append((tokens, payload))
                ending.setdefault(tokens[-1], []).append((tokens, payload))
        for table in (starting, ending):
            for entries in table.values():
                entries.sort(key=lambda entry: -len(entry[0]))
        self._starting, self._ending = starting, ending

    def right(self, tokens: list[str], at: int) -> tuple[int, Payload] | None:
        """The longest phrase that starts at token `at`: (the token after it, payload), or None."""
        if at >= len(tokens):
            return None
        for phrase, payload in self._starting.get(tokens[at], ()):
            length = len(phrase)
            if length == 1 or tuple(tokens[at : at + length]) == phrase:
                return at + length, payload
        return None

    def left(self, tokens: list[str], end: int) -> tuple[int, Payload] | None:
        """The longest phrase that ends just before token `end`: (its first token, payload), or None."""
        if end <= 0:
            return None
        for phrase, payload in self._ending.get(tokens[end - 1], ()):
            length = len(phrase)
            if length == 1 or (end >= length and tuple(tokens[end - length : end]) == phrase):
                return end - length, payload
        return None
