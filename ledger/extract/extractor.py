"""The extractor: a document in, its claims, and every number that is none, out. A pure function of document and pack."""

from __future__ import annotations

import re

from ledger.extract.around import SurroundingsFinder
from ledger.extract.claims import ClaimMaker
from ledger.extract.dates import make_date_lexicon
from ledger.extract.fingerprint import find_names, masked_shingles
from ledger.extract.hedges import make_hedge_lexicon
from ledger.extract.labels import make_label_lexicon
from ledger.extract.measures import make_measure_lexicon
from ledger.extract.mentions import BlockFigures, BlockScanner, Lexicons, make_reading_lexicon
from ledger.extract.nouns import make_noun_lexicon
from ledger.extract.numerals import make_numeral_lexicon
from ledger.extract.roles import make_role_lexicon
from ledger.model import Article, Claim, Document, Extraction, Section, Uncounted
from ledger.pack import RulePack
from ledger.sources.sentences import make_sentence_words, mark_sentences
from ledger.sources.tokens import NUMBER, Block

_COMMA_DECIMALS = re.compile(r"\b\d{1,3}(?:\.\d{3})+,\d{1,2}\b|\b\d+,\d{1,2}(?= ?(?:%|€|EUR|Prozent|km|Mio))")
_POINT_DECIMALS = re.compile(r"\b\d{1,3}(?:,\d{3})+\.\d{1,2}\b|\b\d+\.\d{1,2}(?= ?(?:%|percent|billion|million))|\b\d{1,3},\d{3}\b")


class Extractor:
    """Everything a rule pack says, compiled once; `extract` may be called from any process that holds one."""

    def __init__(self, pack: RulePack) -> None:
        numerals = make_numeral_lexicon(pack)
        self.lexicons = Lexicons(
            numerals=numerals,
            measures=make_measure_lexicon(pack),
            hedges=make_hedge_lexicon(pack),
            nouns=make_noun_lexicon(pack),
            labels=make_label_lexicon(pack, numerals.words),
            dates=make_date_lexicon(pack.rules.get("periods", ())),
            readings=make_reading_lexicon(pack),
            changes=frozenset(make_role_lexicon(pack).nouns),
        )
        self._sentences = make_sentence_words(pack.rules.get("sentences", ()))
        self._around = SurroundingsFinder(pack, self.lexicons)

    def extract(self, document: Document, *, fingerprint: bool = True) -> Extraction:
        """The claims of a document in text order, and its other numbers. `fingerprint` adds what linking tells articles by."""
        scanner = BlockScanner(self.lexicons, document.published, decimal_comma=writes_decimal_commas(document.text))
        maker = ClaimMaker(document, self.lexicons.hedges, self.lexicons.numerals.words)
        article = self._around.article(document)
        claims: list[Claim] = []
        uncounted: list[Uncounted] = []
        for index, section in enumerate(document.sections):
            block = Block(document.text, section.start, section.end, index, section.kind, section.story)
            found = self._scan(scanner, block)
            article.enter(block, found)
            if found is None:
                continue
            claims += maker.make(found, article.around(found))
            uncounted += self._uncounted(document, found)
        return Extraction(self._article(document, fingerprint), tuple(claims), tuple(uncounted))

    def _scan(self, scanner: BlockScanner, block: Block) -> BlockFigures | None:
        mark_sentences(block, self._sentences)
        return scanner.scan(block)

    def _uncounted(self, document: Document, found: BlockFigures) -> list[Uncounted]:
        """The block's numbers that are no claims: those with a reason, and `unparsed` for any that nothing spoke for."""
        block, words = found.block, self.lexicons.numerals.words
        rows: dict[int, Uncounted] = {}
        taken: set[int] = set()
        for figure in found.figures:
            taken.update(range(figure.words_first if figure.words_first <= figure.first else figure.first, max(figure.last, figure.words_last)))
        for first, last, reason in found.uncounted:
            if not taken.isdisjoint(range(first, last)):
                first, last = _outside(range(first, last), taken)
                if first >= last:
                    continue
            rows[first] = self._row(document, block, first, last, reason)
            taken.update(range(first, last))
        for at, kind in enumerate(block.kinds):
            if at not in taken and (kind == NUMBER or block.lows[at] in words):
                rows[at] = self._row(document, block, at, at + 1, "unparsed" if kind == NUMBER else "idiom")
        return [rows[at] for at in sorted(rows)]

    @staticmethod
    def _row(document: Document, block: Block, first: int, last: int, reason: str) -> Uncounted:
        start, end = block.starts[first], block.ends[last - 1]
        return Uncounted(document.article, start, end, block.text[start:end], reason)

    @staticmethod
    def _article(document: Document, fingerprint: bool) -> Article:
        return Article(
            article=document.article,
            title=document.title,
            published=document.published,
            publisher=document.publisher,
            language=document.language,
            sha256=document.sha256,
            characters=len(document.text),
            names=find_names(document) if fingerprint else (),
            shingles=masked_shingles(document) if fingerprint else (),
            url=document.url,
        )


def _outside(tokens: range, taken: set[int]) -> tuple[int, int]:
    """The first run of tokens that no claim has taken."""
    free = [token for token in tokens if token not in taken]
    if not free:
        return 0, 0
    last = free[0]
    while last + 1 in free:
        last += 1
    return free[0], last + 1


def writes_decimal_commas(text: str) -> bool:
    """True where an article's own figures show that it writes 1.234,5: more of them than of 1,234.5."""
    commas = len(_COMMA_DECIMALS.findall(text))
    return commas > 0 and commas > len(_POINT_DECIMALS.findall(text))


def whole_text(document: Document) -> tuple[Section, ...]:
    """One body section over the whole text, for texts that are no articles."""
    return (Section("body", 0, len(document.text)),)
