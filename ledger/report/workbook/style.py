"""The looks of the workbook: one typeface, a restrained palette, and every cell style made once, before any row is written."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from types import MappingProxyType

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.worksheet import Worksheet

FACE = "Arial"
SIZE = 10
INK, QUIET, LINK = "1F2933", "616E7C", "1B4F8F"
SLATE, RULE, GROUP_RULE = "243B53", "E4E7EB", "9AA5B1"
REVIEW_HEAD, REVIEW_FILL = "7A5B0B", "FFFAEB"
WHITE = "FFFFFF"

TONES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "conflict": ("FDE7E7", "9B1C1C"),
        "superseded": ("EFE9FB", "553C9A"),
        "nuance": ("FFF1D0", "7B4B06"),
        "rounding": ("E3F1FB", "1D4F77"),
        "agree": ("E2F4E8", "1D5B38"),
        "single": ("F1F4F7", "52606D"),
        "error": ("FDE7E7", "9B1C1C"),
        "warning": ("FFF1D0", "7B4B06"),
        "info": ("E3F1FB", "1D4F77"),
    }
)
"""verdict or severity -> (fill, ink). The word always stands in the cell beside the colour."""

MOST_DECIMALS = 10
NUMBER_FORMATS = tuple("#,##0" + ("." + "0" * decimals if decimals else "") for decimals in range(MOST_DECIMALS + 1))
SCIENTIFIC = "0.00E+00"
ISO_DATE = "yyyy-mm-dd"

TEXT_ROLES: tuple[str, ...] = ("text", "figure", "sentence", "exact", "id", "link", "number_link", "review", "review_date", "review_text")
NUMBER_ROLES = (*(f"number{decimals}" for decimals in range(MOST_DECIMALS + 1)), "number_large")
ROLES = TEXT_ROLES + NUMBER_ROLES

StyleKey = tuple[str, str, bool, bool]
"""role, tone, first row of a group, text that must never run"""


class StyleBook:
    """The ids of all cell styles of one workbook, the same ids whatever the ledger holds."""

    def __init__(self, workbook: Workbook) -> None:
        sheet = workbook["_meta"]
        self.ids: dict[StyleKey, int] = {}
        for role, first, runnable in product(ROLES, (False, True), (False, True)):
            self.ids[role, "", first, runnable] = _register(sheet, role, "", first, runnable)
        for tone, first in product(TONES, (False, True)):
            for role in ("text", "link"):
                self.ids[role, tone, first, False] = _register(sheet, role, tone, first, False)
        self.headers = {
            (review, right): _register_header(sheet, REVIEW_HEAD if review else SLATE, right)
            for review in (False, True)
            for right in (False, True)
        }
        """(review column, figures below) -> the style of a header"""


def _register(sheet: Worksheet, role: str, tone: str, first: bool, runnable: bool) -> int:
    cell = Cell(sheet, row=1, column=1)
    cell.font = _font(role, tone)
    cell.fill = _fill(role, tone)
    cell.border = Border(top=_side(GROUP_RULE if first else RULE), bottom=_side(RULE))
    wraps = role not in NUMBER_ROLES and role != "id"
    cell.alignment = Alignment(horizontal="right" if is_right(role) else "left", vertical="top", wrap_text=wraps, indent=1)
    cell.number_format = _number_format(role)
    cell.protection = Protection(locked=not role.startswith("review"))
    cell.quotePrefix = runnable
    return cell.style_id


def _font(role: str, tone: str) -> Font:
    colour = TONES[tone][1] if tone else {"id": QUIET, "link": LINK, "number_link": LINK}.get(role, INK)
    size, bold = 9 if role == "id" else SIZE, role == "figure" or bool(tone)
    return Font(name=FACE, size=size, bold=bold, color=colour, underline="single" if role in ("link", "number_link") else None)


def _fill(role: str, tone: str) -> PatternFill:
    if tone:
        return PatternFill("solid", fgColor=TONES[tone][0])
    return PatternFill("solid", fgColor=REVIEW_FILL) if role.startswith("review") else PatternFill()


def _side(colour: str) -> Side:
    return Side(style="thin", color=colour)


def is_right(role: str) -> bool:
    """True for looks that stand at the right of their column: figures."""
    return role in (*NUMBER_ROLES, "number_link", "exact")


def _number_format(role: str) -> str:
    if role in NUMBER_ROLES:
        return SCIENTIFIC if role == "number_large" else NUMBER_FORMATS[NUMBER_ROLES.index(role)]
    return {"review_date": ISO_DATE, "review_text": "@", "number_link": "#,##0"}.get(role, "General")


def _register_header(sheet: Worksheet, fill: str, right: bool) -> int:
    cell = Cell(sheet, row=1, column=1)
    cell.font = Font(name=FACE, size=SIZE, bold=True, color=WHITE)
    cell.fill = PatternFill("solid", fgColor=fill)
    cell.border = Border(bottom=_side(fill), right=_side("FFFFFF"))
    cell.alignment = Alignment(horizontal="right" if right else "left", vertical="center", wrap_text=True, indent=1)
    return cell.style_id
