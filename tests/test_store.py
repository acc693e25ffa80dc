"""The ledger on disk: what is written reads back equal, whatever stands in a cell; a broken folder says where it is broken."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger.errors import LedgerError
from ledger.interval import Interval
from ledger.model import Article, Claim, Comparison, Fact, Flag, Ledger, Rate, Uncounted
from ledger.store import Review, claim_json, read_ledger, read_reviews, write_reviews, write_tables
from ledger.store.cells import list_cell, parse_list, parse_yes
from ledger.store.columns import CLAIM_COLUMNS, REVIEW_COLUMNS, TABLES
from ledger.store.csvfile import csv_text
from samples import sample_claims, sample_ledger

FILES = [
    "articles.csv", "claims.csv", "coverage.csv", "facts.csv", "flags.csv", "links.csv", "manifest.json", "rates.csv", "reviews.csv",
]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_tables(sample_ledger(), tmp_path / "ledger")
    return tmp_path / "ledger"


def kept(ledger: Ledger) -> Ledger:
    """What a folder keeps of a ledger: neither texts nor shingles."""
    articles = tuple(dataclasses.replace(article, shingles=()) for article in ledger.articles)
    return dataclasses.replace(ledger, articles=articles, texts=MappingProxyType({}))


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


# --- what is written


def test_the_sample_reads_back_equal(folder: Path) -> None:
    assert read_ledger(folder) == kept(sample_ledger())


def test_a_folder_holds_the_files_of_the_contract_and_ours(folder: Path) -> None:
    assert sorted(path.name for path in folder.iterdir()) == FILES


def test_the_columns_of_the_contract_come_first_and_in_order(folder: Path) -> None:
    header = (folder / "claims.csv").read_text(encoding="utf-8").split("\n", 1)[0].split(",")
    assert tuple(header[: len(CLAIM_COLUMNS)]) == CLAIM_COLUMNS
    assert header[:8] == ["claim_id", "fact_id", "article", "section", "start", "end", "surface", "value"]
    assert header[len(CLAIM_COLUMNS) :][:3] == ["expected_low", "expected_high", "expected_closed"]


def test_a_claim_row_holds_plain_decimals_bounds_and_its_fact(folder: Path) -> None:
    ledger, claim = sample_ledger(), sample_claims()["a_trade"]
    [row] = [row for row in rows_of(folder / "claims.csv") if row["claim_id"] == claim.claim_id]
    assert (row["value"], row["low"], row["high"], row["unit"]) == ("930000000000", "930000000000", "930000000000", "USD")
    assert (row["bounds_low"], row["bounds_high"], row["bounds_closed"]) == ("930000000000", "", "()")
    assert (row["qualifier"], row["background"], row["surface"]) == ("more_than;record", "", "$930 billion")
    assert row["fact_id"] == next(fact.fact_id for fact in ledger.facts if claim.claim_id in fact.claim_ids)


def test_a_range_has_no_value_but_two_ends(folder: Path) -> None:
    [row] = [row for row in rows_of(folder / "claims.csv") if row["surface"] == "80–85%"]
    assert (row["value"], row["low"], row["high"]) == ("", "80", "85")


def test_articles_count_their_claims_and_name_what_they_reprint(folder: Path) -> None:
    [wire] = [row for row in rows_of(folder / "articles.csv") if row["article"] == "harbour/fire-wire.txt"]
    assert (wire["claims"], wire["reprint_of"], wire["published"]) == ("4", "harbour/fire-morning.txt", "2026-03-03")


@pytest.mark.parametrize("table", ["claims", "facts", "flags"])
def test_rows_are_sorted_by_id(folder: Path, table: str) -> None:
    ids = [next(iter(row.values())) for row in rows_of(folder / f"{table}.csv")]
    assert ids == sorted(ids)
    assert len(ids) > 5


def test_the_manifest_states_schema_rules_inputs_and_counts(folder: Path) -> None:
    ledger, manifest = sample_ledger(), json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["schema"] == 1
    assert manifest["rules"] == ledger.rules_digest
    assert manifest["inputs"]["trade/minister.txt"] == ledger.articles[-1].sha256
    assert manifest["counts"] == {"articles": 5, "claims": 38, "facts": 22, "flags": 8, "coverage": 8, "rates": 3, "links": 3}


def test_lines_end_in_lf_and_no_byte_order_mark_stands_first(folder: Path) -> None:
    for path in folder.iterdir():
        written = path.read_bytes()
        assert b"\r" not in written
        assert written.endswith(b"\n")
        assert not written.startswith(b"\xef\xbb\xbf")


def test_the_order_of_the_ledger_does_not_reach_the_files(folder: Path, tmp_path: Path) -> None:
    ledger = sample_ledger()
    turned = dataclasses.replace(
        ledger, articles=ledger.articles[::-1], claims=ledger.claims[::-1], facts=ledger.facts[::-1], flags=ledger.flags[::-1],
        uncounted=ledger.uncounted[::-1], rates=ledger.rates[::-1], comparisons=ledger.comparisons[::-1],
    )  # fmt: skip
    write_tables(turned, tmp_path / "turned")
    for name in FILES:
        assert (tmp_path / "turned" / name).read_bytes() == (folder / name).read_bytes(), name


def test_csv_quotes_comma_quote_cr_and_lf_and_nothing_else() -> None:
    assert csv_text(["a", "b"], [["1,2", 'say "x"'], ["a\rb", "c\nd"], [" e ", "f;g"]]) == (
        'a,b\n"1,2","say ""x"""\n"a\rb","c\nd"\n e ,f;g\n'
    )


def test_half_a_surrogate_pair_is_written_as_the_replacement_mark(tmp_path: Path) -> None:
    ledger = Ledger((Article("a.txt", "cut \ud83d", None, "", "en", "00", 5),), (), (), (), ())
    write_tables(ledger, tmp_path)
    assert read_ledger(tmp_path).articles[0].title == "cut \ufffd"


# --- a claim as JSON


def test_a_claim_in_json_has_the_columns_without_fact_id() -> None:
    claim = claim_json(sample_claims()["t_accords"])
    assert list(claim) == [column for column in CLAIM_COLUMNS if column != "fact_id"]
    assert (claim["value"], claim["bounds_low"], claim["bounds_high"], claim["bounds_closed"]) == ("350", None, "350", "(]")
    assert (claim["start"], claim["end"], claim["surface"], claim["background"]) == (37, 40, "350", None)
    assert json.loads(json.dumps(claim)) == claim


def test_a_range_in_json_has_no_value() -> None:
    claim = claim_json(sample_claims()["e_share"])
    assert (claim["value"], claim["low"], claim["high"]) == (None, "80", "85")


# --- reviews


def test_a_new_folder_begins_reviews_with_their_header(folder: Path) -> None:
    assert (folder / "reviews.csv").read_text(encoding="utf-8") == ",".join(REVIEW_COLUMNS) + "\n"
    assert read_reviews(folder) == ()


def test_reviews_of_the_folder_are_kept_to_the_byte(folder: Path) -> None:
    written = ",".join(REVIEW_COLUMNS) + '\r\nC-1,Confirmed,,,,,,,,"by\nhand",,,,,,\r\n'
    (folder / "reviews.csv").write_bytes(written.encode())
    write_tables(sample_ledger(), folder)
    assert (folder / "reviews.csv").read_bytes() == written.encode()


def test_reviews_of_the_earlier_folder_are_carried_over(folder: Path, tmp_path: Path) -> None:
    write_reviews([Review("C-2", "Wrong", note="see ; and ,"), Review("C-1", "Confirmed")], folder)
    write_tables(sample_ledger(), tmp_path / "new", earlier=folder)
    assert read_reviews(tmp_path / "new") == (Review("C-1", "Confirmed"), Review("C-2", "Wrong", note="see ; and ,"))


# --- folders that are no ledger


def spoil(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")


def refusal(folder: Path) -> str:
    with pytest.raises(LedgerError) as caught:
        read_ledger(folder)
    assert caught.value.exit_code == 2
    return str(caught.value)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "nowhere").endswith("there is no such folder. Give the folder that `factledger build` wrote")


def test_a_folder_without_manifest_is_refused_as_no_ledger_or_half_of_one(folder: Path) -> None:
    (folder / "manifest.json").unlink()
    assert "no ledger is here, or only half of one (manifest.json is missing)" in refusal(folder)


def test_a_missing_table_is_named(folder: Path) -> None:
    (folder / "facts.csv").unlink()
    assert refusal(folder).startswith(f"{folder / 'facts.csv'}: the file is missing")


def test_another_schema_is_refused_with_both_numbers(folder: Path) -> None:
    spoil(folder / "manifest.json", '"schema": 1', '"schema": 7')
    assert "the ledger has schema 7, this program reads 1" in refusal(folder)


def test_a_table_cut_short_is_refused(folder: Path) -> None:
    lines = (folder / "claims.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (folder / "claims.csv").write_text("".join(lines[:-3]), encoding="utf-8", newline="\n")
    assert "claims.csv: 35 rows, where manifest.json counts 38" in refusal(folder)


def test_a_table_cut_in_the_middle_of_a_row_is_refused(folder: Path) -> None:
    written = (folder / "claims.csv").read_bytes()
    (folder / "claims.csv").write_bytes(written[: len(written) // 2])
    assert "claims.csv:" in refusal(folder)


@pytest.mark.parametrize("name", [name for name in FILES if name not in ("reviews.csv", "manifest.json")])
def test_merge_marks_are_refused_with_their_line(folder: Path, name: str) -> None:
    lines = (folder / name).read_text(encoding="utf-8").splitlines(keepends=True)
    marked = [lines[0], "<<<<<<< HEAD\n", lines[1], "=======\n", lines[1], ">>>>>>> desk, second copy\n", *lines[2:]]
    (folder / name).write_text("".join(marked), encoding="utf-8", newline="\n")
    assert f"{folder / name}:2: a merge left its mark <<<<<<<" in refusal(folder)


def test_merge_marks_in_the_manifest_are_refused(folder: Path) -> None:
    spoil(folder / "manifest.json", '  "rules"', '<<<<<<< HEAD\n  "rules"')
    assert f"{folder / 'manifest.json'}:3: a merge left its marks" in refusal(folder)


def test_an_article_whose_name_looks_like_a_merge_mark_is_read(tmp_path: Path) -> None:
    ledger = Ledger((Article("=======", "", None, "", "en", "00", 5),), (), (), (), (Uncounted("=======", 0, 1, "5", "date"),))
    write_tables(ledger, tmp_path)
    assert read_ledger(tmp_path) == ledger


@pytest.mark.parametrize(
    ("table", "old", "new", "complaint"),
    [
        ("claims", ",930000000000,", ",9.3E+11,", "cannot be read: '9.3E+11' is no plain decimal number"),
        ("claims", "claim_id,", "claim,", "column claim_id is missing"),
        ("articles", "2026-03-04", "4 March", "cannot be read: Invalid isoformat string: '4 March'"),
        ("links", "[[", "[", "links.csv: row "),
        ("coverage", "date", "da,te", ": 6 fields where the header has 5"),
        ("flags", "A3,error", '"A3,error', "flags.csv:"),
    ],
)
def test_a_spoilt_cell_is_refused_with_its_place(folder: Path, table: str, old: str, new: str, complaint: str) -> None:
    spoil(folder / f"{table}.csv", old, new)
    assert complaint in refusal(folder)


def test_bytes_that_are_no_utf8_are_refused(folder: Path) -> None:
    path = folder / "articles.csv"
    path.write_bytes(path.read_bytes() + "Møre".encode("latin-1"))
    assert "is no UTF-8" in refusal(folder)


def test_a_claim_that_stands_twice_is_refused(folder: Path) -> None:
    claims = sample_ledger().claims
    spoil(folder / "claims.csv", f"\n{claims[1].claim_id},", f"\n{claims[0].claim_id},")
    assert f"{claims[0].claim_id} stands there twice" in refusal(folder)


def test_a_fact_whose_claim_is_gone_is_refused(folder: Path) -> None:
    fact = sample_ledger().facts[0]
    spoil(folder / "facts.csv", fact.claim_ids[0], "C-000000000000")
    assert f"{fact.fact_id} names C-000000000000, which claims.csv does not hold" in refusal(folder)


def test_a_table_saved_by_a_spreadsheet_is_still_read(folder: Path) -> None:
    path = folder / "claims.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert read_ledger(folder) == kept(sample_ledger())


def test_columns_in_another_order_and_added_ones_are_still_read(folder: Path) -> None:
    rows = rows_of(folder / "facts.csv")
    columns = ["remark", *reversed(TABLES["facts"])]
    (folder / "facts.csv").write_text(csv_text(columns, [["x", *(row[one] for one in columns[1:])] for row in rows]), encoding="utf-8")
    assert read_ledger(folder) == kept(sample_ledger())


# --- properties

text = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    ["=1+1", "a,b", 'say "x"', "a\r\nb", "\r", "\n", "\t", " a ", "\x00", "yes", "#N/A", "a;b", "\\", "\\;", "<<<<<<<", "ﬁ\u2028x"]
)
number = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30)
whole = st.integers(0, 10**9)
words = st.lists(text.filter(bool), max_size=4).map(tuple)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = draw(st.none() | number), draw(st.none() | number)
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Interval(low, high, draw(st.sampled_from(["[]", "[)", "(]", "()"])))


claims = st.builds(
    Claim,
    claim_id=text.filter(bool), article=text, section=text, start=whole, end=whole, surface=text, value=st.none() | number,
    low=st.none() | number, high=st.none() | number, kind=text, unit=text, entity=text, aspect=text, direction=text, qualifier=text,
    bounds=intervals(), expected=intervals(), role=text, period=text, base_period=text, place=text, subject=text, outcome=text, scope=text,
    background=st.booleans(), speaker=text, weight=text, sentence=text, precision=number, noun_class=text, converts=text,
    sentence_start=whole, block=whole, story=whole, quoted=st.booleans(), rules=words,
)  # fmt: skip
named = st.lists(st.tuples(text.filter(bool), st.integers(1, 99)), max_size=3).map(tuple)
articles = st.builds(Article, text, text, st.none() | st.dates(date(1000, 1, 1)), text, text, text, whole, names=named, url=text)
flags = st.builds(Flag, text, text, text, text, st.just(()), text, text, text)
rates = st.builds(Rate, text, text, text, text, text, number, number, number)
weight = st.floats(allow_nan=False, allow_infinity=False)
comparisons = st.builds(Comparison, text, text, weight, st.lists(st.tuples(text, weight, text), max_size=3).map(tuple))
facts = st.builds(
    Fact, text, text, text, text, text, text, text, text, st.none() | number, st.none() | number, st.none() | number, whole, whole, whole,
    text, st.just(()), words,
)  # fmt: skip


def unique(rows: st.SearchStrategy[object], key: str) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(rows, max_size=4, unique_by=lambda row: getattr(row, key)).map(
        lambda found: tuple(sorted(found, key=lambda row: getattr(row, key)))
    )


ledgers = st.builds(
    Ledger,
    articles=unique(articles, "article"), claims=unique(claims, "claim_id"), facts=unique(facts, "fact_id"), flags=unique(flags, "flag_id"),
    uncounted=unique(st.builds(Uncounted, text, whole, whole, text, text), "article"), rates=unique(rates, "article"),
    comparisons=unique(comparisons, "left"), rules_digest=text,
)  # fmt: skip


@given(ledgers)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
def test_any_ledger_reads_back_equal(tmp_path: Path, ledger: Ledger) -> None:
    shutil.rmtree(tmp_path / "any", ignore_errors=True)
    write_tables(ledger, tmp_path / "any")
    assert read_ledger(tmp_path / "any") == ledger


@given(st.lists(st.lists(text, min_size=2, max_size=2)))
def test_any_table_reads_back_in_the_standard_reader(rows: list[list[str]]) -> None:
    written = io.StringIO(csv_text(["a", "b"], rows), newline="")
    assert list(csv.reader(written, strict=True)) == [["a", "b"], *rows]


@given(words)
def test_any_list_reads_back_from_its_cell(found: tuple[str, ...]) -> None:
    assert parse_list(list_cell(found)) == found


def test_a_truth_value_in_other_words_is_refused() -> None:
    with pytest.raises(ValueError, match="'no' is neither yes nor empty"):
        parse_yes("no")


def test_a_magnitude_never_passes_through_a_float(tmp_path: Path) -> None:
    claim = dataclasses.replace(sample_claims()["a_trade"], value=Decimal("1234567890123456789.000000000000000001"))
    write_tables(Ledger((), (claim,), (), (), ()), tmp_path)
    assert str(read_ledger(tmp_path).claims[0].value) == "1234567890123456789.000000000000000001"


@pytest.mark.slow
def test_a_hundred_thousand_claims_are_written_and_read_back(tmp_path: Path) -> None:
    claim = sample_claims()["e_damage"]
    many = tuple(dataclasses.replace(claim, claim_id=f"C-{number:012x}") for number in range(100_000))
    write_tables(Ledger((), many, (), (), ()), tmp_path)
    assert read_ledger(tmp_path).claims == many
