"""What moved a figure: the articles or the rule pack, told by the digests of both ledgers."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Causes:
    """What differs between two ledgers at their inputs."""

    edited: Collection[str]
    """Names of the articles, old and new, whose text is not the same in both."""
    rules_changed: bool
    any_article: bool
    """True where any article came, went, moved or was edited: linking weighs them all."""

    def of_claim(self, article: str) -> str:
        """Of a figure: its own article's text alone reaches it, and the rules."""
        if article in self.edited:
            return "either" if self.rules_changed else "articles"
        return "rules" if self.rules_changed else "program"

    def of_linked(self, articles: Iterable[str]) -> str:
        """Of a fact, a verdict or a flag: the articles of its claims, the rules, and any other article, in this order."""
        if any(article in self.edited for article in articles):
            return "either" if self.rules_changed else "articles"
        if self.any_article:
            return "either" if self.rules_changed else "articles"
        return "rules" if self.rules_changed else "program"
