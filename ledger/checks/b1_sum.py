"""B1 sum: listed parts do not add up to the total stated with them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.reading import find_sentences, reach
from ledger.checks.spots import Spot
from ledger.checks.words import quote
from ledger.interval import Interval, plain
from ledger.link.profile import figure_of
from ledger.model import Claim

_KINDS = frozenset({"count", "index", "currency", "physical"})
_WORDS = r"(?:\s[\w’'-]+)"
_TOTAL_BEFORE = re.compile(
    r"\b(?:a\stotal\sof|totalling|totaling|adding\sup\sto|which\smakes|for\sa\stotal\sof)\s(?:\w+\s)?$", re.IGNORECASE
)
_TOTAL_AFTER = re.compile(r"^(?:\s[\w’'-]+){0,3}\s(?:in\sall|in\stotal|altogether)\b", re.IGNORECASE)
_OPENS = re.compile(
    r"""
      ^(?:\s[\w’'-]+){0,8}
      (?: \s?(?::|–|—|\s-)\s | \s\( | ,?\s(?:made\sup\sof|consisting\sof|comprising|which\scomprises)\s )
      (?:\w+\s)?$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PEOPLE = re.compile(r"^(?:\s[\w’'-]+){1,2},\s$")
_LIST = re.compile(
    r"^(?:[\s-][\w’'-]+){0,8}(?:,|;|,?\s(?:and|plus))(?:\sand|\splus)?\s(?:another\s|the\sother\s|a\s|some\s)?$", re.IGNORECASE
)
_TAIL = re.compile(
    r"^(?:[\s-][\w’'-]+){0,8}\s*(?:[.;)–—]|,\s(?:a\stotal|for\sa\stotal|totall?ing|which\smakes|or\s\d|in\sall)|$)", re.IGNORECASE
)
_OPEN = re.compile(
    r"\b(?:including|among|such\sas|at\sleast|e\.g\.|for\sexample|of\sthem|of\swhom|mostly|mainly|more|up\sfrom)\b", re.IGNORECASE
)
_BACK = re.compile(
    r"""
      ^(?: That\sis | This\sis | These\sare | They\sare | That\smeans
         | The\s(?:sum|total|amount|figure)\s(?:consists\sof|is\smade\sup\sof|comprises) )\s$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SEXES = frozenset({"man", "woman", "boy", "girl", "child", "adult"})


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """A finding for each total with its own list: "18 people: 10 men, 5 women and 4 children", "3 and 5, 9 in all".

    A list that may be open ("including") or whose members count unlike things is left alone.
    """
    before: Spot | None = None
    place = ("", -1)
    for sentence, spots in find_sentences(corpus):
        numbers = [spot for spot in spots if spot.claim.value is not None and spot.claim.kind in _KINDS and not spot.claim.converts]
        here = (spots[0].claim.article, spots[0].claim.block) if spots else ("", -1)
        for total, parts in [*_totals(sentence, numbers), *_total_before(sentence, numbers, before if here == place else None)]:
            finding = _judge(total.claim, [part.claim for part in parts])
            if finding is not None:
                yield finding
        before, place = numbers[-1] if len(spots) == len(numbers) == 1 else None, here


def _totals(sentence: str, spots: Sequence[Spot]) -> Iterator[tuple[Spot, Sequence[Spot]]]:
    """Totals with the two or more listed parts that they introduce or close."""
    if _OPEN.search(sentence):
        return
    for at, total in enumerate(spots):
        behind, ahead = spots[at + 1 :], spots[:at]
        opens = bool(behind) and _introduces(sentence[total.end : behind[0].start], behind)
        closes = bool(_TOTAL_BEFORE.search(sentence[: total.start]) or _TOTAL_AFTER.match(sentence[total.end :]))
        if opens and _is_list(sentence, behind) and _TAIL.match(sentence[behind[-1].end :]):
            yield total, behind
        elif closes and at == len(spots) - 1 and _is_list(sentence, ahead):
            yield total, ahead


def _introduces(between: str, parts: Sequence[Spot]) -> bool:
    """True for a colon, a bracket or "made up of" before the list; a mere comma only before men, women and children."""
    sexes = all(part.claim.unit in _SEXES for part in parts)
    return bool(_OPENS.match(between)) or (sexes and bool(_PEOPLE.match(between)))


def _total_before(sentence: str, spots: Sequence[Spot], total: Spot | None) -> Iterator[tuple[Spot, Sequence[Spot]]]:
    """The one figure of the sentence before, where this one opens with "That is ..." and lists parts of it."""
    listed = (
        len(spots) > 1 and _BACK.match(sentence[: spots[0].start]) and _is_list(sentence, spots) and _TAIL.match(sentence[spots[-1].end :])
    )
    if total is not None and listed and not _OPEN.search(sentence):
        yield total, spots


def _is_list(sentence: str, parts: Sequence[Spot]) -> bool:
    """Two parts or more, with commas or "and" between them and nothing else."""
    between = [sentence[one.end : two.start] for one, two in pairwise(parts)]
    return len(parts) > 1 and all(_LIST.match(words) for words in between)


def _judge(total: Claim, parts: Sequence[Claim]) -> Finding | None:
    figures = [figure_of(part)[0] for part in parts]
    if total.unit in _SEXES or figure_of(total)[1] < max(figures) or not _one_sort(total, parts) or _adds_up(total, parts):
        return None
    exact = sum(figures, Decimal(0))
    working = f"{' + '.join(plain(figure) for figure in figures)} = {plain(exact)}, where {quote(total)} is stated"
    return Finding((total, *parts), f"The parts make {plain(exact)}, not {quote(total)}", working)


def _adds_up(total: Claim, parts: Sequence[Claim]) -> bool:
    lows, highs = [reach(part).low for part in parts], [reach(part).high for part in parts]
    low = None if None in lows else sum((end for end in lows if end is not None), Decimal(0))
    high = None if None in highs else sum((end for end in highs if end is not None), Decimal(0))
    return Interval(low, high).overlaps(reach(total))


def _one_sort(total: Claim, parts: Sequence[Claim]) -> bool:
    """True where the parts can be parts of the total: of its unit; people among people; or figures that name no thing of their own."""
    if total.kind != "count":
        return all(part.kind == total.kind and part.unit == total.unit for part in parts)
    return all(part.kind == "index" or (part.kind == "count" and _is_part(total, part)) for part in parts)


def _is_part(total: Claim, part: Claim) -> bool:
    known = {total.noun_class, part.noun_class} - {""}
    return part.unit == total.unit or len(known) < 2


CHECK = Check("B1", "sum", find)
