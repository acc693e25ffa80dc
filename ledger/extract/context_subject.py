"""The subject of a figure: whose age, size, share or deed it is."""

from __future__ import annotations

from ledger.extract.context_clauses import governing_verb, subject_of
from ledger.extract.context_phrases import GENERIC, phrase_left, phrase_right, phrase_start
from ledger.extract.context_view import Phrase, SentenceView
from ledger.extract.context_words import ADV, BREAK, DET, EVENT, PREP, PRON
from ledger.sources.tokens import NUMBER, WORD

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
_CONTAINERS = GENERIC | {
    "kind",
    "list",
    "combination",
    "range",
    "lot",
    "variety",
    "set",
    "batch",
    "wave",
    "average",
    "minimum",
    "maximum",
    "record",
    "short",
    "framework",
    "course",
    "context",
    "frame",
    "bodies",
    "body",
}


_TIMES = frozenset("year month week day quarter season decade century morning night spring summer autumn winter".split())
_LYING = frozenset("is was are were be lies lay located centered centred situated sits".split())
_COMPASS = ("north", "south", "east", "west")
_GAUGING = frozenset(("put", "puts", "pegged", "pegs", "estimated", "estimates"))
_PAYING = frozenset(("paid", "pay", "pays", "paying"))
_BUYING = frozenset(
    ("bought", "buy", "buys", "buying", "acquired", "acquire", "acquires", "acquiring", "purchased", "sold", "sell", "sells", "selling")
)
_PURCHASES = frozenset(("acquisition", "purchase", "takeover", "buyout", "sale"))
_LONGEST_BOUGHT = 9
_FOR_AN_OF = frozenset(("in", "on", "by", "at", "as", "because", "instead", "for"))
"""Prepositions before a bare noun that make one preposition of noun and "of": "in front of"."""


def find_subject(view: SentenceView, figure: tuple[int, int], entity: tuple[int, int], kind: str) -> Phrase | None:
    """The noun phrase that has or does what the figure tells, or None where the sentence names none.

    In order: the name an age follows, the noun a hyphen compound describes ("a 40-acre farm"), the thing behind "toll of", the
    subject of the governing verb, the agent of a passive, and the subject behind an opening phrase ("At 3 euros, tea is dear").
    """
    first, last = figure
    person = _aged(view, first, last)
    if person is not None:
        return person
    verb = governing_verb(view, first, max(last, entity[1]))
    described = _described(view, first, last, kind)
    if described is not None:
        having = verb >= 0 and (view.lows[verb] in _HAVING or view.lows[_lead(view, first)] == "with")
        return (_plain(view, subject_of(view, verb)) if having else None) or described
    owner = _owner_before(view, first, kind) or _bought(view, first, last, kind)
    if owner is not None:
        return owner
    lying = None if verb >= 0 and view.lows[verb] in _LYING else _lying(view, first, last, kind)
    holder = lying or _paired(view, first) or _behind_measure(view, first, verb) or _holder(view, first, kind)
    if holder is not None:
        return holder
    if verb >= 0 and view.lows[verb] in _GAUGING:
        return None  # "the agency puts the toll at 45" is no figure of the agency's
    if verb >= 0:
        subject = _plain(view, subject_of(view, verb))
        possessor = _possessor(subject, view) if kind != "count" and not _acts(view, subject) else None
        return possessor or subject
    opening = _after_opening(view, first, last)
    if opening is not None:
        return opening
    return _agent(view, max(last, entity[1])) or (_of_owner(view, last) if kind in _MEASURED else None)


def is_age(view: SentenceView, first: int, last: int) -> bool:
    """True for an age set off by commas or in a compound: it is credited to nobody and holds nowhere."""
    lows = view.lows
    if "old" in lows[first : last + 4] and ("year" in lows[first : last + 3] or "month" in lows[first : last + 3]):
        return view.lows[first - 1] in (",", "a", "an", "the", "(") or view.tags[first - 1] & DET != 0
    if last - first != 1 or not view.lows[first].isdecimal() or len(view.lows[first]) > 2 or view.lows[first - 1] not in (",", "("):
        return False
    return view.lows[last] in (",", ")", ";", ".", "") and view.words[first - 2][:1].isupper()


def _plain(view: SentenceView, phrase: Phrase | None) -> Phrase | None:
    """The phrase, unless it is "there" or a bare pronoun that stands for nobody named."""
    if (
        phrase is None
        or phrase.first >= phrase.last
        or view.lows[phrase.first] in ("there", "it's", "we", "you", "i", "us", "you’ll", "you'll")
    ):
        return None
    return phrase


def _lead(view: SentenceView, first: int) -> int:
    """The token before the figure's articles and hedges."""
    here = first - 1
    while here > view.start and (
        view.tags[here] & (DET | ADV) or view.lows[here] in ("about", "around", "over", "up", "to", "least", "than")
    ):
        here -= 1
    return here


def _aged(view: SentenceView, first: int, last: int) -> Phrase | None:
    """The name before "Ines Rolfe, 37," or "Rolfe (37)"; the noun before "ages 47 and 48"; the noun behind "37-year-old"."""
    lows = view.lows
    if "old" in lows[first : last + 4] and ("year" in lows[first : last + 3] or "month" in lows[first : last + 3]):
        here = last
        while here < view.end and (view.lows[here] in _HYPHENS or view.lows[here] in ("year", "years", "old", "month", "olds")):
            here += 1
        phrase = phrase_right(view, here)
        named = _apposed(view, first)
        if named is not None or phrase is not None:
            return named or phrase
    listed = _listed_ages(view, first)
    if listed is not None:
        return listed
    if last - first != 1 or not view.lows[first].isdecimal() or len(view.lows[first]) > 3:
        return None
    if view.lows[first - 1] not in (",", "(") or view.lows[last] not in (",", ")", ".", ";", ""):
        return None
    name = _name_left(view, first - 1)
    return name if name is not None and view.tags[name.first] == 0 else None


def _apposed(view: SentenceView, first: int) -> Phrase | None:
    """The name before the comma of "Ines Rolfe, a 37-year-old baker"."""
    here = first - 1
    while here > view.start and view.tags[here] & DET:
        here -= 1
    if view.lows[here] != "," or here == first - 1:
        return None
    name = _name_left(view, here)
    return name if name is not None and view.tags[name.first] == 0 else None


def _listed_ages(view: SentenceView, first: int) -> Phrase | None:
    """The noun before "aged 47", "ages 47 and 48"."""
    here = first - 1
    while here > view.start and (view.lows[here] in ("and", ",", "to") or view.kinds[here] == NUMBER):
        here -= 1
    if view.lows[here] not in ("aged", "ages", "age"):
        return None
    here -= 1
    while here > view.start and view.lows[here] in (",", "(", "between"):
        here -= 1
    return phrase_left(view, here + 1)


def _name_left(view: SentenceView, end: int) -> Phrase | None:
    """The run of capitalised words before token `end`."""
    here = end
    while here > view.start:
        token = here - 1
        word = view.words[token]
        initial = word == "." and view.glued(token) and len(view.lows[token - 1]) <= 2
        if not initial and (view.kinds[token] != WORD or not word[0].isupper() or view.tags[token] & (DET | PREP)):
            break
        here = token
    while here < end and view.kinds[here] != WORD:
        here += 1
    return Phrase(here, end, end) if here < end else None


def _described(view: SentenceView, first: int, last: int, kind: str) -> Phrase | None:
    """The noun behind a measure that describes it: "a 6.1-magnitude quake", "the 40-acre farm", "a 50-employee firm"."""
    here = last
    if kind == "count":
        if view.lows[last] not in _HYPHENS or view.kinds[last - 1] != NUMBER:
            return None
        phrase = phrase_right(view, last + 2)
        return None if phrase is None or view.tags[last + 2] else _tail(view, phrase)
    if kind not in _MEASURED:
        return None
    if "magnitude" in view.lows[max(0, first - 2) : last] and view.marks[last] & EVENT:
        return Phrase(last, last + 1, last + 1)  # "a magnitude 6.0 quake"
    hyphened = view.lows[here] in _HYPHENS or any(low in _HYPHENS for low in view.lows[first:last])
    if view.lows[here] in _HYPHENS:
        here += 1
    elif not hyphened and not (view.tags[first - 1] & DET and kind == "physical"):
        return None
    if view.tags[here] & (PREP | DET | ADV):
        return None
    phrase = phrase_right(view, here)
    return None if phrase is None else _tail(view, phrase)


def _tail(view: SentenceView, phrase: Phrase) -> Phrase:
    """The last two words of a phrase, compounds with hyphens whole."""
    first = max(phrase.first, phrase.last - 2)
    while first > phrase.first and (view.lows[first] in _HYPHENS or view.lows[first - 1] in _HYPHENS):
        first -= 1
    return Phrase(first, phrase.last, phrase.chain)


def _behind_measure(view: SentenceView, first: int, verb: int) -> Phrase | None:
    """The thing behind the measure that the figure tells: "the death toll from the flood rose to 9" is the flood's."""
    for token in range(first - 2, max(view.start - 1, first - 14), -1):
        if view.lows[token] in (",", "and", ";", ":", "|"):
            break
        if view.words[token] in _MEASURES and view.lows[token + 1] in ("of", "from", "for", "on"):
            phrase = phrase_right(view, token + 2)
            if phrase is not None and phrase.last <= first and view.kinds[phrase.first - 1] != NUMBER:
                return phrase
    return None


def _holder(view: SentenceView, first: int, kind: str) -> Phrase | None:
    """The noun that is made up of the counted things, or an event of some magnitude: "a network of 18,000 users", "shocks of 4.0"."""
    lead = _lead(view, first)
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
    if kind != "count" or head in _CONTAINERS or head.endswith("ing") or phrase.last != lead or view.is_verb(phrase.last - 1):
        return None
    return phrase


def _lying(view: SentenceView, first: int, last: int, kind: str) -> Phrase | None:
    """The place before the comma that lies so far off: "in Cebu, about 570 km (355 miles) south of Manila"."""
    lead = _lead(view, first)
    if kind != "physical" or view.lows[lead] != "," or view.kinds[lead - 1] != WORD or not view.words[lead - 1][0].isupper():
        return None
    at = last
    if view.lows[at] == "(":
        at = next((token + 1 for token in range(at, min(view.end, at + 8)) if view.lows[token] == ")"), at)
    if view.lows[at] not in ("from", "off", "outside", "away", "inland", "offshore") and not view.lows[at].endswith(_COMPASS):
        return None
    return phrase_left(view, lead)


def _paired(view: SentenceView, first: int) -> Phrase | None:
    """The second of two things told with one verb: "unemployment stands at 6 percent and inflation at 2 percent"."""
    lead = _lead(view, first)
    if view.lows[lead] != "at":
        return None
    start = phrase_start(view, lead)
    while start > view.start and view.tags[start - 1] & DET:
        start -= 1
    begin = phrase_start(view, lead)
    return Phrase(begin, lead, lead) if begin < lead and view.lows[start - 1] == "and" else None


def _bought(view: SentenceView, first: int, last: int, kind: str) -> Phrase | None:
    """The thing a price is paid for: "paid 3 million for the keeper", "bought it for 3 million", "a 3 million purchase of the yard"."""
    if kind != "currency":
        return None
    lead = _lead(view, first)
    if view.lows[last] in _PURCHASES and view.lows[last + 1] == "of":
        return phrase_right(view, last + 2)
    if view.lows[lead] in _PAYING and view.lows[last] == "for":
        return phrase_right(view, last + 1)
    if view.lows[lead] != "for":
        return None
    for token in range(lead - 1, max(view.start - 1, lead - _LONGEST_BOUGHT), -1):
        if view.lows[token] in _BUYING and token + 1 < lead:
            phrase = phrase_right(view, token + 1)
            return phrase if phrase is not None and phrase.last <= lead and not view.tags[phrase.first] & PRON else None
        if view.tags[token] & (BREAK | PREP) and view.lows[token] != "of":
            return None
    return None


def _owner_before(view: SentenceView, first: int, kind: str) -> Phrase | None:
    """The owner straight before a sum or a share: "her rival's 45 percent"; not "last year's 45 percent"."""
    low = view.lows[first - 1]
    if kind not in ("currency", "percent") or not low.endswith(("'s", "’s")):
        return None
    base = low[:-2]
    if base in _TIMES or view.lexicon.tags.get(base, 0) & ADV:
        return None
    start = phrase_start(view, first)
    return Phrase(start, first, first) if start < first else None


def _acts(view: SentenceView, subject: Phrase | None) -> bool:
    """True for people and bodies, who do things themselves: "the sheriff's deputies"."""
    if subject is None:
        return False
    low = view.lows[subject.last - 1]
    return low in view.lexicon.titles or low in view.lexicon.groups


def _possessor(subject: Phrase | None, view: SentenceView) -> Phrase | None:
    """The owner in "Ulm's harbour": the words up to the possessive mark, with it."""
    if subject is None:
        return None
    for token in range(subject.first, subject.last - 1):
        if view.lows[token].endswith(("'s", "’s")):
            return Phrase(subject.first, token + 1, subject.chain)
    return None


def _of_owner(view: SentenceView, at: int) -> Phrase | None:
    """The owner behind "(3 billion euros) of Ulm's trade"."""
    return _possessor(phrase_right(view, at + 1), view) if view.lows[at] in ("of", "in") else None


def _agent(view: SentenceView, at: int) -> Phrase | None:
    """The agent behind a passive: "nine barns were destroyed by the storm"."""
    for token in range(at, min(view.end, at + 14)):
        low = view.lows[token]
        if low in (";", ":", ".", "|", "but"):
            return None
        if low == "by" and token > view.start and (view.is_verb(token - 1) or view.lows[token - 1].endswith(("ed", "en", "wn"))):
            phrase = phrase_right(view, token + 1)
            return phrase if phrase is not None and view.kinds[token + 1] != NUMBER else None
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
