"""Which article of one ledger is which of the other: by name, by the hash of its text, by the claims that both tell."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ledger.diff.changes import ArticleChange, CellChange
from ledger.diff.editions import Edition, Row
from ledger.diff.rows import ARTICLE, figure_of, masked_sentence

_SHA, _TITLE = ARTICLE["sha256"], ARTICLE["title"]
_DESCRIBED = ("title", "published", "publisher", "language", "reprint_of", "url")
_LEAST_SHARE = 0.5
_LEAST_CLAIMS = 2


def match_articles(old: Edition, new: Edition) -> dict[str, str]:
    """Old name -> new name of every article that both ledgers hold, also under another name.

    An article that went and one that came are one where their texts are the same, or where they share half of the claims of the longer.
    """
    same = {name: name for name in old.articles if name in new.articles}
    gone = {name: row for name, row in old.articles.items() if name not in same}
    came = {name: row for name, row in new.articles.items() if name not in same}
    same |= pair_by_hash({name: row[_SHA] for name, row in gone.items()}, {name: row[_SHA] for name, row in came.items()})
    left = [name for name in gone if name not in same]
    taken = set(same.values())
    free = [name for name in came if name not in taken]
    if left and free:
        same |= _by_claims(left, free, old, new)
    return dict(sorted(same.items()))


def pair_by_hash(gone: Mapping[str, str], came: Mapping[str, str]) -> dict[str, str]:
    """Old name -> new name of articles (name -> sha256) with the same text, one of the same file name first."""
    waiting: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(came):
        waiting[came[name]].append(name)
    pairs: dict[str, str] = {}
    for name in sorted(gone):
        digest = gone[name]
        if digest and waiting[digest]:
            likest = min(waiting[digest], key=lambda other: (_base(other) != _base(name), other))
            waiting[digest].remove(likest)
            pairs[name] = likest
    return pairs


def _base(name: str) -> str:
    return name.rpartition("/")[2]


def _by_claims(left: Sequence[str], free: Sequence[str], old: Edition, new: Edition) -> dict[str, str]:
    """Pairs of articles by the claims they share, the largest share first."""
    before, after = _told(left, old), _told(free, new)
    holders: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for name, told in after.items():
        for key in told:
            holders[key].append(name)
    shares: list[tuple[float, str, str]] = []
    for name, told in before.items():
        for other in {holder for key in told for holder in holders.get(key, ())}:
            share = _share(told, after[other], old.articles[name], new.articles[other])
            if share >= _LEAST_SHARE:
                shares.append((-share, name, other))
    pairs: dict[str, str] = {}
    for _, name, other in sorted(shares):
        if name not in pairs and other not in pairs.values():
            pairs[name] = other
    return pairs


def _told(names: Iterable[str], edition: Edition) -> dict[str, Counter[tuple[str, ...]]]:
    wanted = set(names)
    found: dict[str, Counter[tuple[str, ...]]] = {name: Counter() for name in sorted(wanted)}
    for row in edition.claims.values():
        if row[2] in wanted:
            found[row[2]][(masked_sentence(row), *figure_of(row)[3:])] += 1
    return found


def _share(told: Counter[tuple[str, ...]], other: Counter[tuple[str, ...]], row: Row, row_of_other: Row) -> float:
    """The share of common claims in the longer article; one common claim is too little, unless the titles agree."""
    common = (told & other).total()
    same_title = bool(row[_TITLE]) and row[_TITLE] == row_of_other[_TITLE]
    if common < _LEAST_CLAIMS and not same_title:
        return 0.0
    return common / max(told.total(), other.total())


def find_article_changes(old: Edition, new: Edition, same: Mapping[str, str]) -> tuple[ArticleChange, ...]:
    """What became of the articles, by name: removed, moved, added, edited, described otherwise."""
    arrived = set(same.values())
    changes = [ArticleChange("removed", name, "", edited=False) for name in old.articles if name not in same]
    changes += [ArticleChange("added", "", name, edited=False) for name in new.articles if name not in arrived]
    for name, other in same.items():
        cells = _described(old.articles[name], new.articles[other], same)
        edited = old.articles[name][_SHA] != new.articles[other][_SHA]
        change = "moved" if name != other else "edited" if edited else "described"
        if change != "described" or cells:
            changes.append(ArticleChange(change, name, other, edited, cells))
    return tuple(sorted(changes, key=lambda change: (change.new or change.old, change.old)))


def _described(old: Row, new: Row, same: Mapping[str, str]) -> tuple[CellChange, ...]:
    pairs = [(column, old[ARTICLE[column]], new[ARTICLE[column]]) for column in _DESCRIBED]
    pairs = [(column, same.get(before, before) if column == "reprint_of" else before, after) for column, before, after in pairs]
    return tuple(CellChange(column, before, after) for column, before, after in pairs if before != after)


def edited_articles(changes: Iterable[ArticleChange]) -> set[str]:
    """The names, old and new, of articles whose text is not in both ledgers as it is: edited, added, removed."""
    return {name for one in changes if one.edited or one.change in ("added", "removed") for name in (one.old, one.new) if name}
