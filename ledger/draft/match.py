"""Each figure of a draft against the ledger: which fact it is held against, and whether it can stand beside it.

Every mention of the ledger that could be compared gets a weight (likeness.py). Belief is shared out between all facts and "none of
these", so that a sentence that would fit five facts equally well fits none of them surely. A contradiction is claimed where one fact has
enough belief, all of its figures exclude the draft's, and no fact that the draft agrees with is nearly as likely.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ledger.draft.index import LedgerIndex
from ledger.draft.likeness import View, figure_features, find_features, make_views, may_be_alike, weigh
from ledger.draft.marks import Backing, Mark, Source
from ledger.draft.pool import OTHER, UNSURE, find_pool
from ledger.link.compare import Comparer, Feature, reason_of
from ledger.link.figures import Relation, relate
from ledger.link.scale import Measure, make_measure, read_scales
from ledger.link.settings import LinkSettings, make_settings
from ledger.link.verdict import make_figure
from ledger.model import Claim, Document
from ledger.pack import RulePack

AGREEING = frozenset({"same", "rounding", "nuance"})
_SHOWN_SOURCES = 6
_NAMED = 0.15
_SAME_THING = ("outcome_same", "sibling")


@dataclass(frozen=True, slots=True)
class Matcher:
    """What a rule pack says about holding drafts against ledgers, made ready once."""

    settings: LinkSettings
    measure: Measure
    comparer: Comparer
    weights: Mapping[str, float]
    thresholds: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class _Pair:
    """A figure of the draft and a mention of the ledger."""

    view: View
    fact_id: str
    relation: Relation
    score: float
    features: tuple[Feature, ...]


@dataclass(frozen=True, slots=True)
class _Rival:
    """A fact that a figure may belong to: its pairs, the belief in it, and the part of that whose figures agree.

    Facts that give the same figure are one here: linking may have kept apart what is one, and belief must not be split between them.
    """

    fact_id: str
    """The smallest of the ids."""
    pairs: tuple[_Pair, ...]
    belief: float
    agreeing: float


def make_matcher(pack: RulePack) -> Matcher:
    """The matcher of a rule pack."""
    settings = make_settings(pack.link)
    measure = make_measure(read_scales(pack))
    comparer = Comparer(settings.other, lambda left, right: False)  # whether figures can both hold is judged here, by their relation
    return Matcher(settings, measure, comparer, pack.link["draft"], pack.link["draft_thresholds"])


def match_claims(document: Document, claims: Sequence[Claim], index: LedgerIndex, matcher: Matcher) -> tuple[Mark, ...]:
    """A mark for each claim of a draft, in the order of the claims."""
    pool = find_pool(document, claims, index, matcher.settings)
    views = make_views([*pool.claims, *claims], matcher.settings, matcher.measure)
    scales: dict[str, list[View]] = {}
    for claim in pool.claims:
        view = views[claim.claim_id]
        for scale in {scale for scale, _, _ in view.profile.figures}:
            scales.setdefault(scale, []).append(view)
    return tuple(_match(views[claim.claim_id], scales, pool.events, index, matcher) for claim in claims)


def _match(draft: View, scales: Mapping[str, Sequence[View]], events: Mapping[str, str], index: LedgerIndex, matcher: Matcher) -> Mark:
    rivals = _find_rivals(draft, scales, events, index, matcher)
    limits = matcher.thresholds
    if not rivals:
        return Mark(draft.claim, "unsupported")
    agreeing = sum(rival.agreeing for rival in rivals)
    ally = max(rivals, key=lambda rival: (rival.agreeing, rival.fact_id))
    foe = max(rivals, key=lambda rival: (rival.belief - rival.agreeing, rival.fact_id))
    against = foe.belief - foe.agreeing
    sure = against >= limits["contradicted"] and against > agreeing and agreeing < limits["doubt"] and foe.agreeing < against / 2
    if sure and any(_is_one_thing(pair) for pair in foe.pairs):
        nearest = _nearest(foe, agree=False)
        return Mark(draft.claim, "contradicted", against, _backing(foe, nearest, index), nearest.relation.working)
    if agreeing >= limits["supported"] and ally.agreeing > 0:
        nearest = _nearest(ally, agree=True)
        status = "nuanced" if nearest.relation.kind == "nuance" else "supported"
        return Mark(draft.claim, status, agreeing, _backing(ally, nearest, index), nearest.relation.working)
    likeliest = max(rivals, key=lambda rival: (rival.belief, rival.fact_id))
    if likeliest.belief >= limits["related"]:
        backing = _backing(likeliest, likeliest.pairs[0], index)
        return Mark(draft.claim, "related", likeliest.belief, backing, _explain(draft, likeliest, matcher))
    return Mark(draft.claim, "unsupported", 1 - sum(rival.belief for rival in rivals))


def _is_one_thing(pair: _Pair) -> bool:
    """False where two counts have unlike nouns, and nothing says that these are the same: neither what befell them, nor another figure
    that both sentences give, nor the other's words."""
    features = dict(pair.features)
    if "head_differs" not in features or pair.relation.kind in AGREEING:
        return pair.relation.kind not in AGREEING
    return not features.keys().isdisjoint(_SAME_THING) or features.get("thing_named", 0.0) > _NAMED or features.get("verbatim", 0.0) > 0


def _find_rivals(
    draft: View, scales: Mapping[str, Sequence[View]], events: Mapping[str, str], index: LedgerIndex, matcher: Matcher
) -> list[_Rival]:
    """The facts that a figure may belong to, by fact id; their beliefs and that in none of them add up to 1."""
    figure = make_figure(draft.claim, matcher.measure)
    seen = {view.claim.claim_id: view for scale, _, _ in draft.profile.figures for view in scales.get(scale, ())}
    pairs = []
    for claim_id, view in sorted(seen.items()):
        if may_be_alike(draft, view):
            relation = relate(figure, make_figure(view.claim, matcher.measure), matcher.settings.verdict)
            if relation.kind != "unknown":
                pairs.append(_weigh(draft, view, index.fact_of(claim_id), relation, events[view.claim.article], matcher))
    total = 1 + math.fsum(math.exp(pair.score) for pair in pairs)
    return [_make_rival(group, total) for group in _group(pairs)]


def _group(pairs: Sequence[_Pair]) -> list[list[_Pair]]:
    """The pairs of each fact, facts with a figure in common together; in the order of their smallest fact ids."""
    homes: dict[object, list[_Pair]] = {}
    for pair in pairs:
        keys = (pair.fact_id, *pair.view.profile.figures)
        known = {id(home): home for key in keys if (home := homes.get(key)) is not None}
        group = [pair, *(one for home in known.values() for one in home)]
        for one in group:
            homes.update(dict.fromkeys((one.fact_id, *one.view.profile.figures), group))
    groups = {id(group): group for group in homes.values()}
    return sorted(groups.values(), key=lambda group: min(pair.fact_id for pair in group))


def _weigh(draft: View, view: View, fact_id: str, relation: Relation, event: str, matcher: Matcher) -> _Pair:
    features = find_features(matcher.comparer, draft, view)
    if event in (OTHER, UNSURE):
        features.append(("other_event" if event == OTHER else "unsure_event", 1.0))
    features += figure_features(relation.kind, draft.claim, view.claim)
    return _Pair(view, fact_id, relation, weigh(features, matcher.weights), tuple(features))


def _make_rival(pairs: Sequence[_Pair], total: float) -> _Rival:
    belief = math.fsum(math.exp(pair.score) for pair in pairs) / total
    agreeing = math.fsum(math.exp(pair.score) for pair in pairs if pair.relation.kind in AGREEING) / total
    fact_id = min(pair.fact_id for pair in pairs)
    return _Rival(fact_id, tuple(sorted(pairs, key=lambda pair: (-pair.score, pair.view.claim.claim_id))), belief, agreeing)


def _nearest(rival: _Rival, *, agree: bool) -> _Pair:
    """The likeliest pair whose figures agree or do not; of equals an identical figure first."""
    fitting = [pair for pair in rival.pairs if (pair.relation.kind in AGREEING) == agree]
    return min(fitting, key=lambda pair: (agree and pair.relation.kind != "same", -pair.score, pair.view.claim.claim_id))


def _backing(rival: _Rival, nearest: _Pair, index: LedgerIndex) -> Backing:
    """The fact of the nearest pair, with its mentions."""
    fact = index.fact(nearest.fact_id)
    pairs = [pair for pair in rival.pairs if pair.fact_id == nearest.fact_id]
    sources = tuple(Source(pair.view.claim, pair.relation.kind, round(pair.score, 2)) for pair in pairs[:_SHOWN_SOURCES])
    articles = {pair.view.claim.article for pair in pairs}
    if fact is not None:
        articles = {index.claim(key).article for key in fact.claim_ids}
    independent = len({index.original(article) for article in articles})
    return Backing(nearest.fact_id, fact.verdict if fact else "single", tuple(sorted(articles)), independent, sources)


def _explain(draft: View, rival: _Rival, matcher: Matcher) -> str:
    """What kept the likeliest pair apart: its heaviest reasons against, in words."""
    pair = rival.pairs[0]
    against = sorted((matcher.weights.get(name, 0.0) * strength, name) for name, strength in pair.features if name != "bias")
    reasons = [_reason(name, draft, pair.view) for weight, name in against if weight < 0][:2]
    if reasons:
        return "; ".join(reasons)
    return "other facts fit as well" if rival.belief > matcher.thresholds["related"] * 2 else "little in common but the kind of figure"


def _reason(name: str, draft: View, view: View) -> str:
    plain = {
        "other_event": "the article seems to tell another event",
        "unsure_event": "too few names to know the event",
        "taken": "that figure stands in the draft's sentence for something else",
        "strangers": "they do not count the same thing",
        "vague": "a range or a vague word",
        "single": "one of something",
        "far": "one figure is ten times the other or more",
        "hedge_one": "only one of them is hedged",
        "outcome_one": "only one of them says what was done",
        "kind_physical": "measures of one kind are often of different things",
    }
    if name in plain:
        return plain[name]
    words = name.rsplit("_", 1)[0].replace("_", " ")
    return f"{words}: {reason_of(name, draft.profile, view.profile)}"
