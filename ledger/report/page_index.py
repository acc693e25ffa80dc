"""The rows of a ledger by id, each worked out once, for the views of the page to look up."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from ledger.lookup import lookup_of
from ledger.model import SEVERITIES, Article, Claim, Fact, Flag, Ledger
from ledger.report.page_headline import make_headline
from ledger.report.page_views import FactView, FlagView, Headline, Index, PageLimits, Place, SourceView
from ledger.report.page_words import CHECK_WORDS, date_words, source_words

R = TypeVar("R")
V = TypeVar("V")


class Asked(Mapping[str, V]):
    """Views by id, each made when it is first asked for: of a large ledger the page shows few."""

    def __init__(self, rows: Mapping[str, R], make: Callable[[R], V]) -> None:
        self._rows, self._make = rows, make
        self._made: dict[str, V] = {}

    def __getitem__(self, key: str) -> V:
        view = self._made.get(key)
        if view is None:
            view = self._made[key] = self._make(self._rows[key])
        return view

    def get(self, key: str, default: Any = None, /) -> Any:
        """The view of an id, else the default."""
        return self[key] if key in self._rows else default

    def __contains__(self, key: object) -> bool:
        return key in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


def make_index(ledger: Ledger, limits: PageLimits) -> Index:
    """Everything the views look up, each worked out once."""
    lookup = lookup_of(ledger)
    claims = lookup.claims
    published = {article.article: str(article.published or "") for article in ledger.articles}
    facts = {fact.fact_id: fact for fact in ledger.facts}
    headlines = Asked(facts, lambda fact: make_headline(fact, members_of(fact, claims), published))
    sources = _sources(ledger, limits)
    return Index(
        ledger=ledger,
        lookup=lookup,
        claims=claims,
        facts=facts,
        sources=sources,
        fact_of={claim_id: fact.fact_id for fact in ledger.facts for claim_id in fact.claim_ids},
        headlines=headlines,
        flags=Asked({flag.flag_id: flag for flag in ledger.flags}, lambda flag: _flag_view(flag, claims, headlines, sources)),
        dates=published,
    )


def _sources(ledger: Ledger, limits: PageLimits) -> Mapping[str, SourceView]:
    articles = {article.article: article for article in ledger.articles}
    with_text = {article.article for article in ledger.articles[: limits.articles] if ledger.texts.get(article.article)}

    def make(article: Article) -> SourceView:
        original = ledger.reprints.get(article.article, "")
        repeated = articles.get(original)
        return SourceView(
            anchor=article_anchor(article.article) if article.article in with_text else "",
            name=article.title or article.article,
            publisher=article.publisher,
            published=date_words(article.published) if article.published else "",
            reprint_of=repeated.title or original if repeated else original,
        )

    return Asked(articles, make)


def article_anchor(article: str) -> str:
    """The anchor of an article: `A-` and 12 hex of its path, so that a link outlives a rebuild."""
    return f"A-{hashlib.sha256(article.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


def source_of(sources: Mapping[str, SourceView], article: str) -> SourceView:
    """How an article is named; one that the ledger does not list goes by its path."""
    return sources.get(article) or SourceView("", article, "", "")


def members_of(fact: Fact, claims: Mapping[str, Claim]) -> list[Claim]:
    """The mentions of a fact, in the order of their ids."""
    return [claims[claim_id] for claim_id in fact.claim_ids if claim_id in claims]


def _flag_view(flag: Flag, claims: Mapping[str, Claim], headlines: Mapping[str, Headline], sources: Mapping[str, SourceView]) -> FlagView:
    marked = [claims[claim_id] for claim_id in flag.claim_ids if claim_id in claims]
    return FlagView(
        flag_id=flag.flag_id,
        check=flag.check,
        title=CHECK_WORDS.get(flag.check.partition(" ")[0], flag.check),
        severity=flag.severity,
        message=flag.message,
        working=flag.working,
        fact_id=flag.fact_id if flag.fact_id in headlines else "",
        headline=str(headlines.get(flag.fact_id, "")),
        claims=tuple((claim.claim_id, claim.surface, _known_as(source_of(sources, claim.article))) for claim in marked),
        article=_known_as(source_of(sources, flag.article)) if flag.article else "",
    )


def _known_as(source: SourceView) -> str:
    return source_words(source.name, source.publisher)


def severity_rank(severity: str) -> int:
    """0 for an error, higher for what presses less."""
    return SEVERITIES.index(severity) if severity in SEVERITIES else len(SEVERITIES)


def places(index: Index, facts: Iterable[FactView], marked: Collection[str]) -> dict[str, Place]:
    """Claim id -> where its figure leads, for the figures marked in a text; `fact_id` is "" where the page leaves the fact out."""
    worst: dict[str, str] = {}
    for flag in sorted(index.ledger.flags, key=lambda one: -severity_rank(one.severity)):
        worst.update(dict.fromkeys(flag.claim_ids, flag.severity))
    shown_facts = {view.fact_id for view in facts}
    found = {}
    for claim_id in sorted(marked):
        fact_id = index.fact_of.get(claim_id)
        if fact_id is None:
            continue
        words = f"{index.facts[fact_id].verdict}: {index.headlines[fact_id]}"
        kept = fact_id if fact_id in shown_facts else ""
        found[claim_id] = Place(kept, index.facts[fact_id].verdict, words, worst.get(claim_id, ""))
    return found
