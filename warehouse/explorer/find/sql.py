"""The reader's own SQL, with a limit of time and of rows.

Belongs here: limits, rows for people and for files. Does not: what may run (warehouse/user_sql.py).
"""

from __future__ import annotations

import io
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

import duckdb
import polars as pl

from warehouse.explorer.errors import BadRequestError
from warehouse.explorer.store import Store
from warehouse.user_sql import run_query

SECONDS: Final = 10.0
SHOWN_ROWS: Final = 500
FILE_ROWS: Final = 1_000_000

# name, what it shows, SQL
EXAMPLES: Final = (
    (
        "Most reported",
        "select event_id, start_date, title, n_sources, n_articles\nfrom timeline\norder by n_sources desc, start_date\nlimit 20",
    ),
    (
        "Events by month",
        "select month, sum(n_events)::bigint as n_events\nfrom events_by_month\ngroup by month\norder by month",
    ),
    (
        "How dates are known",
        "select date_basis, precision, count(*) as n_events\nfrom timeline\ngroup by all\norder by n_events desc",
    ),
    (
        "Who does what to whom",
        "select actors[1].name as who, event_type, actors[2].name as to_whom, count(*) as n_events\nfrom timeline\nwhere len(actors) > 1\ngroup by all\norder by n_events desc\nlimit 50",
    ),
    (
        "First to report",
        "select source, count(*) as n_firsts\nfrom (\n    select event_id, source from sources_per_event\n    qualify row_number() over (partition by event_id order by first_reported_at) = 1\n)\ngroup by source\norder by n_firsts desc\nlimit 20",
    ),
    (
        "Refused inputs",
        "select reason, origin, detail\nfrom raw.rejected_articles\norder by all\nlimit 100",
    ),
)


@dataclass(frozen=True, slots=True)
class SqlFound:
    """The rows of a statement; `has_more` when the limit cut them; `seconds` is how long it took."""

    rows: pl.DataFrame
    has_more: bool
    seconds: float


@dataclass(frozen=True, slots=True)
class TableFound:
    """One table that SQL can read: what a row is, and its columns with type and meaning."""

    name: str
    comment: str | None
    columns: tuple[tuple[str, str, str | None], ...]


def sql_found(store: Store, sql: str, limit: int = SHOWN_ROWS, seconds: float = SECONDS) -> SqlFound:
    """The first `limit` rows of one statement that only reads.

    Raises:
        BadRequestError: it takes longer than `seconds`.
        WarehouseError: it would write, is no SQL, or fails; the message holds DuckDB's hint.
    """
    started = time.perf_counter()
    with store.reading() as db, _stopping(db, seconds):
        try:
            rows = run_query(db, sql, limit + 1)
        except duckdb.InterruptException as error:
            raise BadRequestError(
                f"stopped after {seconds:g} seconds: ask for less, or run it with `dateline sql`, which has no limit"
            ) from error
    return SqlFound(rows.head(limit), rows.height > limit, time.perf_counter() - started)


@contextmanager
def _stopping(db: duckdb.DuckDBPyConnection, seconds: float) -> Iterator[None]:
    timer = threading.Timer(seconds, db.interrupt)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def all_tables(store: Store) -> tuple[TableFound, ...]:
    """The tables that SQL can read, marts first.

    Raises:
        WarehouseError: the warehouse cannot be read.
    """
    return store.remembered("tables", lambda db, _: _all_tables(db))


def _all_tables(db: duckdb.DuckDBPyConnection) -> tuple[TableFound, ...]:
    tables = db.execute(
        """
        select schema_name, table_name, comment from duckdb_tables()
        where not internal and database_name = current_database() and schema_name in ('main', 'raw') order by schema_name, table_name
        """
    ).fetchall()
    columns: dict[tuple[str, str], list[tuple[str, str, str | None]]] = {}
    for schema, table, name, kind, comment in db.execute(
        "select schema_name, table_name, column_name, data_type, comment from duckdb_columns()"
        " where not internal and database_name = current_database() order by schema_name, table_name, column_index"
    ).fetchall():
        columns.setdefault((schema, table), []).append((name, kind, comment))
    return tuple(
        TableFound(name if schema == "main" else f"{schema}.{name}", comment, tuple(columns.get((schema, name), ())))
        for schema, name, comment in tables
    )


def as_csv(rows: pl.DataFrame) -> bytes:
    """The rows as CSV (UTF-8, a header, lists and structs as JSON)."""
    nested = [name for name, dtype in rows.schema.items() if dtype.is_nested() or dtype == pl.Binary]
    flat = rows.with_columns(
        pl.Series(name, [_cell(value) for value in rows[name]], dtype=pl.String) for name in nested
    )
    return flat.write_csv().encode()


def as_parquet(rows: pl.DataFrame) -> bytes:
    """The rows as a Parquet file."""
    file = io.BytesIO()
    rows.write_parquet(file)
    return file.getvalue()


def json_value(value: Any) -> Any:
    """A value of a cell as JSON has it: days and times as ISO 8601, what JSON does not know as text."""
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, float):
        return value if value == value and abs(value) != float("inf") else str(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(name): json_value(each) for name, each in value.items()}
    if isinstance(value, list | tuple | pl.Series):
        return [json_value(each) for each in value]
    return str(value)


def _cell(value: Any) -> str | None:
    return None if value is None else json.dumps(json_value(value), ensure_ascii=False)
