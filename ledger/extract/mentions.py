"""The figures of one block, in order: candidates, the grammar around them, what is no quantity, nouns, shared units, brackets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.extract.dates import DateLexicon, DateSpan, find_dates
from ledger.extract.figures import Figure, FigureReader
from ledger.extract.hedges import HedgeLexicon, find_hedges
from ledger.extract.labels import LabelLexicon, code_at, idiom_at, is_score, label_reason
from ledger.extract.measures import MeasureLexicon
from ledger.extract.nouns import NounLexicon, NounPhrase, find_noun_phrase, phrase_text
from ledger.extract.numerals import NumeralLexicon, NumeralReader
from ledger.pack import RulePack
from ledger.sources.tokens import MARK, NUMBER, WORD, Block

_RATE_WORDS = frozenset(("a", "an", "per", "each", "every"))
_SUPERLATIVES = frozenset(
    "largest biggest smallest highest lowest best worst fastest richest poorest oldest youngest longest shortest tallest deepest busiest most least wealthiest strongest"
    " deadliest hottest coldest wettest driest leading".split()
)


_TIMES = frozenset(("second", "minute", "hour", "day", "week", "fortnight", "month", "year", "decade", "century", "night", "quarter"))
_AFTER_SIZE = frozenset(("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "long", "wide", "high", "deep", "tall", "away", "thick", "offshore", "inland", "thin", "apart"))
_DEFINITE = frozenset(("the", "these", "those", "their", "his", "her", "its", "our", "both"))


@dataclass(frozen=True, slots=True)
class ReadingLexicon:
    """What tells the reading of a scale that has no unit: words for the scale, the things read, and verbs of measuring."""

    words: frozenset[str]
    nouns: frozenset[str]
    verbs: frozenset[str]


def make_reading_lexicon(pack: RulePack) -> ReadingLexicon:
    """The `readings` rule of the pack's `roles`."""
    fields: dict[str, list[str]] = next((dict(rule.fields) for rule in pack.rules.get("roles", ()) if rule.id == "readings"), {})
    return ReadingLexicon(*(frozenset(fields.get(key, ())) for key in ("words", "nouns", "verbs")))


@dataclass(frozen=True, slots=True)
class Lexicons:
    """Every table the extraction of a block looks things up in."""

    numerals: NumeralLexicon
    measures: MeasureLexicon
    hedges: HedgeLexicon
    nouns: NounLexicon
    labels: LabelLexicon
    dates: DateLexicon
    readings: ReadingLexicon
    changes: frozenset[str]
    """Nouns of change: increase, fall, cut."""


@dataclass(slots=True)
class BlockFigures:
    """What one block holds: its figures, its dates, and token ranges that are no quantity, with the reason."""

    block: Block
    figures: list[Figure]
    dates: list[DateSpan]
    uncounted: list[tuple[int, int, str]]


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
        candidates = [i for i, (kind, low) in enumerate(zip(block.kinds, block.lows, strict=True)) if kind == NUMBER or low in words]
        if not candidates:
            return None
        found = BlockFigures(block, [], find_dates(block, self.lexicons.dates, self.published), [])
        dated = {token: span for span in found.dates for token in range(span.first, span.last)}
        self.reader.blocked = dated
        upto = 0
        for at in candidates:
            if at >= upto:
                upto = self._candidate(found, at, dated)
        self._share(found)
        self._convert(found)
        for figure in found.figures:
            first, _ = block.sentence_of(figure.first)
            find_hedges(block, figure, self.lexicons.hedges, first)
        join_bounds(found)
        return found

    def _candidate(self, found: BlockFigures, at: int, dated: dict[int, DateSpan]) -> int:
        """Read the candidate at a token; returns the token to go on from."""
        block = found.block
        span = dated.get(at)
        if span is not None:
            figure = self._unsure_date(found, at, span)
            if figure is None:
                found.uncounted.append((span.first, span.last, span.kind))
                return span.last
            return figure.last
        low = block.lows[at]
        idiom = idiom_at(block, at, self.lexicons.labels)
        if idiom is not None:
            found.uncounted.append((*idiom, "idiom"))
            return max(idiom[1], at + 1)
        if block.kinds[at] == NUMBER:
            code = self._code(found, at)
            if code is not None:
                found.uncounted.append((*code, "identifier"))
                return max(code[1], at + 1)
        figure = self.reader.read(block, at)
        if figure is None:
            return self._unread(found, at, low)
        if found.figures and figure.first < found.figures[-1].last:
            return at + 1
        if found.figures and figure.bare and not figure.spelled and found.figures[-1].noun_first < figure.first < found.figures[-1].noun_last:
            found.uncounted.append((figure.numeral_first, figure.numeral_last, "identifier"))
            return max(figure.last, at + 1)  # "two new 737 Max jets"
        reason = self._finish(found, figure)
        if reason:
            found.uncounted.append((figure.first, figure.last, reason))
        else:
            found.figures.append(figure)
        return max(figure.last, at + 1)

    def _code(self, found: BlockFigures, at: int) -> tuple[int, int] | None:
        """A code that swallows the digits, unless its letters are a currency or the run-together end of a word."""
        block = found.block
        code = code_at(block, at)
        if code is None or code[0] >= at:
            return code
        if block.kinds[at - 1] == WORD and block.glued(at):
            word = block.words[at - 1]
            currency = self.lexicons.measures.prefix.left(block.words, at)
            if currency is not None and currency[0] == code[0]:
                return None
            nouns = self.lexicons.nouns
            if word.islower() and code[0] == at - 1 and (nouns.is_noun(word) or word in nouns.verbs or word in nouns.function) and len(word) > 2:
                return None  # run-together words: "killed350 people"
        return code

    def _unread(self, found: BlockFigures, at: int, low: str) -> int:
        block = found.block
        if block.kinds[at] == NUMBER:
            reason = "identifier" if any(mark in low for mark in ".,") else "unparsed"
        else:
            reason = "idiom"
        found.uncounted.append((at, at + 1, reason))
        return at + 1

    def _unsure_date(self, found: BlockFigures, at: int, span: DateSpan) -> Figure | None:
        """A bare four-digit number that only looked like a year: a quantity where a unit or a plural noun follows it."""
        if span.sure or span.last - span.first != 1:
            return None
        block = found.block
        self.reader.blocked = {}
        figure = self.reader.read(block, at)
        self.reader.blocked = {token: other for other in found.dates for token in range(other.first, other.last)}
        if figure is None or (not figure.kind and not self._counted_next(block, figure)):
            return None
        reason = self._finish(found, figure)
        if reason:
            return None
        found.dates.remove(span)
        found.figures.append(figure)
        return figure

    def _counted_next(self, block: Block, figure: Figure) -> bool:
        nouns, at = self.lexicons.nouns, figure.last
        if self.published is not None and figure.value is not None and abs(self.published.year - int(figure.value)) <= 3:
            return False
        return at < len(block) and block.kinds[at] == WORD and nouns.is_plural(block.lows[at]) and nouns.class_of(block.lows[at]) not in ("", "time")

    # what kind of figure

    def _finish(self, found: BlockFigures, figure: Figure) -> str:
        """Give the figure its kind, unit and noun; returns why it is no quantity, or ""."""
        block = found.block
        first, end = block.sentence_of(figure.numeral_first)
        if figure.ordinal:
            return self._ordinal(block, figure, first, end)
        if figure.role == "multiplier":
            return self._multiplier(block, figure, end)
        if is_score(block, figure, self.lexicons.labels, first, end):
            figure.last = max(figure.last, figure.numeral_first + 3)
            return "identifier"
        if figure.kind:
            self._measured(block, figure, end)
            return ""
        reason = label_reason(block, figure, self.lexicons.labels, self.lexicons.nouns, first, end)
        if not reason and self._label_goes_on(found, figure):
            reason = "identifier"
        if reason:
            return reason
        if self._one_in(block, figure, end) or self._reading(block, figure, first, end):
            return ""
        if self._is_pronoun(block, figure, end):
            return "idiom"
        if self._is_ratio(block, figure, end) or self._stated_age(block, figure, first, end):
            return ""
        if figure.role == "fraction":
            figure.kind, figure.unit = "ratio", "times"
            self._share_of(block, figure, end)
            return ""
        return self._count(block, figure, first, end)

    @staticmethod
    def _label_goes_on(found: BlockFigures, figure: Figure) -> bool:
        """"Resolutions 57, 59 and 66": a bare number behind the last label of a list."""
        if figure.spelled or not found.uncounted or found.uncounted[-1][2] != "identifier" or figure.step != 1:
            return False
        block, (start, last, _) = found.block, found.uncounted[-1]
        joint = block.lows[last : figure.first]
        return joint in ([","], ["and"], [",", "and"], ["or"], ["to"], ["-"], ["–"]) and block.kinds[last - 1] == NUMBER and last - start == 1

    def _ordinal(self, block: Block, figure: Figure, first: int, end: int) -> str:
        """An ordinal is a rank ("ninth time"), a label ("14th Congress"), an enumeration ("First,") or an idiom."""
        lexicon, at = self.lexicons.labels, figure.last
        low = block.lows[figure.first]
        following = block.lows[at] if at < end else ""
        if figure.first == first and following in (",", ":") and low in lexicon.enumerators:
            return "enumeration"
        if at < end and following == "-" and block.glued(at) and at + 1 < end:
            at += 1
            following = block.lows[at]
        if low in lexicon.enumerators and (at >= end or block.kinds[at] != WORD) and following != "-":
            before = block.lows[figure.first - 1] if figure.first > first else ""
            if before not in ("ranked", "came", "finished", "placed", "ranks", "the", "in", "rank"):
                return "enumeration" if before in ("", "and", ";", ",", ".") else "idiom"
        if following in ("and", "or", ",", "to") and at + 1 < end and (block.kinds[at + 1] == NUMBER or block.lows[at + 1] in self.lexicons.numerals.ordinals):
            i = at + 1
            while i < min(end, at + 6) and (block.kinds[i] != WORD or block.lows[i] in ("st", "nd", "rd", "th", "and") or block.lows[i] in self.lexicons.numerals.ordinals):
                i += 1
            if i < end and (block.lows[i] in lexicon.ordinal_after or block.words[i][0].isupper()):
                return "ordinal_label"
        if following in lexicon.ordinal_after:
            figure.last = max(figure.last, at)
            return "ordinal_label"
        phrase = find_noun_phrase(block, at, end, self.lexicons.nouns, single=True) if at < end else None
        if phrase is not None and block.words[phrase.first][0].isupper() and phrase.first > first and not (low in lexicon.enumerators and block.words[figure.first][0].isupper()):
            return "ordinal_label"
        if figure.first > first and block.words[figure.first][0].isupper() and figure.spelled and block.words[figure.first - 1][0].isupper():
            return "ordinal_label"
        if figure.spelled and block.words[figure.first][0].isupper() and phrase is not None and block.words[phrase.first][0].isupper() and phrase.first + 1 < end and (figure.first > first or block.kind in ("headline", "teaser")):
            return "ordinal_label"
        figure.kind, figure.unit = "rank", "rank"
        if phrase is not None:
            self._take_noun(block, figure, phrase)
            if low in ("first", "1st") and figure.entity in ("time", "day", "year", "place"):
                figure.weight = "minor"
        elif low in lexicon.enumerators and block.lows[figure.first - 1 if figure.first else 0] not in ("ranked", "ranks", "came", "finished", "placed"):
            return "idiom"
        return ""

    def _multiplier(self, block: Block, figure: Figure, end: int) -> str:
        """"twice as many" is a ratio; "doubled", "double" and "twice a week" stay words."""
        at = figure.last
        following = block.lows[at] if at < end else ""
        if following == "as" or (following in ("the", "its", "their", "that", "what") and block.lows[figure.first] in ("twice", "double", "triple", "thrice", "quadruple")):
            figure.kind, figure.unit = "ratio", "times"
            return ""
        return "idiom"

    def _is_pronoun(self, block: Block, figure: Figure, end: int) -> bool:
        """"no one", "this one", "one another"; "one of the three" and "one man" are counts."""
        if not figure.spelled or block.lows[figure.numeral_first] != "one" or figure.value != 1:
            return False
        lexicon, at = self.lexicons.labels, figure.last
        before = block.lows[figure.first - 1] if figure.first > 0 else ""
        if before == "-" and figure.first > 1 and block.glued(figure.first):
            before = block.lows[figure.first - 2]
        if before in lexicon.one_before:
            return not (before in ("only", "the", "every", "first", "last") and at < end and self._plain_noun(block, at))
        if at >= end:
            return True
        following = block.lows[at]
        if following == "of":
            return False
        return following in lexicon.one_after or block.kinds[at] == MARK and following not in "-(\"“"

    def _plain_noun(self, block: Block, at: int) -> bool:
        return self.lexicons.nouns.is_noun(block.lows[at]) and block.lows[at] not in self.lexicons.nouns.function

    def _is_ratio(self, block: Block, figure: Figure, end: int) -> bool:
        """"2.5 times higher", "10x", "sixfold", "10-fold"."""
        at = figure.last
        if figure.role == "fold":
            figure.kind, figure.unit = "ratio", "times"
            return True
        if at >= end:
            return False
        low = block.lows[at]
        if low == "-" and at + 1 < end and block.lows[at + 1] == "fold":
            figure.kind, figure.unit, figure.last = "ratio", "times", at + 2
            return True
        if low in ("times", "fold") or (low in ("x", "×") and block.glued(at) and not (at + 1 < end and block.glued(at + 1) and block.kinds[at + 1] != MARK)):
            figure.last = at + 1
            figure.measure_first = at
            figure.kind, figure.unit = "ratio", "times"
            return True
        if low == "time" and at + 1 < end and block.lows[at + 1] in ("winner", "champion", "world", "olympic", "grand"):
            figure.kind, figure.unit, figure.last = "ratio", "times", at + 1
            return True
        return False

    def _reading(self, block: Block, figure: Figure, first: int, end: int) -> bool:
        """The magnitude of a quake: "magnitude-6.1", "a 4.4 quake", "measuring 7.2 on the Richter scale"."""
        scale = self.lexicons.readings
        if figure.high is None or figure.high >= 10 or figure.scale != 1 or figure.role:
            return False
        lows, at = block.lows, figure.last
        near = lows[max(first, figure.first - 5) : figure.first]
        skip = at + 1 if at < end and lows[at] in "-‑" else at
        following = lows[skip : min(end, skip + 4)]
        named = any(word in scale.words for word in near[-3:]) or (near[-1:] == ["-"] and near[-2:-1] and near[-2] in scale.words)
        if not named and figure.step < 1:
            named = bool(following) and (following[0] in scale.nouns or following[0] in scale.words and skip + 1 < end)
            named = named or "richter" in following or (any(word in scale.verbs for word in near) and any(word in scale.nouns or word in scale.words for word in lows[first:end]))
        if not named and figure.is_range and figure.step < 1:
            named = any(word in scale.words for word in lows[max(first, figure.first - 6) : figure.first])
        if not named:
            return False
        figure.kind, figure.unit, figure.entity = "physical", "magnitude", "magnitude"
        if following and following[0] in scale.words and skip > at:
            figure.last = skip + 1
        return True

    def _one_in(self, block: Block, figure: Figure, end: int) -> bool:
        """"one in five adults", "1 in 500", "nine out of ten": a ratio of two whole numbers, the second the larger."""
        lows, at = block.lows, figure.last
        if figure.raw is None or figure.scale != 1 or figure.step != 1 or figure.raw <= 0 or at + 1 >= end:
            return False
        out_of = lows[at] == "out" and lows[at + 1] == "of"
        over = lows[at] == "over" and figure.raw < 10
        if not out_of and lows[at] != "in" and not over:
            return False
        at += 2 if out_of else 1
        if at < end and lows[at] in ("every", "each"):
            at += 1
            out_of = True
        if at >= end or at in self.reader.blocked or not (block.kinds[at] == NUMBER or lows[at] in self.lexicons.numerals.cardinals):
            return False
        other = self.reader.numerals.read(block, at)
        if other is None or other.value is None or other.step != 1 or other.value <= figure.raw or other.value > 10_000_000:
            return False
        if over and (other.last < end and block.kinds[other.last] != MARK or other.scale != 1):
            return False
        plural = other.last < end and self._counted_at(block, other.last, end)
        closed = other.last >= end or block.kinds[other.last] == MARK or lows[other.last] in ("of", "are", "is", "say", "said", "chance", "was", "were", "have", "has")
        if not (out_of or plural and figure.raw < 20 and not _has_noun(block, figure, self.lexicons.nouns) or closed and figure.spelled == other.spelled):
            return False
        figure.value = figure.low = figure.high = figure.raw / other.value
        figure.step = figure.value
        figure.last, figure.kind, figure.unit, figure.role = other.last, "ratio", "times", "fraction"
        self._share_of(block, figure, end)
        return True

    def _counted_at(self, block: Block, at: int, end: int) -> bool:
        phrase = find_noun_phrase(block, at, end, self.lexicons.nouns, single=False)
        return phrase is not None and self.lexicons.nouns.is_plural(block.lows[phrase.head])

    def _stated_age(self, block: Block, figure: Figure, first: int, end: int) -> bool:
        """"Jan Bos, 37, of Delft", "a teacher, 52,", "aged 37", "ages 47 and 48", "Maria Diaz (29)"."""
        if figure.spelled or figure.scale != 1 or figure.step != 1 or figure.high is None or not 0 < figure.high < 115:
            return False
        at, last = figure.first - 1, figure.last
        before = block.lows[at] if at >= first else ""
        following = block.lows[last] if last < end else "."
        named = before in ("aged", "age", "ages") or (before in ("and", "or", "to", "between") and any(word in ("aged", "ages") for word in block.lows[max(first, at - 5) : at]))
        if not named and before in (",", "(") and at > first and not figure.is_range:
            prior = block.words[at - 1]
            is_name = block.kinds[at - 1] == WORD and prior[0].isupper() and at - 1 > first and block.kinds[at - 2] == WORD and block.words[at - 2][0].isupper() or prior in ("Jr", "Sr", "III", "II", "Jr.")
            lone = block.kinds[at - 1] == WORD and (prior[0].isupper() or self.lexicons.nouns.class_of(prior.lower()) == "person") and at - 1 >= first
            closer = following == ")" if before == "(" else following in (",", ".", ";", "and") or last >= end
            named = closer and (is_name and following in (",", ".", ")", ";") or lone and following in (",", ")") and len(block.words[figure.first]) <= 2)
            if named and before == "," and not is_name and last + 1 < end and block.kinds[last + 1] == NUMBER:
                named = False
        if not named:
            return False
        figure.kind, figure.unit, figure.entity = "physical", "year", "age"
        return True

    def _share_of(self, block: Block, figure: Figure, end: int) -> None:
        at = figure.last
        if at < end and block.lows[at] == "of":
            self._of_noun(block, figure, at + 1, end)
        elif at < end:
            phrase = find_noun_phrase(block, _past_articles(block, at, end), end, self.lexicons.nouns, single=False)
            if phrase is not None and (phrase.first > at or self.lexicons.nouns.is_plural(block.lows[phrase.head])):
                self._take_noun(block, figure, phrase)

    def _of_noun(self, block: Block, figure: Figure, at: int, end: int) -> None:
        at = _past_owner(block, _past_articles(block, at, end), end)
        phrase = find_noun_phrase(block, at, end, self.lexicons.nouns, single=False) or find_noun_phrase(block, at, end, self.lexicons.nouns, single=True)
        if phrase is not None:
            self._take_noun(block, figure, phrase)

    def _measured(self, block: Block, figure: Figure, end: int) -> None:
        """Behind a unit: a rate ("a day"), the age of "years old", and the noun that a hyphen or "of" measures."""
        self._rate(block, figure, end)
        at = figure.last
        if figure.unit in ("year", "month", "week", "day"):
            self._age(block, figure, end)
            at = figure.last
        if (figure.kind == "percent" or figure.unit in ("year", "month", "day", "hour", "week", "minute", "decade")) and at < end and block.lows[at] == "of" and not figure.entity:
            self._of_noun(block, figure, at + 1, end)
        elif figure.kind == "currency" and at + 1 < end and block.lows[at] in ("worth", "in", "of"):
            self._money_noun(block, figure, at, end)
        elif figure.unit == "magnitude":
            figure.entity = "magnitude"
        elif at < end and not figure.entity and (figure.adjectival or figure.kind in ("currency", "percent") or (figure.kind == "physical" and figure.unit not in _TIMES)):
            if block.lows[at] == "of" and figure.kind == "physical":
                self._of_noun(block, figure, at + 1, end)
                return
            phrase = find_noun_phrase(block, at, end, self.lexicons.nouns, single=True)
            if phrase is not None and phrase.last < end and block.lows[phrase.last] in ("in", "of", "for") and block.lows[phrase.head] in self.lexicons.changes:
                return  # "a 40% increase in trade": the trade is measured
            if phrase is not None and (figure.adjectival or self.lexicons.nouns.is_noun(block.lows[phrase.head]) or block.words[phrase.head].isupper()) and block.lows[at] not in _AFTER_SIZE:
                self._take_noun(block, figure, phrase)

    def _money_noun(self, block: Block, figure: Figure, at: int, end: int) -> None:
        """"$5 million of debt", "2m euros worth of gems", "$3 million in damages"."""
        skip = 2 if block.lows[at] == "worth" and block.lows[at + 1] == "of" else 1
        start = _past_owner(block, _past_articles(block, at + skip, end), end)
        phrase = find_noun_phrase(block, start, end, self.lexicons.nouns, single=False) if start < end else None
        if phrase is not None and not (block.lows[at] == "in" and (block.words[phrase.first][0].isupper() or start > at + 1)):
            self._take_noun(block, figure, phrase)

    def _age(self, block: Block, figure: Figure, end: int) -> None:
        """"ten years old", "30-year-old", "eighteen months of age"."""
        lows, at = block.lows, figure.last
        if any(low in ("old", "olds", "age") for low in lows[figure.measure_first : figure.last]):
            figure.entity = "age"
            return
        if at >= end:
            return
        if lows[at] == "-" and at + 1 < end and lows[at + 1] in ("old", "olds"):
            figure.last, figure.entity, figure.adjectival = at + 2, "age", True
        elif lows[at] in ("old", "olds"):
            figure.last, figure.entity = at + 1, "age"
        elif lows[at] == "of" and at + 1 < end and lows[at + 1] == "age":
            figure.last, figure.entity = at + 2, "age"

    def _rate(self, block: Block, figure: Figure, end: int) -> None:
        """"a day", "per 100 people", "/ hour", "a-share", "an hour": what the amount is told for each of."""
        at = figure.last
        if at + 1 >= end or figure.per:
            return
        low = block.lows[at]
        hyphen = low == "-" and block.lows[at + 1] in ("a", "per", "an") and at + 3 < end and block.lows[at + 2] == "-"
        if hyphen:
            at, low = at + 1, block.lows[at + 1]
        slash = low == "/" and block.glued(at + 1)
        if low not in _RATE_WORDS and not slash:
            return
        target = at + (2 if hyphen else 1)
        if low in ("a", "an", "each", "every") and target + 1 < end and block.lows[target + 1] in ("earlier", "ago", "later", "before", "after", "old", "long"):
            return
        unit = self._rate_unit(block, target, end, strict=low in ("a", "an", "each", "every"))
        if unit is not None:
            figure.per, figure.last = unit[1], unit[0]
            figure.unit = f"{figure.unit} / {unit[1]}" if figure.unit else figure.unit

    def _rate_unit(self, block: Block, at: int, end: int, *, strict: bool) -> tuple[int, str] | None:
        measures = self.lexicons.measures
        if at >= end:
            return None
        found = measures.units.right(block.lows, at) or measures.marks.right(block.words, at) or measures.weak.right(block.words, at)
        if found is not None and block.lows[at] not in ("second",):
            return found
        if block.lows[at] == "second":
            return at + 1, "second"
        if block.kinds[at] != WORD:
            return None
        low = block.lows[at]
        nouns = self.lexicons.nouns
        if strict and low not in ("share", "head", "person", "barrel", "piece", "unit", "bottle", "night", "ticket", "game", "copy", "seat", "household", "child", "student", "item", "bushel"):
            return None
        if low in nouns.function or not (nouns.is_noun(low) or low in ("capita", "share", "head")):
            return None
        if strict and at + 1 < end and block.kinds[at + 1] == WORD and nouns.is_noun(block.lows[at + 1]) and block.lows[at + 1] not in nouns.verbs:
            return None
        return at + 1, nouns.singular(low)

    def _count(self, block: Block, figure: Figure, first: int, end: int) -> str:
        """A bare number: a rank of superlatives, a counted noun, a bracketed or stated index."""
        at, nouns = figure.last, self.lexicons.nouns
        if figure.first > first + 1 and block.lows[figure.first - 1] == "of" and block.lows[figure.first - 2] == "age" and figure.step == 1:
            figure.kind, figure.unit, figure.entity = "physical", "year", "age"
            return ""
        if at < end and block.lows[at] == "of":
            return self._count_of(block, figure, first, end)
        hyphen = at < end and block.lows[at] in "-‑" and block.glued(at) and at + 1 < end and block.glued(at + 1) and block.kinds[at + 1] == WORD
        if hyphen:
            at += 1
        if not figure.spelled and figure.first > first and block.lows[figure.first - 1] == "top":
            figure.kind, figure.unit = "rank", "rank"
            figure.qualifiers.append("at_most")
            return ""
        if at < end and block.lows[at] in _SUPERLATIVES and not hyphen and not (at + 1 < end and block.lows[at + 1] == "-"):
            before = block.lows[figure.first - 1] if figure.first > first else ""
            if before in ("the", "’s", "'s") or before.endswith(("'s", "’s")):
                figure.kind, figure.unit = "rank", "rank"
                figure.qualifiers.append("at_most")
                phrase = find_noun_phrase(block, at + 1, end, nouns, single=False)
                if phrase is not None:
                    self._take_noun(block, figure, phrase)
                return ""
        if not hyphen and self._is_bare_year(block, figure, first, end):
            return "date"
        single = figure.value == 1
        phrase = find_noun_phrase(block, at, end, nouns, single=single, hyphen=hyphen) if at < end else None
        if phrase is None and not hyphen and single and figure.spelled and len(block) > 3:
            return "idiom"
        if phrase is None or (hyphen and block.lows[phrase.head].endswith("ed") and not nouns.is_noun(block.lows[phrase.head])):
            if hyphen and figure.spelled:
                return "idiom"  # "two-tiered", "three-pronged"
            figure.kind = "index"
            return ""
        figure.adjectival = hyphen
        figure.kind = "count"
        self._take_noun(block, figure, phrase)
        figure.unit = nouns.singular(block.lows[phrase.head])
        if figure.noun_last < end and not hyphen:
            self._count_rate(block, figure, end)
        if figure.spelled and figure.value is not None and figure.value <= 12 and block.lows[figure.first - 1 if figure.first else 0] in _DEFINITE and figure.first > first:
            figure.weight = "minor"
        if nouns.singular(block.lows[phrase.head]) in nouns.idle or figure.value == 1 and block.lows[figure.numeral_first] == "one":
            figure.weight = "minor"
        return ""

    def _is_bare_year(self, block: Block, figure: Figure, first: int, end: int) -> bool:
        """Four bare digits of our times with no unit, and no person or thing to count straight behind: "APEC 2027 helps"."""
        surface = block.words[figure.numeral_first]
        if figure.spelled or figure.is_range or len(surface) != 4 or not surface.isdigit() or not "1900" <= surface <= "2099" or figure.scale != 1:
            return False
        if len(block) < 4 or (figure.first > first and block.lows[figure.first - 1] in ("to", "at", "than", "over", "under", "about", "nearly", "around", "some", "least", "exactly", "=", "totalling", "totaling", "averaged")):
            return False
        return not self._counted_next(block, figure)

    def _count_rate(self, block: Block, figure: Figure, end: int) -> None:
        at = figure.noun_last
        if at + 1 < end and block.lows[at] in ("per", "a", "an", "/"):
            unit = self._rate_unit(block, at + 1, end, strict=block.lows[at] != "per")
            after = block.lows[at + 2] if at + 2 < end else ""
            if unit is not None and after not in ("earlier", "ago", "later", "before", "after") and (block.lows[at] == "per" or unit[1] in ("day", "year", "month", "week", "hour", "minute", "second", "night")):
                figure.per = unit[1]

    def _count_of(self, block: Block, figure: Figure, first: int, end: int) -> str:
        """"one of the villages", "17 of which", "3 of the 12 miners", "dozens of barns"."""
        at = _past_articles(block, figure.last + 1, end)
        nouns = self.lexicons.nouns
        at = _past_owner(block, at, end)
        if at < end and block.lows[at] == "most":
            at += 1
        if at < end and block.kinds[at] == NUMBER:
            figure.kind, figure.unit = "index", ""
            phrase = find_noun_phrase(block, at + 1, end, nouns, single=False)
            if phrase is not None:
                figure.kind = "count"
                self._take_noun(block, figure, phrase)
                figure.unit = nouns.singular(block.lows[phrase.head])
            return ""
        if figure.role in ("vague", "tuple"):
            measured = self.reader.measure_of(block, at)
            if measured is not None:
                figure.take_measure(measured)
                return ""
        phrase = None
        if at < end and block.kinds[at] == WORD and block.lows[at] not in nouns.function:
            phrase = find_noun_phrase(block, at, end, nouns, single=False)
        if phrase is None:
            figure.kind = "index"
            figure.base = "of"
            return ""
        figure.kind = "count"
        self._take_noun(block, figure, phrase)
        figure.unit = nouns.singular(block.lows[phrase.head])
        if figure.value == 1:
            figure.weight = "minor"
        return ""

    def _take_noun(self, block: Block, figure: Figure, phrase: NounPhrase) -> None:
        nouns = self.lexicons.nouns
        if block.lows[phrase.first] == "more" and phrase.first < phrase.head:
            phrase.first += 1
        figure.noun_first, figure.noun_last, figure.head = phrase.first, phrase.last, phrase.head
        text = phrase_text(block, phrase.first, phrase.last, phrase.head, nouns, keep_case=block.kind != "headline")
        if phrase.tail > phrase.last:
            text += " " + phrase_text(block, phrase.last, phrase.tail, -1, nouns)
            figure.noun_last = phrase.tail
        before = block.lows[figure.words_first - 1] if figure.words_first > 0 else ""
        if before in ("top", "previous", "remaining", "other") and figure.kind == "count" and figure.noun_first >= figure.last:
            text = f"{before} {text}"
        figure.entity = text
        figure.noun_class = nouns.class_of(block.lows[phrase.head])

    # lists and ellipsis

    def _share(self, found: BlockFigures) -> None:
        """A bare number of a list takes the unit and noun of the list's last member, or, in an ellipsis, of the one before."""
        block, figures = found.block, found.figures
        for left, right in zip(figures, figures[1:], strict=False):
            if left.kind in ("index", "count") and right.kind in ("index", "count") and _is_screen(block, left, right):
                for side in (left, right):
                    side.kind, side.unit = "physical", "pixel"
        for i, figure in enumerate(figures):
            if figure.base == "of" and figure.kind == "index":
                self._of_them(block, figure, figures[:i])
        for i in range(len(figures) - 2, -1, -1):
            left, right = figures[i], figures[i + 1]
            if left.kind == "index" and not left.base and _listed(block, left, right):
                _inherit(left, right)
        for figure in figures:
            if figure.kind == "index":
                self._number_of(block, figure)
        for left, right in zip(figures, figures[1:], strict=False):
            if right.kind == "index" and _elliptic(block, left, right):
                _inherit(right, left)
                if block.lows[right.first - 1] == "to" and block.lows[right.first - 2] in ("total", "number", "tally", "count", "figure"):
                    right.scope = "total"
                    right.entity = right.entity.removeprefix("new ")


    def _number_of(self, block: Block, figure: Figure) -> None:
        """"the total number of partnerships to 42", "the number of victims reached 300": what the number is of."""
        first, _ = block.sentence_of(figure.first)
        lows, nouns = block.lows, self.lexicons.nouns
        for i in range(figure.first - 2, max(first, figure.first - 14), -1):
            if lows[i] == "of" and lows[i - 1] in ("number", "numbers", "total", "tally", "count"):
                start = _past_articles(block, i + 1, figure.first)
                phrase = find_noun_phrase(block, start, figure.first, nouns, single=False)
                if phrase is not None and nouns.is_plural(lows[phrase.head]):
                    figure.kind = "count"
                    self._take_noun(block, figure, phrase)
                    figure.unit = nouns.singular(lows[phrase.head])
                    figure.scope = "total" if "total" in lows[max(first, i - 3) : i] else ""
                return

    def _of_them(self, block: Block, figure: Figure, before: list[Figure]) -> None:
        """"17 of which", "three of them", "half of whom": the noun of the count before."""
        at = figure.last + 1
        if at >= len(block) or block.lows[at] not in ("which", "whom", "them", "these", "those", "whose"):
            return
        if at + 1 < len(block) and block.lows[at + 1] in ("are", "were"):
            _, end = block.sentence_of(figure.first)
            phrase = find_noun_phrase(block, at + 2, end, self.lexicons.nouns, single=False)
            if phrase is not None and self.lexicons.nouns.is_plural(block.lows[phrase.head]):
                figure.kind, figure.base = "count", ""
                self._take_noun(block, figure, phrase)
                figure.unit = self.lexicons.nouns.singular(block.lows[phrase.head])
                figure.scope = "of " + block.lows[at]
                return
        source = next((other for other in reversed(before) if other.kind == "count"), None)
        figure.scope = "of " + block.lows[at]
        if source is not None:
            adjectival, figure.base = figure.adjectival, ""
            _inherit(figure, source)
            figure.adjectival = adjectival

    def _convert(self, found: BlockFigures) -> None:
        """Mark the amounts in brackets that convert the amount before them: "2 million VND (77 USD)", "100 km (62 miles)"."""
        block = found.block
        for left, right in zip(found.figures, found.figures[1:], strict=False):
            gap = block.words[left.last : right.first]
            opened = [word for word in gap if word in "(["]
            if not opened or len(gap) > 6 or right.last >= len(block):
                continue
            close = block.words[right.last : right.last + 3]
            if not any(word in ")]" for word in close) and "," not in close and ";" not in close:
                continue
            if left.kind == right.kind == "currency" and left.unit != right.unit:
                right.converts = left
                self._rate_behind(block, left, right)
            elif left.kind == right.kind == "physical" and left.unit != right.unit and gap[0] in "([-":
                right.converts = left

    def _rate_behind(self, block: Block, left: Figure, right: Figure) -> None:
        """"9 billion shekels ($2.4 billion) a year": the rate stands behind the bracket, for both."""
        close = next((i for i in range(right.last, min(right.last + 2, len(block))) if block.words[i] in ")]"), None)
        if close is None or close + 2 >= len(block) or block.lows[close + 1] not in ("a", "an", "per"):
            return
        unit = self._rate_unit(block, close + 2, len(block), strict=block.lows[close + 1] != "per")
        if unit is not None and not (unit[0] < len(block) and block.lows[unit[0]] in ("earlier", "ago", "later")):
            for figure in (left, right):
                figure.per, figure.unit = unit[1], f"{figure.unit} / {unit[1]}"


def _has_noun(block: Block, figure: Figure, nouns: NounLexicon) -> bool:
    return figure.last < len(block) and nouns.is_noun(block.lows[figure.last]) and block.lows[figure.last] not in nouns.function


def _past_articles(block: Block, at: int, end: int) -> int:
    while at < end and block.lows[at] in ("the", "a", "an", "its", "their", "his", "her", "all", "our", "my", "your", "those", "these", "them", "this", "that"):
        at += 1
    return at


def _past_owner(block: Block, at: int, end: int) -> int:
    """Past a possessor: "two of Johnson’s deputies"."""
    for i in range(at, min(at + 4, end)):
        if block.lows[i].endswith(("'s", "’s")) or (block.lows[i] in "'’" and i > at and block.glued(i)):
            return i + 1
        if not block.words[i][0].isupper():
            break
    return at


_JOINTS = frozenset((("and",), ("or",), (",",), (",", "and"), (",", "or"), ("-", "and"), ("-", "or"), ("-", ","), ("-",), ("to",), ("&",), ("-", ",", "and"), ("versus",), ("/",), ("x",), ("by",), ("×",), ("-", "by", "-"), ("-", "by"), ("X",)))


def _listed(block: Block, left: Figure, right: Figure) -> bool:
    """True where only a joint stands between two figures: "17 and 42 countries", "four-, five- and six-cylinder"."""
    if right.kind in ("index", "rank", "ratio") or right.currency_prefix or right.first - left.last > 3:
        return False
    between = tuple(block.lows[left.last : right.first])
    if between == (",",):
        return right.index == -2  # a comma alone shares nothing, unless the list goes on to an "and"
    if between not in _JOINTS:
        return False
    if right.kind in ("percent", "physical", "currency") and left.scale != right.scale and left.scale == 1 and right.scale > 1:
        left.times(right.scale)
        left.scale = right.scale
    right.index = -2
    return True


def _is_screen(block: Block, left: Figure, right: Figure) -> bool:
    """"1440 x 900 display", "2880x1800 resolution"."""
    if block.lows[left.last : right.first] not in (["x"], ["×"], ["by"]) or left.low is None or left.low < 100:
        return False
    return any(word in ("resolution", "display", "screen", "pixels", "panel", "monitor") for word in block.lows[right.last : right.last + 3])


_SOFT_BEFORE = frozenset(("about", "around", "nearly", "some", "over", "only", "just", "another"))


def _elliptic(block: Block, left: Figure, right: Figure) -> bool:
    """True where a bare number goes on from a figure of the sentence: "435 homes by sale and 187 by tender"."""
    if left.kind in ("index", "rank", "ratio", "") or block.sentence_of(left.first) != block.sentence_of(right.first):
        return False
    before = block.lows[right.first - 1]
    if before in _SOFT_BEFORE and right.first - 2 > left.last:
        before = block.lows[right.first - 2]
    if right.first - left.last > 14 or right.role in ("fraction",) or right.base:
        return False
    if before in ("and", "or", "another", ","):
        if before == "," and left.kind != "count":
            return False
        return left.kind in ("count", "physical") and right.step >= left.step or left.kind == "percent" and before == "and"
    if before == "to" and left.kind in ("percent", "percentage_point"):
        return False  # "rose 0.4 percent to 13,176": a change, then a level
    if before in ("with", "to") and block.lows[right.first - 2] in ("compared", "comparison"):
        return True
    return before in ("from", "to", "versus", "vs", "against", "by", "x", "×") and left.kind in ("count", "percent", "physical") and (not left.is_range or before == "to")


def _inherit(figure: Figure, source: Figure) -> None:
    figure.kind, figure.unit, figure.per = source.kind, source.unit, source.per
    figure.entity, figure.noun_class, figure.head = source.entity, source.noun_class, source.head
    figure.noun_first, figure.noun_last = source.noun_first, source.noun_last
    figure.adjectival = figure.adjectival or source.adjectival
    figure.rules.append("shared")


_LOWER, _UPPER = frozenset(("more_than", "at_least")), frozenset(("less_than", "at_most"))


def join_bounds(found: BlockFigures) -> None:
    """Make one range of a lower and an upper bound: "more than 30 and less than 40"."""
    block, kept = found.block, []
    for figure in found.figures:
        left = kept[-1] if kept else None
        if left is not None and _bounds_meet(block, left, figure):
            low, high = left.low, figure.high
            left.value, left.low, left.high = None, low, high
            left.last, left.words_last, left.step = figure.last, figure.words_last, min(left.step, figure.step)
            left.kind, left.unit, left.entity, left.noun_class = figure.kind, figure.unit, figure.entity, figure.noun_class
            left.noun_first, left.noun_last, left.head, left.qualifiers = figure.noun_first, figure.noun_last, figure.head, []
            left.rules.append("bounds")
        else:
            kept.append(figure)
    found.figures[:] = kept


def _bounds_meet(block: Block, left: Figure, right: Figure) -> bool:
    if left.value is None or right.value is None or left.value >= right.value or len(left.qualifiers) != 1 or len(right.qualifiers) != 1:
        return False
    if left.qualifiers[0] not in _LOWER or right.qualifiers[0] not in _UPPER or not (left.kind == "index" or (left.kind, left.unit) == (right.kind, right.unit)):
        return False
    return tuple(block.lows[left.last : right.words_first]) in (("and",), ("but",), (",", "but"), (",", "and"))
