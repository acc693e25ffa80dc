"""Finds the surroundings of figures: walks an article block by block and keeps what goes on over sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ledger.extract.context import ArticleState, find_context, make_context_lexicon
from ledger.extract.figures import Figure
from ledger.extract.found import BlockFigures
from ledger.extract.lexicons import Lexicons
from ledger.extract.measured import counts_people, find_measured
from ledger.extract.measured_lexicon import make_measured_lexicon
from ledger.extract.period_dates import make_period_lexicon
from ledger.extract.periods import BlockPeriods, period_of, read_periods
from ledger.extract.roles import find_aspect, find_role, goes_on, is_frequency, make_role_lexicon
from ledger.extract.surroundings import Surroundings
from ledger.model import Document
from ledger.pack import RulePack
from ledger.sources.tokens import Block

_CROWD = 80
_POINTING = frozenset(
    (
        "it",
        "what",
        "there",
        "they",
        "this",
        "that",
        "these",
        "those",
        "he",
        "she",
        "we",
        "i",
        "you",
        "who",
        "which",
        "one",
        "nobody",
        "nothing",
        "everyone",
        "everything",
        "someone",
        "something",
        "anyone",
        "none",
    )
)
"""Subjects that only point: a pronoun that was not resolved says nothing."""
_COMPARED = frozenset(("change", "ratio"))
_OF_THINGS = frozenset(("percent", "percentage_point", "currency", "index", "physical"))
_ATTRIBUTES = frozenset(
    (
        "speed temperature time depth height length weight size distance magnitude capacity output level angle pitch frequency range width"
        " thickness radius diameter density pressure resolution rate altitude elevation duration lifespan mileage consumption economy power"
        " torque voltage circumference span wavelength velocity dose intake rainfall precipitation snowfall gap margin yield"
    ).split()
)
_PRICES = frozenset(("price", "prices", "pricing", "cost", "costs"))
_HANGING = frozenset(("of", "between", "among", "and"))
_DUE = 24
"""How many tokens around a figure its "by 2030" may stand."""


class SurroundingsFinder:
    """The rules that look around a figure, compiled once."""

    def __init__(self, pack: RulePack, lexicons: Lexicons) -> None:
        self.lexicons = lexicons
        self.roles = make_role_lexicon(pack)
        self.measured = make_measured_lexicon(pack)
        self.context = make_context_lexicon(pack)
        self.periods = make_period_lexicon(*(pack.rules.get(kind, ()) for kind in ("periods", "speech", "outcomes")))

    def article(self, document: Document) -> ArticleWalk:
        """A walk through one article, from its first block on."""
        return ArticleWalk(self, document)


class ArticleWalk:
    """One article on its way through: blocks are entered in order."""

    def __init__(self, finder: SurroundingsFinder, document: Document) -> None:
        self._finder, self._document = finder, document
        self._taken: frozenset[int] = frozenset()
        published = document.published
        self._state = ArticleState(finder.context, published.year * 12 + published.month - 1 if published else 0)

    def enter(self, block: Block, found: BlockFigures | None, coming: Iterable[Block] = ()) -> None:
        """Take note of a block, also of one without figures; `coming` are the blocks behind it."""
        self._state.enter(block, [(span.first, span.last) for span in found.dates] if found is not None else (), coming)

    def around(self, found: BlockFigures) -> list[Surroundings]:
        """The surroundings of each figure of a block."""
        spans = [(figure.first, figure.last) for figure in found.figures]
        periods = read_periods(found.block, found.dates, self._finder.periods, self._document.published, spans)
        crowded = _crowded_sentences(found)
        self._taken = frozenset(token for first, last in spans for token in range(first, last))
        told: list[Surroundings] = []
        for at, figure in enumerate(found.figures):
            if crowded and found.block.sentence_index(figure.first) in crowded:
                told.append(_plain(figure))
                continue
            told.append(self._figure(found, figure, periods))
            self._share_thing(found, told, at)
            if at and _moves_on(found.block, found.figures[at - 1], figure):
                told[-1].entity, told[-1].noun_class = told[-2].entity, told[-2].noun_class
            source = next((i for i in range(at - 1, max(-1, at - 3), -1) if found.figures[i] is figure.converts), None)
            if source is not None:
                _take_over(told[-1], told[source])
            if at and told[-2].aspect == "change" and told[-1].aspect == "level" and goes_on(found.block, found.figures[at - 1], figure):
                told[-1].aspect, told[-1].direction = "change", told[-2].direction
        return told

    @staticmethod
    def _share_thing(found: BlockFigures, told: list[Surroundings], at: int) -> None:
        """Give a sum that took its currency from the one before what that one measures."""
        figure = found.figures[at]
        if figure.kind != "currency" or figure.shared is None or figure.entity:
            return
        if figure.words_first and found.block.lows[figure.words_first - 1] == "of":
            return  # "a loss of 95 million" names its own
        for i in range(at - 1, max(-1, at - 4), -1):
            if found.figures[i] is figure.shared:
                told[at].entity, told[at].noun_class = told[i].entity, told[i].noun_class

    def _figure(self, found: BlockFigures, figure: Figure, periods: BlockPeriods) -> Surroundings:
        block, roles = found.block, self._finder.roles
        more = _plain(figure)
        self._thing(block, figure, more)
        more.aspect, more.direction = find_aspect(block, figure, roles)
        more.role = find_role(block, figure, roles)
        told = period_of(periods, figure.first, figure.last, more.role)
        more.period, more.rules = told.period, told.rules
        more.base_period = told.base if more.aspect in _COMPARED or more.role == "comparison" or _is_record(block, figure) else ""
        if more.role == "actual" and self._lies_ahead(more.period):
            more.role = "target" if _is_due(block, figure) else "forecast"
        if more.role == "forecast" and self._lies_back(more.period):
            more.role = "actual"
        self._context(figure, more)
        minor = more.weight == "minor"
        if minor and more.noun_class in ("place", "group") and block.lows[figure.first] != "one":
            more.place = more.scope = ""  # "the two countries" are no part, and nowhere
        idle = minor and _hangs_on(block, figure)
        if more.subject and (idle or _is_thing_itself(block, figure, more)):
            more.subject = ""
        return more

    def _thing(self, block: Block, figure: Figure, more: Surroundings) -> None:
        """Add what is measured; a bare number of victims or of a toll becomes a count of people."""
        measured, nouns = self._finder.measured, self._finder.lexicons.nouns
        source = figure.converts
        if source is not None and not more.entity:
            more.entity, more.noun_class = source.entity, source.noun_class
            if not source.entity:
                more.entity, more.noun_class = find_measured(block, source, measured, nouns, self._taken)
        if figure.kind == "index" and counts_people(block, figure, measured, nouns):
            figure.kind, figure.unit, more.entity, more.noun_class = "count", "person", "people", "person"
        if not more.entity and not is_frequency(block, figure, self._finder.roles):
            more.entity, more.noun_class = find_measured(block, figure, measured, nouns, self._taken)
        if figure.kind == "index" and more.entity.rsplit(" ", 1)[-1] in measured.tolls:
            figure.kind, figure.unit, more.noun_class = "count", "person", "person"

    def _lies_ahead(self, period: str) -> bool:
        """True where the whole period comes after the year of publication: nothing is actual there yet."""
        published = self._document.published
        return published is not None and period[:4].isdigit() and int(period[:4]) > published.year

    def _lies_back(self, period: str) -> bool:
        """True where the whole period ends before the year of publication: nothing is forecast there."""
        published, ends = self._document.published, period.rpartition("/")[2][:4]
        return published is not None and ends.isdigit() and int(ends) < published.year

    def _context(self, figure: Figure, more: Surroundings) -> None:
        """Add who, where, who says so, what befell, which part, and whether it is another event."""
        noun = (figure.noun_first, figure.noun_last) if figure.noun_first >= 0 else (figure.last, figure.last)
        context = find_context((figure.first, figure.last), noun, figure.kind, more.period, self._state, more.noun_class)
        more.subject = "" if context.subject.lower() in _POINTING else _without_measure(context.subject, figure, more)
        more.place, more.speaker = context.place, context.speaker
        more.outcome, more.background, more.quoted = context.outcome, context.background, context.quoted
        more.scope = more.scope or context.scope
        more.rules = (*more.rules, *context.rules)


def _moves_on(block: Block, before: Figure, figure: Figure) -> bool:
    """True for the move behind a level: "closed at 18 dollars, up 5 cents"."""
    at = figure.words_first - 1
    return before.kind in ("currency", "index") and before.last == at - 1 and block.lows[at - 1 : at + 1] in ([",", "up"], [",", "down"])


def _is_thing_itself(block: Block, figure: Figure, more: Surroundings) -> bool:
    """True where subject and measured thing are one phrase before the figure: "the members' term is five years"; not "a 9-acre farm"."""
    if figure.kind != "physical" or figure.adjectival or not more.entity or not more.subject.lower().endswith(more.entity.lower()):
        return False
    return figure.last >= len(block) or block.lows[figure.last] != more.entity.lower().partition(" ")[0]


def _hangs_on(block: Block, figure: Figure) -> bool:
    """True for an idle count that hangs on a preposition: "the gain of the two sides"."""
    at = figure.words_first - 1
    while at > 0 and block.lows[at] in ("the", "these", "those", "all", "our", "both", "other"):
        at -= 1
    return at >= 0 and block.lows[at] in _HANGING


def _without_measure(subject: str, figure: Figure, more: Surroundings) -> str:
    """The subject; of one that only names what is measured again the owner in it: of "SEACOM repair time" SEACOM, of "unemployment"
    (stands at 6.5 percent) nobody."""
    words = subject.split()
    if figure.kind not in _OF_THINGS or not words or not more.entity:
        return subject
    head, measured = words[-1].lower(), more.entity.rsplit(" ", 1)[-1]
    if figure.kind == "physical" and head.rstrip("s") not in _ATTRIBUTES:
        return subject  # "the 6.7 degree quake", "the 9-acre farm"
    if not measured.islower() or (head.rstrip("s") != measured.rstrip("s") and not (head in _PRICES and measured in _PRICES)):
        return subject
    return " ".join(word for at, word in enumerate(words[:-1]) if word[0].isupper() and (at or word.isupper()))


def _take_over(more: Surroundings, source: Surroundings) -> None:
    """Give a conversion what is told of the figure it converts."""
    more.subject, more.place, more.speaker = source.subject, source.place, source.speaker
    more.outcome, more.scope, more.period = source.outcome, source.scope, source.period
    more.background, more.quoted = source.background, source.quoted


def _plain(figure: Figure) -> Surroundings:
    """What the figure itself tells."""
    return Surroundings(entity=figure.entity, noun_class=figure.noun_class, weight=figure.weight, scope=figure.scope)


def _crowded_sentences(found: BlockFigures) -> frozenset[int]:
    """The sentences with so many figures that they are a table: no subject, period or speaker is looked for there."""
    if len(found.figures) <= _CROWD:
        return frozenset()
    counts = Counter(found.block.sentence_index(figure.first) for figure in found.figures)
    return frozenset(index for index, count in counts.items() if count > _CROWD)


def _is_record(block: Block, figure: Figure) -> bool:
    """True where a "since" stands behind the figure: "2.1 metres, the lowest since 1976"."""
    _, end = block.sentence_of(figure.first)
    return "since" in block.lows[figure.last : min(end, figure.last + _DUE)]


def _is_due(block: Block, figure: Figure) -> bool:
    """True where the sentence sets a year for it: "by 2030"."""
    first, end = block.sentence_of(figure.first)
    return any(
        block.lows[i] == "by" and block.lows[i + 1][:4].isdigit()
        for i in range(max(first, figure.first - _DUE), min(end - 1, figure.last + _DUE))
    )
