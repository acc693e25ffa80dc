"""Finds the surroundings of figures: walks an article block by block and keeps what goes on over sentences."""

from __future__ import annotations

from ledger.extract.figures import Figure
from ledger.extract.measured import counts_people, find_measured, make_measured_lexicon
from ledger.extract.mentions import BlockFigures, Lexicons
from ledger.extract.periods import BlockPeriods, make_period_lexicon, period_of, read_periods
from ledger.extract.roles import find_aspect, find_role, make_role_lexicon
from ledger.extract.surroundings import Surroundings
from ledger.model import Document
from ledger.pack import RulePack
from ledger.sources.tokens import Block


class SurroundingsFinder:
    """The rules that look around a figure, compiled once."""

    def __init__(self, pack: RulePack, lexicons: Lexicons) -> None:
        self.lexicons = lexicons
        self.roles = make_role_lexicon(pack)
        self.measured = make_measured_lexicon(pack)
        self.periods = make_period_lexicon(pack.rules.get("periods", ()), pack.rules.get("speech", ()))

    def article(self, document: Document) -> ArticleWalk:
        """A walk through one article, from its first block on."""
        return ArticleWalk(self, document)


class ArticleWalk:
    """One article on its way through: blocks are entered in order."""

    def __init__(self, finder: SurroundingsFinder, document: Document) -> None:
        self._finder, self._document = finder, document

    def enter(self, block: Block) -> None:
        """Take note of a block, also of one without figures."""

    def around(self, found: BlockFigures) -> list[Surroundings]:
        """The surroundings of each figure of a block."""
        spans = [(figure.first, figure.last) for figure in found.figures]
        periods = read_periods(found.block, found.dates, self._finder.periods, self._document.published, spans)
        return [self._figure(found, figure, periods) for figure in found.figures]

    def _figure(self, found: BlockFigures, figure: Figure, periods: BlockPeriods) -> Surroundings:
        block, finder = found.block, self._finder
        more = Surroundings(entity=figure.entity, noun_class=figure.noun_class, weight=figure.weight, scope=figure.scope)
        if figure.converts is not None and not more.entity:
            source = figure.converts
            more.entity, more.noun_class = (source.entity, source.noun_class) if source.entity else find_measured(block, source, finder.measured, finder.lexicons.nouns)
        if figure.kind == "index" and counts_people(block, figure, finder.measured):
            figure.kind, figure.unit, more.entity, more.noun_class = "count", "person", "people", "person"
        if not more.entity:
            more.entity, more.noun_class = find_measured(block, figure, finder.measured, finder.lexicons.nouns)
        if figure.kind == "index" and more.entity.rsplit(" ", 1)[-1] in finder.measured.tolls:
            figure.kind, figure.unit, more.noun_class = "count", "person", "person"
        more.aspect, more.direction = find_aspect(block, figure, finder.roles)
        more.role = find_role(block, figure, finder.roles)
        told = period_of(periods, figure.first, figure.last, more.role)
        more.period, more.base_period, more.rules = told.period, told.base, told.rules
        return more
