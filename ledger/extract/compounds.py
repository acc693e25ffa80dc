"""Amounts in parts: "5 ft 2 in", "3 dollars 50 cents", and a tolerance behind a figure: "2.5 ± 0.1 kg"."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from ledger.extract.figure import Figure
from ledger.extract.numeral import ONE
from ledger.sources.tokens import MARK, NUMBER, Block

ReadPart = Callable[[Block, int], Figure | None]
"""Reads the figure that starts at a token."""

_PARTS: dict[tuple[str, str], tuple[str, Decimal, Decimal]] = {
    ("foot", "inch"): ("foot", ONE, ONE / Decimal(12)),
    ("yard", "foot"): ("foot", Decimal(3), ONE),
    ("yard", "inch"): ("inch", Decimal(36), ONE),
    ("mile", "foot"): ("foot", Decimal(5280), ONE),
    ("mile", "yard"): ("yard", Decimal(1760), ONE),
    ("lb", "ounce"): ("lb", ONE, ONE / Decimal(16)),
    ("stone", "lb"): ("lb", Decimal(14), ONE),
    ("meter", "centimeter"): ("centimeter", Decimal(100), ONE),
    ("kilometer", "meter"): ("meter", Decimal(1000), ONE),
    ("kilogram", "gram"): ("gram", Decimal(1000), ONE),
    ("hour", "minute"): ("minute", Decimal(60), ONE),
    ("minute", "second"): ("second", Decimal(60), ONE),
}
"""Two units of one dimension: the unit of the sum, and how much of it each part is worth."""
_HYPHENS = frozenset("-‐‑")
_OF_OTHERS = frozenset(("of", "the", "-"))
_SPOKEN = "zero one two three four five six seven eight nine ten eleven".split()
_INCHES = {name: inches for inches, spoken in enumerate(_SPOKEN) for name in (str(inches), spoken)}
_FEET_MARKS = frozenset("'’′")
_SHORTENED = frozenset(("ft", "yd", "lb", "lbs", "st", "hr", "hrs", "min"))
"""Units whose full stop ends no sentence where a smaller part follows: "5 ft. 10 in."."""
_INCH_MARKS = frozenset("\"”″'’")
_PLUS_MINUS = (["±"], ["+", "/", "-"], ["+", "/", "−"], ["+", "-"], ["plus", "or", "minus"], ["plus", "/", "minus"])
_JOINED_APART = frozenset((",", "and"))
_SETS_AGAINST = frozenset("under over above below more less short shy longer shorter taller heavier lighter higher lower".split())
_STAY_APART = frozenset(("hour", "minute"))
"""Units whose parts are one amount only side by side: "1hr 4 mins", not "3 hours and 20 minutes"."""


def join_parts(block: Block, figure: Figure, read: ReadPart) -> None:
    """Take in the smaller parts behind a figure. Of three parts the smallest gives the unit."""
    for joined in range(2):
        if figure.kind not in ("physical", "currency") or figure.adjectival or figure.value is None:
            return
        at = _past_joint(block, figure.last)
        part = read(block, at) if at < len(block) else None
        if part is None or part.value is None:
            return
        if _add_half(block, figure, part):
            return
        if figure.kind == "currency":
            _add_cents(block, figure, part)
            return
        if not _add_part(block, figure, part, smallest=joined > 0):
            return


def take_inches(block: Block, figure: Figure) -> None:
    """ "6-foot-4", "6-foot-four", "5'10", "five foot nine": inches without their mark."""
    at = figure.last
    if figure.unit != "foot" or figure.value is None or figure.step < ONE or figure.scale != ONE:
        return
    hyphen = at < len(block) and block.words[at] in _HYPHENS and block.glued(at)
    at += 1 if hyphen else 0
    inches = _INCHES.get(block.lows[at]) if at < len(block) else None
    if inches is None or not (_closes_height(block, at + 1) if not block.glued(at) else hyphen or block.words[at - 1] in _FEET_MARKS):
        return
    if block.glued(at) and not hyphen and not block.lows[at].isdigit():
        return
    if not _goes_on(block, at + 1):
        figure.become(figure.value + Decimal(inches) / 12, ONE / 12, at + 1)


def _closes_height(block: Block, at: int) -> bool:
    """True where nothing that could be counted follows the inches of "five foot nine"."""
    return at >= len(block) or block.lows[at] in ("tall", "high", "and") or (block.kinds[at] == MARK and block.words[at] in ".,;)!?")


def _goes_on(block: Block, at: int) -> bool:
    return at < len(block) and block.glued(at) and (block.kinds[at] != MARK or block.words[at] in _INCH_MARKS)


def _past_joint(block: Block, at: int) -> int:
    if at < len(block) and (block.lows[at] == "," or (block.words[at] == "." and block.lows[at - 1] in _SHORTENED)):
        at += 1
    return at + 1 if at < len(block) and block.lows[at] in ("and", "&") else at


def _add_cents(block: Block, figure: Figure, part: Figure) -> None:
    """ "20 dollars 43 cents", "$20 and 43c", "17 USD 25": the hundredths of a whole amount."""
    assert figure.value is not None
    assert part.value is not None
    if figure.step < ONE or figure.scale != ONE or figure.part is not None or not 0 < abs(part.value) < 100:
        return
    if part.part is not None and abs(part.value * part.part.worth) < 1:
        cents = part.value * part.part.worth
    elif part.bare and part.step == ONE and part.value >= 10 and _ends(block, part.last) and _says_cents(block, figure, part):
        cents = part.value / 100
    else:
        return
    figure.become(figure.value + cents, Decimal("0.01"), part.last)


def _says_cents(block: Block, figure: Figure, part: Figure) -> bool:
    """True where a bare number behind an amount can only be its hundredths: "17 USD 25", "US$3 and fourteen"."""
    joint = block.lows[figure.last : part.first]
    return joint == ["and"] or (not joint and not figure.currency_prefix)


def _ends(block: Block, at: int) -> bool:
    return at >= len(block) or (block.kinds[at] == MARK and block.words[at] in ".,;:!?)") or block.lows[at] in ("more", "each")


def _add_half(block: Block, figure: Figure, part: Figure) -> bool:
    """ "two hours and a half", "3 miles and a quarter": a fraction of the same unit."""
    if part.role != "fraction" or not part.spelled or not part.bare or block.lows[part.first - 1] != "and":
        return False
    if figure.value is None or part.value is None or figure.step < ONE or (part.last < len(block) and block.lows[part.last] in _OF_OTHERS):
        return False
    figure.become(figure.value + part.value, part.step, part.last)
    return True


def _add_part(block: Block, figure: Figure, part: Figure, *, smallest: bool) -> bool:
    if figure.unit == "hour" and block.lows[part.last - 1] == "m" and block.glued(part.last - 1):
        part.unit = "minute"  # "1h30m"
    sizes = _PARTS.get((figure.unit, part.unit))
    if sizes is None or figure.value is None or part.value is None or figure.step < min(ONE, sizes[2]):
        return False  # "70.8kg, 300g over the limit"
    if figure.unit in _STAY_APART and block.words[part.first - 1] in _JOINED_APART:
        return False
    if block.lows[figure.last] == "," and block.lows[part.last : part.last + 1] and block.lows[part.last] in _SETS_AGAINST:
        return False  # "154lbs, eight ounces under the limit"
    unit, left, right = (part.unit, sizes[1] / sizes[2], ONE) if smallest else sizes
    figure.become(figure.value * left + part.value * right, min(figure.step * left, part.step * right), part.last)
    figure.unit = unit
    return True


def take_tolerance(block: Block, figure: Figure, read: ReadPart) -> None:
    """ "2,000.45±0.01 pounds", "5.3 +/- 0.2 kg", "5.3 plus or minus 0.2 kg": the tolerance goes with the figure, and tells its unit."""
    at = _past_plus_minus(block, figure.last)
    if at == figure.last or at >= len(block) or block.kinds[at] != NUMBER:
        return
    other = read(block, at)
    if other is None or other.is_range or (figure.kind and other.kind and other.unit != figure.unit):
        return
    figure.last = other.last
    if figure.bare and other.kind:
        figure.kind, figure.unit = other.kind, other.unit


def _past_plus_minus(block: Block, at: int) -> int:
    """The token behind the sign of a tolerance; `at` where none stands there."""
    for sign in _PLUS_MINUS:
        if block.lows[at : at + len(sign)] == sign:
            return at + len(sign)
    return at
