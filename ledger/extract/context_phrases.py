"""Noun phrases without a tagger: the run of nouns, names and adjectives that ends or starts at a token."""

from __future__ import annotations

from ledger.extract.context_view import STARTING, Phrase, SentenceView
from ledger.extract.context_words import ADV, BREAK, CONJ, CREDIT, DET, FINITE, PREP, PRON, REL, SAY
from ledger.sources.tokens import NUMBER, WORD

GENERIC = frozenset(
    ("number", "group", "cost", "total", "crowd", "team", "half", "majority", "pair", "series", "most", "some", "one", "many",
     "rest", "part", "couple", "value", "toll", "price", "amount", "score", "share", "size", "length", "depth", "rate",
     "pricing", "list", "sum", "volume")
)  # fmt: skip
_GOING_TO = frozenset(
    ("exports", "imports", "shipments", "deliveries", "sales", "supplies", "visit", "visits", "visitors", "trip", "trips", "flight",
     "flights", "travel", "tourists", "journey", "access", "damage", "threat", "threats", "changes", "repairs", "upgrades", "injuries",
     "harm", "aid", "help", "loan", "loans", "lending", "donations", "payments", "transfers", "contributions", "subsidies", "additions",
     "losses", "risk", "risks", "road", "route", "link", "links", "return", "response", "exposure", "commitment", "commitments", "answer")
)  # fmt: skip
"""Nouns that go on behind "to": "exports to Peru rose" is told of the exports."""
_NO_LINKS = frozenset(("than", "since", "until"))
"""Prepositions that open a clause as well: "an easy trick since a user could" is told of the user."""
_BEHIND_NOUNS = frozenset(("familiar", "close", "present", "involved", "aware", "responsible", "privy", "likely", "able", "next"))
_HYPHENS = frozenset("-‐‑")
_MONEY = frozenset("$€£¥")
_ORDINAL_ENDS = frozenset(("st", "nd", "rd", "th"))
_PARTS = frozenset(("half", "quarter", "double", "single", "triple", "twin", "pair", "couple", "dual", "zero"))
_LY_NOUNS = frozenset(
    ("family", "supply", "assembly", "monthly", "weekly", "yearly", "quarterly", "elderly", "friendly", "anomaly", "monopoly", "butterfly")
)
_SHORT_ADVERBS = frozenset(("newly", "fully", "badly", "sadly", "daily"))
_SHORT_PRONOUNS = frozenset(("it", "he", "she", "they", "we", "you", "i"))
_SCALES = frozenset(("magnitude", "degree", "degrees", "million", "billion", "trillion", "thousand", "hundred", "bn", "m"))


def phrase_left(view: SentenceView, end: int) -> Phrase | None:
    """The noun phrase that ends before token `end`, without articles: of "the cost of repairs in Ulm" the cost, or, as that
    says nothing, the repairs. None where no noun stands there."""
    starts: list[tuple[int, int]] = []
    stop = end
    while True:
        first = phrase_start(view, stop)
        if first >= stop:
            break
        starts.append((first, stop))
        here = _before(view, first)
        if here < first - 1 and view.lows[here] == "and":
            whole = _whole_of(view, here)
            if whole is not None:
                return Phrase(whole[0], whole[1], end)
        if here >= view.start and view.is_participle(here) and view.lows[here].endswith("ing"):
            # "the navy patrolling the gulf": the phrase goes on before the participle
            stop = here
            continue
        if view.lows[here] == "board" and view.lows[here - 1] == "on":
            here -= 1  # "the sailors on board the tug"
        if here < view.start or not view.tags[here] & PREP or view.lows[here] in _NO_LINKS:
            break
        if view.lows[here] == "to" and view.lows[here - 1] not in _GOING_TO:
            origin = phrase_start(view, here)
            if view.lows[origin - 1] != "from" or origin == here:
                break
            here = origin - 1  # "a generation from Lorn to Ulm"
        stop = here
        while stop > view.start and view.is_participle(stop - 1):
            stop -= 1
    if not starts:
        return None
    first, last = starts[-1]
    if _is_unit(view, first, last):
        # "30 cm of snow fell": the snow did
        return Phrase(*starts[-2], end) if len(starts) > 1 else None
    if len(starts) > 1 and all(_is_numeral(view, token) for token in range(first, last)) and view.lows[last] == "of":
        first, last = starts[-2]  # "two of the barges": the barges
    elif (
        len(starts) > 1
        and (view.words[last - 1] in GENERIC or (last == 1 and view.lows[0] in GENERIC))
        and view.lows[last] in ("of", "for", "from")
    ):
        first, last = starts[-2]
    return Phrase(first, last, end)


def _before(view: SentenceView, first: int) -> int:
    """The token before a phrase's articles, numbers, sizes and owner: "the world's most read (paper)", "a 9-inch (screen)"."""
    here = first - 1
    while here >= view.start and (view.tags[here] & DET or _is_numeral(view, here) or _of_size(view, here)):
        here -= 1
    if here < view.start or here == first - 1 or not view.lows[here].endswith(("'s", "’s")):
        return here
    here = phrase_start(view, here + 1) - 1
    while here >= view.start and view.tags[here] & DET:
        here -= 1
    return here


def _of_size(view: SentenceView, token: int) -> bool:
    """True for the hyphen and the unit of "a 9-inch screen"."""
    if view.lows[token] in _HYPHENS:
        return token > view.start and view.kinds[token - 1] == NUMBER
    return view.lows[token] in view.lexicon.units and view.lows[token - 1] in _HYPHENS and view.kinds[token - 2 : token - 1] == [NUMBER]


def _whole_of(view: SentenceView, end: int) -> tuple[int, int] | None:
    """The whole that two counted groups make up: of "a jury of seven women (and five men)" the jury."""
    here = phrase_start(view, end) - 1
    while here > view.start and _is_numeral(view, here):
        here -= 1
    if here <= view.start or view.lows[here] != "of" or view.lows[here - 1] not in view.lexicon.wholes:
        return None
    return phrase_start(view, here), here


def _is_numeral(view: SentenceView, token: int) -> bool:
    """True for a number, its scale word and its currency mark."""
    return view.kinds[token] == NUMBER or view.lows[token] in _MONEY or view.lows[token] in view.lexicon.numbers


def _is_unit(view: SentenceView, first: int, last: int) -> bool:
    """True for the unit of a number before it: no phrase of its own."""
    if view.lows[last - 1] not in view.lexicon.units or last - first > 3:
        return False
    if last - first == 1 and view.lows[first] == "cent" and view.lows[first - 1] == "per":
        return True
    if all(view.lows[token] in view.lexicon.numbers for token in range(first, last - 1)):
        return last - first > 1 or (first > view.start and view.kinds[first - 1] == NUMBER)
    return first > view.start and view.kinds[first - 1] == NUMBER


def phrase_start(view: SentenceView, end: int) -> int:
    """First token of the run of nouns, names and adjectives that ends before `end`; numbers and their units are left out."""
    here = end
    while here > view.start:
        token = here - 1
        tag, low, kind = view.tags[token], view.lows[token], view.kinds[token]
        if kind == NUMBER:
            if view.lows[here] in _ORDINAL_ENDS and view.glued(here):
                here = token
                continue
            if token > view.start and view.glued(token) and view.words[token - 1][:1].isupper() and here > token:
                # Q10, A380: the number is part of the name
                here = token
                continue
            break
        if kind != WORD:
            if low in _HYPHENS and view.glued(token):
                here = token
                continue
            if low == "." and view.glued(token) and len(view.lows[token - 1]) <= 5 and view.words[token - 1][:1].isupper():
                here = token
                continue
            if low in ("'", "’", "&"):
                here = token
                continue
            break
        if low in ("and", "&") and _joins(view, token, end):
            here = token
            continue
        if here < end and low.endswith(("ed", "ing")) and _governs(view, token):
            break  # "schools needed repairs", "..., allowing tests to"
        if low in view.lexicon.numbers and view.words[token].islower() and here < end and not _is_part(view, token):
            break
        if view.lows[token - 1] == "to" and view.words[token].islower() and here < end and view.words[here][:1].isupper():
            break  # "plans to name Ines Rolfe"
        if tag & (DET | PREP | CONJ | REL | PRON | ADV) or (tag & (FINITE | SAY | CREDIT) and view.is_verb(token)):
            break
        if view.words[token].islower() and (low.endswith("ed") and len(low) > 4 and here == end or is_adverb(low)):
            break
        here = token
    return _trimmed(view, here, end)


def _governs(view: SentenceView, token: int) -> bool:
    """True for a past tense between a plural and its object, and for the participle that opens a clause behind a comma."""
    before = token - 1
    if view.lows[token].endswith("ing"):
        return token > view.start and view.lows[before] == ","
    plain = before >= view.start and view.kinds[before] == WORD and not view.tags[before] and view.words[before].islower()
    return plain and view.lows[before].endswith("s") and len(view.lows[token]) > 4 and view.is_verb(token)


def _is_part(view: SentenceView, token: int) -> bool:
    """True for a number word that makes up the name of a thing: "second floor", "double murder", "two-storey house"."""
    low = view.lows[token]
    return low.endswith(("st", "nd", "rd", "th")) or low in _PARTS or view.lows[token + 1] in _HYPHENS


def _joins(view: SentenceView, at: int, end: int) -> bool:
    """True for the "and" of "shops and businesses" or "Hill and Sons": plain nouns on both sides."""
    before, after = at - 1, at + 1
    if view.lows[after] in view.lexicon.numbers:
        return False  # "a boy and two of his friends"
    if view.lows[before] in _HYPHENS and view.lows[after] in _HYPHENS:
        return view.glued(after)  # "a smash-and-grab"
    if before == view.start and view.words[after][:1].islower() and view.words[before][1:].islower():
        return not (view.tags[after] or view.tags[before]) and after < end  # "Rain and snow" at the head of a sentence
    if after >= end or view.tags[after] or view.tags[before] or before < view.start:
        return False
    if view.kinds[before] != WORD or view.kinds[after] != WORD:
        return False
    return view.words[before][:1].isupper() == view.words[after][:1].isupper()


def _trimmed(view: SentenceView, first: int, end: int) -> int:
    """Skips a leading hyphen, unit and mark that a number before left over: "-magnitude earthquake" begins at earthquake."""
    while first < end and (
        view.lows[first] in ("and", "&")
        or (view.lows[first] in ("least", "most") and view.lows[first - 1] == "at")
        or (view.kinds[first] == WORD and end - first > 1 and _measures(view, first))
    ):
        first += 1
    while (
        first < end
        and view.kinds[first] != WORD
        and not (view.kinds[first] == NUMBER and (end - first == 1 or view.lows[first + 1] in _ORDINAL_ENDS))
    ):
        first += 2 if view.lows[first] in _HYPHENS and first + 2 < end else 1
    return min(first, end)


def _measures(view: SentenceView, token: int) -> bool:
    """True for the unit or scale word right behind a number; not for a word that is a name here."""
    if not token or not view.words[token].islower():
        return False
    low = view.lows[token]
    if view.kinds[token - 1] == NUMBER or view.lows[token - 1] in view.lexicon.numbers:
        return low in _SCALES or low in view.lexicon.units
    before = view.lows[token - 1]
    return before in view.lexicon.units and view.kinds[token - 2] == NUMBER and (low in view.lexicon.units or low in ("m", "ft"))


def is_adverb(low: str) -> bool:
    """True for the adverbs in -ly, which stand in no noun phrase."""
    return low.endswith("ly") and (len(low) > 5 or low in _SHORT_ADVERBS) and low not in _LY_NOUNS


def is_contraction(low: str) -> bool:
    """True for a pronoun with its verb: "it's", "they've", "I'm"; no noun phrase."""
    stem, mark, ending = low.partition("’") if "’" in low else low.partition("'")
    return bool(mark) and (stem in _SHORT_PRONOUNS or (stem in ("that", "there", "here", "what", "who") and ending == "s"))


def phrase_right(view: SentenceView, at: int) -> Phrase | None:
    """The noun phrase that starts at token `at`, articles and hedges skipped; None where no noun follows."""
    first = at
    while first < view.end and (view.tags[first] & DET or view.tags[first] & ADV):
        first += 1
    here = first
    while here < view.end and _in_phrase(view, here) and not (here > first and _ends_as_adverb(view, here)):
        here += 1
    if here == first:
        return None
    return Phrase(first, here, here)


def _ends_as_adverb(view: SentenceView, token: int) -> bool:
    """True for the adverb behind a phrase: "Fox News allegedly had", "the larger models respectively"."""
    if not is_adverb(view.lows[token]) or not view.words[token].islower():
        return False
    return view.kinds[token + 1 : token + 2] != [WORD] or view.tags[token + 1] != 0


def _in_phrase(view: SentenceView, token: int) -> bool:
    tag, low, kind = view.tags[token], view.lows[token], view.kinds[token]
    if kind != WORD:
        if low in _HYPHENS or low in ("'", "’", "&"):
            return view.glued(token) or low == "&"
        return low == "." and view.glued(token) and len(view.lows[token - 1]) <= 5 and view.tags[token + 1] == 0 and token + 2 < view.end
    if tag & (DET | PREP | CONJ | REL | PRON | ADV | BREAK) or (low in ("last", "next", "past") and view.tags[token + 1] & ADV):
        return False
    if (tag & (FINITE | SAY) or low in STARTING) and view.is_verb(token):
        return False
    if (view.tags[token + 1] & PREP or view.lows[token + 1] == "near") and (
        low in _BEHIND_NOUNS or (low.endswith("ed") and len(low) > 4 and (view.words[token].islower() or view.is_titled()))
    ):
        return False  # "a person familiar with the talks", "a report published by"
    if low.endswith("ing") and len(low) > 5 and (view.kinds[token + 1 : token + 2] == [NUMBER] or view.tags[token + 1] & DET):
        return False  # "a male weighing 180 pounds", "the boats approaching the tug"
    return not (low.endswith("ed") and view.words[token].islower() and view.is_verb(token))
