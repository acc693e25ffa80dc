"""The page's text: what it says, what it escapes, that it never differs, and what it says it left out."""

from __future__ import annotations

import dataclasses
import html
import os
import re
import subprocess
import sys
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.interval import Interval
from ledger.model import Article, Claim, Fact, Ledger, Section, Uncounted
from ledger.report.page import render_page
from ledger.report.page_articles import flag_views
from ledger.report.page_index import make_index
from ledger.report.page_text import folded, make_blocks, mark_sentence, shown
from ledger.report.page_views import PageLimits
from ledger.report.page_words import amount_words, hedge_words, interval_words, number_words, period_words, plural, unit_words
from ledger.report.plot import PlotRow, make_axis, render_plot, render_spark
from samples import sample_claims, sample_id, sample_ledger

NASTY = '<script>alert("1")</script> "\'`${x}{{ 7*7 }}</style>\u202e\u0000\x1b\ud800 & <b>'


class Reader(HTMLParser):
    """The tags and attributes of a page, and its visible text."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def ids(self) -> list[str]:
        return [str(attributes["id"]) for _, attributes in self.tags if "id" in attributes]


def nasty_ledger() -> Ledger:
    """A ledger of one claim where every text that an article could bring is hostile."""
    text = f"{NASTY} counted 350 agreements {NASTY}."
    start = text.index("350")
    claim = Claim(
        claim_id="C-000000000001",
        article=NASTY,
        section="body",
        start=start,
        end=start + 3,
        surface="350",
        value=Decimal(350),
        low=Decimal(350),
        high=Decimal(350),
        kind="count",
        unit=NASTY,
        entity=NASTY,
        qualifier=NASTY,
        bounds=Interval(Decimal(350), None, "[)"),
        role=NASTY,
        period=NASTY,
        place=NASTY,
        subject=NASTY,
        outcome=NASTY,
        scope=NASTY,
        speaker=NASTY,
        sentence=folded(text),
    )
    other = dataclasses.replace(claim, claim_id="C-000000000002", value=Decimal(340), low=Decimal(340), high=Decimal(340), start=0, end=1)
    fact = Fact(
        "F-000000000001", "count", NASTY, NASTY, NASTY, NASTY, NASTY, NASTY, None, None, None, 2, 1, 1, "conflict",
        (claim.claim_id, other.claim_id),
    )  # fmt: skip
    article = Article(NASTY, NASTY, date(2026, 1, 1), NASTY, "en", "0" * 64, len(text), url=f"javascript:{NASTY}")
    numbers = (Uncounted(NASTY, 5, 9, NASTY, "unparsed"),)
    return Ledger((article,), (claim, other), (fact,), (), numbers, texts={NASTY: text})


# What a reader is shown


def test_the_page_tells_what_was_read() -> None:
    totals = re.search(r'<ul class="totals".*?</ul>', render_page(sample_ledger()), re.DOTALL)
    assert totals is not None
    words = folded(re.sub(r"<[^>]+>", " ", totals[0]))
    assert words == "5 articles 38 claims 22 facts 1 conflict 2 errors 2 warnings 4 info"


def test_every_claim_fact_and_flag_has_one_address_and_every_link_leads_somewhere() -> None:
    ledger = sample_ledger()
    reader = Reader(render_page(ledger))
    ids = reader.ids()
    assert len(ids) == len(set(ids))
    wanted = {claim.claim_id for claim in ledger.claims} | {fact.fact_id for fact in ledger.facts} | {flag.flag_id for flag in ledger.flags}
    assert wanted <= set(ids)
    targets = {str(attributes["href"])[1:] for tag, attributes in reader.tags if tag == "a" and str(attributes.get("href")).startswith("#")}
    assert targets <= set(ids)


def test_headlines_are_in_words_and_the_most_pressing_come_first() -> None:
    page = render_page(sample_ledger())
    heads = [folded(re.sub(r"<[^>]+>", "", html.unescape(head))) for head in re.findall(r'<span class="c-head"[^>]*>(.*?)</span>\n', page)]
    assert heads[0] == "about 9.6 million EUR or more than 96 million EUR, damage"
    assert "350 cooperation agreements, signed, 2025, Larria" in heads
    assert "14 people, killed, 3 March 2026, Velden harbour, earlier at least 12" in heads
    assert "40 EUR (46.50 USD), visa" in heads
    assert "more than 930 billion USD, trade turnover, record, 2025" in heads
    assert "32nd trading nation, Larria" in heads
    assert heads[-1] == "77 accords, Larria"


def test_the_article_view_holds_the_whole_text_with_its_figures_marked() -> None:
    ledger = sample_ledger()
    page = render_page(ledger)
    text = re.search(r'<div class="text">\n(.*?)\n<details class="also">', page, re.DOTALL)
    assert text is not None
    bare = re.sub(r'<sup.*?</sup>|<span class="(?:vh|kind)[^"]*">.*?</span> ?', "", text[1])
    lines = [html.unescape(re.sub(r"<[^>]+>", "", line)) for line in bare.splitlines()]
    assert "\n".join(lines) == ledger.texts["harbour/fire-evening.txt"].rstrip("\n")
    assert f'id="{sample_id("C", "e_damage")}" href="#{sample_id("F", "damage")}"' in text[1]
    assert '<p class="k-teaser dim"' in text[1]
    assert '<span class="num" title="Not a claim: part of a name">4</span>' in text[1]


def test_sections_where_known_cut_the_text_and_say_what_is_dimmed() -> None:
    text = "350 deals signed\n\nRead also\nmore news\n\nIt rained."
    sections = (Section("headline", 0, 16), Section("teaser", 18, 37, 1), Section("body", 39, 49))
    blocks = list(make_blocks(text, sections, (), (Uncounted("a", 0, 3, "350", "unparsed"),)))
    assert [(block.kind, block.story, "".join(run.text for run in block.runs)) for block in blocks] == [
        ("headline", 0, "350 deals signed"),
        ("teaser", 1, "Read also\nmore news"),
        ("body", 0, "It rained."),
    ]
    assert [(run.text, run.reason) for run in blocks[0].runs] == [("350", "unparsed"), (" deals signed", "")]


def test_a_reprint_says_whose() -> None:
    assert "reprint of “At least 12 dead in harbour fire”" in render_page(sample_ledger())


def test_an_empty_ledger_says_so() -> None:
    page = render_page(Ledger((), (), (), (), ()))
    assert "No figure was found in these articles." in page
    assert "Nothing was flagged." in page


def test_a_ledger_read_back_without_texts_still_has_every_address() -> None:
    ledger = dataclasses.replace(sample_ledger(), texts={})
    reader = Reader(render_page(ledger))
    assert {claim.claim_id for claim in ledger.claims} <= set(reader.ids())
    assert "The text of this article is not part of this page." in "".join(reader.text)


def test_what_passes_the_limits_is_said_and_leads_nowhere_broken() -> None:
    page = render_page(sample_ledger(), PageLimits(facts=3, mentions=1, articles=2, characters=100, flags=2))
    assert "This page holds 3 of 22 facts, the most pressing first; the tables facts and claims beside it hold all of them." in page
    assert "This page holds 2 of 5 articles" in page
    assert "This page holds 2 of 8 flags" in page
    assert "2 more mentions of this fact in the table claims." in page
    assert re.search(r"The last \d+ characters are left out here", page)
    reader = Reader(page)
    ids = reader.ids()
    assert len(ids) == len(set(ids))
    targets = {str(attributes["href"])[1:] for tag, attributes in reader.tags if tag == "a" and str(attributes.get("href")).startswith("#")}
    assert targets - set(ids) == set()


# Safety


def test_nothing_an_article_says_becomes_markup() -> None:
    reader = Reader(render_page(nasty_ledger()))
    kinds = [tag for tag, _ in reader.tags]
    assert kinds.count("script") == 2
    assert kinds.count("style") == 1
    assert {name for _, attributes in reader.tags for name in attributes if name.startswith("on")} == set()
    assert not [attributes for _, attributes in reader.tags if str(attributes.get("href", "")).lower().startswith("javascript")]
    assert '<script>alert("1")</script>' in "".join(reader.text)


def test_hidden_and_reordering_characters_are_written_out() -> None:
    page = render_page(nasty_ledger())
    page.encode("utf-8")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", page)
    assert "⟨U+202E⟩⟨U+0000⟩⟨U+001B⟩⟨U+D800⟩" in page


def test_the_policy_lets_nothing_in_but_the_pages_own_style_and_scripts() -> None:
    page = render_page(sample_ledger())
    policy = next(a["content"] for tag, a in Reader(page).tags if tag == "meta" and a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert policy.count("sha256-") == 3
    assert not re.search(r"""(?:src|href|action|url)\s*[=(]\s*["']?(?:https?:)?//""", page)
    assert ' style="' not in page


@given(st.text())
def test_shown_text_never_holds_a_control_or_bidi_character(text: str) -> None:
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", shown(text))


# Determinism


def test_the_page_is_the_same_to_the_byte_under_another_hash_seed() -> None:
    program = "from samples import sample_ledger; from ledger.report.page import render_page; import hashlib;"
    program += "print(hashlib.sha256(render_page(sample_ledger()).encode()).hexdigest())"
    root = Path(__file__).parent.parent
    path = os.pathsep.join([str(root), str(root / "tests")])
    runs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONPATH": path, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def test_the_order_of_the_rows_in_the_ledger_changes_no_fact_or_flag() -> None:
    ledger = sample_ledger()
    turned = dataclasses.replace(ledger, claims=ledger.claims[::-1], facts=ledger.facts[::-1], flags=ledger.flags[::-1])
    assert render_page(turned) == render_page(ledger)


# Words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("0", "0"),
        ("350", "350"),
        ("1250", "1,250"),
        ("-1234.5", "−1,234.5"),
        ("25974.0259740", "25,974.025974"),
        ("1000000", "1 million"),
        ("9.3E+11", "930 billion"),
        ("1234567", "1,234,567"),
        ("1234000", "1.234 million"),
        ("12000000000000000", "12,000 trillion"),
    ],
)
def test_numbers_are_told_exactly(number: str, words: str) -> None:
    assert number_words(Decimal(number)) == words


def test_written_zeros_are_kept() -> None:
    assert number_words(Decimal("46.5"), Decimal("0.01")) == "46.50"
    assert number_words(Decimal(12), Decimal("0.1")) == "12.0"
    assert number_words(Decimal("0.123"), Decimal("0.1")) == "0.123"


@pytest.mark.parametrize(
    ("noun", "many"),
    [
        ("agreement", "agreements"),
        ("free trade agreement", "free trade agreements"),
        ("country", "countries"),
        ("day", "days"),
        ("person", "people"),
        ("policewoman", "policewomen"),
        ("human", "humans"),
        ("head of state", "heads of state"),
        ("troops", "troops"),
        ("aircraft", "aircraft"),
        ("bus", "buses"),
        ("crisis", "crises"),
        ("box", "boxes"),
        ("", ""),
    ],
)
def test_plurals(noun: str, many: str) -> None:
    assert plural(noun) == many


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2025", "2025"),
        ("2026-02", "February 2026"),
        ("2026-02-14", "14 February 2026"),
        ("2026-02-11/2026-02-13", "11–13 February 2026"),
        ("2026-01-30/2026-02-02", "30 January – 2 February 2026"),
        ("2025-12-30/2026-01-02", "30 December 2025 – 2 January 2026"),
        ("2026-01-01/2026-03-31", "January–March 2026"),
        ("2026-02-01/2026-02-28", "February 2026"),
        ("2025-01-01/2025-12-31", "2025"),
        ("2026/2031", "2026–2031"),
        ("2026/..", "from 2026"),
        ("../2030", "until 2030"),
        ("2026-13-45", "2026-13-45"),
        ("Tet", "Tet"),
        ("", ""),
    ],
)
def test_periods(period: str, words: str) -> None:
    assert period_words(period) == words


@pytest.mark.parametrize(
    ("kind", "unit", "words"),
    [
        ("count", "agreement", ""),
        ("physical", "kilometer", " kilometers"),
        ("physical", "kilometer / hour", " kilometers per hour"),
        ("physical", "meter ** 2", " square meters"),
        ("physical", "foot", " feet"),
        ("physical", "degree_Celsius", " °C"),
        ("percentage_point", "percentage_point", " percentage points"),
        ("ratio", "times", " times"),
    ],
)
def test_units(kind: str, unit: str, words: str) -> None:
    assert unit_words(kind, unit) == words


def test_amounts_hedges_and_intervals() -> None:
    claims = sample_claims()
    assert amount_words(claims["e_share"]) == "80–85%"
    assert amount_words(claims["e_minutes"]) == "20 minutes"
    assert amount_words(claims["t_points"]) == "2 percentage points"
    assert amount_words(dataclasses.replace(claims["t_rank"], qualifier="at_most")) == "32"
    assert hedge_words("more_than;record") == "more than, record"
    assert interval_words(Interval(None, Decimal(350), "(]")) == "at most 350"
    assert interval_words(Interval(Decimal(930), None, "()")) == "more than 930"
    assert interval_words(Interval(None, None)) == ""


# The figure in its sentence


def test_the_figure_is_marked_where_it_stands_and_not_where_it_reads_the_same() -> None:
    text = "Of  17 countries,\n17 signed and 17 did not."
    claim = dataclasses.replace(sample_claims()["a_partners"], start=18, end=20, surface="17", sentence=folded(text), sentence_start=0)
    assert mark_sentence(claim, text).before == "Of 17 countries, "
    assert mark_sentence(claim).before == "Of 17 countries, "
    assert mark_sentence(dataclasses.replace(claim, start=32), text).before == "Of 17 countries, 17 signed and "


@given(st.text(alphabet="17 a\n", max_size=40), st.data())
def test_a_marked_sentence_is_still_the_sentence(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    claim = dataclasses.replace(
        sample_claims()["a_partners"], start=start, end=end, surface=text[start:end], sentence=folded(text), sentence_start=0
    )
    marked = mark_sentence(claim, text)
    assert marked.before + marked.figure + marked.after == folded(text)
    if folded(text[start:end]):
        assert marked.figure == folded(text[start:end])


def test_overlapping_figures_lose_no_text() -> None:
    claim = sample_claims()["a_partners"]
    inner = dataclasses.replace(claim, start=5, end=7)
    outer = dataclasses.replace(claim, start=3, end=9)
    blocks = list(make_blocks("abc 12345 def", (), (inner, outer), (Uncounted("a", 8, 10, "5 ", "date"),)))
    assert ["".join(run.text for run in block.runs) for block in blocks] == ["abc 12345 def"]
    assert [run.claim for run in blocks[0].runs if run.claim] == [outer]


# The plot


def plot_row(low: str, high: str, bounds: Interval) -> PlotRow:
    return PlotRow("Source", "words", Decimal(low), Decimal(high), bounds, Interval(None, None))


def test_the_plot_draws_points_ranges_and_open_sides() -> None:
    rows = [
        plot_row("350", "350", Interval(Decimal(350), Decimal(350))),
        PlotRow(
            "B", "nearly 350", Decimal(350), Decimal(350), Interval(None, Decimal(350), "(]"), Interval(Decimal(315), Decimal(350)), True
        ),
        plot_row("300", "320", Interval(Decimal(300), Decimal(320))),
    ]
    svg = str(render_plot(rows, 'Three "sources"'))
    assert svg.count('class="p-dot"') == 1
    assert svg.count('class="p-ring"') == 1
    assert svg.count('class="p-range"') == 1
    assert 'aria-label="Three &#34;sources&#34;"' in svg
    assert re.findall(r'<path class="p-end" d="(M\d+ )', svg)[0] == "M5 "
    assert "style" not in svg


def test_equal_values_still_have_an_axis() -> None:
    rows = [plot_row("0", "0", Interval(Decimal(0), Decimal(0)))] * 2
    axis = make_axis(rows, Decimal(0), Decimal(100))
    assert axis.at(Decimal(0)) == Decimal("50.0")
    assert str(render_spark(rows)).count("<circle") == 1


@given(st.lists(st.decimals(-(10**15), 10**15, places=2), min_size=1, max_size=6), st.decimals(-(10**16), 10**16, places=1))
def test_every_value_falls_on_the_axis_in_order(values: list[Decimal], other: Decimal) -> None:
    axis = make_axis([plot_row(str(value), str(value), Interval(value, value)) for value in values], Decimal(10), Decimal(350))
    pixels = [axis.at(value) for value in sorted(values)]
    assert pixels == sorted(pixels)
    assert 10 <= axis.at(other) <= 350


def test_only_facts_whose_sources_differ_have_a_plot() -> None:
    page = render_page(sample_ledger())
    plotted = re.findall(r'<details class="item fact" id="(F-\w+)"(?:(?!</details>).)*?<svg class="plot"', page, re.DOTALL)
    assert set(plotted) == {sample_id("F", key) for key in ("damage", "dead", "accords")}


def test_the_page_is_made_from_anywhere() -> None:
    program = "import ledger.report.page as page; from ledger.model import Ledger; "
    program += "print(len(page.render_page(Ledger((), (), (), (), ()))))"
    root = str(Path(__file__).parent.parent)
    done = subprocess.run([sys.executable, "-c", program], cwd="/", env={"PYTHONPATH": root}, capture_output=True, text=True, check=True)
    assert int(done.stdout) > 10_000


def test_flags_name_articles_by_title_and_publisher_and_one_source_only_comes_last() -> None:
    flags = flag_views(make_index(sample_ledger(), PageLimits()), PageLimits())
    assert [flag.check for flag in flags if flag.severity == "info"] == ["A6", "D2", "D4", "A8"]
    articles = {article.article: article for article in sample_ledger().articles}
    names = {name for flag in flags for _, _, name in flag.claims}
    assert names <= {f"{one.title} ({one.publisher})" if one.publisher else one.title or one.article for one in articles.values()}
    assert any(name.endswith(")") for name in names)
