"""Which claim of one ledger is which of the other.

Claim ids hold no figure, so most claims find themselves by id, also after a correction. Words edited close to a figure, a hedge put
before it or a repeated line above it change the id; those are found within their article by sentence, figure and words, in rounds
from the surest to the least sure. Each claim is matched once at most.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Mapping, Sequence

from ledger.diff.editions import Edition, Row
from ledger.diff.rows import ARTICLE, figure_of, masked_sentence, thing_of

_NEAR = 25
"""Claims that are compared by words stand within so many of each other among those that are left of an article."""
_LIKE = 0.5
_WORD = re.compile(r"[^\W_]+|#")
_SHA = ARTICLE["sha256"]
Key = Callable[[Row], Hashable]


def match_claims(old: Edition, new: Edition, same: Mapping[str, str]) -> dict[str, str]:
    """Old claim id -> new claim id, for the claims of the articles that both ledgers hold."""
    pairs = {claim_id: claim_id for claim_id, row in old.claims.items() if _stays(row, new.claims.get(claim_id))}
    arrived = set(pairs.values())
    before, after = _left(old, pairs), _left(new, arrived)
    for name, other in same.items():
        if name in before and other in after:
            unedited = old.articles[name][_SHA] == new.articles[other][_SHA]
            pairs |= _match_article(before[name], after[other], unedited=unedited)
    return pairs


def _stays(row: Row, other: Row | None) -> bool:
    """True for a claim with the same id, article and figure in both."""
    return other is row or other is not None and row[7:12] == other[7:12] and row[2] == other[2]


def _left(edition: Edition, matched: Mapping[str, str] | set[str]) -> dict[str, list[Row]]:
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for claim_id, row in edition.claims.items():
        if claim_id not in matched:
            found[row[2]].append(row)
    for rows in found.values():
        rows.sort(key=lambda row: (int(row[4]), int(row[5]), row[0]))
    return found


def _match_article(olds: list[Row], news: list[Row], *, unedited: bool) -> dict[str, str]:
    """The pairs among the claims of one article that are left, both in text order."""
    masks = {id(row): masked_sentence(row) for row in (*olds, *news)}
    rounds: list[Key] = [
        lambda row: (masks[id(row)], figure_of(row), row[6]),
        lambda row: (masks[id(row)], figure_of(row)),
        lambda row: row[0],
        lambda row: (masks[id(row)], thing_of(row)),
        lambda row: (masks[id(row)], thing_of(row)[:2]),
        lambda row: (figure_of(row), thing_of(row)),
    ]
    if unedited:
        rounds.insert(0, lambda row: (row[4], row[5]))
    pairs: dict[str, str] = {}
    for key in rounds:
        olds, news = _round(olds, news, key, pairs)
        if not (olds and news):
            return pairs
    return pairs | _match_by_words(olds, news, masks)


def _round(olds: Sequence[Row], news: Sequence[Row], key: Key, pairs: dict[str, str]) -> tuple[list[Row], list[Row]]:
    """Pairs claims of one key in text order, and gives what is left of both."""
    waiting: defaultdict[Hashable, deque[Row]] = defaultdict(deque)
    for row in news:
        waiting[key(row)].append(row)
    left: list[Row] = []
    taken: set[str] = set()
    for row in olds:
        queue = waiting.get(key(row))
        if queue:
            other = queue.popleft()
            pairs[row[0]] = other[0]
            taken.add(other[0])
        else:
            left.append(row)
    return left, [row for row in news if row[0] not in taken]


def _match_by_words(olds: Sequence[Row], news: Sequence[Row], masks: Mapping[int, str]) -> dict[str, str]:
    """Claims of one kind and unit whose sentences share at least half of their words, the likest first."""
    words = {id(row): frozenset(_WORD.findall(masks[id(row)].lower())) for row in (*olds, *news)}
    found: list[tuple[float, int, int]] = []
    for at, row in enumerate(olds):
        for near in range(max(0, at - _NEAR), min(len(news), at + _NEAR + 1)):
            if row[10:12] == news[near][10:12]:
                likeness = _likeness(words[id(row)], words[id(news[near])])
                if likeness >= _LIKE:
                    found.append((-likeness, at, near))
    pairs: dict[int, int] = {}
    for _, at, near in sorted(found):
        if at not in pairs and near not in pairs.values():
            pairs[at] = near
    return {olds[at][0]: news[near][0] for at, near in pairs.items()}


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    union = len(one | other)
    return len(one & other) / union if union else 0.0
