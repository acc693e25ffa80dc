"""Errors and notices with fields: where it happened, what was found, what to do.

Mistakes in the *input* travel as values (`Notice`); exceptions are for what stops a command.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a person should know about one input; the run goes on."""

    where: str
    found: str
    todo: str
    unread: bool = False
    """True where the input could not be read at all (exit code 3)."""

    def __str__(self) -> str:
        return f"{self.where}: {self.found}. {self.todo}"


class LedgerError(Exception):
    """A failure that ends a command; never shown as a traceback. Exit code 2."""

    exit_code = 2

    def __init__(self, where: str, found: str, todo: str) -> None:
        super().__init__(where, found, todo)
        self.where, self.found, self.todo = where, found, todo

    def __str__(self) -> str:
        return f"{self.where}: {self.found}. {self.todo}"


@dataclass(frozen=True, slots=True)
class PackMistake:
    """One mistake in a rule pack: file, rule (or "" for the file itself), reason, and the line with a caret where known."""

    file: str
    rule: str
    reason: str
    excerpt: str = ""

    def __str__(self) -> str:
        rule = f" [{self.rule}]" if self.rule else ""
        excerpt = f"\n{self.excerpt}" if self.excerpt else ""
        return f"{self.file}{rule}: {self.reason}{excerpt}"


class PackError(LedgerError):
    """A rule pack that cannot be used: every mistake found in it, at once."""

    def __init__(self, mistakes: Sequence[PackMistake]) -> None:
        self.mistakes = tuple(mistakes)
        count = len(self.mistakes)
        super().__init__("rules", f"{count} mistake{'s' if count != 1 else ''} in the rule pack", "Mend them and run again.")

    def __str__(self) -> str:
        return "\n".join([*(str(mistake) for mistake in self.mistakes), super().__str__()])
