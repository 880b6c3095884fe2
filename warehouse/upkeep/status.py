"""What a warehouse holds, in numbers.

Belongs here: counts over the whole file. Does not: single events (queries.py).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb

from transforms.schema import ARTICLES, EVENT_MENTIONS, EXTRACTIONS, REJECTED_ARTICLES, RUNS, SOURCE_RUNS, TABLES
from warehouse.ddl import literal, quoted, raw_name
from warehouse.loading.rows import single_value
from warehouse.loading.running import is_running


@dataclass(frozen=True, slots=True)
class WarehouseStatus:
    """Counts of a warehouse.

    runs: the latest runs, newest first, as rows of RUNS; n_runs: how many there were. rows: number of rows per table, raw tables
    (`articles`) and built models (`timeline`). rejects: refused inputs per reason, most first. first_date, last_date: days that dated events span.
    n_undated: events without a date. last_run: the newest of `runs`. last_success: the newest run that finished, however long ago. sources: each source of sources.toml as it was last read, rows of SOURCE_RUNS with
    `last_success_at` and `n_failed_readings`, the readings since then of which nothing was had.
    newest_article_at: the latest publication time that was not still to come when the article was read. run_states: number of runs per state, `killed` among them.
    """

    n_runs: int
    runs: tuple[Mapping[str, Any], ...]
    rows: Mapping[str, int]
    rejects: Mapping[str, int]
    first_date: date | None
    last_date: date | None
    n_undated: int
    sources: tuple[Mapping[str, Any], ...] = ()
    newest_article_at: datetime | None = None
    run_states: Mapping[str, int] = field(default_factory=dict)
    last_success: Mapping[str, Any] | None = None

    @property
    def last_run(self) -> Mapping[str, Any] | None:
        """The newest run, or None before the first."""
        return self.runs[0] if self.runs else None


RUNS_SHOWN = 10
KILLED = "killed"
# one wrong date in the future would hide for years that nothing new comes; it is later by up to a day elsewhere
_NEWEST = f"""
    select max(published_at) as newest from {raw_name(ARTICLES)}
    where published_at <= coalesce(fetched_at, published_at) + interval 1 day
"""


def warehouse_status(db: duckdb.DuckDBPyConnection, path: Path | None = None) -> WarehouseStatus:
    """Count what the warehouse holds; path: where its file lies, by which it is known whether a run that never ended was killed."""
    runs = _latest_runs(db, "true", RUNS_SHOWN)
    [(first_date, last_date, n_undated)] = db.execute(
        "select min(start_date), max(end_date), count(*) filter (where start_date is null) from raw.events"
    ).fetchall()
    rejects = db.execute(
        f"select reason, count(*) from {raw_name(REJECTED_ARTICLES)} group by reason order by count(*) desc, reason"
    ).fetchall()
    rows = _row_counts(db)
    return WarehouseStatus(
        n_runs=rows[RUNS.name],
        runs=tuple({**run, "state": told_state(run["run_id"], run["state"], path)} for run in runs),
        rows=rows,
        rejects=dict(rejects),
        first_date=first_date,
        last_date=last_date,
        n_undated=n_undated,
        sources=last_readings(db),
        newest_article_at=db.sql(_NEWEST).pl()["newest"][0],
        run_states=_run_states(db, path),
        last_success=next(iter(_latest_runs(db, "state = 'finished'", 1)), None),
    )


def languages_without_events(db: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Articles by language, of the languages other than English in which no article has an event, most first: the built-in rules read English."""
    rows = db.execute(
        f"""
        with told as (select distinct article_id from {raw_name(EVENT_MENTIONS)})
        select lang, count(*) as n_articles
        from {raw_name(ARTICLES)} left join told using (article_id)
        where lang <> 'en'
        group by lang
        having count(told.article_id) = 0
        order by n_articles desc, lang
        """
    )
    return dict(rows.fetchall())


def _latest_runs(db: duckdb.DuckDBPyConnection, condition: str, limit: int) -> list[dict[str, Any]]:
    """The newest runs (RUNS columns) that an SQL condition selects, newest first."""
    newest = f"select * from {raw_name(RUNS)} where {condition} order by started_at desc, run_id limit {limit}"
    return db.sql(newest).pl().to_dicts()


def told_state(run_id: str, state: str, path: Path | None) -> str:
    """The state of a run as it is told: `killed` where it never noted its end and its process is gone; path: where the warehouse lies."""
    is_gone = state == "running" and path is not None and not is_running(path, run_id)
    return KILLED if is_gone else state


def _run_states(db: duckdb.DuckDBPyConnection, path: Path | None) -> dict[str, int]:
    """The number of runs by state as it is told."""
    rows = db.execute(
        f"select state, if(state = 'running', run_id, '') as id, count(*) from {raw_name(RUNS)} group by all"
    )
    counts: Counter[str] = Counter()
    for state, run_id, n_runs in rows.fetchall():
        counts[told_state(run_id, state, path)] += n_runs
    return dict(sorted(counts.items()))


def work_left(db: duckdb.DuckDBPyConnection) -> tuple[int, int]:
    """The number of articles, and of those among them that have not been read for events in their present version."""
    n_articles = single_value(db, f"select count(*) from {raw_name(ARTICLES)}")
    return n_articles, unread_articles(db, EVENT_MENTIONS.name)


def unread_articles(db: duckdb.DuckDBPyConnection, stage: str) -> int:
    """The number of articles that a stage has not read in their present version."""
    read = f"select article_id, content_hash from {raw_name(EXTRACTIONS)} where stage = $stage"
    return single_value(
        db,
        f"select count(*) from {raw_name(ARTICLES)} anti join ({read}) using (article_id, content_hash)",
        {"stage": stage},
    )


# nothing was had of the source; sitemaps that name pages of which none was ever had are nothing
_FAILED = "(n_failures > 0 and n_kept = 0 and (n_items <= n_failures or (kind = 'web' and n_kept_ever = 0)))"


def last_readings(db: duckdb.DuckDBPyConnection) -> tuple[Mapping[str, Any], ...]:
    """Each source's last reading (SOURCE_RUNS columns), `last_success_at`, and `n_failed_readings`: how many failed since then, or ever."""
    rows = db.sql(
        f"""
        with counted as (
            select *, sum(n_kept) over (partition by source) as n_kept_ever from {raw_name(SOURCE_RUNS)}
        ),
        readings as (
            select *, max(finished_at) filter (where not {_FAILED}) over (partition by source) as last_success_at
            from counted
        )
        select * exclude (n_kept_ever), count(*) filter (
            where {_FAILED} and coalesce(finished_at > last_success_at, true)
        ) over (partition by source) as n_failed_readings
        from readings
        qualify row_number() over (partition by source order by started_at desc, run_id) = 1
        order by source_group, source
        """
    ).pl()
    return tuple(rows.iter_rows(named=True))


def _row_counts(db: duckdb.DuckDBPyConnection) -> dict[str, int]:
    marts = db.execute(
        "select table_name from duckdb_tables() where schema_name = 'main' and not internal order by table_name"
    ).fetchall()
    relations = {name: f"main.{quoted(name)}" for (name,) in marts} | {table.name: raw_name(table) for table in TABLES}
    counts = db.execute(
        " union all ".join(f"select {literal(name)}, count(*) from {relation}" for name, relation in relations.items())
    ).fetchall()
    return dict(counts)
