"""How well saved pages and feeds are read, against `../shared/gold/pages` and `../shared/gold/feeds`.

Belongs here: figures as numbers. Does not: printing them with what is wrong (score_pages.py), floors (gate.py).
"""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from tests.benchmarks.gold import GOLD
from transforms.articles import Document, read_document

PAGES = GOLD / "pages"
FEEDS = GOLD / "feeds"
MEASURES = ("date", "title", "text")


def pages_of(folder: Path) -> list[dict[str, Any]]:
    """What is known of the saved pages of a folder."""
    return [json.loads(line) for line in (folder / "index.jsonl").read_text("utf-8").splitlines()]


def read_page(folder: Path, page: dict[str, Any]) -> dict[str, Any]:
    """The row of a page's article, empty where it was refused."""
    result = read_document(Document(page["file"], (folder / page["file"]).read_bytes()))
    return result.articles.row(0, named=True) if result.articles.height else {}


def score(page: dict[str, Any], row: dict[str, Any]) -> dict[str, float]:
    """The figures of one page: date and title 1 or 0, text the F1 of its words."""
    found = {"date": float(str(row.get("published_date")) == page["expected_date"])}
    if page.get("expected_title"):
        found["title"] = float(key(row.get("title")) == key(page["expected_title"]))
    if page.get("expected_text"):
        found["text"] = overlap(row.get("text") or "", page["expected_text"])
    return found


def outcome(file: Path) -> str:
    """What a feed ends in."""
    result = read_document(Document(file.name, file.read_bytes()))
    return "with items" if result.articles.height else "with a reason" if result.rejected.height else "with neither"


def key(title: str | None) -> str:
    """The words of a title without case, spaces and punctuation."""
    return "".join(re.findall(r"\w+", (title or "").casefold()))


def overlap(ours: str, theirs: str) -> float:
    """F1 of two bags of words."""
    left, right = (Counter(re.findall(r"\w+", text.lower())) for text in (ours, theirs))
    total = left.total() + right.total()
    return 2 * (left & right).total() / total if total else 0.0


def mean(scores: list[dict[str, float]], name: str) -> float:
    """A figure over the pages that have it."""
    values = [found[name] for found in scores if name in found]
    return sum(values) / len(values)


def figures() -> dict[str, float]:
    """Every figure that has a floor: `pages.date`, ..., `feeds.told`, the share of feeds that give items or a reason."""
    scores = [score(page, read_page(PAGES, page)) for page in pages_of(PAGES)]
    outcomes = [outcome(file) for file in sorted(FEEDS.iterdir())]
    found = {f"pages.{name}": mean(scores, name) for name in MEASURES}
    return found | {"feeds.told": sum(told != "with neither" for told in outcomes) / len(outcomes)}
