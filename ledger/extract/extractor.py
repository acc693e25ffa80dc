"""The extractor: a document in, its claims, and every number that is none, out. A pure function of document and pack."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ledger.collection import uncollected
from ledger.extract.around import SurroundingsFinder
from ledger.extract.claims import ClaimMaker
from ledger.extract.coverage import find_uncounted
from ledger.extract.fingerprint import Fingerprint, Vocabulary, split_words
from ledger.extract.home_currency import HomeCurrency, make_home_lexicon
from ledger.extract.lexicons import make_lexicons
from ledger.extract.mentions import BlockScanner
from ledger.extract.wordings import find_wordings, make_record_words, without_told
from ledger.model import Article, Claim, Document, Extraction, Uncounted, Wording
from ledger.pack import RulePack
from ledger.sources.sentences import SentenceWords, make_sentence_words, mark_sentences
from ledger.sources.tokens import Block

_AHEAD = 3
"""How many blocks on the end of a quotation is looked for."""
_LONGEST_AHEAD = 4000
"""Characters of a block beyond which nobody looks ahead into it."""
_COMMA_DECIMALS = re.compile(r"\b\d{1,3}(?:\.\d{3})+,\d{1,2}\b|\b\d+,\d{1,2}(?= ?(?:%|€|EUR|Prozent|km|Mio))")
_DECIMAL_COMMA = re.compile(r",\d{1,2}(?!\d)")
"""What every decimal comma holds: a comma is found at once, a run of digits is not."""
_POINT_DECIMALS = re.compile(r"\b\d{1,3}(?:,\d{3})+\.\d{1,2}\b|\b\d+\.\d{1,2}(?= ?(?:%|percent|billion|million))|\b\d{1,3},\d{3}\b")


class _Coming:
    """The few blocks behind one, made when they are asked for: where a quotation is left open, its speaker is told there."""

    __slots__ = ("_document", "_index", "_sentences")

    def __init__(self, document: Document, index: int, sentences: SentenceWords) -> None:
        self._document, self._index, self._sentences = document, index, sentences

    def __iter__(self) -> Iterator[Block]:
        for section in self._document.sections[self._index + 1 : self._index + 1 + _AHEAD]:
            if section.end - section.start > _LONGEST_AHEAD:
                return
            block = Block(self._document.text, section.start, section.end, 0, section.kind, section.story)
            mark_sentences(block, self._sentences)
            yield block


class Extractor:
    """Everything a rule pack says, compiled once; `extract` may be called from any process that holds one."""

    def __init__(self, pack: RulePack) -> None:
        self.lexicons = make_lexicons(pack)
        self._sentences = make_sentence_words(pack.rules.get("sentences", ()))
        self._around = SurroundingsFinder(pack, self.lexicons)
        self._home = make_home_lexicon(pack)
        self._records = make_record_words(pack)
        self._vocabulary = Vocabulary()

    @uncollected()
    def extract(self, document: Document, *, fingerprint: bool = True) -> Extraction:
        """The claims of a document in text order, and its other numbers. `fingerprint` adds what linking tells articles by."""
        scanner = BlockScanner(self.lexicons, document.published, decimal_comma=writes_decimal_commas(document.text))
        maker = ClaimMaker(document, self.lexicons.hedges, self.lexicons.numerals.words)
        article = self._around.article(document)
        home = HomeCurrency(self._home, document)
        told = Fingerprint(self._vocabulary) if fingerprint else None
        claims: list[Claim] = []
        uncounted: list[Uncounted] = []
        wordings: list[Wording] = []
        for index, section in enumerate(document.sections):
            block = Block(document.text, section.start, section.end, index, section.kind, section.story)
            mark_sentences(block, self._sentences)
            if told is not None:
                told.enter(block)
            home.enter(block)
            found = scanner.scan(block)
            article.enter(block, found, _Coming(document, index, self._sentences))
            if found is None or not found.figures:
                wordings += find_wordings(document.article, block, self.lexicons.nouns, self._records)
            if found is not None:
                claims += maker.make(found, article.around(found))
                uncounted += find_uncounted(document.article, found)
        settled = tuple(home.settle(claims))
        return Extraction(make_article(document, told), settled, tuple(uncounted), without_told(wordings, settled))


def make_article(document: Document, told: Fingerprint | None) -> Article:
    """What is kept of a document whose blocks were entered into a fingerprint; of one without any of its own story the whole text is."""
    if told is not None and told.empty:
        told.read(split_words(document.text))
    return Article(
        article=document.article,
        title=document.title,
        published=document.published,
        publisher=document.publisher,
        language=document.language,
        sha256=document.sha256,
        characters=len(document.text),
        names=() if told is None else told.names(),
        shingles=() if told is None else told.shingles(),
        url=document.url,
    )


def writes_decimal_commas(text: str) -> bool:
    """True where an article's own figures show that it writes 1.234,5: more of them than of 1,234.5."""
    commas = len(_COMMA_DECIMALS.findall(text)) if _DECIMAL_COMMA.search(text) else 0
    return commas > 0 and commas > len(_POINT_DECIMALS.findall(text))
