"""How long merging takes, on all cores, as a run merges all that it has when it has read it: synthetic mentions over five years, a size and its double.

usage: python -m tests.benchmarks.bench_merge [--size N]

Seeded, so that every run merges the same rows. A tenth of all mentions are attacks by one state on another on any day, most without a place: the crowd that
would make pairwise comparison quadratic. Dates: two thirds days, the rest spans, months, years and undated, as in news. Peak memory is that of all processes
together, making the rows included.
"""

from __future__ import annotations

import argparse
import os
import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date, timedelta
from multiprocessing import active_children
from pathlib import Path
from random import Random
from threading import Event, Thread

import polars as pl

from orchestration.parallel import map_portions
from transforms.merge import merge_all
from transforms.merge.headlines import templates
from transforms.schema import EVENT_MENTIONS, TIMESTAMP

SEED = 20230320
FIRST_DAY = date(2019, 1, 1)
N_DAYS = 5 * 365
N_STATES = 120
N_PEOPLE = 20_000
N_TOWNS = 4_000
N_OUTLETS = 400
REPORTS_PER_EVENT = 3.0
MENTIONS_PER_ARTICLE = 6

WHO, BOTH = 1, 2
WHOSE = resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN
BETWEEN_LOOKS = 0.2

Fact = tuple[str, int, str, str, str, str | None]


def facts(n_facts: int, random: Random) -> list[Fact]:
    """What happened: type, day, who did it (name, kind, state), to which state, and where."""
    types = sorted(name for name in templates() if name != "default" and "." not in name)
    weights = [1 / (rank + 3) for rank in range(len(types))]
    found: list[Fact] = []
    for _ in range(n_facts):
        day = random.randrange(N_DAYS)
        town = f"Town{random.randrange(N_TOWNS)}" if random.random() < 0.4 else None
        if random.random() < 0.1:
            found.append(("attack", day, "Land1", "state", "Land1", town if random.random() < 0.3 else None))
            continue
        who = int(N_PEOPLE * random.random() ** 3)
        event_type = random.choices(types, weights)[0]
        found.append((event_type, day, f"Given{who % 397} Family{who}", "person", f"Land{who % N_STATES}", town))
    return found


def told_date(day: int, random: Random) -> tuple[date | None, date | None, str]:
    """The event's day as one report gives it."""
    when, dice = FIRST_DAY + timedelta(days=day), random.random()
    if dice < 0.66:
        return when, when, "day"
    if dice < 0.70:
        return when, when + timedelta(days=2), "days"
    if dice < 0.77:
        first = when.replace(day=1)
        return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1), "month"
    if dice < 0.80:
        return when.replace(month=1, day=1), when.replace(month=12, day=31), "year"
    return None, None, "unknown"


def synthetic(size: int, reports_per_event: float = REPORTS_PER_EVENT) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Mentions and the articles in which they stand."""
    random = Random(SEED)
    events = facts(int(size / reports_per_event), random)
    rows = []
    for _ in range(size):
        number = int(len(events) * random.random() ** 1.5)
        event_type, day, name, kind, state, town = events[number]
        whom = "Land2" if kind == "state" else f"Land{number * 7919 % N_STATES}"
        named = random.choice((WHO, BOTH, BOTH)) if number % 10 < 7 else WHO
        place = town if random.random() < 0.7 else None
        rows.append((event_type, *told_date(day, random), day, name, kind, state, whom, named, place))
    names = [
        "event_type",
        "start_date",
        "end_date",
        "precision",
        "day",
        "name",
        "kind",
        "state",
        "whom",
        "named",
        "place",
    ]
    frame = pl.DataFrame(rows, schema=dict(zip(names, ROW_TYPES, strict=True)), orient="row").sort(
        "day", maintain_order=True
    )
    numbered = frame.with_row_index("n").with_columns((pl.col("n") // MENTIONS_PER_ARTICLE).alias("article"))
    return _mentions(numbered), _articles(numbered)


ROW_TYPES = (
    pl.String,
    pl.Date,
    pl.Date,
    pl.String,
    pl.Int64,
    pl.String,
    pl.String,
    pl.String,
    pl.String,
    pl.Int8,
    pl.String,
)


def _mentions(numbered: pl.DataFrame) -> pl.DataFrame:
    who = pl.struct("name", pl.lit("source").alias("role"), "kind", "state")
    to = [pl.lit("target").alias("role"), pl.lit("state").alias("kind"), pl.col("whom").alias("state")]
    whom = pl.struct(pl.col("whom").alias("name"), *to)
    filled = numbered.with_columns(
        pl.format("m{}", pl.col("n").hash(SEED)).alias("mention_id"),
        pl.format("a{}", "article").alias("article_id"),
        pl.when(pl.col("named") == BOTH).then(pl.concat_list(who, whom)).otherwise(pl.concat_list(who)).alias("actors"),
        pl.lit("happened").alias("status"),
        pl.when(pl.col("start_date").is_not_null()).then(pl.lit("relative")).alias("date_basis"),
        pl.col("event_type").alias("trigger"),
        *[((pl.col("n") % 9) * 300).cast(pl.Int64).alias(name) for name in OFFSETS],
        (0.5 + (pl.col("n") % 5) / 10).alias("confidence"),
        pl.lit("1").alias("extractor_version"),
    )
    absent = [column for column in EVENT_MENTIONS.columns if column.name not in filled.columns]
    return EVENT_MENTIONS.conform(
        filled.with_columns(pl.lit(None, dtype=column.dtype).alias(column.name) for column in absent)
    )


OFFSETS = ("trigger_start", "trigger_end", "sentence_start", "sentence_end")


def _articles(numbered: pl.DataFrame) -> pl.DataFrame:
    day = pl.lit(FIRST_DAY) + pl.duration(days=pl.col("day"))
    return (
        numbered.group_by("article", maintain_order=True)
        .agg(pl.col("day").last())
        .select(
            pl.format("a{}", "article").alias("article_id"),
            pl.format("outlet{}", pl.col("article") % N_OUTLETS).alias("source"),
            day.cast(TIMESTAMP).alias("published_at"),
            day.cast(pl.Date).alias("published_date"),
            pl.lit(None, dtype=pl.String).alias("near_duplicate_of"),
            pl.format("News {}", "article").alias("title"),
        )
    )


def measure(size: int) -> tuple[float, float, int]:
    """Seconds to merge, seconds of processor time of all processes, and the number of events."""
    mentions, articles = synthetic(size)
    begun, busy = time.perf_counter(), _busy()
    merged = merge_all(mentions, articles, map_portions)
    return time.perf_counter() - begun, _busy() - busy, merged.events.events.height


def _busy() -> float:
    return sum(used.ru_utime + used.ru_stime for used in map(resource.getrusage, WHOSE))


@contextmanager
def most_memory() -> Iterator[list[float]]:
    """A list with the most memory, in GB, that all processes had at once while the block ran; what they share counts for each."""
    most, done = [0.0], Event()

    def watch() -> None:
        while not done.wait(BETWEEN_LOOKS):
            most[0] = max(most[0], _memory())

    watching = Thread(target=watch)
    watching.start()
    try:
        yield most
    finally:
        done.set()
        watching.join()


def _memory() -> float:
    pages = 0
    for process in (os.getpid(), *(child.pid for child in active_children())):
        with suppress(OSError):
            pages += int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1024**3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=1_000_000)
    size = parser.parse_args().size
    print(f"{'mentions':>10} {'events':>10} {'seconds':>8} {'cpu':>8} {'per second':>11} {'peak GB':>8}")
    taken = []
    for n in (size, 2 * size):
        with most_memory() as most:
            seconds, busy, n_events = measure(n)
        taken.append((seconds, busy))
        told = f"{n:>10,} {n_events:>10,} {seconds:>8.1f} {busy:>8.1f} {n / seconds:>11,.0f} {most[0]:>8.2f}"
        print(told, flush=True)
    (once, once_busy), (twice, twice_busy) = taken
    print(
        f"twice as many mentions take {twice / once:.2f} times as long, {twice_busy / once_busy:.2f} times the processor time"
    )


if __name__ == "__main__":
    main()
