"""A draft against a ledger: what stands behind each figure, and what is said where nothing does."""

from __future__ import annotations

import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from bench.draft import alter, draft_scores, render_draft_section
from draft_samples import ARTICLES, check, found, sample_checker, sample_folder, statuses
from ledger.draft import Draft, Wishes, open_ledger, read_draft
from ledger.draft.baseline import entry_of, read_baseline, tell_stale, write_baseline
from ledger.draft.ignores import blank_comments
from ledger.draft.places import make_ruler
from ledger.draft.settings import CheckSettings, find_settings
from ledger.errors import LedgerError, Notice
from ledger.pack import load_pack
from ledger.sources import make_source_rules
from ledger.store.lines import Rows, split_line

SHIPS = "The port of Corvana handled {} ships in 2025, Ilse Brandt said."


def test_a_figure_that_two_articles_give_is_supported_by_both_as_two_sources() -> None:
    (mark,) = check(SHIPS.format("4,250")).marks
    assert mark.status == "supported"
    assert mark.backing is not None
    assert (mark.backing.articles, mark.backing.independent_sources) == (("courier.txt", "gazette.txt"), 2)
    assert [source.relation for source in mark.backing.sources] == ["same", "same"]


def test_another_figure_for_a_known_fact_is_an_error_with_the_source_and_the_arithmetic() -> None:
    checked = check(SHIPS.format("5,250"))
    (finding,) = checked.findings
    assert (finding.check, finding.severity, str(finding.place)) == ("E1", "error", "1:29")
    assert finding.message == "5,250 here, but 4,250 in courier.txt and 1 more (2 independent sources)"
    assert "5250" in finding.working
    assert statuses(checked) == {"5,250": "contradicted"}


def test_the_same_digits_on_another_scale_are_told_as_a_slip() -> None:
    (finding,) = check("The new quay of Corvana cost 86 billion euros.").findings
    assert finding.check == "E1"
    assert finding.message.endswith("the same digits, 1000 times apart")


def test_a_dropped_hedge_is_a_warning_and_a_kept_one_is_not() -> None:
    assert found(check("900 dockers work at the port of Corvana, the union says.")) == [("1:1", "E3", "warning")]
    assert found(check("Nearly 900 dockers work at the port of Corvana, the union says.")) == []


def test_a_record_that_no_source_calls_one_is_a_warning() -> None:
    (finding,) = check("The port of Corvana handled a record 4,250 ships in 2025, Ilse Brandt said.").findings
    assert (finding.check, finding.severity) == ("E3", "warning")
    assert "no source does" in finding.message


def test_a_figure_of_another_thing_contradicts_nothing() -> None:
    checked = check("The port of Marhaven in Lowland employs 75 pilots, says Joost Vermeer of the Lowland Pilots.")
    assert statuses(checked)["75"] in ("unsupported", "related")
    assert [finding.check for finding in checked.findings] == ["E2"]
    assert checked.findings[0].severity == "info"


def test_an_altered_figure_of_an_event_elsewhere_is_not_held_against_ours() -> None:
    text = "In Westmark the harbour of Dolm handled 9,100 ships in 2025, Pieter Aalst of Dolm told Radio Westmark."
    assert statuses(check(text))["9,100"] != "contradicted"


def test_the_arithmetic_of_the_draft_itself_is_checked_and_names_no_article() -> None:
    checked = check("Exports of the Lowland mill rose 50 percent, from 100 tonnes to 120 tonnes.")
    findings = [finding for finding in checked.findings if finding.check == "B4"]
    assert [finding.severity for finding in findings] == ["error"]
    assert "draft:" not in findings[0].message


def test_an_article_of_the_ledger_is_no_source_of_itself() -> None:
    text = ARTICLES["lake.txt"]
    assert set(statuses(check(text)).values()) <= {"unsupported", "related"}
    assert statuses(check(text + "\nMore rain is on its way to Tessaly.\n"))["35"] == "supported"


def test_nothing_and_a_text_without_figures_give_no_marks() -> None:
    assert check("").marks == ()
    assert check("No figure here.").findings == ()


def test_places_count_lines_and_columns_from_one_whatever_the_line_ends() -> None:
    ruler = make_ruler("one\r\ntwo\rthree\nfour")
    assert [str(ruler.place(at, at + 1)) for at in (0, 5, 9, 15)] == ["1:1", "2:1", "3:1", "4:1"]
    assert found(check("Corvana.\n\nThe port of Corvana handled 5,250 ships in 2025, Ilse Brandt said."))[0][0] == "3:29"


def test_a_comment_hushes_its_line_or_the_next_one_and_its_figures_are_no_claims() -> None:
    comment = "<!-- ledger: ignore E1 until 2027-01-01: the master's own list, seen on 4 March -->"
    day = Wishes(today=date(2026, 5, 1))
    for text in (f"{comment}\n\n{SHIPS.format('5,250')}", f"{SHIPS.format('5,250')} {comment}"):
        checked = check(text, wishes=day)
        assert (checked.findings, checked.notices) == ((), ())
        assert [finding.hushed for finding in checked.hushed] == ["ignored: the master's own list, seen on 4 March"]
        assert list(statuses(checked)) == ["5,250"]


def test_a_comment_past_its_day_hushes_nothing_and_is_told() -> None:
    text = f"<!-- ledger: ignore E1 until 2026-01-01: seen -->\n{SHIPS.format('5,250')}"
    checked = check(text, wishes=Wishes(today=date(2026, 1, 2)))
    assert [finding.check for finding in checked.findings] == ["E1"]
    assert [notice.found for notice in checked.notices] == ["this comment ended on 2026-01-01 and hushes nothing any more"]


def test_the_day_of_comments_is_the_drafts_own_where_the_user_gives_none() -> None:
    text = f"---\npublished: 2025-12-30\n---\n<!-- ledger: ignore until 2026-01-01: seen -->\n{SHIPS.format('5,250')}"
    assert check(text).findings == ()


def test_a_comment_without_anything_to_hush_or_without_a_reason_is_told() -> None:
    unused = check(f"{SHIPS.format('4,250')} <!-- ledger: ignore E1: seen -->")
    assert [(notice.where, notice.found) for notice in unused.notices] == [("draft.md:1:68", "this comment hushes nothing")]
    mute = check(f"{SHIPS.format('5,250')} <!-- ledger: ignore E1 -->")
    assert [finding.check for finding in mute.findings] == ["E1"]
    assert mute.notices[0].found == "a comment that hushes nothing: <!-- ledger: ignore E1 -->"


def test_a_comment_becomes_spaces_of_its_own_length() -> None:
    text = "a <!-- ledger: ignore: b --> 3"
    assert len(blank_comments(text)) == len(text)
    assert blank_comments(text).split() == ["a", "3"]


def test_a_baseline_accepts_a_finding_until_its_figure_or_sentence_changes(tmp_path: Path) -> None:
    path = tmp_path / "accepted.json"
    before = check(SHIPS.format("5,250"))
    assert write_baseline(before.findings, path) == 1
    entries = read_baseline(path)
    wishes = Wishes(baseline=entries)
    assert check(f"Corvana.\n\n{SHIPS.format('5,250')}", wishes=wishes).findings == ()
    assert [one.hushed for one in check(SHIPS.format("5,250"), wishes=wishes).hushed] == ["in the baseline"]
    changed = check(SHIPS.format("6,250"), wishes=wishes)
    assert [finding.check for finding in changed.findings] == ["E1"]
    assert [str(notice) for notice in tell_stale(entries, changed.findings, path)] == [
        f"{path}: 1 baseline entry fits nothing any more. Write it anew with --write-baseline"
    ]
    assert entry_of(before.findings[0]).figures == "5,250"


@pytest.mark.parametrize("text", ["", "[]", '{"schema": 2, "entries": []}', '{"schema": 1, "entries": [{}]}', '{"schema": 1}'])
def test_what_is_no_baseline_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "accepted.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LedgerError, match="baseline"):
        read_baseline(path)


def test_settings_come_from_the_nearest_file_and_their_paths_from_its_folder(tmp_path: Path) -> None:
    inner = tmp_path / "news" / "today"
    inner.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text('[tool.factledger]\nledger = "reports"\ncheck.fail-level = "warning"\n', encoding="utf-8")
    assert find_settings(inner) == CheckSettings(ledger=str(tmp_path / "reports"), fail_level="warning")
    (tmp_path / "news" / "ledger.toml").write_text('articles = ["news"]\nledger = "facts"\n[check]\nignore = ["e2"]\n', encoding="utf-8")
    assert find_settings(inner) == CheckSettings(ledger=str(tmp_path / "news" / "facts"), ignore=("E2",))


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('leger = "x"', r"unknown key 'leger'.*ledger"),
        ("ledger = 3", "ledger is a text, not 3"),
        ('[check]\nformat = "jsn"', "format is one of text, json, sarif, github, html, not 'jsn'.*json"),
        ("[check]\nignore = [1]", "ignore is a list of texts"),
        ("[check]\nledger = 'x'", "unknown key 'ledger'"),
        ("check = 3", "check is a table, not 3"),
        ("ledger = ", "this is no TOML"),
    ],
)
def test_a_mistake_in_the_settings_is_refused_with_a_hint(tmp_path: Path, line: str, message: str) -> None:
    (tmp_path / "ledger.toml").write_text(f"{line}\n", encoding="utf-8")
    with pytest.raises(LedgerError, match=message):
        find_settings(tmp_path)


def test_checks_that_the_settings_ignore_find_nothing() -> None:
    assert check("Some 75 pilots work at the port of Corvana.", wishes=Wishes(ignore=("E2",))).findings == ()


def test_the_index_reads_a_claim_and_its_fact_as_the_tables_have_them() -> None:
    index = sample_checker().index
    claims = index.every_claim()
    assert len(claims) == index.size
    for claim in claims:
        fact = index.fact(index.fact_of(claim.claim_id))
        assert fact is not None
        assert claim.claim_id in fact.claim_ids
    assert {claim.article for claim in index.claims_of(["lake.txt"])} == {"lake.txt"}
    assert [fact.entity for fact in index.facts_of([("count", "ship")], 9)] == ["ship"]
    assert index.facts_of([("count", "ship")], 0) == []


def test_a_table_with_line_breaks_in_its_cells_is_read_as_well(tmp_path: Path) -> None:
    shutil.copytree(sample_folder(), tmp_path / "ledger")
    path = tmp_path / "ledger" / "claims.csv"
    text = path.read_text(encoding="utf-8")
    assert text.count("86 million euros,") == 2
    path.write_text(text.replace("86 million euros,", '"86\nmillion, euros",', 1), encoding="utf-8", newline="\n")
    index = open_ledger(tmp_path / "ledger")
    assert sorted(claim.claim_id for claim in index.every_claim()) == sorted(
        claim.claim_id for claim in sample_checker().index.every_claim()
    )
    assert "86\nmillion, euros" in {claim.surface for claim in index.every_claim()}
    assert {claim.article for claim in index.claims_of(["lake.txt"])} == {"lake.txt"}


def test_a_ledger_cut_short_is_refused(tmp_path: Path) -> None:
    shutil.copytree(sample_folder(), tmp_path / "ledger")
    path = tmp_path / "ledger" / "claims.csv"
    path.write_text("\n".join(path.read_text(encoding="utf-8").split("\n")[:-3]) + "\n", encoding="utf-8", newline="\n")
    with pytest.raises(LedgerError, match=r"rows, where manifest.json counts"):
        open_ledger(tmp_path / "ledger")


def test_rows_are_found_by_their_id_and_by_nothing_less() -> None:
    rows = Rows([b"C-000000000001,a", b'C-000000000002,"b, c"'], ordered=True)
    assert rows.find("C-000000000002") == b'C-000000000002,"b, c"'
    assert rows.find("C-00000000000") is None
    assert split_line(b'k,"a ""b"", c"') == ["k", 'a "b", c']
    with pytest.raises(ValueError, match="no csv"):
        split_line(b'k,"a')


def test_claims_of_an_article_with_a_comma_in_its_name_are_found(tmp_path: Path) -> None:
    shutil.copytree(sample_folder(), tmp_path / "ledger")
    for table in ("articles", "claims"):
        path = tmp_path / "ledger" / f"{table}.csv"
        path.write_bytes(path.read_bytes().replace(b"lake.txt,", b'"lake, ""new"".txt",'))
    index = open_ledger(tmp_path / "ledger")
    named = index.claims_of(['lake, "new".txt'])
    assert len(named) == len(sample_checker().index.claims_of(["lake.txt"])) > 0
    assert {claim.article for claim in named} == {'lake, "new".txt'}
    assert index.names('lake, "new".txt') == sample_checker().index.names("lake.txt")


def test_a_row_cut_short_or_no_utf8_is_told_with_its_table(tmp_path: Path) -> None:
    shutil.copytree(sample_folder(), tmp_path / "ledger")
    path = tmp_path / "ledger" / "claims.csv"
    whole = path.read_bytes()
    first = whole.split(b"\n")[1]
    path.write_bytes(whole.replace(first, first[:14]))
    with pytest.raises(LedgerError, match=r"claims\.csv"):
        open_ledger(tmp_path / "ledger").every_claim()
    path.write_bytes(whole.replace(first, first[:40] + b"\xff" + first[40:]))
    with pytest.raises(LedgerError, match=r"claims\.csv.*cannot be read"):
        open_ledger(tmp_path / "ledger").every_claim()


def test_the_bench_alters_a_figure_and_nothing_else() -> None:
    assert alter("$4,250", "x") is not None
    assert alter("$4,250", "x") == alter("$4,250", "x") != "$4,250"
    assert alter("Twelve", "x") == "nineteen"
    assert alter("dozens", "x") is None


def test_the_bytes_of_a_file_are_a_draft_or_a_notice() -> None:
    rules = make_source_rules(load_pack())
    read = read_draft("The quay cost 86 million euros. <!-- ledger: ignore E2: seen -->".encode("utf-16"), "draft.md", rules)
    assert isinstance(read, Draft)
    assert read.document.text.rstrip() == "The quay cost 86 million euros."
    empty, unknown = read_draft(b" \n", "draft.txt", rules), read_draft(b"x", "draft.xyz", rules)
    assert isinstance(empty, Notice)
    assert (empty.where, empty.found, empty.unread) == ("draft.txt", "the file is empty", True)
    assert isinstance(unknown, Notice)
    assert unknown.found == "files of the kind .xyz are not read"


def test_the_bench_gives_its_shares_to_the_ratchet() -> None:
    counts = {part: Counter({"found": 17, "found of": 20, "false": 1, "false of": 80}) for part in ("all", "read", "unread")}
    scores = {(score.part, score.measure): (score.value, score.lower) for score in draft_scores(counts)}
    assert scores["read", "altered, marked contradicted"] == (85.0, False)
    assert scores["unread", "agreeing, marked contradicted"] == (1.2, True)
    assert len(scores) == 6
    assert "85.0 of 20" in render_draft_section(counts)
