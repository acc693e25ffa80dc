"""Who owns what a figure measures, and what a price is paid for."""

from __future__ import annotations

from ledger.extract.context_phrases import phrase_right, phrase_start
from ledger.extract.context_view import Phrase, SentenceView
from ledger.extract.context_words import ADV, BREAK, DET, PREP, PRON

TIMES = frozenset("year month week day quarter season decade century morning night spring summer autumn winter".split())
"""Nouns of times."""
_HEDGES = frozenset(("about", "around", "over", "up", "to", "least", "than"))
_PAYING = frozenset(("paid", "pay", "pays", "paying"))
_BUYING = frozenset(
    ("bought", "buy", "buys", "buying", "acquired", "acquire", "acquires", "acquiring", "purchased", "sold", "sell", "sells", "selling")
)
_PURCHASES = frozenset(("acquisition", "purchase", "takeover", "buyout", "sale"))
_LONGEST_BOUGHT = 9


def lead_of(view: SentenceView, first: int) -> int:
    """The token before the figure's articles and hedges. Many rules ask for it, so the view keeps the last one."""
    if view.led == first:
        return view.lead
    here = first - 1
    while here > view.start and (view.tags[here] & (DET | ADV) or view.lows[here] in _HEDGES):
        here -= 1
    view.led, view.lead = first, here
    return here


def is_ranked_aside(view: SentenceView, first: int, last: int) -> bool:
    """True for the rank of a place or thing that a preposition leads: "in Peru's second largest city"; it is the city's own."""
    if not (view.lows[last].endswith("est") or view.lows[last] in ("most", "-")):
        return False
    here = first - 1
    while here > view.start and (view.tags[here] & DET or view.words[here][:1].isupper()):
        here -= 1
    return view.tags[here] & PREP != 0


def owner_before(view: SentenceView, first: int, kind: str) -> Phrase | None:
    """The owner straight before a sum or a share: "her rival's 45 percent"; not "last year's 45 percent". A count has one where a
    preposition leads to both: "cuts among the firm's more than 900 workers"."""
    if kind == "count":
        first = lead_of(view, first) + 1
    low = view.lows[first - 1]
    if kind not in ("currency", "percent", "count") or not low.endswith(("'s", "’s")):
        return None
    base = low[:-2]
    if base in TIMES or view.lexicon.tags.get(base, 0) & ADV:
        return None
    start = phrase_start(view, first)
    if kind == "count" and view.lows[lead_of(view, start)] not in ("among", "of", "for", "to", "with"):
        return None
    return Phrase(start, first, first) if start < first else None


def bought(view: SentenceView, first: int, last: int, kind: str) -> Phrase | None:
    """The thing a price is paid for: "paid 3 million for the keeper", "bought it for 3 million", "a 3 million purchase of the yard"."""
    if kind != "currency":
        return None
    lead = lead_of(view, first)
    if view.lows[last] in _PURCHASES and view.lows[last + 1] == "of":
        return phrase_right(view, last + 2)
    if view.lows[lead] in _PAYING and view.lows[last] == "for":
        return phrase_right(view, last + 1)
    if view.lows[lead] != "for":
        return None
    for token in range(lead - 1, max(view.start - 1, lead - _LONGEST_BOUGHT), -1):
        if view.lows[token] in _BUYING and token + 1 < lead:
            phrase = phrase_right(view, token + 1)
            return phrase if phrase is not None and phrase.last <= lead and not view.tags[phrase.first] & PRON else None
        if view.tags[token] & (BREAK | PREP) and view.lows[token] != "of":
            return None
    return None


def possessor(subject: Phrase | None, view: SentenceView) -> Phrase | None:
    """The owner in "Ulm's harbour": the words up to the possessive mark, with it."""
    if subject is None:
        return None
    for token in range(subject.first, subject.last - 1):
        if view.lows[token].endswith(("'s", "’s")):
            return Phrase(subject.first, token + 1, subject.chain)
    return None


def of_owner(view: SentenceView, at: int) -> Phrase | None:
    """The owner behind "(3 billion euros) of Ulm's trade"."""
    return possessor(phrase_right(view, at + 1), view) if view.lows[at] in ("of", "in") else None
