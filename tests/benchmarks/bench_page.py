"""How soon the HTML timeline can be used: milliseconds in headless Chromium, from opening the file until it is drawn, and from a search until that is.

usage: python -m tests.benchmarks.bench_page FILE [--entries 2000] [--rounds 5] [--write]

FILE is a warehouse; `python -m tests.benchmarks.large_warehouse FILE` makes one of a million events. The page is opened from disk in a window of its own each
time. It can be used once its scripts have run and the browser has drawn a frame after them. The middle round counts.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.benchmarks.results import write_section
from warehouse.connection import Warehouse
from warehouse.queries import EventFilter
from warehouse.timeline import build_timeline, render

if TYPE_CHECKING:
    from playwright.sync_api import Browser

BAR_MS: Final = 1_000.0
BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WINDOWS: Final = {"desktop": (1280, 900), "phone": (390, 844)}
# A frame is drawn before the second callback for animation frames.
DRAWN: Final = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"
SEARCH: Final = f"""async (words) => {{
    const begun = performance.now();
    const search = document.querySelector("input[name=search]");
    search.value = words;
    search.dispatchEvent(new Event("input", {{ bubbles: true }}));
    return (await {DRAWN}) - begun;
}}"""


def measure(browser: Browser, page_file: Path, window: tuple[int, int]) -> tuple[float, float]:
    """Milliseconds until the page can be used, and until a search shows what it finds."""
    context = browser.new_context(viewport={"width": window[0], "height": window[1]})
    page = context.new_page()
    page.goto(page_file.as_uri(), wait_until="commit")
    usable = page.evaluate(
        f"document.readyState === 'complete' ? {DRAWN} : new Promise(done => addEventListener('load', () => {DRAWN}.then(done)))"
    )
    searched = page.evaluate(SEARCH, "visit")
    context.close()
    return float(usable), float(searched)


def main() -> None:
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--entries", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--write", action="store_true", help="write the figures to results.md")
    options = parser.parse_args()
    executable = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if executable is None:
        parser.error("needs Chromium: apt-get install chromium")
    with Warehouse(options.file).reading() as db:
        timeline = build_timeline(db, EventFilter(limit=options.entries))
    begun = time.perf_counter()
    html = render(timeline, "html")
    rendered = (time.perf_counter() - begun) * 1000
    lines = [
        f"{len(timeline.everything):,} entries, {len(html) / 1e6:.1f} MB, written in {rendered:.0f} ms.",
        f"Load before {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors.",
        "",
        "| window | usable, ms | search, ms |",
        "|---|---|---|",
    ]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder) / "timeline.html"
        page_file.write_text(html, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        for name, window in WINDOWS.items():
            rounds = [measure(browser, page_file, window) for _ in range(options.rounds)]
            usable, searched = map(statistics.median, zip(*rounds, strict=True))
            lines.append(f"| {name} | {usable:.0f}{'' if usable < BAR_MS else ' (!)'} | {searched:.0f} |")
        browser.close()
    print("\n".join(lines))
    if options.write:
        write_section("The page of a timeline", "\n".join(lines))


if __name__ == "__main__":
    main()
