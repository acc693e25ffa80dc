"""Fixtures that open pages in headless Chromium and note what a page should never do: complain, or ask the network.

A test module says `from browser import browser, open_page` (pytest finds fixtures by name in the module). Without Playwright or
Chromium the tests are skipped with the reason. `LEDGER_CHROMIUM` names another browser than the one found on the path.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

playwright_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: pip install playwright")

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright  # noqa: E402

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
LAPTOP = (1280, 800)
PHONE = (390, 844)


@dataclass(slots=True)
class Watched:
    """An open page, what it said on the console, and every address it asked for but its own."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def overflow(self) -> int:
        """By how many pixels the page is wider than its window."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


OpenPage = Callable[..., Watched]


def find_chromium() -> str | None:
    """The path of a Chromium on this machine, or None."""
    named = os.environ.get("LEDGER_CHROMIUM")
    return named or next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One headless Chromium for a test module."""
    path = find_chromium()
    if path is None:
        pytest.skip("no Chromium on the path: apt-get install chromium, or set LEDGER_CHROMIUM")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, headless=True, args=list(FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """A function (path or address, anchor="", size=LAPTOP, dark=False, scripts=True) -> Watched."""
    contexts: list[BrowserContext] = []

    def opened(
        target: Path | str, anchor: str = "", *, size: tuple[int, int] = LAPTOP, dark: bool = False, scripts: bool = True
    ) -> Watched:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
            has_touch=size[0] < 600,
        )
        contexts.append(context)
        address = target.as_uri() if isinstance(target, Path) else target
        watched = Watched(context.new_page())
        watched.page.on("console", lambda message: watched.complaints.append(f"{message.type}: {message.text}"))
        watched.page.on("pageerror", lambda error: watched.complaints.append(str(error)))
        watched.page.on("request", lambda request: _note(watched, request.url, address))
        watched.page.goto(f"{address}#{anchor}" if anchor else address)
        return watched

    yield opened
    for context in contexts:
        context.close()


def _note(watched: Watched, url: str, address: str) -> None:
    if url.partition("#")[0] != address and not url.startswith("data:"):
        watched.requests.append(url)
