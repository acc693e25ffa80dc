"""Numbers in digits: marks of thousands and decimals, spaced groups, powers and exponents."""

from __future__ import annotations

from decimal import Decimal

from ledger.extract.numeral import ONE, Numeral, step_of
from ledger.sources.tokens import NUMBER, WORD, Block

_MAX_DIGITS = 40  # longer runs of digits are identifiers
_MAX_EXPONENT = 30  # 9^99999 must not be computed
_MAX_BASE = 12
_THIN_SPACES = frozenset("\u00a0\u2009\u202f\u2007")
_APOSTROPHES = frozenset("'’")
_SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True))
_SIGNS = {"+": 1, "-": -1, "−": -1}


def read_digits(surface: str, *, decimal_comma: bool = False) -> tuple[Decimal, int] | None:
    """The value and the number of decimals of a digit run with its marks; None where it is no number (28.01.2026, 1.2.3).

    >>> read_digits("1,234.5"), read_digits("1.234,5"), read_digits("12,34,567"), read_digits("4.800")
    ((Decimal('1234.5'), 1), (Decimal('1234.5'), 1), (Decimal('1234567'), 0), (Decimal('4.800'), 3))
    >>> read_digits("4.800", decimal_comma=True), read_digits("192.168.1.2")
    ((Decimal('4800'), 0), None)
    """
    if len(surface) > _MAX_DIGITS:
        return None
    if surface.isascii() and surface.isdigit():
        return Decimal(surface), 0
    points, commas = surface.count("."), surface.count(",")
    if points and commas:
        return _two_marks(surface)
    if points or commas:
        return _one_mark(surface.split("." if points else ","), is_point=bool(points), decimal_comma=decimal_comma)
    return (Decimal(int(surface)), 0) if surface.isdecimal() else None


def _two_marks(surface: str) -> tuple[Decimal, int] | None:
    """1,234.5 and 1.234,5: the mark that stands last is the decimal one, and stands once."""
    mark, group = (".", ",") if surface.rfind(".") > surface.rfind(",") else (",", ".")
    if surface.count(mark) > 1:
        return None
    whole, decimals = surface.split(mark)
    return _joined(whole.split(group), decimals)


def _one_mark(parts: list[str], *, is_point: bool, decimal_comma: bool) -> tuple[Decimal, int] | None:
    grouped = _is_grouped(parts)
    if len(parts) > 2:
        return _joined(parts, "") if grouped or (not is_point and _is_indian(parts)) else None
    marks_thousands = is_point == decimal_comma
    if marks_thousands and grouped and parts[0] != "0":
        return _joined(parts, "")
    if not is_point and not decimal_comma and len(parts[1]) > 2:
        return None
    return _joined(parts[:1], parts[1])


def _is_grouped(parts: list[str]) -> bool:
    return len(parts[0]) <= 3 and all(len(part) == 3 for part in parts[1:])


def _is_indian(parts: list[str]) -> bool:
    """1,00,000 and 12,34,567: pairs, then three digits."""
    return len(parts[0]) <= 2 and all(len(part) == 2 for part in parts[1:-1]) and len(parts[-1]) == 3


def _joined(groups: list[str], decimals: str) -> tuple[Decimal, int] | None:
    if len(groups) > 1 and not (_is_grouped(groups) or _is_indian(groups)):
        return None
    return Decimal("".join(groups) + ("." + decimals if decimals else "")), len(decimals)


def read_digit_numeral(block: Block, at: int, behind_point: frozenset[str], *, decimal_comma: bool) -> Numeral | None:
    """The numeral in digits at a NUMBER token, with the point before it and the power behind; None where it is none.

    `behind_point` are the words behind which "point 77" is a decimal.
    """
    surface = block.words[at]
    if _is_exponent(block, at):
        return None
    first = _first_of_decimal(block, at, behind_point) if surface.isdecimal() else at
    if first < at:
        numeral = Numeral(first, at + 1, Decimal("0." + surface[:_MAX_DIGITS]), step_of(min(len(surface), _MAX_DIGITS)))
    else:
        read = read_digits(surface, decimal_comma=decimal_comma)
        if read is None:
            return None
        numeral = Numeral(at, at + 1, read[0], step_of(read[1]))
        if len(surface) <= 3 and surface.isdecimal():
            _spaced_groups(block, numeral)
            _spoken_decimals(block, numeral)
            _spaced_marks(block, numeral)
    return numeral if _raised(block, numeral) else None


def _first_of_decimal(block: Block, at: int, behind_point: frozenset[str]) -> int:
    """The token at which a decimal without its zero starts: ".08", "point 77"; `at` itself for a plain number."""
    if at == 0:
        return at
    low = block.lows[at - 1]
    if low == "." and block.glued(at) and (at == 1 or not block.glued(at - 1) or block.words[at - 2] in "$€£¥-−(+~<>≤≥="):
        return at - 1
    if low == "point" and (at == 1 or block.lows[at - 2] in behind_point):
        return at - 1
    return at


def _spoken_decimals(block: Block, numeral: Numeral) -> None:
    """ "1 point 5"."""
    at = numeral.last
    if at + 1 < len(block) and block.lows[at] == "point" and block.kinds[at + 1] == NUMBER and block.words[at + 1].isdecimal():
        digits = block.words[at + 1][:_MAX_DIGITS]
        numeral.add(Decimal("0." + digits), step_of(len(digits)), at + 2)


def _spaced_marks(block: Block, numeral: Numeral) -> None:
    """ "59 . 2 %", "1 , 200": marks of a text whose tokens were set apart, so that a space stands on both sides."""
    words, at, size = block.words, numeral.last, len(block)
    digits = words[at - 1]
    if numeral.last != numeral.first + 1 or at + 1 >= size or words[at] not in ".,":
        return
    while at + 1 < size and words[at] == "," and _stands_apart(block, at) and len(words[at + 1]) == 3 and len(digits) < _MAX_DIGITS:
        digits, at = digits + words[at + 1], at + 2
    decimals = words[at + 1] if at + 1 < size and words[at] == "." and _stands_apart(block, at) else ""
    if at == numeral.last and not decimals:
        return
    value = Decimal(f"{digits}.{decimals[:_MAX_DIGITS]}" if decimals else digits)
    numeral.become(value, step_of(min(len(decimals), _MAX_DIGITS)), at + 2 if decimals else at)


def _stands_apart(block: Block, mark: int) -> bool:
    """True for a mark with a space on either side, and plain digits behind it."""
    return not block.glued(mark) and not block.glued(mark + 1) and block.words[mark + 1].isdecimal()


def _spaced_groups(block: Block, numeral: Numeral) -> None:
    """ "1 000 000", "1 234 567.89": groups of three behind single (thin, no-break or plain) spaces."""
    at = numeral.last
    if block.words[at - 1].startswith("0"):
        return
    digits = block.words[at - 1]
    while at < len(block) and len(digits) < _MAX_DIGITS:
        group_at = at + 1 if block.words[at] in _APOSTROPHES and block.glued(at) else at  # 1'000'000
        if group_at >= len(block) or block.glued(group_at) != (group_at > at) or not _is_group(block, group_at):
            break
        group, decimals = _split_group(block.words[group_at])
        digits += group
        at = group_at + 1
        if decimals:
            numeral.become(Decimal(f"{digits}.{decimals[:_MAX_DIGITS]}"), step_of(min(len(decimals), _MAX_DIGITS)), at)
            return
    if at > numeral.last:
        numeral.become(Decimal(digits), ONE, at)


def _is_group(block: Block, at: int) -> bool:
    """True for three digits behind one space (the last group may have decimals), unless they open something else: "5 100-metre races"."""
    if block.kinds[at] != NUMBER:
        return False
    group, decimals = _split_group(block.words[at])
    if len(group) != 3 or not group.isdecimal() or (decimals and not decimals.isdecimal()):
        return False
    space = block.text[block.ends[at - 1] : block.starts[at]]
    if space == "" or space in _THIN_SPACES:
        return True
    return space == " " and not (at + 1 < len(block) and block.glued(at + 1) and block.words[at + 1] in "-/:")


def _split_group(surface: str) -> tuple[str, str]:
    """The three digits of the last group and its decimals: "567.89", and "000,50" with a comma before one or two."""
    group, comma, decimals = surface.partition(",")
    if comma and len(decimals) <= 2:
        return group, decimals
    group, _, decimals = surface.partition(".")
    return group, decimals


def _is_exponent(block: Block, at: int) -> bool:
    """True for the 3 of "10^3" and "10^-3": where the power was too large to compute, its exponent is no number either."""
    if at > 1 and block.words[at - 1] in _SIGNS and block.glued(at):
        at -= 1
    return at > 1 and block.words[at - 1] == "^" and block.glued(at) and block.glued(at - 1) and block.kinds[at - 2] == NUMBER


def _raised(block: Block, numeral: Numeral) -> bool:
    """Take in "1e10", "2.5^-1", "3 x 10^8" and "8×10−3"; False where the power cannot be computed (too large, 0^0, 0^-1)."""
    words, at = block.words, numeral.last
    if at >= len(words):
        return True
    if words[at - 1] == "10" and block.glued(at) and words[at][0] in _SUPERSCRIPTS:
        _take_superscript(block, numeral, at)
        return True
    if words[at] == "^" and block.glued(at):
        return _to_the_power(block, numeral)
    if block.kinds[at] == WORD and block.glued(at) and words[at] in ("e", "E"):
        _exponent(block, numeral)
    elif at + 1 < len(words) and words[at] in ("x", "×", "X", "*", "·") and block.kinds[at + 1] == NUMBER:
        _times_power(block, numeral)
    return True


def _take_superscript(block: Block, numeral: Numeral, at: int) -> None:
    """ "10⁶": a power of ten in raised digits; behind other numbers they are marks of footnotes."""
    exponent = "".join(_SUPERSCRIPTS.get(character, " ") for character in block.words[at])
    if exponent.isdecimal() and len(exponent) <= 2 and int(exponent) <= _MAX_EXPONENT and numeral.value is not None:
        power = ONE.scaleb(int(exponent))
        numeral.become(numeral.value / 10 * power, power, at + 1)


def _signed_whole(block: Block, at: int) -> tuple[int, int] | None:
    """A glued whole number with its sign at a token, and the token behind it."""
    sign = 1
    if at < len(block) and block.words[at] in _SIGNS and block.glued(at):
        sign, at = _SIGNS[block.words[at]], at + 1
    if at < len(block) and block.glued(at) and block.words[at].isdecimal():
        return sign * int(block.words[at][:_MAX_DIGITS]), at + 1
    return None


def _to_the_power(block: Block, numeral: Numeral) -> bool:
    """ "1.1^23", "10^6"; False where it is too large to compute."""
    found = _signed_whole(block, numeral.last + 1)
    if found is None or numeral.value is None:
        return True
    exponent, last = found
    if abs(exponent) > _MAX_EXPONENT or len(block.words[numeral.last - 1]) > _MAX_BASE or (numeral.value == 0 and exponent <= 0):
        return False
    value = numeral.value**exponent
    numeral.become(value, ONE if value == value.to_integral_value() else numeral.step, last)
    return True


def _exponent(block: Block, numeral: Numeral) -> None:
    """ "1e10", "4e-3": glued all through."""
    found = _signed_whole(block, numeral.last + 1)
    if found is not None and abs(found[0]) <= _MAX_EXPONENT:
        numeral.times(ONE.scaleb(found[0]), found[1])
        numeral.raw, numeral.scale = numeral.value, ONE


def _times_power(block: Block, numeral: Numeral) -> None:
    """ "3 x 10^8", "8x2^10", and "8×10−3", where the caret was lost."""
    words, at = block.words, numeral.last + 2
    base = words[at - 1]
    raised = at < len(words) and words[at] == "^"
    if base == "10" and at < len(words) and block.glued(at) and words[at][0] in _SUPERSCRIPTS:
        numeral.times(Decimal(10), at)  # "2 x 10⁶"
        _take_superscript(block, numeral, at)
        return
    if not base.isdecimal() or len(base) > _MAX_BASE or not (raised or (base == "10" and at < len(words) and words[at] in "-−")):
        return
    found = _signed_whole(block, at + 1 if raised else at)
    if found is not None and abs(found[0]) <= _MAX_EXPONENT and (int(base) > 0 or found[0] > 0):
        numeral.times(Decimal(int(base)) ** found[0], found[1])
        numeral.raw, numeral.scale = numeral.value, ONE
