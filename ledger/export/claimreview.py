"""schema.org ClaimReview: the reviewed claims as JSON-LD, as search engines and fact-check feeds read them.

https://schema.org/ClaimReview. Only finished checks are published, and never what people wrote for each other (Note, Disagreement).
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from ledger.export.reading import ReviewedLedger
from ledger.model import Article, Claim
from ledger.store import Review

RATINGS: Mapping[str, int | None] = MappingProxyType({"Confirmed": 5, "Corrected": 2, "Wrong": 1, "Unverifiable": None})
"""Status -> its rating from 1 to 5; the statuses that are not here are not finished, or say nothing of the claim."""
_WEB = re.compile(r"https?://\S+", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def render_claimreview(reviewed: ReviewedLedger) -> bytes:
    """One JSON-LD graph with a ClaimReview for each finished check whose figure still stands, by claim id."""
    articles = {article.article: article for article in reviewed.ledger.articles}
    claims = {claim.claim_id: claim for claim in reviewed.ledger.claims}
    graph = [
        _claim_review(claims[review.id], review, articles.get(claims[review.id].article))
        for review in reviewed.reviews
        if review.id in claims and review.status in RATINGS
    ]
    document = {"@context": "https://schema.org", "@graph": graph}
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def _claim_review(claim: Claim, review: Review, article: Article | None) -> dict[str, Any]:
    day = next((text for text in (review.signed_off_on, review.checked_on) if _DAY.fullmatch(text)), "")
    return _without_gaps(
        {
            "@type": "ClaimReview",
            "@id": f"urn:factledger:{claim.claim_id}",
            "claimReviewed": claim.sentence,
            "datePublished": day,
            "author": _named("Person", review.checked_by),
            "editor": _named("Person", review.signed_off_by),
            "reviewBody": _body(claim, review),
            "citation": _source(review),
            "itemReviewed": _item(claim, article),
            "reviewRating": _rating(review),
        }
    )


def _rating(review: Review) -> dict[str, Any]:
    rating = RATINGS[review.status]
    scale = {} if rating is None else {"ratingValue": rating, "bestRating": 5, "worstRating": 1}
    return {"@type": "Rating", **scale, "alternateName": review.status}


def _body(claim: Claim, review: Review) -> str:
    figure = " ".join(claim.surface.split())
    checked = f"; checked value: {review.checked_value.strip()}" if review.checked_value.strip() else ""
    method = f". Method: {review.method.strip()}" if review.method.strip() else ""
    return f"{review.status}: “{figure}”{checked}{method}"


def _item(claim: Claim, article: Article | None) -> dict[str, Any]:
    appearance = _appearance(article) if article else None
    published = article.published.isoformat() if article and article.published else ""
    author = _speaker(claim.speaker) or _named("Organization", article.publisher if article else "")
    return _without_gaps({"@type": "Claim", "text": claim.sentence, "author": author, "datePublished": published, "appearance": appearance})


def _appearance(article: Article) -> dict[str, Any]:
    return _without_gaps(
        {
            "@type": "NewsArticle",
            "identifier": article.article,
            "headline": article.title,
            "url": article.url if _WEB.fullmatch(article.url) else "",
            "datePublished": article.published.isoformat() if article.published else "",
            "publisher": _named("Organization", article.publisher),
        }
    )


def _source(review: Review) -> dict[str, Any] | None:
    link = _WEB.search(review.source_link)
    source = _without_gaps({"@type": "CreativeWork", "name": review.source.strip(), "url": link[0].rstrip(").,") if link else ""})
    return source if len(source) > 1 else None


def _speaker(name: str) -> dict[str, str] | None:
    """A name of two or three capitalised words is taken for a person's, any other speaker for an organisation."""
    words = name.split()
    return _named("Person" if len(words) in (2, 3) and all(word[:1].isupper() for word in words) else "Organization", name)


def _named(kind: str, name: str) -> dict[str, str] | None:
    return {"@type": kind, "name": name.strip()} if name.strip() else None


def _without_gaps(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in ("", None)}
