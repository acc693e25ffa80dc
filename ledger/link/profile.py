"""What linking reads off a claim, worked out once: its figure in base units, its words as vectors, its fields in canonical form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from operator import attrgetter
from types import MappingProxyType

from ledger.link.partial import adds, is_besides, is_part, is_share
from ledger.link.scale import Measure, Scale, scale_of, yardstick_of
from ledger.link.settings import LinkSettings
from ledger.link.variants import find_variants
from ledger.link.words import Vector, find_figure, find_stems, find_words, inverse_frequency, near_vector, weighted
from ledger.model import Claim

FIELDS = {
    "class": "classes",
    "head": "heads",
    "outcome": "outcomes",
    "subject": "subjects",
    "place": "places",
    "year": "years",
    "role": "roles",
    "aspect": "aspects",
}
"""Name of a field as weights and explanations have it -> attribute of a profile."""

_fields_of = attrgetter(*FIELDS.values())
_BACKGROUND = frozenset((True,))
_FOREGROUND = frozenset((False,))
_BESIDES, _PLAIN = _BACKGROUND, _FOREGROUND
_MAIN, _LATER = _BACKGROUND, _FOREGROUND

_COUNTED = frozenset({"count", "index"})
"""Kinds of which a figure can be part of another: a share of a whole is no part of another share."""


@dataclass(slots=True, eq=False)
class Profile:
    """A group of claims of one figure (one claim, to begin with) as linking sees it; sets hold what any of its claims says.

    It stays inside this stage and nothing changes it once `make_profiles` has handed it out. It is not frozen, since a frozen one of
    so many fields takes twelve times as long to make, and there is one for each claim.
    """

    claims: tuple[Claim, ...]
    dimension: str
    figures: frozenset[tuple[str, Decimal, Decimal]]
    """(scale, low, high) in base units; a scale is a dimension or a currency. A bracketed conversion adds a figure."""
    near: Vector
    words: Vector
    classes: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    outcomes: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()
    scopes: frozenset[str] = frozenset()
    backgrounds: frozenset[bool] = frozenset()
    roles: frozenset[str] = frozenset()
    aspects: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    events: frozenset[int] = frozenset()
    sentences: frozenset[tuple[str, int]] = frozenset()
    soles: frozenset[tuple[str, ...]] = frozenset()
    """What the figure alone counts in its article: (dimension, class, head) of mentions that no other figure there shares."""
    besides: frozenset[bool] = frozenset()
    """True for a figure told as more than another one: "another two", "five more miners"."""
    parts: frozenset[bool] = frozenset()
    """True for a figure told as part of something: "12 of the injured"."""
    mains: frozenset[bool] = frozenset()
    """True for the figure that its article tells first of what it counts, False for a later one; empty where that is not known."""
    rivals: int = 0
    """How many different figures of its kind its article gives (of a group, the fewest); 0 where nobody counted."""
    kin: frozenset[str] = frozenset()
    """The families of its outcomes."""
    models: frozenset[str] = frozenset()
    """The model of a product by its name, where the event tells of several."""
    sizes: frozenset[str] = frozenset()
    """The model by its size."""
    lead: bool = False
    ages: bool = False
    days: frozenset[int] = frozenset()
    """The ordinals of the days of publication, where known."""
    stories: frozenset[tuple[str, int]] = frozenset()
    summary: bool = False
    """True where every mention stands in a headline, standfirst or caption."""
    teaser: bool = False
    """True where every mention stands in a teaser: a line about another article."""

    fields: tuple[frozenset[str], ...] = field(init=False, repr=False)
    """The fields that agree or differ, in the order of FIELDS."""
    twin: int = 0
    """A number that claims share which differ in nothing but their article (ledger/link/twins.py); 0 where none was given."""
    spelt: dict[str, tuple[int, str]] | None = field(default=None, repr=False)
    """Stem -> how the mentions write it, as far as somebody asked (ledger/link/spelling.py)."""

    def __post_init__(self) -> None:
        self.fields = _fields_of(self)

    @property
    def key(self) -> str:
        """The smallest claim id: what a group is sorted by."""
        return self.claims[0].claim_id


def make_profiles(
    claims: Sequence[Claim],
    settings: LinkSettings,
    measure: Measure,
    event: int = 0,
    days: Mapping[str, frozenset[int]] = MappingProxyType({}),
) -> dict[str, Profile]:
    """One profile a claim of one event, by claim id; words weigh by how rare they are in the event's sentences."""
    stems: dict[tuple[str, int], tuple[tuple[str, int], ...]] = {}
    for claim in claims:
        place = (claim.article, claim.sentence_start)
        if place not in stems:
            stems[place] = find_words(claim.sentence, settings.vocabulary)
    telling = inverse_frequency(([stem for stem, _ in words] for words in stems.values()), settings.idf_floor)
    figures = Counter((claim.article, claim.sentence_start) for claim in claims)
    vectors: dict[tuple[tuple[str, int], ...], Vector] = {}
    for words in stems.values():
        if words not in vectors:
            vectors[words] = weighted(dict.fromkeys((stem for stem, _ in words), 1.0), telling)
    spots = {place: _Spot(words, vectors[words], frozenset((place,)), figures[place]) for place, words in stems.items()}
    around = _Event(telling, frozenset((event,)), days)
    profiles = {
        claim.claim_id: _make_profile(claim, spots[claim.article, claim.sentence_start], around, settings, measure) for claim in claims
    }
    for claim_id, model in find_variants(claims, settings.models).items():
        profiles[claim_id].models, profiles[claim_id].sizes = settings.vocabulary.some(model.name), settings.vocabulary.some(model.size)
    _find_additions(profiles, settings)
    _mark_soles(profiles)
    _settle_additions(profiles)
    _mark_mains(profiles)
    _count_rivals(profiles)
    return profiles


@dataclass(frozen=True, slots=True)
class _Event:
    """What the claims of an event share: how telling its words are, its number, and the days of its articles."""

    telling: Vector
    numbers: frozenset[int]
    days: Mapping[str, frozenset[int]]
    near: dict[tuple[str, tuple[int, int]], Vector] = field(default_factory=dict)
    """The words near a figure, by sentence and place: outlets with one source share theirs."""
    figures: dict[frozenset[tuple[str, Decimal, Decimal]], frozenset[tuple[str, Decimal, Decimal]]] = field(default_factory=dict)
    stories: dict[tuple[str, int], frozenset[tuple[str, int]]] = field(default_factory=dict)
    """Sets handed out before."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """What the claims of a sentence share: its telling words, these as a vector, where it stands, and how many they are."""

    words: tuple[tuple[str, int], ...]
    vector: Vector
    places: frozenset[tuple[str, int]]
    figures: int


def _mark_soles(profiles: Mapping[str, Profile]) -> None:
    """Gives each profile its thing where its article gives no other figure of that thing with the same outcome."""
    told: dict[tuple[str, tuple[str, ...]], list[Profile]] = {}
    for profile in profiles.values():
        thing = _thing(profile)
        if thing[2]:
            told.setdefault((profile.claims[0].article, thing), []).append(profile)
    shared: dict[tuple[str, ...], frozenset[tuple[str, ...]]] = {}
    for (_, thing), group in told.items():
        sole = shared.setdefault(thing, frozenset((thing,)))
        for profile in group:
            if all(one.figures == profile.figures or one.outcomes != profile.outcomes for one in group):
                profile.soles = sole


def _find_additions(profiles: Mapping[str, Profile], settings: LinkSettings) -> None:
    """Makes additions of "and thousands more abroad" behind another figure of one sentence to which the same happened."""
    told: dict[tuple[frozenset[tuple[str, int]], frozenset[str]], int] = {}
    for profile in profiles.values():
        if profile.outcomes and profile.dimension == "count":
            claim, key = profile.claims[0], (profile.sentences, profile.outcomes)
            earlier = told.setdefault(key, claim.start)
            if earlier < claim.start and adds(claim, settings):
                profile.besides = _BESIDES


def _settle_additions(profiles: Mapping[str, Profile]) -> None:
    """Takes "another 31 people were injured" for a figure of its own where its article told only of another outcome before."""
    first: dict[str, dict[frozenset[str], int]] = {}
    for profile in profiles.values():
        if profile.outcomes:
            claim, told = profile.claims[0], first.setdefault(profile.claims[0].article, {})
            told[profile.outcomes] = min(told.get(profile.outcomes, claim.start), claim.start)
    for profile in profiles.values():
        if profile.outcomes and profile.besides == _BESIDES:
            claim = profile.claims[0]
            told = first[claim.article]
            if told[profile.outcomes] == claim.start > min(told.values()):
                profile.besides = _PLAIN


def _mark_mains(profiles: Mapping[str, Profile]) -> None:
    """Tells the first figure that an article gives of a thing with one outcome from the later ones, which are parts of it as a rule."""
    told: dict[tuple[str, tuple[str, ...]], list[Profile]] = {}
    for profile in profiles.values():
        key = (profile.dimension, *_in_order(profile.classes or profile.heads), "|", *_in_order(profile.outcomes))
        if (profile.outcomes or profile.heads) and not profile.ages:
            told.setdefault((profile.claims[0].article, key), []).append(profile)
    for group in told.values():
        first = min(group, key=_comes_first)
        main = first.figures if not _is_aside(first) else frozenset()
        for profile in group:
            profile.mains = _MAIN if profile.figures & main else _LATER


def _count_rivals(profiles: Mapping[str, Profile]) -> None:
    """Tells each profile how many figures of its dimension (of ages, and of counts of its class) its article gives."""
    told: dict[tuple[str, ...], set[frozenset[tuple[str, Decimal, Decimal]]]] = {}
    keys = {claim_id: _kind_of(profile) for claim_id, profile in profiles.items()}
    for claim_id, profile in profiles.items():
        if not profile.claims[0].converts:
            told.setdefault(keys[claim_id], set()).add(profile.figures)
    for claim_id, profile in profiles.items():
        profile.rivals = len(told.get(keys[claim_id], ()))


def _kind_of(profile: Profile) -> tuple[str, ...]:
    """The article, and the dimension or class of a figure."""
    article = profile.claims[0].article
    if profile.ages:
        return (article, "age")
    return (article, profile.dimension, *(_in_order(profile.classes or profile.heads) if profile.dimension == "count" else ()))


def _is_aside(profile: Profile) -> bool:
    """True for what tells another event, adds to another figure or is part of one."""
    return profile.backgrounds == _BACKGROUND or profile.besides == _BESIDES or profile.parts == _BESIDES


def _comes_first(profile: Profile) -> tuple[bool, int]:
    """Sorts what an article tells first of its own event to the front."""
    return _is_aside(profile) or bool(profile.scopes), profile.claims[0].start


def may_share_outcome(left: Profile, right: Profile) -> bool:
    """True unless both say what was done and they say different things."""
    return not left.outcomes or not right.outcomes or not left.outcomes.isdisjoint(right.outcomes)


def _thing(profile: Profile) -> tuple[str, ...]:
    """What a claim counts, in one key; its third part, the head or the outcome (of an age: whose it is), is "" where that is not known."""
    if profile.ages:
        return (profile.dimension, "age", *(_in_order(profile.subjects) or [""]))
    named = _in_order(profile.heads) or _in_order(profile.outcomes) or [""]
    return (profile.dimension, *(_in_order(profile.classes) or [""]), *named)


def _in_order(texts: frozenset[str]) -> list[str]:
    return sorted(texts) if len(texts) > 1 else list(texts)


def _make_profile(claim: Claim, spot: _Spot, event: _Event, settings: LinkSettings, measure: Measure) -> Profile:
    """The profile of one claim in its sentence and event."""
    vocabulary = settings.vocabulary
    figure = find_figure(claim.sentence, claim.surface, claim.start - claim.sentence_start)
    near = event.near.get((claim.sentence, figure))
    if near is None:
        near = event.near[claim.sentence, figure] = weighted(near_vector(spot.words, figure, settings.near_reach), event.telling)
    scale = scale_of(claim, measure)
    low, high = figure_of(claim)
    figures = frozenset([(name, scale.base(low), scale.base(high)) for name in _scales_of(claim, scale)])
    story = (claim.article, claim.story)
    entity = settings.entity_of(claim)
    return Profile(
        claims=(claim,),
        dimension=scale.dimension,
        figures=event.figures.setdefault(figures, figures),
        near=near,
        words=spot.vector,
        classes=vocabulary.some(settings.class_of(claim)),
        heads=vocabulary.some(entity[-1] if entity else ""),
        modifiers=vocabulary.set_of(entity[:-1]),
        outcomes=vocabulary.some(settings.outcome_of(claim)),
        subjects=vocabulary.set_of(find_stems(claim.subject, vocabulary)),
        places=vocabulary.set_of(find_stems(claim.place, vocabulary)),
        years=vocabulary.set_of(sorted(find_years(claim.period))),
        scopes=vocabulary.some(settings.scope_of(claim)),
        backgrounds=_BACKGROUND if claim.background else _FOREGROUND,
        besides=_BESIDES if spot.figures == 1 and is_besides(claim.sentence, figure, settings) else _PLAIN,
        parts=_BESIDES if is_share(claim) or (claim.kind in _COUNTED and is_part(claim.sentence, figure, settings)) else _PLAIN,
        roles=vocabulary.some(settings.fold_role(claim.role)),
        aspects=vocabulary.some("level" if claim.kind == "percent" and claim.aspect == "share" else claim.aspect),
        units=vocabulary.set_of((claim.unit,)),
        articles=vocabulary.some(claim.article),
        events=event.numbers,
        sentences=spot.places,
        days=event.days.get(claim.article, frozenset()),
        stories=event.stories.get(story) or event.stories.setdefault(story, frozenset((story,))),
        summary=claim.section in settings.summary_sections,
        teaser=claim.section == "teaser",
        kin=settings.kin.get(settings.outcome_of(claim), vocabulary.some("")),
        ages=claim.kind == "physical" and claim.entity == "age",
        lead=claim.section in settings.lead_sections or claim.start < settings.lead_reach,
    )


def _scales_of(claim: Claim, scale: Scale) -> tuple[str, ...]:
    """The names of the scales that a figure can be told on; a currency with a known rate has two."""
    own = yardstick_of(scale.currency) or scale.dimension
    return (own, scale.common) if scale.common else (own,)


def figure_of(claim: Claim) -> tuple[Decimal, Decimal]:
    """The written figure as (low, high) in the stated unit; an end that is missing is the other one.

    >>> from ledger.model import Claim
    >>> figure_of(Claim("C-1", "a", "body", 0, 2, "12", Decimal(12), Decimal(12), Decimal(12), "count", "boat"))
    (Decimal('12'), Decimal('12'))
    """
    if claim.value is not None:
        return claim.value, claim.value
    low = claim.low if claim.low is not None else claim.high
    high = claim.high if claim.high is not None else claim.low
    zero = Decimal(0)
    return (low if low is not None else zero), (high if high is not None else zero)


def find_years(period: str) -> frozenset[str]:
    """The years a period names: "2026-02-11/2026-02-13" -> {"2026"}."""
    return frozenset(part[:4] for part in period.split("/") if part[:4].isdigit())
