"""The words that tell clauses, speakers, places and outcomes, compiled once from the pack."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ledger.pack import Rule, RulePack
from ledger.sources.tokens import Block

DET, PREP, CONJ, REL, FINITE, SAY, PRON, ADV, CREDIT, BREAK = (1 << bit for bit in range(10))
PLACE_LEAD, PLACE_NOUN, PLACE_NAME, OUTCOME, SCOPE, OCCASION, BACKGROUND, EVENT = (1 << bit for bit in range(10, 18))
PRESENT, NAME_WORD, SHOWING = (1 << bit for bit in range(18, 21))
GRAMMAR = (1 << 10) - 1
"""What a token may be; a token may be several. GRAMMAR masks the closed classes, which no plain noun is of."""

_DETERMINERS = (
    "the a an this these those its his her their our my your some any each every no another several many few all both such more most "
    "certain various other"
)
_PREPOSITIONS = (
    "of in on at by for from with to into onto over under between among against during within without about around near off across "
    "through throughout outside inside beyond along aboard above below beneath behind beside upon towards toward per via despite "
    "amid amongst including following until till since versus than like worth"
)
_CONJUNCTIONS = "and or but nor while although though because if when whereas unless as after before once so yet whether plus"
_ADVERBS = (
    "also now still not then already just only never ever even again once so far thus today yesterday tonight tomorrow here there soon "
    "later earlier often always sometimes usually currently recently initially meanwhile however therefore together almost nearly too "
    "far better best worse very well badly ago back away up down out ahead monday tuesday wednesday thursday friday saturday sunday "
    "alone reportedly little"
)
_NAME_WORDS = "us it who via do will may can an so to no hung rose drew sue put mark bill grant lay sang"
"""Words that may be a name or an acronym where they have capitals."""
FIRM_LEADS = frozenset(("in", "at", "near", "off", "outside", "inside", "across", "throughout", "around", "within", "into"))
LOOSE_LEADS = frozenset(("of", "on", "from", "to", "through", "along", "toward", "towards", "aboard"))
"""Prepositions that lead a place, and those that lead one only with a name or a noun of places behind them."""
_CONTRACTIONS = tuple(
    stem + mark + "t"
    for stem in "isn wasn weren aren hasn haven hadn won wouldn can couldn don doesn didn shouldn".split()
    for mark in "'’"
)
_PRONOUNS = "he she it they we i you him them us itself himself themselves who"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A class of outcomes and whether its cue looks right ("killing six") or left ("six were killed")."""

    name: str
    rule: str
    side: int
    """1 for a cue whose figure stands behind it, -1 before it, 0 on either side."""
    doer: bool
    """True where the figure counts those who did it: "900 guests attended"."""
    money: bool = False
    """True where it is told of sums only: paid."""
    people: bool = False
    """True where it befalls people only, and no sum."""
    of_things: str = ""
    """The outcome that its cues tell of things: "captured three boats" seized them."""
    not_before: frozenset[str] = frozenset()
    """Words behind a cue with which it tells nothing: "death sentence"."""


@dataclass(frozen=True, slots=True)
class ContextLexicon:
    """Look-ups by lower-cased token; `tags` are bit sets of DET, PREP ..."""

    tags: Mapping[str, int]
    outcomes: Mapping[str, Outcome]
    """A cue, or a cue and the word before it ("made off") -> its outcome."""
    events: frozenset[str]
    titles: frozenset[str]
    groups: frozenset[str]
    papers: frozenset[str]
    """What shows or finds a figure: survey, data."""
    scopes: Mapping[str, tuple[tuple[str, ...], ...]]
    """Last word -> the phrases that end with it."""
    background: Mapping[str, tuple[tuple[str, ...], ...]]
    places: Mapping[str, tuple[tuple[str, ...], ...]]
    """First word of a known place, lower case -> the names that begin with it, longest first."""
    weak_places: frozenset[str]
    """Names of places that are also words or persons: they hold behind a preposition of place only."""
    units: frozenset[str]
    """Words and marks of units: cm, percent, tonnes."""
    numbers: frozenset[str]
    """Number words: six, million."""
    wholes: frozenset[str]
    """Nouns that are made up of what is counted behind "of": network, crowd."""
    place_nouns: frozenset[str]
    """Common nouns of places: province, island, store, school."""


def make_context_lexicon(pack: RulePack) -> ContextLexicon:
    """The lexicon of the pack's rules of kinds `outcomes`, `speech` and `places`."""
    outcome_rules, speech_rules = pack.rules.get("outcomes", ()), pack.rules.get("speech", ())
    words = _by_form((*outcome_rules, *speech_rules))
    places, weak = _places(pack.rules.get("places", ()))
    outcomes, events = _outcomes(outcome_rules), _with_plurals(words.get("event", ()))
    scopes, earlier = _phrases(words.get("scope", ())), _phrases(words.get("background", ()))
    occasions, nouns = _with_plurals(words.get("occasion", ())), _with_plurals(words.get("place_noun", ()))
    tags = _tags(words)
    for flag, found in (
        (PLACE_LEAD, (*FIRM_LEADS, *LOOSE_LEADS)),
        (PLACE_NOUN, nouns),
        (PLACE_NAME, (form for name in places for form in (name, f"{name}'s", f"{name}’s"))),
        (OUTCOME, (cue.rpartition(" ")[2] for cue in outcomes)),
        (SCOPE, scopes),
        (OCCASION, occasions),
        (BACKGROUND, earlier),
        (EVENT, events),
        (NAME_WORD, _NAME_WORDS.split()),
        (SHOWING, words.get("showing", ())),
        (PRESENT, _present_forms(pack.rules.get("entities", ()))),
    ):
        for word in found:
            tags[word] = tags.get(word, 0) | flag
    return ContextLexicon(
        tags=tags,
        outcomes=outcomes,
        events=events,
        titles=_with_plurals(words.get("title", ())),
        groups=frozenset(words.get("group", ())),
        papers=frozenset(words.get("paper", ())),
        scopes=scopes,
        background=earlier,
        places=places,
        weak_places=weak,
        units=_units((*pack.rules.get("units", ()), *pack.rules.get("currencies", ()))),
        numbers=_numbers(pack),
        wholes=frozenset(words.get("whole", ())),
        place_nouns=nouns,
    )


def _units(rules: Iterable[Rule]) -> frozenset[str]:
    """The single words among the surfaces of units and currencies, and those of percents."""
    tables = [rule.fields.get(key, {}) for rule in rules for key in ("words", "marks", "names")]
    surfaces = {surface.lower() for table in tables for listed in table.values() for surface in listed}
    return frozenset(surface for surface in surfaces if surface.isalpha()) | {"percent", "cent", "percentage"}


def _numbers(pack: RulePack) -> frozenset[str]:
    """The number words and scale words of the pack."""
    tables = [rule.fields.get("words", ()) for kind in ("numerals", "scales") for rule in pack.rules.get(kind, ())]
    return frozenset(word.lower() for words in tables for word in words)


def _present_forms(rules: Iterable[Rule]) -> list[str]:
    """The forms without -ed and -ing of the verbs that the rules of entities know: verbs only where their neighbours say so."""
    verbs = [word for rule in rules if rule.id == "verbs" for word in rule.fields.get("words", ())]
    return [word for word in verbs if not word.endswith(("ed", "ing", "ss"))]


def _by_form(rules: Iterable[Rule]) -> dict[str, list[str]]:
    words: dict[str, list[str]] = {}
    for rule in rules:
        words.setdefault(str(rule.fields.get("form", "")), []).extend(rule.fields.get("words", ()))
    return words


def _tags(words: Mapping[str, Iterable[str]]) -> dict[str, int]:
    tags: dict[str, int] = {}
    for flag, listed in (
        (DET, _DETERMINERS.split()),
        (PREP, _PREPOSITIONS.split()),
        (CONJ, _CONJUNCTIONS.split()),
        (REL, ("that", "which", "who", "whom", "whose", "where")),
        (FINITE, [*words.get("finite", ()), *_CONTRACTIONS]),
        (SAY, words.get("verb", ())),
        (PRON, _PRONOUNS.split()),
        (ADV, _ADVERBS.split()),
        (CREDIT, words.get("credit", ())),
        (BREAK, (",", ";", ":", '"', "“", "”", "—", "–", "(", ")", "[", "]", "|", "!", "?")),
    ):
        for word in listed:
            tags[word] = tags.get(word, 0) | flag
    return tags


def _outcomes(rules: Iterable[Rule]) -> dict[str, Outcome]:
    found: dict[str, Outcome] = {}
    for rule in rules:
        name = str(rule.fields.get("outcome", ""))
        if not name:
            continue
        not_before = frozenset(rule.fields.get("not_before", ()))
        for word in rule.fields.get("words", ()):
            active = word.endswith("ing") or (word.endswith("s") and not word.endswith("ss"))
            side = 1 if active and word not in rule.fields.get("states", ()) else 0
            doer, money, people = (bool(rule.fields.get(key)) for key in ("doer", "money", "people"))
            of_things = str(rule.fields.get("of_things", "")) if word in rule.fields.get("taken", ()) else ""
            found.setdefault(word, Outcome(name, rule.id, side, doer, money, people, of_things, not_before))
    return found


def _with_plurals(words: Iterable[str]) -> frozenset[str]:
    return frozenset(form for word in words for form in (word, word + "s", word[:-1] + "ies" if word.endswith("y") else word + "es"))


def _phrases(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Last word -> phrases as token tuples, longest first; the last word is the rarer one."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        tokens = tuple(phrase.lower().split())
        found.setdefault(tokens[-1], []).append(tokens)
    return {last: tuple(sorted(listed, key=lambda tokens: (-len(tokens), tokens))) for last, listed in found.items()}


def _places(rules: Iterable[Rule]) -> tuple[dict[str, tuple[tuple[str, ...], ...]], frozenset[str]]:
    """The names of places, and those among them that are also words and hold only behind a preposition of place."""
    found: dict[str, set[tuple[str, ...]]] = {}
    weak: set[str] = set()
    for rule in rules:
        weak.update(str(name).lower() for name in rule.fields.get("weak", ()))
        for name in rule.fields.get("names", ()):
            tokens = tuple(Block(name, 0, len(name)).lows)
            found.setdefault(tokens[0], set()).add(tokens)
    return {first: tuple(sorted(names, key=lambda name: (-len(name), name))) for first, names in sorted(found.items())}, frozenset(weak)
