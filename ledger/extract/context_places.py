"""Where a figure holds: the place its own clause names, or none."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ledger.extract.context_view import SentenceView
from ledger.extract.context_words import (
    ADV,
    CONJ,
    DET,
    FINITE,
    FIRM_LEADS,
    PLACE_LEAD,
    PLACE_NAME,
    PLACE_NOUN,
    PREP,
    PRON,
    REL,
    SAY,
)  # fmt: skip
from ledger.extract.datelines import dateline_end
from ledger.sources.tokens import NUMBER, WORD

_ADMINISTRATIVE = frozenset(
    ("province", "region", "district", "city", "town", "village", "island", "state", "county", "country", "capital",
     "peninsula", "municipality", "prefecture", "territory", "valley", "bay", "gulf", "suburb", "islands", "provinces",
     "districts", "counties", "cities", "towns", "villages", "regions", "suburbs", "valleys", "territories", "prefectures")
)  # fmt: skip
_SEVERAL = frozenset(("counties", "cities", "towns", "provinces", "districts", "regions", "islands", "villages"))
_WITHOUT_ARTICLE = frozenset("prison jail court school college hospital church bed custody class office town".split())
"""Nouns of places that name none where no article stands before them: "25 years in prison"."""
_OPENERS = PLACE_LEAD | PLACE_NAME | PLACE_NOUN
_CLOSED = DET | PREP | CONJ | REL | PRON | ADV
_MONEY = frozenset("dollar dollars pound pounds franc francs peso pesos rupee rupees yen yuan euro euros crown crowns krone krona".split())
_DASHES = frozenset("-‐‑–—")
_DOERS = ("er", "or", "ist", "ician")
"""Ends of nouns for those who do something: a name behind them is theirs."""
_COMPARATIVES = frozenset(
    ("greater", "upper", "lower", "outer", "inner", "former", "other", "larger", "smaller", "further", "eastern-most", "poorer", "richer",
     "nearer", "older", "newer", "interior", "exterior", "wider", "colder", "warmer", "drier", "higher", "quieter", "safer", "neither")
)  # fmt: skip
_HOUSES = frozenset(("university", "institute", "college", "laboratory", "academy", "bank", "hospital", "clinic", "museum", "school"))
_NO_PLACES = frozenset(
    "internet web net english french german spanish italian arabic chinese japanese russian latin greek windows facebook twitter google"
    " youtube christmas easter ramadan god parliament congress".split()
)
"""Capitalised words that a preposition of place leads and that are none."""
_LEADING = frozenset(("led", "lead", "leads", "leading"))
_GROUNDS = frozenset(("island", "islands", "coast", "peninsula", "outskirts", "mainland", "border", "campus", "base", "farm", "estate"))
_AROUND = 0.3
"""What the place around a place costs more."""
LIMIT = 2.4


@dataclass(frozen=True, slots=True)
class Place:
    """A phrase of a sentence that names a place: tokens [first, last), and how far it is from being sure."""

    first: int
    last: int
    lead: int
    cost: float


def find_places(view: SentenceView) -> tuple[Place, ...]:
    """Every place phrase of a sentence, in order, without overlap."""
    found: list[Place] = []
    floor = dateline_end(view.block) if view.offset == 0 else 0
    for token in view.marked(_OPENERS):
        if token < floor:
            continue
        place = _place_at(view, token, view.marks[token], floor)
        if place is not None and not _is_led_to(view, place.first):
            if found and place.lead == found[-1].last and place.lead < place.first:
                place = replace(place, cost=place.cost + _AROUND)  # "the island of Orr in the North Sea": the island is meant
            while found and found[-1].last > place.first:
                found.pop()
            found.append(place)
            floor = place.last
    return tuple(found)


def _is_led_to(view: SentenceView, first: int) -> bool:
    """True where something goes on to the place: "a chase that led to a suburb of Lorn"."""
    here = first - 1
    while here > view.start and view.tags[here] & DET:
        here -= 1
    return view.lows[here] == "to" and view.lows[here - 1] in _LEADING


def _place_at(view: SentenceView, token: int, mark: int, floor: int) -> Place | None:
    """The place behind a preposition, or around a noun of places or the name of one."""
    if mark & PLACE_LEAD:
        return _after_preposition(view, token, firm=view.lows[token] in FIRM_LEADS)
    if mark & PLACE_NAME and view.words[token][0].isupper():
        return _named(view, token) if view.lows[token] not in view.lexicon.weak_places else None
    if mark & PLACE_NOUN and view.lows[token] in _ADMINISTRATIVE:
        first = token
        while first > floor and view.kinds[first - 1] == WORD and view.words[first - 1][0].isupper() and not view.tags[first - 1]:
            first -= 1
        return _named(view, first) if first < token else _city_of(view, token)
    return None


def _city_of(view: SentenceView, token: int) -> Place | None:
    """ "the southern city of Ulm": a noun of places that "of" names, with the adjective before it."""
    if view.lows[token + 1] != "of" or not _capital_follows(view, token + 2):
        return None
    last = _run(view, token)[0]
    first = token - 1 if view.lows[token - 1].endswith("ern") else token
    return Place(first, last, first, 0.4) if last > token + 1 else None


def _is_compass(low: str) -> bool:
    return low.endswith(("north", "south", "east", "west")) or low in (
        "outskirts",
        "centre",
        "center",
        "heart",
        "coast",
        "tip",
        "middle",
        "edge",
    )


def _after_preposition(view: SentenceView, token: int, *, firm: bool) -> Place | None:
    if view.lows[token] == "to" and view.lows[token - 1] == "way":
        return None
    if view.lows[token + 1] in _WITHOUT_ARTICLE or view.lows[token + 1].endswith("ing"):
        return None
    if not _may_be_place(view, token) or (view.lows[token - 1] == "," and view.lows[token] == "of"):
        # "Rolfe, 47, of Ulm" is where she lives
        return None
    firm = (
        firm or (view.lows[token] == "on" and _is_ground(view, token)) or (view.lows[token] == "of" and _is_compass(view.lows[token - 1]))
    )
    first = token + 1
    while first < view.end and view.tags[first] & DET:
        first += 1
    if view.lows[first] in view.lexicon.numbers and view.words[first].islower():
        return None  # "in nine African states"
    last, capital, known, noun = _run(view, first)
    if view.lows[token] in ("at", "of", "from") and _is_affiliation(view, token, last):
        return None
    if view.lows[last] in _DASHES and view.glued(last) and view.glued(last + 1) and view.words[last + 1][:1].isupper():
        return None  # "the framework of the Peru–Chile talks"
    if last == first or _is_other_name(view, first, last, known=known) or (not known and _modifies(view, last)):
        return None
    if known:
        cost = 0.0 if firm else 0.5
    elif noun and capital and view.is_titled():
        return None  # "Meet on River and Rail"
    elif noun and capital:
        cost = 0.1 if firm else 0.5
    elif capital and (firm or _from_to(view, token, last)):
        cost = 0.3 if view.lows[token] != "at" and _is_name(view, first, last) else 9.0
    elif noun and firm and _is_noun_of_place(view, first, last) and not (last - first == 1 and view.lows[first].endswith("s")):
        cost = 1.5 if view.lows[first - 1] in ("a", "an") else 0.9
    else:
        return None
    return Place(first, last, token, cost) if cost < LIMIT else None


def _is_affiliation(view: SentenceView, token: int, last: int) -> bool:
    """True for the house of those before it: "researchers at the University of Lorn"."""
    if view.lows[token - 1] not in view.lexicon.titles and view.lows[token - 1] not in view.lexicon.groups:
        return False
    return any(view.lows[at] in _HOUSES for at in range(token + 1, last))


def _modifies(view: SentenceView, last: int) -> bool:
    """True where a plain noun goes on behind a noun of places: "the Ulm school board", "the firm's market value"."""
    low = view.lows[last]
    if view.kinds[last : last + 1] != [WORD] or not view.words[last].islower():
        return False
    if view.tags[last] == FINITE and low.endswith("s") and len(low) > 4 and not view.tags[last + 1] & DET:
        return True  # "in Swiss accounts"
    if view.tags[last] or view.is_verb(last):
        return False
    return not low.endswith(("ed", "ing", "ly")) and not view.marks[last] & PLACE_NOUN


def _is_other_name(view: SentenceView, first: int, last: int, *, known: bool) -> bool:
    """True for a letter, a thing with a number ("in Game 2", "in the Q7"), one that bears a place's name ("from the insurer Hanover")."""
    if last - first == 1 and len(view.lows[first]) == 1:
        return True
    if view.kinds[last : last + 1] == [NUMBER] and (view.glued(last) or not (known or _is_noun(view, last - 1))):
        return True
    return _is_doer(view, first)


def _is_doer(view: SentenceView, token: int) -> bool:
    """True for a noun in lower case of one who does something: insurer, operator."""
    low = view.lows[token]
    if view.tags[token] or not view.words[token].islower() or not low.endswith(_DOERS):
        return False
    return not view.marks[token] & PLACE_NOUN and low not in _COMPARATIVES


def _is_ground(view: SentenceView, token: int) -> bool:
    """True for "on the island", "on the northern coast"."""
    return view.lows[token] == "on" and any(
        view.lows[at] in _GROUNDS for at in range(token + 1, min(view.end, token + 4)) if not view.tags[at] & PREP
    )


def _is_noun_of_place(view: SentenceView, first: int, last: int) -> bool:
    """True where the head of a phrase in lower case is a place: not "in a brazen courthouse escape"."""
    if "of" in view.lows[first:last]:
        return True
    return _is_noun(view, last - 1) or view.words[last - 1][0].isupper()


def _may_be_place(view: SentenceView, token: int) -> bool:
    """A quick look behind a preposition: a capital or a noun of places within the next few words."""
    words, marks = view.words, view.marks
    first = token + 2 if view.tags[token + 1] & DET else token + 1
    if words[first][:1].isupper() or (marks[first] | marks[first + 1] | marks[first + 2]) & PLACE_NOUN:
        return True
    return words[first + 1][:1].isupper()


def _from_to(view: SentenceView, token: int, last: int) -> bool:
    """True for "from Ulm to Bonn"."""
    return view.lows[token] == "from" and view.lows[last] == "to" and _capital_follows(view, last + 1)


def _named(view: SentenceView, token: int) -> Place | None:
    """A name with a noun of places or a known place that no preposition leads: "Ulm province", "Iran is", "Ulm's harbour"."""
    last, capital, known, _ = _run(view, token)
    if not capital or last == token or view.is_titled():
        return None
    if _is_doer(view, token - 1) or (view.lows[token - 1] == "of" and view.lows[token - 2] == ","):
        return None
    if view.lows[last] in _DASHES or view.lows[last - 1] == "based" or _is_pair(view, token, last):
        return None  # "the Munich-based group", "the Peru–Chile border talks"
    if known and any(view.words[at][:1].isupper() and not view.marks[at] & (PLACE_NAME | PLACE_NOUN) for at in range(token + 1, last)):
        # "California Earthquake Probability" is another's name
        known = _known_length(view, token) >= last - token
        if not known:
            return None
    if not known and _modifies(view, last):
        return None
    if not known and view.lows[last - 1] not in _ADMINISTRATIVE and not any(view.lows[at] in _ADMINISTRATIVE for at in range(token, last)):
        return None
    first = token
    while view.lows[last - 1] in _SEVERAL and first > 1 and view.lows[first - 1] == "and" and view.words[first - 2][:1].isupper():
        first -= 2  # "Kent and Sussex counties"
    return Place(first, last, first, 0.5 if known else 0.7)


def _is_pair(view: SentenceView, first: int, last: int) -> bool:
    """True where hyphens bind names to a pair that describes what follows: "the Peru-Chile talks"; not for Guinea-Bissau."""
    if view.lows[first - 1] in _DASHES and first:
        return True
    return any(view.lows[at] in _DASHES for at in range(first, last)) and _known_length(view, first) < last - first


def _run(view: SentenceView, first: int) -> tuple[int, bool, bool, bool]:
    """The end of the noun phrase at `first` with the "of" and "in" phrases that name its place; whether it holds a capitalised
    word, a known place, a noun of places."""
    here, capital, known, noun = first, False, False, False
    while here < view.end:
        low, tag, kind = view.lows[here], view.tags[here], view.kinds[here]
        if kind != WORD:
            glue = low in ("-", "'", "’") and view.glued(here)
            initial = (
                low == "." and view.glued(here) and len(view.lows[here - 1]) <= 4 and view.words[here - 1][:1].isupper() and here > first
            )
            if not (glue or (initial and here + 1 < view.end and view.words[here + 1][:1].isupper())):
                break
            here += 1
            continue
        if low == "of" and here > first and (noun or (capital and not known)) and _capital_follows(view, here + 1):
            here += 1
            while view.tags[here] & DET:
                here += 1
            continue
        if tag & _CLOSED or (tag & (FINITE | SAY) and view.is_verb(here)):
            break
        word = view.words[here]
        if low.endswith("ed") and not word[0].isupper():
            return (here, capital, known, noun) if here > first else (first, False, False, False)
        if not word[0].isupper() and capital and not _is_noun(view, here) and not _owned(view, here):
            break
        known = known or (_known(view, here) and not _surname(view, here))
        capital = capital or (word[0].isupper() and (here > view.start or known))
        noun = noun or _is_noun(view, here)
        here += 1
    while here > first and view.lows[here - 1] in ("-", "'", "’"):
        here -= 1
    if here > first and not noun and view.lows[here - 1].endswith(("'s", "’s")):
        # "Israel's war" is no place
        return first, False, False, False
    return here, capital, known, noun


def _surname(view: SentenceView, token: int) -> bool:
    """True for the Jordan of "Michael Jordan", not for the California of "Northern California"; and for the US of US$."""
    if view.lows[token + 1] in ("$", "€", "£") or view.lows[token + 1] in _MONEY:
        return True
    before = view.words[token - 1] if token and not view.tags[token - 1] else ""
    if not before[:1].isupper() or view.marks[token - 1] & (PLACE_NAME | PLACE_NOUN):
        return False
    return not before.lower().endswith(("ern", "north", "south", "east", "west", "central", "'s", "’s", "greater", "upper", "lower", "new"))


def _owned(view: SentenceView, token: int) -> bool:
    """True for the adjective of "Iran's southern coast": a possessive before it and a noun of places behind it."""
    if not view.lows[token - 1].endswith(("'s", "’s")):
        return False
    return any(_is_noun(view, at) for at in (token + 1, token + 2))


def _is_noun(view: SentenceView, token: int) -> bool:
    return view.marks[token] & PLACE_NOUN != 0


def _capital_follows(view: SentenceView, token: int) -> bool:
    while view.tags[token] & DET:
        token += 1
    return token < view.end and view.kinds[token] == WORD and view.words[token][:1].isupper()


def _known(view: SentenceView, token: int) -> bool:
    """True where a known place begins at the token, or the token is the possessive of one."""
    if not view.marks[token] & PLACE_NAME or not view.words[token][0].isupper():
        return False
    low = view.lows[token].removesuffix("'s").removesuffix("’s")
    lows = view.lows
    return any(tuple(lows[token + 1 : token + len(name)]) == name[1:] for name in view.lexicon.places.get(low, ()))


def _known_length(view: SentenceView, token: int) -> int:
    """How many tokens the longest known place that begins at a token has, 0 for none."""
    names = view.lexicon.places.get(view.lows[token], ())
    return max((len(name) for name in names if tuple(view.lows[token : token + len(name)]) == name), default=0)


def _is_name(view: SentenceView, first: int, last: int) -> bool:
    """True for a run whose capitals are a name's: not a title's, a body's or a thing's ("in Windows XP" has a number or letters)."""
    words = view.words[first:last]
    if view.lows[first] in _NO_PLACES:
        return False
    if any(word.isupper() and len(word) > 1 for word in words):
        return False
    return not any(view.lows[token] in view.lexicon.titles or view.lows[token] in view.lexicon.groups for token in range(first, last))
