"""Dates with what their neighbourhood says of them: the word that governs each, and whether it dates something else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ledger.extract.calendar_span import DateSpan
from ledger.extract.date_lexicon import DateLexicon, make_date_lexicon
from ledger.pack import Rule
from ledger.sources.tokens import NUMBER, WORD, Block

PREPOSITIONS = frozenset(
    ("in", "on", "during", "of", "for", "by", "since", "from", "until", "till", "through", "throughout", "at", "over", "within",
     "to", "than", "with", "between", "against", "versus", "vs", "before", "after", "as", "around", "about", "into", "across")
)  # fmt: skip
_SKIPPED = frozenset(("the", "a", "an", "early", "late", "earlier", "later", "all", "just", "only", "around", "about", "its", "that", "("))
_NOT_NOUN = frozenset(
    ("and", "or", "but", "to", "in", "on", "at", "of", "for", "from", "by", "with", "as", "than", "when", "where", "while",
     "after", "before", "that", "which", "who", "is", "was", "were", "are", "be", "has", "had", "have", "will", "would", "could",
     "can", "may", "the", "a", "an", "he", "she", "it", "they", "we", "i", "this", "alone", "said", "under", "into", "over",
     "about", "near", "off", "up", "down", "morning", "afternoon", "evening", "night", "against", "through", "during", "because",
     "if", "so", "some", "more", "at", "not", "there", "their", "his", "her", "its", "onward", "onwards", "compared", "following",
     "killing", "leaving", "according", "due", "since", "until", "by")
)  # fmt: skip
_OWNING = frozenset(("the", "a", "his", "her", "its", "their"))
_STRETCHES = frozenset(
    ("whole", "entirety", "course", "bulk", "most", "half", "quarter", "third", "end", "start", "beginning", "middle", "rest",
     "remainder", "part", "month", "week", "day", "spring", "summer", "autumn", "fall", "winter", "season", "year", "close", "eve",
     "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "average",
     "level", "total", "figure", "number", "rate", "record", "sum")
)  # fmt: skip
_PLANS = frozenset(("target", "targets", "goal", "goals", "plan", "plans", "vision", "strategy", "deadline", "forecast", "outlook"))
_STOPS = frozenset((",", ";", ":", '"', "“", "”", "that", "was", "were", "had", "has", "have", "is", "are", "been", "and", "but"))


@dataclass(frozen=True, slots=True)
class PeriodLexicon:
    """What the search for periods knows: the words of dates, of saying and of things that are issued."""

    dates: DateLexicon
    verbs: frozenset[str]
    credits: frozenset[str]
    issues: frozenset[str]
    changes: frozenset[str]
    superlatives: frozenset[str]
    yearly: frozenset[str]
    against: frozenset[str]
    events: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with what its own neighbourhood says: the word that governs it, and whether it dates something else."""

    span: DateSpan
    governor: str
    at: int
    """Token of the governor, or of the date where there is none."""
    attribute: bool
    """True for "the 2008 crisis", "Monday's vote"."""
    spoken: bool
    """True for the day of a statement or of a paper."""
    opening: bool
    """True where it opens the sentence."""
    named: bool = False
    """True for a year that belongs to a name: "Expo 2030"."""


def make_period_lexicon(periods: Iterable[Rule], speech: Iterable[Rule], outcomes: Iterable[Rule] = ()) -> PeriodLexicon:
    """The lexicon of the pack's rules of kinds `periods` and `speech`, with the events of kind `outcomes`."""
    own = tuple(periods)
    words: dict[str, set[str]] = {}
    for rule in (*own, *speech, *outcomes):
        listed = rule.fields.get("words", ())
        words.setdefault(str(rule.fields.get("form", "")), set()).update(listed if isinstance(listed, list | tuple) else ())
    forms = ("verb", "credit", "issue", "change", "superlative", "yearly", "against", "event")
    return PeriodLexicon(make_date_lexicon(own), *(frozenset(words.get(form, ())) for form in forms))


def read_date(block: Block, span: DateSpan, lexicon: PeriodLexicon) -> Dated:
    """A date of the block with its governor, and whether it belongs to a noun, a plan or a statement."""
    start, end = block.sentence_of(span.first)
    at = _governor(block, span, start, lexicon)
    governor = block.lows[at] if at < span.first else ""
    return Dated(
        span=span,
        governor=governor,
        at=at,
        attribute=_is_attribute(block, span, governor, end) or _is_of_plan(block, at, start) or _is_of_thing(block, span, at, start),
        spoken=_is_spoken(block, span, at, (start, end), lexicon),
        opening=at - start <= 1,
        named=not governor and span.grain == "year" and span.first > start and _is_name(block, span.first - 1),
    )


def _is_name(block: Block, token: int) -> bool:
    """True for a capitalised word, or a word all in capitals, right before a year."""
    return block.kinds[token] == WORD and block.words[token][:1].isupper() and block.lows[token] not in PREPOSITIONS


def _governor(block: Block, span: DateSpan, start: int, lexicon: PeriodLexicon) -> int:
    """The token of the preposition that governs the date, or the date's own where there is none."""
    here = span.first - 1
    skipped = 0
    while here >= start and skipped < 3 and (block.lows[here] in _SKIPPED or block.lows[here] in lexicon.dates.stretches):
        here -= 1
        skipped += 1
    if here < start or block.lows[here] not in PREPOSITIONS:
        return span.first
    if block.lows[here - 1] in ("than", "compared") and here - 1 >= start:
        return here - 1
    return here


def _is_attribute(block: Block, span: DateSpan, governor: str, end: int) -> bool:
    """True where the date is a modifier of the noun behind it: "his 2005 rampage", "Monday's vote", "the March 2005 attack"."""
    if span.last + 1 < end and block.lows[span.last] == "," and span.first and block.lows[span.first - 1] in _OWNING:
        low = block.lows[span.last + 1]  # "the March 11, 2005, incident"
        return span.grain == "day" and block.kinds[span.last + 1] == WORD and low not in _NOT_NOUN and block.words[span.last + 1].islower()
    if span.last < end and block.lows[span.last - 1].endswith(("'s", "’s")):
        return True
    if span.last >= end or block.kinds[span.last] != WORD:
        return False
    low = block.lows[span.last]
    if low in _NOT_NOUN or (low.endswith(("ed", "ing")) and block.words[span.last].islower()):
        return False
    before = block.lows[span.first - 1] if span.first else ""
    if before in ("the", "a", "an", "his", "her", "its", "their", "this", "that", "our") or before.endswith(("'s", "’s")):
        return not span.relative
    return not governor and span.grain == "year" and not span.relative and block.lows[span.last - 1] not in ("year", "season")


def _is_of_plan(block: Block, governor: int, start: int) -> bool:
    """True where the date is that of a plan named before it: "above the target for 2030", "the vision to 2045"."""
    return governor - 1 >= start and block.lows[governor - 1] in _PLANS


def _is_of_thing(block: Block, span: DateSpan, at: int, start: int) -> bool:
    """True for the year of "the flood of 2004", "the crisis of 2008"; not for "the spring of 2004" and "sales of 2004"."""
    if block.lows[at] != "of" or span.grain != "year" or at - 2 < start or at == span.first:
        return False
    low, here = block.lows[at - 1], at - 1
    while here > start and block.lows[here] not in ("the", "a", "his", "her") and at - here < 4 and block.kinds[here] == WORD:
        here -= 1
    return block.lows[here] in ("the", "a", "his", "her") and low not in _STRETCHES and not low.endswith("s")


def _is_spoken(block: Block, span: DateSpan, at: int, sentence: tuple[int, int], lexicon: PeriodLexicon) -> bool:
    """True where the date is the day of a statement, or the date of a report: "said on Tuesday", "statistics from November"."""
    lows = block.lows
    fine = span.grain in ("day", "week")
    for back, here in enumerate(range(at - 1, max(sentence[0], at - 7) - 1, -1)):
        low = lows[here]
        if low in lexicon.issues and (back < 3 if fine else back < 2):
            return True
        if fine and (low in lexicon.verbs or low in lexicon.credits):
            return True
        if low in _STOPS or block.kinds[here] == NUMBER or (low.endswith(("ed", "ing")) and low not in lexicon.issues):
            break
    if not fine:
        return False
    reach = span.last + (8 if at - sentence[0] <= 1 else 3)
    for here in range(span.last, min(reach, sentence[1])):
        if lows[here] in lexicon.verbs:
            return True
        if block.kinds[here] == NUMBER or lows[here] in _STOPS - {","}:
            break
    return False
