"""The page in a real browser: searched, filtered, clicked, linked to, at both widths, and asking nobody for anything."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser import PHONE, OpenPage, Watched, browser, open_page
from ledger.interval import Interval
from ledger.model import Article, Claim, Fact, Ledger
from ledger.report.page import render_page
from samples import sample_id, sample_ledger
from test_page import nasty_ledger

__all__ = ["browser", "open_page"]
pytestmark = pytest.mark.browser

VISIBLE_FACTS = "details.fact:visible"
CONTRAST = """
() => {
  const light = ([r, g, b]) => [r, g, b].map((v) => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const over = (below, color) => {
    canvas.fillStyle = `rgb(${below.join(",")})`; canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const ground = (node) => {
    const chain = [];
    for (let at = node; at; at = at.parentElement) chain.unshift(getComputedStyle(at).backgroundColor);
    return chain.reduce(over, [255, 255, 255]);
  };
  const low = [];
  for (const node of document.querySelectorAll("body *")) {
    const own = [...node.childNodes].some((one) => one.nodeType === 3 && one.data.trim());
    if (!own || !node.checkVisibility() || node.closest("script, .vh")) continue;
    const style = getComputedStyle(node), back = ground(node);
    const front = over(back, node.closest("svg") ? style.fill : style.color);
    const [a, b] = [light(front), light(back)].sort((x, y) => y - x);
    const ratio = (a + .05) / (b + .05);
    if (ratio < 4.5) low.push(`${node.outerHTML.slice(0, 80)} ${ratio.toFixed(2)}`);
  }
  return low;
}
"""


@pytest.fixture(scope="module")
def sample_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "ledger.html"
    path.write_text(render_page(sample_ledger()), encoding="utf-8")
    return path


def address(letter: str, key: str) -> str:
    return sample_id(letter, key)


def search(watched: Watched, text: str, expected: str) -> None:
    watched.page.fill("#q", text)
    expect(watched.page.locator("#count")).to_have_text(expected)


def assert_quiet(watched: Watched) -> None:
    assert watched.complaints == []
    assert watched.requests == []


def test_typing_a_word_leaves_the_facts_that_hold_it(sample_page: Path, open_page: OpenPage) -> None:
    opened = open_page(sample_page)
    assert opened.page.inner_text("#count") == "22 facts"
    search(opened, "turnover", "2 of 22 facts")
    assert opened.page.locator(VISIBLE_FACTS).evaluate_all("nodes => nodes.map(node => node.id).sort()") == sorted(
        [address("F", "trade"), address("F", "target")]
    )
    search(opened, "turnover target", "1 of 22 facts")
    search(opened, "", "22 facts")
    assert_quiet(opened)


def test_a_number_is_found_however_it_is_written(sample_page: Path, open_page: OpenPage) -> None:
    opened = open_page(sample_page)
    rows = (("930", "trade"), ("930 billion", "trade"), ("930,000,000,000", "trade"), ("12500", "tonnes"), ("€1,250", "fee"))
    for typed, key in rows:
        search(opened, "", "22 facts")
        opened.page.fill("#q", typed)
        expect(opened.page.locator("#count")).to_have_text(re.compile(" of 22 facts"))
        found = opened.page.locator(VISIBLE_FACTS).evaluate_all("nodes => nodes.map(node => node.id)")
        assert address("F", key) in found
        assert address("F", "rise") not in found


def test_a_number_is_not_found_inside_another(sample_page: Path, open_page: OpenPage) -> None:
    opened = open_page(sample_page)
    search(opened, "500", "0 of 22 facts")
    assert opened.page.locator(".nothing:visible").inner_text() == "No fact fits. Search for another word or number, or show all."
    opened.page.click("#clear")
    assert opened.page.inner_text("#count") == "22 facts"


def test_verdict_and_severity_buttons_narrow_and_release(sample_page: Path, open_page: OpenPage) -> None:
    opened = open_page(sample_page)
    nuance = opened.page.get_by_role("button", name="Nuance 1")
    nuance.click()
    assert nuance.get_attribute("aria-pressed") == "true"
    assert opened.page.locator(VISIBLE_FACTS).evaluate_all("nodes => nodes.map(node => node.id)") == [address("F", "accords")]
    opened.page.get_by_role("button", name="Agree 2").click()
    assert opened.page.inner_text("#count") == "3 of 22 facts"
    opened.page.get_by_role("button", name="Info 3").click()
    assert opened.page.inner_text("#count") == "1 of 22 facts"
    opened.page.get_by_role("button", name="Show all").click()
    assert opened.page.inner_text("#count") == "22 facts"
    assert_quiet(opened)


def test_the_flags_are_filtered_by_their_own_counts(sample_page: Path, open_page: OpenPage) -> None:
    opened = open_page(sample_page, "flags")
    assert opened.page.inner_text("#count") == "8 flags"
    opened.page.get_by_role("button", name="Info 4").click()
    assert opened.page.inner_text("#count") == "4 of 8 flags"
    assert opened.page.get_by_role("button", name="Nuance").count() == 0


def test_a_figure_in_the_text_opens_its_fact_beside_it(sample_page: Path, open_page: OpenPage) -> None:
    opened = open_page(sample_page, "articles")
    opened.page.click(f"#{address('C', 'e_damage')}")
    panel = opened.page.locator("#panel")
    panel.get_by_text("about 9.6 million EUR or more than 96 million EUR").wait_for()
    assert panel.locator(".mention").count() == 3
    assert panel.locator(".mention.here mark").inner_text() == "€9.6 million"
    assert opened.page.url.endswith(f"#{address('C', 'e_damage')}")
    panel.get_by_role("link", name="Open among the facts").click()
    opened.page.locator(f"#{address('F', 'damage')} .body").wait_for(state="visible")
    assert opened.page.locator("nav a[aria-current]").inner_text().startswith("Facts")
    opened.page.go_back()
    opened.page.locator(".text").first.wait_for(state="visible")
    assert_quiet(opened)


def test_a_figure_opened_by_key_leads_to_its_fact_and_back(sample_page: Path, open_page: OpenPage) -> None:
    opened = open_page(sample_page, "articles")
    opened.page.focus(f"#{address('C', 'e_damage')}")
    opened.page.keyboard.press("Enter")
    expect(opened.page.locator("#panel")).to_be_focused()
    opened.page.get_by_role("button", name="Close").press("Enter")
    expect(opened.page.locator(f"#{address('C', 'e_damage')}")).to_be_focused()
    assert "Choose a figure" in opened.page.locator("#panel").inner_text()
    assert_quiet(opened)


def test_a_clicked_figure_stays_under_the_pointer(sample_page: Path, open_page: OpenPage) -> None:
    opened = open_page(sample_page, "articles")
    figure = opened.page.locator(f"#{address('C', 'e_share')}")
    before = figure.bounding_box()
    figure.click()
    opened.page.locator("#panel .mention").first.wait_for()
    assert figure.bounding_box() == before


def test_a_figure_on_a_phone_leads_to_its_fact(sample_page: Path, open_page: OpenPage) -> None:
    opened = open_page(sample_page, "articles", size=PHONE)
    opened.page.tap(f"#{address('C', 'e_tonnes')}")
    opened.page.locator(f"#{address('F', 'tonnes')} .mentions").wait_for(state="visible")
    assert_quiet(opened)


@pytest.mark.parametrize(
    ("anchor", "view", "seen"),
    [
        (address("F", "accords"), "Facts", f"#{address('F', 'accords')} .mentions"),
        (address("C", "t_rank"), "Articles", f"#{address('C', 't_rank')}"),
        (sample_id("G", "A3", "e_damage", "m_damage"), "Flags", f"#{sample_id('G', 'A3', 'e_damage', 'm_damage')}"),
        ("coverage", "Not claims", ".uncounted"),
        ("no-such-place", "Facts", "details.fact"),
        ("%E0%A4%A", "Facts", "details.fact"),
    ],
)
def test_an_address_opens_its_place(anchor: str, view: str, seen: str, sample_page: Path, open_page: OpenPage) -> None:
    opened = open_page(sample_page, anchor)
    assert opened.page.locator("nav a[aria-current]").inner_text().startswith(view)
    assert opened.page.locator(f"{seen} >> visible=true").first.is_visible()
    box = opened.page.locator(seen).locator("visible=true").first.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 800
    assert_quiet(opened)


def test_an_address_comes_through_a_filter_that_hides_it(sample_page: Path, open_page: OpenPage) -> None:
    opened = open_page(sample_page)
    search(opened, "turnover", "2 of 22 facts")
    opened.page.evaluate(f"location.hash = '{address('F', 'accords')}'")
    opened.page.locator(f"#{address('F', 'accords')} .mentions").wait_for(state="visible")
    assert opened.page.inner_text("#count") == "22 facts"


def test_the_keyboard_reaches_search_facts_and_views(sample_page: Path, open_page: OpenPage) -> None:
    opened = open_page(sample_page)
    keyboard = opened.page.keyboard
    keyboard.press("/")
    keyboard.type("1/2 turnover")
    assert opened.page.input_value("#q") == "1/2 turnover"
    keyboard.press("Escape")
    assert opened.page.input_value("#q") == ""
    opened.page.locator(f"#{address('F', 'accords')} > summary").focus()
    keyboard.press("Enter")
    assert opened.page.locator(f"#{address('F', 'accords')} .mentions").is_visible()
    outline = opened.page.locator(f"#{address('F', 'accords')} > summary").evaluate("node => getComputedStyle(node).outlineStyle")
    assert outline == "solid"
    opened.page.get_by_role("link", name="Flags").focus()
    keyboard.press("Enter")
    opened.page.locator("section.view[data-view=flags]").wait_for(state="visible")  # the view follows the address a moment later
    assert opened.page.locator("nav a[aria-current]").inner_text().startswith("Flags")
    assert_quiet(opened)


VIEWS = ("facts", "articles", "flags", "coverage")


def each_view(opened: Watched) -> Iterator[str]:
    """The views one after the other, everything folded open."""
    opened.page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    for view in VIEWS:
        opened.page.click(f"nav a[data-to={view}]")
        opened.page.locator(f"section.view[data-view={view}]").wait_for(state="visible")
        yield view


@pytest.mark.parametrize("size", [(1280, 800), PHONE, (320, 640)])
def test_no_view_is_wider_than_its_window(size: tuple[int, int], sample_page: Path, open_page: OpenPage) -> None:
    opened = open_page(sample_page, size=size)
    assert {view: opened.overflow() for view in each_view(opened)} == dict.fromkeys(VIEWS, 0)
    assert_quiet(opened)


@pytest.mark.parametrize("dark", [False, True])
def test_text_stands_out_enough(dark: bool, sample_page: Path, open_page: OpenPage) -> None:
    opened = open_page(sample_page, dark=dark)
    assert {view: opened.page.evaluate(CONTRAST) for view in each_view(opened)} == {view: [] for view in VIEWS}


def test_without_scripts_everything_is_there_to_read(sample_page: Path, open_page: OpenPage) -> None:
    opened = open_page(sample_page, scripts=False)
    for view in ("facts", "articles", "flags", "coverage"):
        assert opened.page.locator(f"#{view}").is_visible()
    assert not opened.page.locator("#q").is_visible()
    opened.page.click(f"#{address('F', 'accords')} > summary")
    assert opened.page.locator(f"#{address('F', 'accords')} .mentions").is_visible()


def test_a_printed_page_shows_what_is_folded(sample_page: Path, open_page: OpenPage) -> None:
    opened = open_page(sample_page)
    opened.page.emulate_media(media="print")
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert opened.page.locator(f"#{address('F', 'accords')} .said").first.is_visible()
    assert not opened.page.locator(".bar").is_visible()
    opened.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert opened.page.locator("details.fact[open]").count() == 1


def test_script_in_an_article_stays_text(tmp_path: Path, open_page: OpenPage) -> None:
    path = tmp_path / "nasty.html"
    path.write_text(render_page(nasty_ledger()), encoding="utf-8")
    opened = open_page(path, "articles")
    opened.page.on("dialog", lambda dialog: opened.complaints.append(f"dialog: {dialog.message}"))
    assert '<script>alert("1")</script>' in opened.page.locator(".text").inner_text()
    opened.page.locator(".text a.fig").last.click()
    opened.page.locator("#panel .mention").first.wait_for()
    search(opened, "<script>", "1 of 1 article")
    assert opened.page.locator("script").count() == 2
    assert_quiet(opened)


def test_the_policy_stops_what_slips_in(sample_page: Path, open_page: OpenPage) -> None:
    opened = open_page(sample_page)
    opened.page.evaluate("""() => {
      const image = new Image(); image.src = "https://example.invalid/a.png";
      document.body.append(image);
      const inline = document.createElement("script");
      try { inline.textContent = "window.ran = true"; document.body.append(inline); } catch (error) { window.refused = error.name; }
    }""")
    expect_refusal = [one for one in opened.complaints if "Content Security Policy" in one]
    assert expect_refusal
    assert opened.page.evaluate("window.ran") is None
    assert opened.page.evaluate("window.refused") == "TypeError"


def large_ledger(facts: int) -> Ledger:
    """Made-up articles of ten figures each, each figure a fact of its own."""
    claims, articles, texts = [], [], {}
    for number in range(facts // 10):
        name, text = f"big/{number:04d}.txt", ""
        for line in range(10):
            start, value = len(text) + len("The office counted "), number * 10 + line + 1000
            sentence = f"The office counted {value} letters from district {chr(97 + line)} in its yearly report on the post."
            text += f"{sentence}\n"
            amount = Decimal(value)
            claims.append(
                Claim(
                    sample_id("C", str(value)), name, "body", start, start + 4, str(value), amount, amount, amount, "count", "letter",
                    entity="letter", bounds=Interval(amount, amount), sentence=sentence, sentence_start=len(text) - len(sentence) - 1,
                )
            )  # fmt: skip
        texts[name] = text
        articles.append(Article(name, f"Post report {number}", None, "The Post", "en", "0" * 64, len(text)))
    made = tuple(
        Fact(
            sample_id("F", claim.surface), "count", "letter", "letter", "level", "actual", "", "",
            claim.value, claim.low, claim.high, 1, 1, 1, "single", (claim.claim_id,),
        )
        for claim in claims
    )  # fmt: skip
    return dataclasses.replace(Ledger(tuple(articles), tuple(claims), made, (), ()), texts=texts)


@pytest.mark.slow
def test_five_thousand_claims_stay_usable(tmp_path: Path, open_page: OpenPage) -> None:
    path = tmp_path / "large.html"
    path.write_text(render_page(large_ledger(5_000)), encoding="utf-8")
    opened = open_page(path)
    assert opened.page.inner_text("#count") == "5,000 facts"
    search(opened, "letters", "5,000 of 5,000 facts")
    typed = """text => {
      const box = document.getElementById("q"), count = document.getElementById("count"), from = performance.now();
      box.value = text;
      box.dispatchEvent(new Event("input"));
      return new Promise((done) => setTimeout(() => requestAnimationFrame(() => setTimeout(
        () => done([performance.now() - from - 60, count.textContent]))), 61));
    }"""
    elapsed, count = opened.page.evaluate(typed, "5999")
    assert count == "1 of 5,000 facts"
    assert elapsed < 1_000
    assert_quiet(opened)
