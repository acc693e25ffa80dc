"""Ledgers for the tests of the diff: the sample ledger with one thing changed at a time, and one of any size."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ledger.diff import Edition, diff_editions, make_edition
from ledger.diff.changes import LedgerDiff
from ledger.interval import Interval
from ledger.model import Article, Claim, Comparison, Fact, Flag, Ledger
from ledger.store import write_tables
from samples import sample_claims, sample_id, sample_ledger

Change = Callable[[Claim], Claim]


def sample_diff(folder: Path, new: Ledger, old: Ledger | None = None) -> LedgerDiff:
    """The diff of the sample ledger and a changed one, written to disk and read back."""
    return diff_editions(edition(folder / "old", old or sample_ledger()), edition(folder / "new", new))


def edition(folder: Path, ledger: Ledger) -> Edition:
    """A ledger as it reads back from a folder, under the folder's last name."""
    write_tables(ledger, folder)
    return make_edition(folder.name, folder)


def claim_id(key: str) -> str:
    """The id of a claim of the sample."""
    return sample_claims()[key].claim_id


def with_claim(ledger: Ledger, key: str, *, edited: bool = True, **fields: Any) -> Ledger:
    """The ledger with fields of one claim changed; its article's hash too, unless only the rules moved it."""
    wanted = claim_id(key)
    claims = tuple(replace(claim, **fields) if claim.claim_id == wanted else claim for claim in ledger.claims)
    article = sample_claims()[key].article
    return with_articles(replace(ledger, claims=claims), *([article] if edited else []))


def with_articles(ledger: Ledger, *names: str, **fields: Any) -> Ledger:
    """The ledger with other texts, or with other fields, of the named articles."""
    new = fields or {"sha256": hashlib.sha256(b"edited").hexdigest()}
    return replace(ledger, articles=tuple(replace(one, **new) if one.article in names else one for one in ledger.articles))


def figure(number: str) -> dict[str, Any]:
    """The fields of a claim that hold its figure."""
    value = Decimal(number)
    return {
        "value": value,
        "low": value,
        "high": value,
        "bounds": Interval(value, value),
        "expected": Interval(value, value),
        "surface": number,
    }


def without_claims(ledger: Ledger, *keys: str) -> Ledger:
    """The ledger without some claims, and without the facts and flags that held nothing else."""
    ids = {claim_id(key) for key in keys}
    facts = [replace(fact, claim_ids=tuple(one for one in fact.claim_ids if one not in ids)) for fact in ledger.facts]
    flags = [flag for flag in ledger.flags if not ids & set(flag.claim_ids)]
    return replace(
        ledger,
        claims=tuple(claim for claim in ledger.claims if claim.claim_id not in ids),
        facts=tuple(fact for fact in facts if fact.claim_ids),
        flags=tuple(flags),
        comparisons=(),
        rates=(),
    )


def with_renamed_article(ledger: Ledger, old: str, new: str, *, edited: bool = False) -> Ledger:
    """The ledger as a build gives it after an article was renamed: its claims, and the facts' lists, have other ids."""
    ids = {claim.claim_id: sample_id("C", claim.claim_id, new) for claim in ledger.claims if claim.article == old}
    digest = {"sha256": hashlib.sha256(b"edited").hexdigest()} if edited else {}
    articles = [replace(one, article=new, **digest) if one.article == old else one for one in ledger.articles]
    claims = [
        replace(claim, claim_id=ids[claim.claim_id], article=new, converts=ids.get(claim.converts, "")) if claim.article == old else claim
        for claim in ledger.claims
    ]
    return replace(
        ledger,
        articles=tuple(sorted(articles, key=lambda one: one.article)),
        claims=tuple(sorted(claims, key=lambda claim: claim.claim_id)),
        facts=tuple(replace(fact, claim_ids=_renamed(fact.claim_ids, ids)) for fact in ledger.facts),
        flags=tuple(_renamed_flag(flag, ids, old, new) for flag in ledger.flags),
        uncounted=tuple(replace(one, article=new) if one.article == old else one for one in ledger.uncounted),
        reprints=MappingProxyType({_name(one, old, new): _name(other, old, new) for one, other in ledger.reprints.items()}),
        comparisons=(),
        rates=(),
    )


def _renamed_flag(flag: Flag, ids: dict[str, str], old: str, new: str) -> Flag:
    claims = _renamed(flag.claim_ids, ids)
    changed = replace(flag, claim_ids=claims, article=_name(flag.article, old, new), message=flag.message.replace(old, new))
    return changed if claims == flag.claim_ids else replace(changed, flag_id=sample_id("G", flag.check, *claims))


def _renamed(claims: tuple[str, ...], ids: dict[str, str]) -> tuple[str, ...]:
    return tuple(sorted(ids.get(one, one) for one in claims))


def _name(article: str, old: str, new: str) -> str:
    return new if article == old else article


def large_ledger(claims: int, *, shift: int = 0) -> Ledger:
    """A ledger of so many claims, 50 an article, two a fact; `shift` edits every article and changes each hundredth figure."""
    rows = [_large_claim(number, shift) for number in range(claims)]
    facts = tuple(_large_fact(number, rows[number : number + 2]) for number in range(0, claims, 2))
    flags = [
        Flag(f"G-{number:012x}", "A8", "info", fact.fact_id, fact.claim_ids, rows[2 * number].article, "It rests on one source", "1 source")
        for number, fact in enumerate(facts)
    ]
    names = sorted({claim.article for claim in rows})
    return Ledger(
        articles=tuple(Article(name, name, None, "", "en", hashlib.sha256(f"{name} {shift}".encode()).hexdigest(), 5000) for name in names),
        claims=tuple(sorted(rows, key=lambda claim: claim.claim_id)),
        facts=facts,
        flags=tuple(flags[::3]),
        uncounted=(),
        comparisons=tuple(Comparison(*fact.claim_ids, 2.5, (("words", 2.5, "boat"),)) for fact in facts),
        rules_digest="rules",
    )


def _large_claim(number: int, shift: int) -> Claim:
    value = Decimal(100 + number + (shift if number % 100 == 0 else 0))
    start = number % 50 * 100 + shift
    return Claim(
        claim_id=f"C-{number * 7919:012x}",
        article=f"desk/{number // 50:05}.txt",
        section="body",
        start=start + 20,
        end=start + 20 + len(str(value)),
        surface=str(value),
        value=value,
        low=value,
        high=value,
        kind="count",
        unit="boat",
        entity="boat",
        bounds=Interval(value, value),
        expected=Interval(value, value),
        sentence=f"The harbour counted {value} boats in a week of the year, the master said.",
        sentence_start=start,
        rules=("digits", "plural"),
    )


def _large_fact(number: int, claims: list[Claim]) -> Fact:
    first = claims[0]
    ids = tuple(sorted(claim.claim_id for claim in claims))
    return Fact(
        f"F-{number:012x}", "count", "boat", "boat", "level", "actual", "", "", first.value, first.low, first.high, 2, 1, 1, "agree", ids
    )
