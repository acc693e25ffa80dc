"""Finds the surroundings of figures: walks an article block by block and keeps what goes on over sentences."""

from __future__ import annotations

from ledger.extract.mentions import BlockFigures, Lexicons
from ledger.extract.surroundings import Surroundings
from ledger.model import Document
from ledger.pack import RulePack
from ledger.sources.tokens import Block


class SurroundingsFinder:
    """The rules that look around a figure, compiled once."""

    def __init__(self, pack: RulePack, lexicons: Lexicons) -> None:
        self.lexicons = lexicons

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
        return [Surroundings(entity=figure.entity, noun_class=figure.noun_class, weight=figure.weight, role="conversion" if figure.converts else "actual") for figure in found.figures]
