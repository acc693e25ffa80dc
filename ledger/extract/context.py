"""What a figure is about beside its noun: subject, place, speaker, outcome, scope, background.

`ArticleState` carries what goes over sentences; blocks are entered in order, and read only where a figure asks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ledger.extract.context_clauses import Phrase, SentenceView
from ledger.extract.context_names import person_before
from ledger.extract.context_outcome import find_outcome, find_scope, is_background
from ledger.extract.context_places import Place, find_places, place_of
from ledger.extract.context_speech import Speech, find_speeches, quotation_runs, speech_of
from ledger.extract.context_subject import find_subject, is_age
from ledger.extract.context_words import CREDIT, PRON, SAY, ContextLexicon, make_context_lexicon
from ledger.sources.tokens import Block

__all__ = ["ArticleState", "Context", "ContextLexicon", "find_context", "make_context_lexicon"]

_KEPT = 4
"""How many blocks back a speaker is looked for."""


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


class ArticleState:
    """One article on its way through: the last blocks, their sentences as read so far, and the article's own year."""

    def __init__(self, lexicon: ContextLexicon, year: int = 0) -> None:
        self.lexicon, self.year = lexicon, year
        self._blocks: list[Block] = []
        self._dates: dict[int, Sequence[tuple[int, int]]] = {}
        self._views: dict[tuple[int, int], SentenceView] = {}
        self._speeches: dict[tuple[int, int], tuple[Speech, ...]] = {}
        self._places: dict[tuple[int, int], tuple[Place, ...]] = {}

    def enter(self, block: Block, dates: Sequence[tuple[int, int]] = ()) -> None:
        """Take note of a block and of the token ranges of its dates; the oldest is forgotten."""
        self._blocks.append(block)
        self._dates[id(block)] = dates
        if len(self._blocks) > _KEPT:
            gone = self._blocks.pop(0)
            del self._dates[id(gone)]
            for first, _ in gone.sentences:
                for kept in (self._views, self._speeches, self._places):
                    kept.pop((id(gone), first), None)

    def view(self, block: Block, token: int) -> SentenceView:
        """The sentence that holds a token, read once."""
        return self._view(block, *block.sentence_of(token))

    def _view(self, block: Block, first: int, last: int) -> SentenceView:
        key = (id(block), first)
        view = self._views.get(key)
        if view is None:
            view = self._views[key] = SentenceView(block, first, last, self.lexicon, self._dates.get(id(block), ()))
        return view

    def speeches(self, view: SentenceView) -> tuple[Speech, ...]:
        """The credits of a sentence."""
        key = (id(view.block), view.start)
        found = self._speeches.get(key)
        if found is None:
            speaks = any(tag & (SAY | CREDIT) for tag in view.tags)
            found = self._speeches[key] = find_speeches(view) if speaks else ()
        return found

    def places(self, view: SentenceView) -> tuple[Place, ...]:
        """The places of a sentence."""
        key = (id(view.block), view.start)
        found = self._places.get(key)
        if found is None:
            found = self._places[key] = find_places(view)
        return found

    def before(self, view: SentenceView) -> list[SentenceView]:
        """The sentences before one, nearest first, through the blocks that are kept."""
        views = []
        at = next((index for index, block in enumerate(self._blocks) if block is view.block), -1)
        for block in reversed(self._blocks[: at + 1]):
            for first, last in reversed(block.sentences):
                if block is not view.block or first < view.start:
                    views.append(self._view(block, first, last))
        return views

    def after(self, view: SentenceView) -> SentenceView | None:
        """The next sentence of the same block."""
        return self._view(view.block, *view.block.sentence_of(view.end)) if view.end < len(view.block) else None


def find_context(block: Block, figure: tuple[int, int], entity: tuple[int, int], kind: str, period: str, state: ArticleState) -> Context:
    """The context of the figure at tokens `figure` of an entered block; `entity` is the range of its noun (equal ends for none)."""
    view = state.view(block, figure[0])
    first, last = figure
    age = is_age(view, first, last)
    inside = quotation_runs(view, first, inside=_open_quotation(block, view.start))
    speaker, speaker_rule = ("", "") if age else _speaker(state, view, first, inside=inside)
    outcome = find_outcome(view, first, max(last, entity[0])) if kind in ("count", "currency", "index", "rank") and not age else None
    place = None if age else place_of(view, state.places(view), first, last)
    subject = find_subject(view, figure, entity, kind)
    name = outcome.name if outcome is not None else ""
    rules = [speaker_rule] if speaker_rule else []
    if outcome is not None:
        rules.append(outcome.rule)
    return Context(
        subject=_subject(state, view, subject),
        place="" if place is None else view.text(place.first, place.last),
        speaker=speaker,
        outcome=name,
        scope="" if age else find_scope(view, first, last),
        background=is_background(view, first, last, name, period, state.year),
        quoted=inside,
        rules=tuple(rules),
    )


def _open_quotation(block: Block, start: int) -> bool:
    """True where a quotation of the block is still open when the sentence begins."""
    inside = False
    for low in block.lows[:start]:
        if low == "“":
            inside = True
        elif low == "”":
            inside = False
        elif low == '"':
            inside = not inside
    return inside


def _speaker(state: ArticleState, view: SentenceView, first: int, *, inside: bool) -> tuple[str, str]:
    """The speaker of the figure and the rule that named it: the sentence's own, or, in a quotation, the one before or after."""
    speech = speech_of(view, state.speeches(view), first)
    if speech is not None:
        if not speech.pronoun:
            return view.text(speech.first, speech.last), "verbs-of-saying"
        named = _named_before(state, view)
        return (named, "pronouns-that-speak") if named else (view.text(speech.first, speech.last), "pronouns-that-speak")
    if not inside:
        return "", ""
    after = state.after(view)
    if after is not None:
        speeches = state.speeches(after)
        if speeches and not speeches[0].pronoun and speeches[0].cue - after.start <= 12 and after.low(after.start) not in ('"', "“"):
            return after.text(speeches[0].first, speeches[0].last), "verbs-of-saying"
    named = _named_before(state, view)
    return (named, "quotation-runs-on") if named else ("", "")


def _named_before(state: ArticleState, view: SentenceView) -> str:
    """The speaker last named before a sentence, or ""."""
    for earlier in state.before(view)[:12]:
        for speech in reversed(state.speeches(earlier)):
            if not speech.pronoun:
                return earlier.text(speech.first, speech.last)
    return ""


def _subject(state: ArticleState, view: SentenceView, subject: Phrase | None) -> str:
    """The subject as printed; "he" and "she" by the person last named, "they said they had" by who said it."""
    if subject is None:
        return ""
    printed = view.text(subject.first, subject.last)
    if subject.last - subject.first > 1 or not view.tag(subject.first) & PRON:
        return printed
    for speech in state.speeches(view):
        if speech.cue < subject.first and not speech.pronoun:
            return view.text(speech.first, speech.last)
    if view.low(subject.first) in ("he", "she"):
        return person_before([view, *state.before(view)[:4]], subject.first) or printed
    return printed
