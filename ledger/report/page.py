"""ledger.html: the ledger as one page that needs nothing else, from its templates and the views of it."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from importlib import resources
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from ledger.model import SEVERITIES, Ledger
from ledger.report.page_articles import article_views, flag_views
from ledger.report.page_facts import fact_views
from ledger.report.page_index import make_index, places, source_of
from ledger.report.page_views import FIRST_LOOK, FactView, FlagView, Index, PageLimits
from ledger.report.page_words import REASON_WORDS, SEVERITY_WORDS, VERDICT_WORDS, date_words, grouped
from ledger.report.templating import make_environment

MOST_CLAIMS = 50_000
"""The mentions up to which a page may be a large one, as a workbook may."""
_TOGETHER = 1_000
"""Pieces of a template that are written at once."""


def render_page(ledger: Ledger, limits: PageLimits | None = None) -> str:
    """The whole of ledger.html, the same bytes for the same ledger: no clock, no network, no file beside it.

    What passes the limits is left out and said on the page; the tables hold it.
    """
    return "".join(_pieces(ledger, limits or limits_of(ledger)))


def write_page(ledger: Ledger, path: Path) -> None:
    """Writes that page piece by piece: a large one is never in memory as a whole. Half a surrogate pair becomes a question mark."""
    with path.open("wb") as file:
        for piece in _pieces(ledger, limits_of(ledger)):
            file.write(piece.encode("utf-8", "replace"))


def limits_of(ledger: Ledger) -> PageLimits:
    """How much of a ledger its page holds."""
    return FIRST_LOOK if len(ledger.claims) > MOST_CLAIMS else PageLimits()


def _pieces(ledger: Ledger, limits: PageLimits) -> Iterator[str]:
    stream = _environment().get_template("page.html").stream(**_views(ledger, limits), **_frame())
    stream.enable_buffering(_TOGETHER)
    piece = ""
    for piece in stream:
        yield piece
    if not piece.endswith("\n"):
        yield "\n"


def _views(ledger: Ledger, limits: PageLimits) -> dict[str, object]:
    """What the templates show of the ledger."""
    index = make_index(ledger, limits)
    articles = article_views(index, limits)
    marked = {run.claim.claim_id for article in articles for block in article.blocks for run in block.runs if run.claim}
    facts = fact_views(index, limits, marked)
    flags = flag_views(index, limits)
    return {
        "facts": facts,
        "articles": articles,
        "flags": flags,
        "held": _held(marked, facts, flags),
        "places": places(index, facts, marked),
        "totals": _totals(ledger),
        "counts": _counts(index),
        "span": _span(ledger),
        "rates": _rates(index),
        "rules_digest": ledger.rules_digest,
    }


def _frame() -> dict[str, object]:
    """What is the same on every page: the words of the catalogue, the style, the scripts, and the policy that admits only these."""
    style, early, late = (_asset(name) for name in ("page.css", "page_early.js", "page.js"))
    return {
        "verdicts": VERDICT_WORDS,
        "severities": SEVERITY_WORDS,
        "reasons": REASON_WORDS,
        "style": Markup(style),  # noqa: S704 (the package's own files, no text of an article)
        "early": Markup(early),  # noqa: S704
        "late": Markup(late),  # noqa: S704
        "policy": _policy(style, early, late),
    }


def _environment() -> Environment:
    """The templates of every page, with the grouped figures of this one."""
    environment = make_environment()
    environment.filters["grouped"] = grouped
    return environment


def _asset(name: str) -> str:
    return resources.files("ledger.report").joinpath("templates", name).read_text(encoding="utf-8").strip()


def _policy(style: str, *scripts: str) -> str:
    """Nothing may be loaded; only this page's own style and scripts, known by their digests, apply."""

    def source(text: str) -> str:
        return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

    rules = {
        "default-src": "'none'",
        "style-src": source(style),
        "script-src": " ".join(source(text) for text in scripts),
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _held(marked: Iterable[str], facts: Iterable[FactView], flags: Iterable[FlagView]) -> set[str]:
    """The ids that the page has a place for; a link to any other would lead nowhere."""
    told = {one.claim_id for fact in facts for one in fact.mentions}
    return {*marked, *told, *(fact.fact_id for fact in facts), *(flag.flag_id for flag in flags)}


def _totals(ledger: Ledger) -> Mapping[str, int]:
    return {
        "articles": len(ledger.articles),
        "claims": len(ledger.claims),
        "facts": len(ledger.facts),
        "flags": len(ledger.flags),
        "conflicts": sum(fact.verdict == "conflict" for fact in ledger.facts),
        "numbers": len(ledger.uncounted),
        "reprints": len(ledger.reprints),
    }


def _counts(index: Index) -> Mapping[str, Mapping[str, int]]:
    """How many facts of each verdict, flags of each severity, facts under a flag of each, and numbers that are no claims by reason."""
    ledger = index.ledger
    of_flags = {flag.flag_id: flag.severity for flag in ledger.flags}
    under = Counter(severity for fact in ledger.facts for severity in {of_flags.get(flag_id, "") for flag_id in fact.flag_ids})
    by_reason = index.lookup.reasons
    reasons = [*REASON_WORDS, *sorted(set(by_reason) - set(REASON_WORDS))]
    return {
        "verdicts": Counter(fact.verdict for fact in ledger.facts),
        "severities": Counter(of_flags.values()),
        "flagged": {severity: under[severity] for severity in SEVERITIES},
        "reasons": {reason: by_reason[reason] for reason in reasons if by_reason.get(reason)},
    }


def _span(ledger: Ledger) -> str:
    """When and by whom the articles were published, in words."""
    days = sorted(article.published for article in ledger.articles if article.published)
    publishers = sorted({article.publisher for article in ledger.articles if article.publisher})
    parts = []
    if days:
        parts.append(date_words(days[0]) if days[0] == days[-1] else f"{date_words(days[0])} to {date_words(days[-1])}")
    if publishers:
        more = f" and {len(publishers) - 4} more" if len(publishers) > 4 else ""
        parts.append(", ".join(publishers[:4]) + more)
    return " · ".join(parts)


def _rates(index: Index) -> list[dict[str, str]]:
    rows = []
    for rate in index.ledger.rates:
        said = [index.claims[claim_id].surface for claim_id in (rate.converted_id, rate.claim_id) if claim_id in index.claims]
        row = {"claim_id": rate.claim_id, "said": " = ".join(said), "pair": f"{rate.base} per {rate.quote}"}
        row |= {"source": source_of(index.sources, rate.article).name}
        row |= {name: grouped(_six_digits(getattr(rate, name))) for name in ("low", "rate", "high")}
        rows.append(row)
    return rows


def _six_digits(number: Decimal) -> Decimal:
    """Six significant digits: a rate is a quotient, and its tail says nothing."""
    return number.quantize(Decimal(1).scaleb(number.adjusted() - 5))
