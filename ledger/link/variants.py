"""Which model of a product a figure tells of: "the 13-inch version", "the Slate Pro", carried from sentence to sentence of an article.

Two models of one make share every noun, so that nothing else keeps 13-inch and 15-inch prices apart. A figure belongs to the model
named last before it in its sentence, else to the first behind it, else to the last of the sentences before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ledger.link.words import find_figure
from ledger.model import Claim


@dataclass(frozen=True, slots=True)
class Model:
    """A model of a product by its name ("Pro") and by its size ("13"), "" where that is not told."""

    name: str = ""
    size: str = ""


Mark = tuple[int, Model]
"""The offset behind a name or size in its sentence, and what it names, together with what stands just before it."""

_SIZE = re.compile(r"\b(?P<size>\d{1,3}(?:\.\d{1,2})?)(?:[-‑ ]?inch(?:es|er)?\b|[\"”″])", re.IGNORECASE)
_CAPITAL = re.compile(r"\b(?P<name>[A-Z][a-z]{1,9})\b")
_MAKE = re.compile(r"\b(?P<make>[A-Z]\w{1,20}) (?=(?P<name>[A-Z][a-z]{1,9})\b)")
_SIZED = re.compile(r"\b(?P<size>\d{1,3}(?:\.\d{1,2})?)(?:[-‑ ]?inch|[\"”″]) (?:models?|versions?|editions?|variants?|options?|[A-Z])")
_PHRASE = 30
"""Characters within which a size and a name are one phrase: "the 13-inch MacBook Air"."""


def find_variants(claims: Sequence[Claim], names: Mapping[str, str]) -> dict[str, Model]:
    """claim id -> the model it tells of; {} where the event has no models to be told apart.

    `names` is word -> model, as rules/link.toml lists them; the claims are in the order of their articles.
    """
    sentences = {(claim.article, claim.sentence_start): claim.sentence for claim in claims}
    told, sized = _find_family(sentences.values(), names), _find_sizes(sentences.values())
    if not told and not sized:
        return {}
    return dict(_assign(claims, {place: _find_marks(sentence, told, sized=sized) for place, sentence in sentences.items()}))


def _find_family(sentences: Iterable[str], names: Mapping[str, str]) -> dict[str, str]:
    """The names that stand behind one make, where it has two of them: Mini and Pro of "Slate Mini" and "Slate Pro"."""
    families: dict[str, set[str]] = {}
    for sentence in sentences:
        for match in _MAKE.finditer(sentence):
            if match["name"].lower() in names:
                families.setdefault(match["make"], set()).add(names[match["name"].lower()])
    known = {model for models in families.values() if len(models) > 1 for model in models}
    return {word: model for word, model in names.items() if model in known}


def _find_sizes(sentences: Iterable[str]) -> bool:
    """True where two sizes tell models apart ("the 13-inch model"), and not only what they measure."""
    return len({match["size"] for sentence in sentences for match in _SIZED.finditer(sentence)}) > 1


def _find_marks(sentence: str, names: Mapping[str, str], *, sized: bool) -> tuple[Mark, ...]:
    """The models that a sentence names, in its order."""
    spots = [(match.end(), "", match["size"]) for match in _SIZE.finditer(sentence) if sized]
    spots += [(match.end(), names[match["name"].lower()], "") for match in _CAPITAL.finditer(sentence) if match["name"].lower() in names]
    found: list[Mark] = []
    for end, name, size in sorted(spots):
        near = found[-1][1] if found and end - found[-1][0] <= _PHRASE else Model()
        found.append((end, Model(name, near.size if not near.name else "") if name else Model("", size)))
    return tuple(found)


def _assign(claims: Sequence[Claim], marks: Mapping[tuple[str, int], tuple[Mark, ...]]) -> Iterator[tuple[str, Model]]:
    """(claim id, its model)."""
    carried, last = Model(), ("", -1)
    for claim in claims:
        place = (claim.article, claim.sentence_start)
        if place != last:
            carried = _read_on(carried, marks[last]) if last[0] == claim.article else Model()
            last = place
        first, end = find_figure(claim.sentence, claim.surface, claim.start - claim.sentence_start)
        before = [mark for mark in marks[place] if mark[0] <= first]
        behind = [mark for mark in marks[place] if mark[0] > end]
        yield claim.claim_id, _read_on(carried, before or behind[:1])


def _read_on(model: Model, marks: Sequence[Mark]) -> Model:
    """The model in mind after some marks: another name brings a size of its own or none, a size alone keeps the name."""
    for _, told in marks:
        if not told.name:
            model = Model(model.name, told.size)
        elif told.size or told.name != model.name:
            model = told
    return model
