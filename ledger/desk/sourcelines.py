"""A source line for the story: the figure, where it is from, and the words it is from."""

from __future__ import annotations

from ledger.model import Article, Claim
from ledger.report.page_headline import hedged_amount, is_counted, noun_words
from ledger.report.page_text import folded, shown
from ledger.report.page_words import date_words, period_words

_QUOTE = 300
"""A longer sentence is cut around its figure to about so many characters."""


def source_line(claim: Claim, article: Article | None, original: Article | None = None) -> str:
    """`4,250 ships, 2025; “Corvana opens its new harbour”, Gazette, 3 March 2026: “The port handled 4,250 ships in 2025.”`

    What is not known is left out; a reprint names the article it repeats.
    """
    what = noun_words(claim)
    joint = "" if not what else " " if is_counted(claim) else ", "
    figure = ", ".join(part for part in (f"{hedged_amount(claim)}{joint}{what}", period_words(claim.period)) if part)
    return shown(folded(f"{figure}; {_source(claim, article, original)}: “{quote_words(claim)}”"))


def _source(claim: Claim, article: Article | None, original: Article | None) -> str:
    if article is None:
        return claim.article
    title = f"“{article.title}”" if article.title else article.article
    parts = [title, article.publisher, date_words(article.published) if article.published else ""]
    if original is not None:
        parts.append(f"reprint of “{original.title}”" if original.title else f"reprint of {original.article}")
    if claim.speaker:
        parts.append(f"quoting {claim.speaker}")
    if article.url.startswith(("https://", "http://")):
        parts.append(article.url)
    return ", ".join(part for part in parts if part)


def quote_words(claim: Claim) -> str:
    """The sentence of a claim, its own double quotation marks made single; a long one cut around the figure, with marks of omission."""
    sentence = claim.sentence
    if len(sentence) > _QUOTE:
        at = max(sentence.find(folded(claim.surface)), 0)
        first = max(0, at - _QUOTE // 2)
        last = min(len(sentence), first + _QUOTE)
        first = sentence.find(" ", first) + 1 if first else 0
        last = sentence.rfind(" ", at, last) if last < len(sentence) else last
        sentence = f"{'…' if first else ''}{sentence[first:last]}{'…' if last < len(claim.sentence) else ''}"
    return sentence.translate(str.maketrans('“”"', "‘’'"))
