"""What a figure is about beside its noun: subject, place, speaker, outcome, scope, background.

`ArticleState` carries what goes over sentences; blocks are entered in order, and their sentences read only where a figure asks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from ledger.extract.context_ages import is_age
from ledger.extract.context_clauses import governing_verb, subject_of
from ledger.extract.context_marks import open_quotation, quotation_runs
from ledger.extract.context_names import person_before
from ledger.extract.context_nearness import behind_head, place_of
from ledger.extract.context_outcome import find_outcome, is_home_to
from ledger.extract.context_owners import is_ranked_aside, lead_of
from ledger.extract.context_phrases import phrase_start
from ledger.extract.context_places import Place
from ledger.extract.context_quotes import announced_by, credit_behind
from ledger.extract.context_reading import Reading
from ledger.extract.context_scope import find_scope, is_background
from ledger.extract.context_speech import Speech, can_speak, speech_of
from ledger.extract.context_subject import find_subject
from ledger.extract.context_view import Phrase, SentenceView
from ledger.extract.context_words import DET, PLACE_NOUN, PREP, PRON, SAY, ContextLexicon, make_context_lexicon
from ledger.sources.tokens import WORD, Block

__all__ = ["ArticleState", "Context", "ContextLexicon", "find_context", "make_context_lexicon"]

_KEPT = 4
"""How many blocks back a speaker is looked for."""
_BACK = 12
"""How many sentences back."""
_CITED = 12
"""Tokens of a quotation that may be a mere name."""
_LONGEST = 400
"""Tokens of a sentence that are read together."""
_TOLD = frozenset(("count", "currency", "index", "rank"))


@dataclass(frozen=True, slots=True)
class Context:
    """The context fields of one figure; "" where the text names none. `quoted`: it stands inside a direct quotation."""

    subject: str = ""
    place: str = ""
    speaker: str = ""
    outcome: str = ""
    scope: str = ""
    background: bool = False
    quoted: bool = False
    rules: tuple[str, ...] = ()


class _Entered:
    """A block on its way through: its dates, its sentences as far as read, and where quotation marks stand open."""

    __slots__ = ("block", "dates", "ends_open", "inside", "opened", "position", "quoted", "readings")

    def __init__(self, block: Block, dates: Sequence[tuple[int, int]], runs_on: int) -> None:
        self.block, self.dates = block, dates
        self.readings: dict[int, Reading] = {}
        # a quotation left open in the block before goes on here, unless this block opens one of its own
        self.opened = runs_on > 0 and block.lows[:1] not in (['"'], ["“"])
        self.position, self.inside = 0, self.opened
        self.quoted = block.holds('"') or block.holds("“") or block.holds("”")
        closed = not (open_quotation(block.lows, 0, len(block), inside=self.opened) if self.quoted else self.opened)
        self.ends_open = 0 if closed else 1 + runs_on
        """For how many blocks on end a quotation has stood open."""

    def dates_of(self, first: int, last: int) -> Sequence[tuple[int, int]]:
        """The dates that begin in tokens [first, last)."""
        return self.dates[bisect_left(self.dates, (first, 0)) : bisect_left(self.dates, (last, 0))]

    def open_at(self, token: int) -> bool:
        """True where a quotation of the block is open before a token. Asked in order, each token is looked at once."""
        if not self.quoted:
            return self.opened
        if token < self.position:
            self.position, self.inside = 0, self.opened
        self.inside = open_quotation(self.block.lows, self.position, token, inside=self.inside)
        self.position = token
        return self.inside


class ArticleState:
    """One article on its way through: the last blocks, their sentences as read so far, and its own month, counted from the year 0."""

    def __init__(self, lexicon: ContextLexicon, month: int = 0) -> None:
        self.lexicon, self.month = lexicon, month
        self._entered: list[_Entered] = []
        self._coming: Iterable[Block] = ()
        self._ahead: list[Reading] | None = None

    def enter(self, block: Block, dates: Sequence[tuple[int, int]] = (), coming: Iterable[Block] = ()) -> None:
        """Take note of a block and of the token ranges of its dates, in order; the oldest block is forgotten. `coming` are the
        blocks behind it, asked for where a quotation is left open."""
        self._coming, self._ahead = coming, None
        runs_on = self._entered[-1].ends_open if self._entered else 0
        self._entered.append(_Entered(block, dates, runs_on if runs_on < _KEPT else 0))
        del self._entered[:-_KEPT]

    def reading(self, token: int) -> Reading:
        """The sentence of the last block that holds a token."""
        entered = self._entered[-1]
        reading = self._read(entered, entered.block.sentence_index(token), token)
        if reading.opens_inside is None:
            reading.opens_inside = entered.open_at(reading.view.offset)
        return reading

    def is_quoted(self) -> bool:
        """True where quotation marks stand in the last block."""
        return self._entered[-1].quoted

    def quotation_is_new(self) -> bool:
        """True where the last block opens a quotation and leaves it open, so that its speaker is told only later."""
        entered = self._entered[-1]
        return entered.ends_open == 1 and not entered.opened

    def before(self, reading: Reading) -> Iterator[Reading]:
        """The sentences before one of the last block, nearest first, through the blocks that are kept."""
        last = self._entered[-1]
        for entered in reversed(self._entered):
            top = reading.index if entered is last else len(entered.block.sentences)
            for index in range(top - 1, -1, -1):
                yield self._read(entered, index)

    def after(self, reading: Reading) -> Reading | None:
        """The next sentence of the last block."""
        entered = self._entered[-1]
        return self._read(entered, reading.index + 1) if reading.index + 1 < len(entered.block.sentences) else None

    def following(self, reading: Reading) -> Iterator[Reading]:
        """The sentences behind one of the last block, and those of the blocks that come next."""
        entered = self._entered[-1]
        for index in range(reading.index + 1, len(entered.block.sentences)):
            yield self._read(entered, index)
        if self._ahead is None:
            self._ahead = [
                Reading(SentenceView(block, first, min(last, first + _LONGEST), self.lexicon), at)
                for block in self._coming
                for at, (first, last) in enumerate(block.sentences)
            ]
        yield from self._ahead

    def announced(self, reading: Reading) -> str:
        """Who opened the quotation that the last block begins with by a colon before it."""
        if len(self._entered) < 2 or self._entered[-1].block.lows[:1] not in (['"'], ["“"]) or reading.index:
            return ""
        before = self._entered[-2]
        return announced_by(self._read(before, len(before.block.sentences) - 1)) if before.block.sentences else ""

    def _read(self, entered: _Entered, index: int, token: int = 0) -> Reading:
        """A sentence by its number; of one without end the stretch that holds the token."""
        first, last = entered.block.sentences[index]
        if last - first > _LONGEST:
            first += max(0, token - first) // _LONGEST * _LONGEST
            last = min(last, first + _LONGEST)
        reading = entered.readings.get(first)
        if reading is None:
            reading = entered.readings[first] = Reading(
                SentenceView(entered.block, first, last, self.lexicon, entered.dates_of(first, last)), index
            )
        return reading


def find_context(
    figure: tuple[int, int], entity: tuple[int, int], kind: str, period: str, state: ArticleState, noun_class: str = ""
) -> Context:
    """The context of the figure at tokens `figure` of the block entered last; `entity` is the range of its noun (empty for none),
    `noun_class` the class of its head."""
    reading = state.reading(figure[0])
    view = reading.view
    first, last = figure[0] - view.offset, min(figure[1] - view.offset, view.end)
    noun = (entity[0] - view.offset, min(entity[1] - view.offset, view.end)) if entity[0] < entity[1] else (last, last)
    doer = find_subject(view, (first, last), noun, kind)
    subject = _subject(state, reading, doer, kind)
    inside = bool(reading.opens_inside)
    if state.is_quoted():
        inside = quotation_runs(view, first, inside=inside)
    if is_age(view, first, last, kind):
        return Context(subject=subject, quoted=inside)
    speaker, rule = _speaker(state, reading, first, inside=inside)
    aside = kind == "rank" and (is_ranked_aside(view, first, last) or view.tags[lead_of(view, first)] & PREP != 0)
    aside = aside or (view.lows[first - 1] == "," and view.lows[noun[1]] == "where")  # "..., two fields where it is weak"
    told = kind in _TOLD and not aside
    outcome = find_outcome(view, first, max(last, noun[0]), kind, noun_class) if told else None
    if any(speech.first <= first < speech.last for speech in reading.speeches):
        return Context(quoted=inside)  # "according to two officers": they are who speaks
    end = max(last, noun[1])
    said = next((speech for speech in reading.speeches if speech.cue >= end), None)
    places = reading.places
    if said is not None:
        places = tuple(place for place in places if not _is_where_said(place, said, end))
    if kind == "physical":
        places = tuple(place for place in places if not _is_of_speaker(place, reading.speeches, first))
        if view.lows[last] == "from":
            places = tuple(place for place in places if place.first >= last)  # "west of Ulm and 7 miles from Bonn"
    places = _places_for(view, places, first, last, noun_class)
    if doer is not None and doer.last == first and view.lows[first - 1].endswith(("'s", "’s")):
        # "Peru figures in the firm's 5 million purchase": nothing was bought there
        places = tuple(place for place in places if place.lead != place.first or not view.is_verb(place.last))
    if doer is not None and noun_class in ("place", "document"):
        # "Peru upgraded ties with 14 states": Peru did it, and the states are not there
        places = tuple(place for place in places if place.lead != place.first or (place.first, place.last) != (doer.first, doer.last))
    place = place_of(view, places, first, last)
    if place is not None and place.first <= noun[1] - 1 < place.last:
        place = behind_head(view, place, noun[1])
    name = outcome.name if outcome is not None else ""
    return Context(
        subject=subject,
        place="" if place is None else view.text(place.first, place.last),
        speaker=speaker,
        outcome=name,
        scope=find_scope(view, first, last),
        background=is_background(view, first, last, name, period, state.month, kind),
        quoted=inside,
        rules=tuple(filter(None, (rule, outcome.rule if outcome is not None else ""))),
    )


def _is_where_said(place: Place, speech: Speech, last: int) -> bool:
    """True for the place behind a credit that closes the sentence, or of its speaker: "..., the mayor told a fair in Lorn", "...,
    the ministry in Lorn said"; not for "..., police said in Lorn"."""
    if speech.first >= last and speech.last <= place.lead < speech.cue:
        return True
    return place.lead > speech.cue + 1


def _is_of_speaker(place: Place, speeches: Sequence[Speech], first: int) -> bool:
    """True for the place of who tells a size behind it: "the survey in Ulm, Peru, said the quake measured 6.1"."""
    return any(speech.last <= place.lead < speech.cue <= first for speech in speeches)


def _apposed_end(view: SentenceView, first: int) -> int:
    """The comma behind the name that "a city of" explains: "from Ulm to Lorn, a city of 9,000 people"; 0 where there is none."""
    of = lead_of(view, first)
    if view.lows[of] != "of" or not view.marks[of - 1] & PLACE_NOUN:
        return 0
    here = phrase_start(view, of) - 1
    while here > view.start and view.tags[here] & DET:
        here -= 1
    return here if view.lows[here] == "," else 0


def _places_for(view: SentenceView, places: tuple[Place, ...], first: int, last: int, noun_class: str) -> tuple[Place, ...]:
    """The places that may be the figure's: those before it for "home to 9,000 people", those behind it for "in 14 countries"."""
    if noun_class == "place" and view.lows[to := lead_of(view, first) + 1] == "to" and to < first:
        # "spread from Ulm to more than 14 other towns"
        places = tuple(place for place in places if place.last != to or view.lows[place.lead] != "from")
    named = _apposed_end(view, first)
    if named:
        return tuple(place for place in places if place.last == named) or tuple(place for place in places if place.first >= last)
    if is_home_to(view, first):
        return tuple(place for place in places if place.first < first)
    if noun_class == "place" and view.lows[lead_of(view, first)] in ("in", "across", "throughout"):
        return tuple(place for place in places if place.first >= last)
    return places


def _speaker(state: ArticleState, reading: Reading, first: int, *, inside: bool) -> tuple[str, str]:
    """The speaker of the figure and the rule that named it: the sentence's own, or, in a quotation, the one after or before."""
    view = reading.view
    speech = speech_of(view, reading.speeches, first)
    if speech is not None and not speech.pronoun:
        return view.text(speech.first, speech.last), "verbs-of-saying"
    if speech is not None:
        said = [other for other in reading.speeches if other.cue < speech.cue and not other.pronoun]
        if said:
            return view.text(said[-1].first, said[-1].last), "verbs-of-saying"
        human = view.lows[speech.first] in ("he", "she")
        named = "" if human else _main_subject(view, speech)
        named = named or _named_before(state, reading, human=human) or _person(state, reading, speech.first)
        return named or view.text(speech.first, speech.last), "pronouns-that-speak"
    if not inside:
        return "", ""
    calling = "" if reading.opens_inside else _calling(view, first)
    if calling:
        return calling, "verbs-of-saying"
    if not reading.opens_inside and _is_cited_word(view, first):
        return "", ""
    closes = any(low in ('"', "”") for low in view.lows[first : view.end])
    named = _named_after(state, reading) if closes else credit_behind(state.following(reading))
    if not named:
        named = state.announced(reading) or ("" if state.quotation_is_new() else _named_before(state, reading))
    return (named, "verbs-of-saying") if named else ("", "")


def _main_subject(view: SentenceView, speech: Speech) -> str:
    """The body that the sentence is about: "The company will cut jobs, it said"."""
    verb = next((at for at in range(view.start, speech.first) if view.is_verb(at)), -1)
    subject = subject_of(view, verb) if verb > 0 else None
    if subject is None or view.tags[subject.first] & PRON or not can_speak(view, subject):
        return ""
    return view.text(subject.first, subject.last)


def _is_cited_word(view: SentenceView, first: int) -> bool:
    """True where the quotation around the figure is a name or a few words that nobody says here: "titled “80 Years of Light”"."""
    opening = next((at for at in range(first, -1, -1) if view.lows[at] in ('"', "“", "‘")), -1)
    if opening < 1 or view.kinds[opening - 1] != WORD or view.tags[opening - 1] & SAY:
        return False
    close = next((at for at in range(first + 1, min(view.end, opening + _CITED)) if view.lows[at] in ('"', "”", "’")), -1)
    return close > 0 and not any(view.is_verb(at) for at in range(opening + 1, close))


def _calling(view: SentenceView, first: int) -> str:
    """Who calls something what the quotation says: "Ines Rolfe called the fee “ten times too high”"."""
    opening = next((at for at in range(first, 0, -1) if view.lows[at] in ('"', "“")), 0)
    verb = governing_verb(view, opening, opening) if opening > 1 and view.lows[opening - 1] != "," else -1
    subject = subject_of(view, verb) if verb > 0 else None
    if subject is None or not can_speak(view, subject):
        return ""
    return view.text(subject.first, subject.last)


def _named_after(state: ArticleState, reading: Reading) -> str:
    """The speaker whom the next sentence names at once, where a quotation was cut from its credit."""
    after = state.after(reading)
    if after is None or after.view.lows[0] in ('"', "“"):
        return ""
    for speech in after.speeches[:1]:
        if not speech.pronoun and speech.cue <= _BACK:
            return after.view.text(speech.first, speech.last)
    return ""


def _named_before(state: ArticleState, reading: Reading, *, human: bool = False) -> str:
    """The speaker last named before a sentence, or ""; `human` passes over bodies and papers."""
    for earlier in islice(state.before(reading), _BACK):
        for speech in reversed(earlier.speeches):
            if not speech.pronoun and not (human and earlier.view.lows[speech.last - 1] in state.lexicon.groups):
                return earlier.view.text(speech.first, speech.last)
    return ""


def _subject(state: ArticleState, reading: Reading, subject: Phrase | None, kind: str) -> str:
    """The subject as printed; "he" and "she" by the person last named, "they said they had" by who said it."""
    if subject is None:
        return ""
    view = reading.view
    printed = view.text(subject.first, subject.last)
    if subject.last - subject.first > 1 or not view.tags[subject.first] & PRON:
        return printed
    if view.lows[subject.first] == "it" and kind == "physical":
        return printed  # "the survey said it was 6.1"
    for speech in reading.speeches:
        if speech.cue < subject.first and not speech.pronoun and _may_mean(view, view.lows[subject.first], speech):
            return view.text(speech.first, speech.last)
    if view.lows[subject.first] in ("he", "she"):
        named = _person(state, reading, subject.first)
        if not named and subject.first == 0:
            named = _named_before(state, reading, human=True)
        return named or printed
    return printed


def _may_mean(view: SentenceView, pronoun: str, speech: Speech) -> bool:
    """False where a pronoun cannot take up a speaker: "it" no persons, "she" no body."""
    head = view.lows[speech.last - 1]
    group = head in view.lexicon.groups
    if pronoun == "it":
        several = head.endswith("s") and view.words[speech.last - 1].islower()
        return not several and head not in view.lexicon.titles
    return pronoun not in ("he", "she") or not group


def _person(state: ArticleState, reading: Reading, token: int) -> str:
    """The person last named before a token of a sentence, or ""."""
    return person_before([reading.view, *(earlier.view for earlier in islice(state.before(reading), 4))], token)
