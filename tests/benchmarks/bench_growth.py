"""What a day's articles cost in a warehouse with very many events, against the same articles in an empty one, step by step.

usage: python -m tests.benchmarks.bench_growth [--mentions N] [--articles N] [--keep FILE]

The large warehouse is made of the synthetic mentions of bench_merge.py, merged, told and modelled by the steps of a run; `--keep` names a file in which it is
kept, and from which it is copied the next time. The day's articles are the first of ../shared/gold/bulk, all published on one day.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import resource
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import islice
from pathlib import Path
from random import Random

import polars as pl

from orchestration.clock import utc_now
from orchestration.collect import collect_files
from orchestration.extractors import ExtractorSettings, create_extractor
from orchestration.steps import (
    build_models,
    extract_mentions,
    mark_near_duplicates,
    merge_events,
    remember_events,
    tag_dates,
    write_page,
)
from tests.benchmarks.bench_merge import FIRST_DAY, N_DAYS, SEED, most_memory, synthetic
from tests.benchmarks.large_warehouse import WORDS
from transforms.merge import merge_version
from transforms.schema import ARTICLES, DATE_EXPRESSIONS, EVENT_MENTIONS, EVENTS, REJECTED_ARTICLES
from transforms.temporal import TAGGER_VERSION
from warehouse.connection import Warehouse
from warehouse.load import write_articles, write_stage
from warehouse.merging.dirt import find_dirt
from warehouse.upkeep.integrity import integrity_checks, run_check

BULK = Path(__file__).resolve().parents[3] / "shared" / "gold" / "bulk" / "articles-20k.jsonl.gz"
DAY = FIRST_DAY + timedelta(days=N_DAYS - 1)
TRIGGER = "The "
ARTICLES_AT_ONCE = 50_000
WORDS_PER_ARTICLE = 40
LAP = "seconds", "processor seconds", "most memory of all processes in GB"

Step = tuple[str, Callable[[], object]]


def make_large(path: Path, n_mentions: int) -> None:
    """A warehouse of synthetic articles as a run leaves it."""
    mentions, articles = synthetic(n_mentions, reports_per_event=1.0)
    extractor = create_extractor(ExtractorSettings())
    first = (pl.col("n") % 6) * len(TRIGGER)
    mentions = mentions.with_row_index("n").with_columns(
        pl.lit(TRIGGER.strip()).alias("trigger"),
        first.cast(pl.Int64).alias("trigger_start"),
        (first + len(TRIGGER) - 1).cast(pl.Int64).alias("trigger_end"),
        pl.lit(extractor.version).alias("extractor_version"),
    )
    warehouse = Warehouse(path)
    for batch in _with_texts(articles).iter_slices(ARTICLES_AT_ONCE):
        write_articles(warehouse, batch, REJECTED_ARTICLES.empty(), "generated", utc_now())
        rows = EVENT_MENTIONS.conform(mentions.join(batch.select("article_id"), on="article_id", how="semi"))
        write_stage(warehouse, DATE_EXPRESSIONS, batch, DATE_EXPRESSIONS.empty(), TAGGER_VERSION)
        write_stage(warehouse, EVENT_MENTIONS, batch, rows, extractor.version)
    for name, step in _later_steps(warehouse, path.with_suffix(".html")):
        _lap(name, step)


def pass_for_read(warehouse: Warehouse) -> None:
    """Note the generated articles as read and merged by the versions of today: a kept file may be older."""
    versions = {
        DATE_EXPRESSIONS.name: TAGGER_VERSION,
        EVENT_MENTIONS.name: create_extractor(ExtractorSettings()).version,
        EVENTS.name: merge_version(),
    }
    with warehouse.writing() as db:
        for stage, version in versions.items():
            db.execute("update raw.extractions set version = ? where stage = ?", [version, stage])
        # what merging saw of an article holds the version by which it was read
        find_dirt(db, merge_version())
        db.execute(
            "update raw.extractions as seen set content_hash = fingerprint from told"
            " where seen.article_id = told.article_id and stage = ?",
            [EVENTS.name],
        )


def _with_texts(articles: pl.DataFrame) -> pl.DataFrame:
    random = Random(SEED)
    texts = [TRIGGER * 6 + " ".join(random.choices(WORDS, k=WORDS_PER_ARTICLE)) for _ in range(articles.height)]
    absent = [column for column in ARTICLES.columns if column.name not in articles.columns]
    return ARTICLES.conform(
        articles.with_columns(pl.lit(None, dtype=column.dtype).alias(column.name) for column in absent).with_columns(
            pl.Series("text", texts),
            pl.lit("en").alias("lang"),
            pl.lit("metadata").alias("published_basis"),
            pl.col("article_id").alias("content_hash"),
            pl.lit("generated").alias("origin"),
        )
    )


def days_articles(path: Path, n_articles: int) -> None:
    """So many articles of one day as JSONL."""
    with gzip.open(BULK, "rt", encoding="utf-8") as lines, path.open("w", encoding="utf-8") as file:
        for line in islice(lines, n_articles):
            file.write(json.dumps(json.loads(line) | {"published": DAY.isoformat()}) + "\n")


def _steps(warehouse: Warehouse, source: Path) -> Iterator[Step]:
    yield "read", lambda: collect_files(warehouse, [source], "day")
    yield "dates", lambda: tag_dates(warehouse, "bench")
    yield "mentions", lambda: extract_mentions(warehouse, create_extractor(ExtractorSettings()), "day")
    yield from list(_later_steps(warehouse, source.with_suffix(".html")))[1:]


def _later_steps(warehouse: Warehouse, page: Path) -> Iterator[Step]:
    yield "near-duplicates", lambda: mark_near_duplicates(warehouse)
    yield "merge", lambda: merge_events(warehouse, "day")
    yield "versions", lambda: remember_events(warehouse)
    yield "models", lambda: build_models(warehouse)
    yield "checks", lambda: _check(warehouse)
    yield "page", lambda: write_page(warehouse, page)


def _check(warehouse: Warehouse) -> None:
    with warehouse.reading() as db:
        for check in integrity_checks():
            run_check(db, check)


def _busy() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def _lap(name: str, step: Callable[[], object]) -> tuple[float, float]:
    begun, busy = time.perf_counter(), _busy()
    with most_memory() as most:
        step()
    taken = time.perf_counter() - begun, _busy() - busy
    print(f"{name:>16} {taken[0]:>8.1f} {taken[1]:>18.1f} {most[0]:>8.2f}", flush=True)
    return taken


def measure(warehouse: Warehouse, source: Path) -> tuple[float, float]:
    """Seconds and processor seconds of all steps."""
    laps = [_lap(name, step) for name, step in _steps(warehouse, source)]
    return sum(seconds for seconds, _ in laps), sum(busy for _, busy in laps)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--mentions", type=int, default=1_500_000, help="how many mentions the large warehouse holds")
    parser.add_argument("--articles", type=int, default=5000, help="how many articles the day has")
    parser.add_argument("--keep", type=Path, help="where the large warehouse is kept")
    asked = parser.parse_args()
    if not BULK.exists():
        print(f"{BULK} is absent: nothing to measure")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source, large = folder / "day.jsonl", folder / "large.duckdb"
        days_articles(source, asked.articles)
        kept = asked.keep or large
        if not kept.exists():
            print(f"making a warehouse of {asked.mentions:,} mentions")
            make_large(kept, asked.mentions)
        if kept != large:
            shutil.copy(kept, large)
        pass_for_read(Warehouse(large))
        with Warehouse(large).reading() as db:
            [(n_events,)] = db.sql("select count(*) from raw.events").fetchall()
        taken = {}
        for words, warehouse in (("empty", folder / "empty.duckdb"), (f"{n_events:,} events", large)):
            print(f"{asked.articles:,} articles into {words} ({', '.join(LAP)}; load {os.getloadavg()[0]:.1f})")
            taken[words] = measure(Warehouse(warehouse), source)
            print(f"{'all':>16} {taken[words][0]:>8.1f} {taken[words][1]:>18.1f}")
    (empty, empty_busy), (full, full_busy) = taken.values()
    print(f"{full / empty:.2f} times as long, {full_busy / empty_busy:.2f} times the processor time")


if __name__ == "__main__":
    main()
