"""The facts of the page: most pressing first, each with its mentions, flags, near misses and the span of its values."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from markupsafe import Markup

from ledger.interval import plain
from ledger.model import SEVERITIES, Claim, Comparison, Fact
from ledger.report.page_headline import hedged_amount, in_own_unit
from ledger.report.page_index import members_of, severity_rank, source_of
from ledger.report.page_text import mark_sentence
from ledger.report.page_views import FactView, Index, MentionView, NearView, PageLimits
from ledger.report.page_words import SECTION_WORDS, VERDICT_WORDS, check_order, hedge_words, interval_words, period_words
from ledger.report.plot import PlotRow, render_plot, render_spark

_PLOT_ROWS = 14
_NEAR_MISSES = 4


def fact_views(index: Index, limits: PageLimits, marked: Collection[str]) -> tuple[FactView, ...]:
    """The facts, most pressing first: conflicts and errors, then what was revised or warned of, down to what was told once.

    `marked` are the claims whose figure stands marked in a text of the page.
    """
    ordered = _most_pressing(index, limits.facts)
    index.lookup.prepare(claim_id for fact in ordered for claim_id in fact.claim_ids)
    left, views = limits.claims, []
    for fact in ordered:
        view = make_fact_view(fact, index, marked, min(limits.mentions, max(left, 1)))
        left -= len(view.mentions)
        views.append(view)
    return tuple(views)


def _most_pressing(index: Index, most: int) -> list[Fact]:
    """The first facts, most pressing first; those that press alike by their first place."""
    degrees: defaultdict[tuple[bool, int, int, int], list[Fact]] = defaultdict(list)
    urgency = _urgency(index)
    for fact in index.ledger.facts:
        degrees[urgency(fact)].append(fact)
    found: list[Fact] = []
    for _, alike in sorted(degrees.items()):
        if len(found) >= most:
            break
        found += _by_place(alike, index, most - len(found))
    return found[:most]


def _urgency(index: Index) -> Callable[[Fact], tuple[bool, int, int, int]]:
    """How much a fact presses, the lower the more; told without a look at its claims, of which a large ledger has too many."""
    severity_of = {flag.flag_id: flag.severity for flag in index.ledger.flags}
    verdicts = {verdict: rank for rank, verdict in enumerate(VERDICT_WORDS)}
    idle, claims = index.lookup.idle, index.claims

    def urgency(fact: Fact) -> tuple[bool, int, int, int]:
        severities = {severity_of.get(flag_id) for flag_id in fact.flag_ids}
        rank = verdicts.get(fact.verdict, len(verdicts))
        rank = 0 if "error" in severities else min(rank, 1) if "warning" in severities else rank
        is_idle = rank > 1 and all(claim_id in idle or claim_id not in claims for claim_id in fact.claim_ids)
        return is_idle, rank, -fact.articles, -fact.mentions

    return urgency


def _by_place(facts: Iterable[Fact], index: Index, most: int) -> list[Fact]:
    """At least so many of the facts (all, where they are fewer), by the first place at which they are told."""
    article_of, claims = index.lookup.article_of, index.claims
    by_article: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_article[min([article_of(claim_id) for claim_id in fact.claim_ids if claim_id in claims], default="")].append(fact)
    found: list[Fact] = []
    for article, first in sorted(by_article.items()):
        if len(found) >= most:
            break
        # only now, article by article, are the claims looked at
        found += sorted(first, key=lambda fact: (_first_start(fact, article, claims), fact.fact_id))
    return found


def _first_start(fact: Fact, article: str, claims: Mapping[str, Claim]) -> int:
    return min([claim.start for claim in members_of(fact, claims) if claim.article == article], default=0)


def make_fact_view(fact: Fact, index: Index, marked: Collection[str], most: int, also: Sequence[PlotRow] = ()) -> FactView:
    """One fact with at most so many mentions; the rows of `also` are drawn above those of its mentions."""
    members = members_of(fact, index.claims)
    members.sort(key=lambda claim: (index.dates.get(claim.article) or "9999", claim.article, claim.start))
    flags = [index.flags[flag_id] for flag_id in fact.flag_ids if flag_id in index.flags]
    flags.sort(key=lambda flag: (severity_rank(flag.severity), check_order(flag.check), flag.flag_id))
    rows = _plot_rows(fact, members, index, also)
    headline = index.headlines[fact.fact_id]
    return FactView(
        fact_id=fact.fact_id,
        verdict=fact.verdict,
        headline=headline,
        spark=render_spark(rows) if rows else Markup(""),
        plot=render_plot(rows, _plot_description(rows)) if rows else Markup(""),
        counts=_counts(fact),
        mentions=tuple(_mention_view(claim, index, claim.claim_id in marked) for claim in members[:most]),
        left_out=max(len(members) - most, 0),
        flags=tuple(flags),
        severities=tuple(severity for severity in SEVERITIES if any(flag.severity == severity for flag in flags)),
        near=_near_views(fact.fact_id, index),
        numbers=" ".join(sorted({plain(end) for claim in members for end in (claim.value, claim.low, claim.high) if end is not None})),
        tags=_tags(members),
    )


def _counts(fact: Fact) -> str:
    mentions = f"{fact.mentions} mention{'s' if fact.mentions != 1 else ''}"
    articles = f"{fact.articles} article{'s' if fact.articles != 1 else ''}"
    independent = f" ({fact.independent_sources} independent)" if fact.independent_sources < fact.articles else ""
    return f"{mentions} in {articles}{independent}"


def _tags(members: Sequence[Claim]) -> tuple[str, ...]:
    tags = []
    if members and all(claim.section in ("teaser", "boilerplate") for claim in members):
        tags.append("only in a teaser" if any(claim.section == "teaser" for claim in members) else "only in boilerplate")
    if members and all(claim.weight == "minor" for claim in members):
        tags.append("minor")
    if members and all(claim.background for claim in members):
        tags.append("background")
    return tuple(tags)


def _mention_view(claim: Claim, index: Index, in_text: bool) -> MentionView:
    source = source_of(index.sources, claim.article)
    section = SECTION_WORDS.get(claim.section, "")
    return MentionView(
        claim_id=claim.claim_id,
        figure=claim.surface,
        hedge=hedge_words(claim.qualifier),
        allows=_allows(claim),
        sentence=mark_sentence(claim, lambda: index.ledger.texts.get(claim.article, "")),
        source=source,
        section=section,
        where=" · ".join([words for words in (source.publisher, source.published, section) if words]),
        notes=_notes(claim),
        in_text=in_text,
        quiet=claim.section in ("teaser", "boilerplate"),
    )


def _notes(claim: Claim) -> tuple[tuple[str, str], ...]:
    """What else the mention says of itself, under the names of the columns."""
    named = (
        ("said by", claim.speaker),
        ("counts" if claim.kind == "count" else "of", claim.entity or (claim.unit if claim.kind == "count" else "")),
        ("scope", claim.scope),
        ("outcome", claim.outcome),
        ("role", claim.role if claim.role != "actual" else ""),
        ("period", period_words(claim.period)),
        ("against", period_words(claim.base_period)),
        ("subject", claim.subject),
        ("place", claim.place),
        ("", "in a quotation" if claim.quoted else ""),
        ("", "background" if claim.background else ""),
        ("", "minor" if claim.weight == "minor" else ""),
    )
    return tuple((name, value) for name, value in named if value)


def _allows(claim: Claim) -> str:
    """What the hedge allows, where that is more than the hedge and the figure read one after the other."""
    if not claim.qualifier:
        return ""
    words = interval_words(claim.bounds)
    return "" if any(words.startswith(f"{hedge_words(hedge)} ") for hedge in claim.qualifier.split(";")) else words


def _near_views(fact_id: str, index: Index) -> tuple[NearView, ...]:
    """The nearest misses, each other fact once."""
    nearest: dict[str, Comparison] = {}
    for pair in index.lookup.near_of(fact_id):
        other = next(one for one in (index.fact_of[pair.left], index.fact_of[pair.right]) if one != fact_id)
        nearest.setdefault(other, pair)
    return tuple(_near_view(other, pair, index) for other, pair in list(nearest.items())[:_NEAR_MISSES])


def _near_view(other: str, pair: Comparison, index: Index) -> NearView:
    against = sorted((term for term in pair.terms if term[1] < 0 and term[0] != "bias"), key=lambda term: (term[1], term[0]))
    reasons = "; ".join(f"{name.replace('_', ' ')}: {reason}" for name, _, reason in against[:2])
    return NearView(other, str(index.headlines[other]), reasons)


def _plot_rows(fact: Fact, members: Sequence[Claim], index: Index, also: Sequence[PlotRow]) -> list[PlotRow]:
    """The rows of `also` and a row for each thing an article says, where not all say the same; else none."""
    kept: dict[tuple[object, ...], Claim] = {}
    for claim in in_own_unit(fact, members):
        if claim.low is not None or claim.high is not None or claim.value is not None:
            kept.setdefault((claim.article, claim.low, claim.high, claim.qualifier), claim)
    articles = sorted({claim.article for claim in kept.values()})
    publishers = Counter(source_of(index.sources, article).publisher for article in articles)
    rows = [*also, *(_plot_row(claim, index, publishers) for claim in kept.values())]
    said = {(row.low, row.high, row.words) for row in rows}
    return rows[:_PLOT_ROWS] if len(said) > 1 else []


def _plot_row(claim: Claim, index: Index, publishers: Mapping[str, int]) -> PlotRow:
    """The claim under its publisher's name, or its title where that names more than one article."""
    source = source_of(index.sources, claim.article)
    return make_plot_row(claim, source.publisher if source.publisher and publishers[source.publisher] == 1 else source.name)


def make_plot_row(claim: Claim, label: str) -> PlotRow:
    """The row of a claim that has a figure; a missing end is the other."""
    ends = [end for end in (claim.low, claim.high, claim.value) if end is not None]
    return PlotRow(label, hedged_amount(claim), min(ends), max(ends), claim.bounds, claim.expected, bool(claim.qualifier))


def _plot_description(rows: Sequence[PlotRow]) -> str:
    return "Values on a line. " + "; ".join(f"{row.label}: {row.words}" for row in rows)
