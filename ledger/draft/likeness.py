"""How alike a figure of a draft and a figure of the ledger are in all but the figure itself: named features and their weights.

Linking weighs mentions of the same corpus, where an equal figure is evidence. Here the figure is what is in doubt, so equality never
counts: what counts is the thing, the words close by, the sentence, and the other figures that stand in both sentences.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ledger.interval import plain
from ledger.link.compare import Comparer, Feature
from ledger.link.profile import Profile, make_profiles
from ledger.link.scale import Measure
from ledger.link.settings import LinkSettings
from ledger.link.words import Vector, cosine, find_figure, find_words
from ledger.model import Claim

_TIGHT = 3
"""So many telling words on either side of a figure are its tight surroundings."""
_VERBATIM = 0.75
_STRANGE = 0.08
_LONG = 3
_SMALL = 12
_DIGITS = 2
_FAR = Decimal("9.5")
_SHORT_SECTIONS = frozenset({"headline", "standfirst", "caption", "teaser"})
_UNHELPFUL = frozenset(
    {
        "closeness",
        "compatible",
        "small",
        "small_strangers",
        "small_outcome_differs",
        "same_article",
        "same_sentence",
        "other_event",
        "other_story",
    }
)
"""Features of linking that look at the figure, or at one article: a draft is another text, and its figure is what is in doubt."""
Figures = frozenset[tuple[str, Decimal, Decimal]]


@dataclass(frozen=True, slots=True)
class View:
    """A claim as the check sees it: linking's profile, the words close by, and the other figures of its sentence."""

    claim: Claim
    profile: Profile
    tight: frozenset[str]
    """The telling words nearest to the figure, those of what is counted among them."""
    siblings: Figures
    """The other figures of the sentence, each with its scale."""
    place: int
    """How many figures of the same scale come before it in its sentence."""


def make_views(claims: Sequence[Claim], settings: LinkSettings, measure: Measure) -> dict[str, View]:
    """The views of claims by claim id; words weigh by how rare they are in the sentences of them all."""
    profiles = make_profiles(claims, settings, measure)
    sentences: dict[tuple[str, int], list[Profile]] = {}
    for claim in sorted(claims, key=lambda one: (one.article, one.start, one.claim_id)):
        sentences.setdefault((claim.article, claim.sentence_start), []).append(profiles[claim.claim_id])
    return {
        profile.key: _make_view(profile, number, group, settings) for group in sentences.values() for number, profile in enumerate(group)
    }


def _make_view(profile: Profile, number: int, group: Sequence[Profile], settings: LinkSettings) -> View:
    claim = profile.claims[0]
    others = frozenset(figure for other in group if other is not profile for figure in other.figures) - profile.figures
    before = sum(other.dimension == profile.dimension for other in group[:number])
    return View(claim, profile, _tight_words(claim, settings), others, before)


def _tight_words(claim: Claim, settings: LinkSettings) -> frozenset[str]:
    words = find_words(claim.sentence, settings.vocabulary)
    start, end = find_figure(claim.sentence, claim.surface, claim.start - claim.sentence_start)
    before = [stem for stem, at in words if at < start][-_TIGHT:]
    after = [stem for stem, at in words if at >= end][:_TIGHT]
    entity = [stem for stem, _ in find_words(claim.entity, settings.vocabulary)]
    return frozenset((*before, *after, *entity))


def may_be_alike(draft: View, ledger: View) -> bool:
    """False for a pair that no feature could lift: hardly a word in common, another figure, and no figure beside it in common."""
    if draft.profile.figures & ledger.profile.figures or not draft.siblings.isdisjoint(ledger.siblings):
        return True
    return cosine(draft.profile.words, ledger.profile.words) >= _STRANGE


def find_features(comparer: Comparer, draft: View, ledger: View) -> list[Feature]:
    """Every feature of a pair: those of linking that do not look at the figure, and those of two sentences side by side."""
    features = dict(comparer.features(draft.profile, ledger.profile))
    found = [(name, strength) for name, strength in features.items() if name not in _UNHELPFUL]
    near, words = features["near"], features["sentence"]
    found += [("near_square", near * near), ("verbatim", max(0.0, words - _VERBATIM) / (1 - _VERBATIM))]
    found.append(("tight", _overlap(draft.tight, ledger.tight)))
    found.append(("thing_named", max(_named(draft, ledger), _named(ledger, draft))))
    if draft.siblings and not draft.siblings.isdisjoint(ledger.siblings):
        found.append(("sibling", 1.0))
    if not draft.siblings.isdisjoint(ledger.profile.figures):
        found.append(("taken", 1.0))
    if not ledger.siblings.isdisjoint(draft.profile.figures):
        found.append(("lent", 1.0))
    if draft.place == ledger.place:
        found.append(("place_in_verbatim", max(0.0, words - 0.4)))
    if draft.profile.units & ledger.profile.units:
        found.append(("unit_same", 1.0))
    if "sibling" in dict(found) and not draft.profile.heads.isdisjoint(ledger.profile.heads):
        found.append(("sibling_head", 1.0))
    return [*found, *_claim_features(draft.claim, ledger.claim)]


def _claim_features(draft: Claim, ledger: Claim) -> list[Feature]:
    """What the two claims say of themselves: their kind, hedges, outcomes, and whether the ledger's stands in a headline or the like."""
    found = [(f"kind_{draft.kind}", 1.0)]
    if bool(draft.qualifier) != bool(ledger.qualifier):
        found.append(("hedge_one", 1.0))
    elif draft.qualifier and draft.qualifier == ledger.qualifier:
        found.append(("hedge_same", 1.0))
    if bool(draft.outcome) != bool(ledger.outcome):
        found.append(("outcome_one", 1.0))
    if ledger.section in _SHORT_SECTIONS:
        found.append(("headline", 1.0))
    return found


def _overlap(left: frozenset[str], right: frozenset[str]) -> float:
    """The share of the smaller set that stands in the larger."""
    smaller = min(len(left), len(right))
    return len(left & right) / smaller if smaller else 0.0


def _named(one: View, other: View) -> float:
    """How much of what the one counts is named near the other's figure, though its own thing was read otherwise."""
    things = one.profile.heads | one.profile.modifiers
    if not things:
        return 0.0
    return sum(min(1.0, 3 * _weight(other.profile.near, stem)) for stem in things) / len(things)


def _weight(vector: Vector | Mapping[str, float], stem: str) -> float:
    return vector.get(stem, 0.0)


def figure_features(relation: str, claim: Claim, other: Claim) -> list[Feature]:
    """What the figures add: the longer an agreeing figure, the less it agrees by chance; one that is a slip away is often the same,
    one ten times as large another thing."""
    if relation == "conflict":
        return _conflict_features(claim, other)
    if relation == "rounding":
        return [("figure_rounded", 1.0)]
    if relation not in ("same", "nuance"):
        return []
    digits = len(claim.value.normalize().as_tuple().digits) if claim.value is not None else _LONG
    if digits >= _LONG:
        return [("figure_same", 1.0)]
    small = claim.value is not None and abs(claim.value) <= _SMALL
    return [("figure_same_small" if small else "figure_same_short", 1.0)]


def _conflict_features(claim: Claim, other: Claim) -> list[Feature]:
    if claim.value is None or other.value is None or claim.unit != other.unit or claim.value <= 0 or other.value <= 0:
        return []
    small, large = sorted((claim.value, other.value))
    found = [("far", 1.0)] if large > _FAR * small else []
    if is_one_digit_off(claim.value, other.value):
        found.append(("slip", 1.0))
    return found


def is_one_digit_off(left: Decimal, right: Decimal) -> bool:
    """True for two figures of two digits or more that differ in one digit, or in two neighbours that changed places.

    >>> is_one_digit_off(Decimal(350), Decimal(850)), is_one_digit_off(Decimal(350), Decimal(530)), is_one_digit_off(Decimal(3), Decimal(8))
    (True, True, False)
    """
    one, other = plain(left.normalize()), plain(right.normalize())
    unlike = [at for at in range(min(len(one), len(other))) if one[at] != other[at]]
    if len(one) != len(other) or len(one.rstrip("0")) < _DIGITS:
        return False
    first = unlike[0] if unlike else 0
    swapped = len(unlike) == _DIGITS and unlike[1] == first + 1 and one[first : first + 2] == other[first : first + 2][::-1]
    return len(unlike) == 1 or swapped


def weigh(features: Sequence[Feature], weights: Mapping[str, float]) -> float:
    """The sum of the features times their weights: log-odds that both figures tell one quantity."""
    return sum(strength * weights.get(name, 0.0) for name, strength in features)
