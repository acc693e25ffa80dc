"""The first sheet: what was read, how it agrees, what does not fit, and two charts of it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties, RegularTextRun
from openpyxl.drawing.text import Font as DrawingFont
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from ledger.model import SEVERITIES
from ledger.report.page_words import VERDICT_WORDS, number_words, unit_words
from ledger.report.workbook.arrange import Arrangement, FactRow, check_words, fact_words, severity_words, verdict_words
from ledger.report.workbook.frame import protect, set_up_print
from ledger.report.workbook.safe import is_runnable, visible
from ledger.report.workbook.style import FACE, INK, LINK, QUIET, RULE, SIZE, SLATE, TONES
from ledger.review.terms import NEW

WIDEST = 10
_FIRST_CHART_ROW, _ROW_CM = 4, 0.52
_LABEL_ROOM = 2
"""The longest bar ends at half of its decade at most, so that its label stands inside the chart."""
_WIDTHS = {"A": 2, "B": 34, "C": 12, "D": 12, "E": 12, "F": 12, "G": 3, "H": 60}
_FACE = DrawingFont(typeface=FACE)
_TITLE_FONT = CharacterProperties(sz=1100, b=True, solidFill=INK, latin=_FACE)
_AXIS_FONT = CharacterProperties(sz=900, solidFill=INK, latin=_FACE)
_SERIES = {"error": "B42318", "warning": "D9A21B", "info": "7FA6C9"}


@dataclass(frozen=True, slots=True)
class Spread:
    """How far the mentions of one fact lie apart: `times` is the highest over the lowest."""

    row: FactRow
    low: Decimal
    high: Decimal

    @property
    def times(self) -> Decimal:
        """The highest over the lowest, to a hundredth."""
        return (self.high / self.low).quantize(Decimal("0.01"))


def widest_spreads(rows: Sequence[FactRow], most: int = WIDEST) -> list[Spread]:
    """The facts in conflict or superseded whose mentions in one unit lie furthest apart, the widest first."""
    found = []
    for row in rows:
        if row.fact.verdict not in ("conflict", "superseded"):
            continue
        values = [claim.value for claim in row.claims if claim.value is not None and claim.value > 0 and claim.unit == row.fact.unit]
        if values and min(values) < max(values):
            found.append(Spread(row, min(values), max(values)))
    return sorted(found, key=lambda spread: (-spread.high / spread.low, spread.row.fact.fact_id))[:most]


def _font(colour: str = INK, *, bold: bool = False, size: float = SIZE, underline: bool = False) -> Font:
    return Font(name=FACE, size=size, bold=bold, color=colour, underline="single" if underline else None)


_PLAIN, _BOLD, _HEAD = _font(), _font(bold=True), _font("FFFFFF", bold=True)
_HINT, _SMALL_HINT, _WARNING = _font(QUIET), _font(QUIET, size=9), _font(TONES["warning"][1])
_TITLE = _font(SLATE, bold=True, size=18)


class _Page:
    """Writes down the sheet, row by row, in its few looks."""

    def __init__(self, sheet: Worksheet) -> None:
        self.sheet, self.row = sheet, 1

    def put(self, column: int, value: str | int | float, look: Font = _PLAIN, *, tone: str = "", link: str = "") -> None:
        """Writes a cell of the row at hand; a tone or a link brings its own look."""
        cell = self.sheet.cell(self.row, column)
        is_text = isinstance(value, str)
        if isinstance(value, str):
            cell.value = visible(value)
            cell.data_type, cell.quotePrefix = "s", is_runnable(value)
        else:
            cell.value = value
            cell.number_format = "#,##0" if isinstance(value, int) else "#,##0.00"
        cell.font = _font(TONES[tone][1], bold=True) if tone else _font(LINK, underline=True) if link else look
        cell.alignment = Alignment(
            horizontal="left" if is_text else "right", vertical="center", wrap_text=is_text and column == 2, indent=1
        )
        if tone:
            cell.fill = PatternFill("solid", fgColor=TONES[tone][0])
        if link:
            cell.hyperlink = Hyperlink(ref=cell.coordinate, location=link.removeprefix("#"))

    def head(self, *titles: str) -> None:
        for column, title in enumerate(titles, start=2):
            self.put(column, title, _HEAD)
            cell = self.sheet.cell(self.row, column)
            cell.fill = PatternFill("solid", fgColor=SLATE)
            cell.alignment = Alignment(horizontal="left" if column == 2 else "right", vertical="center", indent=1)
        self.sheet.row_dimensions[self.row].height = 20
        self.row += 1

    def rule(self, columns: int) -> None:
        for column in range(2, 2 + columns):
            self.sheet.cell(self.row, column).border = Border(bottom=Side(style="thin", color=RULE))
        self.row += 1


def write_summary(sheet: Worksheet, arranged: Arrangement, notes: Sequence[str]) -> None:
    """The sheet Summary; `notes` say what other sheets could not hold."""
    for letter, width in _WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    sheet.sheet_view.showGridLines = False
    page = _Page(sheet)
    _write_title(page, arranged)
    _write_read(page, arranged)
    _write_verdicts(page, arranged)
    _write_reviews(page, arranged)
    checks = _write_flags(page, arranged)
    spreads = _write_spreads(page, arranged)
    for note in notes:
        page.put(2, note, _WARNING)
        page.row += 1
    row = _FIRST_CHART_ROW
    if checks:
        chart = _flags_chart(sheet, *checks)
        sheet.add_chart(chart, f"H{row}")
        row += math.ceil(chart.height / _ROW_CM) + 1
    if spreads:
        widest = widest_spreads(arranged.facts, 1)[0]
        sheet.add_chart(_spread_chart(sheet, *spreads, widest.times), f"H{row}")
    set_up_print(sheet)
    protect(sheet)


def _write_title(page: _Page, arranged: Arrangement) -> None:
    page.put(2, "Ledger of figures", _TITLE)
    page.sheet.row_dimensions[page.row].height = 30
    page.row += 1
    ledger = arranged.ledger
    conflicts = sum(fact.verdict == "conflict" for fact in ledger.facts)
    errors = sum(flag.severity == "error" for flag in ledger.flags)
    counted = ((len(ledger.articles), "article"), (len(ledger.facts), "fact"), (conflicts, "conflict"), (errors, "error"))
    words = ", ".join(_count(number, noun) for number, noun in counted)
    page.put(2, f"{words}. How to use this workbook: see the sheet Guide.", _HINT)
    page.sheet.cell(page.row, 2).alignment = Alignment(horizontal="left", wrap_text=False, indent=1)
    page.row += 2


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _write_read(page: _Page, arranged: Arrangement) -> None:
    ledger = arranged.ledger
    notes = sum(flag.severity == "info" for flag in ledger.flags)
    page.head("What was read", "")
    rows = (
        ("Articles", len(ledger.articles), "#Articles!A1"),
        ("of them reprints of another", len(ledger.reprints), ""),
        ("Characters of text", sum(article.characters for article in ledger.articles), ""),
        ("Claims: figures, each mention counted", len(ledger.claims), "#Claims!A1"),
        ("Facts: what the claims are about", len(ledger.facts), "#Facts!A1"),
        ("Flags: what does not fit", len(ledger.flags) - notes, "#Flags!A1"),
        ("Flags that are good to know only", notes, "#Flags!A1"),
        ("Implied exchange rates", len(ledger.rates), "#Rates!A1"),
        ("Numbers that are no claims (dates, labels …)", len(ledger.uncounted), "#Coverage!A1"),
    )
    for label, number, link in rows:
        page.put(2, label, link=link)
        page.put(3, number)
        page.rule(2)
    page.row += 1


def _write_verdicts(page: _Page, arranged: Arrangement) -> None:
    counts = Counter(fact.verdict for fact in arranged.ledger.facts)
    page.head("Facts by verdict", "Facts")
    for verdict, (_, meaning) in VERDICT_WORDS.items():
        page.put(2, verdict_words(verdict), tone=verdict)
        page.put(3, counts[verdict])
        page.put(4, meaning, _SMALL_HINT)
        page.rule(2)
    page.row += 1


def _write_reviews(page: _Page, arranged: Arrangement) -> None:
    counts = Counter(row.review.status or NEW for row in arranged.claims)
    counts[NEW] += len(arranged.ledger.claims) - len(arranged.claims)  # all that somebody reviewed has a row
    counts = +counts
    page.head("Claims by review status", "Claims")
    for status, number in sorted(counts.items(), key=lambda item: (item[0] != NEW, item[0])):
        page.put(2, status)
        page.put(3, number)
        page.rule(2)
    page.row += 1


def _write_flags(page: _Page, arranged: Arrangement) -> tuple[int, int] | None:
    """The flags by check and severity; the first and last row of the table."""
    counts = Counter((flag.check, flag.severity) for flag in arranged.every_flag)
    page.head("Flags by check", *map(severity_words, SEVERITIES), "all")
    first = page.row
    for check in dict.fromkeys(flag.check for flag in arranged.every_flag):
        page.put(2, check_words(check))
        numbers = [counts[check, severity] for severity in SEVERITIES]
        for column, number in enumerate([*numbers, sum(numbers)], start=3):
            page.put(column, number, _BOLD if column == 6 else _PLAIN)
        page.rule(5)
    if page.row == first:
        page.put(2, "No flags.", _HINT)
        page.row += 2
        return None
    last = page.row - 1
    page.put(2, "all", _BOLD)
    for column, severity in enumerate(SEVERITIES, start=3):
        page.put(column, sum(flag.severity == severity for flag in arranged.every_flag), tone=severity)
    page.put(6, len(arranged.every_flag), _BOLD)
    page.row += 2
    return first, last


def _write_spreads(page: _Page, arranged: Arrangement) -> tuple[int, int] | None:
    """The widest disagreements; the first and last row of the table."""
    spreads = widest_spreads(arranged.facts)
    page.head("Widest disagreements", "lowest", "highest", "times")
    first = page.row
    for spread in spreads:
        fact = spread.row.fact
        page.put(2, fact_words(spread.row), link=arranged.to_fact(fact.fact_id))
        for column, number in ((3, spread.low), (4, spread.high)):
            page.put(column, f"{number_words(number)}{unit_words(fact.kind, fact.unit)}")
            page.sheet.cell(page.row, column).alignment = Alignment(horizontal="right", vertical="center", wrap_text=True, indent=1)
        page.put(5, float(spread.times))
        page.rule(4)
    if page.row == first:
        page.put(2, "No fact is told with figures that disagree.", _HINT)
        page.row += 2
        return None
    page.row += 1
    return first, page.row - 2


def _flags_chart(sheet: Worksheet, first: int, last: int) -> BarChart:
    chart = _bar_chart("Flags by check", last - first + 1)
    chart.grouping, chart.overlap = "stacked", 100
    for column, severity in enumerate(SEVERITIES, start=3):
        chart.add_data(Reference(sheet, min_col=column, min_row=first - 1, max_row=last), titles_from_data=True)
        chart.series[-1].graphicalProperties = GraphicalProperties(solidFill=_SERIES[severity])
    chart.set_categories(Reference(sheet, min_col=2, min_row=first, max_row=last))
    chart.legend.position = "b"
    return chart


def _spread_chart(sheet: Worksheet, first: int, last: int, widest: Decimal) -> BarChart:
    ceiling = float(Decimal(10) ** ((widest * _LABEL_ROOM).adjusted() + 1))
    chart = _bar_chart("Widest disagreements: highest figure over lowest", last - first + 1)
    chart.add_data(Reference(sheet, min_col=5, min_row=first, max_row=last))
    chart.set_categories(Reference(sheet, min_col=2, min_row=first, max_row=last))
    chart.series[0].graphicalProperties = GraphicalProperties(solidFill="486581")
    chart.dataLabels = DataLabelList()
    chart.dataLabels.showVal = True
    chart.dataLabels.showSerName = chart.dataLabels.showCatName = chart.dataLabels.showLegendKey = False
    chart.y_axis.scaling.logBase, chart.y_axis.scaling.min, chart.y_axis.scaling.max = 10, 1, ceiling
    chart.legend = None
    return chart


def _bar_chart(title: str, bars: int) -> BarChart:
    chart = BarChart()
    chart.type, chart.gapWidth = "bar", 60
    run = RegularTextRun(rPr=_TITLE_FONT, t=title)
    chart.title = Title(tx=Text(rich=RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=_TITLE_FONT), r=[run])])), overlay=False)
    chart.width, chart.height = 16, max(5.0, min(16.0, 2.6 + 0.7 * bars))
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.numFmt = "#,##0"
    chart.y_axis.crosses = "max"  # the scale at the foot, though the bars run from the top
    chart.y_axis.majorGridlines = ChartLines(spPr=GraphicalProperties(ln=LineProperties(solidFill=RULE)))
    for axis in (chart.x_axis, chart.y_axis):
        axis.txPr = RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=_AXIS_FONT), endParaRPr=_AXIS_FONT)])
    return chart
