"""Two groups of claims, field by field: named features, each with a weight from rules/link.toml and the words that explain it.

The score is the plain sum of feature times weight, so that every line of an explanation is a line of arithmetic.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ledger.interval import plain
from ledger.link.profile import Profile
from ledger.link.words import cosine, shared_words
from ledger.model import Comparison

Feature = tuple[str, float, str]
"""A feature's name, its strength (mostly 0 to 1) and what it saw."""

_SHOWN_WORDS = 4
_COMMON_FIGURE = 12
_FAR = 20.0


@dataclass(frozen=True, slots=True)
class Comparer:
    """Scores pairs of groups: `weights` is the table of `equal` or of `other`; `compatible` says whether two figures can both hold."""

    weights: Mapping[str, float]
    compatible: Callable[[Profile, Profile], bool]

    def score(self, left: Profile, right: Profile) -> float:
        """The sum of weighted features."""
        weights = self.weights
        return math.fsum(strength * weights.get(name, 0.0) for name, strength, _ in self.features(left, right, explain=False))

    def compare(self, left: Profile, right: Profile) -> Comparison:
        """The comparison with its terms, in the order of the fields; features without weight are left out."""
        terms = tuple(
            (name, round(strength * self.weights[name], 2), seen)
            for name, strength, seen in self.features(left, right, explain=True)
            if self.weights.get(name, 0.0) and strength
        )
        return Comparison(left.key, right.key, round(math.fsum(weight for _, weight, _ in terms), 2), terms)

    def features(self, left: Profile, right: Profile, *, explain: bool) -> list[Feature]:
        """Every feature that a pair shows, with strength above 0."""
        found: list[Feature] = [("bias", 1.0, "before anything is known")]
        found += _places(left, right)
        found += _fields(left, right)
        found += _wording(left, right, explain=explain)
        found += self._figures(left, right)
        return found

    def _figures(self, left: Profile, right: Profile) -> list[Feature]:
        """What the figures say for the pair; nothing here speaks against it."""
        found: list[Feature] = []
        equal = sorted(left.figures & right.figures)
        if equal:
            _, low, high = equal[0]
            digits = significant_digits(low, high)
            found.append(("digits", min(digits - 1, 4) / 2, f"{plain(low)} has {digits} significant digits"))
            if digits == 1 and high <= _COMMON_FIGURE:
                found.append(("small", 1.0, f"{plain(low)} is a common figure"))
                if left.outcomes and right.outcomes and not left.outcomes & right.outcomes:
                    found.append(("small_outcome_differs", 1.0, "a common figure, and another outcome"))
            return found
        distance = log_distance(left, right)
        if distance is not None:
            found.append(("closeness", math.exp(-4 * distance), "how near the figures are"))
            if self.compatible(left, right):
                found.append(("compatible", 1.0, "both figures can hold, rounded"))
        return found


def _places(left: Profile, right: Profile) -> list[Feature]:
    """Where the mentions stand: event, article, sentence, headline or lead."""
    found: list[Feature] = []
    if left.articles & right.articles:
        found.append(("same_article", 1.0, "both in one article"))
        if left.sentences & right.sentences:
            found.append(("same_sentence", 1.0, "both in one sentence"))
    elif not left.events & right.events:
        found.append(("other_event", 1.0, "articles of different events"))
    if left.lead and right.lead:
        found.append(("lead", 1.0, "both in headline or lead"))
    return found


def _fields(left: Profile, right: Profile) -> list[Feature]:
    """Fields that agree or differ; a field that one side lacks says nothing."""
    found: list[Feature] = []
    for name, one, other in (
        ("class", left.classes, right.classes),
        ("head", left.heads, right.heads),
        ("outcome", left.outcomes, right.outcomes),
        ("subject", left.subjects, right.subjects),
        ("place", left.places, right.places),
        ("year", left.years, right.years),
        ("role", left.roles, right.roles),
        ("aspect", left.aspects, right.aspects),
    ):
        if one and other:
            both = one & other
            verb, words = ("same", sorted(both)) if both else ("differs", [*sorted(one), "/", *sorted(other)])
            found.append((f"{name}_{verb}", 1.0, " ".join(words)))
    if left.modifiers and right.modifiers:
        both = left.modifiers & right.modifiers
        share = len(both) / min(len(left.modifiers), len(right.modifiers))
        found.append(("modifiers", share, " ".join(sorted(both))) if both else ("modifiers_differ", 1.0, "no modifier in common"))
    if left.scopes != right.scopes and not left.scopes & right.scopes:
        found.append(
            ("scope_differs", 1.0, f"{' '.join(sorted(left.scopes)) or 'the whole'} / {' '.join(sorted(right.scopes)) or 'the whole'}")
        )
    if left.backgrounds != right.backgrounds and len(left.backgrounds) == len(right.backgrounds) == 1:
        found.append(("background_differs", 1.0, "one tells an earlier event"))
    return found


def _wording(left: Profile, right: Profile, *, explain: bool) -> list[Feature]:
    """The cosines of the words near the figures and of the whole sentences."""
    near, whole = cosine(left.near, right.near), cosine(left.words, right.words)
    near_words = " ".join(shared_words(left.near, right.near, _SHOWN_WORDS)) if explain else ""
    whole_words = " ".join(shared_words(left.words, right.words, _SHOWN_WORDS)) if explain else ""
    return [
        ("near", near, f"words near the figures: {near_words or 'none shared'}"),
        ("sentence", whole, f"sentences: {whole_words or 'none shared'}"),
    ]


def significant_digits(low: Decimal, high: Decimal) -> int:
    """How many digits of a figure are written with intent: 350 has 2, 923 has 3, a range has those of both ends."""
    return sum(len(plain(abs(end)).replace(".", "").strip("0")) or 1 for end in {low, high})


def log_distance(left: Profile, right: Profile) -> float | None:
    """|ln ratio| of the nearest figures on one scale, 0 where ranges overlap; None without a common scale."""
    distances = [
        _log_ratio(low, high, other_low, other_high)
        for scale, low, high in left.figures
        for other_scale, other_low, other_high in right.figures
        if scale == other_scale
    ]
    return min(distances, default=None)


def _log_ratio(low: Decimal, high: Decimal, other_low: Decimal, other_high: Decimal) -> float:
    """|ln ratio| of the nearest ends; a sign or a zero makes a ratio meaningless, and counts as far apart."""
    if low <= other_high and other_low <= high:
        return 0.0
    small, large = (high, other_low) if high < other_low else (other_high, low)
    return abs(math.log(large / small)) if small > 0 else _FAR
