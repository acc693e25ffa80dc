"""The period of a figure, and the period a change or ratio is against: the date that its own clause gives it, or none."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ledger.extract.calendar_span import DateSpan, iso_of, shifted, year_days
from ledger.extract.counted_dates import counted_back
from ledger.extract.datelines import dateline_end
from ledger.extract.period_dates import PREPOSITIONS, Dated, PeriodLexicon, read_date
from ledger.sources.tokens import Block

_LIMIT = 2.6
"""What a date may cost at most; above it the field stays empty, for an empty field is better than a wrong one."""

_STEP = 0.04
_REACH = 160
"""How many tokens back "the following year" looks for a year."""
_NEAREST = 3
"""How many dates on either side of a figure are weighed."""
_SENTENCES_BACK = 4
_OPENING = 8
"""Within how many tokens of a sentence a date opens it."""
_MARKS = {",": 0.5, ";": 3.0, ":": 1.5, "(": 0.8, ")": 0.8, "[": 0.8, "]": 0.8, '"': 1.3, "“": 1.3, "”": 1.3, "—": 1.0, "–": 0.6, "|": 3.0}
_ASIDE = 12
_OF_A_NAME = 1.2
"""What the year in a name costs more than one with a preposition: "the Expo 2030 team met in May"."""
_TIME_NOUNS = frozenset(("day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours", "minutes"))
_MORE = frozenset("more less fewer higher lower above better worse".split())
_BEING = frozenset("is was are were will would has had could may might".split())
_OTHER_CLAUSE = frozenset(("but", "while", "whereas", "although", "though"))
_CLAUSES = {
    "that": 0.6, "which": 0.6, "who": 0.6, "whose": 0.8, "where": 0.6, "when": 0.6, "while": 2.0, "although": 1.4, "though": 1.4,
    "because": 1.2, "after": 1.3, "before": 1.3, "since": 1.0, "as": 0.5, "but": 2.0, "if": 1.4, "until": 1.0, "and": 0.3, "or": 0.3,
    "including": 0.5, "following": 0.8, "amid": 0.5, "despite": 0.8, "unless": 1.4, "whereas": 2.0, "news": 0.6, "share": 0.0,
    "compared": 2.0, "versus": 1.4,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Period:
    """ISO period and base period of a figure, each "" where none is told, and the ids of the rules that gave them."""

    period: str = ""
    base: str = ""
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BlockPeriods:
    """The dates of a block by sentence, read once, asked for each figure."""

    block: Block
    lexicon: PeriodLexicon
    published: date | None
    dates: tuple[Dated, ...]
    figures: tuple[tuple[int, int], ...]


def read_periods(
    block: Block, dates: Sequence[DateSpan], lexicon: PeriodLexicon, published: date | None, figures: Sequence[tuple[int, int]] = ()
) -> BlockPeriods:
    """The dates of the block with their governors, beside those told by a number ("two years ago").

    `figures` are the token ranges of the block's quantities, in order; a date that stands right behind one is that one's.
    """
    told = [span for span in dates if span.kind == "date"]
    counted = counted_back(block, lexicon.dates, published)
    spans = sorted([*told, *counted], key=lambda span: span.first) if counted else told
    opening = dateline_end(block)
    dated = tuple(read_date(block, span, lexicon) for span in spans if span.first >= opening and not _is_stamp(block, span))
    return BlockPeriods(block, lexicon, published, dated, tuple(figures))


def _is_stamp(block: Block, span: DateSpan) -> bool:
    """True for the date that a line begins with: "27/09/2013-Lorn to vote"."""
    return span.first == 0 and span.grain == "day" and span.last < len(block) and block.lows[span.last] in ("-", "–", "—", "|")


def period_of(periods: BlockPeriods, first: int, last: int, role: str = "") -> Period:
    """The period and base period of the figure at tokens [first, last): what its own sentence gives it, else the frame that the
    sentence before it opened ("In 2025, ..."). Ages between commas ("Nichols, 37, ...") have none."""
    block = periods.block
    start, end = block.sentence_of(first)
    if not periods.dates or _is_age(block, first, last):
        return Period()
    mine = _near(periods, (start, end), first, last)
    bases = [dated for dated in mine if _is_base(periods, dated, first, last)]
    costs = [
        (cost, index) for index, dated in enumerate(mine) if dated not in bases and (cost := _cost(periods, dated, first, last)) <= _LIMIT
    ]
    told = mine[min(costs)[1]] if costs else None
    rules: tuple[str, ...] = ()
    period, low, high = "", None, None
    if told is not None:
        period, low, high = _resolved(periods, told)
        rules = ("period-in-sentence",) if period else ()
    elif not mine:
        period, low, high = _frame_before(periods, start, first)
        rules = ("period-of-paragraph",) if period else ()
    base = _base(periods, bases, (first, last), (low, high), told.span.grain if told else "year")
    return Period(period, base, (*rules, "base-period") if base else rules)


def _near(periods: BlockPeriods, sentence: tuple[int, int], first: int, last: int) -> list[Dated]:
    """The few dates of the sentence on either side of the figure, and the one that opens it. A block may be one endless sentence."""
    start, end = sentence
    at = bisect_left(periods.dates, first, key=_first_token)
    dates = [dated for dated in periods.dates[max(0, at - _NEAREST) : at + _NEAREST + 1] if start <= dated.span.first < end]
    opening = _between(periods, start, start + _OPENING)[:1]
    if opening and opening[0] not in dates:
        dates.insert(0, opening[0])
    return [dated for dated in dates if not first <= dated.span.first < last]


def _between(periods: BlockPeriods, start: int, end: int) -> Sequence[Dated]:
    """The dates that begin at tokens [start, end)."""
    return periods.dates[bisect_left(periods.dates, start, key=_first_token) : bisect_left(periods.dates, end, key=_first_token)]


def _first_token(dated: Dated) -> int:
    return dated.span.first


def _figures_between(periods: BlockPeriods, start: int, end: int) -> Sequence[tuple[int, int]]:
    """The figures that begin at tokens [start, end)."""
    return periods.figures[bisect_left(periods.figures, (start, 0)) : bisect_left(periods.figures, (end, 0))]


def _is_age(block: Block, first: int, last: int) -> bool:
    """True for "Nichols, 37, was" and "the 37-year-old"."""
    lows = block.lows
    if last < len(lows) and lows[first - 1] == "," and lows[last] in (",", ")", ".") and last - first == 1 and first > 1:
        return len(lows[first]) <= 2 and block.words[first - 2][0].isupper()
    tail = lows[first : last + 4]
    return "old" in tail and ("year" in tail or "years" in tail)


def _is_base(periods: BlockPeriods, dated: Dated, first: int, last: int) -> bool:
    """True where the date is what the figure is compared with: "than in 2024", "up 5% on 2019", "from 2.4 million in 2017"."""
    block, span, lexicon = periods.block, dated.span, periods.lexicon
    if span.first < last:
        return False
    between = _figures_between(periods, last, dated.at)
    if len(between) > 1 or (between and not _owned_by_base(periods, dated, last)):
        # "350 were signed, 2.5 times more than in 2024": the ratio is against 2024, the 350 are not
        return False
    near = block.lows[max(0, dated.at - 2) : dated.at + 1]
    if block.lows[dated.at - 1] == "as" and "as" in block.lows[last : last + 3]:
        return True  # "twice as many as in 2021"
    if dated.governor == "than" or any(low in lexicon.against for low in near):
        return True
    if span.shift and dated.governor not in ("in", "during", "of"):
        return True
    if not _OTHER_CLAUSE.isdisjoint(block.lows[last : dated.at]):
        return False
    changing = any(low in lexicon.changes for low in block.lows[max(0, first - 6) : dated.at])
    if dated.governor == "from":
        return changing
    if dated.governor in ("over", "on"):
        return changing and span.grain == "year"
    if dated.governor == "since":
        return changing or any(low in lexicon.superlatives for low in block.lows[max(0, first - 6) : dated.at])
    return _owned_by_base(periods, dated, last)


def _owned_by_base(periods: BlockPeriods, dated: Dated, last: int) -> bool:
    """True where the date stands right behind another figure that "from" or "than" opens."""
    for other_first, other_last in _figures_between(periods, last, dated.at):
        if other_last <= dated.at <= other_last + 2:
            lead = periods.block.lows[max(last, other_first - 3) : other_first]
            return any(low in ("from", "than") or low in periods.lexicon.against for low in lead)
    return False


def _cost(periods: BlockPeriods, dated: Dated, first: int, last: int) -> float:
    """How far the date is from the figure, in clause boundaries, other figures and words; above `_LIMIT` it is not its date."""
    block, span = periods.block, dated.span
    if dated.governor == "since" and any(low in periods.lexicon.superlatives for low in block.lows[last : dated.at]):
        return 9.0  # "the smallest crop since 1963"
    if span.first >= last and _owned_by_base(periods, dated, last) and len(_figures_between(periods, last, dated.at)) > 1:
        return 9.0  # "41 of 120 seats, up from 27 seats in 2009"
    if dated.spoken or dated.governor in ("before", "after", "than", "against", "versus", "vs"):
        return 9.0
    if span.first >= last:
        if dated.attribute or (not dated.governor and block.lows[span.last : span.last + 1] and block.lows[span.last] in _BEING):
            return 9.0  # "that the first quarter would be weak"
        between, gap = _past_event(periods, last, dated.at), (last, dated.at)
        if block.lows[last : last + 1] and block.lows[last] in _MORE and block.lows[last + 1] == "than":
            return 9.0  # "8% more than the peak of 2022"
        cost = 2.0 if _in_aside(block, first, last, dated.at) else 0.0
    else:
        if dated.attribute and not _names_measure(periods, dated, first):
            return 9.0
        if _is_old_level(periods, dated, first) or _in_participle(block, dated, first):
            return 9.0
        between, gap = range(span.last, first), (span.last, first)
        cost = 0.0 if dated.opening else 0.6
    scale = 0.2 if dated.opening else 1.0
    for token in between:
        cost += scale * _crossing(block, token)
        if block.lows[token] in periods.lexicon.verbs:
            cost += 0.3 if dated.opening else 1.0
        if cost > _LIMIT:
            return cost
    if span.first >= last and _is_of_next(periods, last, dated.at):
        cost += 1.2
    return cost + 0.6 * len(_figures_between(periods, *gap)) * scale + (_OF_A_NAME if dated.named else 0.0)


def _crossing(block: Block, token: int) -> float:
    """What a token between figure and date costs."""
    low, before = block.lows[token], block.lows[token - 1]
    if low in ("before", "after", "earlier", "later") and before in _TIME_NOUNS:
        return 0.0  # "a day before"
    cost = _STEP + _MARKS.get(low, 0.0) + _CLAUSES.get(low, 0.0)
    if low in ("has", "have") and before == "and":
        cost += 1.9  # "was stolen in 1934 and has been missing for 79 years"
    return cost + (1.0 if low == before == "-" else 0.0)


def _is_of_next(periods: BlockPeriods, start: int, end: int) -> bool:
    """True where a clause with a figure of its own leads to the date: "31 halls would close under the plan, which is to save 9 million
    by 2015"."""
    lows = periods.block.lows
    return any(lows[at] in ("which", "who") and _figures_between(periods, at, end) for at in range(start, end))


def _past_event(periods: BlockPeriods, start: int, end: int) -> range | list[int]:
    """The tokens between a figure and the date behind it, but for those that lead from an event to its day: "(killed by) the quake,
    which struck on Tuesday"."""
    lows = periods.block.lows
    for token in range(start + 1, end):
        if lows[token] in ("which", "that") and lows[token - 1 - (lows[token - 1] == ",")] in periods.lexicon.events:
            comma = lows[token - 1] == ","
            return [*range(start, token - comma), *range(token + 2, end)]
    return range(start, end)


def _in_aside(block: Block, first: int, last: int, at: int) -> bool:
    """True where the figure stands in a clause between commas and the date behind it: "the group, which employs 900, will by 2030"."""
    if "," not in block.lows[last:at]:
        return False
    for i in range(first - 1, max(0, first - _ASIDE), -1):
        if block.lows[i] in ("which", "who", "whose"):
            return block.lows[i - 1] == ","
        if block.lows[i] == ",":
            return False
    return False


def _is_old_level(periods: BlockPeriods, dated: Dated, first: int) -> bool:
    """True for the date of a level that was left: "up from 7% in 2022, and doubled its seats to 50"."""
    for other_first, other_last in _figures_between(periods, max(0, dated.at - _OPENING), dated.at):
        if dated.at - other_last <= 1 and "from" in periods.block.lows[max(0, other_first - 2) : other_first]:
            return "," in periods.block.lows[dated.span.last : first]
    return False


def _in_participle(block: Block, dated: Dated, first: int) -> bool:
    """True for the date of "(The bridge,) built in 1931(, carries 900 cars)", "(The pair,) who met in 1998(, have three sons)"."""
    at = dated.at - 1
    if "," in block.lows[dated.span.last : first]:
        for here in range(at, max(0, at - _ASIDE), -1):
            if block.lows[here] in (",", ";"):
                break
            if block.lows[here] in ("who", "whose") and block.lows[here - 1] == ",":
                return True
    if at < 1 or block.lows[at - 1] != "," or not block.lows[at].endswith(("ed", "en", "wn", "ilt", "rn", "old", "ught")):
        return False
    return "," in block.lows[dated.span.last : first]


def _names_measure(periods: BlockPeriods, dated: Dated, first: int) -> bool:
    """True for "its 2018 sales jumped 90 percent" and "Monday's 6.1 quake": the noun with the date is what is measured."""
    block, span = periods.block, dated.span
    if block.words[span.last][0].isupper():
        return False
    if first - span.last <= 2:
        return True
    here = span.first - 1
    while here > 0 and block.lows[here] in ("the", "its", "their", "his", "her", "a", "this"):
        here -= 1
    return span.grain not in ("day", "week") and block.lows[here] not in PREPOSITIONS


def _resolved(periods: BlockPeriods, dated: Dated) -> tuple[str, date | None, date | None]:
    """ISO period of the date as a figure's: open after "since", and "the following year" counted from the date told before it."""
    span = dated.span
    if span.shift is not None:
        return _leaning(periods, dated)
    lows = periods.block.lows[span.last : span.last + 2]
    if dated.governor == "since" and span.iso and "/" not in span.iso and "when" not in lows:
        return f"{span.iso}/..", span.low, None
    return span.iso, span.low, span.high


def _leaning(periods: BlockPeriods, dated: Dated) -> tuple[str, date | None, date | None]:
    """The days that words like "the previous year" mean, counted from the last date of the block before them."""
    for other in reversed(_between(periods, dated.span.first - _REACH, dated.span.first)):
        span = other.span
        if span.low is None or span.high is None or span.shift is not None:
            continue
        low, high = year_days(span.low.year) if dated.span.grain == "year" else (span.low, span.high)
        if span.relative or (dated.span.grain != "year" and dated.span.grain != span.grain):
            break
        days = shifted(low, high, dated.span.grain, dated.span.shift or 0)
        return ("", None, None) if days is None else (iso_of(*days, dated.span.grain), *days)
    return "", None, None


def _frame_before(periods: BlockPeriods, start: int, first: int) -> tuple[str, date | None, date | None]:
    """The period that a sentence before opened with ("In 2025, ..."), for a sentence of the block without a date."""
    if not start:
        return "", None, None
    for _ in range(_SENTENCES_BACK):
        before, end = periods.block.sentence_of(start - 1)
        dates = _between(periods, before, end)
        if dates:
            dated = dates[0]
            frames = dated.opening and dated.governor in ("in", "during") and dated.span.grain in ("year", "quarter", "half", "month")
            return (dated.span.iso, dated.span.low, dated.span.high) if frames and not dated.attribute else ("", None, None)
        if not before:
            break
        start = before
    return "", None, None


def _base(periods: BlockPeriods, bases: Sequence[Dated], figure: tuple[int, int], days: tuple[date | None, date | None], grain: str) -> str:
    """The ISO base period: the nearest date the figure is compared with; a year before its own for "year on year"."""
    low, high = days
    if bases:
        span = min(bases, key=lambda dated: abs(dated.span.first - figure[1])).span
        if span.shift is None:
            return span.iso
        by, unit = span.shift, span.grain
    elif _yearly(periods, *figure):
        by, unit = -1, "year"
    else:
        return ""
    if low is None or high is None:
        return ""
    moved = shifted(low, high, unit, by)
    return "" if moved is None else iso_of(*moved, grain)


def _yearly(periods: BlockPeriods, first: int, last: int) -> bool:
    """True where "year on year", "year-over-year" or "yoy" stands near the figure."""
    near = periods.block.lows[max(0, first - 4) : last + 8]
    if any(low in periods.lexicon.yearly for low in near):
        return True
    plain = [low for low in near if low not in ("-", "‑")]
    return any(plain[at : at + 3] in (["year", "on", "year"], ["year", "over", "year"]) for at, low in enumerate(plain) if low == "year")
