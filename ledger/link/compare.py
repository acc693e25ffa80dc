"""Two groups of claims, field by field: named features, each with a weight from rules/link.toml and the words that explain it.

The score is the plain sum of strength times weight, so that every line of an explanation is a line of arithmetic.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from ledger.link.profile import FIELDS, Profile, may_share_outcome
from ledger.link.spelling import Spelling
from ledger.link.twins import twin_key
from ledger.link.words import cosine, shared_words
from ledger.model import Comparison

Feature = tuple[str, float]
"""A feature's name and its strength, mostly 0 to 1."""

_SHOWN_WORDS = 4
_MONTH = 31
_COMMON_FIGURE = 12
_MAIN = frozenset((True,))
_PEOPLE = "person"
_UNNAMED = frozenset({"duration", "distanc"})
"""Heads of measures for which the text has no noun."""
_OWNED = frozenset({"count", "currency"})
"""Kinds of which a speaker has his own: his sales, not his magnitude."""
_FAR = 20.0
_NEAR = 0.7
"""Figures whose ratio is above e^0.7, about 2, cannot be roundings of each other."""
_APART = 1.4
"""Figures whose ratio is above e^1.4, about 4: seldom one quantity, unless it is a toll that rose."""
_REMOTE = 3.0
"""Figures whose ratio is above e^3, about 20, are of two things, be they the only ones of their kind."""

Term = tuple[str, float, str]
"""A feature's name, its weight times its strength, and what it saw."""
_OWN_WORDS = frozenset({"near", "sentence", "closeness"})
_VERBS = tuple((f"{name}_same", f"{name}_differs") for name in FIELDS)
_TIES = frozenset({"head_same", "outcome_same", "subject_same", "place_same", "modifiers", "sole"})
_STRANGERS = {"count": "strangers", "currency": "money_strangers"}
_REASONS = {
    "money_strangers": "no field in common",
    "model_differs": "two models of a product",
    "scarce": "their articles give few figures of this kind",
    "scarce_count": "their articles count few things of this kind",
    "far_apart": "one figure is more than four times the other",
    "lead_head_differs": "a lead tells many things",
    "age_subject_same": "ages of one person",
    "main_same": "each is what its article tells first of this",
    "bias": "before anything is known",
    "same_article": "both in one article",
    "summary": "one in headline, standfirst or caption, one in the body",
    "same_sentence": "both in one sentence",
    "other_event": "articles of different events",
    "other_event_people": "people to whom another event happened",
    "months_apart": "published more than a month apart",
    "lead": "both in headline or lead",
    "besides_differs": "one comes on top of another figure",
    "part_differs": "one is told as part of another figure",
    "background_differs": "one tells an earlier event",
    "strangers": "no field in common",
    "other_story": "another story of a digest, or a teaser",
    "rank_head_differs": "ranks of different things",
    "article_head_differs": "one article calls them different things",
    "small_strangers": "a figure that many things have, and no field in common",
    "small": "a figure that many things have",
    "small_outcome_differs": "a figure that many things have, and another outcome",
    "closeness": "how near the figures are",
    "lead_outcome_same": "one outcome, both in headline or lead",
    "vague": "a range or a vague word",
    "single": "one of something is often one among others",
    "sources_differ": "one sentence, two sources",
    "sole": "each article gives one figure of this",
    "people_outcome_same": "people, and one outcome",
    "people_outcome_differs": "people, and different outcomes",
    "age_subject_differs": "ages of different people",
    "compatible": "both figures can hold, rounded",
    "modifiers_differ": "no modifier in common",
}


@dataclass(frozen=True, slots=True)
class Comparer:
    """Scores pairs of groups: `weights` is the table of `equal` or of `other`; `compatible` says whether two figures can both hold.

    A pair that could not reach `floor` whatever its wording is scored without its wording.
    """

    weights: Mapping[str, float]
    compatible: Callable[[Profile, Profile], bool]
    floor: float = -math.inf
    known: dict[Term, Term] = field(default_factory=dict, compare=False)
    """Terms handed out before: most comparisons share most of theirs."""
    spelling: Spelling = field(default_factory=Spelling, compare=False)
    scores: dict[tuple[int, int], float] = field(default_factory=dict, compare=False)
    told: dict[tuple[int, int], tuple[float, tuple[Term, ...]]] = field(default_factory=dict, compare=False)
    """What was found of twins: it holds of all of them."""

    def score(self, left: Profile, right: Profile) -> float:
        """The sum of weighted features."""
        key = twin_key(left, right)
        if key is None:
            return self._score(left, right)
        score = self.scores.get(key)
        if score is None:
            score = self.scores[key] = self._score(left, right)
        return score

    def _score(self, left: Profile, right: Profile) -> float:
        weights = self.weights
        weight = 0.0
        for name, strength in self._plain_features(left, right):
            weight += strength * weights.get(name, 0.0)
        near, sentence = weights.get("near", 0.0), weights.get("sentence", 0.0)
        if weight + max(near, 0.0) + max(sentence, 0.0) < self.floor:
            return weight
        return weight + near * cosine(left.near, right.near) + sentence * cosine(left.words, right.words)

    def compare(self, left: Profile, right: Profile) -> Comparison:
        """The comparison with its terms, in the order of the fields; features without weight are left out."""
        key = twin_key(left, right)
        told = None if key is None else self.told.get(key)
        if told is None:
            terms = self._terms(left, right)
            told = round(math.fsum(weight for _, weight, _ in terms), 2), terms
            if key is not None:
                self.told[key] = told
        return Comparison(left.key, right.key, *told)

    def _terms(self, left: Profile, right: Profile) -> tuple[Term, ...]:
        """What speaks for a pair and against it."""
        found: list[Term] = []
        for name, strength in self.features(left, right):
            weight = self.weights.get(name, 0.0)
            if strength and weight:
                term = (name, round(strength * weight, 2), reason_of(name, left, right, self.spelling))
                found.append(term if name in _OWN_WORDS else self.known.setdefault(term, term))
        return tuple(found)

    def features(self, left: Profile, right: Profile) -> list[Feature]:
        """Every feature that a pair shows."""
        wording = [("near", cosine(left.near, right.near)), ("sentence", cosine(left.words, right.words))]
        return [*self._plain_features(left, right), *wording]

    def _plain_features(self, left: Profile, right: Profile) -> list[Feature]:
        """The features that are quickly told: all but the wording."""
        found = [("bias", 1.0)]
        _add_places(found, left, right)
        _add_fields(found, left, right)
        strangers = _STRANGERS.get(left.dimension)
        if strangers is not None and _TIES.isdisjoint([name for name, _ in found]):
            found.append((strangers, 1.0))
        self._add_figures(found, left, right)
        return found

    def _add_figures(self, found: list[Feature], left: Profile, right: Profile) -> None:
        """What the figures say for the pair; a different one says nothing against it."""
        equal = left.figures & right.figures
        if equal:
            if all(high <= _COMMON_FIGURE and low == high for _, low, high in equal):
                found.append(("small", 1.0))
                if left.heads and right.heads and ("strangers", 1.0) in found:
                    found.append(("small_strangers", 1.0))
                if left.outcomes and right.outcomes and not left.outcomes & right.outcomes and not left.kin & right.kin:
                    found.append(("small_outcome_differs", 1.0))
            return
        if any(low != high for _, low, high in left.figures | right.figures):
            found.append(("vague", 1.0))
        if any(high == 1 == low for _, low, high in left.figures | right.figures):
            found.append(("single", 1.0))
        distance = log_distance(left, right)
        if distance is not None:
            found.append(("closeness", math.exp(-4 * distance)))
            if left.mains == right.mains == _MAIN and _are_one_thing(left, right, distance) and _are_plain(left, right):
                found.append(("main_same", 1.0))
            if distance < _REMOTE or _share_digits(left, right):
                _add_rivals(found, left, right)
            if distance > _APART and ("lead_outcome_same", 1.0) not in found and not _share_digits(left, right):
                found.append(("far_apart", 1.0))
            if distance < _NEAR and self.compatible(left, right):
                found.append(("compatible", 1.0))


def _add_places(found: list[Feature], left: Profile, right: Profile) -> None:
    """Where the mentions stand: event, article, sentence, headline or lead."""
    if left.articles & right.articles:
        found.append(("summary" if left.summary != right.summary else "same_article", 1.0))
        if left.sentences & right.sentences and left.units & right.units:
            found.append(("same_sentence", 1.0))
            if gainsay(left, right):
                found.append(("sources_differ", 1.0))
        if left.stories.isdisjoint(right.stories):
            found.append(("other_story", 1.0))
        if left.dimension == "count" and left.heads and right.heads and left.heads.isdisjoint(right.heads):
            found.append(("article_head_differs", 1.0))
    elif not left.events & right.events:
        found.append(("other_event", 1.0))
        if left.outcomes and right.outcomes and "person" in left.classes and "person" in right.classes:
            found.append(("other_event_people", 1.0))
    elif left.teaser or right.teaser:
        found.append(("other_story", 1.0))
    if left.lead and right.lead:
        found.append(("lead", 1.0))
        if left.dimension == "count" and left.heads and right.heads and left.heads.isdisjoint(right.heads):
            found.append(("lead_head_differs", 1.0))
    if left.days and right.days and min(abs(one - other) for one in left.days for other in right.days) > _MONTH:
        found.append(("months_apart", 1.0))


def gainsay(left: Profile, right: Profile) -> bool:
    """True where every sentence that both stand in credits the one to another speaker than the other, neither speaking of itself."""
    for place in left.sentences & right.sentences:
        ones, others = _speakers(left, place), _speakers(right, place)
        if "" in ones or "" in others or ones & others:
            return False
    return True


def _speakers(profile: Profile, place: tuple[str, int]) -> set[str]:
    """Who is credited with the group's figures in a sentence; "" for nobody, or for one who is the figure's own subject."""
    found = set()
    for claim in profile.claims:
        if (claim.article, claim.sentence_start) == place:
            own = claim.kind in _OWNED and set(claim.speaker.lower().split()) & set(claim.subject.lower().split())
            found.add("" if own else claim.speaker)
    return found


def _add_fields(found: list[Feature], left: Profile, right: Profile) -> None:
    """Fields that agree or differ; a field that one side lacks says nothing."""
    for verbs, one, other in zip(_VERBS, left.fields, right.fields, strict=True):
        if one and other:
            name = verbs[one.isdisjoint(other)]
            if name != "head_differs" or _are_two_things(left, right):
                found.append((name, 1.0))
    if left.lead and right.lead and ("outcome_same", 1.0) in found:
        found.append(("lead_outcome_same", 1.0))
    if left.soles and not left.soles.isdisjoint(right.soles) and may_share_outcome(left, right):
        found.append(("sole", 1.0))
    if left.outcomes and right.outcomes and "person" in left.classes and "person" in right.classes:
        found.append(("people_outcome_differs" if left.outcomes.isdisjoint(right.outcomes) else "people_outcome_same", 1.0))
    if left.dimension == "rank" and left.heads.isdisjoint(right.heads):
        found.append(("rank_head_differs", 1.0))
    if left.ages and right.ages and left.subjects and right.subjects and left.subjects.isdisjoint(right.subjects):
        found.append(("age_subject_differs", 1.0))
    elif left.ages and right.ages and not left.subjects.isdisjoint(right.subjects):
        found.append(("age_subject_same", 1.0))
    if left.modifiers and right.modifiers:
        both = len(left.modifiers & right.modifiers)
        found.append(("modifiers", both / min(len(left.modifiers), len(right.modifiers))) if both else ("modifiers_differ", 1.0))
    if left.scopes != right.scopes and left.scopes.isdisjoint(right.scopes):
        found.append(("scope_differs", 1.0))
    _add_models(found, left, right)
    if left.besides != right.besides and len(left.besides) == len(right.besides) == 1:
        found.append(("besides_differs", 1.0))
    if left.parts != right.parts and len(left.parts) == len(right.parts) == 1:
        found.append(("part_differs", 1.0))
    if left.backgrounds != right.backgrounds and len(left.backgrounds) == len(right.backgrounds) == 1:
        found.append(("background_differs", 1.0))


def _add_models(found: list[Feature], left: Profile, right: Profile) -> None:
    """Two models of a product, told by their names or by their sizes, or twice over by both."""
    for ones, others in ((left.models, right.models), (left.sizes, right.sizes)):
        if ones and others and ones.isdisjoint(others):
            found.append(("model_differs", 1.0))


def _add_rivals(found: list[Feature], left: Profile, right: Profile) -> None:
    """How few figures of this kind two articles give: one speed here and one there is one speed, of three and four nothing can be told."""
    if left.rivals and right.rivals and not left.articles & right.articles:
        strength = (left.rivals * right.rivals) ** -2.0
        if left.ages or right.ages:
            return
        if left.dimension != "count":
            found.append(("scarce", strength))
        elif left.outcomes & right.outcomes or not (left.outcomes or right.outcomes or "person" in left.classes):
            found.append(("scarce_count", strength))


def _are_two_things(left: Profile, right: Profile) -> bool:
    """True for two nouns that tell two things: not where a measure has none, nor "people" beside the pupils to whom the same happened."""
    nouns = left.heads | right.heads
    return _UNNAMED.isdisjoint(nouns) and not (_PEOPLE in nouns and left.outcomes & right.outcomes)


def _are_one_thing(left: Profile, right: Profile, distance: float) -> bool:
    """True for one noun with the same outcome or with none, near figures also where one outcome is unknown; "people" alone is no thing.
    People to whom the same happened are one, whatever they are called."""
    if not left.heads & right.heads:
        return "person" in left.classes and "person" in right.classes and not left.outcomes.isdisjoint(right.outcomes)
    if left.outcomes and right.outcomes:
        return bool(left.outcomes & right.outcomes)
    return distance < _NEAR if left.outcomes or right.outcomes else _PEOPLE not in left.heads


def _share_digits(left: Profile, right: Profile) -> bool:
    """True for figures that differ by a power of ten alone: a slip, and so one quantity after all."""
    ones, others = ({low.normalize().as_tuple().digits for _, low, high in one.figures if low == high} for one in (left, right))
    return not ones.isdisjoint(others)


def _are_plain(left: Profile, right: Profile) -> bool:
    """True where no figure is a range or a vague word."""
    return all(low == high for _, low, high in left.figures | right.figures)


def reason_of(name: str, left: Profile, right: Profile, spelling: Spelling | None = None) -> str:
    """What a feature saw in a pair that shows it; the `spelling` of earlier pairs only saves time."""
    if name in _REASONS:
        return _REASONS[name]
    spell = (spelling or Spelling()).spell
    if name in ("near", "sentence"):
        one, other = (left.near, right.near) if name == "near" else (left.words, right.words)
        return f"in common: {' '.join([spell(stem, left, right) for stem in shared_words(one, other, _SHOWN_WORDS)])}"
    if name == "modifiers":
        return f"in common: {' '.join([spell(stem, left, right) for stem in sorted(left.modifiers & right.modifiers)])}"
    if name == "scope_differs":
        return f"{_words(left.scopes, spell, left) or 'the whole'} / {_words(right.scopes, spell, right) or 'the whole'}"
    field, verb = name.rsplit("_", 1)
    attribute = FIELDS[field]
    ones, others = getattr(left, attribute), getattr(right, attribute)
    if verb == "same":
        return _words(ones & others, spell, left, right)
    return f"{_words(ones, spell, left)} / {_words(others, spell, right)}"


def _words(texts: frozenset[str], spell: Callable[..., str], *profiles: Profile) -> str:
    """The texts in order, each stem in them as the mentions write it."""
    return " ".join([" ".join([spell(stem, *profiles) for stem in text.split()]) for text in sorted(texts)])


def log_distance(left: Profile, right: Profile) -> float | None:
    """|ln ratio| of the nearest figures on one scale, 0 where ranges overlap; None without a common scale."""
    nearest: float | None = None
    for scale, low, high in left.figures:
        for other_scale, other_low, other_high in right.figures:
            if scale == other_scale:
                distance = _log_ratio(low, high, other_low, other_high)
                nearest = distance if nearest is None else min(nearest, distance)
    return nearest


def _log_ratio(low: Decimal, high: Decimal, other_low: Decimal, other_high: Decimal) -> float:
    """|ln ratio| of the nearest ends; unlike signs or a zero make a ratio meaningless, and count as far apart."""
    if low <= other_high and other_low <= high:
        return 0.0
    small, large = (high, other_low) if high < other_low else (other_high, low)
    if large < 0:
        small, large = -large, -small  # two losses, two frosts
    return abs(math.log(large / small)) if small > 0 else _FAR
