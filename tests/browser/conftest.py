"""A real browser for pages: headless Chromium, driven by Playwright.

Belongs here: finding the browser, opening pages, collecting what the console says. Does not: tests.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
# stories and hostile strings are those of the unit tests
WAREHOUSE_TESTS = HERE.parent / "unit" / "warehouse"
sys.path += [str(WAREHOUSE_TESTS / "timeline"), str(WAREHOUSE_TESTS / "explorer")]

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# a browser without a graphics card draws in the processor; on a machine under load it now and then has no frame to give
OPTIONS = ["--no-sandbox", "--disable-gpu"]
NO_FRAME = "Unable to capture screenshot"
ATTEMPTS = 5
PAUSE_MS = 500


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """Headless Chromium; skips where there is none."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="needs Playwright: make test EXTRAS=browser")
    executable = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if executable is None:
        pytest.skip("needs Chromium: apt-get install chromium")
    with sync_api.sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=executable, args=OPTIONS)
        yield launched
        launched.close()


@pytest.fixture
def photograph():
    """Take a picture of a page, or of one place of it, for people to look at (not in git): `photograph(page, name)` -> its file.

    Asks again when the browser has no frame to give, and skips where it never has one.
    """
    from playwright.sync_api import Error

    folder = HERE / "shots"
    folder.mkdir(exist_ok=True)

    def taken(page, name: str, of: str | None = None) -> Path:
        file = folder / f"{name}.png"
        for _ in range(ATTEMPTS):
            try:
                (page.locator(of) if of else page).screenshot(path=file)
            except Error as error:
                if NO_FRAME not in error.message:
                    raise
                page.wait_for_timeout(PAUSE_MS)
            else:
                return file
        pytest.skip("this browser takes no pictures here")

    return taken


@pytest.fixture
def open_page(browser, tmp_path):
    """Write a page to disk and open it: `open_page(html, width=1280, ...)`. Ends with a check that the console stayed silent."""
    contexts, messages = [], []

    def opened(html: str, *, width: int = 1280, height: int = 900, fragment: str = "", **options: object):
        file = tmp_path / f"page{len(contexts)}.html"
        file.write_text(html, encoding="utf-8")
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: messages.append(message.text))
        page.on("pageerror", lambda error: messages.append(str(error)))
        page.on(
            "request", lambda request: request.url.startswith("file:") or messages.append(f"asked for {request.url}")
        )
        page.goto(file.as_uri() + fragment)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert messages == []
