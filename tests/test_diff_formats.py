"""What a diff looks like in text, json, markdown and html: exact, aligned, capped, and safe against what articles may hold."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from conftest import ROOT
from diff_samples import claim_id, edition, figure, large_ledger, sample_diff, with_articles, with_claim, with_renamed_article
from ledger.diff import diff_editions, only_parts
from ledger.diff.changes import CAUSES, SORTS, LedgerDiff
from ledger.report.diff import render_diff
from ledger.report.diff_json import SCHEMA
from ledger.report.diff_markdown import CAP, escaped, render_markdown
from ledger.report.diff_words import CAUSE_WORDS, SORT_WORDS, clean
from samples import sample_ledger

MINISTER = "trade/minister.txt"
NASTY = 'See <script>alert(1)</script> @desk #12 "x" | `y` $z$ https://evil.example \x1b[31m 17 [a](b) ' + "\u202e"


@pytest.fixture
def corrected(tmp_path: Path) -> LedgerDiff:
    """The sample with one figure corrected in silence."""
    return sample_diff(tmp_path, with_claim(sample_ledger(), "t_partners", **figure("19")))


@pytest.fixture
def nasty(tmp_path: Path) -> LedgerDiff:
    """A diff whose sentence and article name are hostile."""
    new = with_claim(sample_ledger(), "t_partners", sentence=NASTY)
    return sample_diff(tmp_path, with_renamed_article(new, MINISTER, "<img src=x>@all.txt"))


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> LedgerDiff:
    """A diff with thousands of rows."""
    folder = tmp_path_factory.mktemp("large")
    return diff_editions(
        edition(folder / "old", large_ledger(3000)), edition(folder / "new", replace(large_ledger(3000, shift=7), flags=()))
    )


class TestText:
    def test_two_ledgers_that_are_alike_are_one_line(self, tmp_path: Path) -> None:
        diff = sample_diff(tmp_path, sample_ledger())
        assert render_diff(diff, "text") == "No difference: 5 articles, 38 figures, 22 facts, 8 flags.\n"
        assert render_diff(only_parts(diff, ["flags"]), "text") == "No difference in flags: 5 articles, 38 figures, 22 facts, 8 flags.\n"

    def test_a_silent_correction_is_told_first_and_exactly(self, corrected: LedgerDiff) -> None:
        assert render_diff(corrected, "text").splitlines() == [
            "old → new",
            "  1 article: 1 edited",
            "  1 figure: 1 changed (1 silent correction)",
            "  moved by: articles 1",
            "",
            "Silent corrections: 1 (the article has another figure and still its old date)",
            f"  ~ {MINISTER}  17 → 19 partners  another figure  [articles]  {claim_id('t_partners')}",
            "    “He named 17 partners whose relations were upgraded, and called Larria the 32nd largest trading nation.”",
            "",
            "Articles: 1",
            f"  ~ {MINISTER}  edited",
        ]

    def test_rows_of_a_section_are_aligned(self, tmp_path: Path) -> None:
        new = with_claim(with_claim(sample_ledger(), "t_partners", **figure("19")), "e_hurt", **figure("1031"))
        lines = render_diff(sample_diff(tmp_path, new), "text").splitlines()
        rows = [line for line in lines if "another figure" in line and line.startswith("  ~")]
        assert len(rows) == 2
        assert len({row.index("another figure") for row in rows}) == 1

    def test_colour_is_asked_for_and_changes_no_word(self, corrected: LedgerDiff) -> None:
        plain, coloured = render_diff(corrected, "text"), render_diff(corrected, "text", colour=True)
        assert "\x1b[" not in plain
        assert "\x1b[33m~\x1b[0m" in coloured
        assert re.sub(r"\x1b\[\d+m", "", coloured) == plain

    def test_no_control_character_of_an_article_reaches_the_terminal(self, nasty: LedgerDiff) -> None:
        assert re.findall(r"[^\n -~\u00a0-\u2fff]", render_diff(nasty, "text")) == []
        assert "\u202e" not in render_diff(nasty, "text")


class TestJson:
    def test_it_holds_the_whole_change(self, corrected: LedgerDiff) -> None:
        found = json.loads(render_diff(corrected, "json"))
        assert (found["schema"], found["differs"], found["old"]["name"], found["new"]["name"]) == (SCHEMA, True, "old", "new")
        (change,) = found["claims"]
        assert (change["change"], change["sorts"], change["cause"], change["silent"]) == ("changed", ["value"], "articles", True)
        assert change["cells"] == {"value": ["17", "19"], "low": ["17", "19"], "high": ["17", "19"]}
        assert (change["old"]["value"], change["new"]["value"], change["new"]["claim_id"]) == ("17", "19", claim_id("t_partners"))
        assert found["summary"]["silent_corrections"] == 1
        assert found["articles"] == [{"change": "edited", "old": MINISTER, "new": MINISTER, "edited": True, "cells": {}}]

    def test_every_key_is_in_the_document(self, large: LedgerDiff, nasty: LedgerDiff) -> None:
        document = (ROOT / "docs" / "diff.md").read_text(encoding="utf-8")
        keys = set()
        for diff in (large, nasty):
            found = json.loads(render_diff(diff, "json"))
            keys |= {
                *found,
                *found["summary"],
                *(key for part in ("articles", "claims", "facts", "verdicts", "flags") for one in found[part] for key in one),
            }
        assert [key for key in sorted(keys) if f"`{key}`" not in document] == []
        assert [word for word in (*SORTS, *CAUSES) if f"`{word}`" not in document] == []
        assert f"schema {SCHEMA}" in document

    def test_every_sort_and_cause_has_words(self) -> None:
        assert (tuple(SORT_WORDS), tuple(CAUSE_WORDS)) == (SORTS, CAUSES)


class TestMarkdown:
    def test_the_summary_comes_first(self, corrected: LedgerDiff) -> None:
        lines = render_diff(corrected, "markdown").splitlines()
        assert lines[:8] == [
            "### What this does to the facts",
            "",
            "old → new",
            "",
            "- **1 article**: 1 edited",
            "- **1 figure**: 1 changed (1 silent correction)",
            "- moved by: articles (1)",
            "",
        ]
        assert f"- ✏️ {MINISTER}: **17 → 19 partners** · another figure · *articles*<br>" in "\n".join(lines)

    def test_long_lists_are_folded_and_the_whole_fits_a_comment(self, large: LedgerDiff) -> None:
        text = render_markdown(large)
        assert len(text) <= CAP
        assert "<details><summary><b>Silent corrections: 30</b></summary>" in text
        assert text.count("<details>") == text.count("</details>")

    @pytest.mark.parametrize("cap", [3000, 6000, 20_000])
    def test_what_does_not_fit_is_counted(self, large: LedgerDiff, cap: int) -> None:
        text = render_markdown(large, cap=cap)
        assert len(text) <= cap
        assert "more" in text or "Left out here, for length: " in text
        assert text.count("<details>") == text.count("</details>")

    def test_an_article_can_neither_mark_up_nor_mention_nor_link(self, nasty: LedgerDiff) -> None:
        text = render_markdown(nasty)
        bare = text.replace("<!-- -->", "\0")
        assert re.findall(r"(?<!\\)<(?!br>|/?details>|/?summary>|/?b>)\w*", bare) == []
        assert re.findall(r"[@#](?=\w)|https?://", bare.replace("####", "")) == []

    def test_escapes_leave_words_alone(self) -> None:
        assert escaped("9.6 billion USD (damage), 5%") == "9.6 billion USD (damage), 5%"


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert not [name for name, _ in attrs if name.startswith("on") or name in ("src", "href")]

    def handle_data(self, data: str) -> None:
        self.text.append(data)


class TestHtml:
    def test_the_page_runs_and_loads_nothing(self, nasty: LedgerDiff) -> None:
        page = _Page()
        page.feed(render_diff(nasty, "html"))
        assert not page.tags & {"script", "img", "link", "iframe", "a"}
        assert "<script>alert(1)</script>" in "".join(page.text)
        assert "default-src 'none'; style-src 'sha256-" in render_diff(nasty, "html").replace("&#39;", "'")

    def test_it_tells_the_change(self, corrected: LedgerDiff) -> None:
        page = _Page()
        page.feed(render_diff(corrected, "html"))
        text = clean(" ".join(page.text))
        assert "Silent corrections: 1" in text
        assert f"{MINISTER} 17 → 19 partners" in text

    def test_rows_past_the_limit_are_counted(self, large: LedgerDiff) -> None:
        limited = render_diff(large, "html")
        assert limited.count('<tr class="') <= 2000 * len(re.findall("<details", limited))


@pytest.mark.parametrize("form", ["text", "json", "markdown", "html"])
def test_the_same_diff_gives_the_same_bytes(tmp_path: Path, form: str) -> None:
    new = with_articles(with_claim(sample_ledger(), "t_partners", **figure("19")), "harbour/fire-wire.txt")
    first, second = (render_diff(sample_diff(tmp_path / name, new), form) for name in ("one", "two"))
    assert first == second
    assert str(tmp_path) not in first
