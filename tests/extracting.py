"""The real extractor for tests: one text in, its claims and the rest out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from ledger.extract import Extractor
from ledger.interval import plain
from ledger.model import Claim, Document, Extraction, Section
from ledger.pack import load_pack
from ledger.sources import make_document


@lru_cache(maxsize=1)
def extractor() -> Extractor:
    return Extractor(load_pack())


def read(text: str, article: str = "story.txt", published: date | None = None) -> Extraction:
    """The extraction of an article with sections, as a user's file gives them."""
    return extractor().extract(make_document(text, article, published=published), fingerprint=False)


def read_line(text: str, article: str = "line.txt") -> Extraction:
    """The extraction of a text that is one body section."""
    return extractor().extract(Document(article, text, sections=(Section("body", 0, len(text)),)), fingerprint=False)


def claims_of(text: str) -> list[Claim]:
    return list(read_line(text).claims)


def only_claim(text: str) -> Claim:
    (claim,) = claims_of(text)
    return claim


def amount(claim: Claim) -> str:
    """The value, or both ends of a range, in plain digits."""
    if claim.value is not None:
        return plain(claim.value)
    assert claim.low is not None
    assert claim.high is not None
    return f"{plain(claim.low)}..{plain(claim.high)}"


def told(text: str) -> list[tuple[str, str, str, str]]:
    """(surface, amount, unit, entity) of each claim, in text order."""
    return [(claim.surface, amount(claim), claim.unit, claim.entity) for claim in claims_of(text)]


def reasons(text: str) -> dict[str, str]:
    """Surface -> reason of each number that is no claim."""
    return {number.surface: number.reason for number in read_line(text).uncounted}


def numbers_outside(text: str, extraction: Extraction) -> Iterator[str]:
    """The digit runs of a text that neither a claim nor a row of coverage holds."""
    places = [(claim.start, claim.end) for claim in extraction.claims] + [(other.start, other.end) for other in extraction.uncounted]
    covered = {at for start, end in places for at in range(start, end)}
    for at, letter in enumerate(text):
        if letter.isdecimal() and at not in covered:
            yield text[max(0, at - 10) : at + 10]
