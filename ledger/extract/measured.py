"""What amounts, shares and sizes measure: the noun phrase that a currency, percent or physical figure speaks of."""

from __future__ import annotations

from collections.abc import Container

from ledger.extract.figures import Figure
from ledger.extract.measured_lexicon import MeasuredLexicon
from ledger.extract.measured_phrases import in_phrase, is_passed, left_phrase, pair_start, phrase_right, thing
from ledger.extract.nouns import NounLexicon
from ledger.sources.tokens import MARK, NUMBER, WORD, Block

_LONGEST_LEFT = 5
_PAID_REACH = 10
_LONGEST_OBJECT = 5
_FEWEST_PEOPLE = 100
_GAUGE_REACH = 14
_GAUGING = frozenset(("put", "puts", "putting", "pegged", "pegs", "estimated", "estimates", "valued", "values", "valuing", "assessed"))
_ANSWERING = frozenset(
    "said say responded answered agreed believed believe thought think felt favoured favored opposed backed supported voted replied".split()
)
_POLLED = (["who"], ["polled"], ["surveyed"], ["asked"], ["questioned"], ["interviewed"])
_SENTENCING = frozenset(("sentence", "sentenced", "sentences", "sentencing", "jailed", "imprisoned"))
_TERMS = frozenset(("year", "month", "day"))
_SENTENCE_REACH = 26
_HOLDING = frozenset(("had", "has", "have", "held", "holds", "owns", "owned"))
_REST = frozenset(("remaining", "other", "others", "same"))
_LASTING = frozenset(("lasted", "lasts", "took", "takes", "take"))
_OF_SHARES = frozenset(("closing price", "opening price", "trading price"))
_SHARES = frozenset(("share", "shares", "stock", "stocks"))
_DURATIONS = frozenset("second minute hour day week fortnight month year decade century night quarter".split())
_DETERMINERS = frozenset(("the", "a", "an", "its", "their", "his", "her", "our"))
_LEFT_DETERMINERS = _DETERMINERS | frozenset(("this", "that", "these", "those", "some"))
_HEDGES = frozenset(("another", "other", "about", "some", "only", "further"))
_LINKS = frozenset("is was be were are of been to lasted lasts took takes take last".split())
_TO_ATTRIBUTE = frozenset("of is was at to by a about around just some up".split())
_PREPOSITIONS = frozenset(
    "of in to for from at on with by over between among under during within into through per against about around since until after before"
    " than across near behind off via".split()
)
_AUXILIARIES = frozenset("was were are is have has had been be being".split())
_PRICED = frozenset(("at", "from", "for", "between"))
_HYPHENS = frozenset("-‑")
_SERVED_IN = frozenset(("in", "behind", "of", "'", "’"))

Thing = tuple[str, str]
"""The text of a noun phrase and the class of its head."""


def find_measured(block: Block, figure: Figure, measured: MeasuredLexicon, nouns: NounLexicon, taken: Container[int] = ()) -> Thing:
    """(entity, noun class) of a figure that has none yet: the attribute its words name, or the noun phrase to its left.

    `taken` are the tokens of the block's figures, units and all: no thing is named there.
    """
    first, end = block.sentence_of(figure.first)
    attribute = _attribute(block, figure, first, end, measured)
    if attribute:
        return attribute, ""
    told = _told_apart(block, figure, first, end, nouns) or _of_behind_bracket(block, figure, end, nouns)
    told = told or _gauged(block, figure, first, end, nouns)
    if told is None and figure.kind in ("percent", "percentage_point", "currency", "ratio"):
        told = in_phrase(block, figure, end, measured, nouns)
    told = told or _lasting(block, figure, first, measured, nouns)
    if told is not None:
        return told
    return _fitting(block, figure, measured, left_phrase(block, figure, first, measured, nouns, taken) or ("", ""))


def _told_apart(block: Block, figure: Figure, first: int, end: int, nouns: NounLexicon) -> Thing | None:
    """The thing of a figure to which no noun before it belongs, empty where none is named; None for any other figure."""
    behind = block.lows[figure.last : figure.last + 3]
    if behind[:2] == ["of", "those"] and behind[2:] in _POLLED:
        return "people", "person"
    if figure.kind == "index" and (behind[:1] == ["of"] or block.lows[figure.words_first - 1] in _REST):
        return "", ""  # "after the chase, two of them fled", "the tug stopped the remaining three"
    if figure.kind == "currency" and behind[:2] == ["in", "cash"] and _is_held(block, figure):
        return "cash", "money"
    return ("", "") if _is_doing(block, figure, first, end, nouns) else None


def _fitting(block: Block, figure: Figure, measured: MeasuredLexicon, found: Thing) -> Thing:
    """The noun phrase to the left, or another thing where such a figure is no measure of it."""
    before = block.lows[figure.words_first - 1]
    if figure.unit in _DURATIONS and found[1] in ("person", "organisation"):
        return "duration", ""  # "lawyers took 33 days"
    if figure.kind == "percent" and before in _HOLDING and found[0][:1].isupper() and " " not in found[0]:
        return "", ""  # "Rolfe had 3%, Holt 2.3%": a share of something not named
    if figure.kind == "currency" and found[1] == "organisation" and before in measured.given:
        return measured.given[before], ""  # "the lottery firm will give 2 million"
    if figure.kind in ("physical", "currency") and found[1] == "person":
        return "", ""  # "farmers expect 201 million bushels": no farmer is measured
    return found


def _is_doing(block: Block, figure: Figure, first: int, end: int, nouns: NounLexicon) -> bool:
    """True for the share that itself acts behind a clause: "asked about the marches, 60 percent responded"."""
    at, after = figure.words_first - 1, figure.last
    if figure.kind != "percent" or at <= first or block.lows[at] != "," or after >= end:
        return False
    low = block.lows[after]
    return low in _ANSWERING and not nouns.is_noun(low)


def _is_held(block: Block, figure: Figure) -> bool:
    """True for "had 10 million in cash", "ended the year with 10 million in cash"; not for what is paid."""
    return block.lows[figure.words_first - 1] in _HOLDING or block.lows[figure.words_first - 1] == "with"


def _lasting(block: Block, figure: Figure, first: int, measured: MeasuredLexicon, nouns: NounLexicon) -> Thing | None:
    """What lasts: "a raid that lasted three minutes"."""
    at = figure.words_first - 1
    if figure.unit not in _DURATIONS or at - 2 <= first or block.lows[at] not in _LASTING or block.lows[at - 1] not in ("that", "which"):
        return None
    head = at - 2 - (block.lows[at - 2] == ",")
    if block.kinds[head] != WORD or is_passed(block, head, measured, nouns):
        return None
    return thing(block, pair_start(block, head, first, measured, nouns), head, nouns)


def _of_behind_bracket(block: Block, figure: Figure, end: int, nouns: NounLexicon) -> Thing | None:
    """The thing behind the conversion of a size or sum: "7 mm (0.3 inches) of rain", "a two-million-euro ($2.6 million) haul"."""
    at = _past_bracket(block, figure.last, end)
    if at == figure.last or at + 1 >= end:
        return None
    if figure.kind == "physical" and block.lows[at] == "of":
        return phrase_right(block, at + 1, end, nouns)
    led = figure.words_first > 0 and block.lows[figure.words_first - 1] in _DETERMINERS
    low = block.lows[at]
    noun = block.kinds[at] == WORD and block.words[at].islower() and low not in nouns.function and low not in _PREPOSITIONS
    noun = noun and (nouns.is_noun(low) or low not in nouns.verbs)
    return phrase_right(block, at, end, nouns) if figure.kind == "currency" and led and noun else None


def _gauged(block: Block, figure: Figure, first: int, end: int, nouns: NounLexicon) -> Thing | None:
    """What is put at a sum: "the bank puts the market for tea at 700 million"."""
    at = figure.words_first - 1
    if figure.kind != "currency" or at <= first or block.lows[at] != "at":
        return None
    for i in range(at - 1, max(first, at - _GAUGE_REACH) - 1, -1):
        if block.lows[i] in _GAUGING:
            return phrase_right(block, i + 1, end, nouns) if block.lows[i + 1] in _DETERMINERS else None
        if block.kinds[i] == MARK and block.lows[i] not in _HYPHENS:
            return None
    return None


def _is_suffered(block: Block, figure: Figure, measured: MeasuredLexicon) -> bool:
    """True for "50 were injured", "another 12 have been seriously hurt"."""
    at, auxiliary = figure.last, False
    while at + 1 < len(block) and (block.lows[at] in _AUXILIARIES or (auxiliary and block.lows[at].endswith("ly"))):
        at, auxiliary = at + 1, True
    return auxiliary and block.lows[at] in measured.people


_HEIGHTS = frozenset(("peak", "plateau"))
"""Places that are levels as well: "down from a peak of 1.2 million"."""


def _is_population(block: Block, figure: Figure, nouns: NounLexicon) -> bool:
    """True for "a city of 20 million"."""
    at = figure.words_first - 1
    if figure.is_range or figure.low is None or figure.low < _FEWEST_PEOPLE or at < 1 or block.lows[at] != "of":
        return False
    low = block.lows[at - 1]
    return nouns.class_of(low) == "place" and not low.endswith("s") and low not in _HEIGHTS


def counts_people(block: Block, figure: Figure, measured: MeasuredLexicon, nouns: NounLexicon) -> bool:
    """True for a bare number behind "killed", "injuring", or before "aboard": it counts people."""
    if figure.last < len(block) and block.lows[figure.last] in measured.people_behind:
        return True
    if block.lows[figure.last : figure.last + 2] == ["on", "board"] or _is_population(block, figure, nouns):
        return True
    if _is_suffered(block, figure, measured):
        return True
    i = figure.words_first - 1
    while i > 0 and block.lows[i] in _HEDGES:
        i -= 1
    return i >= 0 and block.lows[i] in measured.people


# attributes


def _attribute(block: Block, figure: Figure, first: int, end: int, measured: MeasuredLexicon) -> str:
    """The attribute that the figure's unit or the words around it name ("magnitude", "depth", "price", "duration"), or ""."""
    if figure.unit in measured.default:
        return measured.default[figure.unit]
    if figure.kind == "currency":
        return _paid(block, figure, first, measured)
    if figure.kind != "physical":
        return ""
    behind = _attribute_behind(block, figure, end, measured)
    if behind:
        return behind
    if figure.unit in _DURATIONS:
        if _is_served(block, figure, end, measured) or _is_term(block, figure, first):
            return "sentence"
        return "" if _is_linked(block, figure, first) and not _is_taken(block, figure) else "duration"
    return _attribute_before(block, figure, first, measured)


def _is_served(block: Block, figure: Figure, end: int, measured: MeasuredLexicon) -> bool:
    """True for "25 years in prison", "six months behind bars", "20 years' imprisonment"."""
    at = figure.last
    while at < min(end, figure.last + 3) and block.lows[at] in _SERVED_IN:
        at += 1
    return at < end and block.lows[at] in measured.served


def _is_term(block: Block, figure: Figure, first: int) -> bool:
    """True for "sentenced (the thief to life and) to hundreds more years", "was jailed for nine years"."""
    at = figure.words_first - 1
    if figure.unit not in _TERMS or block.lows[at] not in ("to", "for", "and", "plus") or figure.adjectival:
        return False
    for i in range(at - 1, max(first, at - _SENTENCE_REACH) - 1, -1):
        if block.lows[i] in _SENTENCING:
            return True
        if block.lows[i] in (";", ":", "after", "because", "when", "that", "which"):
            return False
    return False


def _attribute_behind(block: Block, figure: Figure, end: int, measured: MeasuredLexicon) -> str:
    """ "10 km deep", "25 miles (40 km) south of"; a duration is neither long nor far."""
    at = _past_bracket(block, figure.last, end)
    if at + 1 < end and block.lows[at] in _HYPHENS:
        at += 1
    if at >= end:
        return ""
    if block.lows[at : at + 2] == ["to", "the"] and at + 2 < end:
        at += 2  # "300 km to the north"
    attribute = measured.near.get(block.lows[at], "")
    if figure.unit in _DURATIONS and (attribute == "distance" or block.lows[at] in ("long", "high")):
        return ""
    return attribute


def _past_bracket(block: Block, at: int, end: int) -> int:
    """Past the conversion in brackets behind a figure, or the bracket that the figure itself stands in."""
    if at < end and block.lows[at] == ")":
        return at + 1
    if at < end and block.lows[at] == "(":
        return next((i + 1 for i in range(at + 1, min(end, at + 8)) if block.lows[i] == ")"), at)
    return at


def _attribute_before(block: Block, figure: Figure, first: int, measured: MeasuredLexicon) -> str:
    """ "a depth of 10 km", "weighs about 5 kg"."""
    start = figure.words_first - 1
    if block.lows[start] == "at" and start - 1 > first and block.lows[start - 1] == "in":
        start -= 2  # "weighing in at 3 kg"
    for i in range(start, max(first, start - 2) - 1, -1):
        low = block.lows[i]
        if low in measured.near and low not in measured.behind:
            return measured.near[low]
        if low not in _TO_ATTRIBUTE:
            return ""
    return ""


def _is_linked(block: Block, figure: Figure, first: int) -> bool:
    """True where a duration is told of something: "will be around twelve days", "a delay of two hours"."""
    at = figure.words_first - 1
    if at < first or block.lows[at] not in _LINKS:
        return False
    return not (
        block.lows[at] == "last" and (at == first or block.lows[at - 1] in _LEFT_DETERMINERS or block.lows[at - 1] in _PREPOSITIONS)
    )


def _is_taken(block: Block, figure: Figure) -> bool:
    """True for "it would take 12 days to mend the cable": nothing named lasts so long."""
    at = figure.words_first - 1
    return block.lows[at] in _LASTING and block.lows[figure.last : figure.last + 1] == ["to"] and "it" in block.lows[max(0, at - 3) : at]


def _paid(block: Block, figure: Figure, first: int, measured: MeasuredLexicon) -> str:
    """ "price" behind "costs" and "starts at", "sale price" behind "sold ... for"."""
    at = figure.words_first - 1
    before = block.lows[at] if at >= first else ""
    if before in measured.paid:
        bought = measured.paid[before] == "payment" and block.lows[figure.last : figure.last + 1] == ["for"]
        return "purchase price" if bought else measured.paid[before]
    if before == "from" and at > first and block.lows[at - 1] == ",":
        return "price"  # "new phones, from 300 euros"
    if block.lows[figure.last : figure.last + 1] == ["down"] and before == "for":
        return "down payment"  # "for 99 euros down"
    given = _given(block, at, first, measured)
    if given:
        return given
    at = figure.first - 1
    before = block.lows[at] if at >= first else ""
    if before not in _PRICED and figure.words_first > first:
        at = figure.words_first - 1  # "acquire it for about 13 billion"
        before = block.lows[at]
    if before not in _PRICED:
        return ""
    reach = _PAID_REACH - 1 if before == "for" else 2
    for i in range(at - 1, max(first, at - reach) - 1, -1):
        low = block.lows[i]
        if low in measured.paid:
            told = measured.paid[low] in _OF_SHARES and not _SHARES.isdisjoint(block.lows[max(first, i - _LONGEST_LEFT) : i])
            return "" if told else measured.paid[low]  # "Rolfe shares closed at"
        if (block.kinds[i] == MARK and low != "." and not _in_name(block, i)) or block.kinds[i] == NUMBER:
            return ""
    return ""


def _in_name(block: Block, i: int) -> bool:
    """True for the comma and the hyphen of "Lorn, Peru-based Rolfe"."""
    if i + 1 >= len(block) or not block.words[i - 1][:1].isupper():
        return False
    return block.glued(i) if block.lows[i] in _HYPHENS else block.lows[i] == "," and block.words[i + 1][:1].isupper()


def _given(block: Block, at: int, first: int, measured: MeasuredLexicon) -> str:
    """ "fine" in "fined the firm 3 million euros": the verb before the one who pays or gets a sum."""
    for i in range(at, max(first, at - _LONGEST_OBJECT) - 1, -1):
        low = block.lows[i]
        if low in measured.given:
            return measured.given[low] if i < at else ""
        if low in _PREPOSITIONS or (block.kinds[i] == MARK and low not in _HYPHENS) or block.kinds[i] == NUMBER:
            return ""
    return ""
