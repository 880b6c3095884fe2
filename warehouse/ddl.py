"""The raw tables in DuckDB, derived from `transforms.schema`.

Belongs here: SQL types, `create table`, comments and the check that a table has its declared columns. Does not: rows, upgrading older files (migrations.py).
"""

from __future__ import annotations

from collections.abc import Mapping

import duckdb
import polars as pl

from transforms.schema import TIMESTAMP, Column, Table
from warehouse.errors import WarehouseError

RAW_SCHEMA = "raw"

_SQL_TYPES: Mapping[pl.DataType | pl.datatypes.DataTypeClass, str] = {
    pl.String: "VARCHAR",
    pl.Int64: "BIGINT",
    pl.Float64: "DOUBLE",
    pl.Boolean: "BOOLEAN",
    pl.Date: "DATE",
    TIMESTAMP: "TIMESTAMP WITH TIME ZONE",
}


def sql_type(dtype: pl.DataType | pl.datatypes.DataTypeClass) -> str:
    """The DuckDB type of a polars type, written as DuckDB itself prints it."""
    if isinstance(dtype, pl.List):
        return f"{sql_type(dtype.inner)}[]"
    if isinstance(dtype, pl.Struct):
        return f"STRUCT({', '.join(f'{quoted(field.name)} {sql_type(field.dtype)}' for field in dtype.fields)})"
    return _SQL_TYPES[dtype]


def quoted(identifier: str) -> str:
    """An SQL identifier in double quotes."""
    return '"' + identifier.replace('"', '""') + '"'


def literal(text: str) -> str:
    """An SQL string in single quotes, for the statements that take no parameters."""
    if "\0" in text:  # which would end the statement
        return f"({' || chr(0) || '.join(map(literal, text.split(chr(0))))})"
    return "'" + text.replace("'", "''") + "'"


def raw_name(table: Table) -> str:
    """The table's name with its schema."""
    return f"{RAW_SCHEMA}.{quoted(table.name)}"


def create_table(table: Table, name: str | None = None) -> str:
    """The `create table` statement of one table, under another name if one is given.

    Keys are kept unique by `load.py` and tested by the SQL models: an index on them would slow every load and every opening of the file.
    """
    columns = ", ".join(_column_definition(column) for column in table.columns)
    return f"create table if not exists {RAW_SCHEMA}.{quoted(name or table.name)} ({columns})"


def _column_definition(column: Column) -> str:
    return f"{quoted(column.name)} {sql_type(column.dtype)}{'' if column.nullable else ' not null'}"


def found_columns(connection: duckdb.DuckDBPyConnection) -> dict[str, dict[str, tuple[str, str | None]]]:
    """What the file has: table -> column -> (SQL type, comment), in the file's order."""
    rows = connection.execute(
        "select table_name, column_name, data_type, comment from duckdb_columns()"
        " where database_name = current_database() and schema_name = ? order by table_name, column_index",
        [RAW_SCHEMA],
    ).fetchall()
    found: dict[str, dict[str, tuple[str, str | None]]] = {}
    for table_name, column_name, type_, comment in rows:
        found.setdefault(table_name, {})[column_name] = (type_, comment)
    return found


def check_layout(table: Table, found: Mapping[str, str]) -> None:
    """Compare the columns and types of a table in the file with the declared ones.

    Raises:
        WarehouseError: they differ.
    """
    expected = {column.name: sql_type(column.dtype) for column in table.columns}
    differing = sorted(
        name for name in expected.keys() | found.keys() if _plain(expected.get(name)) != _plain(found.get(name))
    )
    if differing:
        raise WarehouseError(
            f"table raw.{table.name} was made by another version of Dateline (columns that differ: {', '.join(differing)}): "
            "move the file away and run `dateline run` again, or install the version that made it"
        )


def _plain(type_: str | None) -> str | None:
    return type_.replace('"', "").lower() if type_ is not None else None


def write_comments(
    connection: duckdb.DuckDBPyConnection, table: Table, found: Mapping[str, tuple[str, str | None]]
) -> None:
    """Say of every column what it means, where the file says something else."""
    for column in table.columns:
        if found.get(column.name, ("", None))[1] != column.meaning:
            connection.execute(
                f"comment on column {raw_name(table)}.{quoted(column.name)} is {literal(column.meaning)}"
            )
