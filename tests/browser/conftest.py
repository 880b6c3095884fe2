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


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """Headless Chromium; skips where there is none."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="needs Playwright: make test EXTRAS=browser")
    executable = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if executable is None:
        pytest.skip("needs Chromium: apt-get install chromium")
    with sync_api.sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture
def shots() -> Path:
    """The folder for screenshots, to be looked at; not in git."""
    folder = HERE / "shots"
    folder.mkdir(exist_ok=True)
    return folder


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
