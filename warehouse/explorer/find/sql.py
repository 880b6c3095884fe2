"""The reader's own SQL, with a limit of time, of rows and of bytes.

Belongs here: limits, rows for people and for files. Does not: what may run (warehouse/asking/user_sql.py).
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

from warehouse.asking.user_sql import run_query
from warehouse.explorer.errors import BadRequestError
from warehouse.explorer.store import Store
from warehouse.timeline.render.comma_separated import FORMULA

SECONDS: Final = 10.0
SHOWN_ROWS: Final = 500
FILE_ROWS: Final = 1_000_000
# What the rows may take in memory: several times as much is needed while they are written out.
SHOWN_BYTES: Final = 16_000_000
FILE_BYTES: Final = 200_000_000
# Rows that are written out before anybody looks at the clock.
ROWS_AT_ONCE: Final = 10_000

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


class Deadline:
    """The end of the time that a statement has, from running it to writing its rows out."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._at = time.monotonic() + seconds

    def check(self) -> None:
        """Go on only while there is time.

        Raises:
            BadRequestError: there is none left.
        """
        if time.monotonic() > self._at:
            raise self.missed()

    def missed(self) -> BadRequestError:
        """What to say when it is over."""
        return BadRequestError(
            f"stopped after {self.seconds:g} seconds: ask for less, or run it with `dateline sql`, which has no limit"
        )


@dataclass(frozen=True, slots=True)
class SqlFound:
    """The rows of a statement; `has_more` when the limit cut them; `seconds` is how long it took; `deadline` holds for writing them out too."""

    rows: pl.DataFrame
    has_more: bool
    seconds: float
    deadline: Deadline


@dataclass(frozen=True, slots=True)
class TableFound:
    """One table that SQL can read: what a row is, and its columns with type and meaning."""

    name: str
    comment: str | None
    columns: tuple[tuple[str, str, str | None], ...]


def sql_found(
    store: Store, sql: str, limit: int = SHOWN_ROWS, seconds: float = SECONDS, max_bytes: int = SHOWN_BYTES
) -> SqlFound:
    """The first `limit` rows of one statement that only reads.

    Raises:
        BadRequestError: it takes longer than `seconds`.
        WarehouseError: it would write, is no SQL, fails, or gives more than `max_bytes`; the message holds DuckDB's hint.
    """
    started, deadline = time.perf_counter(), Deadline(seconds)
    with store.reading() as db, _stopping(db, seconds):
        try:
            rows = run_query(db, sql, limit + 1, max_bytes)
        except duckdb.InterruptException as error:
            raise deadline.missed() from error
    deadline.check()
    return SqlFound(rows.head(limit), rows.height > limit, time.perf_counter() - started, deadline)


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


def as_csv(found: SqlFound) -> bytes:
    """The rows as CSV (UTF-8, a header, lists and structs as JSON, blobs as DuckDB writes them); words that a spreadsheet would take for a formula are none.

    Raises:
        BadRequestError: it takes too long.
    """
    written = io.BytesIO()
    for piece in found.rows.iter_slices(ROWS_AT_ONCE) if found.rows.height else [found.rows]:
        found.deadline.check()
        flat = piece.select(_harmless(_flat(column)) for column in piece.iter_columns())
        flat.rename(_harmless_name).write_csv(written, include_header=not written.tell())
    return written.getvalue()


def _flat(column: pl.Series) -> pl.Series:
    if column.dtype == pl.Binary or column.dtype.is_nested():
        return pl.Series(column.name, [_cell(value) for value in column], dtype=pl.String)
    return column.cast(pl.String) if column.dtype in (pl.Categorical, pl.Enum) else column


def _harmless(column: pl.Series) -> pl.Series:
    """The column with an apostrophe before what looks like a formula, as in the CSV of a timeline."""
    if column.dtype != pl.String:
        return column
    is_formula = column.str.contains(f"^{FORMULA.pattern}").fill_null(False)
    return column.zip_with(~is_formula, "'" + column)


def _harmless_name(name: str) -> str:
    return f"'{name}" if FORMULA.match(name) else name


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
    return blob_words(value) if isinstance(value, bytes) else str(value)


def blob_words(value: bytes) -> str:
    """A blob as DuckDB writes it, and reads it again: ASCII as it is, other bytes in hexadecimal digits."""
    return "".join(chr(byte) if chr(byte) in _AS_IT_IS else f"\\x{byte:02X}" for byte in value)


_AS_IT_IS: Final = frozenset(map(chr, range(32, 127))) - frozenset("\\'\"")


def _cell(value: Any) -> str | None:
    if value is None or isinstance(value, bytes):
        return None if value is None else blob_words(value)
    return json.dumps(json_value(value), ensure_ascii=False)
