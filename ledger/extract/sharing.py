"""Units and nouns shared between the figures of a block: lists, ellipsis, "of them", and the thing whose number is told."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from ledger.extract.ellipsis import is_said_to_be, shares_noun
from ledger.extract.figures import Figure, FigureReader
from ledger.extract.found import BlockFigures
from ledger.extract.lexicons import Lexicons
from ledger.extract.noun_phrases import NounPhrase
from ledger.extract.noun_text import phrase_text
from ledger.extract.nouns import NounLexicon
from ledger.extract.sight import Sight
from ledger.sources.tokens import MARK, NUMBER, WORD, Block

_JOINTS = frozenset(
    tuple(joint.split())
    for joint in (
        "and",
        "or",
        ",",
        ", and",
        ", or",
        "- and",
        "- or",
        "- ,",
        "-",
        "to",
        "&",
        "- , and",
        "versus",
        "/",
        "x",
        "X",
        "by",
        "×",
        "- by -",
        "- by",
    )
)
_LIST_WORDS = ([","], ["and"], ["or"], [",", "and"], ["to"])
_CROSSES = (["x"], ["×"], ["by"])
_LENGTHS = frozenset("meter kilometer centimeter millimeter decimeter micrometer nanometer inch foot yard mile pixel".split())
_SMALLEST_SCREEN = 100
_POINTERS = frozenset(("which", "whom", "them", "these", "those", "whose"))
_MORE = frozenset(("more", "fewer", "less", "higher", "lower", "up", "down", "above", "below"))
_REACH = 14
_SHORT_GAP = 5
_DATED_GAP = 6
_MOST_ADJECTIVES = 4
_SET_AGAINST = frozenset(("from", "than", "against", "versus", "vs"))
_MILLION = Decimal(1000000)
_FAR = 200
"""Figures more times apart are hardly in one unit."""
_GOES_ON = frozenset(("from", "to", "and", "or", "than", "against", "versus", "with", "about", "nearly", "over"))
_OF_PLACES = frozenset(("from", "of", "above", "below", "by", "x", "to"))
_SPANS = frozenset(("day", "week", "month", "year", "hour", "decade"))
_TO_A_NUMBER = frozenset(("to", "at", "reached", "hit", "topped", "passed", "exceeded", "were"))
_LISTED = -2
"""Figure.index of the later members of a list."""


def share_units(found: BlockFigures, lexicons: Lexicons, reader: FigureReader) -> None:
    """Give bare numbers the unit and noun of their list's last member, of what "them" points to, or of the figure they go on from."""
    block, figures = found.block, found.figures
    pairs = list(pairwise(figures))
    for left, right in pairs:
        _mark_screen(block, left, right, lexicons.kinds.screens)
        _read_millions(block, left, right, lexicons.kinds.size_words)
    for i, figure in enumerate(figures):
        if (figure.base == "of" and figure.kind == "index") or (_is_part(figure) and block.lows[figure.last : figure.last + 1] == ["of"]):
            _of_them(Sight(block, figure, lexicons, reader), figures[:i])
    _share_lists(block, pairs, lexicons.nouns)
    for figure in figures:
        if figure.kind == "index" and not _or_two(Sight(block, figure, lexicons, reader)):
            _number_of(Sight(block, figure, lexicons, reader))
    for left, right in pairs:
        if left.kind == "index" and right.kind == "physical" and right.first == left.last:
            _of_a_size(Sight(block, left, lexicons, reader), right)
    for left, right in _past_conversions(block, pairs):
        _share_rate(block, left, right)
        if right.kind == left.kind == "percent" and left.entity and not right.entity and _tells_of_same(block, left, right):
            right.entity, right.noun_class = left.entity, left.noun_class
        if right.kind == "count":
            _name_like(block, left, right, lexicons.nouns)
        if right.kind == "percent" and left.kind == "count" and not right.entity and _changes_count(block, left, right):
            right.entity, right.noun_class = left.entity, left.noun_class
        if right.kind == "index" and is_said_to_be(Sight(block, right, lexicons, reader), left):
            continue
        if right.kind == "index" and shares_noun(Sight(block, right, lexicons, reader), left, right):
            inherit(right, left)
            _mark_total(block, right, lexicons.kinds.tallies)


def _read_millions(block: Block, left: Figure, right: Figure, size_words: frozenset[str]) -> None:
    """Read the m of "2.1m cars, up from 1.8m", "2.9m barrels to 422.6m" as millions where the figure before it is in millions."""
    if right.unit != "meter" or left.scale < _MILLION or left.high is None or right.value is None or right.spelled:
        return
    mark, lows = right.last - 1, block.lows
    if mark != right.numeral_last or lows[mark] != "m" or not block.glued(mark) or lows[right.first - 1] not in _GOES_ON:
        return
    behind = lows[right.last] if right.last < len(block) else ""
    told = right.value * _MILLION
    near = left.high < _FAR * told and told < _FAR * left.high
    if near and behind not in size_words and behind not in _OF_PLACES and block.sentence_of(left.first) == block.sentence_of(right.first):
        right.times(_MILLION)
        right.scale, right.kind, right.unit, right.entity = _MILLION, "index", "", ""


def _name_like(block: Block, left: Figure, right: Figure, nouns: NounLexicon) -> None:
    """Name what a count only points to by the count before it: "three of arson", "30 existing ones", "12 others"."""
    if left.kind == "count" and _counts_same_of(block, left, right, nouns):
        right.unit, right.entity, right.noun_class = left.unit, left.unit, left.noun_class
        right.noun_first = right.noun_last = right.head = -1
    elif left.kind == "count" and right.unit == "one" and left.entity:
        right.entity = f"{right.entity.removesuffix('one')}{left.entity.split()[-1]}"
        right.unit, right.noun_class = left.unit, left.noun_class
    elif right.unit == "other" and left.kind == "count":
        _name_others(block, left, right)


def _counts_same_of(block: Block, left: Figure, right: Figure, nouns: NounLexicon) -> bool:
    """True for "23 counts of fraud and three of arson": "of" tells the kind of what the figure before counts."""
    if left.head < 0 or right.head != right.last + 1 or block.lows[right.last] != "of" or nouns.is_plural(block.lows[right.head]):
        return False
    gap = block.lows[left.head + 1 : right.words_first]
    return 2 < len(gap) <= _SHORT_GAP and gap[0] == "of" and gap[-1] in ("and", ",", "or")


def _name_others(block: Block, left: Figure, right: Figure) -> None:
    """Name the others of a count: people in "three children and 55 others", the things themselves in "shut 30 shops and sold 12 others"."""
    if left.noun_class == "person":
        right.unit, right.entity, right.noun_class = "person", "people", "person"
    elif right.entity == "other" and block.sentence_of(left.first) == block.sentence_of(right.first):
        right.unit, right.entity, right.noun_class = left.unit, left.entity, left.noun_class


def _share_lists(block: Block, pairs: list[tuple[Figure, Figure]], nouns: NounLexicon) -> None:
    """Give the members of lists what their last one counts, and ranks its noun: "his 12th and 13th goals"."""
    for left, right in reversed(pairs):
        if left.kind == "index" and not left.base and _is_listed(block, left, right):
            inherit(left, right)
            left.index = _LISTED
        elif left.kind == "index" and not left.base and _dated_ends(block, left, right):
            inherit(left, right)
        elif left.kind == "index" and not left.base and _shares_head(block, left, right, nouns):
            _inherit_head(block, left, right, nouns)
    for left, right in reversed(pairs):
        if left.kind == right.kind == "rank" and not left.entity and block.lows[left.last : right.first] in _LIST_WORDS:
            left.entity, left.noun_class = right.entity, right.noun_class


def _of_a_size(sight: Sight, size: Figure) -> None:
    """ "eight million 250ml bottles": the number before a size counts what stands behind it."""
    phrase = sight.plural_phrase(size.last)
    if phrase is not None:
        sight.count(phrase)


def _past_conversions(block: Block, pairs: list[tuple[Figure, Figure]]) -> Iterator[tuple[Figure, Figure]]:
    """The pairs, where the left one is a conversion the figure it converts ("4.7 billion yen ($33 million), up from 2.1 billion"), and
    where it is a stretch of time the count before ("lost 900 readers in three months but still has 22,000")."""
    for i, (left, right) in enumerate(pairs):
        source = pairs[i - 1][0]
        before = block.lows[left.first - 1] if left.first > 0 else ""
        bracketed = before == "(" and source.kind == left.kind
        lasted = before in ("in", "over", "within", "for") and left.unit in _SPANS and source.kind == "count" and right.kind == "index"
        yield (source if i > 0 and (bracketed or lasted) else left), right


def inherit(figure: Figure, source: Figure) -> None:
    """Give a figure the unit and noun of another."""
    figure.kind, figure.unit, figure.per = source.kind, source.unit, source.per
    figure.entity, figure.noun_class, figure.head = source.entity, source.noun_class, source.head
    figure.noun_first, figure.noun_last = source.noun_first, source.noun_last
    figure.adjectival = figure.adjectival or source.adjectival
    figure.shared = source
    figure.rules.append("shared")


def _mark_screen(block: Block, left: Figure, right: Figure, screens: frozenset[str]) -> None:
    """ "1440 x 900 display", "2880x1800 resolution": pixels."""
    if left.kind not in ("index", "count") or right.kind not in ("index", "count") or left.low is None or left.low < _SMALLEST_SCREEN:
        return
    if block.lows[left.last : right.first] in _CROSSES and not screens.isdisjoint(block.lows[right.last : right.last + 3]):
        left.kind = right.kind = "physical"
        left.unit = right.unit = "pixel"
        left.entity = right.entity


# lists


def _is_side(block: Block, figure: Figure) -> bool:
    """True for a length that may be one side of a thing: "3 x 4 m"; no leg of a relay."""
    return figure.unit in _LENGTHS and block.lows[figure.last : figure.last + 1] not in (["relay"], ["relays"], ["medley"])


def _is_listed(block: Block, left: Figure, right: Figure) -> bool:
    """True where only a joint stands between two figures: "17 and 42 countries", "four-, five- and six-cylinder"."""
    if right.kind in ("index", "rank", "ratio") or right.currency_prefix or right.first - left.last > 3:
        return False
    if block.lows[left.last : right.first] in _CROSSES and right.kind == "physical" and not _is_side(block, right):
        return False  # "3 x 200g", "4 x 100m relay"
    between = tuple(block.lows[left.last : right.first])
    if between == (",",):
        return right.index == _LISTED  # a comma alone shares nothing, unless the list goes on to an "and"
    if between not in _JOINTS:
        return False
    if right.kind in ("percent", "physical", "currency") and left.scale == 1 and right.scale > 1:
        left.times(right.scale)
        left.scale = right.scale
    right.index = _LISTED
    return True


def _dated_ends(block: Block, left: Figure, right: Figure) -> bool:
    """True for "from 20 in 2019 to 30 percent in 2020": two ends with dates of their own, and one unit."""
    first, last = left.words_first, right.words_first
    if right.kind in ("index", "rank", "ratio") or right.currency_prefix or first < 1 or not 2 < last - left.last <= _DATED_GAP:
        return False
    if block.lows[first - 1] != "from" or block.lows[last - 1] != "to" or left.scale != 1 or right.scale != 1:
        return False
    return block.lows[left.last] in ("in", "on", "at", "last", "this") and any(kind == NUMBER for kind in block.kinds[left.last : last])


def _shares_head(block: Block, left: Figure, right: Figure, nouns: NounLexicon) -> bool:
    """True where adjectives and an "and" stand between two counts of one noun: "47 confirmed and 12 probable cases"."""
    joint = right.first - 1
    if right.kind != "count" or right.head < right.last or not 1 < right.first - left.last <= _MOST_ADJECTIVES + 1:
        return False
    if block.lows[joint] not in ("and", "or") or right.adjectival:
        return False
    return all(_is_adjective(block, i, nouns) for i in range(left.last, joint))


def _is_adjective(block: Block, i: int, nouns: NounLexicon) -> bool:
    low = block.lows[i]
    if low in ("-", "‑"):
        return block.glued(i) and block.glued(i + 1)
    joined = i + 1 < len(block) and block.lows[i + 1] in ("-", "‑") and block.glued(i + 1)
    return block.kinds[i] == WORD and (joined or low in nouns.modifiers or block.lows[i - 1] in ("-", "‑"))


def _inherit_head(block: Block, left: Figure, right: Figure, nouns: NounLexicon) -> None:
    """Give a count its own adjectives and the other's head."""
    inherit(left, right)
    left.entity = phrase_text(block, left.last, right.first - 1, -1, nouns) + " " + nouns.singular(block.lows[right.head])
    left.index = _LISTED


# ellipsis


def _tells_of_same(block: Block, left: Figure, right: Figure) -> bool:
    """True for a share of the same whole: "62 percent of voters agreed, compared with 35 percent who did not"."""
    if block.sentence_of(left.first) != block.sentence_of(right.first) or left.noun_first < left.last:
        return False
    if block.lows[right.words_first - 1].endswith(("'s", "’s")):
        return True  # "62 percent of the vote to her rival's 35 percent"
    return right.last < len(block) and block.lows[right.last] in ("who", "said", "say", "that")


def _share_rate(block: Block, left: Figure, right: Figure) -> None:
    """Give a sum the rate of the one it is set against: "2.10 euros per share, down from 4.50 euros"."""
    if left.kind != "currency" or not left.per or right.kind != "currency" or right.per or left.unit != f"{right.unit} / {left.per}":
        return
    if right.first - left.last <= _REACH and block.lows[right.words_first - 1] in _SET_AGAINST:
        right.unit, right.per = left.unit, left.per


def _changes_count(block: Block, left: Figure, right: Figure) -> bool:
    """True for the change of a count just told: "422,875 vehicles in spring, 4% more than a year ago"."""
    if block.sentence_of(left.first) != block.sentence_of(right.first) or right.first - left.last > _REACH:
        return False
    if right.words_first < 2 or right.last >= len(block) or "," not in block.lows[left.last : right.first]:
        return False
    before = block.lows[right.words_first - 1]
    return before in ("up", "down") or (before in (",", "or") and block.lows[right.last] in _MORE)


def _mark_total(block: Block, figure: Figure, tallies: frozenset[str]) -> None:
    """ "three new partnerships, bringing the total to 42": the total, and not of the new."""
    lows, at = block.lows, figure.first
    if lows[at - 1] == "to" and lows[at - 2] in tallies:
        figure.scope = "total"
        figure.entity = figure.entity.removeprefix("new ")


# pointers


def _of_them(sight: Sight, before: list[Figure]) -> None:
    """ "17 of which", "three of them", "half of whom": the noun that "are" tells, else that of the count before."""
    figure, at = sight.figure, sight.figure.last + 1
    pointer = sight.low(at)
    if pointer not in _POINTERS:
        return
    figure.scope = "of " + pointer
    phrase = sight.plural_phrase(at + 2) if sight.low(at + 1) in ("are", "were") else None
    source = next((other for other in reversed(before) if other.kind == "count"), None)
    if _is_part(figure):
        figure.entity, figure.noun_class = (source.entity, source.noun_class) if source is not None else ("", "")
    elif phrase is not None:
        sight.count(phrase)
        figure.base = ""
    elif source is not None:
        adjectival, figure.base = figure.adjectival, ""
        inherit(figure, source)
        figure.adjectival = adjectival


def _is_part(figure: Figure) -> bool:
    """True for a share: "a third of whom", "20% of them"."""
    return figure.kind == "percent" or (figure.kind == "ratio" and figure.role == "fraction")


def _or_two(sight: Sight) -> bool:
    """True for "a day or two", "the next week or three", "another drink or two": the figure takes the unit or noun before the "or"."""
    figure, lows, at = sight.figure, sight.lows, sight.figure.first - 2
    if not figure.spelled or at < 1 or lows[at + 1] != "or" or lows[at].endswith("s"):
        return False
    measure = sight.reader.measure_of(sight.block, at)
    if measure is not None and measure.last == at + 1 and measure.kind == "physical":
        figure.kind, figure.unit = measure.kind, measure.unit
        return True
    nouns = sight.lexicons.nouns
    if not nouns.is_noun(lows[at]) or sight.low(at - 1) not in ("a", "an", "another"):
        return False
    phrase = sight.phrase(at, single=True)
    if phrase is None or phrase.head != at:
        return False
    sight.count(phrase)
    return True


def _number_of(sight: Sight) -> None:
    """ "the total number of partnerships to 42", "the number of victims reached 300": what the number is of."""
    figure, lows, tallies = sight.figure, sight.lows, sight.lexicons.kinds.tallies
    for i in range(figure.first - 2, max(sight.first, figure.first - _REACH), -1):
        if lows[i] == "of" and lows[i - 1] in tallies:
            phrase = sight.plural_phrase(sight.past_articles(i + 1))
            if phrase is not None and phrase.last <= figure.first:
                sight.count(phrase)
                figure.scope = "total" if "total" in lows[max(sight.first, i - 3) : i] else ""
            return
        if lows[i] == "numbers" and lows[figure.first - 1] in _TO_A_NUMBER and _is_numbered(sight, i - 1):
            sight.count(NounPhrase(i - 1, i, i - 1, i))
            return


def _is_numbered(sight: Sight, noun: int) -> bool:
    """True for the noun of "passenger numbers rose 4 percent to": in the singular, and in the clause of the figure."""
    nouns, low = sight.lexicons.nouns, sight.low(noun)
    if not nouns.is_noun(low) or nouns.is_plural(low) or low in nouns.modifiers:
        return False
    return not any(sight.kinds[i] == MARK and sight.lows[i] != "%" for i in range(noun, sight.figure.first))
