"""An opened ledger, and the facts in it as the page tells them: the same views, from the same functions, as ledger.html."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ledger.desk.answers import Json, fact_json
from ledger.desk.sourcelines import source_line
from ledger.draft.index import LedgerIndex
from ledger.draft.marks import Backing
from ledger.model import Article, Claim, Comparison, Fact, Flag, Ledger
from ledger.report.page_facts import make_fact_view
from ledger.report.page_headline import make_headline
from ledger.report.page_index import make_index, members_of
from ledger.report.page_views import Headline, PageLimits
from ledger.report.plot import PlotRow
from ledger.store import read_rows
from ledger.store.lines import split_line
from ledger.store.rows import parse_article, parse_comparison, parse_flag

_MENTIONS = 60
_NEAR = 8
_SPOKEN = 20
"""A line of the search puts so many mentions into words; the fact itself, once opened, all of them."""


@dataclass(frozen=True, slots=True)
class Marginalia:
    """What stands beside the facts of a ledger, as rows: flags by the ids they name, near misses by claim id."""

    flags: Mapping[str, Sequence[Sequence[str]]]
    links: Mapping[str, Sequence[Sequence[str]]]


def read_marginalia(folder: Path, pause: Callable[[], None] = lambda: None) -> Marginalia:
    """The flags and links of a ledger folder, unparsed; `pause` is called now and then."""
    _, tables = read_rows(folder, ("flags", "links"))
    pause()
    flags: dict[str, list[Sequence[str]]] = {}
    for row in tables["flags"]:
        for fact_id in {row[3]} - {""}:
            flags.setdefault(fact_id, []).append(row)
        for claim_id in row[4].split(";"):
            flags.setdefault(claim_id, []).append(row)
    pause()
    links: dict[str, list[Sequence[str]]] = {}
    for number, row in enumerate(tables["links"]):
        links.setdefault(row[0], []).append(row)
        links.setdefault(row[1], []).append(row)
        if number % 5000 == 0:
            pause()
    return Marginalia(flags, links)


def headline_of(index: LedgerIndex, fact: Fact) -> tuple[Headline, tuple[str, ...]]:
    """A fact in words, and the names of the articles that tell it."""
    claims = {key: index.claim(key) for key in fact.claim_ids[:_SPOKEN]}
    members = members_of(fact, claims)
    articles = {claim.article: _article(index, claim.article) for claim in members if claim.article in index.articles}
    headline = make_headline(fact, members, {name: str(article.published or "") for name, article in articles.items()})
    names = dict.fromkeys(article.publisher or article.title or name for name, article in sorted(articles.items()))
    return headline, tuple(names)


def make_fact_json(
    index: LedgerIndex, margin: Marginalia, fact_id: str, also: Sequence[PlotRow] = (), backing: Backing | None = None
) -> Json | None:
    """A fact in full, or None where the ledger has none of this id; `also` is drawn on its line beside the mentions."""
    fact = index.fact(fact_id)
    if fact is None:
        return None
    excerpt = _excerpt(index, margin, fact)
    views = make_index(excerpt, PageLimits())
    view = make_fact_view(fact, views, (), _MENTIONS, also)
    articles = {article.article: article for article in excerpt.articles}
    claims = members_of(fact, views.claims)
    lines = {claim.claim_id: line_of(claim, articles, excerpt.reprints) for claim in claims}
    relations = {source.claim.claim_id: source.relation for source in backing.sources} if backing else {}
    return fact_json(view, lines, {claim.claim_id: claim.article for claim in claims}, relations)


def line_of(claim: Claim, articles: Mapping[str, Article], reprints: Mapping[str, str]) -> str:
    """The source line of a claim."""
    return source_line(claim, articles.get(claim.article), articles.get(reprints.get(claim.article, "")))


def _excerpt(index: LedgerIndex, margin: Marginalia, fact: Fact) -> Ledger:
    """The part of a ledger that the view of one fact looks at: its claims and flags, and the facts that looked alike."""
    comparisons = sorted(_near(index, margin, fact), key=lambda one: (-one.weight, one.left, one.right))[:_NEAR]
    others = {_fact_of(index, key) for pair in comparisons for key in (pair.left, pair.right)} - {fact.fact_id, ""}
    facts = [fact, *(found for fact_id in sorted(others) if (found := index.fact(fact_id)) is not None)]
    flags = _flags(margin, fact)
    wanted = {key for one in facts for key in one.claim_ids} | {key for flag in flags for key in flag.claim_ids}
    claims = [index.claim(key) for key in sorted(wanted) if index.has_claim(key)]
    articles = {claim.article for claim in claims} | {flag.article for flag in flags}
    articles |= {index.original(one) for one in articles}
    known = sorted(articles & index.articles.keys())
    return Ledger(
        articles=tuple(_article(index, one) for one in known),
        claims=tuple(claims),
        facts=tuple(facts),
        flags=tuple(flags),
        uncounted=(),
        reprints={one: index.original(one) for one in known if index.original(one) != one},
        comparisons=tuple(comparisons),
    )


def _article(index: LedgerIndex, article: str) -> Article:
    return parse_article(split_line(index.articles[article]))


def _fact_of(index: LedgerIndex, claim_id: str) -> str:
    if not index.has_claim(claim_id):
        return ""
    index.claim(claim_id)
    return index.fact_of(claim_id)


def _near(index: LedgerIndex, margin: Marginalia, fact: Fact) -> Iterator[Comparison]:
    """The comparisons of a fact's claims with claims of other facts."""
    own = frozenset(fact.claim_ids)
    for key in fact.claim_ids:
        for row in margin.links.get(key, ()):
            if not own.issuperset(row[:2]):
                yield parse_comparison(row)


def _flags(margin: Marginalia, fact: Fact) -> list[Flag]:
    rows = {row[0]: row for key in _keys(fact) for row in margin.flags.get(key, ())}
    return [parse_flag(rows[key]) for key in sorted(rows) if key in fact.flag_ids]


def _keys(fact: Fact) -> Iterable[str]:
    return (fact.fact_id, *fact.claim_ids)
