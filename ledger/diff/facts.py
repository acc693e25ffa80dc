"""The facts that came, went, changed, split and merged, told by the claims they share and not by their ids."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ledger.diff.causes import Causes
from ledger.diff.changes import CellChange, FactChange, VerdictChange
from ledger.diff.editions import Edition, Row
from ledger.diff.rows import FACT, parse_fact
from ledger.model import Fact
from ledger.store.cells import parse_list

_TOLD = (
    "kind", "unit", "entity", "aspect", "role", "period", "subject", "value", "low", "high", "mentions", "articles", "independent_sources",
    "verdict",
)  # fmt: skip
_IDS = FACT["claim_ids"]


@dataclass(frozen=True, slots=True)
class FactMatch:
    """Facts that share claims: the old ones, the new ones, and which is chiefly which."""

    groups: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    """(old ids, new ids) that hang together by claims, each side's chief one first; a side may be empty."""
    twins: Mapping[str, str]
    """old id -> the new id that it shares most with, each id at most once."""


def match_facts(old: Edition, new: Edition, pairs: Mapping[str, str]) -> FactMatch:
    """Facts matched by the claims in `pairs` (old claim id -> new claim id)."""
    plain = _unchanged(old, new, pairs)
    weighed = ((old.claims[one][1], new.claims[other][1]) for one, other in pairs.items() if old.claims[one][1] not in plain)
    linked = Counter(weighed)
    shared = {key: count for key, count in linked.items() if key[0] in old.facts and key[1] in new.facts}
    twins = {one: one for one in plain}
    taken = set(plain)
    for one, other in sorted(shared, key=lambda key: (-shared[key], key[0] != key[1], *key)):
        if one not in twins and other not in taken:
            twins[one] = other
            taken.add(other)
    groups = _groups((one for one in old.facts if one not in plain), (one for one in new.facts if one not in plain), shared, twins)
    return FactMatch((*(((one,), (one,)) for one in plain), *groups), twins)


def _unchanged(old: Edition, new: Edition, pairs: Mapping[str, str]) -> dict[str, None]:
    """The facts that hold the same claims under the same ids in both: most of them, which need no weighing."""
    same = [one for one, row in old.facts.items() if one in new.facts and row[_IDS] == new.facts[one][_IDS]]
    return {one: None for one in same if all(pairs.get(claim_id) == claim_id for claim_id in parse_list(old.facts[one][_IDS]))}


def _groups(
    olds: Iterable[str], news: Iterable[str], shared: Iterable[tuple[str, str]], twins: Mapping[str, str]
) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """The connected parts of the graph of shared claims."""
    after: defaultdict[str, list[str]] = defaultdict(list)
    before: defaultdict[str, list[str]] = defaultdict(list)
    for one, other in shared:
        after[one].append(other)
        before[other].append(one)
    chiefs = {other: one for one, other in twins.items()}
    groups = []
    seen: set[str] = set()
    for first in sorted(olds):
        if first not in seen:
            left, right = _connected(first, after, before)
            seen |= left
            groups.append((_ordered(left, twins), _ordered(right, chiefs)))
    groups += [((), (other,)) for other in sorted(news) if other not in before]
    return tuple(groups)


def _connected(first: str, after: Mapping[str, Sequence[str]], before: Mapping[str, Sequence[str]]) -> tuple[set[str], set[str]]:
    left, right, waiting = {first}, set[str](), [first]
    while waiting:
        for other in after.get(waiting.pop(), ()):
            if other not in right:
                right.add(other)
                fresh = [one for one in before[other] if one not in left]
                left.update(fresh)
                waiting += fresh
    return left, right


def _ordered(ids: Iterable[str], chiefs: Mapping[str, str]) -> tuple[str, ...]:
    alone = tuple(ids)
    return alone if len(alone) < 2 else tuple(sorted(alone, key=lambda one: (one not in chiefs, one)))


def find_fact_changes(old: Edition, new: Edition, match: FactMatch, causes: Causes) -> tuple[FactChange, ...]:
    """The facts that are not the same in both, most claims first within each kind of change."""
    changes = [change for olds, news in match.groups if (change := _fact_change(old, new, olds, news, match.twins, causes)) is not None]
    kinds = ("split", "merged", "regrouped", "changed", "added", "removed")
    return tuple(sorted(changes, key=lambda one: (kinds.index(one.change), [fact.fact_id for fact in (*one.new, *one.old)])))


def _fact_change(
    old: Edition, new: Edition, olds: tuple[str, ...], news: tuple[str, ...], twins: Mapping[str, str], causes: Causes
) -> FactChange | None:
    cells: tuple[CellChange, ...] = ()
    change = _kind_of_change(len(olds), len(news))
    if change == "changed":
        row, other = old.facts[olds[0]], new.facts[news[0]]
        cells = _cells(row, other) if row[1:_IDS] != other[1:_IDS] else ()
        if not cells:
            return None
    elif olds and news:
        # the chief one of the several stands first, beside the one it goes on in
        olds = tuple(sorted(olds, key=lambda one: (twins.get(one) not in news, one)))
        news = tuple(sorted(news, key=lambda one: (one != twins.get(olds[0]), one)))
    before, after = (old.facts[one] for one in olds), (new.facts[one] for one in news)
    articles = sorted(_articles_of(old, olds) | _articles_of(new, news))
    return FactChange(change, tuple(map(parse_fact, before)), tuple(map(parse_fact, after)), causes.of_linked(articles), cells)


def _kind_of_change(olds: int, news: int) -> str:
    if not (olds and news):
        return "removed" if olds else "added"
    if olds == news == 1:
        return "changed"
    return "split" if olds == 1 else "merged" if news == 1 else "regrouped"


def _cells(row: Row, other: Row) -> tuple[CellChange, ...]:
    return tuple(CellChange(column, row[FACT[column]], other[FACT[column]]) for column in _TOLD if row[FACT[column]] != other[FACT[column]])


def _articles_of(edition: Edition, facts: Iterable[str]) -> set[str]:
    ids = (claim_id for fact in facts for claim_id in parse_list(edition.facts[fact][FACT["claim_ids"]]))
    return {edition.claims[claim_id][2] for claim_id in ids}


def find_verdict_changes(old: Edition, new: Edition, match: FactMatch, causes: Causes) -> tuple[VerdictChange, ...]:
    """The facts whose verdict turned, by new id; of a fact that was split or merged, its chief part."""
    changes = []
    for one, other in sorted(match.twins.items(), key=lambda pair: pair[1]):
        row, row_after = old.facts[one], new.facts[other]
        if row[FACT["verdict"]] != row_after[FACT["verdict"]]:
            articles = sorted(_articles_of(old, [one]) | _articles_of(new, [other]))
            before: Fact = parse_fact(row)
            changes.append(VerdictChange(before, parse_fact(row_after), causes.of_linked(articles)))
    return tuple(changes)


def renumbered_facts(match: FactMatch) -> int:
    """How many facts go on under another id."""
    return sum(one != other for one, other in match.twins.items())
