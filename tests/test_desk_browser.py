"""The desk in a real browser, as an editor uses it: pasted into, dropped on, clicked, searched, read on a phone."""

from __future__ import annotations

import base64
import io
import re
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest

pytest.importorskip("uvicorn", reason="the extra `desk` is not installed")

from playwright.sync_api import Page, expect

from browser import PHONE, OpenPage, Watched, browser, open_page
from draft_samples import sample_folder
from test_page_browser import CONTRAST

__all__ = ["browser", "open_page"]
pytestmark = pytest.mark.browser

DRAFT = """The port of Corvana handled 5,250 ships in 2025, Ilse Brandt said.

At 640 meters the new quay is the longest on the coast. <script>document.title = "owned"</script>

The fund grew from 40 million euros to 50 million euros, an increase of 35%.
"""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    command = [sys.executable, "-m", "ledger", "serve", "--ledger", str(sample_folder()), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        yield running.stdout.readline().split()[-1]
        running.terminate()


Desk = Callable[..., Watched]


@pytest.fixture
def desk(address: str, open_page: OpenPage) -> Desk:
    def opened(**how: object) -> Watched:
        watched = open_page(address, **how)
        expect(watched.page.locator("#holds")).to_have_text(re.compile("facts from 3 articles"))
        expect(watched.page.locator("#example")).to_be_visible()
        return watched

    return opened


def paste(page: Page, text: str) -> None:
    page.evaluate(
        """(text) => { const held = new DataTransfer(); held.setData("text/plain", text);
        const box = document.getElementById("draft"); box.focus();
        const event = new ClipboardEvent("paste", {clipboardData: held, bubbles: true, cancelable: true});
        if (box.dispatchEvent(event)) document.execCommand("insertText", false, text); }""",
        text,
    )


def assert_own(watched: Watched, address: str) -> None:
    assert [url for url in watched.requests if not url.startswith(address)] == []
    assert watched.complaints == []


def test_a_pasted_draft_is_marked_in_colour_and_words_and_a_figure_opens(desk: Desk, address: str) -> None:
    watched = desk()
    page = watched.page
    paste(page, DRAFT)
    expect(page.locator("#f1")).to_have_text("5,250≠ contradicted")
    expect(page.locator("#f2")).to_have_text("640 meters✓ supported")
    expect(page.locator(".fig", has_text="35%")).to_contain_text("✕ change does not fit")
    assert "<script>" in page.inner_text("#marked")
    assert page.title() == "Fact ledger: the desk"
    colours = page.evaluate("['f1', 'f2'].map((id) => getComputedStyle(document.querySelector(`#${id} .word`)).color)")
    assert colours[0] != colours[1]
    expect(page.locator(".work-list button").first).to_contain_text("Contradicts the ledger")
    page.click("#f1")
    panel = page.locator("#panel")
    expect(panel.locator(".stand")).to_contain_text("Contradicted by courier.txt and gazette.txt (2 independent sources)")
    expect(panel.locator(".mention")).to_have_count(2)
    expect(panel.locator("svg.plot .p-label").first).to_have_text("5,250 · your draft")
    expect(panel.locator(".flag .working").first).to_contain_text("% apart")
    assert_own(watched, address)


def test_the_same_by_keys_alone_with_a_copied_source_line(desk: Desk, address: str) -> None:
    watched = desk()
    page = watched.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address.rstrip("/"))
    page.focus("#draft")
    page.keyboard.insert_text(DRAFT)
    page.keyboard.press("Control+Enter")
    expect(page.locator("#f1")).to_be_visible()
    page.keyboard.press("j")
    expect(page.locator("#f1")).to_be_focused()
    expect(page.locator("#panel .mention")).to_have_count(2)
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.keyboard.press("ArrowRight")
    expect(page.locator("#f2")).to_be_focused()
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    expect(page.locator("#panel")).to_be_focused()
    page.keyboard.press("c")
    expect(page.locator("#toast")).to_contain_text("Copied: 4,250 ships, 2025; “Corvana")
    assert page.evaluate("navigator.clipboard.readText()").startswith("4,250 ships, 2025; “Corvana")
    page.keyboard.press("Escape")
    expect(page.locator("#f1")).to_be_focused()
    page.keyboard.press("?")
    expect(page.locator("#help")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("e")
    expect(page.locator("#draft")).to_have_value(DRAFT)
    assert_own(watched, address)


def test_the_search_answers_as_one_types_and_enter_opens_the_fact(desk: Desk, address: str) -> None:
    watched = desk()
    page = watched.page
    page.keyboard.press("/")
    page.keyboard.type("dockers")
    expect(page.locator("#hits li").first).to_contain_text("nearly 900 dockers")
    expect(page.locator("#q")).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Enter")
    expect(page.locator("#panel .c-head")).to_have_text(re.compile("^nearly 900 dockers"))
    expect(page.locator("#found")).to_be_hidden()
    page.click("#panel .copy >> nth=0")
    expect(page.locator("#panel .copy").first).to_have_text("Copied ✓")
    page.fill("#q", "zebra")
    expect(page.locator("#found-count")).to_have_text("No fact fits. Try fewer words, or a number as it is written.")
    assert_own(watched, address)


def word_file() -> bytes:
    docx = pytest.importorskip("docx", reason="python-docx is not installed (the extra `office`)")
    document, held = docx.Document(), io.BytesIO()
    document.add_paragraph("Corvana.")
    document.add_paragraph("The port of Corvana handled 5,250 ships in 2025.")
    document.save(held)
    return held.getvalue()


def test_a_word_file_is_dropped_and_told_by_paragraph(desk: Desk, address: str) -> None:
    watched = desk()
    page = watched.page
    held = page.evaluate_handle(
        """(coded) => { const held = new DataTransfer();
        held.items.add(new File([Uint8Array.from(atob(coded), (one) => one.charCodeAt(0))], "draft.docx")); return held; }""",
        base64.b64encode(word_file()).decode(),
    )
    page.dispatch_event("main", "dragenter", {"dataTransfer": held})
    expect(page.locator("#drop")).to_be_visible()
    page.dispatch_event("main", "drop", {"dataTransfer": held})
    expect(page.locator("#drop")).to_be_hidden()
    expect(page.locator("#name")).to_contain_text("draft.docx: 1 figure: 1 contradicted")
    expect(page.locator(".work-list button")).to_contain_text("paragraph 2")
    assert_own(watched, address)


def test_a_paste_of_five_megabytes_is_refused_in_words_and_the_desk_goes_on(desk: Desk) -> None:
    watched = desk()
    paste(watched.page, "The port handled 4,250 ships. " * 166_700)
    expect(watched.page.locator("#message")).to_have_text(
        "pasted.txt: the draft is 5,001,000 characters long, and the desk checks 300,000 at a time."
        " Give a part of it, or run factledger check on the file."
    )
    assert watched.page.input_value("#draft") == ""
    paste(watched.page, DRAFT)
    expect(watched.page.locator("#f1")).to_be_visible()


def test_empty_and_unreadable_drafts_are_told(desk: Desk) -> None:
    page = desk().page
    page.click("#check")
    expect(page.locator("#message")).to_have_text("there is nothing to check yet. Paste a draft or type a sentence.")
    page.set_input_files("#file", {"name": "draft.docx", "mimeType": "application/octet-stream", "buffer": b"none"})
    expect(page.locator("#message")).to_contain_text("draft.docx: no Word file that can be read")
    page.fill("#draft", "No figure stands here.")
    page.click("#check")
    expect(page.locator("#counts")).to_have_text("No figures found")
    expect(page.locator("#message")).to_be_empty()


@pytest.mark.parametrize("dark", [False, True])
def test_words_can_be_read_light_and_dark(desk: Desk, dark: bool) -> None:
    page = desk(dark=dark).page
    assert page.evaluate(CONTRAST) == []
    paste(page, DRAFT)
    page.click("#f1")
    expect(page.locator("#panel .mention")).to_have_count(2)
    page.wait_for_timeout(200)
    assert page.evaluate(CONTRAST) == []
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == ("rgb(22, 23, 26)" if dark else "rgb(252, 251, 248)")


def test_on_a_phone_nothing_is_cut_and_the_panel_covers_the_page_until_closed(desk: Desk) -> None:
    watched = desk(size=PHONE)
    page = watched.page
    assert watched.overflow() <= 0
    paste(page, DRAFT)
    expect(page.locator("#f1")).to_be_visible()
    assert watched.overflow() <= 0
    page.click("#f1")
    expect(page.locator("#panel .mention").first).to_be_visible()
    assert page.locator("#panel").bounding_box() == {"x": 0, "y": 0, "width": 390, "height": 844}
    assert watched.overflow() <= 0
    page.click("#shut")
    expect(page.locator("#panel")).to_be_hidden()
    expect(page.locator("#f1")).to_be_focused()


def test_nothing_moves_when_the_example_is_tried_with_a_wrong_figure(desk: Desk) -> None:
    page = desk().page
    page.click("#example-wrong")
    expect(page.locator(".fig.m-contradicted")).to_have_count(1)
    before = page.locator(".fig.m-contradicted").bounding_box()
    page.locator(".fig.m-contradicted").click()
    expect(page.locator("#panel .mention").first).to_be_visible()
    assert page.locator(".fig.m-contradicted").bounding_box() == before
