"""Digits that belong to a code, a name on the web, a telephone number, an address or a match score."""

from __future__ import annotations

from ledger.extract.sight import Sight
from ledger.sources.tokens import MARK, NUMBER, WORD, Block

_JOINTS = frozenset("-/._@")
_LEFT_JOINTS = frozenset("-/._@:")
_SCORE_DASHES = frozenset("-–")
_CROSSES = frozenset(("x", "X", "×"))
_SHOTS = frozenset(("shooting", "run", "lead", "record"))
_SHOT_FROM = frozenset(("field", "floor", "arc", "line", "stripe", "three", "range"))
_LOCAL_NUMBER = (3, 4)
_NEAR_CALL = 4
_CALLS = frozenset("call calling dial phone telephone tel tel. text hotline fax contact ring".split())
_FOR_WICKETS = frozenset(("for", "/"))
_MOST_WICKETS = 10
_CALLED_OFF = frozenset(("declared", "overnight"))
_FOOT_MARKS = frozenset("'’′\"”″")
_LENGTHS = _FOOT_MARKS | frozenset(
    "in inch inches ft foot feet cm centimeters centimetres mm millimeters millimetres m meters metres km yd yards".split()
)
_NEAR_SCORE = 10
_GROUP_JOINTS = frozenset(("-", "‑", "(", ")"))
_MOST_GROUPS = 6
_FEWEST_DIGITS = 8
_DIALLED = frozenset(((3, 3, 4), (1, 3, 3, 4)))
_COMPASS = frozenset(("N", "S", "E", "W", "NE", "NW", "SE", "SW"))
_TWO_GROUPS = 3  # tokens of "12-15"
_LONGEST_STREET = 4
_LONGEST_CODE = 40  # tokens; without an end "5-5-5-..." would be read anew from every digit
_SOFT_PREFIX = frozenset(
    "mid sub under over pre post non all plus top early late than least to and or about around nearly some from up anti multi".split()
)


def code_at(block: Block, at: int) -> tuple[int, int] | None:
    """The token range of a code, name, address on the web or file name that the digits at a token are glued into."""
    if not _letters_left(block, at):
        return _paragraph(block, at) or _digits_in_row(block, at) or _code_behind(block, at)
    words, kinds, size = block.words, block.kinds, len(block)
    first, last = at, at + 1
    while first > 0 and block.glued(first) and (kinds[first - 1] != MARK or words[first - 1] in _LEFT_JOINTS):
        first -= 1
    while last < size and block.glued(last) and (kinds[last] != MARK or (words[last] in _LEFT_JOINTS and _goes_on(block, last))):
        last += 1
    return first, last


def _paragraph(block: Block, at: int) -> tuple[int, int] | None:
    """ "401(k)", "4(b)": a number with a letter in brackets, glued."""
    if at + 3 >= len(block) or block.words[at + 1] != "(" or block.words[at + 3] != ")" or len(block.words[at + 2]) > 1:
        return None
    glued = block.glued(at + 1) and block.glued(at + 2) and block.glued(at + 3)
    return (at, at + 4) if glued and block.kinds[at + 2] == WORD else None


def _digits_in_row(block: Block, at: int) -> tuple[int, int] | None:
    """ "978-3-16-148410-0", "4-4-2": three runs of digits or more, joined by hyphens."""
    last, size = at + 1, len(block)
    while last + 1 < min(size, at + _LONGEST_CODE) and block.words[last] == "-" and block.kinds[last + 1] == NUMBER:
        if not (block.glued(last) and block.glued(last + 1)):
            break
        last += 2
    return (at, last) if last > at + _TWO_GROUPS else None


def _letters_left(block: Block, at: int) -> bool:
    """True where letters are glued before the digits, also over a joint: A320, CN-235, MS08-067; not mid-30s."""
    words, kinds = block.words, block.kinds
    if not block.glued(at) or is_cross(block, at - 1):
        return False
    joint = at > 1 and words[at - 1] in "-/._" and block.glued(at - 1) and kinds[at - 2] == WORD
    if joint and (words[at - 1] not in "-/" or _is_code_word(words[at - 2])):
        return True
    return kinds[at - 1] == WORD or words[at - 1] in "_@"


def is_cross(block: Block, at: int) -> bool:
    """True for the cross of "2880x1800", "100x150 cm", "40'x60'", "3x4x5 inches"; single digits make one only before a length."""
    if not 0 < at < len(block) - 1 or block.words[at] not in _CROSSES or not (block.glued(at) and block.glued(at + 1)):
        return False
    left = at - 2 if block.words[at - 1] in _FOOT_MARKS and at > 1 and block.glued(at - 1) else at - 1
    if block.kinds[left] != NUMBER or block.kinds[at + 1] != NUMBER:
        return False
    return min(len(block.words[left]), len(block.words[at + 1])) > 1 or _measures_lengths(block, at + 1)


def _measures_lengths(block: Block, at: int) -> bool:
    """True where the last number of a chain of crosses from a token on is followed by a unit of length."""
    last = at + 1
    while last + 1 < len(block) and block.words[last] in _CROSSES and block.kinds[last + 1] == NUMBER and last < at + _LONGEST_CODE:
        last += 2
    last += last < len(block) and block.words[last] in _SCORE_DASHES
    return last < len(block) and block.lows[last] in _LENGTHS


def _is_code_word(word: str) -> bool:
    """True for what may stand before the hyphen of a code."""
    return word.lower() not in _SOFT_PREFIX and (word.isupper() or word[0].isupper() or len(word) == 1)


def _goes_on(block: Block, joint: int) -> bool:
    """True where letters or digits are glued behind a joint."""
    return joint + 1 < len(block) and block.glued(joint + 1) and block.kinds[joint + 1] != MARK


def _code_behind(block: Block, at: int) -> tuple[int, int] | None:
    """Runs that begin with digits: 59-NQ/TW, 250/2025/QH15, 17gamo.com."""
    words, kinds, size = block.words, block.kinds, len(block)
    if at + 2 < size and words[at + 1] in _CROSSES and kinds[at + 2] == NUMBER and block.glued(at + 2) and block.glued(at + 1):
        power = at + 3 < size and words[at + 3] in "^-−⁰¹²³⁴⁵⁶⁷⁸⁹"  # "8x2^10"
        return None if power or is_cross(block, at + 1) else (at, at + 3)  # "4x4", "a 3x5 card"
    last, letters, joints, dotted = at + 1, False, 0, False
    while last < min(size, at + _LONGEST_CODE) and block.glued(last):
        if kinds[last] == MARK:
            if words[last] not in _JOINTS or not _goes_on(block, last):
                break
            joints += 1
            dotted |= words[last] in "._@"
        elif kinds[last] == WORD and joints:
            letters |= (words[last].isupper() and len(words[last]) > 1) or dotted
        last += 1
    return (at, last) if letters and joints else None


def telephone_at(block: Block, at: int) -> tuple[int, int] | None:
    """The token range of a telephone number that starts with a group of digits: 1-800-555-0100, (248) 555-0100, +44 20 7946 0000."""
    first = at
    while first > 0 and block.words[first - 1] in "+(" and block.glued(first):
        first -= 1
    groups, last, joined = _digit_groups(block, at)
    if "+" in block.words[first:at]:
        return (first, last) if len(groups) > 1 and sum(groups) >= _FEWEST_DIGITS else None
    return (first, last) if joined and tuple(groups) in _DIALLED else None


def _digit_groups(block: Block, at: int) -> tuple[list[int], int, bool]:
    """The lengths of the groups of digits from a token on, the token after them, and whether hyphens or brackets join them."""
    words, kinds, size = block.words, block.kinds, len(block)
    groups, last, joined = [len(words[at])], at + 1, False
    while len(groups) < _MOST_GROUPS:
        i = last
        while i < min(size, last + 2) and words[i] in _GROUP_JOINTS:
            i += 1
        if i >= size or kinds[i] != NUMBER or not words[i].isdigit():
            break
        groups.append(len(words[i]))
        joined |= i > last
        last = i + 1
    return groups, last, joined


def is_telephone(sight: Sight) -> bool:
    """True for a leading zero before other digits, or groups of digits that no thousands mark explains."""
    words, at, behind = sight.words, sight.figure.numeral_first, sight.figure.numeral_last
    if any(0 <= i < len(words) and _has_leading_zero(words[i], shortest=2 if i == at else 3) for i in (at, at - 1, at - 2, behind)):
        return True
    surface = words[at]
    if surface.isdigit() and len(surface) >= 2 and _groups_near(sight.block, at, behind) >= 2:
        return True
    return _dashed(sight)


def _has_leading_zero(word: str, *, shortest: int) -> bool:
    return len(word) >= shortest and word[0] == "0" and word.isdigit()


def _groups_near(block: Block, first: int, behind: int) -> int:
    """How many groups of two digits or more stand around a number with only spaces, hyphens and brackets between."""
    near = 0
    for step, start in ((-1, first - 1), (1, behind)):
        i = start
        while 0 <= i < len(block) and near < 4:
            if block.kinds[i] == NUMBER and block.words[i].isdigit() and len(block.words[i]) >= 2:
                near += 1
            elif block.words[i] not in "-()":
                break
            i += step
    return near


def _dashed(sight: Sight) -> bool:
    """ "555-0199": three digits or more, a hyphen, four or more."""
    block, words, at, after = sight.block, sight.words, sight.figure.numeral_first, sight.figure.last
    if (
        after + 1 < len(words)
        and words[after] == "-"
        and block.glued(after)
        and block.glued(after + 1)
        and block.kinds[after + 1] == NUMBER
    ):
        return len(words[at]) >= 3 and len(words[after + 1]) >= 4
    if at > 1 and words[at - 1] == "-" and block.glued(at) and block.glued(at - 1) and block.kinds[at - 2] == NUMBER:
        return len(words[at]) >= 4 and len(words[at - 2]) >= 3
    return False


def is_address(sight: Sight) -> bool:
    """True for "12 Harbour Street", "4500 W. Main St.", "the 1200 block of Elm Road": a house number before the name of a street."""
    at = sight.figure.numeral_last
    if sight.low(at) in sight.lexicons.labels.blocks and sight.words[at - 1].endswith("00"):
        return sight.low(at + 1) in ("of", "on", "in", "")
    start = at
    if sight.is_capital(at) and sight.words[at] in _COMPASS and sight.low(at + 1) == ".":
        start = at + 2
    if sight.is_capital(at) and sight.lows[at] in sight.lexicons.labels.streets_ahead:
        return True
    for i in range(start, min(sight.end, start + _LONGEST_STREET)):
        if not sight.is_capital(i):
            return False
        if i > at and sight.lows[i] in sight.lexicons.labels.streets:
            return True
    return False


def is_score(sight: Sight) -> bool:
    """True for "3-1", "2-2": two small whole numbers with a hyphen, falling or equal, or with a word of games near; odds of "3 to 1".
    A number of a telephone looks alike."""
    figure, words, at = sight.figure, sight.words, sight.figure.numeral_first
    if sight.low(at + 1) == "to" and sight.is_number(at + 2):
        return _is_odds(sight, at)
    if sight.low(at + 1) in _FOR_WICKETS and sight.is_number(at + 2):
        return _counts_wickets(sight, at)
    if figure.spelled or not sight.is_number(at + 2) or words[at + 1] not in _SCORE_DASHES or not sight.glued(at + 2):
        return False
    if not sight.glued(at + 1):
        return (
            figure.bare and not figure.is_range and words[at].isdigit() and words[at + 2].isdigit() and int(words[at]) > int(words[at + 2])
        )
    if figure.is_range and figure.kind:
        return False  # "from 10-5%"
    if not figure.is_range and figure.numeral_last > at + 2:
        return False  # "5-1/2 inches"
    left, right = words[at], words[at + 2]
    if (
        (len(left), len(right)) == _LOCAL_NUMBER
        and figure.bare
        and not _CALLS.isdisjoint(sight.lows[max(sight.first, at - _NEAR_CALL) : at])
    ):
        return (
            not sight.is_word(at + 3) or sight.lows[at + 3] in sight.lexicons.nouns.function or sight.lows[at + 3] == "now"
        )  # "Call 555-1234."
    if not (left.isdigit() and right.isdigit()) or len(left) > 3 or len(right) > 3:
        return False
    if int(left) >= int(right):
        return True
    if not figure.bare:
        return False
    return _shot_so(sight, at + 3) or not sight.lexicons.labels.score_cues.isdisjoint(_near_score(sight, at))


def is_pair_of_digits(sight: Sight) -> bool:
    """True for "13-of-21 shooting", "3-for-4", "a 4-for-1 split", "a 4-to-1 ratio": digits joined to digits by hyphens and a small word."""
    at = sight.figure.numeral_first
    joint = sight.low(at + 2)
    if joint not in ("for", "of", "to") or not (sight.is_hyphen(at + 1) and sight.is_hyphen(at + 3)):
        return False
    left, right = sight.words[at], sight.low(at + 4)
    if joint == "to" and not (left.isdigit() and right.isdigit() and int(left) > int(right)):
        return False
    return sight.is_number(at) and sight.is_number(at + 4) and all(sight.glued(i) for i in range(at + 1, at + 5))


def _counts_wickets(sight: Sight, at: int) -> bool:
    """True for the runs and wickets of "150/4 at stumps", "212 for 3", "5 for 23": nothing counted, and a word of cricket near."""
    runs, wickets = sight.words[at], sight.words[at + 2]
    if sight.figure.kind or not (runs.isdigit() and wickets.isdigit()) or len(runs) > 3 or min(int(runs), int(wickets)) > _MOST_WICKETS:
        return False
    if sight.is_word(at + 3) and sight.lows[at + 3] not in sight.lexicons.nouns.function and sight.lows[at + 3] not in _CALLED_OFF:
        return False
    return not sight.lexicons.labels.wickets.isdisjoint(_near_score(sight, at))


def _shot_so(sight: Sight, behind: int) -> bool:
    """True behind the pair of "2-10 shooting", "4-13 from the field": hits of so many shots."""
    low = sight.low(behind)
    return low in _SHOTS or (low == "from" and sight.low(behind + 2) in _SHOT_FROM) or (low == "from" and sight.low(behind + 1) == "3")


def _near_score(sight: Sight, at: int) -> list[str]:
    return sight.lows[max(sight.first, at - _NEAR_SCORE + 2) : min(sight.end, at + _NEAR_SCORE)]


def _is_odds(sight: Sight, at: int) -> bool:
    """True for odds and ratios of "10 to 1": falling, nothing counted, and a word for them near."""
    left, right = sight.words[at], sight.words[at + 2]
    if not sight.figure.bare or not (left.isdigit() and right.isdigit()) or len(left) > 3 or int(left) <= int(right):
        return False
    if sight.low(at - 1) in ("from", "between") or (sight.is_word(at + 3) and sight.lows[at + 3] not in sight.lexicons.nouns.function):
        return False
    return not sight.lexicons.labels.odds.isdisjoint(_near_score(sight, at))
