"""The diff of two editions: articles matched, then claims, then facts and flags through their claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace
from types import MappingProxyType

from ledger.diff.causes import Causes
from ledger.diff.changes import CoverageChange, LedgerDiff
from ledger.diff.claims import find_claim_changes
from ledger.diff.editions import Edition, read_edition
from ledger.diff.facts import find_fact_changes, find_verdict_changes, match_facts, renumbered_facts
from ledger.diff.flags import find_flag_changes
from ledger.diff.matching import match_claims
from ledger.diff.parts import only_parts
from ledger.diff.renames import edited_articles, find_article_changes, match_articles
from ledger.store.collector import unwatched


def diff_places(old: str, new: str, *, only: Collection[str] = (), names: tuple[str, str] | None = None) -> LedgerDiff:
    """The diff of the ledgers at two places (a folder, or `git:REV:path`), with the parts that are asked for, under names if given."""
    before = read_edition(old)
    after = read_edition(new, before)
    diff = only_parts(diff_editions(before, after), only)
    return diff if names is None else replace(diff, old_name=names[0], new_name=names[1])


def diff_editions(old: Edition, new: Edition) -> LedgerDiff:
    """Everything in which two ledgers differ; the order of rows in either does not matter."""
    with unwatched():
        return _diff(old, new)


def _diff(old: Edition, new: Edition) -> LedgerDiff:
    same = match_articles(old, new)
    articles = find_article_changes(old, new, same)
    changed_text = any(change.change != "described" for change in articles)
    causes = Causes(frozenset(edited_articles(articles)), old.rules != new.rules, changed_text)
    pairs = match_claims(old, new, same)
    match = match_facts(old, new, pairs)
    return LedgerDiff(
        old_name=old.name,
        new_name=new.name,
        old_rules=old.rules,
        new_rules=new.rules,
        totals=_totals(old, new),
        articles=articles,
        claims=find_claim_changes(old, new, pairs, match.twins, articles, causes),
        facts=find_fact_changes(old, new, match, causes),
        verdicts=find_verdict_changes(old, new, match, causes),
        flags=find_flag_changes(old, new, pairs, same, causes),
        coverage=_coverage_changes(old, new, same),
        renumbered=renumbered_facts(match),
    )


def _totals(old: Edition, new: Edition) -> Mapping[str, tuple[int, int]]:
    tables = ("articles", "claims", "facts", "flags", "coverage")
    return MappingProxyType({table: (len(getattr(old, table)), len(getattr(new, table))) for table in tables})


def _coverage_changes(old: Edition, new: Edition, same: Mapping[str, str]) -> tuple[CoverageChange, ...]:
    """Numbers that are no claims, by article, surface and reason: how many more and how many fewer there are."""
    before = Counter((same.get(row[0], row[0]), row[3], row[4]) for row in old.coverage)
    after = Counter((row[0], row[3], row[4]) for row in new.coverage)
    changes = [CoverageChange("added", *key, count) for key, count in (after - before).items()]
    changes += [CoverageChange("removed", *key, count) for key, count in (before - after).items()]
    return tuple(sorted(changes, key=lambda one: (one.article, one.surface, one.change, one.reason)))
