"""How long merging takes: synthetic mentions over five years, a size and its double.

usage: python tests/benchmarks/bench_merge.py [--size N]

Seeded, so that every run merges the same rows. A tenth of all mentions are attacks by one state on another on any day, most without a place: the crowd that
would make pairwise comparison quadratic. Peak memory includes making the rows. Dates: two thirds days, the rest spans, months, years and undated, as in news.
"""

from __future__ import annotations

import argparse
import resource
import time
from datetime import UTC, date, datetime, timedelta
from random import Random

import polars as pl

from transforms.merge import merge_mentions
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

Fact = tuple[str, int, list[dict[str, str | None]], str | None]


def person(number: int) -> dict[str, str | None]:
    return {
        "name": f"Given{number % 397} Family{number}",
        "role": "source",
        "kind": "person",
        "state": f"Land{number % N_STATES}",
    }


def state(number: int, role: str) -> dict[str, str | None]:
    return {"name": f"Land{number}", "role": role, "kind": "state", "state": f"Land{number}"}


def facts(size: int, random: Random) -> list[Fact]:
    """What happened: type, day, actors and place of each event."""
    types = sorted(set(templates()) - {"default"})
    weights = [1 / (rank + 3) for rank in range(len(types))]
    found: list[Fact] = []
    for _ in range(int(size / REPORTS_PER_EVENT)):
        day = random.randrange(N_DAYS)
        town = f"Town{random.randrange(N_TOWNS)}" if random.random() < 0.4 else None
        if random.random() < 0.1:
            found.append(
                ("attack", day, [state(1, "source"), state(2, "target")], town if random.random() < 0.3 else None)
            )
            continue
        who = person(int(N_PEOPLE * random.random() ** 3))
        whom = state(int(N_STATES * random.random() ** 2), "target")
        found.append((random.choices(types, weights)[0], day, [who, whom] if random.random() < 0.7 else [who], town))
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


def synthetic(size: int) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Mentions and the articles in which they stand."""
    random = Random(SEED)
    events = facts(size, random)
    columns: dict[str, list[object]] = {
        name: [] for name in ("event_type", "start_date", "end_date", "precision", "actors", "place", "day")
    }
    for _ in range(size):
        event_type, day, actors, place = events[int(len(events) * random.random() ** 1.5)]
        first, last, precision = told_date(day, random)
        told = (
            event_type,
            first,
            last,
            precision,
            actors[: random.choice((1, 2, 2))],
            place if random.random() < 0.7 else None,
            day,
        )
        for column, value in zip(columns.values(), told, strict=True):
            column.append(value)
    days = columns.pop("day")
    by_day = sorted(range(size), key=lambda row: days[row])  # type: ignore[arg-type,return-value]
    article = [0] * size
    for position, row in enumerate(by_day):
        article[row] = position // MENTIONS_PER_ARTICLE
    published = {article[row]: FIRST_DAY + timedelta(days=days[row]) for row in by_day}  # type: ignore[arg-type]
    return _mentions(columns, article), _articles(published)


def _mentions(columns: dict[str, list[object]], article: list[int]) -> pl.DataFrame:
    types = {column.name: column.dtype for column in EVENT_MENTIONS.columns}
    frame = pl.DataFrame(columns, schema={name: types[name] for name in columns})
    filled = frame.with_row_index("n").with_columns(
        pl.format("m{}", pl.col("n").hash(SEED)).alias("mention_id"),
        pl.Series("article_id", [f"a{number}" for number in article]),
        pl.lit("happened").alias("status"),
        pl.when(pl.col("start_date").is_not_null()).then(pl.lit("relative")).alias("date_basis"),
        pl.col("event_type").alias("trigger"),
        *[
            ((pl.col("n") % 9) * 300).cast(pl.Int64).alias(name)
            for name in ("trigger_start", "trigger_end", "sentence_start", "sentence_end")
        ],
        (0.5 + (pl.col("n") % 5) / 10).alias("confidence"),
        pl.lit("1").alias("extractor_version"),
    )
    absent = [pl.lit(None, dtype=dtype).alias(name) for name, dtype in types.items() if name not in filled.columns]
    return EVENT_MENTIONS.conform(filled.with_columns(absent))


def _articles(published: dict[int, date]) -> pl.DataFrame:
    rows = [
        (
            f"a{number}",
            f"outlet{number % N_OUTLETS}",
            datetime.combine(day, datetime.min.time(), UTC),
            day,
            None,
            f"News {number}",
        )
        for number, day in published.items()
    ]
    schema = {
        "article_id": pl.String,
        "source": pl.String,
        "published_at": TIMESTAMP,
        "published_date": pl.Date,
        "near_duplicate_of": pl.String,
        "title": pl.String,
    }
    return pl.DataFrame(rows, schema=schema, orient="row")


def measure(size: int) -> tuple[float, float, int]:
    """Seconds to merge, seconds of processor time, and the number of events."""
    mentions, articles = synthetic(size)
    begun, busy = time.perf_counter(), time.process_time()
    merged = merge_mentions(mentions, articles)
    return time.perf_counter() - begun, time.process_time() - busy, merged.events.height


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=1_000_000)
    size = parser.parse_args().size
    print(f"{'mentions':>10} {'events':>10} {'seconds':>8} {'cpu':>8} {'per second':>11} {'peak GB':>8}")
    taken = []
    for n in (size, 2 * size):
        seconds, busy, n_events = measure(n)
        taken.append((seconds, busy))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
        print(f"{n:>10,} {n_events:>10,} {seconds:>8.1f} {busy:>8.1f} {n / seconds:>11,.0f} {peak:>8.2f}", flush=True)
    (once, once_busy), (twice, twice_busy) = taken
    print(
        f"twice as many mentions take {twice / once:.2f} times as long, {twice_busy / once_busy:.2f} times the processor time"
    )


if __name__ == "__main__":
    main()
