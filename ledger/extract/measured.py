"""What amounts, shares and sizes measure: the noun phrase that a currency, percent or physical figure speaks of."""

from __future__ import annotations

from collections.abc import Container

from ledger.extract.figures import Figure
from ledger.extract.measured_lexicon import MeasuredLexicon
from ledger.extract.noun_phrases import phrase_text
from ledger.extract.nouns import NounLexicon
from ledger.sources.tokens import MARK, NUMBER, WORD, Block

_REACH = 18
_LONGEST_LEFT = 5
_LONGEST_RIGHT = 6
_PAID_REACH = 10
_LONGEST_OBJECT = 5
_LONGEST_MARK = 3
_FEWEST_PEOPLE = 100
_GAUGE_REACH = 14
_GAUGING = frozenset(("put", "puts", "putting", "pegged", "pegs", "estimated", "estimates", "valued", "values", "valuing", "assessed"))
_POINTERS = frozenset(("them", "whom", "which", "these", "those"))
_NOMINATIVES = frozenset(("they", "we", "he", "she", "i"))
_LASTING = frozenset(("lasted", "lasts", "took", "takes"))
_PACES = frozenset(("rate", "pace"))
_OF_SHARES = frozenset(("closing price", "opening price", "trading price"))
_SHARES = frozenset(("share", "shares", "stock", "stocks"))
_DURATIONS = frozenset("second minute hour day week fortnight month year decade century night quarter".split())
_DETERMINERS = frozenset(("the", "a", "an", "its", "their", "his", "her", "our"))
_LEFT_DETERMINERS = _DETERMINERS | frozenset(("this", "that", "these", "those", "some"))
_HEDGES = frozenset(("another", "other", "about", "some", "only", "further"))
_LINKS = frozenset("is was be were are of been to lasted lasts took takes take last".split())
_BEING = frozenset("is was be were are been remain remained stay stayed".split())
_TO_ATTRIBUTE = frozenset("of is was at to by a about around just some up".split())
_PREPOSITIONS = frozenset(
    "of in to for from at on with by over between among under during within into through per against about around since until after before"
    " than across near behind off via".split()
)
_OPENS_CLAUSE = frozenset(("after", "before", "since", "until"))
_AUXILIARIES = frozenset("was were are is have has had been be being".split())
_PRICED = frozenset(("at", "from", "for", "between"))
_TO_NOUN = frozenset("due thanks owing according compared next close similar relative prior up".split())
_HAVING = frozenset(("had", "has", "have"))
_TIGHT = frozenset(("with", "by", "as", "than", "including"))
_STOPS = frozenset(';—|\n“”"')
_HYPHENS = frozenset("-‑")
_NOUN_BEFORE = frozenset("the a an its their his her this that of in for by".split())
_SERVED_IN = frozenset(("in", "behind", "of", "'", "’"))
_OBJECT_BEHIND = frozenset("the a an its their by to from about around nearly over more less up down at".split())

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
    if figure.kind == "index" and block.lows[figure.last : figure.last + 1] == ["of"] and block.lows[figure.last + 1] in _POINTERS:
        return "", ""  # "after the chase, two of them fled": no chase is counted
    behind = _of_behind_bracket(block, figure, end, nouns)
    if behind is not None:
        return behind
    gauged = _gauged(block, figure, first, end, nouns)
    if gauged is not None:
        return gauged
    if figure.kind in ("percent", "percentage_point", "currency", "ratio"):
        found = _in_phrase(block, figure, end, measured, nouns)
        if found is not None:
            return found
    found = _left_phrase(block, figure, first, measured, nouns, taken) or ("", "")
    lasting = _lasting(block, figure, first, measured, nouns)
    if lasting is not None:
        return lasting
    if figure.unit in _DURATIONS and found[1] in ("person", "organisation"):
        return "duration", ""  # "lawyers took 33 days"
    if figure.kind in ("physical", "currency") and found[1] == "person":
        return "", ""  # "farmers expect 201 million bushels": no farmer is measured
    return found


def _lasting(block: Block, figure: Figure, first: int, measured: MeasuredLexicon, nouns: NounLexicon) -> Thing | None:
    """What lasts: "a raid that lasted three minutes"."""
    at = figure.words_first - 1
    if figure.unit not in _DURATIONS or at - 2 <= first or block.lows[at] not in _LASTING or block.lows[at - 1] not in ("that", "which"):
        return None
    head = at - 2 - (block.lows[at - 2] == ",")
    if block.kinds[head] != WORD or _is_passed(block, head, measured, nouns):
        return None
    return _thing(block, _pair_start(block, head, first, measured, nouns), head, nouns)


def _of_behind_bracket(block: Block, figure: Figure, end: int, nouns: NounLexicon) -> Thing | None:
    """The thing behind the conversion of a size or sum: "7 mm (0.3 inches) of rain", "a two-million-euro ($2.6 million) haul"."""
    at = _past_bracket(block, figure.last, end)
    if at == figure.last or at + 1 >= end:
        return None
    if figure.kind == "physical" and block.lows[at] == "of":
        return _phrase_right(block, at + 1, end, nouns)
    led = figure.words_first > 0 and block.lows[figure.words_first - 1] in _DETERMINERS
    low = block.lows[at]
    noun = block.kinds[at] == WORD and block.words[at].islower() and low not in nouns.function and low not in _PREPOSITIONS
    noun = noun and (nouns.is_noun(low) or low not in nouns.verbs)
    return _phrase_right(block, at, end, nouns) if figure.kind == "currency" and led and noun else None


def _gauged(block: Block, figure: Figure, first: int, end: int, nouns: NounLexicon) -> Thing | None:
    """What is put at a sum: "the bank puts the market for tea at 700 million"."""
    at = figure.words_first - 1
    if figure.kind != "currency" or at <= first or block.lows[at] != "at":
        return None
    for i in range(at - 1, max(first, at - _GAUGE_REACH) - 1, -1):
        if block.lows[i] in _GAUGING:
            return _phrase_right(block, i + 1, end, nouns) if block.lows[i + 1] in _DETERMINERS else None
        if block.kinds[i] == MARK and block.lows[i] not in _HYPHENS:
            return None
    return None


def _is_suffered(block: Block, figure: Figure, measured: MeasuredLexicon) -> bool:
    """True for "50 were injured", "another 12 have been seriously hurt"."""
    at, auxiliary = figure.last, False
    while at + 1 < len(block) and (block.lows[at] in _AUXILIARIES or (auxiliary and block.lows[at].endswith("ly"))):
        at, auxiliary = at + 1, True
    return auxiliary and block.lows[at] in measured.people


def _is_population(block: Block, figure: Figure, nouns: NounLexicon) -> bool:
    """True for "a city of 20 million"."""
    at = figure.words_first - 1
    if figure.is_range or figure.low is None or figure.low < _FEWEST_PEOPLE or at < 1 or block.lows[at] != "of":
        return False
    return nouns.class_of(block.lows[at - 1]) == "place" and not block.lows[at - 1].endswith("s")


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
        if _is_served(block, figure, end, measured):
            return "sentence"
        return "" if _is_linked(block, figure, first) else "duration"
    return _attribute_before(block, figure, first, measured)


def _is_served(block: Block, figure: Figure, end: int, measured: MeasuredLexicon) -> bool:
    """True for "25 years in prison", "six months behind bars", "20 years' imprisonment"."""
    at = figure.last
    while at < min(end, figure.last + 3) and block.lows[at] in _SERVED_IN:
        at += 1
    return at < end and block.lows[at] in measured.served


def _attribute_behind(block: Block, figure: Figure, end: int, measured: MeasuredLexicon) -> str:
    """ "10 km deep", "25 miles (40 km) south of"; a duration is neither long nor far."""
    at = _past_bracket(block, figure.last, end)
    if at + 1 < end and block.lows[at] in _HYPHENS:
        at += 1
    if at >= end:
        return ""
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
        if (block.kinds[i] == MARK and low != ".") or block.kinds[i] == NUMBER:
            return ""
    return ""


def _given(block: Block, at: int, first: int, measured: MeasuredLexicon) -> str:
    """ "fine" in "fined the firm 3 million euros": the verb before the one who pays or gets a sum."""
    for i in range(at, max(first, at - _LONGEST_OBJECT) - 1, -1):
        low = block.lows[i]
        if low in measured.given:
            return measured.given[low] if i < at else ""
        if low in _PREPOSITIONS or (block.kinds[i] == MARK and low not in _HYPHENS) or block.kinds[i] == NUMBER:
            return ""
    return ""


# phrases


def _in_phrase(block: Block, figure: Figure, end: int, measured: MeasuredLexicon, nouns: NounLexicon) -> Thing | None:
    """What a change or a share is in: "a 40% increase in bilateral trade", "10% growth in exports", "an increase of 5% in sales"."""
    at, lows, start = figure.last, block.lows, figure.words_first
    if at + 1 < end and lows[at] in measured.changed and lows[at + 1] in ("in", "of", "for"):
        if lows[at] in measured.held and lows[at + 1] == "in":
            return lows[at], nouns.class_of(lows[at])
        return _phrase_right(block, at + 2, end, nouns) or (lows[at], "")
    if at < end and lows[at] == "in" and start > 1 and lows[start - 1] in ("of", "by") and lows[start - 2] in measured.changed:
        return _phrase_right(block, at + 1, end, nouns)
    return None


def _phrase_right(block: Block, at: int, end: int, nouns: NounLexicon) -> Thing | None:
    while at < end and block.lows[at] in _DETERMINERS:
        at += 1
    last = at
    while last < min(end, at + _LONGEST_RIGHT) and block.kinds[last] == WORD and block.lows[last] not in nouns.function:
        if last > at and _is_verb(block, last, nouns) and not _ends_compound(block, last, end, nouns):
            break
        last += 1
    return _thing(block, at, last - 1, nouns) if last > at else None


def _ends_compound(block: Block, i: int, end: int, nouns: NounLexicon) -> bool:
    """True for the "value" of "a rise in its market value" at the end of a clause."""
    low, before = block.lows[i], block.lows[i - 1]
    if not nouns.is_noun(low) or nouns.is_plural(before) or low.endswith(("s", "ed")):
        return False
    return i + 1 >= end or block.kinds[i + 1] == MARK or block.lows[i + 1] in _PREPOSITIONS


def _left_phrase(
    block: Block, figure: Figure, first: int, measured: MeasuredLexicon, nouns: NounLexicon, taken: Container[int]
) -> Thing | None:
    """The noun phrase that the figure is told of: walk left over hedges, verbs and prepositional phrases to the phrase they lean on."""
    i = figure.words_first - 1
    floor = max(first, i - _REACH)
    if i > floor + 2 and block.lows[i] == "of" and block.lows[i - 1] in _PACES and "at" in block.lows[i - 4 : i]:
        i -= 2  # "output grew at a rate of 3 percent"
    if i > floor and block.lows[i] == "of" and _is_plain_thing(block, i - 1, measured, nouns):
        return _thing(block, _pair_start(block, i - 1, floor, measured, nouns), i - 1, nouns)  # "on sales of $14.7bn"
    fallback: tuple[int, int] | None = None
    while i >= floor and block.lows[i] not in _STOPS:
        if block.lows[i] == ",":
            i = _before_aside(block, i, first)  # "sales, which were a fifth of revenue, fell"
        if i in taken or block.kinds[i] == MARK or _is_passed(block, i, measured, nouns):
            i -= 1
            continue
        start = next((at + 1 for at in range(i, floor, -1) if at in taken), floor)
        start = max(start, _pair_start(block, i, floor, measured, nouns))
        leading = _before_determiners(block, start, floor, measured)
        before = block.lows[leading] if leading >= floor and start > floor else ""
        if before == "of" and leading - 1 in taken:
            return _thing(block, start, i, nouns)  # "35 kilos of heroin worth 2 million"
        if before == "," and block.lows[i + 1] == "," and leading < start - 1 and leading > floor:
            i = leading - 1  # "sales in China, its largest market, fell"
            continue
        if before in _OPENS_CLAUSE and _verb_follows(block, i + 1, figure.words_first, nouns):
            before = ""
        if not _leans(before, block.lows[i], nouns) or before == "with":
            return _thing(block, start, i, nouns)
        fallback = fallback or (start, i)
        i = leading - 1
    return _thing(block, *fallback, nouns) if fallback is not None else None


def _before_aside(block: Block, comma: int, first: int) -> int:
    """The token before the clause ", which ..." that a comma closes; the comma where it closes none."""
    for i in range(comma - 1, max(first, comma - _REACH), -1):
        if block.lows[i] == ",":
            return i - 1 if block.lows[i + 1] in ("which", "who", "whose") and i > first else comma
    return comma


def _verb_follows(block: Block, at: int, end: int, nouns: NounLexicon) -> bool:
    """True where a verb stands behind a phrase: "after its net profit fell 52%"."""
    return any(_is_verb(block, i, nouns) for i in range(at, min(end, at + 3)))


def _is_plain_thing(block: Block, i: int, measured: MeasuredLexicon, nouns: NounLexicon) -> bool:
    """True for a common noun that is neither a change nor passed over."""
    return block.words[i].islower() and block.lows[i] not in measured.changed and not _is_passed(block, i, measured, nouns)


def _is_passed(block: Block, i: int, measured: MeasuredLexicon, nouns: NounLexicon) -> bool:
    """True for a word that is no measured thing: function words, verbs, adverbs, times."""
    low = block.lows[i]
    if block.kinds[i] == NUMBER or low in nouns.function or low in _PREPOSITIONS or low in measured.passed or low.endswith("ly"):
        return True
    if i > 0 and block.kinds[i - 1] == NUMBER and (block.words[i].islower() or (block.glued(i) and len(low) <= _LONGEST_MARK)):
        return True  # the unit or the noun of another figure
    if low.endswith(("able", "ible")) and not nouns.is_noun(low) and block.words[i].islower():
        return True  # "configurable to"
    if low in nouns.modifiers and (not nouns.is_noun(low) or (i > 0 and block.lows[i - 1] in _BEING)):
        return True
    if low.endswith("ing") and i > 0 and block.lows[i - 1] == "," and block.words[i].islower():
        return True  # "..., missing the 33 million forecast"
    if low.endswith("ed") and len(low) > 4 and block.words[i].islower() and low not in nouns.modifiers and not nouns.is_noun(low):
        return True  # "winds gusted to"
    return nouns.singular(low) in _DURATIONS or _is_verb(block, i, nouns)


def _leans(before: str, head: str, nouns: NounLexicon) -> bool:
    """True where the preposition before a phrase makes it part of the one before: "trade with the region"; not "about trade"."""
    if before not in _PREPOSITIONS or before == "about":
        return False
    return before not in _TIGHT or head in nouns.classes


def _before_determiners(block: Block, start: int, floor: int, measured: MeasuredLexicon) -> int:
    """The token before the phrase's articles and the month or the like before its noun: "crude for March delivery"."""
    i = start - 1
    while i > floor and (block.lows[i] in _LEFT_DETERMINERS or block.lows[i] in measured.passed):
        i -= 1
    return i


def _pair_start(block: Block, head: int, floor: int, measured: MeasuredLexicon, nouns: NounLexicon) -> int:
    """The first token of a phrase, with a phrase that "and" joins to it: "imports and exports"."""
    start = _phrase_start(block, head, floor, measured, nouns)
    left = start - 2
    if left > 0 and block.kinds[left - 1] == NUMBER:
        return start  # "41,000 staff and annual revenue of"
    if left < floor or block.lows[start - 1] not in ("and", "or") or block.kinds[left] != WORD or block.lows[left] in nouns.function:
        return start
    return start if _is_verb(block, left, nouns) else _phrase_start(block, left, floor, measured, nouns)


def _phrase_start(block: Block, head: int, floor: int, measured: MeasuredLexicon, nouns: NounLexicon) -> int:
    """The first token of the noun phrase that ends at a head."""
    start = head
    while start > floor and head - start < _LONGEST_LEFT:
        left = start - 1
        if block.lows[left] in _HYPHENS and block.glued(start) and left > floor and block.kinds[left - 1] != MARK:
            start -= 2
        elif block.kinds[left] == WORD and not _breaks(block, left, measured, nouns):
            start = left
        else:
            break
    return start


def _breaks(block: Block, i: int, measured: MeasuredLexicon, nouns: NounLexicon) -> bool:
    low = block.lows[i]
    if low.endswith("ed") and i > 0 and block.lows[i - 1] in _HAVING:
        return True  # "analysts had expected revenue of"
    if low in nouns.function or low in _PREPOSITIONS or low in measured.passed or low.endswith(("'s", "’s")):
        return True
    return low not in nouns.modifiers and _is_verb(block, i, nouns)


def _thing(block: Block, start: int, head: int, nouns: NounLexicon) -> Thing:
    while start < head and block.lows[start] in ("and", "or"):
        start += 1
    return phrase_text(block, start, head + 1, head, nouns, keep_case=block.kind != "headline"), nouns.class_of(block.lows[head])


def _is_verb(block: Block, i: int, nouns: NounLexicon) -> bool:
    """True for a verb; of a word that may be a noun too ("cost", "rise") where its neighbours make it one."""
    low = block.lows[i]
    if low not in nouns.verbs:
        return i > 0 and block.lows[i - 1] in _NOMINATIVES
    if not nouns.is_noun(low):
        return True
    before = block.lows[i - 1] if i > 0 else ""
    if i + 1 < len(block) and block.lows[i + 1] == "of":
        return False
    if before == "to" and i > 1 and not low.endswith("s") and block.lows[i - 2] not in _TO_NOUN and not nouns.is_noun(block.lows[i - 2]):
        return True  # "able to reach speeds of"
    if before in _NOMINATIVES:
        return True  # "the delays they experience"
    if nouns.is_plural(before) and not low.endswith("s") and block.words[i + 1 : i + 2] and block.words[i + 1][:1].isupper():
        return True  # "raiders hit Lorn"
    if before == "that" and i > 1 and nouns.is_noun(block.lows[i - 2]):
        return True  # "a segment that totals"
    if before in _NOUN_BEFORE or before in nouns.modifiers or before.endswith(("'s", "’s")):
        return False  # a noun behind an article, an adjective or a preposition
    after = block.words[i + 1] if i + 1 < len(block) and block.kinds[i + 1] == WORD else ""
    if after and after.lower() not in _OBJECT_BEHIND and not (after.isupper() and block.kinds[i + 2 : i + 3] != [WORD]):
        return False
    return nouns.is_noun(before) or block.words[i - 1][:1].isupper() or before in nouns.function
