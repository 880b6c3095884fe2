"""Print how well saved pages and feeds are read (measure_articles.py): publication date, title and text; whether every feed ends in rows.

usage: python -m tests.benchmarks.score_pages [FOLDER] [-v]

Date and title: share that is right; text: mean word-overlap F1. Feeds, many of them malformed: files that give items, files that give reasons, and files
that give neither.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from pathlib import Path
from typing import Any

from tests.benchmarks.measure_articles import FEEDS, MEASURES, PAGES, mean, outcome, pages_of, read_page, score

SLOW_SECONDS = 5.0


def main() -> None:
    """Read every page, print the figures; with -v also each wrong page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=PAGES)
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    pages = pages_of(options.folder)
    started = time.perf_counter()
    rows = [read_page(options.folder, page) for page in pages]
    seconds = time.perf_counter() - started
    scores = [score(page, row) for page, row in zip(pages, rows, strict=True)]
    if options.verbose:
        for page, row, found in zip(pages, rows, scores, strict=True):
            explain(page, row, found)
    for name in MEASURES:
        print(f"{name:6} {mean(scores, name):.3f} of {sum(name in found for found in scores)}")
    print(f"{len(pages) / seconds:.1f} pages/s, {rows.count({})} rejected")
    if FEEDS.is_dir():
        print_feeds(FEEDS)


def print_feeds(folder: Path) -> None:
    """Read every feed; print how many give items, how many a reason only, and name those that give neither or take long."""
    outcomes: Counter[str] = Counter()
    for file in sorted(folder.iterdir()):
        started = time.perf_counter()
        kind = outcome(file)
        outcomes[kind] += 1
        seconds = time.perf_counter() - started
        if kind == "with neither" or seconds > SLOW_SECONDS:
            print("FEED ", file.name, kind, f"{seconds:.1f} s")
    print(
        f"feeds  {outcomes.total()} files: " + ", ".join(f"{count} {kind}" for kind, count in sorted(outcomes.items()))
    )


def explain(page: dict[str, Any], row: dict[str, Any], found: dict[str, float]) -> None:
    """Print what is wrong with one page."""
    if not found["date"]:
        print(
            "DATE ",
            page["file"],
            row.get("published_date"),
            row.get("published_basis"),
            "expected",
            page["expected_date"],
            page["url"][:80],
        )
    if found.get("title") == 0.0:
        print("TITLE", page["file"], repr(row.get("title")), "expected", repr(page["expected_title"]))
    if found.get("text", 1.0) < 0.9:
        print(
            "TEXT ",
            page["file"],
            f"{found['text']:.2f}",
            len(row.get("text") or ""),
            "expected",
            len(page["expected_text"]),
        )


if __name__ == "__main__":
    main()
