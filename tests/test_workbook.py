"""The workbook: what stands in its sheets, where its links lead, and how a fact-checker works in it."""

from __future__ import annotations

import dataclasses
import io
from decimal import Decimal
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock

from ledger.model import Article, Ledger
from ledger.report.workbook import render_workbook
from ledger.report.workbook.arrange import arrange, article_link
from ledger.report.workbook.columns import CLAIMS, STATUSES
from ledger.report.workbook.summary import widest_spreads
from sample_books import book_of, letter_of, link_of, place_of, reviews, row_of, rows_of
from samples import sample_claims, sample_id, sample_ledger

REVIEW_HEADERS = [
    "Status", "Status before", "Checked value", "Method", "Source", "Source link", "Checked by", "Checked on", "Note", "Signed off by",
    "Signed off on", "Proposed correction", "Disagreement",
]  # fmt: skip


@pytest.fixture(scope="module")
def written() -> bytes:
    return render_workbook(sample_ledger(), reviews())


@pytest.fixture(scope="module")
def book(written: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(written), rich_text=True)


# --- sheets and columns


def test_the_sheets_stand_in_reading_order_and_two_are_hidden(book: openpyxl.Workbook) -> None:
    assert [sheet.title for sheet in book if sheet.sheet_state == "visible"] == [
        "Summary", "Facts", "Claims", "Flags", "Articles", "Rates", "Coverage", "Changes", "Orphaned reviews", "Guide",
    ]  # fmt: skip
    assert [sheet.title for sheet in book if sheet.sheet_state == "hidden"] == ["_lists", "_meta"]


def test_every_row_of_the_ledger_has_its_row(book: openpyxl.Workbook) -> None:
    ledger = sample_ledger()
    for title, rows in (("Facts", ledger.facts), ("Claims", ledger.claims), ("Flags", ledger.flags), ("Articles", ledger.articles),
                        ("Rates", ledger.rates), ("Coverage", ledger.uncounted)):  # fmt: skip
        assert book[title].max_row == len(rows) + 1, title


def test_claims_open_with_what_is_read_most_then_the_review_columns(book: openpyxl.Workbook) -> None:
    headers = [cell.value for cell in book["Claims"][1]]
    assert headers[:8] == ["Figure", "Sentence", "Verdict", "Flags", "What is counted", "Value", "Unit", "Article"]
    assert headers[8:21] == REVIEW_HEADERS
    assert headers[-1] == "Claim ID"
    assert len(set(headers)) == len(headers)


def test_every_column_of_the_contract_is_shown(book: openpyxl.Workbook) -> None:
    row = row_of(book, "a_trade")
    assert {header: row[header] for header in ("Figure", "What is counted", "Value", "Unit", "Hedge", "When", "Standing", "Kind")} == {
        "Figure": "$930 billion", "What is counted": "trade turnover", "Value": 930000000000, "Unit": "USD", "Hedge": "more than, record",
        "When": "2025", "Standing": "actual", "Kind": "currency",
    }  # fmt: skip
    assert row["The words allow"] == "more than 930 billion"
    assert (row["From character"], row["To character"]) == (181, 193)


def test_a_range_has_ends_and_exact_text_but_no_value(book: openpyxl.Workbook) -> None:
    row = row_of(book, "e_share")
    assert (row["Value"], row["From"], row["To"], row["Exact value"]) == (None, 80, 85, "80–85")


def test_the_figure_is_bold_inside_its_sentence(book: openpyxl.Workbook) -> None:
    sentence = row_of(book, "e_damage")["Sentence"]
    assert isinstance(sentence, CellRichText)
    before, figure, after = sentence
    assert isinstance(figure, TextBlock)
    assert (str(before), figure.text, str(after)) == ("The port authority put the damage at about ", "€9.6 million", " ($11.2 million).")
    assert figure.font.b


def test_of_two_equal_figures_in_a_sentence_the_right_one_is_bold() -> None:
    claim = dataclasses.replace(sample_claims()["m_dead"], surface="12", start=9, end=11, sentence="12 and 7 12s", sentence_start=0)
    sentence = book_of(claim)["Claims"]["B2"].value
    assert [str(part) for part in sentence] == ["12 and 7 ", "12", "s"]


def test_the_worst_facts_come_first_and_their_mentions_side_by_side(book: openpyxl.Workbook) -> None:
    verdicts = [row["Verdict"].split()[0] for row in rows_of(book["Facts"])]
    assert list(dict.fromkeys(verdicts)) == ["conflict", "superseded", "nuance", "rounding", "agree", "single"]
    assert [row["Figure"] for row in rows_of(book["Claims"])][:3] == ["€9.6 million", "$11.2 million", "€96 million"]


def test_a_fact_tells_its_wordings_with_their_articles(book: openpyxl.Workbook) -> None:
    fact = next(row for row in rows_of(book["Facts"]) if row["Fact ID"] == sample_id("F", "accords"))
    assert fact["Told as"] == "350: trade/agreements.html\nnearly 350: trade/minister.txt"
    assert (fact["Verdict"], fact["What happened"], fact["Mentions"], fact["Independent sources"]) == ("nuance ≈", "signed", 3, 2)


def test_rates_stand_beside_the_median_of_the_others(book: openpyxl.Workbook) -> None:
    row = next(row for row in rows_of(book["Rates"]) if row["Given as"] == "$2.6 million")
    assert (row["Amount"], row["For one"], row["Rate"], row["In"], row["Off by %"]) == ("€2 million", "EUR", 1.3, "USD", 11.6)
    assert row["Median of the others"] == pytest.approx(1.1645833333)
    assert (row["Flags"], row["Exact rate"]) == ("✕ C2 Odd exchange rate", "1.3")


def test_flags_show_check_message_and_working(book: openpyxl.Workbook) -> None:
    first = rows_of(book["Flags"])[0]
    assert (first["Severity"], first["Check"], first["Working"]) == ("✕ error", "A3 Scale slip", "96000000 / 9600000 = 10 = 10^1")
    assert (first["Figures"], first["What is counted"]) == ("€9.6 million · €96 million", "damage")


def test_a_flag_names_its_articles_by_title_and_publisher_beside_the_file(book: openpyxl.Workbook) -> None:
    articles = {row["Article"]: row for row in rows_of(book["Articles"])}
    titled = [row for row in rows_of(book["Flags"]) if row["Article"] and articles[row["Article"]]["Title"]]
    assert titled
    for row in titled:
        article = articles[row["Article"]]
        known_as = f"{article['Title']} ({article['Publisher']})" if article["Publisher"] else article["Title"]
        assert row["Title"].split("\n")[0] == known_as


def test_one_source_only_stands_below_the_other_notes(book: openpyxl.Workbook) -> None:
    checks = [row["Check"].split()[0] for row in rows_of(book["Flags"]) if row["Severity"].endswith("info")]
    assert checks == ["A6", "D2", "D4", "A8"]


def test_coverage_says_why_a_number_is_no_claim(book: openpyxl.Workbook) -> None:
    row = next(row for row in rows_of(book["Coverage"]) if row["Number"] == "No. 59")
    assert (row["Article"], row["Why it is no claim"]) == ("trade/agreements.html", "reference number")


def test_the_summary_counts_verdicts_severities_and_statuses(book: openpyxl.Workbook) -> None:
    told = {row[1]: row[2] for row in book["Summary"].iter_rows(values_only=True) if isinstance(row[2], int)}
    assert (told["Articles"], told["Claims: figures, each mention counted"], told["conflict ≠"], told["agree ="]) == (5, 38, 1, 2)
    assert (told["Flags: what does not fit"], told["Flags that are good to know only"]) == (4, 4)
    assert (told["Confirmed"], told["Stale"], told["New"]) == (1, 1, 35)
    [severities] = [row[2:6] for row in book["Summary"].iter_rows(values_only=True) if row[1] == "all"]
    assert severities == (2, 2, 4, 8)


def test_the_summary_has_two_charts(written: bytes) -> None:
    with ZipFile(io.BytesIO(written)) as parts:
        charts = [parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/charts/chart")]
    assert len(charts) == 2
    assert "Flags by check" in charts[0]
    assert "Widest disagreements" in charts[1]


def test_the_widest_disagreements_are_sorted_by_their_ratio() -> None:
    spreads = widest_spreads(arrange(sample_ledger()).facts)
    assert [(spread.row.fact.entity, spread.times) for spread in spreads] == [("damage", Decimal("10.00")), ("people", Decimal("1.17"))]


def test_the_guide_explains_every_column_and_status(book: openpyxl.Workbook) -> None:
    explained = {row[0] for row in book["Guide"].iter_rows(values_only=True)}
    assert {column.header for column in CLAIMS} <= explained
    assert {status for status, _ in STATUSES} | {"Stale"} <= explained


def test_an_empty_ledger_still_makes_a_workbook() -> None:
    book = openpyxl.load_workbook(io.BytesIO(render_workbook(Ledger((), (), (), (), ()))))
    assert [book[title].max_row for title in ("Facts", "Claims", "Flags")] == [1, 1, 1]
    assert any(row[1] == "No flags." for row in book["Summary"].iter_rows(values_only=True))


# --- links


def test_a_claim_links_to_its_fact_and_the_fact_to_its_claims(book: openpyxl.Workbook) -> None:
    claim = book["Claims"].cell(place_of(book, "t_accords"), 3)
    location = link_of(claim)
    assert book["Facts"][location.removeprefix("Facts!")].value == "cooperation agreement"
    fact_row = int(location.removeprefix("Facts!A"))
    mentions = link_of(book["Facts"][f"{letter_of(book['Facts'], 'Mentions')}{fact_row}"])
    first, last = (int(end) for end in mentions.removeprefix("Claims!A").split(":A"))
    linked = {row["Claim ID"] for row in rows_of(book["Claims"])[first - 2 : last - 1]}
    assert linked == {sample_claims()[key].claim_id for key in ("a_accords", "a_accords2", "t_accords")}


def test_a_claim_without_an_address_links_to_its_place_in_the_page(book: openpyxl.Workbook) -> None:
    assert link_of(book["Claims"].cell(place_of(book, "t_rank"), 8)) == f"ledger.html#{sample_claims()['t_rank'].claim_id}"


def test_a_claim_links_to_the_file_of_its_article() -> None:
    book = openpyxl.load_workbook(io.BytesIO(render_workbook(sample_ledger(), articles_at="../seeds/")))
    assert link_of(book["Claims"].cell(place_of(book, "t_rank"), 8)) == "../seeds/trade/minister.txt"


def test_a_web_address_gets_a_text_fragment_with_the_words_around() -> None:
    article = Article("a.html", "A", None, "", "en", "00", 5, url="https://news.example/fire?id=7")
    link = article_link(article, sample_claims()["e_damage"], "../seeds")
    assert link == "https://news.example/fire?id=7#:~:text=damage%20at%20about-,%E2%82%AC9.6%20million,-%28%2411.2%20million%29."


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "\\\\host\\share", "ftp://x.example", ""])
def test_an_address_that_is_not_the_web_is_no_link(url: str) -> None:
    claim = sample_claims()["e_damage"]
    link = article_link(Article("a b#1.html", "A", None, "", "en", "00", 5, url=url), claim, "../seeds")
    assert link == "../seeds/a%20b%231.html"


# --- use


@pytest.mark.parametrize("title", ["Facts", "Claims", "Flags", "Articles", "Rates", "Coverage"])
def test_sheets_are_frozen_filtered_and_fit_for_paper(book: openpyxl.Workbook, title: str) -> None:
    sheet = book[title]
    assert sheet.freeze_panes in ("B2", "C2")
    assert sheet.auto_filter.ref == sheet.dimensions
    assert (sheet.print_title_rows, sheet.page_setup.orientation, sheet.page_setup.fitToWidth) == ("$1:$1", "landscape", 1)
    assert (sheet.page_setup.fitToHeight, getattr(sheet.sheet_properties.pageSetUpPr, "fitToPage", None)) == (0, True)


def test_only_review_columns_are_unlocked_and_there_is_no_password(book: openpyxl.Workbook) -> None:
    sheet = book["Claims"]
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    unlocked = {cell.value for cell, below in zip(sheet[1], sheet[2], strict=True) if not below.protection.locked}
    assert unlocked == set(REVIEW_HEADERS) - {"Status before"}
    assert all(other.protection.sheet for other in book if not other.title.startswith("_"))


def test_drop_downs_read_the_hidden_lists(book: openpyxl.Workbook) -> None:
    sheet = book["Claims"]
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    status = letter_of(sheet, "Status")
    assert rules[f"{status}2:{status}39"].formula1 == "status_list"
    assert book.defined_names["status_list"].attr_text == "_lists!$A$2:$A$9"
    assert [row[0].value for row in book["_lists"]["A2:A9"]] == [
        "New", "In review", "Confirmed", "Corrected", "Wrong", "Unverifiable", "Needs source", "Extraction error",
    ]  # fmt: skip


def test_signing_off_ones_own_check_is_warned_of_in_words(book: openpyxl.Workbook) -> None:
    sheet = book["Claims"]
    signer = letter_of(sheet, "Signed off by")
    [rule] = [rule for rule in sheet.data_validations.dataValidation if str(rule.sqref).startswith(f"{signer}2")]
    assert (rule.type, rule.errorStyle, rule.error) == (
        "custom",
        "warning",
        "The one who checked should not sign off. Keep it all the same?",
    )
    [look] = [found.rules[0] for found in sheet.conditional_formatting if str(found.sqref).startswith(f"{signer}2")]
    assert look.dxf.numFmt.formatCode == '"✕ also the checker: "@'


def test_every_tone_stands_beside_its_word(book: openpyxl.Workbook) -> None:
    sheet = book["Claims"]
    fills = {cell.fill.fgColor.rgb: cell.value for cell in sheet["C"][1:]}
    assert len(fills) == len({cell.value for cell in sheet["C"][1:]}) == 6


def test_reviews_stand_in_their_columns_and_are_rolled_up_on_facts(book: openpyxl.Workbook) -> None:
    row = row_of(book, "e_damage")
    assert [row[header] for header in ("Status", "Checked value", "Checked by", "Note", "Signed off by")] == [
        "Corrected", "€96m", "Ann", "Read out\nover the phone", "ann ",
    ]  # fmt: skip
    assert (row_of(book, "a_accords")["Status"], row_of(book, "a_accords")["Status before"]) == ("Stale", "Confirmed")
    assert row_of(book, "t_rank")["Status"] == "New"
    fact = next(row for row in rows_of(book["Facts"]) if row["Fact ID"] == sample_id("F", "damage"))
    assert fact["Review"] == "New: 1 of 3\nConfirmed: 1 of 3\nCorrected: 1 of 3"


def test_a_review_whose_claim_is_gone_is_kept_in_sight(book: openpyxl.Workbook) -> None:
    [row] = rows_of(book["Orphaned reviews"])
    assert (row["Claim ID"], row["Status"], row["Note"], row["Quote"]) == (
        "C-gone00000000",
        "Wrong",
        "=kept as it was",
        "the lost sentence",
    )
