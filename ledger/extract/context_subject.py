"""The subject of a figure: whose age, size, share or deed it is."""

from __future__ import annotations

from ledger.extract.context_ages import aged, is_compound_age
from ledger.extract.context_clauses import governing_verb, subject_of, verb_follows
from ledger.extract.context_objects import SPANNING, is_time, made_one, urged_one
from ledger.extract.context_outcome import is_apposed_one, is_home_to
from ledger.extract.context_owners import TIMES, bought, is_ranked_aside, lead_of, of_owner, owner_before, possessor
from ledger.extract.context_phrases import is_contraction, phrase_left, phrase_right, phrase_start
from ledger.extract.context_view import Phrase, SentenceView
from ledger.extract.context_words import ADV, BREAK, DET, EVENT, PREP, PRON, REL, SHOWING
from ledger.sources.tokens import NUMBER, WORD

_ADJECTIVAL = ("ous", "ful", "less", "competitive", "exclusive", "massive", "expensive", "extensive", "aggressive", "effective")
_HYPHENS = frozenset("-‐‑")
_MEASURED = frozenset(("physical", "currency", "percent", "percentage_point", "index", "ratio"))
_HAVING = frozenset(
    ("has", "have", "had", "features", "feature", "featured", "boasts", "boast", "includes", "include", "included", "offers",
     "offer", "offered", "sports", "packs", "comes", "gets", "contains", "contain", "carries", "combines", "adds", "brings",
     "takes", "uses", "received", "receives")
)  # fmt: skip
_MEASURES = frozenset(
    ("toll", "cost", "price", "value", "size", "length", "depth", "height", "weight", "rate", "share", "area", "capacity",
     "magnitude", "volume", "revenue", "turnover", "output", "population", "budget", "income", "profit", "debt", "amount",
     "level", "speed", "age", "pricing")
)  # fmt: skip
_ONLY_SAID = frozenset(
    ("said", "says", "say", "saying", "told", "tells", "added", "adds", "adding", "stated", "noted", "notes", "explained", "insisted",
     "warned", "stressed", "recalled", "claimed", "claims", "admitted", "argued", "wrote", "naming", "citing", "commented", "remarked",
     "replied", "believes", "testified", "tweeted", "emphasised", "emphasized", "affirmed", "underlined", "pointed")
)  # fmt: skip
"""Verbs whose subject says the figure and does nothing with it."""
_NO_SUBJECT = frozenset(
    ("overall", "maximum", "minimum", "average", "total", "long", "right", "most", "equivalent", "good", "sake", "course", "framework",
     "context", "terms", "order", "case", "cent", "such", "due", "least", "record", "kind", "lot", "result", "number",
     "old", "olds", "basis", "scale", "way", "manner", "format", "style", "fashion", "front", "apart", "away", "ahead")
)  # fmt: skip
"""Words that are no thing of which a figure is told."""

_CARRYING = frozenset("carrying employing housing holding seating serving treating hosting containing covering".split())
_FORESEEING = frozenset("expected expect expects predicted predict forecast projected estimated anticipated anticipate assumed".split())
_SIZED = frozenset(("high", "tall", "long", "wide", "deep", "old", "thick", "across", "strong", "away"))
_SHORT = 3
"""Words of a described thing that are kept whole."""
_OWNED = frozenset("history career life reign marriage tenure rule existence lifetime absence streak past tradition childhood".split())
"""Nouns that are somebody's: the figure is told of them, and they of their owner."""
_LASTING = frozenset("over in within during for after next last past".split())
_PRICING = frozenset("starts start costs cost sells sell retails retail begins begin goes weighs".split())
_LYING = frozenset("is was are were be lies lay located centered centred situated sits".split())
_COMPASS = ("north", "south", "east", "west")
_GAUGING = frozenset(("put", "puts", "pegged", "pegs", "estimated", "estimates"))
_FOR_AN_OF = frozenset(("in", "on", "by", "at", "as", "because", "instead", "for"))
"""Prepositions before a bare noun that make one preposition of noun and "of": "in front of"."""


def find_subject(view: SentenceView, figure: tuple[int, int], entity: tuple[int, int], kind: str) -> Phrase | None:
    """The noun phrase that has or does what the figure tells, or None where the sentence names none.

    In order: the name an age follows, the noun a hyphen compound describes ("a 40-acre farm"), the thing behind "toll of", the
    subject of the governing verb, the agent of a passive, and the subject behind an opening phrase ("At 3 euros, tea is dear").
    """
    subject = _found(view, figure, entity, kind)
    if (
        subject is None
        or _is_torn(view, subject)
        or view.lows[subject.last - 1] in view.lexicon.numbers
        or view.lows[subject.last - 1] in _NO_SUBJECT
        or view.lows[subject.last - 1].endswith(("'s", "’s"))
        and is_contraction(view.lows[subject.last - 1])
        or (view.lows[subject.last - 1].endswith(_COMPASS) and view.words[subject.last - 1].islower())
        or is_time(view, subject.last - 1)
        or (subject.last - subject.first == 1 and _is_scrap(view, subject.first))
    ):
        return None
    return subject


def _is_scrap(view: SentenceView, token: int) -> bool:
    """True for a letter or mark that is left of a word or number."""
    word = view.words[token]
    if view.lows[token] in view.lexicon.units and word.islower() and view.lows[token - 1] in _HYPHENS:
        return True  # "the 13-inch has dropped to"
    if word.islower() and word.endswith(_ADJECTIVAL) and view.kinds[token + 1 : token + 2] == [WORD]:
        return True
    if word.endswith("ing") and view.lows[token - 1] == ",":
        return True
    return not word[:1].isalnum() or (len(word) == 1 and word.islower())


def _is_torn(view: SentenceView, subject: Phrase) -> bool:
    """True for the first half of "double-locked"."""
    return view.lows[subject.last - 1] in _HYPHENS or (view.lows[subject.last] in _HYPHENS and view.glued(subject.last))


def _found(view: SentenceView, figure: tuple[int, int], entity: tuple[int, int], kind: str) -> Phrase | None:
    first, last = figure
    person = aged(view, first, last, kind)
    if person is not None or is_compound_age(view, first, last):
        return person
    if _is_nobodys(view, first, last, kind):
        return None
    settled = _settled(view, first, last) or _carried(view, first, max(last, entity[1]))
    if settled is not None:
        return settled
    verb = governing_verb(view, first, max(last, entity[1]))
    described = _described(view, first, last, kind)
    if described is not None:
        return _describing(view, described, first, verb)
    doer = _agent_near(view, max(last, entity[1])) if kind == "count" else None
    owner = doer or owner_before(view, first, kind) or bought(view, first, last, kind)
    if owner is not None:
        return owner
    lying = None if verb >= 0 and view.lows[verb] in _LYING else _lying(view, first, last, kind)
    holder = lying or _paired(view, first) or _behind_measure(view, first, last) or _holder(view, first, kind)
    if holder is not None:
        return holder
    if verb >= 0 and view.lows[verb] in _GAUGING:
        return None  # "the agency puts the toll at 45" is no figure of the agency's
    if verb >= 0 and view.lows[verb] in _ONLY_SAID and (kind == "rank" or not {",", ":"}.isdisjoint(view.lows[verb:first])):
        return None
    if verb >= 0:
        return _governed(view, verb, figure, kind)
    return (
        _measuring(view, first, kind)
        or _after_opening(view, first, last)
        or _agent(view, max(last, entity[1]))
        or (of_owner(view, last) if kind in _MEASURED else None)
    )


def _is_nobodys(view: SentenceView, first: int, last: int, kind: str) -> bool:
    """True for "(the film recalls her return) 85 years ago", and for the rank of what a preposition leads."""
    if kind == "rank":
        return is_ranked_aside(view, first, last)
    if kind in ("percent", "ratio") and (view.lows[lead_of(view, first)] == "including" or view.lows[last] == "who"):
        return True  # "68 percent think it failed, including half of its voters", "compared with 35 percent who think"
    if kind == "count" and "among" in view.lows[max(view.start, first - 4) : first]:
        return True  # "she was among a group of 30 pupils"
    ago = kind == "physical" and view.lows[last] == "ago" and is_time(view, last - 1)
    return ago and view.lows[lead_of(view, first)] not in ("was", "were")


def _describing(view: SentenceView, described: Phrase, first: int, verb: int) -> Phrase | None:
    """The thing that a size describes, or who has it ("the lamp comes with a 3-inch foot"), or whose it is ("Ulm's 69-year history")."""
    if view.lows[described.last - 1] in _OWNED:
        return _owner_of_age(view, first)
    having = verb >= 0 and (view.lows[verb] in _HAVING or view.lows[lead_of(view, first)] == "with")
    return (_plain(view, subject_of(view, verb)) if having else None) or described


def _governed(view: SentenceView, verb: int, figure: tuple[int, int], kind: str) -> Phrase | None:
    """The one whom the governing verb tells the figure of: whom it hands it to, else its subject or the owner in it."""
    first, last = figure
    handed = urged_one(view, first) or made_one(view, verb, first)
    if handed is not None:
        return handed
    if view.lows[verb] in SPANNING and lead_of(view, first) == verb and is_time(view, last - 1):
        return None
    subject = _plain(view, subject_of(view, verb))
    if subject is not None and view.lows[verb] in _FORESEEING and view.lows[subject.last - 1] in view.lexicon.titles:
        return None  # "analysts had expected earnings of"
    if subject is not None and view.marks[verb] & SHOWING and view.lows[subject.last - 1] in view.lexicon.papers:
        return None  # "a poll showed support at 20 percent"
    owned = possessor(subject, view) if kind != "count" and view.lows[verb] not in _PRICING and not _acts(view, subject) else None
    return owned or subject


def _settled(view: SentenceView, first: int, last: int) -> Phrase | None:
    """The noun before the comma that the figure explains: "the island, home to 9,000 people", "Rolfe & Son, one of the oldest firms"."""
    if is_apposed_one(view, first, last) and not verb_follows(view, last):
        start = phrase_start(view, first - 1)
        return Phrase(start, first - 1, first - 1) if start < first - 1 else None
    if view.lows[first - 1] == "," and view.lows[last] in _SIZED and view.lows[last + 1] == ",":
        start = phrase_start(view, first - 1)
        return Phrase(start, first - 1, first - 1) if start < first - 1 else None  # "The volcano, 3,330 metres high, sent"
    if not is_home_to(view, first):
        return None
    home = next(at for at in range(first - 1, view.start, -1) if view.lows[at] == "home")
    while home > view.start and view.tags[home - 1] & ADV:
        home -= 1
    return phrase_left(view, home - 1) if view.lows[home - 1] == "," else None


def _measuring(view: SentenceView, first: int, kind: str) -> Phrase | None:
    """The thing before the participle that tells its size: "a quake measuring 4.6", "a tower standing 90 metres high"."""
    here = lead_of(view, first)
    if kind == "count":
        if view.lows[here] not in _CARRYING:
            return None
        end = here - 1 if view.lows[here - 1] == "," else here
        return phrase_left(view, end) if view.kinds[end - 1 : end] == [WORD] and not view.tags[end - 1] else None
    if view.lows[here] in ("on", "at", "in"):
        here -= 1
    low = view.lows[here]
    if not low.endswith("ing") or len(low) < 6 or view.kinds[here - 1 : here] != [WORD] or view.tags[here - 1]:
        return None
    return phrase_left(view, here)


def _carried(view: SentenceView, first: int, last: int) -> Phrase | None:
    """The subject of the verb before where a pronoun with its own verb follows: "took 9 guns in the five raids it made"."""
    if not view.tags[last] & PRON or view.lows[last] not in ("it", "they", "he", "she") or not view.is_verb(last + 1):
        return None
    for token in range(first - 1, view.start, -1):
        if view.is_verb(token):
            return _plain(view, subject_of(view, token))
    return None


def _plain(view: SentenceView, phrase: Phrase | None) -> Phrase | None:
    """The phrase, unless it is "there" or a bare pronoun that stands for nobody named."""
    if (
        phrase is None
        or phrase.first >= phrase.last
        or view.lows[phrase.first] in ("there", "we", "you", "i", "us")
        or is_contraction(view.lows[phrase.first])
    ):
        return None
    return phrase


def _described(view: SentenceView, first: int, last: int, kind: str) -> Phrase | None:
    """The noun behind a measure that describes it: "a 6.1-magnitude quake", "the 40-acre farm", "a 50-employee firm"."""
    here = last
    if kind == "count":
        if view.lows[last] not in _HYPHENS or not (view.kinds[last - 1] == NUMBER or view.lows[last - 1] in view.lexicon.numbers):
            return None
        phrase = phrase_right(view, last + 2)
        return None if phrase is None or view.tags[last + 2] else _tail(view, phrase)
    if kind not in _MEASURED:
        return None
    if "magnitude" in view.lows[max(0, first - 2) : last] and view.marks[last] & EVENT:
        return Phrase(last, last + 1, last + 1)  # "a magnitude 6.0 quake"
    if view.lows[here] == "(" and any(low in _HYPHENS for low in view.lows[first:last]):
        here = next((at + 1 for at in range(here, min(view.end, here + 8)) if view.lows[at] == ")"), here)
        here += view.lows[here] in _SIZED  # "a 181-km (110 mile) long fault"
    hyphened = view.lows[here] in _HYPHENS or any(low in _HYPHENS for low in view.lows[first:last])
    if view.lows[here] in _HYPHENS:
        here += 1 + (view.lows[here + 1] == "plus")  # "a 4-plus quake"
    elif not hyphened and not (view.tags[first - 1] & DET and kind == "physical"):
        return None
    if view.tags[here] & (PREP | DET | ADV) or (view.lows[here].endswith(("ed", "wn")) and view.lows[here + 1] == "by"):
        return None  # "40-percent owned by"
    phrase = phrase_right(view, here)
    return None if phrase is None or view.lows[phrase.last] == "than" else _tail(view, phrase)


def _owner_of_age(view: SentenceView, first: int) -> Phrase | None:
    """The owner in "Ulm's 69-year history"; nobody in "its 69-year history"."""
    if not view.lows[first - 1].endswith(("'s", "’s")):
        return None
    start = phrase_start(view, first)
    return Phrase(start, first, first) if start < first else None


def _tail(view: SentenceView, phrase: Phrase) -> Phrase:
    """The last two words of a phrase, compounds with hyphens whole."""
    if phrase.last - phrase.first <= _SHORT:
        return phrase
    first = max(phrase.first, phrase.last - 2)
    while first > phrase.first and view.words[first][:1].isupper() and view.words[first - 1][:1].isupper():
        first -= 1
    while first > phrase.first and (view.lows[first] in _HYPHENS or view.lows[first - 1] in _HYPHENS):
        first -= 1
    return Phrase(first, phrase.last, phrase.chain)


def _behind_measure(view: SentenceView, first: int, last: int) -> Phrase | None:
    """The thing behind the measure that the figure tells: "the death toll from the flood rose to 9" is the flood's."""
    if view.lows[first - 1] == "or" and is_time(view, first - 2):
        return None  # "over the next day or two"
    if is_time(view, last - 1) and view.lows[lead_of(view, first)] in _LASTING:
        return None  # "more capacity for the line over the next two days"
    for token in range(first - 2, max(view.start - 1, first - 14), -1):
        if view.lows[token] in (",", "and", ";", ":", "|"):
            break
        word = view.lows[token] if token == view.start else view.words[token]
        if word.endswith("s") and word[:-1] in _MEASURES and view.lows[token - 1] == "with":
            return phrase_left(view, token - 1 - (view.lows[token - 2] == ","))  # "four shocks, with magnitudes from 3.6 to 4.3"
        if word in _MEASURES and view.lows[token + 1] in ("of", "from", "for", "on"):
            phrase = phrase_right(view, token + 2)
            if phrase is None or phrase.last > first or view.kinds[phrase.first - 1] == NUMBER:
                continue
            if view.lows[phrase.first] in TIMES or view.lows[phrase.last - 1].rstrip("s") in TIMES:
                whole = phrase_start(view, token + 1)
                return possessor(Phrase(whole, token + 1, token + 1), view)  # "the firm's revenue for the year"
            return phrase
    return None


def _holder(view: SentenceView, first: int, kind: str) -> Phrase | None:
    """The noun that is made up of the counted things, or an event of some magnitude: "a network of 18,000 users", "shocks of 4.0"."""
    lead = lead_of(view, first)
    if view.lows[lead] != "of":
        return None
    phrase = phrase_left(view, lead)
    if phrase is None:
        return None
    head = view.lows[phrase.last - 1]
    if phrase.last - phrase.first == 1 and view.lows[phrase.first - 1] in _FOR_AN_OF:
        return None  # "in front of 20,000 fans"
    if view.marks[phrase.last - 1] & EVENT:
        return phrase
    if kind != "count" or view.lows[lead - 1] not in view.lexicon.wholes or (phrase.last == lead and head not in view.lexicon.wholes):
        return None
    return phrase if phrase.last == lead else _whole(view, lead)


def _whole(view: SentenceView, end: int) -> Phrase | None:
    """The last noun phrase before a token, without its owner: of "the ministry of trade's computer network" the network."""
    start = phrase_start(view, end)
    owner = next((at for at in range(end - 2, start - 1, -1) if view.lows[at].endswith(("'s", "’s"))), start - 1)
    return Phrase(owner + 1, end, end) if owner + 1 < end else None


def _lying(view: SentenceView, first: int, last: int, kind: str) -> Phrase | None:
    """The place before the comma that lies so far off: "in Cebu, about 570 km (355 miles) south of Manila"."""
    lead = lead_of(view, first)
    if kind != "physical" or view.lows[lead] != "," or view.kinds[lead - 1] != WORD or not view.words[lead - 1][0].isupper():
        return None
    if view.lows[phrase_start(view, lead) - 1] == "of":
        return None  # "began two miles west of Lorn, four miles off the coast"
    at = last
    if view.lows[at] == "(":
        at = next((token + 1 for token in range(at, min(view.end, at + 8)) if view.lows[token] == ")"), at)
    if view.lows[at] not in ("from", "off", "outside", "away", "inland", "offshore") and not view.lows[at].endswith(_COMPASS):
        return None
    return phrase_left(view, lead)


def _paired(view: SentenceView, first: int) -> Phrase | None:
    """The second of two things told with one verb: "unemployment stands at 6 percent and inflation at 2 percent"."""
    lead = lead_of(view, first)
    if view.lows[lead] != "at":
        return None
    start = phrase_start(view, lead)
    while start > view.start and view.tags[start - 1] & DET:
        start -= 1
    begin = phrase_start(view, lead)
    return Phrase(begin, lead, lead) if begin < lead and view.lows[start - 1] == "and" else None


def _acts(view: SentenceView, subject: Phrase | None) -> bool:
    """True for people and bodies, who do things themselves: "the sheriff's deputies"."""
    if subject is None:
        return False
    low = view.lows[subject.last - 1]
    return low in view.lexicon.titles or low in view.lexicon.groups


def _agent(view: SentenceView, at: int) -> Phrase | None:
    """The agent behind a passive: "nine barns were destroyed by the storm"."""
    for token in range(at, min(view.end, at + 14)):
        low = view.lows[token]
        if low in (";", ":", ".", "|", "but", "as", "when", "while", "because") or view.tags[token] & REL:
            return None
        if low == "by" and token > view.start and (view.is_verb(token - 1) or view.lows[token - 1].endswith(("ed", "en", "wn"))):
            phrase = phrase_right(view, token + 1)
            return phrase if phrase is not None and view.kinds[token + 1] != NUMBER else None
    return None


def _agent_near(view: SentenceView, at: int) -> Phrase | None:
    """The agent straight behind the figure's own participle: "(40 were killed and) 200 injured by the storm"."""
    for token in range(at, min(view.end, at + 3)):
        if view.lows[token] == "by" and view.lows[token - 1].endswith(("ed", "wn", "en", "ught")) and view.kinds[token + 1] == WORD:
            phrase = phrase_right(view, token + 1)
            return phrase if phrase is not None and view.lows[phrase.last - 1] not in TIMES else None
    return None


def _after_opening(view: SentenceView, first: int, last: int) -> Phrase | None:
    """The subject behind a comma where the figure stands in an opening phrase: "During the 9 raids, the navy took"."""
    start = view.start
    while start < first and view.lows[start] in ('"', "“", "'", "‘", "("):
        start += 1
    if not view.tags[start] & PREP and view.lows[start] not in ("after", "before", "since"):
        return None
    for token in range(last, min(view.end, last + 12)):
        if view.lows[token] == ",":
            if view.tags[token + 1] & PRON:
                return Phrase(token + 1, token + 2, token + 2)
            phrase = phrase_right(view, token + 1)
            return phrase if phrase is not None and (view.is_verb(phrase.last) or view.tags[phrase.last] & (PREP | ADV)) else None
        if view.is_verb(token) or view.tags[token] & BREAK:
            return None
    return None
