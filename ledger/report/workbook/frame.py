"""The frame of a sheet: widths, frozen header, filter, print set-up, protection, drop-downs and warnings. openpyxl writes it."""

from __future__ import annotations

from typing import Any

from openpyxl import Workbook
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from ledger.report.workbook.columns import METHODS
from ledger.report.workbook.grid import Grid
from ledger.report.workbook.style import TONES
from ledger.review.terms import STATUSES

TABS = {"Summary": "243B53", "Facts": "486581", "Claims": "B7791F", "Flags": "9B1C1C", "Guide": "829AB1"}
_PLAIN_TAB = "BCCCDC"
_A4 = 9
_FIRST_OWN_FORMAT = 170
_PROMPTED = ("reviews.status", "reviews.checked_on", "reviews.signed_off_on")
"""The columns that say in a note what they want; on every column the notes would hide their neighbours."""
STATUS_TONES = {
    "Confirmed": "agree",
    "Corrected": "nuance",
    "Wrong": "conflict",
    "Unverifiable": "superseded",
    "Needs source": "nuance",
    "Extraction error": "single",
    "In review": "rounding",
    "Stale": "conflict",
}


def add_frame(sheet: Worksheet, grid: Grid[Any]) -> None:
    """Everything of a grid's sheet but its rows and links."""
    last = get_column_letter(len(grid.columns))
    for number, column in enumerate(grid.columns, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.freeze_panes = f"{get_column_letter(grid.frozen + 1)}2"
    sheet.auto_filter.ref = f"A1:{last}{grid.shown + 1}"
    sheet.sheet_view.showGridLines = False
    set_up_print(sheet, header_rows="1:1")
    printed = get_column_letter(grid.printed or len(grid.columns))
    sheet.print_area = f"A1:{printed}{grid.shown + 1}"
    protect(sheet)


def set_up_print(sheet: Worksheet, header_rows: str = "") -> None:
    """A4 across, as wide as the page, the header on every page, sheet and page number at the foot."""
    sheet.sheet_properties.tabColor = TABS.get(sheet.title, _PLAIN_TAB)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top, sheet.page_margins.bottom, sheet.page_margins.footer = 0.5, 0.75, 0.35
    footer = HeaderFooterItem()
    footer.left.text, footer.right.text = "factledger: &A", "&P / &N"
    sheet.oddFooter = footer
    if header_rows:
        sheet.print_title_rows = header_rows


def protect(sheet: Worksheet) -> None:
    """A guard-rail against slips: no password; filter, widths, heights and sorting stay free."""
    guard = sheet.protection
    guard.sheet = True
    guard.formatColumns = guard.formatRows = guard.formatCells = False
    guard.sort = guard.autoFilter = guard.insertHyperlinks = False


def add_lists(workbook: Workbook) -> None:
    """The hidden sheet that drop-downs read: a list typed into a cell's rule is cut at 255 characters."""
    sheet = workbook["_lists"]
    sheet.append(["Status", "Method"])
    statuses = [name for name, _ in STATUSES]
    for row in range(max(len(statuses), len(METHODS))):
        sheet.append([words[row] if row < len(words) else None for words in (statuses, METHODS)])
    for name, letter, length in (("status_list", "A", len(statuses)), ("method_list", "B", len(METHODS))):
        workbook.defined_names[name] = DefinedName(name, attr_text=f"_lists!${letter}$2:${letter}${length + 1}")


def add_review_rules(sheet: Worksheet, grid: Grid[Any]) -> None:
    """Drop-downs, prompts and warnings of the review columns; every colour comes with a word."""
    if not grid.shown:
        return
    letters = {column.machine: get_column_letter(number) for number, column in enumerate(grid.columns, start=1)}
    ranges = {machine: f"{letter}2:{letter}{grid.shown + 1}" for machine, letter in letters.items()}
    same = _same_person(letters["reviews.signed_off_by"], letters["reviews.checked_by"])
    for column in grid.columns:
        rule = _validation(column.machine, same)
        if column.machine in _PROMPTED:
            rule.promptTitle, rule.prompt, rule.showInputMessage = column.header, f"Yours to fill. {column.meaning}", True
        if rule.showInputMessage or rule.showErrorMessage:
            rule.add(ranges[column.machine])
            sheet.add_data_validation(rule)
    for status, tone in STATUS_TONES.items():
        formula = f'TRIM({letters["reviews.status"]}2)="{status}"'
        sheet.conditional_formatting.add(ranges["reviews.status"], _when(formula, tone))
    for machine, tone in (("reviews.conflict", "error"), ("reviews.proposed", "warning")):
        sheet.conditional_formatting.add(ranges[machine], _when(f'TRIM({letters[machine]}2)<>""', tone))
    sheet.conditional_formatting.add(ranges["reviews.signed_off_by"], _when(same, "error", '"✕ also the checker: "@'))


def _same_person(one: str, other: str) -> str:
    """The formula that is true where two columns of a row name one person, in whatever case."""
    return f'AND(TRIM({one}2)<>"",LOWER(TRIM({one}2))=LOWER(TRIM({other}2)))'


def _when(formula: str, tone: str, words: str = "") -> Rule:
    """A look for cells of which a formula is true, with words before what stands there."""
    fill, ink = TONES[tone]
    look = DifferentialStyle(
        font=Font(color=ink, bold=True),
        fill=PatternFill(bgColor=fill),
        numFmt=NumberFormat(_FIRST_OWN_FORMAT, words) if words else None,
    )
    return Rule(type="expression", formula=[formula], dxf=look)


def _validation(machine: str, same: str) -> DataValidation:
    """What a review column refuses or warns of; for any other column a rule without effect."""
    if machine == "reviews.status":
        rule = DataValidation(type="list", formula1="status_list", allow_blank=True, errorStyle="stop")
        rule.errorTitle, rule.error = "Not a status", "Choose one of the list; the sheet Guide says what each means."
    elif machine == "reviews.method":
        rule = DataValidation(type="list", formula1="method_list", allow_blank=True, errorStyle="information")
        rule.errorTitle, rule.error = "Your own words", "This method is not in the list. Keep it if it says more."
    elif machine == "reviews.signed_off_by":
        rule = DataValidation(type="custom", formula1=f"NOT({same})", allow_blank=True, errorStyle="warning")
        rule.errorTitle, rule.error = "The same person", "The one who checked should not sign off. Keep it all the same?"
    else:
        return DataValidation(allow_blank=True)
    rule.showErrorMessage = True
    return rule
