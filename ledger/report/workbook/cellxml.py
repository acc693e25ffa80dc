"""One cell as XML, and the lines that its text takes."""

from __future__ import annotations

from decimal import Decimal

from ledger.report.workbook.grid import Cell, Rich
from ledger.report.workbook.safe import LONGEST, cut, is_plain, is_runnable, markup, visible
from ledger.report.workbook.style import FACE, INK, MOST_DECIMALS, SIZE, StyleBook

LINE, MARGIN, TALLEST = 12.75, 3.0, 409.0
"""Points: a line of text, the room around it, and the tallest row there is."""
_WIDE, _CHARACTERS_PER_WIDTH, _CHARACTERS_PER_WIDE = 30, 1.08, 1.16
"""Characters of the face in one unit of column width: 7 pixels, where a letter of Arial 10 takes 5.9 on average. On the safe
side, the more so in a narrow column, where narrow and broad letters do not even out."""
_STRONG = f'<rPr><b/><sz val="{SIZE}"/><color rgb="FF{INK}"/><rFont val="{FACE}"/></rPr>'
_LARGEST = Decimal(10) ** 15
_DOUBLE = Decimal("1.7E+308")


def cell_xml(cell: Cell, styles: StyleBook, first: bool, live: bool, fits: int) -> tuple[str, int]:
    """What follows `<c r="A1"` for a cell, and its lines where `fits` characters make one.

    `first` is for the first row of a group, `live` for a cell whose link leads somewhere.
    """
    value, ids = cell.value, styles.ids
    role = "link" if live else cell.role
    if isinstance(value, str) and value:
        text = value if is_plain(value) else cut(visible(value))
        style = ids[role, cell.tone, first, not cell.tone and is_runnable(text)]
        return f' s="{style}" t="inlineStr"><is><t xml:space="preserve">{markup(text)}</t></is></c>', lines_of(text, fits)
    if isinstance(value, Rich):
        text = "".join(value)
        style = ids[role, "", first, is_runnable(text)]
        return f' s="{style}" t="inlineStr"><is>{rich_runs(value)}</is></c>', lines_of(text, fits)
    if isinstance(value, int):
        style = ids["number_link" if live else "number0", "", first, False]
        return f' s="{style}"><v>{value}</v></c>', 1
    if isinstance(value, Decimal):
        style = ids["number_link" if live else number_role(value), "", first, False]
        return f' s="{style}"{_number(value)}', 1
    return f' s="{ids[role, "", first, False]}"/>', 1


def _number(number: Decimal) -> str:
    """The end of a numeric cell: 15 digits of the number, nothing past what a double holds."""
    return "/>" if abs(number) > _DOUBLE else f"><v>{float(number):.15g}</v></c>"


def characters_per_line(width: float) -> int:
    """How many characters surely fit into a line of a column."""
    return max(1, int(width * (_CHARACTERS_PER_WIDE if width >= _WIDE else _CHARACTERS_PER_WIDTH)) - 1)


def lines_of(text: str, fits: int) -> int:
    """How many lines a text takes where `fits` characters make one; broken words are not reckoned with."""
    if len(text) <= fits and "\n" not in text:
        return 1
    return sum(-(-len(line) // fits) or 1 for line in text.split("\n"))


def number_role(number: Decimal) -> str:
    """The look that shows a number's written decimals; a long quotient shows six digits, a very large number an exponent.

    >>> number_role(Decimal("46.50")), number_role(Decimal(7) / 3), number_role(Decimal("9.3E+20"))
    ('number1', 'number5', 'number_large')
    """
    exponent = number.normalize().as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    if decimals > MOST_DECIMALS:
        decimals = max(0, 5 - number.adjusted())
    return f"number{decimals}" if abs(number) < _LARGEST and decimals <= MOST_DECIMALS else "number_large"


def rich_runs(rich: Rich) -> str:
    """The three runs of a text with a bold middle; a text too long for a cell is cut around its middle."""
    before, strong, after = (visible(part) for part in rich)
    if len(before) + len(strong) + len(after) > LONGEST // 2:
        half = LONGEST // 4
        before = before if len(before) <= half else f"… [cut] {before[-half + 10 :]}"
        strong, after = cut(strong, half), cut(after, half)
    runs = [f'<r>{_STRONG if bold else ""}<t xml:space="preserve">{markup(text)}</t></r>' for text, bold in
            ((before, False), (strong, True), (after, False)) if text]  # fmt: skip
    return "".join(runs)
