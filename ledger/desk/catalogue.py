"""The ledger as the search box sees it: every fact under the words of its sentences, built once and kept in memory.

Typing must never wait, so words lead to facts through a sorted list: a search looks at the facts that hold its rarest words, not at all.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ledger.draft.index import LedgerIndex
from ledger.store.columns import TABLES
from ledger.store.lines import split_line

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_THOUSANDS = re.compile(r"(?<=\d)[,\u202f\u00a0](?=\d{3}(?!\d))")
_UNFINISHED = re.compile(r"(?<=\d),(?=\d{1,3}(?!\d))")
"""The thousands mark of a number that is still being typed: "4,2" on the way to "4,250"."""
_ID = re.compile(r"\s*[Ff]-[0-9a-f]{2,12}\s*")
_SHORT = 2
"""Beginnings of so many letters are led by lists of the first facts; longer ones by the facts of every word that begins so."""
_FIRST = 400
_LOOKED_AT = 2000
"""Of all facts that fit, so many are looked at for words in their heads."""
_MANY = 20_000
"""Where the words that begin so lead to more facts than this, they are not counted exactly."""
_CLAIM = {column: at for at, column in enumerate(TABLES["claims"])}
_HEAD = ("surface", "value", "entity", "period", "place", "subject", "outcome")
_HEAD_CELLS = tuple(_CLAIM[name] for name in _HEAD)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Facts by rank, the most told first, and the words that lead to them."""

    ids: tuple[str, ...]
    heads: tuple[str, ...]
    """What each is about, in plain words, a space before each."""
    texts: tuple[str, ...]
    """All its words, a space before each."""
    words: tuple[str, ...]
    """Every word, sorted."""
    postings: tuple[array[int], ...]
    """For each word the numbers of its facts, in order."""
    shorts: Mapping[str, array[int]]
    """Beginning of one or two letters -> the first facts that hold a word with it."""


@dataclass(frozen=True, slots=True)
class Found:
    """The ids that a search shows, best first, and how many facts fit; `more` where they were not all counted."""

    ids: tuple[str, ...]
    total: int
    more: bool = False


def plain_words(text: str) -> list[str]:
    """The words and numbers of a text as the search compares them: lower case, no accents, no thousands marks.

    >>> plain_words("Đà Nẵng's 1,200 café-goers, €2.4m")
    ['đa', "nang's", '1200', 'cafe', 'goers', '2.4', 'm']
    """
    if not text.isascii():
        text = "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))
    return _WORD.findall(_THOUSANDS.sub("", text.replace("’", "'").lower()))


def make_catalogue(index: LedgerIndex, pause: Callable[[], None] = lambda: None) -> Catalogue:
    """The catalogue of a ledger; `pause` is called now and then, so that others may work meanwhile."""
    ranked = sorted(_read_facts(index, pause))
    texts: list[str] = []
    heads: list[str] = []
    entries: dict[str, array[int]] = {}
    for number, (_, _, head, text) in enumerate(ranked):
        heads.append(f" {' '.join(dict.fromkeys(head))}")
        words = dict.fromkeys([*head, *text])
        texts.append(f" {' '.join(words)}")
        for word in words:
            entries.setdefault(word, array("I")).append(number)
        if number % 500 == 0:
            pause()
    vocabulary = tuple(sorted(entries))
    ids = tuple(fact_id for _, fact_id, _, _ in ranked)
    return Catalogue(ids, tuple(heads), tuple(texts), vocabulary, tuple(entries[word] for word in vocabulary), _lead_shorts(entries))


def _lead_shorts(entries: Mapping[str, array[int]]) -> dict[str, array[int]]:
    """The first facts of every beginning of one or two letters: they are among the first facts of its words."""
    firsts: dict[str, set[int]] = {}
    for word, numbers in entries.items():
        for size in range(1, _SHORT + 1):
            firsts.setdefault(word[:size], set()).update(numbers[:_FIRST])
    return {short: array("I", sorted(numbers)[:_FIRST]) for short, numbers in firsts.items()}


_Row = tuple[tuple[bool, int, int], str, list[str], list[str]]


def _read_facts(index: LedgerIndex, pause: Callable[[], None]) -> Iterator[_Row]:
    """(rank, fact id, words of its head, all words) of every fact, from the rows as they are written."""
    told: dict[str, list[tuple[str, str, str, bool]]] = {}
    for number, line in enumerate(index.claims.lines):
        row = split_line(line)
        head = " ".join([row[at] for at in _HEAD_CELLS if row[at]])
        told.setdefault(row[1], []).append((head, row[_CLAIM["sentence"]], row[_CLAIM["article"]], row[_CLAIM["weight"]] == "minor"))
        if number % 2000 == 0:
            pause()
    titles = {}
    for article, line in index.articles.items():
        row = split_line(line)
        titles[article] = f"{row[1]} {row[3]}"
    for number, line in enumerate(index.facts.lines):
        fact = split_line(line)
        rows = told.get(fact[0], [])
        minor = bool(rows) and all(one[3] for one in rows)
        heads = plain_words(" ".join([fact[3], *dict.fromkeys(one[0] for one in rows)]))
        sentences = dict.fromkeys(one[1] for one in rows)
        text = plain_words(" ".join([*sentences, *dict.fromkeys(titles.get(one[2], "") for one in rows)]))
        yield (minor, -int(fact[12]), -int(fact[11])), fact[0], heads, text
        if number % 500 == 0:
            pause()


def search(catalogue: Catalogue, query: str, most: int) -> Found:
    """The facts that hold every word of a query, or words that begin so; those told of in their heads first.

    An id finds its fact. A query without letters or digits finds nothing.
    """
    if _ID.fullmatch(query):
        wanted = query.strip().upper()[:2] + query.strip()[2:]
        ids = tuple(fact_id for fact_id in catalogue.ids if fact_id.startswith(wanted))
        return Found(ids[:most], len(ids))
    asked = list(dict.fromkeys(plain_words(_UNFINISHED.sub("", query))))
    if not asked:
        return Found((), 0)
    long = sorted((word for word in asked if len(word) > _SHORT), key=lambda word: (-len(word), word))
    short = [word for word in asked if len(word) <= _SHORT]
    if len(asked) == 1 and (common := _facts_of_common(catalogue, asked[0])):
        return Found(tuple(catalogue.ids[number] for number in _best(catalogue, common[0], asked, most)), common[1], more=True)
    if long:
        numbers, more = _facts_of_all(catalogue, long), False
    else:
        first = catalogue.shorts.get(short[0], array("I"))
        numbers, more = list(first), len(first) >= _FIRST
    if short:
        starts = [f" {word}" for word in short]
        numbers = [number for number in numbers if all(start in catalogue.texts[number] for start in starts)]
    return Found(tuple(catalogue.ids[number] for number in _best(catalogue, numbers, asked, most)), len(numbers), more)


def _holding(catalogue: Catalogue, word: str) -> tuple[array[int], ...]:
    """The facts of every word that begins so."""
    return catalogue.postings[bisect_left(catalogue.words, word) : bisect_left(catalogue.words, f"{word}\U0010ffff")]


def _facts_of_common(catalogue: Catalogue, word: str) -> tuple[list[int], int] | None:
    """The first facts of a word that very many hold, and how many do at least; None for a rarer word, whose facts can all be counted."""
    holding = _holding(catalogue, word) if len(word) > _SHORT else ()
    if sum(map(len, holding)) <= _MANY:
        return None
    return sorted(set().union(*(numbers[:_LOOKED_AT] for numbers in holding)))[:_LOOKED_AT], max(map(len, holding))


def _facts_of_all(catalogue: Catalogue, asked: Sequence[str]) -> list[int]:
    """The facts, by rank, that hold a word beginning with each of those asked for."""
    found: set[int] | None = None
    for word in asked:
        holding = _holding(catalogue, word)
        if found is None and len(holding) == 1 and len(asked) == 1:
            return list(holding[0])
        own: set[int] = set().union(*holding)
        found = own if found is None else found & own
        if not found:
            return []
    return sorted(found or ())


def _best(catalogue: Catalogue, numbers: Sequence[int], asked: Sequence[str], most: int) -> list[int]:
    """The first `most`: heads that hold the words whole, then heads that hold words beginning so, then the others; each by rank."""
    tiers: tuple[list[int], list[int], list[int]] = ([], [], [])
    starts = [f" {word}" for word in asked]
    for number in numbers[:_LOOKED_AT]:
        head = catalogue.heads[number]
        if not all(start in head for start in starts):
            tiers[2].append(number)
        elif all(f"{start} " in f"{head} " for start in starts):
            tiers[0].append(number)
        else:
            tiers[1].append(number)
        if len(tiers[0]) >= most:
            break
    return [number for tier in tiers for number in tier][:most]
