"""How well the mentions of one article are merged: pairs of mentions that tell one event of the gold data.

Gold: ../shared/gold/events, whose events quote every clause that tells them. A mention tells the gold event of its type in whose clauses its trigger stands;
one that stands in clauses of several events, or of none, does not count. Of all pairs of such mentions of one article and type, those of one gold event
should be one event. Belongs here: figures as numbers. Does not: printing wrong pairs (score_merging.py), the score of extraction (measure_events.py), that of merging across articles
(the sample's facts).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

import polars as pl

from tests.benchmarks.gold import GOLD, gold_records
from transforms.articles import Document, read_document
from transforms.events import RuleExtractor
from transforms.merge import merge_mentions

SETS = ("first", "dev")

Mention = dict[str, Any]
Pair = tuple[Mention, Mention, bool, bool]


def merged_mentions(articles: pl.DataFrame) -> list[Mention]:
    """The mentions of some articles, each with the id of its event."""
    mentions = RuleExtractor().extract(articles)
    links = merge_mentions(mentions, articles).links
    return mentions.join(links, on="mention_id").sort("article_id", "trigger_start").to_dicts()


def spans(text: str, event: dict[str, Any]) -> list[tuple[int, int]]:
    """Where the clauses of a gold event stand."""
    clauses = [event["quote"], *event.get("also", [])]
    return [(at, at + len(clause)) for clause in clauses if (at := text.find(clause)) >= 0]


def told(mention: Mention, text: str, events: list[dict[str, Any]]) -> int | None:
    """The number of the only gold event in whose clauses the mention stands."""
    fitting = [
        number
        for number, event in enumerate(events)
        if event["type"] == mention["event_type"]
        and any(start <= mention["trigger_start"] < end for start, end in spans(text, event))
    ]
    return fitting[0] if len(fitting) == 1 else None


def pairs(articles: pl.DataFrame, gold: dict[str, dict[str, Any]]) -> Iterator[Pair]:
    """Pairs of mentions of one article and type: whether they should be one event, whether they are."""
    texts = dict(articles.select("article_id", "text").iter_rows())
    known: dict[tuple[str, str], list[tuple[Mention, int]]] = {}
    for mention in merged_mentions(articles):
        article_id = mention["article_id"]
        number = told(mention, texts[article_id], gold[article_id]["events"])
        if number is not None:
            known.setdefault((article_id, mention["event_type"]), []).append((mention, number))
    for group in known.values():
        for (one, first), (other, second) in combinations(group, 2):
            yield one, other, first == second, one["event_id"] == other["event_id"]


def articles_of(name: str) -> pl.DataFrame:
    """The articles of a gold set."""
    content = (GOLD / "events" / f"{name}.articles.jsonl").read_bytes()
    return read_document(Document(f"{name}.articles.jsonl", content)).articles


def scored(found: list[Pair]) -> tuple[float, float]:
    """The precision and the recall of pairs."""
    right = sum(should and does for _, _, should, does in found)
    return right / max(1, sum(does for *_, does in found)), right / max(1, sum(should for *_, should, _ in found))


def figures() -> dict[str, float]:
    """Every figure that has a floor: `dev.precision`, `dev.recall` and those of the other sets."""
    found: dict[str, float] = {}
    for name in SETS:
        precision, recall = scored(list(pairs(articles_of(name), gold_records(f"events/{name}.gold"))))
        found |= {f"{name}.precision": precision, f"{name}.recall": recall}
    return found
