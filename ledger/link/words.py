"""The words around a figure, as weighted vectors: what two mentions of one quantity share whatever their figures are.

Figures are masked (neither digits nor number words count), function words are dropped, inflections cut and aliases folded, so that
"nearly 350 agreements were signed" and "signed 355 agreements" have the same words.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ENDINGS = (("ies", "y"), ("sses", "ss"), ("ings", ""), ("ing", ""), ("edly", ""), ("ed", ""), ("es", "e"), ("s", ""))

_FAINT = 0.1
"""A weight below this is too far from the figure to tell anything."""

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What to drop and what to fold: stop words, number words, and aliases from stem to canonical stem."""

    stop: frozenset[str]
    aliases: Mapping[str, str]
    known: dict[str, str] = field(default_factory=dict, compare=False)
    phrases: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False)
    """Stems of words and of phrases worked out before; only saves time."""
    sets: dict[tuple[str, ...], frozenset[str]] = field(default_factory=dict, compare=False)
    """Sets handed out before: claims share theirs, since a set of its own costs each of them 200 bytes a field."""

    def stem(self, word: str) -> str:
        """The canonical stem of a word, or "" for a word that tells nothing.

        >>> Vocabulary(frozenset({"the"}), {"quak": "earthquak"}).stem("quakes")
        'earthquak'
        """
        low = word.lower().replace("’", "'").removesuffix("'s")
        if low in self.stop or len(low) < 2:
            return ""
        stem = stem_of(low)
        return self.aliases.get(stem, stem)

    def set_of(self, texts: Sequence[str]) -> frozenset[str]:
        """The set of the texts, the same one for the same texts."""
        key = tuple(texts)
        found = self.sets.get(key)
        if found is None:
            found = self.sets[key] = frozenset(key)
        return found

    def some(self, text: str) -> frozenset[str]:
        """The set of the text, or the empty set for ""."""
        return self.set_of((text,)) if text else self.set_of(())


def stem_of(word: str) -> str:
    """A lower-case word without its inflection: crude, but the same for every form of a regular word."""
    for ending, put in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not (ending == "s" and word[-2] in "su"):
            word = word[: len(word) - len(ending)] + put
            break
    if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "ls":
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word[-1] == "e" else word


def make_vocabulary(link: Mapping[str, Any]) -> Vocabulary:
    """The vocabulary of rules/link.toml: `stop` and `number_words` are words with spaces between, `aliases` groups of words
    that mean the same."""
    dropped = [word for key in ("stop", "number_words") for word in str(link.get(key, "")).split()]
    aliases: dict[str, str] = {}
    for group in link.get("aliases", ()):
        stems = [stem_of(str(word)) for word in group]
        aliases.update((stem, stems[0]) for stem in stems)
    return Vocabulary(frozenset(dropped), aliases)


def find_words(text: str, vocabulary: Vocabulary) -> tuple[tuple[str, int], ...]:
    """The telling stems of a text with the offset where each begins, in text order."""
    known, found = vocabulary.known, []
    for match in _WORD.finditer(text):
        word = match.group()
        stem = known.get(word)
        if stem is None:
            stem = known[word] = vocabulary.stem(word)
        if stem:
            found.append((stem, match.start()))
    return tuple(found)


def find_stems(phrase: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The telling stems of a short phrase that is met again and again (an entity, a subject, a place), in its order."""
    found = vocabulary.phrases.get(phrase)
    if found is None:
        found = vocabulary.phrases[phrase] = tuple(stem for stem, _ in find_words(phrase, vocabulary))
    return found


def find_figure(sentence: str, surface: str, offset: int) -> tuple[int, int]:
    """Where the surface stands in a white-space-folded sentence: the occurrence nearest to `offset`; (offset, offset) where absent."""
    folded = " ".join(surface.split())
    best: tuple[int, int] | None = None
    start = sentence.find(folded) if folded else -1
    while start >= 0:
        if best is None or abs(start - offset) < abs(best[0] - offset):
            best = (start, start + len(folded))
        start = sentence.find(folded, start + 1)
    return best or (offset, offset)


def near_vector(words: Sequence[tuple[str, int]], figure: tuple[int, int], reach: float) -> dict[str, float]:
    """Stems with a weight that halves every `reach` telling words away from the figure."""
    before = [stem for stem, start in words if start < figure[0]]
    after = [stem for stem, start in words if start >= figure[1]]
    vector: dict[str, float] = {}
    for side in (reversed(before), iter(after)):
        for distance, stem in enumerate(side):
            weight = 0.5 ** (distance / reach)
            if weight < _FAINT:
                break
            vector[stem] = max(vector.get(stem, 0.0), weight)
    return vector


def inverse_frequency(texts: Iterable[Iterable[str]], floor: int) -> dict[str, float]:
    """How telling each stem is: log(1 + N / texts with it), N at least `floor`."""
    seen: dict[str, int] = {}
    total = 0
    for stems in texts:
        total += 1
        for stem in set(stems):
            seen[stem] = seen.get(stem, 0) + 1
    scale = max(total, floor)
    return {stem: math.log(1 + scale / count) for stem, count in seen.items()}


def weighted(vector: Vector, telling: Vector) -> dict[str, float]:
    """The vector times how telling each stem is, of length 1 (an empty vector stays empty)."""
    scaled = {stem: weight * telling.get(stem, 1.0) for stem, weight in vector.items()}
    length = math.sqrt(math.fsum(weight * weight for weight in scaled.values()))
    return {stem: weight / length for stem, weight in scaled.items()} if length else {}


def sum_vectors(parts: Sequence[tuple[Vector, int]]) -> Vector:
    """The weighted sum, brought to length 1; sums are exact, so the order of the parts does not matter. One vector many times is itself."""
    if all(vector is parts[0][0] for vector, _ in parts):
        return parts[0][0]
    terms: dict[str, list[float]] = {}
    for vector, count in parts:
        for stem, weight in vector.items():
            terms.setdefault(stem, []).append(weight * count)
    sums = {stem: math.fsum(weights) for stem, weights in terms.items()}
    length = math.sqrt(math.fsum(weight * weight for weight in sums.values()))
    return {stem: weight / length for stem, weight in sums.items()} if length else {}


def cosine(left: Vector, right: Vector) -> float:
    """The cosine of two vectors of length 1."""
    if len(left) > len(right):
        left, right = right, left
    total = 0.0
    for stem, weight in left.items():
        other = right.get(stem)
        if other is not None:
            total += weight * other
    return total


def shared_words(left: Vector, right: Vector, limit: int) -> tuple[str, ...]:
    """The stems that weigh most in a cosine, heaviest first."""
    products = sorted([(-weight * right[stem], stem) for stem, weight in left.items() if stem in right])
    return tuple([stem for _, stem in products[:limit]])
