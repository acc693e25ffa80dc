"""`factledger check` as a user runs it, and every format it gives."""

from __future__ import annotations

import html
import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import jsonschema
import pytest

from conftest import Run
from draft_samples import check, sample_folder
from ledger.report.check import render_check
from ledger.report.check_github import MOST
from ledger.report.check_text import render_text
from timing import assert_linear

RIGHT = "The port of Corvana handled 4,250 ships in 2025, Ilse Brandt said."
WRONG = RIGHT.replace("4,250", "5,250")


@pytest.fixture
def ledger() -> Path:
    return sample_folder()


def test_a_right_sentence_exits_0_and_says_who_supports_it(run_command: Run, ledger: Path) -> None:
    done = run_command("check", "-e", RIGHT, "--ledger", ledger)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "sentence:1:29 ok 4,250 supported by courier.txt and gazette.txt (2 independent sources)",
        "sentence: 1 figure: 1 supported; nothing found",
    ]


def test_a_wrong_sentence_exits_1_with_caret_source_arithmetic_and_what_to_do(run_command: Run, ledger: Path) -> None:
    done = run_command("check", "-e", WRONG, "--ledger", ledger)
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert lines[0] == "sentence:1:29 error E1 5,250 here, but 4,250 in courier.txt and 1 more (2 independent sources)"
    assert lines[1] == f"    {WRONG}"
    assert lines[2].index("^^^^^") == lines[1].index("5,250")
    assert lines[3].startswith('    courier.txt: "The port of Corvana handled 4,250 ships')
    assert lines[5] == "    Look at the source, then mend the draft or the ledger."
    assert lines[-1] == "sentence: 1 figure: 1 contradicted; 1 error"


def test_the_caret_stands_under_the_figure_behind_wide_letters() -> None:
    lines = render_text([check(f"港口 {WRONG}")]).splitlines()
    assert lines[2].index("^") == lines[1].index("5,250") + 2


@pytest.mark.parametrize(("level", "code"), [("error", 0), ("warning", 1), ("never", 0)])
def test_the_fail_level_decides_the_exit_code(run_command: Run, ledger: Path, level: str, code: int) -> None:
    text = "900 dockers work at the port of Corvana, the union says."
    assert run_command("check", "-e", text, "--ledger", ledger, "--fail-level", level).returncode == code


def test_standard_input_and_several_files_are_drafts(run_command: Run, ledger: Path, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(RIGHT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"Corvana.\n\n{WRONG}\n", encoding="utf-8")
    done = run_command("check", "a.md", "b.txt", "-", "--ledger", ledger, "-q", stdin=WRONG)
    assert done.returncode == 1
    assert re.findall(r"^(\S+) error E1", done.stdout, re.MULTILINE) == ["b.txt:3:29", "-:1:29"]


def test_an_office_draft_is_told_by_paragraph(run_command: Run, ledger: Path, tmp_path: Path) -> None:
    docx = pytest.importorskip("docx", reason="python-docx is not installed (the extra `office`)")
    document = docx.Document()
    document.add_paragraph("Corvana.")
    document.add_paragraph(WRONG)
    document.save(str(tmp_path / "draft.docx"))
    done = run_command("check", "draft.docx", "--ledger", ledger)
    assert done.stdout.startswith("draft.docx:paragraph 2 error E1 5,250 here")


def test_no_draft_no_ledger_and_an_unreadable_draft_are_told_with_their_exit_codes(run_command: Run, ledger: Path, tmp_path: Path) -> None:
    assert run_command("check", "--ledger", ledger).returncode == 2
    missing = run_command("check", "-e", RIGHT, "--ledger", tmp_path / "none")
    assert (missing.returncode, missing.stdout) == (2, "")
    assert "there is no such folder" in missing.stderr
    assert run_command("check", "none.txt", "--ledger", ledger).returncode == 2
    (tmp_path / "bad.txt").write_bytes(b"")
    (tmp_path / "good.txt").write_text(RIGHT, encoding="utf-8")
    done = run_command("check", "bad.txt", "good.txt", "--ledger", ledger)
    assert done.returncode == 3
    assert "1 supported" in done.stdout
    assert "bad.txt: the file is empty" in done.stderr


def test_the_settings_file_gives_the_ledger_and_the_command_line_wins(run_command: Run, ledger: Path, tmp_path: Path) -> None:
    (tmp_path / "ledger.toml").write_text(
        f"ledger = {json.dumps(str(ledger))}\n[check]\nfail-level = 'never'\nformat = 'json'\n", encoding="utf-8"
    )
    done = run_command("check", "-e", WRONG)
    assert (done.returncode, json.loads(done.stdout)["schema"]) == (0, 1)
    assert run_command("check", "-e", WRONG, "--fail-level", "error", "--format", "text").returncode == 1
    (tmp_path / "ledger.toml").write_text("[check]\nfail_levle = 'never'\n", encoding="utf-8")
    refused = run_command("check", "-e", WRONG)
    assert refused.returncode == 2
    assert "unknown key 'fail_levle'" in refused.stderr
    assert "fail-level" in refused.stderr


def test_a_baseline_is_written_and_hushes_until_the_figure_changes(run_command: Run, ledger: Path) -> None:
    assert run_command("check", "-e", WRONG, "--ledger", ledger, "--write-baseline", "seen.json").returncode == 0
    done = run_command("check", "-e", WRONG, "--ledger", ledger, "--baseline", "seen.json")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "sentence: 1 figure: 1 contradicted; nothing found; 1 hushed")
    changed = run_command("check", "-e", WRONG.replace("5,250", "6,250"), "--ledger", ledger, "--baseline", "seen.json")
    assert changed.returncode == 1
    assert "1 baseline entry fits nothing any more" in changed.stderr


def test_json_gives_marks_findings_and_places_under_a_schema_number() -> None:
    said = json.loads(render_check([check(f"{WRONG}\nNearly 900 dockers work at the port of Corvana.")], "json", ledger="reports"))
    assert (said["schema"], said["ledger"]) == (1, "reports")
    (draft,) = said["drafts"]
    assert draft["summary"] == {
        "figures": 2, "contradicted": 1, "nuanced": 0, "related": 0, "unsupported": 0, "supported": 1, "errors": 1, "warnings": 0,
        "info": 0, "hushed": 0,
    }  # fmt: skip
    first = draft["marks"][0]
    assert first["place"] == {"line": 1, "column": 29, "end_line": 1, "end_column": 34}
    assert (first["surface"], first["status"], first["claim"]["value"]) == ("5,250", "contradicted", "5250")
    assert (first["fact"]["articles"], first["fact"]["independent_sources"]) == (["courier.txt", "gazette.txt"], 2)
    assert {source["relation"] for source in first["fact"]["sources"]} == {"conflict"}
    (finding,) = draft["findings"]
    assert (finding["check"], finding["severity"], finding["claim_ids"]) == ("E1", "error", [first["claim_id"]])


ROOMS = "opera library museum archive casino chapel clinic school palace market prison garage tavern hostel".split()
SCHEMA = json.loads((Path(__file__).parent / "data" / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))


def test_sarif_has_the_form_of_the_standard_and_points_into_the_draft() -> None:
    text = f"{WRONG}\n{WRONG.replace('Ilse', 'Mrs')} <!-- ledger: ignore E1: seen -->\nThe quay of Corvana has 12 lamps 9 meters high."
    log = json.loads(render_check([check(text, "my drafts/a b.md")], "sarif"))
    jsonschema.Draft4Validator(SCHEMA).validate(log)
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "my%20drafts/a%20b.md"}
        assert result.get("suppressions", [{"kind": "inSource", "justification": "ignored: seen"}])[0]["justification"] == "ignored: seen"
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 1, "startColumn": 29, "endLine": 1, "endColumn": 34}
    assert sum("suppressions" in result for result in run["results"]) == 1
    first = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert first == {"startLine": 1, "startColumn": 29, "endLine": 1, "endColumn": 34}


def test_github_annotations_are_escaped_and_capped_with_a_count_of_the_rest() -> None:
    checked = check("\n\n".join(f"The {name} of Marhaven has {at + 30} chairs." for at, name in enumerate(ROOMS)), "a,b:c.md")
    lines = render_check([checked, check(WRONG)], "github").splitlines()
    assert lines[0].startswith("::error file=draft.md,title=E1 contradicts-ledger,line=1,col=29,endLine=1,endColumn=34::5,250 here, but")
    assert "\n" not in lines[0]
    assert "%0Acourier.txt" in lines[0]
    notices = [line for line in lines if line.startswith("::notice file=a%2Cb%3Ac.md,")]
    assert len(notices) == MOST
    assert any(re.fullmatch(r"\d+ more of severity info are not annotated: .+", line) for line in lines)
    assert lines[-1] == "draft.md: 1 figure: 1 contradicted; 1 error"


class Page(HTMLParser):
    """The tags of a page, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_marks_every_figure_in_place_and_runs_nothing() -> None:
    text = f"{WRONG} <script>alert()</script>\n\n{RIGHT}\u202e"
    page = Page(render_check([check(text)], "html"))
    assert [tag for tag, _ in page.tags if tag in ("script", "img", "link", "iframe")] == []
    figures = {given["href"]: given["class"] for tag, given in page.tags if tag == "a" and (given.get("href") or "").startswith("#n")}
    assert list(figures.values()) == ["contradicted", "supported"]
    ids = [given["id"] for _, given in page.tags if "id" in given]
    assert len(ids) == len(set(ids))
    assert {href.removeprefix("#") for href in figures if href} <= set(ids)
    assert "<script>alert()</script>" in page.text
    assert "⟨U+202E⟩" in page.text
    assert "courier.txt" in html.unescape(page.text)


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github", "html"])
def test_every_format_gives_the_same_bytes_twice_and_takes_an_empty_draft(form: str) -> None:
    assert render_check([check(WRONG)], form) == render_check([check(WRONG)], form)
    assert render_check([check("")], form).endswith("\n")


def test_a_check_starts_without_pandas_pint_openpyxl_or_rich(ledger: Path) -> None:
    code = (
        "import sys\nfrom ledger.cli import main\n"
        f"try:\n    main(['check', '-e', {WRONG!r}, '--ledger', {str(ledger)!r}])\n"
        "except SystemExit:\n    pass\n"
        "print(sorted(set(sys.modules) & {'pandas', 'numpy', 'pint', 'openpyxl', 'rich', 'jinja2', 'docx', 'pypdf', 'trafilatura'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8")
    assert done.stdout.splitlines()[-1] == "[]", done.stderr


def test_the_time_of_a_check_grows_with_the_draft_only(ledger: Path) -> None:
    assert len(check("\n\n".join([RIGHT, WRONG] * 60)).marks) == 120
    assert_linear(check, f"{RIGHT}\n\n{WRONG}\n\n", 20, longer=4)
