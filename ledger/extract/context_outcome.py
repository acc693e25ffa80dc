"""What befell the people and things that a figure counts."""

from __future__ import annotations

from dataclasses import replace

from ledger.extract.context_clauses import verb_follows
from ledger.extract.context_owners import lead_of
from ledger.extract.context_view import SentenceView
from ledger.extract.context_words import ADV, BREAK, DET, FINITE, OUTCOME, PLACE_NOUN, PREP, REL, SAY, Outcome
from ledger.sources.tokens import NUMBER, WORD

_LIMIT = 2.3
_REACH = 22
_STEP = 0.06
_MARKS = {
    ",": 0.35, ";": 1.2, ":": 0.8, "(": 0.7, ")": 0.7, '"': 0.9, "“": 0.9, "”": 0.9, "—": 0.6, "–": 0.6, "and": 0.3, "but": 0.9,
    "while": 0.9, "after": 0.5, "before": 0.7, "when": 0.5, "who": 0.2, "that": 0.2, "which": 0.3, "where": 0.5, "by": 0.5, "with":
    0.3, "among": 0.6,
}  # fmt: skip
_BEING = frozenset(("is", "are", "was", "were", "be", "been", "being"))
_HAVING = frozenset(("has", "have", "had"))
_HEDGING = frozenset(("least", "more", "than", "about", "around", "some", "up", "nearly", "over", "as", "many", "estimated"))
_LEAVING = frozenset(("left", "leaving", "leaves", "including", "saw", "became", "remained", "remain", "counted", "reported"))
"""Verbs behind which the outcome still stands: "left 31 dead"."""
_LIFELESS = frozenset(("building", "document", "event", "money", "organisation", "place", "product", "time", "vehicle", "weapon"))
"""Classes of nouns that nothing befalls of what befalls people."""
_NOT_OF_SUMS = frozenset(("hit", "shot", "fired", "elected", "hired", "built", "launched", "upgraded"))
_LIVING = frozenset(("person", "animal"))
_SETTLED = frozenset(("town", "city", "village", "island", "district", "county", "province", "region", "suburb", "territory", "camp"))
"""Places that a figure behind "of" tells the size of."""
_HYPHENS = frozenset("-‐‑")
_AIMED = frozenset(("fired", "launched"))
"""What is done with what is aimed, and not with those it is aimed at: "fired teargas at 900 people"."""
_SENTENCING = frozenset(("sentence", "sentenced", "sentencing", "sentences", "condemn", "condemned", "condemning"))
_STATES = frozenset(("missing",))
_NOUNS_TOO = frozenset(("signs", "sign"))
"""Cues that are plain nouns before "of": "signs of a leak"."""
_OPENING = frozenset(("which", "whom"))
_JOINING = frozenset((",", ";", "and", "but", "while", "as", "because"))


def _is_infinitive(view: SentenceView, token: int) -> bool:
    """True for a word behind "to" that is no article, place or "be"."""
    if view.kinds[token] != WORD or not view.words[token].islower() or view.lows[token] == "be":
        return False
    return not view.tags[token] & ~(FINITE | SAY)


def _takes_object(view: SentenceView, token: int) -> bool:
    """True for "missing the forecast": no one is missing."""
    return view.lows[token] == "missing" and view.tags[token + 1] & DET != 0 and view.lows[token - 1] not in _BEING


def find_outcome(view: SentenceView, first: int, last: int, kind: str = "count", noun_class: str = "") -> Outcome | None:
    """The outcome of the cue nearest to the figure at tokens [first, last), or None. Crossing another number, a quotation mark or a
    bracket costs; -ing and -s verbs look right, passives left."""
    best: tuple[float, int, Outcome] | None = None
    if noun_class == "time" or _is_standing(view, first) or is_apposed_one(view, first, last):
        return None
    led = _led_by(view, first)
    things = noun_class not in _LIVING
    may_suffer = kind != "currency" and noun_class not in _LIFELESS
    outcomes = view.lexicon.outcomes
    for token in view.marked(OUTCOME):
        if not first - _REACH <= token < last + _REACH or first <= token < last:
            continue
        low = view.lows[token]
        outcome = outcomes.get(f"{view.lows[token - 1]} {low}") or outcomes.get(low)
        if outcome is None:
            continue
        if _is_modifier(view, token, outcome) or (outcome.doer and kind != "count") or _is_denied(view, token):
            continue
        if low == "struck" and token >= last and not _is_passive(view, token) and not view.tags[token + 1] & DET:
            continue  # "900 drivers struck for a day"
        if outcome.name == "stolen" and noun_class == "person" and view.lows[lead_of(view, first)] == "from":
            continue  # "data stolen from 900 users"
        if (low == "death" and _is_sentence(view, token)) or (outcome.name in _AIMED and view.lows[lead_of(view, first)] in ("at", "into")):
            continue
        if outcome.people and noun_class != "person" and last < token and view.lows[token - 1] == "of" and token - last <= 2:
            continue  # "two counts of murder"
        if not may_suffer and outcome.of_things and token != last:
            outcome = replace(outcome, name=outcome.of_things, people=False)
        if kind == "currency" and outcome.name in _NOT_OF_SUMS:
            continue
        if (outcome.money and kind != "currency") or (outcome.people and not may_suffer and token != last) or _takes_object(view, token):
            continue
        cost = _cost(view, token, first, last, outcome, kind, things=things) + (1.5 if token < led else 0.0)
        if cost <= _LIMIT and (best is None or (cost, token) < best[:2]):
            best = (cost, token, outcome)
    return best[2] if best is not None else None


def _is_modifier(view: SentenceView, token: int, outcome: Outcome) -> bool:
    """True for a cue that only makes up a name or a compound: "sell-out", "coal-fired", "the signing hall", "death sentence"."""
    lows = view.lows
    if lows[token + 1] in _HYPHENS and view.glued(token + 1) and view.glued(token + 2):
        return True
    if lows[token - 1] in _HYPHENS and view.glued(token) and view.glued(token - 1):
        return True
    after = lows[token + 1]
    if after in outcome.not_before or (lows[token] in _NOUNS_TOO and after == "of"):
        return True
    if not lows[token].endswith("ing") or lows[token] in _STATES or after == "of":
        return False
    led = view.tags[token - 1] & DET != 0 or view.kinds[token - 1 : token] == [NUMBER] or lows[token - 1] in view.lexicon.numbers
    return led and view.kinds[token + 1 : token + 2] == [WORD] and not view.tags[token + 1]


def _is_sentence(view: SentenceView, token: int) -> bool:
    """True for the death in "sentence one of the thieves to death": nobody died."""
    if view.lows[token - 1] != "to":
        return False
    return any(view.lows[at] in _SENTENCING for at in range(max(view.start, token - _REACH), token))


def _for_whom(view: SentenceView, first: int) -> bool:
    """True for a figure behind "for", its articles and hedges aside."""
    here = first - 1
    while here > view.start and (view.tags[here] & (DET | ADV) or _is_hedging(view, here)):
        here -= 1
    return view.lows[here] == "for"


def _is_denied(view: SentenceView, token: int) -> bool:
    """True for "no one was killed", "nobody hurt"."""
    here = token - 1
    while here > view.start and (view.lows[here] in _BEING or view.lows[here] in _HAVING or view.tags[here] & ADV):
        here -= 1
    return view.lows[here] in ("nobody", "none") or (view.lows[here] == "one" and view.lows[here - 1] == "no")


def is_apposed_one(view: SentenceView, first: int, last: int) -> bool:
    """True for the "one of" that explains the name before a comma: "robbed the Rolfe Bank, one of the town's oldest firms"."""
    return view.lows[first] == "one" and view.lows[first - 1] == "," and "of" in (view.lows[first + 1], view.lows[last])


def is_home_to(view: SentenceView, first: int) -> bool:
    """True for the people of "an island, home to 9,000 people"."""
    here = first - 1
    while here > view.start + 1 and (view.tags[here] & (DET | ADV) or _is_hedging(view, here)):
        here -= 1
    return view.lows[here] == "to" and view.lows[here - 1] == "home"


def _is_standing(view: SentenceView, first: int) -> bool:
    """True for those who live or are there anyway: "home to 9,000 people", "a town of 9,000", "with a population of 9,000"."""
    here = first - 1
    while here > view.start + 1 and (view.tags[here] & (DET | ADV) or _is_hedging(view, here)) and view.lows[here] != "of":
        here -= 1
    if view.lows[here] == "to":
        return view.lows[here - 1] == "home"
    if view.lows[here] != "of":
        return False
    return view.lows[here - 1] == "population" or (view.marks[here - 1] & PLACE_NOUN != 0 and view.lows[here - 1] in _SETTLED)


def _led_by(view: SentenceView, first: int) -> int:
    """The token of the verb straight before the figure that tells no outcome ("carrying about 240 passengers"), or 0."""
    here = first - 1
    while here > view.start and (view.tags[here] & (DET | ADV) or _is_hedging(view, here)):
        here -= 1
    low = view.lows[here]
    if here <= view.start or view.marks[here] & OUTCOME or view.tags[here] & SAY or low in _BEING or low in _HAVING:
        return 0
    infinitive = view.lows[here - 1] == "to" and view.kinds[here] == WORD and not view.tags[here] and view.words[here].islower()
    if low in ("left", "leaves", "leaving"):
        return here  # "damaged houses and left 900 people without water"
    leads = infinitive or view.is_verb(here) or (low.endswith("ing") and len(low) > 5 and low not in _LEAVING)
    return here if leads and low not in _LEAVING else 0


def _is_hedging(view: SentenceView, token: int) -> bool:
    """True for a word of "more than", "at least", "up to"; not for the "to" of "rose to 10"."""
    low = view.lows[token]
    if low == "to":
        return view.lows[token - 1] == "up"
    return low in _HEDGING or (low == "at" and view.lows[token + 1] == "least")


def _is_counted(view: SentenceView, token: int) -> bool:
    """True for the noun of another number: "56 heat deaths and 24,849 cases"; not in "in 2005, killing"."""
    if view.is_verb(token) or view.lows[token].endswith("ing"):
        return False
    return view.kinds[token - 1] == NUMBER or (view.kinds[token - 1] == WORD and token > 1 and view.kinds[token - 2] == NUMBER)


def _cost(view: SentenceView, token: int, first: int, last: int, outcome: Outcome, kind: str, *, things: bool) -> float:
    cost = _crossing(view, token + 1, first) if token < first else _crossing(view, last, token)
    behind = token < first
    if not behind and _in_clause_of_which(view, last, token):
        cost += 2.3  # "40 visits, in the course of which they upgraded ties"
    if token == last:
        cost -= 0.1  # the noun itself: "recovered 31 bodies"
    elif token > last and view.kinds[token - 1] == NUMBER:
        cost += 1.5  # "240 aboard, 31 dead"
    low = view.lows[token]
    if behind and _is_counted(view, token):
        cost += 2.0  # "56 deaths and 24,849 cases"
    if outcome.side == 1 and not behind and low.endswith("ing"):
        cost += 1.6
    if (view.tags[token - 1] & DET and outcome.side == 0) or view.lows[token - 1].endswith(("'s", "’s")):
        # "a strike", "Monday's shooting": a noun, which tells less
        cost += 0.6
    passive = _is_passive(view, token)
    if behind and kind != "currency" and _for_whom(view, first):
        cost += 1.5  # "built for 400 guests"
    if passive and not behind and things and _is_list(view, last, token):
        cost = 0.5  # "six rifles, 12 knives and 300 rounds were found and seized"
    if passive and behind:
        cost += 2.4 if verb_follows(view, last) else 1.2
    if (behind and _is_aside(view, token, first)) or (not behind and _other_clause(view, last, token)):
        cost += 2.1 if passive and _has_own_subject(view, token) else 0.9
    if (
        not behind
        and not passive
        and not outcome.doer
        and view.is_verb(token)
        and (
            view.tags[token + 1] & DET
            or _has_object(view, token)
            or view.kinds[token + 1 : token + 2] == [NUMBER]
            or _of_next_clause(view, last, token)
        )
    ):
        # "four men robbed a shop": the men did it
        cost += 2.3
    return cost


def _has_own_subject(view: SentenceView, token: int) -> bool:
    """True for "(300 slept outdoors as) the area was hit"."""
    here = token - 1
    while here > view.start and (view.lows[here] in _BEING or view.tags[here] & ADV):
        here -= 1
    return view.kinds[here] == WORD and not view.tags[here]


def _is_aside(view: SentenceView, token: int, first: int) -> bool:
    """True for a cue in a phrase that a comma closes before the figure's own verb: "The drug, sold as Rolf, had sales of"."""
    comma = next((at for at in range(token + 1, first) if view.lows[at] == ","), 0)
    return view.lows[token - 1] == "," and comma > 0 and any(view.is_verb(at) for at in range(comma + 1, first))


def _is_passive(view: SentenceView, token: int) -> bool:
    """True behind a form of be, also over a participle: "were found and seized"."""
    here = token - 1
    if view.lows[here] == "and" and view.lows[here - 1].endswith(("ed", "en", "ound", "ught", "olen", "own")):
        here -= 2
    return view.lows[here] in _BEING or view.lows[here - 1] in _BEING


def _is_list(view: SentenceView, start: int, token: int) -> bool:
    """True where only a list of numbered things stands between the figure's end and the verb: no verb, clause or other mark."""
    numbers = 0
    for here in range(start, token):
        low = view.lows[here]
        if low in _BEING:
            return numbers > 0
        if view.kinds[here] == NUMBER:
            numbers += 1
        elif (
            low in view.lexicon.numbers
            or view.is_verb(here)
            or (view.tags[here] & (BREAK | REL | PREP) and low not in (",", "of", "about", "over", "than"))
        ):
            return False
    return False


def _other_clause(view: SentenceView, start: int, token: int) -> bool:
    """True where the figure has a verb of its own before the clause of a cue behind it: "ties with 17 states grew, and 350 were signed";
    "put the number at 42, freeing the rest"."""
    told = False
    for here in range(start, token):
        low = view.lows[here]
        if told and low in _JOINING:
            return True
        if low == "," and view.lows[here + 1].endswith("ing") and here + 1 < token:
            return True
        told = told or (view.is_verb(here) and not (low in _BEING and here + 2 >= token))
    return False


def _has_object(view: SentenceView, token: int) -> bool:
    """True for a bare noun behind a verb: "(900 men) attacked police"."""
    after = token + 1
    if view.kinds[after : after + 1] != [WORD] or view.tags[after] or not view.words[after].islower() or view.is_verb(after):
        return False
    return not view.lows[after].endswith(("ly", "ing", "ed")) and view.lows[after + 1] != "said"


def _of_next_clause(view: SentenceView, start: int, token: int) -> bool:
    """True for a verb behind a comma that takes a bare noun: "in 40 visits, the island upgraded relations with its neighbours"."""
    if "," not in view.lows[start:token] or view.lows[token - 1] in (",", "and"):
        return False
    return view.kinds[token + 1 : token + 2] == [WORD] and not view.tags[token + 1] and view.words[token + 1].islower()


def _in_clause_of_which(view: SentenceView, start: int, token: int) -> bool:
    """True where "in which", "of whom", "in the course of which" opens a clause between the figure's end and a cue behind it."""
    return any(view.lows[here] in _OPENING and view.tags[here - 1] & PREP for here in range(start + 1, token))


def _crossing(view: SentenceView, start: int, end: int) -> float:
    cost = 0.0
    for token in range(start, end):
        cost += _STEP + _MARKS.get(view.lows[token], 0.0)
        if view.lows[token] in view.lexicon.numbers and view.lows[token] != "one":
            cost += 0.55
        elif view.lows[token] == "that" and view.lows[token - 1] == "and":
            cost += 1.2
        elif view.lows[token] == "to" and token + 1 < end and _is_infinitive(view, token + 1):
            cost += 0.7  # "12 people (have) to decide to put a man to death"
        if view.lows[token] == "between" and token + 1 < end:
            cost += 2.3  # "build trust between the two sides"
        if view.kinds[token] == NUMBER:
            cost += 0.55
        elif view.tags[token] & SAY and view.is_verb(token):
            cost += 0.8
    return cost
