"""Which of a sentence's places is a figure's: the nearest by clauses, marks, other figures and words."""

from __future__ import annotations

from ledger.extract.context_places import LIMIT, Place
from ledger.extract.context_view import SentenceView
from ledger.extract.context_words import CONJ, DET, FINITE, PREP, REL, SAY
from ledger.sources.tokens import NUMBER

_OTHER_CLAUSE = frozenset(("while", "but", "whereas", "although", "though"))
_JOINED = 0.7
"""What the place of a verb behind "and" costs more."""
_BARE = 0.9
"""What a noun of places without a name costs at least."""
_COMPASS_ENDS = ("north", "south", "east", "west")
_ASIDE = 14
_OUTSIDE = 2.0
"""What a place behind the clause ", who ...," around a figure costs more."""
_ANOTHERS = 1.7
"""What the place of a figure in another clause costs more."""
_ACTING = 1.6
"""What a place that acts in a clause of "of which" costs more."""
_STEP = 0.05
_REACH = 45
"""Tokens beyond which a place is too far in any case."""
_VAGUE = frozenset(("tens", "dozens", "scores", "hundreds", "thousands", "millions"))
_BESIDE = 4
"""Tokens between a figure and a place that is its own."""


def place_of(view: SentenceView, places: tuple[Place, ...], first: int, last: int) -> Place | None:
    """The place nearest to the figure by clause boundaries and words, or None where none is near enough."""
    near = [place for place in places if first - _REACH < place.last and place.first < last + _REACH]
    own = _own_place(view, near, last)
    if own is not None:
        near = [place for place in near if place.last <= own.last]
    aside = _aside_end(view, first, last) if near else view.end
    costs = [
        (_distance(view, place, first, last) + place.cost + (_OUTSIDE if last <= aside <= place.lead else 0.0), at)
        for at, place in enumerate(near)
    ]
    best = min(costs, default=None)
    return near[best[1]] if best is not None and best[0] <= LIMIT else None


def _aside_end(view: SentenceView, first: int, last: int) -> int:
    """The comma that closes the clause ", who ..." around a figure, or the sentence's end."""
    for here in range(first - 1, max(view.start, first - _ASIDE), -1):
        if view.lows[here] == ",":
            break
        if view.lows[here] in ("who", "which", "whose"):
            closes = view.lows[here - 1] == ","
            return next((at for at in range(last, view.end) if view.lows[at] == ","), view.end) if closes else view.end
    return view.end


def behind_head(view: SentenceView, place: Place, head: int) -> Place | None:
    """What a phrase says of the place behind the counted noun in it: of "the busiest areas of northern Peru" northern Peru."""
    first = head
    while first < place.last and view.tags[first] & (PREP | DET):
        first += 1
    return Place(first, place.last, place.lead, place.cost) if head < first < place.last else None


def _own_place(view: SentenceView, places: list[Place], last: int) -> Place | None:
    """The first place behind the figure where another figure stands between it and the next: "90 people in the valley and 20 more
    across the border"; None where the figures share their place."""
    behind = [place for place in places if place.lead >= last]
    if len(behind) < 2 or behind[0].lead - last > _BESIDE:
        return None
    if _tells_number(view, last, behind[0].lead):
        return None
    end = behind[0].last
    for place in behind[1:]:
        if place.lead > end:
            return behind[0] if _tells_number(view, end, place.lead) else None
        end = place.last  # "the province on Orr island": one place
    return None


def _tells_number(view: SentenceView, start: int, end: int) -> bool:
    return any(
        view.kinds[token] == NUMBER or view.lows[token] in view.lexicon.numbers or view.lows[token] in _VAGUE for token in range(start, end)
    )


def _distance(view: SentenceView, place: Place, first: int, last: int) -> float:
    """How far the place is from the figure, in clause boundaries, marks, other figures and words."""
    if place.first < last and first < place.last:
        return 9.0
    if place.first >= last:
        tokens, cost = range(last, place.lead), 0.0
        if view.lows[place.lead - 1].endswith(_COMPASS_ENDS) and any(view.kinds[at] == NUMBER for at in tokens):
            cost = 1.5  # "which has 900 people, is 40 miles south of Lorn"
        cost += _of_another_clause(view, last, place.lead)
        if place.lead == place.first and any(view.tags[at] & REL and view.tags[at - 1] & PREP for at in tokens):
            cost += _ACTING  # "75 talks, in the course of which Peru signed"
    else:
        tokens, cost = range(place.last, first), 0.35 + _of_another_figure(view, place.last, first)
        if _aside_end(view, place.first, place.last) < first:
            cost += _OUTSIDE  # "The train, which came from Lorn, went off the rails at 190 km per hour"
    bare = place.cost >= _BARE
    for token in tokens:
        cost += _STEP + _crossing(view, token, bare=bare)
        if cost > LIMIT:
            break
    return cost


def _of_another_clause(view: SentenceView, start: int, end: int) -> float:
    """What it costs that a place behind the figure belongs to a verb behind "and" ("hit 15 villages and was felt in Peru") or to
    another figure ("beat four rivals in a final watched by 36 million people in Peru")."""
    cost = _of_another_figure(view, start, end)
    joined = False
    for token in range(start, end):
        if view.lows[token] == "and":
            joined = True
        elif joined and view.tags[token] & FINITE and view.is_verb(token):
            joined, cost = False, cost + _JOINED
    return cost


def _of_another_figure(view: SentenceView, start: int, end: int) -> float:
    """What it costs that a clause with a number of its own stands between."""
    other, cost = False, 0.0
    for token in range(start, end):
        if view.tags[token] & REL or (view.lows[token] == "by" and view.lows[token - 1].endswith("ed")):
            other = True
        elif other and view.kinds[token] == NUMBER:
            cost += _ANOTHERS
    return cost


def _crossing(view: SentenceView, token: int, *, bare: bool) -> float:
    """What a token between figure and place costs beside its step."""
    low, tag = view.lows[token], view.tags[token]
    if low in (",", "(", ")", "—", "–", ":"):
        return 0.3
    if low in (";", "|", "including"):
        return 1.5  # "125 seats in the country, including 15 in Ulm"
    if low in ('"', "“", "”") or (tag & SAY and view.is_verb(token)):
        return 0.8
    if tag & REL:
        return 1.0 if bare else 0.2
    if low in _OTHER_CLAUSE:
        return 2.2
    if tag & CONJ and low not in ("and", "or"):
        return 0.4
    return 0.15 if view.kinds[token] == NUMBER else 0.0
