"""Readers of numerals, figures and claims over plain texts, for the tests of the quantity grammar."""

from __future__ import annotations

from functools import cache

from ledger.extract import Extractor
from ledger.extract.figures import Figure, FigureReader
from ledger.extract.measures import make_measure_lexicon
from ledger.extract.numerals import Numeral, NumeralReader, make_numeral_lexicon
from ledger.model import Claim, Document, Extraction, Section
from ledger.pack import load_pack
from ledger.sources.tokens import NUMBER, Block


@cache
def extractor() -> Extractor:
    return Extractor(load_pack())


@cache
def numeral_reader(*, decimal_comma: bool = False) -> NumeralReader:
    return NumeralReader(make_numeral_lexicon(load_pack()), decimal_comma=decimal_comma)


@cache
def figure_reader() -> FigureReader:
    return FigureReader(numeral_reader(), make_measure_lexicon(load_pack()))


def block_of(text: str) -> Block:
    return Block(text, 0, len(text))


def candidates(block: Block) -> list[int]:
    words = numeral_reader().lexicon.words
    return [i for i, (kind, low) in enumerate(zip(block.kinds, block.lows, strict=True)) if kind == NUMBER or low in words]


def numeral_in(text: str, *, decimal_comma: bool = False) -> tuple[Numeral, str]:
    """The first numeral of a text, and the characters it covers."""
    block = block_of(text)
    for at in candidates(block):
        numeral = numeral_reader(decimal_comma=decimal_comma).read(block, at)
        if numeral is not None:
            return numeral, text[block.starts[numeral.first] : block.ends[numeral.last - 1]]
    raise AssertionError(f"no numeral in {text!r}")


def figures_in(text: str) -> list[tuple[Figure, str]]:
    """The figures of a text in order, each with the characters it covers."""
    block, found, upto = block_of(text), [], 0
    for at in candidates(block):
        figure = figure_reader().read(block, at) if at >= upto else None
        if figure is not None:
            found.append((figure, text[block.starts[figure.first] : block.ends[figure.last - 1]]))
            upto = figure.last
    return found


def extract(text: str) -> Extraction:
    return extractor().extract(Document("a.txt", text, sections=(Section("body", 0, len(text)),)), fingerprint=False)


def claims_in(text: str) -> tuple[Claim, ...]:
    return extract(text).claims
