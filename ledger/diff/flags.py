"""The flags that are new, gone, or say something else of the same figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from ledger.diff.causes import Causes
from ledger.diff.changes import FlagChange
from ledger.diff.editions import Edition, Row
from ledger.diff.rows import FLAG, parse_flag
from ledger.model import SEVERITIES, Flag
from ledger.store.cells import parse_list

_CHECK, _SEVERITY, _CLAIMS, _ARTICLE, _MESSAGE, _WORKING = (
    FLAG[column] for column in ("check", "severity", "claim_ids", "article", "message", "working")
)
Key = tuple[str, ...]


def find_flag_changes(
    old: Edition, new: Edition, pairs: Mapping[str, str], articles: Mapping[str, str], causes: Causes
) -> tuple[FlagChange, ...]:
    """The changes, new flags first, each kind by severity; flags are the same by check and claims, whatever their ids."""
    matched, gone, came = _match(old, new, pairs, articles)
    changes = [FlagChange("removed", parse_flag(row), None, _cause(old, row, causes)) for row in gone]
    changes += [FlagChange("added", None, parse_flag(row), _cause(new, row, causes)) for row in came]
    moved = {name: other for name, other in articles.items() if name != other}
    for row, other in matched:
        if row[1:] != other[1:] and _told(row, moved) != _told(other, {}):
            changes.append(FlagChange("changed", parse_flag(row), parse_flag(other), _cause(new, other, causes)))
    return tuple(sorted(changes, key=_order))


def _order(change: FlagChange) -> tuple[object, ...]:
    flag = change.new or change.old
    assert isinstance(flag, Flag)
    rank = SEVERITIES.index(flag.severity) if flag.severity in SEVERITIES else len(SEVERITIES)
    return ("added", "changed", "removed").index(change.change), rank, flag.check, flag.article, flag.flag_id


def _match(
    old: Edition, new: Edition, pairs: Mapping[str, str], articles: Mapping[str, str]
) -> tuple[list[tuple[Row, Row]], list[Row], list[Row]]:
    """Pairs of flags of one check and the same claims; then of one check and a claim in common; then what is left of both."""
    exact: defaultdict[Key, list[Row]] = defaultdict(list)
    for row in new.flags.values():
        exact[_key(row, {}, {})].append(row)
    matched: list[tuple[Row, Row]] = []
    left: list[Row] = []
    for row in old.flags.values():
        same = exact.get(_key(row, pairs, articles))
        if same:
            matched.append((row, same.pop(0)))
        else:
            left.append(row)
    free = [row for rows in exact.values() for row in rows]
    return _match_overlaps(left, free, pairs, matched)


def _match_overlaps(
    left: list[Row], free: list[Row], pairs: Mapping[str, str], matched: list[tuple[Row, Row]]
) -> tuple[list[tuple[Row, Row]], list[Row], list[Row]]:
    holders: defaultdict[Key, list[Row]] = defaultdict(list)
    for row in free:
        for claim_id in parse_list(row[_CLAIMS]):
            holders[row[_CHECK], claim_id].append(row)
    taken: set[str] = set()
    gone: list[Row] = []
    for row in left:
        shared = [other for claim_id in parse_list(row[_CLAIMS]) for other in holders.get((row[_CHECK], pairs.get(claim_id, "")), ())]
        other = next((other for other in shared if other[0] not in taken), None)
        if other is None:
            gone.append(row)
        else:
            taken.add(other[0])
            matched.append((row, other))
    return matched, gone, [row for row in free if row[0] not in taken]


def _key(row: Row, pairs: Mapping[str, str], articles: Mapping[str, str]) -> Key:
    claims = sorted(pairs.get(claim_id, claim_id) for claim_id in parse_list(row[_CLAIMS]))
    if claims:
        return (row[_CHECK], *claims)
    return row[_CHECK], articles.get(row[_ARTICLE], row[_ARTICLE]), row[_MESSAGE]  # a flag on words: no claim, its message quotes them


def _told(row: Row, articles: Mapping[str, str]) -> tuple[str, str, str]:
    """What a flag says, with the new names of articles that were moved."""
    message, working = row[_MESSAGE], row[_WORKING]
    for name, other in articles.items():
        message, working = message.replace(name, other), working.replace(name, other)
    return row[_SEVERITY], message, working


def _cause(edition: Edition, row: Row, causes: Causes) -> str:
    articles = {edition.claims[claim_id][2] for claim_id in parse_list(row[_CLAIMS])}
    return causes.of_linked(sorted(articles | {row[_ARTICLE]}))
