"""How well saved pages are read: publication date, title and text against `../shared/gold/pages/index.jsonl`; whether every feed ends in rows.

Run: `python tests/benchmarks/score_pages.py [FOLDER] [-v]`. Date and title: share that is right; text: mean word-overlap F1.
Feeds (`../shared/gold/feeds`, many malformed): files that give items, files that give reasons, and files that give neither.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from pathlib import Path
from typing import Any

from transforms.articles import Document, read_document

PAGES = Path(__file__).parents[3] / "shared" / "gold" / "pages"
SLOW_SECONDS = 5.0
FEEDS = PAGES.with_name("feeds")


def main() -> None:
    """Read every page, print the figures; with -v also each wrong page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=PAGES)
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    pages = [json.loads(line) for line in (options.folder / "index.jsonl").read_text("utf-8").splitlines()]
    started = time.perf_counter()
    scores = [score(options.folder, page, options.verbose) for page in pages]
    seconds = time.perf_counter() - started
    for name in ("date", "title", "text"):
        values = [found[name] for found in scores if name in found]
        print(f"{name:6} {sum(values) / len(values):.3f} of {len(values)}")
    print(f"{len(pages) / seconds:.1f} pages/s, {sum('rejected' in found for found in scores)} rejected")
    if FEEDS.is_dir():
        score_feeds(FEEDS)


def score_feeds(folder: Path) -> None:
    """Read every feed; print how many give items, how many a reason only, and name those that give neither or take long."""
    outcomes: Counter[str] = Counter()
    for file in sorted(folder.iterdir()):
        started = time.perf_counter()
        result = read_document(Document(file.name, file.read_bytes()))
        kind = "with items" if result.articles.height else "with a reason" if result.rejected.height else "with neither"
        outcomes[kind] += 1
        seconds = time.perf_counter() - started
        if kind == "with neither" or seconds > SLOW_SECONDS:
            print("FEED ", file.name, kind, f"{seconds:.1f} s")
    print(
        f"feeds  {outcomes.total()} files: " + ", ".join(f"{count} {kind}" for kind, count in sorted(outcomes.items()))
    )


def score(folder: Path, page: dict[str, Any], verbose: bool) -> dict[str, float]:
    """The figures of one page."""
    result = read_document(Document(page["file"], (folder / page["file"]).read_bytes()))
    row = result.articles.row(0, named=True) if result.articles.height else {}
    found = {"date": float(str(row.get("published_date")) == page["expected_date"])}
    if not row:
        found["rejected"] = 1.0
    if page.get("expected_title"):
        found["title"] = float(key(row.get("title")) == key(page["expected_title"]))
    if page.get("expected_text"):
        found["text"] = overlap(row.get("text") or "", page["expected_text"])
    if verbose:
        explain(page, row, found)
    return found


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


def key(title: str | None) -> str:
    """The words of a title without case, spaces and punctuation."""
    return "".join(re.findall(r"\w+", (title or "").casefold()))


def overlap(ours: str, theirs: str) -> float:
    """F1 of two bags of words."""
    left, right = (Counter(re.findall(r"\w+", text.lower())) for text in (ours, theirs))
    total = left.total() + right.total()
    return 2 * (left & right).total() / total if total else 0.0


if __name__ == "__main__":
    main()
