"""The figures of one block, in order: candidates, the grammar around them, what kind each is, shared units, brackets, hedges."""

from __future__ import annotations

from datetime import date

from ledger.extract.ages import is_reading, is_stated_age
from ledger.extract.amounts import read_amount
from ledger.extract.brackets import cover_conversions, join_bounds, mark_conversions
from ledger.extract.codes import code_at, is_cross, is_pair_of_digits, is_score, telephone_at
from ledger.extract.counts import count_reason, counts_things
from ledger.extract.dates import DateSpan, find_dates
from ledger.extract.figures import Figure, FigureReader
from ledger.extract.found import BlockFigures
from ledger.extract.hedges import find_hedges
from ledger.extract.labels import idiom_at, is_numbered_name, label_reason
from ledger.extract.lexicons import Lexicons
from ledger.extract.measures import currency_before
from ledger.extract.money import is_scaled
from ledger.extract.numerals import NumeralReader
from ledger.extract.ordinals import is_pronoun_one, is_victim, multiplier_reason, ordinal_reason
from ledger.extract.ratios import is_another_person, is_one_in, is_ratio, take_fraction
from ledger.extract.sharing import share_units
from ledger.extract.sight import Sight
from ledger.sources.tokens import NUMBER, WORD, Block

_LIST_JOINTS = ([","], ["and"], [",", "and"], ["or"], ["to"], ["-"], ["–"])
_YEARS_NEAR = 3
_LONGEST_RUN = 60
_LONGEST_LIST = 250
_WIDEST_GAP = 4
_NOWHERE: frozenset[int] = frozenset()
_LONGEST_MEASURED = 5
"""Tokens of "10kW-20kW"."""


class BlockScanner:
    """Finds the figures of a block. One scanner an article: `decimal_comma` is the article's way of writing decimals."""

    __slots__ = ("_words", "lexicons", "published", "reader")

    def __init__(self, lexicons: Lexicons, published: date | None, *, decimal_comma: bool = False) -> None:
        self.lexicons, self.published = lexicons, published
        self.reader = FigureReader(NumeralReader(lexicons.numerals, decimal_comma=decimal_comma), lexicons.measures)
        self._words = lexicons.numerals.words

    def scan(self, block: Block) -> BlockFigures | None:
        """The figures of a tokenised block with its sentences marked; None where it holds no number at all."""
        words = self._words
        if NUMBER not in block.kinds and words.isdisjoint(block.lows):
            return self._line_without_number(block)
        candidates = [i for i, low in enumerate(block.lows) if low in words or block.kinds[i] == NUMBER]
        outside = _outside_tables(block, candidates)
        tables = frozenset(candidates).difference(outside) if len(outside) < len(candidates) else _NOWHERE
        found = BlockFigures(block, candidates, find_dates(block, self.lexicons.dates, self.published, tables))
        dated = {token: span for span in found.dates for token in range(span.first, span.last)}
        self.reader.blocked = dated
        upto = 0
        for at in outside:
            if at >= upto:
                upto = max(at + 1, self._candidate(found, at, dated))
        self._join(found)
        return found

    def _line_without_number(self, block: Block) -> BlockFigures | None:
        """The one figure of "a kilogram" or "a cup of sugar"; None for a line that tells no amount."""
        figure = self.reader.read_line(block)
        return None if figure is None else BlockFigures(block, [0], [], figures=[figure])

    def _join(self, found: BlockFigures) -> None:
        """What takes more than one figure: shared units, conversions, hedges and the ranges of two bounds."""
        share_units(found, self.lexicons, self.reader)
        mark_conversions(found, self.lexicons, self.reader)
        for figure in found.figures:
            first, _ = found.block.sentence_of(figure.first)
            find_hedges(found.block, figure, self.lexicons.hedges, first)
        cover_conversions(found)
        join_bounds(found)

    def _candidate(self, found: BlockFigures, at: int, dated: dict[int, DateSpan]) -> int:
        """Read the candidate at a token; returns the token to go on from."""
        block, span = found.block, dated.get(at)
        if span is not None and not (span.last == at + 1 and is_cross(block, at + 1)):
            return self._date(found, at, span)
        passed = self._passed_over(block, at)
        if passed is not None:
            found.uncounted.append(passed)
            return passed[1]
        figure = self.reader.read(block, at)
        if figure is None:
            found.uncounted.append((at, at + 1, _unread_reason(block, at)))
            return at + 1
        if found.figures and figure.first < found.figures[-1].last:
            return at + 1
        named = _in_noun(found, figure) or _is_named_again(found, figure)
        reason = "identifier" if named else self.kind_reason(found, figure)
        if reason:
            found.uncounted.append((figure.first, figure.last, reason))
        else:
            found.figures.append(figure)
        return figure.last

    def _passed_over(self, block: Block, at: int) -> tuple[int, int, str] | None:
        """The idiom, telephone number or code that holds the candidate, before anything is read."""
        idiom = idiom_at(block, at, self.lexicons.labels)
        if idiom is not None:
            return idiom
        code = (telephone_at(block, at) or self._code(block, at)) if block.kinds[at] == NUMBER else None
        return None if code is None else (*code, "identifier")

    def _code(self, block: Block, at: int) -> tuple[int, int] | None:
        """A code that swallows the digits, unless its letters are a currency or the run-together end of a word."""
        if at > 1 and block.words[at - 1] == "-" and block.lows[at - 2] in self.lexicons.kinds.scale_words:
            return None  # "Magnitude-6.1 quake"
        code = code_at(block, at)
        if code is None or code[0] >= at or not block.glued(at):
            return None if code is not None and code[0] == at and self._is_measured(block, *code) else code
        lone = len(block.words[at]) == 1 and not is_scaled(block, at, self.lexicons.measures)
        model = lone and block.lows[at - 1] in self.lexicons.labels.products  # "PS5"
        currency = None if model else currency_before(block, at, self.lexicons.measures)
        if currency is not None and currency[0] <= code[0]:
            return None
        if block.kinds[at - 1] != WORD:
            return code
        if block.words[at - 1] in self.lexicons.kinds.scale_marks and "." in block.words[at]:
            return None  # M7.5
        word, nouns = block.words[at - 1], self.lexicons.nouns
        known = nouns.is_noun(word) or word in nouns.verbs or word in nouns.function
        return None if known and len(word) > 2 and code == (at - 1, at + 1) else code  # run-together words: "killed350 people"

    def _is_measured(self, block: Block, first: int, last: int) -> bool:
        """True where digits and marks of units alone are joined by one hyphen: "100-MW plant", "2-4GB", "10kW-20kW"."""
        words, kinds = block.words[first:last], block.kinds[first:last]
        if words.count("-") != 1 or last - first > _LONGEST_MEASURED or not any(kind == WORD for kind in kinds):
            return False
        return all(kinds[i] == NUMBER or words[i] == "-" or self._is_unit(block, first + i) for i in range(last - first))

    def _is_unit(self, block: Block, at: int) -> bool:
        """True where a mark of a unit stands at a token alone, in two letters or more."""
        found = self.lexicons.measures.marks.right(block.words, at)
        return found is not None and found[0] == at + 1 and len(block.words[at]) > 1

    # dates

    def _date(self, found: BlockFigures, at: int, span: DateSpan) -> int:
        figure = self._unsure_date(found, at, span)
        if figure is None:
            found.uncounted.append((span.first, span.last, span.kind))
            return span.last
        found.dates.remove(span)
        found.figures.append(figure)
        return figure.last

    def _unsure_date(self, found: BlockFigures, at: int, span: DateSpan) -> Figure | None:
        """A bare four-digit number that only looked like a year: a quantity where a unit or a plural noun follows it."""
        if span.sure or span.last - span.first != 1:
            return None
        blocked, self.reader.blocked = self.reader.blocked, ()
        figure = self.reader.read(found.block, at)
        self.reader.blocked = blocked
        divided = figure is not None and figure.role == "fraction" and found.block.lows[at + 1] == "over"  # "2000 over 3"
        if figure is None or (not figure.kind and not divided and not self._is_count(found, figure)):
            return None
        return None if self.kind_reason(found, figure) else figure

    def _is_count(self, found: BlockFigures, figure: Figure) -> bool:
        near = self.published is not None and figure.value is not None and abs(self.published.year - int(figure.value)) <= _YEARS_NEAR
        return not near and counts_things(Sight(found.block, figure, self.lexicons, self.reader))

    # what kind of figure

    def kind_reason(self, found: BlockFigures, figure: Figure) -> str:
        """Give the figure its kind, unit and noun; returns why it is no quantity, or ""."""
        sight = Sight(found.block, figure, self.lexicons, self.reader)
        if figure.ordinal:
            return ordinal_reason(sight)
        if figure.role == "multiplier":
            return multiplier_reason(sight)
        if is_pair_of_digits(sight):
            figure.last = max(figure.last, figure.numeral_first + 5)
            return "identifier"
        if is_score(sight):
            figure.last = max(figure.last, figure.numeral_first + 3)
            return "identifier"
        if figure.kind:
            if is_numbered_name(sight):
                return "identifier"
            read_amount(sight)
            return ""
        return self._bare_reason(found, sight)

    @staticmethod
    def _bare_reason(found: BlockFigures, sight: Sight) -> str:
        if is_reading(sight):
            return ""
        reason = label_reason(sight) or ("identifier" if _label_goes_on(found, sight.figure) else "")
        if reason:
            return reason
        if is_one_in(sight) or is_victim(sight):
            return ""
        if is_pronoun_one(sight):
            return "idiom"
        if is_another_person(sight):
            return "idiom"
        if is_ratio(sight) or is_stated_age(sight) or take_fraction(sight):
            return ""
        return count_reason(sight)


def _outside_tables(block: Block, candidates: list[int]) -> list[int]:
    """The candidates without long runs of numbers: a table of bare numbers states nothing of anything, and neither does a line
    of hundreds of numbers that stand a word or two apart."""
    if len(candidates) <= _LONGEST_RUN:
        return candidates
    return _short_runs(block, _short_runs(block, candidates, _LONGEST_RUN, parted=True), _LONGEST_LIST, parted=False)


def _short_runs(block: Block, candidates: list[int], longest: int, *, parted: bool) -> list[int]:
    """The candidates of runs that are not too long; a wide gap ends a run, and so does any word where runs are `parted` by words."""
    kept: list[int] = []
    run: list[int] = []
    for at in candidates:
        if run and (at - run[-1] > _WIDEST_GAP or (parted and WORD in block.kinds[run[-1] + 1 : at])):
            kept += run if len(run) <= longest else []
            run = []
        run.append(at)
    return kept + (run if len(run) <= longest else [])


def _unread_reason(block: Block, at: int) -> str:
    if block.kinds[at] != NUMBER:
        return "idiom"
    return "identifier" if "." in block.words[at] or "," in block.words[at] else "unparsed"


def _in_noun(found: BlockFigures, figure: Figure) -> bool:
    """True for a bare number inside the noun that the figure before it counts: "two new 737 Max jets"."""
    if not found.figures or not figure.bare or figure.spelled:
        return False
    return found.figures[-1].noun_first < figure.first < found.figures[-1].noun_last


def _is_named_again(found: BlockFigures, figure: Figure) -> bool:
    """True for the second 12 of "the Nova 12 Pro and 12 Pro Max": the number and the capital behind it were a name just before."""
    if not found.uncounted or not figure.bare or figure.spelled or figure.last != figure.first + 1:
        return False
    start, last, reason = found.uncounted[-1]
    words, tail = found.block.words, figure.last
    if reason != "identifier" or last - start != 1 or figure.first - last > _WIDEST_GAP or tail >= len(words):
        return False
    return words[start : last + 1] == words[figure.first : tail + 1] and words[tail][0].isupper()


def _label_goes_on(found: BlockFigures, figure: Figure) -> bool:
    """True for a bare number behind the last label of a list: "Resolutions 57, 59 and 66"."""
    if figure.spelled or not found.uncounted or figure.step != 1:
        return False
    start, last, reason = found.uncounted[-1]
    if reason != "identifier" or last - start != 1 or found.block.kinds[last - 1] != NUMBER:
        return False
    return found.block.lows[last : figure.first] in _LIST_JOINTS
