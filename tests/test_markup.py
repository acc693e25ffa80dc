"""HTML drafts: what a browser shows is read, and each figure is told by its line and column in the file."""

from __future__ import annotations

from datetime import date
from html import escape, unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Run
from draft_samples import found, sample_checker, sample_folder
from ledger.draft import DraftCheck, check_draft, read_draft
from ledger.errors import Notice
from ledger.pack import load_pack
from ledger.sources import make_source_rules
from ledger.sources.markup import read_markup
from timing import assert_linear

WRONG = "<p>The port of Corvana handled <b>5,250</b> ships in 2025, Ilse Brandt said.</p>"


def text_of(source: str) -> str:
    return read_markup(source).text


def source_of(source: str, words: str) -> str:
    """The stretch of the source that these words were read from."""
    page = read_markup(source)
    start = page.text.index(words)
    first, last = page.origins.span(start, start + len(words))
    assert page.origins.read_from(first) == start
    return source[first:last]


def check(source: str) -> DraftCheck:
    draft = read_draft(source.encode(), "draft.html", make_source_rules(load_pack()))
    assert not isinstance(draft, Notice), draft
    return check_draft(draft, sample_checker())


def test_blocks_stand_an_empty_line_apart_and_line_ends_inside_them_are_spaces() -> None:
    assert text_of("<h1>The port</h1>\n<p>It took\n  350\tships<br>in <i>20</i>25.</p><div>Twelve <b>cranes</b>.</div>tail") == (
        "The port\n\nIt took 350 ships\nin 2025.\n\nTwelve cranes.\n\ntail"
    )


def test_rows_of_a_table_are_lines_with_a_tab_for_each_cell() -> None:
    rows = "<tr><th>Ships<th>Cranes<th>Quays</tr>\n<tr><td><p>350</p></td> <td></td>\n<td>4</td></tr>"
    assert (
        text_of(f"<p>Of all:</p><table><tbody>{rows}</tbody></table><p>So it is.")
        == "Of all:\n\nShips\tCranes\tQuays\n350\t\t4\n\nSo it is."
    )


def test_a_table_that_lays_out_a_page_keeps_its_paragraphs() -> None:
    assert text_of("<table><tr><td><p>One.</p><p>Two.</p></td></tr></table>") == "One.\n\nTwo."


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>if (1 < 350) '<p>'</script>", "<style>p { width: 350px }</style>", "<!-- 350 -->", "<del>350</del>", "<p hidden>350</p>",
        "<p style='color: red; DISPLAY : none'>350</p>", "<nav><ul><li>350</ul></nav>", "<template><p>350</p></template>",
        "<img alt='350' title='a > b'>", "<sup><a href='#n'>350</a></sup>", "<a href='#n'><sup>350</sup></a>",
        "<sup class=footnote>350</sup>",
        "<textarea>350</textarea>", "<del>1<del>2</del>350</del>", "<title>350</title>", "<!doctype 350>",
    ],
)  # fmt: skip
def test_what_is_not_shown_is_not_read(unseen: str) -> None:
    assert text_of(f"<p>Ships{unseen} sail.</p>").split() == ["Ships", "sail."]


def test_attributes_that_speak_of_hiding_hide_nothing() -> None:
    assert text_of("<p class='not hidden here' data-x='display:none'>350</p>") == "350"


def test_only_the_story_is_read_where_the_page_says_where_it_stands() -> None:
    assert text_of("<p>12 links</p><main><h1>Ships</h1><p>350</p></main><footer>2026</footer>") == "Ships\n\n350"
    assert text_of("a <ARTICLE>350</article> b <article>12</article> c") == "350\n\nb\n\n12"


def test_raised_digits_stay_raised() -> None:
    assert text_of("40 km<sup>2</sup>, 10<sup>6</sup>, CO<sub>2</sub>, the 1<sup>st</sup>") == "40 km², 10⁶, CO2, the 1st"


def test_what_the_head_tells_is_kept() -> None:
    page = read_markup(
        '<html lang="en-GB"><title>Ships &amp;\n quays</title><meta content="2026-03-04T07:00Z" property="article:published_time">'
        "<meta property='og:site_name' content='The Courier'><body>350"
    )
    assert (page.text, page.title, page.published, page.publisher, page.language) == (
        "350", "Ships & quays", date(2026, 3, 4), "The Courier", "en",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("source", "words", "written"),
    [
        ("<p>The <b>350</b> ships", "350", "350"),
        ("<p>Only 4&nbsp;250 ships", "4\xa0250", "4&nbsp;250"),
        ("<p>Some &euro;86&#160;million, say", "€86\xa0million", "&euro;86&#160;million"),
        ("<p>Some &#x35;5 ships", "55", "&#x35;5"),
        ("<p>R&D took 5 & AT&T 6, x &lt; 7", "AT&T 6, x < 7", "AT&T 6, x &lt; 7"),
        ("<p>over\r\n  350\r\n  ships", "350 ships", "350\r\n  ships"),
        ("40 km<sup>2</sup> of park", "40 km²", "40 km<sup>2"),
        ("if 3 < 5 and <b>7</b>", "3 < 5 and 7", "3 < 5 and <b>7"),
    ],
)
def test_words_lead_back_to_the_source_they_were_read_from(source: str, words: str, written: str) -> None:
    assert source_of(source, words) == written


@given(
    st.lists(st.text(st.sampled_from("ab1 \n&<>;é€"), min_size=1, max_size=6), max_size=8), st.sampled_from(["p", "b", "td", "q", "sup"])
)
def test_every_letter_of_any_text_leads_back_to_itself(texts: list[str], tag: str) -> None:
    source = "".join(f"<{tag}>{escape(text)}</{tag}>" for text in texts)
    page = read_markup(source)
    if tag not in ("q", "sup"):
        assert page.text.split() == "".join(f" {text} " if tag != "b" else text for text in texts).split()
    before = 0
    for at, letter in enumerate(page.text):
        first, last = page.origins.span(at, at + 1)
        assert 0 <= first <= last <= len(source)
        if letter not in "\n\t “”¹":
            assert first >= before
            assert unescape(source[first:last]) == letter
            assert page.origins.read_from(first) == at
            before = last


@pytest.mark.parametrize(
    "piece", ["<!--", "<a ", "<a b='", "<a \"'", "<aaaa", "</", "<!", "&", "&#", "<script>", "<p>", "<td>", "<del>", "<main>", "<sup>["]
)
def test_broken_markup_takes_no_more_than_its_share_of_time(piece: str) -> None:
    assert_linear(read_markup, piece, 4000)


def test_findings_are_told_by_line_and_column_of_the_file() -> None:
    source = f"<!DOCTYPE html>\n<title>Corvana</title>\n<h1>Corvana's harbour</h1>\n<p>It grows.</p> {WRONG}\n"
    (finding,) = check(source).findings
    place = finding.place
    assert (finding.check, str(place), place.end_line, place.end_column) == ("E1", "4:52", 4, 57)
    assert source.splitlines()[3][51:56] == "5,250"


@pytest.mark.parametrize("comment", ["{comment}\n{text}", "<section>\n{comment}\n\n<div>\n{text}", "{text} {comment}"])
def test_a_comment_hushes_its_own_line_or_the_next_with_text(comment: str) -> None:
    hushing = comment.format(comment="<!-- ledger: ignore E1: seen on 4 March -->", text=WRONG)
    checked = check(f"<h1>Corvana</h1>\n{hushing}\n<p>And once more, on another line.</p>\n{WRONG}")
    assert [(one.check, one.hushed) for one in checked.hushed] == [("E1", "ignored: seen on 4 March")]
    assert len(found(checked)) == 1
    assert checked.notices == ()


def test_a_comment_that_hushes_nothing_is_told_by_its_place() -> None:
    checked = check(
        f"<p>Corvana.</p>\n  <!-- ledger: ignore E3: seen --> {WRONG}\n<p>&lt;!-- ledger: ignore E1: shown, so no comment --&gt;"
    )
    assert [(one.where, one.found) for one in checked.notices] == [("draft.html:2:3", "this comment hushes nothing")]
    assert len(checked.findings) == 1


def test_the_command_reads_a_page_from_a_file_and_from_standard_input(run_command: Run, tmp_path: Path) -> None:
    page = f"<html><body>\n{WRONG}\n</body></html>"
    (tmp_path / "draft.html").write_text(page, encoding="utf-8")
    done = run_command("check", "draft.html", "-", "--ledger", sample_folder(), "-q", stdin=page)
    assert [line.split(" error ")[0] for line in done.stdout.splitlines() if " error " in line] == ["draft.html:2:35", "-:2:35"]


def test_a_page_without_text_is_told(run_command: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.html").write_text("<script>1</script>", encoding="utf-8")
    done = run_command("check", "draft.html", "--ledger", sample_folder())
    assert done.returncode == 3
    assert "draft.html: no text is shown on this page" in done.stderr
