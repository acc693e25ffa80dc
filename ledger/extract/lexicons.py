"""Every table that the extraction of a block looks things up in, made once of the rule pack."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.extract.dates import DateLexicon, make_date_lexicon
from ledger.extract.hedges import HedgeLexicon, make_hedge_lexicon
from ledger.extract.label_lexicon import LabelLexicon, make_label_lexicon
from ledger.extract.measures import MeasureLexicon, make_measure_lexicon
from ledger.extract.nouns import NounLexicon, make_noun_lexicon
from ledger.extract.numerals import NumeralLexicon, make_numeral_lexicon
from ledger.pack import RulePack


@dataclass(frozen=True, slots=True)
class KindWords:
    """Words that tell what kind of figure a number is: the lists of the pack's `roles` rules."""

    scale_words: frozenset[str]
    """Words for a scale whose readings have no unit: magnitude, Richter."""
    scale_marks: frozenset[str]
    """Letters glued before a reading: M7.5."""
    scale_nouns: frozenset[str]
    scale_verbs: frozenset[str]
    age_verbs: frozenset[str]
    """Verbs whose bare number is an age: turned."""
    aged_subjects: frozenset[str]
    """Pronouns of people: "she is 35"."""
    behind_age: frozenset[str]
    """Words that may follow such an age: when, and."""
    superlatives: frozenset[str]
    ranked: frozenset[str]
    """Verbs of ranks: came, finished, ranks."""
    ranks_among: frozenset[str]
    """Words behind an ordinal that stands alone: second among, third behind."""
    people_verbs: frozenset[str]
    """Verbs whose bare number counts people: killed, injuring."""
    rated: frozenset[str]
    """Nouns that sums are told for: share, head, barrel."""
    screens: frozenset[str]
    tallies: frozenset[str]
    """Nouns for a number itself: number, total, tally."""
    size_words: frozenset[str]
    """What stands behind a size and is no measured thing: high, long, north."""
    changes: frozenset[str]
    """Nouns of change: increase, fall, cut."""
    comparatives: frozenset[str]
    """Adjectives and adverbs that a multiple stands before: higher, faster."""


@dataclass(frozen=True, slots=True)
class Lexicons:
    """The tables by their subject."""

    numerals: NumeralLexicon
    measures: MeasureLexicon
    hedges: HedgeLexicon
    nouns: NounLexicon
    labels: LabelLexicon
    dates: DateLexicon
    kinds: KindWords


def make_lexicons(pack: RulePack) -> Lexicons:
    """The tables of a rule pack."""
    numerals = make_numeral_lexicon(pack)
    return Lexicons(
        numerals=numerals,
        measures=make_measure_lexicon(pack),
        hedges=make_hedge_lexicon(pack),
        nouns=make_noun_lexicon(pack),
        labels=make_label_lexicon(pack, numerals.words),
        dates=make_date_lexicon(pack.rules.get("periods", ())),
        kinds=make_kind_words(pack),
    )


def make_kind_words(pack: RulePack) -> KindWords:
    """The word lists of the pack's `roles` rules, by rule id, or by the `form` that a rule adds to."""
    rules = pack.rules.get("roles", ())

    def words(name: str, key: str) -> frozenset[str]:
        return frozenset(word for rule in rules if rule.list_name == name for word in rule.fields.get(key, ()))

    return KindWords(
        scale_words=words("readings", "words"),
        scale_marks=words("readings", "before"),
        scale_nouns=words("readings", "nouns"),
        scale_verbs=words("readings", "verbs"),
        age_verbs=words("told-ages", "verbs"),
        aged_subjects=words("told-ages", "nouns"),
        behind_age=words("told-ages", "follow"),
        superlatives=words("superlatives", "words"),
        ranked=words("ranks", "words"),
        ranks_among=words("ranks", "follow"),
        people_verbs=words("people", "verbs_of_people"),
        rated=words("rates", "words"),
        screens=words("screens", "words"),
        tallies=words("tallies", "words"),
        size_words=words("sizes", "words"),
        changes=words("up", "nouns") | words("down", "nouns"),
        comparatives=words("multiplied", "words"),
    )
