"""What a figure is about beside its noun, in sentences of our own: subject, place, speaker, outcome, scope, background."""

from __future__ import annotations

from datetime import date

import pytest

from ledger.extract.context import ArticleState, Context, ContextLexicon, find_context, make_context_lexicon
from ledger.extract.dates import DateLexicon, find_dates, make_date_lexicon
from ledger.pack import load_pack
from ledger.sources.sentences import make_sentence_words, mark_sentences
from ledger.sources.tokens import NUMBER, Block
from timing import assert_linear

PACK = load_pack()


@pytest.fixture(scope="module")
def lexicon() -> ContextLexicon:
    return make_context_lexicon(PACK)


@pytest.fixture(scope="module")
def dates() -> DateLexicon:
    return make_date_lexicon(PACK.rules["periods"])


class Reader:
    """Reads marked paragraphs: braces mark the figure, whose last word may be its unit."""

    def __init__(self, lexicon: ContextLexicon, dates: DateLexicon) -> None:
        self.lexicon, self.dates = lexicon, dates

    def __call__(self, *paragraphs: str, kind: str = "count", period: str = "", year: int = 2026) -> Context:
        state = ArticleState(self.lexicon, year * 12)
        for marked in paragraphs:
            text = marked.replace("{", "").replace("}", "")
            block = Block(text, 0, len(text))
            mark_sentences(block, make_sentence_words(PACK.rules["sentences"]))
            state.enter(block, [(span.first, span.last) for span in find_dates(block, self.dates, date(2026, 2, 14))])
            if "{" in marked:
                start, end = marked.index("{"), marked.index("}") - 1
                first = next(at for at in range(len(block)) if block.ends[at] > start)
                last = next((at for at in range(first, len(block)) if block.starts[at] >= end), len(block))
                return find_context((first, last), (last, last), kind, period, state)
        raise AssertionError("no figure is marked")


@pytest.fixture(scope="module")
def read(lexicon: ContextLexicon, dates: DateLexicon) -> Reader:
    return Reader(lexicon, dates)


@pytest.mark.parametrize(
    ("marked", "kind", "subject"),
    [
        ("The storm drowned {nine} cows.", "count", "storm"),
        ("The storm tore down a mast and drowned {nine} cows.", "count", "storm"),
        ("The mayor, who had slept badly, sold {nine} cows.", "count", "mayor"),
        ("A flood near Ulm, causing great loss, drowned {nine} cows.", "count", "flood"),
        ("The fire last week destroyed {nine} barns.", "count", "fire"),
        ("{Nine} barns were destroyed by the hail.", "count", "hail"),
        ("{Nine} cows strayed into the wood.", "count", ""),
        ("Wardens said {nine} cows had strayed.", "count", ""),
        ("Ines Rolfe, {37}, bakes bread.", "physical", "Ines Rolfe"),
        ("Ines Rolfe, a {37-year-old} baker, rose early.", "physical", "Ines Rolfe"),
        ("A {6.1-magnitude} quake shook the valley.", "physical", "quake"),
        ("The {40-acre} orchard is for sale.", "physical", "orchard"),
        ("The new phone has a {5-inch} screen.", "physical", "new phone"),
        ("The death toll from the landslide rose to {40}.", "count", "landslide"),
        ("At {3 euros}, tea was dear.", "currency", "tea"),
        ("Ulm's harbour lost {3 million euros}.", "currency", "Ulm's"),
        ("They run a network of {300} shelters.", "count", "network"),
        ("The company said it would hire {300} bakers.", "count", "company"),
    ],
)
def test_the_subject_is_who_has_or_does_it(read: Reader, marked: str, kind: str, subject: str) -> None:
    assert read(marked, kind=kind).subject == subject


@pytest.mark.parametrize(
    ("marked", "place"),
    [
        ("Hail broke {40} windows in Peru.", "Peru"),
        ("Hail broke {40} windows in the southern province of Lorn.", "southern province of Lorn"),
        ("In Cairo, hail broke {40} windows.", "Cairo"),
        ("The dam lies {40 miles} northwest of Marrow.", "Marrow"),
        ("Hail broke {40} windows in the old school.", "old school"),
        ("The southern city of Lorn lost {40} windows.", "southern city of Lorn"),
        ("Hail broke {40} windows in silence.", ""),
        ("It grew under Michael Jordan to {40} shops.", ""),
        ("Jens Holt, {47}, of Cairo, sells tea.", ""),
        ("A ticket is US{$999} now.", ""),
    ],
)
def test_the_place_is_the_one_of_the_clause(read: Reader, marked: str, place: str) -> None:
    assert read(marked).place == place


@pytest.mark.parametrize(
    ("marked", "speaker"),
    [
        ("Harbour master Ines Rolfe said {14} boats had sunk.", "Harbour master Ines Rolfe"),
        ("{Fourteen} boats had sunk, the coast guard said.", "coast guard"),
        ("{Fourteen} boats had sunk, according to the coast guard.", "coast guard"),
        ('"We lost {14} boats," said Ines Rolfe, a skipper.', "Ines Rolfe"),
        ("The radio quoted the mayor as saying {14} boats had sunk.", "mayor"),
        ("Damage was put by the council at {14} boats.", "council"),
        ("The council said on Monday that it had confirmed {14} losses.", "council"),
        ("On Monday, wardens said {14} boats had sunk.", "wardens"),
        ("Some 62 percent of bakers said they owned {14} ovens.", ""),
        ("The council bought {14} boats.", ""),
        ("{Fourteen} boats sank; the council says it was the wind.", ""),
        ("Ines Rolfe, {37}, said nothing.", ""),
    ],
)
def test_the_speaker_is_who_is_credited(read: Reader, marked: str, speaker: str) -> None:
    assert read(marked).speaker == speaker


def test_a_pronoun_takes_up_the_speaker_named_before(read: Reader) -> None:
    found = read("Ines Rolfe said the night was calm.", "She said {14} boats had sunk.")
    assert (found.speaker, found.rules) == ("Ines Rolfe", ("pronouns-that-speak",))


def test_a_quotation_that_runs_on_keeps_its_speaker(read: Reader) -> None:
    found = read('Ines Rolfe said: "The night was calm.', "Then came the wind. We lost {14} boats.", 'We wept."')
    assert (found.speaker, found.quoted) == ("Ines Rolfe", True)


def test_an_open_quotation_without_a_speaker_takes_none_from_before(read: Reader) -> None:
    found = read("Ines Rolfe said the night was calm.", '"We lost {14} boats.', 'We wept," said Jens Holt.')
    assert (found.speaker, found.quoted) == ("", True)


@pytest.mark.parametrize(
    ("marked", "outcome"),
    [
        ("The slide killed {12} shepherds and injured 40.", "killed"),
        ("The slide killed 12 shepherds and injured {40}.", "injured"),
        ("{Twelve} shepherds were killed and 40 injured.", "killed"),
        ("Twelve shepherds were killed and {40} injured.", "injured"),
        ("The slide came at noon, killing {12} shepherds.", "killed"),
        ("Police arrested {six} smugglers.", "arrested"),
        ("The ministry signed {350} agreements.", "signed"),
        ("{Four} men robbed a bank.", ""),
        ("The village has {40} windows.", ""),
    ],
)
def test_the_outcome_is_the_nearest_cue(read: Reader, marked: str, outcome: str) -> None:
    assert read(marked).outcome == outcome


@pytest.mark.parametrize(
    ("marked", "scope"),
    [
        ("The raids took {40} rifles in all.", "in all"),
        ("So far, the raids have taken {40} rifles.", "so far"),
        ("During the raid, ten masks and {40} rifles were found.", "during the raid"),
        ("Hail broke {40} windows in Cairo alone.", "in cairo alone"),
        ("The raids took {40} rifles.", ""),
    ],
)
def test_scope_is_told_by_its_words(read: Reader, marked: str, scope: str) -> None:
    assert read(marked).scope == scope


def test_an_event_of_an_earlier_year_is_background(read: Reader) -> None:
    assert read("In 2004 a flood drowned {90} cows.", period="2004").background
    assert read("A previous flood drowned {90} cows.").background
    assert not read("In 2026 a flood drowned {90} cows.", period="2026").background
    assert not read("In 2004 the dairy sold {90} cows.", period="2004").background


@pytest.mark.parametrize(
    "piece",
    [
        "killed 12 men in 2004, ",
        "said 5 and ",
        '" 7 he said ',
        "of 5 the ",
        "in Cairo 3 province of ",
        "who 3 which ",
        "A man said 5. ",
        "12 ",
    ],
)
def test_time_grows_with_the_length_only(lexicon: ContextLexicon, dates: DateLexicon, piece: str) -> None:
    def find_all(text: str) -> None:
        block = Block(text, 0, len(text))
        state = ArticleState(lexicon, 2026 * 12)
        state.enter(block, [(span.first, span.last) for span in find_dates(block, dates, None)])
        for at, kind in enumerate(block.kinds):
            if kind == NUMBER:
                find_context((at, at + 1), (at + 1, at + 1), "count", "", state)

    assert_linear(find_all, piece, 100)
