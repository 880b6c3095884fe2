"""The figures of the event extractor on every gold set, and its speed.

Belongs here: what is measured, as numbers by name. Does not: printing (bench_events.py), floors (gate.py).
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import polars as pl

from orchestration.parallel import map_batches, n_processes
from tests.benchmarks.gold import GOLD
from transforms.events import RuleExtractor
from transforms.events.texts.sentences import split_sentences
from transforms.schema import ARTICLES

EVENTS = GOLD / "events"
N_SPEED = 400  # articles of the bulk set, drawn evenly, for one process
N_WARM = 200  # articles that fill the tables of words before the clock starts
N_MACHINE = 2_000  # articles for all processes, their start included
N_MUC = 600
Record = dict[str, Any]


@cache
def extractor() -> RuleExtractor:
    """The extractor with the built-in ontology."""
    return RuleExtractor()


def records(path: Path, limit: int | None = None) -> list[Record]:
    """The records of a JSON lines file, plain or gzipped."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in islice(lines, limit)]


def frame(rows: list[Record]) -> pl.DataFrame:
    """Gold records as articles."""
    days = [row.get("published") or row.get("date") for row in rows]
    articles = [
        {
            "article_id": row["id"],
            "title": row.get("title"),
            "text": row["text"],
            "lang": row.get("lang") or "en",
            "published_date": day and date.fromisoformat(day[:10]),
        }
        for row, day in zip(rows, days, strict=True)
    ]
    return ARTICLES.frame(articles)


def by_article(rows: list[Record]) -> dict[str, list[Record]]:
    """The mentions of gold records, by article."""
    found: dict[str, list[Record]] = defaultdict(list)
    for mention in extractor().extract(frame(rows)).iter_rows(named=True):
        found[mention["article_id"]].append(mention)
    return found


def scored(name: str) -> dict[str, float]:
    """What `score_events.py` says of a set of articles."""
    articles = EVENTS / f"{name}.articles.jsonl"
    mentions = extractor().extract(frame(records(articles)))
    with TemporaryDirectory() as folder:
        predicted = Path(folder) / "mentions.jsonl"
        predicted.write_text("".join(_lines(mentions)), encoding="utf-8")
        command = [
            sys.executable,
            EVENTS / "score_events.py",
            articles,
            EVENTS / f"{name}.gold.jsonl",
            predicted,
            "--json",
        ]
        return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _lines(mentions: pl.DataFrame) -> Iterator[str]:
    for row in mentions.iter_rows(named=True):
        yield json.dumps(row, default=str) + "\n"


def dyads() -> dict[str, float]:
    """Codebook sentences: share with the right PLOVER type, and among those with actor or target right."""
    rows = records(EVENTS / "dyads.jsonl")
    found, types = by_article(rows), extractor().ontology.types
    n_right = n_actors = 0
    for row in rows:
        wanted = {event["type"] for event in row["events"]}
        right = [mention for mention in found[row["id"]] if wanted & set(types[mention["event_type"]].plover)]
        n_right += bool(right)
        named = {actor["name"].split()[-1].lower() for mention in right for actor in mention["actors"]}
        n_actors += bool(named & _last_words(row["events"]))
    return {"type_right": n_right / len(rows), "actor_right": n_actors / max(n_right, 1)}


def _last_words(events: list[Record]) -> set[str]:
    names = [
        name for event in events for key in ("source_actor", "target_actor") for name in (event[key] or "").split(";")
    ]
    return {name.split()[-1].strip(".,'’").lower() for name in names if name.split()}


def cameo() -> dict[str, float]:
    """Codebook examples: share with at least one event."""
    rows = records(EVENTS / "cameo-examples.jsonl")
    found = by_article(rows)
    return {"with_event": sum(bool(found[row["id"]]) for row in rows) / len(rows)}


def muc() -> dict[str, float]:
    """Reports in capitals: attacks found, dated within the gold window, and attacks per 100 sentences where there is none."""
    rows = records(EVENTS / "muc.jsonl.gz", N_MUC)
    found = by_article(rows)
    n_events = n_found = n_dated = n_right = n_sentences = n_false = 0
    for row in rows:
        attacks = [mention for mention in found[row["id"]] if mention["event_type"] == "attack"]
        if not row["events"]:
            n_sentences += len(split_sentences(row["text"]))
            n_false += len(attacks)
        for event in row["events"]:
            n_events += 1
            n_found += bool(attacks)
            if attacks and event.get("event_date"):
                n_dated += 1
                n_right += any(_within(mention, event["event_date"]) for mention in attacks)
    return {
        "found": n_found / n_events,
        "date_right": n_right / n_dated,
        "false_per_100_sentences": 100 * n_false / n_sentences,
    }


def _within(mention: Record, window: str) -> bool:
    days = window.replace("..", " ").replace("/", " ").split()
    start, end = mention["start_date"], mention["end_date"]
    return start is not None and days[0] <= start.isoformat() and end.isoformat() <= days[-1]


def speed() -> dict[str, float]:
    """Articles a second from clean text to mentions, dates and actors included: one process by its CPU and by the clock, the whole machine by the clock.

    The load is how many processes wanted a core meanwhile: beside other work, the clock and (shared caches) the CPU time say less.
    """
    bulk = frame(records(GOLD / "bulk" / "articles-20k.jsonl.gz"))
    articles = bulk.gather_every(len(bulk) // N_SPEED).head(N_SPEED)
    extractor().extract(bulk.head(N_WARM))
    cpu, clock = time.process_time(), time.perf_counter()
    extractor().extract(articles)
    cpu, clock = time.process_time() - cpu, time.perf_counter() - clock
    started = time.perf_counter()
    n_read = sum(len(batch) for batch, _ in map_batches(extractor().extract, bulk.head(N_MACHINE), 200))
    return {
        "articles/s, one process, CPU": len(articles) / cpu,
        "articles/s, one process, clock": len(articles) / clock,
        "articles/s, whole machine, clock": n_read / (time.perf_counter() - started),
        "cores": n_processes(),
        "load": os.getloadavg()[0],
    }


def figures() -> dict[str, float]:
    """Every figure that has a floor, by name."""
    dev, first = scored("dev"), scored("first")
    kept = ("detect_P", "detect_R", "detect_F1", "main_R", "date_exact", "status", "actor", "full_F1")
    found = {f"dev.{key}": dev[key] for key in kept} | {
        "first.detect_F1": first["detect_F1"],
        "dev.not_invented": 1 - dev["invented_day"],
    }
    for name, measured in (("dyads", dyads()), ("cameo", cameo()), ("muc", muc())):
        found |= {f"{name}.{key}": value for key, value in measured.items()}
    return found
