"""The articles of the page, their figures in place, and the flags by severity."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from ledger.model import UNCOUNTED_REASONS, Article, Uncounted
from ledger.report.page_index import article_anchor, severity_rank, source_of
from ledger.report.page_text import make_blocks
from ledger.report.page_views import ArticleView, FlagView, Index, PageLimits
from ledger.report.page_words import REASON_WORDS, VERDICT_WORDS, check_order

_SURFACES = 24


def flag_views(index: Index, limits: PageLimits) -> tuple[FlagView, ...]:
    """The flags, errors first, then by check and id."""
    ordered = sorted(index.ledger.flags, key=lambda flag: (severity_rank(flag.severity), check_order(flag.check), flag.flag_id))
    return tuple(index.flags[flag.flag_id] for flag in ordered[: limits.flags])


def article_views(index: Index, limits: PageLimits) -> tuple[ArticleView, ...]:
    """The articles with their text, in the ledger's order."""
    return tuple(_article_view(article, index, limits) for article in index.ledger.articles[: limits.articles])


def _article_view(article: Article, index: Index, limits: PageLimits) -> ArticleView:
    ledger, claims = index.ledger, index.lookup.claims_of(article.article)
    text = ledger.texts.get(article.article, "")
    uncounted = index.lookup.uncounted_of(article.article)
    kept = [section for section in ledger.sections.get(article.article, ()) if section.start < limits.characters]
    blocks = tuple(make_blocks(text[: limits.characters], kept, claims, uncounted))
    verdicts = Counter(index.facts[index.fact_of[claim.claim_id]].verdict for claim in claims if claim.claim_id in index.fact_of)
    return ArticleView(
        anchor=article_anchor(article.article),
        article=article.article,
        source=source_of(index.sources, article.article),
        url=article.url if article.url.startswith(("https://", "http://")) else "",
        blocks=blocks,
        cut=max(len(text) - limits.characters, 0),
        figures=len(claims),
        verdicts=tuple((verdict, verdicts[verdict]) for verdict in VERDICT_WORDS if verdicts[verdict]),
        uncounted=_by_reason(uncounted),
    )


def _by_reason(uncounted: Sequence[Uncounted]) -> tuple[tuple[str, str, int, tuple[str, ...]], ...]:
    surfaces: defaultdict[str, list[str]] = defaultdict(list)
    for one in uncounted:
        surfaces[one.reason].append(one.surface)
    reasons = [*UNCOUNTED_REASONS, *sorted(set(surfaces) - set(UNCOUNTED_REASONS))]
    return tuple(
        (reason, _reason_words(reason, len(surfaces[reason])), len(surfaces[reason]), tuple(dict.fromkeys(surfaces[reason]))[:_SURFACES])
        for reason in reasons
        if surfaces.get(reason)
    )


def _reason_words(reason: str, many: int) -> str:
    one, several = REASON_WORDS.get(reason, (reason, reason))
    return one if many == 1 else several
