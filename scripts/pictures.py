"""make pictures: the pictures of the README and the docs, made from the ledger of seeds/ as a reader would see it.

The Facts sheet goes through LibreOffice to PDF to PNG, the page and the desk through headless Chromium.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import openpyxl

from ledger.pipeline import build

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
SHEET = "Facts"
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--hide-scrollbars",
)  # fmt: skip


DRAFT = """Vietnam's year of diplomacy

Vietnam signed 400 cooperation agreements in 2025 and upgraded its relations with 17 partners.

It now has 42 comprehensive partnerships or higher."""


def main() -> int:
    """Writes docs/pictures/workbook.png, page.png and desk.png; says which program is missing, and leaves the pictures alone then."""
    programs = {name: shutil.which(name) for name in ("soffice", "pdftoppm", "chromium")}
    missing = [name for name, found in programs.items() if found is None]
    if missing:
        print(f"make pictures: {', '.join(missing)} is not installed, so the pictures stay as they are.", file=sys.stderr)
        return 2
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        build([ROOT / "seeds"], scratch / "ledger")
        _picture_workbook(scratch / "ledger" / "ledger.xlsx", scratch)
        _picture_page(scratch / "ledger" / "ledger.html", scratch)
        _picture_desk(scratch / "ledger")
    print(f"written to {PICTURES.relative_to(ROOT)}/")
    return 0


def _picture_workbook(workbook: Path, scratch: Path) -> None:
    """The upper part of the first printed page of the Facts sheet; other sheets are hidden in a copy, since LibreOffice prints what is shown."""
    book = openpyxl.load_workbook(workbook, rich_text=True)
    book.active = book.sheetnames.index(SHEET)
    for sheet in book.worksheets:
        sheet.sheet_state = "visible" if sheet.title == SHEET else "hidden"
    book.save(scratch / "facts.xlsx")
    profile = f"-env:UserInstallation=file://{scratch}/profile"
    _run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", scratch, scratch / "facts.xlsx")
    crop = ("-x", "50", "-y", "65", "-W", "1660", "-H", "760")
    _run("pdftoppm", "-png", "-singlefile", "-f", "1", "-r", "150", *crop, scratch / "facts.pdf", PICTURES / "workbook")


def _picture_page(page: Path, scratch: Path) -> None:
    shot = f"--screenshot={PICTURES / 'page.png'}"
    _run("chromium", *QUIET, f"--user-data-dir={scratch / 'browser'}", "--window-size=1280,860", shot, page.as_uri())


def _picture_desk(ledger: Path) -> None:
    """The desk with a draft of three figures, the wrong one open."""
    from playwright.sync_api import sync_playwright

    command = [sys.executable, "-m", "ledger", "serve", "--ledger", str(ledger), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as desk, sync_playwright() as playwright:
        try:
            address = desk.stdout.readline().split()[-1] if desk.stdout else ""
            chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(QUIET))
            page = chromium.new_page(viewport={"width": 1280, "height": 860})
            page.goto(address)
            page.fill("#draft", DRAFT)
            page.click("#check")
            page.click(".fig.m-contradicted")
            page.wait_for_selector("#panel .mention")
            page.screenshot(path=PICTURES / "desk.png")
            chromium.close()
        finally:
            desk.terminate()


def _run(*command: object) -> None:
    subprocess.run([str(part) for part in command], check=True, capture_output=True, timeout=180)


if __name__ == "__main__":
    sys.exit(main())
