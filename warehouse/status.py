"""What a warehouse holds, in numbers.

Belongs here: counts over the whole file. Does not: single events (queries.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb

from transforms.schema import REJECTED_ARTICLES, RUNS, TABLES
from warehouse.ddl import literal, quoted, raw_name


@dataclass(frozen=True, slots=True)
class WarehouseStatus:
    """Counts of a warehouse.

    runs: the latest runs, newest first, as rows of RUNS; n_runs: how many there were. rows: number of rows per table, raw tables
    (`articles`) and built models (`timeline`). rejects: refused inputs per reason, most first. first_date, last_date: days that dated events span.
    n_undated: events without a date. last_run: the newest of `runs`.
    """

    n_runs: int
    runs: tuple[Mapping[str, Any], ...]
    rows: Mapping[str, int]
    rejects: Mapping[str, int]
    first_date: date | None
    last_date: date | None
    n_undated: int

    @property
    def last_run(self) -> Mapping[str, Any] | None:
        """The newest run, or None before the first."""
        return self.runs[0] if self.runs else None


RUNS_SHOWN = 10


def warehouse_status(db: duckdb.DuckDBPyConnection) -> WarehouseStatus:
    """Count what the warehouse holds."""
    runs = db.sql(f"select * from {raw_name(RUNS)} order by started_at desc, run_id limit {RUNS_SHOWN}").pl()
    [(first_date, last_date, n_undated)] = db.execute(
        "select min(start_date), max(end_date), count(*) filter (where start_date is null) from raw.events"
    ).fetchall()
    rejects = db.execute(
        f"select reason, count(*) from {raw_name(REJECTED_ARTICLES)} group by reason order by count(*) desc, reason"
    ).fetchall()
    rows = _row_counts(db)
    return WarehouseStatus(
        n_runs=rows[RUNS.name],
        runs=tuple(runs.iter_rows(named=True)),
        rows=rows,
        rejects=dict(rejects),
        first_date=first_date,
        last_date=last_date,
        n_undated=n_undated,
    )


def _row_counts(db: duckdb.DuckDBPyConnection) -> dict[str, int]:
    marts = db.execute(
        "select table_name from duckdb_tables() where schema_name = 'main' and not internal order by table_name"
    ).fetchall()
    relations = {name: f"main.{quoted(name)}" for (name,) in marts} | {table.name: raw_name(table) for table in TABLES}
    counts = db.execute(
        " union all ".join(f"select {literal(name)}, count(*) from {relation}" for name, relation in relations.items())
    ).fetchall()
    return dict(counts)
