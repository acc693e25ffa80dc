"""Numbers that state no quantity: labels, models, clock times, list marks, idioms."""

from __future__ import annotations

from ledger.extract.codes import is_address, is_telephone
from ledger.extract.figures import DASHES
from ledger.extract.label_lexicon import LabelLexicon
from ledger.extract.sight import Sight
from ledger.sources.tokens import WORD, Block

_HASHES = frozenset("#№")
_REGISTERED = frozenset("®™©\ufffd")
_GLUED_TAILS = frozenset(("st", "nd", "rd", "th", "s", "x"))
_SCALE_LETTERS = frozenset(("M", "K", "G", "B", "T", "k", "m"))
_BEFORE_LIST_MARK = frozenset((",", ";", ":", ".", "and"))
_THOUSAND_DOTS = frozenset("24568")
_SHARE_INDEXES = frozenset("nasdaq ftse nikkei dax cac p s&p sp asx stoxx russell".split())
_COMPASS_POINTS = frozenset("NSEW")
_HIGHEST_LIST_MARK = 100
_HIGHEST_BRACKETED = 20


def idiom_at(block: Block, at: int, lexicon: LabelLexicon) -> tuple[int, int, str] | None:
    """The token range of the fixed phrase that holds the number at a token, with its reason; or None."""
    for offset, tokens, reason in lexicon.idioms.get(block.lows[at], ()):
        first = at - offset
        if first >= 0 and tuple(block.lows[first : first + len(tokens)]) == tokens:
            return first, first + len(tokens), reason
    return None


def label_reason(sight: Sight) -> str:
    """Why a bare figure is no quantity ("" where it may be one): identifier, enumeration or time."""
    figure = sight.figure
    digits = not figure.spelled
    if digits and figure.is_range and _is_airliner(sight):
        return "identifier"
    if figure.is_range and figure.role == "":
        labelled = digits and figure.numeral_first > sight.first and _is_labelled(sight) and not _counts_plural(sight)
        return "identifier" if labelled or (digits and is_address(sight)) else ""  # "pp. 12-15", "16-18 Harbour Street"
    if digits and _is_clock(sight):
        return "time"
    if figure.numeral_first > sight.first and (_is_labelled(sight) or (digits and _is_named(sight))):
        return "identifier"
    if not digits:
        return "identifier" if _is_name_in_words(sight) else ""
    if is_telephone(sight) or _glued_letters(sight) or _is_emergency_number(sight) or _is_calibre(sight):
        return "identifier"
    if _is_airliner(sight) or _is_screen(sight):
        return "identifier"
    if _is_age_class(sight) or _is_picture_size(sight) or sight.after in sight.lexicons.labels.postal:
        return "identifier"
    if _is_list_mark(sight) or _is_bracketed_mark(sight):
        return "enumeration"
    return "identifier" if is_address(sight) else ""


def _is_clock(sight: Sight) -> bool:
    """ "5:30": digits, a colon and digits, glued."""
    at, last, words = sight.figure.numeral_first, sight.figure.last, sight.words
    if sight.is_number(last + 1) and words[last] == ":" and sight.glued(last) and sight.glued(last + 1):
        return True
    return at > 1 and words[at - 1] == ":" and sight.block.glued(at) and sight.block.glued(at - 1) and sight.is_number(at - 2)


# labels


def _is_labelled(sight: Sight) -> bool:
    """True behind a word that numbers things: "Resolution 59", "No. 4", "#3", "Region 9"."""
    at = sight.figure.numeral_first - 1
    low, lexicon = sight.lows[at], sight.lexicons.labels
    if low == "." and sight.low(at - 1) in lexicon.abbreviations:
        return True
    if low in _HASHES:
        return not sight.figure.spelled
    if low in lexicon.turns and sight.low(at - 1) in lexicon.turned and sight.figure.step >= 1:
        return not _counts_plural(sight) and not sight.is_hyphen(sight.figure.last)
    if low in DASHES and sight.glued(at) and sight.glued(at + 1) and sight.low(at - 1) in lexicon.labels:
        return not sight.figure.spelled and sight.figure.step >= 1  # "unit-5"
    if low == "number" and sight.low(at - 1) in lexicon.numbered:
        return not sight.figure.spelled and not _counts_plural(sight)
    if low not in lexicon.labels or (low in lexicon.capital and not sight.words[at][0].isupper()):
        return False
    return _numbers(sight, low, at)


def _numbers(sight: Sight, low: str, at: int) -> bool:
    """True where a label word numbers what follows: not "the district 59 homes lost", nor a lower-case "no"."""
    figure = sight.figure
    if low == "no" and (figure.spelled or sight.words[at].islower()):
        return False
    if low == "number" and sight.words[at].islower():
        return not figure.spelled and not _counts_plural(sight)
    return figure.step >= 1 or low in sight.lexicons.labels.decimals


def _counts_plural(sight: Sight) -> bool:
    """True where a known plural in lower case follows a whole number."""
    last, nouns = sight.figure.last, sight.lexicons.nouns
    if sight.figure.step < 1 or not sight.is_word(last) or not sight.words[last].islower():
        return False
    return nouns.is_plural(sight.lows[last]) and nouns.is_noun(sight.lows[last])


def _counts_people(sight: Sight) -> bool:
    return _counts_plural(sight) and sight.lexicons.nouns.class_of(sight.after) == "person"


# names


def _is_named(sight: Sight) -> bool:
    """True behind the name of a product or another name: "USB 3.0", "PS-3", "Model 3", "S&P 500"."""
    at = sight.figure.numeral_first - 1
    low, word, products = sight.lows[at], sight.words[at], sight.lexicons.labels.products
    if low in _SHARE_INDEXES and sight.figure.step < 1:
        return False  # "the S&P 0.7 and the Nasdaq 0.9 percent"
    if low in products and _is_printed_name(word) and not _counts_people(sight):
        return True
    if low in DASHES and sight.glued(at + 1) and sight.low(at - 1) in products:
        return True
    at -= word in _REGISTERED and at > sight.first
    return sight.is_capital(at) and _is_name_number(sight, at)


def is_numbered_name(sight: Sight) -> bool:
    """True where what looks like a unit is part of a name or an address: "Boeing 737s", "4500 W. Main St."."""
    figure = sight.figure
    if figure.kind != "physical" or figure.last - figure.numeral_last != 1 or figure.spelled:
        return False
    tail = sight.words[figure.numeral_last]
    if len(tail) == 1 and tail.isupper() and sight.glued(figure.numeral_last) and (is_address(sight) or _is_behind_label(sight)):
        return True  # "Exit 14A", "221B Harbour Street"
    if tail == "d" and sight.glued(figure.numeral_last) and sight.is_capital(figure.first - 1):
        return True  # "the Borel 320d"
    if tail == "s" and sight.glued(figure.numeral_last):
        if _is_age_class(sight):
            return True  # "under-16s"
        named = sight.is_capital(figure.first - 1) and figure.first - 1 > sight.first
        return (
            named
            or sight.words[figure.numeral_first] in sight.lexicons.labels.airliners
            or sight.low(figure.first - 1) in sight.lexicons.labels.products
        )
    return tail in _COMPASS_POINTS and is_address(sight)


def _is_behind_label(sight: Sight) -> bool:
    return sight.figure.numeral_first > sight.first and _is_labelled(sight)


def _is_name_in_words(sight: Sight) -> bool:
    """True for the number of a name in a text that is not all capitals: "the Five Eyes pact", "the Big Four", "Nineteen Fifty-Two"."""
    figure, at = sight.figure, sight.figure.numeral_first
    if at <= sight.first or not sight.words[at].istitle() or sight.block.kind != "body" or _title_case(sight):
        return False
    if figure.numeral_last != at + 1:
        return all(word.istitle() or not word.isalpha() for word in sight.words[at : figure.numeral_last])
    behind = figure.last + (sight.low(figure.last) in DASHES)
    named = sight.is_capital(at - 1) and at - 1 > sight.first and sight.lows[at - 1] not in sight.lexicons.nouns.function
    return named or sight.is_capital(behind)


def _is_printed_name(word: str) -> bool:
    return (len(word) > 1 and (word != word.lower() or word.startswith("i"))) or word.isupper()


def _is_name_number(sight: Sight, at: int) -> bool:
    """ "Model 3", "S&P 500", "BlackBerry 10 platform": a small bare number right behind the name at a token, with nothing to count."""
    figure, last, word, low = sight.figure, sight.figure.last, sight.words[at], sight.lows[at]
    nouns = sight.lexicons.nouns
    scaled = figure.scale != 1 and not (sight.words[last - 1] in _SCALE_LETTERS and word.isupper())
    if figure.value is None or scaled or low in sight.lexicons.labels.not_names:
        return False
    if low.endswith(("'s", "’s")) and sight.is_word(last) and sight.lows[last] not in nouns.function:
        return False  # "Ross's 745 U.S. leases"; not "Ocean's 11 was shown"
    if low in nouns.function and not (word.isupper() and sight.low(at - 1) == "-"):  # SEA-ME-WE 4
        return False
    if at == sight.first and (low in nouns.verbs or (len(word) > 3 and not word.isupper() and low in nouns.classes)):
        return False
    if sight.block.kind == "headline" and _title_case(sight):
        return False
    if sight.is_word(last):
        follows = _names_what_follows(sight, last)
        if follows is not None:
            return follows
    if figure.step < 1:
        return sight.is_capital(last)
    surface = sight.words[figure.numeral_first]
    return len(surface) <= 4 or "," not in surface


def _names_what_follows(sight: Sight, last: int) -> bool | None:
    """Whether the number goes with the name and not with the word behind it; None where that word does not tell."""
    nouns, low = sight.lexicons.nouns, sight.lows[last]
    if sight.words[last].islower():
        if nouns.is_plural(low) or low in nouns.collective:
            return False
        if nouns.is_noun(low):
            return sight.figure.step >= 1
    return False if low in nouns.modifiers else None


def _title_case(sight: Sight) -> bool:
    longer = [
        word
        for word, kind in zip(sight.words[sight.first : sight.end], sight.kinds[sight.first : sight.end], strict=True)
        if kind == WORD and len(word) > 3
    ]
    return bool(longer) and sum(word[0].isupper() for word in longer) * 4 >= len(longer) * 3


# marks


def _is_emergency_number(sight: Sight) -> bool:
    """True for "called 911", "a 911 dispatcher"."""
    lexicon = sight.lexicons.labels
    if sight.words[sight.figure.numeral_first] not in lexicon.emergency:
        return False
    return (sight.before in lexicon.calling and not _counts_plural(sight)) or sight.after in lexicon.called


def _is_age_class(sight: Sight) -> bool:
    """True for "the under-21 side", "under-16s"."""
    at = sight.figure.numeral_first
    if sight.figure.step != 1 or not sight.is_hyphen(at - 1) or not sight.glued(at) or sight.figure.is_range:
        return False
    return sight.low(at - 2) in sight.lexicons.labels.age_classes


def _is_picture_size(sight: Sight) -> bool:
    """True for "a 4K screen", "8K": so many thousand dots on a line."""
    last = sight.figure.numeral_last
    if sight.words[last - 1] != "K" or last - sight.figure.numeral_first != 2 or sight.words[last - 2] not in _THOUSAND_DOTS:
        return False
    behind = last + (sight.low(last) in DASHES)
    return sight.low(behind) in sight.lexicons.labels.pictures


def _is_airliner(sight: Sight) -> bool:
    """True for "a 777", "the 737 Max", "737-800": the number of an aircraft, of which none is counted."""
    lexicon, at = sight.lexicons.labels, sight.figure.numeral_first
    if sight.words[at] not in lexicon.airliners:
        return False
    if sight.low(at + 1) == "x" and sight.glued(at + 1):
        return True  # "the 777X"
    if sight.is_hyphen(at + 1) and sight.is_number(at + 2) and sight.words[at + 2].endswith("00"):
        return True
    return sight.low(at + 1) in lexicon.flying or (sight.low(at - 1) in lexicon.flown and not _counts_plural(sight))


def _is_screen(sight: Sight) -> bool:
    """True for "4K video", "at 4K": a class of screens, not four thousand."""
    figure, lexicon = sight.figure, sight.lexicons.labels
    if figure.last != figure.numeral_first + 2 or "".join(sight.words[figure.numeral_first : figure.last]) not in lexicon.screens:
        return False
    return sight.after in lexicon.of_screen or (
        sight.before in lexicon.at_screen and (not sight.is_word(figure.last) or sight.after == "at")
    )


def _is_calibre(sight: Sight) -> bool:
    """True for the bore of a weapon: "a .357 Magnum", "12-gauge"."""
    last, lexicon = sight.figure.last, sight.lexicons.labels
    if sight.is_hyphen(last):
        return sight.low(last + 1) in lexicon.calibres or sight.low(last + 1) in lexicon.bores
    return sight.after in lexicon.calibres


def _glued_letters(sight: Sight) -> bool:
    """ "20abc": letters glued behind the digits that are no ending of a number."""
    last = sight.figure.last
    return sight.is_word(last) and sight.glued(last) and sight.lows[last] not in _GLUED_TAILS


def _is_list_mark(sight: Sight) -> bool:
    """ "3. The roads", "2) The roads" at the start of a block."""
    figure, last = sight.figure, sight.figure.last
    if figure.numeral_first != 0 or figure.value is None or figure.value >= _HIGHEST_LIST_MARK or last + 1 >= sight.end:
        return False
    spaced = sight.block.starts[last + 1] > sight.block.ends[last]
    return sight.lows[last] in (".", ")") and sight.glued(last) and sight.words[last + 1][0].isupper() and spaced


def _is_bracketed_mark(sight: Sight) -> bool:
    """ "(1) the roads, (2) the bridges"."""
    figure, at, last = sight.figure, sight.figure.numeral_first, sight.figure.last
    if sight.low(at - 1) != "(" or sight.low(last) != ")" or not sight.is_word(last + 1) or len(sight.words[at]) > 2:
        return False
    opens = at == 1 or sight.low(at - 2) in _BEFORE_LIST_MARK
    return figure.value is not None and figure.value < _HIGHEST_BRACKETED and figure.step == 1 and opens
