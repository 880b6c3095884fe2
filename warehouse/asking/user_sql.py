"""The user's own SQL: read-only, with errors in one line.

Belongs here: what may run and how DuckDB's errors are worded for people. Does not: Dateline's own queries (queries.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from difflib import get_close_matches
from typing import cast

import duckdb
import polars as pl

from warehouse.ddl import quoted
from warehouse.errors import NoWarehouseError, WarehouseError, first_line

_READS = frozenset({"SELECT", "EXPLAIN", "PRAGMA", "MULTI"})
# What changes the process rather than the file, as a statement or as a table function: DuckDB 1.5 even ends the process when a log file is out of reach.
_CONFIGURES = re.compile(
    r"\b(?:(?:en|dis)able_(?:logging|profiling|profile|progress_bar|checkpoint_on_shutdown|verification|optimizer|object_cache)|truncate_duckdb_logs|write_log"
    r"|force_checkpoint|checkpoint)\b",
    re.IGNORECASE,
)
_STRINGS = re.compile(r"'(?:[^']|'')*'")
_MISSING_TABLE = re.compile(r"Table with name (\S+) does not exist")
_UNFIT = re.compile(r"\b(INTERVAL|UNION|BIT|VARIANT)\b")
_INTERRUPTED = "INTERRUPT Error"
_HINTS = ("Did you mean", "Candidate bindings", "Candidate functions")


def run_query(
    db: duckdb.DuckDBPyConnection, sql: str, limit: int | None = None, max_bytes: int | None = None
) -> pl.DataFrame:
    """The rows of one statement that only reads, at most `limit` of them; no more are fetched.

    Raises:
        WarehouseError: it would write, is no SQL, fails, or gives more than `max_bytes`; the message holds DuckDB's hint.
        duckdb.InterruptException: another thread interrupted the connection.
    """
    try:
        relation = db.sql(_only_statement(db, sql))
        if relation is None:
            return pl.DataFrame()
        shown = _showable(relation)
        limited = shown if limit is None else shown.limit(limit)
        return _in_calendar(limited.pl() if max_bytes is None else _fetched(limited, max_bytes))
    except duckdb.InterruptException:
        raise
    except OSError as error:  # Arrow's reader tells DuckDB's errors as its own
        if str(error).startswith(_INTERRUPTED):
            raise duckdb.InterruptException(str(error)) from error
        raise WarehouseError(f"bad SQL: {first_line(error)}") from error
    except duckdb.OutOfMemoryException as error:
        raise WarehouseError(f"this needs too much memory: ask for less ({first_line(error)})") from error
    except duckdb.CatalogException as error:
        raise WarehouseError(_missing(db, error)) from error
    except duckdb.PermissionException as error:
        raise WarehouseError(f"SQL here reaches nothing but the warehouse: {_worded(error)}") from error
    except duckdb.Error as error:
        raise WarehouseError(f"bad SQL: {_worded(error)}") from error
    except pl.exceptions.PolarsError as error:
        raise WarehouseError(f"a column cannot be shown, cast it to varchar: {first_line(error)}") from error


# Rows that are fetched before anybody looks how much they are: as many as DuckDB works on at once.
_ROWS_AT_ONCE = 2_048


def _fetched(relation: duckdb.DuckDBPyRelation, max_bytes: int) -> pl.DataFrame:
    """The rows of a relation, fetched bit by bit, and refused as soon as they are more than `max_bytes`."""
    import pyarrow

    reader = relation.to_arrow_reader(_ROWS_AT_ONCE)
    batches: list[pyarrow.RecordBatch] = []
    n_bytes = 0
    for batch in reader:
        n_bytes += batch.nbytes
        if n_bytes > max_bytes:
            raise WarehouseError(
                f"the rows take more than {max_bytes // 1_000_000} MB: ask for fewer rows, or for shorter values, as left(text, 1000)"
            )
        batches.append(batch)
    return cast(pl.DataFrame, pl.from_arrow(pyarrow.Table.from_batches(batches, reader.schema)))


# days since 1970-01-01 that Python's calendar knows
_FIRST_DAY = (date.min - date(1970, 1, 1)).days
_LAST_DAY = (date.max - date(1970, 1, 1)).days
_TICKS_PER_DAY = {"ms": 86_400_000, "us": 86_400_000_000, "ns": 86_400_000_000_000}


@contextmanager
def missing_marts() -> Iterator[None]:
    """Name the remedy when the tables that Dateline's own queries read were never built."""
    try:
        yield
    # a mart that an older version built may lack a column
    except (duckdb.CatalogException, duckdb.BinderException) as error:
        raise NoWarehouseError(f"the warehouse is not complete ({first_line(error)}): run `dateline run`") from error


def _only_statement(db: duckdb.DuckDBPyConnection, sql: str) -> str:
    statements = db.extract_statements(sql)
    if not statements:
        raise WarehouseError('no SQL given: try "select * from timeline limit 10"')
    # DuckDB 1 splits a pivot into a helper without text and the select itself
    kinds = [statement.type.name for statement in statements if statement.query.strip()] or ["SELECT"]
    for kind in kinds:
        if kind not in _READS:
            raise WarehouseError(
                f"the warehouse is read-only here: {kind.replace('_', ' ')} is not possible; `dateline run` is what writes"
            )
    if configures := _CONFIGURES.search(_STRINGS.sub("''", sql)):
        raise WarehouseError(f"the settings of the warehouse stay as they are here: {configures[0]} is not possible")
    if len(kinds) > 1:
        raise WarehouseError(f"one statement at a time, please: here are {len(kinds)}")
    return sql


def _showable(relation: duckdb.DuckDBPyRelation) -> duckdb.DuckDBPyRelation:
    """The relation with the columns that a frame cannot hold as text."""
    columns = zip(relation.columns, relation.types, strict=True)
    as_text = [f"{quoted(name)}::varchar as {quoted(name)}" for name, kind in columns if _UNFIT.search(str(kind))]
    return relation.project(f"* replace ({', '.join(as_text)})") if as_text else relation


def _in_calendar(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows, refused when a day or time lies where Python has no calendar ('infinity', years before 1 and after 9999)."""
    for name, dtype in rows.schema.items():
        if dtype == pl.Date or dtype == pl.Datetime:
            moments = rows[name].cast(pl.Int64)  # to_physical() would be a query of its own
            ticks = _TICKS_PER_DAY.get(str(getattr(dtype, "time_unit", "")), 1)
            first, last = cast(tuple[int | None, int | None], (moments.min(), moments.max()))
            if first is None or last is None:
                continue
            if first // ticks < _FIRST_DAY or last // ticks > _LAST_DAY:
                raise WarehouseError(f"{name} holds times outside the years 1 to 9999: select {quoted(name)}::varchar")
    return rows


def _worded(error: duckdb.Error) -> str:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    hints = [line for line in lines[1:] if line.startswith(_HINTS)]
    return " ".join([lines[0] if lines else type(error).__name__, *hints[:1]])


def _missing(db: duckdb.DuckDBPyConnection, error: duckdb.CatalogException) -> str:
    missing = _MISSING_TABLE.search(str(error))
    if not missing:
        return f"bad SQL: {_worded(error)}"
    tables = [name for (name,) in db.execute(_TABLES).fetchall()]
    near = get_close_matches(missing[1], tables, n=1)
    guess = f" (did you mean {near[0]}?)" if near else ""
    return f"there is no table {missing[1]}{guess}; there are {', '.join(tables)}"


_TABLES = """
    select if(schema_name = 'main', '', schema_name || '.') || table_name as name
    from (
        select schema_name, table_name from duckdb_tables() where not internal
        union all select schema_name, view_name from duckdb_views() where not internal
    )
    where schema_name in ('main', 'raw', 'staging', 'intermediate')
    order by schema_name <> 'main', schema_name = 'intermediate', schema_name = 'staging', name
"""
