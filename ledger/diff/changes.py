"""The frozen types of a diff. An old or a new side that is not there is None; every tuple is in the order it is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ledger.model import Claim, Fact, Flag

PARTS = ("articles", "claims", "facts", "verdicts", "flags", "coverage", "rules")
"""The parts of a diff that `--only` names."""

SORTS = ("value", "precision", "wording", "bounds", "about", "section", "source", "context", "fact")
"""How a claim can change, most pressing first: another figure; the same figure more or less finely; other hedge or spelling; the
same words allow something else; what it is about; where it stands; who says it; the sentence around; which fact it is of."""

CAUSES = ("articles", "rules", "either", "program")
"""What moved something: an article's text; the rule pack; one of them, both changed; or neither: another version of factledger."""


@dataclass(frozen=True, slots=True)
class CellChange:
    """One column of a row before and after, as the tables write it."""

    column: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class ArticleChange:
    """An article that was `added`, `removed`, `moved` to another name, `edited`, or only `described` otherwise (title, date, publisher)."""

    change: str
    old: str
    new: str
    edited: bool
    """True where the text itself is another one (also of a moved article)."""
    cells: tuple[CellChange, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """A figure that was `added`, `removed` or `changed`; `sorts` are some of SORTS, `silent` is a correction nobody owned up to."""

    change: str
    sorts: tuple[str, ...]
    old: Claim | None
    new: Claim | None
    old_fact: str
    new_fact: str
    cause: str
    silent: bool = False
    reason: str = ""
    """Of a figure of an unedited article that came or went: what the other ledger has the number down as (date, identifier, ...)."""
    cells: tuple[CellChange, ...] = ()


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact that was `added`, `removed`, `changed`, `split` (one into several), `merged` (several into one) or `regrouped`.

    The first of each side share most of their claims.
    """

    change: str
    old: tuple[Fact, ...]
    new: tuple[Fact, ...]
    cause: str
    cells: tuple[CellChange, ...] = ()


@dataclass(frozen=True, slots=True)
class VerdictChange:
    """A fact whose verdict turned."""

    old: Fact
    new: Fact
    cause: str


@dataclass(frozen=True, slots=True)
class FlagChange:
    """A flag that is new (`added`), gone (`removed`), or says something else of the same figures (`changed`)."""

    change: str
    old: Flag | None
    new: Flag | None
    cause: str


@dataclass(frozen=True, slots=True)
class CoverageChange:
    """So many numbers of one article, surface and reason that are no claims and were `added` or `removed`."""

    change: str
    article: str
    surface: str
    reason: str
    count: int


@dataclass(frozen=True, slots=True)
class LedgerDiff:
    """All that two ledgers differ in."""

    old_name: str
    new_name: str
    old_rules: str
    new_rules: str
    totals: Mapping[str, tuple[int, int]]
    """table -> rows before and after: articles, claims, facts, flags, coverage."""
    articles: tuple[ArticleChange, ...] = ()
    claims: tuple[ClaimChange, ...] = ()
    facts: tuple[FactChange, ...] = ()
    verdicts: tuple[VerdictChange, ...] = ()
    flags: tuple[FlagChange, ...] = ()
    coverage: tuple[CoverageChange, ...] = ()
    parts: tuple[str, ...] = PARTS
    """The parts that were asked for; the others are empty."""
    renumbered: int = 0
    """Facts that are the same and go by another id: no difference, but links and reviews name ids."""

    @property
    def rules_changed(self) -> bool:
        """True where the rule packs differ and were asked for."""
        return "rules" in self.parts and self.old_rules != self.new_rules

    @property
    def differs(self) -> bool:
        """True where anything asked for is not the same."""
        lists = (self.articles, self.claims, self.facts, self.verdicts, self.flags, self.coverage)
        return self.rules_changed or any(lists)

    @property
    def corrections(self) -> tuple[ClaimChange, ...]:
        """The silent corrections among the claims."""
        return tuple(change for change in self.claims if change.silent)
